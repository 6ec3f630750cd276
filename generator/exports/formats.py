"""Tables → CSV (RFC 4180) and JSON, a row a line. Whatever CSV has to bend, JSON holds as it is.

In CSV a list is one cell: its items with a semicolon between them, and a backslash before a semicolon or backslash of
their own. A spreadsheet would calculate a text that begins like a formula; such a text, and one that begins with an
apostrophe, gets an apostrophe before it, so that taking away one apostrophe always gives the text back.

Files are put together as bytes, row by row: they grow with the dossier, and as texts they would take twice the room.
"""

from __future__ import annotations

import csv
import io
from codecs import getwriter
from collections.abc import Iterable, Iterator, Sequence

from generator.dossier import Dossier
from generator.exports.row import Row, Value
from generator.exports.tables import Column, Table
from generator.json_text import document, encoded, joined

SEPARATOR = ";"
GUARD = "'"
_FORMULA = frozenset("=+-@\t\r\n'\uff1d\uff0b\uff0d\uff20")  # the wide signs too: spreadsheets read them so


def to_csv_and_json(table: Table) -> tuple[bytes, bytes]:
    """Each row is made once, for both."""
    lines = _Csv(table.columns)

    def objects() -> Iterator[str]:
        for row in table.rows:
            lines.add(map(cell, row.values()))
            yield encoded(row)

    as_json = joined("[", objects(), "]")
    return lines.content(), as_json


def to_csv(columns: Sequence[Column], rows: Iterable[Row]) -> bytes:
    lines = _Csv(columns)
    for row in rows:
        lines.add(map(cell, row.values()))
    return lines.content()


def to_german_csv(columns: Sequence[Column], rows: Iterable[Row]) -> bytes:
    """What Excel in German opens by a click: marked as UTF-8, semicolons between the cells, decimal commas.

    Without the columns in EDTF, of which it would make days of its own.
    """
    shown = [column for column in columns if not column.name.endswith("_edtf")]
    lines = _Csv(shown, ";")
    for row in rows:
        lines.add(_german_cell(row[column.name]) for column in shown)
    return "\ufeff".encode() + lines.content()


class _Csv:
    """A file that begins with the names of its columns."""

    def __init__(self, columns: Iterable[Column], delimiter: str = ",") -> None:
        self._bytes = io.BytesIO()
        self.add = csv.writer(getwriter("utf-8")(self._bytes), delimiter=delimiter, lineterminator="\r\n").writerow
        self.add(column.name for column in columns)

    def content(self) -> bytes:
        return self._bytes.getvalue()


def _german_cell(value: Value) -> str:
    return cell(value).replace(".", ",") if isinstance(value, float) else cell(value)


def cell(value: Value) -> str:
    """A value as CSV holds it, before quoting."""
    if not value and not isinstance(value, (int, float)):
        return ""
    if isinstance(value, str):
        return GUARD + value if value[0] in _FORMULA else value
    if isinstance(value, list):
        return cell(SEPARATOR.join(map(_item, value)))
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def _item(value: str | int) -> str:
    return str(value).replace("\\", "\\\\").replace(SEPARATOR, "\\" + SEPARATOR)


class Whole:
    """All tables in one file of JSON, with what the dossier says of itself; they are added in their order."""

    def __init__(self, dossier: Dossier) -> None:
        settings = dossier.settings
        head = {
            "title": settings.title,
            "subtitle": settings.subtitle,
            "language": settings.language,
            "scope": settings.scope,
            "license": settings.license,
            "address": dossier.address or None,
        }
        self._bytes = io.BytesIO()
        self._bytes.write(document(head).removesuffix("\n}\n").encode())

    def add(self, name: str, as_json: bytes) -> None:
        """The file of a table as it is, without the end of its last line."""
        self._bytes.write(f',\n "{name}": '.encode())
        self._bytes.write(memoryview(as_json)[:-1])

    def content(self) -> bytes:
        self._bytes.write(b"\n}\n")
        return self._bytes.getvalue()
