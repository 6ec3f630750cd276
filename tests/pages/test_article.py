"""Article pages: claims with their permalinks, notices, origin, grades, and texts that may be published."""

from dataclasses import replace
from html import unescape

from generator.pages import article as module
from pages.conftest import Make, article, page, row, section

PATH = "articles/eins.md"


def test_claims_stand_in_their_own_order_with_anchor_and_paragraph(make: Make) -> None:
    claims = "id: b, text: Beta geht., when: 2031-02\nid: a, text: Alpha kommt., when: 2030, modality: denied"
    lines = section(page(make({"articles/eins.yml": article(claims)}), PATH), "_aussagen")
    lines = [line for line in lines if line.startswith("- ")]
    assert lines[0].startswith('- <span id="b" class="claim"></span>[Beta](../actors/beta.md) geht.[^1]')
    assert '[Absatz 1](#b){ .origin .permalink title="' in lines[0]
    assert "*bestritten*{ .badge .denied }" in lines[1]


def test_a_withdrawn_claim_keeps_its_anchor_and_loses_its_words(make: Make) -> None:
    claims = "id: a, text: Alpha lügt., withdrawn: {date: 2031-07-01, reason: falsch}\nid: b, text: Beta lügt."
    dossier = make({"articles/eins.yml": article(claims, topics="gamma")})
    text = page(dossier, PATH)
    assert '- <span id="a" class="claim"></span>**zurückgezogen** am 1. Juli 2031: falsch' in text
    assert "Alpha" not in text
    assert row(text, "Ausgewertet")[0] == "1 Aussage"
    assert "1 belegte Aussage." in text
    assert "Alpha" not in page(dossier, "actors/beta.md")
    assert "lügt" not in page(dossier, "actors/alpha.md")


def test_a_withdrawn_article_keeps_the_anchors_of_all_its_claims(make: Make) -> None:
    text = article("id: a, text: Alpha lügt.", withdrawn="{date: 2031-07-01, reason: erfunden}", outlet="post")
    dossier = make({"articles/eins.yml": text})
    shown = page(dossier, PATH)
    told = "erfunden [Zu den Korrekturen](../corrections/index.md#eins)\n"
    assert f'!!! warning "Zurückgezogen am 1. Juli 2031"\n\n    {told}' in shown
    whole = "**zurückgezogen** mit dem ganzen Artikel am 1. Juli 2031"
    assert f'<span id="a" class="claim"></span>{whole}: {told}' in shown
    assert "lügt" not in shown
    assert "_themen" not in shown
    assert "_artikel" not in page(dossier, "actors/alpha.md")
    badge = "[zurückgezogen](../corrections/index.md#eins){ .badge .unverified }"
    assert badge in page(dossier, "outlets/post.md")
    assert badge in page(dossier, "articles/index.md")
    assert "eins.md" not in page(dossier, "index.md")


def test_corrections_are_told_with_date_and_reason(make: Make) -> None:
    claims = "id: a, text: Alpha kommt., corrected: {date: 2031-07-02, reason: war Beta}"
    text = article(claims, corrected="{date: 2031-07-01, reason: Datum}")
    dossier = make({"articles/eins.yml": text})
    shown = page(dossier, PATH)
    assert (
        '!!! note "Berichtigt am 1. Juli 2031"\n\n    Datum [Zu den Korrekturen](../corrections/index.md#eins)\n'
        in shown
    )
    assert "Berichtigt am 2. Juli 2031: war Beta [Zu den Korrekturen](../corrections/index.md#eins.a)" in shown
    alpha = page(dossier, "actors/alpha.md")
    assert "[berichtigt](../corrections/index.md#eins.a){ .badge }" in alpha
    assert " · [Berichtigt am 2. Juli 2031](../corrections/index.md#eins.a) [Zitieren]" in alpha
    assert "[berichtigt](../corrections/index.md#eins){ .badge }" in page(dossier, "articles/index.md")


def test_an_article_without_claims_is_not_evaluated_yet(make: Make) -> None:
    dossier = make({"articles/eins.yml": article(topics="alpha", outlet="post")})
    shown = page(dossier, PATH)
    assert section(shown, "_aussagen")[0].startswith("**Noch nicht ausgewertet.**")
    assert "_belege" not in shown
    assert section(shown, "_themen") == ["**Akteure:** [Alpha](../actors/alpha.md)"]
    for path in ("actors/alpha.md", "outlets/post.md", "articles/index.md", "index.md"):
        lines = [line for line in page(dossier, path).splitlines() if "eins.md" in line]
        assert ["noch nicht ausgewertet" in line for line in lines] == [True], path


def test_drafts_are_counted_and_not_shown(make: Make) -> None:
    one = page(make({"articles/eins.yml": article("id: a")}), PATH)
    assert "1 Aussage ist noch nicht formuliert." in one
    assert "**Noch nicht ausgewertet.**" in one
    two = page(make({"articles/eins.yml": article("id: a\nid: b\nid: c, text: Alpha kommt.")}), PATH)
    assert "2 Aussagen sind noch nicht formuliert." in two
    assert "Noch nicht ausgewertet" not in two


def test_grades_are_counted_best_first(make: Make) -> None:
    dossier = make({"articles/eins.yml": article("id: a, text: X.\nid: b, text: Y.\nid: c, text: Z.")})
    claims = dossier.by_article["eins"]
    graded = tuple(replace(claim, grade=grade) for claim, grade in zip(claims, ("found", "read", "found"), strict=True))
    shown = page(replace(dossier, by_article={"eins": graded}), PATH)
    assert row(shown, "Ausgewertet") == ["3 Aussagen", "1 am Text gelesen", "2 maschinell gefunden"]
    assert "unverified" not in shown


def test_whom_it_names_by_kind_most_often_first(make: Make) -> None:
    claims = "id: a, text: Funk und Gamma.\nid: b, text: Gamma und Beta.\nid: c, text: Alpha., by: gamma"
    lines = section(page(make({"articles/eins.yml": article(claims)}), PATH), "_themen")
    assert lines == [
        "**Akteure:** [Gamma](../actors/gamma.md) (3), [Alpha](../actors/alpha.md) (1), [Beta](../actors/beta.md) (1)",
        "**Medien:** [Funk](../outlets/funk.md) (1)",
    ]


def test_origin_tells_all_that_is_known(make: Make) -> None:
    text = article(
        outlet="funk",
        agency="post",
        authors="[A. Bee, C. Dee]",
        published_basis='"inferred: steht im Kopf"',
        url="https://example.org/a",
        archived_url="https://example.org/b",
        provenance="Ein Kürzel.",
        language="en",
    )
    shown = page(make({"articles/eins.yml": text}), PATH)
    badge = "*Staatsmedium*{ .badge .state }"
    assert row(shown, "Quelle") == [f"[Funk](../outlets/funk.md) {badge} / [Post](../outlets/post.md)"]
    assert row(shown, "Verfasst von") == ["A. Bee, C. Dee"]
    assert row(shown, "Veröffentlicht") == ['<time datetime="2031-05-05">5. Mai 2031</time> *erschlossen*{ .origin }']
    assert row(shown, "Wie erschlossen") == ["steht im Kopf"]
    assert row(shown, "Sprache") == ["Englisch"]
    assert row(shown, "Was der Text zeigt") == ["Ein Kürzel."]
    address = '[https://example.org/{0}](<https://example.org/{0}>){{ rel="noopener external" }}'
    assert row(shown, "Original") == [address.format("a")]
    assert row(shown, "Archivkopie") == [address.format("b")]
    cited = "], Funk (Staatsmedium)/Post, 5. Mai 2031 [erschlossen], https://example.org/a</p>"
    assert cited in unescape(shown)


def test_what_is_not_known_is_shown_as_unknown_or_left_out(make: Make) -> None:
    shown = page(make({"articles/eins.yml": article()}), PATH)
    assert row(shown, "Quelle") == ["Medium im Text nicht genannt"]
    assert row(shown, "Original") == ["Adresse nicht bekannt"]
    assert [row(shown, name) for name in ("Verfasst von", "Wie erschlossen", "Archivkopie")] == [[]] * 3


def test_a_text_that_may_be_published_stands_in_numbered_paragraphs(make: Make) -> None:
    files = {
        "articles/eins.yml": article("id: a, p: [1, 2, 3], text: Alpha kommt.", rights="full").replace("p: 1, ", ""),
        "articles/eins.md": "## Kopf\n\nEin *Wort*.\n",
    }
    shown = page(make(files), PATH)
    assert section(shown, "_text") == ["**Kopf**", "{ #absatz-1 }", "Ein *Wort*.", "{ #absatz-2 }"]
    (claim,) = [line for line in section(shown, "_aussagen") if line.startswith("- ")]
    assert "*Absätze [1](#absatz-1), [2](#absatz-2), 3*{ .origin }" in claim
    assert '[Verweis](#a){ .origin .permalink title="Dauerhafter Verweis auf diese Aussage" }' in claim
    assert row(shown, "Rechte") == ["Text darf veröffentlicht werden"]


def test_one_page_an_article_in_the_order_of_publication(make: Make) -> None:
    dossier = make({"articles/b.yml": article(published="2031-01"), "articles/a.yml": article(published="2031-01-31")})
    assert [found.path for found in module.pages(dossier)] == ["articles/a.md", "articles/b.md"]


QUESTION = "f: {title: Frage, status: open, note: Eine Notiz., positions: {ja: Ja}}"


def test_questions_that_its_claims_answer_once(make: Make) -> None:
    answer = "answers: {question: f, position: ja}"
    files = {
        "questions.yml": QUESTION,
        "articles/eins.yml": article(f"id: x, text: Alpha., {answer}\nid: y, text: Beta., {answer}"),
        "articles/zwei.yml": article("id: z, text: Alpha."),
    }
    dossier = make(files)
    (box,) = section(page(dossier, PATH), "_fragen")
    assert '<a href="../questions/f.md">Frage</a>' in box
    assert "2 Aussagen: " in box
    assert "_fragen" not in page(dossier, "articles/zwei.md")


def test_its_own_notes_do_not_name_it_again(make: Make) -> None:
    shown = page(make({"articles/eins.yml": article("id: a, text: Alpha kommt., by: beta")}), PATH)
    (note,) = [line for line in shown.splitlines() if line.startswith("[^1]: ")]
    place = "[Absatz 1](#a){ .note-place }"
    said = "Aussage: berichtet, Urheber: [Beta](../actors/beta.md)"
    assert note == f"[^1]: {place} · {said} · Prüfung: noch ungeprüft [Zitieren](#_zitieren-a){{ .cite-link }}"


def test_the_index_lists_by_year_latest_first(make: Make) -> None:
    files = {
        "articles/a.yml": article("id: x, text: Alpha.", published="2030-01", title="Alt", outlet="funk"),
        "articles/b.yml": article(published="2031-02", title="Mitte"),
        "articles/c.yml": article(published="2031-03", title="Neu"),
    }
    shown = page(make(files), "articles/index.md")
    assert [line for line in shown.splitlines() if line.startswith("## ")] == [
        "## 2031 (2) { #_2031}",
        "## 2030 (1) { #_2030}",
    ]
    assert [line.partition("[")[2].partition("]")[0] for line in section(shown, "_2031")] == ["Neu", "Mitte"]
    (old,) = section(shown, "_2030")
    source = "[Funk](../outlets/funk.md) *Staatsmedium*{ .badge .state } · 1 Aussage"
    assert old == f'- <time datetime="2030-01">Januar 2030</time> [Alt](a.md) <span class="origin">{source}</span>'
