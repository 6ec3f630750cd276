"""The page of an event: its accounts side by side, and what came before and after."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier import Article, Claim, Dossier, Event, independent_origins
from generator.german.dates import write_when
from generator.pages.page import Page


def pages(dossier: Dossier) -> Iterator[Page]:
    events = list(dossier.events.values())
    for index, event in enumerate(events):
        accounts = by_article(event)
        yield Page(
            path=f"timeline/{event.id}.md",
            template="event",
            title=event.record.title,
            description=f"{event.record.title} ({write_when(event.record.date)}): {len(accounts)} Darstellungen im Vergleich.",
            values={
                "event": event,
                "accounts": accounts,
                "origins": independent_origins(event.accounts),
                "topics": _by_kind(event, dossier),
                "questions": [
                    question
                    for question in dossier.questions.values()
                    if any(event.id in claim.record.event for _, claim in question.answers)
                ],
                "before": events[index - 1] if index else None,
                "after": events[index + 1] if index + 1 < len(events) else None,
            },
        )


def by_article(event: Event) -> list[tuple[Article, list[Claim]]]:
    """The claims of an event, article by article in the order of publication, as each article tells it."""
    groups: dict[str, list[Claim]] = {}
    for claim in event.accounts:
        groups.setdefault(claim.article.id, []).append(claim)
    rows = [(claims[0].article, sorted(claims, key=lambda c: c.record.p)) for claims in groups.values()]
    return sorted(rows, key=lambda row: (row[0].record.published.sort_key, row[0].id))


def _by_kind(event: Event, dossier: Dossier) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for topic in event.topics:
        groups.setdefault(dossier.topics[topic].kind.plural, []).append(topic)
    return groups
