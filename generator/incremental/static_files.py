"""Files that MkDocs copies from docs/ and the theme into the site: not those that are there in the last one."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path
from typing import TYPE_CHECKING

from generator.incremental.last_site import take_same

if TYPE_CHECKING:
    from mkdocs.structure.files import File, Files


def modified(file: File, *, answer: bool) -> None:
    file.is_modified = lambda: answer  # type: ignore[method-assign]  # the question that `--dirty` asks of each file


def take_static(files: Files, last: Path, site: Path, written: Container[str]) -> None:
    """Takes over what is the same; `written` are files and folders at the top that something else may write to."""
    for file in files:
        if not file.inclusion.is_included():  # type: ignore[no-untyped-call]
            continue
        if file.is_documentation_page() or not file.abs_src_path:
            continue
        if file.dest_uri in written or file.dest_uri.partition("/")[0] in written:
            continue
        if take_same(last, site, file.dest_uri, file.abs_src_path):
            modified(file, answer=False)
