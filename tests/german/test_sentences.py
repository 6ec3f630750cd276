"""Where sentences end, and where only a full stop stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.german.sentences import sentences


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
        ("...", ["..."]),
        (" . ", ["."]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text("ab. !?\n[@]Z3"))
def test_nothing_is_lost(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
