"""The words in which accounts of one event differ."""

import pytest

from generator.dossier import Dossier
from generator.pages.event import by_article
from generator.pages.wording import Wording
from pages.conftest import Make, article

TIMELINE = "tat: {date: 2031-05-01, title: Die Tat, type: talk}\nvorher: {date: 2031-04-01, title: Vorher, type: talk}"
KNOWN = "id: worte, event: vorher, text: Ein Angriff und eine Drohne und eine Truppe und Beta."


def marked(make: Make, *texts: str, question: str = "", answers: tuple[str, ...] = ()) -> list[list[str]]:
    """The words that stand out in each account, one sentence each; the dossier knows those of KNOWN too."""
    files = {"timeline/t.yml": TIMELINE, "articles/worte.yml": article(KNOWN, "2031-04-02")}
    if question:
        files["questions.yml"] = question
    for number, text in enumerate(texts):
        answer = f", answers: {{question: f, position: {answers[number]}}}" if answers and answers[number] else ""
        claim = f'id: x, event: tat, text: "{text}"{answer}'
        files[f"articles/a{number}.yml"] = article(claim, f"2031-05-0{number + 2}")
    dossier = make(files)
    return [marks for _, marks in by_sentence(dossier)]


def by_sentence(dossier: Dossier) -> list[tuple[str, list[str]]]:
    accounts = by_article(dossier.events["tat"])
    found = Wording(dossier).differences(accounts, dossier.questions.values())
    claims = [claim for _, told in accounts for claim in told]
    return [(claim.text, [claim.text[start:end] for start, end in found.get(claim.key, [])]) for claim in claims]


def test_compounds_with_one_head_in_two_accounts(make: Make) -> None:
    assert marked(make, "Alpha meldet einen Luftangriff.", "Beta meldet den Drohnenangriff.") == [
        ["Luftangriff"],
        ["Drohnenangriff"],
    ]


def test_the_head_alone_counts_where_others_differ(make: Make) -> None:
    texts = "Es war ein Luftangriff.", "Es war ein Drohnenangriff.", "Es war ein Angriff."
    assert marked(make, *texts) == [["Luftangriff"], ["Drohnenangriff"], ["Angriff"]]


def test_what_a_compound_begins_with_counts_where_the_account_has_no_other_word(make: Make) -> None:
    texts = "Alpha meldet einen Luftangriff.", "Beta nennt Drohnenangriffe.", "Eine US-Drohne war es."
    assert marked(make, *texts) == [["Luftangriff"], ["Drohnenangriffe"], ["US-Drohne"]]
    assert marked(make, texts[0], texts[1], "Eine US-Drohne flog beim Luftangriff.")[2] == ["Luftangriff"]


@pytest.mark.parametrize(
    "texts",
    [
        ("Nur einer nennt den Luftangriff.", "Der andere nennt den Angriff."),  # the head alone says no other thing
        ("Es war ein Luftangriff.", "Es war ein US-Luftangriff."),  # only more exact
        ("Es war ein Luftangriff.", "Es waren Luftangriffe."),  # a form of the word
        ("Die Bewegung stockt.", "Die Erregung wächst."),  # -gung is no word of the dossier
        ("Auf den Luftangriff folgte ein Bombenangriff.", "Ein Bombenangriff war es."),  # two things to the first
        ("Der luftangriff.", "Der drohnenangriff."),  # no nouns
    ],
)
def test_what_is_no_other_word_for_the_same(make: Make, texts: tuple[str, str]) -> None:
    assert marked(make, *texts) == [[], []]


def test_one_article_alone_differs_from_nobody(make: Make) -> None:
    assert marked(make, "Ein Luftangriff, den Beta „Rache“ nennt.") == [[]]


def test_quotes_stand_out_and_names_in_quotation_marks_do_not(make: Make) -> None:
    assert marked(make, "Alpha nennt es „eine Rache“.", "Die „Post“ meldet es.") == [["eine Rache"], []]


ANGRIFF = "f: {title: Wie, status: open, note: Offen., positions: {ja: Sie wurden getötet, nein: Sie wurden ermordet}}"


def test_words_of_the_positions_that_accounts_take(make: Make) -> None:
    texts = "Sie töteten Alpha.", "Die Ermordung Alphas folgte.", "Beta spricht von Tötung."
    assert marked(make, *texts, question=ANGRIFF, answers=("ja", "nein", "ja")) == [
        ["töteten"],
        ["Ermordung"],
        ["Tötung"],
    ]
    # nothing differs where all take one position, and a claim that takes none is not judged
    assert marked(make, *texts, question=ANGRIFF, answers=("ja", "ja", "ja")) == [[], [], []]
    assert marked(make, *texts, question=ANGRIFF, answers=("ja", "nein", "")) == [["töteten"], ["Ermordung"], []]


def test_neighbours_are_marked_as_one_with_their_negation(make: Make) -> None:
    question = (
        "f: {title: Wie, status: open, note: Offen., positions: "
        "{ja: Die Forderung ist eindeutig, nein: Die Resolution ist nicht bindend}}"
    )
    texts = "Das ist eine nicht bindende Resolution von Alpha.", "Die Abzugsforderung ist eindeutig."
    assert marked(make, *texts, question=question, answers=("nein", "ja")) == [
        ["nicht bindende Resolution"],
        ["Abzugsforderung", "eindeutig"],
    ]


def test_a_topic_by_its_name_is_no_wording_and_by_another_name_may_be(make: Make) -> None:
    question = (
        "f: {title: Wer, status: open, note: Offen., positions: {ja: Die US-Truppen, nein: Alpha und die anderen}}"
    )
    topics = "us: {name: Streitkräfte, type: state, aliases: [US-Truppen]}"
    files = {
        "actors/us.yml": topics,
        "questions.yml": question,
        "timeline/t.yml": TIMELINE,
        "articles/a.yml": article(
            "id: x, event: tat, text: Die US-Truppen gehen., answers: {question: f, position: ja}"
        ),
        "articles/b.yml": article(
            "id: x, event: tat, text: Alpha und andere gehen., answers: {question: f, position: nein}"
        ),
    }
    assert by_sentence(make(files)) == [
        ("Die US-Truppen gehen.", ["US-Truppen"]),
        ("Alpha und andere gehen.", ["andere"]),
    ]


def test_compounds_that_name_two_topics_are_two_things(make: Make) -> None:
    files = {
        "timeline/t.yml": TIMELINE,
        "articles/worte.yml": article(KNOWN, "2031-04-02"),
        "articles/a.yml": article("id: x, event: tat, text: Die US-Truppe geht."),
        "articles/b.yml": article("id: x, event: tat, text: Die Bundestruppe geht."),
    }
    two = "us: {name: USA, type: state, aliases: [US-Truppe]}\nbund: {name: Bund, type: state, aliases: [Bundestruppe]}"
    one = "us: {name: USA, type: state, aliases: [US-Truppe, Bundestruppe]}"
    marks = {
        topics: [found for _, found in by_sentence(make({**files, "actors/us.yml": topics}))] for topics in (one, two)
    }
    assert marks == {one: [["US-Truppe"], ["Bundestruppe"]], two: [[], []]}
