"""Lets one run at a time into a folder, so that two commands never write over each other.

The lock is the operating system's and hangs on the folder itself: a killed run leaves no trace of it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":  # pragma: no branch - there is no such lock there
    import fcntl


@contextmanager
def only_one(folder: Path, waiting: Callable[[], None]) -> Iterator[int | None]:
    """Holds the folder's lock and yields its descriptor; calls `waiting` where another run has to end first."""
    if sys.platform == "win32":  # pragma: no cover - see above
        yield None
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield descriptor
    finally:
        os.close(descriptor)
