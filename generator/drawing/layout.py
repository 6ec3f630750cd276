"""One measure at one size: its axes, and where on them its figures stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.dossier import DatedFigure, Measure
from generator.drawing.axes import Axes, days_shown, value_ticks, values_shown
from generator.drawing.plot import Point, points
from generator.drawing.series import teller, tellers
from generator.drawing.signs import Sign, sign
from generator.drawing.words import Box, Line, width_of
from generator.labels import Labels

ARROW = 3.6
"""How long an arrow is, measured in half signs."""


@dataclass(frozen=True)
class Size:
    """A drawing's size; `mark` is half a sign, `apart` the least distance at which a finger tells two links apart."""

    width: float
    height: float
    mark: float
    apart: float
    text: float
    top: float
    right: float
    bottom: float


class Layout:
    """Where everything of a measure stands; only figures with a date have a place."""

    def __init__(self, measure: Measure, labels: Labels, size: Size) -> None:
        self.measure, self.labels, self.size = measure, labels, size
        self.dated = [figure for figure in measure.figures if figure.as_of]
        self.signs: dict[tuple[str, ...], Sign] = {one: sign(at) for at, one in enumerate(tellers(measure))}

    @cached_property
    def axes(self) -> Axes:
        return self.axes_of(self.size.width - self.left - self.size.right)

    def axes_of(self, width: float) -> Axes:
        days = [day for dated in self.dated if dated.as_of for day in (dated.as_of.earliest, dated.as_of.latest) if day]
        height = self.size.height - self.size.top - self.size.bottom
        if len(self.dated) == 1:
            height *= 0.55  # nothing to compare
        return Axes(width, height, *days_shown(days, 0.06), self.values[0], self.values[-1])

    @cached_property
    def values(self) -> list[float]:
        figures = [dated.figure for dated in self.dated]
        return values_shown(n for f in figures for n in (f.value, f.min, f.max) if n is not None)

    @cached_property
    def left(self) -> float:
        if not self.size.text:
            return self.size.right
        numbers = [Line(text, self.size.text - 1) for _, text in value_ticks(self.axes_of(1), self.values, self.labels)]
        return max(map(width_of, numbers)) + 8

    @cached_property
    def points(self) -> dict[int, Point]:
        """By the figure's identity: two figures may say the same."""
        placed = points(self.dated, self.axes, self.size.apart * 1.5, self.size.apart)
        return {id(point.dated): point for point in placed}

    def sign(self, dated: DatedFigure) -> Sign:
        return self.signs[teller(dated.claim)]

    def around(self, point: Point, half: float) -> Box:
        """The box of its mark with its arrow."""
        arrow = self.size.mark * ARROW
        up, down = (max(arrow, half) if point.points == way else half for way in (-1, 1))
        return point.x - half, point.top - up, point.x + half, point.bottom + down

    def is_long(self, point: Point) -> bool:
        """Whether the time it holds for can be seen beside its mark."""
        return point.end - point.start > self.size.mark * 3
