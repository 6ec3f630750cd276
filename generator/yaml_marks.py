"""YAML text → plain values (mappings, lists, text) with the position of every key and value.

All scalars are text: `no`, `0123` and `2024-02-30` stay what the editor typed, and types are given where the field is
known (model.py). Duplicate keys, anchors, tags and deep nesting are faults with a position instead of surprises:
PyYAML's own loaders keep the last of two equal keys, and expand aliases without a limit.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

import yaml

from generator.problems import quoted
from generator.yaml_faults import Fault, syntax_fault

__all__ = ["Fault"]  # besides what stands here

Loc = tuple[str | int, ...]
Position = tuple[int, int]
MAX_DEPTH = 20

# What YAML does not allow in a text; looked for here, as PyYAML's C parser tells its place in bytes.
FORBIDDEN = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_CUT = re.compile(r"\s+#\w")
_CUTS = re.compile(r"\s#\w")
"""Where this is nowhere in a text, no comment can cut one short."""
_NOTHING = ("", "~", "null")

# The C parser where PyYAML was built with it; the pure one gives the same events, only slower.
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Composed:
    """A document as it was read: its value, where each part of it stands, and the faults that did not stop reading.

    Positions count from 1. They are only asked for where there is a problem to tell of, so they are kept as numbers in
    the order of the text, and the text itself may be all that is kept (`forget`): it is read again when need be.
    """

    def __init__(self, text: str) -> None:
        self._text: str | bytes = text

    @property
    def text(self) -> str:
        return self._text if isinstance(self._text, str) else self._text.decode()

    @cached_property
    def _read(self) -> _Reading:
        return _Reading(self.text)

    @property
    def value(self) -> Any:
        return self._read.value

    @property
    def faults(self) -> list[Fault]:
        return self._read.faults

    @cached_property
    def marks(self) -> dict[Loc, Position]:
        """Where each value stands."""
        return {loc: position for loc, position, is_key in self._places() if not is_key}

    @cached_property
    def keys(self) -> dict[Loc, Position]:
        """Where each key stands."""
        return {loc: position for loc, position, is_key in self._places() if is_key}

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    def forget(self) -> None:
        """Keeps the text alone, in as little room as it can do with: there are as many as files."""
        self._text = self.text.encode()
        for made in ("_read", "marks", "keys"):
            self.__dict__.pop(made, None)

    def _places(self) -> Iterator[tuple[Loc, Position, bool]]:
        """Each value and key in the order of the text, with its position."""
        numbers = iter(self._read.numbers)
        positions = zip(numbers, numbers, strict=True)
        return (
            (loc, position, is_key) for (loc, is_key), position in zip(_locs(self.value, ()), positions, strict=False)
        )


def compose(text: str) -> Composed:
    """Reads one YAML document.

    Raises:
        Fault: at the first place where the text cannot be read any further.
    """
    composed = Composed(text)
    composed._read  # noqa: B018, SLF001 - what stops reading is told now
    return composed


def _locs(value: Any, loc: Loc) -> Iterator[tuple[Loc, bool]]:
    """Each value with all in it, in the order in which `_Reading` meets them; whether it is a key."""
    yield loc, False
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*loc, key), True
            yield from _locs(inner, (*loc, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _locs(inner, (*loc, index))


class _Reading:
    """One pass over the parser's events; `numbers` are line and column of each value and key as they come."""

    def __init__(self, text: str) -> None:
        if bad := FORBIDDEN.search(text):
            line, column = text.count("\n", 0, bad.start()) + 1, bad.start() - text.rfind("\n", 0, bad.start())
            raise Fault(line, column, f"character U+{ord(bad[0]):04X} is not allowed in YAML", "remove it")
        self.faults: list[Fault] = []
        self.numbers = array("I")
        self._lines = text.splitlines() if _CUTS.search(text) else []
        loader = Loader(text)
        self._next: Callable[[], Any] = loader.get_event
        try:
            self.value = self._document()
        except yaml.MarkedYAMLError as error:
            raise syntax_fault(error, text) from None
        finally:
            loader.dispose()

    def _document(self) -> Any:
        self._next()  # stream start
        event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            return None
        value = self._value(self._next(), 0)
        self._next()  # document end
        event = self._next()
        if not isinstance(event, yaml.StreamEndEvent):
            hint = "keep one document in a file"
            raise Fault(*_position(event), "a second YAML document begins here", hint)
        return value

    def _value(self, event: Any, depth: int) -> Any:
        kind = type(event)
        if kind is yaml.AliasEvent or event.anchor:
            raise Fault(*_position(event), "YAML anchors and aliases are not used in seeds", "write the value out")
        if depth > MAX_DEPTH:
            hint = "no seed needs this; check the brackets"
            raise Fault(*_position(event), f"nested deeper than {MAX_DEPTH} levels", hint)
        if event.tag and event.tag != "!":
            raise Fault(*_position(event), f"YAML tag {quoted(event.tag)} is not used in seeds", "remove it")
        self.numbers.extend(_position(event))
        if kind is yaml.ScalarEvent:
            if self._lines:
                self._check_cut(event)
            text = event.value
            return None if text in _NOTHING and not event.style and not event.tag else text
        return self._sequence(depth + 1) if kind is yaml.SequenceStartEvent else self._mapping(depth + 1)

    def _check_cut(self, event: Any) -> None:
        """ "Platz #1 von dreien" would silently become "Platz": a comment meant as one has a blank behind its #."""
        if event.style or event.end_mark.line >= len(self._lines):
            return
        rest = self._lines[event.end_mark.line][event.end_mark.column :]
        if cut := _CUT.match(rest):
            place = event.end_mark.line + 1, event.end_mark.column + cut.end() - 1
            hint = "put the text in quotes, or a blank behind the #"
            self.faults.append(Fault(*place, 'here " #" begins a comment and cuts the text', hint))

    def _sequence(self, depth: int) -> list[Any]:
        values: list[Any] = []
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            values.append(self._value(event, depth))
        return values

    def _mapping(self, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        lines: dict[str, int] = {}
        while type(event := self._next()) is not yaml.MappingEndEvent:
            if type(event) is not yaml.ScalarEvent:
                raise Fault(*_position(event), "a key must be plain text", "check the indentation and the brackets")
            if event.anchor or (event.tag and event.tag != "!"):
                raise Fault(*_position(event), "YAML anchors and tags are not used in seeds", "write the key out")
            key, (line, column) = event.value, _position(event)
            if key in values:
                message = f"duplicate key {quoted(key)}, first given in line {lines[key]}"
                self._pass_over(depth)
                self.faults.append(Fault(line, column, message, "remove one"))
                continue
            lines[key] = line
            self.numbers.extend((line, column))
            values[key] = self._value(self._next(), depth)
        return values

    def _pass_over(self, depth: int) -> None:
        """A value of which nothing is kept, neither its positions nor the faults in it."""
        numbers, faults = len(self.numbers), len(self.faults)
        self._value(self._next(), depth)
        del self.numbers[numbers:], self.faults[faults:]


def _position(event: Any) -> Position:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1
