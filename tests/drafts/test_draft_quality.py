"""The draft benchmark: it can tell right from wrong and refuses faulty lists; and the floors for the finders."""

import pytest
from click.testing import CliRunner

from benchmarks import draft_quality
from benchmarks.draft_gold import PRIVATE_SET, ROOT, Gold, cases
from benchmarks.draft_quality import Score, Tally, errors, main, score, scored, summed, table
from generator.dates import parse_when
from generator.drafting.findings import Mention, ParagraphFindings, Quantity, SentenceFindings, Speech
from generator.german.times import Time
from generator.pipeline import Project
from generator.problems import Problems

TEXTS = ROOT.parent / "shared" / "seeds"

# set → kind → the least recall and the least precision
FLOORS = {
    "iraq": {"mentions": 0.95, "numbers": 0.95, "dates": 0.85},
    "dev": {"mentions": 0.95, "numbers": 0.95, "dates": 0.85},
    "heldout": {"mentions": 0.95, "numbers": 0.95, "dates": 0.85},
}

GOLD = Gold.model_validate(
    {
        "paragraphs": {
            "1": {
                "mentions": ["hafenwacht", "mole"],
                "also": ["stadt"],
                "numbers": [{"value": "12", "unit": "Boote"}, {"value": "12", "unit": "Kräne"}],
                "dates": [{"when": "2031-05-01/2031-05-10", "basis": "Anfang Mai"}],
                "speech": [{"by": ["stadt", "rat"]}, {"by": '"Hafenkreisen"'}],
            },
            "2": {},
        }
    }
)


def paragraph(
    number: int = 1,
    topics: tuple[str, ...] = ("hafenwacht", "mole"),
    numbers: tuple[tuple[float, str], ...] = ((12, "Boote"), (12, "Kräne")),
    dates: tuple[tuple[str, str], ...] = (("2031-05-01/2031-05-10", "Anfang Mai"),),
    speakers: tuple[str, ...] = ("rat", '"Hafenkreise"'),
) -> ParagraphFindings:
    """Findings as GOLD has them in its first paragraph, but for what is given."""
    sentence = SentenceFindings(
        text="",
        start=0,
        mentions=tuple(Mention(topic, "", 0, 0) for topic in topics),
        quantities=tuple(Quantity(value, unit, None, 0, 0) for value, unit in numbers),
        times=tuple(Time(parse_when(when), basis, 0, 0) for when, basis in dates),
        speech=tuple(Speech(speaker, False, 0, 0) for speaker in speakers),  # noqa: FBT003 - passed_on
        events=(),
    )
    return ParagraphFindings(number, (sentence,))


def test_what_is_all_found_has_full_marks():
    for kind, tally in score(GOLD, [paragraph()]).items():
        assert (tally.recall, tally.precision) == (1, 1), kind


def test_what_may_be_found_counts_neither_way():
    assert score(GOLD, [paragraph(topics=("hafenwacht", "mole", "stadt"))])["mentions"] == Tally(hits=2)


def test_a_mention_counts_once_a_paragraph():
    assert score(GOLD, [paragraph(topics=("mole", "hafenwacht", "mole"))])["mentions"] == Tally(hits=2)


@pytest.mark.parametrize(
    ("kind", "wrong", "fact"),
    [
        ("mentions", {"topics": ("hafenwacht", "mole", "rat")}, "rat"),
        ("numbers", {"numbers": ((12, "Boote"), (12, "Kräne"), (12, "Boote"))}, "12"),
        ("dates", {"dates": (("2031-05-01/2031-05-10", "Anfang Mai"), ("2031-05", "Mai"))}, "2031-05"),
        ("speech", {"speakers": ("stadt", '"Hafenkreise"', "mole")}, "mole"),
    ],
)
def test_a_wrong_finding_lowers_precision_alone(kind: str, wrong: dict[str, tuple[object, ...]], fact: str):
    tally = score(GOLD, [paragraph(**wrong)])[kind]
    assert tally.recall == 1
    assert tally.precision is not None
    assert tally.precision < 1
    assert tally.false == (f"p1 {fact}",)


@pytest.mark.parametrize(
    ("kind", "wrong", "fact"),
    [
        ("mentions", {"topics": ("hafenwacht", "stadt")}, "mole"),
        ("numbers", {"numbers": ((12, "Boote"),)}, "12"),
        ("dates", {"dates": ()}, "2031-05-01/2031-05-10"),
        ("speech", {"speakers": ("rat",)}, '"Hafenkreisen"'),
        ("speech", {"speakers": ('"Hafenkreise"',)}, "stadt or rat"),
    ],
)
def test_a_missing_finding_lowers_recall_alone(kind: str, wrong: dict[str, tuple[object, ...]], fact: str):
    tally = score(GOLD, [paragraph(**wrong)])[kind]
    assert tally.recall is not None
    assert tally.recall < 1
    assert tally.precision in (1, None)
    assert tally.missed == (f"p1 {fact}",)


def test_a_finding_in_another_paragraph_is_wrong_there_and_missing_here():
    tally = score(GOLD, [paragraph(number=2)])["mentions"]
    assert tally == Tally(0, ("p1 hafenwacht", "p1 mole"), ("p2 hafenwacht", "p2 mole"))
    assert (tally.recall, tally.precision) == (0, 0)


def test_a_date_less_exact_is_no_hit():
    tally = score(GOLD, [paragraph(dates=(("2031-05", "Anfang Mai"),))])["dates"]
    assert (tally.hits, tally.apart) == (0, 0)


def test_units_and_bases_are_counted_apart():
    right = score(GOLD, [paragraph()])
    wrong = score(GOLD, [paragraph(numbers=((12, "Boote"), (12, "")), dates=(("2031-05-01/2031-05-10", "Juni"),))])
    assert [(right[kind].hits, right[kind].apart) for kind in ("numbers", "dates")] == [(2, 2), (1, 1)]
    assert [(wrong[kind].hits, wrong[kind].apart) for kind in ("numbers", "dates")] == [(2, 1), (1, 0)]


def test_each_fact_of_a_set_has_the_same_weight():
    few, many = {"mentions": Tally(1)}, {"mentions": Tally(2, ("a", "b", "c"))}
    rest = dict.fromkeys(("numbers", "dates", "speech"), Tally())
    assert summed([{**rest, **few}, {**rest, **many}])["mentions"].recall == 0.5
    assert summed([])["dates"].precision is None


LIST = "2031-03-14-uebergabe"
RIGHT = """\
paragraphs:
  1:
    mentions: [harbour-police, town-council]
    dates: [{when: 2031-03-14, basis: 14. März}]
  2: {}
  3: {}
"""


def listed(project: Project, text: str, folder: str = PRIVATE_SET, name: str = f"{LIST}.yml") -> list[str]:
    """The problems of a dossier with this gold list, without their file."""
    path = project.root / "tests" / "drafts" / folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    list(cases(project.root, project.seeds / "fulltexts", problems := Problems()))
    return [str(problem).partition(".yml:")[2] for problem in problems]


def test_a_right_list_has_no_problems(harbour: Project):
    assert listed(harbour, RIGHT) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("town-council]", "town-counsel]", '3:32: there is no topic "town-counsel"; did you mean "town-council"?'),
        ("town-council]", "harbour-police]", '3:32: topic "harbour-police" is marked twice here; remove one'),
        ("2031-03-14,", "2031-03-15,", '"14. März" does not bear 2031-03-15: its basis names another date'),
        ("14. März}", "15. März}", '"15. März" does not bear 2031-03-14: the words of its basis are not there'),
        ("2031-03-14,", "2031-13-14,", 'there is no date "2031-13-14"'),
        ("  1:", "  99:", "2:3: there is no paragraph 99; the text has"),
        ("dates:", "speech: [{by: lotse}]\n    dates:", '4:19: there is no topic "lotse"'),
        ("dates:", "speech: [{by: '\"Kreisen\"'}]\n    dates:", '"Kreisen" does not stand there'),
        ("dates:", "numbers: [{value: 7, unit: Kometen}]\n    dates:", '"Kometen" does not stand there'),
        ("dates:", "numbers: [{value: 7.000}]\n    dates:", "7.000"),
        ("paragraphs:", "names: [Kometenheim]\nparagraphs:", '"Kometenheim" does not stand there'),
        ("paragraphs:", "published: 2031-03-14\nparagraphs:", "1:12: the article has its date in seeds/"),
        ("  3: {}\n", "", "2:3: paragraph 3 is missing; an empty one is written as {}"),
        ("mentions:", "mention:", 'unknown field "mention"; did you mean "mentions"?'),
    ],
)
def test_faults_of_a_list_are_told(harbour: Project, old: str, new: str, told: str):
    assert told in "\n".join(listed(harbour, RIGHT.replace(old, new)))


def test_a_list_names_an_article(harbour: Project):
    assert listed(harbour, RIGHT, name="2031-03-14-uebergang.yml") == [
        '1:1: there is no article "2031-03-14-uebergang"; did you mean "2031-03-14-uebergabe"?'
    ]


def test_an_invented_article_has_its_date_in_the_list(harbour: Project):
    (folder := harbour.root / "tests" / "drafts" / "dev" / "mole").mkdir(parents=True)
    (folder / "article.txt").write_text("Hafenwacht, Stadtverwaltung, 14. März.\n\nA\n\nB", encoding="utf-8")
    (harbour.seeds / "fulltexts").rename(harbour.root / "fulltexts")
    harbour.seeds.rename(folder / "seeds")
    assert "the date of publication is missing" in listed(harbour, RIGHT, "dev", "mole/gold.yml")[0]
    assert listed(harbour, f"published: 2031-03-15\n{RIGHT}", "dev", "mole/gold.yml") == []


def test_the_command_prints_and_writes_the_table(harbour: Project, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(draft_quality, "ROOT", harbour.root)
    (harbour.root / "benchmarks").mkdir()
    listed(harbour, RIGHT.replace("  3: {}\n", ""))
    options = ["--fulltexts", str(harbour.seeds / "fulltexts"), "--errors", "--write"]
    run = CliRunner().invoke(main, options)
    assert run.exit_code == 1, "a paragraph of the text is not in the list"
    assert f"| iraq | {LIST} | " in run.stdout
    assert "skipped: heldout; its texts are not here" in run.stdout
    assert "paragraph 3 is missing" in run.stderr
    assert f"| iraq | {LIST} | " in (harbour.root / draft_quality.REPORT).read_text(encoding="utf-8")


def test_without_the_texts_the_set_is_skipped(harbour: Project, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(draft_quality, "ROOT", harbour.root)
    listed(harbour, RIGHT)
    run = CliRunner().invoke(main, ["--fulltexts", str(harbour.root / "nowhere")])
    assert run.exit_code == 0, run.output
    assert "skipped: iraq; its texts are not here" in run.stdout


@pytest.fixture(scope="module")
def measured() -> dict[str, tuple[Score, str]]:
    """Set → its score, and the table with each error in it."""
    found = cases(ROOT, TEXTS, problems := Problems())
    assert not problems.found, "\n".join(map(str, problems))
    scores = scored(found)
    sets = {name: {case: each for case, each in scores.items() if case.set == name} for name in FLOORS}
    return {name: (summed(of.values()), "\n".join([table(of), *errors(of)])) for name, of in sets.items()}


@pytest.mark.parametrize(("name", "kind"), [(name, kind) for name, kinds in FLOORS.items() for kind in kinds])
def test_drafts_find_enough(measured: dict[str, tuple[Score, str]], name: str, kind: str):
    if name == PRIVATE_SET and not TEXTS.is_dir():
        pytest.skip("the private texts are not here")
    tally, told = measured[name][0][kind], measured[name][1]
    assert (tally.recall or 0) >= FLOORS[name][kind], told
    assert (tally.precision or 0) >= FLOORS[name][kind], told
