"""The page for the team: German, with a link to each page concerned."""

import re

from changed_harbour import append, unfinished
from pytest_regressions.file_regression import FileRegressionFixture

from generator.labels import load_labels
from generator.pipeline import Project, load, rendered
from generator.problems import Problems
from generator.status import KINDS
from generator.status.page import MOST_PLACES, status_page


def text(project: Project) -> str:
    loaded = load(project, problems := Problems())
    assert loaded, list(map(str, problems))
    return status_page(loaded, problems).text


def test_the_page(harbour: Project, file_regression: FileRegressionFixture) -> None:
    unfinished(harbour)
    file_regression.check(text(harbour), extension=".md", encoding="utf-8")


def test_each_link_leads_to_a_page(harbour: Project) -> None:
    unfinished(harbour)
    loaded = load(harbour, Problems())
    assert loaded
    targets = set(re.findall(r"\]\(([^)#]+)", text(harbour)))
    assert len(targets) > 10
    assert targets <= rendered(loaded).keys()


def test_the_words_of_the_link_tell_how_much_there_is_to_do(harbour: Project) -> None:
    loaded = load(harbour, problems := Problems())
    assert loaded
    assert status_page(loaded, problems).link == "Redaktion: 13 zu tun"


def test_a_long_list_is_cut(harbour: Project) -> None:
    for number in range(MOST_PLACES + 5):
        append(harbour, "timeline/2031.yml", f"e{number}: {{date: 2031-07, title: X, type: incident}}\n")
    page = text(harbour)
    assert "… und 5 weitere: `dossier status --all`" in page
    assert page.count("no claim tells of event") == MOST_PLACES


def test_a_problem_outside_the_records_has_no_link(harbour: Project) -> None:
    (harbour.seeds / "verified.lock.yml").write_text("a#b: {record: x, source: x}\n", encoding="utf-8")
    assert "- <code>seeds/verified.lock.yml:1</code> <span" in text(harbour)


def test_nothing_to_do(harbour: Project) -> None:
    for path in (harbour.seeds / "articles").iterdir():
        path.unlink()
    for name in ("questions.yml", "measures.yml", "timeline/2031.yml", "actors/actors.yml", "bases/bases.yml"):
        (harbour.seeds / name).unlink()
    for name in ("outlets/outlets.yml", "places/places.yml"):
        (harbour.seeds / name).unlink()
    (harbour.docs / "method.md").write_text("# Methode\n", encoding="utf-8")
    (harbour.docs / "imprint.md").write_text("# Impressum\n", encoding="utf-8")
    page = text(harbour)
    assert "Es ist nichts zu tun." in page
    assert "Zur Kenntnis" not in page


def test_every_kind_has_its_german_words() -> None:
    assert list(load_labels("de")["status"]["kinds"]) == list(KINDS)
