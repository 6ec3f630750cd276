"""What a change does to the dossier of the harbour, in an editor's words."""

import shutil
from pathlib import Path

import pytest
from changed_harbour import append, change, read_all
from pytest_regressions.file_regression import FileRegressionFixture
from workshop import HARBOUR

from generator.difference import Difference, difference
from generator.difference.report import as_markdown
from generator.difference.revision import snapshot
from generator.pipeline import Project
from generator.problems import Problems

ARTICLE = """\
title: Die Stadt zählt nach
published: 2031-07-02
published_basis: stated
added: 2031-07-03
outlet: kuestenfunk
agency: deich-agentur
topics: [pilots]
claims:
  - id: neun
    p: 1
    text: Die Stadtverwaltung zählt neun Boote der Hafenwacht in Nordersiel.
    by: town-council
    when: 2031-07
    event: [handover, zaehlung]
    figure: {measure: boats, value: 9}
    answers: {question: how-many-boats, position: nine}
  - id: wieder-in-betrieb
    p: 2
    text: Die Alte Mole ist wieder in Betrieb.
    when: 2031-07
    status: {of: old-pier, is: in-use}
  - id: entwurf
    p: 3
    text:
"""
EVENT = "zaehlung:\n  date: 2031-07\n  title: Die Stadt zählt die Boote\n  type: incident\n"
TOPIC = "kran:\n  name: Hafenkran\n  type: town\n  coordinates: {lat: 53.7, lon: 8, source: Seekarte der Tests}\n"
QUESTION = "wer:\n  title: Wer zählt?\n  status: open\n  note: Offen.\n  positions: {a: A, b: B}\n"


@pytest.fixture
def before(tmp_path: Path) -> Project:
    """The dossier as it was, beside the one that a test changes."""
    shutil.copytree(HARBOUR, tmp_path / "before")
    return Project(tmp_path / "before")


def compared(before: Project, after: Project) -> Difference:
    states = [snapshot(project, problems := Problems()) or list(map(str, problems)) for project in (before, after)]
    old, new = states
    assert not isinstance(old, list), old
    assert not isinstance(new, list), new
    return difference(old, new)


def told(found: Difference, kind: str, what: str) -> dict[str, tuple[str, ...]]:
    return {change.id: change.details for change in found.changes if (change.kind, change.what) == (kind, what)}


def much(project: Project) -> None:
    """A change of nearly every sort."""
    (project.seeds / "articles/2031-07-02-zaehlung.yml").write_text(ARTICLE, encoding="utf-8")
    append(project, "timeline/2031.yml", EVENT)
    append(project, "places/places.yml", TOPIC)
    append(project, "questions.yml", QUESTION)
    append(project, "measures.yml", "crew: {title: Besatzung, unit: Personen, scope: Alle Boote.}\n")
    change(project, "questions.yml", "    seven: sieben Boote\n", "    seven: sieben Boote\n    nine: neun Boote\n")
    change(project, "questions.yml", "status: apparent", "status: settled")
    change(project, "articles/2031-05-schleuse.yml", "Verletzt wurde niemand.", "Es wurde niemand *verletzt*.")
    withdrawn = "    withdrawn: {date: 2031-07-03, reason: Es waren acht.}\n"
    change(project, "articles/2031-03-20-funk.yml", "    via: deich-agentur\n", f"    via: deich-agentur\n{withdrawn}")
    change(
        project,
        "articles/2031-02-ankuendigung.yml",
        "claims:\n",
        "corrected: {date: 2031-07-03, reason: Jahr.}\nclaims:\n",
    )
    change(project, "articles/2031-02-ankuendigung.yml", "    when_basis: derzeit\n", "")
    change(project, "actors/actors.yml", "  metonyms: [Rathaus]\n", "")
    change(project, "dossier.yml", "quote_words: 6", "quote_words: 7")
    change(project, "measures.yml", "Boote der Hafenwacht in Nordersiel", "Boote in Nordersiel")
    (project.seeds / "articles/2031-06-ausblick.yml").unlink()
    (project.docs / "imprint.md").write_text("# Impressum\n\nNeu.\n", encoding="utf-8")
    (project.docs / "hilfe.md").write_text("# Hilfe\n", encoding="utf-8")
    read_all(project, but=("entwurf", "schicht"))


def test_a_change_of_nearly_every_sort(
    before: Project, harbour: Project, file_regression: FileRegressionFixture
) -> None:
    much(harbour)
    file_regression.check(as_markdown(compared(before, harbour)), extension=".md", encoding="utf-8")


def test_the_way_back(before: Project, harbour: Project, file_regression: FileRegressionFixture) -> None:
    much(harbour)
    file_regression.check(as_markdown(compared(harbour, before)), extension=".md", encoding="utf-8")


def test_no_change(before: Project, harbour: Project) -> None:
    assert compared(before, harbour).changes == ()


def test_what_only_moves_in_its_file_is_no_change(before: Project, harbour: Project) -> None:
    file = harbour.seeds / "articles/2031-02-ankuendigung.yml"
    file.write_text("# a comment\n\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    (harbour.seeds / "actors/actors.yml").rename(harbour.seeds / "actors/alle.yml")
    assert compared(before, harbour).changes == ()


# Claims


def test_a_claim_with_the_same_words_under_a_new_id_is_renamed(before: Project, harbour: Project) -> None:
    change(harbour, "articles/2031-05-schleuse.yml", "id: verletzte", "id: niemand")
    found = compared(before, harbour)
    assert told(found, "claim", "renamed") == {"2031-05-schleuse#niemand": ("was verletzte",)}
    assert found.count("claim", "new") == found.count("claim", "gone") == 0


def test_a_draft_that_gets_its_words(before: Project, harbour: Project) -> None:
    change(before, "articles/2031-05-schleuse.yml", "text: Verletzt wurde niemand.", "text:")
    found = compared(before, harbour)
    assert list(told(found, "claim", "written")) == ["2031-05-schleuse#verletzte"]
    assert found.count("claim", "new") == 0


def test_verification_comes_and_goes(before: Project, harbour: Project) -> None:
    read_all(before, but=("lob",))
    read_all(harbour, but=("rest",))
    found = compared(before, harbour)
    assert told(found, "claim", "verified") == {"2031-03-20-funk#lob": ("read at the text",)}
    assert told(found, "claim", "no longer verified") == {"2031-03-20-funk#rest": ("not verified",)}


def test_a_withdrawal_that_is_taken_back(before: Project, harbour: Project) -> None:
    lines = "    withdrawn: {date: 2031-06-03, reason: Der Absatz spricht von einer Übung.}\n"
    change(harbour, "articles/2031-03-20-funk.yml", lines, "")
    found = compared(before, harbour)
    assert list(told(found, "claim", "no longer withdrawn")) == ["2031-03-20-funk#irrtum"]


# Pages


def test_an_event_gets_an_account_of_another_origin(before: Project, harbour: Project) -> None:
    change(
        harbour,
        "articles/2031-03-20-funk.yml",
        "    via: deich-agentur\n",
        "    via: deich-agentur\n    event: handover\n",
    )
    assert told(compared(before, harbour), "event", "changed") == {
        "handover": ("+1 account", "now also told by 2031-03-20-funk", "2 independent origins (was 1)")
    }


def test_a_series_gets_a_point(before: Project, harbour: Project) -> None:
    change(before, "articles/2031-03-20-funk.yml", "    figure: {measure: boats, value: 7}\n", "")
    assert told(compared(before, harbour), "measure", "changed") == {
        "boats": (
            "+1 figure: 7 (2031-03), by 2031-03-20-funk#rest",
            "latest value now 12 (2031-03-14), 7 (2031-03) (was 12 (2031-03-14))",
        )
    }


def test_the_first_figure_of_a_series(before: Project, harbour: Project) -> None:
    append(before, "measures.yml", "crew: {title: Besatzung, unit: Personen, scope: Alle Boote.}\n")
    append(harbour, "measures.yml", "crew: {title: Besatzung, unit: Personen, scope: Alle Boote.}\n")
    change(harbour, "articles/2031-03-20-funk.yml", "{measure: boats, value: 7}", "{measure: crew, value: 7}")
    details = told(compared(before, harbour), "measure", "changed")["crew"]
    assert details == ("+1 figure: 7 (2031-03), by 2031-03-20-funk#rest", "latest value now 7 (2031-03) (was none)")


def test_a_question_gets_an_answer(before: Project, harbour: Project) -> None:
    change(before, "articles/2031-03-20-funk.yml", "    answers: {question: how-many-boats, position: seven}\n", "")
    assert told(compared(before, harbour), "question", "changed") == {
        "how-many-boats": ("now has two answers (had one)", "newly answered: sieben Boote", "+1 claim")
    }


def test_many_answers_are_counted_in_digits(before: Project, harbour: Project) -> None:
    positions = "".join(f"    p{number}: P{number}\n" for number in range(5))
    change(harbour, "questions.yml", "    seven: sieben Boote\n", f"    seven: sieben Boote\n{positions}")
    answers = "".join(f", {{question: how-many-boats, position: p{number}}}" for number in range(5))
    old = "{question: how-many-boats, position: seven}"
    change(harbour, "articles/2031-03-20-funk.yml", old, f"[{old}{answers}]")
    assert "now has 7 answers (had two)" in told(compared(before, harbour), "question", "changed")["how-many-boats"]


def test_the_status_of_a_topic(before: Project, harbour: Project) -> None:
    change(harbour, "articles/2031-03-14-uebergabe.yml", "is: handed-over", "is: in-use")
    details = told(compared(before, harbour), "topic", "changed")["old-pier"]
    assert "status now in Betrieb (was übergeben)" in details
    change(before, "articles/2031-03-14-uebergabe.yml", "    status: {of: old-pier, is: handed-over}\n", "")
    change(before, "articles/2031-02-ankuendigung.yml", "    status: {of: old-pier, is: in-use}\n", "")
    details = told(compared(before, harbour), "topic", "changed")["old-pier"]
    assert "status now in Betrieb (was unknown)" in details


def test_another_word_for_a_status_changes_no_topic(before: Project, harbour: Project) -> None:
    change(harbour, "dossier.yml", "in-use: in Betrieb", "in-use: genutzt")
    found = compared(before, harbour)
    assert [(each.kind, each.details) for each in found.changes] == [("settings", ("changed: statuses",))]
