"""Lines → paragraphs, in all the ways in which files break lines."""

# ruff: noqa: ISC004, RUF001 - long paragraphs, and one in Arabic

import pytest

from generator.intake.paragraphs import blocks, clean, words_in

WRAPPED = """\
Die Fähre nach Langsand fährt bis auf
Weiteres nicht, weil die Schraube gerissen
ist und ein Ersatz erst gegossen werden
muss.
"""
JOINED = (
    "Die Fähre nach Langsand fährt bis auf Weiteres nicht, weil die Schraube gerissen ist und ein Ersatz erst gegossen "
    "werden muss."
)
LONG = (
    "Ein langer Satz über die Fähre, die seit Tagen im Dock liegt und auf die sehr viele Leute warten, " * 2
    + "steht da."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n", []),
        ("Eins.\n\nZwei.\n", ["Eins.", "Zwei."]),
        ("Eins.\r\n\r\nZwei.\r\n", ["Eins.", "Zwei."]),
        ("Eins.\rZwei.\r", ["Eins.", "Zwei."]),
        ("Eins.\n \t \n\n\nZwei,\nimmer noch.", ["Eins.", "Zwei, immer noch."]),
        (WRAPPED, [JOINED]),
        (f"Titel\n\n{WRAPPED}\n{WRAPPED}", ["Titel", JOINED, JOINED]),
        ("Die Fähre ist kaputt\nSie liegt im Dock.\nNiemand weiß, wie lange.", None),
        (f"Titel\n{LONG}\nZwischentitel\n{LONG}\n", ["Titel", LONG, "Zwischentitel", LONG]),
        (f"Titel\n\n{LONG}\n{LONG}\nZwischentitel\n{LONG}", ["Titel", LONG, LONG, "Zwischentitel", LONG]),
        ("Seite eins.\fSeite zwei.", ["Seite eins.", "Seite zwei."]),
        ("Seite eins geht\fauf Seite zwei weiter.\n\nEnde.", ["Seite eins geht auf Seite zwei weiter.", "Ende."]),
        ("Eins.\u2029Zwei\u2028und mehr.\n\nDrei.", ["Eins.", "Zwei und mehr.", "Drei."]),
        ("Ein\u00a0Satz  mit\tLücken.", ["Ein Satz mit Lücken."]),
    ],
)
def test_blocks(text: str, expected: list[str] | None) -> None:
    assert blocks(clean(text)) == (text.split("\n") if expected is None else expected)


def test_words_parted_at_the_end_of_a_line() -> None:
    text = """\
Die Reederei prüft, ob sie einen Ersatz-
verkehr anbieten kann, auch für US-
Soldaten auf der Insel und für Hafen-
und Werftarbeiter vom Fest\u00ad
land und vom Watt, so die Reede\u00adrei am Mitt-
woch.
"""
    assert blocks(clean(text)) == [
        "Die Reederei prüft, ob sie einen Ersatzverkehr anbieten kann, auch für US-Soldaten auf der Insel und für "
        "Hafen- und Werftarbeiter vom Festland und vom Watt, so die Reederei am Mittwoch."
    ]


def test_what_nobody_sees_is_dropped() -> None:
    assert clean("\ufeffA\u200bb\u202ec\u2066d\u2069\x07\x1b[0m\u200f") == "Abcd[0m"
    assert clean("a\u0308") == "ä"


def test_right_to_left_text_stays() -> None:
    assert blocks(clean("\u202bتوقفت العبارة.\u202c\n\nانتهى")) == ["توقفت العبارة.", "انتهى"]


def test_words_are_what_has_letters() -> None:
    assert words_in(["Ein Satz – mit * fünf Wörtern", "und 3"]) == 7
