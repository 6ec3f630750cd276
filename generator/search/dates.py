"""Dates as search terms: "5. Januar 2020" is a day and a month, not three words that occur on every second page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from babel import Locale

from generator.german.search_terms import fold

_NUMBER = re.compile(r"\d{4,}")
_DAYS = re.compile(r"(?:(\d{1,2})\.\s*[–-]\s*)?(\d{1,2})\.\s*$")
_YEAR = 4
"""Digits that it has."""
_LONGEST = 24
"""Characters of a span of days with its month."""


@cache
def month_words() -> list[str]:
    """The folded names of the months, from January on; the Austrian name of January is beside it in the browser."""
    return [fold(name) for _, name in sorted(Locale("de").months["format"]["wide"].items())]


@cache
def _months() -> dict[str, int]:
    """The names in small letters, with their numbers."""
    return {name.lower(): number for number, name in Locale("de").months["format"]["wide"].items()}


def date_terms(text: str) -> Iterator[str]:
    """Each date in words as `@2020-01-05` and `@2020-01`; of a span ("16.–17. Januar 2020") both ends."""
    names = tuple(_months())
    for year in _NUMBER.finditer(text):
        if len(year[0]) != _YEAR:
            continue
        before = text[max(0, year.start() - _LONGEST) : year.start()]
        words = before.rstrip().lower()
        if before[-1:].isspace() and words.endswith(names):
            name = next(name for name in names if words.endswith(name))
            month = f"@{year[0]}-{_months()[name]:02}"
            yield month
            yield from (f"{month}-{int(day):02}" for day in _days(words.removesuffix(name)) if day)


@lru_cache(maxsize=1 << 12)
def _days(before_month: str) -> tuple[str | None, ...]:
    found = _DAYS.search(before_month)
    return found.groups() if found else ()
