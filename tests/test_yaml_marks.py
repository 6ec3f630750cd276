"""Marks point at the text they stand for, whatever the YAML looks like."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.yaml_marks import MAX_DEPTH, Composed, Fault, Loc, compose

TEXT = """\
# a comment before all
name: Alte Mole
ids: [a, "b", 'c']
empty:
nested:
  - key: |
      Zeile eins
      Zeile zwei
    ä: ö
  - {x: 1, y: {z: no}}
"""

KEYS = st.text("abcäöß ", min_size=1).map(str.strip).filter(bool)
SCALARS = st.text("abcäöüß0123:-#'\"[]{}@&*!|>%`, \n").map(lambda text: f"x{text}")
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)


def at(text: str, position: tuple[int, int]) -> str:
    """The text from a position (line and column counted from 1) to the end of its line."""
    return text.split("\n")[position[0] - 1][position[1] - 1 :]


def value_at(value: Any, loc: Loc) -> Any:
    for part in loc:
        value = value[part]
    return value


def test_every_value_and_key_has_its_position() -> None:
    composed = compose(TEXT)
    assert composed.value == {
        "name": "Alte Mole",
        "ids": ["a", "b", "c"],
        "empty": None,
        "nested": [{"key": "Zeile eins\nZeile zwei\n", "ä": "ö"}, {"x": "1", "y": {"z": "no"}}],
    }
    assert {loc: at(TEXT, position) for loc, position in composed.keys.items()} == {
        ("name",): "name: Alte Mole",
        ("ids",): "ids: [a, \"b\", 'c']",
        ("empty",): "empty:",
        ("nested",): "nested:",
        ("nested", 0, "key"): "key: |",
        ("nested", 0, "ä"): "ä: ö",
        ("nested", 1, "x"): "x: 1, y: {z: no}}",
        ("nested", 1, "y"): "y: {z: no}}",
        ("nested", 1, "y", "z"): "z: no}}",
    }
    assert {loc: at(TEXT, position) for loc, position in composed.marks.items()} == {
        (): "name: Alte Mole",
        ("name",): "Alte Mole",
        ("ids",): "[a, \"b\", 'c']",
        ("ids", 0): "a, \"b\", 'c']",
        ("ids", 1): "\"b\", 'c']",
        ("ids", 2): "'c']",
        ("empty",): "",
        ("nested",): "- key: |",
        ("nested", 0): "key: |",
        ("nested", 0, "key"): "|",
        ("nested", 0, "ä"): "ö",
        ("nested", 1): "{x: 1, y: {z: no}}",
        ("nested", 1, "x"): "1, y: {z: no}}",
        ("nested", 1, "y"): "{z: no}}",
        ("nested", 1, "y", "z"): "no}}",
    }


@given(VALUES, st.sampled_from([{}, {"default_flow_style": True}, {"default_flow_style": None}]))
def test_what_is_dumped_is_read_again_with_a_mark_for_each_value(value: Any, style: dict[str, Any]) -> None:
    text = yaml.safe_dump({"root": value}, allow_unicode=True, **style)
    composed = compose(text)
    assert composed.value == {"root": value}
    assert composed.faults == []
    lines = text.split("\n")
    for loc, (line, column) in composed.marks.items():
        assert value_at(composed.value, loc) is not None
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1
    for loc, position in composed.keys.items():
        written = at(text, position)
        assert written.startswith((str(loc[-1])[:1], "'", '"', "?"))


@pytest.mark.parametrize("text", ["no", "0123", "2024-02-30", "1e3", "0x1F", "yes", "=", "Null", "12:30:45"])
def test_every_scalar_is_text(text: str) -> None:
    assert compose(f"a: {text}\n").value == {"a": text}
    assert compose(f"a: '{text}'\n").value == {"a": text}


@pytest.mark.parametrize("text", ["a:", "a: ~", "a: null"])
def test_nothing_is_nothing(text: str) -> None:
    assert compose(text).value == {"a": None}


@pytest.mark.parametrize("text", ["a: ''", 'a: "null"', "a: '~'", "a: |\n", "a: ! null"])
def test_a_text_in_quotes_is_text(text: str) -> None:
    assert isinstance(compose(text).value["a"], str)


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "~"])
def test_an_empty_document_has_no_value(text: str) -> None:
    assert compose(text).value is None


def test_duplicate_keys_keep_the_first_and_are_all_told() -> None:
    composed = compose("a: 1\nb: {c: 1, c: {d: 1, d: 2}}\na: [x]\n")
    assert composed.value == {"a": "1", "b": {"c": "1"}}
    assert [(fault.line, fault.column, fault.message) for fault in composed.faults] == [
        (2, 11, 'duplicate key "c", first given in line 2'),
        (3, 1, 'duplicate key "a", first given in line 1'),
    ]
    assert at("a: 1\nb: {c: 1, c: {d: 1, d: 2}}\n", composed.marks["b", "c"]).startswith("1, c")


def test_depth_is_limited_and_no_less_than_promised() -> None:
    deep = "[" * MAX_DEPTH + "]" * MAX_DEPTH
    assert compose(deep).value is not None
    with pytest.raises(Fault, match="nested deeper"):
        compose(f"[[{deep}]]")


def fault_of(text: str) -> Fault:
    with pytest.raises(Fault) as caught:
        compose(text)
    return caught.value


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
@pytest.mark.parametrize("size", [100_000, 1024 * 1024])
def test_endless_nesting_ends_soon(opening: str, size: int) -> None:
    assert fault_of(opening * (size // len(opening))).line == 1


def test_a_bad_character_is_found_by_line_and_column_behind_long_letters() -> None:
    fault = fault_of("ä: ö\nüü: 😀\x07\n")
    assert (fault.line, fault.column, fault.message) == (2, 6, "character U+0007 is not allowed in YAML")


def read_or_told(text: str) -> Composed | Fault:
    try:
        return compose(text)
    except Fault as fault:
        return fault


@given(st.one_of(st.text(), st.text("ab:-[]{},'\"|>&*!@#?%~ \n\t", max_size=40)))
def test_any_text_is_read_or_told_to_be_wrong(text: str) -> None:
    match read_or_told(text):
        case Composed(value=value):
            assert value is None or isinstance(value, str | list | dict)
        case fault:
            assert (fault.line, fault.column) >= (1, 1)
            assert fault.message
            assert fault.hint
