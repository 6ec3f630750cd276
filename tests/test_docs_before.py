"""What a run has replaced, removed or added in docs/ goes back if it fails; the commands are tested in test_main.py."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from workshop import files

from generator.docs_before import docs_before

OLD = {"index.md": "# Alt", "actors/a.md": "# A", "actors/b.md": "# B"}


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    docs = tmp_path / "docs"
    for path, text in OLD.items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_text(text, encoding="utf-8")
    return docs


def write(path: Path, text: str) -> None:
    """As `sync` does: a new file in the place of the old one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(".new")
    new.write_text(text, encoding="utf-8")
    new.replace(path)


def change(docs: Path) -> None:
    write(docs / "index.md", "# Neu")
    (docs / "actors/a.md").unlink()
    write(docs / "new/folder/c.md", "# C")


CHANGED = ["index.md", "actors/a.md", "new/folder/c.md"]


def run(docs: Path, failure: type[BaseException] | None, others: Mapping[str, str] | None = None) -> None:
    """Changes docs/, while others write there as well, and fails."""
    with docs_before(docs) as kept:
        kept.keep(CHANGED)
        change(docs)
        for path, text in (others or {}).items():
            write(docs / path, text)
        if failure:
            raise failure


@pytest.mark.parametrize("failure", [KeyboardInterrupt, RuntimeError])
def test_after_a_failure_all_is_as_it_was(docs: Path, failure: type[BaseException]) -> None:
    before = files(docs)
    times = {path: (docs / path).stat().st_mtime_ns for path in OLD}
    with pytest.raises(failure):
        run(docs, failure)
    assert files(docs) == before
    assert {path: (docs / path).stat().st_mtime_ns for path in OLD} == times
    assert not (docs / "new").exists()
    assert [path.name for path in docs.parent.iterdir()] == ["docs"]


def test_what_came_to_be_stays_where_nothing_failed(docs: Path) -> None:
    run(docs, None)
    assert (docs / "index.md").read_text(encoding="utf-8") == "# Neu"
    assert [path.name for path in docs.parent.iterdir()] == ["docs"]


def test_what_others_write_meanwhile_is_left_alone(docs: Path) -> None:
    others = {"actors/b.md": "# Von Hand", "new/mine.md": "# Auch"}
    with pytest.raises(RuntimeError):
        run(docs, RuntimeError, others)
    assert (docs / "actors/b.md").read_text(encoding="utf-8") == "# Von Hand"
    assert [path.name for path in (docs / "new").iterdir()] == ["mine.md"]


def test_without_links_copies_are_kept(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    before = files(docs)
    with pytest.raises(RuntimeError):
        run(docs, RuntimeError)
    assert files(docs) == before


def test_what_a_killed_run_has_left_is_of_no_use(docs: Path) -> None:
    (docs.parent / ".docs-before").mkdir()
    (docs.parent / ".docs-before/index.md").write_text("# Uralt", encoding="utf-8")
    with pytest.raises(RuntimeError), docs_before(docs):
        raise RuntimeError
    assert (docs / "index.md").read_text(encoding="utf-8") == OLD["index.md"]
