"""German time expressions of a paragraph, resolved against the day of publication: Anfang Mai → 2020-05-01/2020-05-10.

Rules read phrases from the words (date_rules and so on); of those that overlap, the one that begins first and is
longest counts. Neighbours are joined ("von Mai bis Juli"), and only then resolved, from left to right, since a year or
a day named before may be meant again. A publication that is not known to the day is tried day by day: what is not the
same for all of them is given as coarsely as it is known, or not at all.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.dates import When, WrongDate, parse_when
from generator.german.almanac import Outlook, span, week
from generator.german.date_rules import DATE_RULES
from generator.german.day_rules import DAY_RULES
from generator.german.outlook import outlook
from generator.german.period_rules import PERIOD_RULES
from generator.german.sentences import sentence_spans
from generator.german.span_rules import SPAN_RULES
from generator.german.time_words import Phrase, Resolve, Setting
from generator.german.year_rules import YEAR_RULES

RULES = (*DATE_RULES, *DAY_RULES, *PERIOD_RULES, *YEAR_RULES, *SPAN_RULES)
_SHORT = timedelta(days=100)
_LONGEST_TRIED = 31  # days of a publication that are all tried; of a longer one the ends of its months


@dataclass(frozen=True, slots=True)
class Time:
    """A calendar time that the words of a text name; `basis` are the words that it was worked out from."""

    when: When
    basis: str
    start: int
    end: int


def find_times(text: str, published: When) -> list[Time]:
    """The times in one paragraph, from left to right; they do not overlap."""
    phrases = list(_nights(text, _joined(text, _chosen(text))))
    days = _days(published)
    if not phrases or not days:
        return []
    outlooks = list(_outlooks(text, phrases))
    starts = [start for start, _ in sentence_spans(text)]
    tried = [_resolved(text, phrases, outlooks, starts, day) for day in days]
    return [
        Time(when, text[slice(*(phrase.basis or (phrase.start, phrase.end)))], phrase.start, phrase.end)
        for phrase, results in zip(phrases, zip(*tried, strict=True), strict=True)
        if (when := _common(results))
    ]


def _days(published: When) -> list[date]:
    first, last = published.earliest or published.latest, published.latest or published.earliest
    if not first or not last:
        return []
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    if len(days) <= _LONGEST_TRIED:
        return days
    return [day for day in days if day in (first, last) or (day + timedelta(days=1)).day == 1 or day.day == 1]


def _chosen(text: str) -> list[Phrase]:
    read = [phrase for rule in RULES for match in rule.pattern.finditer(text) for phrase in rule.read(match)]
    chosen: list[Phrase] = []
    for phrase in sorted(read, key=lambda phrase: (phrase.start, -phrase.end)):
        if not chosen or phrase.start >= chosen[-1].end:
            chosen.append(phrase)
    return chosen


_TO = re.compile(
    r"(?:,?\s\d{1,2}(?:[.:]\d\d)?\sUhr)?,?\s?(?:bis(?:\s(?:zum|zur|in\sden|in\sdie|ins|zu|einschließlich|etwa))?|–|—|-|/)\s?(?:de[nmr]\s|im\s|zum\s)?"
)
_AND = re.compile(r"\s(?:und|sowie)\s(?:de[nm]\s|im\s|am\s)?(?:de[nm]\s)?")
_LIST = re.compile(r"(?:,|\s(?:und|oder|sowie))\s(?:de[nm]\s)?|/")
_BETWEEN = re.compile(r"[Zz]wischen\s(?:dem\s|den\s|der\s)?$")
_NIGHT_FROM = re.compile(r"[Nn]acht\svo[nm]\s$")
_ON = re.compile(r"\sauf\s(?:den\s)?")
_NIGHT = re.compile(r"\b[Nn]acht\s(?:zum|zu|auf\sden|auf)\s$")


def _joined(text: str, phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """Two phrases that are the ends of an interval become one; in a list the first may share the other's year."""
    waiting: Phrase | None = None
    for phrase in phrases:
        if waiting is None:
            waiting = phrase
            continue
        gap, left = text[waiting.end : phrase.start], text[: waiting.start]
        both = _AND.fullmatch(gap) and _BETWEEN.search(left)
        if both or _TO.fullmatch(gap) or (_ON.fullmatch(gap) and _NIGHT_FROM.search(left)):
            waiting = _interval(waiting, phrase)
            continue
        if waiting.named and phrase.named and waiting.open_year and phrase.year and _LIST.fullmatch(gap):
            waiting = _of_year(waiting, phrase)
        yield waiting
        waiting = phrase
    if waiting:
        yield waiting


def _interval(first: Phrase, last: Phrase) -> Phrase:
    def resolve(setting: Setting) -> str | None:
        end_year = last.year if first.open_year and last.named else None
        one = _when(first.resolve, replace(setting, year=end_year or setting.year))
        year = first.year if first.named and last.open_year else setting.year
        other = _when(last.resolve, replace(setting, after=_begins(one), year=year))
        if one and other and end_year and (one.earliest or date.min) > (other.earliest or date.min):
            one = _when(first.resolve, replace(setting, year=end_year - 1))
        if one is None or other is None or (other.earliest or date.min) < (one.earliest or date.min):
            return None
        return f"{one.bounds[0]}/{other.bounds[-1]}"

    year = last.year or first.year
    basis = (first.start, last.basis[1]) if last.basis else None
    open_year, named = first.open_year and last.open_year, first.named and last.named
    return Phrase(first.start, last.end, resolve, year, open_year, named, basis)


def _outlooks(text: str, phrases: Sequence[Phrase]) -> Iterator[Outlook]:
    """Of each phrase; "für Montag und Dienstag" looks ahead with both."""
    end = 0
    last: Outlook = ""
    for phrase in phrases:
        if not (last and _LIST.fullmatch(text, end, phrase.start)):
            last = outlook(text, phrase.start, phrase.end)
        end = phrase.end
        yield last


def _begins(first: When | None) -> date | None:
    """The day behind which the next such weekday or month is meant; a year or more does not say which."""
    if first is None or not (first.earliest and first.latest):
        return None
    return first.earliest if first.latest - first.earliest < _SHORT else None


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


def _nights(text: str, phrases: Iterator[Phrase]) -> Iterator[Phrase]:
    """in der Nacht zum Freitag: it begins on Thursday."""
    for phrase in phrases:
        night = _NIGHT.search(text, max(0, phrase.start - 20), phrase.start)
        yield (
            replace(phrase, start=night.start(), resolve=_night_before(phrase.resolve), basis=None) if night else phrase
        )


def _night_before(resolve: Resolve) -> Resolve:
    def night(setting: Setting) -> str | None:
        when = _when(resolve, setting)
        return span(when.day - timedelta(days=1), when.day) if when and when.day else None

    return night


def _when(resolve: Resolve, setting: Setting) -> When | None:
    text = resolve(setting)
    try:
        return parse_when(text) if text else None
    except (WrongDate, OverflowError):
        return None


@dataclass(frozen=True, slots=True)
class _Named:
    """A year that the text named, and where: months told of next are of that year."""

    year: int
    sentence: int
    leading: bool  # at the head of its sentence, so that it holds for the next one as well


_ASIDE = re.compile(
    r"(?:\b(?:seit|als|wie|gegenüber|nach|vor|bis|ab|zu)\s(?:schon\s|bereits\s|dem\s|zum\s)?(?:Jahr\s)?|\(\w*\s?"
    r"|\b(?:der|die|das|den|dem|des|eine?[rnms]?|im)\s(?:erst\s|bereits\s|schon\s|im\s)?(?:Jahr\s)?)$",
    re.IGNORECASE,
)
_HEAD = 30  # a year that begins so near to the beginning of its sentence leads it


def _resolved(
    text: str, phrases: Sequence[Phrase], outlooks: Sequence[Outlook], starts: Sequence[int], today: date
) -> list[When | None]:
    """What each phrase means if the text is of that day."""
    found: list[When | None] = []
    named: _Named | None = None
    anchor: tuple[When, int] | None = None
    for phrase, ahead in zip(phrases, outlooks, strict=True):
        sentence = bisect(starts, phrase.start)
        year = _holds(named, phrase, sentence, ahead, today)
        near = anchor[0] if anchor and sentence - anchor[1] <= 1 else None
        beside = near is not None and anchor is not None and sentence == anchor[1]
        when = _when(phrase.resolve, Setting(today, ahead, year, near, beside=beside))
        found.append(when)
        if when:
            anchor = when, sentence
            named = _named(text, phrase, when, starts[sentence - 1], sentence) if phrase.year or year else named
    return found


def _holds(named: _Named | None, phrase: Phrase, sentence: int, ahead: Outlook, today: date) -> int | None:
    """The year named just before, where the phrase may be of it."""
    if named is None or not phrase.open_year:
        return None
    if (named.year < today.year and ahead == "ahead") or (named.year > today.year and ahead == "back"):
        return None
    same = sentence == named.sentence or (sentence == named.sentence + 1 and named.leading)
    return named.year if same else None


def _named(text: str, phrase: Phrase, when: When, start: int, sentence: int) -> _Named | None:
    words = text[phrase.start : phrase.end]
    aside = _ASIDE.search(text[max(0, phrase.start - 20) : phrase.start]) and words.removeprefix("Jahr ").isdigit()
    if when.earliest is None or len(when.years) > 1 or when.year < 1900:
        return None
    in_year = aside and re.search(r"\b[Ii]m\s$", text[: phrase.start]) and words.startswith("Jahr")
    return None if aside and not in_year else _Named(when.year, sentence, phrase.start - start <= _HEAD)


def _common(results: Sequence[When | None]) -> When | None:
    """One time for all days that the text may be of: the same for all, or the week or month that holds them all."""
    first = results[0]
    if first is None or all(when == first for when in results):
        return first
    bounds = [bound for when in results if when for bound in (when.earliest, when.latest)]
    days = [bound for bound in bounds if bound]
    if None in results or len(days) < len(bounds):
        return None
    for text in (week(min(days)), f"{min(days).year:04d}-{min(days).month:02d}"):
        whole = parse_when(text)
        if all(when and whole.contains(when) for when in results):
            return whole
    return None
