"""Changes to several files at once: all of them or none, even if the run is killed or the disk fills up.

The whole change is first written down in `seeds/.journal.json` (hidden: no seed); renaming that file into place is the
moment from which on the change holds. Only then are the files replaced one by one, and the journal goes last. Whatever
command comes next calls `finish`: what was written down is completed, what was not is forgotten. A file that is then
neither what it was nor what it shall become was changed by somebody else, and is never overwritten.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from generator.one_at_a_time import only_one

JOURNAL = ".journal.json"
OWN_FOLDERS = ("seeds", "docs")
"""A journal that came with somebody else's files must not reach any others."""


class Stuck(Exception):
    """A change cannot be made, or an interrupted one not be completed; the message names the way out."""


@dataclass(frozen=True)
class _Change:
    """One file: the hash of what it was, and its new content; None stands for no file."""

    path: Path
    shown: str
    old: str | None
    new: bytes | None

    @property
    def pending(self) -> bool:
        """Whether it is still to be made.

        Raises:
            Stuck: somebody else has changed the file.
        """
        found = _hash(_content(self.path))
        if found == _hash(self.new):
            return False
        if found != self.old:
            raise Stuck(f"{self.shown} was changed by somebody else meanwhile")
        return True


def commit(
    root: Path, what: str, changes: Mapping[Path, bytes | None], seen: Mapping[Path, bytes | None] | None = None
) -> None:
    """Replaces the files below seeds/ and docs/ by their new contents, or deletes them (None): all or nothing.

    `what` names the change for messages. `seen` is what the new contents were worked out from, where it was read some
    time ago: if another command or an editor has changed such a file since, nothing is done.

    Raises:
        Stuck: nothing has been changed; or the change is written down, and the next command completes it.
    """
    with _alone(root):
        _finish(root)
        for path, content in (seen or {}).items():
            if _content(root / path) != content:
                raise Stuck(f"{_shown(root, path)} was changed while this ran, so nothing was done; run it again")
        listed = []
        for path, new in changes.items():
            if (root / path).is_symlink():
                raise Stuck(f"{_shown(root, path)} is a link to a file; put the file itself there, or edit it by hand")
            if (old := _content(root / path)) != new:
                listed.append(_Change(root / path, _shown(root, path), _hash(old), new))
        if listed:
            _write(_journal(root), _written(what, listed))
            _apply(root, what, listed)


def finish(root: Path) -> str:
    """Completes the change that a killed run had written down and says which; an empty string where there is none.

    Raises:
        Stuck: it cannot be completed; nothing is lost.
    """
    if not os.path.lexists(_journal(root)) and not os.path.lexists(_beside(_journal(root))):
        return ""
    with _alone(root):
        return _finish(root)


def _finish(root: Path) -> str:
    if os.path.lexists(_beside(_journal(root))):  # a change that never came to hold
        with suppress(OSError):  # a read-only checkout
            _beside(_journal(root)).unlink()
    content = _content(_journal(root))
    if content is None:
        return ""
    what, changes = _read(root, content)
    _apply(root, what, changes)
    return what


def _apply(root: Path, what: str, changes: list[_Change]) -> None:
    """Makes the changes that are not made yet; safe to be repeated from any point."""
    kept = f"seeds/{JOURNAL}"
    try:
        pending = [change.pending for change in changes]  # all are looked at before the first is made
        for change in changes if any(pending) else ():
            if change.pending:  # and each again: an editor may have saved it just now
                _replace(change)
    except Stuck as stuck:
        message = f"{stuck}, so what was begun cannot be finished: {what}. Take your change of that file back"
        raise Stuck(f"{message} and run any command, or delete {kept} to stay with the files as they are") from None
    except OSError as error:
        where = _shown(root, Path(error.filename)) if error.filename else "a file"
        message = f"{where}: {error.strerror}. The change is written down in {kept} ({what})"
        raise Stuck(f"{message}; set this right, and the next command finishes it") from None
    _remove(_journal(root))


def _alone(root: Path) -> AbstractContextManager[int | None]:
    return only_one(root / "seeds", lambda: None)  # a change takes moments; nobody need be told


def _journal(root: Path) -> Path:
    return root / "seeds" / JOURNAL


def _shown(root: Path, path: Path) -> str:
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _hash(content: bytes | None) -> str | None:
    return None if content is None else hashlib.sha256(content).hexdigest()


def _written(what: str, changes: list[_Change]) -> bytes:
    rows = [{"path": change.shown, "old": change.old, **_encoded(change.new)} for change in changes]
    for row in rows:
        _inside(str(row["path"]))
    return json.dumps({"what": what, "changes": rows}, ensure_ascii=False, indent=1).encode()


def _encoded(new: bytes | None) -> dict[str, str]:
    """The new content so that a person can get at it, where it is text."""
    if new is None:
        return {}
    try:
        return {"text": new.decode()}
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(new).decode()}


def _read(root: Path, content: bytes) -> tuple[str, list[_Change]]:
    try:
        journal: dict[str, Any] = json.loads(content)
        changes = [
            _Change(root / _inside(row["path"]), row["path"], row["old"], _decoded(row)) for row in journal["changes"]
        ]
        return str(journal["what"]), changes
    except (ValueError, LookupError, TypeError, AttributeError):
        message = f"seeds/{JOURNAL}, in which an interrupted command wrote down its change, is damaged"
        raise Stuck(f"{message}; look at the seeds (git diff), then delete it") from None


def _inside(path: str) -> PurePosixPath:
    inside = PurePosixPath(path)
    if inside.is_absolute() or ".." in inside.parts or inside.parts[0] not in OWN_FOLDERS:
        raise ValueError(f"{path} lies outside {' and '.join(OWN_FOLDERS)}")
    return inside


def _decoded(row: Mapping[str, str]) -> bytes | None:
    if "base64" in row:
        return base64.b64decode(row["base64"], validate=True)
    return row["text"].encode() if "text" in row else None


def _replace(change: _Change) -> None:
    if change.new is None:
        _remove(change.path)
    else:
        if not change.path.parent.exists():
            change.path.parent.mkdir(parents=True)
            _sync_folder(change.path.parent.parent)
        _write(change.path, change.new)


def _beside(path: Path) -> Path:
    """Where a file is written before it takes its place; hidden, so that nobody takes it for a seed or a page."""
    return path.with_name(f".{path.name}.new")


def _write(path: Path, content: bytes) -> None:
    """Replaces the file in one step that outlives a power failure, and keeps who may read it."""
    beside = _beside(path)
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o7777)
        os.replace(beside, path)  # noqa: PTH105 - one step, also where the target exists
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _remove(path: Path) -> None:
    path.unlink()
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Makes sure that a new or removed name is on the disk."""
    if sys.platform == "win32":  # pragma: no cover - folders cannot be opened there
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
