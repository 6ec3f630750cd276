"""The two commands that write docs/ and site/: `build`, and `release` for what is published."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import click

from generator.docs_before import DocsBefore, docs_before
from generator.pipeline import Loaded, Project, everything_stays, load, write_docs
from generator.problems import Problems, counted, summary
from generator.published import PUBLISHED_FILE
from generator.release.record import check_record, record
from generator.release.run import MEGABYTE, ZIP, release_site
from generator.site import SiteFailed, only_builder, repair, site_ready, site_settings
from generator.sync import Synced
from generator.terminal import fail, stage
from generator.unchanged import inputs, keep_run, last_run

T = TypeVar("T")


@click.command(short_help="Write docs/ and build site/.")
@click.pass_obj
def build(project: Project) -> None:
    """Write docs/ and build site/ from it.

    site/ is only ever replaced by a whole new one; after an error it is what it was, and so is docs/.

    \b
    Example:
      dossier build
    """

    with _only_builder(project) as lock, docs_before(project.docs) as before, site_ready(project, lock) as built:
        made_from = inputs(project)
        if same := last_run(project, made_from):
            synced, told = Synced(0, 0, same.files), same.told
        else:
            synced, told = _written(project, Problems(), before)[1:]  # MkDocs needs the memory of what was loaded
            keep_run(project, made_from, told)
        stage("building site/")
        rendered = _tried(built)
    _tell(project, synced, told, rendered)


@click.command(short_help="Build site/ to be published: with a page to print and a zip.")
@click.option("--check", "checking", is_flag=True, help="Build nothing; fail unless all is recorded as published.")
@click.pass_obj
def release(project: Project, *, checking: bool) -> None:
    """Build site/ as `dossier build` does, with two things for readers who have no net or want paper.

    One page prints the whole dossier (print/), and a zip (data/dossier.zip) holds the whole site: unpacked, it opens by
    a double click; only its search needs a server. The footer of each page leads to both. It takes three times
    as long as a build. Same seeds, same zip: its files bear the time of SOURCE_DATE_EPOCH, else the day of the newest
    article.

    What is released is recorded in seeds/published.yml, to be committed: from then on `dossier check` sees to it that
    no address vanishes and no claim changes in silence. While problems are open, nothing is recorded. --check is for
    CI, which publishes and cannot commit.

    \b
    Examples:
      dossier release
      dossier release --check
    """
    if checking:
        check_release(project)
        return
    problems = Problems()
    with _only_builder(project) as lock, docs_before(project.docs) as before:
        loaded, synced, told = _written(project, problems, before)
        size = _tried(lambda: release_site(project, loaded, stage, lock))
        before.forget()  # site/ is made of what is in docs/ now
        sizes = f", print/ {size.print_page / MEGABYTE:.1f} MB, {ZIP} {size.zip / MEGABYTE:.1f} MB"
        recorded = record(project, loaded, problems)
    _tell(project, synced, told, f"{sizes}\n{recorded}")


def check_release(project: Project) -> None:
    """Ends the command unless what is to be published is recorded, and all that was published is still there."""
    problems, promises = Problems(), Problems()
    loaded = load(project, problems) or fail(problems)
    check_record(project, loaded, problems, promises)
    if promises.found:
        fail(promises)
    click.echo(f"{shown(project.seeds / PUBLISHED_FILE, PUBLISHED_FILE)} is up to date")


@contextmanager
def _only_builder(project: Project) -> Iterator[int | None]:
    site_settings(project)
    with only_builder(project, lambda: click.echo("waiting for another build in this folder", err=True)) as lock:
        repair(project)
        stage("writing docs/")
        yield lock


def _written(project: Project, problems: Problems, before: DocsBefore) -> tuple[Loaded, Synced, str]:
    """Writes docs/, and sums its problems up; ends the command where that is refused."""
    with everything_stays():
        if loaded := load(project, problems, project.kept):
            loaded = replace(loaded, lock={})  # its grades are in the dossier, and of many claims it is large
        synced = write_docs(project, loaded, problems, before) if loaded else None
    if not loaded or not synced:
        fail(problems)
    return loaded, synced, summary(problems) if problems.found else ""


def _tried(build: Callable[[], T]) -> T:
    try:
        return build()
    except SiteFailed as error:
        raise click.ClickException(
            f"MkDocs cannot build the site; docs/ and site/ stay as they were:\n{error}"
        ) from None


def _tell(project: Project, synced: Synced, told: str, further: str = "") -> None:
    pages = sum(1 for _ in project.site.rglob("*.html"))
    click.echo(
        f"docs/  {counted(synced.written, 'file')} written, {synced.removed} removed, {synced.unchanged} unchanged"
    )
    click.echo(f"site/  {counted(pages, 'page')}{further}")
    if told:
        click.echo(f"{told}; list them with: dossier check")
    python = shown(Path(sys.executable), "python3")
    click.echo(f"Look at it: {python} -m http.server -d {shown(project.site)} 8000  (and open http://localhost:8000/)")


def shown(path: Path, elsewhere: str = "") -> str:
    """A path to type in the working directory; `elsewhere` is said of one that lies outside."""
    return path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else elsewhere or str(path)
