"""Which topics a text names, and which words only look like it."""

import pytest
from known import person, seeds, topic

from generator.drafting.mentions import TopicFinder
from generator.parsing import Seeds

SEEDS = seeds(
    {
        "macron": person("Emmanuel Macron"),
        "brigitte": person("Brigitte Macron"),
        "leyen": person("Ursula von der Leyen"),
        "xi": person("Xi Jinping"),
        "kurz": person("Sebastian Kurz", "Kurz"),
        "trump": person("Donald Trump", "Trump"),
        "sadr": person("Muqtada as-Sadr"),
        "pele": person("Pelé"),
        "paris": topic("Paris", "place"),
        "frankreich": topic("Frankreich", "place", metonyms=["französisch", "Franzosen"]),
        "regierung": topic("Französische Regierung", metonyms=["Paris", "Regierung", "Frankreich", "die alten Herren"]),
        "russland": topic("Russische Regierung", metonyms=["Kreml", "Moskau", "Land"]),
        "deutschland": topic("Deutschland", metonyms=["deutsch"]),
        "rat": topic("Stadtrat Emsleben", metonyms=["Rathaus", "Gremium"]),
        "nato": topic("NATO"),
        "bka": topic("Bundeskriminalamt"),
        "bund": topic("Bund der Lotsen"),
        "zeit": topic("Die Zeit", "outlet"),
        "nyt": topic("The New York Times", "outlet"),
        "gruene": topic("Die Grünen"),
        "x": topic("X", "outlet"),
        "lager-a": topic("Lager Nord"),
        "lager-b": topic("Nordlager", aliases=["Lager Nord"]),
    }
)


def found(text: str, known: Seeds = SEEDS) -> str:
    return " ".join(f"{m.topic}={m.words.replace(' ', '_')}" for m in TopicFinder(known, [text]).find(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # persons
        ("Macron kam.", ""),
        ("Erst kam Emmanuel Macron, dann sprach Macron.", "macron=Emmanuel_Macron macron=Macron"),
        ("Macrons Plan. Präsident Emmanuel Macron kam.", "macron=Macrons macron=Emmanuel_Macron"),
        ("Emmanuel Jean-Michel F. Macron kam.", "macron=Emmanuel_Jean-Michel_F._Macron"),
        ("Emmanuel Macron kam, Lisa Macron nicht.", "macron=Emmanuel_Macron"),
        ("Melania Trump kam, Donald J. Trump ging.", "trump=Donald_J._Trump"),
        ("Familie Trump, Trump-Anhänger, Trumps Leute", "trump=Trump trump=Trump trump=Trumps"),
        (
            "Ursula von der Leyen: von der Leyen, die Leyen-Kommission",
            "leyen=Ursula_von_der_Leyen leyen=von_der_Leyen leyen=Leyen",
        ),
        ("Muqtada as-Sadr kam. Sadr ging.", "sadr=Muqtada_as-Sadr sadr=Sadr"),
        ("Xi Jinping reist. Xi schweigt.", "xi=Xi_Jinping xi=Xi"),
        ("Pelé kam.", "pele=Pelé"),
        ("Kurz nach zwölf sagte Kurz etwas. Kurz sagte nein.", "kurz=Kurz kurz=Kurz"),
        ("Der Kreml kam. Kurz darauf nicht.", "russland=Kreml"),
        # metonyms
        ("Das Land, die alten Herren, ein Gremium", ""),
        ("französische Boote, ein Franzose, die Franzosen", "frankreich=französische frankreich=Franzosen"),
        ("Die Deutsche Bahn fährt, die Deutschen warten.", "deutschland=Deutschen"),
        ("Deutsche Züge kamen. Es waren: Deutsche Züge.", "deutschland=Deutsche deutschland=Deutsche"),
        ("Die Regierung will das, Regierungen nicht.", "regierung=Regierung"),
        ("Die Regierung von Wien, eine Regierung, die Regierung Müller", ""),
        ("Im Rathaus schweigt man.", "rat=Rathaus"),
        ("Moskau schweigt. Die „Moskau Nachrichten“, die Moskau Times.", "russland=Moskau"),
        ("Moskau (dpa) - Es regnet.", ""),
        ("Wien/Moskau (dpa) - Es regnet.", ""),
        # a city and its government
        ("In Paris regnet es.", "paris=Paris"),
        ("Paris – Es regnet.", "paris=Paris"),
        ("Die Gespräche mit Paris", "regierung=Paris"),
        ("Paris erklärte, es prüfe.", "regierung=Paris"),
        ("Die Führung in Paris", "regierung=Paris"),
        ("Aus Paris hieß es: nein.", "regierung=Paris"),
        ("Paris ist groß.", "paris=Paris regierung=Paris"),
        ("Frankreich fordert mehr.", "frankreich=Frankreich regierung=Frankreich"),
        ("Das Meer vor Frankreich", "frankreich=Frankreich"),
        # spellings
        ("Die Nato tagt, der NATO-Gipfel", "nato=Nato nato=NATO"),
        ("NATO UND KREML IN PARIS", "nato=NATO russland=KREML paris=PARIS"),
        ("Das Bundeskriminalamt (BKA) warnt, das BKA prüft.", "bka=Bundeskriminalamt bka=BKA bka=BKA"),
        ("Der Bund der Lotsen, kurz BdL, und der BdL-Chef", "bund=Bund_der_Lotsen bund=BdL bund=BdL"),
        (
            "Das Bundeskriminalamt (Wiesbaden), das Bundeskriminalamt (EU)",
            "bka=Bundeskriminalamt bka=Bundeskriminalamt",
        ),
        ("Laut „Zeit“ ist es Zeit. Die Zeit weiß es.", "zeit=Zeit zeit=Die_Zeit"),
        ("Laut New York Times und den Grünen", "nyt=New_York_Times gruene=Grünen"),
        ("Auf X hieß es, Plan X sei gut.", "x=X"),
        ("»Frankreich« und „Frankreich Heute“", "frankreich=Frankreich"),
        ("Das Lager Nord brennt.", "lager-a=Lager_Nord lager-b=Lager_Nord"),
        ("", ""),
    ],
)
def test_found(text: str, expected: str) -> None:
    assert found(text) == expected


def test_what_one_paragraph_teaches_holds_in_all() -> None:
    texts = ["Macron reist.", "Es ist Emmanuel Macron."]
    finder = TopicFinder(SEEDS, texts)
    assert [[each.topic for each in finder.find(text)] for text in texts] == [["macron"], ["macron"]]


def test_a_surname_that_another_topic_has_as_a_name_is_that_topic() -> None:
    known = seeds({"harms": person("Enno Harms"), "werft": topic("Werft Harms", aliases=["Harms"])})
    assert found("Enno Harms und Harms", known) == "harms=Enno_Harms werft=Harms"


def test_two_persons_named_in_full_share_their_surname() -> None:
    assert found("Emmanuel Macron und Brigitte Macron: Macron") == (
        "macron=Emmanuel_Macron brigitte=Brigitte_Macron brigitte=Macron macron=Macron"
    )


def test_seeds_without_settings() -> None:
    assert TopicFinder(Seeds(), ["Macron"]).find("Macron") == []
