"""Tables → CSV (RFC 4180) and JSON. Whatever CSV has to bend, JSON holds as it is.

In CSV a list is one cell: its items with a semicolon between them, and a backslash before a semicolon or backslash of
their own. A spreadsheet would calculate a text that begins like a formula; such a text, and one that begins with an
apostrophe, gets an apostrophe before it, so that taking away one apostrophe always gives the text back.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace

from generator.dossier import Dossier
from generator.exports.rows import Value
from generator.exports.tables import Table

SEPARATOR = ";"
GUARD = "'"
_FORMULA = re.compile(r"[=+\-@\t\r\n'\uff1d\uff0b\uff0d\uff20]")  # the wide signs too: spreadsheets read them so


def to_csv(table: Table) -> str:
    return _csv(table, ",", cell)


def to_german_csv(table: Table) -> str:
    """What Excel in German opens by a click: marked as UTF-8, semicolons between the cells, decimal commas.

    Without the columns in EDTF, of which it would make days of its own.
    """
    columns = [column for column in table.columns if not column.name.endswith("_edtf")]
    return "\ufeff" + _csv(replace(table, columns=columns), ";", _german_cell)


def _csv(table: Table, delimiter: str, written_as: Callable[[Value], str]) -> str:
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([written_as(row[column.name]) for column in table.columns] for row in table.rows)
    return written.getvalue()


def _german_cell(value: Value) -> str:
    return cell(value).replace(".", ",") if isinstance(value, float) else cell(value)


def cell(value: Value) -> str:
    """A value as CSV holds it, before quoting."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return f"{value:.15g}" if isinstance(value, float) else str(value)
    text = SEPARATOR.join(map(_item, value)) if isinstance(value, list) else value
    return GUARD + text if _FORMULA.match(text) else text


def _item(value: str | int) -> str:
    return str(value).replace("\\", "\\\\").replace(SEPARATOR, "\\" + SEPARATOR)


def to_json(table: Table) -> str:
    return dumped(_objects(table))


def whole(dossier: Dossier, tables: list[Table]) -> str:
    """All tables in one file, with what the dossier says of itself."""
    settings = dossier.settings
    head = {
        "title": settings.title,
        "subtitle": settings.subtitle,
        "language": settings.language,
        "scope": settings.scope,
        "license": settings.license,
        "address": dossier.address or None,
    }
    return dumped(head | {table.name: _objects(table) for table in tables})


def _objects(table: Table) -> list[dict[str, Value]]:
    return [{column.name: row[column.name] for column in table.columns} for row in table.rows]


def dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
