"""Figures that cannot both hold: what qualifiers allow, and the sweep against the naive comparison of all pairs."""

import time
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whens import WHENS

from generator.dates import When, parse_when
from generator.dossier import Article, Claim, DatedFigure
from generator.model import ArticleRecord, ClaimRecord, Figure
from generator.resolve.conflicts import conflicts, contradict, shown

ARTICLE = Article(
    "a",
    ArticleRecord.model_validate(
        {"title": "A", "published": "2031", "published_basis": "stated", "added": "2031-01-01"}
    ),
)
CLAIM = Claim(ARTICLE, ClaimRecord.model_validate({"id": "a", "p": "1"}), (), (), None, "read")
WORDS = {
    "mehr als": "more_than",
    "mindestens": "at_least",
    "etwa": "about",
    "höchstens": "at_most",
    "weniger als": "less_than",
}


def figure_of(words: str) -> Figure:
    """`mehr als 3000`, `3 bis 5`, `4`."""
    numbers = words.split(" bis ")
    if len(numbers) == 2:
        ends = {"min": numbers[0].split()[-1], "max": numbers[1]}
        qualifier = {"qualifier": "about"} if words.startswith("etwa") else {}
        return Figure.model_validate({"measure": "m", **ends, **qualifier})
    before, _, number = words.rpartition(" ")
    return Figure.model_validate({"measure": "m", "value": number, **({"qualifier": WORDS[before]} if before else {})})


def dated(figure: Figure | str, when: str = "2031") -> DatedFigure:
    return DatedFigure(figure_of(figure) if isinstance(figure, str) else figure, CLAIM, parse_when(when))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("4", "5"),
        ("mehr als 3000", "etwa 2500"),
        ("mehr als 3000", "3000"),
        ("mehr als 3000000000", "3000000000"),
        ("mehr als 0", "0"),
        ("mindestens 4", "3"),
        ("mindestens 5", "höchstens 4"),
        ("mehr als 4", "höchstens 4"),
        ("mehr als 4", "weniger als 4"),
        ("weniger als 4", "4"),
        ("3 bis 5", "6"),
        ("3 bis 5", "6 bis 7"),
        ("3 bis 5", "mehr als 5"),
        ("etwa 100", "80"),
        ("etwa 100", "mehr als 110"),
        ("etwa -100", "-80"),
        ("etwa 50 bis 70", "40"),
        ("etwa 0", "1"),
    ],
)
def test_these_contradict(first: str, second: str) -> None:
    assert contradict(dated(first), dated(second))
    assert contradict(dated(second), dated(first))
    assert not contradict(dated(first, "2030"), dated(second, "2031"))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("4", "4"),
        ("mindestens 4", "4"),
        ("mindestens 4", "höchstens 4"),
        ("mindestens 4", "mehr als 100"),
        ("mehr als 3000", "etwa 2800"),
        ("mehr als 3000", "3001"),
        ("mehr als 3000", "5000"),
        ("weniger als 4", "etwa 4"),
        ("3 bis 5", "5"),
        ("3 bis 5", "5 bis 7"),
        ("3 bis 5", "mehr als 4"),
        ("etwa 100", "etwa 118"),
        ("etwa 100", "95"),
        ("etwa -100", "-105"),
        ("etwa 50 bis 70", "75"),
        ("etwa 0", "0"),
    ],
)
def test_these_may_both_be_true(first: str, second: str) -> None:
    assert not contradict(dated(first), dated(second))
    assert not contradict(dated(second), dated(first))


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        ("2031-04", "2031-04-05", True),
        ("2031-04-30/2031-05-02", "2031-05", True),
        ("2031-04", "2031-05", False),
        ("2031/..", "2050", True),
        ("../2030", "2031/..", False),
        ("../2031", "2031/..", True),
    ],
)
def test_only_figures_of_one_time_contradict(first: str, second: str, overlap: bool) -> None:  # noqa: FBT001 - a case
    assert contradict(dated("4", first), dated("5", second)) == overlap


def test_a_figure_without_a_date_contradicts_nothing() -> None:
    undated = DatedFigure(figure_of("4"), CLAIM, None)
    assert not contradict(undated, dated("5"))
    assert not contradict(dated("5"), undated)
    assert list(conflicts([undated, dated("5"), undated])) == []


@st.composite
def figures(draw: st.DrawFn) -> DatedFigure:
    ends = sorted([draw(st.integers(-3, 12)), draw(st.integers(-3, 12))])
    numbers: dict[str, str] = draw(
        st.sampled_from(
            [{"value": f"{ends[0]}"}, {"min": f"{ends[0]}", "max": f"{ends[1]}"}, {"min": f"{ends[0]}"}, {"max": "4.5"}]
        )
    )
    qualifier = draw(st.sampled_from([None, *WORDS.values()]))
    figure = Figure.model_validate({"measure": "m", **numbers, **({"qualifier": qualifier} if qualifier else {})})
    when: When | None = draw(st.one_of(st.none(), TIMES, WHENS))
    return DatedFigure(figure, CLAIM, when)


TIMES = st.sampled_from(
    ["2031", "2031-04", "2031-04-05", "2031-05", "2031-04/..", "../2031-04-05", "2030/2031-04"]
).map(parse_when)


@given(st.lists(figures(), max_size=14))
def test_the_sweep_finds_what_comparing_all_pairs_finds(some: list[DatedFigure]) -> None:
    naive = [(id(first), id(second)) for first, second in combinations(some, 2) if contradict(first, second)]
    assert [(id(first), id(second)) for first, second in conflicts(some)] == naive


def test_many_figures_cost_little() -> None:
    many = [dated("etwa 2500", f"{1000 + n // 365}-{n % 12 + 1:02d}-{n % 28 + 1:02d}") for n in range(20_000)]
    begin = time.process_time()
    assert list(conflicts(many)) == []
    assert time.process_time() - begin < 10  # all pairs would take minutes


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ({"value": "2500"}, "2500 (2031)"),
        ({"value": "2.5", "qualifier": "more_than"}, "more than 2.5 (2031)"),
        ({"min": "3", "max": "5"}, "3–5 (2031)"),
        ({"min": "1234567"}, "1234567– (2031)"),
        ({"max": "5", "qualifier": "about"}, "about –5 (2031)"),
    ],
)
def test_figures_in_messages(figure: dict[str, str], words: str) -> None:
    assert shown(dated(Figure.model_validate({"measure": "m", **figure}))) == words
    assert shown(DatedFigure(figure_of("4"), CLAIM, None)) == "4"
