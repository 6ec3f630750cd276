"""The pages of the site → one page: title page, contents, parts with their chapters, sources.

The contents on the cover say what follows, and in which order. Ids get their page's name before them, links lead to
where the page now stands, headings go down to their level. The notes of all pages become one list, in which each piece
of evidence stands once (notes.py).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from itertools import takewhile
from urllib.parse import unquote, urljoin, urlsplit

from generator.html_tree import Element, parse_html
from generator.release.notes import Notes, is_mark, marked

SOURCES, TITLE = "_belege", "_titel"
"""Anchors of a page's sources and of its heading; the book has one of each."""
HOME = {"/", "/index.html"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NAMES_IDS = ("for", "headers", "list", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")
_URLS = ("href", "xlink:href", "src", "poster", "action")
_LOCAL_URL = re.compile(r"""(url\(["']?#)""")
_NEEDLESS = {"form", "script", "noscript", "template"}
_NEEDLESS_CLASSES = {"crumb", "narrow", "more", "cite-box", "cite-link", "subscribe"}
WAYS = {"_nachbarn", "_mehr", "_erwaehnt"}
"""Headings over what only leads on to other pages; all of that stands in the book by itself."""


@dataclass(frozen=True)
class Leaf:
    """A page of the site: where it stands there (`actors/usa/`), its content, and its address for readers."""

    name: str
    url: str
    html: str
    address: str = ""


@dataclass
class Bound:
    """The book, and the links in it that lead nowhere: (page, link)."""

    html: str
    dead: list[tuple[str, str]]


def bind(cover: Leaf, leaves: Mapping[str, Leaf]) -> Bound:
    """`leaves` are all other pages of the site, by path (`/actors/usa/`); those that the cover lists are bound."""
    return _Binder(cover, leaves).bound()


def path_of(url: str, base: str = "") -> str:
    """The path that a link on the page at `base` means, from the root of the site."""
    return unquote(urljoin(urljoin("/", base), url).partition("#")[0].partition("?")[0])


@dataclass
class _Binder:
    cover: Leaf
    leaves: Mapping[str, Leaf]
    names: dict[str, str] = field(default_factory=dict)
    """Path → name, of what is in the book."""
    notes: Notes = field(default_factory=Notes)
    ids: dict[str, None] = field(default_factory=dict)
    """All ids, in the order of the book."""
    titles: dict[str, str] = field(default_factory=dict)
    """Of the pages, by name."""
    led_to: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The id that a link leads to → the page and link where it was first met."""

    def bound(self) -> Bound:
        front = parse_html(self.cover.html)
        contents = next((each for each in front.elements() if "print-contents" in each.classes), front)
        listed = [[path for path in part if path in self.leaves] for part in _listed(contents, self.cover.url)]
        self.names = {path: self.leaves[path].name for part in listed for path in part}
        body = "".join(self._part(part) for part in listed if part)
        self._rewrite(front, self.cover)
        place = next(each for each in front.elements() if "print-sources" in each.classes)
        holder = _holder(front, place)
        holder.insert(holder.index(place), Element("div", {"class": "print-body"}, [body]))
        if self.notes:
            place.children.append(self.notes.written({name: at for at, name in enumerate(self.ids)}, self.titles))
        else:
            holder.remove(place)
        dead = [where for target, where in self.led_to.items() if target not in self.ids]
        return Bound(self.notes.numbered(f'<div class="print-whole">{front.inner()}</div>'), dead)

    def _part(self, paths: list[str]) -> str:
        first, *others = (self._leaf(self.leaves[path], 2 if number else 1) for number, path in enumerate(paths))
        return f"{first}{''.join(f'{chapter}</section>' for chapter in others)}</section>"

    def _leaf(self, leaf: Leaf, depth: int) -> str:
        """The page as a section without its end, `depth` levels down."""
        tree = parse_html(leaf.html)
        notes = marked(tree)
        for part in notes.parts():
            self._rewrite(part, leaf)
        self.notes.add(notes)
        tree.remove({*notes.lists, *_heading_of_sources(tree)})
        tree.remove(set(_needless(tree)))
        self._rewrite(tree, leaf)
        heading = next((each for each in tree.elements() if each.tag == "h1"), None)
        self.titles[leaf.name] = heading.text if heading else leaf.name
        if heading and leaf.address:
            line = Element("p", {"class": "print-address"}, [escape(leaf.address)])
            holder = _holder(tree, heading)
            holder.insert(holder.index(heading) + 1, line)
        for each in tree.elements():
            if each.tag == "details":
                each.attributes["open"] = None
            elif each.tag in HEADINGS:
                each.tag = HEADINGS[min(HEADINGS.index(each.tag) + depth, 5)]
        self.ids[leaf.name] = None
        kind = "print-part" if depth == 1 else "print-chapter"
        return f'<section class="{kind}" id="{escape(leaf.name)}">{tree.inner()}'

    # Ids and links

    def _rewrite(self, tree: Element, leaf: Leaf) -> None:
        before = f"{leaf.name}:" if leaf.name else ""
        for element in tree.elements():
            for key, value in element.attributes.items():
                if not value:
                    continue
                if key == "id":
                    element.attributes[key] = before + value
                    self.ids[before + value] = None
                elif key in _NAMES_IDS:
                    element.attributes[key] = " ".join(before + word for word in value.split())
                elif key in _URLS:
                    element.attributes[key] = self._link(value, leaf)
                else:
                    element.attributes[key] = _LOCAL_URL.sub(rf"\g<1>{before}", value)

    def _link(self, url: str, leaf: Leaf) -> str:
        parts = urlsplit(url)
        if parts.scheme or parts.netloc or is_mark(url):
            return url
        path, anchor = path_of(url, leaf.url), unquote(parts.fragment)
        if anchor == SOURCES:
            target = SOURCES
        elif path == path_of("", self.cover.url):
            target = anchor or TITLE
        elif path in HOME:  # the cover stands for it
            target = TITLE
        elif path in self.names:
            target = f"{self.names[path]}:{anchor}" if anchor and anchor not in WAYS else self.names[path]
        else:
            return _from(self.cover.url, urljoin(urljoin("/", leaf.url), parts.path)) + url[len(parts.path) :]
        self.led_to.setdefault(target, (leaf.name, url))
        return f"#{target}"


def _listed(contents: Element, base: str) -> Iterator[list[str]]:
    """Each part of the contents as the paths of its pages, its own first."""
    outer = next((each for each in contents.elements() if each.tag in ("ol", "ul")), contents)
    for item in outer.children:
        if isinstance(item, Element) and item.tag == "li":
            yield list(dict.fromkeys(path_of(link, base) for link in _hrefs(item)))


def _hrefs(tree: Element) -> Iterator[str]:
    return (each.href for each in tree.elements() if each.tag == "a" and each.href)


def _needless(tree: Element) -> Iterator[Element]:
    """What serves on the screen alone, or is said at length elsewhere in the book."""
    for each in tree.elements():
        if each.tag in _NEEDLESS or _NEEDLESS_CLASSES & set(each.classes):
            yield each
        elif "question-box" in each.classes:  # the answers are on the question's page
            yield from (inner for inner in each.elements() if inner.tag == "ul")
        elif each.tag in HEADINGS and each.id in WAYS:
            yield from _section(tree, each)


def _section(tree: Element, heading: Element) -> Iterator[Element]:
    """The heading with all that follows it, up to the next one that is not below it."""
    yield heading
    for each in _after(tree, heading):
        if each.tag in HEADINGS and each.tag <= heading.tag:
            return
        yield each


def _heading_of_sources(tree: Element) -> Iterator[Element]:
    """The heading over a page's sources, with the sentences below it: the book has them once."""
    heading = next((each for each in tree.elements() if each.id == SOURCES and each.tag in HEADINGS), None)
    if heading:
        yield heading
        yield from takewhile(lambda each: each.tag == "p", _after(tree, heading))


def _after(tree: Element, element: Element) -> list[Element]:
    """The elements that stand behind it in the same place."""
    holder = _holder(tree, element)
    return [each for each in holder[holder.index(element) + 1 :] if isinstance(each, Element)]


def _holder(tree: Element, element: Element) -> list[Element | str]:
    """The list of children that the element stands in."""
    return next(each.children for each in tree.elements() if element in each.children)


def _from(base: str, path: str) -> str:
    """A path from the root of the site as a link on the page at `base`."""
    link = posixpath.relpath(path, posixpath.dirname(urljoin("/", base)) or "/")
    return f"{link}/" if path.endswith("/") and link != "." else link
