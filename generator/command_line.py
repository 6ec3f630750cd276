"""The commands of `dossier`: they run the stages, print, and set the exit status."""

from __future__ import annotations

import os
import socket
from importlib import import_module
from pathlib import Path
from typing import cast, get_args

import click

from generator.desk.journal import Stuck, finish
from generator.loading import STOPPED, stoppable
from generator.parsing import parse_seeds
from generator.pipeline import Project, load
from generator.problems import Format, Problems, quoted, written
from generator.schema import FILES, Known, file_name, known_ids, schema_text
from generator.site import environment, mkdocs_arguments, site_settings, unexpected
from generator.terminal import colours, fail, report

ELSEWHERE = {
    "add": "add_command",
    "draft": "add_command",
    "new": "desk_commands",
    "rename": "desk_commands",
    "alias": "desk_commands",
    "status": "report_commands",
    "diff": "report_commands",
    "verify": "text_commands",
    "text": "text_commands",
    "build": "build_commands",
    "release": "build_commands",
}
"""Commands that are called what they are called in their modules, and these."""


def run(arguments: list[str]) -> int:
    """The exit status of `dossier` with these arguments; whatever goes wrong ends in a line, never in a traceback."""
    try:
        status = dossier.main(arguments, prog_name="dossier", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped", err=True)
        return STOPPED
    except Stuck as error:
        click.echo(f"Error: {error}", err=True)
        return 1
    except Exception as error:
        if os.environ.get("DOSSIER_TRACEBACK"):
            raise
        click.echo(f"Error: {unexpected(error)}", err=True)
        return 1
    return status if isinstance(status, int) else 0


class Commands(click.Group):
    """Imports what a command needs when it is asked for: what all need together takes longer than most of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *ELSEWHERE])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in ELSEWHERE:
            return super().get_command(ctx, cmd_name)
        with stoppable():
            module = import_module(f"generator.{ELSEWHERE[cmd_name]}")
        return cast(click.Command, getattr(module, cmd_name))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--project",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="The dossier's folder.  [default: the nearest one upwards with seeds/dossier.yml]",
)
@click.pass_context
def dossier(ctx: click.Context, folder: Path | None) -> None:
    """Turn seeds/ (articles, as metadata and claims) into a website of linked pages.

    \b
    A new article, from beginning to end:
      dossier add parlament.html          draft it: metadata, and claims to be written
      dossier text 2020-01-parlament      its paragraphs, numbered for the claims
      dossier serve                       look at the pages while you write in seeds/
      dossier check                       all mistakes, with file and line
      dossier verify                      what of the claims stands in the text
      dossier status                      what is left to do
      dossier build                       write docs/ and site/
      dossier release                     the same, with a page to print and a zip

    \b
    Exit status:
      0  all is well
      1  there are problems; they are listed
      2  wrong usage
    """
    ctx.color = colours()
    ctx.obj = Project((folder or nearest(Path.cwd())).resolve())
    if interrupted := finish(ctx.obj.root):
        click.echo(f"finished an interrupted: {interrupted}", err=True)


def nearest(start: Path) -> Path:
    """The first folder from `start` upwards that holds a dossier, or `start` itself."""
    return next((folder for folder in (start, *start.parents) if (folder / "seeds/dossier.yml").exists()), start)


@dossier.command(short_help="Show the site while you work.")
@click.option(
    "--address",
    default="localhost:8000",
    show_default=True,
    metavar="HOST:PORT",
    callback=lambda _ctx, _option, value: good_address(value),
    help="Where to serve.",
)
@click.pass_obj
def serve(project: Project, address: str) -> None:
    """Show the site while you work: it follows each change in seeds/ and docs/.

    Errors in the seeds are shown above every page, which stays as it was before. Ctrl-C ends it.

    \b
    Example:
      dossier serve --address localhost:8001
    """
    site_settings(project)
    os.environ.update(environment())
    project.docs.mkdir(exist_ok=True)
    from mkdocs.__main__ import cli  # noqa: PLC0415 - its notices look at the environment when it is imported

    arguments = ["serve", *mkdocs_arguments(project), "--dev-addr", address]
    cli.main(arguments, prog_name="mkdocs", standalone_mode=False)


def good_address(address: str) -> str:
    """The address, if one can listen there.

    Raises:
        click.BadParameter: it is no HOST:PORT, or taken.
    """
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal() or not 0 < int(port) < 65536:
        raise click.BadParameter(f"{quoted(address)} is no HOST:PORT; write e.g. localhost:8001")
    try:
        socket.create_server((host, int(port))).close()
    except OSError as error:
        raise click.BadParameter(f"cannot listen at {address}: {error.strerror}; try another port") from None
    return address


@dossier.command(short_help="List all problems.")
@click.option("--publish", is_flag=True, help="Fail on open problems as well: what is published is finished.")
@click.option(
    "--format",
    "form",
    type=click.Choice(get_args(Format)),
    help="How to write the problems.  [default: text, on GitHub Actions: github]",
)
@click.pass_obj
def check(project: Project, *, publish: bool, form: str | None) -> None:
    """List all problems of the seeds with file, line and the way out.

    Errors must be mended before anything can be built. Open problems (drafts, claims that nobody has verified,
    figures that contradict each other without a question) can be built, but not published.

    \b
    Examples:
      dossier check
      dossier check --publish
      dossier check --format json
    """
    problems = Problems()
    load(project, problems)
    default = "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"
    form = form or default
    click.echo(report(problems) if form == "text" else written(problems, cast(Format, form)))
    if problems.errors or (publish and problems.opens):
        raise click.exceptions.Exit(1)


@dossier.command(short_help="JSON Schemas of the seeds, for your editor.")
@click.argument("name", type=click.Choice(list(FILES)), required=False)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help="Write all of them there.")
@click.option("--ids", is_flag=True, help="Have your editor propose the ids and words of this dossier, too.")
@click.pass_obj
def schema(project: Project, *, name: str | None, out: Path | None, ids: bool) -> None:
    """Print a JSON Schema of the seeds, or write all of them, for editors that complete and check YAML.

    With --ids they hold the topics, events, questions, measures, types, statuses and relations that there are now, with
    their names: your editor proposes them, and takes new ones as well. That is for your own copy, not to be committed;
    without --ids they are as before.

    \b
    Examples:
      dossier schema article
      dossier schema --out .schemas
      dossier schema --out .schemas --ids
    Then, at the top of an article (Visual Studio Code, JetBrains, Neovim):
      # yaml-language-server: $schema=../../.schemas/article.schema.json
    """
    if bool(name) == bool(out):
        raise click.UsageError(f"name one of {', '.join(FILES)}, or give --out DIR for all")
    known = _known(project) if ids else {}
    if name:
        click.echo(schema_text(name, known), nl=False)
    if out:
        out.mkdir(parents=True, exist_ok=True)
        for each, files in FILES.items():
            path = out / file_name(each)
            path.write_text(schema_text(each, known), encoding="utf-8")
            click.echo(f"{path}  for {files}")


def _known(project: Project) -> Known:
    """The ids of all that can be read; a mistake elsewhere is no reason to know none."""
    problems = Problems()
    seeds = parse_seeds(project.seeds, project.root, problems)
    return known_ids(seeds) if seeds.settings else fail(problems)
