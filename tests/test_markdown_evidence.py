"""Marks and notes as the Markdown extension leaves them: names, groups, ways back, marks that a finger tells apart."""

import re

import pytest
from markdown import Markdown

from generator.labels import load_labels
from generator.markdown_refs import makeExtension

NOTES = """
[^1]: **A** · [Eins](a.md), 2031
    { .note-article data-label="A, 2031" }

    [Absatz 1](a.md#x){ .note-place } · Aussage: berichtet

[^2]: **B** · [Zwei](b.md), 2032
    { .note-article data-label="B, 2032" }

    [Absatz 2](b.md#x){ .note-place } · Aussage: berichtet

[^3]: **A** · [Eins](a.md), 2031
    { .note-article data-label="A, 2031" }

    [Absatz 3](a.md#y){ .note-place } · Aussage: berichtet
"""


def html(text: str) -> str:
    extensions = ["attr_list", "md_in_html", "footnotes", makeExtension(refs="none.json")]
    return Markdown(extensions=extensions, extension_configs={"footnotes": {"USE_DEFINITION_ORDER": True}}).convert(
        text
    )


def names(page: str, kind: str) -> list[tuple[str, str]]:
    """Address and name of each link of the kind."""
    found = re.findall(r"<a ([^>]*)>", page)
    links = [dict(re.findall(r'([\w-]+)="([^"]*)"', link)) for link in found if f'class="{kind}"' in link]
    return [(link["href"], link["aria-label"]) for link in links]


def test_each_mark_is_named_after_its_article() -> None:
    page = html(f"Eins.[^1] Zwei.[^2] Drei.[^3]\n{NOTES}")
    assert names(page, "footnote-ref") == [
        ("#fn:1", "Beleg 1: A, 2031"),
        ("#fn:2", "Beleg 2: B, 2032"),
        ("#fn:3", "Beleg 3: A, 2031"),
    ]


def test_notes_stand_below_their_article_with_their_numbers() -> None:
    page = html(f"Eins.[^1] Zwei.[^2] Drei.[^3]\n{NOTES}")
    groups = page.split('<div class="note-group">')[1:]
    assert [re.findall(r'<li id="fn:\d" value="(\d)"', group) for group in groups] == [["1", "3"], ["2"]]
    assert [group.count('class="note-article"') for group in groups] == [1, 1]
    assert "data-label" not in page


def test_a_note_without_article_is_named_after_its_paragraph() -> None:
    page = html("Eins.[^1]\n\n[^1]: [Absätze 1, 2](#x){ .note-place } · Aussage: berichtet")
    assert names(page, "footnote-ref") == [("#fn:1", "Beleg 1: Absätze 1, 2")]
    assert page.count('<div class="note-group">') == 1


def test_a_footnote_of_an_author_is_named_after_its_words() -> None:
    page = html("Eins.[^a]\n\n[^a]: Nur *Text*.")
    assert [name.partition("\xa0")[0] for _, name in names(page, "footnote-ref")] == ["Beleg 1: Nur Text."]


def test_ways_back_are_told_apart() -> None:
    page = html(f"Eins.[^1]\n\nNochmals.[^1]\n{NOTES}")
    assert names(page, "footnote-backref")[:2] == [
        ("#fnref:1", "Zurück zur Textstelle von Beleg 1"),
        ("#fnref2:1", "Zurück zur 2. Textstelle von Beleg 1"),
    ]


def test_no_way_leads_back_into_what_is_closed() -> None:
    closed = "<details markdown>\n<summary>Mehr</summary>\n\nNochmals.[^1]\n\n</details>"
    page = html(f"Eins.[^1]\n\n{closed}\n\nUnd.[^1]\n{NOTES}")
    back = [pair for pair in names(page, "footnote-backref") if pair[0].endswith(":1")]
    assert len(back) == 2
    assert [name for _, name in back][1] == "Zurück zur 2. Textstelle von Beleg 1"
    inside = re.findall(r'id="(fnref\d*:1)"', page.partition("<details>")[2].partition("</details>")[0])
    assert f"#{inside[0]}" not in [href for href, _ in back]


@pytest.mark.parametrize(
    ("text", "apart"),
    [("Eins.[^1][^2][^3]", ["2", "3"]), ("Eins.[^1] Zwei.[^2]", []), ("Eins.[^1] [^2]", ["2"])],
)
def test_marks_in_a_row_are_set_apart(text: str, apart: list[str]) -> None:
    assert re.findall(r'class="next-mark" id="fnref:(\d)"', html(text + "\n" + NOTES)) == apart


def test_the_words_of_the_box_come_along() -> None:
    words = load_labels("de")["evidence"]
    assert f'data-close="{words["close"]}" data-more="{words["more"]}"' in html(f"Eins.[^1]\n{NOTES}")


def test_a_page_without_marks_stays_as_it_is() -> None:
    assert html("Nur *Text*.") == "<p>Nur <em>Text</em>.</p>"
