"""Takes compounds apart into words that the dossier uses by themselves: Raketenangriff is found under Angriff."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from generator.german.search_terms import stem

_SHORTEST = 4
_SHORTEST_LONE_TAIL = 6
"""Where the dossier does not know what stands before it."""


def parts(word: str, stems: AbstractSet[str]) -> frozenset[str]:
    """The stems that a folded word is made of; empty where it is no compound of known words."""
    if len(word) < 2 * _SHORTEST or not word.isalpha():
        return frozenset()
    lone = ""
    for at in range(_SHORTEST, len(word) - _SHORTEST + 1):  # the longest last part first
        head, tail = stem(word[:at]), stem(word[at:])
        if tail not in stems or len(tail) < _SHORTEST - 1:
            continue
        before = parts(word[:at], stems) | (frozenset({head}) & stems)
        if before:
            return before | {tail} | parts(word[at:], stems)
        if not lone and len(word) - at >= _SHORTEST_LONE_TAIL:
            lone = tail
    return frozenset({lone} if lone else ())
