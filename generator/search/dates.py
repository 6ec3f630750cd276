"""Dates as search terms: "5. Januar 2020" is a day and a month, not three words that occur on every second page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale

from generator.german.search_terms import fold

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_LONGEST = 24
"""Characters of a span of days with its month."""


@cache
def month_words() -> list[str]:
    """The folded names of the months, from January on; the Austrian name of January is beside it in the browser."""
    return [fold(name) for _, name in sorted(Locale("de").months["format"]["wide"].items())]


@cache
def _before_year() -> re.Pattern[str]:
    names = "|".join(name for _, name in sorted(Locale("de").months["format"]["wide"].items()))
    return re.compile(rf"(?:(?:(\d{{1,2}})\.\s*[–-]\s*)?(\d{{1,2}})\.\s*)?({names})\s+$", re.IGNORECASE)


def date_terms(text: str) -> Iterator[str]:
    """Each date in words as `@2020-01-05` and `@2020-01`; of a span ("16.–17. Januar 2020") both ends."""
    for year in _YEAR.finditer(text):
        found = _before_year().search(text[max(0, year.start() - _LONGEST) : year.start()])
        if found:
            first, day, month = found.groups()
            number = month_words().index(fold(month)) + 1
            yield f"@{year[0]}-{number:02}"
            yield from (f"@{year[0]}-{number:02}-{int(each):02}" for each in (first, day) if each)
