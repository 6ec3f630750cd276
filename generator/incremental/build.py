"""The events of one build, in their order: what is known → what is to be made → site → what the next build knows."""

from __future__ import annotations

import hashlib
import json
import logging
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils.meta import get_data

from generator.incremental.asked_files import AskedFiles, listing
from generator.incremental.inputs import common_hash, doubt, navigation_hash, shows_all_pages
from generator.incremental.last_site import file_hash, give_back, take_over
from generator.incremental.making import make
from generator.incremental.memory import Memory, all_of_it
from generator.incremental.rendering import Build, Gathering, Made, page_of
from generator.incremental.state import discard, key, load, save
from generator.incremental.static_files import modified, take_static

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation

log = logging.getLogger("mkdocs.plugins.incremental")


@dataclass(frozen=True)
class Host:
    """What the hook says of itself that plugs this in."""

    trusted: Iterable[str]
    """Hooks, plugins and extensions that read nothing and keep nothing of a page but what is said here."""
    gatherings: Sequence[Gathering]
    common: Callable[[], object]
    """What all pages show that comes neither from settings nor from templates; as JSON."""
    of_page: Callable[[File], object]
    """The same for a single page."""
    writes: frozenset[str] = frozenset()
    """What it writes into the top folder of the site, and the folders there which it writes into."""


@dataclass
class Incremental:
    """`last` is the site as it was built last, `state` the folder where what is known of it lies."""

    last: Path
    state: Path
    host: Host
    build: Build | None = None
    """None where there is a doubt: then MkDocs does all by itself."""
    old: Memory = field(default_factory=Memory)
    new: Memory = field(default_factory=Memory)
    keys: dict[str, str] = field(default_factory=dict)
    pages: dict[str, File] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    """The pages that are not rendered again, as far as one can tell until now."""
    read: dict[str, Made] = field(default_factory=dict)
    """Pages of the navigation, which are read before all others: their titles stand on these."""
    made: dict[str, Made] = field(default_factory=dict)

    def on_pre_build(self) -> None:
        logging.getLogger("mkdocs.commands.build").addFilter(_not_dirty)

    def on_files(self, files: Files) -> Files:
        return AskedFiles(files)

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> None:
        """Decides, as far as that is possible now, and reads the pages of the navigation that changed."""
        for file in files:
            modified(file, answer=True)  # the folder is empty, but for what is written there in this build
        self.pages = {file.src_uri: file for file in files.documentation_pages() if file.page}
        why = doubt(config, self.host.trusted) or self._clash(config, files)
        if why or not isinstance(files, AskedFiles):
            log.info("all rendered: %s", why or "another hook has replaced MkDocs' list of files")
            discard(self.state)
            return
        self.build = Build(config, files, nav, self.host.gatherings)
        self._decide(self.build)
        for file in self.pages.values():
            modified(file, answer=False)
        top = {*config.theme.static_templates, *config.extra_templates, "sitemap.xml.gz", *self.host.writes}
        take_static(files, self.last, Path(config.site_dir), top)
        for page in nav.pages:
            path = page.file.src_uri
            if path in self.known:  # not read, but shown in the navigation
                page.meta = get_data(page.file.content_string)[1]
                page.title = page.title or self.old.pages[path].title
            else:
                self.read[path] = self.build.read(page.file)

    def on_env(self, env: Environment) -> None:
        """Makes all pages, or takes them from the last site."""
        if not self.build:
            return
        self.new.navigation = navigation_hash(self.build.nav)
        if self.new.navigation != self.old.navigation:
            self.known = set()
        site, others = Path(self.build.config.site_dir), self._others(self.build)
        self.known = {
            path
            for path in self.known
            if others.isdisjoint(self.old.pages[path].outputs)
            and take_over(self.last, site, self.old.pages[path].outputs)
        }
        late = self.pages.keys() - self.known
        while late:
            for path in late & self.known:
                give_back(site, self.old.pages[path].outputs)
            self.known -= late
            found = make(self.build, [self.pages[path] for path in self.pages if path in late], self.read, env)
            self.made |= found
            late = self.old.missing_an_anchor(self.known, found.values())  # which MkDocs says of a page it renders
            for path in {path for each in found.values() for path in each.links} & self.known:
                page_of(self.pages[path]).present_anchor_ids = self.old.anchors(path)
        log.info("%d rendered, %d as they were", len(self.made), len(self.known))

    def site_wide(self, gathering: Gathering, site: Path, write: Callable[[Path], Iterable[str]]) -> None:
        """Has files written (the answer: their paths) that are made from all of a gathering, if they would change."""
        before, outputs = self.old.site_wide.get(gathering.name, ("", {}))
        digest = before
        if self.made or self.known != self.old.pages.keys():
            self.fill(gathering)
            texts = {path: text for path in self.pages if (text := gathering.of_page(path)) is not None}
            digest = all_of_it(texts)
        if not (
            self.build
            and self.new.common == self.old.common
            and digest == before
            and take_over(self.last, site, outputs)
        ):
            self.fill(gathering)
            outputs = {path: file_hash(site / path) for path in write(site)}
        self.new.site_wide[gathering.name] = digest, outputs

    def fill(self, gathering: Gathering) -> None:
        """Hands over what was gathered from the pages that are taken over."""
        texts = self.old.lines.get(gathering.name, {})
        for path in self.known & texts.keys():
            gathering.take(path, texts[path])

    def on_post_build(self) -> None:
        """Keeps what is known now of the pages that nothing was to be said about."""
        secret = key()
        if not self.build or not secret:
            return
        self.new.keep(
            self.old, self.known, {path: made for path, made in self.made.items() if self._clean(made)}, self.keys
        )
        if self.new != self.old:
            save(self.new.state(), self.state, secret)

    def _decide(self, build: Build) -> None:
        secret = key()
        self.old = Memory.of(load(self.state, secret) if secret else None)
        self.new.listing = listing(build.files)
        everything = self.new.listing if shows_all_pages(build.config) else ()
        self.new.common = common_hash(build.config, [everything, self.host.common()])
        self.keys = {path: self._key(file) for path, file in self.pages.items()}
        self.known = self.old.unchanged(self.new.common, self.keys, self.new.listing)

    def _key(self, file: File) -> str:
        source = hashlib.sha256(file.content_bytes).hexdigest()
        own = [source, file.inclusion.value, file.dest_uri, self.host.of_page(file)]
        return hashlib.sha256(json.dumps(own, sort_keys=True).encode()).hexdigest()

    def _clash(self, config: MkDocsConfig, files: Files) -> str:
        """MkDocs lets a page replace another file of its address; here they would not be written in that order."""
        there = Counter(file.dest_uri for file in files)
        there.update((*config.theme.static_templates, *config.extra_templates))
        return next((f"two files for {file.dest_uri}" for file in self.pages.values() if there[file.dest_uri] > 1), "")

    def _others(self, build: Build) -> set[str]:
        """What is written into the site besides pages, and could thus be written into a file of the last one."""
        written = {*build.config.theme.static_templates, *build.config.extra_templates}
        return written | {file.dest_uri for file in build.files if file.src_uri not in self.pages}

    def _clean(self, made: Made) -> bool:
        """Whether the page can be left as it is without anybody missing a word: no remark, no link into the void."""
        pages = {path: self.pages[path].page for path in made.links if path in self.pages}
        there = {path: page.present_anchor_ids for path, page in pages.items() if page}
        void = any(set(made.links[path]) - anchors for path, anchors in there.items() if anchors is not None)
        return not (made.told or made.all_asked or void or "" in made.outputs.values())


def _not_dirty(record: logging.LogRecord) -> bool:
    """Leaves out MkDocs' warning that a build with `--dirty` goes wrong; with `--strict` it would end this one."""
    return "'dirty' build" not in str(record.msg)
