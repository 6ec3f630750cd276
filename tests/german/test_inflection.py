"""Which words are forms of a name's word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.german.inflection import is_form, stem_key


@pytest.mark.parametrize(
    ("word", "of"),
    [
        ("Irak", "Irak"),
        ("Iraks", "Irak"),
        ("Brigaden", "Brigade"),
        ("Hauses", "Haus"),
        ("Demokraten", "Demokrat"),
        ("irakische", "irakisch"),
        ("irakischer", "irakisch"),
        ("irakisches", "irakisch"),
        ("irakischen", "irakisch"),
        ("irakischem", "irakisch"),
        ("Irakische", "irakisch"),
        ("Übungen", "Übung"),
        ("Al", "al"),
        ("deutscher", "deutsche"),
        ("Nato", "NATO"),
    ],
)
def test_forms(word: str, of: str) -> None:
    assert is_form(word, of)
    assert stem_key(word) == stem_key(of)


@pytest.mark.parametrize(
    ("word", "of"),
    [
        ("is", "IS"),
        ("Is", "IS"),
        ("ISs", "IS"),
        ("USAs", "USA"),
        ("Usa", "USA"),
        ("nato", "NATO"),
        ("Iraker", "Irak"),
        ("irak", "Irak"),
        ("Hausen", "Hau"),
        ("Häuser", "Haus"),
        ("irakischs", "irakisch"),
        ("irakischere", "irakisch"),
        ("IRAKISCH", "irakisch"),
        ("Irakischen", "Irak"),
        ("Ab", "ab-"),
        ("une", "un"),
    ],
)
def test_no_forms(word: str, of: str) -> None:
    assert not is_form(word, of)


def test_persons_take_the_genitive_alone() -> None:
    assert is_form("Kurz", "Kurz", person=True)
    assert is_form("Frieses", "Fries")
    assert not is_form("Frieses", "Fries", person=True)
    assert is_form("Harmss", "Harms", person=True)
    assert not is_form("Kurzen", "Kurz", person=True)
    assert is_form("Soleimanis", "Soleimani", person=True)
    assert not is_form("Großer", "Große", person=True, last=False)


def test_words_before_the_last_may_be_adjectives() -> None:
    for form in ("Weißes", "Weiße", "Weißen", "Weißem", "Weißer", "weißen"):
        assert is_form(form, "Weißes", last=False)
    assert not is_form("Weißem", "Weißes")
    assert not is_form("Weiß", "Weißes")
    assert not is_form("Wes", "Wes-", last=False)


@given(st.text("aäIißs", min_size=1), st.text("aäIißs", min_size=1), st.booleans(), st.booleans())
def test_forms_share_their_key(word: str, of: str, person: bool, last: bool) -> None:  # noqa: FBT001 - drawn by name
    assert is_form(of, of, person=person, last=last)
    if is_form(word, of, person=person, last=last):
        assert stem_key(word) == stem_key(of)
