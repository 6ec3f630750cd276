"""Changes to several files at once: all or none."""

import errno
import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import Any

import pytest
from test_faults import tree
from workshop import ENVIRONMENT, files

from generator.desk.journal import JOURNAL, Stuck, commit, finish
from generator.desk.staging import stage
from generator.one_at_a_time import only_one

REAL_REPLACE = os.replace
A, B, C = Path("seeds/a.yml"), Path("seeds/neu/b.yml"), Path("docs/seite.md")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / A).write_bytes(b"alt: \xc3\xa4\r\n")
    (tmp_path / C).write_bytes(b"\xff nicht UTF-8")
    return tmp_path


def leave_behind(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change that was killed right after it had been written down."""

    def killed(*arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("generator.desk.journal.put", killed)
        with pytest.raises(KeyboardInterrupt):
            commit(root, "Änderung → drei", {A: b"neu: 1\n", B: b"b: 2\n", C: None})


AFTER = {"docs": {}, "seeds": {"a.yml": b"neu: 1\n", "neu/b.yml": b"b: 2\n"}}


def both(root: Path) -> dict[str, dict[str, bytes]]:
    return {name: files(root / name) for name in ("docs", "seeds")}


def test_a_change_is_made_and_leaves_nothing_else(root: Path) -> None:
    (root / A).chmod(0o640)
    commit(root, "drei", {root / A: b"neu: 1\n", B: b"b: 2\n", C: None})
    assert both(root) == AFTER
    assert (root / A).stat().st_mode & 0o777 == 0o640
    assert finish(root) == ""


def test_nothing_is_written_where_nothing_changes(root: Path) -> None:
    before = (root / A).stat().st_mtime_ns, (root / A).stat().st_ino
    commit(root, "nichts", {A: (root / A).read_bytes(), B: None})
    assert ((root / A).stat().st_mtime_ns, (root / A).stat().st_ino) == before


def test_what_was_written_down_is_finished_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    leave_behind(root, monkeypatch)
    assert "alt" in (root / A).read_text(encoding="utf-8")
    assert finish(root) == "Änderung → drei"
    assert both(root) == AFTER
    assert finish(root) == ""


def test_bytes_that_are_no_text_are_kept_too(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = bytes(range(256))

    def killed(*arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("generator.desk.journal.put", killed)
        with pytest.raises(KeyboardInterrupt):
            commit(root, "Bytes", {A: content})
    assert finish(root) == "Bytes"
    assert (root / A).read_bytes() == content


def test_the_next_change_finishes_the_last_one_first(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    leave_behind(root, monkeypatch)
    commit(root, "vier", {B: b"b: 3\n"}, seen={B: b"b: 2\n"})
    assert both(root) == {"docs": {}, "seeds": {"a.yml": b"neu: 1\n", "neu/b.yml": b"b: 3\n"}}


def test_what_never_came_to_hold_is_forgotten(root: Path) -> None:
    before = both(root)
    (root / "seeds" / f".{JOURNAL}.new").write_bytes(b'{"what": "ha')
    assert finish(root) == ""
    assert both(root) == before


def test_a_file_that_an_editor_changed_meanwhile_is_never_overwritten(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_behind(root, monkeypatch)
    (root / A).write_bytes(b"meins\n")
    before = both(root)
    with pytest.raises(Stuck) as stuck:
        finish(root)
    assert str(stuck.value) == (
        "seeds/a.yml was changed by somebody else meanwhile, so an earlier change is not finished (Änderung → drei), "
        f"and this command was not run. Take your change of that file back, {GIVE_UP}"
    )
    assert {**both(root)["seeds"], ".a.yml.new": b"neu: 1\n", "neu/.b.yml.new": b"b: 2\n"} == before["seeds"]
    (root / A).write_bytes(b"alt: \xc3\xa4\r\n")
    finish(root)
    assert both(root) == AFTER


def test_a_file_changed_since_it_was_read_stops_the_change(root: Path) -> None:
    before = both(root)
    with pytest.raises(Stuck, match=r"seeds/a.yml was changed while this ran, so nothing was done; run it again"):
        commit(root, "drei", {A: b"neu: 1\n"}, seen={A: b"etwas anderes\n"})
    with pytest.raises(Stuck, match=r"docs/seite.md was changed while this ran"):
        commit(root, "drei", {A: b"neu: 1\n"}, seen={C: None})
    assert both(root) == before


def test_a_link_is_not_replaced_by_a_file(root: Path, tmp_path: Path) -> None:
    (root / "seeds/link.yml").symlink_to(root / A)
    with pytest.raises(Stuck, match=r"seeds/link.yml is a link"):
        commit(root, "eins", {Path("seeds/link.yml"): b"neu\n"})
    assert (root / A).read_bytes() == b"alt: \xc3\xa4\r\n"


@pytest.mark.parametrize("path", ["mkdocs.yml", "seeds/../x", ".git/hooks/x", "../x"])
def test_no_other_file_is_reached(root: Path, path: str) -> None:
    with pytest.raises(ValueError, match="lies outside seeds and docs"):
        commit(root, "eins", {Path(path): b"neu\n"})
    row = {"path": path, "old": None, "text": "neu\n"}
    journal = {"what": "fremd", "changes": [row], "folders": []}
    (root / "seeds" / JOURNAL).write_text(json.dumps(journal), encoding="utf-8")
    with pytest.raises(Stuck, match="is damaged"):
        finish(root)
    assert not (root / path).exists()


@pytest.mark.parametrize(
    "content", ["", "[]", '{"what": "x", "changes": [{"path": "seeds/a"}]}', '{"what": 1}', "null"]
)
def test_a_damaged_journal_is_told(root: Path, content: str) -> None:
    (root / "seeds" / JOURNAL).write_text(content, encoding="utf-8")
    with pytest.raises(Stuck, match="is damaged; look at the seeds"):
        finish(root)
    assert (root / A).exists()


CHANGE: dict[Path, bytes | None] = {A: b"neu: 1\n", B: b"b: 2\n", C: None}
GIVE_UP = (
    "and the next command finishes it; or give it up: delete seeds/.journal.json, "
    "then look with git status at what it has changed already"
)


def refused(root: Path) -> str:
    """What the change is refused with; nothing is changed, nothing is left behind."""
    before = tree(root)
    with pytest.raises(Stuck) as stuck:
        commit(root, "drei", CHANGE)
    assert tree(root) == before
    assert finish(root) == ""
    return str(stuck.value)


def test_a_file_where_a_folder_should_be(root: Path) -> None:
    (root / B.parent).write_bytes(b"")
    assert refused(root) == "seeds/neu/ cannot be written: Not a directory; nothing was changed"


def test_a_folder_where_a_file_should_be(root: Path) -> None:
    (root / A).unlink()
    (root / A).mkdir()
    assert refused(root) == "seeds/a.yml cannot be read: Is a directory; nothing was changed"


@pytest.mark.parametrize(
    "place", ["seeds/.a.yml.new", "seeds/neu/.b.yml.new", "docs/.seite.md.new", f"seeds/.{JOURNAL}.new"]
)
def test_a_folder_where_a_file_would_be_staged(place: str, root: Path) -> None:
    (root / place).mkdir(parents=True)
    assert refused(root) == f"{place} cannot be written: Is a directory; nothing was changed"


def only_in(folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str) -> None:
    """Nothing can be written in that folder."""
    real = io.open

    def opened(path: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:
        if "w" in mode and Path(path).parent == folder:
            raise OSError(number, words, str(path))
        return real(path, mode, *arguments, **options)

    monkeypatch.setattr(io, "open", opened)


@pytest.mark.parametrize("folder", ["docs", "seeds/neu"])
def test_a_read_only_folder(folder: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / folder).mkdir(exist_ok=True)
    only_in(root / folder, monkeypatch, errno.EACCES, "Permission denied")
    assert refused(root) == f"{folder}/ cannot be written: Permission denied; nothing was changed"


@pytest.mark.parametrize(
    ("number", "words", "way"),
    [
        (errno.EACCES, "Permission denied", "allow it (chmod u+w seeds)"),
        (errno.EROFS, "Read-only file system", "work in a copy"),
    ],
)
def test_read_only_seeds(number: int, words: str, way: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only_in(root / "seeds", monkeypatch, number, words)
    assert refused(root) == (
        f"seeds/ cannot be written: {words}; nothing was changed. "
        f"To change seeds, {way}; check, status and verify --frozen work as it is"
    )


def test_a_full_disk(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*arguments: object, **options: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(root / "seeds/neu"))

    monkeypatch.setattr("pathlib.Path.mkdir", full)
    assert refused(root) == "seeds/ cannot be written: No space left on device; nothing was changed"


def test_a_link_where_a_file_would_be_staged_leads_nowhere(root: Path, tmp_path: Path) -> None:
    (tmp_path / "fremd").write_bytes(b"fremd")
    (root / "seeds/.a.yml.new").symlink_to(tmp_path / "fremd")
    commit(root, "drei", CHANGE)
    assert (tmp_path / "fremd").read_bytes() == b"fremd"
    assert both(root) == AFTER


def test_a_folder_made_for_a_change_that_was_killed_goes_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(root)

    def killed(path: Path, content: bytes | None) -> None:
        if path == root / C:
            raise KeyboardInterrupt
        stage(path, content)

    with monkeypatch.context() as patch:
        patch.setattr("generator.desk.journal.stage", killed)
        with pytest.raises(KeyboardInterrupt):
            commit(root, "drei", CHANGE)
    assert tree(root).keys() - before.keys() == {
        f"seeds/.{JOURNAL}.new",
        "seeds/.a.yml.new",
        "seeds/neu",
        "seeds/neu/.b.yml.new",
    }
    assert finish(root) == ""
    assert tree(root) == before


def test_what_holds_and_cannot_be_finished_is_told(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(source: Path, target: Path) -> None:
        if target.name == "b.yml":
            raise OSError(errno.EIO, "Input/output error")
        REAL_REPLACE(source, target)

    monkeypatch.setattr(os, "replace", broken)
    why = "seeds/neu/b.yml cannot be written: Input/output error, so"
    with pytest.raises(Stuck) as stuck:
        commit(root, "drei", CHANGE)
    assert str(stuck.value) == f"{why} the change is not finished (drei). Set this right, {GIVE_UP}"
    for command in (lambda: finish(root), lambda: commit(root, "vier", {A: b"4"})):
        with pytest.raises(Stuck) as stuck:
            command()
        state = "an earlier change is not finished (drei), and this command was not run"
        assert str(stuck.value) == f"{why} {state}. Set this right, {GIVE_UP}"
        assert files(root).keys() == {"docs/seite.md", "seeds/a.yml", f"seeds/{JOURNAL}"}
    monkeypatch.undo()
    assert finish(root) == "drei"
    assert both(root) == AFTER


def test_a_disk_that_fails_as_the_change_begins_to_hold(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def replaced(source: Path, target: Path) -> None:
        REAL_REPLACE(source, target)
        monkeypatch.setattr(os, "fsync", broken)

    def broken(descriptor: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "replace", replaced)
    with pytest.raises(
        Stuck, match=r"^seeds/.journal.json cannot be written: Input/output error, so the change is not"
    ):
        commit(root, "drei", CHANGE)
    monkeypatch.undo()
    assert finish(root) == "drei"
    assert both(root) == AFTER


def test_no_seeds_and_no_journal_are_no_obstacle(tmp_path: Path) -> None:
    assert finish(tmp_path) == ""
    assert list(tmp_path.iterdir()) == []


def test_finish_waits_for_a_change_that_is_being_made(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    leave_behind(root, monkeypatch)
    with only_one(root / "seeds", lambda: None):
        code = (
            "import sys, pathlib; from generator.desk.journal import finish; print(finish(pathlib.Path(sys.argv[1])))"
        )
        waiting = subprocess.Popen([sys.executable, "-c", code, str(root)], env=ENVIRONMENT, stdout=subprocess.PIPE)
        with pytest.raises(subprocess.TimeoutExpired):
            waiting.wait(0.5)
        assert "alt" in (root / A).read_text(encoding="utf-8")
    assert waiting.communicate(timeout=30)[0].decode().strip() == "Änderung → drei"
    assert both(root) == AFTER


FLIPPING = """
import sys
from pathlib import Path
from generator.desk.journal import commit
root = Path(sys.argv[1])
one = {Path(f"seeds/{n}.yml"): b"1" * 5000 if n % 3 else None for n in range(12)}
two = {Path(f"seeds/{n}.yml"): b"2" * 5000 if n % 4 else None for n in range(12)}
print("ready", flush=True)
while True:
    commit(root, "eins", one)
    commit(root, "zwei", two)
"""


def test_killed_at_any_moment_all_files_are_of_one_state(root: Path) -> None:
    random, interrupted = Random(2031), 0  # noqa: S311 - nothing to keep secret
    one = {f"{n}.yml": b"1" * 5000 for n in range(12) if n % 3}
    two = {f"{n}.yml": b"2" * 5000 for n in range(12) if n % 4}
    (root / A).unlink()
    commit(root, "zwei", {Path("seeds", name): content for name, content in two.items()})
    for _ in range(40):
        with subprocess.Popen(
            [sys.executable, "-c", FLIPPING, str(root)], env=ENVIRONMENT, stdout=subprocess.PIPE
        ) as process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(random.random() / 20)
            process.kill()
        interrupted += finish(root) in ("eins", "zwei")
        assert files(root / "seeds") in (one, two)
    assert interrupted > 5
