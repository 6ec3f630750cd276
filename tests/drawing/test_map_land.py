"""The land of a map: within the frame, as few points as its size allows, and drawn by colours of the page."""

import gzip
import re
from itertools import pairwise
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.drawing.map_frame import WIDTH, frame_of
from generator.drawing.map_land import BEYOND, POINTS, drawn, land_in, simplified
from generator.drawing.outlines import Point, atlas

IRAQ = [(42.44, 33.79), (44.23, 33.27)]
WORLD = [(-100.0, 40.0), (140.0, 36.0), (10.0, 51.0)]


def drawing(points: list[Point]) -> str:
    parts = atlas().parts_at(points)
    frame = frame_of(points, parts)
    return drawn(land_in(frame, atlas(), {part.country for part in parts}), frame, "map")


@pytest.mark.parametrize("points", [IRAQ, [(10.0, 51.0)], WORLD, [(37.0, 55.0)]])
def test_a_map_stays_small(points: list[Point]) -> None:
    assert len(gzip.compress(drawing(points).encode(), mtime=0)) < 8000


def test_land_and_focus_take_the_colours_of_the_page() -> None:
    svg = drawing(IRAQ)
    fills = re.findall(r'fill="(var\([^"]*\))"', svg)
    assert fills == ["var(--dossier-land, #efe9dc)", "var(--dossier-focus-land, #fffdf6)"]
    assert "id=" not in svg


def test_lines_end_just_outside_the_frame() -> None:
    parts = atlas().parts_at(IRAQ)
    frame = frame_of(IRAQ, parts)
    svg = drawn(land_in(frame, atlas(), {"IQ"}), frame, "map")
    numbers = [tuple(map(float, pair)) for pair in re.findall(r"[ML](-?[\d.]+),(-?[\d.]+)", svg)]
    assert len(numbers) > 100
    assert (min(x for x, _ in numbers), max(x for x, _ in numbers)) == (-BEYOND, WIDTH + BEYOND)


def test_neighbours_are_drawn_and_only_the_countries_asked_for_are_in_focus() -> None:
    frame = frame_of(IRAQ, atlas().parts_at(IRAQ))
    land = land_in(frame, atlas(), {"IQ"})
    assert {piece.country for piece in land if piece.is_focus} == {"IQ"}
    assert {"SY", "TR", "IR", "KW", "SA", "JO"} <= {piece.country for piece in land}
    assert "DE" not in {piece.country for piece in land}


def test_a_map_of_the_world_becomes_coarser_until_it_fits() -> None:
    frame = frame_of(WORLD, atlas().parts_at(WORLD))
    land = land_in(frame, atlas(), set())
    assert 200 < sum(len(ring) for piece in land for ring in piece.rings) <= POINTS


@settings(max_examples=30, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.floats(0, 99), st.floats(0, 99)), min_size=2, max_size=30), st.floats(0.1, 20))
def test_what_is_left_out_of_a_line_is_no_farther_than_the_tolerance(line: list[Point], tolerance: float) -> None:
    found = simplified(tuple(line), tolerance)
    assert (found[0], found[-1]) == (line[0], line[-1])
    for point in line:
        assert min(_away(point, a, b) for a, b in pairwise(found)) <= tolerance + 1e-6


def _away(point: Point, start: Point, end: Point) -> float:
    """By trying a thousand places on the line: another way than the one tested."""
    steps = [number / 1000 for number in range(1001)]
    (x0, y0), (x1, y1) = start, end
    return min(hypot(x0 + (x1 - x0) * s - point[0], y0 + (y1 - y0) * s - point[1]) for s in steps) - 0.15


def test_a_straight_line_keeps_only_its_ends() -> None:
    assert simplified(((0, 0), (1, 1), (2, 2), (9, 9)), 0.1) == ((0, 0), (9, 9))
    assert simplified(((0, 0), (5, 3), (9, 0)), 1) == ((0, 0), (5, 3), (9, 0))
