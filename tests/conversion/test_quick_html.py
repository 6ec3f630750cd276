"""What is taken out of a page as HTML, and what is left, is as Python-Markdown's own extractor has it."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions.md_in_html import HtmlBlockPreprocessor

from generator.conversion import html, known
from generator.conversion.plain_html import end_of_raw

EXTENSIONS = ["attr_list", "md_in_html", "footnotes", "tables", "toc", "admonition"]
BLOCKS = """
    <div> </div> <div␣markdown> </div> <dl␣class="x"␣markdown> </dl> <dd␣markdown="span"> <dd> </dd> <p> </p> <details>
    </details> <details␣id="z"␣data-a="&amp;"> <summary> </summary> <pre> </pre> <section␣markdown="block"> </section>
    <aside␣markdown="1"> </aside> <ul> <li> <li␣markdown> </li> </ul> <hr> <hr␣/> <hr␣markdown> <h2␣id=x> </h2>
""".split()
INLINE = """
    <span> </span> <span␣class="claim"␣id="c1"> <SPAN> <a␣href="x">y</a> <a␣name='n'> </a> <br> <br/> <img␣src="x.png"/>
    <svg> <path␣d="M0"/> <title>T</title> <title> </title> </svg> <time␣datetime="2020"> </time> <code> </code> <b␣x=1>
    <span␣title="<div>"> <em␣title="a>b"> <span␣title='"'> <i␣class="a"id="b"> <a␣b="&copy=1"> <i␣id="&lt;"> <i␣id> </i>
""".split()
ODD = """
    < > << </ </> <> <1 <a <div <span␣title="a <!-- --> <!--␣x␣--> <!--x--> <!-- <!-->  <!---> <![CDATA[ ]]> <? ?> <?php
    <!DOCTYPE <!doctype␣html> <script> </script> <style> </style> <textarea> </textarea> <xmp> <noscript> <https://a.de>
    <a@b.c> & &amp; &amp &#38; &#38 &# &#x26; &#x; ` `` \\ " ' = </␣i> </div␣x="y"> <p/> <div/> </br> </p␣> <ß> <b/x>
""".split()
WORDS = "Wort|*eins*|[x](y.md)|[^1]|{ #id .c }|- |> |# |1. |    |\t|a &vert; b|\x02".split("|")
SPACE = [" ", "\n \n", "\n\n\n", "\n  ", "\n    "]


@st.composite
def texts(draw: st.DrawFn, *kinds: list[str]) -> str:
    """Of few pieces, each of them often: what goes wrong does so where tags of the same names meet."""
    piece = st.one_of(*(st.sampled_from([each.replace("␣", " ") for each in kind]) for kind in kinds))
    few = draw(st.lists(piece, min_size=1, max_size=6))
    endings = [f"</{name}>" for each in few for name in re.findall(r"^<([a-z]+)", each)]
    return "".join(draw(st.lists(st.sampled_from([*few, *endings, "\n", "\n", "\n\n"]), max_size=30)))


FEW = ["<div>", "</div>", "<div markdown>", "<p>", "</p>", "<i>", "</i>", "<!-- x -->", "<hr markdown>", "&amp;", "<?"]
TEXTS = st.one_of(
    st.lists(st.sampled_from([*FEW, "\n", "\n", "\n\n"]), min_size=4, max_size=14).map("".join),
    texts(BLOCKS, BLOCKS, INLINE, ODD, WORDS, SPACE),
)


def taken_apart(preprocessor: type[HtmlBlockPreprocessor], text: str) -> object:
    md = Markdown(extensions=EXTENSIONS)
    md.reset()
    try:
        left = preprocessor(md).run(text.split("\n"))
    except AssertionError as error:  # html.parser's way to say that it knows no such declaration
        return str(error)
    stash = [ET.tostring(each) if isinstance(each, ET.Element) else each for each in md.htmlStash.rawHtmlBlocks]
    return left, stash, md.htmlStash.html_counter


def converted(text: str, *, quick: bool) -> str:
    md = Markdown(extensions=EXTENSIONS)
    if quick:
        html.register(md)
    try:
        return md.convert(text + "\n\n[^1]: Eine *Note*.\n")
    except AssertionError as error:
        return str(error)


@given(TEXTS)
@settings(max_examples=600)
@example("<span>\n<!-- x -->\n</span>")
@example("<div markdown>\n<span>\n\n<!-- x -->\n</span></div>")
@example("<div></div><div>\n<div></div>\n</div>")
@example("<div></div></div>&amp;")
@example("<div markdown><div><div><i>")
@example("\n<?\n<p><div>")
@example("&#38<div>")
@example("<div>\n&#38 &#x26;</div>\n\n&")
@example("<div><p><hr markdown></div>")
@example("<details>\n<span><details></span></details></details>\n\n*x*")
@example("<div>\n<div>\n<section></div></section>\n</div>\n\n<!DOCTYPE")
@example("<div>\n<script></div></script>\n</div>")
@example("<div>\n<title></div></title>\n</div>")
def test_the_same_is_taken_out_and_left(text: str) -> None:
    assert taken_apart(html.QuickHtmlBlocks, text) == taken_apart(HtmlBlockPreprocessor, text)


@given(TEXTS)
@settings(max_examples=150)
def test_the_page_is_the_same(text: str) -> None:
    assert converted(text, quick=True) == converted(text, quick=False)


def test_a_raw_block_is_measured_at_its_beginning() -> None:
    text = "x\n<details>\n<summary>a</summary><p><details><p>b</details><!-- <p> c --></details>\n\ny"
    assert end_of_raw(text, 2) is None  # because of the `<` in the comment
    text = text.replace("<p> c", "p c")
    assert end_of_raw(text, 2) == text.rindex("</details>")


def test_inline_tags_and_raw_blocks_are_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(html.QuickExtractor, "parse_starttag", _noting(seen))
    text = (
        'Ein <span id="a">Wort</span><br>\n\n<details>\n<p>x</p>\n</details>\n\n<div markdown>\n\n<b>y</b>\n\n</div>\n'
    )
    html.QuickHtmlBlocks(Markdown(extensions=EXTENSIONS)).run(text.split("\n"))
    assert seen == ["<details>", "<div markdown>"]


def _noting(seen: list[str]) -> object:
    original = html.QuickExtractor.parse_starttag

    def parse_starttag(self: html.QuickExtractor, i: int) -> int:
        end = original(self, i)
        seen.append(self.rawdata[i:end])
        return end

    return parse_starttag


def test_an_element_that_an_extension_makes_a_block_is_one() -> None:
    md = Markdown(extensions=EXTENSIONS)
    html.register(md)
    md.block_level_elements.append("span")
    assert md.convert("a\n\n<span>\n*b*\n</span>\n") == "<p>a</p>\n<span>\n*b*\n</span>"


def test_it_stands_in_for_the_one_that_is_known() -> None:
    md = Markdown(extensions=["md_in_html", "generator.conversion.extension"])
    assert type(md.preprocessors["html_block"]) is html.QuickHtmlBlocks


def test_another_python_markdown_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "KNOWN", {(3, 10)})
    md = Markdown(extensions=["md_in_html"])
    html.register(md)
    assert type(md.preprocessors["html_block"]) is HtmlBlockPreprocessor


def test_without_markdown_in_html_nothing_is_replaced() -> None:
    md = Markdown()
    before = md.preprocessors["html_block"]
    html.register(md)
    assert md.preprocessors["html_block"] is before
