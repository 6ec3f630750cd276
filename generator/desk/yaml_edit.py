"""Changes to the text of a seed at the very places that are meant; every other byte stays as the editor typed it.

Loading and dumping, even with ruamel.yaml, was tried and is not safe here: it kept all the formatting of our own seeds,
but turned a hash of digits and one `e` into `.inf`, escaped characters into plain ones, and joined or re-indented what
other editors type. So values are replaced where PyYAML says that they stand, and the result is read again: if anything
but the intended values has changed, nothing is done.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import yaml

from generator.problems import quoted
from generator.yaml_marks import Fault, Loader, Loc, compose

BOM = "\ufeff"
_NUMBER = re.compile(r"[-+]?(\d[\d_]*\.?[\d_]*(e[-+]?\d+)?|0[xob][\da-f_]+|\.\w+)", re.ASCII | re.IGNORECASE)
"""What newer YAML may take for a number, and PyYAML does not: 1e5, 0o17."""


@dataclass
class Unsafe(Exception):
    """A text cannot be changed without touching more than is meant."""

    message: str


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters from `start` to `end` become `new`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Node:
    """Where a value and its key stand in the text, and whether brackets or indentation hold it together."""

    start: int
    end: int
    column: int
    flow: bool
    key: tuple[int, int] | None


class SeedText:
    """The text of a YAML file that has been read without a fault."""

    def __init__(self, content: bytes) -> None:
        """Raises Unsafe where the content is no YAML that a seed may hold."""
        try:
            decoded = content.decode()
            self.bom = BOM if decoded.startswith(BOM) else ""
            self.text = decoded.removeprefix(BOM)
            composed = compose(self.text)
        except (UnicodeDecodeError, Fault) as fault:
            raise Unsafe("it cannot be read; dossier check says why") from fault
        if composed.faults:
            raise Unsafe("it has faults; dossier check lists them")
        self.value = composed.value
        self.nodes: dict[Loc, Node] = {}
        if root := yaml.compose(self.text, Loader=Loader):
            self._walk(root, (), None)
        self.newline = "\r\n" if "\r\n" in self.text else "\n"

    def _walk(self, node: Any, loc: Loc, key: tuple[int, int] | None) -> None:
        start, flow = node.start_mark, bool(getattr(node, "flow_style", False))
        self.nodes.setdefault(loc, Node(start.index, node.end_mark.index, start.column, flow, key))
        if isinstance(node, yaml.MappingNode):
            for name, value in node.value:
                self._walk(value, (*loc, name.value), (name.start_mark.index, name.end_mark.index))
        elif isinstance(node, yaml.SequenceNode):
            for index, value in enumerate(node.value):
                self._walk(value, (*loc, index), None)

    def last_end(self, loc: Loc) -> int:
        """Where the last word of a value ends; the node of a list goes on over the comments below it."""
        inner = [each for each in self.nodes if each[:-1] == loc and each]
        return self.nodes[loc].end if self.nodes[loc].flow or not inner else self.last_end(inner[-1])

    def raw(self, loc: Loc) -> str:
        return self.text[self.nodes[loc].start : self.nodes[loc].end]

    def value_edit(self, loc: Loc, old: str, new: str) -> Edit:
        """The edit that makes a value of one word, plain or in quotes, another."""
        node = self.nodes[loc]
        return self._word(node.start, node.end, old, new)

    def key_edit(self, loc: Loc, old: str, new: str) -> Edit:
        key = self.nodes[loc].key
        return self._word(*(key or (0, 0)), old, new)

    def _word(self, start: int, end: int, old: str, new: str) -> Edit:
        raw = self.text[start:end]
        if raw == old:
            return Edit(start, end, as_scalar(new))
        if raw.count(old) != 1:
            raise self.unusual(old, start)
        at = start + raw.index(old)
        return Edit(at, at + len(old), new)

    def prose_edits(self, loc: Loc, replaced: Callable[[str], list[Edit]]) -> list[Edit]:
        """The edits of a text, as `replaced` finds them in it as it is written in the file."""
        start = self.nodes[loc].start
        return [Edit(start + edit.start, start + edit.end, edit.new) for edit in replaced(self.raw(loc))]

    def unusual(self, words: str, at: int) -> Unsafe:
        return Unsafe(f"{quoted(words)} is written in an unusual way in line {self.line(at)}; write it plainly")

    def line(self, at: int) -> int:
        return len(f"{self.text[:at]}.".splitlines())

    def with_edits(self, edits: list[Edit], wanted: Any) -> bytes:
        """The new content of the file, whose value is `wanted`.

        Raises:
            Unsafe: the edits would make it something else.
        """
        text = edited(self.text, edits)
        try:
            composed = compose(text)
        except Fault as fault:
            raise Unsafe(f"the change would break it: {fault.message}") from fault
        if composed.value != wanted or composed.faults:
            raise Unsafe("the change would alter more than is meant")
        return (self.bom + text).encode()


def edited(text: str, edits: list[Edit]) -> str:
    """The text with the edits made; they do not overlap."""
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def with_record(content: bytes | None, name: str, record: str) -> bytes:
    """The content of a file of records with one more at its end; `record` is its text at the left margin."""
    if content is None:
        return record.encode()
    seed = SeedText(content)
    if seed.value is not None and not isinstance(seed.value, dict):
        raise Unsafe("it holds no records")
    first = next((node.key[0] for loc, node in seed.nodes.items() if len(loc) == 1 and node.key), 0)
    margin = re.match(r" *", seed.text[seed.text.rfind("\n", 0, first) + 1 : first] if seed.value else "")
    lines = [f"{margin[0] if margin else ''}{line}" for line in record.splitlines()]
    body = seed.text if not seed.text or seed.text.endswith("\n") else seed.text + seed.newline
    gap = seed.newline if re.search(r"\n\r?\n\S", body.rstrip()) else ""  # as the other records are set apart
    added = gap + "".join(line + seed.newline for line in lines)
    wanted = {**(seed.value or {}), name: compose(record).value[name]}
    return seed.with_edits([Edit(0, len(seed.text), body + added)], wanted)


def with_entry(content: bytes, loc: Loc, field: str, entry: str, after: tuple[str, ...]) -> bytes:
    """The content with one more entry in a field (one or many) of the record at `loc`.

    A single value becomes a list; a new field follows the last one of `after` that is there.
    """
    seed = SeedText(content)
    wanted: Any = deepcopy(seed.value)
    record = wanted
    for part in loc:
        record = record[part]
    there = record.get(field)
    if there is None and field in record:
        raise Unsafe(f"{field} is empty in line {seed.line(seed.nodes[*loc, field].start)}; remove the line")
    if there is None:
        edit = _new_field(seed, loc, record, f"{field}: [{as_scalar(entry, flow=True)}]", after)
    elif isinstance(there, list):
        edit = _longer_list(seed, (*loc, field), there, entry)
    else:
        edit = _made_list(seed, (*loc, field), there, entry)
    record[field] = [*(there if isinstance(there, list) else [there] if there else []), entry]
    return seed.with_edits([edit], wanted)


def _new_field(seed: SeedText, loc: Loc, record: Mapping[str, Any], line: str, after: tuple[str, ...]) -> Edit:
    last = (*loc, next(name for name in reversed(after) if name in record))
    if seed.nodes[loc].flow:
        return Edit(seed.nodes[last].end, seed.nodes[last].end, f", {line}")
    key, _ = seed.nodes[last].key or (0, 0)
    margin = " " * (key - _line_start(seed.text, key))
    end = _line_end(seed.text, seed.last_end(last))
    return Edit(end, end, f"{seed.newline}{margin}{line}")


def _longer_list(seed: SeedText, loc: Loc, there: list[Any], entry: str) -> Edit:
    if not there:
        return Edit(seed.nodes[loc].start, seed.nodes[loc].end, f"[{as_scalar(entry, flow=True)}]")
    last = seed.nodes[*loc, len(there) - 1]
    if seed.nodes[loc].flow:
        return Edit(last.end, last.end, f", {as_scalar(entry, flow=True)}")
    dash = seed.text.rfind("-", 0, last.start)
    lead = seed.text[_line_start(seed.text, dash) : last.start]
    end = _line_end(seed.text, last.end)
    return Edit(end, end, f"{seed.newline}{lead}{as_scalar(entry)}")


def _made_list(seed: SeedText, loc: Loc, there: str, entry: str) -> Edit:
    node = seed.nodes[loc]
    raw = seed.raw(loc)
    first = raw if raw[0] in "'\"" and "\n" not in raw else as_scalar(there, flow=True)
    tail = raw[len(raw.rstrip()) :] if raw[0] in "|>" else ""  # the line break belongs to such a text
    return Edit(node.start, node.end, f"[{first}, {as_scalar(entry, flow=True)}]{tail}")


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    """Where the line ends on which a value ends, behind its comment."""
    if at and text[at - 1] == "\n":  # a text on several lines ends with its last line
        at = len(text[:at].rstrip("\r\n"))
    found = re.compile(r"\r?\n|\Z").search(text, at)
    return found.start() if found else len(text)


def as_scalar(words: str, *, flow: bool = False) -> str:
    """One line of text as YAML, in quotes where other tools would take it for something else than text."""
    plain = f"[{words}]" if flow else f"- {words}"
    try:
        composed, usual = compose(plain), yaml.safe_load(plain)
    except (Fault, yaml.YAMLError, ValueError):
        return _in_quotes(words)
    as_typed = composed.value == usual == [words] and not composed.faults
    return words if as_typed and not _NUMBER.fullmatch(words) else _in_quotes(words)


def _in_quotes(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"
