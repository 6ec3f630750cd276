"""Rules for counted times: from the publication (vor zwei Wochen) or from a time just named (drei Tage zuvor)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.dates import When
from generator.german.times.almanac import month
from generator.german.times.time_words import (
    FUZZY,
    NUMBER,
    Phrase,
    Rule,
    Setting,
    count,
    left_of,
    phrase,
    relative,
    right_of,
    rule,
    said,
    shift_of,
)

_UNITS = {"tag": ("day", 1), "woche": ("week", 1), "monat": ("month", 1), "jahr": ("year", 1)}
_UNITS |= {
    "vierteljahr": ("month", 3),
    "halbjahr": ("month", 6),
    "dreivierteljahr": ("month", 9),
    "quartal": ("month", 3),
}
_UNITS |= {"jahrzehnt": ("year", 10), "vierteljahrhundert": ("year", 25), "jahrhundert": ("year", 100)}
_UNIT = (
    r"(?P<unit>(?:Dreiviertel|Viertel|Halb)?[Jj]ahr(?:en?|es)?|Tag(?:en?|es)?|Wochen?|Monat(?:en?|es)?|Quartal(?:en?|es)?"
    r"|Jahrzehnt(?:en?|es)?|(?:Viertel)?[Jj]ahrhundert(?:en?|s)?)"
)
_ABOUT = re.compile(r"etwa|rund|ungefähr|circa|ca|gut|knapp|fast|über|als|nahezu")
_N = rf"(?P<n>{NUMBER})"


def _unit(words: str) -> tuple[str, int]:
    low = words.lower()
    return _UNITS.get(low) or next(_UNITS[low[:-cut]] for cut in (1, 2) if low[:-cut] in _UNITS)


def _months(day: date, shift: int) -> str:
    return month(day.year, day.month, shift)


def _moved(day: date, number: float, unit: str, *, about: bool) -> str | None:
    """The time so many days, weeks, months or years from a day, as exact as its unit; half a year is six months."""
    sign = "~" if about else ""
    try:
        if unit in ("day", "week"):
            moved = day + timedelta(days=round(number * (7 if unit == "week" else 1)))
            return moved.isoformat() + ("" if unit == "day" and not about else "~")
        if abs(number) == 0.5 and unit == "year":
            return _months(day, round(12 * number)) + "~"
        whole = _months(day, round(12 * number if unit == "year" else number))
    except (OverflowError, ValueError):
        return None
    if len(whole) > len("2020-05") or whole < "0001":
        return None
    return (whole[:4] if unit == "year" else whole) + sign


def _counted(match: re.Match[str]) -> tuple[float, str] | None:
    number = count(said(match, "n"))
    if not number:
        return None
    unit, times = _unit(said(match, "unit"))
    return number * times * (0.5 if said(match, "half") else 1), unit


def _ago(match: re.Match[str]) -> Iterator[Phrase]:
    """vor zwei Wochen · vor gut einem Jahr · heute vor 80 Jahren"""
    counted = _counted(match)
    if counted is None or re.match(r"\s(?:alt|lang|vor)\b", right_of(match)):
        return
    number, unit = counted

    def resolve(setting: Setting) -> str | None:
        day = setting.today
        if said(match, "near"):
            return _same_day(day - timedelta(days=said(match, "near").lower() == "gestern"), number, unit)
        return _moved(day, -number, unit, about=unit != "day" or _ABOUT.search(said(match, "fuzzy")) is not None)

    yield phrase(match, resolve)


def _same_day(day: date, number: float, unit: str) -> str | None:
    """heute vor 80 Jahren: the very day."""
    if unit in ("day", "week"):
        return (day - timedelta(days=round(number * (7 if unit == "week" else 1)))).isoformat()
    try:
        text = _months(day, -round(number * 12 if unit == "year" else number))
        return date(int(text[:4]), int(text[5:]), day.day).isoformat()
    except ValueError:
        return None


def _hence(match: re.Match[str]) -> Iterator[Phrase]:
    """in zwei Wochen; how long something takes is no date: only where the clause looks ahead."""
    counted = _counted(match)
    if counted is None:
        return
    number, unit = counted

    def resolve(setting: Setting) -> str | None:
        about = unit != "day" or _ABOUT.search(said(match, "fuzzy")) is not None
        return _moved(setting.today, number, unit, about=about) if setting.outlook == "ahead" else None

    yield phrase(match, resolve)


def _lasting(match: re.Match[str]) -> Iterator[Phrase]:
    """in den vergangenen drei Monaten · in den nächsten zwei Jahren"""
    counted = _counted(match)
    shift = shift_of(match, "rel")
    left, right = left_of(match), right_of(match)
    if (
        counted is None
        or abs(shift) != 1
        or re.search(r"(?:innerhalb|binnen)\s(?:der|von|den)?\s?$", left, re.IGNORECASE)
    ):
        return
    if re.match(r"\s(?:des|seines|ihres|seiner|ihrer)\s", right):
        return
    number, unit = counted

    def resolve(setting: Setting) -> str | None:
        day = setting.today
        weeks = unit == "week"
        other = _moved(day, shift * number * (7 if weeks else 1), "day" if weeks else unit, about=False)
        own = {"month": _months(day, 0), "year": f"{day.year:04d}"}.get(unit, day.isoformat())
        return other and "/".join(sorted((own, other)))

    yield phrase(match, resolve)


_BEFORE = ("zuvor", "davor", "vorher")


def _from_anchor(match: re.Match[str]) -> Iterator[Phrase]:
    """drei Tage zuvor · am Tag darauf · am Vortag: only days, and only behind a day that they can be counted from.

    "Zwei Jahre später" hangs on another time as well, and is vague besides: it is left to the editor.
    """
    number = count(said(match, "n")) if said(match, "n") else 1.0
    word = (said(match, "to") or said(match, "word")).lower()
    sign = -1 if word.startswith("vor") or word.endswith(_BEFORE) else 1
    if number:
        amount = round(sign * number)
        yield phrase(match, lambda setting: _days_from(setting.anchor, amount))


def _days_from(anchor: When | None, amount: int) -> str | None:
    if anchor is None or anchor.earliest is None or anchor.latest is None:
        return None
    if (anchor.latest - anchor.earliest).days > 1:
        return None
    return ((anchor.earliest if amount < 0 else anchor.latest) + timedelta(days=amount)).isoformat()


_FUZZY = rf"(?P<fuzzy>{FUZZY})"
_ADJECTIVE = r"(?P<more>(?:gut|knapp)e[nrms]?\s)?(?P<half>halbe[nrms]?\s)?"
SPAN_RULES: tuple[Rule, ...] = (
    rule(rf"(?:(?P<near>(?i:heute|gestern))\s)?(?i:vor)\s{_FUZZY}{_N}\s{_ADJECTIVE}{_UNIT}", _ago),
    rule(rf"(?i:in)\s{_FUZZY}{_N}\s{_ADJECTIVE}{_UNIT}", _hence),
    rule(rf"{relative()}\s(?:{FUZZY}){_N}\s{_UNIT}", _lasting),
    rule(rf"{_N}\sTage\s(?P<to>zuvor|davor|vorher|später|danach|darauf)(?!\sals\b)", _from_anchor),
    rule(r"(?<=m\s)(?:Tag|Abend)\s(?P<to>zuvor|davor|danach|darauf)", _from_anchor),
    rule(
        r"(?P<word>Vortag(?:e?s)?|(?i:nächste|folgende|darauffolgende)[nr]?\sTag|Folgetag(?:e?s)?"
        r"|(?i:tags)\s(?:darauf|zuvor))",
        _from_anchor,
    ),
)
