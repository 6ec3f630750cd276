"""The words that limit a number: rund, mindestens, mehr als, höchstens, weniger als; before it or behind it.

Some mean two things ("knapp 30" is about 30, and less than 30); where a single one is wanted, *about* is the careful
reading.
"""

from __future__ import annotations

import re

from generator.model import Qualifier

_HEDGES: dict[Qualifier, str] = {
    "about": r"rund|etwa|ca\.?|circa|zirka|ungefähr|gut|knapp|fast|nahezu|beinahe|annähernd|schätzungsweise"
    r"|geschätzte?n?|um die|an die|in etwa|mehr oder weniger",
    "at_least": r"mindestens|wenigstens|zumindest|nicht weniger als|ab",
    "more_than": r"(?<!nicht )mehr als|über|gut",
    "at_most": r"höchstens|maximal|allenfalls|bis zu|nicht mehr als",
    "less_than": r"(?<!nicht )weniger als|unter|knapp|fast|nahezu|beinahe|nicht ganz",
}
_BETWEEN = r"(?:\s+(?:weitere[nr]?|noch|zusätzliche[nr]?|insgesamt))*\s*"
_BEFORE = {name: re.compile(rf"(?<!\w)(?:{words}){_BETWEEN}$", re.IGNORECASE) for name, words in _HEDGES.items()}
_BEHIND: dict[Qualifier, re.Pattern[str]] = {
    "at_least": re.compile(r"\s*(?:\w+\s+)?(?:oder|und) mehr\b(?! als)"),
    "at_most": re.compile(r"\s*(?:\w+\s+)?oder weniger\b"),
}
LOOKED_BACK = 60
"""How many characters before a number may limit it: longer than any hedge with the words between."""


def hedges(before: str, behind: str) -> frozenset[Qualifier]:
    """What the words before and behind a number may mean; nothing where it is given as exact."""
    near = before[-LOOKED_BACK:]
    found = {name for name, pattern in _BEFORE.items() if pattern.search(near)}
    return frozenset(found | {name for name, pattern in _BEHIND.items() if pattern.match(behind)})


def main_qualifier(meant: frozenset[Qualifier]) -> Qualifier | None:
    """One for all: the careful reading where the words may mean two things."""
    return next((name for name in _HEDGES if name in meant), None)
