"""`mkdocs build` and `mkdocs serve` by themselves bring docs/ in line with seeds/ first; loaded for that alone."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from generator.desk.journal import Stuck, finish
from generator.pipeline import Project, load, write_docs
from generator.problems import Problems, counted, summary
from generator.site import unexpected
from generator.status.page import StatusPage, status_page

MOST_SHOWN = 20

log = logging.getLogger("mkdocs.plugins.dossier")


@dataclass
class Regenerated:
    """`banner` are the lines that say why it was not possible; `status` is the team's page, under `serve`."""

    banner: list[str]
    status: StatusPage | None = None


def regenerated(root: Path, *, serving: bool) -> Regenerated:
    """Brings docs/ up to date."""
    problems = Problems()
    try:
        if interrupted := finish(root):
            log.info("finished an interrupted: %s", interrupted)
        status = _written(Project(root), problems, serving=serving)
    except Stuck as stuck:
        log.error(str(stuck))  # noqa: TRY400 - no traceback reaches an editor
        return Regenerated([str(stuck)])
    except Exception as error:  # noqa: BLE001 - `serve` must outlive any fault, and a build ends with the line alone
        lines = [unexpected(error)]
        log.error(lines[0])  # noqa: TRY400 - no traceback reaches an editor
        return Regenerated(lines)
    errors = [str(problem) for problem in problems if problem.level == "error"]
    for line in errors:
        log.error(line)
    if problems.found:
        log.info("%s; `dossier check` lists them", summary(problems))
    more = [f"… and {len(errors) - MOST_SHOWN} more"] if len(errors) > MOST_SHOWN else []
    return Regenerated([*errors[:MOST_SHOWN], *more], status)


def _written(project: Project, problems: Problems, *, serving: bool) -> StatusPage | None:
    loaded = load(project, problems)
    synced = write_docs(project, loaded, problems) if loaded else None
    if synced and (synced.written or synced.removed):
        log.info("%s written, %d removed", counted(synced.written, "page"), synced.removed)
    return status_page(loaded, problems) if loaded and synced and serving else None
