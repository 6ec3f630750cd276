"""The day of publication: stated as such in a text, or shown by a name; never a day that the story mentions."""

import pytest

from generator.intake.published import date_lines, day_in_address, day_in_name, dpa_day, read_date, stated_day

BODY = ["Die Fähre fährt seit Tagen nicht.", "Am 5. Mai 2031 soll sie wieder fahren, hieß es."] * 6


def stated(*head: str, foot: tuple[str, ...] = ()) -> tuple[str, str]:
    paragraphs = [*head, *BODY, *foot]
    return stated_day(date_lines(paragraphs), len(paragraphs))


@pytest.mark.parametrize(
    "line",
    [
        "date 2031-04-03",
        "date 2031-04-03 Die Fähre liegt noch immer im Dock, und keiner weiß, was nun werden soll.",
        "Datum: 03.04.2031",
        "Veröffentlicht am 3. April 2031",
        "Veröffentlicht am Donnerstag, 3. April 2031, um 14:05 Uhr",
        "Erstveröffentlicht: 03.04.31",
        "Stand: 03.04.2031, 14:05 Uhr",
        "Published on 3 April 2031",
        "03.04.2031, 14:05 Uhr",
        "03.04.2031 | 14:05 Uhr",
        "03.04.2031 – 14.05 Uhr",
        "3. April 2031",
        "3.4.2031",
        "Do., 03.04.2031",
        "Donnerstag, 3. April 2031",
        "2031-04-03T14:05:00+02:00",
        "Von Anna Beispiel, 3. April 2031",
        "Anna Beispiel | 3. Apr. 2031 | 12 Kommentare",
        "Norderhafen, 03.04.2031",
        "dpa, 3. April 2031, 6.12 Uhr",
        "3. April 2031, Lesezeit: 4 Min.",
        "Norderhafen, 3. April 2031 (dpa) – Die Fähre nach Langsand liegt im Dock und fährt vorerst nicht.",
        "NORDERHAFEN, 3. April 2031 (AFP) - Die Fähre nach Langsand liegt im Dock und fährt vorerst nicht.",
        "Bad Hafen/Norderhafen, den 3. April 2031 – Die Fähre liegt im Dock, und niemand weiß, wie lange.",
        "April 3, 2031",
        "Artikel vom 3. April 2031",
    ],
)
def test_a_stated_day(line: str) -> None:
    assert stated(line) == ("2031-04-03", "stated")
    assert stated("Fähre liegt im Dock", line) == ("2031-04-03", "stated")


@pytest.mark.parametrize(
    "line",
    [
        "Die Fähre liegt seit dem 3. April 2031 im Dock.",
        "Unglück vom 3. April 2031: Was wir wissen",
        "Am 3. April 2031 riss die Schraube.",
        "Foto: Das Schiff im Dock, 3. April 2031",
        "Das Schiff am Kai, 3. April 2031",
        "Seit 3. April 2031 im Dock, und nun?",
        "Der 3. April 2031 – ein schwarzer Tag für die Insel Langsand",
        "31.02.2031",
        "3. April",
        "Chronik eines Unglücks",
        "Vom 3. April 2031 an fährt die Fähre nicht mehr, teilte die Reederei mit, die das Schiff betreibt.",
        "Stand 3. April 2031 waren alle Plätze belegt.",
        "Vom Hafen bis zur Insel",
        "99.99.2031, 14 Uhr",
    ],
)
def test_no_day_of_publication(line: str) -> None:
    assert stated(line) == ("", "")


def test_the_foot_counts_too_and_the_middle_does_not() -> None:
    assert stated(foot=("Veröffentlicht am 03.04.2031",)) == ("2031-04-03", "stated")
    assert stated(*BODY, "03.04.2031", *BODY) == ("", "")


def test_the_first_day_goes_before_the_last_change() -> None:
    changed = "Aktualisiert: 04.04.2031, 9:00 Uhr"
    assert stated(changed, "03.04.2031, 14:05 Uhr") == ("2031-04-03", "stated")
    assert stated(changed) == ("2031-04-04", "inferred: nach dem Datum der letzten Änderung")


def test_days_in_a_chronicle_are_those_of_events() -> None:
    chronicle = [
        "3. April 2031",
        "Die Schraube reißt.",
        "4. April 2031",
        "Das Dock ist voll.",
        "5. April 2031",
        "Regen.",
    ]
    assert stated(*chronicle) == ("", "")
    assert stated("Stand: 06.04.2031", *chronicle) == ("2031-04-06", "stated")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("© dpa-infocom, dpa:310403-930-12345/2", "2031-04-03"),
        ("Text. (dpa:310403-99-1/1)", "2031-04-03"),
        ("dpa:319999-99-1/1", ""),
        ("dpa", ""),
    ],
)
def test_the_number_of_a_dpa_report(line: str, day: str) -> None:
    assert dpa_day(["Text.", line]) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2031-04-03-faehre.txt", "2031-04-03"),
        ("faehre_20310403.txt", "2031-04-03"),
        ("03.04.2031.txt", "2031-04-03"),
        ("faehre 3-4-2031.txt", "2031-04-03"),
        ("2031_04_03.html", "2031-04-03"),
        ("2031-04-faehre.txt", "2031-04"),
        ("2031-13-45.txt", ""),
        ("faehre-2031.txt", ""),
        ("artikel-1234567890123.html", ""),
        ("99.99.2031.txt", ""),
    ],
)
def test_a_day_in_a_file_name(name: str, day: str) -> None:
    assert day_in_name(name) == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://bote.example/2031/04/03/faehre", "2031-04-03"),
        ("https://bote.example/2031/04/faehre.html", "2031-04"),
        ("https://bote.example/faehre-20310403-100.html", "2031-04-03"),
        ("https://web.archive.org/web/20320101000000/https://bote.example/2031/04/03/x", "2031-04-03"),
        ("https://web.archive.org/web/20320101000000/https://2031-04-03.example/x", ""),
        ("https://2031-04-03.example/x?d=2031-04-03", ""),
        ("https://[kaputt/2031/04/03", ""),
        ("", ""),
    ],
)
def test_a_day_in_an_address(url: str, day: str) -> None:
    assert day_in_address(url) == day


def test_dates_of_fields() -> None:
    assert read_date(" 2031-04~ ") == "2031-04~"
    assert read_date("Thursday, March 6, 2031") == "2031-03-06"
    assert read_date("6. Mrz 2031") == "2031-03-06"
    assert read_date("irgendwann") == ""
    assert read_date("") == ""
