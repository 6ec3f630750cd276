"""The lexicon tells nouns from names, and knows when it knows neither."""

import pytest

from generator.drafting.unknown_names.dictionary import lexicon


@pytest.mark.parametrize("word", ["Angriff", "Truppenabzug", "Hafenbehörde", "Coronavirus", "Soldaten", "Rauswurf"])
def test_ordinary_nouns(word: str) -> None:
    assert lexicon().is_noun(word)
    assert not lexicon().knows_name(word)


@pytest.mark.parametrize("word", ["Bagdad", "Russland", "Weber", "NATO", "Jordaniens", "Steinbach"])
def test_names_it_has_learnt(word: str) -> None:
    assert lexicon().knows_name(word)
    assert not lexicon().is_noun(word)


@pytest.mark.parametrize("word", ["Soleimani", "Lauterbach", "Vonovia", "Steinmeier"])
def test_what_it_does_not_know_is_neither(word: str) -> None:
    assert not lexicon().is_noun(word)
    assert not lexicon().knows_name(word)


@pytest.mark.parametrize(
    ("word", "expected"), [("Berliner", True), ("Syker", True), ("Feuer", False), ("berliner", False)]
)
def test_adjectives_of_places(word: str, expected: bool) -> None:  # noqa: FBT001  # a case's value
    assert lexicon().is_of_place(word) is expected


def test_no_words_have_no_tags() -> None:
    assert lexicon().tags([]) == []


def test_a_surname_may_be_a_noun_as_well() -> None:
    assert lexicon().may_be_name("König")
    assert not lexicon().may_be_name("Sonderzug")
