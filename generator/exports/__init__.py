"""The data behind the pages, as files to take away: the same resolved dossier in open formats.

    tables     every table with its columns, and their types      rows    the rows of each, from the dossier
    formats    tables → CSV and JSON                               geojson, calendar    places and events
    package    the description of all of it (Frictionless)         examples    how to read it, run by a test

No text of an article is in any of them, and no word of a claim that was withdrawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.dossier import Dossier
from generator.exports.calendar import calendar
from generator.exports.formats import to_csv, to_german_csv, to_json, whole
from generator.exports.geojson import places
from generator.exports.package import package
from generator.exports.rows import Value
from generator.exports.tables import Table, tables

FOLDER = "data"
CALENDAR = f"{FOLDER}/timeline.ics"


def exports(dossier: Dossier) -> dict[str, str]:
    """Path inside docs/ → text."""
    found = tables(dossier)
    files = {}
    for table in found:
        files[f"{table.name}.csv"] = to_csv(table)
        files[f"{table.name}.json"] = to_json(table)
    files["dossier.json"] = whole(dossier, found)
    files["places.geojson"] = places(dossier)
    files[CALENDAR.removeprefix(f"{FOLDER}/")] = calendar(dossier)
    files["datapackage.json"] = package(dossier, found, files)
    return {f"{FOLDER}/{name}": text for name, text in files.items()} | dict(_series(dossier, found))


def series_paths(measure: str) -> tuple[str, str]:
    """Beside the page of a measure, its figures alone: as all tables are, and as Excel in German reads them."""
    return f"figures/{measure}.csv", f"figures/{measure}.excel.csv"


def _series(dossier: Dossier, tables: Iterable[Table]) -> Iterator[tuple[str, str]]:
    figures = next(table for table in tables if table.name == "figures")
    rows: dict[Value, list[Mapping[str, Value]]] = {}
    for row in figures.rows:
        rows.setdefault(row["measure_id"], []).append(row)
    for name in dossier.measures:
        if name in rows:
            series = replace(figures, rows=rows[name])
            yield from zip(series_paths(name), (to_csv(series), to_german_csv(series)), strict=True)
