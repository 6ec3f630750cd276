"""Where MkDocs (or ProperDocs) meets the generator; named in `mkdocs.yml`.

`mkdocs build` and `mkdocs serve` bring docs/ in line with seeds/ first. A build stops at an error before site/ is
touched; `serve` goes on with the last good pages and shows the errors in a banner on each (theme/main.html).
"""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import Abort

from generator.hand_written import REFS_FILE
from generator.pipeline import Project, generate
from generator.problems import Problems, counted, summary
from generator.site import FRESH, unexpected

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

EXTENSION = "generator.markdown_refs"
MOST_SHOWN = 20

log = logging.getLogger("mkdocs.plugins.dossier")


@dataclass
class _Run:
    """What one event leaves for the next; MkDocs keeps this module over all builds of a `serve`."""

    serving: bool = False
    banner: list[str] = field(default_factory=list)


_run = _Run()


def on_startup(*, command: str, dirty: bool) -> None:  # noqa: ARG001 - MkDocs names the arguments
    _run.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The references' file is found from any working directory."""
    config.mdx_configs.setdefault(EXTENSION, {})["refs"] = str(Path(config.docs_dir) / REFS_FILE)
    return config


def on_pre_build(*, config: MkDocsConfig) -> None:
    _run.banner = [] if FRESH in os.environ else _regenerate(Project(Path(config.docs_dir).parent))
    if not _run.serving and _run.banner:
        raise Abort("docs/ and site/ stay as they were")
    if not (Path(config.docs_dir) / REFS_FILE).exists() and EXTENSION in config.markdown_extensions:
        config.markdown_extensions.remove(EXTENSION)  # a first `serve` over faulty seeds: nothing is resolved yet


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001 - MkDocs names them
    env.globals["dossier_problems"] = _run.banner
    return env


def _regenerate(project: Project) -> list[str]:
    """Brings docs/ up to date; the lines for the banner where that is not possible."""
    problems = Problems()
    try:
        synced = generate(project, problems)
    except Exception as error:  # noqa: BLE001 - `serve` must outlive any fault, and a build ends with the line alone
        lines = [unexpected(error)]
        log.error(lines[0])  # noqa: TRY400 - no traceback reaches an editor
        return lines
    errors = [str(problem) for problem in problems if problem.level == "error"]
    for line in errors:
        log.error(line)
    if problems.found:
        log.info("%s; `dossier check` lists them", summary(problems))
    if synced and (synced.written or synced.removed):
        log.info("%s written, %d removed", counted(synced.written, "page"), synced.removed)
    return [*errors[:MOST_SHOWN], *([f"… and {len(errors) - MOST_SHOWN} more"] if len(errors) > MOST_SHOWN else [])]
