"""Later walks over the tree look closely only where there is something to do. What they do, and where, is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from types import SimpleNamespace
from typing import Any, cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.extensions.toc import TocTreeprocessor
from markdown.treeprocessors import PrettifyTreeprocessor, UnescapeTreeprocessor
from markdown.util import STX

from generator.conversion.known import quicken

VERBATIM = ("code", "pre")


class _Tags(dict[object, bool]):
    """Tag → whether something is true of it, found out once for each."""

    def __init__(self, is_true: Callable[[Any], bool]) -> None:
        self._is_true = is_true

    def __missing__(self, tag: object) -> bool:
        self[tag] = found = self._is_true(tag)
        return found


class _Few:
    """Stands for a tree, of which only some elements are walked."""

    def __init__(self, tree: Element, walked: Iterable[Element]) -> None:
        self.tree = tree
        self._walked = walked

    def iter(self) -> Iterator[Element]:
        return iter(self._walked)


class QuickAttributes(AttrListTreeprocessor):
    """Most elements have no braces anywhere near, and the same braces stand on page after page."""

    def run(self, doc: Element) -> None:
        braced: Any = _Few(doc, filter(_has_braces, doc.iter()))
        super().run(braced)

    def assign_attrs(self, elem: Element, attrs_string: str, *, strict: bool = False) -> str:
        if elem.get("class"):  # to which classes are added
            return str(super().assign_attrs(elem, attrs_string, strict=strict))
        attributes, remainder = _assigned(attrs_string, strict=strict, output_format=self.md.output_format)
        elem.attrib.update(attributes)
        return remainder


def _has_braces(element: Element) -> bool:
    """Whether there can be attributes in its text, behind it or behind the last in it; in an item, before a list."""
    text, tail = element.text, element.tail
    if (text and "{" in text) or (tail and tail[0] == "{"):
        return True
    return len(element) > 0 and (element.tag == "li" or "{" in (element[-1].tail or ""))


@lru_cache(maxsize=4096)
def _assigned(attrs_string: str, *, strict: bool, output_format: str) -> tuple[dict[str, str], str]:
    """What an element gets that has no class, and what remains of the text; not to be changed."""
    element, md = Element("span"), cast(Markdown, SimpleNamespace(output_format=output_format))
    remainder = AttrListTreeprocessor(md).assign_attrs(element, attrs_string, strict=strict)
    return element.attrib, remainder


class QuickToc(TocTreeprocessor):
    """Looks at headings and at what has a name; all text is put together only if there is a marker."""

    def run(self, doc: Element) -> None:
        is_heading = _Tags(lambda tag: isinstance(tag, str) and bool(self.header_rgx.match(tag)))
        told: Any = _Few(doc, [part for part in doc.iter() if is_heading[part.tag] or part.get("id") is not None])
        super().run(told)

    def replace_marker(self, root: Any, elem: Element) -> None:
        if any(part.text and self.marker in part.text for part in root.tree.iter()):
            super().replace_marker(root.tree, elem)


class QuickPrettify(PrettifyTreeprocessor):
    """Each tag is looked up once."""

    def _prettifyETree(self, elem: Element) -> None:  # noqa: N802 - Python-Markdown's name
        is_block = _Tags(self.md.is_block_level)
        waiting = [elem]
        for each in waiting:
            if each.tag not in VERBATIM and is_block[each.tag]:
                if len(each) and is_block[each[0].tag] and not (each.text and each.text.strip()):
                    each.text = "\n"
                waiting += [child for child in each if is_block[child.tag]]
            if not each.tail or not each.tail.strip():
                each.tail = "\n"


class QuickUnescape(UnescapeTreeprocessor):
    """Only text with the sign before each escaped character has any."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and (STX in element.text or type(element.text) is not str) and element.tag != "code":
                element.text = self.unescape(element.text)
            if element.tail and (STX in element.tail or type(element.tail) is not str):
                element.tail = self.unescape(element.tail)
            for key, value in element.items():
                if value and STX in value:
                    element.set(key, self.unescape(value))


QUICKER = {
    "attr_list": QuickAttributes,
    "toc": QuickToc,
    "prettify": QuickPrettify,
    "unescape": QuickUnescape,
}


def register(md: Markdown) -> None:
    quicken(md.treeprocessors, QUICKER)
