"""The page of a question: the answers side by side, with who says so, by which source and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from generator.dossier import Claim, Dossier, Question, independent_origins
from generator.pages.page import Page, describe, kind_of


def pages(dossier: Dossier) -> Iterator[Page]:
    for question in dossier.questions.values():
        title = question.record.title
        counts = {"positions": (len(question.record.positions), "position")}
        yield Page(
            path=f"questions/{question.id}.md",
            template="question",
            kind=kind_of(dossier, "question"),
            title=title,
            description=describe(dossier, "question", counts, title=title),
            values=partial(_values, question.id, dossier),
        )


def _values(name: str, dossier: Dossier) -> Mapping[str, object]:
    question = dossier.questions[name]
    claims = [claim for _, claim in question.answers]
    return {
        "question": question,
        "positions": positions(question),
        "origins": independent_origins(claims),
        "topics": list(dict.fromkeys(topic for claim in claims for topic in claim.topics)),
    }


def positions(question: Question) -> list[tuple[str, str, list[Claim]]]:
    """Each position with its label and the claims that take it, by time and each once."""
    return [
        (name, label, list({claim.key: claim for claim in question.claims_for(name)}.values()))
        for name, label in question.record.positions.items()
    ]
