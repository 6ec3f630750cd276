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
        "a\\*b* \\ \\[x](y) \\`z`",
        "_a_ a_b __c_",
        "`@b` <a href='x y'>",
    ],
)
def test_words_of_a_claim_cannot_break_out(words: str) -> None:
    def page(text: str) -> str:
        return markdown(written(Change("claim", "reworded", "a#b", text, (f"was: {text}",))), extensions=["tables"])

    tags = re.compile(r"<(?!/?code>)[^>]*>")
    assert tags.findall(page(words)) == tags.findall(page("x"))
    shown = html.unescape(re.sub(r"<[^>]*>", "", page(words)))
    assert shown.count(" ".join(words.split())) == 2


@pytest.mark.parametrize(
    "words",
    [
        "@jemand",
        "a@example.org",
        "https://example.org/x",
        "www.example.org",
        "javascript://x",
        "#12",
        "a/b#12",
        "gh-12",
        ":boat:",
        "$x$",
        "<b>",
        "</b>",
        "<!--",
        "&lt;",
        "&#35;",
        "~~x~~",
        "~x~",
        "2031-02-ankuendigung#absicht",
    ],
)
def test_what_github_would_make_something_of_stands_as_code(words: str) -> None:
    assert f"**Zu `{words}` hin** (`a`)" in written(Change("article", "new", "a", f"Zu {words} hin"))


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("*kursiv* **fett** 2 * 3", r"\*kursiv\* \*\*fett\*\* 2 \* 3"),
        ("_kursiv_ a_b __c__", r"\_kursiv\_ a_b \_\_c\_\_"),
        ("[x](y) ![x](y) [^1]", r"\[x](y) !\[x](y) \[^1]"),
        ("`a` b", r"\`a\` b"),
        (r"C:\Daten \* \_ a\\ \\", r"C:\Daten \\\* \\\_ a\\\\ \\\\"),
        ("2031-03~ bis 2031-05~/2031-06", "2031-03~ bis 2031-05~/2031-06"),
        ("# 1. > - + | a & b < 5 > 3 {x} ^ 50 % @ #", "# 1. > - + | a & b < 5 > 3 {x} ^ 50 % @ #"),
        ("`@x` ``~", "`` `@x` `` ``` ``~ ```"),
    ],
)
def test_only_what_markdown_would_take_is_escaped(words: str, shown: str) -> None:
    assert f"**{shown}** (`a`)" in written(Change("article", "new", "a", words))


def test_punctuation_stands_outside_the_code() -> None:
    words = 'Von „@jemand“, (www.example.org) und "a#b".'
    assert '**Von „`@jemand`“, (`www.example.org`) und "`a#b`".**' in written(Change("article", "new", "a", words))


def test_an_id_stands_as_code() -> None:
    assert "(``a`b.md``)" in written(Change("page", "new", "a`b.md", "T"))
    assert "(`@a https://b.md`)" in written(Change("page", "new", "@a  https://b.md", "T"))
    assert "(`a-b/c.md`)" in written(Change("page", "new", "a-b/c.md", "T"))


def test_figures_are_not_cut() -> None:
    detail = "latest value now " + ", ".join(f"more than {number} (2031-03~)" for number in range(20))
    assert f"– {detail}\n" in written(Change("measure", "changed", "a", "T", (detail,)))


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
