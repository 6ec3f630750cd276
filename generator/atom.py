"""A feed as Atom (RFC 4287), from its entries.

Written out by hand: feedgen reads the clock whenever it makes a feed or an entry, and the tree of the standard library
takes half of the time of all feeds, for what are seven elements.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

_NO_ENTRY_YET = "1970-01-01"
"""A feed must say when it changed last; of one that nothing has come to yet, no day of the seeds says that."""
_NAMESPACE = "http://www.w3.org/2005/Atom"
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_ATTRIBUTES = str.maketrans({'"': "&quot;", "\t": "&#09;", "\n": "&#10;", "\r": "&#13;"})


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a feed, or what became of one: what it says, and the days on which that came and changed."""

    id: str
    title: str
    link: str
    published: str
    updated: str
    summary: Callable[[], str]
    """HTML, `in_xml`; asked for only where the entry is among the newest."""


@dataclass(frozen=True, slots=True)
class Feed:
    """Of what is on `page`; `id` is its own address."""

    id: str
    title: str
    page: str
    language: str
    author: str
    rights: str


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """The last changed first."""
    return sorted(entries, key=lambda entry: (entry.updated, entry.published, entry.id), reverse=True)


def atom(feed: Feed, entries: Iterable[Entry]) -> str:
    """The text of a feed with these entries, the newest first."""
    return "\n".join(_lines(feed, list(entries))) + "\n"


def _lines(feed: Feed, entries: list[Entry]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<feed xmlns="{_NAMESPACE}" xml:lang="{_attribute(feed.language)}">'
    yield _element("id", feed.id)
    yield _element("title", feed.title)
    yield _element("updated", _moment(entries[0].updated if entries else _NO_ENTRY_YET))
    yield _link("self", feed.id, "application/atom+xml")
    yield _link("alternate", feed.page, "text/html")
    yield f"<author>\n{_element('name', feed.author)}\n</author>"
    yield _element("rights", feed.rights)
    for entry in entries:
        yield "<entry>"
        yield _element("id", entry.id)
        yield _head(entry.title, entry.published, entry.updated, entry.link)
        yield f'<summary type="html">{entry.summary()}</summary>'
        yield "</entry>"
    yield "</feed>"


@lru_cache(maxsize=1 << 12)
def _head(title: str, published: str, updated: str, link: str) -> str:
    """The lines in which the entries of an article in several feeds are alike."""
    lines = (
        _element("title", title),
        _element("published", _moment(published)),
        _element("updated", _moment(updated)),
        _link("alternate", link, "text/html"),
    )
    return "\n".join(lines)


def in_xml(text: str) -> str:
    """The text as it stands in an element."""
    return html.escape(_allowed(text), quote=False)


def _element(name: str, text: str) -> str:
    return f"<{name}>{in_xml(text)}</{name}>"


def _link(rel: str, href: str, media_type: str) -> str:
    return f'<link rel="{rel}" type="{media_type}" href="{_attribute(href)}" />'


def _attribute(text: str) -> str:
    return in_xml(text).translate(_IN_ATTRIBUTES)


def _allowed(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
