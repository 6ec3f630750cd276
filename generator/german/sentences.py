"""Where a German sentence ends: not after abbreviations, initials and ordinals ("am 3. Januar", "Carla R. Meyer").

A full stop behind a number or after an abbreviation that may close a sentence ends it where the next word is one that
sentences begin with: "Sie ist 45. Er ist 50." and "Es kostet 3 Mio. Das ist viel." are two each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?…]+[\"“”«»\u2018\u2019\u2039\u203a)\]']*(?:\s*\[@[^\]]*\])*(?=\s+|$)|\n\s*\n")
_ABBREVIATIONS = frozenset(
    "abb abs allg bd bes bspw bzw chr dr dt ebd evtl geb gest gez ggf ggü hl hrsg inkl insb jh kap lt med"
    " mr mrs ms nr phil prof rer sog st std str tel u usf vgl vs z zzgl zz feb febr aug sept okt nov dez"
    " d h a b o v a".split()
)
_MAY_CLOSE = frozenset("art ca co etc fa gen jan max op sen inc jr ltd mio mrd sr tsd usw".split())
OPENERS = frozenset(
    "der die das den dem des ein eine einer eines einem einen er sie es wir ich ihr man dies diese dieser dieses diesen"
    " im in am an auf aus bei beim nach vor von vom mit zu zum zur für ohne unter über um seit bis durch gegen trotz"
    " wegen während doch aber und oder auch nun nur noch so da dann danach dabei damit darauf daraufhin daher deshalb"
    " zudem außerdem allerdings jedoch dennoch inzwischen zugleich zuvor zuletzt später hier dort jetzt heute gestern"
    " wer was wie wo wann warum wenn weil als ob dass kein keine seine ihre sein alle viele einige mehrere beide"
    " insgesamt laut dazu dagegen bislang bisher derzeit erst schon immer nicht niemand jeder".split()
)
_MONTHS = frozenset("Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember".split())
_BEFORE_ORDINAL = re.compile(
    r"(?:\b(?i:d(?:er|ie|as|em|en|es)|[ai]m|zu[mr]|vom|beim|ins?|bis|ab|seit|und|oder|auf|als|jede[nrms]?|dies\w+"
    r"|(?:s?ein|ihr|unser|mein)(?:e[nrms]?)?)|[-–—/(.:„“\"»,])\s*$"
)
_LAST_WORD = re.compile(r"\w+\Z")
_LOOKED_BACK = 60
_LONGEST_ORDINAL = 2
_NUMBERED = re.compile(r"(?:Plan|Typ|Vitamin|Klasse|Gruppe|Halle|Block|Variante|Hepatitis) [A-Z]\Z")
_FIRST_WORD = re.compile(r"\W?(\w*)")
_ROMAN = re.compile(r"[IVX]{2,}|[VX]")


def sentences(text: str) -> list[str]:
    """The sentences of a text in order, without the blanks around them; citations behind the full stop belong to it."""
    return [text[start:end] for start, end in sentence_spans(text)]


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends."""
    start = 0
    for end in _END.finditer(text):
        if _goes_on(text, end):
            continue
        yield from _trimmed(text, start, end.end())
        start = end.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if stripped := piece.strip():
        start += piece.index(stripped)
        yield start, start + len(stripped)


def _is_ordinal(before: str, number: int) -> bool:
    """Whether a number before a full stop is one by the word before it ("zum 40.", "3. und 4."), or numbers a list."""
    return not before.strip() or bool(_BEFORE_ORDINAL.search(before)) or f"{number - 1}." in before


def _goes_on(text: str, end: re.Match[str]) -> bool:
    """Whether what looks like the end of a sentence is none."""
    rest = text[end.end() : end.end() + _LOOKED_BACK].strip()
    if rest[:1].islower():
        return not end.group().isspace()
    before = text[max(0, end.start() - _LOOKED_BACK) : end.start()]
    last = _LAST_WORD.search(before)
    if not last or not rest or not end.group().startswith(".") or end.group().startswith(".."):
        return False
    following = _FIRST_WORD.match(rest)
    word, name = following[1] if following else "", last[0]
    opens = word.casefold() in OPENERS
    if name.isdigit() and len(name) <= _LONGEST_ORDINAL:
        return not opens and (word in _MONTHS or _is_ordinal(before[: last.start()], int(name)))
    if name.casefold() in _MAY_CLOSE or _ROMAN.fullmatch(name):
        return not opens
    return not _NUMBERED.search(before) if len(name) == 1 else name.casefold() in _ABBREVIATIONS
