"""Event pages: accounts side by side, what differs between them, and what came before and after."""

from pages.conftest import Make, article, page, row, section

TIMELINE = """
erstes: {date: 2031-05-01, title: Erstes, type: talk, actors: gamma}
zweites: {date: 2031-05-02, title: Zweites & mehr, type: talk}
monat: {date: 2031-05, title: Im Mai, type: talk}
"""


def claims_of(text: str, anchor: str) -> list[str]:
    return [line for line in section(text, anchor) if line.startswith("- ")]


def compared(text: str) -> list[list[str]]:
    """The cells of the comparison, its first row the articles; nothing where there is none."""
    if "{ #_vergleich}" not in text:
        return []
    lines = [line for line in section(text, "_vergleich") if line.startswith("| ")]
    return [
        [cell.strip().removeprefix("<span>").removesuffix("</span>") for cell in line[1:-1].split("|")]
        for line in lines
    ]


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
    early, late = claims_of(shown, "_artikel-alt")
    assert early.startswith('- <time datetime="2030">2030</time>: [Beta](../actors/beta.md) kommt.[^1]')
    assert "[Absatz 2](../articles/alt.md#frueh){ .origin }" in early
    assert late.startswith("- [Alpha](../actors/alpha.md) geht.[^2]")
    assert "[Absätze 3, 4](../articles/alt.md#spaet){ .origin }" in late
    assert row(shown, "Belegt durch") == ["3 Aussagen, 2 Artikel, 2 unabhängige Quellen"]


def test_who_says_so_and_how_stand_with_the_claim(make: Make) -> None:
    claims = "id: x, event: erstes, text: Beta ruft., by: alpha, modality: denied"
    shown = page(make({"timeline/t.yml": TIMELINE, "articles/a.yml": article(claims)}), "timeline/erstes.md")
    (claim,) = claims_of(shown, "_artikel-a")
    assert "ruft.[^1] *bestritten*{ .badge .denied }" in claim
    assert "*Wer: [Alpha](../actors/alpha.md)*{ .origin }" in claim


def test_a_claim_that_names_the_event_twice_is_told_once(make: Make) -> None:
    files = {"timeline/t.yml": TIMELINE, "articles/a.yml": article("id: x, event: [erstes, erstes], text: Beta ruft.")}
    shown = page(make(files), "timeline/erstes.md")
    assert len(claims_of(shown, "_darstellungen")) == 1
    assert row(shown, "Belegt durch") == ["1 Aussage, 1 Artikel, 1 unabhängige Quelle"]


def test_what_was_passed_on_is_named_with_the_paragraph(make: Make) -> None:
    claims = "id: x, event: erstes, text: Beta ruft., via: [funk, post]"
    shown = page(make({"timeline/t.yml": TIMELINE, "articles/a.yml": article(claims)}), "timeline/erstes.md")
    assert "[nach Funk (Staatsmedium) und Post, Absatz 1](../articles/a.md#x){ .origin }" in shown


# What differs

QUESTIONS = "f: {title: Frage, status: open, note: Offen., positions: {ja: Sie gingen, nein: Sie blieben}}"
SOLDIERS = "soldaten: {title: Soldaten, unit: Soldaten, scope: alle}"


def test_accounts_are_compared_in_what_differs(make: Make) -> None:
    files = {
        "timeline/t.yml": TIMELINE,
        "questions.yml": QUESTIONS,
        "measures.yml": SOLDIERS,
        "articles/a.yml": article(
            "id: x, event: erstes, text: Alpha „ging fort“., when: 2031-05-01, answers: {question: f, position: ja}\n"
            "id: y, event: erstes, text: Es gingen 5., by: beta, modality: confirmed, "
            "figure: {measure: soldaten, value: 5, qualifier: about}",
            "2031-05-02",
        ),
        "articles/b.yml": article("id: x, event: erstes, text: Beta blieb.", "2031-05-03", outlet="post"),
    }
    shown = page(make(files), "timeline/erstes.md")
    assert compared(shown) == [
        ["Worin", "Artikel vom 2. Mai 2031", "Post, 3. Mai 2031"],
        ["Datum laut Artikel", '<time datetime="2031-05-01">1. Mai 2031</time>', "–"],
        ["Wer sagt das", "der Artikel selbst; [Beta](../actors/beta.md)", "der Artikel selbst"],
        ["Art der Aussage", "berichtet; bestätigt", "berichtet"],
        ["Wortwahl", "„ging fort“", "–"],
        ["[Soldaten](../figures/soldaten.md)", "rund 5[^1]", "–"],
        ["[Frage](../questions/f.md)", "Sie gingen", "–"],
    ]
    assert "„<mark>ging fort</mark>“" in shown
    assert "<mark>Hervorgehoben</mark>" in shown


def test_what_all_accounts_have_alike_needs_no_row(make: Make) -> None:
    claim = "id: x, event: erstes, text: Beta ruft., by: beta, modality: demanded"
    files = {"timeline/t.yml": TIMELINE, "articles/a.yml": article(claim), "articles/b.yml": article(claim)}
    shown = page(make(files), "timeline/erstes.md")
    assert compared(shown) == []
    assert "<mark>" not in shown


def test_one_account_is_compared_with_nothing(make: Make) -> None:
    claims = "id: x, event: erstes, text: Alpha „ging fort“.\nid: y, event: erstes, text: Beta., modality: denied"
    shown = page(make({"timeline/t.yml": TIMELINE, "articles/a.yml": article(claims)}), "timeline/erstes.md")
    assert compared(shown) == []
    assert "<mark>" not in shown


def test_many_accounts_go_on_in_a_further_table(make: Make) -> None:
    words = ("reported", "denied", "confirmed", "expected", "planned")
    files = {
        f"articles/a{number}.yml": article(
            f"id: x, event: erstes, text: Beta ruft., modality: {word}", f"2031-05-1{number}"
        )
        for number, word in enumerate(words)
    }
    shown = page(make({"timeline/t.yml": TIMELINE, **files}), "timeline/erstes.md")
    days = [f"Artikel vom 1{number}. Mai 2031" for number in range(5)]
    assert compared(shown) == [
        ["Worin", *days[:3]],
        ["Art der Aussage", "berichtet", "bestritten", "bestätigt"],
        ["Worin", *days[3:]],
        ["Art der Aussage", "erwartet", "geplant"],
    ]


def test_a_marked_name_of_a_topic_stays_a_link(make: Make) -> None:
    answers = "answers: {question: f, position: %s}"
    files = {
        "timeline/t.yml": TIMELINE,
        "actors/us.yml": "us: {name: Streitkräfte, type: state, aliases: [US-Truppen]}",
        "questions.yml": QUESTIONS.replace("Sie gingen", "Die US-Truppen"),
        "articles/a.yml": article(f"id: x, event: erstes, text: Es sind US-Truppen., {answers % 'ja'}"),
        "articles/b.yml": article(f"id: x, event: erstes, text: Sie blieben., {answers % 'nein'}"),
    }
    shown = page(make(files), "timeline/erstes.md")
    assert "- Es sind <mark>[US-Truppen](../actors/us.md)</mark>.[^1]" in shown
    assert "- Sie <mark>blieben</mark>.[^2]" in shown


# Around it


def test_neighbours_by_date_the_less_exact_last(make: Make) -> None:
    dossier = make({"timeline/t.yml": TIMELINE})

    def neighbours(name: str) -> list[str]:
        return [line for line in section(page(dossier, f"timeline/{name}.md"), "_nachbarn") if "rel=" in line]

    def link(rel: str, way: str, target: str, when: str, title: str) -> str:
        time = f'<span class="when"><time datetime="{when[0:10]}">{when[11:]}</time></span>'
        return (
            f'<a rel="{rel}" href="{target}.md"><span class="way">{way}</span> {time} '
            f'<span class="title">{title}</span></a>'
        )

    second = "zweites", "2031-05-02 2. Mai 2031", "Zweites &amp; mehr"
    assert neighbours("erstes") == [link("next", "Danach", *second)]
    assert neighbours("monat") == [link("prev", "Davor", *second)]
    assert [line.split(">")[2][:6] for line in neighbours("zweites")] == ["Davor<", "Danach"]
    assert '<time datetime="2031-05">Mai 2031</time>' in neighbours("zweites")[1]


def test_topics_by_kind_in_the_order_of_the_kinds(make: Make) -> None:
    claims = "id: x, event: erstes, text: Post meldet Alpha."
    shown = page(make({"timeline/t.yml": TIMELINE, "articles/a.yml": article(claims)}), "timeline/erstes.md")
    assert row(shown, "Akteure") == ["[Gamma](../actors/gamma.md), [Alpha](../actors/alpha.md)"]
    assert row(shown, "Medien") == ["[Post](../outlets/post.md)"]
    assert shown.index("<dt>Akteure</dt>") < shown.index("<dt>Medien</dt>")


def test_ways_on_lead_to_the_topics_most_told_of(make: Make) -> None:
    claims = "id: x, event: erstes, text: Post meldet Alpha.\nid: y, event: erstes, text: Beta.\nid: z, text: Beta."
    shown = page(make({"timeline/t.yml": TIMELINE, "articles/a.yml": article(claims)}), "timeline/erstes.md")
    assert [line for line in section(shown, "_mehr") if line.startswith("<li>")] == [
        '<li><a href="../actors/beta.md">Beta</a></li>',
        '<li><a href="../actors/alpha.md">Alpha</a></li>',
    ]


def test_an_event_that_nobody_tells_of(make: Make) -> None:
    shown = page(make({"timeline/t.yml": TIMELINE}), "timeline/monat.md")
    assert section(shown, "_darstellungen") == ["Noch kein Artikel ist dazu ausgewertet."]
    assert row(shown, "Belegt durch") == []
    assert all(anchor not in shown for anchor in ("_belege", "_vergleich", "_mehr", "_fragen"))


def test_questions_that_its_claims_answer(make: Make) -> None:
    files = {
        "timeline/t.yml": TIMELINE,
        "questions.yml": QUESTIONS,
        "articles/a.yml": article("id: x, event: erstes, text: Beta., answers: {question: f, position: ja}"),
    }
    dossier = make(files)
    (box,) = section(page(dossier, "timeline/erstes.md"), "_fragen")
    assert box.startswith('<aside class="question-box">')
    assert 'href="../questions/f.md"' in box
    assert "_fragen" not in page(dossier, "timeline/zweites.md")
