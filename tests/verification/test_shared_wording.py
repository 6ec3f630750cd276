"""Seven words in a row that a seed shares with a full text are too many."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import Desk

from generator.names import Matcher, Name
from generator.parsing import Seeds
from generator.verification.shared_wording import Index, own_texts

NAMES = Matcher([Name("Ada Berg", "ada-berg"), Name("Frau Berg", "ada-berg"), Name("Karl Voss", "karl-voss")])
TEXT = "Am Kai von Ada Berg lagen die alten grauen Fähren einen ganzen Winter lang."

CASES = {
    "seven words": (
        "Dort lagen die alten grauen Fähren einen ganzen Tag.",
        "lagen die alten grauen Fähren einen ganzen",
    ),
    "six words": ("Dort lagen die alten grauen Fähren einen Tag.", None),
    "other marks and case": (
        "Lagen die Alten, grauen\u00ad „Fähren“ – einen ganzen",
        'Lagen die Alten, grauen "Fähren" - einen ganzen',
    ),
    "the longest run": (TEXT, TEXT.removesuffix(".")),
    "a name does not count": ("Kai von Ada Berg lagen die alten grauen", None),
    "but is passed over": ("am Kai von Ada Berg lagen die alten grauen", "am Kai von Ada Berg lagen die alten grauen"),
    "also spelt otherwise": (
        "am Kai von Frau Berg lagen die alten grauen",
        "am Kai von Frau Berg lagen die alten grauen",
    ),
    "another name breaks it": ("am Kai von Karl Voss lagen die alten grauen", None),
    "links are words": (
        "lagen die [[x|alten]] grauen Fähren einen ganzen",
        "lagen die alten grauen Fähren einen ganzen",
    ),
    "six words about a name": ("von Ada Berg lagen die alten grauen Fähren", None),
}


@pytest.mark.parametrize("case", CASES)
def test_runs(case: str) -> None:
    text, expected = CASES[case]
    found = list(Index({"a": [TEXT]}, NAMES).shared(text))
    assert [shared.words for shared in found] == ([expected] if expected else [])


def test_a_declared_quote_breaks_a_run() -> None:
    index = Index({"a": [TEXT]}, NAMES)
    ours = "Dort lagen die alten grauen Fähren einen ganzen Winter."
    assert list(index.shared(ours, ["alten grauen Fähren"])) == []
    assert list(index.shared(ours, ["graue Fähren", ""]))
    assert [s.words for s in index.shared(f"Fähren. {TEXT}", ["Am Kai"])] == [
        TEXT.removeprefix("Am Kai ").removesuffix(".")
    ]


def test_two_runs_with_their_articles() -> None:
    other = "Niemand hat je gesehen was dort unten wirklich liegt."
    index = Index({"a": [TEXT], "b": [other]}, NAMES)
    ours = "Dort lagen die alten grauen Fähren einen ganzen Tag, niemand hat je gesehen was dort unten lag."
    assert [(s.article, s.words) for s in index.shared(ours)] == [
        ("a", "lagen die alten grauen Fähren einen ganzen"),
        ("b", "niemand hat je gesehen was dort unten"),
    ]


WORDS = st.lists(st.sampled_from("a b c d e".split()), min_size=0, max_size=40)


@given(WORDS, WORDS)
def test_as_many_as_a_plain_search_finds(ours: list[str], theirs: list[str]) -> None:
    """Each word that stands in a shared run of seven is reported, and no other."""
    grams = {tuple(theirs[i : i + 7]) for i in range(len(theirs) - 6)}
    marked = {j for i in range(len(ours) - 6) if tuple(ours[i : i + 7]) in grams for j in range(i, i + 7)}
    found = list(Index({"a": [" ".join(theirs)]}, Matcher([])).shared(" ".join(ours)))
    assert sum(len(shared.words.split()) for shared in found) == len(marked)


SHARED = "lagen die alten grauen Fähren einen ganzen Winter"


def test_every_text_of_every_seed_is_searched(desk: Desk) -> None:
    desk.article(
        TEXT, {"text": f"Dort {SHARED}."}, {"text": "Ruhe.", "quote": SHARED, "when_basis": SHARED}, title=SHARED
    )
    desk.put("actors/quote.yml", {"quote": {"name": "Hafenrat", "type": "group", "intro": f"Hier {SHARED}. [@c1]"}})
    desk.put("questions.yml", {"q": {"title": "Was?", "status": "open", "note": "Offen.", "positions": {"ja": SHARED}}})
    _, problems = desk.verify()
    message = f'7 or more words as in the full text of 2020-01-faehren: "{SHARED}"; retell it in own words'
    places = [problem.partition(": ")[0] for problem in problems if message in problem]
    assert places == [
        "seeds/actors/quote.yml:4:10",
        "seeds/articles/2020-01-faehren.yml:1:8",
        "seeds/articles/2020-01-faehren.yml:11:9",
        "seeds/questions.yml:6:9",
    ]
    assert len(problems) == len(places)


def test_texts_that_may_be_published_are_free(desk: Desk) -> None:
    desk.article(TEXT, {"text": f"Dort {SHARED}."}, rights="full")
    (desk.seeds_dir / "articles" / "2020-01-faehren.md").write_text(TEXT, encoding="utf-8")
    assert desk.verify()[1] == []


def test_a_quote_counts_only_in_its_own_claim(desk: Desk) -> None:
    quote = "alten grauen Fähren"
    desk.article(TEXT, {"text": f"Dort {SHARED}.", "quote": [quote]}, {"text": f"Und da {SHARED}."})
    _, problems = desk.verify()
    assert [problem.partition(": ")[0] for problem in problems] == ["seeds/articles/2020-01-faehren.yml:16:9"]


def test_what_is_not_filled_in_has_no_words(desk: Desk) -> None:
    desk.article(TEXT, {"text": None})
    assert [own.loc for own in own_texts(desk.seeds()) if own.loc[-1:] == ("text",)] == []
    assert list(own_texts(Seeds())) == []
