"""Whether two resolved dossiers are the same but for one id: the last look before a rename is written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from pydantic import BaseModel

from generator.desk.yaml_edit import Edit, edited
from generator.dossier import Claim, Dossier, Span
from generator.markup import Ref, find_refs
from generator.pipeline import Loaded
from generator.resolve.backlinks import refs_in

Neutral = Callable[[str], str]


def differences(before: Loaded, after: Loaded, neutral: Neutral, unverified: frozenset[str]) -> list[str]:
    """What of the dossier is not the same, by name; `neutral` gives the old and the new id one and the same form.

    The grade of the claims in `unverified` (keys, neutral) does not count. Nor does the order of what is listed by id.
    """
    one, other = (_Shape(loaded.dossier, neutral, unverified) for loaded in (before, after))
    # refs are looked up in the first anyway, the next is what a rename adds to, and the others stand in no seed
    apart = ("meanings", "moved_claims", "address", "asker")
    names = [each.name for each in fields(Dossier) if each.name not in apart]
    found = [name for name in names if one.of(getattr(before.dossier, name)) != other.of(getattr(after.dossier, name))]
    pages = [one.pages(before) == other.pages(after)]
    return found + ([] if all(pages) else ["hand-written pages"])


@dataclass
class _Shape:
    """Values as nested tuples; an object that stands in many places is told once, as a hash."""

    dossier: Dossier
    neutral: Neutral
    unverified: frozenset[str]
    known: dict[int, tuple[Any, str]] = field(default_factory=dict)

    def of(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, BaseModel) or is_dataclass(value):
            if id(value) not in self.known:  # the object is kept with its hash, so that no other gets its number
                told = hashlib.sha256(repr(self._members(value)).encode()).hexdigest()
                self.known[id(value)] = value, told
            return self.known[id(value)][1]
        if isinstance(value, Mapping):
            return sorted(((self.of(key), self.of(each)) for key, each in value.items()), key=repr)
        if isinstance(value, list | tuple):
            members = [self.of(each) for each in value]
            return members if any(isinstance(each, Span) for each in value) else sorted(members, key=repr)
        return value

    def _members(self, value: Any) -> list[Any]:
        names = (
            list(type(value).model_fields) if isinstance(value, BaseModel) else [each.name for each in fields(value)]
        )
        if isinstance(value, Claim) and self.neutral(value.key) in self.unverified:
            names = [name for name in names if name not in ("grade", "reader")]
        return [type(value).__name__, *((name, self.of(getattr(value, name))) for name in names)]

    def text(self, text: str) -> str:
        """An id in its neutral form, and so the targets of links and citations in prose."""
        refs = [ref for ref in find_refs(text) if ref.kind != "loose"] if "[" in text else []
        edits = [Edit(ref.start, ref.end, f"⟦{ref.kind} {self._target(ref)} {ref.words}⟧") for ref in refs]
        return edited(text, edits) if edits else self.neutral(text)

    def _target(self, ref: Ref) -> str:
        return self.neutral(self.dossier.meanings.of(ref) or ref.target)

    def pages(self, loaded: Loaded) -> list[tuple[str, list[str]]]:
        return [
            (page.path, [f"{ref.kind} {self._target(ref)} {ref.words}" for ref, _ in refs_in(page)])
            for page in loaded.hand_written
        ]
