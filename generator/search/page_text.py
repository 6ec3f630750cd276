"""The HTML of a page's content → its passages: what search reads and shows of it, each with the anchor it stands at.

Marks, evidence, drawings and ways about the site are left out: every page repeats them.
"""

from __future__ import annotations

import html as entities
import re
from dataclasses import dataclass, field
from typing import NamedTuple

_TAG = re.compile(r"<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>", re.DOTALL)
_ATTRIBUTE = re.compile(r"\b(id|class|data-search)\s*=\s*\"([^\"]*)\"")
_BLOCKS = frozenset(
    "address article aside blockquote dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr "
    "li main ol p pre section summary table tbody tfoot thead tr ul".split()
)
_EMPTY = frozenset("area base br col embed hr img input link meta source track wbr".split())
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

    def text(self, text: str) -> None:
        self.pieces.append(entities.unescape(text))

    def end_passage(self) -> None:
        text = " ".join("".join(self.pieces).split()).strip(" ·")
        if text and self.section not in _LEFT_OUT_SECTIONS:
            self.passages.append(Passage(self.place or self.section, text))
        self.pieces.clear()
        self.place = ""


def passages(html: str) -> list[Passage]:
    """What stands on the page, in its order."""
    reading = _Reading()
    at, skipped, depth = 0, "", 0
    for tag in _TAG.finditer(html):
        if not depth:
            reading.text(html[at : tag.start()])
        at = tag.end()
        name = (tag[2] or "").lower()
        if depth:
            if name == skipped and not tag[3].endswith("/"):
                depth += -1 if tag[1] else 1
        elif name and not tag[1] and _left_out(name, tag[3]):
            skipped, depth = name, 1
        elif name:
            _read_tag(reading, name, tag[3], closing=bool(tag[1]))
    if not depth:
        reading.text(html[at:])
    reading.end_passage()
    return reading.passages


def _left_out(name: str, attributes: str) -> bool:
    if name in _EMPTY:
        return False
    found = dict(_ATTRIBUTE.findall(attributes))
    return (
        name in _LEFT_OUT
        or found.get("data-search") == "off"
        or not _LEFT_OUT_CLASSES.isdisjoint(found.get("class", "").split())
    )


def _read_tag(reading: _Reading, name: str, attributes: str, *, closing: bool) -> None:
    if name in _BLOCKS:
        reading.end_passage()
    elif name in ("td", "th", "br"):
        reading.text(" ")
    place = "" if closing else dict(_ATTRIBUTE.findall(attributes)).get("id", "")
    if not place or place.startswith(("fn:", "fnref")):
        return
    if name in ("h2", "h3", "h4", "h5", "h6"):
        reading.section = place
    else:
        reading.place = place
