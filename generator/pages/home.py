"""The home page: what the dossier covers, its latest figures and events, open questions and newest articles."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier import DatedFigure, Dossier, Measure
from generator.pages.page import Page

LATEST = 6


def pages(dossier: Dossier) -> Iterator[Page]:
    settings = dossier.settings
    events = [event for event in dossier.events.values() if event.accounts]
    yield Page(
        path="index.md",
        template="home",
        title=settings.title,
        description=settings.subtitle or settings.title,
        values={
            "added": max((a.record.added for a in dossier.articles.values()), key=lambda w: w.sort_key, default=None),
            "figures": [(measure, latest(measure)) for measure in dossier.measures.values() if measure.figures],
            "events": events[-LATEST:][::-1],
            "questions": list(dossier.questions.values()),
            "articles": list(dossier.articles.values())[-LATEST:][::-1],
            "claims": [claim for claim in dossier.claims.values() if not claim.withdrawn],
        },
        hide=("navigation", "toc"),
    )


def latest(measure: Measure) -> list[DatedFigure]:
    """The newest figures of a measure: all that hold for its latest date, so that a disagreement shows."""
    newest = measure.figures[-1]
    return [
        figure for figure in measure.figures if newest.as_of and figure.as_of and figure.as_of.overlaps(newest.as_of)
    ] or [newest]
