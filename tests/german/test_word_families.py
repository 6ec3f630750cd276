"""What words have in common, without a dictionary."""

import pytest

from generator.german.word_families import Compound, compound, is_of, stem, stems_of, with_negation, words_in

KNOWN = {"angriff", "trupp", "land", "rat"}


@pytest.mark.parametrize(
    "family",
    [
        "getötet töten töteten Tötung Tötungen",
        "ermordet Ermordung ermordeten",
        "beschädigt beschädigten Beschädigung",
        "fordern forderte Forderung Forderungen",
        "Drohne Drohnen",
        "eindeutig eindeutige",
    ],
)
def test_a_verb_and_its_nouns_share_a_stem(family: str) -> None:
    assert len({stem(word) for word in family.split()}) == 1


def test_words_of_other_families_do_not() -> None:
    words = "töten ermorden fordern beschädigen Gewalt Luftangriff Drohnenangriff".split()
    assert len({stem(word) for word in words}) == len(words)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Luftangriffe", ("luft", "angriff")),
        ("US-Truppen", ("u", "trupp")),
        ("Nachbarland", ("nachba", "land")),
        ("Ausland", None),  # no compound of two things
        ("Angriff", None),
        ("luftangriff", None),
        ("Beirat", None),  # "rat" is too short to tell
        ("Verwaltung", None),
    ],
)
def test_compounds_end_in_a_known_word(word: str, parts: tuple[str, str] | None) -> None:
    found = compound(word, KNOWN)
    assert (found and (found.first, found.head)) == parts
    assert found is None or isinstance(found, Compound)


@pytest.mark.parametrize(
    ("word", "family", "expected"),
    [
        ("töteten", "töt", True),
        ("Abzugsforderung", "forder", True),
        ("Drohnenangriff", "drohn", True),
        ("US-Drohne", "drohn", True),
        ("US-Soldaten", "US", True),
        ("USA", "US", False),
        ("Verluste", "US", False),
        ("Untötbare", "töt", False),  # too short to be looked for inside
        ("Luftangriff", "drohn", False),
    ],
)
def test_words_of_a_family(word: str, family: str, *, expected: bool) -> None:
    assert is_of(word, family) is expected


def test_stems_leave_out_what_means_nothing() -> None:
    found = stems_of("Die Resolution ist nicht bindend, so die US-Armee")
    assert found == {"resolution", "bindend", "US", stem("Armee")}


def test_a_negation_belongs_to_its_word() -> None:
    text = "Das ist keine Tat und nicht bindend."
    assert [text[with_negation(text, word.start()) : word.end()] for word in words_in(text)] == [
        "Das",
        "ist",
        "keine",
        "keine Tat",
        "und",
        "nicht",
        "nicht bindend",
    ]
