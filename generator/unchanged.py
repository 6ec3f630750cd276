"""Whether docs/ is still what seeds/ make of it: then nothing has to be read, resolved or written.

Decided by the hashes of all files in seeds/ and docs/ and by what else docs/ depend on, never by times.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.pipeline import Project
from generator.reading import PRIVATE_FOLDER
from generator.site_address import site_address
from generator.sync import RECORD, hash_at, read_record

_KEPT = "run"


@dataclass(frozen=True)
class Run:
    """A run that succeeded: how many files it left in docs/, and its problems as the command sums them up."""

    files: int
    told: str


def inputs(project: Project) -> str:
    """A hash of all that docs/ are made from, to be taken before any of it is read; empty where that cannot be told."""
    found = hashlib.sha256(site_address(project.root).encode())
    try:
        ours = {RECORD, *read_record(project.docs)}
        for path in _files(project.seeds, PRIVATE_FOLDER):
            found.update(f"seeds/{path}\0{_hash(project.seeds / path)}\n".encode())
        for path in _files(project.docs):
            if path not in ours:
                found.update(f"docs/{path}\0{_hash(project.docs / path)}\n".encode())
    except (OSError, UnicodeError):
        return ""
    return found.hexdigest()


def last_run(project: Project, made_from: str) -> Run | None:
    """The last run, where it had these inputs and docs/ is as it left it."""
    content = project.kept.read(_KEPT)
    before, record, told = json.loads(content) if content else ("", "", "")
    try:
        if not before or before != made_from or hash_at(project.docs / RECORD) != record:
            return None
        written = read_record(project.docs)
        same = all([hash_at(project.docs / path)] == hashes for path, hashes in written.items())
    except OSError:
        return None
    return Run(len(written), told) if same else None


def keep_run(project: Project, made_from: str, told: str) -> None:
    """For the next `last_run`: docs/ have just been made from these inputs."""
    project.kept.write(_KEPT, json.dumps([made_from, hash_at(project.docs / RECORD), told]).encode())


def _files(folder: Path, private: str = "") -> Iterator[str]:
    """The paths of all files in a folder, in a fixed order; links to folders are not followed, but told."""
    for at, folders, names in os.walk(folder):
        inside = Path(at).relative_to(folder)
        linked = [name for name in folders if (Path(at) / name).is_symlink()]
        folders[:] = sorted(name for name in folders if (inside / name).as_posix() != private)
        yield from ((inside / name).as_posix() for name in sorted([*names, *linked]))


def _hash(path: Path) -> str:
    """Of the file, or the one that a link leads to."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else str(path.is_dir())
