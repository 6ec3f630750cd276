"""`seeds/published.yml`: every address that was ever released, and what each claim said; kept by `dossier release`.

Addresses are written as in redirects.yml, and none is ever taken out. Of a claim the inventory holds its words, a hash
of what it says and who says so (`SAID`), and one of each fact told in it (`FACTS`): all that a reader may have relied
on. Facts may be added, as a dossier grows, but not taken back in silence. Where the dossier files a claim (event,
topics, answers) and what only verification needs (`when_basis`) may change freely.
"""

from __future__ import annotations

import hashlib
import json
import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, ValidationError

from generator.faults import shape
from generator.kept import Kept
from generator.markup import plain
from generator.model import ClaimRecord, Notice, digest
from generator.problems import Problems, quoted
from generator.reading import KEPT_BYTES, SeedFile, read_text, seed_file, shown_path
from generator.redirects import is_address
from generator.yaml_marks import Composed

PUBLISHED_FILE = "published.yml"
HEAD = (
    "# Kept by `dossier release`; do not edit. Every address that was ever published, and what each claim said there.\n"
)
SAID = ("p", "when", "by", "via", "modality")
"""Besides the text: the fields that say what a claim says, who says so and where."""
FACTS = ("figure", "status", "role", "relation", "quote")
"""The fields that tell single facts in a claim."""
RESTORE = "restore seeds/published.yml from git"

Hash = Annotated[str, StringConstraints(pattern="^[0-9a-f]{20}$")]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def _day(text: str) -> str:
    return date.fromisoformat(text).isoformat()


class Correction(_Entry):
    """When and why a claim was changed, as it was released."""

    date: Annotated[str, AfterValidator(_day)]
    reason: str


class Earlier(_Entry):
    """What a claim said before, and the correction that had brought it to that."""

    hash: Hash
    text: str
    corrected: Correction | None = None


class Entry(_Entry):
    """What was released last at an address; only that of a claim has anything in it."""

    hash: Hash | None = None
    text: str = ""
    """As readers saw it."""
    facts: tuple[Hash, ...] = ()
    corrected: Correction | None = None
    before: tuple[Earlier, ...] = ()
    """What the claim said before, the oldest first: each was replaced by the next, and the last by `text`."""

    def still_said(self, claim: ClaimRecord) -> bool:
        """Whether the claim says what was released: the same, and no fact less."""
        return self.hash == said_hash(claim) and (not self.facts or {*self.facts} <= {*fact_hashes(claim)})


@dataclass(frozen=True)
class Published:
    """Address → what was released there, with the file (None where nothing has been released yet)."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    file: SeedFile | None = None


def said_hash(claim: ClaimRecord) -> str:
    """Of what the claim says; how its words are linked does not count."""
    fields = claim.model_dump(include={*SAID}, exclude_defaults=True, by_alias=True)
    return digest(json.dumps({**fields, "text": plain(claim.text)}, ensure_ascii=False, sort_keys=True))


def fact_hashes(claim: ClaimRecord) -> tuple[str, ...]:
    """One of each fact, in the order of the fields."""
    facts = claim.model_dump(include={*FACTS}, exclude_defaults=True, by_alias=True)
    pairs = ((name, each) for name in FACTS for each in facts.get(name, ()))
    return tuple(digest(json.dumps(pair, ensure_ascii=False, sort_keys=True)) for pair in pairs)


def correction(notice: Notice | None) -> Correction | None:
    return Correction(date=notice.date.text, reason=notice.reason) if notice else None


def read_published(seeds_dir: Path, root: Path, problems: Problems, kept: Kept | None = None) -> Published:
    """Empty where there is none yet. A text that is `kept`, as nothing was wrong in it, is not parsed again."""
    path = seeds_dir / PUBLISHED_FILE
    shown = shown_path(path, root)
    text = read_text(path, shown, problems, KEPT_BYTES) if path.exists() else None
    if text is None:
        return Published()
    digest = hashlib.sha256(text.encode()).digest()
    content = kept.read(PUBLISHED_FILE) if kept else None
    known, entries = pickle.loads(content) if content else (b"", {})  # noqa: S301 - it is signed
    if known == digest:
        return Published(entries, SeedFile(shown, Composed(text)))
    found = Problems()
    published = _parsed(seed_file(text, shown, found), found)
    problems.extend(found.found)
    if kept and not found.found:
        kept.write(PUBLISHED_FILE, pickle.dumps((digest, published.entries), pickle.HIGHEST_PROTOCOL))
    return published


def _parsed(file: SeedFile | None, problems: Problems) -> Published:
    if not file:
        return Published()
    if not isinstance(file.value, dict):
        problems.error(file.mark(), f"expected a mapping of addresses, found {shape(file.value)}", RESTORE)
        return Published()
    entries = {}
    for address, value in file.value.items():
        try:
            entry = Entry.model_validate(value)
        except ValidationError:
            problems.error(file.key_mark(address), f"the entry of {quoted(address)} is damaged", RESTORE)
            continue
        if is_address(address) and bool(entry.hash and entry.text) == ("#" in address):
            entries[address] = entry
        else:
            problems.error(file.key_mark(address), f"the entry of {quoted(address)} is damaged", RESTORE)
    for address in entries:
        page = address.partition("#")[0]
        if page not in file.value:
            message = f"the entry of {quoted(page)} is gone, and that of {quoted(address)} is there"
            problems.error(file.key_mark(address), message, RESTORE)
    file.composed.forget()
    return Published(entries, file)


def write_published(entries: Mapping[str, Entry]) -> str:
    """The file's text, sorted: the same entries give the same bytes."""
    plain_entries = {
        address: entries[address].model_dump(mode="json", exclude_defaults=True) for address in sorted(entries)
    }
    return HEAD + yaml.safe_dump(plain_entries, allow_unicode=True, sort_keys=False, width=1000)
