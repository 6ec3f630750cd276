"""What a build leaves for the next: JSON that only whoever holds this user's key can have written.

The key lies in the user's own folder, never in the project's: a state that came with a clone, an archive or the cache
of a CI job is as good as none. Nobody gains by that but readers; without it, whoever can put files into a project
could choose what its pages say.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_MAIN = "pages.json"
_TEMPORARY = ".writing-"
_KEY_SIZE = 32


class Lines(Mapping[str, str]):
    """Path of a page → text in one line; taken apart when it is first asked for, which many builds never do."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._texts: dict[str, str] | None = None

    @property
    def texts(self) -> dict[str, str]:
        if self._texts is None:
            lines = self._content.decode().split("\n")
            self._content = b""
            self._texts = {page: text for page, _, text in (line.partition("\t") for line in lines[:-1])}
        return self._texts

    def __getitem__(self, path: str) -> str:
        return self.texts[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self.texts)

    def __len__(self) -> int:
        return len(self.texts)


@dataclass
class State:
    """`facts` is small and read by each build; `lines` (name → path of a page → text in one line) may be large."""

    facts: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, Mapping[str, str]] = field(default_factory=dict)


def key() -> bytes | None:
    """This user's key, made when it is first needed; None where there is no place for it."""
    folder = Path(os.environ.get("XDG_STATE_HOME") or "~/.local/state").expanduser() / "mkdocs-incremental"
    path = folder / "key"
    try:
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            new = folder / f"{_TEMPORARY}{secrets.token_hex(8)}"
            with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(secrets.token_bytes(_KEY_SIZE))
            try:
                os.link(new, path)  # in one step, and not over the one of a build beside this
            finally:
                new.unlink()
        found = path.read_bytes()
    except (OSError, RuntimeError):  # the latter where there is no home
        return None
    return found if len(found) == _KEY_SIZE else None


def load(folder: Path, key: bytes) -> State | None:
    """None unless it is whole, and was written with this key."""
    try:
        signature, _, body = (folder / _MAIN).read_bytes().partition(b"\n")
        if not hmac.compare_digest(signature, _signature(key, body)):
            return None
        facts = json.loads(body)
        lines: dict[str, Mapping[str, str]] = {
            name: _lines(folder / name, digest) for name, digest in facts.pop("lines").items()
        }
    except (OSError, ValueError):
        return None
    return State(facts, lines)


def save(state: State, folder: Path, key: bytes) -> None:
    """Writes each file in one step, the one that vouches for the others last. A full disk is no reason to fail."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        digests = {}
        for name, lines in state.lines.items():
            digests[name] = _write(folder / name, (f"{path}\t{text}\n".encode() for path, text in lines.items()))
        body = json.dumps({**state.facts, "lines": digests}, separators=(",", ":")).encode()
        _write(folder / _MAIN, (_signature(key, body), b"\n", body))
    except OSError:
        discard(folder)


def discard(folder: Path) -> None:
    """Away with it, whatever lies there."""
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder, ignore_errors=True)
    elif folder.is_symlink() or folder.exists():
        folder.unlink(missing_ok=True)


def _signature(key: bytes, body: bytes) -> bytes:
    return hmac.new(key, body, "sha256").hexdigest().encode()


def _lines(path: Path, digest: str) -> Lines:
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != digest:
        raise ValueError(f"{path.name} is not what was written")
    return Lines(content)


def _write(path: Path, pieces: Iterable[bytes]) -> str:
    """Gives the hash of all of it."""
    temporary, digest = path.with_name(_TEMPORARY + path.name), hashlib.sha256()
    with temporary.open("wb") as file:
        for piece in pieces:
            file.write(piece)
            digest.update(piece)
    os.replace(temporary, path)  # noqa: PTH105 - one step, also where the target exists
    return digest.hexdigest()
