"""Drawings of the last runs, kept: where all are there, V8 (half a second to start) is never needed.

A file each, so that only those that a run needs are read, and so that several processes may draw at once: each file is
there as a whole or not at all (kept.py).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path

from generator.kept import Kept

MOST = 8192
"""So many stay, those used last: one run does not tell which are needed, as unchanged pages ask for none."""

_PREFIX = "drawing-"
_KEPT: ContextVar[Kept | None] = ContextVar("kept drawings", default=None)


@contextmanager
def drawings_kept(kept: Kept) -> Iterator[None]:
    """What is drawn meanwhile, here or in a process forked meanwhile, is looked for there, and kept there."""
    token = _KEPT.set(kept)
    try:
        yield
    finally:
        _KEPT.reset(token)
        _forget(kept.folder)


def kept_drawing(asked: str, draw: Callable[[], str]) -> str:
    """What `draw` gives; `asked` is all that it depends on, but for the generator itself."""
    kept = _KEPT.get()
    if not kept:
        return draw()
    name = _PREFIX + hashlib.sha256(asked.encode()).hexdigest()
    found = kept.read(name)
    if found is not None:
        with suppress(OSError):
            os.utime(kept.folder / name)
        return found.decode()
    drawn = draw()
    kept.write(name, drawn.encode())
    return drawn


def _forget(folder: Path) -> None:
    with suppress(OSError):  # another run may be at it as well
        found = sorted(folder.glob(f"{_PREFIX}*"), key=lambda path: path.stat().st_mtime_ns)
        for path in found[:-MOST]:
            path.unlink()
