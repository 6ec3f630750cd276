"""The tables that a dossier is exported as: what each is called, its columns in their order, and its rows.

CSV, JSON, the schemas in datapackage.json and the page that explains them are all made from this. A column's meaning
stands in the labels, under its name: a name means the same in every table. Names are for good; new ones come last.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.dossier import Dossier
from generator.exports.rows import Rows, rows

Type = Literal["string", "integer", "number", "boolean", "date", "list"]

_SAID = {"speaker_ids": "list", "anonymous_speakers": "list", "via_ids": "list"}
_CORRECTED = {"corrected_on": "date", "corrected_reason": "string"}
_WITHDRAWN = {"withdrawn_on": "date", "withdrawn_reason": "string"}
_LINK = {"permalink": "string"}


def _dates(name: str) -> dict[str, str]:
    return {f"{name}_edtf": "string", f"{name}_from": "date", f"{name}_to": "date"}


# Table → column → type, or `a table's name` where the column holds ids of that table
_COLUMNS: dict[str, dict[str, str]] = {
    "articles": {
        "id": "string",
        "title": "string",
        **_dates("published"),
        "published_basis": "string",
        "added_on": "date",
        "outlet_id": "topics",
        "agency_id": "topics",
        "authors": "list",
        "language": "string",
        "url": "string",
        "archived_url": "string",
        "provenance": "string",
        "topic_ids": "list",
        "claim_count": "integer",
        **_CORRECTED,
        **_WITHDRAWN,
        **_LINK,
    },
    "claims": {
        "id": "string",
        "article_id": "articles",
        "text": "string",
        "quotes": "list",
        "paragraphs": "list",
        **_dates("when"),
        "modality": "string",
        **_SAID,
        "event_ids": "list",
        "topic_ids": "list",
        "verification": "string",
        "verified_by": "string",
        **_CORRECTED,
        **_WITHDRAWN,
        **_LINK,
    },
    "topics": {
        "id": "string",
        "kind": "string",
        "kind_label": "string",
        "name": "string",
        "type": "string",
        "type_label": "string",
        "aliases": "list",
        "latitude": "number",
        "longitude": "number",
        "coordinates_approximate": "boolean",
        "coordinates_source": "string",
        "intro": "string",
        "note": "string",
        "note_source": "string",
        "claim_count": "integer",
        **_LINK,
    },
    "events": {
        "id": "string",
        "title": "string",
        "type": "string",
        "type_label": "string",
        **_dates("when"),
        "when_written": "string",
        "place_ids": "list",
        "topic_ids": "list",
        "claim_count": "integer",
        **_LINK,
    },
    "questions": {"id": "string", "title": "string", "status": "string", "note": "string", **_LINK},
    "positions": {"question_id": "questions", "position": "string", "label": "string", "claim_count": "integer"},
    "answers": {"question_id": "questions", "position": "string", "claim_id": "claims", **_LINK},
    "measures": {
        "id": "string",
        "title": "string",
        "unit": "string",
        "scope": "string",
        "topic_ids": "list",
        "figure_count": "integer",
        **_LINK,
    },
    "figures": {
        "measure_id": "measures",
        "title": "string",
        "unit": "string",
        **_dates("as_of"),
        "value": "number",
        "min": "number",
        "max": "number",
        "qualifier": "string",
        "written": "string",
        "text": "string",
        **_SAID,
        "source": "string",
        "article_id": "articles",
        "claim_id": "claims",
        **_LINK,
        "speaker_label": "string",
    },
    "statuses": {
        "topic_id": "topics",
        "status": "string",
        "label": "string",
        **_dates("when"),
        "claim_id": "claims",
        **_LINK,
    },
    "roles": {
        "topic_id": "topics",
        "role": "string",
        "at_id": "topics",
        **_dates("when"),
        "claim_id": "claims",
        **_LINK,
    },
    "relations": {
        "topic_id": "topics",
        "relation": "string",
        "label": "string",
        "other_id": "topics",
        **_dates("when"),
        "claim_id": "claims",
        **_LINK,
    },
}
_TYPES: dict[str, Type] = {
    "string": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "date": "date",
    "list": "list",
}


@dataclass(frozen=True, slots=True)
class Column:
    """`table` is the table whose ids it holds, or empty."""

    name: str
    type: Type
    table: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A row has a value for each column, in their order; None where nothing is known."""

    name: str
    columns: Sequence[Column]
    rows: Rows

    @property
    def has_ids(self) -> bool:
        return self.columns[0].name == "id"


def tables(dossier: Dossier) -> list[Table]:
    """All tables, each with its rows in the order in which pages list them."""
    found = rows(dossier)
    return [Table(name, _columns(columns), found[name]) for name, columns in _COLUMNS.items()]


def _columns(columns: Mapping[str, str]) -> list[Column]:
    return [
        Column(name, _TYPES[kind]) if kind in _TYPES else Column(name, "string", kind) for name, kind in columns.items()
    ]
