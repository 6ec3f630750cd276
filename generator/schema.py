"""JSON Schemas of the seeds, for editors that complete and check YAML while one types.

They say what a record may hold; whether an id exists, only `dossier check` can tell.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.fields import ID_PATTERN, MAX_ID
from generator.model import (
    ArticleRecord,
    EventRecord,
    MeasureRecord,
    QuestionRecord,
    Settings,
    TopicRecord,
)
from generator.parsing import RESERVED

SCHEMAS = ".schemas"
"""Folder of a project in which its editors look for schemas."""

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_RECORDS: dict[str, type[BaseModel]] = {"dossier": Settings, "article": ArticleRecord}
_MAPPINGS: dict[str, type[BaseModel]] = {
    "topics": TopicRecord,
    "events": EventRecord,
    "questions": QuestionRecord,
    "measures": MeasureRecord,
}
FILES = {
    "dossier": "seeds/dossier.yml",
    "article": "seeds/articles/*.yml",
    "topics": "the folders of topics in seeds/, e.g. seeds/actors/*.yml",
    "events": "seeds/timeline/*.yml",
    "questions": "seeds/questions.yml",
    "measures": "seeds/measures.yml",
}
"""Name of a schema → the files that it describes."""


def schema(name: str) -> dict[str, Any]:
    """The schema of a kind of file by its name in FILES."""
    if name in _RECORDS:
        found = _described(_RECORDS[name])
        return {"$schema": DRAFT, **found, "title": FILES[name]}
    record = _described(_MAPPINGS[name])
    definitions = record.pop("$defs", {})
    return {
        "$schema": DRAFT,
        "title": FILES[name],
        "type": "object",
        "propertyNames": {
            "pattern": f"^{ID_PATTERN}$",
            "patternErrorMessage": "an id has a-z, 0-9 and single hyphens",
            "maxLength": MAX_ID,
            "not": {"enum": list(RESERVED)},
        },
        "additionalProperties": record,
        "$defs": definitions,
    }


def _described(model: type[BaseModel]) -> dict[str, Any]:
    """The model's schema without the titles that pydantic makes of field names: editors show them in place of ours."""
    found = model.model_json_schema()
    for record in (found, *found.get("$defs", {}).values()):
        for field in record.get("properties", {}).values():
            field.pop("title", None)
            if "patternProperties" in field:  # a mapping of ids: else a schema lets other keys pass
                field["additionalProperties"] = False
    return found


def schema_text(name: str) -> str:
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"


def file_name(name: str) -> str:
    return f"{name}.schema.json"


def modeline(name: str, root: Path, path: Path) -> str:
    """The comment by which any YAML server finds the schema of a seed; empty where the project has none."""
    here = root / SCHEMAS / file_name(name)
    relative = os.path.relpath(here, path.parent).replace(os.sep, "/")
    return f"# yaml-language-server: $schema={relative}" if here.exists() else ""
