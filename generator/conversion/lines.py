"""The first steps over all lines of a page do nothing where there is nothing for them to do."""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.preprocessors import NormalizeWhitespace
from markdown.util import ETX, STX

from generator.conversion.known import quicken

_NOT_NORMAL = (STX, ETX, "\r", "\t")
_BLANKS = re.compile("\n +\n")
_FENCE = re.compile("\n(?:```|~~~)")


class QuickWhitespace(NormalizeWhitespace):
    """A text in which all is normal gets its empty end only."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines) + "\n\n"
        if _BLANKS.search(text) or any(sign in text for sign in _NOT_NORMAL):
            return list(super().run(lines))
        return text.split("\n")


class QuickFences(FencedBlockPreprocessor):
    """Code is looked for only if there is a fence anywhere."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(["", *lines])
        return list(super().run(lines)) if _FENCE.search(text) else text[1:].split("\n")


QUICKER = {"normalize_whitespace": QuickWhitespace, "fenced_code_block": QuickFences}


def register(md: Markdown) -> None:
    quicken(md.preprocessors, QUICKER)
