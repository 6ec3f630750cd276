"""`seeds/redirects.yml`: addresses that pages and claims once had, each with the one it has now; kept by commands.

An address is a page's path without its ending (`actors/qassem-soleimani`), that of a claim has its id behind a `#`
(`articles/2020-01-parlament#abzug`). Each entry leads to a page that is there, never to another entry.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from generator.faults import shape
from generator.model import Settings
from generator.parsing import Seeds
from generator.problems import Problems, did_you_mean, quoted
from generator.reading import KEPT_BYTES, SeedFile, read_seed, shown_path
from generator.resolve.backlinks import HandWritten

REDIRECTS_FILE = "redirects.yml"
NAME_ANOTHER = "name the address of a page that is there"
HEAD = "# Kept by `dossier rename`: where pages and claims stood before, and where they stand now.\n"
_NAME = r"(?!\.)[^\s/#\x00-\x1f\x7f]+"
_ADDRESS = re.compile(rf"{_NAME}(/{_NAME})*(#[^\s#\x00-\x1f\x7f]+)?")
_LONGEST = 250
"""Bytes of a file's name, less an ending."""


def is_address(text: object) -> bool:
    """Whether a page may stand there: no part is empty, begins with a dot, or is too long for a file's name."""
    fits = isinstance(text, str) and _ADDRESS.fullmatch(text)
    return bool(fits) and all(len(part.encode()) <= _LONGEST for part in str(text).partition("#")[0].split("/"))


@dataclass(frozen=True)
class Redirects:
    """Old address → new address, with the file they were read from (None where there is none)."""

    addresses: Mapping[str, str] = field(default_factory=dict)
    file: SeedFile | None = None


def read_redirects(seeds_dir: Path, root: Path, problems: Problems) -> Redirects:
    path = seeds_dir / REDIRECTS_FILE
    file = read_seed(path, shown_path(path, root), problems, KEPT_BYTES) if path.exists() else None
    if not file:
        return Redirects()
    if not isinstance(file.value, dict):
        hint = "write one a line, as old/address: new/address"
        problems.error(file.mark(), f"expected a mapping of addresses, found {shape(file.value)}", hint)
        return Redirects()
    hint = "write it as folder/id or articles/id#claim"
    good = {}
    for old, new in file.value.items():
        if not is_address(old):
            problems.error(file.key_mark(old), f"{quoted(old)} is no address", hint)
        elif not is_address(new):
            shown = quoted(new) if isinstance(new, str) else shape(new)
            problems.error(file.mark(old), f"{shown} is no address", hint)
        else:
            good[old] = new
    return Redirects(good, file)


def addresses(seeds: Seeds, settings: Settings, pages: Iterable[HandWritten] = ()) -> dict[str, str]:
    """The address of every page and claim → its id, key or path."""
    found = {f"{settings.kinds[topic.kind].folder}/{name}": name for name, topic in seeds.topics.items()}
    for folder, group in (("timeline", seeds.events), ("questions", seeds.questions), ("figures", seeds.measures)):
        found |= {f"{folder}/{name}": name for name in group}
    for name, article in seeds.articles.items():
        found[f"articles/{name}"] = name
        found |= {f"articles/{name}#{claim.id}": f"{name}#{claim.id}" for claim in article.record.claims}
    return found | {page.path.removesuffix(".md"): page.path for page in pages}


def check_redirects(redirects: Redirects, known: Mapping[str, str], places: Container[str], problems: Problems) -> None:
    """Only in a dossier whose records could all be read; `places` are the generator's own besides."""
    file = redirects.file
    if not file:
        return
    circles = set[str]()
    for old, new in redirects.addresses.items():
        if old in known or old.removesuffix("/index") in places:
            message = f"{quoted(old)} is a page of its own, and cannot lead elsewhere"
            problems.error(file.key_mark(old), message, "remove the entry, or rename the page")
        if new in known:
            continue
        trail = way(new, known, redirects.addresses)
        if trail[-1] in known:
            hint = f"name {quoted(trail[-1])}, where it leads"
            problems.error(file.mark(old), f"{quoted(new)} is an old address too", hint)
        elif old in trail:
            if old not in circles:  # a circle is told once, at the entry that stands first
                problems.error(file.mark(old), _circle(old, trail), f"{NAME_ANOTHER}, or remove the entry")
            circles.update(trail)
        elif not any(address in redirects.addresses for address in trail):  # else that entry is told
            hint = did_you_mean(new, known) or NAME_ANOTHER
            problems.error(file.mark(old), f"there is no page {quoted(new)}", hint)


def way(address: str, known: Container[str], redirects: Mapping[str, str]) -> list[str]:
    """The addresses that one passes from `address` on, itself the first; the last is known, or leads nowhere new.

    A claim goes along with its page.
    """
    passed = [address]
    while passed[-1] not in known and (leads := _next(passed[-1], redirects)) and leads not in passed:
        passed.append(leads)
    return passed


def _next(address: str, redirects: Mapping[str, str]) -> str:
    page, hash_sign, claim = address.partition("#")
    leads = redirects.get(address) or redirects.get(page, "")
    return leads + hash_sign + claim if leads and address not in redirects and "#" not in leads else leads


def _circle(old: str, trail: Sequence[str]) -> str:
    if trail[0] == old:
        return f"{quoted(old)} leads to itself"
    return f"{quoted(old)} leads in a circle, by {', '.join(map(quoted, trail[: trail.index(old)]))}"


def moved(before: Mapping[str, str], old: str, new: str) -> dict[str, str]:
    """The redirects after what stood at `old` has moved to `new`: no chains, no circles, and claims go along."""

    def now(address: str) -> str:
        page, hash_sign, claim = address.partition("#")
        return new if address == old else f"{new}{hash_sign}{claim}" if page == old else address

    after = {source: now(target) for source, target in before.items()} | {old: new}
    return {source: target for source, target in after.items() if source not in (new, target)}


def write_redirects(mapping: Mapping[str, str]) -> str:
    """The file's text, sorted: the same redirects give the same bytes."""
    return HEAD + (yaml.safe_dump(dict(sorted(mapping.items())), allow_unicode=True, width=1000) if mapping else "{}\n")
