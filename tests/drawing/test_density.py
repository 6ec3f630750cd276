"""The overview strip: how many events when, true to scale, as links to the years."""

import re
from collections import Counter
from itertools import pairwise

import pytest

from generator.dates import parse_when
from generator.drawing.density import Scale, counted, density, scales


def drawn(dates: list[str]) -> dict[str, str]:
    whens = [parse_when(date) for date in dates]
    listed = Counter(when.year for when in whens)
    years = {year: f"{year}: {number} Stück" for year, number in sorted(listed.items())}
    return density(whens, title="Titel", summary="Kurz", years=years)


def links(drawing: str) -> dict[str, tuple[str, float]]:
    """Address → name for screen readers, and width in pixels."""
    found = {}
    for address, name, path in re.findall(r'<a href="([^"]+)"[^>]*><title>([^<]+)</title><path d="([^"]+)"', drawing):
        across = [float(x) for x in re.findall(r"[ML](-?[\d.]+),", path)]
        found[address] = name, max(across) - min(across)
    return found


@pytest.mark.parametrize(
    "dates",
    [
        ["2014", "2020-01-03", "2020-02", "2025-08-24"],
        ["2024-03-03", "2024-08"],
        [f"{year}-0{month}-1{month}" for year in range(1985, 2025) for month in range(1, 8)],
    ],
)
def test_each_listed_year_is_a_link_wide_enough_for_a_finger(dates: list[str]) -> None:
    years = Counter(date[:4] for date in dates)
    for drawing in drawn(dates).values():
        found = links(drawing)
        assert {address: name for address, (name, _) in found.items()} == {
            f"#y{year}": f"{year}: {number} Stück" for year, number in years.items()
        }
        assert min(width for _, width in found.values()) >= 24


def test_years_without_an_event_take_as_much_room_as_others() -> None:
    scale = scales([parse_when("2014"), parse_when("2025-08")])["wide"]
    edges = [scale.left(year) for year in range(2014, 2026)]
    assert len({round(right - left, 6) for left, right in pairwise(edges)}) == 1
    assert all(f">{year}</text>" in drawn(["2014", "2025-08"])["wide"] for year in range(2014, 2026))


def test_both_drawings_count_by_the_same_time() -> None:
    for dates, parts in ((["2014", "2025"], 4), (["2019-01", "2024-03"], 12)):
        assert {scale.parts for scale in scales([parse_when(date) for date in dates]).values()} == {parts}


def test_what_is_known_less_exactly_is_spread_over_the_time_in_question() -> None:
    scale = Scale(2020, 12, 800)
    dates = ["2020-01-03", "2020-02", "2020", "2020-03~", "2020-03-30/2020-04-02", "../2020-12-01", "2021-05-05/.."]
    sure, spread = counted([parse_when(date) for date in dates], scale)
    first = scale.part(parse_when("2020-01-01").earliest)
    assert dict(sure) == {first: 2}
    assert dict(spread) == {
        first: pytest.approx(0.25 + 1 + 0.5),
        first + 1: pytest.approx(0.25 + 0.5),
        first + 2: pytest.approx(0.25),
        first + 3: pytest.approx(0.25 + 1),
        first + 5: pytest.approx(1),
    }
    assert sum(sure.values()) + sum(spread.values()) == pytest.approx(len(dates))


def test_a_bar_is_as_high_as_what_it_counts() -> None:
    drawing = drawn([*["2020-01-03"] * 4, "2024-06-01", "2024-06-02", "2030"])["wide"]
    bars = re.findall(r'<path d="M[\d.]+,([\d.]+)h[\d.]+v([\d.]+)h', drawing)
    heights = [float(height) for _, height in bars if float(height) > 20]
    assert heights == [60, 30]


def test_nothing_to_look_over() -> None:
    assert drawn([]) == {}
    assert drawn(["2020-01"]) == {}


def test_far_apart_events_go_on_in_rows_that_do_not_overlap() -> None:
    drawing = drawn(["1950-01-01", "1999", "2025"])["narrow"]
    labels = {
        int(year): (float(x), float(y))
        for x, y, year in re.findall(r'translate\(([\d.]+),([\d.]+)\)"[^>]*>(\d{4})</text>', drawing)
    }
    assert sorted(labels) == list(range(1950, 2026))
    _, _, width, height = map(float, re.findall(r'viewBox="([^"]+)"', drawing)[0].split())
    assert all(0 < x < width and 0 < y < height for x, y in labels.values())
    rows = sorted({y for _, y in labels.values()})
    assert len(rows) == 9
    assert min(lower - upper for upper, lower in pairwise(rows)) > 40
    per_row = [[x for x, y in labels.values() if y == row] for row in rows]
    assert min(right - left for row in per_row for left, right in pairwise(sorted(row))) >= 35
