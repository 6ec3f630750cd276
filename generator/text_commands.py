"""`dossier verify` and `dossier text`: the commands that need the private full texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from generator.model import ArticleRecord
from generator.parsing import Seed, Seeds, parse_seeds
from generator.pipeline import Project, load
from generator.problems import Problems, did_you_mean, quoted
from generator.terminal import fail, progress
from generator.verification.grades import grade_lines
from generator.verification.lock import LOCK_FILE, Lock, save_lock
from generator.verification.numbered import numbered_text
from generator.verification.reading_desk import read_claims, reading_queue
from generator.verification.verify import frozen, verify_seeds

fulltexts_option = click.option(
    "--fulltexts",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    envvar="DOSSIER_FULLTEXTS",
    metavar="DIR",
    help="Folder of the private full texts, besides seeds/fulltexts.  [default: $DOSSIER_FULLTEXTS]",
)


@click.command(short_help="Hold the claims against the full texts.")
@fulltexts_option
@click.option("--frozen", "freeze", is_flag=True, help="Write nothing; fail where the lock and the texts differ.")
@click.option("--read", is_flag=True, help="Show claims beside their paragraphs, for a person to accept.")
@click.option("--by", envvar="DOSSIER_READER", metavar="NAME", help="Who reads (or $DOSSIER_READER).")
@click.argument("selection", nargs=-1, metavar="[ARTICLE[#CLAIM]]...")
@click.pass_obj
def verify(
    project: Project, *, fulltexts: Path | None, freeze: bool, read: bool, by: str | None, selection: tuple[str, ...]
) -> None:
    """Look for each claim's numbers, names, dates and quotes in the full texts.

    The result is kept in seeds/verified.lock.yml, to be committed. Finding proves presence, not support: a claim with
    a miss, or with nothing to look for, is settled by reading it beside its paragraphs.

    \b
    Examples:
      dossier verify
      dossier verify 2020-01-parlament
      dossier verify --read --by "Ada L."
      dossier verify --read 2020-01-parlament#abzug --by "Ada L."
      dossier verify --frozen --fulltexts ../private
    """
    _check_usage(selection, freeze=freeze, read=read)
    seeds, lock = _linked(project)
    folder, path, problems = fulltexts or project.seeds / "fulltexts", project.seeds / LOCK_FILE, Problems()
    if freeze:
        frozen(seeds, lock, folder, problems)
    elif read:
        if not by:
            raise click.UsageError('say who reads: --by "Ada L." (or set $DOSSIER_READER)')
        queue = reading_queue(seeds, lock, folder, selection, problems)
        today = date.today()  # noqa: DTZ011 - the reader's own day
        for answered in read_claims(queue, lock, by, today, lambda prompt: input(f"{prompt} "), click.echo):
            lock = answered
            save_lock(path, lock)  # after each answer, so that a closed terminal costs none
        if not queue and not problems.found:
            click.echo("there is nothing to read")
    else:
        for each in selection:
            known_article(each, seeds)
        lock = verify_seeds(seeds, lock, folder, problems, only=selection, watch=_watch)
        save_lock(path, lock)
    if not problems.errors:
        click.echo("\n".join(grade_lines(lock, {each.partition("#")[0] for each in selection})))
    if problems.found:
        fail(problems)


def _check_usage(selection: Sequence[str], *, freeze: bool, read: bool) -> None:
    if freeze and (read or selection):
        raise click.UsageError("--frozen compares everything and writes nothing; give it alone")
    if not read and (claim := next((each for each in selection if "#" in each), "")):
        raise click.UsageError(f"{quoted(claim)}: a single claim can be named only with --read; name its article")


def _watch(articles: Sequence[str]) -> Iterator[str]:
    return progress(articles, "verifying")


def _linked(project: Project) -> tuple[Seeds, Lock]:
    """Seeds without an error: nothing is verified, and no lock written, before they can be linked."""
    problems = Problems()
    loaded = load(project, problems)
    return (loaded.seeds, loaded.lock) if loaded else fail(problems)


@click.command(short_help="Print a full text, numbered, with its claims.")
@fulltexts_option
@click.argument("article")
@click.pass_obj
def text(project: Project, *, fulltexts: Path | None, article: str) -> None:
    """Print an article's paragraphs, numbered, with the claims on each.

    \b
    Example:
      dossier text 2020-01-parlament
    """
    problems = Problems()
    seeds = parse_seeds(project.seeds, project.root, problems)
    if article in seeds.failed or not seeds.settings:
        fail(problems)
    known_article(article, seeds)
    problems = Problems()
    listing = numbered_text(seeds, article, fulltexts or project.seeds / "fulltexts", problems)
    if listing:
        click.echo(listing)
    if problems.found:
        fail(problems)


def known_article(name: str, seeds: Seeds) -> Seed[ArticleRecord]:
    """The article of that id.

    Raises:
        click.UsageError: there is none; with the best guess.
    """
    if name in seeds.articles:
        return seeds.articles[name]
    hint = did_you_mean(name, seeds.articles) or "name a file of seeds/articles/ without its ending"
    raise click.UsageError(f"there is no article {quoted(name)}; {hint}")
