"""Topic pages: each claim once in full, facts by their latest claims, relations from both ends, links to it."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.dossier import Dossier
from generator.topic_ties import NEIGHBOURS, SENTENCES
from pages.conftest import SETTINGS, Make, article, page, row, section

ALPHA = "actors/alpha.md"
EVENTS = "".join(f"e{n}: {{date: 2031-0{n}, title: Ereignis {n}, type: talk}}\n" for n in (1, 2, 3))


def blocks(text: str) -> list[str]:
    """The list items that tell a claim in full: with a mark and a link to the claim in its article."""
    items = (line for line in text.splitlines() if line.startswith("- "))
    return [match[1] for item in items if (match := re.search(r"\[\^\d+\].*\]\(\.\./articles/([^)]+)\)", item))]


def assert_each_claim_once(dossier: Dossier) -> None:
    for topic in dossier.topics.values():
        about = [claim.key for claim in dossier.about.get(topic.id, ())]
        shown = blocks(page(dossier, f"{topic.kind.folder}/{topic.id}.md"))
        assert sorted(shown) == sorted(key.replace("#", ".md#") for key in about), topic.id


@st.composite
def claims(draw: st.DrawFn) -> str:
    """Up to eight claims that name, say, tell of and pass on whatever there is."""
    lines = []
    for number in range(draw(st.integers(0, 8))):
        fields = {
            "topics": draw(st.lists(st.sampled_from(["alpha", "beta", "funk"]), max_size=3)),
            "by": draw(st.lists(st.sampled_from(["alpha", "beta", '"x"']), max_size=2)),
            "via": draw(st.lists(st.sampled_from(["funk", "post"]), max_size=2)),
            "event": draw(st.lists(st.sampled_from(["e1", "e2", "e3"]), max_size=3)),
        }
        given_fields = "".join(f", {name}: {[*values]}" for name, values in fields.items() if values)
        gone = ", withdrawn: {date: 2031-07-01, reason: falsch}" if draw(st.booleans()) and number % 3 == 0 else ""
        when = draw(st.sampled_from(["", ", when: 2031", ", when: 2031-02-03"]))
        lines.append(f"id: c{number}, text: Gamma {number}.{given_fields}{when}{gone}")
    return "\n".join(lines)


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=claims(), second=claims())
def test_each_claim_stands_once_as_a_block_with_mark_and_source(make: Make, first: str, second: str) -> None:
    files = {"timeline/t.yml": EVENTS + "e4: {date: 2031-04, title: Nur genannt, type: talk, actors: beta}\n"}
    assert_each_claim_once(make({**files, "articles/a.yml": article(first), "articles/b.yml": article(second)}))


def test_a_claim_of_two_events_stands_under_the_first(make: Make) -> None:
    text = article("id: x, event: [e2, e1], text: Alpha spricht., by: alpha\nid: y, event: e2, text: Beta hört.")
    shown = page(make({"timeline/t.yml": EVENTS, "articles/a.yml": text}), ALPHA)
    (told,) = section(shown, "_ereignis-e1")
    assert told.startswith('- <time datetime="2031-02">Februar 2031</time>: Alpha spricht.[^1]')
    assert section(shown, "_ereignis-e2") == ["[Auf der Seite des Ereignisses](../timeline/e2.md): 2 Aussagen."]
    assert "_sagt" not in shown
    assert "_ueber" not in shown


def test_events_that_only_their_record_ties_to_the_topic(make: Make) -> None:
    events = "".join(f"e{n}: {{date: 203{n}, title: E, type: talk, actors: alpha}}\n" for n in (1, 2))
    shown = page(make({"timeline/t.yml": events, "articles/a.yml": article("id: x, event: e1, text: Beta.")}), ALPHA)
    assert section(shown, "_ereignis-e1") == ["[Auf der Seite des Ereignisses](../timeline/e1.md): 1 Aussage."]
    assert section(shown, "_ereignis-e2") == ["Noch kein Artikel ist dazu ausgewertet."]


def test_what_it_says_and_what_is_said_of_it(make: Make) -> None:
    text = article("id: x, text: Alpha ruft., by: [alpha, beta], when: 2031-02\nid: y, text: Alpha geht.")
    shown = page(make({"articles/a.yml": text}), ALPHA)
    assert "## Aussagen von Alpha (1) { #_sagt}" in shown
    assert section(shown, "_sagt")[0].startswith('- <time datetime="2031-02">Februar 2031</time>: Alpha ruft.[^1]')
    assert "## Was sonst berichtet wird (1) { #_ueber}" in shown
    assert section(shown, "_ueber")[0].startswith("- Alpha geht.[^2]")
    alone = page(make({"articles/a.yml": article("id: y, text: Alpha geht.")}), ALPHA)
    assert "## Was berichtet wird (1) { #_ueber}" in alone


def test_states_latest_first_and_once_a_time(make: Make) -> None:
    text = article(
        """id: a, text: Eins., when: 2030, status: {of: alpha, is: open}
        id: b, text: Zwei., when: 2031, status: {of: alpha, is: shut}
        id: c, text: Drei., when: 2030, status: [{of: alpha, is: open}, {of: beta, is: shut}]
        id: d, text: Vier., status: {of: alpha, is: open}"""
    )
    shown = page(make({"articles/a.yml": text}), ALPHA)
    names = re.findall("<dt>(Stand .*)</dt>", shown)
    assert [(name, *row(shown, name)) for name in names] == [
        ("Stand 2031", "geschlossen[^1]"),
        ("Stand 5. Mai 2031", "offen[^2]"),
        ("Stand 2030", "offen[^3][^4]"),
    ]


def test_each_office_once_by_its_latest_claim(make: Make) -> None:
    text = article(
        """id: a, text: Eins., when: 2029, role: {of: alpha, is: Sprecher, at: gamma}
        id: b, text: Zwei., when: 2031, role: {of: alpha, is: sprecher}
        id: c, text: Drei., when: 2030, role: {of: alpha, is: Chef}
        id: d, text: Vier., when: 2028, role: {of: beta, is: Sprecher, at: gamma}"""
    )
    dossier = make({"articles/a.yml": text})
    assert row(page(dossier, ALPHA), "Funktion") == [
        "sprecher ([Gamma](gamma.md))[^1] *Stand 2031*{ .origin }",
        "Chef[^2] *Stand 2030*{ .origin }",
    ]
    assert row(page(dossier, "actors/gamma.md"), "Funktion") == [
        "[Alpha](alpha.md): Sprecher[^1] *Stand 2029*{ .origin }",
        "[Beta](beta.md): Sprecher[^2] *Stand 2028*{ .origin }",
    ]


def test_relations_from_both_ends_and_once(make: Make) -> None:
    text = article(
        """id: a, text: Eins., by: beta, when: 2030, relation: {of: alpha, is: leads, to: gamma}
        id: b, text: Zwei., by: beta, when: 2031, relation: {of: alpha, is: leads, to: gamma}
        id: c, text: Drei., when: 2031, relation: {of: beta, is: leads, to: alpha}"""
    )
    dossier = make({"articles/a.yml": text})
    source = "[Artikel vom 5. Mai 2031](../articles/a.md#c){ .origin }"
    assert [line for line in section(page(dossier, ALPHA), "_beziehungen") if "](" in line] == [
        "| führt | [Gamma](gamma.md) | 2030 bis 2031 | [Beta](beta.md) | [^1][^2] |",
        f"| wird geführt von | [Beta](beta.md) | 2031 | {source} | [^3] |",
    ]
    assert "| wird geführt von | [Alpha](alpha.md) | 2030 bis 2031 |" in page(dossier, "actors/gamma.md")


def test_figures_of_its_claims_and_of_its_measures(make: Make) -> None:
    text = article(
        """id: a, text: Alpha zählt., when: 2031, figure: {measure: fremd, value: 1}
        id: b, text: Beta zählt., when: 2031, figure: {measure: eigen, value: 2}
        id: c, text: Beta zählt., when: 2031, figure: {measure: fremd, value: 3}"""
    )
    measures = "fremd: {title: Fremd, unit: x, scope: X.}\neigen: {title: Eigen, unit: x, scope: X., topics: alpha}"
    shown = page(make({"articles/a.yml": text, "measures.yml": measures}), ALPHA)
    assert "### [Fremd](../figures/fremd.md) { #_reihe-fremd}" in shown
    assert [line.split(" | ")[0] for line in section(shown, "_reihe-fremd") if "](" in line] == ["| 1[^1]"]
    assert [line.split(" | ")[0] for line in section(shown, "_reihe-eigen") if "](" in line] == ["| 2[^2]"]


def test_neighbours_by_shared_claims_then_by_name(make: Make) -> None:
    more = "".join(f"n{n}: {{name: Nachbar{n}, type: state}}\n" for n in range(NEIGHBOURS))
    names = ", ".join(f"n{n}" for n in range(NEIGHBOURS))
    text = article(f"id: a, text: Alpha und Gamma.\nid: b, text: Alpha und Gamma., topics: [{names}, beta]")
    lines = section(page(make({"actors/mehr.yml": more, "articles/a.yml": text}), ALPHA), "_nachbarn")
    names = [match[1] for line in lines if (match := re.match(r"\[(\w+)\]\(\w+\.md\)$", line))]
    counts = [match[1] for line in lines if (match := re.match(r"<summary>(.*)</summary>", line))]
    assert names == ["Gamma", "Beta", *(f"Nachbar{n}" for n in range(NEIGHBOURS - 2))]
    assert counts == ["2 gemeinsame Aussagen"] + ["1 gemeinsame Aussage"] * (NEIGHBOURS - 1)


def test_a_neighbour_shows_the_latest_sentences_and_where_all_are(make: Make) -> None:
    told = "\n".join(f"id: c{n}, text: Alpha und Beta {n}., when: 203{n}" for n in range(SENTENCES + 1))
    lines = section(page(make({"articles/a.yml": article(told)}), ALPHA), "_nachbarn")
    shown = [line for line in lines if line.startswith("- ")]
    assert len(shown) == SENTENCES
    assert shown[0] == '- <time datetime="2031">2031</time>: Alpha und [Beta](beta.md) 1.[^2]'
    assert "Alle gemeinsamen Aussagen stehen auch auf der Seite [Beta](beta.md)." in lines
    few = section(page(make({"articles/a.yml": article("id: x, text: Alpha und Beta.")}), ALPHA), "_nachbarn")
    assert not [line for line in few if line.startswith("Alle")]


def test_evidence_is_counted_by_origin(make: Make) -> None:
    more = {"outlets/mehr.yml": "dienst: {name: Dienst, type: paper}"}
    files = {
        "articles/a.yml": article("id: x, text: Alpha.", outlet="post", agency="dienst"),
        "articles/b.yml": article("id: x, text: Alpha.", outlet="funk", agency="dienst"),
        "articles/c.yml": article("id: x, text: Alpha., via: dienst"),
        "articles/leer.yml": article(topics="alpha"),
    }
    shown = page(make({**more, **files}), ALPHA)
    assert row(shown, "Belegt durch") == ["3 Aussagen", "3 Artikel", "1 unabhängige Quelle"]
    assert "Alpha (Person): 3 belegte Aussagen aus 3 Artikeln im Dossier „Probe“." in shown
    assert len(section(shown, "_artikel")) == 4


def test_a_topic_that_nothing_tells_of_has_no_empty_section(make: Make) -> None:
    shown = page(make({}), ALPHA)
    assert [line for line in shown.splitlines() if line.startswith("#")] == ["# Alpha { #_titel}"]
    assert row(shown, "Belegt durch") == []


def test_an_outlet_with_its_articles_and_what_others_pass_on(make: Make) -> None:
    files = {
        "articles/eigen.yml": article("id: x, text: Beta geht.", outlet="funk", title="Eigener"),
        "articles/fremd.yml": article(
            "id: x, text: Beta kommt., via: funk\nid: y, text: Alpha., via: funk", title="Fremder"
        ),
    }
    dossier = make(files)
    shown = page(dossier, "outlets/funk.md")
    assert row(shown, "Medium") == ["Staatsmedium"]
    assert "## Artikel von Funk (1) { #_veroeffentlicht}" in shown
    assert ["eigen.md" in line for line in section(shown, "_veroeffentlicht")] == [True]
    assert "## Artikel, in denen Funk vorkommt (1) { #_artikel}" in shown
    assert ["fremd.md" in line for line in section(shown, "_artikel")] == [True]
    assert section(shown, "_weitergegeben") == ["2 Aussagen stützen sich auf Funk, in 1 Artikel.[^1][^2]"]
    once = page(make({"articles/a.yml": article("id: x, text: Beta kommt., via: funk")}), "outlets/funk.md")
    assert section(once, "_weitergegeben") == ["1 Aussage stützt sich auf Funk, in 1 Artikel.[^1]"]


def test_state_media_of_another_name_are_marked_as_such(make: Make) -> None:
    other = SETTINGS.replace("state-media: Staatsmedium", "state-media: Sender des Hofes")
    shown = page(make({"dossier.yml": other}), "outlets/funk.md")
    assert row(shown, "Medium") == ["Sender des Hofes *Staatsmedium*{ .badge .state }"]


def test_facts_intro_and_note(make: Make) -> None:
    places = """
stadt:
  name: Stadt
  type: town
  aliases: [Ort, Dorf]
  coordinates: {lat: -33.785, lon: 42.5, source: Karte}
  intro: Die Stadt liegt am Fluss.[@x]
  note: {text: Siehe [[Alpha]]., source: Eigene}
nord: {name: Nord, type: town, coordinates: {lat: 1, lon: -2, source: Karte, approximate: true}}
"""
    places = places.replace("text: Siehe [[Alpha]].,", "text: 'Siehe [[Alpha]].',")
    dossier = make(
        {
            "places/p.yml": places,
            "articles/a.yml": article("id: x, text: Alpha nennt [[Dorf]].").replace(
                "Alpha nennt [[Dorf]].", "'Alpha nennt [[Dorf]].'"
            ),
        }
    )
    shown = page(dossier, "places/stadt.md")
    assert row(shown, "Auch genannt") == ["Ort · Dorf"]
    assert row(shown, "Lage") == ["33,785° S, 42,5° O – Quelle: Karte"]
    assert row(page(dossier, "places/nord.md"), "Lage") == ["1° N, 2° W (ungefähr) – Quelle: Karte"]
    assert "\nDie Stadt liegt am Fluss.[^1] [Artikel vom 5. Mai 2031](../articles/a.md#x){ .origin }\n" in shown
    assert '!!! info "Anmerkung der Redaktion"\n\n    Siehe [Alpha](../actors/alpha.md). Quelle: Eigene\n' in shown
    linked = '<dd markdown="span">[Stadt](../places/stadt.md) <span class="sentence">Siehe Alpha.</span></dd>'
    assert ["<dt>Orte</dt>", linked] == section(page(dossier, ALPHA), "_erwaehnt")[1:3]


def test_questions_that_claims_about_it_answer(make: Make) -> None:
    files = {
        "questions.yml": "f: {title: Frage, status: open, note: Eine Notiz., positions: {ja: Ja}}",
        "articles/a.yml": article("id: x, text: Alpha., answers: {question: f, position: ja}"),
    }
    dossier = make(files)
    (box,) = section(page(dossier, ALPHA), "_fragen")
    assert '<a href="../questions/f.md">Frage</a> <span class="badge question-open">offen</span>' in box
    assert '<span class="answer">Ja</span> <span class="origin">1 Aussage: Artikel vom 5. Mai 2031</span>' in box
    assert "_fragen" not in page(dossier, "actors/beta.md")
