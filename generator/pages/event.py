"""The page of an event: its accounts side by side, and what came before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.dossier import Article, Claim, Dossier, Event, Question, independent_origins
from generator.german.dates import write_when
from generator.pages.comparison import compare
from generator.pages.page import Page, describe, kind_of
from generator.pages.wording import Wording

SHOWN_TOPICS = 6


@dataclass(frozen=True)
class Found:
    """By an event's id: the questions its claims answer, the events before and after; by a topic's: how much is told.

    That is the magnitude of its claims' number (1, 2, 4 …), so that a new claim seldom changes the pages of events.
    """

    questions: Mapping[str, Sequence[Question]]
    neighbours: Mapping[str, tuple[Event | None, Event | None]]
    told: Mapping[str, int]
    wording: Wording


def pages(dossier: Dossier) -> Iterator[Page]:
    watched, events = dossier.asker.watched, list(dossier.events.values())
    around = {
        event.id: (before, after)
        for before, event, after in zip([None, *events], events, [*events[1:], None], strict=False)
    }
    found = Found(
        watched("questions of events", _questions(dossier)),
        watched("events before and after", around),
        watched("claims of topics", {topic: len(about).bit_length() for topic, about in dossier.about.items()}),
        Wording(dossier),
    )
    for event in events:
        yield Page(
            path=f"timeline/{event.id}.md",
            template="event",
            kind=kind_of(dossier, "event"),
            title=event.record.title,
            description=describe(
                dossier,
                "event",
                {"accounts": (len(by_article(event)), "account")},
                title=event.record.title,
                date=write_when(event.record.date),
            ),
            values=partial(_values, event.id, dossier, found),
        )


def _values(name: str, dossier: Dossier, found: Found) -> Mapping[str, object]:
    event = dossier.events[name]
    accounts, asked = by_article(event), found.questions.get(name, [])
    marked = found.wording.differences(accounts, asked)
    before, after = found.neighbours[name]
    return {
        "event": event,
        "accounts": accounts,
        "claims": sum(len(claims) for _, claims in accounts),
        "origins": independent_origins(event.accounts),
        "topics": _by_kind(event, dossier),
        "questions": asked,
        "marked": marked,
        "comparison": compare(dossier, accounts, asked, marked),
        "most": _most_told_of(event, dossier, found.told),
        "before": before,
        "after": after,
    }


def by_article(event: Event) -> list[tuple[Article, list[Claim]]]:
    """The claims of an event, article by article in the order of publication, as each article tells it."""
    groups: dict[str, dict[str, Claim]] = {}
    for claim in event.accounts:
        groups.setdefault(claim.article.id, {})[claim.key] = claim
    told = [sorted(claims.values(), key=lambda claim: claim.record.p) for claims in groups.values()]
    rows = [(claims[0].article, claims) for claims in told]
    return sorted(rows, key=lambda row: (row[0].record.published.sort_key, row[0].id))


def _questions(dossier: Dossier) -> dict[str, list[Question]]:
    """Event → the questions that claims telling of it answer."""
    found: dict[str, list[Question]] = {}
    for question in dossier.questions.values():
        for event in dict.fromkeys(event for _, claim in question.answers for event in claim.record.event):
            found.setdefault(event, []).append(question)
    return found


def _by_kind(event: Event, dossier: Dossier) -> dict[str, list[str]]:
    """Kind → the topics that the event concerns, in the dossier's order of kinds."""
    groups: dict[str, list[str]] = {kind: [] for kind in dossier.settings.kinds}
    for topic in event.topics:
        groups[dossier.topics[topic].kind_id].append(topic)
    return {dossier.settings.kinds[kind].plural: topics for kind, topics in groups.items() if topics}


def _most_told_of(event: Event, dossier: Dossier, told: Mapping[str, int]) -> list[str]:
    """The topics of the event, sources left out, that the dossier tells most of."""
    topics = [topic for topic in event.topics if topic in told and not is_source(dossier, topic)]
    return sorted(topics, key=lambda topic: -told[topic])[:SHOWN_TOPICS]


def is_source(dossier: Dossier, topic: str) -> bool:
    return "source" in dossier.topics[topic].kind.traits
