"""The two marks that any prose of the dossier may hold: links `[[id]]`, `[[id|words]]`, citations `[@article#claim]`.

One grammar for claims, intros, notes and hand-written pages. What the marks mean is decided in `resolve`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

_REF = re.compile(r"\[\[(?P<link>[^\[\]]*)\]\]|\[@(?P<cite>[^\[\]]*)\]|(?P<loose>\[\[|\[@)")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Ref:
    """A link or citation in a text; `loose` is one that is never closed."""

    kind: Literal["link", "cite", "loose"]
    target: str
    words: str
    start: int
    end: int


def find_refs(text: str) -> Iterator[Ref]:
    """All links and citations from left to right; what stands in backticks is left alone."""
    code = [match.span() for match in _CODE.finditer(text)] if "`" in text else []
    for match in _REF.finditer(text):
        start, end = match.span()
        if any(a <= start < b for a, b in code):
            continue
        if match["link"] is not None:
            target, _, words = match["link"].partition("|")
            yield Ref("link", target.strip(), words.strip(), start, end)
        elif match["cite"] is not None:
            yield Ref("cite", match["cite"].strip(), "", start, end)
        else:
            yield Ref("loose", match["loose"], "", start, end)


def own_words(ref: Ref) -> str:
    """The words that a link shows where nothing is known of its target."""
    return ref.words or ref.target


def plain(text: str, words: Callable[[Ref], str] = own_words) -> str:
    """The text as a reader sees it: links as their words, citations gone with the blanks before them."""
    pieces, at = [], 0
    for ref in find_refs(text):
        before = text[at : ref.start]
        pieces += (
            [before.rstrip()] if ref.kind == "cite" else [before, words(ref) if ref.kind == "link" else ref.target]
        )
        at = ref.end
    return "".join([*pieces, text[at:]])
