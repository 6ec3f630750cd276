"""A file's bytes, or why there are none: looked at before it is opened, so that no pipe or device is waited for."""

from __future__ import annotations

import stat
from pathlib import Path

from generator.intake.unusable import Unusable
from generator.problems import did_you_mean, quoted

LIMIT = 10 * 1024 * 1024


def read_file(name: str) -> bytes:
    """The bytes of the file.

    Raises:
        Unusable: it is not there, no plain file, too large, or may not be read.
    """
    path = Path(name).expanduser() if name.startswith("~") else Path(name)
    try:
        found = path.stat()
        _refuse_other_kinds(path, found.st_mode)
        check_size(found.st_size)
        with path.open("rb") as file:
            raw = file.read(LIMIT + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise Unusable(f"there is no file {quoted(name, 120)}", _guess(path)) from None
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Unusable(f"the file cannot be read: {reason}", "check its name and who may read it") from None
    check_size(len(raw))
    return raw


def check_size(size: int) -> None:
    if size > LIMIT:
        most = f"more than the {LIMIT // 1048576} MiB allowed"
        raise Unusable(f"it has {size / 1048576:.1f} MiB, {most}", "save the article alone as text and add that")


def _refuse_other_kinds(path: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise Unusable("it is a folder", f"name the files in it, e.g. {path.as_posix().rstrip('/')}/*.txt")
    if not stat.S_ISREG(mode):
        raise Unusable("it is no plain file, but a pipe or device", "say - to read standard input")


def _guess(path: Path) -> str:
    """The file that may have been meant; or how addresses are written, where it looks like one."""
    try:
        there = [each.name for each in path.parent.iterdir()]
    except (OSError, ValueError):
        there = []
    if guess := did_you_mean(path.name, there):
        return guess
    if path.parts and path.parts[0].startswith("www."):
        return f"a web address begins with https://, as in https://{path.as_posix()}"
    return "check the name; a web address begins with https://, and - is standard input"
