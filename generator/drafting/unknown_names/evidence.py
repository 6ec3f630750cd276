"""What speaks for or against a word's being a name: what stands beside it, and the same word elsewhere in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.drafting.unknown_names.dictionary import Lexicon
from generator.drafting.unknown_names.kinds import Word
from generator.drafting.unknown_names.words import (
    ABBREVIATIONS,
    CALENDAR,
    INDEFINITE,
    PLACE_ENDS,
    PLACE_PREPOSITIONS,
    SPEAKING,
)

LONGEST_AGENCY = 5
LONGEST_PLACE = 13


def bare_subjects(words: Sequence[Word], lexicon: Lexicon) -> Iterator[str]:
    """Nouns that stand without an article where only a name can: "sagte Adel", "Minister Maas", "Maas zufolge"."""
    for at, word in enumerate(words):
        bare = word.kind in ("unsure", "name") or (word.kind == "noun" and lexicon.lemma(word.text) == word.text)
        if not bare or word.text.lower() in CALENDAR | ABBREVIATIONS:
            continue
        before = words[at - 1] if at and word.beside else None
        after = words[at + 1] if at + 1 < len(words) and words[at + 1].beside else None
        titled = before is not None and before.kind == "role" and not before.text.islower()
        speaks = (
            before is not None and before.text.lower() in SPEAKING and not (after and after.kind in ("name", "role"))
        )
        speaking = after is not None and (after.text == "zufolge" or after.text in SPEAKING)
        if titled or speaks or (word.first and speaking):
            yield word.text


def things_in(words: Sequence[Word]) -> Iterator[str]:
    """Words that are counted or introduced somewhere ("ein Elektrolyseur", "zwei neue Startups"): things of a kind."""
    for at, word in enumerate(words):
        if word.kind not in ("name", "unsure") or word.sure or word.closed:
            continue
        back = at - 1
        while back >= 0 and words[back + 1].beside and words[back].tag == "ADJ(A)" and words[back].text.islower():
            back -= 1
        if back >= 0 and words[back + 1].beside and INDEFINITE.fullmatch(words[back].text.lower()):
            yield word.text


@dataclass(frozen=True)
class Evidence:
    """The words of one paragraph, with what the whole text shows: `bearers` are names, `things` are none."""

    words: Sequence[Word]
    lexicon: Lexicon
    bearers: set[str]
    things: set[str]

    def beside(self, at: int) -> Word | None:
        """The word there, if only a space is before it."""
        return self.words[at] if at < len(self.words) and self.words[at].beside else None

    def before(self, at: int) -> Word | None:
        return self.words[at - 1] if at and self.words[at].beside else None

    def is_name(self, at: int) -> bool:
        word = self.words[at]
        if word.kind == "name":
            return word.tag != "NN" or not self.is_qualified(at)
        if word.kind in ("role", "type", "kept"):
            return word.tag == "NE" and word.text in self.bearers and not self.has_article(at)
        if word.kind not in ("unsure", "noun"):
            return self.is_agency(at)
        borne = not self.has_article(at) and (word.text in self.bearers or self.is_place(at) or self.is_typed(at))
        return borne or self.is_explained(at)

    def is_agency(self, at: int) -> bool:
        """(afp): small letters in brackets that are no word."""
        word, end = self.words[at], at + 1
        enclosed = word.gap.endswith("(") and (end == len(self.words) or self.words[end].gap.startswith(")"))
        letters = word.text.isalpha() and word.text.islower() and 1 < len(word.text) < LONGEST_AGENCY
        return enclosed and letters and word.text not in ABBREVIATIONS and not self.lexicon.is_lower_word(word.text)

    def is_qualified(self, at: int) -> bool:
        """die operative Marge: a word that is a noun as well, and has an adjective as nouns do."""
        before = self.before(at)
        return (
            before is not None
            and before.tag == "ADJ(A)"
            and before.text.islower()
            and self.lexicon.is_form(self.words[at].text)
        )

    def is_name_beside(self, at: int) -> bool:
        return self.beside(at) is not None and self.is_name(at)

    def has_article(self, at: int) -> bool:
        before = self.before(at)
        return before is not None and before.tag in ("ART", "APPRART", "PPOSAT", "PIAT", "PDAT", "ADJ(A)", "CARD")

    def is_place(self, at: int) -> bool:
        """in Moorburg: no dictionary has it, no article stands before it, and it ends as places do."""
        word, before = self.words[at], self.before(at)
        ends = len(word.text) <= LONGEST_PLACE and word.text.endswith(PLACE_ENDS)
        behind = before is not None and before.text.lower() in PLACE_PREPOSITIONS
        return behind and ends and not self.lexicon.is_form(word.text)

    def is_typed(self, at: int) -> bool:
        """Kreis Altenforst: behind a type, a word that no dictionary has."""
        before = self.before(at)
        return before is not None and before.kind in ("type", "kept") and not self.lexicon.is_form(self.words[at].text)

    def is_explained(self, at: int) -> bool:
        """Volksmobilisierungskräfte (Hashd al-Shaabi): in no dictionary, and a name in brackets behind it."""
        if at + 1 >= len(self.words) or self.words[at + 1].gap != " (" or self.lexicon.is_form(self.words[at].text):
            return False
        return self.words[at + 1].kind == "name" and not self.words[at + 1].closed

    def is_adjectival(self, at: int) -> bool:
        """Hammerscheider Hoffnung: the place only says where."""
        after = self.beside(at + 1)
        return (
            self.lexicon.is_of_place(self.words[at].text)
            and after is not None
            and after.kind in ("noun", "type", "kept", "role")
        )

    def is_adjective(self, at: int) -> bool:
        word = self.beside(at)
        return word is not None and word.kind == "adjective"

    def is_given_name(self, at: int) -> bool:
        """…, Arsen Howhannisjan, …: alone between commas, no noun stands without an article before a name."""
        word, end = self.words[at], at + 2
        enclosed = end == len(self.words) or self.words[end].gap[:1] in ",)"
        return word.kind == "noun" and word.gap == ", " and enclosed and self.lexicon.lemma(word.text) == word.text
