"""One record: a value of a seed file → a frozen, typed record with its place, or a problem for each fault in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from generator.faults import noun_of, report, shape
from generator.problems import Mark, Problems
from generator.reading import SeedFile, Where
from generator.yaml_marks import Loc

R = TypeVar("R", bound=BaseModel)


@dataclass(frozen=True)
class Seed(Generic[R]):
    """A typed record with its id and the place it was read from."""

    id: str
    record: R
    file: SeedFile = field(repr=False, compare=False)
    loc: Loc = ()
    kind: str = ""
    """A topic's kind; empty for other records."""

    def mark(self, *loc: str | int) -> Mark:
        return self.file.mark(*self.loc, *loc) if loc else self.file.key_mark(*self.loc)

    def where(self, *loc: str | int) -> Where:
        """The same, for whoever may not need it."""
        return _Place(self, loc)


class _Place:
    """Where something stands in a record; each claim has one, so it is small."""

    __slots__ = ("_loc", "_seed")

    def __init__(self, seed: Seed[Any], loc: Loc) -> None:
        self._seed, self._loc = seed, loc

    def __call__(self) -> Mark:
        return self._seed.mark(*self._loc)


def parse_record(
    name: str, model: type[R], file: SeedFile, loc: Loc, problems: Problems, kind: str = ""
) -> Seed[R] | None:
    """One record, typed; or None, with a problem for each fault in it."""
    value = file.value
    for part in loc:
        value = value[part]
    if not isinstance(value, dict):
        message = f"expected the fields of {noun_of(model)}, found {shape(value)}"
        problems.error(file.key_mark(*loc), message, "write each on its own line, as name: value")
        return None
    try:
        seed = Seed(name, model.model_validate(value), file, loc, kind)
    except ValidationError as error:
        for details in error.errors():
            problems.extend([report(details, model, file, loc)])
        return None
    empty = list(_empty(value))
    for each in empty:
        problems.error(file.key_mark(*loc, *each), f"{each[-1]} is empty", "fill it in or remove the line")
    return None if empty else seed


def _empty(value: Any, loc: Loc = ()) -> Iterator[Loc]:
    """Fields without a value: they count as left out, and what was meant would be lost. (A draft has an empty text.)"""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        if each is None and key != "text":
            yield (*loc, key)
        yield from _empty(each, (*loc, key))
