"""Who gives the figures of a measure, which of them a line joins, where they contradict each other, where none is."""

from pathlib import Path

import pytest
import small
import yaml

from generator.dossier import Measure
from generator.drawing.series import contradicting, gaps, joined, newest, teller_name, tellers
from generator.writer import Writer

Said = tuple[str, str, str]


def measure(root: Path, *said: Said) -> Measure:
    """Each figure as (who, when, the inside of its braces)."""
    claims = [
        {
            "id": f"c{number}",
            "p": 1,
            "text": "Angabe.",
            "by": who,
            "figure": {"measure": "leute"} | inside(figure, when),
        }
        for number, (who, when, figure) in enumerate(said)
    ]
    article = {"title": "Zählung", "published": "2032", "published_basis": "stated", "added": "2032-01-02"}
    changed = {"seeds/articles/z.yml": yaml.safe_dump(article | {"claims": claims})}
    edits = {
        small.ARTICLE: {"figure: {measure: leute, value: 40}": "status: {of: lager-sued, is: closed}"}
        | {"figure: {measure: leute, value: 60}": "status: {of: lager-sued, is: in-use}"}
    }
    return small.dossier(root, files=changed, edits=edits).measures["leute"]


def inside(figure: str, when: str) -> dict[str, object]:
    return yaml.safe_load(f"{{{figure}}}") | ({"as_of": when} if when else {})


def values(pairs: object) -> list[tuple[float | None, ...]]:
    return [tuple(dated.figure.value for dated in pair) for pair in pairs]  # type: ignore[attr-defined]


A, B = "deichbund", "imke-fries"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([(A, "2030-01", "value: 1"), (A, "2030-06", "value: 2")], [(1, 2)]),
        ([(A, "2030-01-01", "value: 1"), (A, "2031-01-02", "value: 2")], [(1, 2)]),
        ([(A, "2030-01-01", "value: 1"), (A, "2031-01-03", "value: 2")], []),  # a gap
        ([(A, "2030-01", "value: 1"), (B, "2030-06", "value: 2")], []),  # two tellers
        ([(A, "2030-01", "value: 1"), (B, "2030-03", "value: 9"), (A, "2030-06", "value: 2")], [(1, 2)]),
        ([(A, "2030-01", "value: 1"), (A, "2030-06", "value: 2, qualifier: more_than")], []),  # a limit
        ([(A, "2030-01", "value: 1, qualifier: about"), (A, "2030-06", "value: 2")], [(1, 2)]),
        ([(A, "2030-01", "value: 1"), (A, "2030-06", "min: 2, max: 3")], []),
        ([(A, "2030", "value: 1"), (A, "2030-06", "value: 2")], []),  # at the same time
        (
            [
                (A, "2030-01", "value: 1"),
                (A, "2030-03", "value: 5"),
                (A, "2030-03-02", "value: 6"),
                (A, "2030-05", "value: 2"),
            ],
            [],
        ),
        ([(A, "2030-01/2030-12", "value: 1"), (A, "2030-02", "value: 5"), (A, "2030-06", "value: 7")], []),  # within
        ([(A, "../2030-05", "value: 12"), (A, "2030-06", "value: 3")], [(12, 3)]),
        ([(A, "", "value: 1"), (A, "2030-06", "value: 3")], []),
    ],
)
def test_a_line_joins_what_one_teller_gives_without_a_gap(
    tmp_path: Path, said: list[Said], expected: list[tuple[float, float]]
) -> None:
    assert values(joined(measure(tmp_path, *said))) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([(A, "2020", "value: 1"), (B, "2022", "value: 2")], []),  # 365 days, and no more than a year
        ([(A, "2020", "value: 1"), (B, "2022-02", "value: 2")], [(1, 2)]),
        ([(A, "2020", "value: 1"), (B, "2021-06", "value: 5"), (A, "2022-02", "value: 2")], []),
        ([(A, "2020/2029", "value: 1"), (B, "2021", "value: 5"), (A, "2030", "value: 2")], []),  # the first still holds
        ([(A, "2020/..", "value: 1"), (B, "2040", "value: 2")], []),
        ([(A, "", "value: 1"), (B, "2040", "value: 2")], []),
    ],
)
def test_a_gap_is_more_than_a_year_without_a_figure(
    tmp_path: Path, said: list[Said], expected: list[tuple[float, float]]
) -> None:
    assert values(gaps(measure(tmp_path, *said))) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([(A, "2030", "value: 3"), (B, "2030", "value: 1")], [(1, 3)]),
        ([(A, "2030", "value: 1"), (B, "2031", "value: 3")], []),
        ([(A, "2030", "value: 3"), (B, "2030", "value: 1"), (A, "2030-05", "value: 2")], [(1, 2), (2, 3)]),
        ([(A, "2030", "value: 10, qualifier: about"), (B, "2030", "value: 11")], []),
        ([(A, "2030", "value: 10, qualifier: more_than"), (B, "2030", "value: 10")], [(10, 10)]),
    ],
)
def test_contradictions_the_lower_first(tmp_path: Path, said: list[Said], expected: list[tuple[float, float]]) -> None:
    assert sorted(values(contradicting(measure(tmp_path, *said)))) == expected


def test_the_newest_are_all_that_hold_for_the_latest_date(tmp_path: Path) -> None:
    found = measure(tmp_path, (A, "2030-01", "value: 1"), (A, "2030-08", "value: 2"), (B, "2030-08-05", "value: 3"))
    assert [dated.figure.value for dated in newest(found)] == [3, 2]
    assert [dated.figure.value for dated in newest(measure(tmp_path, (A, "", "value: 7")))] == [7]
    assert newest(measure(tmp_path)) == []


def test_tellers_by_name(tmp_path: Path) -> None:
    edits = {
        small.ARTICLE: {"    by: imke-fries\n": "    by: ['\"Kreise\"', imke-fries]\n"}
        | {"    by: deichbund\n    when: 2031-04\n": "    when: 2031-04\n"}
    }
    dossier = small.dossier(tmp_path, edits=edits)
    names = [teller_name(one, Writer(dossier, "")) for one in tellers(dossier.measures["leute"])]
    assert names == ["„Kreise“, Imke Fries", "Inselpost"]
