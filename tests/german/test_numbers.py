"""German numerals: each up to 9999 in words, and all forms of digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.german.numbers import find_numbers, word_value

UNITS = "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()
TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()


def spelt(number: int) -> str:
    """The numeral as a German writes it; `ein` stays without its s (einhundert, einundzwanzig)."""
    if number >= 1000:
        return f"{spelt(number // 1000)}tausend{spelt(number % 1000) if number % 1000 else ''}"
    if number >= 100:
        return f"{spelt(number // 100)}hundert{spelt(number % 100) if number % 100 else ''}"
    if number <= 12:
        return UNITS[number]
    if number < 20:
        return f"{UNITS[number % 10].removesuffix('s' if number == 16 else 'en' if number == 17 else '-')}zehn"
    tens = TENS[number // 10 - 2]
    return f"{UNITS[number % 10]}und{tens}" if number % 10 else tens


def values(text: str) -> list[float]:
    return [number.value for number in find_numbers(text)]


def test_every_numeral_up_to_9999() -> None:
    wrong = {n: (spelt(n), word_value(spelt(n))) for n in range(10_000) if n != 1 and word_value(spelt(n)) != n}
    assert wrong == {}


def test_final_s_and_left_out_ein() -> None:
    assert values("eins, hunderteins, tausendundeins, hundert, tausend, hundertzwanzig") == [
        1,
        101,
        1001,
        100,
        1000,
        120,
    ]


@given(st.integers(2, 999_999))
def test_larger_numerals_and_any_case(number: int) -> None:
    assert word_value(spelt(number)) == number
    assert word_value(spelt(number).capitalize()) == number
    assert word_value(spelt(number).upper()) == number


@given(st.integers(0, 999_999_999), st.sampled_from([".", "\u00a0", "\u202f", "\u2009", " "]))
def test_digits_with_and_without_separators(number: int, separator: str) -> None:
    assert values(f"Es sind {number} Leute.") == [number]
    assert values(f"Es sind {f'{number:,}'.replace(',', separator)} Leute.") == [number]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2,5 Millionen Menschen", [2_500_000]),
        ("3 Mrd. Euro", [3_000_000_000]),
        ("rund 1,25 Prozent", [1.25]),
        ("eine Million", [1_000_000]),
        ("eine Viertelmillion, 15'000 und 1’000’000 Franken", [250_000, 15_000, 1_000_000]),
        ("zwei Dutzend", [24]),
        ("ein Dutzend", [12]),
        ("drei Tausend", [3000]),
        ("dreimal, zweifach, vierköpfige, fünftägiger", [3, 2, 4, 5]),
        ("einmal, mehrfach", []),
        ("beide, beider", [2, 2]),
        ("der Streit zweier Höfe", [2]),
        ("anderthalb Jahre, zweieinhalb Jahre, zweieinhalbtausend", [1.5, 2.5, 2500]),
        ("ein Haus, eine Frau, einer", []),
        ("Dutzende, Hunderte, Tausende, Millionen, zehntausende", []),
        ("eine F-16, ein Airbus A380", []),
        ("das 16-köpfige Team", [16]),
        ("20 bis 30 Leute, 20–30, 20/30", [20, 30, 20, 30, 20, 30]),
        ("im Hundertjährigen Krieg", [100]),
        ("einhalb, unhundert, tausendschön, hundertfältig", []),
        ("", []),
    ],
)
def test_forms(text: str, expected: list[float]) -> None:
    assert values(text) == expected


def test_positions_cover_number_and_scale() -> None:
    text = "Von 2,5 Millionen kamen dreitausend."
    assert [text[number.start : number.end] for number in find_numbers(text)] == ["2,5 Millionen", "dreitausend"]


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    for number in find_numbers(text):
        assert text[number.start : number.end].strip()
