"""What is found of a claim in the paragraphs it cites, part by part."""

import pytest
from invented import Desk


def found(*labels: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return labels, ()


def missing(*labels: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return (), labels


TEXTS = {
    "digits for a word": ("Zwölf Fähren liegen still.", "Still liegen 12 Fähren.", found("number 12")),
    "a word for grouped digits": (
        "2.500 Fähren liegen still.",
        "Es sind zweitausendfünfhundert.",
        found("number 2500"),
    ),
    "a fraction of a million": (
        "Das kostet 2,5 Millionen Taler.",
        "Der Preis: 2,5 Mio. Taler.",
        found("number 2500000"),
    ),
    "no number": ("Zwölf Fähren liegen still.", "Viele liegen still.", missing("number 12")),
    "beide is two": ("Zwei Fähren liegen still.", "Beide liegen still.", found("number 2")),
    "ein is none": ("Eine Fähre liegt still.", "Es liegt alles still.", found()),
    "a number that could be a year": ("2000 Fähren liegen still.", "Still liegen 2.000 Schiffe.", found("date 2000")),
    "a year": ("Im Jahr 2014 lag alles still.", "Im Mai 2014 lag alles still.", found("date 2014")),
    "no such year": ("Im Jahr 2014 lag alles still.", "Im Mai 2015 lag alles still.", missing("date 2014")),
    "an inflected name": ("Der Kai gehört Nordland.", "Nordlands Kai ist leer.", found("name nordland")),
    "an adjective": ("Der Kai gehört Nordland.", "Ein nordländischer Kai ist leer.", found("name nordland")),
    "a metonym": ("Der Kai gehört Nordland.", "Weißensee schweigt dazu.", found("name nordland")),
    "no name": ("Der Kai gehört Nordland.", "Das Land schweigt dazu.", missing("name nordland")),
    "a link with other words": ("Der Kai gehört [[nordland|ihnen]].", "Nordland schweigt.", found("name nordland")),
    "a date": ("Am 5. Januar 2020 war Ruhe.", "Ruhe herrschte am 5.1.2020.", found("date 2020-01-05")),
    "a date near the publication": ("Am 5. Januar 2020 war Ruhe.", "Ruhe am 5. Januar.", found("date 2020-01-05")),
    "a date of the year before": ("Im Dezember 2019 war Ruhe.", "Ruhe im Dezember.", found("date 2019-12")),
    "a date after the year named": ("Im Mai 2014 war Ruhe.", "2014 begann es, Ruhe war im Mai.", found("date 2014-05")),
    "a date of no year it may mean": ("Am 5. Januar 2018 war Ruhe.", "Ruhe am 5. Januar.", missing("date 2018-01-05")),
    "a less exact date": ("Am 5. Januar 2020 war Ruhe.", "Ruhe im Januar 2020.", missing("date 2020-01-05")),
    "a date that is none": ("Am 5. Januar 2020 war Ruhe.", "Akte 31.02. zu Ruhe.", missing("date 2020-01-05")),
    "a quote": ("Es sei ein „leerer Kai“.", "Er sprach vom »leerer Kai«.", found("quote leerer Kai")),
    "a quote across a dash": ("Der „Nord-Süd Kai“.", "Der »Nord–Süd\u00a0Kai«.", found("quote Nord-Süd Kai")),
    "a changed quote": ("Es sei ein „leerer Kai“.", "Er sprach vom „leeren Kai“.", missing("quote leerer Kai")),
    "a word in quotes": ("Der „Kai“ sei leer.", "Es ist leer.", found()),
    "part of a word": ("Der „ein Kai“ sei leer.", "Kein Kai ist leer.", missing("quote ein Kai")),
    "a name in quotes": ("Der „Bund der Lichter“ ruft.", "Bund der Lichter!", found("name lichtbund")),
    "a qualifier in other words": ("Etwa 50 Fähren.", "Rund 50 Fähren.", found("number 50")),
    "a dropped qualifier": ("50 Fähren.", "Rund 50.", missing("number 50 (there it is qualified otherwise)")),
    "an added qualifier": ("Rund 50 Fähren.", "50.", missing("number 50 (there it is qualified otherwise)")),
}


@pytest.mark.parametrize("case", TEXTS)
def test_words_of_the_claim(desk: Desk, case: str) -> None:
    claim, text, expected = TEXTS[case]
    verified = desk.check(text, text=claim)
    assert (verified.found, verified.missing) == expected


FIELDS = {
    "by, a topic": ({"by": "karl-voss"}, "Voss sprach.", found("by karl-voss")),
    "by, somebody else": ({"by": "karl-voss"}, "Berg sprach.", missing("by karl-voss")),
    "by, no topic": ({"by": '"Kreise der Lotsen"'}, "Aus Kreise der Lotsen kam es.", found("by Kreise der Lotsen")),
    "by, at the beginning": ({"by": '"ein Lotse"'}, "Ein Lotse sprach.", found("by ein Lotse")),
    "by, in other letters": ({"by": '"Lotsenkreise"'}, "Aus Lotsenkreisen.", missing("by Lotsenkreise")),
    "via": ({"via": "moewe"}, "Alles ruht. (mp)", found("via moewe")),
    "via, not there": ({"via": "moewe"}, "Alles ruht.", missing("via moewe")),
    "status": ({"status": {"of": "nordland", "is": "open"}}, "Nordland.", found("status nordland")),
    "role": (
        {"role": {"of": "ada-berg", "is": "Chefin", "at": "kuestenwache"}},
        "Berg leitet sie.",
        (("role ada-berg",), ("role kuestenwache",)),
    ),
    "role without a place": ({"role": {"of": "ada-berg", "is": "Chefin"}}, "Berg.", found("role ada-berg")),
    "relation": (
        {"relation": {"of": "ada-berg", "is": "leads", "to": "kuestenwache"}},
        "Ada Berg und die Küstenwache.",
        found("relation ada-berg", "relation kuestenwache"),
    ),
    "topics and events": ({"topics": ["nordland"], "event": "treffen"}, "Alles ruht.", found()),
    "declared quote": ({"quote": "ganz ohne uns"}, "Es geht „ganz ohne uns“.", found("quote ganz ohne uns")),
    "long quote": (
        {"quote": "ganz ohne uns geht hier gar nichts"},
        "Anders.",
        missing("quote ganz ohne uns geht …"),
    ),
}


@pytest.mark.parametrize("case", FIELDS)
def test_fields_of_the_claim(desk: Desk, case: str) -> None:
    fields, text, expected = FIELDS[case]
    verified = desk.check(text, **fields)
    assert (verified.found, verified.missing) == expected


def test_all_cited_paragraphs_count_together_and_no_other_does(desk: Desk) -> None:
    text = "Nordland schweigt.\n\nVoss sprach.\n\nBerg hörte zu."
    assert desk.check(text, text="Voss sprach über Nordland.", p=[1, 2]).missing == ()
    assert desk.check(text, text="Voss sprach über Nordland.", p=[2, 3]).missing == ("name nordland",)


def test_a_quote_does_not_run_over_two_paragraphs(desk: Desk) -> None:
    verified = desk.check("Alles ist\n\nganz leer.", p=[1, 2], quote="ist ganz leer")
    assert verified.missing == ("quote ist ganz leer",)


def test_a_part_named_twice_is_one_part(desk: Desk) -> None:
    verified = desk.check("Nordland, 12 und 12.", text="Nordland gibt Nordland 12 von 12.")
    assert verified.found == ("number 12", "name nordland")


def test_a_link_to_no_topic_needs_no_support(desk: Desk) -> None:
    desk.put("timeline/2020.yml", {"treffen": {"date": "2020-01", "title": "Treffen", "type": "talk"}})
    assert desk.check("Alles ruht.", text="Das [[treffen|Gespräch]] ruht.").found == ()
