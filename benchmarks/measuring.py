"""A command → what it took; several times the same → the run in the middle."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent
MEGABYTE = 1024 * 1024


class Failed(Exception):
    """A measured command did not do its work."""


@dataclass(frozen=True)
class Run:
    """Seconds and bytes; `search` is the share of the wall time that the search index took."""

    wall: float
    cpu: float
    largest: int
    together: int
    search: float = 0.0
    search_cpu: float = 0.0

    @property
    def without_search(self) -> float:
        return self.wall - self.search


def measured(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Run:
    """Runs a command in `folder`.

    Raises:
        Failed: with the end of what it said, where its exit status is not 0.
    """
    with TemporaryDirectory() as kept:
        result, clock = Path(kept, "result.json"), Path(kept, "clock")
        done = subprocess.run(
            [sys.executable, "-S", str(FOLDER / "timed.py"), str(result), *command],
            cwd=folder,
            env=environment_of(clock, environment or {}),
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        told = json.loads(result.read_text(encoding="ascii")) if result.exists() else {"status": done.returncode}
        if told.pop("status"):
            raise Failed(f"{' '.join(command)}\n{(done.stdout + done.stderr)[-2000:]}")
        ticks = [json.loads(line) for line in clock.read_text(encoding="ascii").splitlines()] if clock.exists() else []
    search = sum(tick["wall"] for tick in ticks)
    return Run(**told, search=search, search_cpu=sum(tick["cpu"] for tick in ticks))


def environment_of(clock: Path, more: Mapping[str, str]) -> dict[str, str]:
    """Without what a developer has set for this generator, and with one moment for all builds."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DOSSIER_", "GITHUB_"))}
    return {
        **kept,
        "PYTHONPATH": os.pathsep.join((str(FOLDER / "clock"), str(ROOT))),
        "SOURCE_DATE_EPOCH": "1900000000",
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
        "DOSSIER_SEARCH_CLOCK": str(clock),
        **more,
    }


def middle(runs: Sequence[Run]) -> Run:
    """The median of each thing that was measured."""
    return Run(
        wall=median(run.wall for run in runs),
        cpu=median(run.cpu for run in runs),
        largest=int(median(run.largest for run in runs)),
        together=int(median(run.together for run in runs)),
        search=median(run.search for run in runs),
        search_cpu=median(run.search_cpu for run in runs),
    )


def tree_bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
