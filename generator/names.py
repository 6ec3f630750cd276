"""Finds the names of topics in a text: longest match first, word boundaries respected, German inflection counted.

A hyphen is a word boundary (the IS in "IS-Kämpfer" is a mention), a letter or digit is not ("Irak" is not in "Iraker").
One pass over the words of a text; names are looked up by the beginning of their first word.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.german.inflection import is_form, stem_key

_WORD = re.compile(r"\w[\w\u0300-\u036f]*")  # with the accents of decomposed Unicode
_HYPHENS = dict.fromkeys("\u2010\u2011\u2012\u2013-", " ")
_GAPS = str.maketrans({**_HYPHENS, **dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'")})


@dataclass(frozen=True, slots=True)
class Name:
    """A spelling of a topic."""

    text: str
    topic: str
    person: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Where a name stands in the text, and the topics that it may mean."""

    start: int
    end: int
    topics: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Pattern:
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    topic: str
    person: bool


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text in composed Unicode, where they stand, and what is between them (blank and hyphen alike)."""

    words: list[str]
    spans: list[tuple[int, int]]
    gaps: list[str]


def _split(text: str) -> _Words:
    spans = [word.span() for word in _WORD.finditer(text)]
    gaps = [" ".join(text[end:start].translate(_GAPS).split()) for (_, end), (start, _) in pairwise(spans)]
    return _Words([unicodedata.normalize("NFC", text[start:end]) for start, end in spans], spans, gaps)


class Matcher:
    """Finds a fixed set of names."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._by_key: dict[str, list[_Pattern]] = defaultdict(list)
        for name in names:
            split = _split(name.text)
            if split.words:
                pattern = _Pattern(tuple(split.words), tuple(split.gaps), name.topic, name.person)
                self._by_key[stem_key(pattern.words[0])].append(pattern)
        for patterns in self._by_key.values():
            patterns.sort(key=lambda pattern: -len(pattern.words))

    def find(self, text: str) -> Iterator[Match]:
        """All matches from left to right, none inside another."""
        split = _split(text)
        at = 0
        while at < len(split.words):
            length, topics = self._longest(split, at)
            if length:
                yield Match(split.spans[at][0], split.spans[at + length - 1][1], frozenset(topics))
            at += max(length, 1)

    def _longest(self, split: _Words, at: int) -> tuple[int, set[str]]:
        length, topics, exact = 0, set[str](), False
        for pattern in self._by_key.get(stem_key(split.words[at]), ()):
            count = len(pattern.words)
            found = split.words[at : at + count]
            if count < length or len(found) < count or tuple(split.gaps[at : at + count - 1]) != pattern.gaps:
                continue
            if _matches(found, pattern):
                # a name spelt exactly so beats another that only inflects to it
                same = tuple(found) == pattern.words
                if count > length or (same and not exact):
                    length, topics, exact = count, set(), same
                if same or not exact:
                    topics.add(pattern.topic)
        return length, topics


def _matches(found: list[str], pattern: _Pattern) -> bool:
    final = len(pattern.words) - 1
    return all(
        is_form(word, of, person=pattern.person, last=index == final)
        for index, (word, of) in enumerate(zip(found, pattern.words, strict=True))
    )
