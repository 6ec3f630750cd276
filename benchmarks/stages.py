"""CPU seconds of each stage of the generator, in one process; as JSON.

python -m benchmarks.stages FOLDER
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from generator.addresses import folders
from generator.dossier import watched
from generator.drawing.pictures import pictures
from generator.exports import exports
from generator.feeds import feeds
from generator.hand_over import JSON_LD_FILE, REFS_FILE
from generator.hand_written import resolved_refs
from generator.inventory import LINKS, inventory, link_list
from generator.json_ld import json_ld, json_ld_text
from generator.link_graph import link_graph
from generator.pages import pages
from generator.parsing import parse_seeds
from generator.pipeline import Loaded, Project, linked
from generator.problems import Problems
from generator.render import backlink_section, draft, finished
from generator.sync import File, sync, whole
from generator.verification.lock import load_lock
from generator.writer import Writer

STARTED = time.process_time()


@dataclass
class Clock:
    """Stage → CPU seconds, in the order in which the stages were first run."""

    took: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        begin = time.process_time()
        yield
        self.took[name] = self.took.get(name, 0.0) + time.process_time() - begin


def stages(folder: Path) -> Mapping[str, float]:
    """Runs the generator as `pipeline.generate` does, and writes docs/.

    Raises:
        RuntimeError: where the seeds have errors.
    """
    clock = Clock()
    project, problems = Project(folder), Problems()
    with clock.stage("read and parse"):
        seeds = parse_seeds(project.seeds, project.root, problems)
    with clock.stage("lock"):
        lock = load_lock(project.seeds, project.root, problems)
    with clock.stage("resolve and check"):
        loaded = linked(project, seeds, lock, problems)
    if not loaded:
        raise RuntimeError("\n".join(map(str, problems)))
    wanted = _made(loaded, clock)
    with clock.stage("sync"):
        sync(wanted, project.docs, folders(loaded.dossier.settings), problems)
    return {"start (imports)": STARTED, **clock.took}


def _made(loaded: Loaded, clock: Clock) -> dict[str, File]:
    """All files of docs/, as `pipeline.write_docs` puts them together, by one process."""
    dossier, texts = watched(loaded.dossier), dict[str, str | bytes]()
    with clock.stage("pages"):
        made = list(pages(dossier))
    drafts = {}
    for page in made:
        with clock.stage(f"render {page.template}"):
            drafts[page.path] = draft(page, dossier)
    with clock.stage("links between pages"):
        graph = link_graph((page.path, page.title, drafts[page.path].sections) for page in made)
    with clock.stage("finish pages"):
        for path, each in drafts.items():
            texts[path] = finished(each.head, backlink_section(Writer(dossier, path), graph), each.tail)
    with clock.stage("exports"):
        texts |= exports(loaded.dossier)
    with clock.stage("feeds"):
        texts |= feeds(loaded.dossier, loaded.redirects.addresses)
    with clock.stage("JSON-LD"):
        told = json_ld(loaded.dossier, made, (page.path for page in loaded.hand_written))
        texts |= {JSON_LD_FILE: json_ld_text(told)} if told else {}
    with clock.stage("link list, inventory, pictures"):
        texts[LINKS] = link_list(made, loaded.dossier)
        texts[REFS_FILE] = resolved_refs(loaded.hand_written, loaded.dossier, graph)
        texts |= {**pictures(dossier.settings), **inventory(made, loaded.dossier)}
    return {path: whole(text) for path, text in texts.items()}


if __name__ == "__main__":
    print(json.dumps(stages(Path(sys.argv[1]))))  # noqa: T201 - for the benchmark, which has started this process
