"""Which page links to which, and in which of its sections: read from the text of the pages themselves.

So nothing that a template links can be forgotten. The ways that every page has (crumbs, neighbours) do not count.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any, TypeVar
from urllib.parse import unquote

T = TypeVar("T")

# Each begins with letters that a page is searched for quickly.
_LINK = re.compile(r"\]\((?<!\\]\()([^)\s<]+)\)(?!\{ \.crumb)")
_TAG = re.compile(r'<a\s(?:[^>]*\s)?href="([^"]*)"')
_NAV = re.compile(r"<nav\b.*?</nav>", re.DOTALL)
_HEADING = re.compile(r"\n##? (.+?) \{ #(\S+?) ?\}$", re.MULTILINE)
_ENTRY = re.compile(r"\n### .*")
_FOLDED = re.compile(r"<details\b.*?</details>", re.DOTALL)
_COUNT = re.compile(r" \([\d.]+\)$")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page under its heading (as Markdown, its count left out), and the paths of the pages linked in it.

    `listed` are those that it names as its entries: in its own headings where it has any, else outside what is folded.
    """

    anchor: str
    heading: str
    linked: frozenset[str]
    listed: frozenset[str]


@dataclass(frozen=True)
class LinkGraph:
    """Pages by their path inside docs/."""

    titles: dict[str, str] = field(default_factory=dict)
    sections: dict[str, tuple[Section, ...]] = field(default_factory=dict)
    linking: dict[str, dict[str, None]] = field(default_factory=dict)
    """Path → the pages that link to it, in the order of the dossier."""
    _found: dict[tuple[str, str], Any] = field(default_factory=dict)

    def once(self, what: str, name: str, find: Callable[[str], T]) -> T:
        """What `find` says of a page, by its path or by what it is called; asked for once."""
        if (what, name) not in self._found:
            self._found[what, name] = find(name)
        return self._found[what, name]  # type: ignore[no-any-return]


def link_graph(pages: Iterable[tuple[str, str, Sequence[Section]]]) -> LinkGraph:
    """From the path, title and sections of each generated page."""
    graph = LinkGraph()
    for path, title, parts in pages:
        graph.titles[path] = title
        graph.sections[path] = tuple(parts)
        for target in dict.fromkeys(target for each in graph.sections[path] for target in sorted(each.linked)):
            if target != path:
                graph.linking.setdefault(target, {})[path] = None
    return graph


def sections(path: str, body: str) -> tuple[Section, ...]:
    """Those of the page at `path`, from its Markdown."""
    return tuple(_sections(path, _NAV.sub("", body)))


def _sections(path: str, body: str) -> Iterator[Section]:
    """What stands above the first heading counts to it."""
    body = f"\n{body}"
    folder = posixpath.dirname(path)
    heads = list(_HEADING.finditer(body))
    starts = [0, *(head.start() for head in heads[1:]), len(body)]
    for number, (start, end) in enumerate(pairwise(starts)):
        anchor, heading = (heads[number][2], heads[number][1]) if heads else ("", "")
        text = body[start:end]
        entries = "".join(_ENTRY.findall(text)) or _FOLDED.sub("", text)
        linked = _linked(folder, text)
        yield Section(anchor, _COUNT.sub("", heading), linked, linked if entries == text else _linked(folder, entries))


def _linked(folder: str, text: str) -> frozenset[str]:
    """The pages that are linked in a part of a page in `folder`."""
    addresses = set(_TAG.findall(text)) if "<a" in text else set[str]()
    if addresses:
        text = _TAG.sub("<", text)  # what stands in an attribute is no Markdown
    addresses.update(_LINK.findall(text))
    return frozenset(filter(None, (_page(folder, address) for address in addresses)))


@lru_cache(maxsize=1 << 15)
def _page(folder: str, link: str) -> str:
    """The path of the page that a link leads to; empty where it leads to none of the site."""
    address = unquote(html.unescape(link)).partition("#")[0]
    if not address.endswith(".md") or ":" in address:
        return ""
    return posixpath.normpath(address[1:] if address.startswith("/") else posixpath.join(folder, address))
