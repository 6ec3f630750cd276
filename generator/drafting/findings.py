"""What an article's sentences hold: topics, numbers, times, speakers, and the known events they may tell of.

One pass over the paragraphs. The rules read plain text: composed Unicode, no soft hyphens, one kind of space. What they
find is given in the letters of the paragraph as it came, with its own positions.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from generator.dates import When
from generator.drafting.conversation import Conversation
from generator.drafting.likely_events import EventFinder
from generator.drafting.mentions import Mention, TopicFinder
from generator.drafting.quantities import Quantity, find_quantities
from generator.drafting.speech_kinds import Kinds, Speech
from generator.german.sentences import sentence_spans
from generator.german.times import Time, find_times
from generator.parsing import Seeds
from generator.resolve.mentions import PERSON

__all__ = ["Mention", "ParagraphFindings", "Quantity", "SentenceFindings", "Speech", "Time", "find"]

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_LETTER = re.compile(rf"[\s\S][\u0300-\u036f{_INVISIBLE}]*")
_SPACES = re.compile(r"[\u00a0\u2007\u2009\u202f\t\n]")


@dataclass(frozen=True, slots=True)
class SentenceFindings:
    """What one sentence holds; positions count in the paragraph."""

    text: str
    start: int
    mentions: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[Time, ...]
    speech: tuple[Speech, ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ParagraphFindings:
    """A paragraph by its number, from 1, and its sentences."""

    number: int
    sentences: tuple[SentenceFindings, ...]


def find(paragraphs: Sequence[str], seeds: Seeds, published: When) -> tuple[ParagraphFindings, ...]:
    """All findings of an article, paragraph by paragraph."""
    plain = [_plain(text) for text in paragraphs]
    topics = TopicFinder(seeds, [text for text, _ in plain])
    events = EventFinder(seeds, lambda title: (each.topic for each in topics.find(title)))
    finder = _Finder(topics, events, _kinds(seeds), published)
    found = []
    conversation = Conversation(finder.kinds)
    for number, (original, (text, places)) in enumerate(zip(paragraphs, plain, strict=True), 1):
        parts = list(finder.paragraph(text, conversation))
        found.append(ParagraphFindings(number, tuple(_placed(part, original, places) for part in parts)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Finder:
    topics: TopicFinder
    events: EventFinder
    kinds: Kinds
    published: When

    def paragraph(self, text: str, conversation: Conversation) -> Iterator[SentenceFindings]:
        """The sentences, heard one after the other."""
        mentions, times = self.topics.find(text), find_times(text, self.published)
        conversation.new_paragraph()
        for start, end in sentence_spans(text):
            sentence = text[start:end]
            named, dated = _within(mentions, start, end), _within(times, start, end)
            spans = [*((each.start, each.end) for each in named), *((each.start, each.end) for each in dated)]
            taken = [(a - start, b - start) for a, b in spans]
            moved = [replace(each, start=each.start - start, end=each.end - start) for each in named]
            speech = conversation.hear(sentence, moved)
            yield SentenceFindings(
                sentence,
                start,
                tuple(named),
                tuple(replace(q, start=q.start + start, end=q.end + start) for q in find_quantities(sentence, taken)),
                tuple(dated),
                tuple(replace(each, start=each.start + start, end=each.end + start) for each in speech),
                self.events.find(sentence, (each.topic for each in named), [each.when for each in dated]),
            )


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


P = TypeVar("P", bound=_Placed)


def _within(found: Sequence[P], start: int, end: int) -> list[P]:
    """Those that begin in a sentence."""
    first, behind = (bisect_left(found, at, key=lambda each: each.start) for at in (start, end))
    return list(found[first:behind])


def _kinds(seeds: Seeds) -> Kinds:
    kinds = seeds.settings.record.kinds if seeds.settings else {}

    def having(trait: str) -> frozenset[str]:
        return frozenset(
            n for n, each in seeds.topics.items() if each.kind in kinds and trait in kinds[each.kind].traits
        )

    persons = frozenset(name for name, each in seeds.topics.items() if each.record.type == PERSON)
    bodies = frozenset(name for name, each in seeds.topics.items() if re.search(r"[Rr]egierung", each.record.name))
    types = {word: label for kind in kinds.values() for word, label in kind.types.items()}
    called = {
        name: f"{types.get(each.record.type, '')} {each.record.name}".casefold()
        for name, each in seeds.topics.items()
        if name not in persons
    }
    return Kinds(persons, having("source"), having("located"), bodies, called)


def _plain(text: str) -> tuple[str, Sequence[int]]:
    """The text as the rules read it, and for each of its positions the one in `text`."""
    spaced = _SPACES.sub(" ", text)
    if spaced.isascii() or (
        unicodedata.is_normalized("NFC", spaced) and not any(sign in spaced for sign in _INVISIBLE)
    ):
        return spaced, range(len(spaced) + 1)
    letters, places = [], []
    for match in _LETTER.finditer(spaced):
        composed = unicodedata.normalize("NFC", "".join(sign for sign in match[0] if sign not in _INVISIBLE))
        letters.append(composed)
        places += [match.start()] * len(composed)
    return "".join(letters), [*places, len(text)]


def _placed(found: SentenceFindings, original: str, places: Sequence[int]) -> SentenceFindings:
    """The findings with the words and positions of the original paragraph."""

    def words(start: int, end: int) -> str:
        return original[places[start] : places[end]].rstrip(_INVISIBLE)

    return SentenceFindings(
        words(found.start, found.start + len(found.text)),
        places[found.start],
        tuple(Mention(m.topic, words(m.start, m.end), places[m.start], places[m.end]) for m in found.mentions),
        tuple(replace(each, start=places[each.start], end=places[each.end]) for each in found.quantities),
        tuple(replace(each, start=places[each.start], end=places[each.end]) for each in found.times),
        tuple(replace(each, start=places[each.start], end=places[each.end]) for each in found.speech),
        found.events,
    )
