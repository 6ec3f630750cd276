"""Drawings of the last runs, kept: where all are there, V8 (half a second to start) is never needed.

A file each, so that only those that a run needs are read; each is there as a whole or not at all (kept.py). Of several
processes one draws at a time, and the others take what it has drawn: all pages share their land, and V8 starts once.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path

from generator.kept import Kept
from generator.one_at_a_time import only_one

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
    if (found := _found(kept, name)) is not None:
        return found
    with _alone(kept):
        if (found := _found(kept, name)) is not None:
            return found
        drawn = draw()
        kept.write(name, drawn.encode())
        return drawn


def kept_newest(name: str, asked: str, make: Callable[[], bytes]) -> bytes:
    """What `make` gives, which must not draw; under each name only what was made last stays.

    `asked` is all that it depends on, but for the generator itself.
    """
    kept = _KEPT.get()
    if not kept:
        return make()
    begin = hashlib.sha256(asked.encode()).digest()
    if (found := kept.read(name) or b"").startswith(begin):
        return found[len(begin) :]
    with _alone(kept):
        if (found := kept.read(name) or b"").startswith(begin):
            return found[len(begin) :]
        made = make()
        kept.write(name, begin + made)
        return made


def _found(kept: Kept, name: str) -> str | None:
    content = kept.read(name)
    if content is None:
        return None
    with suppress(OSError):
        os.utime(kept.folder / name)
    return content.decode()


@contextmanager
def _alone(kept: Kept) -> Iterator[None]:
    """No other process draws meanwhile; where that cannot be had, they do."""
    with ExitStack() as held:
        if kept.key:
            with suppress(OSError):
                kept.folder.mkdir(exist_ok=True)
                held.enter_context(only_one(kept.folder, lambda: None))
        yield


def _forget(folder: Path) -> None:
    with suppress(OSError):  # another run may be at it as well
        found = sorted(folder.glob(f"{_PREFIX}*"), key=lambda path: path.stat().st_mtime_ns)
        for path in found[:-MOST]:
            path.unlink()
