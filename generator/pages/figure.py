"""The page of a measure: its figures as a table, each row with its claim."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier import Dossier, Question
from generator.pages.page import Page, describe, kind_of


def pages(dossier: Dossier) -> Iterator[Page]:
    questions = _questions(dossier)
    for measure in dossier.measures.values():
        title = measure.record.title
        yield Page(
            path=f"figures/{measure.id}.md",
            template="figure",
            kind=kind_of(dossier, "figure"),
            title=title,
            description=describe(dossier, "figure", {"values": (len(measure.figures), "value")}, title=title),
            values={"measure": measure, "questions": questions.get(measure.id, [])},
        )


def _questions(dossier: Dossier) -> dict[str, list[Question]]:
    """Measure → the questions that claims with its figures answer."""
    found: dict[str, list[Question]] = {}
    for question in dossier.questions.values():
        figures = (figure for _, claim in question.answers for figure in claim.record.figure)
        for measure in dict.fromkeys(figure.measure for figure in figures):
            found.setdefault(measure, []).append(question)
    return found
