"""How long builds and rebuilds of synthetic dossiers take, beside other makers of sites, in one run on one machine.

    python -m benchmarks.speed [--sizes 100,1000] [--full 10000] [--runs 3] [--peers] [--compare] [--out FILE]

Each round builds everything once, one after the other, so that what else the machine does falls on all alike; the
medians of the rounds are compared. Needs room: about 300 kB an article, some times over.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from benchmarks import synthetic_edits as edits
from benchmarks.measuring import FOLDER, Failed, Run, environment_of, measured, middle, tree_bytes
from benchmarks.peers import Peer, peers, plain
from benchmarks.speed_report import Query, Size, report
from benchmarks.synthetic import KEPT, make
from generator.pipeline import Project

FULL, NOTHING, ADDED = "full build", "nothing changed", "an article added"
REBUILDS: dict[str, Callable[[Project], object]] = {
    NOTHING: lambda _: None,
    ADDED: edits.add_article,
    "a claim edited": edits.edit_claim,
    "a topic renamed": edits.rename_topic,
    "an article removed": edits.remove_article,
}
BUILD = [sys.executable, "-m", "generator", "build"]
GENERATE = [sys.executable, "-m", "benchmarks.stages", "."]


def measured_size(articles: int, others: list[Peer], *, rounds: int, compare: bool) -> Size:
    """All of one size, beside the `others`."""
    with TemporaryDirectory() as folder:
        return _rounds(articles, Path(folder), others, rounds=rounds, compare=compare)


def full_size(articles: int, *, rounds: int) -> Size:
    """Of one size only the full build: for large ones, where all of it takes hours."""
    with TemporaryDirectory() as folder:
        made = make(Path(folder, "made"), articles)
        runs, project = list[Run](), made
        for number in range(rounds):
            click.echo(f"{articles} articles, full build, round {number + 1} of {rounds}", err=True)
            project = _cloned(made, Path(folder, "project"))
            runs.append(measured(BUILD, project.root))
        return Size(articles, {FULL: middle(runs)}, {}, tree_bytes(project.site), _queries(project), None)


def _rounds(articles: int, folder: Path, others: list[Peer], *, rounds: int, compare: bool) -> Size:
    made = make(folder / "made", articles)
    found, stages = defaultdict[str, list[Run]](list), defaultdict[str, list[float]](list)
    size, queries, differing = 0, list[Query](), list[str]()
    for number in range(rounds):
        click.echo(f"{articles} articles, round {number + 1} of {rounds}", err=True)
        project = _cloned(made, folder / "project")
        found[FULL].append(measured(BUILD, project.root))
        for name, took in _stages(project, folder / "stages").items():
            stages[name].append(took)
        for peer in others:
            found[peer.name].append(_peer(peer, project, folder / "peer"))
        size = tree_bytes(project.site)
        queries = _queries(project)
        for name, edit in REBUILDS.items():
            edit(project)
            found[name].append(measured(BUILD, project.root))
            if compare and not number and not _same(project, folder / "again"):
                differing.append(name)
    return Size(
        articles=articles,
        runs={name: middle(each) for name, each in found.items()},
        stages={name: sorted(each)[len(each) // 2] for name, each in stages.items()},
        site=size,
        queries=queries,
        differing=differing if compare else None,
    )


def _cloned(project: Project, folder: Path) -> Project:
    """Seeds, hand-written pages and settings, and nothing that an earlier build has left."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(project.seeds, folder / "seeds")
    for name in KEPT:
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(project.root / name, folder / name)
    return Project(folder)


def _stages(project: Project, folder: Path) -> dict[str, float]:
    """Of the generator, writing docs/ anew."""
    _cloned(project, folder)
    environment = environment_of(folder / "clock", {})
    done = subprocess.run(GENERATE, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise Failed(done.stderr)
    return {str(name): float(took) for name, took in json.loads(done.stdout).items()}


def _peer(peer: Peer, project: Project, folder: Path) -> Run:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    peer.set_up(project, folder)
    run = measured(peer.command or [], folder)
    if sum(1 for _ in (folder / "site").rglob("*.html")) < sum(1 for _ in project.docs.rglob("*.md")):
        raise Failed(f"{peer.name} has left out pages")
    return run


def _same(project: Project, folder: Path) -> bool:
    """Whether a full build of the same seeds gives the same site, byte for byte."""
    again = _cloned(project, folder)
    measured(BUILD, again.root)
    return subprocess.run(["diff", "-rq", project.site, again.site], capture_output=True, check=False).returncode == 0


def _queries(project: Project) -> list[Query]:
    """What a reader loads for some queries: names and matters of this dossier, a date, the beginning of a word."""
    node = shutil.which("node")
    if not node:
        return []
    first = min((project.seeds / "articles").glob("*.yml"))
    title = first.read_text(encoding="utf-8").splitlines()[0]
    matter, place = title.split()[-3], title.split()[-1]
    asked = [
        place,
        matter,
        f"{matter} {place}",
        "Hafen",
        "Fliegerh",
        "3. Mai 2019",
        "wer unterstützt den Bauernverband",
    ]
    command = [node, str(FOLDER / "query_bytes.js"), str(project.site), *asked]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return [Query(**each) for each in json.loads(done.stdout)]


def _sizes(_context: click.Context, _option: click.Parameter, value: str) -> list[int]:
    try:
        return sorted({int(part) for part in value.split(",") if value})
    except ValueError:
        raise click.BadParameter(f"{value!r} is no list of numbers, such as 100,1000") from None


@click.command()
@click.option("--sizes", default="100,1000", show_default=True, callback=_sizes, help="Numbers of articles.")
@click.option("--full", default="", callback=_sizes, help="Sizes of which only the full build is measured.")
@click.option("--runs", default=3, show_default=True, help="Rounds; their medians count.")
@click.option("--peers", "with_peers", is_flag=True, help="Hugo, Eleventy and Pelican too, where they are installed.")
@click.option("--compare", is_flag=True, help="Build everything anew after each rebuild and compare the two sites.")
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), help="File for the tables.  [default: print them]"
)
def main(*, sizes: list[int], full: list[int], runs: int, with_peers: bool, compare: bool, out: Path | None) -> None:
    """Measure builds of synthetic dossiers; takes minutes for 1,000 articles and hours for 10,000."""
    others = [plain(), *(peers() if with_peers else ())]
    there = [peer for peer in others if peer.command]
    for peer in others:
        if not peer.command:
            click.echo(f"left out: {peer.name} is not installed", err=True)
    arguments = [f"--sizes {','.join(map(str, sizes))}"]
    arguments += [f"--full {','.join(map(str, full))}"] * bool(full) + [f"--runs {runs}"]
    arguments += ["--peers"] * with_peers + ["--compare"] * compare
    command = f"python -m benchmarks.speed {' '.join(arguments)} --out benchmarks/speed.md"
    found, text = list[Size](), ""
    for articles in [*sizes, *full]:
        try:
            if articles in sizes:
                found.append(measured_size(articles, there, rounds=runs, compare=compare))
            else:
                found.append(full_size(articles, rounds=runs))
        except Failed as failed:
            raise click.ClickException(str(failed)) from None
        text = report(found, command, rounds=runs)
        if out:  # what is measured is kept, however the larger ones end
            out.write_text(text, encoding="utf-8", newline="\n")
    if not out:
        click.echo(text)


if __name__ == "__main__":
    main()
