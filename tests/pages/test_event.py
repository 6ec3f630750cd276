"""Event pages: accounts side by side, and what came before and after."""

from pages.conftest import Make, article, page, row, section

TIMELINE = """
erstes: {date: 2031-05-01, title: Erstes, type: talk, actors: gamma}
zweites: {date: 2031-05-02, title: Zweites, type: talk}
monat: {date: 2031-05, title: Im Mai, type: talk}
"""


def test_accounts_stand_by_article_in_the_order_of_their_paragraphs(make: Make) -> None:
    claims = """id: spaet, p: [3, 4], event: erstes, text: Alpha geht.
    id: frueh, p: 2, event: erstes, text: Beta kommt., when: 2030"""
    files = {
        "timeline/t.yml": TIMELINE,
        "articles/neu.yml": article("id: x, event: erstes, text: Beta ruft.", "2031-06-01", outlet="post"),
        "articles/alt.yml": article(claims, "2031-05-03").replace("p: 1, ", ""),
    }
    shown = page(make(files), "timeline/erstes.md")
    headings = [line for line in shown.splitlines() if line.startswith("### ")]
    assert headings == [
        "### [Artikel vom 3. Mai 2031](../articles/alt.md) { #_artikel-alt}",
        "### [Post, 1. Juni 2031](../articles/neu.md) { #_artikel-neu}",
    ]
    early, late = section(shown, "_artikel-alt")
    assert early.startswith('- <time datetime="2030">2030</time>: [Beta](../actors/beta.md) kommt.[^1]')
    assert "[Absatz 2](../articles/alt.md#frueh){ .origin }" in early
    assert late.startswith("- [Alpha](../actors/alpha.md) geht.[^2]")
    assert "[Absätze 3, 4](../articles/alt.md#spaet){ .origin }" in late
    assert row(shown, "Belegt durch") == ["3 Aussagen, 2 Artikel, 2 unabhängige Quellen"]


def test_a_claim_that_names_the_event_twice_is_told_once(make: Make) -> None:
    files = {"timeline/t.yml": TIMELINE, "articles/a.yml": article("id: x, event: [erstes, erstes], text: Beta ruft.")}
    shown = page(make(files), "timeline/erstes.md")
    assert len([line for line in section(shown, "_darstellungen") if line.startswith("- ")]) == 1
    assert row(shown, "Belegt durch") == ["1 Aussage, 1 Artikel, 1 unabhängige Quelle"]


def test_what_was_passed_on_is_named_with_the_paragraph(make: Make) -> None:
    claims = "id: x, event: erstes, text: Beta ruft., via: [funk, post]"
    shown = page(make({"timeline/t.yml": TIMELINE, "articles/a.yml": article(claims)}), "timeline/erstes.md")
    assert "[nach Funk (Staatsmedium) und Post, Absatz 1](../articles/a.md#x){ .origin }" in shown


def test_neighbours_by_date_the_less_exact_last(make: Make) -> None:
    dossier = make({"timeline/t.yml": TIMELINE})
    everything = "- [Alle Ereignisse](index.md)"
    assert section(page(dossier, "timeline/erstes.md"), "_nachbarn") == [
        "- Danach: 2. Mai 2031, [Zweites](zweites.md)",
        everything,
    ]
    assert section(page(dossier, "timeline/zweites.md"), "_nachbarn") == [
        "- Davor: 1. Mai 2031, [Erstes](erstes.md)",
        "- Danach: Mai 2031, [Im Mai](monat.md)",
        everything,
    ]
    assert section(page(dossier, "timeline/monat.md"), "_nachbarn") == [
        "- Davor: 2. Mai 2031, [Zweites](zweites.md)",
        everything,
    ]


def test_topics_by_kind_in_the_order_of_the_kinds(make: Make) -> None:
    claims = "id: x, event: erstes, text: Post meldet Alpha."
    shown = page(make({"timeline/t.yml": TIMELINE, "articles/a.yml": article(claims)}), "timeline/erstes.md")
    rows = [line for line in shown.splitlines() if line.startswith(("| Akteure", "| Medien"))]
    assert rows == [
        "| Akteure | [Gamma](../actors/gamma.md), [Alpha](../actors/alpha.md) |",
        "| Medien | [Post](../outlets/post.md) |",
    ]


def test_an_event_that_nobody_tells_of(make: Make) -> None:
    shown = page(make({"timeline/t.yml": TIMELINE}), "timeline/monat.md")
    assert section(shown, "_darstellungen") == ["Noch kein Artikel ist dazu ausgewertet."]
    assert row(shown, "Belegt durch") == []
    assert "_belege" not in shown


def test_questions_that_its_claims_answer(make: Make) -> None:
    files = {
        "timeline/t.yml": TIMELINE,
        "questions.yml": "f: {title: Frage, status: open, note: Eine Notiz., positions: {ja: Ja}}",
        "articles/a.yml": article("id: x, event: erstes, text: Beta., answers: {question: f, position: ja}"),
    }
    dossier = make(files)
    line = "- [Frage](../questions/f.md) *offen*{ .badge .question-open }"
    assert section(page(dossier, "timeline/erstes.md"), "_fragen") == [line]
    assert "_fragen" not in page(dossier, "timeline/zweites.md")
