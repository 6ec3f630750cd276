"""The lock's text, read entry by entry: it is long, and what looks as `dossier verify` writes it needs no YAML.

Any entry that looks otherwise (quotes, a line that was broken) is read as YAML, and so is the whole text where that
does not settle it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.yaml_marks import FORBIDDEN, Fault, compose

_TEXT = r"(?!null\n)[^\W_][^\s:#]*(?:[ :][^\s:#]+)*"
_PARTS = rf"(?:  - {_TEXT}\n)+"
_READING = rf"    by: (?P<{{0}}_by>{_TEXT})\n    'on': '(?P<{{0}}_on>[0-9-]+)'\n"
_ENTRY = re.compile(
    rf"(?P<key>[a-z0-9-]+#[a-z0-9-]+):\n  record: (?P<record>{_TEXT})\n  source: (?P<source>{_TEXT})\n"
    rf"(?:  found:\n(?P<found>{_PARTS}))?(?:  missing:\n(?P<missing>{_PARTS}))?"
    rf"(?:  read:\n{_READING.format('read')})?(?:  refused:\n{_READING.format('refused')})?(?=[^\s#]|\Z)"
)
_HEAD = re.compile(r"(?:#[^\r\n\x85\u2028\u2029]*\n)*")
_NEXT = re.compile(r"^(?=[^\s#])", re.MULTILINE)
_BEGINNING = re.compile(r"[\w'\"]")
"""Of an entry that makes sense to YAML without those around it."""


def entries_of(text: str) -> dict[str, Any] | None:
    """Key → the fields of its entry; None where only a look at the whole text can tell what it says or lacks."""
    found: dict[str, Any] = {}
    if FORBIDDEN.search(text):
        return None
    try:
        for key, fields in _entries(text):
            if key in found:
                return None
            found[key] = fields
    except Fault:
        return None
    return found or None


def _entries(text: str) -> Iterator[tuple[str, Any]]:
    head = _HEAD.match(text)
    at, shared = head.end() if head else 0, dict[str, str]()
    while at < len(text):
        if entry := _ENTRY.match(text, at):
            yield entry["key"], _fields(entry, shared)
            at = entry.end()
        else:
            below = _NEXT.search(text, at + 1)
            end = below.start() if below else len(text)
            yield from _as_yaml(text[at:end]).items()
            at = end


def _fields(entry: re.Match[str], shared: dict[str, str]) -> dict[str, Any]:
    """`shared` holds each part once: the same stand in many entries."""
    fields: dict[str, Any] = {"record": entry["record"], "source": entry["source"]}
    for name in ("found", "missing"):
        if parts := entry[name]:
            fields[name] = [shared.setdefault(part, part) for part in parts[4:-1].split("\n  - ")]
    for name in ("read", "refused"):
        if by := entry[f"{name}_by"]:
            fields[name] = {"by": by, "on": entry[f"{name}_on"]}
    return fields


def _as_yaml(text: str) -> dict[str, Any]:
    """One entry.

    Raises:
        Fault: it is none by itself.
    """
    composed = compose(text)
    value = composed.value if _BEGINNING.match(text) else None
    if not isinstance(value, dict) or len(value) != 1 or composed.faults:
        raise Fault(1, 1, "no entry by itself")
    return value
