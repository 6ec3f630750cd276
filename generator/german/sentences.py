"""Where a German sentence ends: not after abbreviations, initials and ordinals ("am 3. Januar", "Carla R. Meyer")."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…]+[\"“”«»)']*(?:\s*\[@[^\]]*\])*(?=\s+|$)|\n\s*\n")
_ABBREVIATIONS = frozenset(
    "abs art bzw ca dr evtl gen ggf inkl jh lt max mio mrd nr prof s sog st str u usw vgl z zzgl zz d h a b o v".split()
)


def sentences(text: str) -> list[str]:
    """The sentences of a text in order, without the blanks around them; citations behind the full stop belong to it."""
    found, start = [], 0
    for end in _END.finditer(text):
        if _goes_on(text, end):
            continue
        if sentence := text[start : end.end()].strip():
            found.append(sentence)
        start = end.end()
    if rest := text[start:].strip():
        found.append(rest)
    return found


def _goes_on(text: str, end: re.Match[str]) -> bool:
    if not end.group().startswith(".") or end.group().startswith(".."):
        following = text[end.end() :].lstrip()[:1]
        return not end.group().isspace() and following.islower()
    word = re.search(r"(\w+)$", text[: end.start()])
    following = text[end.end() :].lstrip()[:1]
    if not word or not following:
        return False
    last = word[1]
    ordinal = last.isdigit() and len(last) <= 2
    return following.islower() or ordinal or len(last) == 1 or last.casefold() in _ABBREVIATIONS
