"""A difference as Markdown: whatever stands in a seed comes out as text, and nothing is long."""

import html
import json
import re

import pytest
from markdown import markdown

from generator.difference import Change, Difference
from generator.difference.report import MOST_LINES, as_json, as_markdown, shortened


def written(*changes: Change, opens: tuple[int, int] = (0, 0)) -> str:
    return as_markdown(Difference(changes, opens))


@pytest.mark.parametrize(
    "words",
    [
        "# kein Titel",
        "**fett** _kursiv_ ~~weg~~",
        "[x](https://example.org) ![x](y.png)",
        "<script>alert(1)</script> <!-- x",
        "a | b\n\n## c\n- d",
        "`code` ``` &lt;",
        "1. eins",
        "[^1]: x",
        "$a$ {{ x }} \\",
    ],
)
def test_words_of_a_claim_cannot_break_out(words: str) -> None:
    def page(text: str) -> str:
        return markdown(written(Change("claim", "reworded", "a#b", text, (f"was: {text}",))), extensions=["tables"])

    tags = re.compile(r"<[^>]*>")
    assert tags.findall(page(words)) == tags.findall(page("x"))
    shown = html.unescape(tags.sub("", page(words)))
    assert shown.count(" ".join(words.split())) == 2


@pytest.mark.parametrize("words", ["@jemand", "https://example.org/x", "www.example.org", "javascript://x"])
def test_github_makes_nothing_of_plain_words(words: str) -> None:
    text = written(Change("article", "new", "a", words), Change("page", "new", f"{words} x.md", "T"))
    assert words not in text


def test_an_id_that_is_none_is_text() -> None:
    assert "(a&#96;b.md)" in written(Change("page", "new", "a`b.md", "T"))
    assert "(`a-b/c.md`)" in written(Change("page", "new", "a-b/c.md", "T"))


def test_what_happens_to_one_claim_stands_in_one_line() -> None:
    text = written(
        Change("claim", "reworded", "a#b", "Neu.", ("was: Alt.",)),
        Change("claim", "verified", "a#b", "Neu.", ("read at the text",)),
        Change("claim", "new", "a#c", "Neu."),
    )
    assert text.splitlines()[4:] == [
        "- reworded, verified: `a#b` “Neu.” – was: Alt.; read at the text",
        "- new: `a#c` “Neu.”",
    ]


def test_claims_that_are_only_verified_are_counted() -> None:
    changes = [Change("claim", "verified", f"a#{n}", "X.", ("read at the text",)) for n in range(3)]
    assert written(*changes).splitlines()[4:] == ["- verified: 3 claims of `a` – read at the text"]


def test_long_sections_are_cut() -> None:
    lines = written(*(Change("claim", "new", f"a#{n}", "X.") for n in range(MOST_LINES + 3))).splitlines()
    assert lines[-1] == "- … and 3 more; `dossier diff --format json` names all"
    assert len(lines) == MOST_LINES + 5


@pytest.mark.parametrize(
    ("words", "short"),
    [("a\n b", "a b"), ("ab " * 60, "ab " * 39 + "ab …"), ("x" * 130, "x" * 120 + " …"), ("x" * 120, "x" * 120)],
)
def test_words_are_short(words: str, short: str) -> None:
    assert shortened(words) == short


@pytest.mark.parametrize(
    ("opens", "told"), [((0, 1), "1 open problem more (1)"), ((5, 2), "3 open problems fewer (2)"), ((2, 2), "Nothing")]
)
def test_open_problems_are_counted(opens: tuple[int, int], told: str) -> None:
    assert told in written(opens=opens)


def test_one_record_counts_once() -> None:
    text = written(Change("claim", "changed", "a#b", "X."), Change("claim", "changed", "a#b", "X."))
    assert text.startswith("**1 claim changed**\n")


def test_a_series_has_no_plural_of_its_own() -> None:
    changes = [Change("measure", "changed", name, "X") for name in "ab"]
    assert written(*changes).startswith("**2 series of figures changed**")


def test_json_holds_the_words_as_they_are() -> None:
    report = json.loads(as_json(Difference((Change("claim", "new", "a#b", "<b>Ü</b>", ("x",)),), (1, 2))))
    assert report == {
        "summary": ["+1 claim", "1 open problem more (2)"],
        "open_before": 1,
        "open_now": 2,
        "changes": [{"kind": "claim", "what": "new", "id": "a#b", "title": "<b>Ü</b>", "details": ["x"]}],
    }
