"""The benchmark at its smallest: every table is there and filled. Never a bound on time; machines differ."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks import speed
from benchmarks.measuring import Failed, Run, measured
from benchmarks.speed import ADDED, NOTHING, REBUILDS, main
from benchmarks.speed_report import GOALS, PLAIN, Query, Size, report


def rows(text: str, title: str) -> list[list[str]]:
    """The cells of a section's table, its head first."""
    lines = text.partition(f"## {title}\n")[2].partition("\n## ")[0].splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]


def test_the_command_measures_all_of_a_small_dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    some = {name: REBUILDS[name] for name in (NOTHING, ADDED)}
    monkeypatch.setattr(speed, "REBUILDS", some)
    out = tmp_path / "speed.md"
    arguments = ["--sizes", "20", "--full", "30", "--runs", "1", "--compare", "--out", str(out)]
    done = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    text = out.read_text(encoding="utf-8")
    assert "python -m benchmarks.speed --sizes 20 --full 30 --runs 1 --compare" in text
    full = {name: cells for name, *cells in rows(text, "Full builds")[2:]}
    assert all(re.fullmatch(r"\d+\.\d \(\d+\.\d\) · \d+ / \d+", cell) for cell in full["full build"])
    assert re.fullmatch(r"\d+\.\d \(\d+\.\d\) · \d+ / \d+", full[PLAIN][0])
    assert full[PLAIN][1] == "–"
    assert full["Hugo"] == ["–", "–"]
    rebuilds = rows(text, "Rebuilds with `dossier build`")[2:]
    assert [name for name, *_ in rebuilds] == list(some)
    assert all(re.fullmatch(r"\d+\.\d\d \+ \d+\.\d\d \(.*\)", cell) for _, cell, *_ in rebuilds)
    stages = {name: float(took) for name, took in rows(text, "The generator's stages")[2:]}
    assert {"read and parse", "resolve and check", "render article", "render topic", "exports", "sync"} <= stages.keys()
    assert all(
        re.fullmatch(r"[\d.]+" if shutil.which("node") else "[–\\d.]+", cell)
        for _, *cells in rows(text, "Bytes")[2:]
        for cell in cells
    )
    goals = rows(text, "Goals")[2:]
    assert len(goals) == len(GOALS) + 3
    assert goals[-1][-2:] == ["none", "reached"]


def size(articles: int, full: float, **more: object) -> Size:
    runs = {"full build": run(full), PLAIN: run(100.0), "Hugo": run(10.0), **dict.fromkeys(REBUILDS, run(4.5, 1.0))}
    queries = [Query("a", 1, 2, 50_000, 9_000), Query("b", 1, 2, 310_000, 90_000)]
    return Size(articles, runs, {"read": full / 10}, articles * 1000, queries, more.get("differing"))  # type: ignore[arg-type]


def run(wall: float, search: float = 0.0) -> Run:
    return Run(wall, wall, 2**20, 2**21, search, search)


def test_goals_are_told_as_reached_or_not() -> None:
    sizes = [size(1000, 50.0), size(5000, 60.0, differing=["a claim edited"]), size(10000, 560.0)]
    told = {(what, at): rest for what, at, *rest in rows(report(sizes, "x", rounds=1), "Goals")[2:]}
    assert told["generator's share of a full build (CPU)", "1,000"] == ["≤ 0.15", "0.1", "reached"]
    assert told["full build against plain MkDocs", "1,000"] == ["≤ 0.55", "0.5", "reached"]
    assert told["full build against plain MkDocs", "5,000"] == ["≤ 0.55", "0.6", "not reached"]
    assert told["one article added, against plain MkDocs", "5,000"] == ["≤ 0.04", "0.035", "reached"]
    assert told["one article added, against Hugo's full build", "1,000"] == ["≤ 0.8", "0.35", "reached"]
    assert told["nothing changed, against one article added", "5,000"] == ["≤ 0.8", "1", "not reached"]
    assert told["search: kB for one query (the most of all)", "5,000"] == ["≤ 300", "310", "not reached"]
    assert told["growth: full build of 10,000 against 1,000", "–"] == ["≤ 11", "11.2", "not reached"]
    assert told["site bytes per article, 1,000 → 10,000: change", "–"] == ["≤ 0.1", "0", "reached"]
    differing = told["incremental against full output: sites that differ", "5,000"]
    assert differing == ["none", "5,000: a claim edited", "not reached"]


def test_what_fails_is_not_measured(tmp_path: Path) -> None:
    with pytest.raises(Failed, match="no such words"):
        measured(["python3", "-c", "raise SystemExit('no such words')"], tmp_path)


def test_memory_is_that_of_the_command_and_its_children(tmp_path: Path) -> None:
    held = "x = bytearray(80_000_000); import time; time.sleep(0.5)"
    script = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {held!r}]); {held}"
    found = measured(["python3", "-c", script], tmp_path)
    assert 80_000_000 < found.largest < 130_000_000
    assert found.cpu > 0
    assert found.wall >= 1.0


def test_sizes_are_numbers() -> None:
    done = CliRunner().invoke(main, ["--sizes", "many"])
    assert done.exit_code == 2
    assert "is no list of numbers" in done.output
