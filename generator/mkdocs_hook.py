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

from generator.desk.journal import Stuck, finish
from generator.feeds import feed_paths
from generator.hand_written import REFS_FILE, backlink_sections, cite_boxes
from generator.json_ld import JSON_LD_FILE, scripts
from generator.labels import load_labels
from generator.machine_readers import MarkdownCopies
from generator.moved import MOVED_FILE
from generator.moved_site import MovedSite
from generator.pipeline import Project, load, write_docs
from generator.problems import Problems, counted, summary
from generator.raw_links import with_addresses
from generator.rebuilding import attempt
from generator.release.mkdocs_pages import add_print_page, fill_print_page, links, published_addresses
from generator.release.plan import Plan, planned
from generator.search.of_site import SearchIndex
from generator.site import FRESH, unexpected
from generator.status.page import ADDRESS, StatusPage, status_page
from generator.sync import Synced
from generator.watching import watch_inputs

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

EXTENSION = "generator.markdown_refs"
MOST_SHOWN = 20

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
    nav: Navigation | None = None
    moved: MovedSite | None = None
    """What pages that lead elsewhere are written with, when all else is."""
    dirty: bool = False
    """MkDocs renders only what changed, so what is known of the other pages is kept."""


_run = _Run()


def on_startup(*, command: str, dirty: bool) -> None:
    _run.serving, _run.status, _run.dirty = command == "serve", None, dirty


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The references' file is found from any working directory."""
    _run.config, _run.configured, _run.release = config, True, planned()
    _run.folders = config.use_directory_urls
    if _run.release and _run.release.offline:
        config.use_directory_urls = False  # on a disk, a folder's address does not open its page
    config.mdx_configs.setdefault(EXTENSION, {})["refs"] = str(Path(config.docs_dir) / REFS_FILE)
    return config


def on_pre_build(*, config: MkDocsConfig) -> None:
    _run.banner = list(_run.refused)
    if not _run.dirty:
        _run.search, _run.copies = SearchIndex(), MarkdownCopies()
    if FRESH not in os.environ:
        _run.banner += _regenerate(Project(Path(config.docs_dir).parent))
    if not _run.serving and _run.banner:
        raise Abort("docs/ and site/ stay as they were")
    if not (Path(config.docs_dir) / REFS_FILE).exists() and EXTENSION in config.markdown_extensions:
        config.markdown_extensions.remove(EXTENSION)  # a first `serve` over faulty seeds: nothing is resolved yet


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Under `serve`, the page of what is unfinished stands beside the others; it is never written to docs/."""
    path = f"{ADDRESS}.md"
    _run.cite_boxes = cite_boxes(Path(config.docs_dir) / REFS_FILE)
    _run.backlinks = backlink_sections(Path(config.docs_dir) / REFS_FILE)
    if _run.status and files.get_file_from_path(path):
        log.warning("docs/%s hides the page of what is unfinished; call it otherwise", path)
        _run.status = None
    if _run.status:
        page = File.generated(config, path, content=_run.status.text, inclusion=InclusionLevel.NOT_IN_NAV)
        files.append(page)
    if _run.release:
        add_print_page(_run.release, files, config)
    return files


def on_nav(nav: Navigation, **_: object) -> Navigation:
    _run.nav = nav
    return nav


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - MkDocs' names
    linked = _run.backlinks.get(page.file.src_uri, "")
    return f"{markdown}\n\n{linked}\n" if linked else markdown


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    _run.search.add(page, html)
    _run.copies.add(page, config, files, Path(config.docs_dir) / REFS_FILE)
    return with_addresses(html, page.file, files) + _run.cite_boxes.get(page.file.src_uri, "")


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    if _run.release and _run.release.offline:
        published_addresses(files, config, folders=_run.folders)
    if _run.release:
        fill_print_page(files)
    env.globals["dossier_release"] = links(_run.release, files) if _run.release else None
    env.globals["dossier_problems"] = _run.banner
    env.globals["dossier_json_ld"] = scripts(Path(config.docs_dir) / JSON_LD_FILE)
    env.globals["dossier_status"] = _run.status
    feeds = env.globals["dossier_feeds"] = feed_paths(file.src_uri for file in files)
    if not feeds:
        log.info("no feeds: they need whole addresses, and mkdocs.yml has no site_url")
    on_disk = _run.release and _run.release.offline  # where there are no copies
    env.globals["dossier_copies"] = {} if on_disk else _run.copies.addresses
    _run.moved = MovedSite(env, files, _run.nav)
    env.globals["dossier_search"] = load_labels(str(config.theme["language"]))["search"]
    return env


def on_post_build(*, config: MkDocsConfig) -> None:
    _run.search.write(Path(config.site_dir))
    if _run.moved:
        _run.moved.write(Path(config.docs_dir) / MOVED_FILE, config)
    if not (_run.release and _run.release.offline):  # the copy on disk is for people
        _run.copies.write(Path(config.site_dir), config)


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
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


def _regenerate(project: Project) -> list[str]:
    """Brings docs/ up to date; the lines for the banner where that is not possible."""
    problems = Problems()
    try:
        if interrupted := finish(project.root):
            log.info("finished an interrupted: %s", interrupted)
        synced = _synced(project, problems)
    except Stuck as stuck:
        log.error(str(stuck))  # noqa: TRY400 - no traceback reaches an editor
        return [str(stuck)]
    except Exception as error:  # noqa: BLE001 - `serve` must outlive any fault, and a build ends with the line alone
        lines = [unexpected(error)]
        log.error(lines[0])  # noqa: TRY400 - no traceback reaches an editor
        return lines
    errors = [str(problem) for problem in problems if problem.level == "error"]
    for line in errors:
        log.error(line)
    if problems.found:
        log.info("%s; `dossier check` lists them", summary(problems))
    if synced and (synced.written or synced.removed):
        log.info("%s written, %d removed", counted(synced.written, "page"), synced.removed)
    return [*errors[:MOST_SHOWN], *([f"… and {len(errors) - MOST_SHOWN} more"] if len(errors) > MOST_SHOWN else [])]


def _synced(project: Project, problems: Problems) -> Synced | None:
    loaded = load(project, problems)
    if not loaded:
        return None
    synced = write_docs(project, loaded, problems)
    if synced and _run.serving:
        _run.status = status_page(loaded, problems)
    return synced
