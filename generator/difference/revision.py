"""A dossier as it was at a git revision, read from `git archive` into a folder that is gone afterwards."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from pathlib import Path

from generator.difference.comparison import Snapshot
from generator.pipeline import Project, load
from generator.problems import Problems, did_you_mean, quoted

INPUTS = ("seeds", "docs", "mkdocs.yml")


class NoRevision(Exception):
    """There is nothing to compare with; the message says why, and the way out."""


class UnknownRevision(NoRevision):
    """Git knows no such revision."""


def snapshot(project: Project, problems: Problems) -> Snapshot | None:
    """The dossier as it is in a folder; None where an error stands."""
    loaded = load(project, problems)
    return Snapshot(loaded, problems) if loaded else None


def snapshot_at(project: Project, revision: str) -> Snapshot:
    """The dossier at a revision.

    Raises:
        NoRevision: there is no git, no repository, no such revision, or no dossier without errors in it.
    """
    commit = _commit(project.root, revision)
    there = _git(project.root, "ls-tree", "--name-only", "-z", commit, "--", *INPUTS).decode().split("\0")
    inputs = [name for name in INPUTS if name in there]
    if "seeds" not in inputs:
        raise NoRevision(f"{quoted(revision)} has no seeds/; name a later revision")
    with tempfile.TemporaryDirectory(prefix="dossier-") as folder:
        _unpack(_git(project.root, "archive", "--format=tar", commit, "--", *inputs), Path(folder))
        problems = Problems()
        found = snapshot(Project(Path(folder)), problems)
    if not found:
        first = next(problem for problem in problems if problem.level == "error")
        hint = f"the first of {problems.errors}: {first}"
        raise NoRevision(f"the seeds at {quoted(revision)} have errors, name another revision ({hint})")
    return found


def _commit(root: Path, revision: str) -> str:
    """The commit's hash, which git can take for nothing else."""
    if _git(root, "rev-parse", "--is-inside-work-tree", ok=(0, 128)).strip() != b"true":
        raise NoRevision(f"{root.name}/ is in no git repository, so there is nothing to compare with")
    wanted = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    found = _git(root, *wanted, ok=(0, 1, 128)).decode().strip()
    if found:
        return found
    names = _git(root, "for-each-ref", "--format=%(refname:short)").decode().split()
    message = f"git knows no revision {quoted(revision)}"
    if guess := did_you_mean(revision, names):
        raise UnknownRevision(f"{message}; {guess}")
    if _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true":
        raise UnknownRevision(f"{message}, and this clone is shallow; run: git fetch --unshallow")
    raise UnknownRevision(f"{message}; name a branch, a tag or a commit")


def _git(root: Path, *arguments: str, ok: tuple[int, ...] = (0,)) -> bytes:
    """What git prints."""
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    except FileNotFoundError:
        raise NoRevision("git is not installed, so there is nothing to compare with") from None
    if done.returncode not in ok:
        said = " ".join(done.stderr.decode(errors="replace").split())
        raise NoRevision(f"git {arguments[0]} failed: {said}")
    return done.stdout


def _unpack(archive: bytes, folder: Path) -> None:
    """Only plain files: a link could lead out of the folder."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar.getmembers():
            if member.isfile():
                tar.extract(member, folder, filter="data")
