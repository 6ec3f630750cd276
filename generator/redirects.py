"""`seeds/redirects.yml`: addresses that pages and claims once had, each with the one it has now; kept by commands.

An address is a page's path without its ending (`actors/qassem-soleimani`), that of a claim has its id behind a `#`
(`articles/2020-01-parlament#abzug`). Each entry leads to a page that is there, never to another entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from generator.faults import shape
from generator.model import Settings
from generator.parsing import Seeds
from generator.problems import Problems, did_you_mean, quoted
from generator.reading import SeedFile, read_seed, shown_path
from generator.resolve.backlinks import HandWritten

REDIRECTS_FILE = "redirects.yml"
HEAD = "# Kept by `dossier rename`: where pages and claims stood before, and where they stand now.\n"
ADDRESS = r"[^\s/#][^\s#]*(#[^\s#]+)?"


@dataclass(frozen=True)
class Redirects:
    """Old address → new address, with the file they were read from (None where there is none)."""

    addresses: Mapping[str, str] = field(default_factory=dict)
    file: SeedFile | None = None


def read_redirects(seeds_dir: Path, root: Path, problems: Problems) -> Redirects:
    path = seeds_dir / REDIRECTS_FILE
    file = read_seed(path, shown_path(path, root), problems) if path.exists() else None
    if not file:
        return Redirects()
    if not isinstance(file.value, dict):
        hint = "write one a line, as old/address: new/address"
        problems.error(file.mark(), f"expected a mapping of addresses, found {shape(file.value)}", hint)
        return Redirects()
    hint = "write it as folder/id or articles/id#claim"
    good = {}
    for old, new in file.value.items():
        if not re.fullmatch(ADDRESS, old):
            problems.error(file.key_mark(old), f"{quoted(old)} is no address", hint)
        elif not isinstance(new, str) or not re.fullmatch(ADDRESS, new):
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


def check_redirects(redirects: Redirects, known: Mapping[str, str], problems: Problems) -> None:
    """Only in a dossier whose records could all be read."""
    file = redirects.file
    if not file:
        return
    for old, new in redirects.addresses.items():
        if old in known:
            message = f"{quoted(old)} is a page of its own, and cannot lead elsewhere"
            problems.error(file.key_mark(old), message, "remove the entry, or rename the page")
        if new not in known:
            further = redirects.addresses.get(new)
            hint = f'it leads on to "{further}"; name that' if further else did_you_mean(new, known)
            message = f"there is no page {quoted(new)}"
            problems.error(file.mark(old), message, hint or "name the address of a page that is there")


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
