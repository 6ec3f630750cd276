"""A folder → a zip: the same files give the same bytes, whenever and wherever it is made."""

from __future__ import annotations

import os
import time
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""Before this a zip knows no time."""
UNIX, READABLE = 3, 0o644 << 16

Moment = tuple[int, int, int, int, int, int]


def moment(day: date | None) -> Moment:
    """The time that all files bear: that of the build where one is set, else the day of the dossier."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        now = time.gmtime(int(epoch))
        return max(EARLIEST, (now.tm_year, now.tm_mon, now.tm_mday, now.tm_hour, now.tm_min, now.tm_sec))
    return max(EARLIEST, (day.year, day.month, day.day, 0, 0, 0)) if day else EARLIEST


def pack(folder: Path, target: Path, top: str, when: Moment) -> None:
    """Puts all files of `folder` into the zip `target`, below one folder named `top`."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    with ZipFile(target, "w") as packed:
        for name, path in sorted(files.items()):
            entry = ZipInfo(f"{top}/{name}", when)
            entry.create_system, entry.external_attr, entry.compress_type = UNIX, READABLE, ZIP_DEFLATED
            packed.writestr(entry, path.read_bytes(), compresslevel=9)
