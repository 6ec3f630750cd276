"""Renders single pages, with MkDocs' own functions, and notes of each what the next build needs to know of it."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.structure.pages import Page

from generator.incremental.asked_files import AskedFiles
from generator.incremental.last_site import file_hash

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.nav import Navigation


class Gathering(Protocol):
    """What a hook gathers from the pages of a site; of each page as text in one line."""

    name: str

    def of_page(self, path: str) -> str | None: ...

    def take(self, path: str, text: str) -> None:
        """What `of_page` gave in another process, or for the last site."""

    def files_of(self, path: str) -> Iterable[str]:
        """The files that were written for a page beside its own, by their paths in the site."""


@dataclass
class Made:
    """A rendered page; travels as JSON between processes."""

    path: str
    asked: dict[str, bool] = field(default_factory=dict)
    """Path → whether it was there, while the page is being rendered."""
    targets: str = ""
    """As JSON, all paths that it asked for."""
    missing: list[str] = field(default_factory=list)
    told: list[tuple[str, int, str]] = field(default_factory=list)
    """Logger, level and message."""
    all_asked: bool = False
    title: str = ""
    anchors: list[str] = field(default_factory=list)
    links: dict[str, dict[str, str]] = field(default_factory=dict)
    """Path of a page → anchor there → the link as written."""
    outputs: dict[str, str] = field(default_factory=dict)
    """Path in the site → hash."""
    gathered: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Build:
    """One build of MkDocs, as its functions want it."""

    config: MkDocsConfig
    files: AskedFiles
    nav: Navigation
    gatherings: Sequence[Gathering]

    def read(self, file: File) -> Made:
        """Source → content; what is logged meanwhile is noted, too."""
        made = Made(file.src_uri)
        self.files.listen()
        with _told(made):
            _populate_page(page_of(file), self.config, self.files)
        made.asked, made.all_asked = self.files.asked, self.files.all_asked
        return made

    def write(self, file: File, made: Made, env: Environment, pages: Sequence[File]) -> None:
        """Content → HTML in the site."""
        page = page_of(file)
        self.files.listen()
        with _told(made):
            _build_page(page, self.config, pages, self.nav, env)
        asked, made.asked = made.asked | self.files.asked, {}
        made.targets = json.dumps(list(asked), ensure_ascii=False)
        made.missing = [path for path, there in asked.items() if not there]
        made.all_asked |= self.files.all_asked
        made.title = str(page.title or "")
        made.anchors = sorted(page.present_anchor_ids or ())
        made.links = {target.src_uri: links for target, links in (page.links_to_anchors or {}).items()}
        made.gathered = {each.name: text for each in self.gatherings if (text := each.of_page(made.path)) is not None}
        outputs = [file.dest_uri, *(path for each in self.gatherings for path in each.files_of(made.path))]
        made.outputs = {path: file_hash(Path(self.config.site_dir, path)) for path in outputs}
        page.title = page.title  # which is read from the text
        page.content = page.markdown = None  # nobody needs it any more, and of thousands of pages it is large


def page_of(file: File) -> Page:
    """The page that MkDocs has made for a file of Markdown before it asks any hook."""
    if not isinstance(file.page, Page):
        raise TypeError(f"{file.src_uri} has no page")
    return file.page


class _Notes(logging.Handler):
    def __init__(self, made: Made) -> None:
        super().__init__(logging.INFO)
        self.made = made

    def emit(self, record: logging.LogRecord) -> None:
        self.made.told.append((record.name, record.levelno, record.getMessage()))


@contextmanager
def _told(made: Made) -> Iterator[None]:
    mkdocs = logging.getLogger("mkdocs")
    loggers = [logging.getLogger(), *([] if mkdocs.propagate else [mkdocs])]
    handler = _Notes(made)
    for logger in loggers:
        logger.addHandler(handler)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeHandler(handler)
