"""Whatever has become of the state or of the last site: the new site is the one of a full build."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from rebuilding_again import Rebuilt, different, full_build
from test_rebuilt_dossier import reword, write_a_page
from workshop import ENVIRONMENT

from generator.incremental import inputs
from generator.incremental.state import State, key, load, save
from generator.site import state_folder

NAMES = ("anchors", "asked", "copies", "pages.json", "search")


def state(rebuilt: Rebuilt) -> Path:
    return state_folder(rebuilt.project.site)


def gone(folder: Path) -> None:
    shutil.rmtree(folder)


def a_file(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("a file", encoding="utf-8")


def unsigned(folder: Path) -> None:
    path = folder / "pages.json"
    path.write_bytes(b"0" * 64 + path.read_bytes()[64:])


def no_json(folder: Path) -> None:
    (folder / "pages.json").write_text("{", encoding="utf-8")


def folders_for_files(folder: Path) -> None:
    (folder / "search").unlink()
    (folder / "search").mkdir()


@pytest.mark.parametrize("harm", [gone, a_file, unsigned, no_json, folders_for_files])
def test_without_a_whole_state_all_is_rendered(rebuilt: Rebuilt, harm: Callable[[Path], None]) -> None:
    harm(state(rebuilt))
    rebuilt()
    assert rebuilt.kept == 0


@pytest.mark.parametrize("name", NAMES)
def test_one_bit_is_enough(rebuilt: Rebuilt, name: str) -> None:
    chance = random.Random(name)  # noqa: S311 - the same places in each run
    path = state(rebuilt) / name
    content = bytearray(path.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)
    rebuilt()
    assert rebuilt.kept == 0


@pytest.mark.parametrize("name", NAMES)
def test_half_of_a_file_is_not_enough(rebuilt: Rebuilt, name: str) -> None:
    path = state(rebuilt) / name
    os.truncate(path, path.stat().st_size // 2)
    rebuilt()
    assert rebuilt.kept == 0


def test_a_state_of_somebody_else_is_worth_nothing(
    rebuilt: Rebuilt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a clone that brings its own state and site along."""
    page = rebuilt.project.site / "actors/pilots/index.html"
    page.write_text("Gefälscht", encoding="utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "other"))
    rebuilt()
    assert rebuilt.kept == 0
    assert "Gefälscht" not in page.read_text(encoding="utf-8")


def test_nowhere_to_put_a_key(rebuilt: Rebuilt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert key() is None
    rebuilt()
    assert rebuilt.kept == 0


def test_other_code_or_versions(rebuilt: Rebuilt, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "_code", lambda: "other")
    rebuilt()
    assert rebuilt.kept == 0
    rebuilt()
    assert rebuilt.rendered == 0


def test_code_is_known_by_its_words_and_packages_by_their_versions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = set()
    monkeypatch.syspath_prepend(str(tmp_path))
    for number, change in enumerate(("value = 1\n", "value = 2\n", None)):
        if change:
            (tmp_path / "some_hook.py").write_text(change, encoding="utf-8")
            __import__("some_hook")
        else:
            (tmp_path / "some-1.0.dist-info").mkdir()
        found.add(inputs._code.__wrapped__())  # noqa: SLF001 - as in another process
        assert len(found) == number + 1


# The last site


@pytest.mark.parametrize("path", ["actors/pilots/index.html", "actors/pilots/index.html.md", "search/head.js"])
def test_a_file_of_the_last_site_that_was_changed_is_made_anew(rebuilt: Rebuilt, path: str) -> None:
    file = rebuilt.project.site / path
    file.write_bytes(file.read_bytes() + b" ")
    rebuilt()
    assert rebuilt.rendered == (0 if path.startswith("search") else 1)


def test_a_file_of_the_last_site_that_is_gone_is_made_anew(rebuilt: Rebuilt) -> None:
    shutil.rmtree(rebuilt.project.site / "actors")
    (rebuilt.project.site / "method/index.html").unlink()
    (rebuilt.project.site / "method/index.html").mkdir()
    rebuilt()
    assert rebuilt.rendered > 1


def test_an_older_site_is_made_new(rebuilt: Rebuilt, tmp_path: Path) -> None:
    shutil.copytree(rebuilt.project.site, tmp_path / "older")
    reword(rebuilt.project)
    rebuilt()
    shutil.rmtree(rebuilt.project.site)
    (tmp_path / "older").rename(rebuilt.project.site)
    rebuilt()
    assert rebuilt.rendered > 0


def test_without_a_last_site(rebuilt: Rebuilt) -> None:
    shutil.rmtree(rebuilt.project.site)
    rebuilt()
    assert rebuilt.kept == 0


# A killed run


@pytest.mark.parametrize("seed", range(2))
def test_a_killed_run(rebuilt: Rebuilt, tmp_path: Path, user: Path, seed: int) -> None:
    """At any moment, workers included; with others at work, some moments come before the first page, some after all."""
    project = rebuilt.project
    environment = {**ENVIRONMENT, "XDG_STATE_HOME": str(user)}
    arguments = [sys.executable, "-m", "generator", "--project", str(project.root), "build"]
    moments = random.Random(seed)  # noqa: S311 - the same moments in each run
    (state(rebuilt) / "pages.json").unlink()
    for number, delay in enumerate(sorted(moments.uniform(0.3, 3) for _ in range(3))):
        (project.docs / "method.md").write_text(f"# Methode {number}\n", encoding="utf-8")
        with subprocess.Popen(arguments, env=environment, stdout=-3, stderr=-3, start_new_session=True) as run:
            time.sleep(delay)
            os.killpg(run.pid, signal.SIGKILL)
    write_a_page(project)
    subprocess.run(arguments, env=environment, check=True, capture_output=True)
    full_build(project, tmp_path / "full")
    assert different(project.site, tmp_path / "full") == set()


# By itself


def test_a_state_is_read_as_it_was_written(tmp_path: Path) -> None:
    lines = {"x": {"ä.md": "[1]", "b.md": ""}, "y": {}}
    save(State({"a": [1]}, lines), tmp_path / "state", b"k" * 32)
    assert load(tmp_path / "state", b"k" * 32) == State({"a": [1]}, lines)
    assert load(tmp_path / "state", b"l" * 32) is None
    assert load(tmp_path, b"k" * 32) is None


def test_a_key_is_made_once_and_for_its_user_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))  # the key of the other tests stays as it is
    found = key()
    assert found
    assert found == key()
    path = tmp_path / "mkdocs-incremental/key"
    assert path.stat().st_mode & 0o077 == 0
    path.write_bytes(b"short")
    assert key() is None
    path.unlink()
    assert key() not in (None, found)
