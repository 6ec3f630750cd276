"""Synthetic dossiers: without errors, the same each time, and twice as much where twice as much is asked for."""

from collections import Counter
from pathlib import Path

import pytest
from workshop import files

from benchmarks import synthetic_edits as edits
from benchmarks.synthetic import CLAIMS, make
from benchmarks.synthetic_german import last_name, place_name
from generator.pipeline import Loaded, Project, load
from generator.problems import Problems

SMALL = 40


def loaded(project: Project) -> Loaded:
    found = load(project, problems := Problems())
    assert found, list(map(str, problems))
    return found


def counts(project: Project) -> Counter[str]:
    dossier = loaded(project).dossier
    found = Counter({"articles": len(dossier.articles), "claims": len(dossier.claims), "topics": len(dossier.topics)})
    found.update(events=len(dossier.events), questions=len(dossier.questions), measures=len(dossier.measures))
    found.update(figures=sum(len(measure.figures) for measure in dossier.measures.values()))
    found.update(mentions=sum(len(claim.topics) for claim in dossier.claims.values()))
    return found


@pytest.mark.parametrize("articles", [1, 7, SMALL])
def test_it_has_no_problem_but_unused_topics(tmp_path: Path, articles: int) -> None:
    found = load(make(tmp_path, articles), problems := Problems())
    assert found
    assert [str(problem) for problem in problems if "no claim" not in problem.message] == []


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    one, same, other = (make(tmp_path / name, SMALL, seed) for name, seed in (("one", 1), ("same", 1), ("other", 2)))
    assert files(one.root) == files(same.root)
    assert files(one.root) != files(other.root)


def test_it_grows_evenly(tmp_path: Path) -> None:
    small, large = (counts(make(tmp_path / str(size), size)) for size in (2 * SMALL, 8 * SMALL))
    assert small["claims"] == 2 * SMALL * CLAIMS
    assert small["topics"] == 2 * SMALL / 5
    assert all(small.values())
    for name, count in small.items():
        assert large[name] == pytest.approx(4 * count, rel=0.15), name


def test_it_has_what_real_ones_have(tmp_path: Path) -> None:
    dossier = loaded(make(tmp_path, SMALL)).dossier
    claims = list(dossier.claims.values())
    for field in ("by", "via", "event", "figure", "answers", "status", "relation", "quote", "corrected", "when"):
        assert any(getattr(claim.record, field) for claim in claims), field
    assert len({claim.record.modality for claim in claims}) > 5
    assert {claim.grade for claim in claims} == {"found", "read"}
    assert any(topic.record.intro for topic in dossier.topics.values())
    words = Counter(word for claim in claims for word in claim.text.split())
    assert sum(1 for count in words.values() if count == 1) > len(claims)


def test_names_are_never_given_twice() -> None:
    places = [place_name(number) for number in range(10_000)]
    assert len({*places, *map(last_name, range(10_000))}) == 20_000


def test_edits_leave_no_error_in_any_order(tmp_path: Path) -> None:
    project = make(tmp_path, SMALL)
    before = files(project.root)
    for edit in (
        edits.add_article,
        edits.rename_topic,
        edits.add_article,
        edits.edit_claim,
        edits.remove_article,
        edits.edit_claim,
        edits.rename_topic,
        edits.remove_article,
        edits.change_settings,
    ):
        edit(project)
        after = files(project.root)
        assert after != before, edit.__name__
        loaded(project)
        before = after


def test_an_added_article_is_about_what_is_there(tmp_path: Path) -> None:
    project = make(tmp_path, SMALL)
    before = loaded(project).dossier
    added = loaded(project := project).dossier if edits.add_article(project) else before
    (new,) = added.articles.keys() - before.articles.keys()
    assert added.topics.keys() == before.topics.keys()
    assert added.events.keys() == before.events.keys()
    claims = added.by_article[new]
    assert len({topic for claim in claims for topic in claim.topics}) >= 4
    assert any(claim.record.event for claim in claims)
