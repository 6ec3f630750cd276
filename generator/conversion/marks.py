"""A text with simple marks only becomes elements in one pass: links, notes, emphasis, inline HTML, entities.

Python-Markdown tries its patterns one after the other, character by character, and puts what it finds aside, to be
put back in the end. Where each mark can only mean one thing, the same elements are made from left to right. Anything
else about a text (escapes, code, images, references, nested brackets, unpaired stars) is for Python-Markdown to tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol
from xml.etree.ElementTree import Element

MARK = re.compile(
    r"""
    [\[<&*_`\\\n\x02] (?:
      (?<=\[) (?:
        \^ (?P<note> [^][\\`<]* ) \]
        | (?<!!\[) (?P<words> [^][\\`<&*_\n\x02]* ) \]
          \( (?P<href> [^][()<>\\`\s'"\x02]* ) (?: [ ]"(?P<title> [^][()<>\\`'"\n\x02]+ )" )? \)
      )
      | (?<=<) (?P<tag> /? [A-Za-z][A-Za-z0-9]* (?: [ ][A-Za-z][-A-Za-z0-9]*(?:="[^][<>\\`"\n\x02]*")? )* [ ]?/?> )
      | (?<=&) (?P<entity> (?: \#[0-9]+ | \#x[0-9a-fA-F]+ | [a-zA-Z0-9]+ ) ; )
      | (?<=\*) (?P<stars> \** )
      | (?<=_) (?P<lines> _* )
      | (?P<other> (?<=[\[<`\\]) | (?<=[ ][ ]\n) | (?<=\x02)(?=klzzwxh:) )
    )
    """,
    re.VERBOSE,
)
"""All that a pattern of Python-Markdown's may begin with; a text without any stays as it is."""
STASHED = ("tag", "entity")  # in the order of their patterns, from which raw HTML has its numbers
EMPHASIS = {1: "em", 2: "strong"}
LINK = ("href", "title")  # what its mark ends with
_BLANK = re.compile(r"\s")

Mark = re.Match[str]
Content = tuple[str | None, list[Element], int]
"""The text before the first element, the elements with what is behind each, how many Python-Markdown puts aside."""


class Page(Protocol):
    """What a text needs of the page that it stands on."""

    def has_note(self, name: str | None) -> bool: ...

    def note(self, mark: Mark) -> Element:
        """The mark of a note; `mark` has its name as group 1."""

    def stash(self, html: str) -> str:
        """What stands for raw HTML until the page is written."""


def is_simple(text: str, marks: list[Mark], page: Page) -> bool:
    """Whether each mark of a text can only mean one thing."""
    kinds = {mark.lastgroup for mark in marks}
    if "other" in kinds:
        return False
    if "note" in kinds and not all(page.has_note(mark[1]) for mark in marks if mark.lastgroup == "note"):
        return False
    if "stars" in kinds:
        return "lines" not in kinds and _paired(text, [mark for mark in marks if mark.lastgroup == "stars"])
    return "lines" not in kinds or sum(mark.lastgroup == "lines" for mark in marks) == 1  # a single one opens nothing


def _paired(text: str, stars: Iterable[Mark]) -> bool:
    """Whether each star closes the one before it, or opens what is closed."""
    opened: list[int] = []
    for mark in stars:
        start, end = mark.span()
        closes = start > 0 and not text[start - 1].isspace()
        opens = end < len(text) and not text[end].isspace()
        if opened and closes and opened[-1] == end - start:
            opened.pop()
        elif opens and not (opened and closes) and end - start in EMPHASIS and end - start not in opened:
            opened.append(end - start)
        else:
            return False
    return not opened


def content(text: str, marks: list[Mark], page: Page) -> Content:
    """What a text is made of whose marks are simple."""
    kinds = {mark.lastgroup for mark in marks}
    stashed = {
        mark: page.stash(mark[0]) for kind in STASHED if kind in kinds for mark in marks if mark.lastgroup == kind
    }
    made, at = _Made(), 0
    for mark in marks:
        made.pending += text[at : mark.start()]
        at = mark.end()
        kind = mark.lastgroup
        if kind in LINK:
            made.put(_link(mark))
        elif kind == "note":
            made.put(page.note(mark))
        elif kind == "stars":
            made.turn(EMPHASIS[len(mark[0])])
        else:
            made.pending += stashed.get(mark, mark[0])
            made.aside += mark in stashed
    made.pending += text[at:]
    made.flush()
    return made.inside.text, list(made.inside), made.aside


def _link(mark: Mark) -> Element:
    words, href, title = mark.group("words", "href", "title")
    link = Element("a", {"href": href} if title is None else {"href": href, "title": _BLANK.sub(" ", title.strip())})
    link.text = words
    return link


class _Made:
    """Elements and the text between them, so far."""

    __slots__ = ("around", "aside", "inside", "last", "pending")

    def __init__(self) -> None:
        self.inside = Element("span")  # only its content is wanted
        self.last: Element | None = None
        self.around: list[Element] = []
        self.pending, self.aside = "", 0

    def flush(self) -> None:
        """Text goes behind the last element, or into the one that is open."""
        if self.pending:
            if self.last is None:
                self.inside.text = self.pending
            else:
                self.last.tail = self.pending
            self.pending = ""

    def put(self, element: Element) -> None:
        self.flush()
        self.inside.append(element)
        self.last = element
        self.aside += not self.around or element.tag not in EMPHASIS.values()  # nested emphasis is put aside as one

    def turn(self, tag: str) -> None:
        """Emphasis begins or, where the same is open, ends."""
        if self.around and self.inside.tag == tag:
            self.flush()
            self.inside, self.last = self.around.pop(), self.inside
        else:
            self.put(Element(tag))
            self.around.append(self.inside)
            self.inside, self.last = self.inside[-1], None
