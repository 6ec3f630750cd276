"""Two states of a dossier side by side: which record of one is which of the other, and what of it differs.

A record that stands under a new id is the same record: redirects.yml says so, or else it is equal, or has its old
title; a claim, if its article has one with the same words. References to renamed ids do not count as changes, so that
one renamed topic is one change and not two hundred.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from generator.parsing import Seed
from generator.pipeline import Loaded
from generator.problems import Problems
from generator.redirects import addresses

GROUPS = {"article": "articles", "topic": "topics", "event": "events", "question": "questions", "measure": "measures"}
"""The kinds of records with the names of their mappings, in Seeds as in Dossier."""

ID_FIELDS = frozenset(
    "outlet agency topics by via event measure question of at to actors places".split(),
)
"""The fields that hold ids of records."""
_REF = re.compile(r"(\[\[|\[@)([a-z0-9-]+(?:#[a-z0-9-]+)?)")


@dataclass(frozen=True)
class Snapshot:
    """A dossier without errors, with its open problems."""

    loaded: Loaded
    problems: Problems

    @cached_property
    def addresses(self) -> dict[str, str]:
        """The address of every page and claim → its id or key."""
        return addresses(self.loaded.seeds, self.loaded.dossier.settings)


@dataclass(frozen=True, slots=True)
class Change:
    """One change in an editor's words: `kind` of record, `what` happened to it, and `details` in plain text."""

    kind: str
    what: str
    id: str
    title: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """`renames` leads from each old id (of a claim: `article#claim`) to the new one, where they differ."""

    old: Snapshot
    new: Snapshot
    renames: Mapping[str, str]

    def now(self, name: str) -> str:
        """The id that an old one has now."""
        if name in self.renames:
            return self.renames[name]
        article, hash_sign, claim = name.partition("#")
        return f"{self.renames.get(article, article)}{hash_sign}{claim}"

    @cached_property
    def former(self) -> dict[str, str]:
        """New id → old id, where they differ."""
        return {new: old for old, new in self.renames.items()}

    def pairs(self, kind: str) -> Iterator[tuple[str, Any, Any]]:
        """New id, old and new record of a kind, None where there is none; in the order of the new, then the old."""
        old, new = (records(snapshot, kind) for snapshot in (self.old, self.new))
        before = {self.now(name): seed.record for name, seed in old.items()}
        for name, seed in new.items():
            yield name, before.pop(name, None), seed.record
        for name, record in before.items():
            yield name, record, None

    def fields(self, old: BaseModel, new: BaseModel, skip: Iterable[str] = ()) -> list[str]:
        """The names of the fields that differ, in the order of the model."""
        before, after = self.before(dumped(old)), self.after(dumped(new))
        names = [info.alias or name for name, info in type(new).model_fields.items()]
        return [name for name in names if name not in skip and before.get(name) != after.get(name)]

    def before(self, value: Any) -> Any:
        """A value of the old state, with each id as it is now."""
        return translated(value, self.now, self.old.loaded.dossier.meanings.citations)

    def after(self, value: Any) -> Any:
        """A value of the new state; like `before`, it has all citations in full."""
        return translated(value, str, self.new.loaded.dossier.meanings.citations)


def compare(old: Snapshot, new: Snapshot) -> Comparison:
    renames = _redirected(old, new)
    for kind in GROUPS:
        renames |= _renamed(records(old, kind), records(new, kind), renames)
    return Comparison(old, new, renames | _claims_renamed(Comparison(old, new, renames)))


def _redirected(old: Snapshot, new: Snapshot) -> dict[str, str]:
    """What redirects.yml knows to have another id now."""
    leads = new.loaded.redirects.addresses
    moved = {name: new.addresses.get(leads.get(address, "")) for address, name in old.addresses.items()}
    there = set(new.addresses.values())
    return {name: to for name, to in moved.items() if to and to != name and name not in there}


def records(snapshot: Snapshot, kind: str) -> Mapping[str, Seed[Any]]:
    """The records of a kind by id."""
    found: Mapping[str, Seed[Any]] = getattr(snapshot.loaded.seeds, GROUPS[kind])
    return found


def _renamed(old: Mapping[str, Seed[Any]], new: Mapping[str, Seed[Any]], known: Mapping[str, str]) -> dict[str, str]:
    """The ids that are gone → those of the same records; what could be two records is none of them."""
    found = {name: known[name] for name in old if name in known}
    for same in (_whole, title):
        gone = {name: seed for name, seed in old.items() if name not in new and name not in found}
        added = {name: seed for name, seed in new.items() if name not in old and name not in found.values()}
        key = {name: f"{seed.kind} {same(seed.record)}" for name, seed in (gone | added).items()}
        found |= _matched(gone, added, key)
    return found


def _claims_renamed(compared: Comparison) -> dict[str, str]:
    """The claims that are gone → those of the same article and with the same words."""
    old, new = (
        {
            f"{name}#{claim.id}": claim.text
            for name, seed in records(each, "article").items()
            for claim in seed.record.claims
        }
        for each in (compared.old, compared.new)
    )
    gone = {key for key, text in old.items() if text and compared.now(key) not in new}
    added = new.keys() - {compared.now(key) for key in old}
    words = {key: f"{compared.now(key).partition('#')[0]} {compared.before(old[key])}" for key in gone}
    words |= {key: f"{key.partition('#')[0]} {compared.after(new[key])}" for key in added}
    return _matched(gone, added, words)


def _matched(gone: Iterable[str], added: Iterable[str], key: Mapping[str, str]) -> dict[str, str]:
    """Gone name → added name, where the two alone have the same key."""
    before, after = (_by(names, key) for names in (gone, added))
    return {before[each][0]: names[0] for each, names in after.items() if len(names) == len(before.get(each, ())) == 1}


def _by(names: Iterable[str], key: Mapping[str, str]) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for name in names:
        grouped.setdefault(key[name], []).append(name)
    return grouped


def _whole(record: BaseModel) -> str:
    return json.dumps(dumped(record), sort_keys=True)


def title(record: Any) -> str:
    """The words that name a record."""
    return str(getattr(record, "name", None) or record.title)


def dumped(record: BaseModel) -> dict[str, Any]:
    """The fields that are given."""
    return record.model_dump(exclude_defaults=True, by_alias=True)


def translated(value: Any, now: Callable[[str], str], citations: Mapping[str, str], field: str = "") -> Any:
    """The value with each id, in fields and in the links and citations of prose, as it is now."""
    if isinstance(value, dict):
        return {key: translated(each, now, citations, key) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(translated(each, now, citations, field) for each in value)
    if isinstance(value, str) and field in ID_FIELDS:
        return now(value)
    if isinstance(value, str):
        meant = {"[@": citations, "[[": {}}
        return _REF.sub(lambda ref: f"{ref[1]}{now(meant[ref[1]].get(ref[2], ref[2]))}", value)
    return value
