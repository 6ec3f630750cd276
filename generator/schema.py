"""JSON Schemas of the seeds, for editors that complete and check YAML while one types.

They say what a record may hold; whether an id exists, only `dossier check` can tell.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from generator.fields import ID_PATTERN
from generator.model import (
    ArticleRecord,
    EventRecord,
    MeasureRecord,
    QuestionRecord,
    Settings,
    TopicRecord,
)

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
        found = _RECORDS[name].model_json_schema()
        return {"$schema": DRAFT, **found, "title": f"{FILES[name]}"}
    record = _MAPPINGS[name].model_json_schema()
    definitions = record.pop("$defs", {})
    return {
        "$schema": DRAFT,
        "title": FILES[name],
        "type": "object",
        "propertyNames": {"pattern": f"^{ID_PATTERN}$"},
        "additionalProperties": record,
        "$defs": definitions,
    }


def schema_text(name: str) -> str:
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"
