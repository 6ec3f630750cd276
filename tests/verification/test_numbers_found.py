"""Every way of writing a number is found, whichever way the other side writes it."""

from hypothesis import given
from hypothesis import strategies as st

from generator.german.numbers import find_numbers, word_value
from generator.names import Matcher
from generator.presence import Material, missing_parts

UNITS = "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()
TEENS = "dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()
TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
SPACES = [".", " ", "\u00a0", "\u202f", "\u2009"]


def in_words(value: int) -> str:
    """A whole number below a million as Duden writes it: in one word."""
    if value >= 1000:
        thousands, rest = divmod(value, 1000)
        return _factor(thousands) + "tausend" + (in_words(rest) if rest else "")
    if value >= 100:
        hundreds, rest = divmod(value, 100)
        return _factor(hundreds) + "hundert" + (in_words(rest) if rest else "")
    if value < 20:
        return [*UNITS, *TEENS][value]
    tens, unit = TENS[value // 10 - 2], value % 10
    return f"{_factor(unit)}und{tens}" if unit else tens


def _factor(value: int) -> str:
    return in_words(value).removesuffix("s") if value % 100 == 1 else in_words(value)


def grouped(value: int, separator: str) -> str:
    return f"{value:,}".replace(",", separator)


numbers = st.integers(min_value=2, max_value=999_999)
written = st.one_of(
    numbers.map(lambda n: (n, str(n))),
    numbers.map(lambda n: (n, in_words(n))),
    numbers.map(lambda n: (n, in_words(n).capitalize())),
    st.builds(lambda n, separator: (n, grouped(n, separator)), numbers, st.sampled_from(SPACES)),
)


@given(written)
def test_a_number_is_found_however_it_is_written(case: tuple[int, str]) -> None:
    value, text = case
    assert [number.value for number in find_numbers(f"Es sind {text} Boote.")] == [value]


@given(numbers, st.data())
def test_a_claim_and_its_text_may_write_it_differently(value: int, data: st.DataObject) -> None:
    ways = [str(value), in_words(value), *(grouped(value, separator) for separator in SPACES)]
    ours, theirs = data.draw(st.sampled_from(ways)), data.draw(st.sampled_from(ways))
    material = Material()
    material.add_text(f"Gezählt wurden {theirs} Boote.", Matcher([]))
    assert missing_parts(f"Es sind {ours} Boote.", Matcher([]), material) == []


@given(
    st.integers(1, 999),
    st.sampled_from([("Millionen", 10**6), ("Mio.", 10**6), ("Milliarden", 10**9), ("Mrd.", 10**9)]),
)
def test_millions(value: int, scale: tuple[str, int]) -> None:
    assert [n.value for n in find_numbers(f"{value},5 {scale[0]} Taler")] == [round((value + 0.5) * scale[1])]


@given(numbers, numbers)
def test_another_number_is_not_found(value: int, other: int) -> None:
    material = Material()
    material.add_text(f"Gezählt wurden {in_words(other)} Boote.", Matcher([]))
    missing = missing_parts(f"Es sind {in_words(value)} Boote.", Matcher([]), material)
    assert [str(part) for part in missing] == ([] if value == other else [f"number {value}"])


def test_numbers_that_count_something() -> None:
    words = {
        "sechsköpfige": 6,
        "zweimal": 2,
        "dreifacher": 3,
        "vierjährigen": 4,
        "zweieinhalbtausend": 2500,
        "anderthalb": 1.5,
        "dreier": 3,
        "zig": None,
        "einmal": None,
        "damals": None,
    }
    assert {word: word_value(word) for word in words} == words
