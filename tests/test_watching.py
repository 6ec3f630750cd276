"""What `serve` takes for an input: seeds, hand-written pages, settings; never what the generator writes."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from workshop import files

from generator.pipeline import Project, generate
from generator.problems import Problems
from generator.watching import Inputs, watch_inputs


def listed(project: Project) -> set[str]:
    """All files that a walk with the listing finds, as the observer does."""
    inputs, found, folders = Inputs(project.docs, str(project.root / "mkdocs.yml")), set(), [str(project.root)]
    while folders:
        for entry in inputs(folders.pop()):
            if entry.is_dir():
                folders.append(entry.path)
            else:
                found.add(Path(entry.path).relative_to(project.root).as_posix())
    return found


def test_inputs_and_nothing_else(harbour: Project) -> None:
    before = {path for path in files(harbour.root) if not path.startswith("site/")}
    (harbour.root / "notes.txt").write_text("x", encoding="utf-8")
    (harbour.seeds / ".verified.lock.yml.123").write_text("x", encoding="utf-8")
    assert generate(harbour, Problems())
    assert listed(harbour) == before


def test_a_foreign_page_is_an_input(harbour: Project) -> None:
    assert generate(harbour, Problems())
    (harbour.docs / "actors/mine.md").write_text("mine", encoding="utf-8")
    assert "docs/actors/mine.md" in listed(harbour)


@pytest.mark.parametrize("record", ["", "[", "1", "null"])
def test_a_damaged_record_hides_nothing(harbour: Project, record: str) -> None:
    assert generate(harbour, Problems())
    (harbour.docs / ".generated.json").write_text(record, encoding="utf-8")
    assert "docs/index.md" in listed(harbour)


def test_a_page_that_a_build_removes_meanwhile_is_still_ours(harbour: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is listed, and then both it and its line in the record are gone."""
    assert generate(harbour, Problems())

    @contextmanager
    def scandir(folder: Path) -> Iterator[list[os.DirEntry[str]]]:
        with real(folder) as entries:
            found = list(entries)
        (harbour.docs / ".generated.json").write_text("{}", encoding="utf-8")
        yield found

    real = os.scandir
    monkeypatch.setattr(os, "scandir", scandir)
    assert list(Inputs(harbour.docs, "mkdocs.yml")(str(harbour.docs / "articles"))) == []


@pytest.fixture
def config(harbour: Project) -> MkDocsConfig:
    loaded = load_config(str(harbour.root / "mkdocs.yml"))
    loaded.watch.extend([str(harbour.seeds), str(harbour.seeds / "articles"), str(harbour.root.parent)])
    return loaded


@pytest.mark.parametrize("theme", [False, True])
def test_the_folder_is_watched_and_seeds_are_not_watched_twice(
    config: MkDocsConfig, harbour: Project, *, theme: bool
) -> None:
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(harbour.site))
    server.watch(str(harbour.docs))
    server.watch(str(harbour.root / "mkdocs.yml"))
    if theme:
        for folder in config.theme.dirs:
            server.watch(folder)
    watch_inputs(server, config)
    themes = {os.path.abspath(path) for path in config.theme.dirs} if theme else set()  # noqa: PTH100 - as MkDocs does
    assert {emitter.watch.path for emitter in server.observer.emitters} == {str(harbour.root), *themes}
    assert config.watch == [str(harbour.root.parent)]
    server.server_close()
