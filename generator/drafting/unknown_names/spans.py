"""Where names stand in a text: words that are no ordinary German words, joined to whole names.

The kinds of the words (kinds.py) tell most; what stands beside a word decides the rest: a title, a speech verb, an
indefinite article, quotation marks, the same word elsewhere. Whether a topic knows the name is not asked here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.drafting.unknown_names.dictionary import Lexicon
from generator.drafting.unknown_names.evidence import Evidence, bare_subjects, things_in
from generator.drafting.unknown_names.kinds import Word
from generator.drafting.unknown_names.words import (
    CLUBS,
    GERMAN_PARTICLES,
    is_institution,
)

SIDES = ("Nord", "Süd", "Ost", "West", "Mitte")
LONGEST_QUOTE = 6
SHORTEST_STEM = 3
FOR_PURPOSE = re.compile(
    r"Bundes(?:amt|ministerium|institut|verband|anstalt|agentur|vereinigung)(?:e?s)?|"
    r"Institute?s?|Zentrums?|Amte?s?|Bunde?s?"
)
_QUOTE_OPENS = re.compile(r"\s?[„“”\"«»\u201a\u2018']")
_QUOTE_CLOSES = re.compile(r"[“”\"«»\u2018’']")


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name where it stands: the words that make it, the titles before it left out."""

    words: tuple[Word, ...]
    after: Word | None
    before: Word | None

    @property
    def is_joined(self) -> bool:
        """Whether its last word is a surname because of the name before it."""
        return len(self.words) > 1 and self.words[0].kind == "name" and self.words[-1].kind != "name"

    @property
    def start(self) -> int:
        return self.words[0].name_start

    @property
    def end(self) -> int:
        return self.words[-1].name_end


def find_spans(paragraphs: Sequence[Sequence[Word]], lexicon: Lexicon) -> list[list[NameSpan]]:
    """The names of each paragraph, left to right; what one look shows to be a name, the next finds elsewhere too."""
    bearers = {word for words in paragraphs for word in bare_subjects(words, lexicon)}
    things = {word for words in paragraphs for word in things_in(words)} - bearers
    spans = [_Joiner(words, lexicon, bearers, things).spans() for words in paragraphs]
    plain = {word.text for words in paragraphs for word in words if word.kind in ("noun", "unsure")}
    bearers |= {span.words[-1].text for found in spans for span in found if span.is_joined}
    bearers |= plain & {
        word.name[:-1] for found in spans for span in found for word in span.words if word.name.endswith("s")
    }
    return [_Joiner(words, lexicon, bearers, things).spans() for words in paragraphs]


@dataclass(frozen=True)
class _Joiner(Evidence):
    """Joins the words of one paragraph to names."""

    def spans(self) -> list[NameSpan]:
        found, at = [], 0
        while at < len(self.words):
            length = self._length(at)
            if length:
                found.append(NameSpan(tuple(self.words[at : at + length]), self.beside(at + length), self.before(at)))
            at += max(length, 1)
        return found

    def _length(self, at: int) -> int:
        """How many words the name has that begins here; 0 for none."""
        word = self.words[at]
        if word.closed:
            return 1
        named = (
            self._pair(at)
            or self._quoted(at)
            or self._of_place(at)
            or self._described(at)
            or self._federal(at)
            or self._led(at)
        )
        if named or not self.is_name(at):
            return named
        length = self._extent(at)
        return 0 if length == 1 and not word.sure and (word.text in self.things or self.is_adjectival(at)) else length

    def _pair(self, at: int) -> int:
        """Flink & Frei."""
        paired = at + 1 < len(self.words) and self.words[at + 1].gap == " & "
        return 2 if paired and self.words[at].text[0].isupper() and self.words[at + 1].text[0].isupper() else 0

    def _quoted(self, at: int) -> int:
        """The whole of what stands in quotation marks behind a type: Zeitung „Welt am Sonntag“."""
        opened = _QUOTE_OPENS.fullmatch(self.words[at].gap)
        if (
            not opened
            or not at
            or self.words[at - 1].kind not in ("type", "kept")
            or not self.words[at].text[0].isupper()
        ):
            return 0
        for end in range(at + 1, min(at + LONGEST_QUOTE, len(self.words)) + 1):
            if end == len(self.words) or self.words[end].gap != " ":
                return end - at if end == len(self.words) or _QUOTE_CLOSES.match(self.words[end].gap) else 0
        return 0

    def _of_place(self, at: int) -> int:
        """Berliner Zeitung, Hamburger Hafen; not Berliner Polizei."""
        word, after = self.words[at], self.beside(at + 1)
        return (
            2
            if self.lexicon.is_of_place(word.text)
            and word.kind != "role"
            and after
            and after.text[0].isupper()
            and is_institution(after.text)
            else 0
        )

    def _described(self, at: int) -> int:
        """Weißes Haus, Naher und Mittlerer Osten: an adjective with a capital within the sentence makes a name."""
        if self.words[at].kind != "adjective":
            return 0
        end = at + 1
        while (word := self.beside(end)) and (
            word.kind == "adjective" or (word.text in ("und", "für") and self.is_adjective(end + 1))
        ):
            end += 1
        if word is None or word.closed or word.kind not in ("noun", "unsure", "name", "type", "kept"):
            return 0
        if end == at + 1 and self.lexicon.is_of_place(self.words[at].text) and not is_institution(word.text):
            return 0
        length = end - at + (self._extent(end) if word.kind == "name" else 1)
        if word.kind == "kept" and self.is_name_beside(at + length):
            return length + self._extent(at + length)
        more = self.beside(at + length)
        return length + (
            1 + self._described(at + length + 1)
            if more and more.text in ("vom", "für") and self.is_adjective(at + length + 1)
            else 0
        )

    def _federal(self, at: int) -> int:
        """Bundesamt für Migration und Flüchtlinge, Institut für deutsche Sprache: the purpose belongs to the name."""
        for_what = self.beside(at + 1)
        if not FOR_PURPOSE.fullmatch(self.words[at].text) or for_what is None or for_what.text != "für":
            return 0
        end = self._noun_end(at + 2)
        joint = self.beside(end)
        return (self._noun_end(end + 1) if end and joint and joint.text == "und" else end or at) - at or 0

    def _noun_end(self, at: int) -> int:
        """Where a noun ends that begins here, adjectives before it included; 0 if there is none."""
        while (word := self.beside(at)) and word.tag == "ADJ(A)":
            at += 1
        return at + 1 if word and word.text[0].isupper() else 0

    def _led(self, at: int) -> int:
        """A name that begins with what is none by itself: Flughafen Bagdad, Abu Mahdi, R. Hoffman, Ain al-Asad."""
        word, after = self.words[at], self.beside(at + 1)
        if word.text in CLUBS and after and after.text[0].isupper():
            return 1 + self._extent(at + 1)
        if word.kind == "noun" and after and after.text in SIDES:
            return 2
        leads = word.kind == "kept" or (word.kind in ("particle", "initial") and not word.text.islower())
        if leads and after and (self.is_name(at + 1) or _is_foreign(after)):
            return 1 + self._extent(at + 1)
        if not self.is_name_beside(at + 1):
            return 0
        return self._extent(at) if _is_foreign(word) or self.is_given_name(at) else 0

    def _extent(self, at: int) -> int:
        end = at + 1
        while not self.words[end - 1].closed and (more := self._more(at, end)):
            end += more
        return end - at

    def _more(self, at: int, end: int) -> int:
        """How many words more belong to the name of words[at:end]."""
        word, last = self.beside(end), self.words[end - 1]
        if word is None or word.closed:
            return 0
        if word.kind == "generation":
            return 1
        if word.kind == "particle":
            return self._after_particles(at, end)
        if word.kind == "initial":
            return int(self.is_name_beside(end + 1))
        return int(not self._is_genitive(last) and self._goes_on(word))

    def _goes_on(self, word: Word) -> bool:
        """Whether a name goes on with the word: what is no German word, and nouns that are surnames (Richter)."""
        if word.kind == "name" or (word.kind in ("unsure", "noun") and word.text in self.bearers):
            return True
        if _is_foreign(word):
            return True
        made = not self.lexicon.is_form(word.text) and "-" not in word.text
        borne = word.tag == "NE" and self.lexicon.may_be_name(word.text)
        return (word.kind == "noun" and made) or (word.kind in ("noun", "role", "type", "kept") and borne)

    def _after_particles(self, at: int, end: int) -> int:
        """van der Sar, von der Leyen, al Sadr, bin Salman; not "Israels von Gaza" nor "Trump von Washington"."""
        to = end
        while (word := self.beside(to)) and word.kind == "particle":
            to += 1
        if word is None or word.closed or word.kind not in ("name", "unsure", "noun"):
            return 0
        first = self.words[end].text
        if word.kind != "name" and (first in GERMAN_PARTICLES and to == end + 1):
            return 0
        if first not in GERMAN_PARTICLES:
            return to - end + 1
        lone = end - at > 1 or self._is_genitive(self.words[at]) or self.words[at].text.isupper()
        return 0 if first != "von" or lone or self.lexicon.is_territory(word.text) else to - end + 1

    def _is_genitive(self, word: Word) -> bool:
        """Iraks, Trumps, but not James."""
        return base_form(word.text, self.lexicon) != word.text


def _is_foreign(word: Word) -> bool:
    """A word that a dictionary has, but that HanTa takes for a name or a foreign word here: Ain al-Asad."""
    return word.kind == "unsure" and word.tag in ("NE", "FM")


def base_form(word: str, lexicon: Lexicon) -> str:
    """A name without the genitive -s, as far as the word alone tells: Iraks, but James."""
    stem = word.removesuffix("s")
    if stem == word or len(stem) < SHORTEST_STEM or stem.endswith("s"):
        return word
    known = lexicon.knows_exactly(stem) and not lexicon.knows_exactly(word)
    return stem if lexicon.lemma(word) == stem or known else word
