"""YAML text → plain values (mappings, lists, text) with the position of every key and value.

All scalars are text: `no`, `0123` and `2024-02-30` stay what the editor typed, and types are given where the field is
known (model.py). Duplicate keys, anchors, tags and deep nesting are faults with a position instead of surprises:
PyYAML's own loaders keep the last of two equal keys, and expand aliases without a limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.problems import quoted

Loc = tuple[str | int, ...]
Position = tuple[int, int]
MAX_DEPTH = 20

# What YAML does not allow in a text; looked for here, as PyYAML's C parser tells its place in bytes.
_FORBIDDEN = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_HINTS = {
    "mapping values are not allowed": 'a text that holds ": " must stand in quotes; check the indentation too',
    "did not find expected key": "check the indentation; a text that begins with [, { or a quote must stand in quotes",
    "expected '-' indicator": "check the indentation; this line stands left of the list before it, or lacks its dash",
    "a tab character": "indent with blanks, not tabs",
    "alphabetic or numeric character": "a text that begins with * or & must stand in quotes",
    "could not find expected ':'": "a key needs a colon and a blank behind it; a text on several lines is indented",
    "unexpected end of stream": "the quote opened here is never closed",
    "expected ',' or": "the bracket opened here is not closed where it should be",
    "did not find expected node content": "the bracket opened here is not closed where it should be",
}
_OPENED = ("could not find expected ':'", "unexpected end of stream", "expected ',' or", "expected node content")
"""Problems that stand where a quote or bracket begins, not where the parser gave up."""

# The C parser where PyYAML was built with it; the pure one gives the same events, only slower.
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Fault(Exception):
    """The text is no YAML that a seed may hold."""

    line: int
    column: int
    message: str
    hint: str = ""


@dataclass
class Composed:
    """`value` with `marks` of values and `keys` (positions count from 1), and the faults that did not stop reading."""

    value: Any = None
    marks: dict[Loc, Position] = field(default_factory=dict)
    keys: dict[Loc, Position] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    lines: list[str] = field(default_factory=list, repr=False)


def compose(text: str) -> Composed:
    """Reads one YAML document.

    Raises:
        Fault: at the first place where the text cannot be read any further.
    """
    if bad := _FORBIDDEN.search(text):
        line, column = text.count("\n", 0, bad.start()) + 1, bad.start() - text.rfind("\n", 0, bad.start())
        raise Fault(line, column, f"character U+{ord(bad[0]):04X} is not allowed in YAML", "remove it")
    composed = Composed(lines=text.splitlines())
    try:
        composed.value = _document(yaml.parse(text, Loader=Loader), composed)
    except yaml.MarkedYAMLError as error:
        raise _syntax_fault(error, text) from None
    return composed


def _position(event: yaml.Event) -> Position:
    mark: Any = event.start_mark  # every event of the parser has one
    return mark.line + 1, mark.column + 1


def _document(events: Iterator[yaml.Event], composed: Composed) -> Any:
    next(events)  # stream start
    event = next(events)
    if isinstance(event, yaml.StreamEndEvent):
        return None
    value = _value(next(events), events, composed, ())
    next(events)  # document end
    event = next(events)
    if not isinstance(event, yaml.StreamEndEvent):
        raise Fault(*_position(event), "a second YAML document begins here", "keep one document in a file")
    return value


def _value(event: Any, events: Iterator[yaml.Event], composed: Composed, loc: Loc) -> Any:
    line, column = _position(event)
    if isinstance(event, yaml.AliasEvent) or event.anchor:
        raise Fault(line, column, "YAML anchors and aliases are not used in seeds", "write the value out")
    if len(loc) > MAX_DEPTH:
        raise Fault(line, column, f"nested deeper than {MAX_DEPTH} levels", "no seed needs this; check the brackets")
    if event.tag and event.tag != "!":
        raise Fault(line, column, f"YAML tag {quoted(event.tag)} is not used in seeds", "remove it")
    composed.marks[loc] = (line, column)
    if isinstance(event, yaml.ScalarEvent):
        _check_cut(event, composed)
        return event.value if event.style or event.tag or event.value not in ("", "~", "null") else None
    if isinstance(event, yaml.SequenceStartEvent):
        return _sequence(events, composed, loc)
    return _mapping(events, composed, loc)


def _check_cut(event: Any, composed: Composed) -> None:
    """ "Platz #1 von dreien" would silently become "Platz": a comment that is meant as one has a blank behind its #."""
    if event.style or event.end_mark.line >= len(composed.lines):
        return
    rest = composed.lines[event.end_mark.line][event.end_mark.column :]
    if cut := re.match(r"\s+#\w", rest):
        place = event.end_mark.line + 1, event.end_mark.column + cut.end() - 1
        hint = "put the text in quotes, or a blank behind the #"
        composed.faults.append(Fault(*place, 'here " #" begins a comment and cuts the text', hint))


def _sequence(events: Iterator[yaml.Event], composed: Composed, loc: Loc) -> list[Any]:
    values: list[Any] = []
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        values.append(_value(event, events, composed, (*loc, len(values))))
    return values


def _mapping(events: Iterator[yaml.Event], composed: Composed, loc: Loc) -> dict[str, Any]:
    values: dict[str, Any] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        line, column = _position(event)
        if not isinstance(event, yaml.ScalarEvent):
            raise Fault(line, column, "a key must be plain text", "check the indentation and the brackets")
        if event.anchor or (event.tag and event.tag != "!"):
            raise Fault(line, column, "YAML anchors and tags are not used in seeds", "write the key out")
        key = event.value
        if key in values:
            first = composed.keys[(*loc, key)][0]
            message = f"duplicate key {quoted(key)}, first given in line {first}"
            composed.faults.append(Fault(line, column, message, "remove one"))
            _value(next(events), events, Composed(), (*loc, key))
            continue
        composed.keys[(*loc, key)] = (line, column)
        values[key] = _value(next(events), events, composed, (*loc, key))
    return values


def _syntax_fault(error: yaml.MarkedYAMLError, text: str) -> Fault:
    problem = str(error.problem)
    opened = error.context_mark and any(words in problem for words in _OPENED)
    mark: Any = error.context_mark if opened else error.problem_mark
    return Fault(mark.line + 1, mark.column + 1, f"not valid YAML: {problem}", _way_out(problem, mark, text))


def _way_out(problem: str, mark: Any, text: str) -> str:
    if "cannot start any token" in problem:
        char = text.splitlines()[mark.line][mark.column]
        tab = char == "\t"
        return "indent with blanks, not tabs" if tab else f"a text that begins with {char} must stand in quotes"
    hint = next((hint for words, hint in _HINTS.items() if words in problem), "")
    return hint or "check quotes, brackets and indentation"
