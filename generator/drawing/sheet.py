"""A drawing whose places are all reckoned before, as a Vega-Lite specification: layers of rules, signs, words, links.

Screen readers are told the links alone: the words in the drawing stand in them as well, and in their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from generator.drawing.svg import FONT
from generator.drawing.words import LEADING, Words

Layer = dict[str, object]
Rows = Sequence[Mapping[str, object]]
Stroke = tuple[float, float, float, float]
"""From x to x, from y to y."""


def sheet(width: float, height: float, padding: Mapping[str, float], layers: Iterable[Layer]) -> Layer:
    """The whole drawing; places count from the left and from the top, inside the padding."""
    x = {"field": "x", "type": "quantitative", "axis": None, "scale": _scale([0, width])}
    y = {"field": "y", "type": "quantitative", "axis": None, "scale": _scale([height, 0])}
    return {
        "width": width,
        "height": height,
        "autosize": "none",
        "padding": padding,
        "encoding": {"x": x, "y": y},
        "layer": list(layers),
        "config": {"background": None, "font": FONT, "view": {"stroke": None}},
    }


def _scale(domain: list[float]) -> Layer:
    return {"domain": domain, "nice": False, "zero": False}


def layer(rows: Rows, mark: Layer, encoding: Mapping[str, object] | None = None, /, **fields: str) -> Layer:
    named = {name: {"field": field} for name, field in fields.items()}
    return {
        "data": {"values": rows},
        "mark": {"aria": "href" in fields, **mark},
        "encoding": {**(encoding or {}), **named},
    }


def rules(strokes: Iterable[tuple[Stroke, str]], width: float, **more: object) -> Layer:
    """Strokes, each in its colour."""
    rows = [{"x": a, "x2": b, "y": c, "y2": d, "colour": colour} for (a, b, c, d), colour in strokes]
    mark: Layer = {"type": "rule", "strokeWidth": width, **more}
    return layer(rows, mark, {"color": {"field": "colour", "scale": None}}, x2="x2", y2="y2")


@dataclass(frozen=True, slots=True)
class Symbol:
    x: float
    y: float
    shape: str
    fill: str
    stroke: str


def symbols(shown: Iterable[Symbol], half: float) -> Layer:
    """Signs; `half` is half their size."""
    mark: Layer = {"type": "point", "size": (2 * half) ** 2, "strokeWidth": half / 3, "opacity": 1}
    given = {name: {"field": name, "scale": None} for name in ("shape", "fill", "stroke")}
    return layer([asdict(symbol) for symbol in shown], mark, given)


def texts(words: Iterable[Words], *colours: str) -> Iterator[Layer]:
    """A layer for each alignment, size and colour; the first lines have the first colour, and so on."""
    found: dict[tuple[str, float, str], list[Mapping[str, object]]] = {}
    for one in words:
        y = one.y
        for line, colour in zip(one.lines, colours, strict=False):
            found.setdefault((one.align, line.size, colour), []).append({"x": one.x, "y": y, "text": line.text})
            y += line.size * LEADING
    for (align, size, colour), rows in found.items():
        mark: Layer = {"type": "text", "align": align, "baseline": "middle", "size": size, "color": colour}
        yield layer(rows, mark, text="text")


def areas(rows: Rows) -> Layer:
    """Links, each a rectangle that nobody sees."""
    mark: Layer = {"type": "rect", "color": "currentColor", "fillOpacity": 0}
    return layer(rows, mark, x2="x2", y2="y2", href="href", description="words")
