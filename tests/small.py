"""A small dossier for tests: the base of the fault cases, changed in a few words."""

from pathlib import Path
from typing import Any

from test_faults import built

from generator.dossier import Dossier
from generator.pipeline import Loaded, Project, load
from generator.problems import Problems

ARTICLE = "seeds/articles/2031-04-lager.yml"


def project(root: Path, **changes: Any) -> Project:
    """The minimal dossier with `files` added or replaced and `edits` made."""
    return built({"use": "minimal", **changes}, root)


def loaded(root: Path, **changes: Any) -> Loaded:
    found = load(project(root, **changes), problems := Problems())
    assert found, list(map(str, problems))
    return found


def dossier(root: Path, **changes: Any) -> Dossier:
    return loaded(root, **changes).dossier
