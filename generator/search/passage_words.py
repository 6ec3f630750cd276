"""The words of passages, as search compares them; each passage is read once, however many pages it stands on."""

from __future__ import annotations

from generator.german.search_terms import FOLDED_FUNCTION_WORDS, WORD, fold, plain
from generator.search.dates import date_terms


class PassageWords(dict[str, list[str]]):
    """Passage → its folded words; dates are words of their own. Most passages stand on several pages."""

    def __init__(self) -> None:
        super().__init__()
        self._folded = _Folded()

    def __missing__(self, passage: str) -> list[str]:
        text = plain(passage)
        words = [*filter(None, map(self._folded.__getitem__, WORD.findall(text))), *date_terms(text)]
        self[passage] = words
        return words


class _Folded(dict[str, str]):
    """Word → folded; empty where no page is looked for by it."""

    def __missing__(self, word: str) -> str:
        folded = fold(word)
        self[word] = "" if folded in FOLDED_FUNCTION_WORDS else folded
        return self[word]
