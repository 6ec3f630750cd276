"""Specification → SVG inside a page: links as they were given, names, ids of its own, nothing needless."""

import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from generator.drawing.svg import svg, vega_svg


def spec(*links: str, words: str = "Wort", **mark: Any) -> dict[str, Any]:
    rows = [{"x": number / 3, "href": link, "words": words} for number, link in enumerate(links)]
    encoding: dict[str, Any] = {
        "x": {"field": "x", "type": "quantitative", "axis": None},
        "href": {"field": "href"},
        "description": {"field": "words"},
    }
    if not links:
        rows, encoding = [{"x": 1 / 3}, {"x": 1}], {"x": encoding["x"]}
    return {
        "config": {"background": None},
        "data": {"values": rows},
        "mark": {"type": "point", **mark},
        "encoding": encoding,
    }


def parsed(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - drawn by ourselves


def drawn(*links: str, title: str = "Titel", summary: str = "Inhalt", **more: Any) -> ET.Element:
    return parsed(svg(spec(*links, **more), name="n", title=title, summary=summary))


@pytest.mark.parametrize(
    "link",
    [
        "../articles/2020-06-x.md#a",
        "x.md",
        "#a",
        "../medien/s%C3%BCd.md#a%20b",
        "../medien/süd.md#straße",
        "x.md?a=1&b=2",
        "https://example.org/a.md",
    ],
)
def test_links_are_as_they_were_given(link: str) -> None:
    assert [a.get("href") for a in drawn(link).iter("a")] == [link]


def test_no_host_is_named_that_nobody_asked_for() -> None:
    assert "//" not in svg(spec("../a.md#b", "#c"), name="n", title="T", summary="S")


def test_a_link_is_called_as_its_mark_is_described() -> None:
    (link,) = drawn("a.md", words='mehr als "3" <b>&').iter("a")
    assert link[0].tag == "title"
    assert link[0].text == 'mehr als "3" <b>&'


def test_with_links_it_is_a_group_without_an_image() -> None:
    for root, role in ((drawn("a.md"), "group"), (drawn(), "img")):
        assert root.get("role") == role
        named = {element.get("id"): element.text for element in root}
        assert (named[root.get("aria-labelledby")], named[root.get("aria-describedby")]) == ("Titel", "Inhalt")


@pytest.mark.parametrize(
    "words", ['<b>A & "B"</b>', "]]>", "&amp;", "Zeile\nzwei", "*x* [y](z) ///", "Läuten\x07", "\ufffe"]
)
def test_hostile_words_stay_words(words: str) -> None:
    text = svg(spec("a.md", words=words), name="n", title=words, summary=words)
    assert "\n" not in text
    root = parsed(text)
    shown = re.sub("[\x07\ufffe]", "", words).replace("\n", " ")
    assert {(element.text or "").strip() for element in root.iter() if element.tag in ("title", "desc")} == {shown}


def test_ids_are_its_own_and_found_where_they_are_used() -> None:
    text = svg(spec("a.md", clip=True), name="mine", title="T", summary="S")
    ids = set(re.findall(r' id="([^"]+)"', text))
    assert len(ids) == 3
    assert all(name.startswith("mine-") for name in ids)
    assert set(re.findall(r"url\(['\"]?#([^'\")]+)", text)) == {name for name in ids if "clip" in name}


def test_nothing_needless() -> None:
    text = svg(spec("a.md", "b.md", "c.md"), name="n", title="T", summary="S")
    for needless in (
        "font-family",
        "background",
        "foreground",
        'opacity="1"',
        "aria-roledescription",
        "xmlns",
        "xlink",
    ):
        assert needless not in text
    assert not re.search(r"<g[^>]*>\s*</g>|<g />|<g>|\d\.\d\d\d", text)
    assert not re.search(r' (width|height)="', text[: text.index(">")])


def test_colours_of_the_page_and_paleness_stay() -> None:
    text = svg(spec(fill="var(--dossier-ink, #123)", opacity=0.35), name="n", title="T", summary="S")
    assert 'fill="var(--dossier-ink, #123)"' in text
    assert 'opacity="0.35"' in text


def test_an_area_that_nobody_sees_can_be_touched() -> None:
    mark = {"type": "rect", "color": "currentColor", "fillOpacity": 0}
    (link,) = parsed(svg({**spec("a.md"), "mark": mark}, name="n", title="T", summary="S")).iter("a")
    assert link[1].get("d")
    assert (link[1].get("fill"), link[1].get("fill-opacity")) == ("currentColor", "0")


def test_same_specification_same_bytes() -> None:
    first = svg(spec("a.md"), name="n", title="T", summary="S")
    vega_svg.cache_clear()
    assert svg(spec("a.md"), name="n", title="T", summary="S") == first
