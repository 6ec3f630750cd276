"""Dossiers to work on: a copy with all that a build needs, never the files of the repository themselves."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from generator.command_line import run
from generator.pipeline import Project
from generator.sync import RECORD

ROOT = Path(__file__).resolve().parent.parent
HARBOUR = ROOT / "tests" / "dossiers" / "harbour"

# Every build at the same moment, so that two builds of the same seeds can be compared byte for byte.
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith(("DOSSIER_", "GITHUB_"))},
    "PYTHONPATH": str(ROOT),
    "SOURCE_DATE_EPOCH": "1900000000",
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
}

Command = Callable[..., subprocess.CompletedProcess[str]]


def copy_dossier(source: Path, folder: Path) -> Project:
    """Seeds and hand-written pages of `source` with the repository's mkdocs.yml, hook and theme."""
    shutil.copytree(source / "seeds", folder / "seeds")
    record = source / "docs" / RECORD
    generated = {source / "docs" / name for name in (json.loads(record.read_text()) if record.exists() else ())}
    shutil.copytree(
        source / "docs",
        folder / "docs",
        ignore=lambda inside, names: [n for n in names if n.startswith(".") or Path(inside, n) in generated],
    )
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for name in ("mkdocs_hook.py", "theme"):
        settings = settings.replace(f"generator/{name}", (ROOT / "generator" / name).as_posix())
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return Project(folder)


def files(folder: Path) -> dict[str, bytes]:
    """Path → content of every file below a folder; empty where there is none."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def dossier(project: Project, *arguments: str) -> int:
    """The exit status of the command line, run in this process."""
    return run(["--project", str(project.root), *arguments])


def break_seeds(project: Project) -> str:
    """Puts an error into the seeds; gives the line that reports it."""
    path = project.seeds / "questions.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("status: open", "status: opn", 1), encoding="utf-8")
    return 'seeds/questions.yml:3:11: status: "opn" is not known here; did you mean "open"?'
