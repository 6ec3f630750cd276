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
from math import ceil

from generator.dates import When
from generator.drawing.sheet import Area, Layer, Stroke, bars, rules, sheet, words_at

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

_ROUND = 3
"""How round the corners of what is touched are."""


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
        name: _drawn(scale, whens, years, name=f"density-{name}", title=title, summary=summary)
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


def _drawn(scale: Scale, whens: Sequence[When], years: Mapping[int, str], **named: str) -> str:
    listed = Counter(when.year for when in whens)
    shown = _Bars(scale, *counted(whens, scale))
    layers = [*_grid(shown), *_shown(shown), *_labels(shown, listed)]
    end = ceil(scale.years * scale.year_width + 1) - scale.width  # the outermost ticks stand half outside
    padding = {"left": 2, "right": 1 + end, "top": 1, "bottom": 1}
    return sheet((scale.width, shown.height), padding, layers, _links(shown, years), silent=False, **named)


def _grid(shown: _Bars) -> Iterator[Layer]:
    """A base line for each row, and a short line where a year begins and ends."""
    scale = shown.scale
    bases: list[Stroke] = []
    ticks: list[Stroke] = []
    for start in range(scale.first, scale.first + scale.count, scale.years):
        count = min(scale.years, scale.first + scale.count - start)
        base = shown.base(start)
        bases.append((0, count * scale.year_width, base, base))
        ticks += [(x, x, base, base + 6) for x in (number * scale.year_width for number in range(count + 1))]
    for strokes in (bases, ticks):
        yield rules([(stroke, _MUTED) for stroke in strokes], 1)


def _shown(shown: _Bars) -> Iterator[Layer]:
    scale = shown.scale
    width = scale.year_width / scale.parts
    gap = max(width * 0.15, (width - WIDEST_BAR) / 2)
    solid: list[Stroke] = []
    pale: list[Stroke] = []
    for bar in shown.all:
        year, part = divmod(bar, scale.parts)
        left, base = scale.left(year) + part * width, shown.base(year)
        top = base - shown.sure.get(bar, 0) * shown.unit
        if shown.sure.get(bar):
            solid.append((left + gap, left + width - gap, top, base))
        if shown.spread.get(bar):
            pale.append((left + gap, left + width - gap, top - shown.spread[bar] * shown.unit, top))
    yield bars(solid, f'fill="{_FULL}"')
    yield bars(pale, f'fill="{_FULL}" fill-opacity="0.25" stroke="{_FULL}" stroke-width="0.8"')


def _labels(shown: _Bars, listed: Mapping[int, int]) -> Iterator[Layer]:
    """Each year, and beneath it how many events the timeline lists there."""
    scale = shown.scale
    bold: list[tuple[float, float, str]] = []
    plain: list[tuple[float, float, str]] = []
    for year in range(scale.first, scale.first + scale.count):
        x, base = scale.left(year) + scale.year_width / 2, shown.base(year)
        (bold if year in listed else plain).append((x, base + 15, str(year)))
        if year in listed:
            plain.append((x, base + 29, str(listed[year])))
    yield words_at(bold, _INK, "center", 11, ' font-weight="bold"')
    yield words_at(plain, _MUTED, "center", 11)


def _links(shown: _Bars, years: Mapping[int, str]) -> Iterator[Area]:
    """On top of all: each year that the timeline has, with its labels, as one area to touch."""
    scale = shown.scale
    for year, words in years.items():
        left, base = scale.left(year), shown.base(year)
        top = base - shown.plots[scale.row(year)]
        box = left + 1, left + scale.year_width - 1, top, base + LABELS
        yield Area(box, f"#y{year}", words, _LINE, _ROUND)
