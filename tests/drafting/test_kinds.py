"""What each word of a paragraph is for a name."""

import pytest

from generator.drafting.unknown_names.dictionary import lexicon
from generator.drafting.unknown_names.kinds import Word, read_words


def word(text: str, wanted: str) -> Word:
    return next(each for each in read_words(text, lexicon()) if each.text == wanted)


@pytest.mark.parametrize(
    ("text", "wanted", "kind"),
    [
        ("Dort sprach Präsidentin Moreau.", "Präsidentin", "role"),
        ("Dort sprach Präsidentin Moreau.", "Moreau", "name"),
        ("Am Montag kam der Kran.", "Montag", "noun"),
        ("Am Montag kam der Kran.", "Am", "other"),
        ("Sie ruht im Roten Saal.", "Roten", "adjective"),
        ("Rote Fahnen wehten.", "Rote", "other"),
        ("Er traf Carla R. Meyer.", "R.", "initial"),
        ("Er traf Paul Meyer Jr. dort.", "Jr.", "generation"),
        ("Sie heißt Anna von Thun.", "von", "particle"),
        ("Die Zeitung schreibt es.", "Zeitung", "type"),
        ("Der Chemiekonzern schweigt.", "Chemiekonzern", "type"),
        ("Die Weltgesundheitsorganisation warnt.", "Weltgesundheitsorganisation", "name"),
        ("Am Flughafen ist Stau.", "Flughafen", "kept"),
        ("Die UNO und ein LKW.", "UNO", "name"),
        ("Die UNO und ein LKW.", "LKW", "noun"),
        ("Der Bundestag tagt.", "Bundestag", "name"),
        ("In A wohnt B nicht.", "B", "other"),
        ("Der al-Sadr kam.", "al-Sadr", "name"),
        ("Boden- und Luftziele.", "Boden-", "other"),
        ("Der Bach trat über die Ufer.", "Bach", "noun"),
        ("Verdächtiges lag dort.", "Verdächtiges", "other"),
    ],
)
def test_kind(text: str, wanted: str, kind: str) -> None:
    assert word(text, wanted).kind == kind


def test_what_nobody_writes_is_no_word_of_a_name() -> None:
    assert word("Ein " + "Ab" * 60, "Ab" * 60).kind == "other"
    assert len(read_words("Kran " * 900, lexicon())) == 900


@pytest.mark.parametrize(
    ("compound", "kind", "name"),
    [
        ("NATO-Gipfel", "name", "NATO"),
        ("NATO-Generalsekretär", "role", "NATO"),
        ("Anti-NATO-Protest", "name", "NATO"),
        ("Al-Quds-Brigaden", "name", "Al-Quds"),
        ("Katajib-Miliz", "name", "Katajib"),
        ("Baden-Württemberg", "name", "Baden-Württemberg"),
        ("Konrad-Adenauer-Stiftung", "name", "Konrad-Adenauer-Stiftung"),
        ("Presse-Agentur", "noun", "Presse-Agentur"),
        ("Vize-Präsident", "role", "Vize-Präsident"),
        ("Online-Handel", "noun", "Online-Handel"),
        ("Bahn-nahe", "other", "Bahn-nahe"),
        ("M-60", "other", "M-60"),
        ("TV-Duell", "noun", "TV-Duell"),
        ("Iran-treue", "name", "Iran"),
    ],
)
def test_the_name_in_a_compound(compound: str, kind: str, name: str) -> None:
    found = word(f"Sie nennt das {compound} dort.", compound)
    assert (found.kind, found.name) == (kind, name)
