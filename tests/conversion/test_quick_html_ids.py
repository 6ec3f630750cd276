"""The ids of a page's own HTML are those that MkDocs finds."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.structure.pages import _RawHTMLPreprocessor

from generator.conversion import anchors, known

TAGS = """
    <a␣id="a"> <a␣name="b"> <A␣NAME="C"> <p␣name="d"␣Id="e"> <i␣data-id="f"> <svg␣id="g"/> <b␣id=""> <b␣id> <a␣name>
    <div␣class="x␣id="␣id="i"> <b␣title="␣id=&amp;"> <b␣id="j"␣id="k"> <title␣id="l">T</title> <img␣alt="a"␣id="m"␣/>
    <!--␣id="n"␣--> <hr␣id="o"> <b␣x="y"id="p"> <b␣id='q'> <b␣id=r> <b␣id="&lt;"> <b␣title="<i␣id=x>"> </i> </ < > &
    <script> </script> <textarea> </textarea> <title> </title> <xmp> </xmp> <p <> &amp; `<i␣id="t">` <ß␣id="u"> <? ?>
    <i\x0bid="v"> <i\x1cid="w"> <i␣\u0131d="x"> <div␣␣␣id="y"> <h2␣id␣="z"> <!--␣<i␣id="s">␣--> <![CDATA[ ]]> <!-- -->
""".split(" ")
PIECES = [each.strip("\n").replace("␣", " ") for each in TAGS if each.strip()]
TEXT = st.lists(st.sampled_from([*PIECES, " ", "\n", "\n\n", "\n    "]), max_size=12).map("".join)


def as_in_mkdocs(own: _RawHTMLPreprocessor, *, quick: bool = True) -> Markdown:
    md = Markdown()
    if quick:
        anchors.register(md)
    own._register(md)  # noqa: SLF001 - after all extensions
    return md


def found_in(text: str, *, quick: bool = True) -> object:
    own = _RawHTMLPreprocessor()
    md = as_in_mkdocs(own, quick=quick)
    try:
        md.convert(text)
    except AssertionError as error:  # html.parser's way to say that it knows no such declaration
        return str(error)
    return own.present_anchor_ids


@given(TEXT)
@settings(max_examples=500)
@example('<div class="x id=" id="i">')
@example('<p\nid="a"\n  class="b">')
@example("<title>\n<p id='a'>\n</title>")
def test_they_are_the_same(text: str) -> None:
    assert found_in(text) == found_in(text, quick=False)


def test_a_plain_page_is_read_without_html_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_RawHTMLPreprocessor, "run", lambda *_: pytest.fail("read twice"))
    text = '<a name="b"></a> <span id="c">*d*</span>\n\n<p id="e">\n'
    assert found_in(text) == {"b", "c", "e"}


@pytest.mark.parametrize("text", ["a < b", "<b id='c'>", '<b id="&lt;">', "<script>", '<!-- <i id="s"> -->'])
def test_where_anything_is_odd_mkdocs_reads_the_page(text: str) -> None:
    assert anchors.ids(text) is None


def test_another_mkdocs_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "KNOWN_MKDOCS", {"1.7"})
    own = _RawHTMLPreprocessor()
    as_in_mkdocs(own).convert("a")
    assert "run" not in vars(own)


def test_another_preprocessor_of_that_name_is_left_alone() -> None:
    class Another(_RawHTMLPreprocessor):
        def run(self, lines: list[str]) -> list[str]:
            return [line.replace("a", "b") for line in lines]

    assert as_in_mkdocs(Another()).convert("a") == "<p>b</p>"


def test_conversion_is_registered_with_it() -> None:
    assert "quick_anchors" in Markdown(extensions=["generator.conversion.extension"]).preprocessors
