"""The page of a measure: its figures as a table, each row with its claim."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier import Dossier, Measure, Question
from generator.pages.page import Page


def pages(dossier: Dossier) -> Iterator[Page]:
    for measure in dossier.measures.values():
        yield Page(
            path=f"figures/{measure.id}.md",
            template="figure",
            title=measure.record.title,
            description=f"{measure.record.title}: {len(measure.figures)} Angaben mit Stand, Urheber und Beleg.",
            values={"measure": measure, "questions": _questions(measure, dossier)},
        )


def _questions(measure: Measure, dossier: Dossier) -> list[Question]:
    """The questions that claims with these figures answer."""
    keys = {figure.claim.key for figure in measure.figures}
    return [
        question for question in dossier.questions.values() if any(claim.key in keys for _, claim in question.answers)
    ]
