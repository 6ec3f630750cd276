"""Links and citations in prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.markup import Ref, find_refs, plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[id]]", [("link", "id", "")]),
        ("[[ id | words here ]]", [("link", "id", "words here")]),
        ("[[id|a|b]]", [("link", "id", "a|b")]),
        ("[[]]", [("link", "", "")]),
        ("[@a#b] [@ b ]", [("cite", "a#b", ""), ("cite", "b", "")]),
        ("a[[b]][@c]d", [("link", "b", ""), ("cite", "c", "")]),
        ("[[open", [("loose", "[[", "")]),
        ("[[a [[b]]", [("loose", "[[", ""), ("link", "b", "")]),
        ("[@open [[b]]", [("loose", "[@", ""), ("link", "b", "")]),
        ("`[[code]]` ``[@c` x]`` [[a]]", [("link", "a", "")]),
        ("` [[a]]", [("link", "a", "")]),
        ("[a] [^1] @b", []),
    ],
)
def test_found(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(ref.kind, ref.target, ref.words) for ref in find_refs(text)] == expected


@given(st.text("[]|@#`ab \n"))
def test_marks_stand_where_they_say(text: str) -> None:
    end = 0
    for ref in find_refs(text):
        assert end <= ref.start < ref.end <= len(text)
        assert text[ref.start : ref.end].startswith(
            "[@" if ref.kind == "cite" else ref.target if ref.kind == "loose" else "[["
        )
        end = ref.end


def test_plain() -> None:
    assert plain("Die [[old-pier|Mole]] und [[Harms]] gehen [@a#b][@c]. Ende [@d]") == "Die Mole und Harms gehen. Ende"
    assert plain("Ganz [[ohne") == "Ganz [[ohne"
    assert plain("nur Text") == "nur Text"


def test_plain_with_known_titles() -> None:
    def titled(ref: Ref) -> str:
        return ref.words or {"old-pier": "Alte Mole"}.get(ref.target, ref.target)

    assert plain("[[old-pier]] und [[Mole]] und [[old-pier|sie]]", titled) == "Alte Mole und Mole und sie"
