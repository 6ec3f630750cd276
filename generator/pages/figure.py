"""The page of a measure: its figures as a chart, and as a table in which each row is a claim; and the index of both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.dates import When, parse_when
from generator.dossier import DatedFigure, Dossier, Measure, Question
from generator.drawing.chart import chart, explained, trend
from generator.drawing.series import contradicting, gaps, newest, teller, teller_name, tellers
from generator.drawing.signs import glyph, sign
from generator.exports import series_paths
from generator.labels import load_labels
from generator.pages.page import Page, describe, kind_of
from generator.writer import Writer

FEW = 2
"""So many articles of a teller are named beside its sign; more are counted."""
NEWEST = 3
"""So many figures of the latest date stand in a card."""


@dataclass(frozen=True, slots=True)
class TellerShown:
    """Who gives figures: the sign in the chart, the name, and the articles that say so where that is not the name."""

    sign: str
    name: str
    sources: str


@dataclass(frozen=True, slots=True)
class Row:
    """A figure in the table, with the sign of who gives it (where there is a chart) and an anchor."""

    figure: DatedFigure
    sign: str
    anchor: str


def pages(dossier: Dossier) -> Iterator[Page]:
    yield _index(dossier)
    questions = dossier.asker.watched("questions of measures", _questions(dossier))
    for measure in dossier.measures.values():
        title, path = measure.record.title, f"figures/{measure.id}.md"
        yield Page(
            path=path,
            template="figure",
            kind=kind_of(dossier, "figure"),
            title=title,
            description=describe(dossier, "figure", {"values": (len(measure.figures), "value")}, title=title),
            values=partial(_values, measure.id, path, dossier, questions),
        )


def _values(
    name: str, path: str, dossier: Dossier, questions: Mapping[str, Sequence[Question]]
) -> Mapping[str, object]:
    measure = dossier.measures[name]
    return {
        "measure": measure,
        "chart": partial(chart, measure, dossier, path),
        "tellers": _tellers(measure, Writer(dossier, path)),
        "explained": explained(measure, dossier),
        "glyph": glyph,
        "gaps": [_ends(before, after) for before, after in gaps(measure)],
        "undated": [figure for figure in measure.figures if not figure.as_of],
        "rows": list(_rows(measure)),
        "series": series_paths(measure.id),
        "questions": questions.get(measure.id, []),
    }


def _index(dossier: Dossier) -> Page:
    title, path = load_labels(dossier.settings.language)["sections"]["figures"], "figures/index.md"
    return Page(
        path=path,
        template="section_figures",
        title=title,
        description=describe(dossier, "section", title=title, dossier=dossier.settings.title),
        kind=kind_of(dossier, "section"),
        values=partial(_cards, path, dossier),
    )


def _cards(path: str, dossier: Dossier) -> Mapping[str, object]:
    return {
        "measures": [
            (
                measure,
                newest(measure)[:NEWEST],
                max(0, len(newest(measure)) - NEWEST),
                trend(measure, dossier, path),
                bool(contradicting(measure)),
            )
            for measure in dossier.measures.values()
        ]
    }


def _tellers(measure: Measure, writer: Writer) -> list[TellerShown]:
    shown = []
    for number, (one, figures) in enumerate(tellers(measure).items()):
        articles = list({figure.claim.article.id: figure.claim.article for figure in figures}.values())
        labels = [writer.article_label(article) for article in articles]
        sources = "; ".join(labels) if len(labels) <= FEW else writer.count(len(labels), "article")
        name = teller_name(one, writer)
        shown.append(TellerShown(sign(number).html(), name, sources.removeprefix(name).removeprefix(", ")))
    return shown


def _rows(measure: Measure) -> Iterator[Row]:
    """In the order of the figures; an anchor keeps its name when others come or go."""
    signs = {name: sign(number).html() for number, name in enumerate(tellers(measure))}
    drawn = any(figure.as_of for figure in measure.figures)
    used: dict[str, int] = {}
    for figure in measure.figures:
        shown = signs[teller(figure.claim)] if drawn else ""
        name = f"{figure.claim.article.id}-{figure.claim.record.id}"
        used[name] = used.get(name, 0) + 1
        anchor = f"{name}-{used[name]}" if used[name] > 1 else name
        yield Row(figure, shown, anchor)


def _ends(before: DatedFigure, after: DatedFigure) -> tuple[When | None, When | None]:
    """The last date before a gap and the first behind it."""
    last, first = before.as_of, after.as_of
    return last and parse_when(last.bounds[-1]), first and parse_when(first.bounds[0])


def _questions(dossier: Dossier) -> dict[str, list[Question]]:
    """Measure → the questions that claims with its figures answer."""
    found: dict[str, list[Question]] = {}
    for question in dossier.questions.values():
        figures = (figure for _, claim in question.answers for figure in claim.record.figure)
        for measure in dict.fromkeys(figure.measure for figure in figures):
            found.setdefault(measure, []).append(question)
    return found
