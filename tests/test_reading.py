"""Files of seeds/: what the fault cases cannot show."""

import os
from pathlib import Path

import pytest

from generator.problems import Problems
from generator.published import PUBLISHED_FILE, read_published
from generator.reading import MAX_BYTES, SeedFile, read_seed, read_text, seed_files, shown_path, visible_files
from generator.redirects import REDIRECTS_FILE, read_redirects
from generator.verification.lock import LOCK_FILE, load_lock
from generator.yaml_marks import compose


def lines(problems: Problems) -> list[str]:
    return [str(problem) for problem in problems]


def test_marks_of_values_keys_and_what_is_not_there() -> None:
    file = SeedFile("a.yml", compose("# head\na:\n  b: [x, y]\n  c: 1\n"))
    assert file.stem == "a"
    assert str(file.mark("a", "b", 1)) == "a.yml:3:10"
    assert str(file.key_mark("a", "b")) == "a.yml:3:3"
    assert str(file.key_mark("a", "b", 1)) == "a.yml:3:10"
    assert str(file.mark("a", "nothing", "below")) == "a.yml:3:3"
    assert str(file.key_mark("a", "nothing")) == "a.yml:2:1"
    assert str(file.mark("a", "c", 0)) == "a.yml:4:6"
    assert str(file.mark("a", "c", 1)) == "a.yml:4:6"
    assert str(file.mark()) == "a.yml:2:1"


def test_a_path_is_shown_as_the_editor_sees_it(tmp_path: Path) -> None:
    assert shown_path(tmp_path / "seeds" / "a.yml", tmp_path) == "seeds/a.yml"
    assert shown_path(Path("/elsewhere/a.yml"), tmp_path) == "/elsewhere/a.yml"
    assert shown_path(tmp_path / os.fsdecode(b"\xff\n.yml"), tmp_path) == "\ufffd\ufffd.yml"


def test_a_name_that_no_terminal_shows_makes_a_problem_all_the_same(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xff.yml")).write_text("a: 1")
    problems = Problems()
    seed_files(tmp_path, tmp_path, (), problems)
    assert lines(problems) == ["\ufffd.yml:1:1: file is no seed; move it out of seeds/"]
    str(lines(problems)).encode()


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yml")
    problems = Problems()
    assert read_seed(tmp_path / "a.yml", "a.yml", problems) is None
    assert lines(problems) == ["a.yml:1:1: is no file; rename or remove it"]


def test_a_limit_holds_to_the_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"x" * 1048577)
    assert read_text(path, "a.md", problems := Problems(), limit=1048577) == "x" * 1048577
    assert read_text(path, "a.md", problems, limit=1048576) is None
    assert lines(problems) == ["a.md:1:1: file has 1.0 MiB, more than the 1 MiB allowed; split it"]


def test_what_commands_keep_may_grow_with_the_dossier(tmp_path: Path) -> None:
    problems = Problems()
    for name, read in {LOCK_FILE: load_lock, PUBLISHED_FILE: read_published, REDIRECTS_FILE: read_redirects}.items():
        (tmp_path / name).write_text(f"# {MAX_BYTES * 'x'}\n{{}}\n", encoding="utf-8")
        read(tmp_path, tmp_path, problems)
    assert lines(problems) == []


def test_a_folder_that_nobody_may_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "actors").mkdir()
    original = Path.iterdir

    def refuse(path: Path) -> object:
        if path.name == "actors":
            raise PermissionError(13, "Permission denied", str(path))
        return original(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    problems = Problems()
    assert seed_files(tmp_path, tmp_path, ("actors",), problems) == {
        "": [],
        "articles": [],
        "timeline": [],
        "actors": [],
    }
    assert lines(problems) == ["actors:1:1: cannot be read: Permission denied; check who may read this folder"]


def test_files_come_in_one_order_and_links_lead_in_no_circle(tmp_path: Path) -> None:
    for name in ("b/2.yml", "b/1.yml", "a.yml", "b/deep/x.yml", ".git/x", "fulltexts/a.txt", "b/fulltexts/a.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "b" / "round").symlink_to(tmp_path)
    assert [path.relative_to(tmp_path).as_posix() for path in visible_files(tmp_path)] == [
        "a.yml",
        "b/1.yml",
        "b/2.yml",
        "b/deep/x.yml",
        "b/fulltexts/a.txt",
        "b/round",
    ]
