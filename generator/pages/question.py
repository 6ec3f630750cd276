"""The page of a question: the answers side by side, with who says so, by which source and when."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier import Dossier, independent_origins
from generator.pages.page import Page


def pages(dossier: Dossier) -> Iterator[Page]:
    for question in dossier.questions.values():
        claims = [claim for _, claim in question.answers]
        yield Page(
            path=f"questions/{question.id}.md",
            template="question",
            title=question.record.title,
            description=f"{question.record.title} {len(question.record.positions)} Antworten der Quellen im Vergleich.",
            values={
                "question": question,
                "positions": [(label, question.claims_for(name)) for name, label in question.record.positions.items()],
                "origins": independent_origins(claims),
                "topics": list(dict.fromkeys(topic for claim in claims for topic in claim.topics)),
            },
        )
