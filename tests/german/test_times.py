"""German time expressions and what they mean on the day of publication.

`times.txt` holds invented sentences below the day that they are of, each with the times in it and the words they are
worked out from; what stands without any has no date in it.
"""

from pathlib import Path

import pytest

from generator.dates import parse_when
from generator.german.times import find_times
from generator.verification.dating import basis_fault, dates_in


def cases() -> list[tuple[str, str, list[str]]]:
    found: list[tuple[str, str, list[str]]] = []
    for block in (Path(__file__).parent / "times.txt").read_text(encoding="utf-8").split("\n\n"):
        published, *lines = block.strip().splitlines()
        for line in lines:
            if line.startswith("  "):
                found[-1][2].append(line.strip())
            else:
                found.append((published, line, []))
    return found


def times(text: str, published: str) -> list[str]:
    return [f"{time.when.text} | {time.basis}" for time in find_times(text, parse_when(published))]


@pytest.mark.parametrize(("published", "text", "expected"), cases())
def test_the_times_of_a_sentence(published: str, text: str, expected: list[str]) -> None:
    assert times(text, published) == expected
    day = parse_when(published)
    for found in find_times(text, day):
        assert basis_fault(found.when, found.basis, [text], dates_in(text, day), day) is None


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        ("2020-01-16/2020-01-17", "Am Donnerstag kam er.", ["2020-01-16 | Donnerstag"]),
        ("2020-01-16/2020-01-17", "Vor zwei Wochen kam er.", ["2019-12-30/2020-01-05 | Vor zwei Wochen"]),
        ("2020-02-17/2020-02-21", "Vergangene Woche kam er.", ["2020-02-10/2020-02-16 | Vergangene Woche"]),
        ("2020-02-17/2020-02-21", "Am Mittwoch kam er.", ["2020-02 | Mittwoch"]),
        ("2020-02", "Am Mittwoch kam er, im Januar ging er.", ["2020-01 | Januar"]),
        ("2020-02", "Im vergangenen Jahr kam er.", ["2019 | vergangenen Jahr"]),
        ("2020", "Gestern kam er, im vergangenen Jahr ging er.", ["2019 | vergangenen Jahr"]),
        ("2010/2020", "Gestern kam er, 1999 ging er.", ["1999 | 1999"]),
        ("../2020-02-19", "Gestern kam er.", ["2020-02-18 | Gestern"]),
        ("2020-02-28/2020-03-01", "Vor drei Tagen kam er.", ["2020-02-24/2020-03-01 | Vor drei Tagen"]),
        ("2020-02-28/2020-03-01", "Morgen will er kommen.", []),
        ("2020-01-31/2020-02-01", "Am 30. des Monats will er kommen.", []),
        ("2020-03-30", "Heute vor einem Monat kam er.", []),
        ("2020-03-29", "Heute vor einem Monat kam er.", ["2020-02-29 | Heute vor einem Monat"]),
        ("2020-01-01", "Letzte Silvesternacht kam er.", ["2018-12-31/2019-01-01 | Letzte Silvesternacht"]),
        ("2020-06-29/2020-07-01", "Bis zum 30. Juni kam er.", []),
    ],
)
def test_a_publication_that_is_not_known_to_the_day(published: str, text: str, expected: list[str]) -> None:
    assert times(text, published) == expected


def test_positions_are_in_the_paragraph() -> None:
    text = "Er kam am 5. und 6. Juni 2019 und ging Ende Mai."
    found = find_times(text, parse_when("2020-01-01"))
    assert [text[time.start : time.end] for time in found] == ["5.", "6. Juni 2019", "Ende Mai"]
    assert found[0].basis == "5. und 6. Juni 2019"


@pytest.mark.parametrize("words", ["Mai/", "5., ", "2014 bis ", "Montag und ", "am 3. Mai – ", "vor zwei "])
def test_no_run_of_words_is_too_long(words: str) -> None:
    find_times(f"Es war {words * 2000}und aus.", parse_when("2020-01-16"))
