"""JSON Schemas of the seeds, for editors that complete and check YAML while one types.

They say what a record may hold; whether an id exists, only `dossier check` can tell. They may offer those there are, as
`defaultSnippets`: a YAML server proposes them with their names, and a new id is still no mistake.
"""

from __future__ import annotations

import ast
import inspect
import json
import os
import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator import model as records
from generator.fields import KNOWN, id_schema
from generator.model import (
    ArticleRecord,
    EventRecord,
    MeasureRecord,
    QuestionRecord,
    Settings,
    TopicRecord,
)
from generator.parsing import RESERVED, Seeds

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


Known = Mapping[str, Mapping[str, str]]
"""Noun (topic, event type …) → id or word → its name."""

_NOTHING: Known = {}


def schema(name: str, known: Known = _NOTHING) -> dict[str, Any]:
    """The schema of a kind of file by its name in FILES; it offers what is known."""
    if name in _RECORDS:
        return {"$schema": DRAFT, **_described(_RECORDS[name], known), "title": name}
    record = _described(_MAPPINGS[name], known)
    definitions = record.pop("$defs", {})
    return {
        "$schema": DRAFT,
        "title": name,
        "type": "object",
        "propertyNames": id_schema("|".join(RESERVED), f"; {', '.join(RESERVED)} is taken"),
        "additionalProperties": record,
        "$defs": definitions,
    }


def known_ids(seeds: Seeds) -> Known:
    """All that fields of the seeds may name."""
    records = {
        "topic": {name: topic.record.name for name, topic in seeds.topics.items()},
        "event": {name: event.record.title for name, event in seeds.events.items()},
        "question": {name: question.record.title for name, question in seeds.questions.items()},
        "measure": {name: measure.record.title for name, measure in seeds.measures.items()},
        "position": {word: label for each in seeds.questions.values() for word, label in each.record.positions.items()},
    }
    if not seeds.settings:
        return records
    settings = seeds.settings.record
    return records | {
        "topic type": {word: label for kind in settings.kinds.values() for word, label in kind.types.items()},
        "event type": settings.event_types,
        "status": settings.statuses,
        "relation": {word: relation.label for word, relation in settings.relations.items()},
    }


def _described(model: type[BaseModel], known: Known) -> dict[str, Any]:
    raw = model.model_json_schema()
    found = _for_editors(_with_meanings(raw, model), known)
    inner = {name: _with_meanings(each, getattr(records, name)) for name, each in raw.get("$defs", {}).items()}
    found["$defs"] = {name: _for_editors(each, known) for name, each in inner.items()}
    return found


def _with_meanings(schema: dict[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    """With what stands below each field of the model: pydantic would look it up whenever the program starts."""
    meanings, properties = _meanings(model), schema["properties"]
    for name, info in model.model_fields.items():
        described = {**properties[info.alias or name], "description": meanings[name]}
        properties[info.alias or name] = dict(sorted(described.items()))
    return schema


def _meanings(model: type[BaseModel]) -> dict[str, str]:
    """The docstring of each field by its name."""
    (definition,) = ast.parse(inspect.getsource(model)).body
    found = {}
    for field, below in pairwise(getattr(definition, "body", ())):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                found[name] = inspect.cleandoc(text)
    return found


def _for_editors(schema: Mapping[str, Any], known: Known) -> dict[str, Any]:
    """Pydantic's schema without what a YAML server would show or insert to no use: its titles, null, defaults."""
    found = {key: _inside(key, value, known) for key, value in schema.items()}
    title = found.pop("title", "")
    if "properties" in found:
        found["title"] = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", title.removesuffix("Record")).lower()
    found.pop("default", None)
    if {"type": "null"} in found.get("anyOf", ()):  # left out, not empty
        (only,) = (each for each in found.pop("anyOf") if each != {"type": "null"})
        found = {**only, **found}
    if "patternProperties" in found:  # a mapping of ids: servers say more of a wrong name than of a surplus property
        (found["additionalProperties"],) = found.pop("patternProperties").values()
        found["propertyNames"] = id_schema()
    if offers := known.get(found.pop(KNOWN, "")):
        found["defaultSnippets"] = [{"label": id_, "description": name, "body": id_} for id_, name in offers.items()]
    return found


def _inside(key: str, value: Any, known: Known) -> Any:
    match key, value:
        case "properties" | "patternProperties", dict():
            return {name: _for_editors(each, known) for name, each in value.items()}
        case "anyOf", list():
            return [_for_editors(each, known) for each in value]
        case "items" | "additionalProperties", dict():
            return _for_editors(value, known)
    return value


def schema_text(name: str, known: Known = _NOTHING) -> str:
    return json.dumps(schema(name, known), ensure_ascii=False, indent=2) + "\n"


def file_name(name: str) -> str:
    return f"{name}.schema.json"


def modeline(name: str, root: Path, path: Path) -> str:
    """The comment by which any YAML server finds the schema of a seed; empty where the project has none."""
    here = root / SCHEMAS / file_name(name)
    relative = os.path.relpath(here, path.parent).replace(os.sep, "/")
    return f"# yaml-language-server: $schema={relative}" if here.exists() else ""
