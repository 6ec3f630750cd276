"""Dates as German texts write them, both ways: found in a text, and written out for the reader.

Found are days (5. Januar 2020, 12. und 13. Februar, 24.08.25, 2025-08-24), months (Mai 2020, Ende September, Okt. 2020)
and years that stand as such (im Jahr 2014, Ende 2023, seit 2017). A part that the text leaves out is None.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel.dates import format_date

from generator.dates import When, parse_when

LOCALE = "de"
MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
WEEKDAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()
SEASONS = {21: "Frühjahr", 22: "Sommer", 23: "Herbst", 24: "Winter"}

_MONTH = "|".join([*MONTHS, "Jänner"])
_SHORT = r"(?:Jan|Febr?|Apr|Aug|Sept?|Okt|Nov|Dez)\."
_DAY = (
    r"(?P<day>\d{1,2})\."
    r"(?P<more>(?:\s?(?:,|–|—|-|/|bis zum|bis|und|oder|sowie|auf den|auf)\s?(?:de[mn]\s|zum\s)?\d{1,2}\.){0,6})"
)
_FOUND = re.compile(
    rf"(?<!\w)(?:(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})"
    rf"|{_DAY}\s?(?P<month>{_MONTH}|{_SHORT})(?:\s(?P<year>\d{{4}}))?"
    rf"|(?P<dday>0?[1-9]|[12]\d|3[01])\.(?P<dmonth>0?[1-9]|1[0-2])\.(?P<dyear>\d{{4}}|\d\d(?!\.?\d))?"
    rf"|(?!Mais\b)(?P<amonth>{_MONTH})s?(?:\s(?P<ayear>\d{{4}}))?"  # Mais is maize
    rf"|(?P<smonth>{_SHORT})\s(?P<syear>\d{{4}})"
    rf"|(?P<only>(?:19|20)\d{{2}}))(?!\w)"
)
_WEEKDAY = re.compile(
    rf"\b({'|'.join(WEEKDAYS)}|Sonnabend)(?:s|(?:vor|nach)?mittags?|abends?|morgens?|nachts?|früh)?\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: its known parts and where it stands."""

    year: int | None
    month: int | None
    day: int | None
    start: int
    end: int

    def same(self, other: FoundDate) -> bool:
        """Whether both may mean the same date: parts that both give are equal, and `other` is no less exact."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return all(a == b for a, b in pairs if a and b) and not (self.day and not other.day)

    def when(self, year: int | None = None) -> When | None:
        """The date in its own year, or else in `year`; None where there is no such date."""
        year = self.year or year
        parts = [f"{year:04d}" if year else "", *(f"{part:02d}" for part in (self.month, self.day) if part)]
        try:
            return parse_when("-".join(parts))
        except ValueError:
            return None


def find_dates(text: str) -> Iterator[FoundDate]:
    """All dates from left to right; of "12. und 13. Februar" both days."""
    for match in _FOUND.finditer(text):
        start, end = match.span()
        if match["iso"]:
            year, month, day = map(int, match["iso"].split("-"))
            yield FoundDate(year, month, day, start, end)
        elif match["month"]:
            for day in (match["day"], *re.findall(r"\d+", match["more"])):
                yield FoundDate(_int(match["year"]), _month(match["month"]), int(day), start, end)
        elif match["dday"]:
            yield FoundDate(_full(match["dyear"]), int(match["dmonth"]), int(match["dday"]), start, end)
        elif match["amonth"]:
            yield FoundDate(_int(match["ayear"]), _month(match["amonth"]), None, start, end)
        elif match["smonth"]:
            yield FoundDate(int(match["syear"]), _month(match["smonth"]), None, start, end)
        else:
            yield FoundDate(int(match["only"]), None, None, start, end)


def _full(year: str | None) -> int | None:
    """03.05.24 is of this century, 03.05.68 of the last."""
    number = _int(year)
    return number if number is None or number > 99 else number + (2000 if number < 50 else 1900)


def _int(text: str | None) -> int | None:
    return int(text) if text else None


def _month(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month[:3] == name.replace("Jänner", "Januar")[:3])


def weekdays_in(text: str) -> set[int]:
    """The weekdays that the words name (Monday is 0), also in Freitagabend or samstags."""
    found = {match[1].capitalize() for match in _WEEKDAY.finditer(text)}
    return {5 if name == "Sonnabend" else WEEKDAYS.index(name) for name in found}


@lru_cache(maxsize=1 << 16)
def write_when(when: When) -> str:
    """A date as a reader wants it: 3. Mai 2020 · Anfang Mai 2020 · 16.–17. Januar 2020 · ca. 2020 · seit Mai 2020.

    Nothing is shown that the date does not know: a month never shows a day.
    """
    if when.precision != "interval":
        prefix = {"~": "ca. ", "?": "vermutlich ", "%": "vermutlich ca. "}.get(when.qualifier, "")
        return prefix + _write_single(when)
    first, last = when.bounds
    if first == "..":
        return f"bis {write_when(parse_when(last))}"
    if last == "..":
        return f"seit {write_when(parse_when(first))}"
    return _write_closed(parse_when(first), parse_when(last))


def _write_closed(start: When, end: When) -> str:
    """An interval; what both ends share is said once."""
    if start == end:
        return write_when(start)
    if start.precision == end.precision and not start.qualifier and not end.qualifier:
        if third := _third(start, end):
            return f"{third} {_write_single(parse_when(end.text[:7]))}"
        if start.precision == "day" and start.text[:7] == end.text[:7]:
            return f"{int(start.text[8:])}.–{write_when(end)}"
        if start.precision in ("day", "month") and start.text[:4] == end.text[:4]:
            return f"{_write_single(start, year=False)} bis {write_when(end)}"
    return f"{write_when(start)} bis {write_when(end)}"


def _third(start: When, end: When) -> str:
    """Anfang, Mitte or Ende where the days are just that third of a month: so "Anfang Mai" is written and read."""
    if start.precision != "day" or not (start.earliest and end.latest) or start.text[:7] != end.text[:7]:
        return ""
    last = monthrange(end.latest.year, end.latest.month)[1]
    days = {(1, 10): "Anfang", (11, 20): "Mitte", (21, last): "Ende"}
    return days.get((start.earliest.day, end.latest.day), "")


def _write_single(when: When, *, year: bool = True) -> str:
    numbers = [int(part) for part in when.text.rstrip("~?%").split("-")]
    if when.precision == "season":
        winter = f"/{(numbers[0] + 1) % 100:02d}" if numbers[1] == max(SEASONS) else ""
        return f"{SEASONS[numbers[1]]} {numbers[0]}{winter}"
    pattern = {"day": "d. MMMM", "month": "MMMM", "year": ""}[when.precision] + (" y" if year else "")
    return str(format_date(date(*[*numbers, 1, 1][:3]), pattern.strip(), locale=LOCALE))
