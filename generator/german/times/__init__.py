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
from dataclasses import dataclass
from datetime import date, timedelta

from generator.dates import When, parse_when
from generator.german.sentences import sentence_spans
from generator.german.times.almanac import Outlook, week
from generator.german.times.date_rules import DATE_RULES
from generator.german.times.day_rules import DAY_RULES
from generator.german.times.joined_phrases import LIST, joined, nights
from generator.german.times.outlook import outlook, verbless
from generator.german.times.period_rules import PERIOD_RULES
from generator.german.times.repetition import once
from generator.german.times.span_rules import SPAN_RULES
from generator.german.times.time_words import WEEKDAY, Phrase, Setting, when_of
from generator.german.times.year_rules import YEAR_RULES

RULES = (*DATE_RULES, *DAY_RULES, *PERIOD_RULES, *YEAR_RULES, *SPAN_RULES)
_NEARBY = 60
_WEEKDAY = re.compile(WEEKDAY)
_END = re.compile(r"[.!?;:]\s")
_LONGEST_KNOWN = timedelta(days=1000)
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
    phrases = list(once(text, nights(text, joined(text, _chosen(text)))))
    if not phrases:
        return []
    outlooks = list(_outlooks(text, phrases))
    starts = [start for start, _ in sentence_spans(text)]
    tried = [_resolved(text, phrases, outlooks, starts, day) for day in _days(published)]
    return [
        Time(when, text[slice(*(phrase.basis or (phrase.start, phrase.end)))], phrase.start, phrase.end)
        for phrase, results in zip(phrases, zip(*tried, strict=True), strict=True)
        if (when := _common(results))
    ]


def _days(published: When) -> list[date]:
    known = [bound for bound in (published.earliest, published.latest) if bound]
    first, last = min(known), max(known)
    if last - first > _LONGEST_KNOWN:
        return [first, last]
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


def _outlooks(text: str, phrases: Sequence[Phrase]) -> Iterator[Outlook]:
    """Of each phrase; where no verb says it, that of the one before: für Montag und Dienstag, Mittwoch aber nicht."""
    end = 0
    last: Outlook = ""
    for phrase in phrases:
        if not (last and LIST.fullmatch(text, end, phrase.start)):
            same_sentence = phrase.start - end < _NEARBY and not _END.search(text, end, phrase.start)
            found = outlook(text, phrase.start, phrase.end)
            unsaid = None if found else _of_fragment(text, phrase, last)
            last = found or (unsaid if unsaid is not None else last if same_sentence else "")
        end = phrase.end
        yield last


def _of_fragment(text: str, phrase: Phrase, before: Outlook) -> Outlook | None:
    """Am Freitag wird gewählt. Am Sonntag der Umzug: a weekday without a verb follows what was told before it."""
    if not _WEEKDAY.match(text, phrase.start):
        return None
    unsaid = verbless(text, phrase.start, phrase.end)
    return unsaid if unsaid is None else before or unsaid


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
        when = when_of(phrase.resolve, Setting(today, ahead, year, near, beside=beside))
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
