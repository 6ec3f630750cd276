"""What stands in quotation marks in a sentence is not read as part of it: it is blotted out, place for place.

A title („Sieler Bote“) is a word of the sentence all the same, and so is a single one („verboten“). A quotation may
have begun in a sentence before, or go on in the next. Brackets are left out.
"""

from __future__ import annotations

import re

_QUOTED = re.compile(r"[„»«][^“”»«]*[“”«»\"]|\"[^\"]*\"|“[^”]*”")
_OPEN = re.compile(r"[„][^“”\"]*$")
_CLOSED = re.compile(r"^[^„“”\"»«]*[“”](?=\W|$)")
_BRACKETS = re.compile(r"\([^()]*\)")
_TITLE_WORDS = 6


def masked(text: str) -> str:
    """What is quoted is not read: it is blotted out; a title in quotation marks becomes one word, brackets none."""
    text = _QUOTED.sub(_blotted, text)
    text = _OPEN.sub(lambda rest: "„" + "_" * (len(rest[0]) - 1), text)
    text = _CLOSED.sub(lambda rest: "_" * (len(rest[0]) - 1) + rest[0][-1], text)
    return _BRACKETS.sub(lambda inside: " " * len(inside[0]), text)


def _blotted(quoted: re.Match[str]) -> str:
    words = quoted[0][1:-1].split()
    before = quoted.string[: quoted.start()].rstrip()[-1:]
    if len(words) == 1 and words[0].isalpha() and words[0].islower():
        return "x" * len(quoted[0])
    titled = words and all(word[0].isupper() or word[0].isdigit() or len(word) < 4 for word in words)
    if titled and len(words) < _TITLE_WORDS and words[-1][-1] not in ".!?," and before not in {"", ":"}:
        return "X" * len(quoted[0])
    return quoted[0][0] + "_" * max(1, len(words and quoted[0]) - 2) + quoted[0][-1] if words else "X" * len(quoted[0])
