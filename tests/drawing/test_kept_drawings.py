"""Drawings of earlier runs: taken as they are, and only where this user's generator has written them."""

import multiprocessing
import os
import threading
from pathlib import Path

import pytest

from generator.drawing import kept_drawings, svg
from generator.drawing.kept_drawings import drawings_kept, kept_drawing, kept_newest
from generator.kept import Kept

KEY = b"k" * 32


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "kept", KEY)


def drawn(kept: Kept, asked: str, drawing: str) -> str:
    """What comes of asking, where drawing anew would give `drawing`."""
    with drawings_kept(kept):
        return kept_drawing(asked, lambda: drawing)


def files(kept: Kept) -> list[Path]:
    return sorted(kept.folder.iterdir())


def test_a_drawing_is_drawn_once(kept: Kept) -> None:
    assert drawn(kept, "a", "<svg>ä</svg>") == "<svg>ä</svg>"
    assert drawn(kept, "a", "another") == "<svg>ä</svg>"
    assert drawn(kept, "b", "another") == "another"


def test_outside_nothing_is_kept(kept: Kept) -> None:
    assert drawn(kept, "a", "one") == "one"
    assert kept_drawing("a", lambda: "another") == "another"
    assert len(files(kept)) == 1


def test_without_a_key_all_is_drawn(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "kept", None)
    assert [drawn(kept, "a", "one"), drawn(kept, "a", "another")] == ["one", "another"]
    assert not kept.folder.exists()


@pytest.mark.parametrize("damage", [b"", b"<svg/>", b"\0" * 32 + b"<svg/>"])
def test_a_damaged_one_is_drawn_anew(kept: Kept, damage: bytes) -> None:
    drawn(kept, "a", "one")
    files(kept)[0].write_bytes(damage)
    assert [drawn(kept, "a", "two"), drawn(kept, "a", "three")] == ["two", "two"]


def test_one_that_was_put_in_place_of_another_is_drawn_anew(kept: Kept) -> None:
    drawn(kept, "a", "one")
    (first,) = files(kept)
    drawn(kept, "b", "two")
    (second,) = set(files(kept)) - {first}
    second.write_bytes(first.read_bytes())
    assert drawn(kept, "b", "two") == "two"


def test_another_user_s_are_drawn_anew(kept: Kept) -> None:
    drawn(kept, "a", "one")
    assert drawn(Kept(kept.folder, b"l" * 32), "a", "two") == "two"


def test_a_forked_process_leaves_its_drawings(kept: Kept) -> None:
    with drawings_kept(kept):
        worker = multiprocessing.get_context("fork").Process(target=kept_drawing, args=("a", lambda: "one"))
        worker.start()
        worker.join()
        assert kept_drawing("a", lambda: "two") == "one"


def test_what_another_process_draws_is_waited_for(kept: Kept) -> None:
    context = multiprocessing.get_context("fork")
    begun, on = context.Event(), context.Event()

    def slowly() -> str:
        begun.set()
        on.wait(10)
        return "one"

    with drawings_kept(kept):
        worker = context.Process(target=kept_drawing, args=("a", slowly))
        worker.start()
        assert begun.wait(10)
        threading.Timer(0.1, on.set).start()
        assert kept_drawing("a", lambda: "two") == "one"
        worker.join()


def test_what_fails_holds_nobody_up(kept: Kept) -> None:
    with drawings_kept(kept):
        with pytest.raises(ZeroDivisionError):
            kept_drawing("a", lambda: str(1 / 0))
        assert kept_drawing("a", lambda: "one") == "one"


def test_those_used_last_stay(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_drawings, "MOST", 2)
    for number, asked in enumerate("abc"):
        known = set(files(kept)) if kept.folder.exists() else set()
        with drawings_kept(Kept(kept.folder, KEY)):
            kept_drawing(asked, lambda asked=asked: asked)  # type: ignore[misc]
            for new in set(files(kept)) - known:
                os.utime(new, ns=(number, number))
            if asked == "c":
                assert kept_drawing("a", lambda: "drawn anew") == "a"
    assert [drawn(kept, asked, "drawn anew") for asked in "ac"] == ["a", "c"]
    assert drawn(kept, "b", "drawn anew") == "drawn anew"


def test_a_kept_drawing_needs_no_drawing_at_all(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    def shown() -> str:
        return svg.svg({"mark": "point", "data": {"values": [{}]}}, name="n", title="T", summary="S")

    with drawings_kept(kept):
        first = shown()
        monkeypatch.setattr(svg, "vega_svg", None)
        assert shown() == first
        with pytest.raises(TypeError):
            svg.svg({"mark": "point"}, name="n", title="T", summary="S")


def newest(kept: Kept, asked: str, made: bytes) -> bytes:
    with drawings_kept(kept):
        return kept_newest("name", asked, lambda: made)


def test_only_the_newest_of_a_name_stays(kept: Kept) -> None:
    assert [newest(kept, "a", b"one"), newest(kept, "a", b"two")] == [b"one", b"one"]
    assert [newest(kept, "b", b"three"), newest(kept, "a", b"four")] == [b"three", b"four"]
    assert len(files(kept)) == 1
    files(kept)[0].write_bytes(b"damaged")
    assert newest(kept, "a", b"five") == b"five"
    assert newest(Kept(kept.folder, b"l" * 32), "a", b"six") == b"six"
    assert kept_newest("name", "a", lambda: b"seven") == b"seven"
