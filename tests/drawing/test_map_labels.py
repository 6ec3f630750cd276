"""Labels of a map: none covers another, a sign or the frame, wherever the points lie and whatever they are called."""

import re
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import generator
from generator.drawing.map_labels import SIZES, Room, Size, Wish, around, in_land, width_of, wrapped
from generator.drawing.outlines import Box

WIDE, NARROW = SIZES
NAMES = st.text("abcdefghi MWÄ-", min_size=1, max_size=40).filter(str.strip)
POINTS = st.tuples(st.floats(0, 720), st.floats(0, 450))


def room(size: Size = WIDE, *taken: Box) -> Room:
    return Room(720, 450, size, taken)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.lists(st.tuples(POINTS, NAMES, st.sampled_from(["", "Stand August 2025"])), max_size=25), st.sampled_from(SIZES)
)
def test_no_two_labels_overlap_and_all_are_inside(
    wished: list[tuple[tuple[float, float], str, str]], size: Size
) -> None:
    hits = [around(point, size.hit) for point, _, _ in wished]
    free = room(size, *hits)
    placed = []
    for number, (point, name, state) in enumerate(wished):
        if label := free.place(Wish(str(number), point, name, state, reach=size.sign)):
            placed.append((number, label))
    for (_, one), (_, other) in combinations(placed, 2):
        assert not one.box.touches(other.box)
    for number, label in placed:
        left, low, right, high = label.box
        assert 0 <= left < right <= 720
        assert 0 <= low < high <= 450
        others = [hit for at, hit in enumerate(hits) if wished[at][0] != wished[number][0]]
        assert not any(label.box.touches(hit) for hit in others)
        assert right - left >= max(width_of(line, size.small) for line in label.lines) - 0.01


def test_the_first_place_is_to_the_right() -> None:
    label = room().place(Wish("a", (300, 200), "Ort", reach=WIDE.sign))
    assert label
    assert (label.anchor, label.leader, label.lines) == ("start", None, ("Ort",))
    assert label.box.left == 300 + WIDE.sign + WIDE.gap


def test_at_the_right_edge_it_stands_to_the_left() -> None:
    label = room().place(Wish("a", (715, 200), "Ein Ort", reach=WIDE.sign))
    assert label
    assert label.anchor == "end"
    assert label.x < 715


def test_the_state_gives_way_before_the_name() -> None:
    slot = [Box(0, 0, 720, 190), Box(0, 212, 720, 450)]
    label = room(WIDE, *slot).place(Wish("a", (300, 201), "Ort", "Stand 2025", reach=WIDE.sign))
    assert label
    assert (label.lines, label.has_state) == (("Ort",), False)
    label = room().place(Wish("a", (300, 201), "Ort", "Stand 2025", reach=WIDE.sign))
    assert label
    assert (label.lines, label.has_state) == (("Ort", "Stand 2025"), True)


def test_a_label_that_stands_off_has_a_line_to_its_point() -> None:
    label = room(WIDE, around((310, 200), WIDE.hit)).place(Wish("a", (300, 200), "Ort", reach=WIDE.dot))
    assert label
    near = label.leader is None
    label = room(WIDE, around((300, 200), 19)).place(Wish("a", (300, 200), "Ort", reach=WIDE.dot))
    assert label
    assert near or label.leader
    assert label.leader
    assert label.leader[0] == (300, 200)


def test_where_there_is_no_room_there_is_no_label() -> None:
    assert room(WIDE, Box(0, 0, 720, 450)).place(Wish("a", (300, 200), "Ort")) is None


def test_a_label_that_answers_to_a_finger_is_high_enough() -> None:
    label = room(NARROW).place(Wish("a", (300, 200), "Ort", least=NARROW.hit * 2))
    assert label
    assert label.box.high - label.box.low >= 48  # 24 pixels on a phone, which shows 720 units on 358


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Ain al-Asad", ["Ain al-Asad"]),
        ("Luftwaffenstützpunkt Ramstein", ["Luftwaffenstützpunkt", "Ramstein"]),
        ("Naher und Mittlerer Osten", ["Naher und Mittlerer", "Osten"]),
    ],
)
def test_long_names_take_more_lines(name: str, lines: list[str]) -> None:
    assert wrapped(name) == lines


def test_a_country_is_named_inside_its_land_where_it_is_widest() -> None:
    land = ((100.0, 100.0), (500.0, 100.0), (500.0, 300.0), (300.0, 300.0), (300.0, 200.0), (100.0, 100.0))
    label = in_land(room(), [land], "Irak")
    assert label
    assert label.lines == ("IRAK",)
    assert 100 < label.box.left < label.box.right < 500
    assert 100 < label.box.low < label.box.high < 300
    assert in_land(room(WIDE, Box(0, 0, 720, 450)), [land], "Irak") is None
    assert in_land(room(), [((0.0, 0.0), (20.0, 0.0), (20.0, 400.0), (0.0, 0.0))], "Irak") is None


def test_styles_and_layout_speak_of_the_same_sizes() -> None:
    css = (Path(generator.__file__).parent / "theme/assets/map.css").read_text(encoding="utf-8")
    for size in SIZES:
        found = set(re.findall(rf"\.{size.name}[^{{}}]*{{[^}}]*?font-size: ([\d.]+)px", css))
        assert set(map(float, found)) == {size.text, size.small, size.country}
    grown = re.search(r"\.sign {\s*transform: scale\(([\d.]+)\)", css)
    assert grown
    assert float(grown[1]) == pytest.approx(NARROW.sign / WIDE.sign)
