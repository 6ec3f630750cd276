"""The page of an actor, base, place or outlet: facts box, intro, what happened, what it says and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TypeVar

from generator.dossier import (
    Article,
    Claim,
    DatedFigure,
    Dossier,
    Event,
    Question,
    Topic,
    independent_origins,
)
from generator.drawing.map import map_figure
from generator.pages.page import Page, describe
from generator.topic_states import statuses
from generator.topic_ties import neighbours, relations, roles

T = TypeVar("T")


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
    path = f"{topic.kind.folder}/{topic.id}.md"
    sources = len({claim.article.id for claim in about})
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
        "map": map_figure(dossier, path, here=topic.id) if topic.is_mapped else None,
        "statuses": statuses(topic.id, about),
        "roles": roles(topic.id, about),
        "relations": relations(topic.id, about, dossier.settings.relations),
        "figures": _grouped(found.figures.get(topic.id, [])).items(),
        "questions": found.questions.get(topic.id, []),
        "neighbours": neighbours(topic.id, about),
        "passed_on": [claim for claim in about if topic.id in claim.record.via],
    }
    return Page(
        path=path,
        template="topic",
        title=topic.record.name,
        description=described,
        values=values | _told(topic, about, found) | _articles(topic, found),
        kind=topic.kind.singular,
        aliases=topic.record.aliases,
    )


def _told(topic: Topic, about: Sequence[Claim], found: _Found) -> dict[str, object]:
    """Each claim once: under its event, else with what the topic says or what is said of it."""
    timeline = _timeline(topic, found.events.get(topic.id, []))
    told = {claim.key for _, claims in timeline for claim in claims}
    rest = [claim for claim in about if claim.key not in told]
    return {
        "timeline": timeline,
        "said": [claim for claim in rest if topic.id in claim.record.by],
        "other": [claim for claim in rest if topic.id not in claim.record.by],
    }


def _articles(topic: Topic, found: _Found) -> dict[str, object]:
    """What it has published, and where else it occurs."""
    articles = found.articles.get(topic.id, [])
    own = {article.id for article in articles if topic.id in (article.record.outlet, article.record.agency)}
    return {
        "published": [article for article in articles if article.id in own],
        "articles": [article for article in articles if article.id not in own],
    }


def _timeline(topic: Topic, events: Sequence[Event]) -> list[tuple[Event, list[Claim]]]:
    """The topic's events with the claims that concern it; one that tells of several stands under the first of them."""
    told: set[str] = set()
    rows = []
    for event in events:
        claims = {c.key: c for c in event.accounts if topic.id in c.topics and c.key not in told}
        told |= claims.keys()
        rows.append((event, list(claims.values())))
    return rows
