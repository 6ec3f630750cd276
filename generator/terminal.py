"""What only a terminal gets: progress, and colours. Piped or in CI, output is plain and holds results alone."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import NoReturn, TypeVar

import click

from generator.problems import Problems, written

T = TypeVar("T")
PATIENCE = 1.0
"""Seconds that pass before progress is shown."""


def colours() -> bool | None:
    """For click: no colours where NO_COLOR is set (https://no-color.org), else as the stream is."""
    return False if os.environ.get("NO_COLOR") else None


def progress(items: Sequence[T], label: str) -> Iterator[T]:
    """The items, with a bar on the terminal once they have taken longer than a second."""
    started = time.monotonic()
    with ExitStack() as stack:
        bar = None
        for done, each in enumerate(items):
            if not bar and sys.stderr.isatty() and time.monotonic() - started > PATIENCE:
                bar = stack.enter_context(click.progressbar(length=len(items), label=label, file=sys.stderr))
                bar.update(done)
            yield each
            if bar:
                bar.update(1)


def stage(words: str) -> None:
    """Says on a terminal what is being done now, for stages that take longer than a second."""
    if sys.stderr.isatty():
        click.secho(f"{words} …", err=True, dim=True)


def report(problems: Problems) -> str:
    """The problems as text: errors red, open ones yellow (click drops the colours where no terminal is)."""
    *lines, summary = written(problems, "text").split("\n")
    colour = {"error": "red", "open": "yellow"}
    styled = [
        click.style(str(problem.mark), fg=colour[problem.level]) + line.removeprefix(str(problem.mark))
        for problem, line in zip(problems, lines, strict=True)
    ]
    return "\n".join([*styled, summary])


def fail(problems: Problems) -> NoReturn:
    """Prints what is wrong and ends the command."""
    click.echo(report(problems), err=True)
    raise click.exceptions.Exit(1)
