"""The timeline: every event by year, none more exact than it is known."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier import Dossier, Event
from generator.labels import load_labels
from generator.pages.event import by_article
from generator.pages.page import Page, describe, kind_of


def pages(dossier: Dossier) -> Iterator[Page]:
    years: dict[int, list[tuple[Event, int, int]]] = {}
    for event in dossier.events.values():
        accounts = by_article(event)
        row = event, sum(len(claims) for _, claims in accounts), len(accounts)
        years.setdefault(event.record.date.year, []).append(row)
    yield Page(
        path="timeline/index.md",
        template="timeline",
        kind=kind_of(dossier, "section"),
        title=load_labels(dossier.settings.language)["sections"]["timeline"],
        description=describe(
            dossier, "timeline", {"events": (len(dossier.events), "event")}, dossier=dossier.settings.title
        ),
        values={"years": years},
    )
