"""Dates as search terms: "5. Januar 2020" is a day and a month, not three words that occur on every second page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from babel import Locale

from generator.german.search_terms import fold

_YEAR = re.compile(r"\d{4}(?!\d)(?<=[^\W\d]\s\d{4}|\s\s\d{4})")
"""Behind a word, of which it is to be seen whether it is a month."""
_DAYS = re.compile(r"(?:(\d{1,2})\.\s*[–-]\s*)?(\d{1,2})\.\s*$")
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
    for year in _YEAR.finditer(text):
        month, days = _before(text[max(0, year.start() - _LONGEST) : year.start()])
        if month:
            yield f"@{year[0]}-{month}"
            yield from (f"@{year[0]}-{month}-{day}" for day in days)


@lru_cache(maxsize=1 << 12)
def _before(text: str) -> tuple[str, tuple[str, ...]]:
    """The month that the text ends with, and the days before that; each in two digits."""
    words = text.rstrip().lower()
    name = next((name for name in _months() if words.endswith(name)), "")
    if not name:
        return "", ()
    found = _DAYS.search(words.removesuffix(name))
    return f"{_months()[name]:02}", tuple(f"{int(day):02}" for day in found.groups() if day) if found else ()
