"""The words of a paragraph with what each is for a name: part of one, title before one, particle in one, or nothing.

A word's kind comes from the lexicon, its spelling and the tag that HanTa gives it in its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from generator.drafting.unknown_names.dictionary import Lexicon
from generator.drafting.unknown_names.words import (
    ABBREVIATIONS,
    ARTICLES,
    CALENDAR,
    CAPITAL_PARTICLES,
    CLUBS,
    FEDERAL,
    GENERATIONS,
    INSTITUTIONS,
    PARTICLES,
    PREFIXES,
    TYPES,
    is_kept_type,
    is_role,
    is_type,
)

Kind = Literal[
    "name", "unsure", "noun", "role", "type", "kept", "adjective", "initial", "generation", "particle", "other"
]

LONGEST_SENTENCE = 300
LONGEST_WORD = 60
"""HanTa's time grows with the square of both; neither is reached by a text that somebody wrote to be read."""

_TOKEN = re.compile(r"(?:Dr|Prof|Jr|Sr|St|[A-ZÄÖÜ])\.(?!\w)|\w+(?:[-'’&.]\w+)*-?|[^\w\s]")
_NAMING = frozenset("NE NN NNA NNI FM XY".split())
"""Tags of nouns, names and foreign words."""
_ADJECTIVES = ("ADJ(A)", "NNA")
_SENTENCE_END = frozenset(".!?:…")
_OPENING = frozenset("„“”\"»«\u201a\u2018'(–-—/•*")
_ARABIC = re.compile(rf"(?i:{'|'.join(ARTICLES)})[-’'][A-ZÄÖÜ]\w+")
_ACRONYM = re.compile(r"[A-ZÄÖÜ]+(?:[A-ZÄÖÜ\d&]*[A-ZÄÖÜ\d])s?|\d+[A-ZÄÖÜ]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a paragraph; `name_start` and `name_end` bound the part of it that is a name (NATO-Beamter)."""

    text: str
    start: int
    end: int
    tag: str
    first: bool
    gap: str
    """What is between it and the word before; "" for the first word of the paragraph."""
    kind: Kind = "other"
    name_start: int = 0
    name_end: int = 0
    closed: bool = False
    """Whether a name cannot go on after it."""
    sure: bool = False
    """Whether HanTa has learnt it as a name, or its form leaves no doubt."""

    @property
    def beside(self) -> bool:
        """Whether only a space is between it and the word before."""
        return self.gap == " "

    @property
    def name(self) -> str:
        return self.text[self.name_start - self.start : self.name_end - self.start]


def read_words(text: str, lexicon: Lexicon) -> list[Word]:
    """The words of a paragraph with their tags and kinds."""
    found: list[Word] = []
    for sentence in _sentences(text):
        tags = lexicon.tags([token.group()[:LONGEST_WORD] for token in sentence])
        first = True
        for token, tag in zip(sentence, tags, strict=True):
            shown = token.group()
            if shown[0].isalnum():
                gap = text[found[-1].end : token.start()] if found else ""
                word = Word(shown, token.start(), token.end(), tag, first, gap, "other", token.start(), token.end())
                found.append(_with_kind(word, lexicon))
                first = False
            elif shown in _OPENING or shown in _SENTENCE_END:
                first = True
    return found


def _sentences(text: str) -> Iterator[list[re.Match[str]]]:
    """Tokens up to a full stop; a wrong cut only costs the tagger some context."""
    sentence: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        sentence.append(token)
        if token.group() in _SENTENCE_END or len(sentence) == LONGEST_SENTENCE:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def _with_kind(word: Word, lexicon: Lexicon) -> Word:
    text = word.text
    if len(text) > LONGEST_WORD:
        return word
    if _ARABIC.fullmatch(text):
        return replace(word, kind="name", sure=True)
    if text.lower() in PARTICLES and (
        text.islower() or text.lower() in CAPITAL_PARTICLES or (not word.first and word.tag in ("NE", "FM"))
    ):
        return replace(word, kind="particle")
    if not text[0].isupper() and not _ACRONYM.match(text.partition("-")[0]):
        return word
    if "-" in text:
        return _compound(word, lexicon)
    kind = _listed_kind(text, lexicon) or _shape_kind(text, lexicon) or _kind(word, lexicon)
    return replace(word, kind=kind, sure=kind == "name" and (lexicon.knows_name(text) or bool(FEDERAL.fullmatch(text))))


def _listed_kind(text: str, lexicon: Lexicon) -> Kind | None:
    """What the lists say, whatever the sentence is."""
    tests: tuple[tuple[Kind, bool], ...] = (
        ("generation", text in GENERATIONS),
        (
            "noun",
            text.lower().removesuffix("s") in CALENDAR | ABBREVIATIONS or text.lower() in CALENDAR | ABBREVIATIONS,
        ),
        ("role", is_role(text)),
        ("type", is_type(text) and (text.lower() in TYPES or not lexicon.knows_name(text))),
        ("kept", is_kept_type(text) or text in CLUBS),
        ("name", FEDERAL.fullmatch(text) is not None),
    )
    return next((kind for kind, fits in tests if fits), None)


def _shape_kind(text: str, lexicon: Lexicon) -> Kind | None:
    if re.fullmatch(r"[A-ZÄÖÜ]\.", text):
        return "initial"
    if len(text) > 1 and _ACRONYM.fullmatch(text):
        return "noun" if lexicon.is_noun(text) else "name"
    return None


def _kind(word: Word, lexicon: Lexicon) -> Kind:
    text = word.text
    if word.tag == "ADJ(A)" and lexicon.is_lower_word(text) and not (text.endswith("er") and lexicon.knows_name(text)):
        return "other" if word.first else "adjective"
    small = lexicon.is_lower_word(text) or (word.tag in _ADJECTIVES and lexicon.is_lower_word(text.rstrip("emnrs")))
    if small and (word.tag not in _NAMING or (word.first and _is_opening(text, lexicon))):
        return "other"
    return _noun_or_name(word, lexicon)


def _is_opening(text: str, lexicon: Lexicon) -> bool:
    """Whether the first word of a sentence is one that would be small elsewhere."""
    return lexicon.is_function_word(text) or not lexicon.knows_name(text)


def _noun_or_name(word: Word, lexicon: Lexicon) -> Kind:
    text = word.text
    if len(text) == 1:
        return "other"
    if lexicon.knows_name(text):
        return "noun" if word.tag == "NN" and lexicon.is_form(text) and lexicon.is_either(text) else "name"
    if lexicon.is_noun(text):
        return "noun"
    if lexicon.is_form(text):
        return "name" if word.tag == "NE" else "unsure"
    if lexicon.is_lower_word(text) and word.tag not in ("NE", "FM"):
        return "unsure"
    return "name"


def _compound(word: Word, lexicon: Lexicon) -> Word:
    """The part of a hyphenated compound that is a name; the whole, if all of it is, or if two names name a body."""
    parts = _parts(word.text)
    while parts and parts[0][0].lower() in PREFIXES:
        parts = parts[1:]
    if not parts or word.text.endswith("-"):
        return word
    kinds = [_part_kind(part, lexicon) for part, _, _ in parts]
    names = 0
    while names < len(kinds) and kinds[names] in ("name", "unsure"):
        names += 1
    head = parts[-1][0]
    role: Kind = "role" if is_role(head) else "noun"
    if "name" not in kinds[:names]:
        return replace(word, kind=role if head[0].isupper() else "other")
    whole = names == len(parts) or (names > 1 and names == len(parts) - 1 and head.casefold() in INSTITUTIONS)
    end = parts[-1][2] if whole else parts[names - 1][2]
    start, end = word.start + parts[0][1], word.start + end
    return replace(
        word,
        kind=role if role == "role" and not whole else "name",
        closed=not whole,
        sure=whole,
        name_start=start,
        name_end=end,
    )


def _parts(text: str) -> list[tuple[str, int, int]]:
    """What stands between hyphens and where, an Arabic article together with what follows: Al-Quds."""
    parts: list[tuple[str, int, int]] = []
    for each in re.finditer(r"[^-]+", text):
        if parts and parts[-1][0].lower() in ARTICLES:
            start = parts.pop()[1]
            parts.append((text[start : each.end()], start, each.end()))
        else:
            parts.append((each.group(), each.start(), each.end()))
    return parts


def _part_kind(part: str, lexicon: Lexicon) -> Kind:
    if len(part) == 1:
        return "noun"
    if "-" in part or (part.lower() not in ABBREVIATIONS and _ACRONYM.fullmatch(part) and not lexicon.is_noun(part)):
        return "name"
    if (
        not part[0].isupper()
        or is_role(part)
        or is_type(part)
        or is_kept_type(part)
        or part.lower() in CALENDAR | ABBREVIATIONS
    ):
        return "noun"
    if lexicon.knows_name(part):
        return "name"
    if lexicon.is_noun(part) or lexicon.is_lower_word(part):
        return "noun"
    return "unsure" if lexicon.is_form(part) else "name"
