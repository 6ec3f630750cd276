"""Section indexes: every article, question and figure, and the topics of each kind by their type."""

import pytest

from pages.conftest import Make, article, page, section


def test_topics_by_type_in_the_order_of_the_types(make: Make) -> None:
    more = {"actors/mehr.yml": "zeta: {name: Zeta, type: person, aliases: [Z, '*Zz*']}"}
    shown = page(make({**more, "articles/a.yml": article("id: x, text: Zeta trifft Beta.")}), "actors/index.md")
    assert section(shown, "_art-person") == [
        "- [Alpha](alpha.md) *0 Aussagen*{ .origin }",
        "- [Beta](beta.md) *1 Aussage*{ .origin }",
        "- [Zeta](zeta.md) *auch: Z, &#42;Zz&#42;*{ .aliases } *1 Aussage*{ .origin }",
    ]
    assert section(shown, "_art-state") == ["- [Gamma](gamma.md) *0 Aussagen*{ .origin }"]


def test_articles_by_date_with_their_valid_claims(make: Make) -> None:
    gone = "withdrawn: {date: 2031-07-01, reason: falsch}"
    files = {
        "articles/b.yml": article(f"id: x, text: Eins.\nid: y, text: Zwei., {gone}", "2031-02", title="B"),
        "articles/a.yml": article("id: x, text: Eins.\nid: y, text: Zwei.", "2031-01~", title="A", outlet="funk"),
    }
    lines = page(make(files), "articles/index.md").splitlines()
    assert lines[-2].endswith(" *Funk (Staatsmedium), ca. Januar 2031, 2 Aussagen*{ .origin }")
    assert [line.partition(" *")[0] for line in lines[-2:]] == [
        '- <span class="time">ca. Januar 2031</span>: [A](a.md)',
        '- <time datetime="2031-02">Februar 2031</time>: [B](b.md)',
    ]
    assert lines[-1].endswith(" *Artikel vom Februar 2031, 1 Aussage*{ .origin }")
    assert any(line.startswith("Aus 2 Artikeln stammen") for line in lines)


def test_questions_with_their_positions(make: Make) -> None:
    files = {
        "questions.yml": "f: {title: Frage, status: settled, note: Eine Notiz., positions: {ja: Ja, nein: Nein}}",
        "articles/a.yml": article("id: x, text: Eins., answers: {question: f, position: ja}"),
    }
    assert section(page(make(files), "questions/index.md"), "_frage-f") == [
        "*geklärt*{ .badge .question-settled }",
        "- Ja *1 Aussage*{ .origin }",
        "- Nein *0 Aussagen*{ .origin }",
    ]


def test_figures_with_their_sources(make: Make) -> None:
    files = {
        "measures.yml": "zug: {title: Züge, unit: Züge, scope: Alle.}\nleer: {title: Leer, unit: x, scope: Nichts.}",
        "articles/a.yml": article("id: x, text: Eins., when: 2031, figure: {measure: zug, value: 1}"),
    }
    shown = page(make(files), "figures/index.md")
    assert section(shown, "_reihe-zug") == [
        "Alle.",
        '- <time datetime="2031">2031</time>: **1** Züge[^1] [Artikel vom 5. Mai 2031](../articles/a.md#x){ .origin }',
    ]
    assert section(shown, "_reihe-leer") == ["Nichts.", "Noch keine Angabe ist ausgewertet."]


@pytest.mark.parametrize("path", ["articles/index.md", "questions/index.md", "figures/index.md", "places/index.md"])
def test_an_empty_section_says_so(make: Make, path: str) -> None:
    assert page(make({}), path).endswith("\n\nNoch keine Einträge.\n")
