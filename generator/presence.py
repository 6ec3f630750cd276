"""What of a sentence can be looked for elsewhere: its numbers, the topics it names and its dates.

Used twice: `verify` looks for a claim's parts in the paragraphs it cites, and `resolve` looks for those of an intro,
title or note in the claims they cite. Finding all of them proves presence, not support.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, get_args

from generator.dates import When, parse_when
from generator.german.dates import FoundDate, find_dates
from generator.german.numbers import Number, find_numbers
from generator.names import Matcher

PartKind = Literal["number", "name", "date"]
ALL_KINDS = get_args(PartKind)


@dataclass(frozen=True, order=True, slots=True)
class Part:
    """Something of a sentence that can be looked for; `label` is how reports write it."""

    kind: PartKind
    label: str

    def __str__(self) -> str:
        return f"{self.kind} {self.label}"


@dataclass
class Material:
    """What is there to be found: the numbers, topics and dates of some texts, and dates that are known besides."""

    numbers: set[float] = field(default_factory=set)
    topics: set[str] = field(default_factory=set)
    dates: list[FoundDate] = field(default_factory=list)
    whens: list[When] = field(default_factory=list)
    years: set[int] = field(default_factory=set)
    """Years that a date without one may belong to."""

    def add_text(self, text: str, matcher: Matcher, kinds: Container[PartKind] = ALL_KINDS) -> None:
        """`kinds` are those that will be asked for."""
        if "name" in kinds:
            for match in matcher.find(text):
                self.topics.update(match.topics)
        if "date" in kinds or "number" in kinds:  # a year may be found as either
            dates = list(find_dates(text))
            self.dates += dates
            self.numbers.update(number.value for number in numbers_in(text, matcher, dates))
            self.numbers.update(float(d.year) for d in dates if d.year and not d.month)

    def has_date(self, wanted: FoundDate) -> bool:
        if any(self._same(wanted, there) for there in self.dates) or any(covers(wanted, when) for when in self.whens):
            return True
        return not wanted.month and float(wanted.year or 0) in self.numbers

    def _same(self, wanted: FoundDate, there: FoundDate) -> bool:
        if (wanted.month and not there.month) or not wanted.same(there):
            return False
        return not wanted.year or bool(there.year) or wanted.year in self.years


def parts_of(text: str, matcher: Matcher) -> Iterator[tuple[Part, float | str | FoundDate]]:
    """Each number, name and date of a sentence with what it stands for, from left to right within its kind."""
    dates = list(find_dates(text))
    for number in numbers_in(text, matcher, dates):
        yield Part("number", written_number(number.value)), number.value
    for match in matcher.find(text):
        for topic in sorted(match.topics):
            yield Part("name", topic), topic
    for date in dates:
        yield Part("date", written_date(date)), date


def missing_parts(text: str, matcher: Matcher, material: Material) -> list[Part]:
    """The parts of `text` that the material does not hold."""
    return [part for part, value in parts_of(text, matcher) if not holds(material, value)]


def holds(material: Material, value: float | str | FoundDate) -> bool:
    if isinstance(value, FoundDate):
        return material.has_date(value)
    return value in material.topics if isinstance(value, str) else value in material.numbers


def covers(found: FoundDate, when: When) -> bool:
    """Whether the words of a date name `when` or one of its ends, no more exactly than it is known: "Mai 2020" covers
    2020-05-03."""
    ends = [parse_when(bound) for bound in when.bounds if bound != ".."]
    named = [there for year in when.years if (there := found.when(year))]
    return any(there.contains(time) for there in named for time in (when, *ends))


def written_number(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")


def written_date(date: FoundDate) -> str:
    year, month = str(date.year or "XXXX"), f"{date.month:02d}" if date.month else ""
    return "-".join(filter(None, [year, month, f"{date.day:02d}" if date.day else ""]))


def numbers_in(text: str, matcher: Matcher, dates: Iterable[FoundDate]) -> list[Number]:
    """The numbers that are not part of a name, nor of one of these dates of the text."""
    taken = [(date.start, date.end) for date in dates]
    taken += [(match.start, match.end) for match in matcher.find(text)]
    return [number for number in find_numbers(text) if not any(a <= number.start < b for a, b in taken)]
