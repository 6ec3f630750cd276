"""Claims that are false: which of them the machine catches, and which only a reader can.

The table is asserted exactly, passes included, so that nobody believes more of *found by machine* than is true:
it proves that the parts of a claim are there, not that the paragraph bears it out.
"""

from typing import Any

import pytest
from invented import Desk

TEXT = """\
Nordland wird die Küstenwache nicht auflösen, sagte Karl Voss am Donnerstag in Weißensee. Die südmärkische Regierung \
widersprach.

Nordland hat rund 50 Fähren an Südmark verkauft und den Hafen teilweise verlassen. Südmark hat mehr als 70 Boote.

Ada Berg bestritt am 5. Januar, dass sie 2,5 Millionen Taler erhalten habe: „Das ist eine glatte Erfindung“.

Ein Lotse berichtete, Nordland könnte im Mai 2014 den Vertrag gekündigt haben.
"""

TRUE: dict[str, dict[str, Any]] = {
    "voss": {"p": 1, "text": "Karl Voss sagte am 16. Januar 2020, Nordland löse die Küstenwache nicht auf.",
             "when": "2020-01-16", "when_basis": "Donnerstag", "by": "karl-voss"},
    "sale": {"p": 2, "text": "Rund 50 Fähren verkaufte Nordland an Südmark.",
             "figure": {"measure": "faehren", "value": 50, "qualifier": "about"}},
    "harbour": {"p": 2, "text": "Nordland hat den Hafen teilweise verlassen."},
    "berg": {"p": 3, "text": "Ada Berg bestritt am 5. Januar 2020, 2,5 Millionen Taler bekommen zu haben.",
             "when": "2020-01-05", "by": "ada-berg", "modality": "denied", "quote": "eine glatte Erfindung"},
    "lotse": {"p": 4, "text": "Nordland könnte nach Angaben eines Lotsen im Mai 2014 einen Vertrag gekündigt haben.",
              "when": "2014-05", "by": '"Ein Lotse"'},
}  # fmt: skip

READING_ONLY = ()
FALSE: dict[str, tuple[str, dict[str, Any], tuple[str, ...]]] = {
    # caught: something of the claim is not in the paragraph
    "wrong number": ("sale", {"text": "Rund 60 Fähren verkaufte Nordland an Südmark."}, ("number 60",)),
    "wrong magnitude": (
        "berg",
        {"text": "Ada Berg bestritt am 5. Januar 2020, 2,5 Milliarden Taler bekommen zu haben."},
        ("number 2500000000",),
    ),
    "wrong name": ("harbour", {"text": "Ada Berg hat den Hafen teilweise verlassen."}, ("name ada-berg",)),
    "wrong day": ("berg", {"when": "2020-01-06"}, ("when 2020-01-06 (no such date)",)),
    "wrong day in words": (
        "berg",
        {"text": "Ada Berg bestritt am 6. Januar 2020, 2,5 Millionen Taler bekommen zu haben."},
        ("date 2020-01-06",),
    ),
    "wrong year": ("lotse", {"when": "2015-05"}, ("when 2015-05 (no such date)",)),
    "a day where the text has a month": ("lotse", {"when": "2014-05-03"}, ("when 2014-05-03 (no such date)",)),
    "wrong weekday": (
        "voss",
        {"when": "2020-01-15"},
        ("when 2020-01-15 (its basis names another weekday)", "date 2020-01-16"),
    ),
    "right weekday, other month": (
        "voss",
        {"when": "2019-11-14"},
        ("when 2019-11-14 (its basis names a weekday near the publication)", "date 2020-01-16"),
    ),
    "basis not in the text": (
        "voss",
        {"when_basis": "Donnerstagabend"},
        ("when 2020-01-16 (the words of its basis are not there)", "date 2020-01-16"),
    ),
    "dropped qualifier in the text": (
        "sale",
        {"text": "50 Fähren verkaufte Nordland an Südmark."},
        ("number 50 (there it is qualified otherwise)",),
    ),
    "dropped qualifier in the figure": (
        "sale",
        {"figure": {"measure": "faehren", "value": 50}},
        ("figure 50 (there it is qualified otherwise)",),
    ),
    "other qualifier in the figure": (
        "sale",
        {"figure": {"measure": "faehren", "value": 50, "qualifier": "at_least"}},
        ("figure at least 50 (there it is qualified otherwise)",),
    ),
    "figure of somebody in another sentence": (
        "voss",
        {"p": 2, "text": "Es gibt Zahlen.", "when": None, "when_basis": None, "by": (), "topics": ["nordland"],
         "figure": {"measure": "boote", "value": 70, "qualifier": "more_than"}},
        ("figure more than 70 (its sentence names nobody of the claim)",),
    ),
    "changed quote": ("berg", {"quote": "eine glatte Lüge"}, ("quote eine glatte Lüge",)),
    "changed quote in the text": (
        "harbour",
        {"text": "Nordland habe „den Hafen verlassen“."},
        ("quote den Hafen verlassen",),
    ),
    "speaker who is not there": ("voss", {"by": "ada-berg"}, ("by ada-berg",)),
    "anonymous speaker who is not there": ("lotse", {"by": '"Ein Kapitän"'}, ("by Ein Kapitän",)),
    "wrong paragraph": (
        "sale",
        {"p": 4},
        ("number 50", "name suedmark", "figure about 50"),
    ),
    # not caught: all its parts are there, only together they say something else
    "dropped not": (
        "voss",
        {"text": "Karl Voss sagte am 16. Januar 2020, Nordland löse die Küstenwache auf."},
        READING_ONLY,
    ),
    "subject and object swapped": ("sale", {"text": "Rund 50 Fähren verkaufte Südmark an Nordland."}, READING_ONLY),
    "left for partly left": ("harbour", {"text": "Nordland hat den Hafen verlassen."}, READING_ONLY),
    "denied made confirmed": ("berg", {"modality": "confirmed"}, READING_ONLY),
    "denial dropped from the words": (
        "berg",
        {"text": "Ada Berg bestätigte am 5. Januar 2020, 2,5 Millionen Taler bekommen zu haben."},
        READING_ONLY,
    ),
    "added adjective": (
        "harbour",
        {"text": "Nordland hat den heruntergekommenen Hafen teilweise verlassen."},
        READING_ONLY,
    ),
    "other speaker of the same paragraph": ("voss", {"by": "suedmark"}, READING_ONLY),
    "other verb": ("sale", {"text": "Rund 50 Fähren schenkte Nordland an Südmark."}, READING_ONLY),
    "other unit": ("sale", {"text": "Rund 50 Kutschen verkaufte Nordland an Südmark."}, READING_ONLY),
    "other measure of the same number": (
        "sale",
        {"figure": {"measure": "boote", "value": 50, "qualifier": "about"}},
        READING_ONLY,
    ),
    "number of a neighbouring sentence": ("sale", {"text": "Mehr als 70 Fähren verkaufte Nordland."}, READING_ONLY),
    "possibility made fact": (
        "lotse",
        {"text": "Nordland hat nach Angaben eines Lotsen im Mai 2014 einen Vertrag gekündigt."},
        READING_ONLY,
    ),
    "quote of somebody else": (
        "voss",
        {"p": 3, "text": "Ada Berg lobte Erfindungen.", "when": None, "when_basis": None, "by": "ada-berg",
         "quote": "eine glatte Erfindung"},
        READING_ONLY,
    ),
    "false office": ("voss", {"role": {"of": "karl-voss", "is": "Admiral"}}, READING_ONLY),
    "false status": ("harbour", {"status": {"of": "nordland", "is": "open"}}, READING_ONLY),
    "false relation": ("voss", {"relation": {"of": "karl-voss", "is": "leads", "to": "kuestenwache"}}, READING_ONLY),
    "words that date nothing": (
        "voss",
        {"when": "2014-05-03", "when_basis": "sagte", "text": "Karl Voss sprach."},
        READING_ONLY,
    ),
    "wrong paragraph with the same parts": ("harbour", {"p": 4}, READING_ONLY),
}  # fmt: skip


def missing_of(desk: Desk, claim: dict[str, Any]) -> tuple[str, ...]:
    return tuple(desk.check(TEXT, **{name: value for name, value in claim.items() if value}).missing)


@pytest.mark.parametrize("name", TRUE)
def test_the_true_claims_are_found(desk: Desk, name: str) -> None:
    assert missing_of(desk, TRUE[name]) == ()


@pytest.mark.parametrize("kind", FALSE)
def test_false_claims(desk: Desk, kind: str) -> None:
    base, change, caught = FALSE[kind]
    assert missing_of(desk, TRUE[base] | change) == caught
