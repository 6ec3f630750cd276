"""The signs of a map as SVG: what a topic's state is shows in their shape, so that no colour is needed to read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.drawing.map_labels import LINE, SIZES, Label, Size
from generator.drawing.outlines import Box, Point
from generator.markdown_text import inline

SHAPES = (
    "M0-8 8 0 0 8-8 0Z",
    "M-6.2-6.2h12.4v12.4h-12.4Z",
    "M0-8.2 7.8 5.6H-7.8Z",
    "M0 8.2 7.8-5.6H-7.8Z",
    "M-2.6-7.6h5.2v5h5v5.2h-5v5h-5.2v-5h-5v-5.2h5Z",
    "M0-8 7.6-2.5 4.7 6.5H-4.7L-7.6-2.5Z",
)
"""One for each state, around their middle; where there are more states, the last stands for all others."""
UNKNOWN = "M-6.5 0a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0Z"
"""For a topic of which no state is told; also drawn hollow."""


@dataclass(frozen=True)
class Sign:
    """A topic on the map. `shape` is a number of SHAPES, or None; `words` is what a screen reader says."""

    topic: str
    path: str
    point: Point
    shape: int | None
    words: str


def key(shape: int | None) -> str:
    """A sign for the legend."""
    return _key(_shape(shape))


def dot_key() -> str:
    return _key('<circle class="dot" r="4"/>')


def _key(drawn: str) -> str:
    return f'<svg class="key" viewBox="-10 -10 20 20" aria-hidden="true" focusable="false">{drawn}</svg>'


def sign(found: Sign, href: str, labels: Iterable[tuple[Size, Label | None]], *, is_here: bool) -> str:
    """A topic's sign with its labels for each size, as one link; where one is already, no link.

    It is drawn for the wide size; map.css makes it larger for the narrow one.
    """
    x, y = found.point
    texts = "".join(_label(label, size) for size, label in labels if label)
    ring = f'<circle class="ring" r="{number(SIZES[0].ring)}"/>' if is_here else ""
    drawn = f'<g class="sign">{ring}<circle class="hit" r="{number(SIZES[0].hit)}"/>{_shape(found.shape)}</g>'
    mark = f'<g transform="translate({number(x)} {number(y)})">{drawn}</g>'
    words = quoted(found.words)
    if is_here:
        return f'<g class="topic here" role="img" aria-label="{words}">{texts}{mark}</g>'
    return f'<a class="topic" href="{href}" aria-label="{words}">{texts}{mark}</a>'


def place(found: Sign, href: str, label: Label, size: Size) -> str:
    """A dot with its name, for one size: other places, by which one finds one's way."""
    x, y = found.point
    dot = f'<circle class="dot" cx="{number(x)}" cy="{number(y)}" r="{number(size.dot)}"/>'
    box = label.box
    width, height = number(box.right - box.left), number(box.high - box.low)
    hit = f'<rect class="hit" x="{number(box.left)}" y="{number(box.low)}" width="{width}" height="{height}"/>'
    words = quoted(found.words)
    return f'<a class="place {size.name}" href="{href}" aria-label="{words}">{hit}{_label(label, size)}{dot}</a>'


def country(label: Label, size: Size) -> str:
    at = f'x="{number(label.x)}" y="{number(label.y)}"'
    return f'<text class="country {size.name}" text-anchor="middle" {at}>{quoted(label.lines[0])}</text>'


def scale_bar(box: Box, length: float, words: str, size: Size) -> str:
    """A bar at the foot of its box, its length in words above."""
    left, low, tick = number(box.left), number(box.high), size.gap * 1.5
    bar = f'<path class="bar" d="M{left} {number(box.high - tick)}V{low}h{number(length)}v{number(-tick)}"/>'
    text = f'<text x="{left}" y="{number(box.high - size.gap * 2.5)}">{quoted(words)}</text>'
    return f'<g class="scale {size.name}">{bar}{text}</g>'


def _shape(shape: int | None) -> str:
    return (
        f'<path class="shape{" unknown" if shape is None else ""}" d="{UNKNOWN if shape is None else SHAPES[shape]}"/>'
    )


def _label(label: Label, size: Size) -> str:
    x = number(label.x)
    rows = []
    for at, line in enumerate(label.lines):
        below = f' x="{x}" dy="{number(size.text * LINE)}"' if at else ""
        small = ' class="state"' if label.has_state and at == len(label.lines) - 1 else ""
        rows.append(f"<tspan{small}{below}>{quoted(line)}</tspan>" if at else quoted(line))
    anchor = f' text-anchor="{label.anchor}"' if label.anchor != "start" else ""
    text = f'<text class="{size.name}"{anchor} x="{x}" y="{number(label.y)}">{"".join(rows)}</text>'
    if not label.leader:
        return text
    (x0, y0), (x1, y1) = label.leader
    line = " ".join(map(number, (x0, y0, x1, y1)))
    return f'<path class="leader {size.name}" d="M{line}"/>{text}'


def number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0") if abs(value) >= 0.05 else "0"


def quoted(words: str) -> str:
    """Text that neither Markdown nor HTML reads anything into."""
    return inline(words).replace('"', "&quot;")
