"""Where in a record ids of other records and prose stand, read off the types of its fields (fields.py).

A field that a later model adds is found here by its type, and so is renamed with the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from generator.fields import HoldsRefs, RefersTo
from generator.yaml_marks import Loc

Use = RefersTo | HoldsRefs


def id_uses(model: type[BaseModel], value: Any, loc: Loc = ()) -> Iterator[tuple[Loc, Use]]:
    """Each text of a record of `model`, as its file holds it, that is an id or prose; positions go on from `loc`."""
    for name, info in model.model_fields.items():
        key = info.alias or name
        if isinstance(value, dict) and key in value:
            yield from _uses(info.annotation, info.metadata, value[key], (*loc, key))


def _uses(annotation: Any, metadata: Iterable[Any], value: Any, loc: Loc) -> Iterator[tuple[Loc, Use]]:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if isinstance(value, str):
        yield from ((loc, mark) for mark in metadata if isinstance(mark, Use))
    if origin is Annotated:
        yield from _uses(arguments[0], arguments[1:], value, loc)
    elif origin in (Union, UnionType):
        for each in arguments:
            yield from _uses(each, (), value, loc)
    elif origin is tuple and isinstance(value, list):
        for index, each in enumerate(value):
            yield from _uses(arguments[0], (), each, (*loc, index))
    elif origin is tuple:
        yield from _uses(arguments[0], (), value, loc)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from id_uses(annotation, value, loc)
