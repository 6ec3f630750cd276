"""Where nothing changed, a build reads no seeds; whatever docs/ depend on is noticed."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from workshop import dossier

from generator import build_commands
from generator.pipeline import Project, generate
from generator.problems import Problems
from generator.unchanged import Run, inputs, keep_run, last_run

CLAIM = "articles/2031-03-20-funk.yml"


@pytest.fixture
def made(harbour: Project) -> Project:
    """With a run that succeeded."""
    run(harbour)
    return harbour


def run(project: Project) -> None:
    before = inputs(project)
    assert generate(project, Problems())
    keep_run(project, before, "1 open problem in 1 file")


def is_unchanged(project: Project) -> bool:
    return last_run(project, inputs(project)) is not None


def append(path: Path, text: str = "\n") -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def settings(project: Project, old: str, new: str) -> None:
    path = project.root / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def linked_folder(project: Project) -> None:
    (project.seeds / "more").symlink_to(project.docs, target_is_directory=True)


CHANGES: dict[str, Callable[[Project], object]] = {
    "a seed": lambda project: append(project.seeds / CLAIM, "# Notiz\n"),
    "a seed more": lambda project: append(project.seeds / CLAIM, "") or (project.seeds / "articles/neu.yml").touch(),
    "a seed less": lambda project: (project.seeds / CLAIM).unlink(),
    "a seed renamed": lambda project: (project.seeds / CLAIM).rename(project.seeds / "articles/anders.yml"),
    "a folder linked in": linked_folder,
    "a page by hand": lambda project: append(project.docs / "method.md", "\nMehr.\n"),
    "a page more": lambda project: (project.docs / "neu.md").write_text("# Neu\n"),
    "a page of the generator's gone": lambda project: (project.docs / "index.md").unlink(),
    "a page of the generator's changed": lambda project: append(project.docs / "index.md"),
    "the record gone": lambda project: (project.docs / ".generated.json").unlink(),
    "the site's address": lambda project: settings(project, "site_url:", "site_url: https://example.net/\nold_url:"),
    "nothing kept": lambda project: (project.kept.folder / "run").unlink(),
    "what is kept damaged": lambda project: (project.kept.folder / "run").write_bytes(b"x" * 100),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_noticed(made: Project, change: str) -> None:
    assert is_unchanged(made)
    CHANGES[change](made)
    assert not is_unchanged(made)


def test_the_address_may_come_from_the_environment(made: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOSSIER_SITE_URL", "https://example.net/")
    assert not is_unchanged(made)


def test_what_a_linked_seed_holds(made: Project, tmp_path: Path) -> None:
    elsewhere = (made.seeds / CLAIM).rename(tmp_path / "elsewhere.yml")
    (made.seeds / CLAIM).symlink_to(elsewhere)
    run(made)
    assert is_unchanged(made)
    append(elsewhere, "# Notiz\n")
    assert not is_unchanged(made)


def test_times_and_private_texts_change_nothing(made: Project) -> None:
    os.utime(made.seeds / CLAIM, ns=(1, 1))
    (made.seeds / "fulltexts").mkdir(exist_ok=True)
    (made.seeds / "fulltexts/2031-03-20-funk.txt").write_text("Privat.")
    found = last_run(made, inputs(made))
    assert isinstance(found, Run)
    assert found.told == "1 open problem in 1 file"


def test_a_build_reads_the_seeds_of_the_last_no_more(
    harbour: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dossier(harbour, "build") == 0
    first = capsys.readouterr().out.splitlines()
    monkeypatch.setattr(build_commands, "load", None)
    assert dossier(harbour, "build") == 0
    second = capsys.readouterr().out.splitlines()
    assert second[0].startswith("docs/  0 files written, 0 removed, ")
    assert second[1].endswith(" pages, 0 rendered, 36 as they were")
    assert second[2:] == first[2:]
    append(harbour.seeds / CLAIM, "# Notiz\n")
    assert dossier(harbour, "build") == 1
    assert "'NoneType' object is not callable" in capsys.readouterr().err
