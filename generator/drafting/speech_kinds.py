"""A speaker as it is found, and what the rules for speakers know of topics and of the article so far."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.drafting.speech_words import KINDS_OF_BODY


@dataclass(frozen=True, slots=True)
class Speech:
    """Somebody says something; `speaker` is a topic's id, or words in quotes."""

    speaker: str
    passed_on: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Kinds:
    """What is known of topics: who is a person, who an outlet or agency, which government comes before its state."""

    persons: frozenset[str]
    sources: frozenset[str]
    located: frozenset[str]
    governments: frozenset[str]
    called: Mapping[str, str]
    """A body's type and name in small letters."""

    def best(self, topics: Sequence[str]) -> str:
        """Of the topics that the same words may mean, the one that can speak."""
        order = sorted(
            topics,
            key=lambda each: (each not in self.persons, each not in self.governments, each in self.located, each),
        )
        return order[0]

    def is_called(self, topic: str, noun: str) -> bool:
        """Whether a body may be called so in short: a company "der Konzern"."""
        low = re.sub(r"(?<=[^s])e?s$", "", noun.casefold())
        alike = next((words for words in KINDS_OF_BODY if any(low.endswith(word) for word in words)), [low])
        return any(word in self.called.get(topic, "") for word in (*alike, low))


@dataclass(slots=True)
class Known:
    """What an article has told so far: the bodies and persons it named, and surnames of people no topic knows."""

    bodies: list[str] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)
    offices: dict[str, str] = field(default_factory=dict)
    """What stands before the name of a person: Minister, Richterin."""
    surnames: set[str] = field(default_factory=set)
