"""What a run of the generator leaves for the next: files that may go, or be damaged, at any time.

Each is signed with the user's own key (see incremental/state.py) together with its name and the generator's code, so
that what another user, another version or anybody who can write into the project has put there counts as none.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import platform
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from generator.incremental.state import key

_SIGNATURE = hashlib.sha256().digest_size


@dataclass(frozen=True)
class Kept:
    """The folder that these files lie in; without a key, nothing is kept."""

    folder: Path
    key: bytes | None = field(default_factory=key, repr=False)

    def read(self, name: str) -> bytes | None:
        """What was written under the name by this user and this very generator; else None."""
        if not self.key:
            return None
        try:
            with (self.folder / name).open("rb") as file:  # once in memory: of a large dossier, so is its state
                signature, content = file.read(_SIGNATURE), file.read()
        except OSError:
            return None
        return content if hmac.compare_digest(signature, self._signature(name, content)) else None

    def write(self, name: str, content: bytes) -> None:
        """In one step; a full or protected disk is no reason to fail."""
        if not self.key:
            return
        temporary = self.folder / f".{name}.{os.getpid()}"
        try:
            self.folder.mkdir(exist_ok=True)
            with temporary.open("wb") as file:
                file.writelines((self._signature(name, content), content))
            temporary.replace(self.folder / name)
        except OSError:
            with suppress(OSError):
                temporary.unlink()

    def _signature(self, name: str, content: bytes) -> bytes:
        signed = hmac.new(self.key or b"", b"\0".join([version(), name.encode(), b""]), "sha256")
        signed.update(content)
        return signed.digest()


@cache
def version() -> bytes:
    """A hash of all that a result depends on but its input: the generator's files, Python and what is installed."""
    found = hashlib.sha256(f"{platform.python_implementation()} {platform.python_version()}\n".encode())
    for installed in sorted(_installed()):
        found.update(f"{installed}\n".encode())
    root = Path(__file__).parent
    for path in _code(root):
        found.update(f"{path.relative_to(root).as_posix()}\n".encode())
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.digest()


def _installed() -> Iterator[str]:
    """The names of the folders in which each package is noted hold its version; to read what is in them takes long."""
    for folder in sys.path:
        with suppress(OSError):
            yield from (path.name for path in Path(folder).iterdir() if path.suffix in (".dist-info", ".egg-info"))


def _code(root: Path) -> Iterable[Path]:
    return sorted(path for path in root.rglob("*") if path.suffix in (".py", ".jinja", ".yml", ".json"))
