"""`dossier status` and `dossier diff`: what is left to do, and what a change does."""

from __future__ import annotations

from collections.abc import Mapping
from inspect import cleandoc
from pathlib import Path
from typing import Literal

import click

from generator.difference import difference
from generator.difference.report import as_json as difference_json
from generator.difference.report import as_markdown
from generator.difference.revision import NoRevision, UnknownRevision, snapshot, snapshot_at
from generator.pipeline import Project, load
from generator.problems import Problems, did_you_mean, quoted
from generator.status import INFORMATION, KINDS, WORK, Names, status_of
from generator.status.report import SUM, as_json, as_text, exceeded
from generator.status.unlinked_names import unlinked_names
from generator.terminal import colours, fail
from generator.text_commands import fulltexts_option


def _limits(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> dict[str, int]:
    limits = {}
    for value in values:
        kind, _, number = value.rpartition("=")
        if kind and kind not in KINDS:
            hint = did_you_mean(kind, KINDS) or f"kinds are {', '.join(KINDS)}"
            raise click.BadParameter(f"there is no kind {quoted(kind)}; {hint}")
        if not (number.isascii() and number.isdecimal()):
            raise click.BadParameter(f"{quoted(value)} is no limit; write a number, or e.g. drafts=0")
        limits[kind or SUM] = int(number)
    return limits


@click.command(short_help="List what is unfinished.")
@fulltexts_option
@click.option("--all", "every", is_flag=True, help="All places of each kind, not only the first ten.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="JSON always names all places.",
)
@click.option(
    "--fail-above",
    "limits",
    multiple=True,
    callback=_limits,
    metavar="[KIND=]N",
    help="Exit with 1 if there are more of this kind (or, without a kind, more to do at all). May be repeated.",
)
@click.pass_obj
def status(
    project: Project, *, fulltexts: Path | None, every: bool, form: Literal["text", "json"], limits: Mapping[str, int]
) -> None:
    """List what is unfinished, with file and line, and say which article to evaluate next.

    Work can be finished: articles without claims, drafts, claims to verify, orphans, contradictions, words
    that count the articles wrongly. What is listed for information may be right as it is (facts that one source alone
    tells, articles without an address) and counts only where --fail-above names it. Names in the texts that no topic
    knows are listed where the full texts are.

    \b
    Examples:
      dossier status
      dossier status --fail-above drafts=0 --fail-above 20
      dossier status --format json --fulltexts ../private
    """
    problems = Problems()
    loaded = load(project, problems) or fail(problems)
    names: Names | str = unlinked_names(loaded.seeds, fulltexts or project.seeds / "fulltexts")
    found = status_of(loaded, problems, names)
    if form == "json":
        click.echo(as_json(found))
    else:
        click.echo(as_text(found, None) if every else as_text(found), color=colours())
    above = list(exceeded(found, limits))
    for line in above:
        click.echo(line, err=True)
    if above:
        raise click.exceptions.Exit(1)


WIDTH = max(map(len, KINDS)) + 1
status.help = "\n\n\b\n".join(
    [cleandoc(str(status.help))]
    + [
        "\n".join([f"{head}:", *(f"  {kind:{WIDTH}}{title}" for kind, title in kinds.items())])
        for head, kinds in (("Kinds of work", WORK), ("For information", INFORMATION))
    ]
)


def _ends(revision: str) -> tuple[str, str]:
    """Both revisions of a range, or one and nothing. Half a range is a slip, most often a variable that is empty."""
    first, dots, last = (part.strip() for part in revision.partition(".."))
    if not revision.strip():
        slip = "no revision is given (an empty variable?); name a branch, tag or commit, e.g. main"
    elif not first and not last.strip("."):
        slip = f"{quoted(revision)} names no revision; write e.g. main..HEAD, or main for the files as they are"
    elif last.startswith("."):
        slip = f"{quoted(revision)} has three dots; write {first}..{last.lstrip('.')}"
    elif dots and not last:
        slip = (
            f"{quoted(revision)} lacks its second revision; write {first}..HEAD, or {first} for the files as they are"
        )
    elif not first:
        slip = f"{quoted(revision)} lacks its first revision; write e.g. HEAD..{last}"
    else:
        return first, last
    raise click.UsageError(slip)


@click.command(short_help="Tell what a change does to the dossier.")
@click.argument("revision", metavar="REV[..REV2]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "json"]),
    default="markdown",
    show_default=True,
    help="How to write it.",
)
@click.pass_obj
def diff(project: Project, *, revision: str, form: Literal["markdown", "json"]) -> None:
    """Tell in an editor's words what has changed since a git revision: articles, claims, topics, figures, answers.

    REV is a branch, tag or commit. It is held against the files as they are now, or against REV2. A range names both.

    \b
    Examples:
      dossier diff main
      dossier diff HEAD~3..HEAD
      dossier diff HEAD^1 >> "$GITHUB_STEP_SUMMARY"
    """
    first, last = _ends(revision)
    problems = Problems()
    try:
        old = snapshot_at(project, first)
        new = snapshot_at(project, last) if last else snapshot(project, problems) or fail(problems)
    except UnknownRevision as error:
        raise click.UsageError(str(error)) from None
    except NoRevision as error:
        raise click.ClickException(str(error)) from None
    found = difference(old, new)
    click.echo(difference_json(found) if form == "json" else as_markdown(found), nl=form == "json")
