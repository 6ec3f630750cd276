"""Numbers with their units, and numbers that count nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.drafting.quantities import find_quantities


def found(text: str) -> list[tuple[float, str]]:
    return [(each.value, each.unit) for each in find_quantities(text)]


COUNTED = {
    "rund 5.200 US-Soldaten": [(5200, "US-Soldaten")],
    "112 neue, große Einwohnerinnen": [(112, "Einwohnerinnen")],
    "150 Mal, dreimal, 20-mal": [(150, "Mal"), (20, "Mal")],
    "um zwei auf fünf Boote, um drei Boote": [(2, "Boote"), (5, "Boote"), (3, "Boote")],
    "2,5 Milliarden Euro, 1,5 Mio. Wohnungen": [(2.5e9, "Euro"), (1.5e6, "Wohnungen")],
    "40 Prozent der Stimmen, 12 %, 5 kg, 30 °C": [(40, "Prozent"), (12, "Prozent"), (5, "kg"), (30, "Grad")],
    "$500, US$ 20, CHF 3": [(500, "Dollar"), (20, "Dollar"), (3, "CHF")],
    "von zwölf auf drei": [(12, ""), (3, "")],
    "Die Zahl ihrer Fähren sank von zwölf auf drei": [(12, "Fähren"), (3, "Fähren")],
    "Man baute Fähren von zwölf auf drei um": [(12, "Fähren"), (3, "")],
    "zwischen drei und fünf Jahren": [(3, "Jahren"), (5, "Jahren")],
    "drei bis fünf Tage, 10-15 Euro": [(3, "Tage"), (5, "Tage"), (10, "Euro"), (15, "Euro")],
    "20 bis 30 Millionen Menschen": [(2e7, "Menschen"), (3e7, "Menschen")],
    "Man rechnete mit zwei bis fünf Millionen.": [(2e6, ""), (5e6, "")],
    "sechs oder acht Milliarden wären es": [(6e9, ""), (8e9, "")],
    "drei Tage später als geplant, drei Stunden lang": [(3, "Tage"), (3, "Stunden")],
    "2,05 bis 2,15 Milliarden Euro": [(2.05e9, "Euro"), (2.15e9, "Euro")],
    "12 000 Leute, 15'000 Franken": [(12000, "Leute"), (15000, "Franken")],
    "zwei Dutzend Kühe, eine halbe Million Euro": [(24, "Kühe"), (5e5, "Euro")],
    "eine dreiviertel Million Euro, eine Million Mark": [(7.5e5, "Euro"), (1e6, "Mark")],
    "eine Viertelmillion Bäume, anderthalb Stunden": [(2.5e5, "Bäume"), (1.5, "Stunden")],
    "Zwei der 14 Wagen, zwölf von 20 Leuten": [(2, "Wagen"), (14, "Wagen"), (12, "Leuten"), (20, "Leuten")],
    "Nur 3 der 12 Spiele": [(3, "Spiele"), (12, "Spiele")],
    "Es endete 3:1, zum 3:2-Sieg": [(3, ""), (1, ""), (3, ""), (2, "")],
    "der 35-jährige Wirt, zwölfjährige Kinder": [(35, "Jahre"), (12, "Jahre")],
    "Die 20-köpfige Gruppe": [(20, "Köpfe")],
    "10-Prozent-Hürde, 100-Milliarden-Euro-Paket": [(10, "Prozent"), (1e11, "Euro")],
    "Da waren 2.500 Leute, nun sind es mehr als 3.000.": [(2500, "Leute"), (3000, "Leute")],
    "12 Millionen Euro, 2023 waren es noch 9 Millionen": [(1.2e7, "Euro"), (9e6, "Euro")],
    "2 Wochen lang waren es 9 Millionen": [(2, "Wochen"), (9e6, "")],
    "Pumpen: 20 Euro (14), Anna Meier (45)": [(20, "Euro"), (14, ""), (45, "")],
    "in der Altstadt 80.": [(80, "")],
    "In Sachsen 30, in Bayern 25 Prozent": [(30, ""), (25, "Prozent")],
    "Es starben 12, rund 2.000 kamen": [(12, ""), (2000, "")],
    "2000 Menschen, „zwölf“ Leute": [(2000, "Menschen"), (12, "")],
    "19 gegen 14 Stimmen": [(19, "Stimmen"), (14, "Stimmen")],
    "1 Haus und 0 Tore, 20- bis 30-Jährige": [(1, "Haus"), (0, "Tore"), (20, "Jahre"), (30, "Jahre")],
    "im Alter von 23, 31 und 45 Jahren": [(23, ""), (31, "Jahren"), (45, "Jahren")],
    "Sie haben zwölf gesehen": [(12, "")],
}
NOT_COUNTED = [
    "ein Haus, eine Stadt, beide Seiten, null Fehler, eins",
    "der dritte Mann, am 3. Tag, die 68. Minute, Platz 3, Rang zwei, 1.-3. Platz",
    "die A 40, die B 404, § 5, §§ 12, 13 und Artikel 5 Absatz 2, Nr. 7",
    "die G7, F-16, Covid-19, Boeing 737, Apollo 11 startete, Hannover 96 gewann",
    "Zwei Jahre später, drei Wochen zuvor, 14 Tage danach",
    "um 15 Uhr, gegen 20.15 Uhr, von 8 bis 10 Uhr, um 12:30, um halb drei",
    "Tel. 030/123456, +49 170 1234567, ruft 0800 11 22 an",
    "Dutzende, ein Dutzend Leute, mehrere hundert Gäste, Hunderte, Millionen, zig Tausend",
    "Die Elf gewann, seine Sieben auch, außer Acht, in Acht",
    "das 5G-Netz, die 90er-Jahre, 3D, 24/7, 2024/25, Version 2.3",
    "im Jahr 1848, 2031 begann es, 4x4, A4b, 100xy",
    "https://example.org/12 und #12 und a1@b.org, [3]",
    "die 5-Kuchen-Regel, hundertprozentig",
    "Wir öffnen um sechs wieder. Zweimal rief er an.",
    "das Neun-Euro-Ticket und die Vier-Tage-Woche",
]


@pytest.mark.parametrize("text", COUNTED)
def test_counted(text: str) -> None:
    assert found(text) == COUNTED[text]


@pytest.mark.parametrize("text", NOT_COUNTED)
def test_not_counted(text: str) -> None:
    assert found(text) == []


def test_qualifiers() -> None:
    text = "rund 5 Boote, knapp 30 Tore, mindestens vier Tage, höchstens 8, mehr als 9 und 10 oder mehr"
    assert [each.qualifier for each in find_quantities(text)] == [
        "about",
        "about",
        "at_least",
        "at_most",
        "more_than",
        "at_least",
    ]
    assert [each.qualifier for each in find_quantities("zwei Tote und mehr als 3 Boote")] == [None, "more_than"]


def test_spans_that_are_taken_do_not_count() -> None:
    text = "vor zwei Wochen drei Boote"
    assert [(each.value, text[each.start : each.end]) for each in find_quantities(text, [(0, 15)])] == [
        (3, "drei Boote")
    ]


@given(st.integers(2, 999_999))
def test_any_number_before_a_noun_counts(number: int) -> None:
    assert found(f"Dort liegen {f'{number:,}'.replace(',', '.')} Boote.") == [(number, "Boote")]


@given(st.text("ab12., -:()/%€Bc\u00a0und"))
def test_spans_lie_in_the_text_and_in_order(text: str) -> None:
    end = 0
    for each in find_quantities(text):
        assert end <= each.start < each.end <= len(text)
        end = each.start
