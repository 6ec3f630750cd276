"""MkDocs' collection of files, which notes what is looked up in it while a page is rendered.

So it is known of each page what it needs to be there, or to be missing, wherever in MkDocs, an extension or a hook that
is looked up, the hints at misspelt links included.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath

from mkdocs.structure.files import File, Files


class AskedFiles(Files):
    """`asked`: the paths looked up since `listen`; `all_asked`: whether someone has gone through the whole list."""

    def __init__(self, files: Files) -> None:
        super().__init__(files)
        self.listen()

    def listen(self) -> None:
        self.asked: dict[str, bool] = {}
        self.all_asked = False

    def get_file_from_path(self, path: str) -> File | None:
        found = self._src_uris.get(path)
        if not found:  # MkDocs tidies up each path, which takes ten times as long
            path = PurePath(path).as_posix()
            found = self._src_uris.get(path)
        self.asked[path] = found is not None
        return found

    def __contains__(self, path: str) -> bool:
        return self.get_file_from_path(path) is not None

    def __iter__(self) -> Iterator[File]:
        self.all_asked = True
        return super().__iter__()

    def __len__(self) -> int:
        self.all_asked = True
        return super().__len__()

    @property
    def src_uris(self) -> Mapping[str, File]:
        self.all_asked = True
        return super().src_uris


def listing(files: Files) -> dict[str, str]:
    """Path → all that a page can learn of a file by looking it up."""
    return {file.src_uri: f"{file.inclusion.value} {file.dest_uri}" for file in files}
