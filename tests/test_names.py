"""Names in texts: the longest, at word boundaries, in their inflected forms."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.names import Match, Matcher, Name

NAMES = [
    Name("Irak", "irak"),
    Name("irakisch", "irak"),
    Name("IS", "is"),
    Name("Islamischer Staat", "is"),
    Name("Weißes Haus", "weisses-haus"),
    Name("Kurz", "kurz", person=True),
    Name("Ain al-Asad", "ain-al-asad"),
    Name("al-Asad", "asad"),
    Name("Kataib", "kataib"),
    Name("Kata'ib Hisbollah", "kataib"),
    Name("Märzbrigade", "maerzbrigade"),
    Name("101. Staffel", "staffel"),
    Name("…", "nothing"),
]


def found(text: str, names: list[Name] = NAMES) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], "|".join(sorted(m.topics))) for m in Matcher(names).find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Im Irak, des Iraks, in irakischen Städten.", [("Irak", "irak"), ("Iraks", "irak"), ("irakischen", "irak")]),
        ("Iraker, Irakkrieg, Nordirak, Irak2", []),
        ("Das is so, sagt der IS.", [("IS", "is")]),
        ("IS-Kämpfer und Anti-IS-Koalition", [("IS", "is"), ("IS", "is")]),
        ("Im Irak-Krieg", [("Irak", "irak")]),
        ("des Weißen Hauses und im Weißen Haus", [("Weißen Hauses", "weisses-haus"), ("Weißen Haus", "weisses-haus")]),
        ("Weißes Hausdach, ein weißes Blatt", []),
        ("des Islamischen Staates", [("Islamischen Staates", "is")]),
        ("Kurz sprach, Kurz' Rede, in Kurzen, Kurzs Amt", [("Kurz", "kurz"), ("Kurz", "kurz"), ("Kurzs", "kurz")]),
        ("auf Ain al-Asad und auf Al-Asad", [("Ain al-Asad", "ain-al-asad"), ("Al-Asad", "asad")]),
        (
            "in Ain\u00a0al Asad, in Ain al\u2011Asad",
            [("Ain\u00a0al Asad", "ain-al-asad"), ("Ain al\u2011Asad", "ain-al-asad")],
        ),
        ("Ain. al-Asad", [("al-Asad", "asad")]),
        ("Kata’ib Hisbollah, Kata'ib-Hisbollah", [("Kata’ib Hisbollah", "kataib"), ("Kata'ib-Hisbollah", "kataib")]),
        ("die 101. Staffel", [("101. Staffel", "staffel")]),
        ("", []),
        ("… !", []),
    ],
)
def test_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_decomposed_letters_are_the_same_letters() -> None:
    composed = "Die Märzbrigaden im Weißen Haus."
    text = unicodedata.normalize("NFD", composed)
    assert text != composed
    pieces = [(unicodedata.normalize("NFC", words), topic) for words, topic in found(text)]
    assert pieces == [("Märzbrigaden", "maerzbrigade"), ("Weißen Haus", "weisses-haus")]
    decomposed = [Name(unicodedata.normalize("NFD", "Märzbrigade"), "maerzbrigade")]
    assert found("Märzbrigade", decomposed) == [("Märzbrigade", "maerzbrigade")]


def test_a_name_of_two_topics_means_both() -> None:
    names = [Name("Sadr", "muqtada", person=True), Name("Sadr", "bewegung"), Name("Sadr Stadt", "stadt")]
    assert found("Sadr", names) == [("Sadr", "bewegung|muqtada")]
    assert found("in Sadr Stadt", names) == [("Sadr Stadt", "stadt")]


def test_a_name_spelt_so_beats_one_that_inflects_to_it() -> None:
    names = [Name("Harm", "harm"), Name("Harms", "harms", person=True)]
    assert found("Harms kam", names) == found("Harms kam", names[::-1]) == [("Harms", "harms")]
    assert found("Harm kam", names) == [("Harm", "harm")]
    assert found("Harmes", names) == [("Harmes", "harm")]


WORDS = st.sampled_from(["Irak", "Iraks", "al", "Asad", "Ain", "IS", "is", "-", " ", ". ", "'", "ä", "Weißen", "Haus"])


@given(st.lists(WORDS).map("".join))
def test_matches_are_in_order_apart_and_at_word_boundaries(text: str) -> None:
    end = 0
    for match in Matcher(NAMES).find(text):
        assert end <= match.start < match.end
        assert not text[match.start - 1 : match.start].isalnum() or match.start == 0
        assert not text[match.end : match.end + 1].isalnum()
        end = match.end


@given(st.lists(WORDS).map("".join), st.permutations(NAMES))
def test_the_order_of_names_does_not_matter(text: str, names: list[Name]) -> None:
    assert list(Matcher(names).find(text)) == list(Matcher(NAMES).find(text))


def test_no_names_no_matches() -> None:
    assert list(Matcher([]).find("Irak")) == []
    assert list(Matcher(NAMES).find("Irak")) == [Match(0, 4, frozenset({"irak"}))]


def test_many_names_that_begin_alike_cost_little() -> None:
    names = [Name(f"al-Nord{number}", f"n{number}") for number in range(5000)]
    matcher = Matcher(names)
    begin = time.process_time()
    for number in range(5000):
        assert [match.topics for match in matcher.find(f"Die al-Nord{number} kam.")] == [{f"n{number}"}]
    assert time.process_time() - begin < 5  # trying each name at each word would take minutes


def test_what_is_known_of_a_text_is_not_looked_for_again() -> None:
    before = Matcher(NAMES)
    text = "Die IS-Kämpfer im Irak"
    matches = list(before.find(text))
    after = Matcher(NAMES, {text: before.found[text], "never asked for": ()})
    assert list(after.find(text)) == matches
    assert list(Matcher([], before.found).find(text)) == matches
    assert after.found.keys() == {text}
