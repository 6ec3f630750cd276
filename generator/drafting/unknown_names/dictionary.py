"""What HanTa and simplemma know of a German word: an ordinary noun, a name that they have learnt, or neither.

HanTa tags a sentence and knows the parts that words are made of; simplemma has a million forms, but does not tell names
from nouns. Both are read once, when the first text is looked through (about a second). They come with the extra.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from babel import Locale

from generator.drafting.extra import load_extra

UNKNOWN = -27.0
"""HanTa's log probability of a word is above it only if it knows all its parts."""
REMEMBERED = 10_000
SHORTEST_PART = 3
EITHER = 1.0
"""How much rarer (in the logarithm) a word may be as a noun to be taken for one where HanTa does."""
_LINKS = ("", "s", "es", "n", "en", "er", "e")
_FUNCTION = ("ART", "APPR", "ADV", "P", "K", "V")
_NOUNS = ("NN", "NNA", "NNI")


class Lexicon:
    """Questions about single words; `tags` needs the sentence."""

    def __init__(self, tagger: Any, forms: Mapping[str, str]) -> None:
        self._tagger = tagger
        self._forms = forms
        self._parts = {tag: tagger.LP_m_t[tagger.tag2int[tag]] for tag in ("NE", "ACR_NE", "NE_VAR", "NN", "ACR_NN")}
        territories = Locale("de").territories.items()
        self._territories = frozenset(
            name for code, name in territories if code.isalpha() and code != "ZZ" and " " not in name
        )
        self.is_noun = lru_cache(maxsize=REMEMBERED)(self._is_noun)
        self._tags = lru_cache(maxsize=REMEMBERED)(lambda words: tuple(tagger.tag_sent(list(words), taglevel=0)))

    def tags(self, sentence: Sequence[str]) -> list[str]:
        """HanTa's part of speech of each word; NE is a name."""
        return list(self._tags(tuple(sentence))) if sentence else []

    def is_territory(self, word: str) -> bool:
        return word in self._territories or word.removesuffix("s") in self._territories

    def is_of_place(self, word: str) -> bool:
        """Berliner, Karlsruher, Bremer: the adjective of a place that is known, or of one that no dictionary has."""
        if not word.endswith("er") or not word[0].isupper() or self.is_function_word(word):
            return False
        known = any(self.knows_exactly(word[:-2] + end) for end in ("", "e", "en"))
        return known or not (self.is_form(word) or self.is_lower_word(word))

    def is_form(self, word: str) -> bool:
        """Whether a German dictionary has it exactly so."""
        return word in self._forms

    @lru_cache(maxsize=REMEMBERED)  # noqa: B019  # there is one lexicon, and it lives as long as the run
    def is_function_word(self, word: str) -> bool:
        """Whether it is an article, a preposition, an adverb or the like: "Am", though there is a Frankfurt am Main."""
        tag, _ = self._tagger.tag_word(word.lower())[0]
        return str(tag).startswith(_FUNCTION)

    def is_lower_word(self, word: str) -> bool:
        """Whether it is no noun but stands at the beginning of a sentence: "Laut", "Wieder", "Irakische"."""
        return word.lower() in self._forms

    def lemma(self, word: str) -> str:
        return self._forms.get(word, word)

    def knows_name(self, word: str) -> bool:
        """Whether the word is a name that HanTa has learnt, and more often a name than a noun."""
        if self.is_territory(word):
            return True
        known = [self._best(each, ("NE", "ACR_NE", "NE_VAR")) for each in self._spellings(word)]
        nouns = [self._best(each, ("NN", "ACR_NN")) for each in self._spellings(word)]
        return max(known) > max(nouns) and max(known) > float("-inf")

    def is_either(self, word: str) -> bool:
        """Whether it is a noun hardly less often than a name: Bach, Marge."""
        name, noun = (self._best(word.lower(), tags) for tags in (("NE", "NE_VAR"), ("NN",)))
        return noun > name - EITHER

    def knows_exactly(self, word: str) -> bool:
        """Whether HanTa has learnt the name in this very form."""
        return self.is_territory(word) or self._best(word.lower(), ("NE", "ACR_NE", "NE_VAR")) > float("-inf")

    def may_be_name(self, word: str) -> bool:
        """Whether it is known as a name too, as König and Koch are."""
        return any(self._best(each, ("NE", "NE_VAR")) > float("-inf") for each in self._spellings(word))

    def knows_noun(self, word: str) -> bool:
        return self._best(word.lower(), ("NN", "ACR_NN")) > float("-inf")

    def _is_noun(self, word: str) -> bool:
        """An ordinary noun, or one made of ordinary words: Truppenabzug."""
        if self.knows_name(word):
            return False
        tag, chance = self._tagger.tag_word(word)[0]
        if tag in _NOUNS and chance > UNKNOWN and (self.is_form(word) or self._is_compound(word)):
            return True
        return self._is_compound(word) or (self.is_form(word) and self.lemma(word) != word)

    def _is_compound(self, word: str) -> bool:
        """Whether a known noun ends it, and a known word stands before that: Militär-koalition, Raketen-abwehr."""
        for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            head = word[at:].capitalize()
            if head.lower() == word[at:] and self._is_head(head) and self._is_modifier(word[:at]):
                return True
        return False

    def _is_head(self, head: str) -> bool:
        """Names end in short nouns (-berg, -bach, -meier); they prove nothing."""
        return (
            len(head) > SHORTEST_PART
            and self.is_form(head)
            and not self.knows_name(head)
            and (self.knows_noun(self.lemma(head)) or len(head) > 5)
        )

    def _is_modifier(self, part: str) -> bool:
        stems = (part.removesuffix(link) for link in _LINKS if part.endswith(link))
        return any(
            len(stem) > SHORTEST_PART and (self.is_form(stem) or self.is_lower_word(stem) or self._is_compound(stem))
            for stem in stems
        )

    def _best(self, word: str, tags: Sequence[str]) -> float:
        return max(float(self._parts[tag].get(word, float("-inf"))) for tag in tags)

    def _spellings(self, word: str) -> tuple[str, ...]:
        """As HanTa may have learnt it: without the genitive, and in the spelling of before 1996."""
        lower = word.lower()
        return (
            lower,
            lower.replace("ss", "ß"),
            *([lower[:-1], lower[:-1].replace("ss", "ß")] if lower.endswith("s") else []),
        )


@cache
def lexicon() -> Lexicon:
    """The one lexicon of a run; raises ExtraMissing where the extra is not installed."""
    tagger = load_extra("HanTa.HanoverTagger").HanoverTagger("morphmodel_ger.pgz")
    forms = (
        load_extra("simplemma.strategies.dictionaries.dictionary_factory")
        .DefaultDictionaryFactory()
        .get_dictionary("de")
    )
    return Lexicon(tagger, forms)
