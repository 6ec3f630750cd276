"""What German words have in common: the stem of a verb and its nouns, the parts of a compound.

Without a dictionary: endings are cut, and a compound is taken apart where its end is a word that the caller knows.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from generator.german.inflection import stem_key

SHORTEST_PART = 4
"""Letters that a part of a word has at least to be looked for."""
_SHORTEST_FIRST = 3
_SHORTEST_STEM = 3
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PART = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"(?<=„)[^„“”]+(?=[“”])")
_NEGATION = re.compile(r"\b(?:nicht|kein(?:e[mnrs]?)?) $", re.IGNORECASE)
_ENDINGS = ("ungen", "ung", "eten", "ete", "ten", "te", "et", "en", "t", "e")
_FUNCTION_WORDS = frozenset(
    "aber alle allem allen aller alles als am an auch auf aus bei beim bis da dabei dafür damit daran darüber das dass "
    "davon dazu dem den der des die diese diesem diesen dieser dieses doch durch ein eine einem einen einer eines "
    "einige einigen einiger er es etwa für gegen habe haben hat hatte hatten ihr ihre ihrem ihren ihrer im in ist ja "
    "kann kein keine keinem keinen keiner man mehr mit nach nein nicht noch nur oder ohne schon sehr sein seine seinem "
    "seinen seiner seit sich sie sind so soll sollen sollte sollten sowie über um und unter vom von vor war waren "
    "wegen weil weiter wenn werden wie wieder will wird wollen wollte wollten worden wurde wurden zu zum zur "
    "zwischen".split()
)


@dataclass(frozen=True, slots=True)
class Compound:
    """A word by its parts, as `stem_key` gives them."""

    term: str
    first: str
    head: str


def words_in(text: str) -> Iterator[re.Match[str]]:
    """The words of a text, with their hyphens."""
    return _WORD.finditer(text)


def parts_of(text: str) -> list[str]:
    """The words of a text, taken apart at hyphens."""
    return _PART.findall(text)


def quoted_in(text: str) -> Iterator[re.Match[str]]:
    """What stands in quotation marks, without these."""
    return _QUOTED.finditer(text)


def with_negation(text: str, start: int) -> int:
    """Where the word at `start` begins when a `nicht` or `kein` before it counts in."""
    negation = _NEGATION.search(text, 0, start)
    return negation.start() if negation else start


def compound(word: str, known: Container[str]) -> Compound | None:
    """A noun by its longest head that is a word of its own: its `stem_key` is `known`."""
    lower = word.casefold()
    hyphen = lower.rfind("-")
    starts = [hyphen + 1] if hyphen > 0 else range(_SHORTEST_FIRST, len(lower) - SHORTEST_PART + 1)
    for start in starts if word[0].isupper() else ():
        first, head = lower[:start].removesuffix("-"), stem_key(lower[start:])
        if head in known and first not in _FUNCTION_WORDS:
            return Compound(stem_key(word), stem_key(first), head)
    return None


def stems_of(text: str) -> set[str]:
    """The stems of the words that mean something; an abbreviation is its own."""
    return {
        part if part.isupper() else stem(part)
        for part in parts_of(text)
        if part.casefold() not in _FUNCTION_WORDS and (part.isupper() or len(part) >= SHORTEST_PART)
    }


def stem(word: str) -> str:
    """What a verb and the nouns made of it share: getötet, töteten, Tötung."""
    found = word.casefold()
    if found.startswith("ge") and found.endswith(("t", "en")) and len(found) > len("ge") + SHORTEST_PART:
        found = found.removeprefix("ge")
    if found.endswith(("ern", "eln")):
        found = found.removesuffix("n")
    while ending := next((e for e in _ENDINGS if found.endswith(e) and len(found) - len(e) >= _SHORTEST_STEM), ""):
        found = found.removesuffix(ending)
    return found


def is_of(word: str, family: str) -> bool:
    """Whether a word is of the stem, alone or as a part: töteten, Abzugsforderung, US-Truppen."""
    if family.isupper():
        return family in word.split("-")
    inside = len(family) >= SHORTEST_PART
    return any(
        part == family or (inside and (part.startswith(family) or part.endswith(family)))
        for part in map(stem, word.split("-"))
    )
