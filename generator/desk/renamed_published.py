"""What was released of claims goes along when an id in them changes: they still say the same.

No address is taken out, or put in before it is released: the old one leads on, and only the hashes are made anew.
"""

from __future__ import annotations

from generator.desk.renaming import Renaming
from generator.model import ClaimRecord
from generator.parsing import Seeds
from generator.pipeline import Loaded
from generator.published import Entry, fact_hashes, said_hash


def renamed_published(loaded: Loaded, after: Seeds, renaming: Renaming) -> dict[str, Entry]:
    """The inventory after the rename."""
    new = {f"{name}#{claim.id}": claim for name, seed in after.articles.items() for claim in seed.record.claims}
    entries = dict(loaded.published.entries)
    for address, entry in entries.items():
        now = loaded.standing.now(address)
        if entry.hash and now in loaded.standing.claims:
            claim = loaded.standing.claims[now].record
            entries[address] = _renamed(entry, claim, new[renaming.key(now.removeprefix("articles/"))])
    return entries


def _renamed(entry: Entry, old: ClaimRecord, new: ClaimRecord) -> Entry:
    """The entry, in which the hashes of what the claim said before it was renamed are those of what it says now."""
    said = {said_hash(old): said_hash(new)}
    facts = dict(zip(fact_hashes(old), fact_hashes(new), strict=True))
    return entry.model_copy(
        update={
            "hash": said.get(entry.hash or "", entry.hash),
            "facts": tuple(facts.get(each, each) for each in entry.facts),
        }
    )
