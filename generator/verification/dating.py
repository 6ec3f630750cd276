"""Whether a claim's `when` is borne out: by a date in the paragraphs, or by the words it was worked out from.

Words such as "gestern" or "vor drei Jahren" can only be looked for, not reckoned with: that is left to reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from generator.dates import When, parse_when
from generator.german.dates import MONTHS, FoundDate, find_dates, weekdays_in
from generator.german.times.almanac import HOLIDAYS, ORDINALS
from generator.verification.letters import holds_words, letters

NEARBY = timedelta(days=183)
LAST_WEEKS_DAY = timedelta(days=13)
WEEK = timedelta(days=7)
FARTHER = 3 * WEEK
FARTHER_WORDS = re.compile(r"\bWoche\b|\b(?:übernächst|vorletzt|vorvergangen)", re.IGNORECASE)
EXACTNESS = {"year": 0, "month": 1, "season": 1, "day": 2}
SEASON_WORDS = {21: "Frühjahr|Frühling", 22: "Sommer", 23: "Herbst", 24: "Winter"}
COUNTED_WEEKS = re.compile(r"\b(?:vor|in)\s\w+\sWochen?\b")
YEAR_WORDS = (
    (re.compile(r"\b(?:vergangen|letzt|vorig)", re.IGNORECASE), (-1, 0)),
    (re.compile(r"\b(?:vorletzt|vorvergangen)", re.IGNORECASE), (-2, -1)),
    (re.compile(r"\b(?:dies|laufend)|\bdes Jahres\b|d\. ?J\.", re.IGNORECASE), (0,)),
    (re.compile(r"\b(?:kommend|nächst)", re.IGNORECASE), (0, 1)),
    (re.compile(r"\bübernächst", re.IGNORECASE), (1, 2)),
)
OTHER_YEAR = re.compile(r"\b(?:desselben|selben|gleichen|davor|zuvor)\b|\b(?:Vor|Folge)jahr|\bvor\s\w+\sJahr")
DAY_WORDS = re.compile(rf"\b(?:(?:{'|'.join(ORDINALS)})e[nrm]?\s(?:{'|'.join(MONTHS)})|{HOLIDAYS})\b", re.IGNORECASE)


def dates_in(text: str, published: When) -> list[FoundDate]:
    """The dates of a paragraph.

    One without a year stands once for each year it may mean: those named before it, any that brings it near the day of
    publication, and those that make it the last or the next such date.
    """
    found: list[FoundDate] = []
    named = set[int]()
    for there in find_dates(text):
        if there.year:
            named.add(there.year)
            found.append(there)
        else:
            years = named | set(_near(there, published)) | set(_about(there, published))
            found += [replace(there, year=year) for year in sorted(years)]
    return found


def _near(there: FoundDate, published: When) -> Iterator[int]:
    known = [bound for bound in (published.earliest, published.latest) if bound]
    for year in range(min(known).year - 1, max(known).year + 2):
        when = there.when(year)
        if when and (year in published.years or any(_within(bound, when, NEARBY, NEARBY) for bound in known)):
            yield year


def _about(there: FoundDate, published: When) -> Iterator[int]:
    """The years of the last such date that was over or begun by the publication, and of the next to begin or to end."""
    known = [bound for bound in (published.earliest, published.latest) if bound]
    years = range(min(known).year - 1, max(known).year + 2)
    whens = [(year, there.when(year)) for year in years]
    times = [(year, when.earliest, when.latest) for year, when in whens if when and when.earliest and when.latest]
    for day in known:
        yield from [year for year, _, latest in times if latest <= day][-1:]
        yield from [year for year, earliest, _ in times if earliest <= day][-1:]
        yield from [year for year, earliest, _ in times if earliest >= day][:1]
        yield from [year for year, _, latest in times if latest >= day][:1]


def _within(day: date, when: When, before: timedelta, after: timedelta) -> bool:
    """Whether `when` lies about `day`, so much before and after it at the most."""
    return bool(when.earliest and when.latest and day - before <= when.latest and when.earliest <= day + after)


def dated_by(when: When, dates: Iterable[FoundDate]) -> bool:
    """Whether dates of the text say `when`, no less exactly: for an interval, both of its ends."""
    named = [found for there in dates if (found := there.when())]
    if any((found.earliest, found.latest) == (when.earliest, when.latest) for found in named):
        return True
    ends = [parse_when(bound) for bound in when.bounds if bound != ".."]
    return all(any(end.contains(found) for found in named) for end in ends)


def basis_fault(
    when: When, basis: str, paragraphs: Sequence[str], dates: Iterable[FoundDate], published: When
) -> str | None:
    """Why the words of `when_basis` do not bear out `when`; None where nothing speaks against it."""
    if not any(holds_words(letters(text), letters(basis), any_start=True) for text in paragraphs):
        return "the words of its basis are not there"
    named = list(find_dates(basis))
    weekdays = weekdays_in(basis)
    if not _on_weekday(when, basis, weekdays):
        return "its basis names another weekday"
    counted = COUNTED_WEEKS.search(basis)
    if weekdays and not named and not counted and when.day and not _near_publication(when, basis, published):
        return "its basis names a weekday near the publication"
    known = [*dates, *_dates_of(named, basis, when, published)]
    if when.precision == "interval":  # from Easter to January: its end may be in the year after
        known += [replace(there, year=there.year + 1) for there in known if there.year]
    if named and not any(_same_time(when, there, known) for there in named):
        return "its basis names another date"
    return None if weekdays or _exact_enough(when, basis, named) else "its basis is less exact"


def _on_weekday(when: When, basis: str, weekdays: set[int]) -> bool:
    days = _days(when)
    if days and "Wochenende" in basis and not days & {5, 6}:
        return False
    if "Nacht zu" in basis:  # the night to Friday begins on Thursday
        days |= {(day + 1) % 7 for day in days}
    return not days or weekdays <= days


def _days(when: When) -> set[int]:
    """The weekdays of a day or of an interval within a week; none for longer times."""
    if not (when.earliest and when.latest) or when.latest - when.earliest >= WEEK:
        return set()
    return {(when.earliest + timedelta(days=n)).weekday() for n in range((when.latest - when.earliest).days + 1)}


def _near_publication(when: When, basis: str, published: When) -> bool:
    known = [bound for bound in (published.earliest, published.latest) if bound]
    back, ahead = (FARTHER, FARTHER) if FARTHER_WORDS.search(basis) else (LAST_WEEKS_DAY, WEEK)
    return _within(min(known), when, back, max(known) - min(known) + ahead)


def _dates_of(named: Sequence[FoundDate], basis: str, when: When, published: When) -> Iterator[FoundDate]:
    """The dates of a basis, in the years that other words of it name: "Mai vergangenen Jahres", "Mai und Juni 2020".

    "Mai desselben Jahres" leans on words elsewhere: that is left to reading.
    """
    years = {there.year for there in named if there.year}
    if OTHER_YEAR.search(basis):
        years |= when.years
    for words, shifts in YEAR_WORDS:
        if words.search(basis):
            years |= {year + shift for year in published.years for shift in shifts}
    return (replace(there, year=year) for there in named if not there.year for year in sorted(years))


def _same_time(when: When, named: FoundDate, dates: Iterable[FoundDate]) -> bool:
    """Whether the date that the basis names, in a year that it may mean, falls on `when`."""
    meant = [there for there in dates if (there.month, there.day) == (named.month, named.day) and named.same(there)]
    return any((time := there.when()) and time.overlaps(when) for there in meant)


def _exact_enough(when: When, basis: str, named: Sequence[FoundDate]) -> bool:
    """A basis that names a date is as exact as `when`; "Anfang 2017" may be worked out to a month."""
    season = when.precision == "season" and SEASON_WORDS[int(when.text[5:7])]
    if season:
        return re.search(rf"\b(?:Früh|Spät|Hoch)?({season})s?\b", basis, re.IGNORECASE) is not None
    if not named or when.precision == "interval":
        return True
    if DAY_WORDS.search(basis):
        return True
    exactness = max(2 if there.day else 1 if there.month else 0 for there in named)
    if exactness == 0 and re.search(r"\b(Anfang|Beginn|Mitte|Ende)\b", basis):
        exactness = 1
    return EXACTNESS[when.precision] <= exactness
