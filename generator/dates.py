"""Dates as exact as the source knows them: EDTF (ISO 8601-2) text → `When` with its earliest and latest day.

Source of the notation: https://www.loc.gov/standards/datetime/ . Supported here: year, month, day, season (2020-21 is
spring), the qualifiers `~ ? %`, and intervals of these, open ones (`2020/..`) included.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from edtf import EDTFParseException, parse_edtf

Precision = Literal["day", "month", "season", "year", "interval"]

_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%])?")
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
    def sort_key(self) -> tuple[date, date, str]:
        """By the latest day that is possible: what is only known to a month comes after the month's exact days."""
        return self.latest or date.max, self.earliest or date.min, self.text

    @property
    def year(self) -> int:
        """The year under which it is listed."""
        return (self.latest or self.earliest or date.max).year

    @property
    def day(self) -> date | None:
        """The single day meant, or None where the date is less exact."""
        return self.earliest if self.earliest == self.latest else None

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
    if not re.fullmatch(PATTERN, text):
        raise WrongDate(f'"{text}" is no date; write 2020, 2020-05, 2020-05-03, 2020-05~ or 2020-05-03/2020-05-09')
    try:
        parsed = parse_edtf(text)
    except (EDTFParseException, ValueError):
        raise WrongDate(f'there is no date "{text}"; check day and month') from None
    bounds = text.split("/")
    if len(bounds) == 1:
        earliest, latest = _day(parsed.lower_strict()), _day(parsed.upper_strict())
        return When(text, earliest, latest, _precision(text), text[-1] if text[-1] in "~?%" else "")
    if bounds == ["..", ".."]:
        raise WrongDate(f'"{text}" says nothing; leave the date out')
    earliest, latest = _bound(bounds[0], 0), _bound(bounds[1], 1)
    if earliest and latest and earliest > latest:
        raise WrongDate(f'"{text}" ends before it begins; turn it round')
    return When(text, earliest, latest, "interval")


def _bound(text: str, side: int) -> date | None:
    if text == "..":
        return None
    when = parse_when(text)
    return when.earliest if side == 0 else when.latest


def _day(parts: object) -> date:
    year, month, day = tuple(parts)[:3]  # type: ignore[call-overload]  # edtf gives a time.struct_time
    return date(year, month, day)


def _precision(text: str) -> Precision:
    match = _PART.fullmatch(text)
    assert match  # PATTERN has been matched before
    if match[3]:
        return "day"
    if match[2]:
        return "season" if int(match[2]) in SEASONS else "month"
    return "year"
