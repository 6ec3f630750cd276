"""Section indexes: every article, question and figure, the topics of each kind by type, and on a map."""

from itertools import pairwise

import pytest

from generator.pages.section import BRIEF, LETTERED
from pages.conftest import SETTINGS, Make, article, page, section


def names(lines: list[str]) -> list[str]:
    return [line.partition("](")[0].removeprefix("- [") for line in lines if line.startswith("- ")]


def test_topics_by_type_with_their_number_and_other_names(make: Make) -> None:
    more = {"actors/mehr.yml": "zeta: {name: Zeta, type: person, aliases: [Z, '*Zz*']}"}
    shown = page(make({**more, "articles/a.yml": article("id: x, text: Zeta trifft Beta.")}), "actors/index.md")
    assert "## Person (3) { #_art-person}" in shown
    assert [line for line in section(shown, "_art-person") if line.startswith("- ")] == [
        '- [Alpha](alpha.md) <span class="about">0 Aussagen</span>',
        '- [Beta](beta.md) <span class="about">1 Aussage</span>',
        '- [Zeta](zeta.md) <span class="about">auch: Z, &#42;Zz&#42;\u00a0· 1 Aussage</span>',
    ]
    assert names(section(shown, "_art-state")) == ["Gamma"]


def test_a_topic_with_its_last_office_or_else_its_last_state(make: Make) -> None:
    told = (
        "id: x, text: Alpha führt Gamma., when: 2031, role: {of: alpha, is: Chefin, at: gamma}\n"
        "id: y, text: Alpha war Gast., when: 2030, role: {of: alpha, is: Gast}\n"
        "id: z, text: Gamma ist offen., when: 2031-02, status: {of: gamma, is: open}"
    )
    shown = page(make({"articles/a.yml": article(told)}), "actors/index.md")
    assert '<span class="about">Chefin (Gamma)[^1]\u00a0· 2 Aussagen</span>' in shown
    assert '<span class="about">offen (Februar 2031)[^2]\u00a0· 2 Aussagen</span>' in shown
    assert "Gast" not in shown


def test_a_long_list_has_letters_and_german_order(make: Make) -> None:
    words = [*(f"Name {number:02}" for number in range(LETTERED)), "Ähre", "Zoll", "4. Heer"]
    people = "".join(f"t{number}: {{name: {word}, type: person}}\n" for number, word in enumerate(words))
    found = section(page(make({"actors/mehr.yml": people}), "actors/index.md"), "_art-person")
    letters = [line for line, after in pairwise(found) if after == "{ .letter }"]
    assert letters == ["H", "A", "B", "N", "Z"]  # 4. Heer stands first, as numbers do
    assert names(found)[:4] == ["4&#46; Heer", "Ähre", "Alpha", "Beta"]


def test_a_very_long_list_is_brief(make: Make) -> None:
    people = "".join(f"t{number}: {{name: Person {number}, type: person}}\n" for number in range(BRIEF))
    told = "id: x, text: Alpha war Gast., role: {of: alpha, is: Gast}"
    shown = page(make({"actors/mehr.yml": people, "articles/a.yml": article(told)}), "actors/index.md")
    assert "Gast" not in shown
    assert '[Alpha](alpha.md) <span class="about">1 Aussage</span>' in shown


def test_mapped_topics_have_a_map_and_the_same_facts_as_a_list(make: Make) -> None:
    place = "{lat: 53.5, lon: 8.1, source: Karte, approximate: true}"
    settings = SETTINGS.replace("traits: [located]", "traits: [located, mapped]")
    files = {
        "dossier.yml": settings,
        "places/p.yml": f"hafen: {{name: Hafen, type: town, coordinates: {place}}}\n"
        "deich: {name: Deich, type: town, coordinates: {lat: 53, lon: 8, source: Plan}}\n",
        "articles/a.yml": article("id: x, text: Der Hafen ist zu., when: 2031-04, status: {of: hafen, is: shut}"),
    }
    shown = page(make(files), "places/index.md")
    assert '<figure class="map"' in shown
    assert 'href="hafen.md" aria-label="Hafen, Stadt, Stand April 2031: geschlossen"' in shown
    assert "Die Lage ist nur ungefähr angegeben." in shown
    assert "Natural Earth" in shown
    rows = [line for line in section(shown, "_liste") if line.startswith("| <span>")]
    assert len(rows) == 2
    assert "[Deich](deich.md)" in rows[0]
    assert "ohne Angabe" in rows[0]
    for fact in ("[Hafen](hafen.md)", "Stadt\u00a0· 1 Aussage", "geschlossen (April 2031)[^1]", "53,5° N, 8,1° O"):
        assert fact in rows[1]


def test_what_is_only_located_has_no_map(make: Make) -> None:
    files = {"places/p.yml": "hafen: {name: Hafen, type: town, coordinates: {lat: 53.5, lon: 8.1, source: Karte}}"}
    shown = page(make(files), "places/index.md")
    assert "figure" not in shown
    assert names(section(shown, "_art-town")) == ["Hafen"]


def test_articles_by_date_with_their_valid_claims(make: Make) -> None:
    gone = "withdrawn: {date: 2031-07-01, reason: falsch}"
    files = {
        "articles/b.yml": article(f"id: x, text: Eins.\nid: y, text: Zwei., {gone}", "2031-02", title="B"),
        "articles/a.yml": article("id: x, text: Eins.\nid: y, text: Zwei.", "2031-01~", title="A", outlet="funk"),
    }
    shown = page(make(files), "articles/index.md")
    last, first = section(shown, "_2031")
    source = '<span class="origin">[Funk](../outlets/funk.md) *Staatsmedium*{ .badge .state } · 2 Aussagen</span>'
    assert first == f'- <span class="time">ca. Januar 2031</span> [A](a.md) {source}'
    unknown = '<span class="origin">Medium im Text nicht genannt · 1 Aussage</span>'
    assert last == f'- <time datetime="2031-02">Februar 2031</time> [B](b.md) {unknown}'
    assert any(line.startswith("Aus 2 Artikeln stammen") for line in shown.splitlines())


def test_questions_with_their_positions_what_is_open_first(make: Make) -> None:
    question = "{{title: Frage {0}, status: {1}, note: Eine Notiz., positions: {{ja: Ja, nein: Nein}}}}"
    files = {
        "questions.yml": f"f: {question.format(1, 'settled')}\ng: {question.format(2, 'open')}",
        "articles/a.yml": article("id: x, text: Eins., answers: {question: f, position: ja}"),
    }
    boxes = [line for line in page(make(files), "questions/index.md").splitlines() if line.startswith("<aside")]
    assert ["Frage 2" in boxes[0], "Frage 1" in boxes[1]] == [True, True]
    assert ">geklärt</span>" in boxes[1]
    answers = '<li><span class="answer">Ja</span> <span class="origin">1 Aussage: Artikel vom 5. Mai 2031</span></li>'
    assert answers in boxes[1]


@pytest.mark.parametrize("path", ["articles/index.md", "questions/index.md", "figures/index.md", "places/index.md"])
def test_an_empty_section_says_so(make: Make, path: str) -> None:
    body, _, _ = page(make({}), path).partition("<details")
    assert body.endswith("\n\nNoch keine Einträge.\n\n")
