"""Words beside the points of a drawing: beside, above or below, wherever they hide nothing; else left away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Align = Literal["left", "center", "right"]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

LEADING = 1.2
_NARROW, _WIDE = frozenset("il.,:;'|!()[]fjrtI „“/-"), frozenset("mwMWABCDEGHKNOPQRSUVXZÄÖÜ%–—")


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    size: float


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of text, the first with its middle at `y`, the others below it."""

    lines: tuple[Line, ...]
    x: float
    y: float
    align: Align


def width_of(line: Line) -> float:
    """About as wide as the text will be in a sans-serif face, rather more than less."""
    return sum(0.36 if c in _NARROW else 0.8 if c in _WIDE else 0.6 for c in line.text) * line.size


def placed(mark: Box, wordings: Iterable[Sequence[Line]], taken: Sequence[Box], edge: Box) -> Words | None:
    """The first wording that finds room around the mark, inside the edge."""
    for lines in wordings:
        for words in _around(mark, tuple(lines)):
            box = box_of(words)
            inside = box[0] >= edge[0] and box[1] >= edge[1] and box[2] <= edge[2] and box[3] <= edge[3]
            if inside and not any(overlap(box, other) for other in taken):
                return words
    return None


def _around(mark: Box, lines: tuple[Line, ...]) -> Iterator[Words]:
    """Right, left, above, below; the mark's own lines beside it, so that it is clear what they belong to."""
    left, top, right, bottom = mark
    height = sum(line.size * LEADING for line in lines)
    first = lines[0].size * LEADING / 2
    middle, centre = (top + bottom) / 2 - height / 2 + first, (left + right) / 2
    yield Words(lines, right + 4, middle, "left")
    yield Words(lines, left - 4, middle, "right")
    yield Words(lines, centre, top - 2 - height + first, "center")
    yield Words(lines, centre, bottom + 2 + first, "center")
    for y in (top - 2 - height + first, bottom + 2 + first):
        yield Words(lines, left, y, "left")
        yield Words(lines, right, y, "right")


def box_of(words: Words) -> Box:
    width = max(map(width_of, words.lines))
    left = words.x - {"left": 0.0, "center": width / 2, "right": width}[words.align]
    top = words.y - words.lines[0].size * LEADING / 2
    return left, top, left + width, top + sum(line.size * LEADING for line in words.lines)


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
