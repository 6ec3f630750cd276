"""Edits change what is meant, and not a byte besides."""

import re
from collections import Counter
from copy import deepcopy
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from workshop import ROOT

from generator.desk.yaml_edit import Edit, SeedText, Unsafe, as_scalar, edited, with_entry, with_record
from generator.fields import Line
from generator.yaml_marks import compose

SEEDS = sorted([*ROOT.glob("seeds/**/*.yml"), *ROOT.glob("tests/dossiers/*/seeds/**/*.yml")])

HARD = {
    "comments": "# Kopf\n\nusa:   # die USA\n  name:  USA  # Name\n\n  # vor dem Typ\n  type: state # Typ\n# Ende\n",
    "crlf": "usa:\r\n  name: Größe\r\n  type: state\r\n  aliases:\r\n  - 'Ä'\r\n  - Ö # ö\r\n",
    "no newline at the end": "usa:\n  name: USA\n  type: state",
    "byte order mark": "\ufeffusa:\n  name: USA\n  type: state\n",
    "document start": "%YAML 1.1\n---\nusa:\n  name: USA\n  type: state\n",
    "flow": "{usa: {name: USA,type: state , 'aliases':[ A,B ]}}\n",
    "flow on several lines": "usa: {\n  name: USA,\n  type: state,\n  aliases: [\n    A,   # eins\n    B,\n  ],\n}\n",
    "odd indents": "usa:\n      name: USA\n      type: state\n      aliases:\n            -   A\n            -   B\n",
    "lists at the margin": "usa:\n  name: USA\n  type: state\n  aliases:\n  - A\n  - B\n\n# danach\nirak:\n  name: I\n",
    "quotes": "'usa':\n  \"name\": 'U''SA'\n  type: \"state\"\n  aliases: \"A \\u00e4 \\\n    B\"\n",
    "folded": "usa:\n  type: state\n  name: >-\n    Ein langer Name,\n    der umbrochen ist\n\n\n"
    "  intro: |+\n    Text  \n\n      eingerückt\n\n# x\n",
    "like numbers": "usa:\n  name: 1e5\n  type: state\n  aliases: [158927360e8253512434, 0123, 12:30, no]\n",
    "astral": "usa:\n  name: 😀 ÄÖÜ\n  type: state\n  aliases: ['😀', x]\n",
    "explicit keys": "? usa\n: ? name\n  : USA\n  ? type\n  : state\n",
    "single alias": "usa:\n  aliases:   A   # allein\n  name: USA\n  type: state\n",
    "folded alias": "usa:\n  name: USA\n  type: state\n  aliases: >-\n    lange\n    Schreibung\n",
    "empty list": "usa:\n  name: USA\n  type: state\n  aliases: []  # noch keine\n",
    "long line": f"usa:\n  name: {'wort ' * 60}ende\n  type: state\n",
}


def lines(content: bytes) -> list[bytes]:
    return content.splitlines(keepends=True)


def changed_lines(before: bytes, after: bytes) -> int:
    old, new = lines(before), lines(after)
    assert len(old) == len(new)
    return sum(one != other for one, other in zip(old, new, strict=True))


def words_in(seed: SeedText) -> list[tuple[Any, ...]]:
    """Where the single words of a file stand."""
    values = ((loc, at(seed.value, loc)) for loc in seed.nodes)
    return [loc for loc, value in values if isinstance(value, str) and seed.raw(loc).strip("'\"") == value]


def at(value: Any, loc: tuple[Any, ...]) -> Any:
    for part in loc:
        value = value[part]
    return value


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_one_value_of_a_real_seed_is_one_line(path: Any) -> None:
    content = path.read_bytes()
    seed = SeedText(content)
    assert seed.with_edits([], seed.value) == content
    words = words_in(seed)
    assert words
    for loc in words[:: max(1, len(words) // 25)]:
        old = at(seed.value, loc)
        wanted = deepcopy(seed.value)
        at(wanted, loc[:-1])[loc[-1]] = "neuer-wert"
        after = seed.with_edits([seed.value_edit(loc, old, "neuer-wert")], wanted)
        assert changed_lines(content, after) == 1


@pytest.mark.parametrize("name", HARD)
def test_keys_and_values_of_hard_texts(name: str) -> None:
    content = HARD[name].encode()
    seed = SeedText(content)
    wanted = deepcopy(seed.value)
    wanted["usa"]["type"] = "land"
    wanted["vereinigte-staaten"] = wanted.pop("usa")
    edits = [seed.value_edit(("usa", "type"), "state", "land"), seed.key_edit(("usa",), "usa", "vereinigte-staaten")]
    after = seed.with_edits(edits, wanted)
    assert after == content.replace(b"state", b"land").replace(b"usa", b"vereinigte-staaten")


@pytest.mark.parametrize("name", [name for name in HARD if name != "explicit keys"])
@pytest.mark.parametrize("field", ["aliases", "metonyms"])
def test_one_more_spelling_keeps_all_other_lines(name: str, field: str) -> None:
    content = HARD[name].encode()
    before = SeedText(content).value["usa"].get(field)
    after = with_entry(content, ("usa",), field, "Neu: Wort", ("name", "type", "aliases"))
    value = SeedText(after).value["usa"]
    assert value[field] == [*(before if isinstance(before, list) else [before] if before else []), "Neu: Wort"]
    gone = Counter(lines(content)) - Counter(lines(after))
    in_place = before or "flow" in name or name in ("empty list", "no newline at the end")
    assert gone.total() <= (3 if isinstance(before, str) else 1 if in_place else 0)
    assert (b"\r\n" in content) == (b"\r\n" in after)
    assert after.count(b"\n") == after.count(b"\r\n") or b"\r\n" not in content


def test_what_an_added_spelling_looks_like() -> None:
    def added(name: str) -> str:
        return with_entry(HARD[name].encode(), ("usa",), "aliases", "Neu", ("name", "type")).decode()

    assert "  type: state # Typ\n  aliases: [Neu]\n# Ende\n" in added("comments")
    assert added("crlf").endswith("  - Ö # ö\r\n  - Neu\r\n")
    assert added("no newline at the end").endswith("\n  type: state\n  aliases: [Neu]")
    assert "'aliases':[ A,B, Neu ]" in added("flow")
    assert "    B, Neu,\n" in added("flow on several lines")
    assert "            -   B\n            -   Neu\n" in added("odd indents")
    assert "  - B\n  - Neu\n\n# danach\n" in added("lists at the margin")
    assert "  aliases:   [A, Neu]   # allein\n" in added("single alias")
    assert "  aliases: [lange Schreibung, Neu]\n" in added("folded alias")
    assert "  aliases: [Neu]  # noch keine\n" in added("empty list")
    assert 'aliases: ["A \\u00e4' not in added("quotes")


def test_a_new_field_stands_behind_a_list_and_before_the_comment_below() -> None:
    content = b"usa:\n  name: USA\n  type: state\n  aliases:\n  - A\n  # danach\nirak:\n  name: Irak\n"
    after = with_entry(content, ("usa",), "metonyms", "Neu", ("name", "type", "aliases"))
    assert after == content.replace(b"  - A\n", b"  - A\n  metonyms: [Neu]\n")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"usa:\n  name: USA\n  aliases:\n", "aliases is empty in line 3"),
        (b"usa:\n  name: &x USA\n", "it cannot be read"),
        (b"usa:\n  name: [USA\n", "it cannot be read"),
        (b"usa:\n  name: \xff\n", "it cannot be read"),
        (b"usa:\n  name: a\n  name: b\n", "it has faults"),
        (b"usa:\n  name: USA\n  aliases: ''\n", "more than is meant"),
        (b"usa:\n  ? name\n  : USA\n", "the change would break it"),
    ],
)
def test_a_file_that_cannot_be_changed_is_refused(content: bytes, words: str) -> None:
    with pytest.raises(Unsafe) as unsafe:
        with_entry(content, ("usa",), "aliases", "Neu", ("name",))
    assert words in unsafe.value.message


def test_an_edit_that_would_change_more_is_refused() -> None:
    seed = SeedText(b"a: b\n")
    with pytest.raises(Unsafe) as unsafe:
        seed.with_edits([Edit(3, 4, "[")], {"a": "["})
    assert unsafe.value.message.startswith("the change would break it: ")
    with pytest.raises(Unsafe) as unsafe:
        seed.with_edits([Edit(3, 4, "c")], {"a": "b"})
    assert unsafe.value.message == "the change would alter more than is meant"


def test_an_id_in_unusual_writing_is_refused() -> None:
    seed = SeedText(b'# Kopf\n\na: "u\\x73a"\n')
    assert seed.value == {"a": "usa"}
    with pytest.raises(Unsafe, match=r".*") as unsafe:
        seed.value_edit(("a",), "usa", "neu")
    assert unsafe.value.message == '"usa" is written in an unusual way in line 3; write it plainly'


def test_prose_is_edited_where_it_stands() -> None:
    content = "a: >-\n  Über [[usa]] und\n  [[usa|die\n  USA]] ä\nb: '[[usa]]'\n".encode()
    seed = SeedText(content)

    def replaced(raw: str) -> list[Edit]:
        return [Edit(found.start(), found.end(), "neu") for found in re.finditer(r"usa(?=[\]|])", raw)]

    wanted = {"a": "Über [[neu]] und [[neu|die USA]] ä", "b": "[[neu]]"}
    edits = [*seed.prose_edits(("a",), replaced), *seed.prose_edits(("b",), replaced)]
    assert seed.with_edits(edits, wanted) == content.replace(b"[[usa", b"[[neu")


RECORD = "neu:\n  name: Neu\n  # mehr\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, "neu:\n  name: Neu\n  # mehr\n"),
        ("", "neu:\n  name: Neu\n  # mehr\n"),
        ("# nur ein Kommentar", "# nur ein Kommentar\nneu:\n  name: Neu\n  # mehr\n"),
        ("a:\n  b: c", "a:\n  b: c\nneu:\n  name: Neu\n  # mehr\n"),
        ("a:\r\n  b: ä\r\n", "a:\r\n  b: ä\r\nneu:\r\n  name: Neu\r\n  # mehr\r\n"),
        ("a:\n  b: c\n\nd:\n  e: f\n", "a:\n  b: c\n\nd:\n  e: f\n\nneu:\n  name: Neu\n  # mehr\n"),
        ("  a:\n    b: c\n", "  a:\n    b: c\n  neu:\n    name: Neu\n    # mehr\n"),
        ("\ufeffa:\n  b: c\n# Ende\n", "\ufeffa:\n  b: c\n# Ende\nneu:\n  name: Neu\n  # mehr\n"),
        ("---\na:\n  b: |\n    c\n", "---\na:\n  b: |\n    c\nneu:\n  name: Neu\n  # mehr\n"),
    ],
)
def test_one_more_record(before: str | None, after: str) -> None:
    content = None if before is None else before.encode()
    assert with_record(content, "neu", RECORD).decode() == after


@pytest.mark.parametrize(
    "content", [b"{a: {b: c}}\n", b"a: b\n...\n", b"- a\n", b"a: [\n", b"neu:\n  x: y\n", b"text\n"]
)
def test_a_file_that_no_record_can_be_added_to_is_refused(content: bytes) -> None:
    with pytest.raises(Unsafe):
        with_record(content, "neu", RECORD)


@given(st.text(max_size=20))
def test_any_line_can_be_written(text: str) -> None:
    try:
        words = TypeAdapter(Line).validate_python(text)
    except ValidationError:
        return
    for written, value in (
        (f"a: {as_scalar(words)}\n", words),
        (f"a: [x, {as_scalar(words, flow=True)}]\n", ["x", words]),
    ):
        composed = compose(written)
        assert composed.value == {"a": value}
        assert not composed.faults
        assert yaml.safe_load(written) == {"a": value}


@pytest.mark.parametrize(
    "words", ["null", "no", "123", "0o17", ".inf", "2020-01-01", "1e5", "~", "a: b", "a #b", "- x", "'", '"', "x]"]
)
def test_what_other_tools_would_misread_stands_in_quotes(words: str) -> None:
    assert as_scalar(words, flow=True)[0] == "'"


@pytest.mark.parametrize("words", ["2020-01-parlament", "usa", "3-uhr", "Al Asad", "a:b", "ä"])
def test_plain_words_stay_plain(words: str) -> None:
    assert as_scalar(words, flow=True) == words


def test_edits_are_made_from_the_end() -> None:
    assert edited("abcdef", [Edit(0, 1, "XX"), Edit(3, 5, ""), Edit(6, 6, "!")]) == "XXbcf!"
