"""Which page links to which, and in which of its sections: read from the text of the pages themselves.

So nothing that a template links can be forgotten. The ways that every page has (crumbs, neighbours) do not count.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from urllib.parse import unquote

_LINK = re.compile(r'(?<!\\)\]\(([^)\s<]+)\)(?!\{ \.crumb)|<a\s(?:[^>]*\s)?href="([^"]*)"')
_NAV = re.compile(r"<nav\b.*?</nav>", re.DOTALL)
_HEADING = re.compile(r"^##? (.+?) \{ #(\S+?) ?\}$", re.MULTILINE)
_ENTRY = re.compile(r"^### .*", re.MULTILINE)
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
    _shown: dict[str, frozenset[str]] = field(default_factory=dict)

    def shown(self, source: str, claims: Callable[[str], frozenset[str]]) -> frozenset[str]:
        """The claims that a page shows, asked for once."""
        if source not in self._shown:
            self._shown[source] = claims(source)
        return self._shown[source]


def link_graph(pages: Iterable[tuple[str, str, str]]) -> LinkGraph:
    """From the path, title and Markdown of each generated page."""
    graph = LinkGraph()
    for path, title, body in pages:
        graph.titles[path] = title
        graph.sections[path] = tuple(_sections(path, _NAV.sub("", body)))
        for target in dict.fromkeys(target for each in graph.sections[path] for target in sorted(each.linked)):
            if target != path:
                graph.linking.setdefault(target, {})[path] = None
    return graph


def _sections(path: str, body: str) -> Iterator[Section]:
    """What stands above the first heading counts to it."""
    heads = list(_HEADING.finditer(body))
    starts = [0, *(head.start() for head in heads[1:]), len(body)]
    for number, (start, end) in enumerate(pairwise(starts)):
        anchor, heading = (heads[number][2], heads[number][1]) if heads else ("", "")
        text = body[start:end]
        entries = "\n".join(_ENTRY.findall(text)) or _FOLDED.sub("", text)
        linked, listed = (frozenset(_linked(path, part)) for part in (text, entries))
        yield Section(anchor, _COUNT.sub("", heading), linked, listed)


def _linked(path: str, text: str) -> Iterator[str]:
    for found in _LINK.finditer(text):
        address = unquote(html.unescape(found[1] or found[2])).partition("#")[0]
        if address.endswith(".md") and ":" not in address:
            inside = address[1:] if address.startswith("/") else posixpath.join(posixpath.dirname(path), address)
            yield posixpath.normpath(inside)
