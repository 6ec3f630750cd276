"""Problems as data: order, count, and the three forms of the report."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import (
    Mark,
    Problem,
    Problems,
    annotation,
    counted,
    did_you_mean,
    printable,
    quoted,
    summary,
    written,
)


@pytest.fixture
def problems() -> Problems:
    found = Problems()
    found.open(Mark("seeds/b.yml", 2, 3), "claim is a draft", "write its text")
    found.error(Mark("seeds/a.yml", 10), "100% wrong:\nvery", "mend it")
    found.error(Mark("seeds/a.yml", 9, 7), "no hint")
    found.error(Mark("seeds/a.yml", 9, 7), "no hint")
    return found


def test_text(problems: Problems) -> None:
    assert written(problems, "text").split("\n") == [
        "seeds/a.yml:9:7: no hint",
        "seeds/a.yml:10:1: 100% wrong:",
        "very; mend it",
        "seeds/b.yml:2:3: open: claim is a draft; write its text",
        "2 errors, 1 open problem in 2 files",
    ]
    assert (problems.errors, problems.opens) == (2, 1)


def test_json(problems: Problems) -> None:
    report = json.loads(written(problems, "json"))
    assert (report["errors"], report["open"]) == (2, 1)
    assert report["problems"][2] == {
        "level": "open",
        "path": "seeds/b.yml",
        "line": 2,
        "column": 3,
        "message": "claim is a draft",
        "hint": "write its text",
    }
    assert [row["line"] for row in report["problems"]] == [9, 10, 2]


def test_github_annotations(problems: Problems) -> None:
    assert written(problems, "github").split("\n") == [
        "::error file=seeds/a.yml,line=9,col=7::no hint",
        "::error file=seeds/a.yml,line=10,col=1::100%25 wrong:%0Avery; mend it",
        "::warning file=seeds/b.yml,line=2,col=3::claim is a draft; write its text",
        "2 errors, 1 open problem in 2 files",
    ]
    odd = Problem(Mark("a,b:c%.yml"), "error", "x\ry")
    assert annotation(odd) == "::error file=a%2Cb%3Ac%25.yml,line=1,col=1::x%0Dy"


def test_summary() -> None:
    problems = Problems()
    assert summary(problems) == "no problems"
    problems.open(Mark("a"), "x")
    assert summary(problems) == "1 open problem in 1 file"
    problems.error(Mark("a"), "x")
    problems.extend([Problem(Mark("b"), "error", "y"), Problem(Mark("b"), "error", "y")])
    assert summary(problems) == "2 errors, 1 open problem in 2 files"
    assert counted(1, "page") == "1 page"
    assert counted(0, "page") == "0 pages"


@pytest.mark.parametrize(
    ("word", "guess"),
    [("al-kuds", "al-quds"), ("AL-QUDS", "al-quds"), ("tehran", "teheran"), ("xyz", ""), ("", "")],
)
def test_did_you_mean(word: str, guess: str) -> None:
    known = ["al-quds", "teheran", "bagdad"]
    assert did_you_mean(word, known) == (f'did you mean "{guess}"?' if guess else "")
    assert did_you_mean(word, reversed(known)) == did_you_mean(word, known)


@given(st.text(), st.integers(1, 80))
def test_a_quoted_value_stays_on_its_line(text: str, limit: int) -> None:
    shown = quoted(text, limit)
    assert shown.isprintable()
    assert len(shown) <= limit + 2
    assert shown[0] == shown[-1] == '"'
    shown.encode()


def test_what_cannot_be_shown_is_replaced() -> None:
    assert printable("a\x1b[31m\udcffä\n") == "a\ufffd[31m\ufffdä\ufffd"
    assert quoted("x" * 100, 5) == '"xxxx…"'
