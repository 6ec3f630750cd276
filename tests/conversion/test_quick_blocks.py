"""Blocks go to the same block processors as in Python-Markdown, though most are not asked."""

import re
from xml.etree.ElementTree import Element, SubElement

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor

from generator.conversion import known
from generator.conversion.blocks import GLANCES

QUICKER = "generator.conversion.extension"
EXTENSIONS = ["admonition", "attr_list", "def_list", "footnotes", "md_in_html", "sane_lists", "tables", "toc"]
LINES = """
Wort; # Kopf #; #; ## A; #Kopf; \\# nicht; =; ===; ---; - - -; -  -  -; --  -; ***; * * *; _ _ _; -; - a; * b; + c; 1. a
12.  b; > z; >; !!! note; !!! note "T"; !!!note; [^1]: Note; [^2]:; [x]: y; [x]: y "t"; [x]:; a [y]: z; : Erklärung
a | b; |---|---|; |a|b|; :--- | ---:; a | b \\|; <div markdown>; </div>; <p>roh</p>; { .c }; \v
"""
INDENTS = ["", "", "", " ", "   ", "    ", "        "]
LINE = st.tuples(st.sampled_from(INDENTS), st.sampled_from(re.split("; |\n", LINES))).map("".join)
PAGE = st.lists(st.one_of(LINE, st.just("")), max_size=25).map("\n".join)


def converted(text: str, *more: str, **options: object) -> str:
    return Markdown(extensions=[*EXTENSIONS, *more], **options).convert(text)


@given(PAGE)
@example("!!! note\n    a\n\n    b\n\n        c")
@example("- a\n\n    b\n\n        c\n- d\n# e\n    f")
@settings(max_examples=500)
def test_the_outcome_is_the_same(text: str) -> None:
    assert converted(text, QUICKER) == converted(text)


@given(PAGE, st.integers(1, 6))
def test_and_with_tabs_of_any_length(text: str, tab_length: int) -> None:
    assert converted(text, QUICKER, tab_length=tab_length) == converted(text, tab_length=tab_length)


@given(st.text("ab#>-_*=!|[]:1. \n\t\x02wzxhdk\x03", max_size=30))
@settings(max_examples=500)
def test_who_takes_a_block_is_asked_for_it(block: str) -> None:
    block = "\x02wzxhzdk:0\x03" * block.startswith("a") + block
    md = Markdown(extensions=EXTENSIONS)
    for processor in md.parser.blockprocessors:
        parent = Element("div")
        SubElement(parent, "div", {"class": "admonition"})
        glance = GLANCES.get(type(processor))
        if glance and processor.test(parent, block) and not glance(block):
            assert processor.run(parent, [block]) is False


def test_a_processor_that_nobody_knows_is_asked_first() -> None:
    class Shout(BlockProcessor):
        def test(self, _parent: Element, block: str) -> bool:
            return block.isupper()

        def run(self, parent: Element, blocks: list[str]) -> None:
            SubElement(parent, "h1").text = blocks.pop(0)

    md = Markdown(extensions=[QUICKER])
    md.parser.blockprocessors.register(Shout(md.parser), "shout", 200)
    assert md.convert("- LAUT\n\nleise") == "<h1>- LAUT</h1>\n<p>leise</p>"


def test_another_python_markdown_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "KNOWN", {(3, 0)})
    assert type(Markdown(extensions=[QUICKER]).parser) is BlockParser
