"""What is quoted is blotted out, place for place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.drafting.quotations import masked


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("„Es reicht uns“, sagte er.", "„_____________“, sagte er."),
        ("«Es reicht», sagte er.", "«_________», sagte er."),
        ("Das Blatt „Der Bote“ schrieb.", "Das Blatt XXXXXXXXXX schrieb."),
        ("Das ist „verboten“ hier.", "Das ist xxxxxxxxxx hier."),
        ("Er sagte: „Nein“", "Er sagte: „____“"),
        ("Er sagte: „Es geht weiter.", "Er sagte: „_______________"),
        ("Es war so.“ Er ging.", "__________“ Er ging."),
        ("Der Rat (neun Leute) kam.", "Der Rat              kam."),
        ("Leer: „“ hier", "Leer: XX hier"),
    ],
)
def test_blotted_out(text: str, left: str) -> None:
    assert masked(text) == left


@given(st.text('aB „“”»«"().,', max_size=40))
def test_places_stay(text: str) -> None:
    assert len(masked(text)) == len(text)
