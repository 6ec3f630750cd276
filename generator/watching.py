"""What `serve` watches: seeds/, the hand-written pages and mkdocs.yml, and never what the generator itself writes.

MkDocs watches all of docs/, so each page that a change of a seed rewrites would start a second build. And it stops
watching a folder for good that is moved away for a moment. Therefore one observer looks at the project's folder, which
stays, through a listing that leaves out what is not an input.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.observers.polling import PollingObserverVFS

from generator.sync import RECORD

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

INTERVAL = 0.5


def watch_inputs(server: LiveReloadServer, config: MkDocsConfig) -> None:
    """Replaces the server's observer; the theme's folders, where it watches them, it watches on."""
    docs, settings = Path(config.docs_dir), config.config_file_path
    watched = [path for path in (str(docs), settings, *config.theme.dirs) if _unwatched(server, path)]
    observer = PollingObserverVFS(os.stat, Inputs(docs, settings), polling_interval=INTERVAL)
    server.observer = observer  # type: ignore[assignment]  # it polls as the other did
    server.watch(str(docs.parent))
    for path in watched:
        if path not in (str(docs), settings):
            server.watch(path)
    seeds = docs.parent / "seeds"
    config.watch[:] = [path for path in config.watch if not Path(path).is_relative_to(seeds)]


def _unwatched(server: LiveReloadServer, path: str) -> bool:
    """Whether the server has watched the path until now."""
    try:
        server.unwatch(path)
    except KeyError:
        return False
    return True


class Inputs:
    """Lists a folder as os.scandir does, without hidden files and what the generator has written."""

    def __init__(self, docs: Path, settings: str) -> None:
        self.docs = docs
        self.top = {docs.name, "seeds", Path(settings).name}

    def __call__(self, folder: str | None) -> Iterator[os.DirEntry[str]]:
        path = Path(folder or ".")
        inside = path.is_relative_to(self.docs)
        known = self._written() if inside else set()
        with os.scandir(path) as entries:
            found = list(entries)
        written = known | self._written() if inside else known  # a build may be under way
        for entry in found:
            wanted = entry.name in self.top if path == self.docs.parent else Path(entry.path) not in written
            if wanted and not entry.name.startswith("."):
                yield entry

    def _written(self) -> set[Path]:
        """The paths in the generator's record; it names them before it writes them."""
        try:
            return {self.docs / path for path in json.loads((self.docs / RECORD).read_text(encoding="utf-8"))}
        except (OSError, ValueError, TypeError):
            return set()
