"""Figures of one measure that cannot both hold, and that no question covers; and figures without a date.

A sweep over time: each figure is held against those that still last when it begins, and among them only against those
whose values end below its own or begin above them. So the cost grows with the figures and with what is found.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from datetime import date
from heapq import heappop, heappush

from generator.dossier import DatedFigure, Dossier
from generator.parsing import Seeds
from generator.problems import Problem
from generator.reading import Where

Key = tuple[float, int]


def check_figures(dossier: Dossier, seeds: Seeds) -> Iterator[Problem]:
    """Open problems of all measures."""
    asked: dict[str, set[str]] = {}
    for name, question in dossier.questions.items():
        for _, claim in question.answers:
            asked.setdefault(claim.key, set()).add(name)
    marks = _marks(seeds)
    for measure in dossier.measures.values():
        for figure in measure.figures:
            if not figure.as_of:
                hint = "give as_of, or the claim's when or event"
                yield Problem(marks[figure.claim.key](), "open", "figure without a date", hint)
        for first, second in conflicts(measure.figures):
            if not asked.get(first.claim.key, set()) & asked.get(second.claim.key, set()):
                message = f"{shown(first)} contradicts {shown(second)} in {second.claim.key} ({measure.id})"
                hint = "let both answer one question in questions.yml, or correct a date or qualifier"
                yield Problem(marks[first.claim.key](), "open", message, hint)


def _marks(seeds: Seeds) -> dict[str, Where]:
    """Claim key → where its figures stand."""
    return {
        f"{name}#{claim.id}": article.where("claims", index, "figure")
        for name, article in seeds.articles.items()
        for index, claim in enumerate(article.record.claims)
        if claim.figure
    }


def contradict(first: DatedFigure, second: DatedFigure) -> bool:
    """Whether two figures of one measure cannot both hold: times overlap, values with their qualifiers do not."""
    if not (first.as_of and second.as_of and first.as_of.overlaps(second.as_of)):
        return False
    (low, high), (other_low, other_high) = first.bounds, second.bounds
    return high < other_low or other_high < low


def conflicts(figures: Sequence[DatedFigure]) -> Iterator[tuple[DatedFigure, DatedFigure]]:
    """Each pair that contradicts itself, both in the order of `figures`."""
    pairs = sorted(tuple(sorted(pair)) for pair in _sweep(figures))
    return ((figures[first], figures[second]) for first, second in pairs)


def _sweep(figures: Sequence[DatedFigure]) -> Iterator[tuple[int, int]]:
    lasting: list[tuple[date, int]] = []  # a heap of the figures at hand by their last day
    lows: list[Key] = []  # their values, sorted
    highs: list[Key] = []
    for begin, end, at in sorted(_times(figures)):
        while lasting and lasting[0][0] < begin:
            gone = heappop(lasting)[1]
            low, high = figures[gone].bounds
            del lows[bisect_left(lows, (low, gone))], highs[bisect_left(highs, (high, gone))]
        low, high = figures[at].bounds
        for _, other in highs[: bisect_left(highs, (low, -1))]:
            yield other, at
        for _, other in lows[bisect_right(lows, (high, len(figures))) :]:
            yield other, at
        heappush(lasting, (end, at))
        insort(lows, (low, at))
        insort(highs, (high, at))


def _times(figures: Sequence[DatedFigure]) -> Iterator[tuple[date, date, int]]:
    for at, figure in enumerate(figures):
        if figure.as_of:
            yield figure.as_of.earliest or date.min, figure.as_of.latest or date.max, at


def shown(dated: DatedFigure) -> str:
    """A figure as the editor typed it."""
    figure = dated.figure
    ends = [f"{end}" if end is not None else "" for end in (figure.min, figure.max)]
    value = "–".join(ends) if figure.value is None else f"{figure.value}"
    qualifier = f"{figure.qualifier.replace('_', ' ')} " if figure.qualifier else ""
    return f"{qualifier}{value}" + (f" ({dated.as_of.text})" if dated.as_of else "")
