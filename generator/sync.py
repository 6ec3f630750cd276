"""Rendered pages → `docs/`: writes what changed, removes what is stale, touches nothing else.

`docs/.generated.json` records what was written, path by path with its hash. A file in the generator's places that is not
recorded, or that somebody changed since, is foreign: a problem, never overwritten and never deleted. The record is written
before the files with the old and the new hashes, and after them with the new ones alone, so a run that is killed at any
moment leaves only files that the next run knows as its own.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.problems import Mark, Problems

RECORD = ".generated.json"
TEMPORARY = ".writing-"


@dataclass(frozen=True)
class Synced:
    """How many files a run wrote, removed and left as they were."""

    written: int
    removed: int
    unchanged: int


def sync(
    texts: Mapping[str, str], docs: Path, folders: tuple[str, ...], shown: str, problems: Problems
) -> Synced | None:
    """Makes the generator's folders and files in `docs` hold exactly `texts` (path → text).

    None, with problems and nothing changed, where a foreign file is in the way.
    """
    wanted = {path: text.encode() for path, text in texts.items()}
    hashes = {path: _hash(content) for path, content in wanted.items()}
    recorded = _read_record(docs)
    there = {path: _hash((docs / path).read_bytes()) for path in _owned_paths(docs, folders, {*wanted, *recorded})}
    foreign = [p for p, h in there.items() if h not in recorded.get(p, ()) and h != hashes.get(p)]
    for path in foreign:
        message = "this folder belongs to the generator" if path not in recorded else "was changed by hand"
        problems.error(Mark(f"{shown}/{path}"), f"foreign file: {message}", "move it elsewhere, or delete it")
    if foreign:
        return None
    changed = [path for path, digest in hashes.items() if there.get(path) != digest]
    stale = [path for path in there if path not in wanted]
    if changed or stale:
        known = {path: sorted({*recorded.get(path, ()), *_as_set(hashes.get(path))}) for path in {*there, *hashes}}
        _write(docs / RECORD, _record_text(known))
        for path in changed:
            _write(docs / path, wanted[path])
        for path in stale:
            (docs / path).unlink()
        _remove_empty(docs, folders)
    final = _record_text({path: [digest] for path, digest in hashes.items()})
    if not (docs / RECORD).exists() or (docs / RECORD).read_bytes() != final:
        _write(docs / RECORD, final)
    return Synced(len(changed), len(stale), len(wanted) - len(changed))


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _as_set(digest: str | None) -> set[str]:
    return {digest} if digest else set()


def _read_record(docs: Path) -> dict[str, list[str]]:
    """Path → hashes of what was written there; empty where the record is missing or damaged (then files speak for themselves)."""
    try:
        record = json.loads((docs / RECORD).read_text(encoding="utf-8"))
        return {str(path): [str(digest) for digest in digests] for path, digests in record.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _record_text(record: Mapping[str, list[str]]) -> bytes:
    return (json.dumps(dict(sorted(record.items())), indent=0) + "\n").encode()


def _owned_paths(docs: Path, folders: tuple[str, ...], single: set[str]) -> Iterator[str]:
    """All files in the generator's folders, and those of its single files that exist."""
    for folder in folders:
        for path in sorted((docs / folder).rglob("*")):
            if path.name.startswith(TEMPORARY):
                path.unlink()  # left behind by a run that was killed
            elif path.is_file() or path.is_symlink():
                yield path.relative_to(docs).as_posix()
    for name in sorted(single):
        if name.partition("/")[0] not in folders and (docs / name).is_file():
            yield name


def _write(path: Path, content: bytes) -> None:
    """Replaces the file in one step, so that nobody ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(TEMPORARY + path.name)
    temporary.write_bytes(content)
    os.replace(temporary, path)  # noqa: PTH105 - one step, also where the target exists


def _remove_empty(docs: Path, folders: tuple[str, ...]) -> None:
    for folder in folders:
        for path in sorted((docs / folder).rglob("*"), reverse=True):
            if path.is_dir() and not any(path.iterdir()):
                path.rmdir()
        if (docs / folder).is_dir() and not any((docs / folder).iterdir()):
            (docs / folder).rmdir()
