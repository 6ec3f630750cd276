"""The land of a map: the outlines within its frame, made as simple as its size allows, and drawn once a dossier."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from generator.drawing.map_frame import WIDTH, Frame
from generator.drawing.outlines import Atlas, Box, Line, Part, Point, box_of, joined
from generator.drawing.svg import svg

FINEST = 0.4
"""How far an outline may be from the true one at least, in units of the map."""
POINTS = 1600
"""The most points of all outlines on a map (about 8 kB compressed); where there are more, they become coarser."""
SMALLEST = 6
"""Islands less wide and high than this many times that distance are left out."""
BEYOND = 4
"""How far the land goes on outside the frame, so that no line runs along the frame."""


@dataclass(frozen=True)
class Land:
    """A connected piece of a country as it stands on the map."""

    country: str
    rings: tuple[Line, ...]
    is_focus: bool

    @property
    def extent(self) -> float:
        box = box_of(self.rings[0])
        return (box.right - box.left) * (box.high - box.low)


def land_in(frame: Frame, atlas: Atlas, focus: Collection[str]) -> list[Land]:
    """All pieces of land that the frame touches; those of the countries in `focus` are marked."""
    parts = [part for part in atlas.parts if part.box.touches(frame.box)]
    numbers = {number if number >= 0 else ~number for part in parts for ring in part.rings for number in ring}
    view = Box(-BEYOND, -BEYOND, WIDTH + BEYOND, frame.height + BEYOND)
    arcs = {number: _within(tuple(map(frame.at, atlas.arcs[number])), view) for number in numbers}
    tolerance = FINEST
    while True:
        arcs = {number: simplified(arc, tolerance) for number, arc in arcs.items()}
        found = [(part, _rings(part, arcs, view, tolerance * SMALLEST)) for part in parts]
        if sum(len(ring) for _, rings in found for ring in rings) <= POINTS or tolerance > SMALLEST:
            break
        tolerance *= 1.5
    return [Land(part.country, rings, bool(part.country) and part.country in focus) for part, rings in found if rings]


def _rings(part: Part, arcs: Mapping[int, Line], view: Box, smallest: float) -> tuple[Line, ...]:
    """The rings that can be seen; none where the outer one cannot."""
    rings = []
    for numbers in part.rings:
        ring = tuple(joined(arcs, numbers))
        box = box_of(ring)
        if len(ring) > 3 and max(box.right - box.left, box.high - box.low) >= smallest and box.touches(view):
            rings.append(ring)
        elif not rings:
            break
    return tuple(rings)


def _within(arc: Line, view: Box) -> Line:
    """The arc without the points that lie outside with both their neighbours, on the same side; its ends stay."""
    kept = [arc[0]]
    for point, following in pairwise(arc[1:]):
        box = box_of((kept[-1], point, following))
        if box.right >= view.left and box.left <= view.right and box.high >= view.low and box.low <= view.high:
            kept.append(point)
    return (*kept, arc[-1])


def simplified(line: Line, tolerance: float) -> Line:
    """The fewest of its points that stay as near to it (Douglas and Peucker); its ends stay."""
    kept, stretches = {0, len(line) - 1}, [(0, len(line) - 1)]
    while stretches:
        first, last = stretches.pop()
        farthest, distance = first, tolerance
        for at in range(first + 1, last):
            if (away := _away(line[at], line[first], line[last])) > distance:
                farthest, distance = at, away
        if farthest != first:
            kept.add(farthest)
            stretches += [(first, farthest), (farthest, last)]
    return tuple(line[at] for at in sorted(kept))


def _away(point: Point, start: Point, end: Point) -> float:
    """The distance of a point from the line between two others."""
    (x, y), (x0, y0), (x1, y1) = point, start, end
    length = (x1 - x0) ** 2 + (y1 - y0) ** 2
    along = max(0, min(1, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length)) if length else 0
    return hypot(x - x0 - along * (x1 - x0), y - y0 - along * (y1 - y0))


def drawn(land: Sequence[Land], frame: Frame, name: str) -> str:
    """The land as SVG: what stands inside the drawing's outermost element."""
    layers = [_layer(land, is_focus=is_focus) for is_focus in (False, True)]
    spec = {
        "width": WIDTH,
        "height": round(frame.height, 1),
        "padding": 0,
        "autosize": "none",
        "background": None,
        # the rings are on the map already: this projection only cuts them where the frame ends
        "projection": {
            "type": "identity",
            "scale": 1,
            "translate": [0, 0],
            "clipExtent": [[-BEYOND, -BEYOND], [WIDTH + BEYOND, round(frame.height) + BEYOND]],
        },
        "layer": [layer for layer in layers if layer],
        "config": {"view": {"stroke": None}},
    }
    drawing = svg(spec, name=name, title="", summary="")
    return drawing[drawing.index("<g") : drawing.rindex("</svg>")]


def _layer(land: Sequence[Land], *, is_focus: bool) -> dict[str, object]:
    rings = [[_closed(ring) for ring in piece.rings] for piece in land if piece.is_focus == is_focus]
    if not rings:
        return {}
    kind = "focus" if is_focus else "land"
    fill = "var(--dossier-focus-land, #fffdf6)" if is_focus else "var(--dossier-land, #efe9dc)"
    return {
        "name": kind,
        "data": {"values": [{"type": "Feature", "geometry": {"type": "MultiPolygon", "coordinates": rings}}]},
        "mark": {
            "type": "geoshape",
            "clip": False,
            "aria": False,
            "fill": fill,
            "stroke": "var(--dossier-border, #a89c86)",
            "strokeWidth": 1,
            "strokeJoin": "round",
        },
    }


def _closed(ring: Sequence[Point]) -> list[list[float]]:
    return [[round(x, 1), round(y, 1)] for x, y in ring]
