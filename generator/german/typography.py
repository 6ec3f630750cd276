"""Words that stay on one line: `3. Januar`, `2.500 Soldaten`, `z. B.`, `R. Hoffman`, as German typography wants it.

`bound` only makes blanks non-breaking. As a Python-Markdown extension (in mkdocs.yml, for a dossier in German) it is
applied where text becomes a page, hand-written ones too; seeds, docs/ and exports keep their plain blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

NO_BREAK = "\u00a0"
PRIORITY = 4  # after inline patterns (20) and the contents (5), whose anchors must not depend on it
VERBATIM = {"code", "pre", "kbd", "samp", "script", "style"}

_MONTH = "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_UNIT = r"(?:[kcm]?m²?|[kM]?[Ww]h?|kg|[%‰€$°])(?!\w)"
_NAME = r"[„(]?[A-ZÄÖÜ]"
_TITLES = ("Dr", "Prof", "St", "Mr", "Mrs", "Ms")
_COUNTED = ("ca.", "Nr.", "Bd.", "Abs.", "Art.", "Kap.", "S.")
_COUNTED_IN_FULL = ("Absatz", "Absätze", "Seite", "Ziffer", "§")
# What stands before a blank, of a fixed length for Python's lookbehind, and what behind it.
_BEHIND_DIGIT = ((r"(?<!\b1[89]\d\d)(?<!\b20\d\d)(?<=\d)", rf"{_NAME}|{_UNIT}"),)  # but a year binds nothing
_BEHIND_POINT = (
    (r"\d\.", rf"(?:{_MONTH}|Jahrhundert)\b"),
    (r"\b[A-Za-zÄÖÜäöü]\.", r"[A-Za-zÄÖÜäöü]\."),  # z. B., i. d. R.
    (r"(?<![a-zäöü]\.[ \u00a0])\b[A-ZÄÖÜ]\.", _NAME),  # R. Hoffman, but not z. B. Hoffman
    (r"\b[vnu]\.", r"(?:Chr|Ä)\b"),
    *((rf"\b{title}\.", _NAME) for title in _TITLES),
    *((rf"(?<!\w){re.escape(word)}", r"\d") for word in _COUNTED),
)
_BEHIND_WORD = tuple((rf"(?<!\w){word}", r"\d") for word in _COUNTED_IN_FULL)


def _pairs(binding: Iterable[tuple[str, str]]) -> str:
    return "|".join(rf"(?<={before} )(?={behind})" for before, behind in binding)


_LAST = "".join(word[-1] for word in _COUNTED_IN_FULL)
# For speed, the blank comes first, and then the few characters that these end with. No line begins with a dash.
_BLANK = re.compile(
    rf" (?:(?<=\. )(?:{_pairs(_BEHIND_POINT)})|(?<=\d )(?:{_pairs(_BEHIND_DIGIT)})"
    rf"|(?=\d)(?<=[{_LAST}] )(?:{_pairs(_BEHIND_WORD)})|(?=–(?:\s|$)))"
)


def bound(text: str) -> str:
    """The same text, of the same length, with non-breaking blanks where a line must not end."""
    return _BLANK.sub(NO_BREAK, text)


class Typography(Treeprocessor):
    """Binds over the borders of links and emphasis: what counts is the text of the whole page, block by block."""

    def run(self, root: Element) -> None:
        slots = list[tuple[Element, str, str]]()
        _gather(root, slots)
        text = bound("".join([piece for _, _, piece in slots]))
        at = 0
        for element, name, piece in slots:
            end = at + len(piece)
            if (with_bonds := text[at:end]) != piece:
                setattr(element, name, with_bonds)
            at = end


def _gather(element: Element, slots: list[tuple[Element, str, str]]) -> None:
    """Each piece of text in the order of the page: element, attribute (`text` or `tail`), and the piece."""
    if element.tag in VERBATIM:
        return
    if element.text:
        slots.append((element, "text", element.text))
    for child in element:
        _gather(child, slots)
        if child.tail:
            slots.append((child, "tail", child.tail))


class TypographyExtension(Extension):
    """Registers the above."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.treeprocessors.register(Typography(md), "dossier-typography", PRIORITY)


def makeExtension(**options: object) -> TypographyExtension:  # noqa: N802 - Python-Markdown's name
    return TypographyExtension(**options)
