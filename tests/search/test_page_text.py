"""What search reads of a page's HTML."""

import pytest

from generator.search.page_text import Passage, passages


def texts(html: str) -> list[str]:
    return [passage.text for passage in passages(html)]


def test_blocks_are_passages_with_the_nearest_anchor() -> None:
    html = (
        '<p>Vorweg.</p><h2 id="eins">Eins<a class="headerlink" href="#eins">¶</a></h2><ul>'
        '<li><span id="satz" class="claim"></span>Ein <a href="x">Satz</a>.</li><li>Noch &amp; einer.</li></ul>'
    )
    assert passages(html) == [
        Passage("", "Vorweg."),
        Passage("eins", "Eins"),
        Passage("satz", "Ein Satz."),
        Passage("eins", "Noch & einer."),
    ]


def test_cells_of_a_row_stay_apart() -> None:
    assert texts("<table><tr><td>Januar</td><td>2.500</td></tr><tr><td>Mai</td></tr></table>") == [
        "Januar 2.500",
        "Mai",
    ]


@pytest.mark.parametrize(
    "left_out",
    [
        "<h1>Weg</h1>",
        '<div class="footnote"><div>Weg</div><p>Weg</p></div>',
        '<sup><a class="footnote-ref" href="#fn:1">Weg</a></sup>',
        '<a class="origin x" href="y">Weg</a>',
        '<svg role="img"><title>Weg</title><text>Weg</text><path d="M0"/></svg>',
        "<nav><ul><li>Weg</li></ul></nav>",
        '<div data-search="off"><div>Weg</div>Weg</div>',
        "<!-- <p>Weg</p> -->",
        '<script>if (1 < 2) "<p>Weg</p>";</script>',
        '<h2 id="_belege">Weg</h2><p>Weg</p>',
        '<p title="<b>Weg</b>"></p>',
        '<DIV class="badge">Weg<div/><Div>Weg</Div>Weg</DIV>',
        '<a class="origin"><!-- </a> --><b title="</a>">Weg</b></a>',
    ],
)
def test_what_is_no_text_of_the_page_is_left_out(left_out: str) -> None:
    assert texts(f"<p>Davor</p>{left_out}<h2 id='danach'>Danach</h2>".replace("'", '"')) == ["Davor", "Danach"]


def test_empty_elements_do_not_swallow_the_rest() -> None:
    assert texts('<img class="badge" alt="">Da<br>nach<hr class="footnote">Ende') == ["Da nach", "Ende"]


def test_what_never_ends_is_left_out_to_the_end() -> None:
    assert texts('<p>Davor</p><nav><p>Weg</p><svg class="badge"/>Weg') == ["Davor"]


def test_no_place_begins_at_the_end_of_an_element() -> None:
    assert passages('<p id="a">Eins</p id="b"><p id = "c">Zwei</p>') == [Passage("a", "Eins"), Passage("c", "Zwei")]
