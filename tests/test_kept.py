"""What is kept comes back as it was, to the same user and the same generator only; nothing else ever does."""

import errno
import os
from pathlib import Path

import pytest

from generator import kept as module
from generator.kept import Kept


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    found = Kept(tmp_path / "state")
    found.write("pages", b"content")
    assert found.read("pages") == b"content"
    return found


def test_it_is_replaced_and_empty_is_something(kept: Kept) -> None:
    kept.write("pages", b"")
    assert kept.read("pages") == b""
    assert [path.name for path in kept.folder.iterdir()] == ["pages"]
    assert kept.read("seeds") is None


def test_any_changed_byte_counts_as_nothing(kept: Kept) -> None:
    path = kept.folder / "pages"
    whole = path.read_bytes()
    for at in range(len(whole)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert kept.read("pages") is None
        path.write_bytes(whole[:at])
        assert kept.read("pages") is None


def test_a_file_under_another_name_counts_as_nothing(kept: Kept) -> None:
    (kept.folder / "pages").rename(kept.folder / "seeds")
    assert kept.read("seeds") is None


def test_another_user(kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "theirs"))
    assert Kept(kept.folder).read("pages") is None


def test_another_generator(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "version", lambda: b"other")
    assert kept.read("pages") is None


def test_a_user_without_a_place_for_a_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    kept = Kept(tmp_path / "state")
    kept.write("pages", b"content")
    assert kept.read("pages") is None
    assert not kept.folder.exists()


def test_a_file_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("")
    kept = Kept(tmp_path / "state")
    kept.write("pages", b"content")
    assert kept.read("pages") is None


def test_a_full_disk(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", full)
    kept.write("pages", b"new")
    assert kept.read("pages") == b"content"
    assert [path.name for path in kept.folder.iterdir()] == ["pages"]
