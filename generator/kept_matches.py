"""The names that were found in the texts of the last run: they are the same wherever neither text nor names changed."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Sequence

from generator.kept import Kept
from generator.names import Found, Matcher, Name

NAME = "names"


class KeptMatches:
    """For one set of names; `kept` is None where nothing is kept."""

    def __init__(self, names: Sequence[Name], kept: Kept | None) -> None:
        self._kept = kept
        self._names = hashlib.sha256(repr(names).encode()).digest()
        content = kept.read(NAME) if kept else None
        names_before, found = pickle.loads(content) if content else (b"", {})  # noqa: S301 - it is signed
        self._before: dict[str, Found] = found if names_before == self._names else {}
        self.matcher = Matcher(names, self._before)

    def save(self) -> None:
        """What was looked for in this run, and nothing else."""
        found = self.matcher.found
        if self._kept and found.keys() != self._before.keys():
            self._kept.write(NAME, pickle.dumps((self._names, found), pickle.HIGHEST_PROTOCOL))
