"""Which words of a text make names: invented sentences, each for one rule."""

import pytest

from generator.drafting.unknown_names.dictionary import lexicon
from generator.drafting.unknown_names.kinds import read_words
from generator.drafting.unknown_names.spans import find_spans


def names(*texts: str) -> list[str]:
    read = [read_words(text, lexicon()) for text in texts]
    return [
        text[span.start : span.end]
        for text, spans in zip(texts, find_spans(read, lexicon()), strict=True)
        for span in spans
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gestern kam Außenminister Heiko Maas. Maas sagte wenig.", ["Heiko Maas", "Maas"]),
        ("Dort sagte Adel, er bleibe. Der Adel schweigt.", ["Adel"]),
        ("Maas zufolge ist das Abkommen tot.", ["Maas"]),
        ("Trainer Julian Nagelsmann siegte, Nagelsmann lachte.", ["Julian Nagelsmann", "Nagelsmann"]),
        ("Der Maler Gerhard Richter traf den Richter.", ["Gerhard Richter"]),
        ("Er traf Ursula von der Leyen und Mohammed bin Salman.", ["Ursula von der Leyen", "Mohammed bin Salman"]),
        ("Sie sah Otto von Bismarck.", ["Otto von Bismarck"]),
        ("Das ist der Rückzug Israels von Zypern.", ["Israels", "Zypern"]),
        ("Dort lebten Carla R. Meyer und Paul Meyer Jr. lange.", ["Carla R. Meyer", "Paul Meyer Jr."]),
        ("Er kam mit Abu Mahdi al-Basri und Al Asad.", ["Abu Mahdi al-Basri", "Al Asad"]),
        ("Der Stützpunkt Ain al-Asad ist leer.", ["Ain al-Asad"]),
        ("Es geht um Iraks Ministerpräsidenten und Trumps Truppen.", ["Iraks", "Trumps"]),
        ("Das Weiße Haus und die Deutsche Umwelthilfe klagen.", ["Weiße Haus", "Deutsche Umwelthilfe"]),
        ("Es geht um den Nahen und Mittleren Osten.", ["Nahen und Mittleren Osten"]),
        ("Es hilft das Internationale Komitee vom Roten Kreuz.", ["Internationale Komitee vom Roten Kreuz"]),
        ("Sie lehrt an der Technischen Universität München.", ["Technischen Universität München"]),
        ("Das Bundesamt für Migration und Flüchtlinge prüft.", ["Bundesamt für Migration und Flüchtlinge"]),
        ("Das Institut für deutsche Sprache zählt Wörter.", ["Institut für deutsche Sprache"]),
        ("Das Amt für alle zählt.", []),
        ("Die Berliner Polizei kam, der Kölner Dom steht.", ["Kölner Dom"]),
        ("Gestern suchte ihn die Frankfurter Polizei.", []),
        ("Sie sucht das Wahre, das Gute und Schöne.", []),
        ("Das war im Grünen oder im Freien.", []),
        ("Er sprach mit Scholz von Kraft und mit Merz zur Lage.", ["Scholz", "Merz"]),
        ("Die Syker Kreiszeitung berichtet.", ["Syker Kreiszeitung"]),
        ("Die Zeitung „Welt am Sonntag“ und das Blatt „Quer“", ["Welt am Sonntag", "Quer"]),
        ("Der „Gefährder“ und die „Wende“ blieben.", []),
        ("Das Blatt „Alles was hier zu lesen ist bleibt lang“ ruht.", []),
        ("Der NATO-Gipfel empört die Al-Quds-Brigaden.", ["NATO", "Al-Quds"]),
        ("Die Firma Flink & Frei liefert nach Moorburg.", ["Flink & Frei", "Moorburg"]),
        ("Der Kreis Altenforst und der FC Bayern München", ["Altenforst", "FC Bayern München"]),
        ("Der Middle East Digital Act gilt.", ["Middle East Digital Act"]),
        ("Am Flughafen Tempelhof wird gebaut.", ["Flughafen Tempelhof"]),
        ("Es warnt Gouverneur X, Arsen Howhannisjan, erneut.", ["Arsen Howhannisjan"]),
        ("Die Küstenmobilisierungskräfte (Hashd al-Bahri) sind da.", ["Küstenmobilisierungskräfte", "Hashd al-Bahri"]),
        ("Potsdam (xyz) - Der Hafen liegt still.", ["Potsdam", "xyz"]),
        ("Die Regionalliga Süd ruht.", ["Regionalliga Süd"]),
        ("Ein Gigafaktor fehlt, der Gigafaktor kommt.", []),
        ("Zwei neue Gigafaktors fehlen.", []),
        ("Die neue operative Marge sank im August.", []),
        ("Die Hammerscheider Hoffnung lebt.", []),
        ("Vielleicht ist das Ganze ein Kunstwerk.", []),
        ("Am Dienstag, Ende Mai, um 15 Uhr sank der Euro.", []),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_what_one_paragraph_shows_counts_in_all() -> None:
    assert names("Auch Adel kam gern.", "Das teilte Adel mit.") == ["Adel", "Adel"]


def test_the_genitive_shows_a_name_that_is_a_plural_too() -> None:
    assert names("Dann kam Datteln vor Gericht.", "Dattelns Bürgermeister klagt.") == ["Datteln", "Dattelns"]
