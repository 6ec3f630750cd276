"""Noun phrases: where they end, and which can be a subject."""

import pytest

from generator.drafting.clauses import Sentence


@pytest.mark.parametrize(
    ("text", "at", "words", "subject"),
    [
        ("der Sprecher der Wache kam", 0, "Sprecher der Wache", True),
        ("der Zeitung Bote sagte er", 0, "Zeitung Bote", False),
        ("dem Wirt half sie", 0, "Wirt", False),
        ("die alte Bank brach", 0, "Bank", True),
        ("Anna von Berg kam", 0, "Anna von Berg", True),
        ("die Wirte am Mittwoch", 0, "Wirte", True),
        ("die Wirte am See", 0, "Wirte am See", True),
        ("Meier der Zeitung sagte", 0, "Meier", True),
        ("ein Bericht der Zeitung sagte", 0, "Bericht der Zeitung", True),
        ("Irakische Quellen sagen", 0, "Quellen", True),
        ("der Wirt (60) kam", 0, "Wirt", True),
    ],
)
def test_phrases(text: str, at: int, words: str, *, subject: bool) -> None:
    sentence = Sentence.read(text, [])
    phrase = sentence.phrase(at)
    assert phrase
    assert text[phrase.core[0] : phrase.end] == words
    assert sentence.can_be_subject(phrase) is subject


@pytest.mark.parametrize("text", ["Heute kam sie", "Dabei blieb es", "Laut war es", "er kam", ""])
def test_no_phrase(text: str) -> None:
    assert Sentence.read(text, []).phrase(0) is None


def test_the_name_of_a_topic_is_one_word() -> None:
    text = "Der Bund der Lotsen und Fischer kam."
    sentence = Sentence.read(text, [(4, 31), (4, 8)])
    assert [token.words for token in sentence.tokens] == ["Der", "Bund der Lotsen und Fischer", "kam", "."]


def test_a_text_of_attributes_alone_does_not_hang() -> None:
    phrase = Sentence.read("A der " * 3000, []).phrase(0)
    assert phrase
    assert phrase.article == ""
