"""docs/ as it was before a run, for the case that no site can be made of what the run has written there.

What is about to be replaced or removed is linked into a hidden folder beside docs/; files in docs/ are only ever
replaced as a whole, so what is linked stays what it was. Of a run that was killed, docs/ stay as they came to be.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path


class DocsBefore:
    """`folder` is where the files of `docs` wait; nothing else lies in there."""

    def __init__(self, docs: Path, folder: Path) -> None:
        self._docs = docs
        self._folder = folder
        self._added: list[str] = []

    def keep(self, paths: Iterable[str]) -> None:
        """The files behind these paths, or that there are none."""
        for path in paths:
            if os.path.lexists(self._docs / path):
                (self._folder / path).parent.mkdir(parents=True, exist_ok=True)
                _link(self._docs / path, self._folder / path)
            else:
                self._added.append(path)

    def put_back(self) -> None:
        """Makes all of them what they were."""
        for path in self._added:
            (self._docs / path).unlink(missing_ok=True)
            self._remove_empty((self._docs / path).parent)
        for folder, _, names in os.walk(self._folder):
            for name in names:
                kept = Path(folder, name)
                there = self._docs / kept.relative_to(self._folder)
                there.parent.mkdir(parents=True, exist_ok=True)
                kept.replace(there)

    def forget(self) -> None:
        """What is there now is to stay."""
        self._added.clear()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _remove_empty(self, folder: Path) -> None:
        while folder != self._docs and folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent


@contextmanager
def docs_before(docs: Path) -> Iterator[DocsBefore]:
    """Puts back what was kept meanwhile if what is done meanwhile fails or is stopped."""
    before = DocsBefore(docs, docs.with_name(f".{docs.name}-before"))
    before.forget()  # of a run that was killed
    try:
        yield before
    except BaseException:
        before.put_back()
        raise
    finally:
        before.forget()


def _link(source: Path, target: Path) -> None:
    """As a copy where the file system knows no links."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)
