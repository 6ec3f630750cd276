"""`dossier add` and `dossier draft`: from a source, or from an article that is there, to draft claims."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.desk.add import Drafted, Refused, Wishes, drafted, findings_in
from generator.desk.journal import commit
from generator.desk.redraft import Unplaceable, redrafted, uncovered
from generator.desk.told import as_json, name_lines, names_in, told
from generator.drafting.draft import Drafting, main_topics
from generator.drafting.extra import ExtraMissing
from generator.fulltext import read_paragraphs
from generator.intake.source import Unusable, read_source
from generator.model import ArticleRecord
from generator.parsing import Seeds, parse_record
from generator.pipeline import Project, load
from generator.problems import Mark, Problems, counted, printable
from generator.reading import SeedFile
from generator.schema import modeline
from generator.terminal import fail, progress
from generator.text_commands import fulltexts_option, known_article
from generator.yaml_marks import compose

IGNORE = b"# Private: the texts of others.\n*\n"


@click.command(short_help="Draft an article from a text, page or address.")
@fulltexts_option
@click.option("--published", default="", metavar="DATE", help="When it was published, as 2026-02-10 or 2026-02.")
@click.option("--published-basis", default="", metavar="WORDS", help='How that is known: stated, or "inferred: why".')
@click.option("--outlet", default="", metavar="TOPIC", help="The outlet: a topic's id or name.")
@click.option("--agency", default="", metavar="TOPIC", help="The agency that the report is from.")
@click.option("--title", default="", help="Our own title; never the article's.")
@click.option("--url", default="", help="Its address, where the source does not say.")
@click.option("--language", default="", metavar="CODE", help="Its language, where it is not recognised.")
@click.option("--id", "name", default="", help="The article's id: its address for good.")
@click.option("--again", is_flag=True, help="Add it although the dossier has one like it.")
@click.option("--dry-run", is_flag=True, help="Only show what would be drafted.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="json: all findings.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.pass_obj
def add(
    project: Project,
    /,
    *,
    fulltexts: Path | None,
    name: str,
    dry_run: bool,
    form: str,
    sources: Sequence[str],
    **said: Any,
) -> None:
    """Draft articles from texts (.txt, .md), saved web pages (.html), web addresses, or - for standard input.

    Each becomes seeds/articles/ID.yml: metadata, and for each sentence that carries something a draft claim with the
    topics, dates, figures, speakers and likely events found in it. You write the claim's text. The full text is kept in
    seeds/fulltexts/, which is private. What is in the dossier already is refused.

    \b
    Examples:
      dossier add ~/Downloads/neue-gespraeche.html
      dossier add gespraeche.txt --published 2026-02-10 --outlet dpa
      dossier add https://www.example.org/artikel/123
      pdftotext -layout report.pdf - | dossier add - --id 2026-02-report --published 2026-02
      dossier add texts/*.txt --dry-run
    """
    _check_usage(sources, id=name, title=said["title"], url=said["url"])
    problems = Problems()
    loaded = load(project, problems)
    if not loaded:
        fail(problems)
    desk = _Desk(project, loaded.seeds, fulltexts or project.seeds / "fulltexts", dry_run=dry_run)
    added, failed = [], 0
    for source in progress(sources, "reading"):
        try:
            made = desk.add(source, Wishes(id=name, **said))
        except (Refused, Unusable, ExtraMissing) as error:
            click.echo(f"{printable(source)}: not added: {error.message}; {error.hint}", err=True)
            failed += 1
        else:
            added.append(made)
            if form == "text":
                click.echo("\n".join(told(made, desk.seeds, project.root, desk.folder)))
    if form == "json":
        rows = [as_json(made, names_in(made.blocks, desk.seeds) or []) for made in added]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif len(sources) > 1:
        click.echo(f"{counted(len(added), 'article')} {'would be ' if dry_run else ''}added, {failed} not")
    if failed:
        raise click.exceptions.Exit(1)


def _check_usage(sources: Sequence[str], **of_one: str) -> None:
    single = next((option for option, value in of_one.items() if value), "")
    if len(sources) > 1 and single:
        raise click.UsageError(f"--{single} belongs to one source; add them one by one")
    if len(sources) != len(set(sources)):
        raise click.UsageError("a source is named twice; name each once")


@click.command(short_help="Draft claims for an article that is there.")
@fulltexts_option
@click.argument("article")
@click.pass_obj
def draft(project: Project, *, fulltexts: Path | None, article: str) -> None:
    """Draft claims for all paragraphs of an article that no written claim cites.

    Drafts whose text is still empty are made anew, so run it when topics or aliases have been added; written claims are
    not touched.

    \b
    Example:
      dossier draft 2026-02-10-neue-gespraeche
    """
    problems = Problems()
    loaded = load(project, problems)
    if not loaded:
        fail(problems)
    seed = known_article(article, loaded.seeds)
    problems = Problems()
    blocks = read_paragraphs(seed, loaded.seeds, fulltexts or project.seeds / "fulltexts", problems)
    if blocks is None:
        fail(problems)
    findings = findings_in(blocks, loaded.seeds, seed.record.published, seed.record.language)
    publishers = frozenset(filter(None, (seed.record.outlet, seed.record.agency)))
    drafting = Drafting(seed.record.published, publishers, loaded.seeds.measures)
    drafts = uncovered(seed, drafting.claims(findings, blocks))
    path = project.root / seed.file.path
    try:
        before = path.read_bytes()
        topics = [topic for topic in main_topics(findings) if topic not in publishers]
        after = redrafted(before, seed, drafts, topics)
    except Unplaceable:
        message = f"the claims in {seed.file.path} stand in brackets or share their lines"
        raise click.ClickException(f"{message}; write each as an item of its own, beginning with a dash") from None
    commit(project.root, f"draft {article}", {Path(seed.file.path): after}, seen={Path(seed.file.path): before})
    click.echo(f"{seed.file.path}: {counted(len(drafts), 'draft')} for paragraphs without a claim")
    for line in name_lines(names_in(blocks, loaded.seeds), article, loaded.seeds, drafts):
        click.echo(line)


class _Desk:
    """The dossier while articles are added to it one after the other."""

    def __init__(self, project: Project, seeds: Seeds, folder: Path, *, dry_run: bool) -> None:
        self.project, self.seeds, self.folder, self.dry_run = project, seeds, folder, dry_run
        self.texts: dict[str, Sequence[str]] = {}
        for article_id, article in seeds.articles.items():
            if blocks := read_paragraphs(article, seeds, folder, Problems()):
                self.texts[article_id] = blocks

    def add(self, name: str, wishes: Wishes) -> Drafted:
        """Drafts the article and, unless it is a dry run, writes both of its files."""
        made = drafted(read_source(name, sys.stdin.buffer.read), wishes, self.seeds, self.texts, today())
        path, text = self.project.seeds / "articles" / f"{made.id}.yml", self.folder / f"{made.id}.txt"
        head = modeline("article", self.project.root, path)
        made = replace(made, yaml=f"{head}\n{made.yaml}" if head else made.yaml)
        there = {path: made.yaml.encode(), text: made.text.encode()}
        if taken := next((each for each, new in there.items() if each.exists() and each.read_bytes() != new), None):
            raise Refused(f"{taken.name} is there already", "choose another id with --id, or move that file away")
        self._remember(made, path)
        if not self.dry_run:
            self._write(made, there)
        return made

    def _write(self, made: Drafted, files: Mapping[Path, bytes]) -> None:
        """Both files or none; a folder of full texts outside the project is written to first, as it is not under the
        journal: what a killed run leaves there, the next one takes as its own."""
        changes, seen = dict[Path, bytes | None](), dict[Path, bytes | None]()
        for path, new in files.items():
            if path.is_relative_to(self.project.seeds):
                changes[path.relative_to(self.project.root)] = new
                seen[path.relative_to(self.project.root)] = path.read_bytes() if path.exists() else None
            else:
                part = path.with_name(f".{path.name}.part")
                part.write_bytes(new)
                part.replace(path)
        ignore = self.project.seeds / "fulltexts" / ".gitignore"
        if self.folder == ignore.parent and not ignore.exists():
            changes[ignore.relative_to(self.project.root)] = IGNORE
        commit(self.project.root, f"add {made.id}", changes, seen)

    def _remember(self, made: Drafted, path: Path) -> None:
        """The next source of the same call may be the same article."""
        problems = Problems()
        article = parse_record(made.id, ArticleRecord, SeedFile(path.name, compose(made.yaml)), (), problems)
        if not article:
            fault = next(iter(problems))
            raise Refused(f"what was found makes no article: {fault.message}", "say it by an option, see --help")
        self.seeds.articles[made.id] = article
        self.seeds.positions[made.id] = Mark(path.name)
        self.texts[made.id] = made.blocks


def today() -> date:
    """The editor's own day."""
    return date.today()  # noqa: DTZ011
