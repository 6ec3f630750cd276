"""A tree is written as Python-Markdown writes it."""

from xml.etree.ElementTree import Comment, Element, QName

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.serializers import to_xhtml_string

from generator.conversion import known, serializing

TEXT = st.none() | st.sampled_from(["", " ", "a", "&", "&amp;", "&#38;", "&x", "<b>", ">", '"', "'", "\n", "\x02", "ä"])
TAG = st.sampled_from(["p", "a", "BR", "br", "hr", "img", "Script", "style", "x:y", "div"])
NAME = st.sampled_from(["id", "class", "title", "hidden", "a:b"])


def _element(
    tag: str, attributes: dict[str, str], text: str | None, tail: str | None, within: list[Element]
) -> Element:
    element = Element(tag, attributes)
    element.text, element.tail = text, tail
    element.extend(within)
    return element


TREE = st.recursive(
    st.builds(_element, TAG, st.dictionaries(NAME, TEXT), TEXT, TEXT, st.just([])),
    lambda within: st.builds(_element, TAG, st.dictionaries(NAME, TEXT), TEXT, TEXT, st.lists(within, max_size=4)),
)


@given(TREE)
def test_it_is_written_the_same(tree: Element) -> None:
    assert serializing.to_xhtml(tree) == to_xhtml_string(tree)


def _deep() -> Element:
    tree = Element("p")
    for _ in range(3000):
        tree = _element("p", {}, None, None, [tree])
    return tree


@pytest.mark.parametrize(
    "unusual",
    [
        Comment(" a & b "),
        _element("p", {}, "a", None, [Comment("x")]),
        Element(QName("https://example.org", "p")),  # type: ignore[arg-type]
        Element("p", {"a": QName("b")}),  # type: ignore[dict-item]
        Element("p", {QName("a"): "b"}),  # type: ignore[dict-item]
        _deep(),
    ],
)
def test_what_is_unusual_is_written_as_ever(unusual: Element) -> None:
    assert serializing.to_xhtml(unusual) == to_xhtml_string(unusual)


def test_html_is_not_xhtml() -> None:
    for output_format, line_break in {"html": "<br>", "xhtml": "<br />"}.items():
        md = Markdown(extensions=["generator.conversion.extension"], output_format=output_format)
        assert md.convert("a  \nb") == f"<p>a{line_break}\nb</p>"
    assert Markdown().serializer is to_xhtml_string


def test_another_python_markdown_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "KNOWN", {(3, 0)})
    assert Markdown(extensions=["generator.conversion.extension"]).serializer is to_xhtml_string
