"""What part of the earth a map shows: all points and the countries they lie in, in a shape that a page can hold."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.drawing.map_frame import NARROWEST, WIDEST, WIDTH, Frame, frame_of
from generator.drawing.outlines import Point, atlas

SPOTS = st.lists(st.tuples(st.floats(-180, 180), st.floats(-80, 83)), min_size=1, max_size=6)


def framed(*points: Point) -> Frame:
    return frame_of(points, atlas().parts_at(points))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(SPOTS)
def test_every_point_lies_on_the_map(points: list[Point]) -> None:
    frame = framed(*points)
    for x, y in map(frame.at, points):
        assert -0.01 <= x <= WIDTH + 0.01
        assert -0.01 <= y <= frame.height + 0.01
    assert WIDTH / frame.height < WIDEST + 0.01
    assert -180.01 <= frame.box.left < frame.box.right <= 180.01


@pytest.mark.parametrize("points", [[(42.44, 33.79), (44.23, 33.27)], [(44, 33)], [(10, 51), (44, 33)]])
def test_the_countries_of_the_points_are_shown_whole(points: list[Point]) -> None:
    frame = framed(*points)
    for part in atlas().parts_at(points):
        left, low, right, high = part.box
        assert frame.box.left < left < right < frame.box.right
        assert frame.box.low < low < high < frame.box.high
    assert NARROWEST - 0.01 < WIDTH / frame.height < WIDEST + 0.01


def test_a_small_island_keeps_its_surroundings() -> None:
    box = framed((50.55, 26.1)).box  # Bahrain
    assert box.right - box.left == pytest.approx(6)


def test_points_around_the_globe_make_a_map_of_the_world() -> None:
    box = framed((-100, 40), (140, 36), (10, 51)).box
    assert box.right - box.left > 300
    assert box.low > -61
    box = framed((37, 55)).box  # Russia reaches from one edge of the world to the other
    assert (box.left, box.right) == pytest.approx((-180, 180))


def test_north_is_above_and_east_is_right() -> None:
    frame = framed((44, 33))
    (x0, y0), (x1, y1) = frame.at((44, 33)), frame.at((45, 34))
    assert x1 > x0
    assert y1 < y0


def test_the_scale_fits_the_middle_of_the_map() -> None:
    frame = framed((44, 33))
    middle = (frame.box.low + frame.box.high) / 2
    (_, y0), (_, y1) = frame.at((44, middle - 0.5)), frame.at((44, middle + 0.5))
    assert y0 - y1 == pytest.approx(111.2 * frame.kilometre, rel=0.01)  # a degree of latitude
    assert framed((-100, 40), (140, 36)).kilometre == 0


def test_latitudes_grow_apart_towards_the_pole() -> None:
    frame = framed((10, 60), (10, 40))
    heights = [frame.at((10, latitude))[1] for latitude in (40, 50, 60)]
    steps = [a - b for a, b in pairwise(heights)]
    assert steps[1] > steps[0] > 0
