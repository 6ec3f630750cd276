"""What stops the reading of a YAML text, told to an editor: where, what, and the way out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

_HINTS = {
    "mapping values are not allowed": 'a text that holds ": " must stand in quotes; check the indentation too',
    "did not find expected key": "check the indentation; a text that begins with [, { or a quote must stand in quotes",
    "expected '-' indicator": "check the indentation; this line stands left of the list before it, or lacks its dash",
    "a tab character": "indent with blanks, not tabs",
    "alphabetic or numeric character": "a text that begins with * or & must stand in quotes",
    "could not find expected ':'": "a key needs a colon and a blank behind it; a text on several lines is indented",
    "unexpected end of stream": "the quote opened here is never closed",
    "expected ',' or": "the bracket opened here is not closed where it should be",
    "did not find expected node content": "the bracket opened here is not closed where it should be",
}
_OPENED = ("could not find expected ':'", "unexpected end of stream", "expected ',' or", "expected node content")
"""Problems that stand where a quote or bracket begins, not where the parser gave up."""


@dataclass
class Fault(Exception):
    """The text is no YAML that a seed may hold."""

    line: int
    column: int
    message: str
    hint: str = ""


def syntax_fault(error: yaml.MarkedYAMLError, text: str) -> Fault:
    problem = str(error.problem)
    opened = error.context_mark and any(words in problem for words in _OPENED)
    mark: Any = error.context_mark if opened else error.problem_mark
    return Fault(mark.line + 1, mark.column + 1, f"not valid YAML: {problem}", _way_out(problem, mark, text))


def _way_out(problem: str, mark: Any, text: str) -> str:
    if "cannot start any token" in problem:
        char = text.splitlines()[mark.line][mark.column]
        tab = char == "\t"
        return "indent with blanks, not tabs" if tab else f"a text that begins with {char} must stand in quotes"
    hint = next((hint for words, hint in _HINTS.items() if words in problem), "")
    return hint or "check quotes, brackets and indentation"
