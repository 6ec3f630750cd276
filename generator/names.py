"""Finds the names of topics in a text: longest match first, word boundaries respected, German inflection counted.

A hyphen is a word boundary (the IS in "IS-Kämpfer" is a mention), a letter or digit is not ("Irak" is not in "Iraker").
One pass over the words of a text; names are looked up by what all forms of their words share.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

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


class Match(NamedTuple):
    """Where a name stands in the text, and the topics that it may mean."""

    start: int
    end: int
    topics: frozenset[str]


Found = tuple[Match, ...]
"""All names in a text."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    words: tuple[str, ...]
    gaps: tuple[str, ...]
    topic: str
    person: bool


class Matcher:
    """Finds a fixed set of names; `known` is what the very same were found to be in some texts."""

    def __init__(self, names: Iterable[Name], known: Mapping[str, Found] = MappingProxyType({})) -> None:
        self._lengths: dict[str, set[int]] = defaultdict(set)
        self._patterns: dict[tuple[str, ...], list[_Pattern]] = defaultdict(list)
        for name in names:
            if spans := _spans(name.text):
                words = _words(name.text, spans)
                keys = tuple(map(stem_key, words))
                self._lengths[keys[0]].add(len(keys))
                self._patterns[keys].append(_Pattern(words, _gaps(name.text, spans), name.topic, name.person))
        self._known = known
        self.found: dict[str, Found] = {}
        """By text: a claim is looked through for its mentions, its page and each title above it."""
        # the same words come again and again, and so do the same names; not methods, which would be a ring with this
        self._begun = cache(partial(_lengths_of, self._lengths))
        self._named = cache(partial(_topics_of, self._patterns))

    def find(self, text: str) -> Iterator[Match]:
        """All matches from left to right, none inside another."""
        if (found := self.found.get(text)) is None:
            found = self.found[text] = self._known[text] if text in self._known else tuple(self._find(text))
        return iter(found)

    def _find(self, text: str) -> list[Match]:
        spans = _spans(text)
        found, free = [], 0
        for at, (start, end) in enumerate(spans):
            if at < free or not (lengths := self._begun(text[start:end])):
                continue
            for length in lengths:
                last = spans[at + length - 1][1] if at + length <= len(spans) else start
                if topics := self._named(text[start:last]):
                    found.append(Match(start, last, topics))
                    free = at + length
                    break
        return found


def _lengths_of(lengths: Mapping[str, set[int]], word: str) -> list[int]:
    """How many words the names have that a form of this one begins, the longest first."""
    return sorted(lengths.get(stem_key(_composed(word)), ()), reverse=True)


def _topics_of(patterns: Mapping[tuple[str, ...], Iterable[_Pattern]], text: str) -> frozenset[str]:
    """What a text means that is a form of a name and nothing else."""
    spans = _spans(text)
    words, gaps = _words(text, spans), _gaps(text, spans)
    candidates = patterns.get(tuple(map(stem_key, words)), ())
    matching = [each for each in candidates if each.gaps == gaps and _matches(words, each)]
    # a name spelt exactly so beats another that only inflects to it
    exact = frozenset(each.topic for each in matching if each.words == words)
    return exact or frozenset(each.topic for each in matching)


def _spans(text: str) -> list[tuple[int, int]]:
    """Where each word stands."""
    return [word.span() for word in _WORD.finditer(text)]


def _words(text: str, spans: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    return tuple(_composed(text[start:end]) for start, end in spans)


def _composed(word: str) -> str:
    return unicodedata.normalize("NFC", word)


def _gaps(text: str, spans: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    """What stands between words, blank and hyphen alike."""
    return tuple(" ".join(text[end:start].translate(_GAPS).split()) for (_, end), (start, _) in pairwise(spans))


def _matches(words: tuple[str, ...], pattern: _Pattern) -> bool:
    final = len(pattern.words) - 1
    return all(
        is_form(word, of, person=pattern.person, last=index == final)
        for index, (word, of) in enumerate(zip(words, pattern.words, strict=True))
    )
