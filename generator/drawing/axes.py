"""Where days and numbers lie in a drawing, and which of them are named beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, pairwise
from math import ceil, floor, log10

from babel.dates import format_date
from babel.numbers import format_compact_decimal

from generator.german.dates import LOCALE
from generator.labels import Labels

Tick = tuple[float, str]
LEAST_DAYS = 240
"""So much time at least is shown, so that a single figure stands in a year and not in a day."""
MILLION = 1_000_000
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)


@dataclass(frozen=True, slots=True)
class Axes:
    """A drawing's inner size, and the days and numbers at its edges."""

    width: float
    height: float
    first: date
    last: date
    low: float
    high: float

    def x(self, day: date) -> float:
        """The middle of the day."""
        return self._after((day - self.first).days + 0.5)

    def span(self, first: date | None, last: date | None) -> tuple[float, float]:
        """From the first day to the last, each whole; an open end lies at the edge."""
        begin = self._after((first - self.first).days) if first else 0
        return begin, self._after((last - self.first).days + 1) if last else self.width

    def _after(self, days: float) -> float:
        return days / ((self.last - self.first).days + 1) * self.width

    def y(self, value: float) -> float:
        return (self.high - value) / (self.high - self.low) * self.height


def days_shown(days: Sequence[date], share: float) -> tuple[date, date]:
    """The first and last day to show, with a share of the time free on both sides."""
    first, last = min(days), max(days)
    lacking = max(0, LEAST_DAYS - (last - first).days)
    free = ceil((last - first).days * share) + lacking // 2
    return _moved(first, -free), _moved(last, free)


def _moved(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.min if days < 0 else date.max


def values_shown(values: Iterable[float]) -> list[float]:
    """Round numbers from the least to the greatest value; zero is always among them."""
    known = [0.0, *values]
    low, high = min(known), max(known)
    step = _step((high - low) / 4 or 0.25)
    if all(value == int(value) for value in known):
        step = max(step, 1)
    return [
        round(number * step, 12)
        for number in range(floor(low / step), max(ceil(high / step), floor(low / step) + 1) + 1)
    ]


def _step(rough: float) -> float:
    power = 10.0 ** floor(log10(rough))
    return next(step * power for step in (1, 2, 2.5, 5, 10) if step * power >= rough * 0.999)


def value_ticks(axes: Axes, values: Sequence[float], labels: Labels) -> list[Tick]:
    """Heights with their numbers, from a million on as `1,5 Mio.`."""
    return [(axes.y(value), _compact(value) if abs(value) >= MILLION else labels.number(value)) for value in values]


def _compact(value: float) -> str:
    return str(format_compact_decimal(value, fraction_digits=2, locale=LOCALE))


def time_ticks(axes: Axes, room: float) -> list[Tick]:
    """Where months or years begin, with their names, at least `room` apart."""
    for days, named in _calendars(axes):
        ticks = [(axes.span(day, None)[0], named(day)) for day in days]
        if ticks and all(b[0] - a[0] >= room for a, b in pairwise(ticks)):
            return ticks
    return []


def _calendars(axes: Axes) -> Iterator[tuple[list[date], Callable[[date], str]]]:
    """What may be named, the finest that makes sense first: months of one or two years, else years."""
    if (axes.last - axes.first).days < 800:
        for step in (1, 2, 3, 6):
            yield _days(axes, step), _month
    for years in _YEARS:
        yield _days(axes, 12 * years), _year


def _days(axes: Axes, months: int) -> list[date]:
    """The first day of each month, half year, year… within the axes."""
    begin = axes.first.year * 12 // months * months
    found: list[date] = []
    for number in count(begin, months):
        if number // 12 > min(axes.last.year, date.max.year):
            return found
        if number >= 12 and axes.first <= (day := date(number // 12, number % 12 + 1, 1)) <= axes.last:
            found.append(day)
    return found


def _month(day: date) -> str:
    return str(format_date(day, "LLL y", locale=LOCALE))


def _year(day: date) -> str:
    return str(day.year)
