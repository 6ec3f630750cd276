"""What pydantic finds wrong in a record, told to an editor: name, value, what was expected, and the way out."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from generator.problems import Mark, Problem, did_you_mean, quoted
from generator.reading import SeedFile
from generator.yaml_marks import Loc

_VERBS = ("is ", "has ", "holds ", "needs ")
_SINGLE = ("a single value", "write one, without brackets or dashes")
_LIST = ("a list", "write each entry on its own line, with a dash before it")
_MAPPING = ("a mapping", "write each of its fields as name: value")
_WANTED = {"literal_error": _SINGLE, "tuple_type": _LIST}


def report(details: ErrorDetails, model: type[BaseModel], file: SeedFile, base: Loc) -> Problem:
    """One fault of a record of `model` that stands at `base` in the file."""
    loc: Loc = details["loc"]
    if loc[-1:] == ("[key]",):
        return _problem(file.key_mark(*base, *loc[:-1]), _in_words(details, str(loc[-3])))
    if details["type"] == "missing":
        return _missing(loc, model, file, base)
    names = [part for part in loc if isinstance(part, str)]
    name = names[-1] if names else noun_of(model)
    if details["type"] == "extra_forbidden":
        owner = _model_at(model, loc[:-1])
        hint = did_you_mean(name, _field_names(owner)) or _fields_of(owner)
        return _problem(file.key_mark(*base, *loc), (f"unknown field {quoted(name)}", hint))
    return _problem(file.mark(*base, *loc), _in_words(details, name))


def _problem(mark: Mark, words: tuple[str, str]) -> Problem:
    return Problem(mark, "error", *words)


def _missing(loc: Loc, model: type[BaseModel], file: SeedFile, base: Loc) -> Problem:
    noun = noun_of(_model_at(model, loc[:-1]))
    mark = file.mark(*base, *loc[:-1]) if len(loc) > 1 or not base else file.key_mark(*base)
    return _problem(mark, (f"missing field {quoted(loc[-1])}", f"every {noun} needs it"))


def _in_words(details: ErrorDetails, name: str) -> tuple[str, str]:
    """Message and hint for a wrong value of the field `name`."""
    value = details["input"]
    if details["type"] == "value_error":
        message, _, hint = details["msg"].removeprefix("Value error, ").partition("; ")
        return f"{name}{' ' if message.startswith(_VERBS) else ': '}{message}", hint
    if details["type"] == "literal_error" and isinstance(value, str):
        expected = details["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
        hint = did_you_mean(value, expected.split(", ")) or f"it is one of {expected}"
        return f"{name}: {quoted(value)} is not known here", hint
    wanted, hint = _WANTED.get(details["type"], _MAPPING)
    return f"{name}: expected {wanted}, found {shape(value)}", hint


def _model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel]:
    """The model that holds the field at the end of `loc`."""
    for part in loc:
        for name, info in model.model_fields.items():
            if part == (info.alias or name):
                model = _model_in(info.annotation) or model
                break
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, getattr(annotation, "__args__", ()))), None)


def _field_names(model: type[BaseModel]) -> list[str]:
    return [info.alias or name for name, info in model.model_fields.items()]


def _fields_of(model: type[BaseModel]) -> str:
    return f"the fields of {noun_of(model)} are {', '.join(_field_names(model))}"


def noun_of(model: type[BaseModel]) -> str:
    """What a model is called in messages."""
    nouns = {"Settings": "dossier", "FullText": "fulltext", "RelationKind": "relation", "Coordinates": "point"}
    return nouns.get(model.__name__, model.__name__.removesuffix("Record").lower())


def shape(value: Any) -> str:
    return {dict: "a mapping", list: "a list", type(None): "nothing"}.get(type(value), f"text {quoted(value)}")
