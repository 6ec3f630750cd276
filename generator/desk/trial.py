"""A change tried out on a copy of the seeds: what the dossier would be, before anything is written.

The copy holds seeds and hand-written pages, never the private full texts.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.addresses import folders
from generator.hand_written import hand_written_pages
from generator.model import Settings
from generator.pipeline import Project, load
from generator.problems import Problems
from generator.reading import visible_files


class Refused(Exception):
    """The seeds stay as they are; the message says why, and the way out behind a semicolon."""


class WrongWords(Refused):
    """What was typed cannot be meant so."""


@contextmanager
def changed_copy(project: Project, settings: Settings, changes: Mapping[Path, bytes | None]) -> Iterator[Project]:
    """The dossier with the changes (path inside the project → content) made in a folder that goes away again."""
    pages = hand_written_pages(project.docs, project.root, folders(settings), Problems())
    paths = [*visible_files(project.seeds), *(project.docs / page.path for page in pages)]
    with TemporaryDirectory() as folder:
        copy = Project(Path(folder))
        for path in paths:
            if path.is_file():
                target = copy.root / path.relative_to(project.root)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
        for inside, content in changes.items():
            target = copy.root / inside
            if content is None:
                target.unlink()
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
        yield copy


def tried(project: Project, settings: Settings, changes: Mapping[Path, bytes | None]) -> Problems:
    """The problems that would be after the changes.

    Raises:
        Refused: one is an error that was not there before.
    """
    after, before = Problems(), Problems()
    with changed_copy(project, settings, changes) as copy:
        load(copy, after)
    if after.errors:
        load(project, before)
    known = {(problem.mark.path, problem.message) for problem in before}
    fresh = [each for each in after if each.level == "error" and (each.mark.path, each.message) not in known]
    if fresh:
        raise Refused("\n".join(["nothing was written, as it would bring about:", *map(str, fresh)]))
    return after
