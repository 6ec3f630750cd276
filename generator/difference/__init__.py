"""What a change does to the dossier, in an editor's words: old state and new state → changes, and what is open.

Told by the records, not by the lines of files: a claim that moves in its file is no change, and a topic's page changes
when a claim about it does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.difference.claims import article_changes
from generator.difference.comparison import Change, Comparison, Snapshot, compare
from generator.difference.pages import other_changes, page_changes
from generator.problems import Problem

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
    changes = (*article_changes(compared), *page_changes(compared), *other_changes(compared), *_problems(compared))
    return Difference(changes, (old.problems.opens, new.problems.opens))


def _problems(compared: Comparison) -> Iterator[Change]:
    """Open problems that come or go; one that only moved to another line, or names a new id, is the same."""
    articles = {seed.file.path: name for name, seed in compared.old.loaded.seeds.articles.items()}
    before = Counter(_as_now(each, articles.get(each.mark.path, ""), compared) for each in compared.old.problems)
    after = Counter((each.mark.path, each.message) for each in compared.new.problems)
    for what, found in (("new", after - before), ("gone", before - after)):
        for path, message in sorted(found.elements()):
            yield Change("problem", what, path, message)


def _as_now(problem: Problem, article: str, compared: Comparison) -> tuple[str, str]:
    """Path and message of an old problem, with each id that it quotes as it is now; claims by their own article's."""
    claims = {
        key.partition("#")[2]: new.partition("#")[2]
        for key, new in compared.renames.items()
        if key.startswith(f"{article}#")
    }
    seed = compared.new.loaded.seeds.articles.get(compared.now(article))
    message = re.sub(
        r'"([a-z0-9#-]+)"', lambda name: f'"{claims.get(name[1]) or compared.now(name[1])}"', problem.message
    )
    return seed.file.path if seed else problem.mark.path, message
