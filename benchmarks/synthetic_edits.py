"""What an editor does to a synthetic dossier between two builds. Each leaves seeds that have no error."""

from __future__ import annotations

import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from benchmarks.synthetic import dumped
from benchmarks.synthetic_articles import article
from benchmarks.synthetic_world import SIZE_SAID, World
from generator.command_line import run
from generator.pipeline import Project

RENAMED = "-neu"


def add_article(project: Project, seed: int = 1) -> Path:
    """One more article, about topics and an event that are there already."""
    settings = (project.seeds / "dossier.yml").read_text(encoding="utf-8")
    found = re.search(SIZE_SAID.format(r"(\d+)"), " ".join(settings.split()))
    number = 1 + max(_number(path) for path in _articles(project))
    added = article(World.of(int(found[1]) if found else number, seed), number)
    path = project.seeds / "articles" / f"{added.id}.yml"
    path.write_text(_renamed(project, dumped(added.record)), encoding="utf-8", newline="\n")
    return path


def _renamed(project: Project, text: str) -> str:
    """With the ids that topics have by now."""
    redirects = project.seeds / "redirects.yml"
    lines = redirects.read_text(encoding="utf-8").splitlines() if redirects.exists() else []
    for line in lines:
        if moved := re.fullmatch(r"actors/(\S+): actors/(\S+)", line):
            text = re.sub(rf"(?<![\w-]){moved[1]}(?![\w-])", moved[2], text)
    return text


def edit_claim(project: Project) -> Path:
    """Another word in a claim of the article in the middle; whoever edits twice edits two words."""
    path = _articles(project)[len(_articles(project)) // 2]
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^(  text: (?:'|\")?\w+)", r"\1 offenbar", text, count=1), encoding="utf-8")
    return path


def rename_topic(project: Project) -> str:
    """Another id for a person who is there from the start, by the editor's own command; gives the new one."""
    path = min((project.seeds / "actors").glob("*.yml"))
    names = [line.rstrip(":") for line in path.read_text(encoding="utf-8").splitlines() if re.match(r"\w", line)]
    old = next(name for name in names[1:] if not name.endswith(RENAMED))
    new = old + RENAMED
    with redirect_stdout(StringIO()):
        status = run(["--project", str(project.root), "rename", old, new])
    if status:
        raise RuntimeError(f"dossier rename {old} {new} has failed")
    return new


def remove_article(project: Project) -> Path:
    """The last article that no intro cites is gone."""
    path = max((each for each in _articles(project) if _number(each) % 2), key=_number)
    path.unlink()
    return path


def change_settings(project: Project) -> Path:
    """Another description of the site, which stands on each page."""
    path = project.root / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^(site_description: .*)$", r"\1 Neu.", text), encoding="utf-8")
    return path


def _articles(project: Project) -> list[Path]:
    return sorted((project.seeds / "articles").glob("*.yml"))


def _number(path: Path) -> int:
    return int(path.stem.rpartition("-")[2])
