"""Rules for dates: Mittwoch, 5. Juni 2020 · 03.05.24 · 2024-05-03 · am 3. des Monats · am ersten Sonntag im Mai."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from itertools import pairwise

from generator.german.times.almanac import (
    ORDINALS,
    month,
    nth_weekday,
    pick,
    span,
)
from generator.german.times.time_words import (
    HOUR,
    MONTH,
    OF_YEAR,
    SHORT_MONTH,
    WEEKDAY,
    YEAR,
    Phrase,
    Rule,
    Setting,
    has_year,
    left_of,
    month_number,
    named_year,
    phrase,
    relative,
    rule,
    said,
    shift_of,
    weekday_number,
    year_of,
    years_about,
)

_AND = r"\s?(?:,|–|—|-|/|bis\szum|bis|und|oder|sowie|auf\sden|auf)\s?(?:de[mn]\s|zum\s)?"
_DAYS = rf"(?P<days>\d{{1,2}}\.(?:{_AND}\d{{1,2}}\.){{0,6}})"
_WEEKDAY_OF = rf"(?:(?:{relative('daily')}\s)?(?P<wd>{WEEKDAY}){HOUR}(?:,?\s(?:de[mnr]\s)?|,?\s?\(\s?(?:de[mnr]\s)?))?"
_DAY = re.compile(r"\d{1,2}\.")
_INTERVAL = re.compile(r"–|—|-|/|bis|auf")
_CUE = re.compile(
    r"(?:\b(?:am|vom|bis|zum|zur|ab|seit|dem|den|der|und|Stand:?|oder|für|auf|[Vv]om)\s|[(,–/-]\s?)$", re.IGNORECASE
)
_VERSION = re.compile(r"(?:Version|Firmware|Update|Software|Release|Kapitel|Abschnitt|Punkt|Ziffer|iOS|Android|v)\s?$")
_STREET = re.compile(r"(?:Stra(?:ß|ss)e|Platz|Allee|Brücke|Ufer|Bewegung|Preis|Universität)\sdes\s$")


def _dates(match: re.Match[str]) -> Iterator[Phrase]:
    """Mittwoch, dem 5. Juni 2020 · 5., 6. und 9. Juni · 5. bis 9. Juni: one phrase for each day or interval."""
    if _STREET.search(left_of(match)):
        return
    number = month_number(said(match, "month"))
    if said(match, "word"):
        day = ORDINALS.index(said(match, "stem").lower()) + 1
        yield _dated(match, match.span(), (day, day), number)
        return
    yield from _listed(match, number)


def _listed(match: re.Match[str], number: int) -> Iterator[Phrase]:
    found = list(_DAY.finditer(said(match, "days")))
    base = match.start("days")
    ends = [0]
    for at, (one, other) in enumerate(pairwise(found), 1):
        between = said(match, "days")[one.end() : other.start()]
        both = "und" in between and re.search(r"[Zz]wischen\s(?:dem\s)?$", left_of(match))
        if not _INTERVAL.search(between) and not both:
            ends.append(at)
    for first, last in pairwise([*ends, len(found)]):
        start = match.start() if first == 0 else base + found[first].start()
        end = match.end() if last == len(found) else base + found[last - 1].end()
        days = int(found[first][0][:-1]), int(found[last - 1][0][:-1])
        yield _dated(match, (start, end), days, number)


def _dated(match: re.Match[str], place: tuple[int, int], days: tuple[int, int], number: int) -> Phrase:
    closed = "(" in match[0] and ")" not in match[0] and match.string[match.end() : match.end() + 1] == ")"
    if closed and place[1] == match.end():
        place = place[0], match.end() + 1
    weekday = weekday_number(said(match, "wd")) if said(match, "wd") and place[0] == match.start() else None
    exists = all(1 <= day <= 31 for day in days)
    year = _full_year(match) if exists else None
    start, end = place
    if year and weekday is not None and _weekday(year, number, days[0]) != weekday:
        start, weekday = match.start("days"), None  # a slip of the text: the date counts
    return Phrase(
        start,
        end,
        partial(_resolve_days, match, days, number, weekday),
        year,
        open_year=not year and not has_year(match),
        named=exists,
        basis=None if end >= match.end() else (start, match.end()),
    )


def _full_year(match: re.Match[str]) -> int | None:
    short = said(match, "short")
    if short:
        return int(short) + (2000 if int(short) < 50 else 1900)
    return named_year(match)


def _weekday(year: int, number: int, day: int) -> int | None:
    try:
        return date(year, number, day).weekday()
    except ValueError:
        return None


def _resolve_days(
    match: re.Match[str], days: tuple[int, int], number: int, weekday: int | None, setting: Setting
) -> str | None:
    year = _full_year(match) or year_of(match, setting)
    if year is None and has_year(match):
        return None
    times = []
    for one in [year] if year else years_about(setting):
        try:
            end = date(one, number, days[1])
            before = end.replace(day=1) - timedelta(days=1) if days[0] > days[1] else end  # vom 28. bis 3. Januar
            start = before.replace(day=days[0])
        except ValueError:
            continue
        far = not year and abs(start - setting.today).days >= 365
        if weekday is None or (start.weekday() == weekday and not far):
            times.append(span(start, end))
    return times[0] if year and times else pick(times, setting.today, setting.outlook, setting.after)


def _in_digits(match: re.Match[str]) -> Iterator[Phrase]:
    """3.5. · 03.05.24 · 3.–9.5.2024; without a year only behind a word that dates have before them."""
    left = left_of(match)
    padded = re.fullmatch(r"\d\d\.", said(match, "days")) and len(said(match, "number")) == 2
    if (
        said(match, "year")
        or said(match, "wd")
        or _CUE.search(left)
        or (said(match, "short") and padded and not _VERSION.search(left))
    ):
        yield from _listed(match, int(said(match, "number")))


def _iso(match: re.Match[str]) -> Iterator[Phrase]:
    yield Phrase(match.start(), match.end(), lambda _: said(match, "iso"), int(said(match, "iso")[:4]))


def _of_month(match: re.Match[str]) -> Iterator[Phrase]:
    """am 3. des Monats · am 15. dieses Monats"""

    def resolve(setting: Setting) -> str | None:
        text = month(setting.today.year, setting.today.month, shift_of(match, "rel"))
        return f"{text}-{int(match['day']):02d}"

    yield phrase(match, resolve)


_PLACES = {"erste": 1, "zweite": 2, "dritte": 3, "vierte": 4, "letzte": -1}


def _nth(match: re.Match[str]) -> Iterator[Phrase]:
    """am ersten Sonntag im Mai"""

    def resolve(setting: Setting) -> str | None:
        place = _PLACES[said(match, "nth").lower().rstrip("nsrm")]
        year = year_of(match, setting)
        months = [month(one, month_number(said(match, "month"))) for one in ([year] if year else years_about(setting))]
        days = [
            day.isoformat() for text in months if (day := nth_weekday(text, weekday_number(said(match, "wd")), place))
        ]
        return days[0] if year and days else pick(days, setting.today, setting.outlook, setting.after)

    yield phrase(match, resolve, open_year=not has_year(match))


_ORDINAL = rf"(?P<word>(?P<stem>(?i:{'|'.join(ORDINALS)}))e[nrm]?)"
DATE_RULES: tuple[Rule, ...] = (
    rule(r"(?P<iso>\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?", _iso),
    rule(
        rf"{_WEEKDAY_OF}(?:{_DAYS}\s?|{_ORDINAL}\s)(?P<month>(?:{MONTH})(?!\w)|(?:{SHORT_MONTH})(?:\.|(?!\w))){OF_YEAR}",
        _dates,
    ),
    rule(
        rf"(?<![\d.,]){_WEEKDAY_OF}{_DAYS}\s?(?P<number>0?[1-9]|1[0-2])\.(?:\s?{YEAR}|(?P<short>\d\d)(?![.,]?\d)"
        rf"|(?!\d|\s(?:Prozent|Mio|Mrd|Millionen|Milliarden|Uhr)))",
        _in_digits,
    ),
    rule(rf"(?P<day>[1-9]|[12]\d|3[01])\.\s(?:des|{relative()})\sMonats", _of_month),
    rule(
        rf"(?P<nth>(?i:erste|zweite|dritte|vierte|letzte))[nsrm]?\s(?P<wd>{WEEKDAY})\s(?:im\s|des\s(?:Monats\s)?|in\s)?(?P<month>{MONTH})s?{OF_YEAR}",
        _nth,
    ),
)
