"""Whether a word of a text is a form of a word of a name: Iraks, irakischen, Weißen (Haus), Brigaden.

Only endings are compared, never stems cut: umlaut plurals must be given as aliases.
"""

from __future__ import annotations

ADJECTIVE_ENDINGS = ("e", "er", "es", "en", "em")
NOUN_ENDINGS = ("s", "es", "n", "en")
PERSON_ENDINGS = ("s",)
_SHORTEST_STEM = 3
_SHORTEST_SPOKEN = 4
"""Letters of an abbreviation that is also written as a word: NATO, Nato; a shorter one may be another word (IS, Is)."""


def is_form(word: str, of: str, *, person: bool = False, last: bool = True) -> bool:
    """Whether `word` is `of` or an inflected form of it.

    `last`: the word ends its name; the words before it may be adjectives (Weißes Haus, Islamischer Staat).
    Persons take only the genitive -s: "Kurzen" is no form of Kurz.
    """
    if word == of:
        return True
    if of.isupper() or len(of) < _SHORTEST_STEM:
        return _same_article(word, of) or (len(of) >= _SHORTEST_SPOKEN and word == of.capitalize())
    if of[0].islower():
        return _adjective(word, of) or _same_article(word, of)
    endings = PERSON_ENDINGS if person else NOUN_ENDINGS
    if word.startswith(of) and word[len(of) :] in endings:
        return True
    return not last and not person and _adjective(word, of)


def _adjective(word: str, of: str) -> bool:
    """irakisch → irakische, Irakischen; Weißes → weißen."""
    stem = next((of.removesuffix(e) for e in sorted(ADJECTIVE_ENDINGS, key=len, reverse=True) if of.endswith(e)), of)
    if len(stem) < _SHORTEST_STEM or word[:1].casefold() != stem[0].casefold():
        return False
    return word[1 : len(stem)] == stem[1:] and word[len(stem) :] in ("", *ADJECTIVE_ENDINGS)


def _same_article(word: str, of: str) -> bool:
    """al-Asad at the beginning of a sentence: Al-Asad."""
    return of.islower() and word[:1].lower() + word[1:] == of


def stem_key(word: str) -> str:
    """What all forms of a word share: endings are made of the letters e, m, n, r and s alone."""
    return word.casefold().rstrip("emnrs")
