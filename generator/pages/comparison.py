"""Where the accounts of one event differ, as the rows of a table with a column for each article."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.dossier import Claim, Dossier, Question
from generator.pages.wording import Accounts, Range, positions

COLUMNS = 4
"""The most accounts that stand side by side in one table; more go on in the next."""

Cell = Mapping[Hashable, object]
"""What an account says in one respect: what tells it from others → the value that is shown."""


@dataclass(frozen=True)
class Row:
    """What each account says in one respect; an empty cell says nothing of it.

    `kind` tells what the values are: `date`, `who` (claims with different speakers), `modality`, `wording` (words),
    `figure` (of the measure `subject`), `position` (labels of the question `subject`).
    """

    kind: str
    cells: tuple[tuple[object, ...], ...]
    subject: str = ""


@dataclass(frozen=True)
class Table:
    """Some of the accounts, with their part of each row."""

    accounts: Accounts
    rows: tuple[Row, ...]


def compare(
    dossier: Dossier, accounts: Accounts, questions: Iterable[Question], marked: Mapping[str, Sequence[Range]]
) -> list[Table]:
    """Nothing where one article tells alone."""
    if len(accounts) < 2:
        return []
    rows = [*_differing(accounts, marked), *_figures(dossier, accounts), *_positions(accounts, questions)]
    tables = -(-len(accounts) // COLUMNS)
    width = -(-len(accounts) // tables)
    return [
        Table(
            accounts[start : start + width],
            tuple(Row(row.kind, row.cells[start : start + width], row.subject) for row in rows),
        )
        for start in range(0, len(accounts), width)
    ]


def _differing(accounts: Accounts, marked: Mapping[str, Sequence[Range]]) -> Iterator[Row]:
    """What all accounts have alike needs no row."""
    told = [claims for _, claims in accounts]
    respects: dict[str, list[Cell]] = {
        "date": [{c.record.when: c.record.when for c in claims if c.record.when} for claims in told],
        "who": [{(c.record.by, c.record.via): c for c in claims} for claims in told],
        "modality": [{c.record.modality: c.record.modality for c in claims} for claims in told],
        "wording": [_words(claims, marked) for claims in told],
    }
    for kind, cells in respects.items():
        if len({frozenset(cell) for cell in cells}) > 1:
            yield Row(kind, tuple(tuple(cell.values()) for cell in cells))


def _words(claims: Sequence[Claim], marked: Mapping[str, Sequence[Range]]) -> Cell:
    """The words that stand out in the sentences, and what is quoted; quotes keep their marks."""
    found: dict[Hashable, object] = {}
    for claim in claims:
        text = claim.text
        for start, end in marked.get(claim.key, ()):
            quoted = text[start - 1 : start] == "„"
            words = text[start - quoted : end + quoted]
            found.setdefault(words.casefold(), words)
    return found


def _figures(dossier: Dossier, accounts: Accounts) -> Iterator[Row]:
    numbers = {claim.key: number for number, (_, claims) in enumerate(accounts) for claim in claims}
    named = {figure.measure for _, claims in accounts for claim in claims for figure in claim.record.figure}
    order = dossier.measures if len(named) > 1 else named
    for measure in (dossier.measures[name] for name in order if name in named):
        cells: list[list[object]] = [[] for _ in accounts]
        for figure in measure.figures:
            if figure.claim.key in numbers:
                cells[numbers[figure.claim.key]].append(figure)
        if any(cells):
            yield Row("figure", tuple(map(tuple, cells)), measure.id)


def _positions(accounts: Accounts, questions: Iterable[Question]) -> Iterator[Row]:
    """Of each question that the accounts answer, what each answers."""
    for question in questions:
        taken = positions(question, accounts)
        labels = question.record.positions
        cells = [tuple(labels[name] for name in labels if name in taken.get(at, ())) for at in range(len(accounts))]
        yield Row("position", tuple(cells), question.id)
