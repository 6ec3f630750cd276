"""A person reads: what is put before them, and what becomes of their answers."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from invented import Desk

from generator.problems import Problems
from generator.verification.lock import Reading, accept
from generator.verification.numbered import numbered_text
from generator.verification.reading_desk import ToRead, read_claims, reading_queue, shown

A = "2020-01-faehren"
TODAY = date(2026, 11, 21)
TEXT = "Voss hat 12 Fähren.\n\nBerg schweigt.\n\nAlles ruht."
CLAIMS = ({"text": "Voss hat 12."}, {"text": "Karl Voss schweigt.", "p": [2, 3]}, {"text": ""})


@pytest.fixture
def two(desk: Desk) -> Desk:
    desk.article(TEXT, *CLAIMS)
    desk.article("Nordland ruht.", {"text": "Nordland ruht."}, name="2020-02-ruhe")
    desk.article(None, name="2020-03-leer")
    return desk


def queue(desk: Desk, *selection: str, lock: dict[str, Any] | None = None) -> tuple[list[ToRead], list[str]]:
    problems = Problems()
    found = reading_queue(desk.seeds(), lock or {}, desk.folder, selection, problems)
    return found, [str(problem) for problem in problems]


def keys(desk: Desk, *selection: str, lock: dict[str, Any] | None = None) -> list[str]:
    found, problems = queue(desk, *selection, lock=lock)
    assert not problems
    return [item.key for item in found]


def answers(*given: str | type[BaseException]) -> Callable[[str], str]:
    replies = iter(given)

    def ask(prompt: str) -> str:
        assert "[y]es" in prompt
        reply = next(replies)
        if isinstance(reply, str):
            return reply
        raise reply

    return ask


def test_the_queue(two: Desk) -> None:
    everything = [f"{A}#c1", f"{A}#c2", "2020-02-ruhe#c1"]
    assert keys(two) == everything
    assert keys(two, A) == everything[:2]
    assert keys(two, f"{A}#c2") == [f"{A}#c2"]
    assert keys(two, f"{A}#c2", "2020-02-ruhe", f"{A}#c2") == everything[1:]
    assert keys(two, "2020-02-ruhe", A) == [everything[2], *everything[:2]]


def test_what_is_read_comes_back_only_when_it_is_named(two: Desk) -> None:
    lock = accept(two.verify()[0], f"{A}#c1", "Ada", TODAY)
    assert keys(two, A, lock=lock) == [f"{A}#c2"]
    (item,), _ = queue(two, f"{A}#c1", lock=lock)
    assert item.read_by == "Ada"
    assert "already read by Ada" in shown(item)
    two.article(TEXT.replace("hat", "besaß"), *CLAIMS)
    assert keys(two, A, lock=lock) == [f"{A}#c1", f"{A}#c2"], "the paragraph has changed"


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("2020-01-faehre", f'article "2020-01-faehre":1:1: there is no such article; did you mean "{A}"?'),
        ("x", 'article "x":1:1: there is no such article; name a file of seeds/articles/ without its ending'),
        (f"{A}#c11", f'seeds/articles/{A}.yml:9:1: article "{A}" has no claim "c11"; did you mean "c1"?'),
        (f"{A}#xyz", f'seeds/articles/{A}.yml:9:1: article "{A}" has no claim "xyz"; list them with: dossier text {A}'),
        (f"{A}#c3", f'seeds/articles/{A}.yml:17:3: claim "c3" is a draft; write its text first'),
    ],
)
def test_a_selection_that_is_not_there(two: Desk, wanted: str, expected: str) -> None:
    assert queue(two, wanted) == ([], [expected])


def test_a_queue_without_its_text(two: Desk) -> None:
    (two.folder / f"{A}.txt").unlink()
    found, problems = queue(two)
    assert ([item.key for item in found], len(problems)) == (["2020-02-ruhe#c1"], 1)


def test_answers(two: Desk) -> None:
    items, _ = queue(two)
    said: list[str] = []
    *_, lock = read_claims(items, {}, "Ada", TODAY, answers("Yes", "maybe", "s", "n"), said.append)
    assert lock[f"{A}#c1"].read == Reading(by="Ada", on="2026-11-21")
    assert f"{A}#c2" not in lock
    assert lock["2020-02-ruhe#c1"].read is None
    assert lock["2020-02-ruhe#c1"].refused == Reading(by="Ada", on="2026-11-21")
    assert [text[:8] for text in said] == ["(1 of 3)", "(2 of 3)", "Answer y", "(3 of 3)"]


@pytest.mark.parametrize("end", ["q", "quit", EOFError, KeyboardInterrupt])
def test_what_is_accepted_is_kept_when_one_leaves(two: Desk, end: str | type[BaseException]) -> None:
    items, _ = queue(two)
    before = two.verify()[0]
    *_, lock = read_claims(items, before, "Ada", TODAY, answers("y", end), lambda _: None)
    assert {key for key in lock if lock[key].read} == {f"{A}#c1"}
    assert lock.keys() == before.keys()
    assert not before[f"{A}#c1"].read, "the lock that came in is left alone"


def test_no_takes_back_an_earlier_reading(two: Desk) -> None:
    lock = accept(two.verify()[0], f"{A}#c1", "Ada", TODAY)
    items, _ = queue(two, f"{A}#c1", lock=lock)
    (lock,) = read_claims(items, lock, "Bo", TODAY, answers("n"), lambda _: None)
    assert (lock[f"{A}#c1"].read, lock[f"{A}#c1"].grade) == (None, "unverified")


def test_what_is_wrong_cannot_be_accepted(desk: Desk) -> None:
    desk.article("Voss hat 12 Fähren.", {"text": "Voss hat 12.", "quote": "zwölf"}, name=A)
    items, _ = queue(desk)
    said: list[str] = []
    assert list(read_claims(items, {}, "Ada", TODAY, answers("y"), said.append)) == []
    assert said[-1] == "This must be corrected first; no reading settles it: quote zwölf"


def test_an_accepted_reading_is_kept_by_the_next_run(two: Desk) -> None:
    items, _ = queue(two)
    *_, lock = read_claims(items, {}, "Ada", TODAY, answers("y", "y", "y"), lambda _: None)
    assert two.verify(lock)[0] == lock


def test_claim_and_paragraphs_are_shown_together(desk: Desk) -> None:
    claim = {
        "text": "Voss hat am Donnerstag mindestens 12.",
        "p": [1, 3],
        "when": "2020-01-16",
        "when_basis": "Donnerstag",
        "by": ["karl-voss", '"Lotsen"'],
        "via": "moewe",
        "modality": "denied",
        "event": "treffen",
        "figure": [
            {"measure": "faehren", "value": 12, "qualifier": "at_least", "as_of": "2020"},
            {"measure": "faehren", "max": 13},
        ],
        "answers": {"question": "wie-viele", "position": "zwoelf"},
        "status": {"of": "nordland", "is": "open"},
        "role": [{"of": "karl-voss", "is": "Lotse"}, {"of": "ada-berg", "is": "Chefin", "at": "kuestenwache"}],
        "relation": {"of": "ada-berg", "is": "leads", "to": "kuestenwache"},
        "quote": "Alles ruht",
    }
    desk.article(TEXT, claim, {"text": "Berg.", "p": 2, "when": "2020"})
    (first, second), _ = queue(desk)
    assert shown(first).splitlines()[:20] == [
        f"{A}#c1",
        "",
        "  Voss hat am Donnerstag mindestens 12.",
        "",
        '  when: 2020-01-16 (from "Donnerstag")',
        "  by: karl-voss",
        '  by: "Lotsen"',
        "  via: moewe",
        "  modality: denied",
        "  event: treffen",
        "  figure: faehren: at least 12 on 2020",
        "  figure: faehren: –13",
        "  answers: wie-viele: zwoelf",
        "  status: nordland is open",
        "  role: karl-voss is Lotse",
        "  role: ada-berg is Chefin at kuestenwache",
        "  relation: ada-berg leads kuestenwache",
        '  quote: "Alles ruht"',
        "  found: name karl-voss, by karl-voss, role karl-voss, quote Alles ruht",
        (
            "  MISSING: when 2020-01-16 (the words of its basis are not there), "
            "number 12 (there it is qualified otherwise), by Lotsen, via moewe, status nordland, "
            "role ada-berg, role kuestenwache, relation ada-berg, relation kuestenwache, "
            "figure at least 12 (there it is qualified otherwise), figure –13"
        ),
    ]
    assert shown(first).endswith("\n\n[1]  Voss hat 12 Fähren.\n\n[3]  Alles ruht.\n")
    assert "  when: 2020\n" in shown(second)


def test_numbered_text(two: Desk) -> None:
    problems = Problems()
    assert numbered_text(two.seeds(), A, two.folder, problems) == (
        "[1]  Voss hat 12 Fähren.\n     = c1: Voss hat 12.\n     = c3: (draft)\n\n"
        "[2]  Berg schweigt.\n     = c2: Karl Voss schweigt.\n\n"
        "[3]  Alles ruht.\n     = c2: Karl Voss schweigt."
    )
    text = numbered_text(two.seeds(), "2020-02-ruhe", two.folder, problems)
    assert text == "[1]  Nordland ruht.\n     = c1: Nordland ruht."
    assert not problems.found


def test_numbered_text_marks_paragraphs_without_a_claim_and_wraps(desk: Desk) -> None:
    desk.article("Wort " * 30 + "\n\nEnde.", {"text": "Ende.", "p": 2})
    text = numbered_text(desk.seeds(), A, desk.folder, Problems())
    assert text
    assert max(map(len, text.splitlines())) <= 100
    assert text.splitlines()[1].startswith("     Wort")
    assert text.splitlines()[2] == "     (no claim)"


def test_numbered_text_of_what_is_not_there(two: Desk) -> None:
    problems = Problems()
    assert numbered_text(two.seeds(), "x", two.folder, problems) is None
    assert numbered_text(two.seeds(), "2020-03-leer", two.folder, problems) is None
    assert problems.errors == 1
    assert problems.opens == 1
    seeds = two.seeds()
    seeds.failed.add("broken")
    silent = Problems()
    assert numbered_text(seeds, "broken", two.folder, silent) is None
    assert not silent.found, "its own problems have been told"
