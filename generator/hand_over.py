"""What the generator leaves in docs/ for MkDocs beside the pages, and how the hook reads it.

Nothing of the generator itself is needed for that: loading all of it takes longer than many a build that follows.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

HOME = "index.md"
SEARCH_PAGE = "search/index.md"
REFS_FILE = ".refs.json"
JSON_LD_FILE = ".json-ld.json"
MOVED_FILE = ".moved.json"
SITE_FEED = "feed.xml"
FEED_ENDING = ".atom.xml"
"""Behind the path of a topic's page without its own ending: the feed lies beside the page."""

_ENTRY = re.compile(rb'^ ("(?:[^"\\]|\\.)*"): (\{.*\}),?$', re.MULTILINE)
"""A line: a path, and what is told of its page."""


class Scripts(Mapping[str, str]):
    """Path inside docs/ → JSON for the page's head, which no word in it can end; nothing where there is no file.

    Each is read when it is asked for: all of them together can be more than MkDocs needs for all else.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        content = file.read_bytes() if file.exists() else b""
        self._places = {json.loads(entry[1]): entry.span(2) for entry in _ENTRY.finditer(content)}
        self.digests = {
            path: hashlib.sha256(content[start:end]).hexdigest() for path, (start, end) in self._places.items()
        }

    def __getitem__(self, path: str) -> str:
        start, end = self._places[path]
        with self._file.open("rb") as file:
            file.seek(start)
            node = json.loads(file.read(end - start))
        return json.dumps(node, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")

    def __contains__(self, path: object) -> bool:
        return path in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def cite_boxes(refs: Path) -> dict[str, str]:
    """The path of each hand-written page → the HTML that says how to cite it; none where nothing is resolved yet."""
    return _of_pages(refs, "cite")


def backlink_sections(refs: Path) -> dict[str, str]:
    """The path of each hand-written page → the Markdown that lists who links to it, empty where nobody does."""
    return _of_pages(refs, "backlinks")


def _of_pages(refs: Path, what: str) -> dict[str, str]:
    found: dict[str, str] = json.loads(refs.read_text(encoding="utf-8")).get(what, {}) if refs.exists() else {}
    return found


def feed_paths(files: Iterable[str]) -> dict[str, str]:
    """Path of a page → path of its feed, of those feeds that are among the files."""
    there = sorted(path for path in files if path.endswith((SITE_FEED, FEED_ENDING)))
    beside = {f"{path.removesuffix(FEED_ENDING)}.md": path for path in there if path.endswith(FEED_ENDING)}
    return beside | ({HOME: SITE_FEED} if SITE_FEED in there else {})
