"""Where sentences end, and where only a full stop stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.german.sentences import sentence_spans, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Es regnet. Der Deich hält!", ["Es regnet.", "Der Deich hält!"]),
        ("Am 3. Januar kam die Flut. Sie ging am 4.", ["Am 3. Januar kam die Flut.", "Sie ging am 4."]),
        ("Carla R. Meyer sprach. Dr. Harms schwieg.", ["Carla R. Meyer sprach.", "Dr. Harms schwieg."]),
        ("Es sind z. B. Boote. Ende.", ["Es sind z. B. Boote.", "Ende."]),
        ("Rund 2031. Dann kam er.", ["Rund 2031.", "Dann kam er."]),
        ("Er kam [@a#b]. Sie ging. [@c][@d] Es blieb.", ["Er kam [@a#b].", "Sie ging. [@c][@d]", "Es blieb."]),
        ("„Er kam.“ Sie ging.", ["„Er kam.“", "Sie ging."]),
        ("Wer kam? fragte sie. Niemand.", ["Wer kam? fragte sie.", "Niemand."]),
        ("Er kam … und ging. Ende", ["Er kam … und ging.", "Ende"]),
        ("Absatz eins\n\nAbsatz zwei\n \nDrei", ["Absatz eins", "Absatz zwei", "Drei"]),
        ("Eine Zeile\nund noch eine.", ["Eine Zeile\nund noch eine."]),
        ("Sie ist 45. Er ist 50.", ["Sie ist 45.", "Er ist 50."]),
        (
            "Es kostet 3 Mio. Das ist viel. Rund 5 Mio. Euro kamen.",
            ["Es kostet 3 Mio.", "Das ist viel.", "Rund 5 Mio. Euro kamen."],
        ),
        ("Mr. Smith kam, u.a. Boote, z.B. Schiffe. Ende.", ["Mr. Smith kam, u.a. Boote, z.B. Schiffe.", "Ende."]),
        ("„Wir gehen“, sagte sie. „Gut.“ Er ging.", ["„Wir gehen“, sagte sie.", "„Gut.“", "Er ging."]),
        ("Papst Leo XIV. Er kam. Leo XIV. Papst", ["Papst Leo XIV.", "Er kam.", "Leo XIV. Papst"]),
        ("Am 24. 8. 2025 und am 24.08.2025. Ende.", ["Am 24. 8. 2025 und am 24.08.2025.", "Ende."]),
        ("Zum 50. Mal, in der 3. Liga. Plan B. Danach", ["Zum 50. Mal, in der 3. Liga.", "Plan B.", "Danach"]),
        ("Statt 480 nur noch 70. Spediteure klagen.", ["Statt 480 nur noch 70.", "Spediteure klagen."]),
        ("1. FC Siel, 31 Punkte 2. VfB Watt, 27 Punkte", ["1. FC Siel, 31 Punkte 2. VfB Watt, 27 Punkte"]),
        ("Dieser Art. Danach gilt Art. 5 für Max. Er", ["Dieser Art.", "Danach gilt Art. 5 für Max.", "Er"]),
        ("Der FC St. Pauli. Meyer & Co. KG.", ["Der FC St. Pauli.", "Meyer & Co. KG."]),
        ("...", ["..."]),
        (" . ", ["."]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_spans_are_where_the_sentences_stand() -> None:
    text = " Es regnet.  Der Deich hält! "
    assert [text[start:end] for start, end in sentence_spans(text)] == ["Es regnet.", "Der Deich hält!"]


@given(st.text("ab. !?\n[@]Z3"))
def test_nothing_is_lost(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
