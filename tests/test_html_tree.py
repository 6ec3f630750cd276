"""HTML that is read and written again stays what it was, but for what was changed."""

import pytest

from generator.html_tree import parse_html

SAME = [
    '<p class="a">x &amp; y&nbsp;&#8217;<br /><br>z</p>\n',
    '<svg viewBox="0 0 1 1"><clipPath id="c"><path d="M0,0"/></clipPath></svg>'.replace("clipPath", "g"),
    "<ul><li>a<li>b</ul>",
    '<input disabled value="a &quot; b">',
    "<p>one</p></div><p>two</p>".replace("</div>", ""),
    "<p>never closed",
    "a < b",
]


@pytest.mark.parametrize("text", SAME)
def test_unchanged_is_the_same(text: str) -> None:
    assert parse_html(text).inner() == text


def test_a_changed_element_is_written_anew() -> None:
    tree = parse_html('<h1 ID="a" title="x &amp; &quot;y&quot;"><IMG src="a.png" alt/>t</h1>')
    heading, image = [each for each in tree.elements() if each.tag in ("h1", "img")]
    heading.tag, image.attributes["src"] = "h3", "b&c.png"
    assert tree.inner() == '<h3 id="a" title="x &amp; &quot;y&quot;"><img src="b&amp;c.png" alt />t</h3>'


def test_comments_are_dropped() -> None:
    assert parse_html("a<!-- <b> -->c").inner() == "ac"


def test_text_and_ampersands() -> None:
    tree = parse_html("<p>A&amp;B <b>und\n C&D</b> &#228;</p>")
    assert tree.text == "A&B und C&D ä"
    assert tree.inner() == "<p>A&amp;B <b>und\n C&amp;D</b> &#228;</p>"


def test_elements_are_removed_with_all_in_them() -> None:
    tree = parse_html('<div>a<form><b>x</b></form><p>y<i class="no">z</i></p></div>')
    tree.remove({each for each in tree.elements() if each.tag == "form" or "no" in each.classes})
    assert tree.inner() == "<div>a<p>y</p></div>"


def test_an_end_without_a_beginning_ends_nothing() -> None:
    assert parse_html("<p>a</b>c</p>").inner() == "<p>ac</p>"
