"""A drawing whose places are all reckoned before, as a Vega specification: layers of rules, signs, words, links.

Vega itself and not Vega-Lite, which is for what has still to be laid out: it takes half as long, to the same bytes.
Screen readers are told the links alone: the words in the drawing stand in them as well, and in their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from generator.drawing.svg import FONT, VEGA
from generator.drawing.words import LEADING, Words

Rows = Sequence[Mapping[str, object]]
Stroke = tuple[float, float, float, float]
"""From x to x, from y to y."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Marks of one kind of Vega's, one for each row, at its `x` and `y`."""

    kind: str
    rows: Rows
    look: Mapping[str, object]
    """What all of them have alike."""
    fields: Mapping[str, str]
    """What differs → the name it has in the rows."""

    def mark(self, data: str) -> dict[str, object]:
        """As Vega wants it, its rows by the name `data`."""
        places = {name: {"scale": name[0], "field": name} for name in ("x", "y", "x2", "y2") if name in self.rows[0]}
        look = {name: {"value": value} for name, value in self.look.items()}
        fields = {name: {"field": field} for name, field in self.fields.items()}
        given = {"enter": {**places, **look, **fields}}
        return {"type": self.kind, "from": {"data": data}, "aria": "href" in self.fields, "encode": given}


def sheet(width: float, height: float, padding: Mapping[str, float], layers: Iterable[Layer]) -> dict[str, object]:
    """The whole drawing; places count from the left and from the top, inside the padding."""
    shown = {f"layer {number}": layer for number, layer in enumerate(layers) if layer.rows}
    return {
        "$schema": VEGA,
        "width": width,
        "height": height,
        "autosize": "none",
        "padding": padding,
        "data": [{"name": name, "values": layer.rows} for name, layer in shown.items()],
        "scales": [_scale("x", [0, width]), _scale("y", [height, 0])],
        "marks": [layer.mark(name) for name, layer in shown.items()],
    }


def _scale(name: str, ends: list[float]) -> dict[str, object]:
    return {"name": name, "type": "linear", "domain": ends, "range": ends, "nice": False, "zero": False}


def rules(strokes: Iterable[tuple[Stroke, str]], width: float, **more: object) -> Layer:
    """Strokes, each in its colour."""
    rows = [{"x": a, "x2": b, "y": c, "y2": d, "colour": colour} for (a, b, c, d), colour in strokes]
    return Layer("rule", rows, {"strokeWidth": width, **more}, {"stroke": "colour"})


@dataclass(frozen=True, slots=True)
class Symbol:
    x: float
    y: float
    shape: str
    fill: str
    stroke: str


def symbols(shown: Iterable[Symbol], half: float) -> Layer:
    """Signs; `half` is half their size."""
    look = {"size": (2 * half) ** 2, "strokeWidth": half / 3}
    fields = {name: name for name in ("shape", "fill", "stroke")}
    return Layer("symbol", [asdict(symbol) for symbol in shown], look, fields)


def texts(words: Iterable[Words], *colours: str) -> Iterator[Layer]:
    """A layer for each alignment, size and colour; the first lines have the first colour, and so on."""
    found: dict[tuple[str, float, str], list[Mapping[str, object]]] = {}
    for one in words:
        y = one.y
        for line, colour in zip(one.lines, colours, strict=False):
            found.setdefault((one.align, line.size, colour), []).append({"x": one.x, "y": y, "text": line.text})
            y += line.size * LEADING
    for (align, size, colour), rows in found.items():
        yield words_at(rows, colour, align=align, fontSize=size)


def words_at(rows: Rows, colour: str, **look: object) -> Layer:
    """Each row's `text`, at half its height."""
    return Layer("text", rows, {"font": FONT, "baseline": "middle", "fill": colour, **look}, {"text": "text"})


def areas(rows: Rows) -> Layer:
    """Links, each a rectangle that nobody sees."""
    look = {"fill": "currentColor", "fillOpacity": 0, "cursor": "pointer"}
    return Layer("rect", rows, look, {"href": "href", "description": "words"})
