"""Files written beside the places that they are to take, so that a full disk or a read-only folder is met beforehand.

What is staged is hidden, so that nobody takes it for a seed or a page. It can be put in place in one step, or
discarded without a trace.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def beside(path: Path) -> Path:
    """Where a file is written before it takes its place."""
    return path.with_name(f".{path.name}.new")


def content_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def missing_folders(paths: Iterable[Path]) -> list[Path]:
    """The folders that staging will make, the outermost first."""
    above = {folder for path in paths for folder in path.parents if not os.path.lexists(folder)}
    return sorted(above)


def stage(path: Path, content: bytes | None) -> None:
    """Writes the new content beside the file, in a folder of its own if need be; None only tries whether one could."""
    if not path.parent.exists():
        path.parent.mkdir(parents=True)
        sync_folder(path.parent.parent)
    new = beside(path)
    new.unlink(missing_ok=True)  # what is there may be a link, and lead anywhere
    with new.open("wb") as file:
        file.write(content or b"")
        file.flush()
        os.fsync(file.fileno())
    if content is None:
        new.unlink()
    elif path.exists():
        new.chmod(path.stat().st_mode & 0o7777)  # who may read it stays as it is


def put(path: Path, content: bytes | None) -> None:
    """Gives the file its new content, in one step that outlives a power failure; None deletes it."""
    if content is None:
        path.unlink()
    else:
        if content_of(beside(path)) != content:
            stage(path, content)
        os.replace(beside(path), path)  # noqa: PTH105 - one step, also where the target exists
    sync_folder(path.parent)


def discard(paths: Iterable[Path], folders: Iterable[Path] = ()) -> None:
    """Removes what is staged for the files, and the folders made for it (outermost first), as far as that can be."""
    for path in paths:
        with suppress(OSError):
            beside(path).unlink()
    for folder in reversed([*folders]):
        with suppress(OSError):
            folder.rmdir()


def sync_folder(folder: Path) -> None:
    """Makes sure that a new or removed name is on the disk."""
    if sys.platform == "win32":  # pragma: no cover - folders cannot be opened there
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
