"""Quick inline patterns convert every text as Python-Markdown's own do."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.inlinepatterns import SimpleTagInlineProcessor
from markdown.treeprocessors import InlineProcessor

from generator.conversion import inline

EXTENSIONS = ["attr_list", "md_in_html", "footnotes", "tables", "toc"]
PIECES = """
    a Wort ` `` \\ \\\\ * ** _ __ [ ] ( ) ![ [x] [x](y.md) [x](<y z> "t") [x][y] ![x](y.png) ![x][y] [y] [^1] [^2]
    < > <b> </b> <br> <https://example.org> <a@example.org> <!-- x --> & &amp; &#38; {: .c } { #id } " ' ~ | # 1. - +
""".split()
NOTES = "\n\n[y]: z.md 'Titel'\n[^1]: Eine *Note* mit [x](y.md)\n"
TEXT = st.lists(st.sampled_from([*PIECES, " ", "  \n", "\n", "\n\n", "\n\n> ", "\n\n- "]), max_size=40).map("".join)


def converted(text: str, *more: str) -> str:
    return Markdown(extensions=[*EXTENSIONS, *more]).convert(text)


@given(TEXT)
@settings(max_examples=300)
def test_the_outcome_is_the_same(text: str) -> None:
    assert converted(text + NOTES, "generator.conversion.extension") == converted(text + NOTES)


def test_a_pattern_that_nobody_knows_is_tried_everywhere() -> None:
    md = Markdown(extensions=["generator.conversion.extension"])
    md.inlinePatterns.register(SimpleTagInlineProcessor(r"()%(\w+)%", "mark"), "percent", 65)
    assert md.convert("ein %Wort% und *eins*") == "<p>ein <mark>Wort</mark> und <em>eins</em></p>"


def test_another_python_markdown_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inline, "OVERRIDDEN", ("_InlineProcessor__renamed",))
    md = Markdown(extensions=["generator.conversion.extension"])
    assert type(md.treeprocessors["inline"]) is InlineProcessor
