"""What has been found and read of claims goes along when an id in them changes: the sentence is still the same.

The hash over the cited paragraphs can only be made anew where the full text is at hand; where it is not, the claim
keeps its old hashes, and so counts as changed until it is verified again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.desk.renaming import Renaming
from generator.fulltext import read_paragraphs
from generator.model import ArticleRecord, ClaimRecord
from generator.parsing import Seeds
from generator.pipeline import Loaded
from generator.problems import Problems
from generator.verification.lock import Lock, Verified, record_hash
from generator.verification.verify import source_hash


def renamed_lock(
    loaded: Loaded, after: Seeds, renaming: Renaming, fulltexts: Path
) -> tuple[Lock, list[str], list[str]]:
    """The lock after the rename, and the keys (before it) of the claims that must be verified again.

    Last those that are verified again by themselves, as the old id is back that was there when they were.
    """
    old, new, texts = _claims(loaded.seeds), _claims(after), _Texts(loaded.seeds, fulltexts)
    fresh: dict[str, Verified] = {}
    unverified, regained = [], []
    for key, entry in loaded.lock.items():
        renamed: dict[str, Any] = {
            part: tuple(map(renaming.label, getattr(entry, part))) for part in ("found", "missing")
        }
        before, record = (record_hash(*of[at]) if at in of else "" for of, at in ((old, key), (new, renaming.key(key))))
        if entry.record == before != record:
            cited = texts.cited(key.partition("#")[0], old[key][1])
            if cited and entry.source == source_hash(old[key][1], cited):
                renamed |= {"record": record, "source": source_hash(new[renaming.key(key)][1], cited)}
            else:
                unverified.append(key)
        elif entry.record == record != before:
            regained.append(key)
        fresh[renaming.key(key)] = entry.model_copy(update=renamed)
    return fresh, unverified, regained


def _claims(seeds: Seeds) -> dict[str, tuple[ArticleRecord, ClaimRecord]]:
    return {
        f"{name}#{claim.id}": (article.record, claim)
        for name, article in seeds.articles.items()
        for claim in article.record.claims
    }


@dataclass
class _Texts:
    """The full texts, each read once and only when a claim of it has changed."""

    seeds: Seeds
    folder: Path
    read: dict[str, list[str]] = field(default_factory=dict)

    def cited(self, article: str, claim: ClaimRecord) -> list[str]:
        """The paragraphs that the claim cites; none where they are not all at hand."""
        if article not in self.read:
            found = read_paragraphs(self.seeds.articles[article], self.seeds, self.folder, Problems())
            self.read[article] = found or []
        there = self.read[article]
        return [there[number - 1] for number in claim.p] if max(claim.p) <= len(there) else []
