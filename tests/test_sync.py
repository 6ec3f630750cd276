"""What sync writes, removes and refuses; and that a run killed at any moment is made good by the next."""

import errno
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problems import Problems
from generator.sync import RECORD, TEMPORARY, Synced, sync, whole

FOLDERS = ("actors", "articles")
THEIRS = "this place belongs to the generator; move it elsewhere, or delete it"
OLD = {"index.md": "Start", "actors/a.md": "A", "actors/b.md": "B", "articles/deep/c.md": "C", ".refs.json": "{}"}
NEW = {"index.md": "Anfang", "actors/a.md": "A", "actors/d.md": "D", ".refs.json": "{}"}


class Killed(BaseException):
    """The run ends here."""


def run(texts: dict[str, str], docs: Path, folders: tuple[str, ...] = FOLDERS) -> tuple[Synced | None, list[str]]:
    problems = Problems()
    synced = sync({path: whole(text) for path, text in texts.items()}, docs, folders, problems)
    return synced, [str(problem) for problem in problems]


def tree(docs: Path) -> dict[str, str]:
    return {p.relative_to(docs).as_posix(): p.read_text() for p in sorted(docs.rglob("*")) if p.is_file()}


def written(docs: Path) -> dict[str, str]:
    return {path: text for path, text in tree(docs).items() if path != RECORD}


def test_first_run_second_run_and_change(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    assert run(OLD, docs) == (Synced(5, 0, 0), [])
    assert written(docs) == OLD
    times = {path: (docs / path).stat().st_mtime_ns for path in tree(docs)}
    first = tree(docs)

    assert run(OLD, docs) == (Synced(0, 0, 5), [])
    assert tree(docs) == first
    assert {path: (docs / path).stat().st_mtime_ns for path in tree(docs)} == times

    os.utime(docs / "actors/a.md", ns=(1, 1))
    assert run(NEW, docs) == (Synced(2, 2, 2), [])
    assert written(docs) == NEW
    assert (docs / "actors/a.md").stat().st_mtime_ns == 1
    assert not (docs / "articles").exists()
    assert json.loads((docs / RECORD).read_text()).keys() == NEW.keys()


def test_hand_written_files_beside_are_left_alone(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    beside = {"method.md": "Methode", "notes/a.md": "Notiz", "assets/x.css": "x", "actors/.DS_Store": "x"}
    for path, text in beside.items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(text)
    assert run(OLD, docs) == (Synced(5, 0, 0), [])
    assert run({}, docs) == (Synced(0, 5, 0), [])
    assert written(docs) == beside


def test_foreign_files_stop_the_run_and_stay(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    run(OLD, docs)
    (docs / "actors/mine.md").write_text("von Hand")
    (docs / "actors/a.md").write_text("A, geändert")
    (docs / "articles/old").mkdir()
    (docs / "articles/old/deep.txt").write_text("tief")
    before = tree(docs)
    synced, lines = run(NEW, docs)
    assert synced is None
    assert lines == [
        (
            "docs/actors/a.md:1:1: foreign file: a page of the generator was changed by hand; "
            "make the change in seeds/, and delete this file or move it elsewhere"
        ),
        f"docs/actors/mine.md:1:1: foreign file: {THEIRS}",
        f"docs/articles/old/deep.txt:1:1: foreign file: {THEIRS}",
    ]
    assert tree(docs) == before


def test_a_single_file_that_somebody_wrote_is_foreign(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("meine Startseite")
    assert run(OLD, tmp_path / "docs")[1] == [f"docs/index.md:1:1: foreign file: {THEIRS}"]


def test_a_file_put_back_as_it_was_is_no_longer_foreign(tmp_path: Path) -> None:
    run(OLD, tmp_path)
    (tmp_path / "index.md").write_text("von Hand")
    assert run(NEW, tmp_path)[0] is None
    (tmp_path / "index.md").write_text("Start")
    assert run(NEW, tmp_path)[0] == Synced(2, 2, 2)


def test_a_deleted_file_is_written_again(tmp_path: Path) -> None:
    run(OLD, tmp_path)
    (tmp_path / "actors/a.md").unlink()
    assert run(OLD, tmp_path)[0] == Synced(1, 0, 4)
    assert written(tmp_path) == OLD


@pytest.mark.parametrize("record", ["", "[]", "{", '{"index.md": 1}', "\x00", '{"index.md": null}'])
def test_without_its_record_files_speak_for_themselves(tmp_path: Path, record: str) -> None:
    run(OLD, tmp_path)
    (tmp_path / RECORD).write_text(record)
    assert run(OLD, tmp_path) == (Synced(0, 0, 5), [])
    (tmp_path / RECORD).unlink()
    assert run(NEW, tmp_path)[0] is None


def test_a_record_leads_nowhere_outside(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    run(OLD, docs)
    record = json.loads((docs / RECORD).read_text())
    outside = tmp_path / "seeds.yml"
    outside.write_text("Start")
    record |= {"../seeds.yml": record["index.md"], str(outside): record["index.md"]}
    (docs / RECORD).write_text(json.dumps(record))
    assert run(OLD, docs)[0] == Synced(0, 0, 5)
    assert outside.exists()


def test_a_folder_that_no_longer_belongs_to_a_kind_is_cleared(tmp_path: Path) -> None:
    run({"actors/a.md": "A", "articles/b.md": "B"}, tmp_path)
    assert run({"people/a.md": "A", "articles/b.md": "B"}, tmp_path, ("people", "articles"))[0] == Synced(1, 1, 1)
    assert sorted(path.name for path in tmp_path.iterdir()) == [RECORD, "articles", "people"]


def test_links_and_folders_in_the_way_are_foreign(tmp_path: Path) -> None:
    docs, elsewhere = tmp_path / "docs", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "a.md").write_text("A")
    (docs / "actors/b.md").mkdir(parents=True)
    (docs / "actors/a.md").symlink_to(elsewhere / "a.md")
    (docs / "actors/gone.md").symlink_to(elsewhere / "gone.md")
    (docs / "actors/more").symlink_to(elsewhere)
    (docs / "index.md").symlink_to(elsewhere / "gone.md")
    synced, lines = run(OLD, docs)
    assert synced is None
    assert [line.split(":")[0] for line in lines] == [
        "docs/actors/a.md",
        "docs/actors/b.md",
        "docs/actors/gone.md",
        "docs/actors/more",
        "docs/index.md",
    ]
    assert not (docs / RECORD).exists()


def test_a_file_where_a_folder_belongs_is_foreign(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/actors").write_text("keine Akteure")
    assert [line.split(":")[0] for line in run(OLD, tmp_path / "docs")[1]] == ["docs/actors"]


def test_a_disk_that_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(source: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(target))

    monkeypatch.setattr(os, "replace", full)
    synced, lines = run(OLD, tmp_path / "docs")
    assert synced is None
    hint = "check the disk and who may write there; then run it again"
    assert lines == [f"docs:1:1: cannot be written: .generated.json: No space left on device; {hint}"]


def test_docs_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "docs").write_text("kein Ordner")
    synced, lines = run(OLD, tmp_path / "docs")
    assert synced is None
    assert lines[0].startswith("docs:1:1: cannot be written: ")


def killed_at(number: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Ends the run before the file operation of that number; the list holds those that were done."""
    done: list[str] = []

    def counted(name: str, original: object) -> object:
        def operation(*arguments: object, **named: object) -> object:
            if len(done) >= number:
                raise Killed
            done.append(name)
            return original(*arguments, **named)  # type: ignore[operator]

        return operation

    monkeypatch.setattr(os, "replace", counted("replace", os.replace))
    for name in ("unlink", "rmdir", "mkdir", "write_bytes"):
        monkeypatch.setattr(Path, name, counted(name, getattr(Path, name)))
    return done


def kill(texts: dict[str, str], docs: Path, number: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether a run was ended before the file operation of that number."""
    with monkeypatch.context() as patched:
        killed_at(number, patched)
        try:
            run(texts, docs)
        except Killed:
            return True
    return False


@pytest.mark.parametrize("then", [OLD, NEW, {}])
def test_a_run_killed_at_any_moment_is_made_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, then: dict[str, str]
) -> None:
    number, killed = 0, True
    while killed:
        docs = tmp_path / str(number)
        run(OLD, docs)
        killed = kill(NEW, docs, number, monkeypatch)
        whole = {path: text for path, text in written(docs).items() if TEMPORARY not in path}
        assert whole.items() <= OLD.items() | NEW.items()
        synced, lines = run(then, docs)
        assert (synced is not None, lines) == (True, [])
        assert written(docs) == then
        assert not list(docs.rglob(f"{TEMPORARY}*"))
        clean = tmp_path / f"clean-{number}"
        run(then, clean)
        assert (docs / RECORD).read_bytes() == (clean / RECORD).read_bytes()
        number += 1
    assert number > 10


def test_a_first_run_killed_at_any_moment_is_made_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    number = 0
    while kill(OLD, tmp_path / str(number), number, monkeypatch):
        assert run(NEW, tmp_path / str(number))[1] == []
        assert written(tmp_path / str(number)) == NEW
        number += 1
    assert number > 10


PATHS = st.sampled_from(["index.md", "actors/a.md", "actors/b.md", "actors/x/c.md", "articles/a.md", ".refs.json"])
TREES = st.dictionaries(PATHS, st.sampled_from(["1", "2", "ä"]))


@given(st.lists(TREES, min_size=1, max_size=4))
@settings(max_examples=60)
def test_any_history_ends_in_the_last_tree(
    tmp_path_factory: pytest.TempPathFactory, trees: list[dict[str, str]]
) -> None:
    docs, fresh = tmp_path_factory.mktemp("docs"), tmp_path_factory.mktemp("fresh")
    for texts in trees:
        synced, lines = run(texts, docs)
        assert lines == []
        assert synced
        assert synced.written + synced.unchanged == len(texts)
    run(trees[-1], fresh)
    assert tree(docs) == tree(fresh)
