"""What resolve computes: mentions, accounts, answers, figures, backlinks, origins and their order."""

from pathlib import Path

import pytest
from small import ARTICLE, dossier, project

from generator.dossier import Backlink, Span, independent_origins
from generator.markup import find_refs
from generator.pipeline import load
from generator.problems import Problems
from generator.published import said_hash
from generator.resolve import sorted_name

MORE = "seeds/articles/2031-05-fluss.yml"
HEAD = "published_basis: stated\nadded: 2031-05-01\n"


def article(claims: str, *, title: str = "Noch ein Artikel", published: str = "2031-05", more: str = "") -> str:
    return f"title: {title}\npublished: {published}\n{HEAD}{more}claims:\n{claims}"


def test_names_in_a_claim_become_links(tmp_path: Path) -> None:
    found = dossier(tmp_path)
    claim = found.claims["2031-04-lager#vierzig"]
    assert claim.spans == (
        Span("Imke Fries", "imke-fries"),
        Span(" zählt 40 Leute im "),
        Span("Lager Süd", "lager-sued"),
        Span("."),
    )
    assert claim.topics == ("imke-fries", "lager-sued")
    assert claim.text == claim.record.text
    assert claim.key == "2031-04-lager#vierzig"


def test_explicit_links_come_first_and_show_words_or_names(tmp_path: Path) -> None:
    text = "'[[imke-fries|Sie]] und [[deichbund]] gehen mit [[Fries]] zur [[versammlung]], dann kommt Fries.'"
    found = dossier(tmp_path, files={MORE: article(f"  - {{id: a, p: 1, text: {text}, when: 2031-04-02}}\n")})
    claim = found.claims["2031-05-fluss#a"]
    assert [span for span in claim.spans if span.target] == [
        Span("Sie", "imke-fries"),
        Span("Deichbund", "deichbund"),
        Span("Fries", "imke-fries"),
        Span("Der Deichbund trifft sich", "versammlung"),
        Span("Fries", "imke-fries"),
    ]
    assert claim.text == "Sie und Deichbund gehen mit Fries zur Der Deichbund trifft sich, dann kommt Fries."
    assert claim.topics == ("imke-fries", "deichbund")


def test_a_claim_may_lead_to_the_evidence_of_another(tmp_path: Path) -> None:
    text = "'Fries kam [@treffen] nach [@2031-04-lager#vierzig][@sechzig]. [@treffen]'"
    claim = f"  - {{id: a, p: 1, text: {text}, when: 2031-04-02, topics: lager-sued}}\n"
    plainly = claim.replace(text, "Fries kam nach.")
    one, other = (
        dossier(tmp_path / name, files={MORE: article(claims)}) for name, claims in (("a", claim), ("b", plainly))
    )
    found, without = (each.claims["2031-05-fluss#a"] for each in (one, other))
    assert found.spans == (
        Span("Fries", "imke-fries"),
        Span(" kam"),
        Span("", cites="2031-04-lager#treffen"),
        Span(" nach"),
        Span("", cites="2031-04-lager#vierzig"),
        Span("", cites="2031-04-lager#sechzig"),
        Span("."),
        Span("", cites="2031-04-lager#treffen"),
    )
    assert (found.text, found.topics, found.grade) == (without.text, without.topics, without.grade)
    assert said_hash(found.record) == said_hash(without.record)
    assert one.backlinks == other.backlinks
    assert [claim.key for claim in one.about["deichbund"]] == [claim.key for claim in other.about["deichbund"]]


def test_a_draft_is_no_evidence_for_a_claim(tmp_path: Path) -> None:
    claims = "  - {id: a, p: 1, text: 'Fries kam [@b].'}\n  - {id: b, p: 1}\n"
    assert load(project(tmp_path, files={MORE: article(claims)}), problems := Problems()) is None
    assert [problem.message for problem in problems] == ['claim "2031-05-fluss#b" is a draft and bears out nothing']


def test_one_resolver_knows_what_references_mean(tmp_path: Path) -> None:
    more = "  - {id: sechzig, p: 1, text: Fries kam.}\n  - {id: neu, p: 1, text: Fries ging.}\n"
    meanings = dossier(tmp_path, files={MORE: article(more)}).meanings
    written = (
        "[[imke-fries]] [[Fries|sie]] [[Fries]] [[versammlung]] [[nichts]] [@neu] [@sechzig] [@2031-05-fluss#neu] [["
    )
    refs = list(find_refs(written))
    assert [(meanings.of(ref), meanings.words(ref)) for ref in refs if ref.kind == "link"] == [
        ("imke-fries", "Imke Fries"),
        ("imke-fries", "sie"),
        ("imke-fries", "Fries"),
        ("versammlung", "Der Deichbund trifft sich"),
        (None, "nichts"),
    ]
    assert [meanings.of(ref) for ref in refs if ref.kind == "cite"] == ["2031-05-fluss#neu", None, "2031-05-fluss#neu"]
    assert [meanings.of(ref) for ref in refs if ref.kind == "loose"] == [None]


def test_topics_of_fields_stand_behind_those_of_the_sentence(tmp_path: Path) -> None:
    claims = "  - {id: a, p: 1, text: Fries kam., when: 2031, by: deichbund, via: inselpost, topics: lager-sued}\n"
    found = dossier(tmp_path, files={MORE: article(claims)})
    assert found.claims["2031-05-fluss#a"].topics == ("imke-fries", "deichbund", "inselpost", "lager-sued")
    assert [claim.key for claim in found.about["inselpost"]] == ["2031-05-fluss#a"]


def test_dates_pass_from_event_to_claim_to_figure(tmp_path: Path) -> None:
    claims = """\
  - {id: event, p: 1, text: Fries kam., event: versammlung, figure: {measure: leute, value: 50}}
  - {id: own, p: 1, text: Fries kam., event: versammlung, when: 2031-06, figure: {measure: leute, value: 50}}
  - {id: as-of, p: 1, text: Fries kam., when: 2031-07, figure: {measure: leute, value: 50, as_of: 2031-08-01}}
  - {id: none, p: 1, text: Fries kam.}
"""
    found = dossier(tmp_path, files={MORE: article(claims)})
    whens = {claim.record.id: claim.when.text if claim.when else None for claim in found.by_article["2031-05-fluss"]}
    assert whens == {"event": "2031-04-02", "own": "2031-06", "as-of": "2031-07", "none": None}
    dated = {figure.claim.record.id: figure.as_of.text for figure in found.measures["leute"].figures if figure.as_of}
    assert dated == {
        "event": "2031-04-02",
        "vierzig": "2031-04",
        "sechzig": "2031-04",
        "own": "2031-06",
        "as-of": "2031-08-01",
    }
    assert list(dated) == ["event", "vierzig", "sechzig", "own", "as-of"]


def test_an_undated_claim_stands_at_its_publication(tmp_path: Path) -> None:
    claims = (
        "  - {id: late, p: 1, text: Der Deichbund kam.}\n  - {id: early, p: 1, text: Der Deichbund kam., when: 2030}\n"
    )
    found = dossier(tmp_path, files={MORE: article(claims)})
    keys = [claim.record.id for claim in found.about["deichbund"]]
    assert keys == ["early", "treffen", "sechzig", "late"]
    assert [claim.record.id for claim in found.by_article["2031-05-fluss"]] == ["late", "early"]


def test_accounts_and_answers_are_gathered(tmp_path: Path) -> None:
    claims = (
        "  - {id: a, p: 1, text: Fries kam., event: [versammlung], answers: {question: wie-viele, position: sixty}}\n"
    )
    found = dossier(tmp_path, files={MORE: article(claims)})
    event, question = found.events["versammlung"], found.questions["wie-viele"]
    assert [claim.key for claim in event.accounts] == ["2031-04-lager#treffen", "2031-05-fluss#a"]
    assert event.topics == ("deichbund", "lager-sued", "imke-fries")
    assert [claim.record.id for claim in question.claims_for("sixty")] == ["a", "sechzig"]
    assert [claim.record.id for claim in question.claims_for("forty")] == ["vierzig"]
    assert question.claims_for("nothing") == []


def test_withdrawn_claims_bear_out_nothing_and_keep_their_place(tmp_path: Path) -> None:
    withdrawn = "withdrawn: {date: 2031-05-02, reason: Irrtum}"
    found = dossier(
        tmp_path,
        edits={ARTICLE: {"by: deichbund": f"by: deichbund\n    {withdrawn}"}},
        files={MORE: article("  - {id: a, p: 1, text: Fries kam., event: versammlung}\n", more=f"{withdrawn}\n")},
    )
    assert found.claims["2031-04-lager#sechzig"].withdrawn
    assert found.claims["2031-05-fluss#a"].withdrawn
    assert [claim.record.id for claim in found.events["versammlung"].accounts] == ["treffen"]
    assert len(found.measures["leute"].figures) == 1
    assert [claim.record.id for claim in found.about["imke-fries"]] == ["vierzig"]
    assert len(found.by_article["2031-04-lager"]) == 3


def test_drafts_are_left_out(tmp_path: Path) -> None:
    found = dossier(tmp_path, files={MORE: article("  - {id: a, p: 1}\n")})
    assert found.by_article["2031-05-fluss"] == ()
    assert "2031-05-fluss#a" not in found.claims


def test_backlinks_lead_back_from_every_link(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        edits={
            "seeds/actors/actors.yml": {
                "2031 [@treffen].": "2031 [@treffen]. Er traf [[imke-fries|sie]] und [[lager-sued]].",
                "aliases: [Fries]": "note: {text: 'Siehe [[Deichbund]] und [[imke-fries]].', source: wir}",
            },
            "seeds/questions.yml": {"note: Gezählt": "note: Im [[lager-sued|Lager]] war es so. Gezählt"},
        },
        files={
            "docs/about.md": "---\nx: '[[imke-fries]]'\n---\n# Titel\n\nDas [[lager-sued]].\n\n"
            "```\n[[imke-fries]]\n```\n\nUnd [[versammlung|das Treffen]], [[2031-04-lager]]. Das [[lager-sued]].\n"
        },
    )
    intro = Backlink("deichbund", "Er traf sie und Lager Süd.")
    assert found.backlinks["imke-fries"] == (
        Backlink("2031-04-lager", "Imke Fries zählt 40 Leute im Lager Süd.", "2031-04-lager#vierzig"),
        intro,
    )
    assert found.backlinks["lager-sued"] == (
        *(Backlink("2031-04-lager", claim.text, claim.key) for claim in found.by_article["2031-04-lager"]),
        intro,
        Backlink("wie-viele", "Im Lager war es so."),
        Backlink("about.md", "Das Lager Süd."),
    )
    assert Backlink("imke-fries", "Siehe Deichbund und Imke Fries.") in found.backlinks["deichbund"]
    assert [link.source for link in found.backlinks["versammlung"]] == ["about.md"]
    assert [link.source for link in found.backlinks["2031-04-lager"]] == ["about.md"]
    linked = {(target, link.source) for target, links in found.backlinks.items() for link in links}
    mentioned = {
        (span.target, claim.article.id) for claim in found.claims.values() for span in claim.spans if span.target
    }
    assert mentioned <= linked
    assert not any(target == source for target, source in linked)


def test_origins_count_each_report_once(tmp_path: Path) -> None:
    claim = "  - {{id: {id}, p: 1, text: Fries kam., when: 2031{more}}}\n"
    names = {"inselpost": "Inselpost", "kueste": "Küste", "da": "DA"}
    outlets = "".join(f"{name}: {{name: {label}, type: newspaper}}\n" for name, label in names.items())
    found = dossier(
        tmp_path,
        files={
            "seeds/outlets/outlets.yml": outlets,
            "seeds/articles/a1.yml": article(claim.format(id="a", more=""), more="outlet: inselpost\nagency: da\n"),
            "seeds/articles/a2.yml": article(claim.format(id="b", more=""), more="outlet: kueste\nagency: da\n"),
            "seeds/articles/a3.yml": article(claim.format(id="c", more=", via: da"), more="outlet: kueste\n"),
            "seeds/articles/a4.yml": article(claim.format(id="d", more=""), more="outlet: kueste\n"),
            "seeds/articles/a5.yml": article(claim.format(id="e", more="")),
        },
    )
    claims = {claim.record.id: claim for claim in found.claims.values()}
    assert {name: claims[name].origins for name in "abcde"} == {
        "a": ("da",),
        "b": ("da",),
        "c": ("da",),
        "d": ("kueste",),
        "e": ("a5",),
    }
    assert independent_origins([claims[name] for name in "abcde"]) == 3
    assert independent_origins([]) == 0
    assert found.articles["a1"].source == "inselpost"
    assert found.articles["a5"].source == ""


def test_order_of_articles_topics_and_events(tmp_path: Path) -> None:
    found = dossier(
        tmp_path,
        files={
            "seeds/actors/more.yml": """\
z: {name: al-Bund, type: group}
y: {name: Ängste, type: group}
x: {name: Bund, type: group}
""",
            "seeds/timeline/2032.yml": """\
b: {date: 2031-04, title: B, type: meeting}
a: {date: 2031-04-30, title: A, type: meeting}
""",
            "seeds/articles/0-late.yml": f"title: Spät\npublished: 2031-06\n{HEAD}",
        },
    )
    assert list(found.articles) == ["2031-04-lager", "0-late"]
    names = [topic.record.name for topic in found.topics_of("actor")]
    assert names == ["Ängste", "Bund", "al-Bund", "Deichbund", "Imke Fries"]
    assert list(found.events) == ["versammlung", "a", "b"]


@pytest.mark.parametrize(
    ("name", "key"), [("Ägypten", "agypten"), ("al-Asad", "asad"), ("Al Asad", "asad"), ("Straße", "strasse")]
)
def test_names_as_the_alphabet_wants_them(name: str, key: str) -> None:
    assert sorted_name(name) == key


def test_a_page_that_people_write_is_named_and_quoted_as_its_readers_see_it(tmp_path: Path) -> None:
    page = "# Über *uns* { #oben }\n\nDas [Lager](bases/index.md) heißt `Süd` & ist [[lager-sued]].\n\n## Titel\n"
    found = dossier(tmp_path, files={"docs/about.md": page})
    assert found.page_titles == {"about.md": "Über uns"}
    assert Backlink("about.md", "Das Lager heißt Süd & ist Lager Süd.") in found.backlinks["lager-sued"]
