"""Known events that a sentence may tell of: what it names and when must both fit, or its words nearly say the title.

Better none than a wrong one: an event is offered only where a date as exact as its own falls on it and a topic of it is
named, or where most of its title's words stand in the sentence. Words are compared by their stems.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.dates import When
from generator.parsing import Seeds

OFFERED = 2
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
_EMPTY = frozenset(
    "eine einen einem einer eines über unter nach gegen durch wird werden wurde zwischen seine ihre nahe".split()
)
_LONGEST = 12
"""Days that an event's time may span to be as exact as a day."""


@dataclass(frozen=True, slots=True)
class _Known:
    id: str
    when: When
    topics: frozenset[str]
    words: frozenset[str]
    rare: frozenset[str]


class EventFinder:
    """Knows the dossier's events, their topics and the words of their titles."""

    def __init__(self, seeds: Seeds, named: Callable[[str], Iterable[str]]) -> None:
        """`named` gives the topics that a title names."""
        topics: dict[str, set[str]] = defaultdict(set)
        for article in seeds.articles.values():
            for claim in article.record.claims:
                for event in claim.event:
                    topics[event] |= set(claim.named_ids)
        names = {
            stem
            for topic in seeds.topics.values()
            for text in (topic.record.name, *topic.record.aliases)
            for stem in _stems(text)
        }
        self._events = []
        for name, seed in seeds.events.items():
            record = seed.record
            words = _stems(record.title)
            about = {*topics[name], *record.actors, *record.places, *named(record.title)}
            self._events.append(_Known(name, record.date, frozenset(about), words, words - names))
        self._by_word: dict[str, set[int]] = defaultdict(set)
        for at, known in enumerate(self._events):
            for word in known.words:
                self._by_word[word].add(at)

    def find(self, text: str, topics: Iterable[str], times: Sequence[When]) -> tuple[str, ...]:
        """At most two, the likeliest first."""
        words, named = _stems(text), frozenset(topics)
        near = {at for word in words for at in self._by_word.get(word, ())}
        scored = []
        for at in sorted(near):
            known = self._events[at]
            if score := _score(known, words, named, times):
                scored.append((-score, at))
        return tuple(self._events[at].id for _, at in sorted(scored)[:OFFERED])


def _score(known: _Known, words: frozenset[str], named: frozenset[str], times: Sequence[When]) -> float:
    common = known.words & words
    rare = known.rare & words
    share = len(common) / max(len(known.words), 1)
    topics = len(known.topics & named)
    if any(_same_time(known.when, time) for time in times):
        return 10 + len(rare) + topics + share if rare and (topics or len(common) > len(rare)) else 0
    if any(not known.when.overlaps(time) for time in times):
        return 0
    # without a date only a sentence that nearly says the title
    return 5 * share if share >= 0.6 and len(rare) >= 2 and (topics or len(common) >= 3) else 0


def _same_time(event: When, time: When) -> bool:
    """Whether a time of the sentence falls on the event, and is no vaguer than the event's own."""
    if not event.overlaps(time) or not (event.earliest and event.latest and time.earliest and time.latest):
        return False
    return (time.latest - time.earliest).days <= max((event.latest - event.earliest).days, _LONGEST)


def _stems(text: str) -> frozenset[str]:
    return frozenset(_of(text))


def _of(text: str) -> Iterator[str]:
    for word in _WORD.findall(text):
        low = word.casefold()
        if low not in _EMPTY:
            yield low[:_STEM]
