"""How many events there are at which time: an overview strip whose years lead to the years of the timeline.

Time runs true to scale, years without an event included; long times go on in further rows, so that each year stays wide
enough to be touched. A bar is a month, over many years a quarter. What is known to lie inside one bar is solid; a less
exact date is spread evenly, and paler, over all bars that it may lie in (an open end counts as its known end).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.dates import When
from generator.drawing.svg import FONT, svg

MONTHS_UP_TO = 9
"""So many years are shown by month, more by quarter."""
BAR_WIDTH = 9
"""Pixels for a bar and the gap beside it, at least: a year has 36 or more, where its label needs 31 and a finger 24."""
WIDEST_BAR = 24
PLOT, LEAST_PLOT, LABELS, ROW_GAP = 60, 12, 36, 12
_SIZES = (("wide", 800), ("narrow", 330))
_INK, _MUTED, _LINE, _FULL = (
    "var(--dossier-ink, #1f1d1a)",
    "var(--dossier-muted, #5f5a52)",
    "var(--dossier-line, #ddd6c9)",
    "var(--dossier-series-1, #17469a)",
)

Datum = dict[str, object]


@dataclass(frozen=True)
class Scale:
    """Where a year and its parts stand in a drawing that is so many pixels wide."""

    first: int
    count: int
    width: int

    @property
    def parts(self) -> int:
        """How many bars a year has."""
        return 12 if self.count <= MONTHS_UP_TO else 4

    @property
    def rows(self) -> int:
        return -(-self.count // int(self.width / (self.parts * BAR_WIDTH)))

    @property
    def years(self) -> int:
        """How many stand in a row."""
        return -(-self.count // self.rows)

    @property
    def year_width(self) -> float:
        return self.width / self.years

    def row(self, year: int) -> int:
        return (year - self.first) // self.years

    def left(self, year: int) -> float:
        return (year - self.first) % self.years * self.year_width

    def part(self, day: date) -> int:
        """The number of the bar that a day belongs to."""
        return day.year * self.parts + (day.month - 1) * self.parts // 12


@dataclass(frozen=True)
class _Bars:
    """What each bar counts: surely and perhaps; and how the rows stand, each as high as its highest bar needs."""

    scale: Scale
    sure: Mapping[int, float]
    spread: Mapping[int, float]

    def count(self, bar: int) -> float:
        return self.sure.get(bar, 0) + self.spread.get(bar, 0)

    @cached_property
    def all(self) -> list[int]:
        return sorted({*self.sure, *self.spread})

    @cached_property
    def unit(self) -> float:
        """Pixels for one event."""
        return PLOT / max(2, *map(self.count, self.all))

    @cached_property
    def plots(self) -> list[float]:
        """The height of each row, without its labels."""
        most = [0.0] * self.scale.rows
        for bar in self.all:
            row = self.scale.row(bar // self.scale.parts)
            most[row] = max(most[row], self.count(bar))
        return [max(LEAST_PLOT, round(number * self.unit) + 2) for number in most]

    def base(self, year: int) -> float:
        """The line that the bars of a year stand on."""
        row = self.scale.row(year)
        return sum(self.plots[: row + 1]) + row * (LABELS + ROW_GAP)

    @property
    def height(self) -> float:
        return sum(self.plots) + len(self.plots) * (LABELS + ROW_GAP) - ROW_GAP


def density(whens: Sequence[When], *, title: str, summary: str, years: Mapping[int, str]) -> dict[str, str]:
    """The strip as `wide` and as `narrow` drawing; none where there is nothing to look over.

    `whens` are the events' dates, `years` what the link to each year of the timeline is called.
    """
    return {
        name: svg(_spec(scale, whens, years), name=f"density-{name}", title=title, summary=summary)
        for name, scale in scales(whens).items()
    }


def scales(whens: Sequence[When]) -> dict[str, Scale]:
    """Of both drawings; a bar is the same time in both."""
    known = [bound.year for when in whens for bound in (when.earliest, when.latest) if bound]
    if len(whens) < 2:
        return {}
    return {name: Scale(min(known), max(known) - min(known) + 1, width) for name, width in _SIZES}


def counted(whens: Sequence[When], scale: Scale) -> tuple[dict[int, float], dict[int, float]]:
    """Bar → how many events surely lie in it, and how many may, shared among all bars in question."""
    sure, spread = defaultdict[int, float](float), defaultdict[int, float](float)
    for when in whens:
        first, last = when.earliest or when.latest, when.latest or when.earliest
        if not first or not last:
            continue  # a date without any bound is no date
        bars = range(scale.part(first), scale.part(last) + 1)
        exact = len(bars) == 1 and not when.qualifier and when.earliest and when.latest
        for bar in bars:
            (sure if exact else spread)[bar] += 1 / len(bars)
    return sure, spread


def _spec(scale: Scale, whens: Sequence[When], years: Mapping[int, str]) -> Datum:
    listed = Counter(when.year for when in whens)
    bars = _Bars(scale, *counted(whens, scale))
    size = scale.width, bars.height
    layers = [*_grid(bars), *_rects(bars), *_labels(bars, listed), *_links(bars, years)]
    return {
        "width": scale.width,
        "height": bars.height,
        "padding": 1,
        "layer": [_layer(*layer, size) for layer in layers if layer[1]],
        "config": {"background": None, "view": {"stroke": None}, "text": {"font": FONT}, "aria": False},
    }


def _layer(mark: Datum, rows: list[Datum], size: tuple[float, float]) -> Datum:
    """Marks with their places in pixels: `x` and `y`, and where they end; what else a mark may have is named alike."""
    place: Datum = {
        axis: {"field": axis, "type": "quantitative", "axis": None, "scale": {"domain": domain, "nice": False}}
        for axis, domain in (("x", [0, size[0]]), ("y", [size[1], 0]))
    }
    others: Datum = {name: {"field": name} for name in ("x2", "y2", "text", "href", "description") if name in rows[0]}
    return {"data": {"values": rows}, "mark": mark, "encoding": {**place, **others}}


def _grid(bars: _Bars) -> Iterator[tuple[Datum, list[Datum]]]:
    """A base line for each row, and a short line where a year begins and ends."""
    scale = bars.scale
    bases: list[Datum] = []
    ticks: list[Datum] = []
    for start in range(scale.first, scale.first + scale.count, scale.years):
        shown = min(scale.years, scale.first + scale.count - start)
        base = bars.base(start)
        bases.append({"x": 0, "x2": shown * scale.year_width, "y": base})
        ticks += [{"x": number * scale.year_width, "y": base, "y2": base + 6} for number in range(shown + 1)]
    mark: Datum = {"type": "rule", "stroke": _MUTED, "strokeWidth": 1}
    yield mark, bases
    yield mark, ticks


def _rects(bars: _Bars) -> Iterator[tuple[Datum, list[Datum]]]:
    scale = bars.scale
    width = scale.year_width / scale.parts
    gap = max(width * 0.15, (width - WIDEST_BAR) / 2)
    solid: list[Datum] = []
    pale: list[Datum] = []
    for bar in bars.all:
        year, part = divmod(bar, scale.parts)
        left, base = scale.left(year) + part * width, bars.base(year)
        edges: Datum = {"x": left + gap, "x2": left + width - gap}
        top = base - bars.sure.get(bar, 0) * bars.unit
        if bars.sure.get(bar):
            solid.append({**edges, "y": base, "y2": top})
        if bars.spread.get(bar):
            pale.append({**edges, "y": top, "y2": top - bars.spread[bar] * bars.unit})
    yield {"type": "rect", "fill": _FULL}, solid
    yield {"type": "rect", "fill": _FULL, "fillOpacity": 0.25, "stroke": _FULL, "strokeWidth": 0.8}, pale


def _labels(bars: _Bars, listed: Mapping[int, int]) -> Iterator[tuple[Datum, list[Datum]]]:
    """Each year, and beneath it how many events the timeline lists there."""
    scale = bars.scale
    bold: list[Datum] = []
    plain: list[Datum] = []
    for year in range(scale.first, scale.first + scale.count):
        x, base = scale.left(year) + scale.year_width / 2, bars.base(year)
        (bold if year in listed else plain).append({"x": x, "y": base + 15, "text": str(year)})
        if year in listed:
            plain.append({"x": x, "y": base + 29, "text": str(listed[year])})
    yield {"type": "text", "fontSize": 11, "fontWeight": "bold", "fill": _INK}, bold
    yield {"type": "text", "fontSize": 11, "fill": _MUTED}, plain


def _links(bars: _Bars, years: Mapping[int, str]) -> Iterator[tuple[Datum, list[Datum]]]:
    """On top of all: each year that the timeline has, with its labels, as one area to touch."""
    scale = bars.scale
    rows: list[Datum] = []
    for year, words in years.items():
        left, base = scale.left(year), bars.base(year)
        top = base - bars.plots[scale.row(year)]
        edges = {"x": left + 1, "x2": left + scale.year_width - 1, "y": top, "y2": base + LABELS}
        rows.append({**edges, "description": words, "href": f"#y{year}"})
    yield {"type": "rect", "fill": _LINE, "fillOpacity": 0, "aria": True, "cornerRadius": 3}, rows
