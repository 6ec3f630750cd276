"""docs/ → site/: whole or not at all, whatever is in the way and whenever a run is killed."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from workshop import ENVIRONMENT, HARBOUR, ROOT, Command, copy_dossier, files

from generator.pipeline import Project, generate
from generator.problems import Problems
from generator.site import (
    SiteFailed,
    build_site,
    environment,
    new_site,
    old_site,
    only_builder,
    repair,
    to_the_point,
    unexpected,
)

TITLE = "Nur noch sieben Boote gezählt"
PARTS = {"docs", "mkdocs.yml", "seeds", "site", ".docs-state", ".site-state"}


@pytest.fixture
def generated(harbour: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", ENVIRONMENT["SOURCE_DATE_EPOCH"])
    assert generate(harbour, Problems())
    return harbour


def beside(project: Project) -> set[str]:
    return {path.name for path in project.root.iterdir()}


# Building and swapping


def test_site_is_built_beside_and_swapped_in(generated: Project) -> None:
    generated.site.mkdir()
    (generated.site / "stale.html").write_text("stale", encoding="utf-8")
    build_site(generated)
    assert (generated.site / "articles/2031-03-20-funk/index.html").exists()
    assert not (generated.site / "stale.html").exists()
    assert beside(generated) == PARTS


def test_nothing_is_in_every_sidebar(generated: Project) -> None:
    """Else the site grows with the square of its pages."""
    build_site(generated)
    html = (generated.site / "places/nordersiel/index.html").read_text(encoding="utf-8")
    assert 'href="../../bases/"' in html
    assert html.count("moewen-island") == 0


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("[x](missing.md)", "missing.md"),
        ("[x](imprint.md#missing)", "#missing"),
        ("[x](/missing.md)", "missing.md"),
        ("[x](actors)", "actors"),
        ("![x](missing.png)", "missing.png"),
    ],
)
def test_a_dead_link_leaves_the_old_site(generated: Project, page: str, words: str) -> None:
    build_site(generated)
    before = files(generated.site)
    (generated.docs / "method.md").write_text(f"# Methode\n\n{page}\n", encoding="utf-8")
    with pytest.raises(SiteFailed) as failed:
        build_site(generated)
    assert any("method.md" in line and words in line for line in failed.value.lines)
    assert all(not line.startswith(("INFO", "Traceback")) for line in failed.value.lines)
    assert files(generated.site) == before
    assert beside(generated) == PARTS


def test_a_project_without_mkdocs_yml(harbour: Project) -> None:
    (harbour.root / "mkdocs.yml").unlink()
    with pytest.raises(SiteFailed, match=r"mkdocs\.yml.*No such file"):
        build_site(harbour)


@pytest.mark.parametrize(
    ("output", "told"),
    [
        (
            "INFO    -  a\nWARNING -  b\n           c\nINFO    -  d\n\nAborted with 1 warnings",
            ["WARNING -  b", "c", "Aborted"],
        ),
        ("ERROR   -  Config value 'x': y\nINFO    -  z", ["ERROR   -  Config value 'x': y"]),
        ("1\n2\n3\n4\n5\n6\n", ["2", "3", "4", "5", "6"]),
        ("", []),
    ],
)
def test_what_mkdocs_said_to_the_point(output: str, told: list[str]) -> None:
    lines = to_the_point(output)
    assert len(lines) == len(told)
    assert all(line.strip().startswith(words) for line, words in zip(lines, told, strict=True))


def test_environment_finds_this_generator_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    assert environment()["PYTHONPATH"].split(os.pathsep) == [str(ROOT), "elsewhere"]
    monkeypatch.delenv("PYTHONPATH")
    assert environment()["PYTHONPATH"] == str(ROOT)


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (OSError(28, "No space left on device", "docs/index.md"), "docs/index.md: No space left on device"),
        (OSError("odd"), "odd"),
        (KeyError("x"), "a fault in dossier itself, please report it: KeyError: 'x'"),
        (ValueError("a\nb"), "a fault in dossier itself, please report it: ValueError: a b"),
    ],
)
def test_the_unexpected_is_one_line(error: Exception, line: str) -> None:
    assert unexpected(error) == line


# What a killed run leaves


def put(path: Path, word: str) -> None:
    path.mkdir()
    (path / "index.html").write_text(word, encoding="utf-8")


@pytest.mark.parametrize(
    ("left", "kept"),
    [
        ({}, None),
        ({"site": "a"}, "a"),
        ({"site": "a", "new": "b"}, "a"),
        ({"old": "a", "new": "b"}, "a"),
        ({"site": "b", "old": "a"}, "b"),
        ({"old": "a"}, "a"),
        ({"new": "b"}, None),
    ],
)
def test_repair_keeps_the_last_good_site(tmp_path: Path, left: dict[str, str], kept: str | None) -> None:
    project = Project(tmp_path)
    paths = {"site": project.site, "old": old_site(project), "new": new_site(project)}
    for name, word in left.items():
        put(paths[name], word)
    repair(project)
    assert beside(project) == ({"site"} if kept else set())
    assert not kept or (project.site / "index.html").read_text(encoding="utf-8") == kept


def test_repair_removes_a_file_or_link_in_the_way(tmp_path: Path) -> None:
    project = Project(tmp_path)
    put(project.site, "a")
    old_site(project).write_text("a file", encoding="utf-8")
    new_site(project).symlink_to(project.site)
    repair(project)
    assert beside(project) == {"site"}
    assert files(project.site) == {"index.html": b"a"}


# One build at a time


def test_a_second_build_waits_for_the_first(tmp_path: Path) -> None:
    project, told = Project(tmp_path), []
    holder = "import fcntl, os, sys, time\nlock = os.open(sys.argv[1], os.O_RDONLY)\nfcntl.flock(lock, fcntl.LOCK_EX)\n"
    holder += "print(flush=True)\ntime.sleep(0.5)"
    with subprocess.Popen([sys.executable, "-c", holder, str(tmp_path)], stdout=subprocess.PIPE) as first:
        assert first.stdout
        first.stdout.readline()
        with only_builder(project, lambda: told.append("waits")):
            assert first.wait() == 0
    assert told == ["waits"]


def test_a_build_alone_waits_for_nobody(tmp_path: Path) -> None:
    told: list[str] = []
    for _ in range(2):
        with only_builder(Project(tmp_path), lambda: told.append("waits")) as lock:
            assert lock
    assert told == []


def retitled(project: Project) -> None:
    path = project.seeds / "articles/2031-03-20-funk.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(f"title: {TITLE}", "title: Nun sind es sieben Boote"), encoding="utf-8")


def built(project: Project, command: Command) -> tuple[dict[str, bytes], dict[str, bytes]]:
    done = command("generator", "--project", str(project.root), "build")
    assert done.returncode == 0, done.stderr
    assert beside(project) == PARTS
    return files(project.docs), files(project.site)


@pytest.mark.parametrize("seed", range(4))
def test_a_killed_build_leaves_no_trace(harbour: Project, tmp_path: Path, command: Command, seed: int) -> None:
    """The kill hits `dossier build` alone: its MkDocs lives on for a while, as after the kernel's or CI's own kills."""
    _, first = built(harbour, command)
    retitled(harbour)
    arguments = [sys.executable, "-m", "generator", "--project", str(harbour.root), "build"]
    moments = random.Random(seed)  # noqa: S311 - the same moments in each run
    for delay in sorted(moments.uniform(0.2, 1.8) for _ in range(3)):
        with subprocess.Popen(arguments, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
            time.sleep(delay)
            run.send_signal(signal.SIGKILL)
        there = harbour.site if harbour.site.exists() else old_site(harbour)
        pages = files(there)
        assert pages.keys() == first.keys()
        assert pages == first or TITLE.encode() not in pages["index.html"]
    undisturbed = copy_dossier(HARBOUR, tmp_path / "undisturbed")
    retitled(undisturbed)
    assert built(harbour, command) == built(undisturbed, command)
