"""A build of MkDocs under `serve` that fails: told in one line a fault, and never with a traceback.

MkDocs itself would print one, and answer no browser until a build succeeds.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from pathlib import Path

import click

from generator.site import unexpected

log = logging.getLogger("mkdocs.plugins.dossier")


class _Heard(logging.Handler):
    """The errors that are logged meanwhile: what MkDocs finds wrong in its settings it only logs."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def attempt(build: Callable[[], None], settings: str) -> list[str]:
    """Builds; the lines that say what is wrong, all of them logged, where that fails. `settings` is mkdocs.yml."""
    heard, root = _Heard(), logging.getLogger(log.name.partition(".")[0])
    root.addHandler(heard)
    try:
        build()
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is, `serve` goes on
        if not (isinstance(error, SystemExit) and heard.lines):  # an abort follows what has been logged
            log.error(_told(error, settings))  # noqa: TRY400 - no traceback reaches an editor
        return heard.lines
    finally:
        root.removeHandler(heard)
    return []


def _told(error: BaseException, settings: str) -> str:
    if not isinstance(error, click.ClickException):
        return unexpected(error if isinstance(error, Exception) else RuntimeError(error))
    words = " ".join(error.format_message().split())
    positions = re.findall(r"line (\d+), column (\d+)", words)
    name = Path(settings).name
    if not positions:
        return f"{name}: {words}"
    line, column = positions[-1]
    fault = re.sub(r'\s*in "[^"]*", line \d+, column \d+', "", words).rpartition("file: ")[2]
    return f"{name}:{line}:{column}: not valid YAML: {fault}"
