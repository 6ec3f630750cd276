"""`seeds/verified.lock.yml`: what was found in the full texts, and who has read what; kept by `dossier verify`.

It holds hashes, never words of an article: `record` (of the claim) lets `check` see any change without the text;
`source` (of the claim and the paragraphs it cites) can only be made and rechecked by who has the text.
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterator, Mapping
from datetime import date
from pathlib import Path
from sys import intern
from typing import Any

import yaml
from pydantic import ValidationError

from generator.dossier import Grade
from generator.model import ArticleRecord, ClaimRecord, Frozen, digest
from generator.parsing import Seeds
from generator.problems import Mark, Problem, Problems, quoted
from generator.reading import KEPT_BYTES, read_text, seed_file, shown_path
from generator.verification.lock_text import entries_of

LOCK_FILE = "verified.lock.yml"
HEAD = """\
# Kept by `dossier verify`; do not edit. Hashes of claims and of what they cite, what was found, and who has read it.
"""
VERIFY_HINT = "run: dossier verify"
COPIED = "own words"
"""Missing of a claim that shares too many words with a full text."""


class Reading(Frozen):
    """Who has held claim and paragraph side by side, and when."""

    by: str
    on: str


class Verified(Frozen):
    """What is known of one claim; `found` and `missing` name its parts, e.g. `number 2500`."""

    record: str
    source: str
    found: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    read: Reading | None = None
    """The paragraphs bear the claim out."""
    refused: Reading | None = None
    """They do not."""

    @property
    def wrong(self) -> tuple[str, ...]:
        """What is missing and no reading can settle: a quote is letter for letter, and a claim in our own words."""
        return tuple(part for part in self.missing if part == COPIED or part.startswith("quote "))

    @property
    def grade(self) -> Grade:
        if self.wrong or self.refused:
            return "unverified"
        if self.read:
            return "read"
        return "found" if self.found and not self.missing else "unverified"


Lock = Mapping[str, Verified]


def load_lock(seeds_dir: Path, root: Path, problems: Problems) -> dict[str, Verified]:
    """The lock by `article#claim`; empty where there is none yet."""
    path = seeds_dir / LOCK_FILE
    if not path.exists():
        return {}
    shown = shown_path(path, root)
    text = read_text(path, shown, problems, KEPT_BYTES)
    if text is None:
        return {}
    if (lock := _lock(entries_of(text))) is not None:
        return lock
    file = seed_file(text, shown, problems)
    lock = _lock(file.value) if file else {}
    if file and lock is None:
        problems.error(file.mark(), "the lock is damaged", "restore it from git, or delete it and run: dossier verify")
    return lock or {}


def _lock(entries: Any) -> dict[str, Verified] | None:
    """None where they are not what a lock holds."""
    try:
        return {intern(key): Verified.model_validate(entry) for key, entry in dict(entries).items()}
    except (ValidationError, ValueError, TypeError):
        return None


def write_lock(lock: Lock) -> str:
    """The lock's text, sorted by key: the same lock gives the same bytes."""
    entries = {key: lock[key].model_dump(mode="json", exclude_defaults=True) for key in sorted(lock)}
    return HEAD + (yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=120) if entries else "{}\n")


def save_lock(path: Path, lock: Lock) -> bool:
    """Writes the lock in one step, so that a killed run leaves the old one; whether there was anything to write."""
    content = write_lock(lock).encode()
    if path.read_bytes() == content if path.exists() else not lock:
        return False
    temporary = path.with_name(f".{path.name}.{os.getpid()}")  # hidden, so that no reader of seeds/ takes it for a seed
    try:
        temporary.write_bytes(content)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return True


def accept(lock: Lock, key: str, by: str, today: date) -> dict[str, Verified]:
    """The lock, in which `by` has read the claim and found it borne out."""
    return {**lock, key: lock[key].model_copy(update={"read": Reading(by=by, on=today.isoformat()), "refused": None})}


def refuse(lock: Lock, key: str, by: str, today: date) -> dict[str, Verified]:
    """The lock, in which `by` has read the claim and found it not borne out."""
    return {**lock, key: lock[key].model_copy(update={"read": None, "refused": Reading(by=by, on=today.isoformat())})}


def record_hash(article: ArticleRecord, claim: ClaimRecord) -> str:
    """A hash of all that a verification rests on but the text: the claim, and the day its dates are worked out from."""
    return digest(f"{claim.fingerprint} {article.published.text}")


def grade_of(key: str, article: ArticleRecord, claim: ClaimRecord, lock: Lock) -> tuple[Grade, str]:
    """A claim's grade, and who has read it where that is its grade; what changed since is unverified."""
    entry = lock.get(key)
    if not entry or entry.record != record_hash(article, claim):
        return "unverified", ""
    return entry.grade, entry.read.by if entry.read and entry.grade == "read" else ""


def check_lock(seeds: Seeds, lock: Lock, verified: Container[str] = ()) -> Iterator[Problem]:
    """Open problems: claims that nobody verified, that changed since, or whose parts were not all found.

    Of the `verified` it is known that there is nothing to tell, as `grade_of` has said so.
    """
    for name, article in seeds.articles.items():
        for index, claim in enumerate(article.record.claims):
            if not claim.text or claim.withdrawn or article.record.withdrawn:
                continue  # what is withdrawn says nothing any more that could be borne out
            key = f"{name}#{claim.id}"
            if key in verified:
                continue
            if open_ := _unsettled(key, lock.get(key), record_hash(article.record, claim)):
                yield Problem(article.mark("claims", index), "open", *open_)
    yield from _gone(seeds, lock)


def _unsettled(key: str, entry: Verified | None, record: str) -> tuple[str, str] | None:
    """Why a claim counts as unverified, and the way out; None where it does not."""
    if entry and entry.record == record and entry.grade != "unverified":
        return None
    claim = f"claim {quoted(key.partition('#')[2])}"
    if not entry:
        return f"{claim} is not verified", VERIFY_HINT
    if entry.record != record:
        return f"{claim}, or its article's date, has changed since it was verified", VERIFY_HINT
    if entry.wrong:
        return f"{claim} must be corrected (not found: {', '.join(entry.wrong)})", "reading does not settle this"
    if entry.refused:
        return f"{claim} is not borne out, says {entry.refused.by}", "correct it, or give withdrawn: {date, reason}"
    what = f"not found: {', '.join(entry.missing)}" if entry.missing else "it has nothing to look for"
    return f"{claim} must be read ({what})", f"run: dossier verify --read {key}"


def _gone(seeds: Seeds, lock: Lock) -> Iterator[Problem]:
    """Claims that were verified once: a claim has its id for good."""
    if not seeds.settings:
        return
    there = {f"{name}#{claim.id}" for name, article in seeds.articles.items() for claim in article.record.claims}
    path = Path(seeds.settings.file.path).with_name(LOCK_FILE).as_posix()
    for key in sorted(lock):
        if key not in there and key.partition("#")[0] not in seeds.failed:
            hint = "name it so again, or withdraw it; to forget one never published, run: dossier verify"
            yield Problem(Mark(path), "open", f"there was a claim {quoted(key)}, and it is gone", hint)
