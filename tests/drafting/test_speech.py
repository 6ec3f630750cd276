"""Who speaks: topics by id, others in the words of the text."""

import pytest
from known import person, seeds, topic

from generator.dates import parse_when
from generator.drafting.findings import find

SEEDS = seeds(
    {
        "hafenwacht": topic("Hafenwacht"),
        "amt": topic("Hafenamt Emsleben", aliases=["Hafenamt"]),
        "harms": person("Enno Harms", "Harms"),
        "tietjen": person("Gesa Tietjen"),
        "emsleben": topic("Emsleben", "place"),
        "bote": topic("Sieler Bote", "outlet"),
        "agentur": topic("Deich-Agentur", "outlet"),
        "regierung": topic("Lettische Regierung", metonyms=["Riga"]),
        "lettland": topic("Lettland", metonyms=["lettisch", "Riga"]),
    }
)


def spoken(text: str) -> list[str]:
    """The speakers of each sentence, those who pass on in brackets."""
    (paragraph,) = find([text], SEEDS, parse_when("2031-03-14"))
    return [
        " ".join(f"({each.speaker})" if each.passed_on else each.speaker for each in sentence.speech)
        for sentence in paragraph.sentences
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # verbs of saying: the subject before or behind
        ("Harms sagte, es reiche.", ["harms"]),
        ("Auch Enno Harms hat das gefordert.", ["harms"]),
        ("„Es reicht“, sagte Harms am Montag.", ["harms"]),
        ("Es regnet, gern sagt Harms das.", ["harms"]),
        ("Am Montag warnte die Hafenwacht vor Eis.", ["hafenwacht"]),
        ("Die Hafenwacht teilte gestern mit, es reiche.", ["hafenwacht"]),
        ("Die Hafenwacht teilte das Boot.", [""]),
        ("Wie das Hafenamt mitteilte, fehlt Geld.", ["amt"]),
        ("Der Leiter des Amts, Enno Harms, betonte das.", ["harms"]),
        ("Der Sprecher der Hafenwacht, der neu ist, erklärte das.", ["hafenwacht"]),
        ("Ein Sprecher des Hafenamts sagte das.", ["amt"]),
        ("Riga bestätigte den Plan.", ["regierung"]),
        ("Harms: „Wir bleiben.“", ["harms"]),
        ("Der Plan sagt wenig, das Boot fordert viel.", [""]),
        ("Es meldete sich keiner. Das sagt alles.", ["", ""]),
        # prepositions
        ("Laut Hafenamt fehlen Boote.", ["amt"]),
        ("Nach Angaben von Gesa Tietjen fehlen Boote.", ["tietjen"]),
        ("Nach Angaben des Leiters der Wache, Enno Harms, fehlen Boote.", ["harms"]),
        ("Der Hafenwacht zufolge ist das falsch.", ["hafenwacht"]),
        ("Das ist falsch, so Gesa Tietjen.", ["tietjen"]),
        ("In Riga hieß es, man prüfe.", ["regierung"]),
        # who passes on
        ("Laut Sieler Bote fehlt Geld.", ["(bote)"]),
        ("Die Deich-Agentur meldete unter Berufung auf Lotsen den Bruch.", ['"Lotsen" (agentur)']),
        # others, in the words of the text
        ("Aus Sicherheitskreisen hieß es, man prüfe.", ['"Sicherheitskreisen"']),
        ("Irakischen Quellen zufolge sind es mehr.", ['"Irakischen Quellen"']),
        ("Es war aus seiner Umgebung zu hören, man prüfe.", ['"seiner Umgebung"']),
        ("Außenministerin Solveig Garp widersprach, sagte aber nichts.", [""]),
        ("Das sagte Außenministerin Solveig Garp.", ['"Solveig Garp"']),
        ("„Nein“, sagte Anwohner Werner Pohl.", ['"Werner Pohl"']),
        ("Der 81-jährige Duri Nay klagt über Lärm.", ['"Duri Nay"']),
        ("Das Blatt „Kaspi Chabar“ berichtete davon.", ['"Kaspi Chabar"']),
        ("Das Innenministerium bestätigte das.", ['"Innenministerium"']),
        ("Experten warnen vor Eis.", ['"Experten"']),
        ("Ein Leser beim Hafenamt sagte das.", [""]),
        ("Solveig Garp vom Hafenamt sagte das.", ['"Solveig Garp"']),
        ("Das sagte Direktorin Meike Lorenzen dem Sieler Boten.", ['"Meike Lorenzen"']),
        ("Dem Ministerium von Sachsen zufolge fehlt Geld.", ['"Ministerium von Sachsen"']),
        ("zum Glück sagt keiner etwas, weil sie sagt, es reiche.", [""]),
        ("Nach Angaben vom Montag fehlen Boote.", [""]),
        ("Nach Angaben der Präsidentin fehlen Boote.", ['"Präsidentin"']),
        ("Laut und deutlich: nein.", [""]),
        # what goes on
        ("Harms sagte das. Es sei gut. Er fügte hinzu, es reiche. Es regnete.", ["harms", "harms", "harms", ""]),
        ("Harms sagte das. „Wir bleiben.“ Ich habe Zeit.", ["harms", "harms", ""]),
        ("Enno Harms kam. „Gut“, sagte er.", ["", "harms"]),
        ("Es sei gut. „Wir bleiben“, sagte er. Man nennt sie Boote.", ["", "", ""]),
    ],
)
def test_speakers(text: str, expected: list[str]) -> None:
    assert spoken(text) == expected


def test_a_pronoun_reaches_back_over_paragraphs_but_reported_speech_does_not() -> None:
    paragraphs = find(["Harms sagte das.", "Es sei gut.", "„Ja“, betonte er."], SEEDS, parse_when("2031"))
    assert [[each.speaker for s in p.sentences for each in s.speech] for p in paragraphs] == [["harms"], [], ["harms"]]


def test_the_words_of_a_speaker_stand_in_the_text() -> None:
    text = "Nach Angaben der oberen lettischen Behörde für Deiche und Häfen fehlt Geld."
    (paragraph,) = find([text], SEEDS, parse_when("2031"))
    (speech,) = paragraph.sentences[0].speech
    assert speech.speaker.strip('"') in text
    assert len(speech.speaker.split()) <= 5
