"""How far the claims are verified, in a few lines: `dossier verify` closes with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from generator.problems import counted
from generator.verification.lock import Lock, Verified

MOST_NAMED = 10


def grade_lines(lock: Lock, only: Collection[str] = ()) -> Iterator[str]:
    """E.g. `40 claims: 10 read, 25 found by machine, 5 to be read`, and which those are; of `only` these articles."""
    mine = {key: entry for key, entry in lock.items() if not only or key.partition("#")[0] in only}
    wrong = {key: why for key, entry in mine.items() if (why := _wrong(entry))}
    to_read = [key for key, entry in mine.items() if entry.grade == "unverified" and key not in wrong]
    grades = Counter(entry.grade for entry in mine.values())
    counts = {"read": grades["read"], "found by machine": grades["found"], "to be read": len(to_read)}
    parts = [f"{count} {what}" for what, count in {**counts, "to be corrected": len(wrong)}.items() if count]
    yield f"{counted(len(mine), 'claim')}: {', '.join(parts)}" if mine else "no claims yet"
    yield from _named((f"{key}: {why}" for key, why in wrong.items()), "to be corrected, by its text")
    yield from _named(to_read, f"to be read: dossier verify --read{''.join(f' {name}' for name in sorted(only))}")


def _wrong(entry: Verified) -> str:
    """What no reading settles, or the reader's no."""
    if entry.wrong:
        return ", ".join(f"{part} is not there" if part.startswith("quote") else part for part in entry.wrong)
    return f"refused by {entry.refused.by}" if entry.refused else ""


def _named(keys: Collection[str] | Iterator[str], head: str) -> Iterator[str]:
    listed = list(keys)
    if listed:
        yield head
        yield from (f"  {each}" for each in listed[:MOST_NAMED])
    if len(listed) > MOST_NAMED:
        yield f"  … and {len(listed) - MOST_NAMED} more"
