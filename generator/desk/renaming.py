"""An old and a new id, and how they stand in links, citations, labels and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.desk.yaml_edit import Edit
from generator.markup import Ref, find_refs

Noun = Literal["article", "topic", "event", "question", "measure", "claim"]


@dataclass(frozen=True)
class Renaming:
    """`old` becomes `new`; for a claim both are `article#claim`."""

    noun: Noun
    old: str
    new: str
    folder: str
    """Where its page stands in docs/."""
    short_claims: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Claim id → the keys that end in it, as citations may leave out the article."""

    @property
    def article(self) -> str:
        return self.old.partition("#")[0]

    @property
    def old_claim(self) -> str:
        return self.old.partition("#")[2]

    @property
    def new_claim(self) -> str:
        return self.new.partition("#")[2]

    @property
    def old_address(self) -> str:
        return f"{self.folder}/{self.old}"

    @property
    def new_address(self) -> str:
        return f"{self.folder}/{self.new}"

    def may_stand_in(self, content: bytes) -> bool:
        """Whether a YAML file is worth a closer look; an escape may hide any letter."""
        words = (self.old_claim, self.new_claim) if self.noun == "claim" else (self.old,)
        return b"\\" in content or any(word.encode() in content for word in words)

    def edits_in(self, text: str) -> list[Edit]:
        """The links and citations in a text that mean the old id, made to mean the new one."""
        return list(self.edits_at(text, ((ref, ref.start) for ref in find_refs(text))))

    def edits_at(self, text: str, refs: Iterable[tuple[Ref, int]]) -> Iterator[Edit]:
        """The same, for references with the places where they begin."""
        for ref, start in refs:
            new = self._target(ref)
            if new != ref.target:
                begin = text.index(ref.target, start + len("[["))  # a blank may stand before it
                yield Edit(begin, begin + len(ref.target), new)

    def _target(self, ref: Ref) -> str:
        if ref.kind == "link":
            return self.new if self.noun != "claim" and ref.target == self.old else ref.target
        article, hash_sign, claim = ref.target.partition("#")
        if self.noun == "article" and hash_sign and article == self.old:
            return f"{self.new}#{claim}"
        if self.noun != "claim" or ref.kind != "cite":
            return ref.target
        return self._claim_target(ref.target)

    def _claim_target(self, target: str) -> str:
        """A citation that leaves out the article must name it where the new id is that of another claim too."""
        shared = self.short_claims.get(self.new_claim, ())
        if target == self.old:
            return self.new
        if target == self.old_claim and self.short_claims[target] == (self.old,):
            return self.new if shared else self.new_claim
        if target == self.new_claim and len(shared) == 1:
            return shared[0]
        return target

    def edits_of_paths(self, text: str) -> Iterator[Edit]:
        """Markdown links of hand-written pages to the page's own file: `](actors/usa.md)`."""
        page = rf"\]\((?:\.\.?/|/)*{re.escape(self.folder)}/"
        if self.noun == "claim":
            pattern = rf"{page}{re.escape(self.article)}\.md#(?P<id>{re.escape(self.old_claim)})(?=[)\s])"
        else:
            pattern = rf"{page}(?P<id>{re.escape(self.old)})(?=\.md[)#\s]|/)"
        for found in re.finditer(pattern, text):
            yield Edit(*found.span("id"), self.new_claim or self.new)

    def key(self, key: str) -> str:
        """A claim's key after the rename."""
        article, hash_sign, claim = key.partition("#")
        if self.noun == "article" and article == self.old:
            return f"{self.new}{hash_sign}{claim}"
        return self.new if self.noun == "claim" and key == self.old else key

    def label(self, label: str) -> str:
        """A part of a claim as the lock names it, e.g. `name usa`."""
        kind, _, name = label.partition(" ")
        named = self.noun == "topic" and kind in ("name", "by", "via", "status", "role", "relation")
        return f"{kind} {self.new}" if named and name == self.old else label

    def neutral(self, text: str) -> str:
        """The old and the new id in one and the same form; any other text as it is."""
        if self.noun == "claim":
            if text in (self.old, self.new):
                return "\0"
            return "\0#" if text in (self.old_claim, self.new_claim) else text
        head, hash_sign, rest = text.partition("#")
        return f"\0{hash_sign}{rest}" if head in (self.old, self.new) else text
