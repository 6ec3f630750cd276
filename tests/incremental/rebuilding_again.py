"""Builds of one dossier, each beside a full build of the same: both must be the same, file by file."""

import logging
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from workshop import files

from generator.pipeline import Project, generate
from generator.problems import Problems
from generator.site import FRESH, LAST, new_site, repair, swap_in


class Rebuilt:
    """How many pages the last build has rendered, and how many it took over."""

    def __init__(self, project: Project, caplog: pytest.LogCaptureFixture) -> None:
        self.project = project
        self.caplog = caplog
        self.rendered = self.kept = -1

    def __call__(self) -> None:
        """Builds as `dossier build` does, in this process, and compares."""
        problems = Problems()
        assert generate(self.project, problems), "\n".join(map(str, problems))
        self.build()
        self.compare()

    def build(self) -> None:
        self.caplog.clear()
        incremental_build(self.project)
        told = [re.fullmatch(r"(\d+) rendered, (\d+) as they were", line) for line in self.caplog.messages]
        self.rendered, self.kept = next(((int(found[1]), int(found[2])) for found in told if found), (-1, -1))

    def compare(self) -> None:
        full = self.project.root / ".full"
        full_build(self.project, full)
        assert different(self.project.site, full) == set()
        shutil.rmtree(full)


def different(one: Path, other: Path) -> set[str]:
    """Files that only one of the folders has, or both with other content."""
    ours, theirs = files(one), files(other)
    return (ours.keys() ^ theirs.keys()) | {path for path in ours.keys() & theirs.keys() if ours[path] != theirs[path]}


def incremental_build(project: Project) -> None:
    repair(project)
    with patch.dict(os.environ, {FRESH: "1", LAST: str(project.site)}):
        _mkdocs(project, new_site(project), dirty=True)
    swap_in(project)


def full_build(project: Project, target: Path) -> None:
    with patch.dict(os.environ, {FRESH: "1"}):
        _mkdocs(project, target, dirty=False)


def _mkdocs(project: Project, target: Path, *, dirty: bool) -> None:
    logging.getLogger("mkdocs").setLevel(logging.INFO)  # as MkDocs' own command does
    with _in_folder(project.root):
        config = load_config(str(project.root / "mkdocs.yml"), strict=True, site_dir=str(target))
        config.plugins.on_startup(command="build", dirty=dirty)
        build(config, dirty=dirty)


@contextmanager
def _in_folder(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
