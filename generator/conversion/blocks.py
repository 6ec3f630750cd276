"""Blocks are offered only to those block processors that could want them.

Python-Markdown has each block read by up to fifteen processors, most of which search all of it for what stands at the
beginning of a line. A glance at these beginnings rules out nearly all. What is converted, and how, is the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any
from xml.etree.ElementTree import Element, ElementTree

from markdown import Markdown, blockprocessors
from markdown.blockparser import BlockParser
from markdown.extensions import admonition, footnotes, md_in_html, tables
from markdown.util import HTML_PLACEHOLDER

from generator.conversion.known import is_known

Glance = Callable[[str], object]
TAB = "    "

_RULE = r" {0,3}([-_*]) {0,2}\1 {0,2}\1"
_RULE_FIRST, _RULE_LATER = re.compile(_RULE), re.compile(rf"\n{_RULE}")
_QUOTE_FIRST, _QUOTE_LATER = re.compile(" {0,3}>"), re.compile("\n {0,3}>")
_STASHED = HTML_PLACEHOLDER.partition("%")[0]


def _indented(block: str) -> bool:
    return block.startswith(TAB)


def _admonition(block: str) -> bool:
    return "!!!" in block or block.startswith(TAB)


def _defines(block: str) -> bool:
    return "]:" in block


GLANCES: dict[type[blockprocessors.BlockProcessor], Glance] = {
    admonition.AdmonitionProcessor: _admonition,
    md_in_html.MarkdownInHtmlProcessor: lambda block: block.startswith(_STASHED),
    blockprocessors.EmptyBlockProcessor: lambda block: not block or block[0] == "\n",
    blockprocessors.ListIndentProcessor: _indented,
    blockprocessors.CodeBlockProcessor: _indented,
    tables.TableProcessor: lambda block: "|" in block and "\n" in block,
    blockprocessors.HashHeaderProcessor: lambda block: "#" in block and (block[0] == "#" or "\n#" in block),
    blockprocessors.SetextHeaderProcessor: lambda block: "\n=" in block or "\n-" in block,
    blockprocessors.HRProcessor: lambda block: _RULE_FIRST.match(block) or _RULE_LATER.search(block),
    blockprocessors.BlockQuoteProcessor: lambda block: _QUOTE_FIRST.match(block) or _QUOTE_LATER.search(block),
    footnotes.FootnoteBlockProcessor: _defines,
    blockprocessors.ReferenceProcessor: _defines,
}
"""Processor → what is true of every block that it takes. One that is not among them is offered each block."""


class QuickBlockParser(BlockParser):
    """Overrides the loop over the processors, which are the same for all of a page."""

    def parseDocument(self, lines: Iterable[str]) -> ElementTree[Any]:  # noqa: N802 - Python-Markdown's name
        self._offered = [(GLANCES.get(type(processor)), processor) for processor in self.blockprocessors]
        return super().parseDocument(lines)

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802 - as above
        while blocks:
            for glance, processor in self._offered:
                block = blocks[0]
                if (
                    (glance is None or glance(block))
                    and processor.test(parent, block)
                    and processor.run(parent, blocks) is not False
                ):
                    break


def register(md: Markdown) -> None:
    """All processors hold the parser already, so it stays the same object."""
    if is_known() and type(md.parser) is BlockParser and md.tab_length == len(TAB):
        md.parser.__class__ = QuickBlockParser
