"""JSON as the standard library writes it: small files to be looked through, and files of many records, one a line.

Its encoder is C only where nothing is indented; and what is a line can be found, compared and read alone.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable

encoded = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
"""A value on one line."""


def document(value: object) -> str:
    """The text of a small file that holds the value."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def joined(start: str, records: Iterable[str], end: str) -> bytes:
    """A file of records, each on a line of its own between `start` and `end`; they are put together one by one.

    As bytes: as a text it takes twice the room, and its records beside it as much again.
    """
    file, before = io.BytesIO(), "\n "
    file.write(start.encode())
    for record in records:
        file.write(f"{before}{record}".encode())
        before = ",\n "
    file.write(f"\n{end}\n".encode())
    return file.getvalue()
