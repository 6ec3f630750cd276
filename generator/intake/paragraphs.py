"""Lines → paragraphs, however the file breaks its lines.

Blank lines part paragraphs. Within a block, lines that were broken by a width ("hard-wrapped") are joined; else every
line is a paragraph, as in texts copied from a web page. A break was made by the width if the next word would not have
fitted in the line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import pairwise

_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028\x0b]")
# controls, bidi marks and overrides, joiners, byte order marks, half characters: nothing of it may stand in a seed
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\u061c\ufeff\ufffe\uffff\ud800-\udfff]"
)
_HYPHEN_END = re.compile(r"(?:(?<=[a-zäöüß]{2})-\n(?=[a-zäöüß]{2})|(?<=-)\n)(?!(?:und|oder|bis|sowie|bzw)\b)")
"""A hyphen between small letters parts a word; the one in US-Soldaten stays."""
_ENDED = tuple(".!?…:\"“”«»'’)")
WIDEST_WRAP = 130
"""Nobody wraps lines wider than this."""


def clean(text: str) -> str:
    """Composed Unicode with plain line ends; soft hyphens and characters that nobody sees are gone."""
    text = _LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n")
    text = re.sub(r"([.!?…:”“\"«»]) *\n?\f", r"\1\n\n", text).replace("\f", "\n")
    text = re.sub("\u00ad[^\\S\n]*\n[^\\S\n]*|\u00ad", "", text)
    return unicodedata.normalize("NFC", _DROPPED.sub("", text))


def one_line(text: str) -> str:
    return " ".join(text.split())


def blocks(text: str, *, of_page: bool = False) -> list[str]:
    """The paragraphs of a cleaned text, each on one line; in one `of_page`, a single line break may be only a break."""
    found = [block.strip("\n") for block in _BLANK_LINES.split(text) if block.strip()]
    found = [each for block in found for each in _parted(block, alone=len(found) == 1 and not of_page)]
    return [line for line in map(one_line, found) if line]


def _parted(block: str, *, alone: bool) -> Iterable[str]:
    """The paragraphs of a block; where it is not the only one of its file, short lines belong together."""
    lines = [line for line in block.split("\n") if line.strip()]
    if len(lines) < 2:
        return lines
    if _is_wrapped(lines):
        return [_HYPHEN_END.sub("", "\n".join(line.strip() for line in lines))]
    if alone or _are_paragraphs(lines):
        return lines
    return [block]


def _is_wrapped(lines: list[str]) -> bool:
    width = max(map(len, lines))
    if width > WIDEST_WRAP or width < 30:
        return False
    forced = [_was_full(line.rstrip(), after, width) for line, after in pairwise(lines)]
    return sum(forced) >= 0.8 * len(forced)


def _was_full(line: str, after: str, width: int) -> bool:
    """Whether the next word would not have fitted; a word parted at the line's end could have been parted anywhere."""
    return line.endswith("-") or len(line) + 1 + len(after.split(maxsplit=1)[0]) > width


def _are_paragraphs(lines: list[str]) -> bool:
    """Long lines that end as sentences do; a heading may stand among them."""
    long = [line.rstrip() for line in lines if len(line) > WIDEST_WRAP]
    return len(long) > 1 and all(line.endswith(_ENDED) for line in long)


def words_in(texts: Iterable[str]) -> int:
    return sum(any(char.isalnum() for char in word) for text in texts for word in text.split())
