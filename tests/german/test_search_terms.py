"""Words as search compares them."""

import pytest

from generator.german.search_terms import FOLDED_FUNCTION_WORDS, fold, plain, sound, stem, words


@pytest.mark.parametrize(
    "spellings",
    [
        "Stützpunkt Stuetzpunkt stutzpunkt STÜTZPUNKT Stu\u0308tzpunkt",
        "Weißes Weisses weisses",
        "Böse Boese bose",
        "Ämter Aemter amter",
    ],
)
def test_spellings_of_a_letter_are_one(spellings: str) -> None:
    assert len({fold(word) for word in spellings.split()}) == 1


@pytest.mark.parametrize("word", ["neue", "Steuer", "Bauern", "Quelle"])
def test_a_u_that_stands_before_e_anyway_stays(word: str) -> None:
    assert "ue" in fold(word)


@pytest.mark.parametrize(
    "forms",
    [
        "Soldat Soldaten",
        "Angriff Angriffe Angriffs Angriffen",
        "Beschluss Beschlusses Beschlüsse",
        "Forderung Forderungen fordern fordert",
        "getötet töten Tötung",
        "Irak Iraker Irakern irakisch irakischen irakisches",
        "Iran Irans iranische",
        "Haus Hauses Häuser",
        "Ort Orte Orten",
        "Parlament Parlaments",
    ],
)
def test_forms_of_a_word_meet(forms: str) -> None:
    assert len({stem(fold(word)) for word in forms.split()}) == 1


@pytest.mark.parametrize("others", ["Irak Iran", "Staat Stadt", "Zeit Zeile", "Amman Oman", "Syrien Serien"])
def test_other_words_do_not(others: str) -> None:
    one, other = (stem(fold(word)) for word in others.split())
    assert one != other


@pytest.mark.parametrize(
    "names",
    [
        "Ghassem Kassem Qassem Qasem Kasim",
        "Soleimani Suleimani Sulaimani Suleymani",
        "Hisbollah Hezbollah Hizbullah",
        "Kadhimi Kadhemi Kademi",
        "Muqtada Moktada",
        "Bagdad Baghdad",
        "Nujaba Nudschaba",
    ],
)
def test_a_name_sounds_alike_however_it_is_transcribed(names: str) -> None:
    assert len({sound(fold(name)) for name in names.split()}) == 1


@pytest.mark.parametrize(
    "others",
    [
        "Soleimani Salman",
        "Soleimani Solomon",
        "Amman Oman",
        "Irak Iran",
        "Kadhimi Kasimir",
        "Trump Tramp",
        "Allawi Ali",
        "Sadr Sudani",
    ],
)
def test_other_names_sound_otherwise(others: str) -> None:
    one, other = (sound(fold(name)) for name in others.split())
    assert one != other


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2.500 Soldaten", "2500 soldaten"),
        ("2 500", "2500"),
        ("1\u202f234\u00a0567", "1234567"),
        ("24.500 oder 2,5", "24500 oder 2 5"),
        ("am 24. August 2025", "am 24 august 2025"),
        ("Jahr 2020 100 Leute", "jahr 2020 100 leute"),
        ("US-Truppen", "us truppen"),
        ("Stütz\u00adpunkt", "stutzpunkt"),
    ],
)
def test_words_of_a_text(text: str, found: str) -> None:
    assert " ".join(words(text)) == found


def test_plain_leaves_other_text_as_it_is() -> None:
    assert plain("Am 8. 1. um 9.30 Uhr") == "Am 8. 1. um 9.30 Uhr"


def test_no_name_of_one_word_is_passed_over() -> None:
    assert not FOLDED_FUNCTION_WORDS & {"is", "us", "usa", "nato", "x", "mee", "dpa", "afp"}
