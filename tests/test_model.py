"""Records and the values of their fields."""

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from whens import WHENS

from generator import fields
from generator.dates import When
from generator.model import ArticleRecord, ClaimRecord, Figure, TopicRecord, anonymous, digest


def read(kind: Any, value: Any) -> Any:
    return TypeAdapter(kind).validate_python(value)


CLAIM = {"id": "a", "p": "1", "text": "Der Deich hält."}


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (fields.Line, "  a\n b\u00a0c ", "a b c"),
        (fields.Line, "no", "no"),
        (fields.Line, "So\u00adft\u200bware", "Software"),
        (fields.Block, " a\n\nb ", "a\n\nb"),
        (fields.Draft, None, ""),
        (fields.Draft, " a\n b", "a b"),
        (fields.Id, "2031-04-02-a1", "2031-04-02-a1"),
        (fields.Number, "2500", 2500),
        (fields.Number, "-2.5", -2.5),
        (fields.Number, "0.125", 0.125),
        (fields.Number, "1234.567", 1234.567),
        (fields.Latitude, "33.785", 33.785),
        (fields.Longitude, "-180", -180),
        (fields.Count, "12", 12),
        (fields.Url, "https://example.org/a?b=(c)#d", "https://example.org/a?b=(c)#d"),
        (fields.Basis, "inferred: aus dem Text; so", "inferred: aus dem Text; so"),
        (fields.Sha256, "0a" * 32, "0a" * 32),
        (fields.Truth, "true", True),
        (fields.Truth, "false", False),
    ],
)
def test_values(kind: Any, text: Any, value: Any) -> None:
    assert read(kind, text) == value
    assert type(read(kind, text)) is type(value)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (fields.Line, "\u00ad"),
        (fields.Line, "a\x85b"),
        (fields.Line, "a\u2066b"),
        (fields.Line, "a\ud800"),
        (fields.Block, "\n \n"),
        (fields.Id, "a--b"),
        (fields.Id, "-a"),
        (fields.Id, "a_b"),
        (fields.Id, "a" * 81),
        (fields.Number, "1e3"),
        (fields.Number, "1,5"),
        (fields.Number, "2,500"),
        (fields.Number, "2 500"),
        (fields.Number, "2\u202f500"),
        (fields.Number, "1.000.000"),
        (fields.Number, "٣"),
        (fields.Number, "9" * 400),
        (fields.Number, "+5"),
        (fields.Latitude, "90.1"),
        (fields.Longitude, "181"),
        (fields.Count, "01"),
        (fields.Count, "-1"),
        (fields.Day, "2031-04"),
        (fields.Day, "2031-04-02~"),
        (fields.Day, "2031-04-02/2031-04-02"),
        (fields.Url, "//example.org"),
        (fields.Url, "https://example.org/<b>"),
        (fields.Url, "data:text/html,x"),
        (fields.Basis, "inferred:"),
        (fields.Sha256, "A" * 64),
        (fields.Truth, "yes"),
    ],
)
def test_wrong_values(kind: Any, text: str) -> None:
    with pytest.raises(ValidationError):
        read(kind, text)


@given(st.text("aäöüÄ é"))
def test_decomposed_letters_become_composed(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", f"x{text}")
    assert read(fields.Line, decomposed) == read(fields.Line, f"x{text}")


def test_one_or_many() -> None:
    assert ClaimRecord.model_validate({**CLAIM, "by": "usa"}).by == ("usa",)
    assert ClaimRecord.model_validate({**CLAIM, "by": ["usa", "irak"]}).by == ("usa", "irak")
    assert ClaimRecord.model_validate({**CLAIM, "figure": {"measure": "m", "value": "3"}}).figure[0].value == 3


def test_named_ids_in_the_order_of_fields_each_once() -> None:
    claim = ClaimRecord.model_validate(
        {
            **CLAIM,
            "by": ["sprecher", '"ein Offizier"'],
            "via": "agentur",
            "topics": ["lager", "sprecher"],
            "status": {"of": "lager", "is": "offen"},
            "role": [{"of": "sprecher", "is": "Sprecher", "at": "bund"}, {"of": "chef", "is": "Chef"}],
            "relation": {"of": "chef", "is": "leads", "to": "wache"},
        }
    )
    assert claim.named_ids == ("sprecher", "agentur", "lager", "bund", "chef", "wache")


@pytest.mark.parametrize(
    ("text", "words"),
    [('"ein Offizier"', "ein Offizier"), ("„Kreise“", "Kreise"), ("»Kreise«", "Kreise"), ("usa", ""), ('""', "")],
)
def test_anonymous(text: str, words: str) -> None:
    assert anonymous(text) == words


CHANGES: list[dict[str, Any]] = [
    {"text": "Der Deich hält nicht."},
    {"id": "b"},
    {"p": ["1", "2"]},
    {"when": "2031"},
    {"when_basis": "gestern"},
    {"by": "usa"},
    {"via": "usa"},
    {"modality": "denied"},
    {"event": "e"},
    {"topics": "t"},
    {"figure": {"measure": "m", "value": "1"}},
    {"figure": {"measure": "m", "value": "1", "as_of": "2031"}},
    {"figure": {"measure": "m", "min": "1"}},
    {"answers": {"question": "q", "position": "p"}},
    {"status": {"of": "t", "is": "s"}},
    {"role": {"of": "t", "is": "s"}},
    {"relation": {"of": "t", "is": "s", "to": "u"}},
    {"quote": "Deich"},
    {"corrected": {"date": "2031-04-02", "reason": "r"}},
    {"withdrawn": {"date": "2031-04-02", "reason": "r"}},
]


def test_the_fingerprint_changes_with_every_field() -> None:
    prints = {ClaimRecord.model_validate(CLAIM | change).fingerprint for change in [{}, *CHANGES]}
    assert len(prints) == len(CHANGES) + 1
    assert {name for change in CHANGES for name in change} == set(ClaimRecord.model_fields)


def test_the_fingerprint_does_not_change_with_the_spelling() -> None:
    same = [
        CLAIM,
        {"text": " Der  Deich\nhält.", "p": ["1"], "id": "a"},
        {**CLAIM, "modality": "reported", "by": [], "topics": []},
        {**CLAIM, "text": unicodedata.normalize("NFD", "Der Deich hält.")},
    ]
    assert len({ClaimRecord.model_validate(claim).fingerprint for claim in same}) == 1
    assert digest("a") == digest("a") != digest("b")


@given(WHENS)
def test_dates_are_kept_as_they_were_typed(when: When) -> None:
    claim = ClaimRecord.model_validate({**CLAIM, "when": when.text})
    assert claim.when == when
    assert claim.model_dump(mode="json")["when"] == claim.model_dump()["when"] == when.text
    assert ClaimRecord.model_validate({**CLAIM, "when": claim.model_dump()["when"]}) == claim


def test_the_ends_of_a_figure() -> None:
    def ends(**numbers: str) -> tuple[float, float]:
        figure = Figure.model_validate({"measure": "m", **numbers})
        return figure.least, figure.most

    assert ends(value="0") == (0, 0)
    assert ends(min="0") == (0, float("inf"))
    assert ends(max="-1") == (float("-inf"), -1)
    assert ends(min="2", max="2") == (2, 2)


def test_records_are_frozen() -> None:
    topic = TopicRecord.model_validate({"name": "A", "type": "b"})
    with pytest.raises(ValidationError, match="frozen"):
        topic.name = "B"  # type: ignore[misc]


def test_the_schema_says_what_the_fields_hold() -> None:
    schema = ArticleRecord.model_json_schema()
    assert schema["required"] == ["title", "published", "published_basis", "added"]
    assert schema["additionalProperties"] is False
    claim = schema["$defs"]["ClaimRecord"]["properties"]
    assert claim["p"]["anyOf"][0].items() >= {"type": "integer", "minimum": 1}.items()


def test_records_with_the_same_fields_share_what_says_which_were_given() -> None:
    one, other = ClaimRecord.model_validate(CLAIM), ClaimRecord.model_validate(CLAIM | {"id": "b"})
    assert one.model_fields_set is other.model_fields_set
    assert one.model_copy(update={"quote": ("hält",)}).model_fields_set == {*CLAIM, "quote"}
    assert other.model_fields_set == {*CLAIM}
