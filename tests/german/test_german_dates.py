"""Dates in German texts, found and written; what is written never knows more than the date."""

import re

import pytest
from hypothesis import given
from whens import DAYS, WHENS

from generator.dates import When, parse_when
from generator.german.dates import MONTHS, SEASONS, FoundDate, find_dates, weekdays_in, write_when


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020", "2020"),
        ("2020-05", "Mai 2020"),
        ("2020-05-03", "3. Mai 2020"),
        ("2020-05~", "ca. Mai 2020"),
        ("2020?", "vermutlich 2020"),
        ("2020-05-03%", "vermutlich ca. 3. Mai 2020"),
        ("2020-21", "Frühjahr 2020"),
        ("2020-22~", "ca. Sommer 2020"),
        ("2020-23", "Herbst 2020"),
        ("2019-24", "Winter 2019/20"),
        ("1999-24", "Winter 1999/00"),
        ("2020-01-16/2020-01-17", "16.–17. Januar 2020"),
        ("2020-01-16/2020-01-16", "16. Januar 2020"),
        ("2020-01-16/2020-02-01", "16. Januar bis 1. Februar 2020"),
        ("2020-01-16/2021-02-01", "16. Januar 2020 bis 1. Februar 2021"),
        ("2020-01/2020-03", "Januar bis März 2020"),
        ("2020-01/2021-03", "Januar 2020 bis März 2021"),
        ("2020-01/2020-03-05", "Januar 2020 bis 5. März 2020"),
        ("2020-01~/2020-03", "ca. Januar 2020 bis März 2020"),
        ("2019/2021", "2019 bis 2021"),
        ("2020-21/2020-23", "Frühjahr 2020 bis Herbst 2020"),
        ("2020-05/..", "seit Mai 2020"),
        ("../2020-05-03~", "bis ca. 3. Mai 2020"),
    ],
)
def test_written(text: str, expected: str) -> None:
    assert write_when(parse_when(text)) == expected


@given(WHENS)
def test_nothing_is_shown_that_the_date_does_not_know(when: When) -> None:
    shown = write_when(when)
    parts = [bound.rstrip("~?%").split("-") for bound in when.bounds if bound != ".."]
    numbers = {int(part) for bound in parts for part in bound}
    winter = {(int(bound[0]) + 1) % 100 for bound in parts if bound[1:] == ["24"]}
    assert {int(number) for number in re.findall(r"\d+", shown)} <= numbers | winter
    months = {MONTHS[int(bound[1]) - 1] for bound in parts if len(bound) > 1 and int(bound[1]) <= 12}
    seasons = {SEASONS[int(bound[1])] for bound in parts if len(bound) > 1 and int(bound[1]) > 12}
    assert {word for word in [*MONTHS, *SEASONS.values()] if word in shown} == months | seasons
    days = {int(bound[2]) for bound in parts if len(bound) == 3}
    assert {int(day) for day in re.findall(r"\b(\d{1,2})\.", shown)} == days
    assert ("ca." in shown) == any(sign in when.text for sign in "~%")
    assert ("vermutlich" in shown) == any(sign in when.text for sign in "?%")


@given(DAYS)
def test_a_day_that_is_written_is_found_again(text: str) -> None:
    when = parse_when(text)
    assert when.day
    for written in (write_when(when), text, f"{when.day.day}.{when.day.month}.{when.day.year}"):
        (found,) = find_dates(f"Es war am {written}, mittags.")
        assert (found.year, found.month, found.day) == (when.day.year, when.day.month, when.day.day)
        assert found.when() == when


def found(text: str) -> list[tuple[int | None, int | None, int | None]]:
    return [(date.year, date.month, date.day) for date in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("am 5. Januar 2020", [(2020, 1, 5)]),
        ("am 5.Januar", [(None, 1, 5)]),
        ("am 12. und 13. Februar 2031", [(2031, 2, 12), (2031, 2, 13)]),
        ("vom 3. bis 9. Mai", [(None, 5, 3), (None, 5, 9)]),
        ("vom 3.–9. Mai", [(None, 5, 3), (None, 5, 9)]),
        ("am 24.08.2025 und am 1.2.", [(2025, 8, 24), (None, 2, 1)]),
        ("am 5., 6. und 9. Juni 2031", [(2031, 6, 5), (2031, 6, 6), (2031, 6, 9)]),
        ("vom 5. bis zum 9. Juni", [(None, 6, 5), (None, 6, 9)]),
        ("am 3. Sept. 2031, im Okt. 2030", [(2031, 9, 3), (2030, 10, None)]),
        ("am 03.05.24 und am 3.5.68", [(2024, 5, 3), (1968, 5, 3)]),
        ("Stand 2025-08-24.", [(2025, 8, 24)]),
        ("Ende September 2030", [(2030, 9, None)]),
        ("im Mai und im Jänner 2031", [(None, 5, None), (2031, 1, None)]),
        ("Ende des Januars", [(None, 1, None)]),
        ("seit 2017, im Jahr 1999", [(2017, None, None), (1999, None, None)]),
        ("ein Feld mit Mais", []),
        ("die Version 99.88. und der Raum 45.3.", []),
        ("Januarwetter, 20201 Leute, x2020", []),
        ("2500 Leute, 1789", []),
    ],
)
def test_found(text: str, expected: list[tuple[int | None, int | None, int | None]]) -> None:
    assert found(text) == expected


def test_positions_cover_the_words() -> None:
    text = "Vom 3. bis 9. Mai 2031 und im Juni."
    assert [text[date.start : date.end] for date in find_dates(text)] == ["3. bis 9. Mai 2031"] * 2 + ["Juni"]


def test_the_same_date() -> None:
    day = FoundDate(2031, 5, 3, 0, 0)
    assert FoundDate(None, 5, 3, 0, 0).same(day)
    assert day.same(FoundDate(None, 5, 3, 0, 0))
    assert FoundDate(2031, 5, None, 0, 0).same(day)
    assert not day.same(FoundDate(2031, 5, None, 0, 0))
    assert not day.same(FoundDate(2031, 5, 4, 0, 0))


def test_a_date_without_its_year() -> None:
    day = FoundDate(None, 2, 29, 0, 0)
    assert day.when(2028) == parse_when("2028-02-29")
    assert day.when(2029) is None
    assert day.when() is None


def test_weekdays() -> None:
    assert weekdays_in("am Mittwoch") == {2}
    assert weekdays_in("Freitagabend und samstags, nicht am Sonnabend") == {4, 5}
    assert weekdays_in("die Mittwochsgesellschaft im Montagewerk") == set()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2020-05-01/2020-05-10", "Anfang Mai 2020"),
        ("2020-05-11/2020-05-20", "Mitte Mai 2020"),
        ("2020-02-21/2020-02-29", "Ende Februar 2020"),
        ("2021-02-21/2021-02-28", "Ende Februar 2021"),
        ("2020-05-21/2020-05-30", "21.–30. Mai 2020"),
        ("2020-05-01/2020-06-10", "1. Mai bis 10. Juni 2020"),
    ],
)
def test_the_thirds_of_a_month(text: str, written: str) -> None:
    assert write_when(parse_when(text)) == written
