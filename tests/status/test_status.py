"""What is unfinished: every kind of work is found, sorted and counted once."""

import pytest
from changed_harbour import append, change, read_all, unfinished
from click import unstyle
from pytest_regressions.file_regression import FileRegressionFixture
from workshop import ROOT

from generator.pipeline import Project, load
from generator.problems import Problems
from generator.status import KINDS, WORK, Status, status_of
from generator.status.report import as_text


def status(project: Project) -> tuple[Status, Problems]:
    loaded = load(project, problems := Problems())
    assert loaded, list(map(str, problems))
    return status_of(loaded, problems, "no text is here"), problems


def ids(found: Status, kind: str) -> list[str]:
    return [place.id for section in found.sections if section.kind == kind for place in section.places]


def test_all_there_is_to_do(harbour: Project, file_regression: FileRegressionFixture) -> None:
    unfinished(harbour)
    found, _ = status(harbour)
    assert [section.kind for section in found.sections] == list(KINDS)
    assert [kind for kind in WORK if not found.counts[kind]] == []
    file_regression.check(unstyle(as_text(found)) + "\n", encoding="utf-8")


@pytest.mark.parametrize("name", ["harbour", "awkward"])
def test_what_check_calls_open_is_work_of_one_kind(name: str) -> None:
    found, problems = status(Project(ROOT / "tests" / "dossiers" / name))
    assert problems.opens > 0
    assert found.work == problems.opens + found.counts["not-evaluated"] + found.counts["counts"]


def test_a_finished_dossier_has_nothing_to_do(harbour: Project) -> None:
    (harbour.seeds / "articles/2031-06-ausblick.yml").unlink()
    read_all(harbour)
    found, _ = status(harbour)
    assert (found.work, found.next) == (0, "")
    assert sum(found.counts.values()) > 0


def test_places_are_sorted(harbour: Project) -> None:
    unfinished(harbour)
    found, _ = status(harbour)
    for section in found.sections:
        assert list(section.places) == sorted(section.places, key=lambda place: place.mark)


def test_a_claim_whose_copied_words_must_go_is_refused(harbour: Project) -> None:
    read_all(harbour)
    lock = harbour.seeds / "verified.lock.yml"
    lock.write_text(lock.read_text(encoding="utf-8").replace("  read:", "  missing: [own words]\n  read:", 1), "utf-8")
    found, _ = status(harbour)
    assert ids(found, "refused") == ["2031-02-ankuendigung#absicht"]


def test_a_verified_claim_that_is_gone_belongs_to_no_record(harbour: Project) -> None:
    read_all(harbour)
    change(harbour, "articles/2031-03-20-funk.yml", "id: lob", "id: tadel")
    found, _ = status(harbour)
    assert ids(found, "other") == [""]
    assert ids(found, "unverified") == ["2031-03-20-funk#tadel"]


# What to evaluate next


def waiting(project: Project, name: str, **fields: str) -> None:
    lines = {"title": "X", "published": "2031-07", "published_basis": "stated", "added": "2031-06-05", **fields}
    text = "".join(f"{key}: {value}\n" for key, value in lines.items())
    (project.seeds / "articles" / f"{name}.yml").write_text(text, encoding="utf-8")


TEXT = "{file: x.txt, sha256: " + 64 * "0" + "}"


@pytest.mark.parametrize(
    ("fields", "following"),
    [
        ({"topics": "[pilots]"}, "2031-06-ausblick"),
        ({"topics": "[pilots, nordersiel, old-pier]"}, "2031-07-x"),
        ({"topics": "[pilots, nordersiel]", "added": "2031-06-04"}, "2031-07-x"),
        ({"topics": "[pilots, nordersiel]", "added": "2031-06-06"}, "2031-06-ausblick"),
        ({"topics": "[pilots]", "fulltext": TEXT}, "2031-07-x"),
        (
            {"topics": "[pilots, nordersiel, old-pier]", "withdrawn": "{date: 2031-07-01, reason: x}"},
            "2031-06-ausblick",
        ),
    ],
)
def test_next_is_what_can_be_read_then_what_names_most_then_the_oldest(
    harbour: Project, fields: dict[str, str], following: str
) -> None:
    waiting(harbour, "2031-07-x", **fields)
    assert status(harbour)[0].next == following


# For information


def test_what_is_not_known_of_articles(harbour: Project) -> None:
    change(harbour, "articles/2031-03-14-uebergabe.yml", "archived_url: https://example.org/archiv/alte-mole\n", "")
    found, _ = status(harbour)
    assert "2031-03-14-uebergabe" not in ids(found, "no-url")
    assert ids(found, "no-archive") == ["2031-03-14-uebergabe"]
    assert ids(found, "no-outlet") == ["2031-02-ankuendigung", "2031-05-schleuse", "2031-06-ausblick"]
    assert "2031-03-14-uebergabe" not in ids(found, "inferred-dates")


def test_open_questions_are_told_with_the_positions_taken(harbour: Project) -> None:
    append(harbour, "questions.yml", "wer:\n  title: Wer?\n  status: open\n  note: Offen.\n  positions: {a: A, b: B}\n")
    found, _ = status(harbour)
    places = next(section.places for section in found.sections if section.kind == "open-questions")
    assert [(place.id, place.message) for place in places] == [
        ("how-many-boats", "2 positions taken"),
        ("wer", "0 positions taken"),
    ]
