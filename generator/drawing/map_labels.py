"""Where the labels of a map find room: one after the other, each at the first place that is free.

A label that would cover another one, a sign or the frame is left out; the list beside the map has them all. The same
map is shown at two sizes, so that its labels are placed twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from generator.drawing.outlines import Box, Line, Point, box_of, crossings

Anchor = Literal["start", "middle", "end"]
LINE = 1.2
"""The height of a line of text, of its size."""
WRAPPED = 20
"""Names longer than this many letters take more lines."""
_SLIM, _WIDE = frozenset("fijlrtI.,;:!'’()[]-/| "), frozenset("mwMWÄÖÜQGO%@—…")


@dataclass(frozen=True)
class Size:
    """What a map's texts and signs measure in its units at one size of the screen; map.css says the same."""

    name: Literal["wide", "narrow"]
    text: float
    small: float
    country: float
    sign: float
    """The radius of a sign."""
    hit: float
    """The radius of the area around it that answers to a finger."""
    gap: float

    @property
    def dot(self) -> float:
        """The radius of another place's dot."""
        return self.sign * 0.4

    @property
    def ring(self) -> float:
        """The radius of the ring around the page's own topic."""
        return self.sign * 1.5


SIZES = (
    Size("wide", text=14.5, small=12.5, country=12.5, sign=7.5, hit=16.9, gap=3),
    Size("narrow", text=27, small=24, country=23, sign=13.5, hit=30.4, gap=5),
)


@dataclass(frozen=True)
class Label:
    """Lines of text at a place: `x`, `y` is the base of the first line, at its start, middle or end."""

    lines: tuple[str, ...]
    x: float
    y: float
    anchor: Anchor
    box: Box
    leader: tuple[Point, Point] | None = None
    has_state: bool = False
    """The last line tells the state."""


@dataclass(frozen=True)
class Wish:
    """A label to be placed at a point: `state` is a smaller line that may be left out."""

    key: str
    point: Point
    name: str
    state: str = ""
    reach: float = 0
    """The radius of the sign that it stands beside."""
    least: float = 0
    """The least height of its box, where the label itself is what answers to a finger."""


def width_of(text: str, size: float) -> float:
    """At most this wide, even bold and in the widest of the usual fonts: the reader's is not known here."""
    return size * sum(0.45 if letter in _SLIM else 1.05 if letter in _WIDE else 0.73 for letter in text)


def wrapped(name: str) -> list[str]:
    lines: list[str] = []
    for word in name.split():
        if lines and len(lines[-1]) + len(word) < WRAPPED:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


class Room:
    """What is still free of a map."""

    def __init__(self, width: float, height: float, size: Size, taken: Iterable[Box] = ()) -> None:
        self.width, self.height, self.size = width, height, size
        self.taken = list(taken)

    def holds(self, point: Point) -> bool:
        return Box(0, 0, self.width, self.height).holds(point)

    def is_free(self, box: Box, *but: Box) -> bool:
        edge = self.size.gap
        within = (
            box.left >= edge and box.low >= edge and box.right <= self.width - edge and box.high <= self.height - edge
        )
        return within and not any(box.touches(other) for other in self.taken if other not in but)

    def place(self, wish: Wish) -> Label | None:
        """The wish's label where there is room for it, which is taken then; without its state before without itself."""
        texts = [(wish.name, wish.state), (wish.name, "")] if wish.state else [(wish.name, "")]
        own = around(wish.point, self.size.hit)
        for (name, state), far in product(texts, (False, True)):
            for label in self._places(wish, wrapped(name), state, far=far):
                if self.is_free(label.box, own) and self._leads_freely(label):
                    self.taken.append(label.box)
                    return label
        return None

    def _places(self, wish: Wish, names: list[str], state: str, *, far: bool) -> Iterator[Label]:
        """Beside the point, above and below; `far` ones have a line that leads to it."""
        size, lines = self.size, (*names, *([state] if state else []))
        sizes = [size.text] * len(names) + [size.small] * (len(lines) - len(names))
        width = max(width_of(text, points) for text, points in zip(lines, sizes, strict=True))
        text = sum(sizes) * LINE
        height = max(text, wish.least)
        x, y = wish.point
        away = wish.reach + (size.hit * 1.3 if far else size.gap)
        sides: tuple[tuple[Anchor, int, int], ...] = (
            ("start", 1, 0), ("end", -1, 0), ("middle", 0, -1), ("middle", 0, 1),
            ("start", 1, -1), ("start", 1, 1), ("end", -1, -1), ("end", -1, 1),
        )  # fmt: skip
        for anchor, right, down in sides:
            near = 0.8 if right and down else 1
            at = x + right * away * near
            left = {"start": at, "middle": at - width / 2, "end": at - width}[anchor]
            top = y + down * (away * near + height / 2) - height / 2
            box = Box(left, top, left + width, top + height)
            leader = ((x, y), _nearest(box, (x, y))) if far else None
            yield Label(lines, at, top + (height - text) / 2 + size.text * 0.95, anchor, box, leader, bool(state))

    def _leads_freely(self, label: Label) -> bool:
        """Whether its line crosses nothing that it does not begin in."""
        if not label.leader:
            return True
        (x0, y0), (x1, y1) = label.leader
        steps = [(x0 + (x1 - x0) * part / 8, y0 + (y1 - y0) * part / 8) for part in range(8)]
        crossed = (box for box in self.taken if any(map(box.holds, steps)))
        return all(box.holds((x0, y0)) for box in crossed)


def _nearest(box: Box, point: Point) -> Point:
    return max(box.left, min(point[0], box.right)), max(box.low, min(point[1], box.high))


def around(point: Point, radius: float) -> Box:
    x, y = point
    return Box(x - radius, y - radius, x + radius, y + radius)


def in_land(room: Room, rings: Sequence[Line], name: str) -> Label | None:
    """A country's name in the widest free place of its land, if it fits there as a whole."""
    size = room.size
    text = name.upper()
    width, height = width_of(text, size.country) * 1.15, size.country * LINE  # its letters are spaced
    found: list[tuple[float, Label]] = []
    wide = max((box.right - box.left for box in map(box_of, rings)), default=0)
    row = height if wide >= width else room.height
    while row < room.height - height:
        top, low = row - height / 2, row + height / 2
        for left, right in _stretches(rings, (top, row, low), room.width):
            middle = (left + right) / 2
            for x in (middle, (left + middle) / 2, (middle + right) / 2):
                box = Box(x - width / 2, top, x + width / 2, low)
                if box.left >= left and box.right <= right and room.is_free(box):
                    slack = min(box.left - left, right - box.right)
                    found.append((slack, Label((text,), x, low - height * 0.28, "middle", box)))
                    break
        row += height / 2
    if not found:
        return None
    label = max(found, key=lambda each: each[0])[1]
    room.taken.append(label.box)
    return label


def _stretches(rings: Sequence[Line], rows: Sequence[float], width: float) -> Iterator[tuple[float, float]]:
    """The stretches that lie inside the rings on all rows at once."""
    shared = [(0.0, width)]
    for row in rows:
        ends = sorted(x for ring in rings for x in crossings(ring, row))
        pairs = list(zip(ends[::2], ends[1::2], strict=False))
        shared = [(max(a, c), min(b, d)) for a, b in shared for c, d in pairs if max(a, c) < min(b, d)]
    yield from shared
