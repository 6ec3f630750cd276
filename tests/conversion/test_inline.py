"""Quick inline patterns convert every text as Python-Markdown's own do."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.inlinepatterns import SimpleTagInlineProcessor
from markdown.treeprocessors import InlineProcessor

from generator.conversion import known
from generator.conversion.inline import QuickInline

QUICKER = "generator.conversion.extension"
EXTENSIONS = ["attr_list", "md_in_html", "footnotes", "tables", "toc", "admonition"]
WORDS = """
    a Wort é : . , ! ` `` \\ \\\\ * ** *** _ __ [ ] ( ) ![ [x] [x](y.md) [x](<y z> "t") [x][y] ![x](y.png) ![x][y] [y]
    [^1] [^2] [^3] [x](y_z*.md) [](y) [x]() [a_b](y) [a&b](y) [*a*](y) [_a_](y) [&amp;](y) [x](y[z) [x](y(z)) [x](y'z)
    < > <b> </b> <br> <br/> <https://example.org> <a@example.org> <!-- x --> & &amp; &#38; &#x26; &amp [q](y`z`)
    {: .c } { #id } { .c } " ' ~ | # 1. - + *a* **b** _c_ *a*b* *[x](y)* **[^1]** *<b>x</b>* a*b*c *a**b**c*
""".split()
TITLES = ['[x](y "Ein Titel, *so* & so_")', '[x](y "")', '[x](y "[^1]")', "[x](y\u00a0z)"]
TAGS = ['<span id="a_b" class="c*d">', '<a title="[x](y)">', '<a title="`x`">', "<a b@c>", "<a\tb@c>"]
NESTED = ["*a [x](y) b*{ .c }", "**[x](y) / [z](y) *c*{ .d }**", "**a *b **c** d* e**"]
BLOCKS = ["\n\n", "\n\n> ", "\n\n- ", "\n\n# ", '\n<div markdown="span">', "\n</div>\n", '<p markdown="1">']
BLANKS = [" ", " ", "\u2003", "  \n", "\n"]
NOTES = """

[y]: z.md 'Titel'
[^1]: Eine *Note* mit [x](y.md)
[^2]: **[Blatt](../b_b.md) / *Agentur*{ .c }** · [Titel](../t.md), 1. Mai[^1]
    { .note-article data-label="Blatt" }

    [Absatz 1](#c_1){ .place } · Urheber: „wir“ *bestritten*{ .badge }
"""
TEXT = st.lists(st.sampled_from([*WORDS, *TITLES, *TAGS, *NESTED, *BLOCKS, *BLANKS]), max_size=40).map("".join)


def converted(text: str, *more: str) -> tuple[str, list[str]]:
    """The text and, as its numbers are part of other texts, the raw HTML."""
    md = Markdown(extensions=[*EXTENSIONS, *more])
    return md.convert(text), [piece for piece in md.htmlStash.rawHtmlBlocks if isinstance(piece, str)]


@given(TEXT)
@example("*a **b *c** d*")
@example("*a *b*c*")
@example("[^1][x](y)\n\n> **a*b*c***a**b**c*<b>")  # where Python-Markdown goes wrong and shows numbers of its own
@example("*[x](y)**<b>*_[x](y)**b**___c____c_\n\n*a* und *b*")  # where it goes on in the next paragraph
@example("}**[x](y) / *q*{ .x }**1.\n\nz \n***| *x* | [x](y) |![x][y]**[x](y) / *q*{ .x }**")  # looks twice
@example('<div markdown="span">\n<p markdown>a</p> *b* [x](y) c\n</div>')
@example("[*a*](y)")
@example("![^1] [^1][^1] [^[^1]] [x [^1]](y)")
@settings(max_examples=500)
def test_the_outcome_is_the_same(text: str) -> None:
    assert converted(text + NOTES, QUICKER) == converted(text + NOTES)


@given(st.lists(TEXT, min_size=2, max_size=3))
def test_a_converter_is_as_good_as_new_after_each_page(texts: list[str]) -> None:
    quick, own = Markdown(extensions=[*EXTENSIONS, QUICKER]), Markdown(extensions=EXTENSIONS)
    for text in texts:
        assert quick.reset().convert(text + NOTES) == own.reset().convert(text + NOTES)


def test_texts_of_simple_marks_are_not_searched_pattern_by_pattern(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    monkeypatch.setattr(QuickInline, "_as_ever", lambda _self, text, *_parent, **_options: tried.append(text) or [])
    converted('Mit <b>[x](y.md "t")</b>{ .c }, **[z](z.md) und *so* hier**: das &amp; *dies*.[^1]' + NOTES, QUICKER)
    assert not tried
    converted("![x](y)" + NOTES, QUICKER)
    assert tried == ["![x](y)"]


def test_a_pattern_that_nobody_knows_is_tried_everywhere() -> None:
    md = Markdown(extensions=[QUICKER])
    md.inlinePatterns.register(SimpleTagInlineProcessor(r"()%(\w+)%", "mark"), "percent", 65)
    assert md.convert("ein %Wort% und *eins*") == "<p>ein <mark>Wort</mark> und <em>eins</em></p>"


def test_a_known_pattern_that_looks_for_something_else_is_tried_everywhere() -> None:
    md = Markdown(extensions=[QUICKER])
    md.delimiters.add("~", "sub")
    assert md.convert("ein ~Wort~") == "<p>ein <sub>Wort</sub></p>"


def test_the_mark_of_a_note_may_be_markdown() -> None:
    notes = FootnoteExtension(SUPERSCRIPT_TEXT="*{}*")
    html = Markdown(extensions=[notes, QUICKER]).convert("x[^1]" + NOTES)
    assert html == Markdown(extensions=[FootnoteExtension(SUPERSCRIPT_TEXT="*{}*")]).convert("x[^1]" + NOTES)


def test_the_installed_python_markdown_is_known() -> None:
    """After an update: see whether its steps still are as these assume, run these tests, and name it in KNOWN."""
    assert known.is_known()


def test_another_python_markdown_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "KNOWN", {(3, 0)})
    md = Markdown(extensions=["generator.conversion.extension"])
    assert type(md.treeprocessors["inline"]) is InlineProcessor
