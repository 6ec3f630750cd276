"""Notes: what is remembered of one is right on each page, wherever that stands."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.asked import Asker
from generator.dossier import Dossier
from generator.evidence import note
from generator.pipeline import Project, load
from generator.problems import Problems
from generator.writer import Writer

HARBOUR = Path(__file__).parent / "dossiers" / "harbour"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    loaded = load(Project(HARBOUR), Problems())
    assert loaded
    return loaded.dossier


def test_a_note_is_the_same_whichever_page_was_written_before(dossier: Dossier) -> None:
    """Pages at the top, in each folder, of who published an article, the article's own, and texts without a page."""
    paths = ["", "index.md", "timeline/index.md"]
    paths += [f"{topic.kind.folder}/{topic.id}.md" for topic in dossier.topics.values()]
    paths += [f"articles/{article}.md" for article in dossier.articles]
    anew = {path: notes(replace(dossier, asker=Asker()), path) for path in paths}
    for order in (paths, paths[::-1]):
        shared = replace(dossier, asker=Asker())
        assert {path: notes(shared, path) for path in order} == anew


def notes(dossier: Dossier, path: str) -> list[str]:
    return [note(Writer(dossier, path), claim) for claim in dossier.claims.values()]
