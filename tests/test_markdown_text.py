"""Values come out of Markdown as the text that they are, wherever they stand."""

import html
import re
from html.parser import HTMLParser

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from generator.markdown_text import attribute, emphasized, escape, inline, line_start

EXTENSIONS = ["admonition", "attr_list", "footnotes", "tables", "toc", "def_list", "abbr", "md_in_html", "fenced_code"]

HOSTILE = [
    "# title",
    "- item",
    "+ item",
    "* item",
    "1. one",
    "12) twelve",
    "12. Februar",
    "> quote",
    "    code",
    "```",
    "~~~",
    "---",
    "===",
    "***",
    "| a | b |",
    "a | b",
    ": definition",
    "!!! note",
    "??? note",
    "/// note",
    "[a](javascript:alert(1))",
    "![a](b)",
    "[a]: http://example.org",
    "[^1]: note",
    "a[^1]",
    "*[abbr]: words",
    "[[id]] [@a#b]",
    "<script>alert(1)</script>",
    "<!-- a -->",
    "&amp; &lt; &#42; &copy;",
    "a_b_c __d__ *e* **f** `g` ~h~ ^i^ $j$",
    "a { .class #id }",
    "{: .class }",
    "http://example.org <mail@example.org>",
    "\\* \\n",
    "%7B %",
    "“„–…“ ’",
    "@[a]",
    "wzxhzdk:0 klzzwxh:0",
]

TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cc", "Cs"])),
    st.text("ab1.)-+*_#>`~=|:!?/[](){}<>&;^$%\\\"' \n@", max_size=30),
    st.sampled_from(HOSTILE),
    st.lists(st.sampled_from(HOSTILE)).map(" ".join),
)


class Outline(HTMLParser):
    """The elements of a page, and the text in each."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.words = ""
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        self.elements.append(("comment", [("data", data)]))


def outline(source: str) -> Outline:
    return Outline(Markdown(extensions=EXTENSIONS).convert(source))


def words(text: str) -> str:
    return " ".join(text.split())


@given(TEXTS)
@pytest.mark.parametrize(
    ("frame", "elements"),
    [
        ("{}", ["p"]),
        ("before {} behind", ["p"]),
        ("# {}", ["h1"]),
        ("- {}\n- b", ["ul", "li", "li"]),
        ("[x{}](../a.md)", ["p", "a"]),
        ("| a | b |\n|---|---|\n| {} | c |", ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]),
        ('!!! info "Note"\n\n    {}', ["div", "p", "p"]),
    ],
)
def test_a_value_shows_as_it_is(frame: str, elements: list[str], text: str) -> None:
    shown = outline(frame.format(escape(text) or "x"))
    expected = outline(frame.format("XYZ"))
    assert [tag for tag, _ in shown.elements] == elements == [tag for tag, _ in expected.elements]
    ids = [value for _, attrs in shown.elements for name, value in attrs if name not in ("id", "href", "class")]
    assert ids == []
    assert words(shown.words) == words(expected.words).replace("XYZ", words(text) or "x")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_values(text: str) -> None:
    test_a_value_shows_as_it_is.hypothesis.inner_test("{}", ["p"], text)


@given(TEXTS, TEXTS)
def test_pieces_of_a_line_keep_the_blanks_around_them(first: str, second: str) -> None:
    shown = outline(line_start(f"{inline(first)}{inline(second)}".strip()) or "x")
    assert [tag for tag, _ in shown.elements] == ["p"]
    assert words(shown.words) == (words(first + second) or "x")


def test_blanks_of_a_piece() -> None:
    assert inline(" a  b ") == " a b "
    assert inline("\n") == " "
    assert inline("") == ""


def test_emphasis_alone_is_kept() -> None:
    shown = outline(emphasized("Das *[Alte] Moor* ist **alt** und <b>x</b>, 2 * 3 * 4."))
    assert [tag for tag, _ in shown.elements] == ["p", "em"]
    assert shown.words == "Das [Alte] Moor ist **alt** und <b>x</b>, 2 * 3 * 4."


@given(TEXTS)
def test_an_attribute_ends_nowhere_early(text: str) -> None:
    written = attribute(text)
    assert not re.search(r"[<>\"']", written)
    assert html.unescape(written) == words(text)
    assert yaml.safe_load(yaml.safe_dump({"description": written}))["description"] == written
