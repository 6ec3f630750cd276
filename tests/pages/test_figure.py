"""Figure pages: a chart, and a table in which each row is a claim with its sentence, speaker, source and mark."""

import re
from pathlib import Path

import many_figures

from pages.conftest import Make, article, page, section

SIGN = re.compile(r'<svg class="sign".*?</svg> ')
ANCHOR = re.compile(r'<span id="(_[^"]+)">(.*?)</span> \|')

MEASURES = "zug: {title: Züge, unit: Züge, scope: Alle., topics: alpha}\nleer: {title: Leer, unit: x, scope: Nichts.}"
QUESTION = "f: {title: Wie viele?, status: open, note: Eine Notiz., positions: {ja: Ja}}"


def shown(claims: str, make: Make) -> str:
    files = {"measures.yml": MEASURES, "articles/a.yml": article(claims, outlet="post")}
    return page(make(files), "figures/zug.md")


def figures(claims: str, make: Make) -> list[str]:
    """The rows of the table without signs and anchors."""
    rows = [line for line in shown(claims, make).splitlines() if line.startswith("| ")][1:]
    return [ANCHOR.sub(r"\2 |", SIGN.sub("", row)) for row in rows]


def test_a_row_has_all_that_a_reader_needs(make: Make) -> None:
    (row,) = figures("id: x, text: Beta zählt 5., by: gamma, when: 2031-04, figure: {measure: zug, value: 5}", make)
    assert row == (
        '| <time datetime="2031-04">April 2031</time> | **5** | [Gamma](../actors/gamma.md) '
        "| [Beta](../actors/beta.md) zählt 5.[^1] | [Post, 5. Mai 2031](../articles/a.md#x){ .origin } "
        "[Zitieren](../articles/a.md#_zitieren-x){ .cite-link } |"
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


def test_each_row_has_the_sign_of_its_teller_and_an_anchor_that_stays(make: Make) -> None:
    two = "[{measure: zug, value: 5, as_of: 2030}, {measure: zug, value: 3}]"
    claims = f"""id: x, text: Von fünf auf drei., by: gamma, when: 2031-04, figure: {two}
    id: y, text: Acht., by: beta, figure: {{measure: zug, value: 8, as_of: 2029}}"""
    text = shown(claims, make)
    rows = [line for line in text.splitlines() if line.startswith("| ")][1:]
    assert [ANCHOR.search(row)[1] for row in rows] == ["_a-y", "_a-x", "_a-x-2"]  # type: ignore[index]
    signs = [SIGN.search(row)[0].strip() for row in rows]  # type: ignore[index]
    assert signs[1] == signs[2] != signs[0]
    key = re.findall(r"<li>(<svg.*?</svg>) <span>(\w+) <span class=\"origin\">(.*?)</span>", text)
    assert key == [(signs[0], "Beta", "Post, 5. Mai 2031"), (signs[1], "Gamma", "Post, 5. Mai 2031")]


def test_the_chart_stands_in_both_sizes_with_its_signs_explained(make: Make) -> None:
    claims = """id: x, text: Eins., by: gamma, when: 2031-04, figure: {measure: zug, value: 5, qualifier: about}
    id: y, text: Zwei., by: beta, when: 2031-04, figure: {measure: zug, value: 9, qualifier: at_least}"""
    text = shown(claims, make)
    for size in ("wide", "narrow"):
        (drawing,) = [line for line in text.splitlines() if line.startswith(f'<div class="{size}"><svg ')]
        assert re.findall(r'href="([^"]+)"', drawing) == ["../articles/a.md#x", "../articles/a.md#y"]
    explained = "".join(line for line in text.splitlines() if line.startswith("<li>"))
    assert "rund" in explained
    assert "mindestens" in explained
    assert "widersprechen" in explained
    assert "höchstens" not in explained


def test_gaps_and_undated_figures_are_named(make: Make) -> None:
    claims = """id: x, text: Eins., figure: {measure: zug, value: 1, as_of: ../2020-05}
    id: y, text: Zwei., figure: {measure: zug, value: 2, as_of: 2024-01/2024-03}
    id: z, text: Drei., figure: {measure: zug, value: 3, as_of: 2030}
    id: u, text: Vier., figure: {measure: zug, value: 4, qualifier: about}"""
    text = shown(claims, make)
    assert "Keine Angabe liegt vor zwischen Mai 2020 und Januar 2024; zwischen März 2024 und 2030." in text
    assert "Ohne Datum und deshalb nicht gezeichnet: rund 4." in text


def test_questions_and_topics_of_the_measure(make: Make) -> None:
    claims = """id: x, text: Eins., when: 2031, figure: {measure: zug, value: 1}, answers: {question: f, position: ja}
    id: y, text: Zwei., when: 2031, answers: {question: f, position: ja}"""
    files = {"measures.yml": MEASURES, "questions.yml": QUESTION, "articles/a.yml": article(claims)}
    text = page(make(files), "figures/zug.md")
    assert text.count('<aside class="question-box">') == 1
    assert '<a href="../questions/f.md">Wie viele?</a>' in text
    assert section(text, "_themen") == ["[Alpha](../actors/alpha.md)"]


def test_a_measure_without_figures(make: Make) -> None:
    text = page(make({"measures.yml": MEASURES}), "figures/leer.md")
    assert "Noch keine Angabe ist ausgewertet." in text
    assert "Leer: 0 Angaben" in text
    assert not re.search(r"\||<figure|<svg", text)
    assert [line for line in text.splitlines() if line.startswith("#")] == ["# Leer { #_titel}"]


def test_a_measure_without_dates_has_a_table_and_no_signs(tmp_path: Path) -> None:
    text = page(many_figures.dossier(tmp_path), "figures/undatiert.md")
    assert "| **7** | [Amt](../actors/amt.md) |" in text
    assert not re.search(r"<figure|<svg", text)


def test_hostile_words_of_a_measure_stay_words(tmp_path: Path) -> None:
    text = page(many_figures.dossier(tmp_path), "figures/feindlich.md")
    assert "<b>" not in text
    assert "&lt;b&gt;" in text


def test_the_index_has_the_newest_figures_of_each_measure(tmp_path: Path) -> None:
    text = page(many_figures.dossier(tmp_path), "figures/index.md")
    cards = dict(zip(many_figures.MEASURES, text.split('<div class="card measure" markdown>')[1:], strict=True))
    assert re.findall(r"\*\*(.*?)\*\*", cards["eine"]) == ["rund 700"]
    assert "August 2025, [Amt](../actors/amt.md)" in cards["eine"]
    assert re.findall(r"\*\*(.*?)\*\*", cards["tag"]) == ["100", "100", "101"]
    assert "[3 Angaben mehr zu diesem Stand](tag.md){ .more }" in cards["tag"]
    assert "Noch keine Angabe" in cards["leer"]
    widerspruch = {name for name, card in cards.items() if "widersprechen" in card}
    assert widerspruch == {"viele", "tag", "offen"}
    without = {name for name, card in cards.items() if '<div class="trend"><svg' not in card}
    assert without == {"leer", "eine", "undatiert"}
