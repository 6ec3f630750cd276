"""Contents that wait on disk until they are needed, so that no more than one is in memory at a time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from errno import ENOSPC
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO


@dataclass(frozen=True, slots=True)
class Waiting:
    """A piece of a file without a name."""

    file: IO[bytes]
    at: int
    size: int

    def __call__(self) -> bytes:
        return os.pread(self.file.fileno(), self.size, self.at)


class WaitingRoom:
    """A file without a name; of the processes that are forked meanwhile, one may add to it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def add(self, content: bytes) -> tuple[int, int]:
        """Where the content now stands: offset and size in bytes."""
        at = self._file.seek(0, os.SEEK_END)
        if self._file.write(content) != len(content):
            raise OSError(ENOSPC, os.strerror(ENOSPC))
        return at, len(content)

    def piece(self, at: int, size: int) -> Waiting:
        return Waiting(self._file, at, size)


NewRoom = Callable[[], WaitingRoom]


@contextmanager
def waiting_rooms(folder: Path | None = None) -> Iterator[NewRoom]:
    """Opens rooms, on the disk of `folder` or where the system has its temporary files; in the end all are gone."""
    with ExitStack() as opened:
        yield lambda: WaitingRoom(opened.enter_context(TemporaryFile(buffering=0, dir=folder)))
