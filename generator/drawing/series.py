"""What the figures of a measure tell together, before any of it is drawn: who gives them, which of them a line may
join, which contradict each other, and for how long nobody gives any.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from generator.dossier import Claim, DatedFigure, Measure
from generator.model import anonymous
from generator.resolve.conflicts import conflicts
from generator.writer import Writer

GAP = timedelta(days=366)
"""A longer time without a figure is a gap: no line crosses it, and the reader is told of it."""

Teller = tuple[str, ...]
"""Who vouches for a figure: ids of topics, the words of an anonymous source, or an article that names no outlet."""
Pair = tuple[DatedFigure, DatedFigure]


def teller(claim: Claim) -> Teller:
    """Who says so, or passed it on, or published it."""
    return claim.record.by or claim.record.via or (claim.article.source or claim.article.id,)


def tellers(measure: Measure) -> dict[Teller, list[DatedFigure]]:
    """Each teller with its figures, in the order of the figures."""
    found: dict[Teller, list[DatedFigure]] = {}
    for dated in measure.figures:
        found.setdefault(teller(dated.claim), []).append(dated)
    return found


def teller_name(one: Teller, writer: Writer) -> str:
    """The teller as plain text."""
    return ", ".join(_name(part, writer) for part in one)


def _name(part: str, writer: Writer) -> str:
    if words := anonymous(part):
        return str(writer.labels["quote"].format(words=words))
    if part in writer.dossier.articles:
        return writer.article_label(writer.dossier.articles[part])
    return writer.source_name(part)


def joined(measure: Measure) -> Iterator[Pair]:
    """Figures between which a line may be drawn: one teller, one after the other, no gap between them.

    Only plain numbers: a line to a limit or a range would show values that nobody gave. A time for which the teller
    gives two figures ends the line as well.
    """
    for figures in tellers(measure).values():
        dated = sorted((figure for figure in figures if figure.as_of), key=_begin)
        alone = [
            not any(
                one is not other and _overlap(one, other) for other in (dated[at - 1 : at] + dated[at + 1 : at + 2])
            )
            for at, one in enumerate(dated)
        ]
        for at, (first, second) in enumerate(pairwise(dated)):
            if alone[at] and alone[at + 1] and is_plain(first) and is_plain(second) and not _apart(first, second):
                yield first, second


def is_plain(dated: DatedFigure) -> bool:
    """A single number, exact or about."""
    return dated.figure.value is not None and dated.figure.qualifier in (None, "about")


def gaps(measure: Measure) -> Iterator[Pair]:
    """The figures before and after each long time for which nobody gives any."""
    last: DatedFigure | None = None
    for figure in sorted((figure for figure in measure.figures if figure.as_of), key=_begin):
        if last and _apart(last, figure):
            yield last, figure
        if not last or _end(figure) > _end(last):
            last = figure


def contradicting(measure: Measure) -> list[Pair]:
    """Figures that cannot both hold, the lower first; of three that exclude each other only the neighbours in value."""
    pairs = {(id(low), id(high)): (low, high) for low, high in map(_by_value, conflicts(measure.figures))}
    above: dict[int, set[int]] = {}
    for low, high in pairs:
        above.setdefault(low, set()).add(high)
    return [
        pair
        for (low, high), pair in pairs.items()
        if not any(high in above.get(third, ()) for third in above[low] if third != high)
    ]


def _by_value(pair: Pair) -> Pair:
    one, other = pair
    return (one, other) if one.bounds < other.bounds else (other, one)


def newest(measure: Measure) -> list[DatedFigure]:
    """All figures for the latest date there is, so that a disagreement shows."""
    last = measure.figures[-1:]
    return [figure for figure in measure.figures if last and _overlap(figure, last[0])] or list(last)


def _begin(dated: DatedFigure) -> tuple[date, date]:
    return (dated.as_of and dated.as_of.earliest) or date.min, _end(dated)


def _end(dated: DatedFigure) -> date:
    return (dated.as_of and dated.as_of.latest) or date.max


def _overlap(one: DatedFigure, other: DatedFigure) -> bool:
    return bool(one.as_of and other.as_of and one.as_of.overlaps(other.as_of))


def _apart(first: DatedFigure, second: DatedFigure) -> bool:
    return _begin(second)[0] - _end(first) > GAP
