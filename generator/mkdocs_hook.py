"""Where MkDocs (or ProperDocs) meets the generator; named in `mkdocs.yml`.

`mkdocs build` and `mkdocs serve` bring docs/ in line with seeds/ first. A build stops at an error before site/ is
touched; `serve` goes on with the last good pages and shows the errors in a banner on each (theme/main.html). Under
`serve` alone there is a page for the team besides, of what is unfinished.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, InclusionLevel

from generator.hand_over import (
    JSON_LD_FILE,
    MOVED_FILE,
    REFS_FILE,
    Scripts,
    backlink_sections,
    cite_boxes,
    feed_paths,
)
from generator.incremental.build import Incremental
from generator.kept_pages import Shown, keeping
from generator.labels import load_labels
from generator.machine_readers import MarkdownCopies, copy_addresses
from generator.moved_site import MovedSite
from generator.raw_links import with_addresses
from generator.rebuilding import attempt
from generator.release.plan import Plan, planned
from generator.search.of_site import SearchIndex
from generator.site import FRESH, LAST

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from generator.status.page import StatusPage

EXTENSION = "generator.markdown_refs"
QUICKER = "generator.conversion.extension"

log = logging.getLogger("mkdocs.plugins.dossier")


@dataclass
class _Run:
    """What one event leaves for the next; MkDocs keeps this module over all builds of a `serve`."""

    serving: bool = False
    banner: list[str] = field(default_factory=list)
    status: StatusPage | None = None
    config: MkDocsConfig | None = None
    """The settings of the last build that could read mkdocs.yml."""
    configured: bool = False
    """Whether this build could."""
    refused: list[str] = field(default_factory=list)
    """Why mkdocs.yml cannot be read."""
    release: Plan | None = None
    """What `dossier release` has set out to build."""
    folders: bool = True
    """Whether addresses on the site end in folders."""
    search: SearchIndex = field(default_factory=SearchIndex)
    copies: MarkdownCopies = field(default_factory=MarkdownCopies)
    cite_boxes: dict[str, str] = field(default_factory=dict)
    """Of hand-written pages, by their path in docs/; generated ones have theirs in them."""
    backlinks: dict[str, str] = field(default_factory=dict)
    """Of hand-written pages, by their path in docs/: who links to them, as Markdown."""
    json_ld: Scripts = field(default_factory=lambda: Scripts(Path(JSON_LD_FILE)))
    feeds: dict[str, str] = field(default_factory=dict)
    nav: Navigation | None = None
    moved: MovedSite | None = None
    """What pages that lead elsewhere are written with, when all else is."""
    dirty: bool = False
    """MkDocs renders only what changed, so what is known of the other pages is kept."""
    keeping: Incremental | None = None
    """What takes the other pages from the last site."""


_run = _Run()


def on_startup(*, command: str, dirty: bool) -> None:
    _run.serving, _run.status, _run.dirty = command == "serve", None, dirty


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The references' file is found from any working directory; Markdown is converted as ever, but in less time."""
    _run.config, _run.configured, _run.release = config, True, planned()
    _run.folders = config.use_directory_urls
    if _run.release and _run.release.offline:
        config.use_directory_urls = False  # on a disk, a folder's address does not open its page
    if QUICKER not in config.markdown_extensions:
        config.markdown_extensions.append(QUICKER)
    config.mdx_configs.setdefault(EXTENSION, {})["refs"] = str(Path(config.docs_dir) / REFS_FILE)
    return config


def on_pre_build(*, config: MkDocsConfig) -> None:
    _run.banner = list(_run.refused)
    if not _run.dirty or LAST in os.environ:
        _run.search, _run.copies = SearchIndex(), MarkdownCopies()
    this = [name for name, plugin in config.plugins.items() if getattr(plugin, "__file__", "") == __file__]
    _run.keeping = keeping(this, (_run.search, _run.copies), _shown(config)) if _run.dirty else None
    if FRESH not in os.environ:
        from generator.regenerating import regenerated  # noqa: PLC0415 - takes longer than most builds that need it not

        done = regenerated(Path(config.docs_dir).parent, serving=_run.serving)
        _run.banner += done.banner
        _run.status = done.status or _run.status
    if not _run.serving and _run.banner:
        raise Abort("docs/ and site/ stay as they were")
    if not (Path(config.docs_dir) / REFS_FILE).exists() and EXTENSION in config.markdown_extensions:
        config.markdown_extensions.remove(EXTENSION)  # a first `serve` over faulty seeds: nothing is resolved yet


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Under `serve`, the page of what is unfinished stands beside the others; it is never written to docs/."""
    docs = Path(config.docs_dir)
    _run.cite_boxes, _run.json_ld = cite_boxes(docs / REFS_FILE), Scripts(docs / JSON_LD_FILE)
    _run.backlinks = backlink_sections(docs / REFS_FILE)
    _run.feeds = feed_paths(file.src_uri for file in files)
    path = f"{_run.status.address.removesuffix('/')}.md" if _run.status else ""
    if _run.status and files.get_file_from_path(path):
        log.warning("docs/%s hides the page of what is unfinished; call it otherwise", path)
        _run.status = None
    if _run.status:
        page = File.generated(config, path, content=_run.status.text, inclusion=InclusionLevel.NOT_IN_NAV)
        files.append(page)
    if _run.release:
        from generator.release.mkdocs_pages import add_print_page  # noqa: PLC0415 - only a release needs it

        add_print_page(_run.release, files, config)
    return _run.keeping.on_files(files) if _run.keeping else files


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    _run.nav = nav
    if _run.keeping:
        _run.keeping.on_nav(nav, config, files)
    return nav


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - MkDocs' names
    linked = _run.backlinks.get(page.file.src_uri, "")
    return f"{markdown}\n\n{linked}\n" if linked else markdown


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    _run.search.add(page, html)
    if not (_run.release and _run.release.offline):  # the copy on disk is for people
        _run.copies.add(page, config, files, Path(config.docs_dir) / REFS_FILE)
    return with_addresses(html, page.file, files) + _run.cite_boxes.get(page.file.src_uri, "")


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    env.globals["dossier_release"] = _of_release(_run.release, files, config) if _run.release else None
    env.globals["dossier_problems"] = _run.banner
    env.globals["dossier_json_ld"] = _run.json_ld
    env.globals["dossier_status"] = _run.status
    env.globals["dossier_feeds"] = _run.feeds
    if not _run.feeds:
        log.info("no feeds: they need whole addresses, and mkdocs.yml has no site_url")
    on_disk = _run.release and _run.release.offline  # where there are no copies
    env.globals["dossier_copies"] = {} if on_disk else copy_addresses(files.documentation_pages())
    _run.moved = MovedSite(env, files, _run.nav)
    env.globals["dossier_search"] = load_labels(str(config.theme["language"]))["search"]
    if _run.keeping:
        _run.keeping.on_env(env)
    return env


def _of_release(release: Plan, files: Files, config: MkDocsConfig) -> object:
    """Makes its pages whole; gives what the theme needs to know."""
    from generator.release.mkdocs_pages import (  # noqa: PLC0415 - only a release needs it
        fill_print_page,
        links,
        published_addresses,
    )

    if release.offline:
        published_addresses(files, config, folders=_run.folders)
    fill_print_page(files)
    return links(release, files)


def on_post_build(*, config: MkDocsConfig) -> None:
    site = Path(config.site_dir)
    if _run.keeping:
        _run.keeping.site_wide(_run.search, site, _run.search.write)
        _run.keeping.fill(_run.copies)
    else:
        _run.search.write(site)
    if _run.moved:
        _run.moved.write(Path(config.docs_dir) / MOVED_FILE, config)
    if not (_run.release and _run.release.offline):
        _run.copies.write(site, config)
    if _run.keeping:
        _run.keeping.on_post_build()


def _shown(config: MkDocsConfig) -> Callable[[], Shown]:
    """Known once the files are."""
    return lambda: Shown(Path(config.docs_dir) / REFS_FILE, _run.cite_boxes, _run.json_ld, _run.feeds)


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    from generator.watching import watch_inputs  # noqa: PLC0415 - only here

    watch_inputs(server, config)
    server.builder = lambda: _rebuild(builder)
    return server


def _rebuild(builder: Callable[..., None]) -> None:
    """Builds again; behind a mkdocs.yml that cannot be read, with the settings as they were."""
    last, _run.configured = _run.config, False
    lines = attempt(builder, last.config_file_path if last else "mkdocs.yml")
    if last and not _run.configured:
        _run.refused = lines
        attempt(lambda: builder(last), last.config_file_path)
        _run.refused = []
