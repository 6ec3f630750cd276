"""The title page and contents of the print page, which decide what it holds; and the text that explains the zip."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.addresses import CORRECTIONS_PAGE
from generator.dates import When
from generator.dossier import Dossier
from generator.german.dates import write_when
from generator.labels import load_labels
from generator.links import METHOD_PAGE
from generator.pages.page import Page
from generator.pipeline import Loaded
from generator.render import render

PATH = "print.md"
Part = tuple[str, str, list[str]]
"""A section of the book: the path and title of its first page, and the ids of the pages behind it."""


def cover(loaded: Loaded) -> str:
    """The Markdown of the print page's beginning."""
    dossier = loaded.dossier
    labels = load_labels(dossier.settings.language)
    claims = sum(not claim.withdrawn for claim in dossier.claims.values())
    counts = [(len(dossier.articles), "article"), (claims, "cited_claim"), (len(dossier.events), "event")]
    page = Page(
        PATH,
        "print",
        labels["release"]["title"],
        labels["release"]["description"].format(dossier=dossier.settings.title),
        values=lambda: {
            "state": state(dossier),
            "counts": [labels.count(number, noun) for number, noun in counts if number],
            "parts": [part for part in _parts(dossier) if part[2]],
            "others": [
                (CORRECTIONS_PAGE, labels["corrections"]["title"]),
                *sorted(_hand_written(loaded), key=lambda page: page[0] != METHOD_PAGE),
            ],
        },
        hide=("navigation", "toc"),
    )
    return render(page, dossier)


def _hand_written(loaded: Loaded) -> Iterator[tuple[str, str]]:
    """Path and title of the pages beside those of the generator."""
    for page in loaded.hand_written:
        if page.path != PATH:
            yield page.path, loaded.dossier.page_titles.get(page.path, page.path)


def state(dossier: Dossier) -> When | None:
    """The day that the dossier is as of: when its newest article came in."""
    return max((each.record.added for each in dossier.articles.values()), key=lambda day: day.sort_key, default=None)


def newest_day(dossier: Dossier) -> date | None:
    newest = state(dossier)
    return newest.latest if newest else None


def _parts(dossier: Dossier) -> Iterator[Part]:
    """First what happened, then who and where, then what is disputed, at last what all of it rests on."""
    sections = load_labels(dossier.settings.language)["sections"]
    kinds = dossier.settings.kinds
    topics: dict[str, Part] = {
        name: (f"{kind.folder}/index.md", kind.plural, [topic.id for topic in dossier.topics_of(name)])
        for name, kind in kinds.items()
    }
    yield "timeline/index.md", sections["timeline"], list(dossier.events)
    yield from (part for name, part in topics.items() if "source" not in kinds[name].traits)
    yield "questions/index.md", sections["questions"], list(dossier.questions)
    yield "figures/index.md", sections["figures"], list(dossier.measures)
    yield from (part for name, part in topics.items() if "source" in kinds[name].traits)
    yield "articles/index.md", sections["articles"], list(dossier.articles)


def readme(dossier: Dossier) -> str:
    """Plain text for who opens the zip."""
    labels = load_labels(dossier.settings.language)
    newest = state(dossier)
    words = labels["release"]["readme"]
    day = labels["home"]["as_of"].format(date=write_when(newest)) if newest else ""
    return str(words.format(title=dossier.settings.title, state=day))
