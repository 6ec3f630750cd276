"""What no commit has ever held was not published."""

import subprocess
from pathlib import Path

import pytest
import small

from generator.desk.chosen_ids import renaming_of
from generator.desk.published import may_be_published
from generator.pipeline import Loaded, Project, load
from generator.problems import Problems

NEW = "title: Neu\npublished: 2032\npublished_basis: stated\nadded: 2032-01-01\n"
CLAIM = "claims:\n- {id: gezaehlt, p: 1, text: Imke Fries zählt noch.}\n"


def git(project: Project, *arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x", "-c", "log.showRoot=false", *arguments],
        cwd=project.root,
        check=True,
    )


def committed(project: Project) -> None:
    git(project, "add", "seeds")
    git(project, "commit", "-q", "-m", "stand")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = small.project(tmp_path / "dossier")
    git(project, "init", "-q", "-b", "main")
    git(project, "config", "log.showRoot", "false")
    committed(project)
    return project


def loaded(project: Project) -> Loaded:
    found = load(project, Problems())
    assert found
    return found


def may_be(project: Project, old: str) -> bool:
    return may_be_published(project.root, renaming_of(loaded(project), old, "ganz-neu"))


def test_a_part_of_a_word_is_none(project: Project) -> None:
    """Of an id that is there, or of prose."""
    path = project.seeds / "articles/2031-04-lager.yml"
    before = path.read_text(encoding="utf-8")
    for name in ("fries", "sech", "vierz", "versamml"):
        path.write_text(before.replace("id: sechzig", f"id: {name}"), encoding="utf-8")
        assert not may_be(project, f"2031-04-lager#{name}")


IDS = ["deichbund", "versammlung", "wie-viele", "leute", "2031-04-lager", "2031-04-lager#treffen"]


@pytest.mark.parametrize("old", IDS)
def test_what_was_committed_may_be(old: str, project: Project) -> None:
    assert may_be(project, old)


def test_what_was_not_is_not(project: Project) -> None:
    (project.seeds / "articles/2032-neu.yml").write_text(NEW + CLAIM, encoding="utf-8")
    actors = project.seeds / "actors/actors.yml"
    actors.write_text(actors.read_text(encoding="utf-8") + "olde-h: {name: Olde, type: person}\n", encoding="utf-8")
    git(project, "add", "seeds")  # staged only
    for old in ("2032-neu", "2032-neu#gezaehlt", "olde-h"):
        assert not may_be(project, old)
    committed(project)
    for old in ("2032-neu", "2032-neu#gezaehlt", "olde-h"):
        assert may_be(project, old)


def test_what_stood_in_any_commit_may_be(project: Project) -> None:
    path = project.seeds / "articles/2032-neu.yml"
    path.write_text(NEW + CLAIM, encoding="utf-8")
    git(project, "checkout", "-q", "-b", "zweig")
    committed(project)
    git(project, "checkout", "-q", "main")
    path.write_text(NEW + CLAIM, encoding="utf-8")
    assert may_be(project, "2032-neu")
    assert may_be(project, "2032-neu#gezaehlt")
    git(project, "branch", "-q", "-D", "zweig")
    assert not may_be(project, "2032-neu")


def test_without_git_nobody_knows(tmp_path: Path, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    assert may_be(small.project(tmp_path / "ohne"), "deichbund")
    actors = project.seeds / "actors/actors.yml"
    actors.write_text(actors.read_text(encoding="utf-8") + "olde-h: {name: Olde, type: person}\n", encoding="utf-8")
    assert not may_be(project, "olde-h")
    monkeypatch.setenv("PATH", "")
    assert may_be(project, "olde-h")


def test_a_dossier_that_the_repository_around_it_does_not_keep_may_be(project: Project) -> None:
    inner = small.project(project.root / "innen")
    assert may_be(inner, "2031-04-lager")
