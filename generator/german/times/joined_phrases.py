"""Phrases that stand together: "von Mai bis Juli" is one interval, "Mai und Juni 2020" share the year, and "in der
Nacht zum Freitag" begins on Thursday.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from generator.dates import When
from generator.german.times.almanac import span
from generator.german.times.time_words import Phrase, Resolve, Setting, when_of

_NEAR = timedelta(days=366)
_SHORT = timedelta(days=100)
_HOURS = r"(?:,?\s\d{1,2}(?:[.:]\d\d)?\sUhr)?,?"
_TO = re.compile(
    rf"{_HOURS}\s?(?:bis(?:\s(?:zum|zur|in\sden|in\sdie|ins|zu|einschließlich|etwa))?|–|—|-|/)\s?(?:de[nmr]\s|im\s|zum\s)?"
)
_AND = re.compile(rf"{_HOURS}\s(?:und|sowie)\s(?:de[nm]\s|im\s|am\s)?(?:de[nm]\s)?")
LIST = re.compile(r"(?:,|\s(?:und|oder|sowie))\s(?:de[nm]\s)?|/")
_BETWEEN = re.compile(r"[Zz]wischen\s(?:dem\s|den\s|der\s)?$")
_NIGHT_FROM = re.compile(r"[Nn]acht\svo[nm]\s$")
_ON = re.compile(r"\sauf\s(?:den\s)?")
_NIGHT = re.compile(r"\b[Nn]acht\s(?:zum|zu|auf\sden|auf)\s$")


def joined(text: str, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """Two phrases that are the ends of an interval become one; in a list the first may share the other's year."""
    waiting: Phrase | None = None
    for phrase in phrases:
        if waiting is None:
            waiting = phrase
            continue
        gap, left = text[waiting.end : phrase.start], text[max(0, waiting.start - 30) : waiting.start]
        both = _AND.fullmatch(gap) and _BETWEEN.search(left)
        if both or _TO.fullmatch(gap) or (_ON.fullmatch(gap) and _NIGHT_FROM.search(left)):
            yield _interval(waiting, phrase)
            waiting = None
            continue
        if waiting.named and phrase.named and waiting.open_year and phrase.year and LIST.fullmatch(gap):
            waiting = _of_year(waiting, phrase)
        yield waiting
        waiting = phrase
    if waiting:
        yield waiting


def _interval(first: Phrase, last: Phrase) -> Phrase:
    def resolve(setting: Setting) -> str | None:
        end_year = last.year if first.open_year and last.named else None
        one = when_of(first.resolve, replace(setting, year=end_year or setting.year))
        year = first.year if first.named and last.open_year else setting.year
        other = when_of(last.resolve, replace(setting, after=_begins(one, setting.today), year=year))
        if one and other and last.open_year and year and _first(other) < _first(one):
            other = when_of(last.resolve, replace(setting, year=year + 1))  # November 2014 bis Februar
        if one and other and end_year and _first(one) > _first(other):
            one = when_of(first.resolve, replace(setting, year=end_year - 1))
        if one is None or other is None or _first(other) < _first(one):
            return None
        return f"{one.bounds[0]}/{other.bounds[-1]}"

    year = last.year or first.year
    basis = (first.start, last.basis[1]) if last.basis else None
    open_year, named = first.open_year and last.open_year, first.named and last.named
    return Phrase(first.start, last.end, resolve, year, open_year, named, basis)


def _begins(first: When | None, today: date) -> date | None:
    """The day behind which the next such weekday or month is meant; a year or what is long past does not say which."""
    if first is None or not (first.earliest and first.latest):
        return None
    short, near = first.latest - first.earliest < _SHORT, abs(first.earliest - today) < _NEAR
    return first.earliest if short and near else None


def _first(when: When) -> date:
    return when.earliest or date.min


def _of_year(first: Phrase, last: Phrase) -> Phrase:
    start, _ = first.basis or (first.start, first.end)
    _, end = last.basis or (last.start, last.end)
    return replace(
        first,
        resolve=lambda setting: first.resolve(replace(setting, year=last.year)),
        year=last.year,
        open_year=False,
        basis=(start, end),
    )


def nights(text: str, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """in der Nacht zum Freitag: it begins on Thursday."""
    for phrase in phrases:
        night = _NIGHT.search(text, max(0, phrase.start - 20), phrase.start)
        yield (
            replace(phrase, start=night.start(), resolve=_night_before(phrase.resolve), basis=None) if night else phrase
        )


def _night_before(resolve: Resolve) -> Resolve:
    def night(setting: Setting) -> str | None:
        when = when_of(resolve, setting)
        return span(when.day - timedelta(days=1), when.day) if when and when.day else None

    return night
