"""The sentences of a hand-written page and where they link: by references of ours, by Markdown and by HTML."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from markdown import markdown

from generator.german.sentences import sentence_spans
from generator.html_tree import Element, parse_html
from generator.markdown_text import escape
from generator.markup import Ref, plain
from generator.meanings import Meanings

_EXTENSIONS = ("admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables")
_BLOCKS = frozenset(
    "address article aside blockquote dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main"
    " ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_LEFT_OUT = frozenset("footnote-ref footnote-backref".split())
_OURS = "dossier:"
"""What a link's address begins with where it was one of our references; an id stands behind it."""


@dataclass
class _Block:
    """Words as they stand in one paragraph, item or cell, and the addresses of the links in them."""

    text: str = ""
    links: list[tuple[int, int, str]] = field(default_factory=list)

    def add(self, words: str) -> None:
        words = re.sub(r"\s+", " ", words)
        self.text += words.lstrip() if not self.text or self.text.endswith(" ") else words


def linked_sentences(prose: str, page: str, meanings: Meanings) -> Iterator[tuple[str, list[str]]]:
    """Each sentence with the ids and, by Markdown, the paths inside docs/ that it links to; `page` is its own path."""

    def link(ref: Ref) -> str:
        return f"[{escape(meanings.words(ref))}]({_OURS}{meanings.of(ref)})"

    lines = (plain(line, link) for line in prose.splitlines())
    for block in _blocks(parse_html(markdown("\n".join(lines), extensions=_EXTENSIONS))):
        for start, end in sentence_spans(block.text):
            inside = [address for first, last, address in block.links if first < end and last > start]
            targets = [target for address in inside if (target := _target(address, page))]
            if targets:
                yield block.text[start:end], list(dict.fromkeys(targets))


def _blocks(root: Element) -> list[_Block]:
    blocks = [_Block()]
    _read(root, blocks)
    return blocks


def _read(element: Element, blocks: list[_Block]) -> None:
    for child in element.children:
        if isinstance(child, str):
            blocks[-1].add(html.unescape(child))
        elif child.tag == "br":
            blocks[-1].add(" ")
        elif _LEFT_OUT.isdisjoint(child.classes):
            _read_element(child, blocks)


def _read_element(element: Element, blocks: list[_Block]) -> None:
    is_block = element.tag in _BLOCKS
    if is_block:
        blocks.append(_Block())
    start = len(blocks[-1].text)
    _read(element, blocks)
    if element.tag == "a" and element.href:
        blocks[-1].links.append((start, len(blocks[-1].text), html.unescape(element.href)))
    if is_block:
        blocks.append(_Block())


def _target(address: str, page: str) -> str:
    """The id or path that a link leads to; nothing where it leaves the site or stays on the page."""
    if address.startswith(_OURS):
        return address.removeprefix(_OURS)
    path = unquote(re.split("[?#]", address)[0])
    if re.match(r"[a-zA-Z][\w+.-]*:|//", address) or not path.endswith(".md"):
        return ""
    return posixpath.normpath(path[1:] if path.startswith("/") else posixpath.join(posixpath.dirname(page), path))
