"""What MkDocs builds → the search index in the site's folder search/."""

from __future__ import annotations

import html as entities
import json
from collections.abc import Iterable
from dataclasses import astuple
from pathlib import Path
from typing import TYPE_CHECKING

from generator.hand_over import SEARCH_PAGE
from generator.search.index import SearchedPage, files
from generator.search.page_text import Passage, passages

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

FOLDER = "search"


class SearchIndex:
    """Collects the pages of a build as they are rendered; one that is rendered again takes its own place."""

    name = "search"

    def __init__(self) -> None:
        self._pages: dict[str, str] = {}

    def of_page(self, path: str) -> str | None:
        """The page as it is kept from one build to the next (`incremental`)."""
        return self._pages.get(path)

    def take(self, path: str, text: str) -> None:
        self._pages[path] = text

    def files_of(self, path: str) -> Iterable[str]:  # noqa: ARG002 - all its files are of the whole site
        return ()

    def add(self, page: Page, html: str) -> None:
        """Takes a page's content; not of pages that only repeat others (search itself, for printing, for the team)."""
        if page.file.src_uri == SEARCH_PAGE or page.file.generated_by:
            return
        # The front matter of our pages is HTML already
        aliases = tuple(entities.unescape(str(alias)) for alias in page.meta.get("aliases") or ())
        found = SearchedPage(
            url=page.url,
            title=entities.unescape(str(page.title)),
            kind=entities.unescape(str(page.meta.get("kind") or "")),
            aliases=aliases,
            passages=tuple(passages(html)),
            overview=page.file.name == "index",
            dated=str(page.meta.get("description") or ""),
        )
        self._pages[page.file.src_uri] = json.dumps(astuple(found), ensure_ascii=False, separators=(",", ":"))

    def write(self, site: Path) -> Iterable[str]:
        """Gives the paths of the files inside the site."""
        folder = site / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        written, once = list[str](), dict[str, str]()
        for name, text in files(_read(text, once) for text in self._pages.values()):
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
            written.append(f"{FOLDER}/{name}")
        return written


def _read(text: str, once: dict[str, str]) -> SearchedPage:
    """Of passages that stand on several pages, `once` keeps the words."""
    url, title, kind, aliases, found, overview, dated = json.loads(text)
    said = tuple(Passage(once.setdefault(anchor, anchor), once.setdefault(words, words)) for anchor, words in found)
    return SearchedPage(url, title, kind, tuple(aliases), said, overview, dated)
