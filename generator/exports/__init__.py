"""The data behind the pages, as files to take away: the same resolved dossier in open formats.

    tables     every table with its columns, and their types      rows, row    the rows of each, from the dossier
    formats    tables → CSV and JSON                               geojson, calendar    places and events
    package    the description of all of it (Frictionless)         examples    how to read it, run by a test

No text of an article is in any of them, and no word of a claim that was withdrawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from generator.dossier import Dossier
from generator.exports.calendar import calendar
from generator.exports.formats import Whole, to_csv, to_csv_and_json, to_german_csv
from generator.exports.geojson import places
from generator.exports.package import Resource, package, resource
from generator.exports.tables import Table, tables

FOLDER = "data"
CALENDAR = f"{FOLDER}/timeline.ics"


def exports(dossier: Dossier) -> Iterator[tuple[str, bytes]]:
    """Path inside docs/ → content, one after the other: together they weigh more than the dossier."""
    found, resources = tables(dossier), list[Resource]()
    held = {f"{table.name}.csv": table for table in found}
    for name, content in _files(dossier, found):
        resources.append(resource(name, content, dossier, held.get(name)))
        yield f"{FOLDER}/{name}", content
    yield f"{FOLDER}/datapackage.json", package(dossier, resources).encode()
    yield from _series(next(table for table in found if table.name == "figures"))


def _files(dossier: Dossier, found: list[Table]) -> Iterator[tuple[str, bytes]]:
    """What the package describes: name → content."""
    whole = Whole(dossier)
    for table in found:
        as_csv, as_json = to_csv_and_json(table)
        yield f"{table.name}.csv", as_csv
        yield f"{table.name}.json", as_json
        whole.add(table.name, as_json)
    yield "dossier.json", whole.content()
    yield "places.geojson", places(dossier).encode()
    yield CALENDAR.removeprefix(f"{FOLDER}/"), calendar(dossier).encode()


def series_paths(measure: str) -> tuple[str, str]:
    """Beside the page of a measure, its figures alone: as all tables are, and as Excel in German reads them."""
    return f"figures/{measure}.csv", f"figures/{measure}.excel.csv"


def _series(figures: Table) -> Iterator[tuple[str, bytes]]:
    for measure, rows in groupby(figures.rows, itemgetter("measure_id")):
        own = list(rows)
        written = to_csv(figures.columns, own), to_german_csv(figures.columns, own)
        yield from zip(series_paths(measure), written, strict=True)
