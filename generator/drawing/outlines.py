"""The outlines of all countries, read from countries.json (which tells where they come from) once a process.

A border is one arc that both neighbours name, so that whatever is done to an arc leaves no gap between them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate, pairwise
from math import hypot
from typing import NamedTuple

Point = tuple[float, float]
"""Longitude and latitude, or x and y: always east before north."""
Line = tuple[Point, ...]
NEAR = 0.5
"""Degrees: a pier or an island too small for the outlines still belongs to the nearest coast."""


class Box(NamedTuple):
    left: float
    low: float
    right: float
    high: float

    def holds(self, point: Point, margin: float = 0) -> bool:
        x, y = point
        return self.left - margin <= x <= self.right + margin and self.low - margin <= y <= self.high + margin

    def touches(self, other: Box) -> bool:
        return self.left < other.right and other.left < self.right and self.low < other.high and other.low < self.high


@dataclass(frozen=True, eq=False)
class Part:
    """One connected piece of a country (two letters, or none where the land is nobody's in the data)."""

    country: str
    rings: tuple[tuple[int, ...], ...]
    """The numbers of its arcs, `~number` where one runs backwards; the first ring is the outer one."""
    box: Box


@dataclass(frozen=True)
class Atlas:
    arcs: tuple[Line, ...]
    parts: tuple[Part, ...]

    def part_at(self, point: Point) -> Part | None:
        """The piece of land a point lies on, or that it lies very near to."""
        around = [part for part in self.parts if part.box.holds(point, NEAR)]
        for part in around:
            if self._holds(part, point):
                return part
        near = [(self._distance(part, point), at) for at, part in enumerate(around)]
        return around[min(near)[1]] if near and min(near)[0] < NEAR else None

    def parts_at(self, points: Iterable[Point]) -> list[Part]:
        """The pieces of land that the points lie on; many points on one piece cost little."""
        found: list[Part] = []
        for point in points:
            if not any(self._holds(part, point) for part in found) and (part := self.part_at(point)):
                found.append(part)
        return list(dict.fromkeys(found))

    def _holds(self, part: Part, point: Point) -> bool:
        return part.box.holds(point) and inside(point, (joined(self.arcs, ring) for ring in part.rings))

    def _distance(self, part: Part, point: Point) -> float:
        return min(hypot(x - point[0], y - point[1]) for x, y in joined(self.arcs, part.rings[0]))


@lru_cache(maxsize=1)
def atlas() -> Atlas:
    topology = json.loads(files(__package__).joinpath("countries.json").read_text(encoding="utf-8"))
    (wide, high), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = tuple(
        tuple(
            [(west + x * wide, south + y * high) for x, y in zip(*map(accumulate, zip(*arc, strict=True)), strict=True)]
        )
        for arc in topology["arcs"]
    )
    parts = [
        Part(country.get("id", ""), tuple(map(tuple, rings)), box_of(joined(arcs, rings[0])))
        for country in topology["objects"]["countries"]["geometries"]
        for rings in country["arcs"]
    ]
    return Atlas(arcs, tuple(parts))


def joined(arcs: Sequence[Line] | Mapping[int, Line], ring: Iterable[int]) -> list[Point]:
    """The ring's points in turn; the last is the first again."""
    points: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def box_of(points: Iterable[Point]) -> Box:
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def inside(point: Point, rings: Iterable[Sequence[Point]]) -> bool:
    """Whether a ray to the right crosses the rings an odd number of times."""
    return sum(crossing > point[0] for ring in rings for crossing in crossings(ring, point[1])) % 2 == 1


def crossings(ring: Sequence[Point], y: float) -> list[float]:
    """Where a closed ring crosses a horizontal line."""
    return [x0 + (y - y0) * (x1 - x0) / (y1 - y0) for (x0, y0), (x1, y1) in pairwise(ring) if (y0 > y) != (y1 > y)]
