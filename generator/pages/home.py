"""The home page: what the dossier covers, its latest figures and events, open questions and newest articles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from generator.dossier import DatedFigure, Dossier, Measure
from generator.model import QuestionStatus
from generator.pages.page import Page

LATEST = 6


def pages(dossier: Dossier) -> Iterator[Page]:
    settings = dossier.settings
    events = [event for event in dossier.events.values() if event.accounts]
    articles = [article for article in dossier.articles.values() if not article.record.withdrawn]
    order = get_args(QuestionStatus)  # what is open comes first
    questions = sorted(dossier.questions.values(), key=lambda question: order.index(question.record.status))
    yield Page(
        path="index.md",
        template="home",
        title=settings.title,
        description=settings.subtitle or settings.title,
        values={
            "added": max((article.record.added for article in articles), key=lambda day: day.sort_key, default=None),
            "figures": [(measure, latest(measure)) for measure in dossier.measures.values() if measure.figures],
            "events": events[-LATEST:][::-1],
            "questions": questions[:LATEST],
            "articles": articles[-LATEST:][::-1],
            "claims": sum(not claim.withdrawn for claim in dossier.claims.values()),
        },
        hide=("navigation", "toc"),
    )


def latest(measure: Measure) -> list[DatedFigure]:
    """The newest figures of a measure: all that hold for its latest date, so that a disagreement shows."""
    newest = measure.figures[-1]
    return [
        figure for figure in measure.figures if newest.as_of and figure.as_of and figure.as_of.overlaps(newest.as_of)
    ] or [newest]
