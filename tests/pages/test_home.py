"""The home page: the newest of everything, and disagreements in the figures."""

import re
from dataclasses import replace

from generator.pages import home
from pages.conftest import SETTINGS, Make, article, page, section


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
    assert more == "[Zur ganzen Zeitleiste (8 Ereignisse)](timeline/index.md){ .more }"
    *listed, more = section(shown, "_artikel")
    assert [line.partition("[")[2].partition("]")[0] for line in listed] == [name.replace("E", "A") for name in newest]
    assert more == "[Alle Artikel (8)](articles/index.md){ .more }"


def test_open_questions_come_first_with_their_answers(make: Make) -> None:
    status = {"a": "settled", "b": "apparent", "c": "open", "d": "open", "e": "settled"}
    questions = "".join(
        f"{name}: {{title: Frage {name}, status: {word}, note: Eine Notiz., positions: {{ja: Ja, nein: Nein}}}}\n"
        for name, word in status.items()
    )
    files = {"questions.yml": questions}
    files["articles/artikel.yml"] = article("id: x, text: Eins., by: beta, answers: {question: c, position: nein}")
    *listed, more = section(page(make(files), "index.md"), "_fragen")[: home.QUESTIONS + 1]
    assert [re.search("questions/(.)", line)[1] for line in listed] == list("cdb")
    assert [re.sub("<.*?>", "", answer) for answer in re.findall("<li>(.*?)</li>", listed[0])] == [
        "Ja noch keine Aussage",
        "Nein 1 Aussage: Beta",
    ]
    assert more == "[Alle Fragen mit ihren Antworten (5)](questions/index.md){ .more }"


def test_the_latest_figures_show_a_disagreement(make: Make) -> None:
    claims = """id: alt, text: Eins., when: 2030-05, figure: {measure: zug, value: 1}
    id: a, text: Zwei., when: 2031-05, by: alpha, figure: {measure: zug, value: 2}
    id: b, text: Drei., when: 2031-05-20, figure: {measure: zug, value: 3}"""
    files = {"measures.yml": "zug: {title: Züge, unit: Züge, scope: Alle.}", "articles/a.yml": article(claims)}
    shown = page(make(files), "index.md")
    numbers = [line for line in section(shown, "_zahlen") if line.startswith("**")]
    assert numbers == [
        "**3**[^1] *20. Mai 2031, [Artikel vom 5. Mai 2031](articles/a.md#b){ .origin }*{ .origin }",
        "**2**[^2] *Mai 2031, [Alpha](actors/alpha.md)*{ .origin }",
    ]
    assert section(shown, "_reihe-zug")[0] == numbers[0]
    assert 'class="drawing"' in shown
    assert "_belege" in shown


def test_a_figure_without_a_date_stands_alone(make: Make) -> None:
    claims = """id: a, text: Eins., figure: {measure: zug, value: 1}
    id: b, text: Zwei., figure: {measure: zug, value: 2}"""
    files = {"measures.yml": "zug: {title: Züge, unit: Züge, scope: Alle.}", "articles/a.yml": article(claims)}
    (line,) = (line for line in section(page(make(files), "index.md"), "_zahlen") if line.startswith("**"))
    assert line.startswith("**2**[^1] *ohne Datum, ")


def test_counts_leave_out_what_is_withdrawn(make: Make) -> None:
    gone = "withdrawn: {date: 2031-07-01, reason: falsch}"
    dossier = make({"articles/a.yml": article(f"id: x, text: Eins.\nid: y, text: Zwei., {gone}", added="2031-08-01")})
    state = page(dossier, "index.md").partition('<div class="front-state"')[2].partition("</div>")[0].splitlines()
    assert [line for line in state if line.startswith(("**", "- "))] == [
        "**Bearbeitet bis 1. August 2031.** Jüngster Artikel: 5. Mai 2031.",
        "- 1 Artikel",
        "- 1 belegte Aussage",
        "- 1 Artikel ohne bekanntes Medium",
    ]


def test_an_empty_dossier_has_no_empty_sections(make: Make) -> None:
    shown = page(make({}), "index.md")
    assert [line for line in shown.splitlines() if line.startswith("#")] == [
        "# Probe { #_titel}",
        "## Wer und wo { #_themen}",
    ]
    assert "Bearbeitet" not in shown
    ways = [line for line in section(shown, "_themen") if line.startswith("-")]
    assert ways == [
        "- [Akteure (3)](actors/index.md)",
        "- [Orte (0)](places/index.md)",
        "- [Medien (2)](outlets/index.md)",
    ]


def test_the_story_stands_first_with_its_evidence(make: Make) -> None:
    settings = SETTINGS.replace("scope: Nur ein Test.", "scope: Nur ein Test.\nintro: '[[Alpha]] redet.[@x]'")
    dossier = make({"dossier.yml": settings, "articles/a.yml": article("id: x, text: Alpha redet.")})
    shown = page(dossier, "index.md")
    assert "[Alpha](actors/alpha.md) redet.[^1] [Artikel vom 5. Mai 2031](articles/a.md#x){ .origin }" in shown
    assert "Nur ein Test." in shown
    linked = '<dd markdown="span">[Probe](../index.md) <span class="sentence">Alpha redet.</span></dd>'
    assert linked in page(dossier, "actors/alpha.md")


def test_who_has_read_the_claims_is_said(make: Make) -> None:
    dossier = make({"articles/a.yml": article("id: x, text: Alpha redet.\nid: y, text: Beta redet.")})
    read = [replace(claim, grade="read", reader="Ein Modell (KI)") for claim in dossier.claims.values()]
    shown = page(replace(dossier, claims={claim.key: claim for claim in read}), "index.md")
    assert "2 Aussagen am Text gelesen von Ein Modell (KI)." in shown


def test_the_ways_in_name_who_is_told_of_most(make: Make) -> None:
    claims = "id: a, text: Alpha und Beta reden.\nid: b, text: Beta schweigt."
    shown = page(make({"articles/a.yml": article(claims)}), "index.md")
    assert "- [Akteure (3)](actors/index.md): [Beta](actors/beta.md), [Alpha](actors/alpha.md)" in shown


def test_an_event_names_the_articles_that_tell_it(make: Make) -> None:
    files = {"timeline/t.yml": "treffen: {date: 2031-01-02, title: Ein Treffen, type: talk}\n"}
    files["articles/a.yml"] = article("id: a, event: treffen, text: Eins.", "2031-01-03", outlet="post")
    files["articles/b.yml"] = article("id: b, event: treffen, text: Zwei.", "2031-01-04")
    line, _ = section(page(make(files), "index.md"), "_ereignisse")[:2]
    assert line.endswith("*Post, 3. Januar 2031; Artikel vom 4. Januar 2031*{ .origin }")
