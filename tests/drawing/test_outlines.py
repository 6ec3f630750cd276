"""The outlines: every country has its name, and points are found on the right land."""

import json
from pathlib import Path

import pytest
from babel import Locale

from generator.drawing import outlines
from generator.drawing.outlines import Box, atlas, inside, joined


def test_every_country_has_a_german_name_and_closed_rings() -> None:
    names, known = Locale("de").territories, atlas()
    countries = {part.country for part in known.parts}
    assert len(countries) > 230
    assert {"IQ", "SY", "KW", "DE", "XK"} <= countries
    assert [country for country in countries - {""} if country not in names] == []
    for part in known.parts:
        ring = joined(known.arcs, part.rings[0])
        assert ring[0] == ring[-1]


@pytest.mark.parametrize(
    ("point", "country"),
    [
        ((44.37, 33.32), "IQ"),
        ((42.44, 33.79), "IQ"),
        ((38.5, 35.0), "SY"),
        ((2.35, 48.86), "FR"),
        ((-53.0, 4.0), "FR"),  # French Guiana
        ((-106.3, 56.1), "CA"),
        ((178.0, -17.8), "FJ"),
        ((28.2, -29.5), "LS"),  # a hole in South Africa
        ((7.98, 53.73), "DE"),  # in the mud flats, outside the outline
        ((-30.0, 40.0), None),  # in the Atlantic
    ],
)
def test_the_land_a_point_lies_on(point: tuple[float, float], country: str | None) -> None:
    part = atlas().part_at(point)
    assert (part.country if part else None) == country


def test_many_points_on_one_piece_of_land_find_it_once() -> None:
    parts = atlas().parts_at([(44.37, 33.32), (42.44, 33.79), (-30.0, 40.0), (38.5, 35.0), (44.0, 36.0)])
    assert [part.country for part in parts] == ["IQ", "SY"]


def test_a_hole_is_outside() -> None:
    outer = [(0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0), (0.0, 0.0)]
    hole = [(3.0, 3.0), (6.0, 3.0), (6.0, 6.0), (3.0, 6.0), (3.0, 3.0)]
    assert inside((1, 1), [outer, hole])
    assert not inside((4, 4), [outer, hole])


def test_boxes_that_only_share_an_edge_do_not_touch() -> None:
    assert not Box(0, 0, 1, 1).touches(Box(1, 0, 2, 1))
    assert Box(0, 0, 1, 1).touches(Box(0.9, 0.9, 2, 2))


def test_the_data_tells_where_it_comes_from() -> None:
    data = json.loads((Path(outlines.__file__).parent / "countries.json").read_text(encoding="utf-8"))
    assert data["provenance"]["licence"] == "public domain"
    assert "Natural Earth" in data["provenance"]["source"]
    assert (Path(__file__).parents[2] / data["provenance"]["made_by"]).is_file()
