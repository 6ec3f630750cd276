"""Days and numbers in a drawing: true to scale, and named in German."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.drawing.axes import Axes, days_shown, time_ticks, value_ticks, values_shown
from generator.labels import load_labels


def axes(first: date, last: date, low: float = 0, high: float = 100, width: float = 600) -> Axes:
    return Axes(width, 300, first, last, low, high)


def names(first: str, last: str, width: float = 600) -> list[str]:
    return [name for _, name in time_ticks(axes(date.fromisoformat(first), date.fromisoformat(last), width=width), 60)]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2025-01-01", "2025-06-30", ["Jan 2025", "Feb 2025", "Mär 2025", "Apr 2025", "Mai 2025", "Jun 2025"]),
        (
            "2025-01-01",
            "2026-06-30",
            [
                "Jan 2025",
                "Mär 2025",
                "Mai 2025",
                "Jul 2025",
                "Sep 2025",
                "Nov 2025",
                "Jan 2026",
                "Mär 2026",
                "Mai 2026",
            ],
        ),
        ("2020-06-01", "2025-08-31", ["2021", "2022", "2023", "2024", "2025"]),
        ("1840-03-01", "2020-01-01", ["1860", "1880", "1900", "1920", "1940", "1960", "1980", "2000", "2020"]),
        ("0001-01-01", "9999-12-31", ["1000", "2000", "3000", "4000", "5000", "6000", "7000", "8000", "9000"]),
    ],
)
def test_months_or_years_are_named_as_there_is_room(first: str, last: str, expected: list[str]) -> None:
    assert names(first, last) == expected


@given(st.dates(), st.integers(240, 40000), st.integers(250, 700))
@example(date(2000, 1, 1), 251, 250)
def test_names_of_times_keep_apart(first: date, days: int, width: int) -> None:
    last = date.fromordinal(min(first.toordinal() + days, date.max.toordinal()))
    ticks = time_ticks(axes(first, last, width=width), 60)
    assert all(b - a >= 60 for (a, _), (b, _) in pairwise(ticks))
    assert all(0 <= x <= width for x, _ in ticks)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([5200, 2500], ["0", "2.000", "4.000", "6.000"]),
        ([700], ["0", "200", "400", "600", "800"]),
        ([1], ["0", "1"]),
        ([0], ["0", "1"]),
        ([0.0004], ["0", "0,0001", "0,0002", "0,0003", "0,0004"]),
        ([99.9], ["0", "25", "50", "75", "100"]),
        ([-5, 3], ["-6", "-4", "-2", "0", "2", "4"]),
        ([-5], ["-6", "-4", "-2", "0"]),
        ([3_400_000_000], ["0", "1 Mrd.", "2 Mrd.", "3 Mrd.", "4 Mrd."]),
        ([1_500_000], ["0", "500.000", "1 Mio.", "1,5 Mio."]),
    ],
)
def test_round_numbers_in_german_from_zero(values: list[float], expected: list[str]) -> None:
    shown = values_shown(values)
    frame = axes(date(2020, 1, 1), date(2021, 1, 1), shown[0], shown[-1])
    named = [text.replace("\xa0", " ") for _, text in value_ticks(frame, shown, load_labels("de"))]
    assert named == expected


@given(st.lists(st.floats(-1e15, 1e15).filter(lambda value: value == 0 or abs(value) > 1e-9), min_size=1))
def test_all_values_and_zero_have_a_place(values: list[float]) -> None:
    shown = values_shown(values)
    assert shown[0] <= min(0, *values) <= max(0, *values) <= shown[-1]
    assert 2 <= len(shown) <= 8


def test_a_day_stands_in_its_middle_and_a_month_is_whole() -> None:
    year = axes(date(2021, 1, 1), date(2021, 12, 31), width=365)
    assert year.x(date(2021, 1, 1)) == 0.5
    assert year.span(date(2021, 2, 1), date(2021, 2, 28)) == pytest.approx((31, 59))
    assert year.span(None, date(2021, 1, 31)) == pytest.approx((0, 31))
    assert year.span(date(2021, 12, 1), None) == pytest.approx((334, 365))


@pytest.mark.parametrize("day", [date.min, date(2020, 1, 1), date.max])
def test_a_single_day_stands_in_months(day: date) -> None:
    first, last = days_shown([day], 0.06)
    assert first <= day <= last
    assert last - first >= timedelta(days=100)
