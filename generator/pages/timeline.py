"""The timeline: every event by year, none more exact than it is known."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier import Dossier, Event
from generator.pages.page import Page


def pages(dossier: Dossier) -> Iterator[Page]:
    years: dict[int, list[Event]] = {}
    for event in dossier.events.values():
        years.setdefault(event.record.date.year, []).append(event)
    yield Page(
        path="timeline/index.md",
        template="timeline",
        title="Zeitleiste",
        description=f"Zeitleiste des Dossiers „{dossier.settings.title}“: {len(dossier.events)} Ereignisse mit Belegen.",
        values={"years": years},
    )
