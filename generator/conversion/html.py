"""HTML within Markdown is taken apart only where its taking apart matters.

Python-Markdown walks a page tag by tag. Of nearly all tags nothing follows: those of inline elements stay in the text,
and what a raw block contains is kept whole. Such runs are passed over at once here, if each of their tags is in plain
style (`plain_html`); all else goes through the same code as ever. What is taken out, and what is left, is the same.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from markdown import Markdown
from markdown.extensions.md_in_html import HtmlBlockPreprocessor, HTMLExtractorExtra

from generator.conversion.known import quicken
from generator.conversion.plain_html import CLOSING, INLINE, ODD_REFERENCE, TEXT_ENDS, TOKEN, end_of_raw, tag_of

LONGEST = 256
"""Tag that is worth to be remembered."""


class _At:
    """Stands for a pattern that is found at one known place."""

    def __init__(self, place: int) -> None:
        self._place = place

    def search(self, text: str, _start: int) -> Any:
        return TOKEN.match(text, self._place)


class QuickExtractor(HTMLExtractorExtra):
    """Steers html.parser by what this takes for the end of a run of text: its attribute `interesting`."""

    mdstate: list[str | None]
    _quick = False
    _pattern: Any = None
    _place = 0
    _raw_end: int | None = None

    def feed(self, data: str) -> None:
        self._last_comment = data.rfind("<!--")
        self._quick = not ODD_REFERENCE.search(data) and INLINE.isdisjoint(self.block_level_tags)
        super().feed(data)
        self._quick = False

    @property
    def interesting(self) -> Any:
        if not self._quick or self.cdata_elem is not None or self.intail or "off" in self.mdstate[-1:]:
            return self._pattern
        if self.inraw:
            return self._pattern if self._raw_end is None else _At(self._raw_end)
        return self

    @interesting.setter
    def interesting(self, pattern: Any) -> None:
        self._pattern = pattern

    def search(self, text: str, start: int) -> Any:
        """Outside of raw blocks. Which inline elements are open in a run, only a comment after it would ask."""
        return (TEXT_ENDS if start > self._last_comment else self._pattern).search(text, start)

    def parse_starttag(self, i: int) -> int:
        end = self.rawdata.find(">", i, i + LONGEST) + 1
        tag = tag_of(self.rawdata[i:end]) if self._quick else None
        if tag is None:
            return int(super().parse_starttag(i))
        self._HTMLExtractor__starttag_text = self.rawdata[i:end]  # by the name that Python gives to a private attribute
        self.handle_starttag(*tag)
        return end

    def parse_endtag(self, i: int) -> int:
        found = CLOSING.match(self.rawdata, i) if self._quick and self.cdata_elem is None else None
        if found is None:
            return int(super().parse_endtag(i))
        self.handle_endtag(found[1].lower())
        return found.end()

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        before = self.inraw
        super().handle_starttag(tag, attrs)
        if self.inraw and not before:
            self._raw_end = end_of_raw(self.rawdata, self._place) if self._quick and not self.intail else None

    # What the original reckons anew at each tag:

    @cached_property
    def block_level_tags(self) -> set[str]:
        return set(self.md.block_level_elements)

    @cached_property
    def block_tags(self) -> set[str]:
        return self.block_level_tags - (self.span_tags | self.raw_tags | self.empty_tags)

    @property
    def line_offset(self) -> int:
        return self._place - self.offset

    def updatepos(self, i: int, j: int) -> int:
        """Keeps the place itself; the number of the line nobody asks for."""
        newline = self.rawdata.rfind("\n", i, j)
        self.offset = self.offset + j - i if newline < 0 else j - newline - 1
        self._place = j
        return j


class QuickHtmlBlocks(HtmlBlockPreprocessor):
    """Stands in for `HtmlBlockPreprocessor`; a page that html.parser cannot read in one go is left to that."""

    def run(self, lines: list[str]) -> list[str]:
        stash = self.md.htmlStash
        blocks, counter = len(stash.rawHtmlBlocks), stash.html_counter
        parser = QuickExtractor(self.md)
        parser.feed("\n".join(lines))
        if parser.rawdata:
            del stash.rawHtmlBlocks[blocks:]
            stash.html_counter = counter
            return list(super().run(lines))
        parser.close()
        return "".join(parser.cleandoc).split("\n")


def register(md: Markdown) -> None:
    quicken(md.preprocessors, {"html_block": QuickHtmlBlocks})
