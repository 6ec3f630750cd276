"""docs/ → site/: a strict MkDocs build into a folder beside site/, swapped in when it is whole.

MkDocs empties its target before it finds out that a build fails; therefore site/ itself is never its target. A run that
is killed leaves at most the two folders beside it, which the next run puts in order.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.one_at_a_time import only_one
from generator.ready_mkdocs import BEGIN

if TYPE_CHECKING:
    from generator.pipeline import Project

FRESH = "DOSSIER_DOCS_ARE_FRESH"
"""Set for a MkDocs that `dossier build` starts: docs/ has just been written, the hook need not do so again."""

LAST = "DOSSIER_LAST_SITE"
"""Names for such a MkDocs the site whose pages it may take over, where they would come out as they are."""

_RENDERED = re.compile(r"^INFO +- +(\d+ rendered, \d+ as they were|all rendered: .+)$", re.MULTILINE)
_TOLD = ("WARNING", "ERROR", "CRITICAL", "Error:", "Config value", "Aborted")


class SiteFailed(Exception):
    """MkDocs refused; `lines` are what it said to the point."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


def site_settings(project: Project) -> None:
    """Raises a ClickException where there is no mkdocs.yml, which no site can do without."""
    if (project.seeds / "dossier.yml").exists() and not (project.root / "mkdocs.yml").exists():
        message = f"there is no mkdocs.yml in {project.root.name}/; take the generator's own and change its site_name"
        raise click.ClickException(message)


def new_site(project: Project) -> Path:
    return project.site.with_name(f".{project.site.name}-new")


def old_site(project: Project) -> Path:
    return project.site.with_name(f".{project.site.name}-old")


def state_folder(site: Path) -> Path:
    """Where it is kept what the pages of the site were made from; it may go at any time (kept_pages.py)."""
    return site.with_name(f".{site.name}-state")


def only_builder(project: Project, waiting: Callable[[], None]) -> AbstractContextManager[int | None]:
    """Lets one build at a time into the folder; yields the lock's descriptor.

    A MkDocs that outlives its killed `dossier build` holds the lock too, until it has stopped writing.
    """
    return only_one(project.root, waiting)


def release_folder(project: Project) -> Path:
    """Where a release makes what goes into its site."""
    return project.site.with_name(f".{project.site.name}-release")


def repair(project: Project) -> None:
    """Undoes what a killed run has left."""
    if not project.site.exists() and old_site(project).exists():
        old_site(project).rename(project.site)
    for left in (old_site(project), new_site(project), release_folder(project)):
        remove(left)


def build_site(project: Project, lock: int | None = None) -> str:
    """Builds site/ from docs/ as it stands; after a SiteFailed, site/ is what it was. Gives what was rendered.

    `lock` is handed to MkDocs, so that the folder stays locked for as long as it writes.
    """
    with site_ready(project, lock) as built:
        return built()


@contextmanager
def site_ready(project: Project, lock: int | None = None) -> Iterator[Callable[[], str]]:
    """Yields what does the work of `build_site`; MkDocs meanwhile starts, and ends if it is not asked for."""
    with _ready(project, new_site(project), lock, {LAST: str(project.site)}) as built:

        def swapped_in() -> str:
            output = built()
            swap_in(project)
            return rendered(output)

        yield swapped_in


def mkdocs(project: Project, target: Path, lock: int | None, told: Mapping[str, str]) -> None:
    """Builds into the folder `target`, with the environment that it is `told`; after a SiteFailed it is gone."""
    with _ready(project, target, lock, told) as built:
        built()


@contextmanager
def _ready(project: Project, target: Path, lock: int | None, told: Mapping[str, str]) -> Iterator[Callable[[], str]]:
    options = ["--strict", *(["--dirty"] if LAST in told else []), "--site-dir", str(target)]
    with subprocess.Popen(
        [sys.executable, "-m", "generator.ready_mkdocs", "build", *options, *mkdocs_arguments(project)],
        cwd=project.root,
        env={**environment(), FRESH: "1", **told},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        pass_fds=() if lock is None else (lock,),
    ) as process:

        def built() -> str:
            output = process.communicate(BEGIN)[0]
            if process.returncode:
                remove(target)
                raise SiteFailed(to_the_point(output))
            return output

        try:
            yield built
        finally:
            process.kill()  # where it still waits, or this run is stopped


def swap_in(project: Project) -> None:
    """Puts the new site in the place of the old one."""
    if project.site.exists():
        project.site.rename(old_site(project))
    new_site(project).rename(project.site)
    remove(old_site(project))


def mkdocs_arguments(project: Project) -> list[str]:
    return ["--config-file", str(project.root / "mkdocs.yml")]


def environment() -> dict[str, str]:
    """For MkDocs: this very generator is found from any folder, and notices about MkDocs' future stay away."""
    package = str(Path(__file__).parent.parent)
    path = os.pathsep.join(filter(None, [package, os.environ.get("PYTHONPATH", "")]))
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    return {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", **quiet}


def to_the_point(output: str) -> list[str]:
    """The warnings and errors of a MkDocs run with the indented lines that belong to them, else its last lines."""
    told, inside = [], False
    for line in output.splitlines():
        inside = line.startswith(_TOLD) or (inside and line.startswith(" "))
        if inside and line.strip():
            told.append(line)
    return told or output.strip().splitlines()[-5:]


def rendered(output: str) -> str:
    """What a MkDocs run says of pages that it rendered or took over (`incremental`); empty where it says nothing."""
    told = _RENDERED.search(output)
    return f", {told[1]}" if told else ""


def unexpected(error: Exception) -> str:
    """One line for a fault that nobody foresaw."""
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror or error}"
    return f"a fault in dossier itself, please report it: {type(error).__name__}: {' '.join(str(error).split())}"


def remove(path: Path) -> None:
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)
