"""Which known topic a name may be another spelling of: Kassem Solaimani, Ain Assad, S. Iwanow.

Words are compared by how they sound, since names from other scripts are spelt in many ways (Kassem, Qassem, Ghassem;
sch, sh; -ij, -y), in any order and without articles and titles. A wrong proposal costs more than none: what is left
over or contradicts (another given name, another place of the same type) forbids it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from generator.drafting.unknown_names.words import GENERATIONS, PARTICLES, is_role, is_type
from generator.names import Name

THRESHOLD = 90.0
"""Least likeness of two words, in per cent; below, different surnames meet (Weber, Werber)."""
SHORT = 4
"""Words up to this length must sound the same: Iran is not Irak."""

_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"dsch|dsh|dzh|dj", "j"),
        (r"tsch|tsh|tch", "ts"),
        (r"sch|sh", "s"),
        (r"kh|ch|gh|q|ck|c", "k"),
        (r"ph|v|w", "f"),
        (r"x", "ks"),
        (r"tz|z|ß", "s"),
        (r"(?<=.)h", ""),
        (r"ou|oo", "u"),
        (r"ij|yj|iy|ee|ie|y|j", "i"),
        (r"ae", "e"),
        (r"ai", "ei"),
        (r"(.)\1+", r"\1"),
    )
]
_VOWELS = re.compile(r"[aeiou]+")
_ENDING = re.compile(r"e[mnrs]?$")
_OPEN = "aeiou"
_ALIKE = str.maketrans("eo", "iu")
_WORDS = re.compile(r"\w+\.?")


@cache
def sound(word: str) -> str:
    """The word as it is heard, roughly: one spelling for the many of a name."""
    folded = word.casefold().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    heard = "".join(each for each in unicodedata.normalize("NFKD", folded) if each.isalnum())
    for pattern, by in _SOUNDS:
        heard = pattern.sub(by, heard)
    return heard


def likeness(one: str, other: str) -> float:
    """How alike two words sound, 0–100; consonants count more than vowels, which every transcription chooses anew."""
    a, b = sound(one), sound(other)
    if a == b:
        return 100.0
    if not a or not b or a[0].translate(_ALIKE) != b[0].translate(_ALIKE) or (a[-1] in _OPEN) != (b[-1] in _OPEN):
        return 0.0
    if min(len(a), len(b)) <= SHORT:
        return 100.0 if a.translate(_ALIKE) == b.translate(_ALIKE) else 0.0
    return 0.4 * fuzz.ratio(a.translate(_ALIKE), b.translate(_ALIKE)) + 0.6 * fuzz.ratio(
        _VOWELS.sub("", a), _VOWELS.sub("", b)
    )


def nearest_topic(words: str, known: Iterable[Name]) -> str:
    """The topic with the spelling that is nearest; "" if none is near or two are equally near."""
    best: dict[str, float] = {}
    for name in known:
        near = max(
            _nearness(one, other, person=name.person)
            for one in _contents(words, person=name.person)
            for other in _contents(name.text, person=name.person)
        )
        best[name.topic] = max(near, best.get(name.topic, 0.0))
    forbidden = {name.topic for name in known if name.person and _contradicts(words, name.text)}
    ranked = sorted(((near, topic) for topic, near in best.items() if near and topic not in forbidden), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return ""
    return ranked[0][1]


@dataclass(frozen=True, slots=True)
class _Content:
    words: tuple[str, ...]
    generation: bool


@cache
def _contents(text: str, *, person: bool) -> tuple[_Content, ...]:
    """What a name says, with and without a type at its end: Al-Quds-Brigaden, Al-Quds."""
    head, _, last = text.rpartition("-")
    return tuple(_content(each, person=person) for each in ([text, head] if head and is_type(last) else [text]))


def _content(text: str, *, person: bool) -> _Content:
    """The words that tell a name from others: no articles, no title before a person, no type before another name."""
    split = _WORDS.findall(text)
    said = is_role if person else is_type
    while len(split) > 1 and said(split[0]):
        del split[0]
    names = tuple(each for each in split if each.casefold() not in PARTICLES and each not in GENERATIONS)
    return _Content(names or tuple(split), any(each in GENERATIONS for each in split))


def _nearness(one: _Content, other: _Content, *, person: bool) -> float:
    """The mean likeness of the words, each with its best partner; 0 where a word has none that needs one."""
    if one.generation != other.generation:
        return 0.0
    if not person and _joined(one) == _joined(other):
        return 100.0
    less, more = sorted((one.words, other.words), key=len)
    pairs = _pairs(less, more)
    if len(pairs) < len(less):
        return 0.0
    # a person may have more names than are given; what else has a word more is something else
    if len(less) < len(more) and not (person and pairs and _surname_agrees(one.words, other.words)):
        return 0.0
    return sum(pairs) / len(pairs)


def _joined(content: _Content) -> str:
    """Deutschen Presse-Agentur is Deutsche Presseagentur."""
    first, *others = content.words
    return sound("".join([_ENDING.sub("", first) if others else first, *others]))


def _pairs(less: tuple[str, ...], more: tuple[str, ...]) -> list[float]:
    """The likeness of each word to its partner, for those that have one near enough."""
    free, found = list(more), []
    for word in less:
        near, partner = max(((_match(word, each), each) for each in free), default=(0.0, ""))
        if near >= THRESHOLD:
            free.remove(partner)
            found.append(near)
    return found


def _match(one: str, other: str) -> float:
    """Initials agree with the names that they begin."""
    if one.endswith(".") or other.endswith("."):
        return THRESHOLD if sound(one)[:1] == sound(other)[:1] else 0.0
    if one.isupper() and other.isupper() and len(one) > 1:
        return 100.0 if one == other else 0.0
    return likeness(one, other)


def _surname_agrees(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return _match(one[-1], other[-1]) >= THRESHOLD


def _contradicts(words: str, known: str) -> bool:
    """The same surname with another given name is somebody else: Melania Trump."""
    one, other = (_content(text, person=True).words for text in (words, known))
    if len(one) < 2 or len(other) < 2 or not _surname_agrees(one, other):
        return False
    return not any(_match(each, given) >= THRESHOLD for each in one[:-1] for given in other[:-1])
