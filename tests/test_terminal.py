"""Progress and colours: on a terminal only, and only where something takes its time."""

import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from workshop import ENVIRONMENT, ROOT

SLOW = """
import time
from generator import terminal
terminal.PATIENCE = 0.05
for each in terminal.progress(range(3), "reading"):
    time.sleep(0.1)
"""
QUICK = """
from generator import terminal
assert list(terminal.progress(range(3), "reading")) == [0, 1, 2]
"""
STAGE = """
from generator import terminal
terminal.stage("building site/")
"""
REPORT = """
import click
from generator import terminal
from generator.problems import Mark, Problems
problems = Problems()
problems.error(Mark("seeds/a.yml", 3, 5), "is wrong", "mend it")
problems.open(Mark("seeds/b.yml"), "is unfinished")
print(terminal.colours())
click.echo(terminal.report(problems), err=True, color=terminal.colours())
"""
PLAIN = """\
seeds/a.yml:3:5: is wrong; mend it
seeds/b.yml:1:1: open: is unfinished
1 error, 1 open problem in 2 files
"""


@contextmanager
def terminal() -> Iterator[tuple[int, int]]:
    ours, theirs = pty.openpty()
    try:
        yield ours, theirs
    finally:
        os.close(ours)


def on_terminal(code: str, **environment: str) -> str:
    """What the code writes to a terminal that its standard error is."""
    with terminal() as (ours, theirs):
        subprocess.run(
            [sys.executable, "-c", code],
            stdout=subprocess.DEVNULL,
            stderr=theirs,
            cwd=ROOT,
            env={**ENVIRONMENT, **environment},
            check=True,
        )
        os.write(theirs, b"|")  # the read below would wait for ever where nothing was written
        os.close(theirs)
        return os.read(ours, 100_000).decode().replace("\r\n", "\n").removesuffix("|")


def piped(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=ROOT, env=ENVIRONMENT, check=True)
    return done.stderr.decode()


def test_progress_shows_on_a_terminal_when_it_takes_long() -> None:
    shown = on_terminal(SLOW)
    assert "reading" in shown
    assert "100%" in shown


@pytest.mark.parametrize("code", [SLOW, STAGE, QUICK])
def test_pipes_get_none(code: str) -> None:
    assert piped(code) == ""


def test_quick_work_shows_none() -> None:
    assert on_terminal(QUICK) == ""


def test_stages_show_on_a_terminal() -> None:
    assert "building site/ …" in on_terminal(STAGE)


def test_problems_are_coloured_on_a_terminal_only() -> None:
    assert on_terminal(REPORT).startswith("\x1b[31mseeds/a.yml:3:5\x1b[0m: is wrong; mend it\n\x1b[33mseeds/b.yml:1:1")
    assert on_terminal(REPORT, NO_COLOR="1") == PLAIN
    assert piped(REPORT) == PLAIN
