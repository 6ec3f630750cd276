"""A drawing whose places are all reckoned before, as SVG: layers of rules, signs, words, and links above them.

To the last byte what Vega makes of the same (tests/drawing/test_sheet.py), at a hundredth of its time: nothing is left
to be laid out here, so no text has to be measured, and no V8 to be started.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import floor
from xml.sax.saxutils import escape

from generator.drawing.svg import CONTROLS, framed, tenth, titled
from generator.drawing.words import LEADING, Align, Words

Stroke = tuple[float, float, float, float]
"""From x to x, from y to y."""
Place = Callable[[float, float], tuple[float, float]]
"""A place as Vega would reckon it, which may differ in its last digit: that decides how a half is rounded."""
Layer = Callable[[Place], Iterator[str]]
"""Marks of one kind."""

_ANCHORS = {"left": "", "center": ' text-anchor="middle"', "right": ' text-anchor="end"'}
_COMMAND = re.compile(r"([MLHVCZ])([^MLHVCZ]*)")
_NUMBER = re.compile(r"-?[\d.]+")
_ROUNDING = 0.448084975506
"""Where the handles of a Bézier curve stand that is a quarter of a circle."""
_BREAK = re.compile(r"\r\n?")
_QUOTE = {'"': "&quot;"}


@dataclass(frozen=True, slots=True)
class Symbol:
    """A sign; `shape` is a path of straight lines and Bézier curves, absolute, within -1 to 1."""

    x: float
    y: float
    shape: str
    fill: str
    stroke: str


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle that nobody sees, as a link; `words` say where it leads, `corner` how round its corners are."""

    box: Stroke
    href: str
    words: str
    fill: str = "currentColor"
    corner: float = 0


def sheet(
    size: tuple[float, float],
    padding: Mapping[str, float],
    layers: Iterable[Layer],
    areas: Iterable[Area] = (),
    *,
    silent: bool = True,
    **named: str,
) -> str:
    """The whole drawing, `named` as `framed` wants it; places count from the left and from the top, inside `padding`.

    Where it is `silent`, screen readers are told the links alone: what the drawing says stands in them, in their order.
    """
    width, height = map(_read, size)

    def place(x: float, y: float) -> tuple[float, float]:
        return width * (_read(x) / width), height * (_read(y) / height)

    marks = filter(None, ("".join(layer(place)) for layer in layers))
    links = "".join(_link(area, place) for area in areas)
    inside = "".join([f'<g aria-hidden="true">{drawn}</g>' if silent else drawn for drawn in marks]) + links
    left, top = padding["left"], padding["top"]
    whole = f"{tenth(width + left + padding['right'])} {tenth(height + top + padding['bottom'])}"
    return framed(f'<g fill="none"{_moved(left, top)}>{inside}</g>', whole, linked=bool(links), **named)


def rules(strokes: Iterable[tuple[Stroke, str]], width: float, dash: Sequence[int] = (), opacity: float = 1) -> Layer:
    """Strokes, each in its colour."""
    look = f' stroke-width="{_hundredth(width)}"'
    look += f' stroke-dasharray="{",".join(map(str, dash))}"' if dash else ""
    look += f' opacity="{_hundredth(opacity)}"' if opacity != 1 else ""

    def drawn(place: Place) -> Iterator[str]:
        for (start, end, top, bottom), colour in strokes:
            (x, y), (x2, y2) = place(start, top), place(end, bottom)
            yield f'<line{_moved(x, y)} x2="{tenth(x2 - x)}" y2="{tenth(y2 - y)}" stroke="{colour}"{look} />'

    return drawn


def bars(boxes: Iterable[Stroke], look: str) -> Layer:
    """Filled boxes that all look alike."""
    return lambda place: (f'<path d="{_box(box, place)}" {look} />' for box in boxes)


def symbols(shown: Iterable[Symbol], half: float) -> Layer:
    """Signs; `half` is half their size."""
    width = _hundredth(half / 3)

    def drawn(place: Place) -> Iterator[str]:
        for sign in shown:
            look = f'fill="{sign.fill}" stroke="{sign.stroke}" stroke-width="{width}"'
            yield f'<path{_moved(*place(sign.x, sign.y))} d="{_outline(sign.shape, half)}" {look} />'

    return drawn


@lru_cache(maxsize=64)
def _outline(shape: str, half: float) -> str:
    """The shape at its size, each stroke to a point of its own."""
    drawn, x, y = list[str](), 0.0, 0.0
    for command, given in _COMMAND.findall(shape):
        numbers = [float(number) * half for number in _NUMBER.findall(given)]
        if command in "HV":
            numbers = [numbers[0], y] if command == "H" else [x, numbers[0]]
        x, y = numbers[-2:] or (x, y)
        told = ",".join([tenth(_rounded(number * 1000) / 1000) for number in numbers])  # Vega's paths are rounded so
        drawn.append(("L" if command in "HV" else command) + told)
    return "".join(drawn)


def texts(words: Iterable[Words], *colours: str) -> Iterator[Layer]:
    """A layer for each alignment, size and colour; the first lines have the first colour, and so on."""
    found: dict[tuple[Align, float, str], list[tuple[float, float, str]]] = {}
    for one in words:
        y = one.y
        for line, colour in zip(one.lines, colours, strict=False):
            found.setdefault((one.align, line.size, colour), []).append((one.x, y, line.text))
            y += line.size * LEADING
    for (align, size, colour), rows in found.items():
        yield words_at(rows, colour, align, size)


def words_at(rows: Iterable[tuple[float, float, str]], colour: str, align: Align, size: float, more: str = "") -> Layer:
    """Words where half their height is; `more` attributes go before their colour."""
    look = f'font-size="{_hundredth(size)}px"{more} fill="{colour}"'

    def drawn(place: Place) -> Iterator[str]:
        for at, middle, text in rows:
            x, y = place(at, middle)
            shown = escape(_BREAK.sub(" ", CONTROLS.sub("", text.strip())))
            yield f"<text{_ANCHORS[align]}{_moved(x, y + _rounded(0.3 * size))} {look}>{shown}</text>"

    return drawn


def _link(area: Area, place: Place) -> str:
    path = f'<path d="{_box(area.box, place, area.corner)}" fill="{area.fill}" fill-opacity="0" />'
    return f'<a href="{escape(area.href, _QUOTE)}">{titled(area.words)}{path}</a>'


def _read(number: float) -> float:
    """The number as vl-convert reads it in a specification: its digits divided by a power of ten."""
    whole, _, part = repr(number).partition(".")
    return int(whole + part) / 10.0 ** len(part) if "e" not in part else number


def _box(box: Stroke, place: Place, round_by: float = 0) -> str:
    """The course around a box."""
    (x, y), (x2, y2) = place(box[0], box[2]), place(box[1], box[3])
    if not round_by:
        return f"M{tenth(x)},{tenth(y)}h{tenth(x2 - x)}v{tenth(y2 - y)}h{tenth(x - x2)}Z"
    far, near = round_by, round_by * _ROUNDING
    x2, y2 = x + (x2 - x), y + (y2 - y)
    course: tuple[tuple[str, *tuple[float, ...]], ...] = (
        ("M", x + far, y),
        ("L", x2 - far, y),
        ("C", x2 - near, y, x2, y + near, x2, y + far),
        ("L", x2, y2 - far),
        ("C", x2, y2 - near, x2 - near, y2, x2 - far, y2),
        ("L", x + far, y2),
        ("C", x + near, y2, x, y2 - near, x, y2 - far),
        ("L", x, y + far),
        ("C", x, y + near, x + near, y, x + far, y),
    )
    return "".join([command + ",".join(map(tenth, numbers)) for command, *numbers in course]) + "Z"


def _moved(x: float, y: float) -> str:
    return f' transform="translate({tenth(x)},{tenth(y)})"' if x or y else ""


def _rounded(number: float) -> int:
    """As JavaScript does: a half always upward."""
    return floor(number + 0.5)


def _hundredth(number: float) -> str:
    return f"{round(number, 2) + 0:g}"
