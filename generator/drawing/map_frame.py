"""What part of the earth a map shows, and where a place stands in it (Mercator)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from math import asinh, atan, cos, degrees, pi, radians, sinh, tan

from generator.drawing.outlines import Box, Part, Point, box_of

WIDTH = 720
"""Of every map, in its own units; about as many pixels on a wide screen, twice as many as on a phone."""
MARGIN = 0.07
"""Around the countries shown whole, of the longer side."""
LEAST = radians(6)
"""What a map shows at least, so that a small island keeps some sea and coasts around it; at sea, four times that."""
NARROWEST, WIDEST = 1.2, 1.7
"""A map's width in its height."""
SOUTH, NORTH = -60, 80
"""Where a map of the world ends, unless there is something to be shown beyond."""
POLE = 84
"""Mercator's poles are endlessly far away."""


@dataclass(frozen=True)
class Frame:
    """`west` and `north` are the map's corner, `scale` its units a radian."""

    west: float
    north: float
    scale: float
    height: float

    def at(self, point: Point) -> Point:
        """Where a place stands on the map, from its upper left corner."""
        x, y = _mercator(point)
        return (x - self.west) * self.scale, (self.north - y) * self.scale

    @property
    def origin(self) -> Point:
        """Where latitude and longitude are zero, which may be far outside."""
        return -self.west * self.scale, self.north * self.scale

    @cached_property
    def box(self) -> Box:
        """In degrees."""
        east, south = self.west + WIDTH / self.scale, self.north - self.height / self.scale
        return Box(*map(degrees, (self.west, atan(sinh(south)), east, atan(sinh(self.north)))))

    @property
    def kilometre(self) -> float:
        """Its length in the middle of the map; 0 where the map is too large for one scale."""
        box = self.box
        if box.high - box.low > 45:
            return 0
        return self.scale / 6371 / cos(radians((box.low + box.high) / 2))


def frame_of(points: Collection[Point], parts: Iterable[Part]) -> Frame:
    """A frame that holds the points and all of the parts, with a margin."""
    spots = box_of(map(_mercator, points))
    pieces = [
        box_of((_mercator((box.left, box.low)), _mercator((box.right, box.high)))) for box in (p.box for p in parts)
    ]
    left, low, right, high = _union([spots, *pieces])
    margin = max(right - left, high - low) * MARGIN
    least = LEAST if pieces else LEAST * 4
    width = max(right - left + 2 * margin, least)
    height = max(high - low + 2 * margin, least / WIDEST)
    width = min(max(width, height * NARROWEST), 2 * pi)
    height = max(height, width / WIDEST)
    west = _moved((left + right - width) / 2, width, -pi, pi)
    limits = min(_up(SOUTH), low - margin), max(_up(NORTH), high + margin)
    south = _moved((low + high - height) / 2, height, *limits)
    scale = WIDTH / width
    return Frame(west, south + height, scale, height * scale)


def _moved(start: float, length: float, least: float, most: float) -> float:
    """The start of a stretch that is moved into its limits as far as it fits there."""
    return max(least, min(start, most - length)) if length <= most - least else (least + most - length) / 2


def _union(boxes: Iterable[Box]) -> Box:
    lefts, lows, rights, highs = zip(*boxes, strict=True)
    return Box(min(lefts), min(lows), max(rights), max(highs))


def _mercator(point: Point) -> Point:
    return radians(point[0]), _up(point[1])


def _up(latitude: float) -> float:
    return asinh(tan(radians(max(-POLE, min(POLE, latitude)))))
