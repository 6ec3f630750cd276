"""The walks over the tree do as Python-Markdown's own, though they pass over most elements."""

from typing import Any
from xml.etree.ElementTree import Element, SubElement

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions.toc import TocExtension
from markdown.util import AtomicString

from generator.conversion import known, trees

QUICKER = "generator.conversion.extension"
EXTENSIONS = ["attr_list", "def_list", "footnotes", "md_in_html", "tables"]
BRACES = [
    "{ .c }",
    "{: #a .b .c }",
    '{ title="a b" x=1 }',
    "{ hidden }",
    "{ class=z .y }",
    "{ .a } }",
    "{ data-toc-label='Kurz' }",
    "{}",
    "{",
    "}",
]
PIECES = [
    *BRACES,
    *[f"\n{braces}\n" for braces in BRACES],
    *[f"*a*{braces} b" for braces in BRACES],
    *"a Wort \\* \\{ \\} <br> <b>x</b> `a \\* {b}` [x](y\\*z.md) [^1] &amp; <https://a.b/\\*>".split(),
    *[
        "  \n",
        "\n",
        "\n\n",
        "\n\n- ",
        "\n    - ",
        "\n\n1. ",
        "\n\n# ",
        "\n\n## ",
        "\n\n### Kopf",
        "\n\n    ",
        "\n\n> ",
        "\n: ",
    ],
    "\n\n[TOC]\n\n",
    "[TOC]",
    "\n\n| a { .h } | b |\n|---|---|\n| *c*{ .d } | d { .e } |\n\n",
    '\n\n<div class="c" markdown>\n',
    "\n</div>\n\n",
    '\n\n<h2 id="a">Kopf</h2>\n\n',
]
TEXT = st.lists(st.sampled_from([*PIECES, " "]), max_size=30).map("".join)
TOCS: list[dict[str, Any]] = [
    {},
    {"permalink": True},
    {"anchorlink": True, "baselevel": 2},
    {"marker": ""},
    {"title": "Inhalt"},
]
NOTES = "\n\n[^1]: Note\n    { .n }\n"


def converted(text: str, toc: dict[str, Any], *more: str, output_format: str = "xhtml") -> tuple[str, str, object]:
    md: Any = Markdown(extensions=[*EXTENSIONS, TocExtension(**toc), *more], output_format=output_format)
    return md.convert(text), md.toc, md.toc_tokens


@given(TEXT, st.sampled_from(TOCS), st.sampled_from(["xhtml", "html"]))
@example("# a\n\n- b { .c }\n- *d*{ .e }\n\n    { .f }\n- g\n    { .h }\n    - i", {}, "xhtml")
@example("- *a* b\n{ .h }\n    - c", {}, "xhtml")
@example("*a*{ #kopf }\n\n# Kopf\n\n# kopf", {}, "xhtml")
@example('<p class="a" markdown>\nb\n{ .c }\n</p>', {}, "xhtml")
@settings(max_examples=500)
def test_the_outcome_is_the_same(text: str, toc: dict[str, Any], output_format: str) -> None:
    quick = converted(text + NOTES, toc, QUICKER, output_format=output_format)
    assert quick == converted(text + NOTES, toc, output_format=output_format)


def test_attributes_that_are_kept_for_the_next_page_stay_as_they_are() -> None:
    one, other = "*a*{ .b title='t' } *c*{ .b title='t' }{ .d }", "*e*{ .b title='t' }"
    assert [converted(text, {}, QUICKER) for text in (one, other)] == [converted(text, {}) for text in (one, other)]


def test_what_is_unescaped_is_text_like_any_other() -> None:
    """Which tells the steps behind that they may work on it."""
    kinds = []
    for step in (trees.UnescapeTreeprocessor(), trees.QuickUnescape()):
        tree = Element("p")
        tree.text = SubElement(tree, "b").tail = AtomicString("a")
        step.run(tree)
        kinds.append([type(tree.text), type(tree[0].tail)])
    assert kinds == [[str, str], [str, str]]


def test_a_step_that_somebody_has_replaced_is_left_alone() -> None:
    class Other(trees.PrettifyTreeprocessor):
        pass

    md = Markdown()
    md.treeprocessors.register(Other(md), "prettify", 10)
    trees.register(md)
    assert [type(md.treeprocessors[name]) for name in ("prettify", "unescape")] == [Other, trees.QuickUnescape]


def test_another_python_markdown_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "KNOWN", {(3, 0)})
    md = Markdown(extensions=[*EXTENSIONS, QUICKER])
    assert not [step for step in md.treeprocessors if type(step) in trees.QUICKER.values()]
