"""What the calendar knows: weeks, thirds of months and years, holidays, as EDTF text.

`pick` chooses between the years that a date without one may mean: what a text tells of lies behind it, unless its words
look ahead or the date is close at hand.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from generator.dates import When, parse_when

Outlook = Literal["ahead", "back", ""]
SOON = timedelta(days=75)  # a date without a year that comes within this time is meant, not the one of the year before
_FAR = timedelta(days=270)  # what lies so far ahead is named with its year: "ab Juli" in August is last month
PARTS = {"anfang": 0, "beginn": 0, "mitte": 1, "ende": 2}
SEASONS = {"frühjahr": 21, "frühling": 21, "sommer": 22, "herbst": 23, "winter": 24}
WINTER = 24
_UNITS = "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt".split()
_TEENS = "sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst".split()
_TWENTIES = [f"{unit}undzwanzigst" for unit in "ein zwei drei vier fünf sechs sieben acht neun".split()]
ORDINALS = (*_UNITS, *_TEENS, *_TWENTIES, "dreißigst", "einunddreißigst")  # the days of a month, without their endings
_DAY = timedelta(days=1)

# Days in every year: month, first day, last day.
_FIXED = {
    "Neujahr(?:s|stags?|smorgens?)?": (1, 1, 1),
    "Dreikönigstags?|Dreikönigsfests?|Heilige[n]? Drei Könige[n]?": (1, 6, 6),
    "Valentinstags?": (2, 14, 14),
    "Maifeiertags?|Tags? der Arbeit": (5, 1, 1),
    "Tags? der [Dd]eutschen Einheit": (10, 3, 3),
    "Reformationstags?": (10, 31, 31),
    "Halloween(?:s|nacht|abend)?": (10, 31, 31),
    "Allerheiligen": (11, 1, 1),
    "Martinstags?": (11, 11, 11),
    "Nikolaustags?": (12, 6, 6),
    "Heiligabends?|Heilige[nr]? Abends?": (12, 24, 24),
    "Weihnachten|Weihnachtstagen?|Weihnachtsfeiertagen?": (12, 24, 26),
    "[Ee]rste[nr]? Weihnachts(?:feier)?tags?|1\\. Weihnachts(?:feier)?tags?": (12, 25, 25),
    "[Zz]weite[nr]? Weihnachts(?:feier)?tags?|2\\. Weihnachts(?:feier)?tags?|Stephanstags?|Stefanitags?": (12, 26, 26),
    "Silvester(?:s|abends?|tags?|morgens?)?": (12, 31, 31),
}
# Days that go by Easter Sunday: how many days after it they begin and end.
_MOVING = {
    "Weiberfastnacht": (-52, -52),
    "Rosenmontags?": (-48, -48),
    "Faschingsdienstags?|Fastnachtsdienstags?|Veilchendienstags?": (-47, -47),
    "Aschermittwochs?": (-46, -46),
    "Palmsonntags?": (-7, -7),
    "Gründonnerstags?": (-3, -3),
    "Karfreitags?": (-2, -2),
    "Karsamstags?|Ostersamstags?": (-1, -1),
    "Ostersonntags?": (0, 0),
    "Ostermontags?": (1, 1),
    "Ostern|Osterfeiertagen?|Ostertagen?": (0, 1),
    "Osterwochenendes?": (-2, 1),
    "Christi Himmelfahrt|Himmelfahrtstags?|Vatertags?": (39, 39),
    "Pfingstsonntags?": (49, 49),
    "Pfingstmontags?": (50, 50),
    "Pfingsten|Pfingstfeiertagen?|Pfingsttagen?": (49, 50),
    "Pfingstwochenendes?": (48, 50),
    "Fronleichnam(?:s|stags?)?": (60, 60),
}
HOLIDAYS = "|".join(sorted([*_FIXED, *_MOVING, "Silvesternacht|Neujahrsnacht"], key=len, reverse=True))


def span(first: date, last: date) -> str:
    """A day, or an interval of days."""
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def week(day: date, shift: int = 0) -> str:
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
    return span(monday, monday + timedelta(days=6))


def month(year: int, number: int, shift: int = 0) -> str:
    """A month, or the one so many months after it."""
    place = year * 12 + number - 1 + shift
    return f"{place // 12:04d}-{place % 12 + 1:02d}"


def third_of_month(text: str, part: str, until: str = "") -> str:
    """The first, second or last third of the month; `until`: on to another third."""
    year, number = int(text[:4]), int(text[5:7])
    ends = (10, 20, monthrange(year, number)[1])
    return f"{text}-{10 * PARTS[part] + 1:02d}/{text}-{ends[PARTS[until or part]]:02d}"


def third_of_year(year: int, part: str, until: str = "") -> str:
    return f"{year:04d}-{4 * PARTS[part] + 1:02d}/{year:04d}-{4 * PARTS[until or part] + 4:02d}"


def holiday(pattern: str, year: int) -> str:
    """The days of a holiday, by its pattern in the tables above."""
    if pattern in _FIXED:
        number, first, last = _FIXED[pattern]
        return span(date(year, number, first), date(year, number, last))
    if pattern in _MOVING:
        return span(*(easter(year) + timedelta(days=days) for days in _MOVING[pattern]))
    return span(date(year, 12, 31), date(year + 1, 1, 1))


def holiday_patterns() -> Iterable[str]:
    return (*_FIXED, *_MOVING, "Silvesternacht|Neujahrsnacht")


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar."""
    golden, century, place = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (place // 4) - moon - place % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    number, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, number, day + 1)


def nth_weekday(text: str, weekday: int, place: int) -> date | None:
    """The first (1) to fifth, or the last (-1), such weekday of a month."""
    first = parse_when(text).earliest or date.min
    days = [first + _DAY * n for n in range(monthrange(first.year, first.month)[1])]
    meant = [day for day in days if day.weekday() == weekday]
    return meant[place - 1 if place > 0 else place] if place <= len(meant) else None


def pick(
    texts: Iterable[str], today: date, outlook: Outlook, after: date | None = None, soon: timedelta = SOON
) -> str | None:
    """Which of these times, from the first to the last, is meant; `after`: one that is not over by that day."""
    times = [parse_when(text) for text in texts]
    begun = [when for when in times if _first(when) <= today]
    coming = [when for when in times if _last(when) >= (after or today)]
    if not coming or (begun and not after and _told(begun[-1], coming[0], today, outlook, soon)):
        return begun[-1].text if begun else None
    return coming[0].text


def _told(last: When, following: When, today: date, outlook: Outlook, soon: timedelta) -> bool:
    """Whether the last such time is meant, not the one to come."""
    away = _first(following) - today
    if outlook == "ahead":
        return away > _FAR and last != following
    return outlook == "back" or away > soon


def _first(when: When) -> date:
    return when.earliest or date.min


def _last(when: When) -> date:
    return when.latest or date.max
