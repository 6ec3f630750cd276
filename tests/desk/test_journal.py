"""Changes to several files at once: all or none."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest
from workshop import ENVIRONMENT, files

from generator.desk.journal import JOURNAL, Stuck, commit, finish
from generator.one_at_a_time import only_one

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
        patch.setattr("generator.desk.journal._replace", killed)
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
        patch.setattr("generator.desk.journal._replace", killed)
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
    with pytest.raises(
        Stuck, match=r"^seeds/a.yml was changed by somebody else.*Änderung → drei.*delete seeds/.journal"
    ):
        finish(root)
    assert both(root) == before
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
    (root / "seeds" / JOURNAL).write_text(json.dumps({"what": "fremd", "changes": [row]}), encoding="utf-8")
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


def test_a_full_disk_is_told_with_what_is_left_to_do(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*arguments: object, **options: object) -> None:
        raise OSError(28, "No space left on device", str(root / "seeds/neu"))

    with monkeypatch.context() as patch:
        patch.setattr("pathlib.Path.mkdir", full)
        with pytest.raises(Stuck, match=r"^seeds/neu: No space left on device. The change is written down in seeds/"):
            commit(root, "drei", {A: b"neu: 1\n", B: b"b: 2\n", C: None})
    assert finish(root) == "drei"
    assert both(root) == AFTER


def test_an_error_without_a_file_is_told_too(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    leave_behind(root, monkeypatch)

    def broken(descriptor: int) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", broken)
        with pytest.raises(Stuck, match=r"^a file: Input/output error. The change is written down"):
            finish(root)
    assert finish(root) == "Änderung → drei"


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
