"""The records of seed files as they were parsed last, so that a file that stayed as it was need not be parsed again.

Kept are only files in which nothing was wrong; where each record stands in them is kept with it. A file that has gone,
or has become wrong, is out of the store with the next run.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Sequence
from typing import Any, TypeVar
from zlib import crc32

from pydantic import BaseModel

from generator.kept import Kept
from generator.yaml_marks import Position

NAME = "seeds"
PARCELS = 16
R = TypeVar("R", bound=BaseModel)
KeptRecord = tuple[str, Position, R]
"""Its id, where that was given, and what stands there."""


Files = dict[str, tuple[bytes, Any]]
"""Path → the hash of the text there, and its records."""


class KeptSeeds:
    """By path and content; `kept` is None where nothing is kept.

    They lie in parcels, so that where one file has changed, no more than its parcel is made anew.
    """

    def __init__(self, kept: Kept | None) -> None:
        self._kept = kept
        content = kept.read(NAME) if kept else None
        self._parcels: list[bytes] = pickle.loads(content) if content else []  # noqa: S301 - it is signed
        self._before: list[Files] = [pickle.loads(parcel) for parcel in self._parcels] or _empty()  # noqa: S301
        self._now = _empty()

    def records(self, path: str, text: str, model: type[R]) -> Sequence[KeptRecord[R]] | None:
        """None where another text stood there, or none that could be kept."""
        digest, records = self._before[_parcel(path)].get(path, (b"", ()))
        same = digest == _digest(text) and all(isinstance(record, model) for _, _, record in records)
        return records if same else None

    def keep(self, path: str, text: str, records: Sequence[KeptRecord[Any]]) -> None:
        self._now[_parcel(path)][path] = _digest(text), records

    def save(self) -> None:
        """All that was kept in this run, and nothing else."""
        changed = [_digests(now) != _digests(before) for now, before in zip(self._now, self._before, strict=True)]
        if not self._kept or not any(changed):
            return
        old = self._parcels or [b""] * PARCELS
        new = [
            pickle.dumps(files, pickle.HIGHEST_PROTOCOL) if is_new or not parcel else parcel
            for files, parcel, is_new in zip(self._now, old, changed, strict=True)
        ]
        self._kept.write(NAME, pickle.dumps(new, pickle.HIGHEST_PROTOCOL))


def _empty() -> list[Files]:
    return [{} for _ in range(PARCELS)]


def _parcel(path: str) -> int:
    return crc32(path.encode()) % PARCELS


def _digests(files: Files) -> dict[str, bytes]:
    return {path: digest for path, (digest, _) in files.items()}


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
