"""Rules for weeks, weekends, months and seasons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from generator.german.times.almanac import (
    PARTS,
    SEASONS,
    WINTER,
    month,
    pick,
    span,
    third_of_month,
    week,
)
from generator.german.times.time_words import (
    COURSE,
    MONTH,
    OF_YEAR,
    PAIR,
    PART,
    SHORT_MONTH,
    UNTIL,
    YEAR,
    Phrase,
    Rule,
    Setting,
    has_year,
    in_years,
    is_last_of,
    left_of,
    month_number,
    named_year,
    part_of,
    phrase,
    relative,
    right_of,
    rule,
    said,
    shift_of,
    year_of,
)

_MONTH_CUE = re.compile(
    r"\b(?:im|am|in|seit|ab|bis|zum|zu|des|den|der|dem|noch|schon|bereits|erst|zwischen|jenem|gegen|einschließlich|Monat|Monats"
    r"|Spät|Früh|und|oder|sowie|zuletzt|vom|von|für|nach|vor|wie|als)(?:\s|$)$|[,(/–-]\s?$",
    re.IGNORECASE,
)
_OFTEN = re.compile(
    r"(?:\s\w+){0,2}\s(?:oft|meist|meistens|immer|häufig|normalerweise|üblicherweise|regelmäßig|traditionell)\b"
)
_ANY = re.compile(
    r"(?:\d\.|\b(?:(?:ein|jed|kein)e?[mnrs]?|\w*ganze[nrms]|typische[nrm]|normale[nrm]))\s?$", re.IGNORECASE
)
_FIRM_CUE = re.compile(r"\b(?:im|am|ab|bis|zum|seit|diesem|diesen|Monat|Monats)\s$", re.IGNORECASE)
_NAMES = frozenset("März April Mai Juli August".split())
_NAME_BEFORE = re.compile(r"[A-ZÄÖÜ][\w-]+\s$")
_NAME_AFTER = re.compile(r"\s(?:[A-ZÄÖÜ][a-zäöüß]|I\b|II\b|de[rmns]\s[A-ZÄÖÜ][a-z]+n?\b|von\s[A-ZÄÖÜ])")


def _months(match: re.Match[str]) -> Iterator[Phrase]:
    """Mai · Mai 2020 · Anfang Mai · Ende des vergangenen Januars · kommenden März"""
    left, right = left_of(match), right_of(match)
    if _ANY.search(left) or (not has_year(match) and _OFTEN.match(right)):
        return
    if not (said(match, "part") or said(match, "rel") or has_year(match)) and not _FIRM_CUE.search(left[-20:]):
        if said(match, "month") in _NAMES and not _MONTH_CUE.search(left[-20:]) and _NAME_BEFORE.search(left[-30:]):
            return
        if left and _NAME_AFTER.match(right):
            return
    open_year = not has_year(match) and not said(match, "rel")
    yield phrase(match, partial(_resolve_month, match), open_year=open_year, named=True)


def _resolve_month(match: re.Match[str], setting: Setting) -> str | None:
    number = month_number(said(match, "month"))
    if said(match, "rel") and not has_year(match):
        text = _relative_month(number, shift_of(match, "rel"), setting.today)
        return _thirds(text, match)
    return in_years(match, setting, lambda year: _thirds(month(year, number), match))


def _thirds(text: str, match: re.Match[str]) -> str:
    part = part_of(match)
    until = said(match, "from")
    return third_of_month(text, (until or part).lower(), part) if part in PARTS else text


def _relative_month(number: int, shift: int, today: date) -> str:
    """The last such month that is over, the next one to begin, or this year's."""
    over = today.year if number < today.month else today.year - 1
    if shift < 0:
        return month(over + shift + 1, number)
    begins = today.year if number > today.month else today.year + 1
    return month(begins + shift - 1 if shift else today.year, number)


def _relative_months(match: re.Match[str]) -> Iterator[Phrase]:
    """vergangenen Monat · Ende des Monats · Monatsende · 3. dieses Monats · Vormonat"""
    if is_last_of(match):
        return

    def resolve(setting: Setting) -> str | None:
        shift = shift_of(match, "rel") if said(match, "rel") else -1 if said(match, "before") else 0
        anchor = setting.anchor if said(match, "before") else None
        day = anchor.earliest if anchor and anchor.earliest and anchor.precision == "month" else setting.today
        text = month(day.year, day.month, shift)
        part = (said(match, "part") or said(match, "end")).lower()
        return third_of_month(text, part) if part in PARTS else text

    yield phrase(match, resolve)


# --- weeks


def _weeks(match: re.Match[str]) -> Iterator[Phrase]:
    """vergangene Woche · Ende der Woche · Vorwoche"""
    if is_last_of(match):
        return
    shift = shift_of(match, "rel") if said(match, "rel") else -1 if said(match, "before") else 0
    yield phrase(match, lambda setting: week(setting.today, shift))


def _week_start(match: re.Match[str]) -> Iterator[Phrase]:
    yield phrase(match, lambda setting: (setting.today - timedelta(days=setting.today.weekday())).isoformat())


def _calendar_week(match: re.Match[str]) -> Iterator[Phrase]:
    def resolve(setting: Setting) -> str | None:
        year = named_year(match) or setting.year or setting.today.year
        try:
            return week(date.fromisocalendar(year, int(said(match, "n") or said(match, "kw")), 1))
        except ValueError:
            return None

    yield phrase(match, resolve, open_year=not said(match, "year"))


_EACH = re.compile(
    r"\b(?:jede[sm]?|eine[ms]?|kein|alle|ersten?|zweiten?|dritten?|langes|verlängertes|verlängerten)\s$", re.IGNORECASE
)


def _weekends(match: re.Match[str]) -> Iterator[Phrase]:
    """am Wochenende · am vergangenen Wochenende · das kommende Wochenende"""
    if is_last_of(match) or (_EACH.search(left_of(match)) and not said(match, "rel")):
        return

    def resolve(setting: Setting) -> str | None:
        today = setting.today
        begun = today - timedelta(days=(today.weekday() - 5) % 7)
        lasting = (today - begun).days < 2
        shift = shift_of(match, "rel")
        ahead = setting.outlook == "ahead"
        if said(match, "week"):
            begun, shift, ahead = today + timedelta(days=5 - today.weekday()), shift_of(match, "week"), False
        elif said(match, "rel"):
            ahead = shift == 0 and not (setting.outlook == "back" and today.weekday() < 3)
            shift += shift < 0 and not lasting
        first = begun + timedelta(weeks=shift + (ahead and not lasting))
        return span(first, first + timedelta(days=1))

    yield phrase(match, resolve)


# --- seasons

_SURNAME = re.compile(r"\s[A-ZÄÖÜ][a-z]+\s(?:sagt|hat|ist)")
_EPOCH = re.compile(r"(?:Arabische[nrs]?|Prager|Deutsche[nr]?|Heiße[nr]?)\s$")
_SEASON_CUE = re.compile(
    r"\b(?:im|dem|den|zum|vom|diese[mnsr]|dieser|seit|bis|ab|nach|vor|für|übern?|durch|wie|und|oder|der|des)\s$|[/–-]\s?$",
    re.IGNORECASE,
)


def _seasons(match: re.Match[str]) -> Iterator[Phrase]:
    """im Sommer · Herbst 2022 · im vergangenen Winter · Winter 2023/24 · Ende des Sommers"""
    left, right = left_of(match), right_of(match)
    dated = said(match, "part") or said(match, "rel") or has_year(match)
    named = _SURNAME.match(right) or _OFTEN.match(right)
    if _EPOCH.search(left) or (not dated and (named or not _SEASON_CUE.search(left[-15:]))):
        return
    yield phrase(match, partial(_resolve_season, match), open_year=not has_year(match) and not said(match, "rel"))


def _resolve_season(match: re.Match[str], setting: Setting) -> str | None:
    code = SEASONS[said(match, "season").lower().removesuffix("s")]
    today = setting.today
    year = year_of(match, setting)
    if year:
        to_come = code == WINTER and date(year, 12, 1) > today and setting.outlook != "ahead"
        return f"{year - (to_come and not said(match, 'second')):04d}-{code}"  # "Winter 2024" may be the one before
    if has_year(match):
        return None
    times = [f"{one:04d}-{code}" for one in range(today.year - 3, today.year + 4)]
    if not said(match, "rel"):
        return pick(times, today, setting.outlook, setting.after)
    begun = pick(times, today, "back") or times[0]
    lasting = pick(times, today, "ahead") == begun
    shift = shift_of(match, "rel")
    if shift:
        return times[times.index(begun) + shift + (shift < 0 and not lasting)]
    lately = code == WINTER and today.month < 7 and setting.outlook != "ahead"
    return begun if lasting or lately or setting.outlook == "back" else f"{today.year:04d}-{code}"


_SEASON = r"(?:(?i:Früh|Spät|Hoch))?(?P<season>(?i:Frühjahr|Frühling|Sommer|Herbst|Winter)s?)"
_SEASON_YEAR = OF_YEAR.replace(YEAR, YEAR.replace("20\\d\\d)", f"20\\d\\d){PAIR}"))
PERIOD_RULES: tuple[Rule, ...] = (
    rule(
        rf"(?:{UNTIL}{PART}\s(?:des\s(?:Monats\s)?|in\s)?)?(?:{relative()}\s)?(?P<month>(?:{MONTH}))(?:s(?<!Mais))?{OF_YEAR}",
        _months,
    ),
    rule(
        rf"(?:{UNTIL}{PART}\s)?(?P<month>(?:{SHORT_MONTH})\.?)\s(?=\d){YEAR}",
        _months,
    ),
    rule(
        rf"(?:(?:{COURSE}\s(?:des\s)?)?{relative()}\sMonat(?:e?s)?|(?P<before>Vormonats?)|Monats(?P<end>anfang|beginn|mitte|ende)s?)",
        _relative_months,
    ),
    rule(rf"{COURSE}\s(?:des|dieses)\sMonats", _relative_months),
    rule(rf"(?:{COURSE}\s(?:der\s)?)?{relative()}\sWoche", _weeks),
    rule(rf"(?:{COURSE}\sder\sWoche|(?P<before>Vorwoche))", _weeks),
    rule(r"Wochen(?:beginn|anfang|auftakt|start)s?", _week_start),
    rule(
        rf"(?:(?P<n>\d\d?)\.\sKalenderwoche|(?:Kalenderwoche|KW)\s(?P<kw>\d\d?))(?:,?\s(?:des\sJahres\s)?{YEAR})?",
        _calendar_week,
    ),
    rule(rf"(?:{relative()}\s)?Wochenendes?(?:\s(?:der\s)?{relative('week')}\sWoche)?", _weekends),
    rule(rf"(?:{PART}\s(?:des\s)?)?(?:{relative()}\s)?{_SEASON}{_SEASON_YEAR}", _seasons),
)
