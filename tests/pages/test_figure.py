"""Figure pages: each row is a claim with its sentence, speaker, source and mark."""

from pages.conftest import Make, article, page, section

MEASURES = "zug: {title: Züge, unit: Züge, scope: Alle., topics: alpha}\nleer: {title: Leer, unit: x, scope: Nichts.}"
QUESTION = "f: {title: Wie viele?, status: open, note: Eine Notiz., positions: {ja: Ja}}"


def figures(claims: str, make: Make) -> list[str]:
    files = {"measures.yml": MEASURES, "articles/a.yml": article(claims, outlet="post")}
    return [line for line in page(make(files), "figures/zug.md").splitlines() if line.startswith("| ")][1:]


def test_a_row_has_all_that_a_reader_needs(make: Make) -> None:
    (row,) = figures("id: x, text: Beta zählt 5., by: gamma, when: 2031-04, figure: {measure: zug, value: 5}", make)
    assert row == (
        '| <time datetime="2031-04">April 2031</time> | **5** | [Gamma](../actors/gamma.md) '
        "| [Beta](../actors/beta.md) zählt 5.[^1] | [Post, 5. Mai 2031](../articles/a.md#x){ .origin } |"
    )


def test_rows_stand_by_the_time_they_hold_for(make: Make) -> None:
    claims = """id: x, text: Drei., when: 2031-04, figure: {measure: zug, value: 3, as_of: 2029}
    id: y, text: Eins., figure: {measure: zug, value: 1}
    id: z, text: Zwei., when: 2028, figure: {measure: zug, value: 2}"""
    assert [row.split(" | ")[1] for row in figures(claims, make)] == ["**1**", "**2**", "**3**"]
    assert figures(claims, make)[0].startswith("| ohne Datum | ")


def test_values_as_their_sources_limit_them(make: Make) -> None:
    limits = [
        ("value: 2500", "2.500"),
        ("value: 0.00015", "0,00015"),
        ("value: 0", "0"),
        ("value: 5, qualifier: about", "rund 5"),
        ("value: 5, qualifier: at_least", "mindestens 5"),
        ("value: 5, qualifier: more_than", "mehr als 5"),
        ("value: 5, qualifier: at_most", "höchstens 5"),
        ("value: 5, qualifier: less_than", "weniger als 5"),
        ("min: 3, max: 5.5", "3 bis 5,5"),
        ("min: 0", "mindestens 0"),
        ("max: -5", "höchstens -5"),
    ]
    claims = "\n".join(
        f"id: c{n}, text: Zahl., when: {2000 + n}, figure: {{measure: zug, {value}}}"
        for n, (value, _) in enumerate(limits)
    )
    assert [row.split(" | ")[1] for row in figures(claims, make)] == [f"**{shown}**" for _, shown in limits]


def test_who_says_so(make: Make) -> None:
    speakers = {
        "by: alpha": "[Alpha](../actors/alpha.md)",
        "by: [alpha, funk]": "[Alpha](../actors/alpha.md), [Funk](../outlets/funk.md) (Staatsmedium)",
        "by: ['\"Kreisen\"', alpha]": "ungenannte Quelle, im Text: „Kreisen“; [Alpha](../actors/alpha.md)",
        "via: funk": "[Funk](../outlets/funk.md) (Staatsmedium)",
        "modality: reported": "der Artikel selbst",
    }
    claims = "\n".join(
        f"id: c{n}, text: Zahl., when: {2000 + n}, figure: {{measure: zug, value: {n}}}, {who}"
        for n, who in enumerate(speakers)
    )
    assert [row.split(" | ")[2] for row in figures(claims, make)] == list(speakers.values())


def test_questions_and_topics_of_the_measure(make: Make) -> None:
    claims = """id: x, text: Eins., when: 2031, figure: {measure: zug, value: 1}, answers: {question: f, position: ja}
    id: y, text: Zwei., when: 2031, answers: {question: f, position: ja}"""
    files = {"measures.yml": MEASURES, "questions.yml": QUESTION, "articles/a.yml": article(claims)}
    shown = page(make(files), "figures/zug.md")
    assert section(shown, "_fragen") == ["- [Wie viele?](../questions/f.md) *offen*{ .badge .question-open }"]
    assert section(shown, "_themen") == ["[Alpha](../actors/alpha.md)"]


def test_a_measure_without_figures(make: Make) -> None:
    shown = page(make({"measures.yml": MEASURES}), "figures/leer.md")
    assert "Noch keine Angabe ist ausgewertet." in shown
    assert "Leer: 0 Angaben" in shown
    assert "|" not in shown
    assert [line for line in shown.splitlines() if line.startswith("#")] == ["# Leer { #_titel}"]
