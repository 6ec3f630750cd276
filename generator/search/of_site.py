"""What MkDocs builds → the search index in the site's folder search/."""

from __future__ import annotations

import html as entities
from pathlib import Path
from typing import TYPE_CHECKING

from generator.addresses import SEARCH_PAGE
from generator.search.index import SearchedPage, files
from generator.search.page_text import passages

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

FOLDER = "search"


class SearchIndex:
    """Collects the pages of a build as they are rendered; one that is rendered again takes its own place."""

    def __init__(self) -> None:
        self._pages: dict[str, SearchedPage] = {}

    def add(self, page: Page, html: str) -> None:
        """Takes a page's content; not of pages that only repeat others (search itself, for printing, for the team)."""
        if page.file.src_uri == SEARCH_PAGE or page.file.generated_by:
            return
        # The front matter of our pages is HTML already
        aliases = tuple(entities.unescape(str(alias)) for alias in page.meta.get("aliases") or ())
        self._pages[page.file.src_uri] = SearchedPage(
            url=page.url,
            title=entities.unescape(str(page.title)),
            kind=entities.unescape(str(page.meta.get("kind") or "")),
            aliases=aliases,
            passages=tuple(passages(html)),
            overview=page.file.name == "index",
            dated=str(page.meta.get("description") or ""),
        )

    def write(self, site: Path) -> None:
        folder = site / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files(self._pages.values()).items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
