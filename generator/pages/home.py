"""The home page: what the dossier covers, its latest figures and events, open questions and newest articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from typing import get_args

from generator.dossier import Dossier
from generator.drawing.chart import trend
from generator.drawing.map import map_figure
from generator.drawing.series import newest
from generator.hand_over import HOME
from generator.labels import load_labels
from generator.model import QuestionStatus
from generator.pages.event import by_article
from generator.pages.page import Page, kind_of

LATEST = 5
QUESTIONS = 3
MOST_TOLD = 6


def pages(dossier: Dossier) -> Iterator[Page]:
    settings = dossier.settings
    yield Page(
        path=HOME,
        template="home",
        title=settings.title,
        description=settings.subtitle or settings.title,
        kind=kind_of(dossier, "section"),
        values=partial(_values, dossier),
        hide=("navigation", "toc"),
    )


def _values(dossier: Dossier) -> Mapping[str, object]:
    settings = dossier.settings
    labels = load_labels(settings.language)
    events = [event for event in dossier.events.values() if event.accounts]
    articles = [article for article in dossier.articles.values() if not article.record.withdrawn]
    claims = [claim for claim in dossier.claims.values() if not claim.withdrawn]
    unnamed = sum(not article.source for article in articles)
    order = get_args(QuestionStatus)  # what is open comes first
    questions = sorted(dossier.questions.values(), key=lambda question: order.index(question.record.status))
    numbers = (
        (len(articles), "article"),
        (len(claims), "cited_claim"),
        (len(dossier.events), "event"),
        (len(questions), "question"),
        (unnamed, "unnamed"),
    )
    return {
        "added": max((article.record.added for article in articles), key=lambda day: day.sort_key, default=None),
        "counts": [labels.count(number, noun) for number, noun in numbers if number],
        "readers": Counter(claim.reader for claim in claims if claim.reader).most_common(),
        "figures": [
            (measure, newest(measure), trend(measure, dossier, HOME))
            for measure in dossier.measures.values()
            if measure.figures
        ],
        "events": [(event, [article for article, _ in by_article(event)]) for event in events[-LATEST:][::-1]],
        "map": map_figure(dossier, HOME),
        "questions": questions[:QUESTIONS],
        "articles": articles[-LATEST:][::-1],
        "ways": [(kind, *_ways(dossier, name)) for name, kind in settings.kinds.items()],
    }


def _ways(dossier: Dossier, kind: str) -> tuple[int, list[str]]:
    """How many topics of a kind there are, and those that most claims concern."""
    topics = [topic.id for topic in dossier.topics_of(kind)]
    told = sorted(topics, key=lambda topic: -len(dossier.about.get(topic, ())))
    return len(topics), [topic for topic in told if topic in dossier.about][:MOST_TOLD]
