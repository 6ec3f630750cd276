"""Whether a paragraph gives a claim's figure: number, qualifier, and somebody of the claim in one sentence."""

import pytest
from invented import Desk

from generator.names import Matcher
from generator.verification.figures import hedged_numbers

OTHERWISE = "there it is qualified otherwise"
NOBODY = "its sentence names nobody of the claim"

FIGURES = {
    "exact": ({"value": 50}, "Nordland hat 50 Fähren.", "50", None),
    "in a word": ({"value": 12}, "Nordland hat zwölf Fähren.", "12", None),
    "not there": ({"value": 50}, "Nordland hat 60 Fähren.", "50", ""),
    "about": ({"value": 50, "qualifier": "about"}, "Nordland hat rund 50 Fähren.", "about 50", None),
    "about, in other words": ({"value": 50, "qualifier": "about"}, "Nordland hat circa 50.", "about 50", None),
    "about, dropped": ({"value": 50}, "Nordland hat rund 50 Fähren.", "50", OTHERWISE),
    "about, made up": ({"value": 50, "qualifier": "about"}, "Nordland hat 50.", "about 50", OTHERWISE),
    "about, of another number": (
        {"value": 50, "qualifier": "about"},
        "Nordland hat rund 70 Boote und 50 Fähren.",
        "about 50",
        OTHERWISE,
    ),
    "at least": ({"value": 4, "qualifier": "at_least"}, "Nordland hat mindestens vier.", "at least 4", None),
    "at least, behind": ({"value": 4, "qualifier": "at_least"}, "Nordland hat vier oder mehr.", "at least 4", None),
    "not less than": (
        {"value": 4, "qualifier": "at_least"},
        "Nordland hat nicht weniger als vier.",
        "at least 4",
        None,
    ),
    "more than": ({"value": 3000, "qualifier": "more_than"}, "Nordland: mehr als 3.000.", "more than 3000", None),
    "over": ({"value": 3000, "qualifier": "more_than"}, "Nordland hat über 3000.", "more than 3000", None),
    "not more than": (
        {"value": 30, "qualifier": "more_than"},
        "Nordland: nicht mehr als 30.",
        "more than 30",
        OTHERWISE,
    ),
    "at most": ({"value": 30, "qualifier": "at_most"}, "Nordland hat bis zu 30.", "at most 30", None),
    "at most, behind": ({"value": 30, "qualifier": "at_most"}, "Nordland hat 30 oder weniger.", "at most 30", None),
    "less than": ({"value": 30, "qualifier": "less_than"}, "Nordland hat knapp 30.", "less than 30", None),
    "word between": ({"value": 30, "qualifier": "about"}, "Nordland gibt etwa weitere 30 ab.", "about 30", None),
    "range": ({"min": 20, "max": 30}, "Nordland hat zwischen 20 und 30.", "20–30", None),
    "half a range": ({"min": 20, "max": 30}, "Nordland hat 20.", "20–30", ""),
    "only a least value": ({"min": 20}, "Nordland hat mindestens 20.", "20–", None),
    "a least value given as exact": ({"min": 20}, "Nordland hat 20.", "20–", OTHERWISE),
    "only a greatest value": ({"max": 20}, "Nordland hat höchstens 20.", "–20", None),
    "a fraction": ({"value": 2.5}, "Nordland gibt 2,5 Prozent.", "2.5", None),
    "in a sentence without the topic": ({"value": 50}, "Nordland ruht. Südmark hat 50.", "50", NOBODY),
}


@pytest.mark.parametrize("case", FIGURES)
def test_figures(desk: Desk, case: str) -> None:
    figure, text, label, fault = FIGURES[case]
    verified = desk.check(text, text="Nordland zählt nach.", figure={"measure": "faehren", **figure})
    label = f"figure {label}" + (f" ({fault})" if fault else "")
    assert (label in verified.found, label in verified.missing) == (fault is None, fault is not None)


def test_an_anonymous_source_beside_the_number_will_do(desk: Desk) -> None:
    figure = {"measure": "faehren", "value": 50}
    claim = {"figure": figure, "by": '"Kreisen der Lotsen"'}
    assert desk.check("Laut Kreisen der Lotsen sind es 50.", **claim).missing == ()
    apart = desk.check("Es sprach einer aus Kreisen der Lotsen. Es sind 50.", **claim)
    assert apart.missing == (f"figure 50 ({NOBODY})",)


def test_a_claim_about_nobody_needs_only_the_number(desk: Desk) -> None:
    assert desk.check("Es sind 50.", figure={"measure": "faehren", "value": 50}).found == ("figure 50",)


def test_a_day_and_a_name_are_no_figures(desk: Desk) -> None:
    verified = desk.check("Am 5. Januar kam Nordland.", text="Nordland kam.", figure={"measure": "f", "value": 5})
    assert verified.missing == ("figure 5",)
    assert [number.value for number in hedged_numbers("12 Taler, am 3. Mai 2020", Matcher([]))] == [12]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rund 5", {"about"}),
        ("Gut 5", {"about", "more_than"}),
        ("fast 5", {"about", "less_than"}),
        ("nicht weniger als 5", {"at_least"}),
        ("nicht mehr als 5", {"at_most"}),
        ("Unter 5", {"less_than"}),
        ("ca. 5", {"about"}),
        ("über die 5", set()),
        ("Hund 5", set()),
        ("darunter 5", set()),
        ("rund um den Kai 5", set()),
        ("5 Boote und mehr", {"at_least"}),
    ],
)
def test_qualifiers(text: str, expected: set[str]) -> None:
    (number,) = hedged_numbers(text, Matcher([]))
    assert number.qualifiers == expected
