"""The page of an actor, base, place or outlet: facts box, intro, what happened, what it says and what is said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

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
from generator.model import Relation, Role, Status
from generator.pages.page import Page

NEIGHBOURS = 8


@dataclass(frozen=True)
class RelationRow:
    """A relation as this topic reads it."""

    label: str
    other: str
    claim: Claim


def pages(dossier: Dossier) -> Iterator[Page]:
    questions = _questions_by_topic(dossier)
    events = _events_by_topic(dossier)
    for topic in dossier.topics.values():
        about = dossier.about.get(topic.id, ())
        own_events = events.get(topic.id, [])
        told = {claim.key for event in own_events for claim in event.accounts}
        said = [claim for claim in about if topic.id in claim.record.by and claim.key not in told]
        spoken = {claim.key for claim in said}
        articles = _articles(topic, about, dossier)
        yield Page(
            path=f"{topic.kind.folder}/{topic.id}.md",
            template="topic",
            title=topic.record.name,
            description=f"{topic.record.name} ({topic.kind.types[topic.record.type]}): {len(about)} belegte Aussagen "
            f"aus {len(articles)} Artikeln im Dossier „{dossier.settings.title}“.",
            values={
                "topic": topic,
                "about": about,
                "events": [(event, [c for c in event.accounts if topic.id in c.topics]) for event in own_events],
                "said": said,
                "other": [claim for claim in about if claim.key not in told and claim.key not in spoken],
                "statuses": _statuses(topic, about),
                "roles": _roles(topic, about),
                "relations": _relations(topic, about, dossier),
                "figures": _figures(topic, dossier),
                "questions": questions.get(topic.id, []),
                "neighbours": _neighbours(topic, about),
                "backlinks": _backlinks(topic, dossier),
                "articles": articles,
                "unevaluated": [a for a in articles if not dossier.by_article[a.id] and not a.record.withdrawn],
                "passed_on": [claim for claim in about if topic.id in claim.record.via],
                "origins": independent_origins(about),
            },
        )


def _events_by_topic(dossier: Dossier) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in dossier.events.values():
        for topic in event.topics:
            found.setdefault(topic, []).append(event)
    return found


def _questions_by_topic(dossier: Dossier) -> dict[str, list[Question]]:
    found: dict[str, list[Question]] = {}
    for question in dossier.questions.values():
        for topic in dict.fromkeys(topic for _, claim in question.answers for topic in claim.topics):
            found.setdefault(topic, []).append(question)
    return found


def _statuses(topic: Topic, claims: tuple[Claim, ...]) -> list[tuple[Status, Claim]]:
    """What state the topic was in, latest first."""
    rows = [(status, claim) for claim in claims for status in claim.record.status if status.of == topic.id]
    return rows[::-1]


def _roles(topic: Topic, claims: tuple[Claim, ...]) -> list[tuple[Role, Claim]]:
    """The offices it holds, or that are held in it; each office once, by its latest claim."""
    rows = {}
    for claim in claims:
        for role in claim.record.role:
            if topic.id in (role.of, role.at):
                rows[(role.of, role.is_.casefold(), role.at)] = (role, claim)
    return list(rows.values())


def _relations(topic: Topic, claims: tuple[Claim, ...], dossier: Dossier) -> list[RelationRow]:
    rows = []
    for claim in claims:
        for relation in claim.record.relation:
            rows += _relation_rows(topic, relation, claim, dossier)
    return sorted(rows, key=lambda row: (row.label, row.other, row.claim.sort_key))


def _relation_rows(topic: Topic, relation: Relation, claim: Claim, dossier: Dossier) -> list[RelationRow]:
    kind = dossier.settings.relations[relation.is_]
    if relation.of == topic.id:
        return [RelationRow(kind.label, relation.to, claim)]
    return [RelationRow(kind.inverse, relation.of, claim)] if relation.to == topic.id else []


def _figures(topic: Topic, dossier: Dossier) -> list[tuple[str, DatedFigure]]:
    """The figures of claims that concern the topic, with their measure."""
    return [
        (measure.id, figure)
        for measure in dossier.measures.values()
        for figure in measure.figures
        if topic.id in figure.claim.topics or topic.id in measure.record.topics
    ]


def _neighbours(topic: Topic, claims: tuple[Claim, ...]) -> list[tuple[str, int]]:
    """The topics that share most claims with this one."""
    shared = Counter(other for claim in claims for other in claim.topics if other != topic.id)
    return sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:NEIGHBOURS]


def _backlinks(topic: Topic, dossier: Dossier) -> list[Backlink]:
    """Links from elsewhere than claims, which the page shows in full."""
    return [link for link in dossier.backlinks.get(topic.id, ()) if link.source not in dossier.articles]


def _articles(topic: Topic, claims: tuple[Claim, ...], dossier: Dossier) -> list[Article]:
    """The articles that concern it, or that it published, by date."""
    named = {claim.article.id for claim in claims}
    return [
        article
        for article in dossier.articles.values()
        if article.id in named
        or topic.id in article.record.topics
        or topic.id in (article.record.outlet, article.record.agency)
    ]
