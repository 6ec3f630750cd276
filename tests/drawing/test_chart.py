"""The charts of many awkward measures: each figure at its place with its link, nothing averaged, nothing hidden."""

import re
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import many_figures
import pytest

from generator.addresses import claim_path
from generator.dossier import Dossier, Measure
from generator.drawing.chart import NARROW, WIDE, Drawing, chart, explained, trend
from generator.drawing.layout import Size
from generator.drawing.series import contradicting, joined
from generator.drawing.svg import vega_svg
from generator.drawing.words import box_of, overlap

PAGE = "figures/x.md"
DATED = [name for name in many_figures.MEASURES if name not in ("leer", "undatiert")]
BOTH = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
ALL = pytest.mark.parametrize("name", DATED)


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    return many_figures.dossier(tmp_path_factory.mktemp("many"))


def parsed(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - drawn by ourselves


def drawn(dossier: Dossier, name: str, size: Size = WIDE) -> ET.Element:
    return parsed(chart(dossier.measures[name], dossier, PAGE, narrow=size is NARROW))


def layout(dossier: Dossier, name: str, size: Size = WIDE) -> Drawing:
    return Drawing(dossier.measures[name], dossier, PAGE, size)


def box(path: str) -> tuple[float, float, float, float]:
    """Left, top, width, height of a rectangle."""
    left, top, width, height = re.fullmatch(r"M([-.\d]+),([-.\d]+)h([-.\d]+)v([-.\d]+)h[-.\d]+Z", path).groups()  # type: ignore[union-attr]
    return float(left), float(top), float(width), float(height)


@ALL
@BOTH
def test_each_figure_with_a_date_is_a_link_to_its_claim(dossier: Dossier, name: str, size: Size) -> None:
    links = [link.get("href") for link in drawn(dossier, name, size).iter("a")]
    figures = dossier.measures[name].figures
    assert links == [f"../{claim_path(figure.claim)}" for figure in figures if figure.as_of]


@ALL
@BOTH
def test_a_link_is_large_enough_for_a_finger_and_lies_on_its_point(dossier: Dossier, name: str, size: Size) -> None:
    smallest = 290 / 340 if size is NARROW else 688 / 720  # where the drawing is shown smallest
    points = layout(dossier, name, size).points.values()
    links = drawn(dossier, name, size).iter("a")
    for point, link in zip(points, links, strict=True):
        left, top, width, height = box(str(link[1].get("d")))
        assert min(width, height) * smallest >= 24
        assert left < point.x < left + width
        assert top < point.top <= point.bottom < top + height


def test_a_link_says_what_when_who_and_where(dossier: Dossier) -> None:
    (link,) = drawn(dossier, "eine").iter("a")
    assert link[0].text == "rund 700 Leute, August 2025, Amt, Artikel vom 1. Januar 2032"


def test_numbers_and_times_are_true_to_scale(dossier: Dossier) -> None:
    points = list(layout(dossier, "prozent").points.values())
    plot = layout(dossier, "prozent").axes
    assert plot.y(0) == plot.height
    for point, value in zip(points, (0.5, 12.25, 48, 99.9), strict=True):
        assert plot.height - point.top == pytest.approx(value / 100 * plot.height)
    steps = [b.x - a.x for a, b in pairwise(points)]
    assert steps == pytest.approx([plot.width * 365 / ((plot.last - plot.first).days + 1)] * 3)


def test_signs_are_drawn_where_they_belong(dossier: Dossier) -> None:
    root = drawn(dossier, "prozent")
    places = {tuple(map(float, re.findall(r"[-.\d]+", str(path.get("transform"))))) for path in root.iter("path")}
    assert {(round(p.x, 1), round(p.top, 1)) for p in layout(dossier, "prozent").points.values()} <= places


@ALL
@BOTH
def test_words_hide_neither_words_nor_signs_and_stay_inside(dossier: Dossier, name: str, size: Size) -> None:
    drawing = layout(dossier, name, size)
    list(drawing.frame()), list(drawing.gaps()), list(drawing.spans()), list(drawing.lines())
    boxes = [box_of(words) for words in drawing.words()]
    signs = [drawing.around(point, drawing.size.mark) for point in drawing.points.values()]
    assert not any(overlap(one, other) for one, other in combinations(boxes, 2))
    assert not any(overlap(one, other) for one in boxes for other in signs)
    width = drawing.axes.width + drawing.size.right
    assert all(left >= -drawing.left and right <= width for left, _, right, _ in boxes)


@pytest.mark.parametrize("name", [name for name in DATED if name not in ("viele", "tag", "minus")])
def test_where_there_is_room_each_number_stands_beside_its_point(dossier: Dossier, name: str) -> None:
    shown = [text.text for text in drawn(dossier, name).iter("text")]
    drawing = layout(dossier, name)
    assert {drawing.writer.figure(figure) for figure in drawing.dated} <= set(shown)


def lines(drawing: Drawing) -> list[tuple[float, ...]]:
    """Where each begins, and how far from there it ends."""
    shown = "".join(stroke for layer in drawing.lines() for stroke in layer(lambda x, y: (x, y)))
    found = re.findall(r'translate\(([^,]+),([^)]+)\)" x2="([^"]+)" y2="([^"]+)"', shown)
    return [tuple(map(float, numbers)) for numbers in found]


@ALL
def test_lines_join_one_teller_and_cross_no_gap(dossier: Dossier, name: str) -> None:
    measure = dossier.measures[name]
    for first, second in joined(measure):
        assert first.claim.record.by == second.claim.record.by
        end, begin = first.as_of.latest, second.as_of.earliest  # type: ignore[union-attr]
        assert 0 < (begin - end).days <= 366  # type: ignore[operator]
    drawing = layout(dossier, name)
    assert len(lines(drawing)) == len(list(joined(measure)))


def test_a_line_begins_and_ends_at_its_points(dossier: Dossier) -> None:
    drawing = layout(dossier, "prozent")
    ends = [(p.x, p.top) for p in drawing.points.values()]
    strokes = [pytest.approx((x, y, x2 - x, y2 - y), abs=0.051) for (x, y), (x2, y2) in pairwise(ends)]
    assert lines(drawing) == strokes


def test_limits_have_arrows_ranges_two_ends_and_about_is_hollow(dossier: Dossier) -> None:
    points = {point.dated.claim.record.by[0]: point for point in layout(dossier, "offen").points.values()}
    assert {who: point.points for who, point in points.items()} == {
        "amt": 0,
        "bund": 0,
        "chor": -1,
        "deich": 1,
        "elf": 0,
    }
    assert [who for who, point in points.items() if len(point.ends) == 2] == ["elf"]
    assert [who for who, point in points.items() if point.hollow] == ["elf"]
    assert {who for who, point in points.items() if point.is_open} == {"amt", "bund"}
    qualified = {p.dated.figure.qualifier: p.points for p in layout(dossier, "viele").points.values()}
    assert (qualified["more_than"], qualified["at_most"], qualified["about"]) == (-1, 1, 0)


def test_contradictions_are_marked_and_nothing_is_averaged(dossier: Dossier) -> None:
    texts = [text.text for text in drawn(dossier, "tag").iter("text")]
    assert texts.count("≠") == 3  # 90 and 100, 100 and 101, 101 and 250
    heights = {round(point.middle, 3) for point in layout(dossier, "tag").points.values()}
    assert len(heights) == 4


@ALL
def test_each_contradicting_value_is_met_by_a_dotted_line(dossier: Dossier, name: str) -> None:
    drawing = layout(dossier, name)
    told = {round(p.top, 3) for pair in drawing.contradicting() for p in pair}
    assert told == {
        round(drawing.points[id(figure)].top, 3) for pair in contradicting(dossier.measures[name]) for figure in pair
    }


def test_signs_of_one_day_stand_side_by_side_and_lead_to_their_day(dossier: Dossier) -> None:
    for size in (WIDE, NARROW):
        points = list(layout(dossier, "tag", size).points.values())
        moved = [point for point in points if point.home is not None]
        assert len(moved) == 5  # 250 stands above all others
        assert all(abs(a.x - b.x) >= 14 for a, b in combinations(moved, 2))
        assert {point.home for point in moved} == {point.x for point in points if point.home is None}


def test_a_gap_is_named(dossier: Dossier) -> None:
    for size in (WIDE, NARROW):
        assert "keine Angabe" in [text.text for text in drawn(dossier, "alt", size).iter("text")]
    assert "keine Angabe" not in [text.text for text in drawn(dossier, "prozent").iter("text")]


def test_tellers_differ_in_shape_and_only_then_in_colour(dossier: Dossier) -> None:
    signs = list(layout(dossier, "viele").signs.values())
    assert len({one.shape for one in signs}) == len(signs) == 6


def test_hostile_words_stay_words(dossier: Dossier) -> None:
    root = drawn(dossier, "feindlich")
    assert root[0].text == '<b>"A&B"</b> *x* [y](z) _u_'
    assert not [element for element in root.iter() if element.tag in ("b", "i")]


def test_without_a_date_nothing_is_drawn(dossier: Dossier) -> None:
    for name in ("leer", "undatiert"):
        measure = dossier.measures[name]
        assert [
            chart(measure, dossier, PAGE, narrow=False),
            trend(measure, dossier, PAGE),
            *explained(measure, dossier),
        ] == ["", ""]


def test_a_trend_is_an_image_without_words(dossier: Dossier) -> None:
    for name in DATED:
        shown = trend(dossier.measures[name], dossier, "index.md")
        if name == "eine":
            assert shown == ""
            continue
        root = parsed(shown)[0]
        assert root.get("role") == "img"
        assert not list(root.iter("a")) + list(root.iter("text"))
        assert "zuletzt" in str(root[1].text)


def test_only_what_is_drawn_is_explained(dossier: Dossier) -> None:
    def signs(name: str) -> list[str]:
        return explained(dossier.measures[name], dossier)

    assert signs("prozent") == ["line"]
    assert signs("tag") == ["moved", "contradiction"]
    assert signs("eine") == ["about", "span"]
    assert signs("offen") == ["about", "above", "below", "range", "span", "open", "contradiction"]


def test_same_figures_same_bytes(dossier: Dossier, tmp_path: Path) -> None:
    def all_charts(of: Dossier) -> list[str]:
        measures: list[Measure] = list(of.measures.values())
        return [chart(measure, of, PAGE, narrow=True) + trend(measure, of, PAGE) for measure in measures]

    first = all_charts(dossier)
    vega_svg.cache_clear()
    assert all_charts(many_figures.dossier(tmp_path)) == first


def test_ids_of_all_drawings_of_a_page_differ(dossier: Dossier) -> None:
    for measure in dossier.measures.values():
        page = "".join(chart(measure, dossier, PAGE, narrow=narrow) for narrow in (False, True)) + trend(
            measure, dossier, PAGE
        )
        ids = re.findall(r' id="([^"]+)"', page)
        assert len(ids) == len(set(ids))
