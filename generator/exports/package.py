"""datapackage.json (Frictionless Data Package, version 1): every file with its type, size and hash, every CSV with its
schema, and under which licence all of it stands."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence

from generator.addresses import DATA_PAGE
from generator.citation import page_citation
from generator.dossier import Dossier
from generator.exports.tables import Column, Table
from generator.fields import as_id
from generator.json_text import document
from generator.labels import Labels, load_labels

MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "geojson": "application/geo+json",
    "ics": "text/calendar",
}
_CREATIVE_COMMONS = re.compile(r"CC[ -](BY(?:-(?:NC|ND|SA|NC-SA|NC-ND))?)[ -](\d\.\d)")


Resource = dict[str, object]
"""What the package says of a file."""


def package(dossier: Dossier, resources: Sequence[Resource]) -> str:
    """`resources` are all other files."""
    settings = dossier.settings
    described: dict[str, object] = {
        "profile": "data-package",
        "name": as_id(settings.title) or "dossier",
        "title": settings.title,
        "description": settings.scope,
        **({"homepage": dossier.address} if dossier.address else {}),
        **_dates(dossier),
        "licenses": [licence(settings.license)],
        "resources": resources,
    }
    return document(described)


def _dates(dossier: Dossier) -> dict[str, str]:
    """The newest day that the dossier knows of itself, never that of a build; as a version it has no leading zeros."""
    newest = page_citation(DATA_PAGE, "", dossier).date
    day = newest.latest if newest else None
    return {"created": f"{day}T00:00:00Z", "version": f"{day.year}.{day.month}.{day.day}"} if day else {}


def licence(words: str) -> dict[str, str]:
    """As Frictionless names it; one of Creative Commons with its address."""
    known = _CREATIVE_COMMONS.fullmatch(words)
    if not known:
        return {"name": "-".join(words.split()), "title": words}
    kind, version = known[1], known[2]
    path = f"https://creativecommons.org/licenses/{kind.lower()}/{version}/"
    return {"name": f"CC-{kind}-{version}", "title": words, "path": path}


def resource(name: str, content: bytes, dossier: Dossier, table: Table | None) -> Resource:
    """`table` is what a file of CSV holds."""
    stem, _, ending = name.partition(".")
    labels = load_labels(dossier.settings.language)
    found: Resource = {
        "name": stem if ending == "csv" else f"{stem}-{ending}",
        "path": name,
        "title": str(labels["data"]["files"][stem]),
        "format": ending,
        "mediatype": MEDIA_TYPES[ending],
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }
    if not table:
        return found
    schema = _schema(table, labels)
    return {"profile": "tabular-data-resource", **found, "schema": schema}


def _schema(table: Table, labels: Labels) -> dict[str, object]:
    words = labels["data"]
    keys = [
        {"fields": column.name, "reference": {"resource": column.table, "fields": "id"}}
        for column in table.columns
        if column.table
    ]
    return {
        "fields": [_field(column, table, words) for column in table.columns],
        "missingValues": [""],
        **({"primaryKey": "id"} if table.has_ids else {}),
        **({"foreignKeys": keys} if keys else {}),
    }


def _field(column: Column, table: Table, words: Mapping[str, Mapping[str, str]]) -> dict[str, object]:
    described = words["columns"][column.name]
    if column.type == "list":
        described = f"{described} {words['list']}"
    found: dict[str, object] = {
        "name": column.name,
        "type": "string" if column.type == "list" else column.type,
        "description": described,
    }
    if column.name == "id" and table.has_ids:
        found["constraints"] = {"required": True, "unique": True}
    return found
