"""Where each figure of a measure stands in its chart: time across, numbers upward, what would overlap side by side.

Reckoned here and not left to a library, because the words beside the points have to know where everything else is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.dossier import DatedFigure
from generator.drawing.axes import Axes

RISES = {"at_least": -1, "more_than": -1, "at_most": 1, "less_than": 1}
"""Where a limit points; upward is less than zero in a drawing."""


CLOSE, BESIDE, WIDEST = 0.85, 1.25, 4
"""Marks keep their place where they are this far above each other, else stand so far beside each other; and how wide
all of a time may become: in parts of the distance at which a finger tells two apart."""


@dataclass(frozen=True, slots=True)
class Point:
    """A figure in the drawing: its mark at `x`; of a range from `top` to `bottom`, else both are the same.

    It holds from `start` to `end`. `points` is -1 where its source says "or more", 1 where it says "or less". `home` is
    where it belongs, if others of the same time have pushed it aside: the same for all of them.
    """

    dated: DatedFigure
    x: float
    top: float
    bottom: float
    start: float
    end: float
    points: int
    home: float | None = None

    @property
    def hollow(self) -> bool:
        return self.dated.figure.qualifier == "about"

    @property
    def is_open(self) -> bool:
        """Whether the source leaves out since when, or until when, it holds."""
        when = self.dated.as_of
        return when is not None and None in (when.earliest, when.latest)

    @property
    def ends(self) -> tuple[float, ...]:
        """The one height of its mark, or the two of a range."""
        return (self.top,) if self.top == self.bottom else (self.top, self.bottom)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def meeting(one: Point, other: Point, *, visible: float) -> tuple[float, float]:
    """Where a line between two points of overlapping times begins and ends; spans longer than `visible` are met."""
    spans = [point.end - point.start > visible for point in (one, other)]
    start, end = max(one.start, other.start), min(one.end, other.end)
    if all(spans) and start <= end:
        return (start + end) / 2, (start + end) / 2
    first = min(max(other.x, one.start), one.end) if spans[0] and not spans[1] else one.x
    return first, min(max(one.x, other.start), other.end) if spans[1] and not spans[0] else other.x


def points(figures: Sequence[DatedFigure], axes: Axes, reach: float, apart: float) -> list[Point]:
    """All dated figures, the marks of simultaneous ones at least `apart`; an open end is drawn `reach` long."""
    return _side_by_side([_point(dated, axes, reach) for dated in figures if dated.as_of], axes, apart)


def _point(dated: DatedFigure, axes: Axes, reach: float) -> Point:
    figure, when = dated.figure, dated.as_of
    earliest, latest = (when.earliest, when.latest) if when else (None, None)
    start, end = axes.span(earliest, latest)
    if earliest is None:
        start = max(0, end - reach)
    if latest is None:
        end = min(axes.width, start + reach)
    x = end if earliest is None else start if latest is None else (start + end) / 2
    ends = [axes.y(number) for number in (figure.value, figure.min, figure.max) if number is not None]
    limit = "at_most" if figure.min is None else "at_least" if figure.max is None else None
    rises = RISES.get(figure.qualifier or (limit if figure.value is None else None) or "", 0)
    return Point(dated, x, min(ends), max(ends), start, end, rises)


def _side_by_side(found: list[Point], axes: Axes, apart: float) -> list[Point]:
    """Marks that would lie on each other, beside each other around the place where all of them belong, by value."""
    groups: list[list[int]] = []
    for at, point in enumerate(found):
        group = next((group for group in groups if _collide(point, found[group[0]], apart)), None)
        group.append(at) if group else groups.append([at])
    placed = list(found)
    for group in (group for group in groups if len(group) > 1):
        room = min(apart * BESIDE, apart * WIDEST / (len(group) - 1))
        home, width = sum(found[at].x for at in group) / len(group), room * (len(group) - 1)
        start = min(max(home - width / 2, 0), axes.width - width)
        for number, at in enumerate(sorted(group, key=lambda at: (-found[at].middle, at))):
            placed[at] = replace(found[at], x=start + room * number, home=home)
    return placed


def _collide(one: Point, other: Point, apart: float) -> bool:
    """Whether two marks of overlapping times lie on each other; those of different times show where they belong."""
    near = abs(one.x - other.x) < apart / 2 and abs(one.middle - other.middle) < apart * CLOSE
    return near and bool(one.dated.as_of and other.dated.as_of and one.dated.as_of.overlaps(other.dated.as_of))
