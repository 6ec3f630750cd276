"""The pages of `.moved.json` → the finished site, in the theme; MkDocs lists, maps and searches none of them."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote

from mkdocs.commands.build import get_context
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from generator.labels import load_labels
from generator.markdown_text import attribute

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from generator.moved import MovedPage, Place

TEMPLATE = "moved.html"

log = logging.getLogger("mkdocs.plugins.dossier")


@dataclass(frozen=True)
class MovedSite:
    """What a build needs to write them: the theme, and where its pages stand."""

    env: Environment
    files: Files
    nav: Navigation | None

    def write(self, source: Path, config: MkDocsConfig) -> None:
        """Writes the pages that the file `source` tells of; none where it is not there."""
        if not source.exists() or not self.nav:
            return
        pages: dict[str, MovedPage] = json.loads(source.read_text(encoding="utf-8"))
        taken = {file.dest_uri for file in self.files}
        for old, moved in pages.items():
            file = File(f"{old}.md", None, config.site_dir, use_directory_urls=config.use_directory_urls)
            path, parents = Path(file.abs_dest_path), PurePosixPath(file.dest_uri).parents
            if file.dest_uri in taken or any(Path(config.site_dir, parent).is_file() for parent in parents):
                log.warning("redirects.yml: %s is in use on the site, and cannot lead elsewhere", old)
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self._html(moved, file, config), encoding="utf-8", newline="\n")

    def _html(self, moved: MovedPage, file: File, config: MkDocsConfig) -> str:
        words = load_labels(str(config.theme["language"]))["moved"]
        to = moved["to"]
        title = words["title"].format(title=to["title"]) if to else words["only_claims"]
        page = Page(attribute(title), file, config)  # a theme puts both into HTML as they are
        page.meta = {"description": attribute(title)}
        target = self._target(to) if to else None
        page.canonical_url = target.page.canonical_url if target and target.page else None
        context = get_context(self.nav, self.files, config, page)  # type: ignore[arg-type]  # write() looks
        told = {
            "words": words,
            "to": self._link(to, file) if to else None,
            "claims": [(claim, self._link(now, file)) for claim, now in moved["claims"].items()],
        }
        return self.env.get_template(TEMPLATE).render({**context, "moved": told})

    def _target(self, place: Place) -> File | None:
        return self.files.get_file_from_path(f"{place['to'].partition('#')[0]}.md")

    def _link(self, place: Place, file: File) -> tuple[str, str]:
        """The address, relative to the old page, and the words."""
        target, (_, hash_sign, claim) = self._target(place), place["to"].partition("#")
        address = target.url_relative_to(file) if target else ""
        return f"{address}{hash_sign}{quote(claim)}", place["title"]
