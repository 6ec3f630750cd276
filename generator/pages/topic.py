"""The page of an actor, base, place or outlet: facts box, intro, what happened, what it says and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
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


@dataclass(frozen=True)
class _Found:
    """What concerns each topic, by its id."""

    events: Mapping[str, list[Event]]
    questions: Mapping[str, list[Question]]
    figures: Mapping[str, list[tuple[str, DatedFigure]]]
    articles: Mapping[str, list[Article]]


def _found(dossier: Dossier) -> _Found:
    """Looked for once for all pages."""
    watched = dossier.asker.watched
    return _Found(
        watched("events of topics", _grouped((t, event) for event in dossier.events.values() for t in event.topics)),
        watched("questions of topics", _grouped(_questions(dossier))),
        watched("figures of topics", _grouped(_figures(dossier))),
        watched("articles of topics", _grouped(_articles_of(dossier))),
    )


def _questions(dossier: Dossier) -> Iterator[tuple[str, Question]]:
    for question in dossier.questions.values():
        for topic in dict.fromkeys(topic for _, claim in question.answers for topic in claim.topics):
            yield topic, question


def _figures(dossier: Dossier) -> Iterator[tuple[str, tuple[str, DatedFigure]]]:
    """The figures of claims that concern a topic, or whose measure does."""
    for measure in dossier.measures.values():
        for figure in measure.figures:
            for topic in dict.fromkeys((*measure.record.topics, *figure.claim.topics)):
                yield topic, (measure.id, figure)


def _articles_of(dossier: Dossier) -> Iterator[tuple[str, Article]]:
    """The articles that concern a topic, or that it published, by date."""
    for article in dossier.articles.values():
        claims = (claim for claim in dossier.by_article[article.id] if not claim.withdrawn)
        concerned = (topic for claim in claims for topic in claim.topics)
        published_by = filter(None, (article.record.outlet, article.record.agency))
        for topic in dict.fromkeys((*article.record.topics, *published_by, *concerned)):
            yield topic, article


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = {}
    for name, value in pairs:
        groups.setdefault(name, []).append(value)
    return groups


def pages(dossier: Dossier) -> Iterator[Page]:
    found = _found(dossier)
    for topic in dossier.topics.values():
        yield _page(topic, dossier, found)


def _page(topic: Topic, dossier: Dossier, found: _Found) -> Page:
    about = dossier.about.get(topic.id, ())
    sources = len({claim.article.id for claim in about})
    described = describe(
        dossier,
        "topic",
        {"claims": (len(about), "cited_claim"), "articles": (sources, "from_articles")},
        name=topic.record.name,
        type=topic.kind.types[topic.record.type],
        dossier=dossier.settings.title,
    )
    return Page(
        path=f"{topic.kind.folder}/{topic.id}.md",
        template="topic",
        title=topic.record.name,
        description=described,
        values=partial(_values, topic.id, dossier, found),
        kind=topic.kind.singular,
        aliases=topic.record.aliases,
    )


def _values(name: str, dossier: Dossier, found: _Found) -> Mapping[str, object]:
    topic, about = dossier.topics[name], dossier.about.get(name, ())
    path = f"{topic.kind.folder}/{name}.md"
    values = {
        "topic": topic,
        "record": topic.record,
        "about": about,
        "sources": len({claim.article.id for claim in about}),
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
    return values | _told(topic, about, found) | _articles(topic, found)


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
