"""Fixtures for builds that take over what did not change."""

import shutil
from pathlib import Path

import pytest
from rebuilding_again import Rebuilt, incremental_build
from workshop import ENVIRONMENT, HARBOUR, copy_dossier

from generator.pipeline import Project, generate
from generator.problems import Problems


@pytest.fixture(scope="session")
def built_harbour(tmp_path_factory: pytest.TempPathFactory, user: Path) -> Path:
    """The harbour, built once for all tests; none of them changes it."""
    project = copy_dossier(HARBOUR, tmp_path_factory.mktemp("built") / "harbour")
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("XDG_STATE_HOME", str(user))
        monkeypatch.setenv("SOURCE_DATE_EPOCH", ENVIRONMENT["SOURCE_DATE_EPOCH"])
        assert generate(project, Problems())
        incremental_build(project)
    return project.root


@pytest.fixture
def rebuilt(built_harbour: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Rebuilt:
    """The harbour, built once."""
    shutil.copytree(built_harbour, tmp_path / "rebuilt")
    return Rebuilt(Project(tmp_path / "rebuilt"), caplog)
