"""Rules for quarters, halves, years, decades and centuries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from generator.german.times.almanac import (
    PARTS,
    month,
    pick,
    span,
    third_of_year,
)
from generator.german.times.bare_years import is_year
from generator.german.times.time_words import (
    COURSE,
    NUMBER,
    OF_YEAR,
    PAIR,
    PART,
    UNTIL,
    YEAR,
    Phrase,
    Rule,
    Setting,
    count,
    has_year,
    in_years,
    is_last_of,
    part_of,
    phrase,
    relative,
    rule,
    said,
    shift_of,
    year_of,
    years_about,
)

_NTH = {"erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "1.": 1, "2.": 2, "3.": 3, "4.": 4, "schluss": 4, "auftakt": 1}
_LENGTHS = {
    "quartal": 3,
    "vierteljahr": 3,
    "halbjahr": 6,
    "jahreshälfte": 6,
    "hälfte": 6,
    "jahresdrittel": 4,
    "jahresviertel": 3,
}


def _quarters(match: re.Match[str]) -> Iterator[Phrase]:
    """im ersten Quartal 2024 · in der zweiten Jahreshälfte · in der ersten Hälfte des Jahres 2019 · Schlussquartal"""
    unit = said(match, "unit").lower().removesuffix("s")
    length = _LENGTHS["jahreshälfte" if unit.endswith("hälfte") else unit]
    nth = _NTH[said(match, "nth").lower()]
    if nth * length > 12 or (unit == "hälfte" and not has_year(match)):
        return
    yield phrase(match, partial(_resolve_part, match, nth, length), open_year=not has_year(match))


def _resolve_part(match: re.Match[str], nth: int, length: int, setting: Setting) -> str | None:
    def of(year: int) -> str:
        return f"{month(year, (nth - 1) * length + 1)}/{month(year, nth * length)}"

    return in_years(match, setting, of, timedelta())  # reports speak of quarters that are over


def _relative_quarters(match: re.Match[str]) -> Iterator[Phrase]:
    """im laufenden Quartal · im vergangenen Halbjahr"""
    length = _LENGTHS[said(match, "unit").lower()]

    def resolve(setting: Setting) -> str | None:
        first = (setting.today.month - 1) // length * length + 1
        shift = length * shift_of(match, "rel")
        return f"{month(setting.today.year, first, shift)}/{month(setting.today.year, first + length - 1, shift)}"

    if not is_last_of(match):
        yield phrase(match, resolve)


def _short_quarters(match: re.Match[str]) -> Iterator[Phrase]:
    """Q1 2024 · H2 2024"""
    length = 3 if said(match, "kind") == "Q" else 6
    nth = int(said(match, "nth"))
    if nth * length > 12:
        return
    text = f"{month(int(match['year']), (nth - 1) * length + 1)}/{month(int(match['year']), nth * length)}"
    yield phrase(match, lambda _: text)


def _first_months(match: re.Match[str]) -> Iterator[Phrase]:
    """in den ersten neun Monaten 2024"""
    number = count(said(match, "n"))
    if not number or number > 12 or not has_year(match):
        return

    def resolve(setting: Setting) -> str | None:
        year = year_of(match, setting)
        return f"{month(year, 1)}/{month(year, int(number))}" if year else None

    yield phrase(match, resolve)


# --- years


def _relative_years(match: re.Match[str]) -> Iterator[Phrase]:
    """vergangenen Jahr · Anfang nächsten Jahres · Vorjahr · heuer"""
    if is_last_of(match):
        return

    def resolve(setting: Setting) -> str | None:
        year = setting.today.year + (shift_of(match, "rel"))
        if said(match, "before"):
            year = setting.year_before
        part = part_of(match)
        until = (said(match, "from") or part).lower()
        return third_of_year(year, until, part) if part in PARTS else f"{year:04d}"

    yield phrase(match, resolve)


def _this_years(match: re.Match[str]) -> Iterator[Phrase]:
    """Ende des Jahres · Jahresbeginn · zum Jahresende 2024 · Anfang 2017 · Mitte des Jahres 2019"""

    def resolve(setting: Setting) -> str | None:
        year = year_of(match, setting)
        part = (said(match, "part") or said(match, "end")).lower().replace("schluss", "ende").replace("start", "beginn")
        if part in PARTS:
            until = (said(match, "from") or part).lower()
            if year:
                return third_of_year(year, until, part)
            year = setting.today.year
            times = [third_of_year(one, until, part) for one in (year - 1, year, year + 1)]
            if setting.outlook:
                return pick(times, setting.today, setting.outlook, setting.after)
            return times[1]
        return f"{year or setting.today.year:04d}"

    yield phrase(match, resolve, open_year=not has_year(match))


def _turn(year: int) -> str:
    return span(date(year, 12, 31), date(year + 1, 1, 1))


def _turns(match: re.Match[str]) -> Iterator[Phrase]:
    """zum Jahreswechsel · Jahreswechsel 2023/24"""

    def resolve(setting: Setting) -> str | None:
        if said(match, "year"):
            year = int(said(match, "year")) - (0 if said(match, "second") else 1)
            return _turn(year)
        return pick(map(_turn, years_about(setting)), setting.today, setting.outlook, setting.after)

    yield phrase(match, resolve)


def _year_pairs(match: re.Match[str]) -> Iterator[Phrase]:
    """2014/15 · 1939–45 · 2014-2017"""
    first, last = said(match, "year"), said(match, "last")
    last = first[: 4 - len(last)] + last
    if int(last) > int(first) and is_year(match.string, match.start("year"), match.end("year"), 2200):
        yield phrase(match, lambda _: f"{first}/{last}")


def _bare_years(match: re.Match[str]) -> Iterator[Phrase]:
    """2014 · im Jahr 1789"""
    year = int(said(match, "year"))

    def resolve(setting: Setting) -> str | None:
        return (
            said(match, "year") if is_year(match.string, match.start("year"), match.end(), setting.today.year) else None
        )

    yield Phrase(match.start(), match.end(), resolve, year)


_DECADES = "nuller zehner zwanziger dreißiger vierziger fünfziger sechziger siebziger achtziger neunziger".split()


def _decades(match: re.Match[str]) -> Iterator[Phrase]:
    """in den 1990er Jahren · Anfang der Neunzigerjahre · in den 90ern"""
    word = said(match, "word").lower()
    number = 10 * _DECADES.index(word) if word else int(said(match, "digits") or said(match, "two"))
    if number < 100:
        number += 1900 if number else 2000
    part = part_of(match)
    first, last = {"": (0, 9), "anfang": (0, 3), "beginn": (0, 3), "mitte": (4, 6), "ende": (7, 9)}[part]
    yield phrase(match, lambda _: f"{number + first}/{number + last}")


def _centuries(match: re.Match[str]) -> Iterator[Phrase]:
    """im 19. Jahrhundert · Ende des 20. Jahrhunderts · im zwölften Jahrhundert"""
    number = int(said(match, "n"))
    before = int(said(match, "before") or number)
    part = part_of(match)
    first, last = {"": (1, 100), "anfang": (1, 33), "beginn": (1, 33), "mitte": (34, 66), "ende": (67, 100)}[part]
    if 1 <= before <= number <= 21:
        yield phrase(match, lambda _: f"{100 * before - 100 + first:04d}/{100 * number - 100 + last:04d}")


_DECADE = rf"(?i:{'|'.join(_DECADES)})"
_YEARS = r"(?:n|\sJahren?|-Jahren?|[Jj]ahren?)"
_NTHS = r"(?P<nth>(?i:erst|zweit|dritt|viert)(?=e[nmrs]?\s)|[1-4]\.)(?:e[nmrs]?)?\s"
YEAR_RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:{_NTHS}(?P<unit>Quartals?|Vierteljahr(?:es)?|Halbjahr(?:es)?|Jahreshälfte|Jahresdrittels?|Jahresviertels?|Hälfte))"
        rf"(?:\sdes\s(?=Jahr))?{OF_YEAR}",
        _quarters,
    ),
    rule(rf"(?P<nth>(?i:Schluss|Auftakt))(?P<unit>quartals?){OF_YEAR}", _quarters),
    rule(rf"{relative()}\s(?P<unit>Quartal|Halbjahr)(?:e?s)?", _relative_quarters),
    rule(r"(?P<kind>[QH])(?P<nth>[1-4])[\s/](?P<year>20\d\d)", _short_quarters),
    rule(rf"(?i:ersten)\s(?P<n>{NUMBER})\sMonaten?{OF_YEAR}", _first_months),
    rule(
        rf"(?:(?:{UNTIL}{COURSE}\s(?:des\s)?)?{relative()}\sJahr(?:e?s)?|(?P<before>(?i:Vorjahr(?:e?s)?))|(?i:heuer))",
        _relative_years,
    ),
    rule(rf"{UNTIL}{COURSE}\sdes\sJahres(?:\s{YEAR})?", _this_years),
    rule(rf"{UNTIL}{PART}\s(?:des\sJahres\s)?{YEAR}", _this_years),
    rule(rf"Jahres(?P<end>anfang|beginn|start|mitte|ende|schluss)(?:es|s)?{OF_YEAR}", _this_years),
    rule(rf"Jahreswechsels?(?:\s(?P<year>\d{{4}}){PAIR})?", _turns),
    rule(r"(?P<year>1\d\d\d|20\d\d)\s?[/–—-]\s?(?P<last>1\d\d\d|20\d\d|\d\d)", _year_pairs),
    rule(rf"(?:Jahre?[ns]?\s)?{YEAR}", _bare_years),
    rule(
        rf"(?:{PART}\sder\s)?(?:(?P<digits>1\d\d0|20\d0)er{_YEARS}?"
        rf"|(?P<two>\d0)er(?:{_YEARS}|(?=\s(?:und|oder|bis)\s(?:den\s)?\d0er)))",
        _decades,
    ),
    rule(rf"{PART}\sder\s(?:(?P<two>\d0)er|(?P<word>{_DECADE}))", _decades),
    rule(rf"(?<=\bden\s)(?P<word>{_DECADE})n", _decades),
    rule(
        rf"(?:{PART}\sder\s)?(?P<word>{_DECADE})(?:\sJahren?|-Jahren?|jahren?)",
        _decades,
    ),
    rule(
        rf"(?:{PART}\sdes\s)?(?:(?P<before>\d\d?)\.\s?(?:und|bis|/|–)\s?(?:zum\s)?)?(?P<n>\d\d?)\.\s?(?:Jahrhunderts?|Jhd?t?\.)(?!\s(?:v\.|vor\sChr))",
        _centuries,
    ),
)
