"""The index of each section: all articles, all questions, and all topics of a kind, on a map where it is mapped."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from generator.dossier import Dossier, Topic
from generator.drawing.map import map_figure
from generator.labels import load_labels
from generator.model import Kind
from generator.pages.page import Page, describe, kind_of
from generator.sources import Sources
from generator.topic_states import StatusRow, statuses
from generator.topic_ties import RoleRow, roles

LETTERED = 40
"""A type with more topics than this has them under their letters."""
BRIEF = 200
"""A kind with more topics than this is listed by their names and numbers alone."""


@dataclass(frozen=True)
class Row:
    """A topic as its index tells of it: the state it was last in, the office held last, how many claims there are.

    Of a source also how many articles it published, and how many claims these make.
    """

    topic: Topic
    state: StatusRow | None
    role: RoleRow | None
    claims: int
    articles: int
    told: int


@dataclass(frozen=True)
class Group:
    """The topics of one type; `letters` has them by their first letter, or all under an empty one."""

    type: str
    label: str
    rows: list[Row]

    @property
    def letters(self) -> list[tuple[str, list[Row]]]:
        if len(self.rows) <= LETTERED:
            return [("", self.rows)]
        return [(letter, list(rows)) for letter, rows in groupby(self.rows, lambda row: _letter(row.topic))]


def pages(dossier: Dossier) -> Iterator[Page]:
    labels = load_labels(dossier.settings.language)["sections"]
    for name in ("articles", "questions"):
        yield _index(dossier, name, f"section_{name}", labels[name])
    for name, kind in dossier.settings.kinds.items():
        yield _index(dossier, kind.folder, "section_topics", kind.plural, partial(_topics, name, kind, dossier))


def _topics(name: str, kind: Kind, dossier: Dossier) -> Mapping[str, object]:
    published = _published(dossier)
    topics = sorted(dossier.topics_of(name), key=_alphabetically)
    rows = [_row(topic, published.get(topic.id, ()), dossier) for topic in topics]
    is_mapped = "mapped" in kind.traits and rows
    return {
        "groups": _by_type(kind, rows),
        "rows": rows if is_mapped else [],
        "brief": len(rows) > BRIEF,
        "map": map_figure(dossier, f"{kind.folder}/index.md") if is_mapped else None,
    }


def _index(
    dossier: Dossier, folder: str, template: str, title: str, values: Callable[[], Mapping[str, object]] = dict
) -> Page:
    described = describe(dossier, "section", title=title, dossier=dossier.settings.title)
    return Page(f"{folder}/index.md", template, title, described, values, kind=kind_of(dossier, "section"))


def _published(dossier: Dossier) -> dict[str, list[str]]:
    """Source → the articles that it published."""
    found: dict[str, list[str]] = {}
    for article in dossier.articles.values():
        for source in Sources.published_by(article):
            found.setdefault(source, []).append(article.id)
    return found


def _row(topic: Topic, own: Sequence[str], dossier: Dossier) -> Row:
    about = dossier.about.get(topic.id, ())
    states = statuses(topic.id, about)
    held = [role for role in roles(topic.id, about) if role.of == topic.id]
    told = sum(not claim.withdrawn for article in own for claim in dossier.by_article[article])
    return Row(topic, states[0] if states else None, held[0] if held else None, len(about), len(own), told)


def _by_type(kind: Kind, rows: Sequence[Row]) -> list[Group]:
    """Each type of the kind that has topics, in the order of the kind's types."""
    groups = (
        Group(name, label, [row for row in rows if row.topic.record.type == name]) for name, label in kind.types.items()
    )
    return [group for group in groups if group.rows]


def _alphabetically(topic: Topic) -> tuple[str, str]:
    """As German lists do: ä stands with a."""
    return _plain(topic.record.name), topic.id


def _letter(topic: Topic) -> str:
    return next((letter.upper() for letter in _plain(topic.record.name) if letter.isalpha()), "#")


def _plain(name: str) -> str:
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(letter)
    )
