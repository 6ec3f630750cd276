"""Changes to several files at once: all of them or none, even if the run is killed or the disk fills up.

First `.journal.json.new` says what shall become of which file, then each new content is written beside its file
(staging.py): what cannot be written ends the change here, and nothing has happened. Renaming that file to
`seeds/.journal.json` (hidden: no seed) is the moment from which on the change holds. Only then do the files take their
places one by one, and the journal goes last. Whatever command comes next calls `finish`: what held is completed, what
did not is forgotten. A file that is then neither what it was nor what it shall become was changed by somebody else, and
is never overwritten.
"""

from __future__ import annotations

import base64
import errno
import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from generator.desk.staging import beside, content_of, discard, missing_folders, put, stage, sync_folder
from generator.one_at_a_time import only_one

JOURNAL = ".journal.json"
SHOWN = f"seeds/{JOURNAL}"
OWN_FOLDERS = ("seeds", "docs")
"""A journal that came with somebody else's files must not reach any others."""
FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


class Stuck(Exception):
    """A change cannot be made, or an interrupted one not be completed; the message names the way out."""


@dataclass(frozen=True)
class _File:
    """One file: the hash of what it was, and its new content; None stands for no file."""

    path: Path
    shown: str
    old: str | None
    new: bytes | None

    @property
    def pending(self) -> bool:
        """Whether it is still to be changed.

        Raises:
            Stuck: somebody else has changed it.
        """
        found = _hash(content_of(self.path))
        if found == _hash(self.new):
            return False
        if found != self.old:
            raise Stuck(f"{self.shown} was changed by somebody else meanwhile")
        return True


@dataclass(frozen=True)
class _Change:
    """A change of files, and the folders that it makes for them (outermost first)."""

    what: str
    files: tuple[_File, ...]
    folders: tuple[Path, ...]

    def discard(self) -> None:
        discard((file.path for file in self.files), self.folders)


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
            if content_of(root / path) != content:
                raise Stuck(f"{_shown(root, path)} was changed while this ran, so nothing was done; run it again")
        change = _change_of(root, what, changes)
        if change.files:
            _stage(root, change)
            _apply(root, change, "the change is not finished ({})")


def finish(root: Path) -> str:
    """Completes the change that a killed run had written down and says which; an empty string where there is none.

    Raises:
        Stuck: it cannot be completed; nothing is lost.
    """
    if not os.path.lexists(_journal(root)) and not os.path.lexists(beside(_journal(root))):
        return ""
    with _alone(root):
        return _finish(root)


def _change_of(root: Path, what: str, changes: Mapping[Path, bytes | None]) -> _Change:
    files = []
    for path, new in changes.items():
        shown = _shown(root, path)
        if (root / path).is_symlink():
            raise Stuck(f"{shown} is a link to a file; put the file itself there, or edit it by hand")
        try:
            old = content_of(root / path)
        except OSError as error:
            raise Stuck(f"{shown} cannot be read: {error.strerror}; nothing was changed") from None
        if old != new:
            files.append(_File(root / path, shown, _hash(old), new))
    return _Change(what, tuple(files), tuple(missing_folders(file.path for file in files if file.new is not None)))


def _stage(root: Path, change: _Change) -> None:
    """Writes all of it down, beside the files; when this is done, the change holds."""
    journal = path = _journal(root)
    written = _written(root, change)
    try:
        stage(journal, written)
        sync_folder(journal.parent)
        for file in change.files:
            path = file.path
            stage(path, file.new)
        path = journal
        os.replace(beside(journal), journal)  # noqa: PTH105 - one step
    except OSError as error:
        change.discard()
        discard([journal])
        raise Stuck(_not_written(root, path, error)) from None


def _not_written(root: Path, path: Path, error: OSError) -> str:
    """Why a file cannot be written: what stands where it would be staged, or else its folder."""
    folder = next(each for each in path.parents if os.path.lexists(each))
    where = _shown(root, beside(path)) if os.path.isdir(beside(path)) else f"{_shown(root, folder)}/"  # noqa: PTH112
    message = f"{where} cannot be written: {error.strerror}; nothing was changed"
    if error.errno in FORBIDDEN and path == _journal(root):
        way = "work in a copy" if error.errno == errno.EROFS else f"allow it (chmod u+w {_shown(root, folder)})"
        message += f". To change seeds, {way}; check, status and verify --frozen work as it is"
    return message


def _finish(root: Path) -> str:
    _forget(root)
    content = content_of(_journal(root))
    if content is None:
        return ""
    change = _read(root, content)
    _apply(root, change, "an earlier change is not finished ({}), and this command was not run")
    return change.what


def _forget(root: Path) -> None:
    """Takes back what was staged for a change that never came to hold; in a read-only checkout it stays."""
    if not os.path.lexists(beside(_journal(root))):
        return
    with suppress(OSError, Stuck):  # where it is damaged, nothing had been staged yet
        _read(root, beside(_journal(root)).read_bytes()).discard()
    discard([_journal(root)])


def _apply(root: Path, change: _Change, state: str) -> None:
    """Makes the changes that are not made yet; safe to be repeated from any point."""
    at = SHOWN
    try:
        sync_folder(_journal(root).parent)
        pending = [file.pending for file in change.files]  # all are looked at before the first is changed
        for file in change.files if any(pending) else ():
            at = file.shown
            if file.pending:  # and each again: an editor may have saved it just now
                put(file.path, file.new)
        at = SHOWN
        _journal(root).unlink()
    except (Stuck, OSError) as error:
        discard(file.path for file in change.files)  # the journal holds all of it
        if isinstance(error, Stuck):
            why, remedy = str(error), "Take your change of that file back"
        else:
            why, remedy = f"{at} cannot be written: {error.strerror}", "Set this right"
        message = f"{why}, so {state.format(change.what)}. {remedy}, and the next command finishes it"
        way_out = f"or give it up: delete {SHOWN}, then look with git status at what it has changed already"
        raise Stuck(f"{message}; {way_out}") from None
    with suppress(OSError):  # the change is made
        sync_folder(_journal(root).parent)


def _alone(root: Path) -> AbstractContextManager[int | None]:
    return only_one(root / "seeds", lambda: None)  # a change takes moments; nobody need be told


def _journal(root: Path) -> Path:
    return root / "seeds" / JOURNAL


def _shown(root: Path, path: Path) -> str:
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def _hash(content: bytes | None) -> str | None:
    return None if content is None else hashlib.sha256(content).hexdigest()


def _written(root: Path, change: _Change) -> bytes:
    rows = [{"path": file.shown, "old": file.old, **_encoded(file.new)} for file in change.files]
    for row in rows:
        _inside(str(row["path"]))
    folders = [_shown(root, folder) for folder in change.folders]
    journal = {"what": change.what, "changes": rows, "folders": folders}
    return json.dumps(journal, ensure_ascii=False, indent=1).encode()


def _encoded(new: bytes | None) -> dict[str, str]:
    """The new content so that a person can get at it, where it is text."""
    if new is None:
        return {}
    try:
        return {"text": new.decode()}
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(new).decode()}


def _read(root: Path, content: bytes) -> _Change:
    try:
        journal: dict[str, Any] = json.loads(content)
        files = [
            _File(root / _inside(row["path"]), row["path"], row["old"], _decoded(row)) for row in journal["changes"]
        ]
        folders = [root / _inside(folder) for folder in journal["folders"]]
        return _Change(str(journal["what"]), tuple(files), tuple(folders))
    except (ValueError, LookupError, TypeError, AttributeError):
        message = f"{SHOWN}, in which an interrupted command wrote down its change, is damaged"
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
