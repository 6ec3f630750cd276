"""`dossier add`: a source's text and metadata → the two files of a new article, for an editor to go on with.

What the source does not say is left out or asked for, never made up. Its headline stays out of the seeds (titles are
ours); the title that is drafted is made of the article's topics.
"""

from __future__ import annotations

import hashlib
import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.dates import When, WrongDate, parse_when
from generator.desk.naming import free_id, title_to_begin_with
from generator.drafting.article_file import Field, article_text
from generator.drafting.draft import DraftClaim, Drafting, main_topics
from generator.drafting.findings import ParagraphFindings, find
from generator.fields import as_id
from generator.fulltext import paragraphs
from generator.german.dates import find_dates
from generator.intake.duplicates import duplicate
from generator.intake.source import Source
from generator.intake.web_address import untracked
from generator.parsing import Seeds
from generator.problems import did_you_mean, quoted

HEADLINE_WORDS = 4
HEAD = (
    "Drafted by `dossier add`. Each draft below stands for a sentence of the text that carries something: write its "
    "`text` as one sentence of your own that stands alone, check what is filled in, and delete what you don't need. "
    "The paragraphs: dossier text {id}"
)
ASKED = "inferred: Angabe der Redaktion beim Hinzufügen"


@dataclass
class Refused(Exception):
    """The source is not added; `hint` is the way out."""

    message: str
    hint: str


@dataclass(frozen=True)
class Wishes:
    """What the editor says of the article; it goes before what the source says. Empty: nothing."""

    id: str = ""
    title: str = ""
    published: str = ""
    published_basis: str = ""
    outlet: str = ""
    agency: str = ""
    url: str = ""
    language: str = ""
    again: bool = False
    """Add it although it is like an article that is there."""


@dataclass(frozen=True)
class Drafted:
    """A new article: its id, what its two files hold, what was found, and what only a person can settle."""

    id: str
    published: When
    published_basis: str
    yaml: str
    text: str
    claims: tuple[DraftClaim, ...]
    paragraphs: tuple[ParagraphFindings, ...]
    blocks: tuple[str, ...]
    to_decide: tuple[str, ...]


def drafted(source: Source, wishes: Wishes, seeds: Seeds, texts: Mapping[str, Sequence[str]], today: date) -> Drafted:
    """The draft of a new article; `texts` are the paragraphs of those that are there, as far as they are at hand.

    Raises:
        Refused: it is there already, has no usable date, or an option does not fit.
    """
    source = replace(source, url=untracked(wishes.url or source.url))
    if not wishes.again and (there := duplicate(source, seeds, texts)):
        known = "it is much like" if there.near else "it is in the dossier as"
        hint = "if it is another article all the same, say --again"
        raise Refused(f"{known} {quoted(there.article)} ({there.why})", hint)
    published, basis = _published(source, wishes, today)
    blocks = paragraphs(source.text)
    language = wishes.language or source.language
    findings = findings_in(blocks, seeds, published, language)
    outlet = _source_topic(wishes.outlet, seeds) if wishes.outlet else _known(source.outlet, seeds)
    agency = _source_topic(wishes.agency, seeds) if wishes.agency else _known(source.agency, seeds)
    topics = [topic for topic in main_topics(findings) if topic not in (outlet, agency)]
    name = _checked_id(wishes.id, seeds) if wishes.id else free_id(source.name, published, topics, seeds)
    text = "\n\n".join(blocks) + "\n"
    fields: dict[str, Field] = {
        "title": wishes.title or title_to_begin_with(topics, published, seeds),
        "published": published.text,
        "published_basis": basis,
        "added": today.isoformat(),
        "outlet": outlet,
        "agency": agency,
        "authors": source.authors,
        "language": language,
        "url": source.url,
        "fulltext": {"file": f"{name}.txt", "sha256": hashlib.sha256(text.encode()).hexdigest()},
        "topics": topics,
    }
    claims = Drafting(published, frozenset({outlet, agency}), seeds.measures).claims(findings, blocks)
    to_do = dict(_to_do(source, wishes, seeds, basis))
    yaml = article_text(HEAD.format(id=name), fields, to_do, claims)
    to_decide = (*_headline(source, wishes), *(f"{field}: {what}" for field, what in to_do.items()), *source.notes)
    return Drafted(name, published, basis, yaml, text, tuple(claims), findings, tuple(blocks), to_decide)


def findings_in(blocks: Sequence[str], seeds: Seeds, published: When, language: str) -> tuple[ParagraphFindings, ...]:
    """What is found in the paragraphs; of a text in another language only the names."""
    found = find(blocks, seeds, published)
    return found if language.startswith("de") else tuple(map(_only_names, found))


def _only_names(paragraph: ParagraphFindings) -> ParagraphFindings:
    bare = (replace(each, quantities=(), times=(), speech=(), events=()) for each in paragraph.sentences)
    return replace(paragraph, sentences=tuple(bare))


def _published(source: Source, wishes: Wishes, today: date) -> tuple[When, str]:
    """The date of publication and its basis."""
    text = wishes.published or source.published
    if not text:
        raise Refused("it does not say when it was published", _way_to_date(source, today))
    try:
        published = parse_when(text)
    except WrongDate as error:
        message, _, hint = str(error).partition("; ")
        raise Refused(f"published: {message}", hint) from None
    if not published.earliest or not published.latest:
        raise Refused(
            f"published: {quoted(text)} is open at one end", "give both ends, e.g. --published 2026-01/2026-03"
        )
    if published.earliest > today:
        raise Refused(f"published: {text} lies in the future", f"check it, and give the right one: --published {today}")
    basis = wishes.published_basis or (ASKED if wishes.published else source.published_basis)
    return published, basis


def _way_to_date(source: Source, today: date) -> str:
    """How to give the date, with the latest past day that the text names to go by."""
    named = [when for there in find_dates(source.text) if there.year and there.day and (when := there.when())]
    days = [when for when in named if when.latest and when.latest <= today]
    if not days:
        return "say it: --published 2026-02-10 (or 2026-02, or 2026-02-10/2026-02-14)"
    latest = max(days, key=lambda when: when.sort_key).text
    return f"the latest day it names is {latest}; say it: --published {latest} (or {latest[:7]})"


def _checked_id(name: str, seeds: Seeds) -> str:
    if name != as_id(name):
        raise Refused(f"{quoted(name)} is no id", f"use a-z, 0-9 and single hyphens, e.g. --id {as_id(name)}")
    if name in seeds.positions:
        raise Refused(f"the id {quoted(name)} is taken, by {seeds.positions[name].path}", "choose another with --id")
    return name


def _sources(seeds: Seeds) -> dict[str, set[str]]:
    """The topics that may be an outlet or agency → their spellings, in small letters."""
    kinds = seeds.settings.record.kinds if seeds.settings else {}
    return {
        name: {name, *(spelling.casefold() for spelling in (topic.record.name, *topic.record.aliases))}
        for name, topic in seeds.topics.items()
        if "source" in kinds[topic.kind].traits
    }


def _known(words: str, seeds: Seeds) -> str:
    """The id of an outlet or agency by any of its spellings; empty where no topic has it."""
    return next((name for name, spellings in _sources(seeds).items() if words.casefold() in spellings), "")


def _source_topic(words: str, seeds: Seeds) -> str:
    if known := _known(words, seeds):
        return known
    hint = did_you_mean(words, _sources(seeds)) or f"make it first: dossier new outlet {as_id(words)}"
    raise Refused(f"no outlet or agency is called {quoted(words)}", hint)


def _to_do(source: Source, wishes: Wishes, seeds: Seeds, basis: str) -> Iterator[tuple[str, str]]:
    """Fields that only a person can settle, and how; comments in the file keep them open until it is done."""
    if not wishes.title:
        yield "title", "write a title of your own; this one is made of the topics"
    if basis == ASKED:
        yield "published_basis", "say how the date is known"
    for field, words, wish in (("outlet", source.outlet, wishes.outlet), ("agency", source.agency, wishes.agency)):
        if words and not wish and not _known(words, seeds):
            new = f"dossier new {_source_kind(seeds)} {as_id(words)} --name {shlex.quote(words)}"
            yield field, f"{quoted(words)} is no topic yet: {new}, then write {field}: {as_id(words)}"


def _source_kind(seeds: Seeds) -> str:
    kinds = seeds.settings.record.kinds if seeds.settings else {}
    return next((name for name, kind in kinds.items() if "source" in kind.traits), "outlet")


def _headline(source: Source, wishes: Wishes) -> Iterator[str]:
    """So that the editor knows which article it is; it goes into no file."""
    words = source.title.split()
    if words and not wishes.title:
        yield f"its own headline begins „{' '.join(words[:HEADLINE_WORDS])}{' …' if words[HEADLINE_WORDS:] else ''}“"
