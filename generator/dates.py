"""Dates as exact as the source knows them: EDTF (ISO 8601-2) text → `When` with its earliest and latest day.

Source of the notation: https://www.loc.gov/standards/datetime/ . Supported here: year, month, day, season (2020-21 is
spring; 2020-24, winter, goes on into 2021), the qualifiers `~ ? %`, and intervals of these, open ones included
(`2020/..`).

The edtf library reads far more than a seed may hold, at several milliseconds a date, and ends every winter in December;
the tests hold this module against it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

Precision = Literal["day", "month", "season", "year", "interval"]

PATTERN = r"(\.\.|\d{4}(-\d{2}(-\d{2})?)?[~?%]?)(/(\.\.|\d{4}(-\d{2}(-\d{2})?)?[~?%]?))?"
SEASONS = range(21, 25)


class WrongDate(ValueError):
    """The text is no date that exists, or not in the supported notation; the message says which."""


@dataclass(frozen=True, slots=True)
class When:
    """A date or interval; `earliest` and `latest` are its bounds, None where it is open."""

    text: str
    earliest: date | None
    latest: date | None
    precision: Precision
    qualifier: str = ""

    @property
    def sort_key(self) -> tuple[date, int, str]:
        """By the latest day that is possible: what is only known to a month comes after the month's exact days."""
        return self.latest or date.max, -(self.earliest or date.min).toordinal(), self.text

    @property
    def year(self) -> int:
        """The year under which it is listed."""
        return (self.latest or self.earliest or date.max).year

    @property
    def day(self) -> date | None:
        """The single day meant, or None where the date is less exact."""
        return self.earliest if self.earliest == self.latest and not self.qualifier else None

    @property
    def bounds(self) -> tuple[str, ...]:
        """The two halves of an interval, or the date itself, as EDTF."""
        return tuple(self.text.split("/"))

    @property
    def years(self) -> set[int]:
        """The years of its known bounds."""
        return {bound.year for bound in (self.earliest, self.latest) if bound}

    def overlaps(self, other: When) -> bool:
        return (self.earliest or date.min) <= (other.latest or date.max) and (other.earliest or date.min) <= (
            self.latest or date.max
        )

    def contains(self, other: When) -> bool:
        return (self.earliest or date.min) <= (other.earliest or date.min) and (other.latest or date.max) <= (
            self.latest or date.max
        )


@lru_cache(maxsize=8192)
def parse_when(text: str) -> When:
    """EDTF text → When.

    Raises:
        WrongDate: with what is wrong and how such a date is written.
    """
    if not re.fullmatch(PATTERN, text, re.ASCII):
        raise WrongDate(f'"{text}" is no date; write 2020, 2020-05, 2020-05-03, 2020-05~ or 2020-05-03/2020-05-09')
    if text in ("..", "../.."):
        raise WrongDate(f'"{text}" says nothing; leave the date out')
    first, slash, last = text.partition("/")
    if not slash:
        return _single(text)
    earliest = None if first == ".." else _single(first).earliest
    latest = None if last == ".." else _single(last).latest
    if earliest is not None and latest is not None and earliest > latest:
        raise WrongDate(f'"{text}" ends before it begins; turn it round')
    return When(text, earliest, latest, "interval")


def _single(text: str) -> When:
    qualifier = text[-1] if text[-1] in "~?%" else ""
    try:
        return When(text, *_span([int(part) for part in text.rstrip("~?%").split("-")]), qualifier)
    except (ValueError, OverflowError):
        raise WrongDate(f'there is no date "{text}"; check year, month and day') from None


def _span(parts: list[int]) -> tuple[date, date, Precision]:
    """First and last day of a year, month or season, or day."""
    if len(parts) == 3:
        return date(*parts), date(*parts), "day"
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31), "year"
    year, month = parts
    if month in SEASONS:
        start = date(year, 3 * (month - min(SEASONS)) + 3, 1)
        return start, _month_end(start + timedelta(days=75)), "season"
    return date(year, month, 1), _month_end(date(year, month, 1)), "month"


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
