"""How a build takes over what did not change of the last site: the dossier's side of `incremental`.

`dossier build` names the last site; any other MkDocs (`mkdocs build`, `serve`, a release) renders all pages itself.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator import labels
from generator.incremental.build import Host, Incremental
from generator.incremental.rendering import Gathering
from generator.machine_readers import INDEX
from generator.search.of_site import FOLDER
from generator.site import LAST, state_folder

if TYPE_CHECKING:
    from mkdocs.structure.files import File

    from generator.hand_over import Scripts

EXTENSIONS = (
    "generator.conversion.extension",
    "generator.markdown_refs",
    "generator.stacked_tables",
    "generator.german.typography",
)


def keeping(hooks: Sequence[str], gatherings: Sequence[Gathering], shown: Callable[[], Shown]) -> Incremental | None:
    """None where this MkDocs has not been told to."""
    if LAST not in os.environ:
        return None
    gc.set_threshold(50_000, 20, 100)  # few of the many things that are made here refer to each other in rings
    last = Path(os.environ[LAST])
    host = Host(
        (*hooks, *EXTENSIONS),
        gatherings,
        lambda: shown().everywhere(),
        lambda file: shown().on_page(file),
        frozenset({FOLDER, INDEX}),
    )
    found = Incremental(last, state_folder(last), host)
    found.on_pre_build()
    return found


class Shown:
    """What pages show that stands neither in their source nor in mkdocs.yml or the theme."""

    def __init__(self, refs: Path, boxes: Mapping[str, str], json_ld: Scripts, feeds: Mapping[str, str]):
        self._refs = refs
        self._parts = (boxes, json_ld.digests, feeds)

    def everywhere(self) -> object:
        catalogues = sorted(Path(labels.__file__).parent.glob("*.yml"))
        return [[path.read_text(encoding="utf-8") for path in catalogues], self._parts[2].get("index.md")]

    def on_page(self, file: File) -> object:
        written_by_hand = file.src_uri in self._parts[0]  # no other page holds references
        refs = self._refs.read_text(encoding="utf-8") if written_by_hand else ""
        return [refs, *(parts.get(file.src_uri) for parts in self._parts)]
