"""What was measured → Markdown: tables with all sizes beside each other, and how near it came to the goals."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from statistics import median

from benchmarks.measuring import MEGABYTE, Run

GENERATOR = "of that, the generator (seeds/ → docs/)"
REBUILT = ("nothing changed", "an article added", "a claim edited", "a topic renamed", "an article removed")
MAKERS = ("full build", "plain MkDocs", "Hugo", "Eleventy", "Pelican")
PLAIN, FULL, ADDED, NOTHING = "plain MkDocs", "full build", "an article added", "nothing changed"
NO = "–"


@dataclass(frozen=True)
class Query:
    """What one query loads: bytes as they are, and packed as servers send them."""

    query: str
    hits: int
    files: int
    bytes: int
    packed: int


@dataclass(frozen=True)
class Size:
    """All that was measured of one size of dossier."""

    articles: int
    runs: Mapping[str, Run]
    stages: Mapping[str, float]
    site: int
    queries: Sequence[Query]
    differing: Sequence[str] | None
    """Rebuilds whose site is not that of a full build; None where that was not looked at."""

    @property
    def generator(self) -> float:
        return sum(self.stages.values())


Value = Callable[[Size], float | None]


@dataclass(frozen=True)
class Goal:
    what: str
    at: int
    most: float
    value: Value
    unit: str = ""


def ratio(one: str, other: str) -> Value:
    """Of wall times; a rebuild counts without the search index, which has a row of its own."""

    def value(size: Size) -> float | None:
        if one not in size.runs or other not in size.runs:
            return None
        wall = size.runs[one].without_search if one in REBUILT else size.runs[one].wall
        return wall / (size.runs[other].without_search if other in REBUILT else size.runs[other].wall)

    return value


def most_loaded(size: Size) -> float | None:
    return max((each.bytes for each in size.queries), default=0) / 1000 or None


GOALS = (
    Goal("generator's share of a full build (CPU)", 1000, 0.15, lambda size: size.generator / size.runs[FULL].cpu),
    Goal("full build against plain MkDocs", 1000, 0.55, ratio(FULL, PLAIN)),
    Goal("full build against plain MkDocs", 5000, 0.55, ratio(FULL, PLAIN)),
    Goal("one article added, against plain MkDocs", 1000, 1 / 8, ratio(ADDED, PLAIN)),
    Goal("one article added, against plain MkDocs", 5000, 1 / 25, ratio(ADDED, PLAIN)),
    Goal("one article added, against Hugo's full build", 1000, 0.8, ratio(ADDED, "Hugo")),
    Goal("one article added, against Hugo's full build", 5000, 0.35, ratio(ADDED, "Hugo")),
    Goal("nothing changed, against one article added", 5000, 0.8, ratio(NOTHING, ADDED)),
    Goal("peak memory of the largest process, MiB", 10000, 1024, lambda size: size.runs[FULL].largest / MEGABYTE),
    Goal("peak memory of all processes together, MiB", 10000, 1024, lambda size: size.runs[FULL].together / MEGABYTE),
    Goal("search: kB for one query (the most of all)", 5000, 300, most_loaded),
)


def report(sizes: Sequence[Size], command: str, *, rounds: int) -> str:
    """The whole page."""
    tables = [
        ("Full builds", "", full_table(sizes)),
        ("Rebuilds with `dossier build`", REBUILD_NOTE, rebuild_table([size for size in sizes if ADDED in size.runs])),
        (
            "The generator's stages",
            "CPU seconds of one process that writes docs/ anew.",
            stage_table([size for size in sizes if size.stages]),
        ),
        ("Bytes", BYTES_NOTE, bytes_table(sizes)),
        ("Goals", GOALS_NOTE, goal_table(sizes)),
    ]
    body = "\n\n".join("\n\n".join(filter(None, (f"## {title}", note, text))) for title, note, text in tables)
    return f"{HEAD.format(command=command, rounds=rounds, **machine())}\n{body}\n"


def machine() -> dict[str, str]:
    parts = ("mkdocs", "mkdocs-material", "markdown")
    return {
        "cores": str(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()),
        "system": platform.system(),
        "python": platform.python_version(),
        "versions": ", ".join(f"{name} {version(name)}" for name in parts),
    }


HEAD = """\
# Speed

Synthetic dossiers (`benchmarks/synthetic.py`): N articles of 12 claims, N/5 topics, N/4 events, questions and figures.
Measured in one run on one machine with {cores} cores ({system}, Python {python}, {versions}); medians of {rounds}
round(s). Other work on the machine shows in wall times, and evenly: read ratios, not seconds.

Repeat with:

```sh
python -m benchmarks.peers   # once, for Eleventy and Pelican; Hugo comes from the system
{command}
```

*Largest*: peak memory of the largest process. *All*: the most that all processes of a build had at one time, memory
that they share counted once. Plain MkDocs, Hugo, Eleventy and Pelican make a site of the same Markdown pages: MkDocs
with our theme and extensions but without our hook, so without search index and copies for machines; the others with a
minimal theme, so with far lighter pages.
"""
REBUILD_NOTE = """\
Wall seconds without the search index + those of the search index (CPU of both in brackets); and without the index, as
a share of plain MkDocs and of Hugo's full build."""
BYTES_NOTE = """\
A query is that of a reader who has nothing in the cache, with the first six results shown; packed as gzip does it."""
GOALS_NOTE = "Ratios of wall times where nothing else is said; rebuilds without the search index."


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def full_table(sizes: Sequence[Size]) -> str:
    head = ["wall s (CPU s) · largest / all MiB", *(f"N = {number(size.articles)}" for size in sizes)]
    rows = [[name, *(_full_cell(size.runs.get(name)) for size in sizes)] for name in MAKERS]
    rows.insert(1, [GENERATOR, *(f"({size.generator:.1f})" if size.stages else NO for size in sizes)])
    return table(head, rows)


def _full_cell(run: Run | None) -> str:
    if not run:
        return NO
    memory = f"{run.largest / MEGABYTE:.0f} / {run.together / MEGABYTE:.0f}"
    return f"{run.wall:.1f} ({run.cpu:.1f}) · {memory}"


def rebuild_table(sizes: Sequence[Size]) -> str:
    head = ["", *(f"N = {number(size.articles)}" for size in sizes)]
    head += [f"{number(size.articles)}: of {other}" for size in sizes for other in (PLAIN, "Hugo")]
    rows = []
    for name in [name for name in REBUILT if all(name in size.runs for size in sizes)]:
        shares = [_ratio(ratio(name, other)(size)) for size in sizes for other in (PLAIN, "Hugo")]
        rows.append([name, *(_rebuild_cell(size.runs[name]) for size in sizes), *shares])
    return table(head, rows)


def _rebuild_cell(run: Run) -> str:
    return f"{run.without_search:.2f} + {run.search:.2f} ({run.cpu - run.search_cpu:.2f} + {run.search_cpu:.2f})"


def stage_table(sizes: Sequence[Size]) -> str:
    names = list(dict.fromkeys(name for size in sizes for name in size.stages))
    rows = [[name, *(f"{size.stages.get(name, 0):.2f}" for size in sizes)] for name in names]
    return table(["stage", *(f"N = {number(size.articles)}" for size in sizes)], rows)


def bytes_table(sizes: Sequence[Size]) -> str:
    rows = [["site, kB an article", *(f"{size.site / size.articles / 1000:.1f}" for size in sizes)]]
    for words, pick in (("median", median), ("most", max)):
        for field, packed in (("bytes", ""), ("packed", ", packed")):
            loaded = [[getattr(each, field) for each in size.queries] for size in sizes]
            row = [f"{pick(each) / 1000:.0f}" if each else NO for each in loaded]
            rows.append([f"search: kB for one query ({words}{packed})", *row])
    return table(["", *(f"N = {number(size.articles)}" for size in sizes)], rows)


def goal_table(sizes: Sequence[Size]) -> str:
    by_size = {size.articles: size for size in sizes}
    rows = []
    for goal in GOALS:
        value = goal.value(by_size[goal.at]) if goal.at in by_size else None
        rows.append([goal.what, number(goal.at), f"≤ {_short(goal.most)}", *_verdict(value, goal.most)])
    rows += [_growth(by_size), _constant(by_size), _compared(sizes)]
    return table(["what", "at", "goal", "measured", ""], rows)


def _growth(sizes: Mapping[int, Size]) -> list[str]:
    value = sizes[10000].runs[FULL].wall / sizes[1000].runs[FULL].wall if {1000, 10000} <= sizes.keys() else None
    return ["growth: full build of 10,000 against 1,000", NO, "≤ 11", *_verdict(value, 11)]


def _constant(sizes: Mapping[int, Size]) -> list[str]:
    value = None
    if {1000, 10000} <= sizes.keys():
        value = abs(sizes[10000].site / sizes[1000].site / 10 - 1)
    return ["site bytes per article, 1,000 → 10,000: change", NO, "≤ 0.1", *_verdict(value, 0.1)]


def _compared(sizes: Sequence[Size]) -> list[str]:
    looked = [size for size in sizes if size.differing is not None]
    differing = [f"{number(size.articles)}: {name}" for size in looked for name in size.differing or ()]
    what, at = "incremental against full output: sites that differ", ", ".join(number(size.articles) for size in looked)
    if not looked:
        return [what, NO, "none", NO, "not measured"]
    return [what, at, "none", "; ".join(differing) or "none", "not reached" if differing else "reached"]


def _verdict(value: float | None, most: float) -> tuple[str, str]:
    if value is None:
        return NO, "not measured"
    return _short(value), "reached" if value <= most else "not reached"


def _short(value: float) -> str:
    return number(round(value)) if value >= 100 else f"{value:.3f}".rstrip("0").rstrip(".")


def _ratio(value: float | None) -> str:
    return NO if value is None else f"{value:.2f}"


def number(value: int) -> str:
    return f"{value:,}"
