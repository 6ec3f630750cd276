"""Rendered pages → `docs/`: writes what changed, removes what is stale, touches nothing else.

`docs/.generated.json` records what was written, path by path with its hash. A file in the generator's places that is
not recorded, or that somebody changed since, is foreign: a problem, never overwritten and never deleted; hidden files,
which no page is made of, may lie anywhere. The record is written before the files with the old and the new hashes, and
after them with the new ones alone, so a run that is killed at any moment leaves only files that the next run knows as
its own.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.docs_before import DocsBefore
from generator.problems import Mark, Problems, printable

RECORD = ".generated.json"
TEMPORARY = ".writing-"
FOREIGN = ""
"""In place of a hash: no file of ours can be behind this path."""


@dataclass(frozen=True)
class File:
    """What a file has to hold: its SHA-256, and the bytes, read or made when they are needed."""

    digest: str
    content: Callable[[], bytes]


def whole(content: str | bytes) -> File:
    found = content.encode() if isinstance(content, str) else content
    return File(hash_of(found), lambda: found)


def hash_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def hash_at(path: Path) -> str:
    """The hash of a file; links and folders are never ours."""
    return FOREIGN if path.is_symlink() or not path.is_file() else hash_of(path.read_bytes())


@dataclass(frozen=True)
class Synced:
    """How many files a run wrote, removed and left as they were."""

    written: int
    removed: int
    unchanged: int


def sync(
    wanted: Mapping[str, File],
    docs: Path,
    folders: tuple[str, ...],
    problems: Problems,
    hashed: Callable[[Path], str] = hash_at,
    before: DocsBefore | None = None,
) -> Synced | None:
    """Makes the generator's folders and files in `docs` hold exactly what is `wanted`, by path.

    `hashed` is `hash_at`, which may remember what it has said in this run; `before` is told what will be lost.

    None, with problems, where a foreign file is in the way (then nothing is changed) or the disk refuses.
    """
    try:
        return _sync(wanted, docs, folders, problems, hashed, before)
    except OSError as error:
        where = Path(error.filename or docs).name
        hint = "check the disk and who may write there; then run it again"
        problems.error(Mark(docs.name), f"cannot be written: {where}: {error.strerror}", hint)
        return None


def _sync(
    wanted: Mapping[str, File],
    docs: Path,
    folders: tuple[str, ...],
    problems: Problems,
    hashed: Callable[[Path], str],
    before: DocsBefore | None,
) -> Synced | None:
    hashes = {path: file.digest for path, file in wanted.items()}
    recorded = read_record(docs)
    there = {path: hashed(docs / path) for path in _owned_paths(docs, folders, {*wanted, *recorded})}
    foreign = [path for path, digest in there.items() if digest not in {*recorded.get(path, ()), hashes.get(path)}]
    for path in foreign:
        mark = Mark(f"{docs.name}/{printable(path)}")
        if path in recorded:
            hint = "make the change in seeds/, and delete this file or move it elsewhere"
            problems.error(mark, "foreign file: a page of the generator was changed by hand", hint)
        else:
            problems.error(mark, "foreign file: this place belongs to the generator", "move it elsewhere, or delete it")
    if foreign:
        return None
    changed = [path for path, digest in hashes.items() if there.get(path) != digest]
    stale = [path for path in there if path not in wanted]
    if before:
        before.keep([RECORD, *changed, *stale])
    if changed or stale:
        both = {path: {*recorded.get(path, ()), hashes.get(path, FOREIGN)} - {FOREIGN} for path in {*there, *hashes}}
        _write(docs / RECORD, _record_text({path: sorted(digests) for path, digests in both.items()}))
        for path in changed:
            _write(docs / path, wanted[path].content())
        for path in stale:
            (docs / path).unlink()
    _write_record(docs, hashes)
    _remove_empty(docs, {*folders, *(path.partition("/")[0] for path in stale if "/" in path)})
    return Synced(len(changed), len(stale), len(wanted) - len(changed))


def read_record(docs: Path) -> dict[str, list[str]]:
    """Path → hashes of what was written there; empty where it is missing or damaged: files speak for themselves."""
    try:
        record = json.loads((docs / RECORD).read_text(encoding="utf-8"))
        written = {str(path): [str(digest) for digest in digests] for path, digests in record.items()}
    except (FileNotFoundError, NotADirectoryError, ValueError, AttributeError, TypeError):
        return {}
    return {path: digests for path, digests in written.items() if _inside(PurePosixPath(path))}


def _inside(path: PurePosixPath) -> bool:
    return not path.is_absolute() and ".." not in path.parts


def _record_text(record: Mapping[str, list[str]]) -> bytes:
    return (json.dumps(dict(sorted(record.items())), indent=0) + "\n").encode()


def _write_record(docs: Path, hashes: Mapping[str, str]) -> None:
    final = _record_text({path: [digest] for path, digest in hashes.items()})
    if not (docs / RECORD).exists() or (docs / RECORD).read_bytes() != final:
        _write(docs / RECORD, final)


def _owned_paths(docs: Path, folders: tuple[str, ...], single: set[str]) -> Iterator[str]:
    """All there is in the generator's folders, and those of its single files that exist."""
    for folder in folders:
        if (docs / folder).exists() and not (docs / folder).is_dir():
            yield folder
        for path in sorted((docs / folder).rglob("*")):
            name = path.relative_to(docs).as_posix()
            if path.name.startswith(TEMPORARY):
                path.unlink()  # left behind by a run that was killed
            elif name in single or not (path.name.startswith(".") or (path.is_dir() and not path.is_symlink())):
                yield name
    for name in sorted(single | {RECORD}):
        if name.partition("/")[0] not in folders:
            leftover = _temporary(docs / name)
            if os.path.lexists(leftover):
                leftover.unlink()
            if name != RECORD and os.path.lexists(docs / name):
                yield name


def _temporary(path: Path) -> Path:
    return path.with_name(TEMPORARY + path.name)


def _write(path: Path, content: bytes) -> None:
    """Replaces the file in one step, so that nobody ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = _temporary(path)
    temporary.write_bytes(content)
    os.replace(temporary, path)  # noqa: PTH105 - one step, also where the target exists


def _remove_empty(docs: Path, folders: set[str]) -> None:
    for folder in sorted(folders):
        inner = [path for path in (docs / folder).rglob("*") if path.is_dir()]
        for path in [*sorted(inner, reverse=True), docs / folder]:
            if path.is_dir() and not path.is_symlink() and not any(path.iterdir()):
                path.rmdir()
