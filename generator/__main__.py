"""The command `dossier` (= `python -m generator`): reads its arguments, calls the stages, prints, and sets the exit status."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import NoReturn, get_args

import click

from generator.parsing import Seeds, parse_seeds
from generator.pipeline import Project, generate, load
from generator.problems import Format, Problems, counted, did_you_mean, quoted, summary, written
from generator.schema import FILES, schema_text
from generator.site import SiteFailed, build_site, environment, mkdocs, only_builder, repair, unexpected
from generator.verification.lock import LOCK_FILE, Lock, load_lock, save_lock
from generator.verification.numbered import numbered_text
from generator.verification.reading_desk import read_claims, reading_queue
from generator.verification.verify import frozen, verify_seeds

INTERRUPTED = 130

_fulltexts = click.option(
    "--fulltexts",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="DOSSIER_FULLTEXTS",
    help="Folder of the private full texts.  [default: $DOSSIER_FULLTEXTS, else seeds/fulltexts]",
)


def main() -> None:
    """Runs the command; whatever goes wrong ends in a line and an exit status, never in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a terminal that knows no umlauts
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    try:
        status = dossier.main(arguments, prog_name="dossier", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:  # e.g. `dossier check | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        if os.environ.get("DOSSIER_TRACEBACK"):
            raise
        click.echo(f"Error: {unexpected(error)}", err=True)
        return 1
    return status if isinstance(status, int) else 0


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--project",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="The dossier's folder.  [default: the nearest one upwards with seeds/dossier.yml]",
)
@click.version_option(package_name="dossier")
@click.pass_context
def dossier(ctx: click.Context, folder: Path | None) -> None:
    """Turn seeds/ (articles as metadata and claims) into a website of linked pages.

    \b
    A day's work:
      dossier serve              look on while you write in seeds/
      dossier check              every mistake with its file and line
      dossier verify             hold the claims against the full texts
      dossier build              write docs/ and site/

    \b
    Exit status:
      0  all is well
      1  problems, which are listed
      2  wrong usage
    """
    ctx.obj = Project((folder or _nearest(Path.cwd())).resolve())


@dossier.command()
@click.pass_obj
def build(project: Project) -> None:
    """Write docs/ and build site/ from it.

    site/ is replaced only by a whole new one; on an error it stays as it is.

    \b
    Example:
      dossier build
    """
    problems = Problems()
    with only_builder(project, lambda: click.echo("waiting for another build of this folder", err=True)) as lock:
        repair(project)
        synced = generate(project, problems)
        if not synced:
            _fail(problems)
        try:
            build_site(project, lock)
        except SiteFailed as error:
            click.echo("\n".join([*error.lines, "docs/ is written, but MkDocs refuses it; site/ is as it was"]), err=True)
            raise click.exceptions.Exit(1) from None
    click.echo(f"docs/: {counted(synced.written, 'page')} written, {synced.removed} removed, {synced.unchanged} unchanged")
    pages = sum(1 for _ in project.site.rglob("*.html"))
    click.echo(f"site/: {counted(pages, 'page')}, ready to be published")
    if problems.found:
        click.echo(f"{summary(problems)}; list them with: dossier check")
    served = f"{_shown(Path(sys.executable), 'python3')} -m http.server -d {_shown(project.site)} 8000"
    click.echo(f"Look at it: {served}\n            and open http://localhost:8000/")


@dossier.command()
@click.option("--address", default="localhost:8000", show_default=True, metavar="HOST:PORT", help="Where to serve.")
@click.pass_obj
def serve(project: Project, address: str) -> None:
    """Preview the site; it follows each change in seeds/ and docs/.

    Errors in the seeds are shown on every page, and the pages stay as they were before. Stop it with Ctrl-C.

    \b
    Example:
      dossier serve --address localhost:8001
    """
    os.environ.update(environment({}))
    project.docs.mkdir(exist_ok=True)
    from mkdocs.__main__ import cli  # noqa: PLC0415 - heavy, and it reads the environment while it is imported

    cli.main([*mkdocs("serve", project)[3:], "--dev-addr", address], prog_name="mkdocs", standalone_mode=False)


@dossier.command()
@click.option("--publish", is_flag=True, help="Fail on open problems too: what is published must be finished.")
@click.option(
    "--format",
    "form",
    type=click.Choice(get_args(Format)),
    help="How to write the problems.  [default: text; github, where GitHub Actions runs it]",
)
@click.pass_obj
def check(project: Project, *, publish: bool, form: Format | None) -> None:
    """List every problem of the seeds with file, line and way out.

    Errors must be mended before anything is built. Open problems (drafts, claims that nobody has verified,
    contradictions without a question) can be built, but not published.

    \b
    Examples:
      dossier check
      dossier check --publish
      dossier check --format json
    """
    problems = Problems()
    load(project, problems)
    click.echo(written(problems, form or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text")))
    if problems.errors or (publish and problems.opens):
        raise click.exceptions.Exit(1)


@dossier.command()
@_fulltexts
@click.option("--frozen", "freeze", is_flag=True, help="Write nothing; fail where the lock and the texts differ.")
@click.option("--read", "read", is_flag=True, help="Show claims beside their paragraphs, to be accepted by a person.")
@click.option("--by", envvar="DOSSIER_READER", metavar="NAME", help="Who reads (or $DOSSIER_READER).")
@click.argument("selection", nargs=-1, metavar="[ARTICLE[#CLAIM]]...")
@click.pass_obj
def verify(
    project: Project, fulltexts: Path | None, *, freeze: bool, read: bool, by: str | None, selection: tuple[str, ...]
) -> None:
    """Look for each claim's numbers, names, dates and quotes in the full texts.

    What is found is kept in seeds/verified.lock.yml, to be committed. Finding proves presence, not support; a claim
    with a miss, or with nothing to be found, is settled by reading it beside its paragraphs.

    \b
    Examples:
      dossier verify
      dossier verify --read --by "Ada L."
      dossier verify --read 2020-01-05-parlament#abzug --by "Ada L."
      dossier verify --frozen --fulltexts ../private
    """
    if (selection and not read) or (freeze and read) or (read and not by):
        raise click.UsageError('Name claims only with --read, and a reader: dossier verify --read CLAIM --by "Ada L."')
    problems = Problems()
    seeds, lock = _good_seeds(project, problems)
    folder = fulltexts or project.seeds / "fulltexts"
    problems = Problems()
    if freeze:
        frozen(seeds, lock, folder, problems)
        fresh = lock
    else:
        fresh = _read(seeds, lock, folder, (selection, by), problems) if by and read else verify_seeds(seeds, lock, folder, problems)
        save_lock(project.seeds / LOCK_FILE, fresh)
    _finish(problems, _grades(fresh))


@dossier.command()
@_fulltexts
@click.argument("article")
@click.pass_obj
def text(project: Project, fulltexts: Path | None, article: str) -> None:
    """Print an article's paragraphs with their numbers and the claims on each.

    \b
    Example:
      dossier text 2020-01-05-parlament
    """
    problems = Problems()
    seeds = parse_seeds(project.seeds, project.root, problems)
    if article not in seeds.articles and article not in seeds.failed and seeds.settings:
        hint = did_you_mean(article, seeds.articles) or "name a file of seeds/articles/ without its ending"
        raise click.UsageError(f"there is no article {quoted(article)}; {hint}")
    found = Problems()
    listing = numbered_text(seeds, article, fulltexts or project.seeds / "fulltexts", found)
    if listing is None:
        _fail(found if found.found else problems)
    click.echo(listing)
