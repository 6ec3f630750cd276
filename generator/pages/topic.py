"""The page of an actor, base, place or outlet: facts box, intro, what happened, what it says and what is said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from generator.dossier import (
    Article,
    Backlink,
    Claim,
    DatedFigure,
    Dossier,
    Event,
    Question,
    Topic,
    independent_origins,
)
from generator.pages.page import Page, describe

T = TypeVar("T")
NEIGHBOURS = 8


@dataclass(frozen=True)
class StatusRow:
    """A state the topic was in, with the claims that say so of the same time."""

    status: str
    claims: list[Claim]


@dataclass(frozen=True)
class RoleRow:
    """An office by its latest claim; `at` also where only an earlier one names it."""

    of: str
    office: str
    at: str | None
    claim: Claim


@dataclass(frozen=True)
class RelationRow:
    """A relation as this topic reads it, with the claims that state it, by time."""

    label: str
    other: str
    claims: list[Claim]


class _Found:
    """What concerns each topic, looked for once for all pages."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier

    @cached_property
    def events(self) -> dict[str, list[Event]]:
        return _grouped((topic, event) for event in self._dossier.events.values() for topic in event.topics)

    @cached_property
    def questions(self) -> dict[str, list[Question]]:
        return _grouped(
            (topic, question)
            for question in self._dossier.questions.values()
            for topic in dict.fromkeys(topic for _, claim in question.answers for topic in claim.topics)
        )

    @cached_property
    def figures(self) -> dict[str, list[tuple[str, DatedFigure]]]:
        """The figures of claims that concern a topic, or whose measure does."""
        return _grouped(
            (topic, (measure.id, figure))
            for measure in self._dossier.measures.values()
            for figure in measure.figures
            for topic in dict.fromkeys((*measure.record.topics, *figure.claim.topics))
        )

    @cached_property
    def articles(self) -> dict[str, list[Article]]:
        """The articles that concern a topic, or that it published, by date."""
        return _grouped((topic, article) for article in self._dossier.articles.values() for topic in self._of(article))

    def _of(self, article: Article) -> dict[str, None]:
        claims = (claim for claim in self._dossier.by_article[article.id] if not claim.withdrawn)
        concerned = (topic for claim in claims for topic in claim.topics)
        published_by = filter(None, (article.record.outlet, article.record.agency))
        return dict.fromkeys((*article.record.topics, *published_by, *concerned))


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = {}
    for name, value in pairs:
        groups.setdefault(name, []).append(value)
    return groups


def pages(dossier: Dossier) -> Iterator[Page]:
    found = _Found(dossier)
    for topic in dossier.topics.values():
        yield _page(topic, dossier, found)


def _page(topic: Topic, dossier: Dossier, found: _Found) -> Page:
    about = dossier.about.get(topic.id, ())
    sources = len({claim.article.id for claim in about})
    timeline = _timeline(topic, found.events.get(topic.id, []))
    told = {claim.key for _, claims in timeline for claim in claims}
    rest = [claim for claim in about if claim.key not in told]
    articles = found.articles.get(topic.id, [])
    own = [article.id for article in articles if topic.id in (article.record.outlet, article.record.agency)]
    described = describe(
        dossier,
        "topic",
        {"claims": (len(about), "cited_claim"), "articles": (sources, "from_articles")},
        name=topic.record.name,
        type=topic.kind.types[topic.record.type],
        dossier=dossier.settings.title,
    )
    values = {
        "topic": topic,
        "record": topic.record,
        "about": about,
        "sources": sources,
        "origins": independent_origins(about),
        "timeline": timeline,
        "said": [claim for claim in rest if topic.id in claim.record.by],
        "other": [claim for claim in rest if topic.id not in claim.record.by],
        "statuses": _statuses(topic, about),
        "roles": _roles(topic, about),
        "relations": _relations(topic, about, dossier),
        "figures": found.figures.get(topic.id, []),
        "questions": found.questions.get(topic.id, []),
        "neighbours": _neighbours(topic, about),
        "backlinks": _backlinks(topic, dossier),
        "published": [article for article in articles if article.id in own],
        "articles": [article for article in articles if article.id not in own],
        "passed_on": [claim for claim in about if topic.id in claim.record.via],
    }
    return Page(
        path=f"{topic.kind.folder}/{topic.id}.md",
        template="topic",
        title=topic.record.name,
        description=described,
        values=values,
        kind=topic.kind.singular,
        aliases=topic.record.aliases,
    )


def _timeline(topic: Topic, events: Sequence[Event]) -> list[tuple[Event, list[Claim]]]:
    """The topic's events with the claims that concern it; one that tells of several stands under the first of them."""
    told: set[str] = set()
    rows = []
    for event in events:
        claims = {c.key: c for c in event.accounts if topic.id in c.topics and c.key not in told}
        told |= claims.keys()
        rows.append((event, list(claims.values())))
    return rows


def _statuses(topic: Topic, about: Sequence[Claim]) -> list[StatusRow]:
    """What state the topic was in, latest first; what several claims say of the same time is one row."""
    rows: dict[tuple[str, str], StatusRow] = {}
    for claim in reversed(about):
        for status in claim.record.status:
            if status.of == topic.id:
                when = claim.when or claim.article.record.published
                rows.setdefault((status.is_, when.text), StatusRow(status.is_, [])).claims.append(claim)
    return list(rows.values())


def _roles(topic: Topic, about: Sequence[Claim]) -> list[RoleRow]:
    """The offices it holds, or that are held in it, latest first; each office once, by its latest claim."""
    stated = [(role, claim) for claim in about for role in claim.record.role if topic.id in (role.of, role.at)]
    known_at = {(role.of, role.is_.casefold()): role.at for role, _ in stated if role.at}
    rows: dict[tuple[str, str, str | None], RoleRow] = {}
    for role, claim in reversed(stated):
        office = role.is_.casefold()
        at = role.at or known_at.get((role.of, office))
        rows.setdefault((role.of, office, at), RoleRow(role.of, role.is_, at, claim))
    return list(rows.values())


def _relations(topic: Topic, about: Sequence[Claim], dossier: Dossier) -> list[RelationRow]:
    rows: dict[tuple[str, str], RelationRow] = {}
    for claim in about:
        for relation in claim.record.relation:
            kind = dossier.settings.relations[relation.is_]
            ends = ((relation.of, kind.label, relation.to), (relation.to, kind.inverse, relation.of))
            for own, label, other in ends:
                if own == topic.id:
                    rows.setdefault((label, other), RelationRow(label, other, [])).claims.append(claim)
    return sorted(rows.values(), key=lambda row: (row.label, row.other))


def _neighbours(topic: Topic, about: Sequence[Claim]) -> list[tuple[str, int]]:
    """The topics that share most claims with this one."""
    shared = Counter(other for claim in about for other in claim.topics if other != topic.id)
    return sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:NEIGHBOURS]


def _backlinks(topic: Topic, dossier: Dossier) -> list[Backlink]:
    """Links from elsewhere than claims, which the page shows in full."""
    return [link for link in dossier.backlinks.get(topic.id, ()) if link.source not in dossier.articles]
