"""The forms of verbs of saying."""

import pytest

from generator.drafting.saying_verbs import CONTENT, FINITE, PARTICIPLES, Sense


@pytest.mark.parametrize(
    ("form", "sense"),
    [
        ("sagte", Sense("", "")),
        ("entgegnete", Sense("", "")),
        ("fordern", Sense("", "")),
        ("kündigte", Sense("an", "")),
        ("mitteilte", Sense("", "")),
        ("zurückwies", Sense("", "")),
        ("räumt", Sense("ein", "")),
        ("hofft", Sense("", CONTENT)),
    ],
)
def test_finite_forms(form: str, sense: Sense) -> None:
    assert sense in FINITE[form]


@pytest.mark.parametrize(
    "form", ["gesagt", "mitgeteilt", "dementiert", "erklärt", "vorgeworfen", "eingeräumt", "bekanntgegeben"]
)
def test_participles(form: str) -> None:
    assert form in PARTICIPLES


@pytest.mark.parametrize("form", ["teilgenommen", "geteilt", "lief", "sagbar"])
def test_other_words(form: str) -> None:
    assert form not in {**FINITE, **PARTICIPLES}
