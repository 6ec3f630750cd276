"""Fixtures that all tests share."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings
from workshop import ENVIRONMENT, HARBOUR, ROOT, Command, copy_dossier

from generator.pipeline import Project

# A busy machine is no fault of the code: no test may fail by the clock.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What tests have measured, whether or not they ask for a limit."""
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for name, value in report.user_properties:
            terminalreporter.write_line(f"measured: {report.nodeid.rpartition('::')[2]}: {name}: {value}")


@pytest.fixture(scope="session", autouse=True)
def user(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a user's key, so that no test puts one into the home of whoever runs it."""
    folder = tmp_path_factory.mktemp("user")
    ENVIRONMENT["XDG_STATE_HOME"] = str(folder)
    return folder


@pytest.fixture(autouse=True)
def plain_environment(user: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(user))
    for name in ("GITHUB_ACTIONS", "DOSSIER_FULLTEXTS", "DOSSIER_READER", "DOSSIER_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", ENVIRONMENT["SOURCE_DATE_EPOCH"])


@pytest.fixture
def harbour(tmp_path: Path) -> Project:
    return copy_dossier(HARBOUR, tmp_path / "harbour")


@pytest.fixture
def command() -> Command:
    """Runs a Python module in a process of its own, as people do."""

    def run(*arguments: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=cwd,
            env={**ENVIRONMENT, **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    return run
