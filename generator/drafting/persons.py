"""A person's name as texts write it: in full, with other names between, and the surname alone.

Where another first name stands before a surname, somebody else is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.drafting.unknown_names.words import is_role
from generator.german.proper_names import FIRST_NAMES

LOOKED_BACK = 40
_MIDDLE_NAMES = 3
_PARTICLES = frozenset(
    "al el as ad an ar at az asch ash abu bin ibn ben van von de der den di da du la le del ter".split()
)
_FAMILY_FIRST = frozenset("Xi Kim Li Wang Moon Park Yoon Hu Deng Zhang Lai Zhu Liu Tsai Mao Nguyen".split())
_TOKEN_BEFORE = re.compile(r"([^\W\d_][\w'’-]*\.?) $")
_ADVERBS = frozenset(
    "Kurz Lang Lange Klein Groß Jung Alt Neu Früh Bald Ernst Frei Stark Klug Weise Hart Fest Gut".split()
)
_WHERE = re.compile(r" (?:vom|aus|beim|im|in) ")
_AT_END = re.compile(r"(?:[A-ZÄÖÜ][\w'’-]+\s){1,2}(?:[A-Z]\.\s|(?:von|van|de|al|bin|der)\s)*[A-ZÄÖÜ][\w'’-]+$")
_VERB_BEHIND = re.compile(r" (?:[a-zäöü]+(?:te|t|tet|en)\b|hat|hatte|ist|war|will|sah|gab|kam|ging|warf|rief|bat)")


@dataclass(frozen=True, slots=True)
class Person:
    """The parts of a name; `words` are those of all spellings. A single name has no surname."""

    words: frozenset[str]
    first: str
    surname: str

    def surnames(self) -> Iterator[str]:
        """The surname in its forms: al-Sudani, Sudani; von der Leyen, Leyen."""
        yield self.surname
        last = re.split(r"[ -]", self.surname)
        while len(last) > 1 and last[0].casefold() in _PARTICLES:
            last = last[1:]
            if last[0].casefold() not in _PARTICLES and len(last[0]) > 2:
                yield "-".join(last) if "-" in self.surname else " ".join(last)

    def full_start(self, text: str, start: int) -> int:
        """Where the first name stands before the surname at `start`, middle names between: "Carla R. Meyer"."""
        at = start
        for _ in range(_MIDDLE_NAMES if self.first else 0):
            before = _TOKEN_BEFORE.search(text[max(0, at - LOOKED_BACK) : at])
            if not before or not (before[1][0].isupper() or before[1] in _PARTICLES):
                break
            at -= len(before[1]) + 1
            if before[1] == self.first:
                return at
        return start

    def is_meant(self, text: str, start: int, end: int) -> bool:
        """Whether a word that may be the surname alone is one: no other first name before it, and no adverb."""
        before = text[max(0, start - LOOKED_BACK) : start]
        other = _TOKEN_BEFORE.search(before)
        if other and other[1] in FIRST_NAMES and other[1] not in self.words:
            return False
        begins = before.rstrip(' „“"»')[-1:] in {"", ".", "!", "?", ":", "–"}
        return text[start:end] not in _ADVERBS or not begins or _VERB_BEHIND.match(text, end) is not None


def person_of(names: Sequence[str]) -> Person:
    """The person of these spellings, the first being the name."""
    words = frozenset(word for name in names for word in name.split())
    split = names[0].split()
    if len(split) == 1:
        return Person(words, "", "")
    if split[0] in _FAMILY_FIRST and (len(split) > 2 or split[0] not in FIRST_NAMES):
        return Person(words, "", split[0])
    at = len(split) - 1
    while at > 1 and split[at - 1].casefold() in _PARTICLES:
        at -= 1
    return Person(words, split[0], " ".join(split[at:]))


def unknown_person(words: str) -> str:
    """The name at the end of "Außenministerin Solveig Garp" or "Klaus Wendt"; an office alone is none."""
    found = _AT_END.search(_WHERE.split(words)[0])
    if not found:
        return ""
    split = found[0].split()
    while split and is_role(split[0]):
        split = split[1:]
    first = next((at for at, word in enumerate(split[:-1]) if word in FIRST_NAMES), -1)
    if first >= 0:
        return " ".join(split[first:])
    return " ".join(split[-2:]) if len(split) > 1 and all(word[0].isupper() for word in split) else ""
