"""Problems are data: every stage reports what is wrong here, and one place sorts, prints and counts.

An *error* means that a seed cannot be read or linked, and nothing is written. An *open* problem is unfinished
editorial work (a draft, an unverified claim, an uncovered conflict): pages are built and marked, publishing is refused.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from rapidfuzz import fuzz, process

Level = Literal["error", "open"]
Format = Literal["text", "json", "github"]


@dataclass(frozen=True, order=True, slots=True)
class Mark:
    """A position in a file: path as the editor sees it, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """What is wrong, where, and the way out (`hint`, without a full stop)."""

    mark: Mark
    level: Level
    message: str
    hint: str = ""

    def __str__(self) -> str:
        text = f"{self.message}; {self.hint}" if self.hint else self.message
        return f"{self.mark}: {'open: ' if self.level == 'open' else ''}{text}"


@dataclass
class Problems:
    """Collects the problems of a run; iterating yields them sorted by position, each once."""

    found: set[Problem] = field(default_factory=set)

    def error(self, mark: Mark, message: str, hint: str = "") -> None:
        self.found.add(Problem(mark, "error", message, hint))

    def open(self, mark: Mark, message: str, hint: str = "") -> None:
        self.found.add(Problem(mark, "open", message, hint))

    def extend(self, problems: Iterable[Problem]) -> None:
        self.found.update(problems)

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self.found))

    @property
    def errors(self) -> int:
        return sum(problem.level == "error" for problem in self.found)

    @property
    def opens(self) -> int:
        return len(self.found) - self.errors


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the best guess for a misspelt word, or an empty string."""
    guess = process.extractOne(word, sorted(known), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=65)
    return f'did you mean "{guess[0]}"?' if guess else ""


def quoted(value: object, limit: int = 60) -> str:
    """A value from a seed as it stands in a message: on one line, cut short, without what a terminal would obey."""
    text = printable(" ".join(str(value).split()))
    return f'"{text if len(text) <= limit else text[: limit - 1] + "…"}"'


def printable(text: str) -> str:
    """The text with a replacement character for each that cannot be shown or encoded."""
    return text if text.isprintable() else "".join(char if char.isprintable() else "\ufffd" for char in text)


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def summary(problems: Problems) -> str:
    """The closing line, e.g. `2 errors, 1 open problem in 2 files`."""
    if not problems.found:
        return "no problems"
    files = len({problem.mark.path for problem in problems})
    parts = [counted(problems.errors, "error")] if problems.errors else []
    parts += [counted(problems.opens, "open problem")] if problems.opens else []
    return f"{', '.join(parts)} in {counted(files, 'file')}"


def written(problems: Problems, form: Format) -> str:
    """The whole report: one line a problem (text, GitHub annotations) or one JSON document; no trailing newline."""
    if form == "json":
        rows = [
            {
                "level": problem.level,
                "path": problem.mark.path,
                "line": problem.mark.line,
                "column": problem.mark.column,
                "message": problem.message,
                "hint": problem.hint,
            }
            for problem in problems
        ]
        return json.dumps({"problems": rows, "errors": problems.errors, "open": problems.opens}, ensure_ascii=False)
    lines = [annotation(problem) if form == "github" else str(problem) for problem in problems]
    return "\n".join([*lines, summary(problems)])


def annotation(problem: Problem) -> str:
    """A GitHub workflow command, escaped as the runner wants it."""
    text = f"{problem.message}; {problem.hint}" if problem.hint else problem.message
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    path = problem.mark.path.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    kind = "error" if problem.level == "error" else "warning"
    return f"::{kind} file={path},line={problem.mark.line},col={problem.mark.column}::{text}"
