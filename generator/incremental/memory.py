"""What is remembered of each page from the build before, and what follows from it for this one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from generator.incremental.rendering import Made
from generator.incremental.state import State

FORMAT = 2
_ASKED, _LINKED, _ANCHORS = "asked", "linked", "anchors"
_FEW = 20


@dataclass(frozen=True)
class PageFacts:
    """`key` is the hash of what only this page was made from; `missing` are files that it asked for in vain."""

    key: str
    title: str
    missing: list[str]
    outputs: dict[str, str]


@dataclass
class Memory:
    """`common` and `navigation` are hashes, `listing` says what there was to be asked for (asked_files.py)."""

    common: str = ""
    navigation: str = ""
    listing: dict[str, str] = field(default_factory=dict)
    pages: dict[str, PageFacts] = field(default_factory=dict)
    lines: dict[str, Mapping[str, str]] = field(default_factory=dict)
    """Name of a gathering → path of a page → what was gathered there.

    And as JSON, what it asked for, linked to, and the places on it that can be linked.
    """
    site_wide: dict[str, tuple[str, dict[str, str]]] = field(default_factory=dict)
    """Name of a gathering → hash of all of it, and the files that were made from it, with their hashes."""

    @staticmethod
    def of(state: State | None) -> Memory:
        if not state or state.facts.get("format") != FORMAT:
            return Memory()
        found: dict[str, Any] = dict(state.facts)
        del found["format"]
        found["pages"] = {path: PageFacts(*facts) for path, facts in found["pages"].items()}
        found["site_wide"] = {name: (digest, outputs) for name, (digest, outputs) in found["site_wide"].items()}
        return Memory(lines=state.lines, **found)

    def state(self) -> State:
        facts = {name: value for name, value in vars(self).items() if name not in ("pages", "lines")}
        pages = {path: list(vars(each).values()) for path, each in self.pages.items()}
        return State({**facts, "format": FORMAT, "pages": pages}, self.lines)

    def unchanged(self, common: str, keys: Mapping[str, str], listing: Mapping[str, str]) -> set[str]:
        """The pages that came out of the same, and asked for nothing that is another now."""
        if common != self.common:
            return set()
        same = {path for path, key in keys.items() if path in self.pages and self.pages[path].key == key}
        same = {path for path in same if listing.keys().isdisjoint(self.pages[path].missing)}
        return same - self.asking(same, {path for path, answer in self.listing.items() if listing.get(path) != answer})

    def asking(self, pages: Iterable[str], targets: set[str]) -> set[str]:
        """Those of the pages that have asked for one of the targets."""
        if not targets:
            return set()
        asked = self.lines[_ASKED]
        if len(targets) > _FEW:
            return {path for path in pages if not targets.isdisjoint(json.loads(asked[path]))}
        written = [json.dumps(target, ensure_ascii=False) for target in targets]
        return {path for path in pages if any(target in asked[path] for target in written)}

    def anchors(self, path: str) -> set[str]:
        """The places on a page that can be linked."""
        return set(json.loads(self.lines[_ANCHORS][path]))

    def missing_an_anchor(self, pages: Iterable[str], made: Collection[Made]) -> set[str]:
        """Those of the pages that link to a place which a page had, and has not any more."""
        before = [each for each in made if each.path in self.pages]
        lost = {each.path: self.anchors(each.path).difference(each.anchors) for each in before}
        lost = {path: anchors for path, anchors in lost.items() if anchors}
        found = set()
        for page in self.asking(pages, set(lost)):
            linked = json.loads(self.lines[_LINKED][page])
            if any(not lost[target].isdisjoint(linked[target]) for target in lost.keys() & linked.keys()):
                found.add(page)
        return found

    def keep(self, old: Memory, known: AbstractSet[str], made: Mapping[str, Made], keys: Mapping[str, str]) -> None:
        """Takes over what `old` knows of the known pages, and learns of those that were made."""
        if not made and known == old.pages.keys():
            self.pages, self.lines = old.pages, old.lines
            return
        self.pages = {path: old.pages[path] for path in known}
        names = {*old.lines, *(name for each in made.values() for name in each.gathered), _ASKED, _LINKED, _ANCHORS}
        kept = {name: old.lines.get(name, {}) for name in names}
        lines = {name: {path: text for path, text in each.items() if path in known} for name, each in kept.items()}
        for path, each in made.items():
            self.pages[path] = PageFacts(keys[path], each.title, each.missing, each.outputs)
            lines[_ASKED][path] = each.targets
            lines[_LINKED][path] = json.dumps({target: list(links) for target, links in each.links.items()})
            lines[_ANCHORS][path] = json.dumps(each.anchors)
            for name, text in each.gathered.items():
                lines[name][path] = text
        self.lines = {name: lines[name] for name in sorted(lines)}


def all_of_it(texts: Mapping[str, str]) -> str:
    """One hash of what a gathering holds."""
    digest = hashlib.sha256()
    for path in sorted(texts):
        digest.update(f"{path}\t{texts[path]}\n".encode())
    return digest.hexdigest()
