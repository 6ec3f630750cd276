"""Rules for days that are named from the day of publication: weekdays, nights, heute and gestern, and holidays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from generator.dates import parse_when
from generator.german.times.almanac import (
    HOLIDAYS,
    holiday,
    holiday_patterns,
    pick,
    span,
)
from generator.german.times.nowadays import means_nowadays
from generator.german.times.time_words import (
    COUNTS,
    HOUR,
    NUMBER,
    OF_YEAR,
    WEEKDAY,
    Phrase,
    Rule,
    Setting,
    count,
    has_year,
    left_of,
    phrase,
    relative,
    right_of,
    rule,
    said,
    shift_of,
    weekday_number,
    year_of,
)

ONE_DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
_HABIT = re.compile(
    r"(?:\b(?:jede[nrms]?|jeweils(?:\sam)?|immer(?:\swieder)?(?:\sam)?|meist(?:ens)?\sam|(?:irgend)?eine[ms]|alle|keine[nm]?"
    r"|manche[nrs]?|\w+tag\sfür|(?:ersten|zweiten|dritten|vierten|fünften)|(?:Welt|Bild|NZZ|Morgenpost|Post|Presse|Abendblatt|Merkur"
    r"|Anzeiger|Tagblatt|Kurier|Zeitung)[“\"”]?\sam|Herrn?|Frau|Familie|Dr\.|Professor|Schwarze[nr]?|Blutige[nr]?|Weiße[nr]?"
    r"|verkaufsoffene[nr]?|Black|Super)\s)$",
    re.IGNORECASE,
)
_WEEK_OF = (
    rf"(?:\s(?:der\s|in\s(?:der\s)?)?{relative('week')}\sWoche"
    rf"|\s(?P<dir>vor|in)\s(?P<n>{NUMBER})\s(?P<unit>Wochen?|Tagen|Jahren|Jahr))?"
)


def _weekdays(match: re.Match[str]) -> Iterator[Phrase]:
    """Mittwochabend · vergangenen Mittwoch · Mittwoch voriger Woche · Sonntag vor einer Woche"""
    left = left_of(match)
    if _HABIT.search(left) or re.match(r"\sfür\s[A-Z]\w+tag", right_of(match)):
        return
    genitive = said(match, "wd") + "s" == said(match, "words")
    if genitive and not re.search(r"\b[Dd]es\s(?:frühen\s|späten\s)?$", left) and not said(match, "rel"):
        return
    yield phrase(match, partial(_resolve_weekday, match))


def _resolve_weekday(match: re.Match[str], setting: Setting) -> str | None:
    weekday, today = weekday_number(said(match, "wd")), setting.today
    monday = today - ONE_DAY * today.weekday()
    latest = today - ONE_DAY * ((today.weekday() - weekday) % 7)
    if said(match, "week") or said(match, "lead"):
        weeks = shift_of(match, "week") + shift_of(match, "lead")
        return (monday + ONE_DAY * (7 * weeks + weekday)).isoformat()
    if said(match, "n"):
        return _weeks_from(match, latest)
    if said(match, "rel"):
        return _relative_weekday(shift_of(match, "rel"), weekday, setting).isoformat()
    if setting.after and abs(setting.after - today) < 4 * WEEK:
        return (setting.after + ONE_DAY * ((weekday - setting.after.weekday()) % 7)).isoformat()
    if setting.outlook == "ahead" and latest != today:
        latest += WEEK
    return latest.isoformat()


def _weeks_from(match: re.Match[str], latest: date) -> str | None:
    number = count(said(match, "n"))
    if not number or said(match, "unit")[0] != "W":
        return None
    weeks = -int(number) if said(match, "dir") == "vor" else int(number)
    return (latest + WEEK * (weeks + (said(match, "dir") == "in"))).isoformat()


def _relative_weekday(shift: int, weekday: int, setting: Setting) -> date:
    today = setting.today
    if shift == 0:
        near = today + ONE_DAY * (weekday - today.weekday())
        if setting.outlook == "ahead" and near < today:
            return near + WEEK
        return near - WEEK if setting.outlook == "back" and near > today else near
    if shift < 0:
        return today - ONE_DAY * ((today.weekday() - weekday - 1) % 7 + 1) + WEEK * (shift + 1)
    return today + ONE_DAY * ((weekday - today.weekday() - 1) % 7 + 1) + WEEK * (shift - 1)


_RELATIVE = {
    "vorvorgestern": -3,
    "vorgestern": -2,
    "gestern": -1,
    "gestrig": -1,
    "heute": 0,
    "heutig": 0,
    "morgen": 1,
    "morgig": 1,
    "übermorgen": 2,
}
_TIMELESS = re.compile(r"\b(?:Schnee|Welt|Männer|nicht|Menschen|Mann|Technik|Leute|Gesellschaft|Stadt|Kunden)\svon\s$")


def _near_days(match: re.Match[str]) -> Iterator[Phrase]:
    """heute · gestern Abend · übermorgen · die gestrige Sitzung"""
    text, word = match.string, said(match, "near")
    left = left_of(match)
    low = word.lower()
    if low == "heute" and not said(match, "hour") and means_nowadays(text, match.start(), match.end()):
        return
    if _TIMELESS.search(left[-25:]):
        return
    if word == "Morgen" and not (
        re.search(r"(?:^|[.!?:„“\"»]\s?)$", left) and re.match(r"\s[a-zäöü]", right_of(match))
    ):
        return
    if word == "morgen" and re.search(r"\b(?:[Hh]eute|[Gg]estern|\w+tag|Mittwoch|[Gg]uten|[Ff]rüh|am)\s$", left):
        return
    shift = timedelta(days=_RELATIVE[low])
    yield phrase(match, lambda setting: (setting.today + shift).isoformat())


def _last_night(match: re.Match[str]) -> Iterator[Phrase]:
    yield phrase(match, lambda setting: span(setting.today - ONE_DAY, setting.today))


_HOLIDAY_PATTERNS = [(re.compile(pattern), pattern) for pattern in holiday_patterns()]


def _holidays(match: re.Match[str]) -> Iterator[Phrase]:
    """Silvester 2023 · Karfreitag · vergangene Weihnachten"""
    pattern = next(pattern for compiled, pattern in _HOLIDAY_PATTERNS if compiled.fullmatch(said(match, "holiday")))

    def resolve(setting: Setting) -> str | None:
        year = year_of(match, setting)
        if year:
            return holiday(pattern, year)
        years = range(setting.today.year - 2, setting.today.year + 3)
        shift, days = shift_of(match, "rel"), [parse_when(holiday(pattern, one)) for one in years]
        if shift < 0:
            return [day.text for day in days if day.latest and day.latest < setting.today][-1]
        if shift > 0:
            return next(day.text for day in days if day.earliest and day.earliest > setting.today)
        return pick([day.text for day in days], setting.today, setting.outlook, setting.after)

    yield phrase(match, resolve, open_year=not has_year(match) and not said(match, "rel"))


_NEAR = "vorvorgestern|vorgestern|gestern|heute|übermorgen"
DAY_RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:{relative('lead')}\sWoche(?:,)?\s(?:am\s)?)?(?:{relative()}\s)?(?P<words>(?P<wd>{WEEKDAY})(?:s(?!\w)|{HOUR})){_WEEK_OF}",
        _weekdays,
    ),
    rule(r"(?i:vergangene[nr]?|letzte[nr]?)\sNacht", _last_night),
    rule(
        rf"(?P<near>(?i:{_NEAR})|[Mm]orgen)(?P<hour>\s(?:früh|[Vv]ormittag|[Nn]achmittag|[Mm]ittag|[Aa]bend|[Mm]orgen|[Nn]acht)(?!\w))?",
        _near_days,
    ),
    rule(rf"(?P<near>(?i:gestrig|morgig))e[nmrs]?(?:\s(?:{WEEKDAY}){HOUR})?", _near_days),
    rule(rf"(?P<near>(?i:heutig))e[nmrs]?\s(?:{WEEKDAY}){HOUR}", _near_days),
    rule(rf"(?:{relative()}\s)?(?P<holiday>{HOLIDAYS}){OF_YEAR}{COUNTS}", _holidays),
)
