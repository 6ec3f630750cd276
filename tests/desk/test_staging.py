"""Files written beside their places."""

from pathlib import Path

import pytest
from workshop import files

from generator.desk.staging import beside, discard, missing_folders, put, stage


def test_what_is_staged_takes_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"alt")
    path.chmod(0o640)
    stage(path, b"neu")
    assert files(tmp_path) == {"a.yml": b"alt", ".a.yml.new": b"neu"}
    put(path, b"neu")
    assert files(tmp_path) == {"a.yml": b"neu"}
    assert path.stat().st_mode & 0o777 == 0o640


def test_what_is_staged_otherwise_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "neu/a.yml"
    stage(path, b"halb")
    put(path, b"ganz")
    assert files(tmp_path) == {"neu/a.yml": b"ganz"}


def test_a_file_to_be_deleted_is_only_tried(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"alt")
    stage(path, None)
    assert files(tmp_path) == {"a.yml": b"alt"}
    beside(path).mkdir()
    with pytest.raises(IsADirectoryError):
        stage(path, None)
    put(path, None)
    assert not path.exists()


def test_discarding_leaves_no_trace_and_what_is_not_ours(tmp_path: Path) -> None:
    paths = [tmp_path / "eins/zwei/a.yml", tmp_path / "drei/b.yml"]
    folders = missing_folders(paths)
    assert folders == [tmp_path / "drei", tmp_path / "eins", tmp_path / "eins/zwei"]
    for path in paths:
        stage(path, b"neu")
    (tmp_path / "drei/fremd").write_bytes(b"fremd")
    discard([*paths, tmp_path / "nie/c.yml"], folders)
    assert sorted(each.relative_to(tmp_path).as_posix() for each in tmp_path.rglob("*")) == ["drei", "drei/fremd"]
