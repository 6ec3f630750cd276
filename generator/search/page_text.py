"""The HTML of a page's content → its passages: what search reads and shows of it, each with the anchor it stands at.

Marks, evidence, drawings and ways about the site are left out: every page repeats them.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

_TAG = re.compile(r"""<(?:(/?)([a-zA-Z][a-zA-Z0-9]*)([^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*)>|!--.*?-->)""", re.DOTALL)
_ATTRIBUTE = re.compile(r"\b(id|class|data-search)\s*=\s*\"([^\"]*)\"")
_BLOCKS = frozenset(
    "address article aside blockquote dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr "
    "li main ol p pre section summary table tbody tfoot thead tr ul".split()
)
_EMPTY = frozenset("area base br col embed hr img input link meta source track wbr".split())
_BLANKS = frozenset("td th br".split())
_HEADINGS = frozenset("h2 h3 h4 h5 h6".split())
_LEFT_OUT = frozenset("button form h1 nav noscript script select style svg template".split())
_LEFT_OUT_CLASSES = frozenset("badge cite-link cross-reference crumb footnote footnote-ref headerlink origin".split())
_LEFT_OUT_SECTIONS = frozenset({"_belege", "_erwaehnt", "_zitieren"})
"""How to cite a page, and its sources: the same words under all. Who links to it: words of other pages."""


class Passage(NamedTuple):
    """A paragraph, item, row or heading; `anchor` is the place nearest to it that can be linked."""

    anchor: str
    text: str


@dataclass
class _Reading:
    passages: list[Passage] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    section: str = ""
    place: str = ""

    def begin(self, name: str, place: str) -> None:
        """An element that can be linked."""
        if not place or place.startswith(("fn:", "fnref")):
            return
        if name in _HEADINGS:
            self.section = place
        else:
            self.place = place

    def end_passage(self) -> None:
        text = " ".join("".join(self.pieces).split()).strip(" ·") if self.pieces else ""
        if text and self.section not in _LEFT_OUT_SECTIONS:
            self.passages.append(Passage(self.place or self.section, text))
        self.pieces.clear()
        self.place = ""


def passages(html: str) -> list[Passage]:
    """What stands on the page, in its order."""
    reading, at = _Reading(), 0
    say = reading.pieces.append
    tags = _TAG.finditer(html)
    for tag in tags:
        closing, name, attributes = tag.groups()
        start, end = tag.span()
        if at < start:
            say(entities.unescape(html[at:start]))
        at = end
        if not name:
            continue
        name = name.lower()
        known = dict(_ATTRIBUTE.findall(attributes)) if attributes and not closing else {}
        if not closing and _left_out(name, known):
            at = _end_of(name, tags, html)
            continue
        if name in _BLOCKS:
            reading.end_passage()
        elif name in _BLANKS:
            say(" ")
        if "id" in known:
            reading.begin(name, known["id"])
    say(entities.unescape(html[at:]))
    reading.end_passage()
    return reading.passages


def _left_out(name: str, attributes: Mapping[str, str]) -> bool:
    if name in _LEFT_OUT or not attributes or name in _EMPTY:
        return name in _LEFT_OUT
    return attributes.get("data-search") == "off" or _left_out_class(attributes.get("class", ""))


@lru_cache(maxsize=1 << 10)
def _left_out_class(classes: str) -> bool:
    return not _LEFT_OUT_CLASSES.isdisjoint(classes.split())


def _end_of(name: str, tags: Iterable[re.Match[str]], html: str) -> int:
    """Goes on to the end of the element that has just begun; of one that never ends, to that of the page."""
    depth = 1
    for tag in tags:
        other = tag[2]
        if other and other.lower() == name and not tag[3].endswith("/"):
            depth += -1 if tag[1] else 1
            if not depth:
                return tag.end()
    return len(html)
