"""Question pages: each position with who says so, by which source and when."""

from pages.conftest import Make, article, page, section

QUESTIONS = """
f:
  title: Bleibt Alpha?
  status: apparent
  note: Beides stimmt.[@ja]
  positions: {bleibt: Alpha bleibt, geht: Alpha geht, offen: Niemand weiß es}
"""
STAYS = "{question: f, position: bleibt}"
CLAIMS = """id: nein, text: Alpha geht., when: 2031-03, via: funk, answers: {question: f, position: geht}
id: ja, text: Alpha bleibt., by: beta, when: 2031-02, answers: {question: f, position: bleibt}
id: doch, text: Alpha bleibt doch., when: 2031-01, answers: [STAYS, STAYS]""".replace("STAYS", STAYS)


def test_answers_side_by_side(make: Make) -> None:
    files = {"questions.yml": QUESTIONS, "articles/a.yml": article(CLAIMS)}
    shown = page(make(files), "questions/f.md")
    counted, _, still, stays = section(shown, "_antwort-bleibt")[:4]
    assert counted == "2 Aussagen aus 1 Artikel"
    assert "Alpha](../actors/alpha.md) bleibt doch.[^2]" in still
    assert "*Wer: der Artikel selbst*{ .origin } [Artikel vom 5. Mai 2031](../articles/a.md#doch){ .origin }" in still
    assert stays.startswith('- <time datetime="2031-02">Februar 2031</time>: [Alpha](../actors/alpha.md) bleibt.[^1]')
    assert "*Wer: [Beta](../actors/beta.md)*{ .origin }" in stays
    goes = section(shown, "_antwort-geht")[2]
    assert "*Wer: [Funk](../outlets/funk.md) (Staatsmedium)*{ .origin }" in goes
    assert "[Funk (Staatsmedium), wiedergegeben in: Artikel vom 5. Mai 2031](../articles/a.md#nein)" in goes
    assert section(shown, "_antwort-offen")[0] == "Dafür ist noch keine Aussage ausgewertet."
    assert "Bleibt Alpha? 3 Antworten der Quellen im Vergleich." in shown


def test_the_status_is_named_as_ours(make: Make) -> None:
    shown = page(make({"questions.yml": QUESTIONS, "articles/a.yml": article(CLAIMS)}), "questions/f.md")
    ours = shown.partition('<div class="ours" markdown>')[2].partition("</div>")[0]
    assert ours.split("\n\n")[1:3] == [
        "Einschätzung der Redaktion: *nur scheinbarer Widerspruch*{ .badge .question-apparent }\n{ .meta }",
        "Beides stimmt.[^1] [Artikel vom 5. Mai 2031](../articles/a.md#ja){ .origin }",
    ]


def test_topics_and_independent_sources(make: Make) -> None:
    dossier = make({"questions.yml": QUESTIONS, "articles/a.yml": article(CLAIMS)})
    assert section(page(dossier, "questions/f.md"), "_themen") == [
        "[Alpha](../actors/alpha.md), [Beta](../actors/beta.md), [Funk](../outlets/funk.md)",
        "Die Aussagen stammen aus 2 unabhängigen Quellen.",
    ]
    empty = page(make({"questions.yml": QUESTIONS.replace("[@ja]", "")}), "questions/f.md")
    assert "_themen" not in empty
    assert "_belege" not in empty


def test_two_papers_that_print_one_report_are_one_source(make: Make) -> None:
    agency = {"outlets/mehr.yml": "dienst: {name: Dienst, type: paper}\nblatt: {name: Blatt, type: paper}"}
    answer = "text: Alpha bleibt., when: 2031, answers: {question: f, position: bleibt}"
    files = {
        "questions.yml": QUESTIONS.replace("[@ja]", ""),
        "articles/a.yml": article(f"id: x, {answer}", outlet="post", agency="dienst"),
        "articles/b.yml": article(f"id: x, {answer}", outlet="blatt", agency="dienst"),
    }
    shown = page(make({**agency, **files}), "questions/f.md")
    assert "Die Aussagen stammen aus 1 unabhängigen Quelle." in shown
    assert ["Post/Dienst" in line or "Blatt/Dienst" in line for line in section(shown, "_antwort-bleibt")[2:4]] == [
        True
    ] * 2


BOX = """
f:
  title: Bleibt "Alpha" <b>?
  status: open
  note: Ja.
  positions: {ja: Ja & immer, nein: Nein}
"""


def test_a_box_tells_each_answer_with_the_shortest_of_its_tellers(make: Make) -> None:
    answer = "answers: {question: f, position: ja}"
    claims = f"""id: a, text: Alpha., by: gamma, {answer}
        id: b, text: Alpha., by: '"Leute"', {answer}
        id: c, text: Alpha., by: beta, {answer}
        id: d, text: Alpha., by: beta, answers: [{{question: f, position: ja}}, {{question: f, position: ja}}]"""
    shown = page(make({"questions.yml": BOX, "articles/a.yml": article(claims)}), "questions/index.md")
    (box,) = [line for line in shown.splitlines() if line.startswith("<aside")]
    assert '<aside class="question-box" id="_frage-f">' in box
    assert (
        '<a href="f.md">Bleibt &quot;Alpha&quot; &lt;b&gt;?</a> <span class="badge question-open">offen</span>' in box
    )
    assert "Ja &amp; immer</span> " in box
    assert '<span class="origin">4 Aussagen: Beta; Gamma u. a.</span>' in box
    assert '<span class="answer">Nein</span> <span class="origin">noch keine Aussage</span>' in box


def test_who_says_so_may_be_anonymous_passed_on_or_the_article(make: Make) -> None:
    def told(**fields: str) -> str:
        more = "".join(f", {name}: {value}" for name, value in fields.items() if name != "agency")
        source = {"agency": "post"} if "agency" in fields else {}
        text = article(f"id: a, text: Alpha.{more}, answers: {{question: f, position: ja}}", **source)
        box = page(make({"questions.yml": BOX, "articles/a.yml": text}), "questions/index.md")
        return box.partition('<span class="origin">')[2].partition("<")[0]

    assert told(by="'\"Leute\"'") == "1 Aussage: „Leute“"
    assert told(via="funk") == "1 Aussage: Funk (Staatsmedium)"
    assert told(agency="yes") == "1 Aussage: Post, 5. Mai 2031"
