"""Inline patterns, where Python-Markdown spends a third of its time: what is converted, and how, is the same.

Texts of simple marks are made in one pass (marks.py). For all others, patterns are tried only where the character that
they begin with stands.
"""

from __future__ import annotations

from collections import deque
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString, Registry

from generator.conversion.known import quicken
from generator.conversion.marks import MARK, Mark, content, is_simple

HANDLE, APPLY, PUT_BACK = (
    "_InlineProcessor__handleInline",
    "_InlineProcessor__applyPattern",
    "_InlineProcessor__processPlaceholders",
)
"""Private methods, by the names that Python gives them."""
NOTES = "footnote"
NEEDED = {
    "backtick": "`",
    "escape": "\\",
    NOTES: "[^",
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
    "em_strong": "",
}
"""Pattern → what every text has in which it is found. Of a pattern that is not among them, nothing is assumed."""


class QuickInline(InlineProcessor):
    """Overrides the walk over the tree and, where not all patterns are known, the loop over them."""

    def run(self, tree: Any, ancestors: list[str] | None = None) -> Any:
        self._patterns = list(self.inlinePatterns)
        known = {id(self.inlinePatterns[name]): text for name, text in NEEDED.items() if name in self.inlinePatterns}
        self._needed = [known.get(id(pattern), "") for pattern in self._patterns]
        if not self._knows_all():
            return super().run(tree, ancestors)
        self._aside = self.stashed_nodes = _Aside()
        self.parent_map, self.ancestors = {}, []
        self._waiting = deque([tree])
        self._unsettled = _unsettled(self.inlinePatterns["em_strong"])
        while self._waiting:
            self._convert(self._waiting.popleft())
        return tree

    def _knows_all(self) -> bool:
        """Whether texts can be read as marks.py does: by Python-Markdown's own patterns, in their order."""
        names = [name for name in NEEDED if name in self.inlinePatterns]
        if self._patterns != [self.inlinePatterns[name] for name in names]:
            return False
        notes: Any = self.inlinePatterns[NOTES] if NOTES in names else None
        if _rules(self.inlinePatterns) != _own_rules(notes=bool(notes)):
            return False
        self._notes = notes
        return not (notes and MARK.search(notes.footnotes.getConfig("SUPERSCRIPT_TEXT")))

    def _convert(self, element: Element) -> None:
        """Texts in an element's children and behind them; marks of notes are numbered in this order."""
        behind = []
        for child in element:
            waits = len(child) > 0
            text = child.text
            if text and not isinstance(text, AtomicString):
                marks = list(MARK.finditer(text))
                if not marks:
                    pass
                elif self._is_simple(text, marks):
                    child.text, made = self._content(text, marks)
                    child[:0] = made
                else:
                    self._text_as_ever(child, text)
            if tail := child.tail:
                marks = list(MARK.finditer(tail))
                if marks and self._is_simple(tail, marks):
                    child.tail, made = self._content(tail, marks)
                    behind.append((child, made))
                elif marks:
                    self._tail_as_ever(element, child, tail)
            if waits:
                self._waiting.append(child)
        for child, made in behind:
            position = list(element).index(child) + 1
            element[position:position] = made

    def _text_as_ever(self, child: Element, text: str) -> None:
        """Nodes are handed on, since Python-Markdown looks once more at what is in them."""
        child.text = None
        made = self._as_ever(text, child, is_text=True)
        self._waiting.extend(made)
        child[:0] = made

    def _tail_as_ever(self, element: Element, child: Element, tail: str) -> None:
        """Nodes behind a child become children themselves, at which Python-Markdown looks next."""
        around = Element("d")
        child.tail = None
        made = self._as_ever(tail, around, is_text=False)
        child.tail = around.tail or None
        position = list(element).index(child) + 1
        element[position:position] = made

    def _as_ever(self, text: str, parent: Element, *, is_text: bool) -> list[Element]:
        made = getattr(self, PUT_BACK)(getattr(self, HANDLE)(text), parent, is_text)
        self._unsettled = _unsettled(self.inlinePatterns["em_strong"])
        return [node for node, _ in made]

    def _is_simple(self, text: str, marks: list[Mark]) -> bool:
        return not (self._unsettled or isinstance(text, AtomicString)) and is_simple(text, marks, self)

    def _content(self, text: str, marks: list[Mark]) -> tuple[str | None, list[Element]]:
        begin, made, aside = content(text, marks, self)
        self._aside.others += aside
        return begin, made

    def has_note(self, name: str | None) -> bool:
        return self._notes is not None and name in self._notes.footnotes.footnotes

    def note(self, mark: Mark) -> Element:
        node: Element = self._notes.handleMatch(mark, mark.string)[0]
        return node

    def stash(self, html: str) -> str:
        return self.md.htmlStash.store(html)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - as above
        if isinstance(data, AtomicString):
            return data
        start, apply = 0, getattr(self, APPLY)
        for index in range(patternIndex, len(self._patterns)):
            matched = self._needed[index] in data
            while matched:
                data, matched, start = apply(self._patterns[index], data, index, start)
            start = 0
        return data


class _Aside(dict[str, Any]):
    """What is put aside, by number; counts on over what need not be, as numbers show where emphasis goes wrong."""

    others = 0

    def __len__(self) -> int:
        return super().__len__() + self.others


def _unsettled(emphasis: Any) -> bool:
    """Whether a text has left emphasis open, which Python-Markdown then goes on with in the next."""
    return bool(emphasis.regions or emphasis.stack or any(kind.stack for kind in emphasis.delimiters.values()))


def _rules(patterns: Registry[Any]) -> list[object]:
    """What can be told of patterns."""
    emphasis = getattr(patterns["em_strong"], "delimiters", {}) if "em_strong" in patterns else {}
    return [
        [(type(pattern), pattern.pattern, list(pattern.ANCESTOR_EXCLUDES)) for pattern in patterns],
        {token: vars(kind) for token, kind in emphasis.items()},
    ]


@lru_cache
def _own_rules(*, notes: bool) -> list[object]:
    """Those of Python-Markdown itself."""
    return _rules(Markdown(extensions=[FootnoteExtension()] if notes else []).inlinePatterns)


def register(md: Markdown) -> None:
    quicken(md.treeprocessors, {"inline": QuickInline})
