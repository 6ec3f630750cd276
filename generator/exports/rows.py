"""The resolved dossier → the rows of each table."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import TypeVar

from generator.dossier import Dossier
from generator.exports import row
from generator.exports.row import Row

T = TypeVar("T")


class Rows:
    """The rows of a table, each made when its turn comes: all at once they weigh as much as the dossier itself."""

    def __init__(self, records: Collection[T], make: Callable[[T], Row]) -> None:
        self._count = len(records)
        self._made = partial(map, make, records)

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Row]:
        return self._made()


def rows(dossier: Dossier) -> dict[str, Rows]:
    """Table → its rows. Of a withdrawn claim there is one too, so that its address still says what became of it."""
    claims = [claim for name in dossier.articles for claim in dossier.by_article.get(name, ())]
    live = [claim for claim in claims if not claim.withdrawn]
    questions, measures = dossier.questions.values(), dossier.measures.values()
    positions = [(question, position) for question in questions for position in question.record.positions]
    answers = [(question, answer, claim) for question in questions for answer, claim in question.answers]
    figures = [(measure, figure) for measure in measures for figure in measure.figures]
    statuses = [(claim, status) for claim in live for status in claim.record.status]
    roles = [(claim, role) for claim in live for role in claim.record.role]
    relations = [(claim, relation) for claim in live for relation in claim.record.relation]
    return {
        "articles": Rows(dossier.articles.values(), partial(row.of_article, dossier)),
        "claims": Rows(claims, partial(row.of_claim, dossier)),
        "topics": Rows(dossier.topics.values(), partial(row.of_topic, dossier)),
        "events": Rows(dossier.events.values(), partial(row.of_event, dossier)),
        "questions": Rows(questions, partial(row.of_question, dossier)),
        "positions": Rows(positions, row.of_position),
        "answers": Rows(answers, partial(row.of_answer, dossier)),
        "measures": Rows(measures, partial(row.of_measure, dossier)),
        "figures": Rows(figures, partial(row.of_figure, dossier)),
        "statuses": Rows(statuses, partial(row.of_status, dossier)),
        "roles": Rows(roles, partial(row.of_role, dossier)),
        "relations": Rows(relations, partial(row.of_relation, dossier)),
    }
