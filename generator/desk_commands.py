"""`dossier new`, `rename` and `alias`: the commands that change seeds, wholly or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from generator.desk import journal
from generator.desk.alias import Aliased
from generator.desk.alias import alias as aliased
from generator.desk.chosen_ids import check_new_id, renaming_of
from generator.desk.rename import Renamed
from generator.desk.rename import rename as renamed
from generator.desk.skeletons import Wishes, folder_of, new_record
from generator.desk.trial import Refused, WrongWords, tried
from generator.model import Settings
from generator.parsing import Seeds, parse_seeds
from generator.pipeline import Project, load
from generator.problems import Problems, counted
from generator.redirects import read_redirects
from generator.terminal import fail, stage
from generator.text_commands import fulltexts_option


@contextmanager
def _told() -> Iterator[None]:
    """What is refused ends the command with its message."""
    try:
        yield
    except WrongWords as wrong:
        raise click.UsageError(str(wrong)) from None
    except (Refused, journal.Stuck) as refused:
        raise click.ClickException(str(refused)) from None


@click.command(short_help="Begin a record: an actor, an event, a question ...")
@click.argument("kind")
@click.argument("record", metavar="ID")
@click.option("--name", default="", metavar="WORDS", help="Its name or title, as the site shows it.")
@click.option("--type", default="", metavar="TYPE", help="One of the types in seeds/dossier.yml.")
@click.option("--date", default="", metavar="EDTF", help="Of an event or article: 2020-05-03, 2020-05, 2020~ ...")
@click.option("--lat", default="", metavar="DEGREES", help="Latitude, e.g. 33.79.")
@click.option("--lon", default="", metavar="DEGREES", help="Longitude, e.g. 42.44.")
@click.option("--source", default="", metavar="WORDS", help="Where the coordinates are from.")
@click.pass_obj
def new(project: Project, /, *, kind: str, record: str, **said: str) -> None:
    """Write the first lines of a new record, with what its fields mean beside them.

    KIND is a kind of topic of seeds/dossier.yml (actor, base, place, outlet, ...), or event, question, measure,
    article. ID is its address for good: a-z, 0-9 and hyphens. What you do not say is left out, or marked `# TODO`,
    and `dossier check` counts it as open until you have filled it in and removed the comment.

    A topic goes into the file where most topics of its type stand, or into a file of its own where there is none.

    \b
    Examples:
      dossier new actor fuad-hussein --name "Fuad Hussein" --type person
      dossier new base harir --lat 36.53 --lon 44.34 --source "OpenStreetMap"
      dossier new event teilabzug-2026 --date 2026-02
      dossier new question wer-bleibt-2026
    """
    seeds, settings = _parsed(project)
    with _told():
        wishes = Wishes(kind, record, **said)
        folder = folder_of(wishes, settings)
        redirects = read_redirects(project.seeds, project.root, Problems()).addresses
        check_new_id(record, f"{folder}/{record}", seeds, redirects)
        today = date.today()  # noqa: DTZ011 - the editor's own day
        made = new_record(project, seeds, settings, wishes, today)
        problems = tried(project, settings, {made.path: made.after})
        journal.commit(project.root, f"new {kind} {record}", {made.path: made.after}, {made.path: made.before})
    click.echo(f"{made.path.as_posix()}:{made.line}  begins {kind} {record}; go on there")
    for problem in problems:
        if problem.mark.path == made.path.as_posix() and problem.mark.line >= made.line:
            click.echo(str(problem))


@click.command(short_help="Change an id everywhere; the old address keeps leading there.")
@click.argument("old")
@click.argument("new", metavar="NEW")
@fulltexts_option
@click.pass_obj
def rename(project: Project, *, old: str, new: str, fulltexts: Path | None) -> None:
    """Change the id of a topic, event, question, measure, article or claim wherever it stands.

    In fields, links and citations of the seeds and of the hand-written pages, in file names and in the lock. The old
    address is kept in seeds/redirects.yml, unless it was never released and no commit ever held it. What was verified
    stays verified where the full texts are at hand. Nothing else in the files changes, and if anything is in the way,
    nothing at all.

    \b
    Examples:
      dossier rename qassem-soleimani kassem-soleimani
      dossier rename 2020-01-parlament 2020-01-05-parlament
      dossier rename 2020-01-parlament#abzug 2020-01-parlament#abzug-gefordert
    """
    problems = Problems()
    loaded = load(project, problems)
    if not loaded:
        fail(problems)
    stage("trying it on a copy")
    with _told():
        renaming = renaming_of(loaded, old, new)
        change = renamed(project, loaded, renaming, fulltexts or project.seeds / "fulltexts")
        what = f"rename {renaming.old} → {renaming.new}"
        journal.commit(project.root, what, change.changes, change.seen)
    click.echo(f"{renaming.noun} {renaming.old} → {renaming.new}: {_extent(change)}")
    if change.redirected:
        click.echo(f"{renaming.old_address} leads to {renaming.new_address} (seeds/redirects.yml)")
    else:
        click.echo(f"no commit knows {renaming.old_address}, so nothing leads from there")
    if change.unverified:
        what = f"{counted(change.unverified, 'claim')} must be verified again, as the full texts are not at hand"
        click.echo(f"{what}; run: dossier verify")


def _extent(change: Renamed) -> str:
    """In how many places, and what it did to the files."""
    moved = sum(content is None for content in change.changes.values())
    changed = len(change.changes) - 2 * moved
    places = [counted(change.edits, "place")] if change.edits else []
    renamed_files = [f"{counted(moved, 'file')} renamed"] if moved else []
    return ", ".join([*places, *renamed_files, *([f"{counted(changed, 'file')} written"] if changed else [])])


@click.command(short_help="Add a spelling of a topic.")
@click.argument("topic")
@click.argument("spelling")
@click.option("--metonym", is_flag=True, help="It may mean something else too: look for it, but never link it.")
@click.pass_obj
def alias(project: Project, *, topic: str, spelling: str, metonym: bool) -> None:
    """Add a spelling to a topic: claims that use it are linked, and `verify` finds the topic by it.

    German endings need none (Irak finds Iraks). A word that may mean something else too (Washington, Bagdad) is added
    with --metonym: it is found when claims are verified, and never linked.

    \b
    Examples:
      dossier alias qassem-soleimani "Kassem Solaimani"
      dossier alias us-regierung Washington --metonym
    """
    seeds, settings = _parsed(project)
    with _told():
        change = aliased(project, seeds, topic, spelling, metonym=metonym)
        tried(project, settings, {change.path: change.after})
        what = f"alias {topic} {change.spelling}"
        journal.commit(project.root, what, {change.path: change.after}, {change.path: change.before})
    click.echo(f"{change.path.as_posix()}:{change.line}  {topic} is also {change.spelling}")
    if not metonym:
        click.echo(_links(change))


def _links(change: Aliased) -> str:
    """What the new spelling links."""
    if change.linked:
        return f"{counted(len(change.linked), 'claim')} more will link to it: {', '.join(change.linked)}"
    return "no further claim will link to it" if change.used else "no written claim uses it yet"


def _parsed(project: Project) -> tuple[Seeds, Settings]:
    problems = Problems()
    seeds = parse_seeds(project.seeds, project.root, problems)
    return (seeds, seeds.settings.record) if seeds.settings else fail(problems)
