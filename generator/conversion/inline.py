"""Inline patterns are tried only where the character that they begin with stands.

Python-Markdown tries each of its fifteen patterns on each piece of text, though nearly all of them can be ruled out at
a glance; on pages full of short pieces that is a quarter of all its time. What is converted, and how, is the same.
"""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

OVERRIDDEN = ("_InlineProcessor__handleInline", "_InlineProcessor__applyPattern")
"""A Python-Markdown that has no such methods any more is left alone."""
PRIORITY = 20  # that of the one it stands in for
_NEEDED = {
    "backtick": "`",
    "escape": "\\",
    "footnote": "[^",
    "reference": "[",
    "link": "[",
    "image_link": "![",
    "image_reference": "![",
    "short_reference": "[",
    "short_image_ref": "![",
    "autolink": "<",
    "automail": "<",
    "linebreak": "  \n",
    "html": "<",
    "entity": "&",
}
"""Pattern → what every text has in which it is found. Of a pattern that is not among them, nothing is assumed."""


class QuickInline(InlineProcessor):
    """Overrides the loop over the patterns, by the name that Python gives to a private method."""

    def run(self, tree: Any, ancestors: list[str] | None = None) -> Any:
        self._patterns = list(self.inlinePatterns)
        known = {id(self.inlinePatterns[name]): text for name, text in _NEEDED.items() if name in self.inlinePatterns}
        self._needed = [known.get(id(pattern), "") for pattern in self._patterns]
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - as above
        if isinstance(data, AtomicString):
            return data
        start, apply = 0, getattr(self, OVERRIDDEN[1])
        for index in range(patternIndex, len(self._patterns)):
            matched = self._needed[index] in data
            while matched:
                data, matched, start = apply(self._patterns[index], data, index, start)
            start = 0
        return data


def register(md: Markdown) -> None:
    """Puts it in the place of Python-Markdown's own, if that is as known here."""
    if all(hasattr(InlineProcessor, name) for name in OVERRIDDEN):
        md.treeprocessors.register(QuickInline(md), "inline", PRIORITY)
