"""What of a sentence is there in some material, as `verify` and the check of prose both ask."""

import pytest

from generator.dates import parse_when
from generator.german.dates import find_dates
from generator.names import Matcher, Name
from generator.presence import Material, covers, missing_parts, parts_of, written_number

MATCHER = Matcher([Name("Nordland", "nordland"), Name("Dock 7", "dock")])


def missing(text: str, material: Material) -> list[str]:
    return [str(part) for part in missing_parts(text, MATCHER, material)]


def material_of(text: str) -> Material:
    material = Material()
    material.add_text(text, MATCHER)
    return material


def test_parts() -> None:
    parts = [str(part) for part, _ in parts_of("Nordland hat im Mai 2020 in Dock 7 rund 12 Boote.", MATCHER)]
    assert parts == ["number 12", "name nordland", "name dock", "date 2020-05"]


def test_only_the_kinds_asked_for_are_looked_for() -> None:
    text = "Nordland hat im Jahr 2020 rund 12 Boote."
    names, dates, whole = Material(), Material(), material_of(text)
    names.add_text(text, MATCHER, {"name"})
    assert names == Material(topics={"nordland"})
    dates.add_text(text, MATCHER, {"date"})
    assert dates == Material(numbers=whole.numbers, dates=whole.dates)


def test_missing() -> None:
    assert missing("Nordland hat 12 Boote.", material_of("Zwölf Boote hat Nordland.")) == []
    assert missing("Nordland hat 12 Boote.", material_of("Elf Boote.")) == ["number 12", "name nordland"]
    assert missing("Am 7. Mai.", material_of("Dock 7")) == ["date XXXX-05-07"]


@pytest.mark.parametrize(
    ("wanted", "there", "years", "found"),
    [
        ("am 5. Mai 2020", "am 5. Mai 2020", set(), True),
        ("am 5. Mai 2020", "am 5. Mai", set(), False),
        ("am 5. Mai 2020", "am 5. Mai", {2020}, True),
        ("am 5. Mai", "am 5. Mai 2020", set(), True),
        ("im Mai 2020", "am 5. Mai 2020", set(), True),
        ("am 5. Mai 2020", "im Mai 2020", set(), False),
        ("im Mai 2020", "im Jahr 2020", set(), False),
        ("im Jahr 2020", "im Mai 2020", set(), True),
        ("im Jahr 2020", "2.020 Boote", set(), True),
    ],
)
def test_dates_in_texts(wanted: str, there: str, years: set[int], *, found: bool) -> None:
    material = material_of(there)
    material.years = years
    assert (missing(wanted, material) == []) is found


@pytest.mark.parametrize(
    ("words", "when", "covered"),
    [
        ("Mai 2020", "2020-05-03", True),
        ("Mai", "2020-05-03", True),
        ("Mai 2021", "2020-05-03", False),
        ("4. Mai", "2020-05-03", False),
        ("3. Mai", "2020-05", False),
        ("2020", "2020-05", True),
        ("3. Mai", "2020-05-03/2020-05-09", True),
        ("9. Mai", "2020-05-03/2020-05-09", True),
        ("5. Mai", "2020-05-03/2020-05-09", False),
        ("Juni 2020", "2020-01/2020-06", True),
        ("März 2020", "2020-01/2020-06", False),
        ("Februar 2020", "../2020-02", True),
        ("31.02.2020", "2020-02", False),
    ],
)
def test_dates_that_are_known(words: str, when: str, *, covered: bool) -> None:
    (found,) = find_dates(words)
    assert covers(found, parse_when(when)) is covered
    material = Material(whens=[parse_when(when)])
    assert (missing(words, material) == []) is covered


@pytest.mark.parametrize(("value", "text"), [(12.0, "12"), (2.5, "2.5"), (2_500_000.0, "2500000"), (1e9, "1000000000")])
def test_written_number(value: float, text: str) -> None:
    assert written_number(value) == text
