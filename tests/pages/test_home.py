"""The home page: the newest of everything, and disagreements in the figures."""

from generator.pages import home
from pages.conftest import Make, article, page, section


def test_only_the_newest_stand_here_newest_first(make: Make) -> None:
    days = range(1, home.LATEST + 3)
    events = "".join(f"e{day}: {{date: 2031-01-0{day}, title: E{day}, type: talk}}\n" for day in days)
    files = {f"articles/a{day}.yml": article(published=f"2031-01-0{day}", title=f"A{day}") for day in days}
    files["articles/alle.yml"] = article("\n".join(f"id: c{day}, event: e{day}, text: X." for day in days), "2030")
    silent = "still: {date: 2031-02, title: Still, type: talk}\n"
    shown = page(make({"timeline/t.yml": events + silent, **files}), "index.md")
    newest = [f"E{day}" for day in reversed(days)][: home.LATEST]
    *listed, more = section(shown, "_ereignisse")
    assert [line.partition("[")[2].partition("]")[0] for line in listed] == newest
    assert more == "[Zur ganzen Zeitleiste (9 Ereignisse)](timeline/index.md)"
    *listed, more = section(shown, "_artikel")
    assert [line.partition("[")[2].partition("]")[0] for line in listed] == [name.replace("E", "A") for name in newest]
    assert more == "[Alle Artikel (9)](articles/index.md)"


def test_open_questions_come_first(make: Make) -> None:
    status = {"a": "settled", "b": "apparent", "c": "open", "d": "open", "e": "settled"}
    questions = "".join(
        f"{name}: {{title: Frage {name}, status: {word}, note: Eine Notiz., positions: {{ja: Ja, nein: Nein}}}}\n"
        for name, word in status.items()
    )
    *listed, more = section(page(make({"questions.yml": questions}), "index.md"), "_fragen")
    assert [line[9] for line in listed] == list("cdbae")
    assert listed[0] == "- [Frage c](questions/c.md) *offen*{ .badge .question-open } *Ja – Nein*{ .origin }"
    assert more == "[Alle Fragen mit ihren Antworten](questions/index.md)"


def test_the_latest_figures_show_a_disagreement(make: Make) -> None:
    claims = """id: alt, text: Eins., when: 2030-05, figure: {measure: zug, value: 1}
    id: a, text: Zwei., when: 2031-05, by: alpha, figure: {measure: zug, value: 2}
    id: b, text: Drei., when: 2031-05-20, figure: {measure: zug, value: 3}"""
    files = {"measures.yml": "zug: {title: Züge, unit: Züge, scope: Alle.}", "articles/a.yml": article(claims)}
    shown = page(make(files), "index.md")
    (line,) = section(shown, "_zahlen")
    assert line == (
        "- **[Züge](figures/zug.md):** 3 (20. Mai 2031, [Artikel vom 5. Mai 2031](articles/a.md#b){ .origin })[^1]; "
        "2 (Mai 2031, [Alpha](actors/alpha.md))[^2] [Artikel vom 5. Mai 2031](articles/a.md#a){ .origin }"
    )
    assert "_belege" in shown


def test_a_figure_without_a_date_stands_alone(make: Make) -> None:
    claims = """id: a, text: Eins., figure: {measure: zug, value: 1}
    id: b, text: Zwei., figure: {measure: zug, value: 2}"""
    files = {"measures.yml": "zug: {title: Züge, unit: Züge, scope: Alle.}", "articles/a.yml": article(claims)}
    (line,) = section(page(make(files), "index.md"), "_zahlen")
    assert line.count("[^") == 1
    assert "2 (ohne Datum, " in line


def test_counts_leave_out_what_is_withdrawn(make: Make) -> None:
    gone = "withdrawn: {date: 2031-07-01, reason: falsch}"
    dossier = make({"articles/a.yml": article(f"id: x, text: Eins.\nid: y, text: Zwei., {gone}", added="2031-08-01")})
    assert "Mit Artikel und Absatz belegt: 1 Aussage. " in page(dossier, "index.md")
    assert " Stand: 1. August 2031.\n" in page(dossier, "index.md")


def test_an_empty_dossier_has_no_empty_sections(make: Make) -> None:
    shown = page(make({}), "index.md")
    assert [line for line in shown.splitlines() if line.startswith("#")] == [
        "# Probe { #_titel}",
        "## Alle Themen { #_themen}",
    ]
    assert "Stand:" not in shown
    assert section(shown, "_themen") == [
        "- [Akteure](actors/index.md)",
        "- [Orte](places/index.md)",
        "- [Medien](outlets/index.md)",
    ]
