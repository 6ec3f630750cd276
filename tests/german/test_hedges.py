"""What the words about a number mean."""

import pytest

from generator.german.hedges import hedges, main_qualifier


@pytest.mark.parametrize(
    ("before", "behind", "meant", "main"),
    [
        ("rund ", "", {"about"}, "about"),
        ("knapp ", " Boote", {"about", "less_than"}, "about"),
        ("mehr als weitere ", "", {"more_than"}, "more_than"),
        ("nicht mehr als ", "", {"at_most"}, "at_most"),
        ("", " oder mehr", {"at_least"}, "at_least"),
        ("", " Tote und mehr als", set(), None),
        ("", " oder weniger", {"at_most"}, "at_most"),
        ("rund um die Uhr ", "", set(), None),
    ],
)
def test_hedges(before: str, behind: str, meant: set[str], main: str | None) -> None:
    assert hedges(before, behind) == meant
    assert main_qualifier(hedges(before, behind)) == main
