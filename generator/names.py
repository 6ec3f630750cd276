"""Finds the names of topics in a text: longest match first, word boundaries respected, German inflection counted.

A hyphen is a word boundary (the IS in "IS-Kämpfer" is a mention), a letter or digit is not ("Irak" is not in "Iraker").
One pass over the words of a text; names are looked up by the beginning of their first word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.german.inflection import is_form, stem_key

_WORD = re.compile(r"\w+")
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013-", " "))


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


def _split(text: str) -> tuple[list[re.Match[str]], list[str]]:
    """The words of a text, and what stands between each two (spaces and hyphens alike)."""
    words = list(_WORD.finditer(text))
    gaps = [" ".join(text[a.end() : b.start()].translate(_HYPHENS).split()) for a, b in zip(words, words[1:])]
    return words, gaps


class Matcher:
    """Finds a fixed set of names."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._by_key: dict[str, list[_Pattern]] = defaultdict(list)
        for name in names:
            words, gaps = _split(name.text)
            if words:
                pattern = _Pattern(tuple(w.group() for w in words), tuple(gaps), name.topic, name.person)
                self._by_key[stem_key(pattern.words[0])].append(pattern)
        for patterns in self._by_key.values():
            patterns.sort(key=lambda pattern: -len(pattern.words))

    def find(self, text: str) -> Iterator[Match]:
        """All matches from left to right, none inside another."""
        words, gaps = _split(text)
        at = 0
        while at < len(words):
            length, topics = self._longest(words, gaps, at)
            if length:
                yield Match(words[at].start(), words[at + length - 1].end(), frozenset(topics))
            at += max(length, 1)

    def _longest(self, words: list[re.Match[str]], gaps: list[str], at: int) -> tuple[int, set[str]]:
        length, topics, exact = 0, set[str](), False
        for pattern in self._by_key.get(stem_key(words[at].group()), ()):
            count = len(pattern.words)
            if count < length or at + count > len(words) or tuple(gaps[at : at + count - 1]) != pattern.gaps:
                continue
            found = [word.group() for word in words[at : at + count]]
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
