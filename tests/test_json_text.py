"""Files of JSON as people and programs read them: whole, or a line at a time."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.json_text import document, encoded, joined

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20)


@given(st.lists(VALUES))
def test_each_record_is_a_line(records: list[object]) -> None:
    text = joined("[", map(encoded, records), "]").decode()
    first, *lines, last, behind = text.split("\n")
    assert (first, last, behind) == ("[", "]", "")
    assert [json.loads(line.removesuffix(",")) for line in lines] == json.loads(text) == records


@given(VALUES)
def test_a_small_file_holds_its_value(value: object) -> None:
    assert json.loads(document(value)) == value


@pytest.mark.parametrize("written", [encoded, document])
@pytest.mark.parametrize(("value", "error"), [(float("nan"), ValueError), ([object()], TypeError), ({"a"}, TypeError)])
def test_what_json_has_no_word_for(written: Callable[[object], str], value: object, error: type[Exception]) -> None:
    with pytest.raises(error):
        written(value)
