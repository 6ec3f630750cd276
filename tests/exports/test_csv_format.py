"""How CSV bends values, and that it can be undone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exports.formats import cell
from generator.exports.package import licence


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        ("", ""),
        (True, "true"),
        (2500, "2500"),
        (-2.5, "-2.5"),
        ("=1+1", "'=1+1"),
        ("-5 Grad", "'-5 Grad"),
        ("@wer", "'@wer"),
        ("'zitiert'", "''zitiert'"),
        ("\uff1d1", "'\uff1d1"),
        (["a;b", "c\\d"], "a\\;b;c\\\\d"),
        ([2, 5], "2;5"),
        (["=1"], "'=1"),
        ([], ""),
    ],
)
def test_cells(value: object, written: str) -> None:
    assert cell(value) == written  # type: ignore[arg-type]


@given(st.text(min_size=1))
def test_a_text_comes_back_by_taking_one_apostrophe_away(text: str) -> None:
    assert cell(text).removeprefix("'") == text


@given(st.lists(st.text(min_size=1), min_size=1))
def test_a_list_comes_back_by_the_rule_on_the_page(items: list[str]) -> None:
    written = cell(list(items)).removeprefix("'")
    found = re.findall(r"((?:[^\\;]|\\.)+)(?:;|\Z)", written, re.DOTALL)
    assert [re.sub(r"\\(.)", r"\1", item, flags=re.DOTALL) for item in found] == items


@pytest.mark.parametrize(
    ("words", "name", "path"),
    [
        ("CC BY 4.0", "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC BY-SA 3.0", "CC-BY-SA-3.0", "https://creativecommons.org/licenses/by-sa/3.0/"),
        ("Alle Rechte frei", "Alle-Rechte-frei", None),
    ],
)
def test_licences(words: str, name: str, path: str | None) -> None:
    found = licence(words)
    assert (found["name"], found["title"], found.get("path")) == (name, words, path)
