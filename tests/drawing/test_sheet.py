"""A drawing whose places are reckoned is written as Vega would write it, byte for byte."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
import vl_convert
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.drawing import svg
from generator.drawing.sheet import Area, Layer, Stroke, Symbol, bars, rules, sheet, symbols, texts, words_at
from generator.drawing.signs import sign
from generator.drawing.words import LEADING, Line, Words

NAMED: Any = {"name": "n", "title": "T & <t>", "summary": "Zeile\n\"zwei\" 'drei'"}
Rows = Sequence[Mapping[str, object]]
Mark = tuple[str, Rows, Mapping[str, object]]
"""A kind of Vega's marks, the rows it is made from, and what all of them have alike."""

# Places as charts have them: parts of a length, and now and then a half of the last digit that is shown.
PLACES = st.floats(-50, 800).filter(lambda place: not 0 < abs(place) < 1e-3) | st.integers(-1000, 16000).map(
    lambda number: number / 20
)
SIZES = st.floats(30, 800)
STROKES = st.tuples(PLACES, PLACES, PLACES, PLACES)
BOXES = STROKES.map(lambda s: (min(s[:2]), max(s[:2]) + 10, min(s[2:]), max(s[2:]) + 10))
COLOURS = st.sampled_from(["red", "var(--x, #ccc)", "none"])
TEXT = st.lists(
    st.sampled_from(["a", "Ä", "&", "<b>", '"', "'", "≠", "mehr als 3.000", " ", "\t", "\n", "\r\n", "]]>"])
).map(lambda pieces: f" {''.join(pieces)}. ")
SIGNS = st.integers(0, 30).map(lambda number: sign(number).outline) | st.just("M-1,1L0,0L1,1")
WORDS = st.builds(
    Words,
    st.lists(st.builds(Line, TEXT, st.sampled_from([10.5, 12, 13])), min_size=1, max_size=2).map(tuple),
    PLACES,
    PLACES,
    st.sampled_from(["left", "center", "right"]),
)


def of_vega(width: float, height: float, padding: Mapping[str, float], marks: Sequence[Mark]) -> str:
    """The same by Vega."""
    shown = {f"layer {number}": mark for number, mark in enumerate(marks) if mark[1]}
    ends = {"x": [0, width], "y": [height, 0]}
    alike = {"type": "linear", "nice": False, "zero": False}
    spec = {
        "width": width,
        "height": height,
        "autosize": "none",
        "padding": padding,
        "data": [{"name": name, "values": rows} for name, (_, rows, _) in shown.items()],
        "scales": [{"name": name, "domain": place, "range": place, **alike} for name, place in ends.items()],
        "marks": [_mark(name, *mark) for name, mark in shown.items()],
    }
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(svg, "vega_svg", lambda written: vl_convert.vega_to_svg(written, allowed_base_urls=[]))
        return svg.svg(spec, **NAMED)


def _mark(data: str, kind: str, rows: Rows, look: Mapping[str, object]) -> Mapping[str, object]:
    given: dict[str, object] = {name: {"value": value} for name, value in look.items()}
    for name in rows[0]:
        given[name] = {"scale": name[0], "field": name} if name[:1] in "xy" else {"field": name}
    return {"type": kind, "from": {"data": data}, "aria": "href" in rows[0], "encode": {"enter": given}}


def places(stroke: Stroke) -> dict[str, object]:
    return dict(zip(("x", "x2", "y", "y2"), stroke, strict=True))


def both(
    layer: Layer | None, *marks: Mark, size: tuple[float, float] = (660.9, 304), areas: Sequence[Area] = ()
) -> Any:
    padding = {"left": 41.12, "right": 18, "top": 30, "bottom": 26}
    drawn = sheet(size, padding, [layer] if layer else [], areas, **NAMED)
    return drawn, of_vega(*size, padding, marks)


@given(
    st.lists(st.tuples(STROKES, COLOURS), min_size=1, max_size=9), SIZES, SIZES, st.sampled_from([0.4, 1, 1.28, 2 / 3])
)
@settings(max_examples=50, deadline=None)
def test_rules(strokes: list[tuple[Stroke, str]], width: float, height: float, thick: float) -> None:
    rows = [{**places(stroke), "stroke": colour} for stroke, colour in strokes]
    plain, vega = both(rules(strokes, thick), ("rule", rows, {"strokeWidth": thick}), size=(width, height))
    assert plain == vega
    look = {"strokeWidth": thick, "strokeDash": [2, 3], "opacity": 0.6}
    dashed, vega = both(rules(strokes, thick, (2, 3), 0.6), ("rule", rows, look), size=(width, height))
    assert dashed == vega


@given(
    st.lists(st.builds(Symbol, PLACES, PLACES, SIGNS, COLOURS, COLOURS), min_size=1, max_size=9),
    st.sampled_from([6, 3, 1.6, 4.8]),
)
@settings(max_examples=50, deadline=None)
def test_symbols(shown: list[Symbol], half: float) -> None:
    rows = [{name: getattr(one, name) for name in Symbol.__slots__} for one in shown]
    look = {"size": (2 * half) ** 2, "strokeWidth": half / 3}
    drawn, vega = both(symbols(shown, half), ("symbol", rows, look))
    assert drawn == vega


@given(st.lists(WORDS, min_size=1, max_size=6))
@settings(max_examples=50, deadline=None)
def test_words(words: list[Words]) -> None:
    found: dict[tuple[str, float, str], list[Mapping[str, object]]] = {}
    for one in words:
        y = one.y
        for line, colour in zip(one.lines, ("ink", "muted"), strict=False):
            found.setdefault((one.align, line.size, colour), []).append({"x": one.x, "y": y, "text": line.text})
            y += line.size * LEADING
    alike = {"font": "Liberation Sans", "baseline": "middle"}
    marks: list[Mark] = [
        ("text", rows, {**alike, "align": align, "fontSize": size, "fill": colour})
        for (align, size, colour), rows in found.items()
    ]
    padding = {"left": 41.12, "right": 18, "top": 30, "bottom": 26}
    drawn = sheet((660.9, 304), padding, texts(words, "ink", "muted"), **NAMED)
    assert drawn == of_vega(660.9, 304, padding, marks)


@given(st.lists(st.tuples(PLACES, PLACES, TEXT), min_size=1, max_size=6))
@settings(max_examples=50, deadline=None)
def test_bold_words(words: list[tuple[float, float, str]]) -> None:
    look = {
        "font": "Liberation Sans",
        "baseline": "middle",
        "align": "center",
        "fontSize": 16,
        "fontWeight": "bold",
        "fill": "c",
    }
    rows = [{"x": x, "y": y, "text": text} for x, y, text in words]
    drawn, vega = both(words_at(words, "c", "center", 16, ' font-weight="bold"'), ("text", rows, look))
    assert drawn == vega


@given(st.lists(BOXES, min_size=1, max_size=6))
@settings(max_examples=50, deadline=None)
def test_bars(boxes: list[Stroke]) -> None:
    look = {"fill": "c", "fillOpacity": 0.25, "stroke": "d", "strokeWidth": 0.8}
    written = 'fill="c" fill-opacity="0.25" stroke="d" stroke-width="0.8"'
    drawn, vega = both(bars(boxes, written), ("rect", [places(box) for box in boxes], look))
    assert drawn == vega


@given(st.lists(st.tuples(BOXES, TEXT), min_size=1, max_size=6), st.sampled_from([0, 3]))
@settings(max_examples=50, deadline=None)
def test_areas(found: list[tuple[Stroke, str]], corner: float) -> None:
    link = '../articles/süd.md?a=1&b="2"#c<1>'
    areas = [Area(box, link, words, "c", corner) for box, words in found]
    rows = [{**places(box), "href": link, "description": words} for box, words in found]
    look = {"fill": "c", "fillOpacity": 0, "cornerRadius": corner}
    drawn, vega = both(None, ("rect", rows, look), areas=areas)
    assert drawn == vega


def test_what_is_not_silent_is_read_out() -> None:
    layer = words_at([(1, 2, "Wort")], "c", "left", 12)
    padding = {"left": 0, "right": 0, "top": 0, "bottom": 0}
    silent, told = (sheet((9, 9), padding, [layer], silent=silent, **NAMED) for silent in (True, False))
    assert silent.count(' aria-hidden="true"') == 1
    assert told.count("aria-hidden") == 0
    assert told == silent.replace('<g aria-hidden="true">', "").replace("</g></g>", "</g>")
