"""The files of the last site: taken over only if they are, byte for byte, what was written then.

They are linked, not copied: it takes a fraction of the time and no space, and a file that is the same keeps its time,
so that whoever transfers or caches the site sees what changed. Nothing is ever written into such a file: all others are
made anew in an empty folder, and the old name goes when the sites are swapped.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping
from io import FileIO
from pathlib import Path


def take_over(last: Path, site: Path, outputs: Mapping[str, str]) -> bool:
    """Puts files (path → hash) into the new site, or none of them where one is not what it was."""
    try:
        for path, digest in outputs.items():
            target = f"{site}/{path}"  # of thousands of files, paths as objects take a second
            _place(f"{last}/{path}", target)
            if _hash(target) != digest:  # what is checked is what stands there now
                break
        else:
            return True
    except OSError:
        pass
    give_back(site, outputs)
    return False


def take_same(last: Path, site: Path, path: str, source: str) -> bool:
    """Puts a file into the new site if it is what the file `source` holds."""
    try:
        _place(f"{last}/{path}", f"{site}/{path}")
        if _hash(f"{site}/{path}") == _hash(source):
            return True
    except OSError:
        pass
    give_back(site, (path,))
    return False


def give_back(site: Path, paths: Iterable[str]) -> None:
    """Takes files out of the new site, before they are written: the last site holds them, too."""
    for path in paths:
        Path(site, path).unlink(missing_ok=True)


def file_hash(path: Path) -> str:
    """Of the content; empty where there is none that could be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _place(source: str, target: str) -> None:
    """As a link, where the file system knows such."""
    try:
        os.link(source, target)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)  # noqa: PTH103, PTH120 - as above
        os.link(source, target)
    except OSError:
        Path(target).unlink(missing_ok=True)
        shutil.copyfile(source, target, follow_symlinks=False)


def _hash(path: str) -> str:
    """In small pieces: to take new memory for each of thousands of files would take longer than to read them."""
    digest, piece = hashlib.sha256(), memoryview(bytearray(1 << 16))
    with FileIO(os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))) as file:
        while size := file.readinto(piece):
            digest.update(piece[:size])
    return digest.hexdigest()
