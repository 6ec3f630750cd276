"""Synthetic dossiers of any size: a whole project as an editor would have it, to measure what it costs as it grows.

    python -m benchmarks.synthetic FOLDER [--articles 1000] [--seed 1]

N articles of 12 claims, N/5 topics, N/4 events, N/20 questions and N/20 measures, with figures, quotations, speakers,
agencies, statuses, intros and a lock in which all is verified. A topic is named in about the same number of claims
however large the dossier is, as its scope grows along. Same size and seed, same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click
import yaml

from benchmarks.synthetic_articles import CLAIMS, Shelf, article
from benchmarks.synthetic_lock import lock_text
from benchmarks.synthetic_world import World
from generator.pipeline import Project

__all__ = ["CLAIMS", "KEPT", "make"]

ROOT = Path(__file__).resolve().parent.parent
KEPT = ("docs/method.md", "docs/imprint.md", "mkdocs.yml")
"""What a project has besides its seeds."""
PER_FILE = 100
"""Topics in a file; an editor keeps them in several, and a file may not grow without limit."""
# The C emitter where PyYAML was built with it: the pure one takes minutes for 10,000 articles.
DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
METHOD = """\
---
title: Methode
description: Wie dieses erfundene Dossier entsteht.
---
# Methode

Alles hier ist erfunden, um die Kosten eines wachsenden Dossiers zu messen. Zuerst kommt [[{topic}]] vor [@{claim}].
"""
IMPRINT = """\
---
title: Impressum
description: Wer verantwortlich ist.
---
# Impressum

Niemand: Dieses Dossier ist erfunden.
"""


def make(folder: Path, articles: int, seed: int = 1) -> Project:
    """Writes seeds/, the hand-written pages and mkdocs.yml with the repository's hook and theme."""
    project, world = Project(folder), World.of(articles, seed)
    written = [article(world, number) for number in range(articles)]
    shelf = Shelf.of(written)
    for each in written:
        _write(project.seeds / "articles" / f"{each.id}.yml", dumped(each.record))
    for kind, folder_name in world.folders.items():
        topics = {topic.id: topic.record(shelf) for topic in world.topics if topic.kind == kind}
        for number, part in enumerate(_parts(topics)):
            _write(project.seeds / folder_name / f"{kind}-{number:03d}.yml", dumped(part))
    for year, events in world.events_by_year().items():
        _write(project.seeds / "timeline" / f"{year}.yml", dumped(events))
    _write(project.seeds / "questions.yml", dumped(world.questions(shelf)))
    _write(project.seeds / "measures.yml", dumped(world.measures()))
    _write(project.seeds / "dossier.yml", dumped(world.settings(shelf)))
    _write(project.seeds / "verified.lock.yml", lock_text(written))
    first = written[0]
    _write(project.docs / "method.md", METHOD.format(topic=first.topics[0], claim=f"{first.id}#{first.claim_ids[0]}"))
    _write(project.docs / "imprint.md", IMPRINT)
    _write(folder / "mkdocs.yml", mkdocs_settings())
    return project


def mkdocs_settings() -> str:
    """The repository's own, for a project that lies elsewhere."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for name in ("mkdocs_hook.py", "theme"):
        settings = settings.replace(f"generator/{name}", (ROOT / "generator" / name).as_posix())
    return settings


def dumped(value: Mapping[str, Any]) -> str:
    return str(yaml.dump(value, Dumper=DUMPER, allow_unicode=True, sort_keys=False, width=120))


def _parts(records: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
    listed = list(records.items())
    return (dict(listed[at : at + PER_FILE]) for at in range(0, len(listed), PER_FILE))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--articles", type=click.IntRange(min=1), default=1000, show_default=True)
@click.option("--seed", default=1, show_default=True)
def main(*, folder: Path, articles: int, seed: int) -> None:
    """Write a synthetic dossier into FOLDER, which must not exist or be empty."""
    if folder.exists() and any(folder.iterdir()):
        raise click.UsageError(f"{folder} is not empty")
    make(folder, articles, seed)


if __name__ == "__main__":
    main()
