"""What a text shows of its origin: headline, author lines, agency, address, and whether it holds two articles."""

import pytest

from generator.intake.origin import agency_named, author_names, origin

SENTENCE = "Die Fähre nach Langsand liegt seit Dienstag im Dock, weil ein Riss in der Schraube gefunden wurde."
BODY = [SENTENCE] * 8


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Von Anna Beispiel", ["Anna Beispiel"]),
        ("Von Anna Beispiel und Jörg Muster-Meier", ["Anna Beispiel", "Jörg Muster-Meier"]),
        ("Von Anna Beispiel, Norderhafen", ["Anna Beispiel"]),
        ("Von Anna Beispiel, Reuters", ["Anna Beispiel"]),
        ("von Dr. Anna van der Beispiel", ["Dr. Anna van der Beispiel"]),
        ("Von Ali al-Muster | 3. April 2031", ["Ali al-Muster"]),
        ("Ein Kommentar von Anna Beispiel", ["Anna Beispiel"]),
        ("Text: Anna Beispiel", ["Anna Beispiel"]),
        ("Autorin: Anna Beispiel", ["Anna Beispiel"]),
        ("By Anna Beispiel and John Q. Public", ["Anna Beispiel", "John Q. Public"]),
        ("Anna Beispiel", []),
        ("asch/ip", []),
        ("Von asch", []),
        ("Von Hafen zu Hafen", []),
        ("Von der Insel abgeschnitten", []),
        ("Von unserer Redaktion", []),
        ("Von Anfang April bis Ende Mai", []),
        ("Von dpa", []),
    ],
)
def test_author_lines(line: str, names: list[str]) -> None:
    assert author_names(line) == names
    assert origin(["Fähre liegt im Dock", line, *BODY]).authors == tuple(names)


@pytest.mark.parametrize(
    ("head", "foot", "agency"),
    [
        ("", f"{SENTENCE} (afp)", "AFP"),
        ("", f"{SENTENCE} (dpa)", "dpa"),
        ("", f"{SENTENCE} [Reuters]", "Reuters"),
        ("", "dpa", "dpa"),
        ("", "abc/dpa", "dpa"),
        ("", "dpa/lno", "dpa"),
        ("", "Quelle: dpa", "dpa"),
        ("", "© dpa-infocom, dpa:310403-930-12345/2", "dpa"),
        ("", "(mit Material von Reuters)", "Reuters"),
        ("", f"{SENTENCE} (mit Material der dpa)", "dpa"),
        ("Norderhafen (dpa) – " + SENTENCE, "", "dpa"),
        ("NORDERHAFEN (AFP) - " + SENTENCE, "", "AFP"),
        ("Norderhafen/Langsand, 3. April 2031 (dpa/lno) – " + SENTENCE, "", "dpa"),
        ("NORDERHAFEN, 3. April (Reuters) - " + SENTENCE, "", "Reuters"),
        ("(KNA) " + SENTENCE, "", "KNA"),
        ("Von Anna Beispiel, Reuters", "", "Reuters"),
        ("", "asch/ip", ""),
        ("", "Der Hafen (AP) liegt still.", ""),
        ("", "Das erfuhr die Deutsche Presse-Agentur aus der Reederei.", ""),
        ("", "Foto: Muster/dpa", ""),
        ("Der Landrat sagte der Agentur AFP - und zwar gestern -, es gebe Hilfe.", "", ""),
        (SENTENCE, SENTENCE, ""),
    ],
)
def test_an_agency_counts_where_it_is_signed(head: str, foot: str, agency: str) -> None:
    assert origin([each for each in (head, *BODY, foot) if each]).agency == agency


def test_the_second_agency_is_told() -> None:
    found = origin([*BODY, "dpa/AFP/abc"])
    assert found.agency == "dpa"
    assert found.notes == ("signed by dpa and AFP; agency takes the first, say the others in provenance",)


def test_long_names_of_agencies() -> None:
    assert agency_named("Deutsche Presse-Agentur") == "dpa"
    assert agency_named("die Agence France-Presse") == "AFP"
    assert agency_named("Küstenbote") == ""


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (["Fähre liegt im Dock"], "Fähre liegt im Dock"),
        (["03.04.2031", "Von Anna Beispiel", "Fähre liegt im Dock"], "Fähre liegt im Dock"),
        (["Quelle: https://bote.example/x", "Wann fährt die Fähre wieder?"], "Wann fährt die Fähre wieder?"),
        (["Foto: Das Schiff", "„Wir schaffen das“"], "„Wir schaffen das“"),
        ([], ""),
        (["Die Fähre liegt im Dock."], ""),
        (["Insel Langsand:"], ""),
        (["dpa"], ""),
        (["***"], ""),
        (["Wort " * 30], ""),
    ],
)
def test_headlines(head: list[str], title: str) -> None:
    assert origin([*head, *BODY]).title == title


def test_a_text_that_is_one_line_has_no_headline() -> None:
    assert origin(["Fähre liegt im Dock"]).title == ""
    assert origin(["Stand: 03.04.2031"]).title == ""


@pytest.mark.parametrize(
    "line",
    [
        "Quelle: https://bote.example/x",
        "URL: https://bote.example/x",
        "https://bote.example/x",
        "<https://bote.example/x>.",
    ],
)
def test_address_lines(line: str) -> None:
    assert origin([line, *BODY]).url == "https://bote.example/x"
    assert origin([*BODY, line]).url == "https://bote.example/x"


def test_an_address_in_a_sentence_is_another_page() -> None:
    assert origin([*BODY, "Mehr dazu steht auf https://bote.example/x"]).url == ""


def test_two_articles_by_their_date_lines() -> None:
    note = "paragraphs 2 and 12 are both date lines; split the file if it holds two articles"
    assert origin(["Eins", "Stand: 03.04.2031", *BODY, "Zwei", "Stand: 04.04.2031", *BODY]).notes == (note,)


def test_two_articles_by_their_sign_offs() -> None:
    note = "paragraphs 9 and 19 both end in a sign-off; split the file if it holds two articles"
    assert origin([*BODY, "(dpa)", "Zwei", *BODY, f"{SENTENCE} (afp)"]).notes == (note,)


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["Stand: 03.04.2031", *BODY, "Stand: 03.04.2031"],
        ["Veröffentlicht am 03.04.2031", "Stand: 04.04.2031", *BODY],
        ["Norderhafen (dpa) – " + SENTENCE, *BODY, "(dpa)"],
        [*BODY, "(dpa)", "dpa"],
        ["Stand: 03.04.2031", *BODY, "Aktualisiert: 05.04.2031", *BODY],
    ],
)
def test_one_article(paragraphs: list[str]) -> None:
    assert origin(paragraphs).notes == ()


def test_the_day_of_a_dpa_number() -> None:
    found = origin([*BODY, "dpa:310403-930-12345/2"])
    assert (found.published, found.published_basis) == ("2031-04-03", "inferred: nach der Nummer der dpa-Meldung")
