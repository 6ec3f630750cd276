"""A dossier as it was: read from git, or one clear message why not."""

import shutil
from pathlib import Path

import pytest
from changed_harbour import committed, git
from workshop import HARBOUR, break_seeds, files

from generator.difference.revision import NoRevision, UnknownRevision, snapshot_at
from generator.pipeline import Project


def put(folder: Path) -> Project:
    """A dossier that is a folder of a repository."""
    shutil.copytree(HARBOUR, folder)
    return Project(folder)


def test_a_dossier_as_it_was(harbour: Project) -> None:
    committed(harbour)
    shutil.rmtree(harbour.seeds)
    before = files(harbour.root)
    found = snapshot_at(harbour, "main")
    assert len(found.loaded.dossier.articles) == 5
    assert found.problems.opens == 12
    assert [page.path for page in found.loaded.hand_written] == ["imprint.md", "method.md"]
    assert files(harbour.root) == before


@pytest.mark.parametrize("revision", ["main", "HEAD", "v1", "main^{commit}", "HEAD@{0}"])
def test_whatever_git_takes_for_a_commit(harbour: Project, revision: str) -> None:
    committed(harbour)
    git(harbour.root, "tag", "--annotate", "v1", "--message", "x")
    assert snapshot_at(harbour, revision).loaded


def test_a_dossier_in_a_folder_of_the_repository(tmp_path: Path) -> None:
    inner = put(tmp_path / "inner")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/x.txt").write_text("x", encoding="utf-8")
    committed(Project(tmp_path))
    assert len(snapshot_at(inner, "main").loaded.dossier.articles) == 5


def test_without_hand_written_pages(harbour: Project) -> None:
    shutil.rmtree(harbour.docs)
    committed(harbour)
    assert snapshot_at(harbour, "main").loaded.hand_written == []


def test_links_that_lead_elsewhere_are_left_out(harbour: Project, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("# Geheim\n", encoding="utf-8")
    (harbour.docs / "link.md").symlink_to(tmp_path / "secret.md")
    committed(harbour)
    assert [page.path for page in snapshot_at(harbour, "main").loaded.hand_written] == ["imprint.md", "method.md"]


# Why there is nothing to compare with


def refused(project: Project, revision: str) -> str:
    with pytest.raises(NoRevision) as found:
        snapshot_at(project, revision)
    assert "\n" not in str(found.value)
    return str(found.value)


def test_no_git(harbour: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert refused(harbour, "main") == "git is not installed, so there is nothing to compare with"


def test_no_repository(harbour: Project) -> None:
    assert refused(harbour, "main") == "harbour/ is in no git repository, so there is nothing to compare with"


def test_a_repository_without_a_commit(harbour: Project) -> None:
    git(harbour.root, "init", "--quiet")
    assert refused(harbour, "HEAD") == 'git knows no revision "HEAD"; name a branch, a tag or a commit'


@pytest.mark.parametrize("revision", ["--all", "--output=x", "-h", "main:seeds", "main:README", "a b", ""])
def test_what_is_no_commit(harbour: Project, revision: str) -> None:
    committed(harbour)
    assert refused(harbour, revision).startswith("git knows no revision ")


def test_a_misspelt_branch(harbour: Project) -> None:
    committed(harbour)
    git(harbour.root, "branch", "redaktion")
    with pytest.raises(UnknownRevision, match=r'no revision "redaction"; did you mean "redaktion"\?'):
        snapshot_at(harbour, "redaction")


def test_a_shallow_clone(harbour: Project, tmp_path: Path) -> None:
    committed(harbour)
    (harbour.seeds / "articles/2031-06-ausblick.yml").unlink()
    committed(harbour)
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{harbour.root}", "shallow")
    told = refused(Project(tmp_path / "shallow"), "HEAD~1")
    assert told == 'git knows no revision "HEAD~1", and this clone is shallow; run: git fetch --unshallow'


def test_a_revision_before_there_were_seeds(harbour: Project) -> None:
    seeds = harbour.seeds.rename(harbour.root.parent / "seeds")
    committed(harbour)
    seeds.rename(harbour.seeds)
    committed(harbour)
    assert refused(harbour, "HEAD~1") == '"HEAD~1" has no seeds/; name a later revision'


def test_seeds_with_errors(harbour: Project) -> None:
    line = break_seeds(harbour)
    committed(harbour)
    told = 'the seeds at "HEAD" have errors, name another revision (the first of 1: '
    assert refused(harbour, "HEAD") == f"{told}{line})"


def test_a_damaged_repository(harbour: Project) -> None:
    committed(harbour)
    tree = git(harbour.root, "rev-parse", "HEAD:seeds").strip()
    (harbour.root / ".git/objects" / tree[:2] / tree[2:]).unlink()
    assert refused(harbour, "main").startswith("git archive failed: ")
