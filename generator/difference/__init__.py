"""What a change does to the dossier, in an editor's words: old state and new state → changes, and what is open.

Told by the records, not by the lines of files: a claim that moves in its file is no change, and a topic's page changes
when a claim about it does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.difference.claims import article_changes
from generator.difference.comparison import Change, Snapshot, compare
from generator.difference.pages import other_changes, page_changes

__all__ = ["Change", "Difference", "Snapshot", "difference"]


@dataclass(frozen=True, slots=True)
class Difference:
    """All changes, by kind in the order of reading; `opens` are the numbers of open problems before and now."""

    changes: tuple[Change, ...]
    opens: tuple[int, int]

    def count(self, kind: str, *what: str) -> int:
        return len({change.id for change in self.changes if change.kind == kind and change.what in what})


def difference(old: Snapshot, new: Snapshot) -> Difference:
    compared = compare(old, new)
    changes = (*article_changes(compared), *page_changes(compared), *other_changes(compared), *_problems(old, new))
    return Difference(changes, (old.problems.opens, new.problems.opens))


def _problems(old: Snapshot, new: Snapshot) -> Iterator[Change]:
    """Open problems that come or go; one that only moved to another line is the same."""
    before, after = (Counter((each.mark.path, each.message) for each in state.problems) for state in (old, new))
    for what, found in (("new", after - before), ("gone", before - after)):
        for path, message in sorted(found.elements()):
            yield Change("problem", what, path, message)
