"""For machine readers: beside each page its Markdown, and at the top `llms.txt`, which lists them (llmstxt.org).

The copy of a page stands where that convention looks for it: at the page's address with `index.html.md` behind it, as
`.md` at the end of a file would make MkDocs take it for a page, so the copies are written into the finished site.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

from markdown import Markdown

from generator.addresses import HOME, SEARCH_PAGE
from generator.feeds import SITE_FEED
from generator.labels import load_labels
from generator.markdown_refs import RefsPreprocessor
from generator.plain_markdown import plain
from generator.raw_links import inside_docs

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

INDEX = "llms.txt"
ENDING = ".md"
"""Behind the path of a page's file in the site."""


@dataclass(frozen=True)
class _Copy:
    source: str
    path: str
    title: str
    about: str
    text: str


class MarkdownCopies:
    """Collects the pages of a build; one that is read again takes its own place."""

    def __init__(self) -> None:
        self._copies: dict[str, _Copy] = {}

    def add(self, page: Page, config: MkDocsConfig, files: Files, refs: Path) -> None:
        """Takes a page's Markdown; not of pages that only repeat others (search, for printing, for the team)."""
        if page.file.src_uri == SEARCH_PAGE or page.file.generated_by:
            return
        markdown = page.markdown or ""
        if refs.exists():
            markdown = "\n".join(RefsPreprocessor(Markdown(), refs).run(markdown.split("\n")))
        title = html.unescape(str(page.title))
        about = html.unescape(str(page.meta.get("description") or ""))
        text = plain(markdown, title, lambda link: _resolved(link, page.file, files, config.site_url or ""))
        self._copies[page.file.src_uri] = _Copy(page.file.src_uri, page.file.dest_uri + ENDING, title, about, text)

    @property
    def addresses(self) -> dict[str, str]:
        """Path of a page inside docs/ → the address of its copy, from the top of the site."""
        return {copy.source: quote(copy.path) for copy in self._copies.values()}

    def write(self, site: Path, config: MkDocsConfig) -> None:
        for copy in self._copies.values():
            path = site / copy.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(copy.text, encoding="utf-8", newline="\n")
        text = self._index(config, with_feed=(site / SITE_FEED).exists())
        (site / INDEX).write_text(text, encoding="utf-8", newline="\n")

    def _index(self, config: MkDocsConfig, *, with_feed: bool) -> str:
        """Title, summary, how to read it; then the pages by folder, each folder under the title of its overview."""
        words = load_labels(str(config.theme["language"]))["machine_readers"]
        head = f"# {config.site_name}\n\n> {config.site_description or config.site_name}\n\n{words['about']}\n"
        folders: dict[str, list[_Copy]] = {}
        order = sorted(self._copies.values(), key=lambda copy: (copy.source != HOME, copy.source))
        for copy in sorted(order, key=lambda copy: PurePosixPath(copy.source).name != "index.md"):
            folders.setdefault(copy.source.rpartition("/")[0], []).append(copy)
        parts = [head]
        for folder, copies in sorted(folders.items()):
            overview = next((copy.title for copy in copies if copy.source == f"{folder}/index.md"), folder)
            lines = [_line(copy.title, (config.site_url or "") + quote(copy.path), copy.about) for copy in copies]
            if not folder and with_feed:
                lines.append(_line(words["feed"], (config.site_url or "") + SITE_FEED, words["feed_of"]))
            parts.append(f"## {overview if folder else words['top']}\n\n" + "\n".join(lines) + "\n")
        return "\n".join(parts)


def _line(title: str, address: str, about: str) -> str:
    words = re.sub(r"([\\\[\]])", r"\\\1", title)
    return f"- [{words}]({address})" + (f": {about}" if about else "")


def _resolved(link: str, file: File, files: Files, site_url: str) -> str:
    """The whole address of a link on a page, relative only where the site's own is not known."""
    if re.match(r"[a-zA-Z][\w+.-]*:|//", link):
        return link
    path = re.split("[?#]", link)[0]
    target = files.get_file_from_path(inside_docs(path, file)) if path else file
    if not target:
        return urljoin(urljoin(site_url, file.url), link)
    address = urljoin(site_url, target.url) if site_url else target.url_relative_to(file)
    return address + link.removeprefix(path)
