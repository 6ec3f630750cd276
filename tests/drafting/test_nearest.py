"""Which names are taken for spellings of one another, and which never."""

import pytest

from generator.drafting.unknown_names.nearest import likeness, nearest_topic
from generator.names import Name


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("Kassem Solaimani", "Qassem Soleimani"),
        ("Al-Kasim Soleimani", "Qassem Soleimani"),
        ("General Ghassem Soleymani", "Qassem Soleimani"),
        ("Soleimani Kassem", "Qassem Soleimani"),
        ("Solaimani", "Qassem Soleimani"),
        ("Präsident Trump", "Donald Trump"),
        ("Chamenei", "Ali Khamenei"),
        ("Zelensky", "Wolodymyr Selenskyj"),
        ("Iwan Petrow", "Ivan Petrov"),
        ("Mohammed Schia al-Sudani", "Mohammed al-Sudani"),
        ("Muhammad as-Sudani", "Mohammed al-Sudani"),
        ("J. Hoffman", "Jonathan R. Hoffman"),
        ("Erdoğan", "Recep Tayyip Erdogan"),
        ("Müller", "Carla Mueller"),
        ("Nasrin Jabbarova", "Nasrin Dschabbarowa"),
    ],
)
def test_the_same_person(words: str, known: str) -> None:
    assert nearest_topic(words, [Name(known, "known", person=True)]) == "known"


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("Trump Jr.", "Donald Trump"),
        ("Ivanka Trump", "Donald Trump"),
        ("Mahmud al-Sudani", "Mohammed al-Sudani"),
        ("Jörn Petzold", "Jörn Petersen"),
        ("Schröter", "Gerhard Schröder"),
        ("Weber", "Anna Werber"),
    ],
)
def test_another_person(words: str, known: str) -> None:
    assert not nearest_topic(words, [Name(known, "known", person=True)])


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("Ain Assad", "Ain al-Asad"),
        ("Hezbollah", "Hisbollah"),
        ("Katajib Hezbollah", "Kataib Hisbollah"),
        ("Harakat Hisbollah an-Nudschaba", "Harakat Hezbollah al-Nujaba"),
        ("Al-Quds-Brigaden", "Al-Quds-Einheit"),
        ("Anbar", "Provinz Anbar"),
        ("Deutschen Presse-Agentur", "Deutsche Presseagentur"),
        ("Weiße Haus", "Weißes Haus"),
    ],
)
def test_the_same_place_or_body(words: str, known: str) -> None:
    assert nearest_topic(words, [Name(known, "known")]) == "known"


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("Iran", "Irak"),
        ("Amman", "Oman"),
        ("Niger", "Nigeria"),
        ("Island", "Irland"),
        ("Gambia", "Sambia"),
        ("Slowenien", "Slowakei"),
        ("Nordkorea", "Südkorea"),
        ("Hisbollah", "Kataib Hisbollah"),
        ("Baschar al-Assad", "Al Asad"),
        ("Bagdad", "Flughafen Bagdad"),
        ("Siemens", "Siemens Bank"),
        ("Valdruna", "Gemeindevorstand Valdruna"),
        ("EU", "UN"),
        ("Al", "Ain"),
    ],
)
def test_another_place_or_body(words: str, known: str) -> None:
    assert not nearest_topic(words, [Name(known, "known")])


def test_two_equally_near_are_none() -> None:
    known = [Name("Ruth Kallenberg", "ruth", person=True), Name("Reinhold Kallenberg", "reinhold", person=True)]
    assert not nearest_topic("Kallenberg", known)
    assert nearest_topic("Ruth Kalenberg", known) == "ruth"


def test_signs_sound_like_nothing() -> None:
    assert not likeness("–", "Irak")
