"""For machine readers: beside each page its Markdown, and at the top `llms.txt`, which lists them (llmstxt.org).

The copy of a page stands where that convention looks for it: at the page's address with `index.html.md` behind it, as
`.md` at the end of a file would make MkDocs take it for a page, so the copies are written into the finished site.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, urljoin

from generator.hand_over import HOME, SEARCH_PAGE, SITE_FEED
from generator.labels import load_labels
from generator.markdown_refs import with_refs
from generator.plain_markdown import plain
from generator.raw_links import inside_docs

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

_WHOLE = re.compile(r"[a-zA-Z][\w+.-]*:|//")
_SUFFIX = re.compile("[?#]")
INDEX = "llms.txt"
ENDING = ".md"
"""Behind the path of a page's file in the site."""


class _Copy(NamedTuple):
    source: str
    path: str
    title: str
    about: str


def copy_addresses(files: Iterable[File]) -> dict[str, str]:
    """Path of a page inside docs/ → the address of its copy, from the top of the site."""
    return {file.src_uri: quote(file.dest_uri + ENDING) for file in files if _has_copy(file)}


def _has_copy(file: File) -> bool:
    """Not what only repeats other pages: the search, the page for printing, that of the team."""
    return file.src_uri != SEARCH_PAGE and not file.generated_by


class MarkdownCopies:
    """Writes the copies of a build's pages and collects what `llms.txt` says of them."""

    name = "copies"

    def __init__(self) -> None:
        self._copies: dict[str, _Copy] = {}

    def of_page(self, path: str) -> str | None:
        """What is kept of a page from one build to the next (`incremental`)."""
        return json.dumps(self._copies[path]) if path in self._copies else None

    def take(self, path: str, text: str) -> None:
        self._copies[path] = _Copy(*json.loads(text))

    def files_of(self, path: str) -> Iterable[str]:
        return [self._copies[path].path] if path in self._copies else []

    def add(self, page: Page, config: MkDocsConfig, files: Files, refs: Path) -> None:
        """Writes the copy of a page that has one."""
        if not _has_copy(page.file):
            return
        markdown = page.markdown or ""
        if ("[[" in markdown or "[@" in markdown) and refs.exists():
            markdown = "\n".join(with_refs(markdown.split("\n"), refs))
        title = html.unescape(str(page.title))
        about = html.unescape(str(page.meta.get("description") or ""))
        site_url = config.site_url or ""
        text = plain(markdown, title, lambda link: _resolved(link, page.file, files, site_url))
        copy = self._copies[page.file.src_uri] = _Copy(page.file.src_uri, page.file.dest_uri + ENDING, title, about)
        path = Path(config.site_dir, copy.path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")

    def write(self, site: Path, config: MkDocsConfig) -> None:
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
    if _WHOLE.match(link):
        return link
    path = _SUFFIX.split(link, maxsplit=1)[0]
    target = files.get_file_from_path(inside_docs(path, file)) if path else file
    if not target:
        return _joined(_joined(site_url, file.url), link)
    address = _joined(site_url, target.url) if site_url else target.url_relative_to(file)
    return address + link.removeprefix(path)


@lru_cache(maxsize=100_000)
def _joined(base: str, address: str) -> str:
    return urljoin(base, address)
