"""Compounds and the words they are made of."""

import pytest

from generator.german.search_terms import fold, stem
from generator.search.compounds import parts

KNOWN = {
    stem(fold(word)) for word in "Drohne Rakete Angriff Truppen Abzug Koalition Ministerium Land Luft Stütze".split()
}


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("Drohnenangriff", "Drohne Angriff"),
        ("Raketenangriffe", "Rakete Angriff"),
        ("Koalitionstruppen", "Koalition Truppen"),
        ("Luftangriffsdrohnen", "Luft Angriff Drohne"),
        ("Verteidigungsministerium", "Ministerium"),
        ("Angriff", ""),
        ("Angriffen", ""),
        ("Holland", ""),
        ("12345678", ""),
    ],
)
def test_parts(word: str, found: str) -> None:
    expected = {stem(fold(part)) for part in found.split()}
    assert parts(fold(word), KNOWN) == expected
