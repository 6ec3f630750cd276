"""EDTF: what is read and with which bounds, and what is refused."""

from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st
from whens import DAYS, MONTHS, WHENS, YEARS

from generator.dates import When, WrongDate, parse_when


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2020", date(2020, 1, 1), date(2020, 12, 31), "year"),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "month"),
        ("2021-02~", date(2021, 2, 1), date(2021, 2, 28), "month"),
        ("2020-05-03?", date(2020, 5, 3), date(2020, 5, 3), "day"),
        ("2020-21", date(2020, 3, 1), date(2020, 5, 31), "season"),
        ("2020-22", date(2020, 6, 1), date(2020, 8, 31), "season"),
        ("2020-23", date(2020, 9, 1), date(2020, 11, 30), "season"),
        ("2019-24", date(2019, 12, 1), date(2020, 2, 29), "season"),
        ("2020-05-03/2020-05", date(2020, 5, 3), date(2020, 5, 31), "interval"),
        ("2020-05/..", date(2020, 5, 1), None, "interval"),
        ("../2020-24", None, date(2021, 2, 28), "interval"),
    ],
)
def test_bounds(text: str, earliest: date | None, latest: date | None, precision: str) -> None:
    when = parse_when(text)
    assert (when.text, when.earliest, when.latest, when.precision) == (text, earliest, latest, precision)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "..",
        "../..",
        "2024-02-30",
        "2023-02-29",
        "2020-13",
        "2020-00",
        "2020-05-00",
        "2020-25",
        "2020-41",
        "2020-00-05",
        "0000",
        "9999-24",
        "2020-5-3",
        "3. Mai 2020",
        "2020-05-03T12:00",
        "2020/2019",
        "2020-05-03/2020-05-02",
        "2020/",
        "/2020",
        "2020/2021/2022",
        "2020-05-03/2020-02-30",
        "2020~~",
        "~2020",
        "20XX",
        "٢٠٢٠",
        "-2020",
        " 2020",
    ],
)
def test_wrong_dates_are_told_with_a_way_out(text: str) -> None:
    with pytest.raises(WrongDate) as caught:
        parse_when(text)
    message, _, hint = str(caught.value).partition("; ")
    assert message.startswith(('"', "there is no date"))
    assert hint


@given(WHENS)
def test_bounds_are_in_order_and_reading_is_stable(when: When) -> None:
    assert parse_when(when.text) == when
    if when.earliest and when.latest:
        assert when.earliest <= when.latest
    assert (when.day is not None) == (when.earliest == when.latest and not when.qualifier)
    assert when.contains(when)
    assert when.overlaps(when)


@given(WHENS, WHENS)
def test_overlap_is_mutual_and_containing_implies_it(first: When, second: When) -> None:
    assert first.overlaps(second) == second.overlaps(first)
    if first.contains(second):
        assert first.overlaps(second)
    days = {day for when in (first, second) for day in (when.earliest, when.latest) if day}
    shared = any(_holds(first, day) and _holds(second, day) for day in days)
    if days:
        assert first.overlaps(second) == shared or _both_open(first, second)


def _holds(when: When, day: date) -> bool:
    return (when.earliest or date.min) <= day <= (when.latest or date.max)


def _both_open(first: When, second: When) -> bool:
    return not (first.earliest and first.latest and second.earliest and second.latest)


@given(st.one_of(YEARS.map(str), MONTHS, DAYS))
def test_a_time_is_followed_by_the_day_after_it(text: str) -> None:
    when = parse_when(text)
    assert when.earliest
    assert when.latest
    assert not when.contains(parse_when((when.latest + timedelta(days=1)).isoformat()))
    assert not when.contains(parse_when((when.earliest - timedelta(days=1)).isoformat()))
    assert when.contains(parse_when(when.latest.isoformat()))
    assert when.contains(parse_when(when.earliest.isoformat()))


def test_order_puts_the_less_exact_behind_the_days_it_may_mean() -> None:
    texts = ["2020-05-03", "2020-05-31", "2020-05", "2020-06-01", "2020", "2021-01-01", "2021/.."]
    whens = [parse_when(text) for text in reversed(texts)]
    assert [when.text for when in sorted(whens, key=lambda when: when.sort_key)] == texts


def test_years_and_bounds() -> None:
    assert parse_when("2019-12/2021").years == {2019, 2021}
    assert parse_when("2019/..").years == {2019}
    assert parse_when("2019/..").bounds == ("2019", "..")
    assert parse_when("2019").bounds == ("2019",)
    assert parse_when("2019/2021-05").year == 2021
    assert parse_when("2019/..").year == 2019
    assert parse_when("../2018").year == 2018


@given(
    day=st.dates(min_value=date(1000, 1, 1)), precision=st.sampled_from((4, 7, 10)), qualifier=st.sampled_from("~?% ")
)
def test_bounds_are_those_of_the_edtf_library(day: date, precision: int, qualifier: str) -> None:
    text = day.isoformat()[:precision] + qualifier.strip()
    when, theirs = parse_when(text), parse_edtf(text)
    assert (when.earliest, when.latest) == (date(*theirs.lower_strict()[:3]), date(*theirs.upper_strict()[:3]))


@given(first=st.dates(min_value=date(1000, 1, 1)), second=st.dates(min_value=date(1000, 1, 1)))
def test_intervals_are_those_of_the_edtf_library(first: date, second: date) -> None:
    text = f"{min(first, second)}/{str(max(first, second))[:7]}"
    when, theirs = parse_when(text), parse_edtf(text)
    assert (when.earliest, when.latest) == (date(*theirs.lower_strict()[:3]), date(*theirs.upper_strict()[:3]))
