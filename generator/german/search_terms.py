"""Words as search compares them: spelling folded, endings cut, names by their sound.

theme/assets/search-engine.js does the same to what a reader types; a browser test holds the two together. Cutting may
be coarse (Forderung, fordern and fordert are one term) as long as all forms of a word meet in the same place.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
WORD = re.compile(r"[^\W_]+")
FUNCTION_WORDS = frozenset(
    """
    ab aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bereits bis bisher
    da dabei dafuer damit dann das dass dazu dem den denen denn der deren des dessen die dies diese diesem
    diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwa etwas euch fuer gegen
    genau geschah geschehen gibt habe haben hat hatte hatten hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im
    in ins ist ja jede jedem jeden jeder jedes jetzt kann kein keine keinem keinen keiner koennen laut mal man
    mehr mit muss nach nicht noch nun nur ob oder passieren passiert passierte schon sehr sei seien sein seine
    seinem seinen seiner seit sich sie sind so soll sollen sowie trotz ueber um und uns unter viel viele vielen
    vom von vor waere war waren warum was wegen weil welche welchem welchen welcher welches wem wen wenn wer
    werden wessen wie wieder wieso wieviel wieviele will wird wo wobei woher wohin wollen worden wozu wurde
    wurden zu zum zur zwischen
    al el ul as ad ar ash
    """.split()
)
"""Words that no page is looked for by; the last are Arabic articles, which every source writes as it likes."""

_NUMBER = re.compile(r"(?<!\d)\d{1,3}(?:[. \u00a0\u2009\u202f]\d{3})+(?!\d)")
_UMLAUT_U = re.compile(r"(^|[^aeq])ue")
_ENDINGS = (("isch", 4), ("ung", 3), ("ern", 4), ("em", 4), ("er", 4), ("es", 4), ("en", 3), ("e", 3), ("t", 5))
"""Endings with the least that must stay of the word."""
_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"tsch|dsch|dj", "j"),
        (r"sch", "sh"),
        (r"gh|kh|ck|q|g|c", "k"),
        (r"([dtbzr])h", r"\1"),
        (r"ph", "f"),
        (r"z", "s"),
        (r"w", "v"),
        (r"[ea][iy]|[eyi]", "i"),
        (r"ou|oo|[ou]", "u"),
        (r"(.)\1+", r"\1"),
        (r"(?<=.)h$", ""),
    )
]


def plain(text: str) -> str:
    """The text without invisible characters, and with numbers in one piece: 2.500 and 2 500 are 2500."""
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return _NUMBER.sub(lambda number: re.sub(r"\D", "", number[0]), text)


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """The word without case, accents and the choice between ü, ue and u."""
    letters = unicodedata.normalize("NFD", word.lower().replace("ß", "ss"))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _UMLAUT_U.sub(r"\1u", bare.replace("ae", "a").replace("oe", "o"))


@lru_cache(maxsize=200_000)
def stem(folded: str) -> str:
    """What the forms of a folded word share."""
    if len(folded) < 4 or not folded.isalpha():
        return folded
    if len(folded) > 6 and folded.startswith("ge") and folded.endswith("t"):
        folded = folded[2:-1]
    while shorter := _shorter(folded):
        folded = shorter
    return folded


def _shorter(word: str) -> str:
    for ending, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return word[:-1] if word.endswith("s") and len(word) > 4 and word[-2] != "s" else ""


def sound(folded: str) -> str:
    """The same for all spellings of a name: Ghassem, Kassem, Qassem; Suleimani, Soleimani; Hisbollah, Hezbollah."""
    for pattern, sounded in _SOUNDS:
        folded = pattern.sub(sounded, folded)
    return folded


def words(text: str) -> list[str]:
    """The folded words of a text."""
    return [fold(word) for word in WORD.findall(plain(text))]


FOLDED_FUNCTION_WORDS = frozenset(map(fold, FUNCTION_WORDS))
