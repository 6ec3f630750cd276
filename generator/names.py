"""Finds the names of topics in a text: longest match first, word boundaries respected, German inflection counted.

A hyphen is a word boundary (the IS in "IS-Kämpfer" is a mention), a letter or digit is not ("Irak" is not in "Iraker").
One pass over the words of a text; names are looked up by what all forms of their words share.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator.german.inflection import is_form, stem_key

REMEMBERED = 10_000
"""Texts whose matches are kept: a claim is looked through for its mentions, its page and each title above it."""

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
    keys: list[str]
    spans: list[tuple[int, int]]
    gaps: list[str]


def _split(text: str) -> _Words:
    spans = [word.span() for word in _WORD.finditer(text)]
    gaps = [" ".join(text[end:start].translate(_GAPS).split()) for (_, end), (start, _) in pairwise(spans)]
    words = [unicodedata.normalize("NFC", text[start:end]) for start, end in spans]
    return _Words(words, [stem_key(word) for word in words], spans, gaps)


class Matcher:
    """Finds a fixed set of names."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._lengths: dict[str, set[int]] = defaultdict(set)
        self._patterns: dict[tuple[str, ...], list[_Pattern]] = defaultdict(list)
        for name in names:
            split = _split(name.text)
            if split.words:
                self._lengths[split.keys[0]].add(len(split.words))
                pattern = _Pattern(tuple(split.words), tuple(split.gaps), name.topic, name.person)
                self._patterns[tuple(split.keys)].append(pattern)
        self._found = lru_cache(maxsize=REMEMBERED)(self._find)

    def find(self, text: str) -> Iterator[Match]:
        """All matches from left to right, none inside another."""
        return iter(self._found(text))

    def _find(self, text: str) -> list[Match]:
        split = _split(text)
        found, at = [], 0
        while at < len(split.words):
            length, topics = self._longest(split, at)
            if length:
                found.append(Match(split.spans[at][0], split.spans[at + length - 1][1], frozenset(topics)))
            at += max(length, 1)
        return found

    def _longest(self, split: _Words, at: int) -> tuple[int, set[str]]:
        """How many words the longest name has that begins here (0 for none), and the topics it may mean."""
        for length in sorted(self._lengths.get(split.keys[at], ()), reverse=True):
            end = at + length
            keys = tuple(split.keys[at:end])
            patterns = self._patterns.get(keys, ()) if len(keys) == length else ()
            words, gaps = tuple(split.words[at:end]), tuple(split.gaps[at : end - 1])
            matching = [each for each in patterns if each.gaps == gaps and _matches(words, each)]
            # a name spelt exactly so beats another that only inflects to it
            exact = {each.topic for each in matching if each.words == words}
            if matching:
                return length, exact or {each.topic for each in matching}
        return 0, set()


def _matches(words: tuple[str, ...], pattern: _Pattern) -> bool:
    final = len(pattern.words) - 1
    return all(
        is_form(word, of, person=pattern.person, last=index == final)
        for index, (word, of) in enumerate(zip(words, pattern.words, strict=True))
    )
