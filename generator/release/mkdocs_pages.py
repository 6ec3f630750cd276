"""What a release adds while MkDocs builds: the page to print, and for the copy on disk addresses that end in a file."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from mkdocs.structure.files import File, InclusionLevel

from generator.release.book import Leaf, bind, path_of
from generator.release.cover import PATH
from generator.release.plan import Plan

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.plugins.dossier")


def add_print_page(plan: Plan, files: Files, config: MkDocsConfig) -> None:
    """Puts the cover among the pages; it is never written to docs/."""
    if files.get_file_from_path(PATH):
        log.warning("docs/%s stands where the page to print has its place; call it otherwise", PATH)
        return
    files.append(File.generated(config, PATH, content=plan.cover_text, inclusion=InclusionLevel.NOT_IN_NAV))


def fill_print_page(files: Files) -> None:
    """Binds the pages behind the cover, now that all of them are read."""
    pages = [file.page for file in files.documentation_pages() if file.page]
    cover = next((page for page in pages if page.file.src_uri == PATH and page.file.generated_by), None)
    if not cover:
        return
    leaves = {path_of("", page.url or "./"): _leaf(page) for page in pages if page is not cover}
    book = bind(_leaf(cover), leaves)
    cover.content = book.html
    cover.meta.update(search={"exclude": True}, styles=["release"])
    for name, link in book.dead:
        log.warning("%s.md: the page to print has nothing that its link %s leads to", name, link)


def _leaf(page: Page) -> Leaf:
    name = page.file.src_uri.removesuffix(".md").removesuffix("/index")
    return Leaf("" if page.file.src_uri == PATH else name, page.file.url, page.content or "", page.canonical_url or "")


def published_addresses(files: Files, config: MkDocsConfig, *, folders: bool) -> None:
    """In the copy on disk, pages say where they stand on the site, whose addresses are others."""
    for file in files.documentation_pages():
        if file.page and config.site_url:
            online = File(file.src_uri, None, config.site_dir, use_directory_urls=folders)
            file.page.canonical_url = urljoin(config.site_url, online.url)


def links(plan: Plan, files: Files) -> dict[str, str | bool]:
    """What the theme links to: the page to print and, where this is not the copy on disk itself, the zip."""
    page = files.get_file_from_path(PATH)
    zipped = {} if plan.offline else {"zip": plan.zip, "zip_size": plan.zip_size}
    return {"print": page.url if page else "", "offline": plan.offline, **zipped}
