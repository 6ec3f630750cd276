"""A link to a page becomes its address once on each page, however many times it stands there.

MkDocs takes every link apart anew. Here it is only asked about those that are more than the path of a file that is
there, with or without an anchor; so whatever it has to say about links, it says itself.
"""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath
from typing import Any

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from mkdocs.utils import get_relative_url

from generator.conversion.known import of_mkdocs

MKDOCS_OWN = "relpath", "_RelativePathTreeprocessor"
PRIORITY = 0.5  # right before that
_SIMPLE = re.compile(r"(?!/)([\w./-]+\.md)?(?:#([\w.:-]+))?")


class Addresses(dict[str, str]):
    """Link as written on a page → address."""

    def __init__(self, own: Any) -> None:
        super().__init__()
        self._own = own
        self._folder = dirname(own.file.src_uri)
        self._paths: dict[str, str] = {}

    def __missing__(self, link: str) -> str:
        found = _SIMPLE.fullmatch(link)
        address = self._simple(link, found[1], found[2]) if link and found else None
        if address is None:
            return str(type(self._own).path_to_url(self._own, link))
        self[link] = address
        return address

    def _simple(self, link: str, path: str | None, anchor: str | None) -> str | None:
        """None where there is no such file, or where it is not part of the site."""
        own = self._own
        target = own.files.get_file_from_path(normpath(join(self._folder, path))) if path else own.file
        if target is None or (path and target.inclusion.is_excluded()):
            return None
        if anchor:
            own.links_to_anchors.setdefault(target, {}).setdefault(anchor, link)
        if not path:
            return link
        if path not in self._paths:
            self._paths[path] = get_relative_url(target.url, own.file.url)
        return f"{self._paths[path]}#{anchor}" if anchor else self._paths[path]


class QuickAddresses(Treeprocessor):
    """MkDocs registers its own after all extensions, so it is met only when a page is converted."""

    def run(self, root: object) -> None:  # noqa: ARG002 - of all treeprocessors
        if own := of_mkdocs(self.md.treeprocessors, *MKDOCS_OWN):
            own.path_to_url = Addresses(own).__getitem__


def register(md: Markdown) -> None:
    """Lets MkDocs' own be quicker, if that is as known here."""
    md.treeprocessors.register(QuickAddresses(md), "quick_addresses", PRIORITY)
