"""The whole run, told once: seeds → read, parse → resolve → pages → render → sync → docs/.

Only `generate` writes, only inside docs/, and only when no error stands.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Never

from generator.addresses import folders
from generator.corrections import revisions
from generator.docs_before import DocsBefore
from generator.dossier import Dossier, watched
from generator.drawing.kept_drawings import drawings_kept
from generator.drawing.pictures import pictures
from generator.exports import exports
from generator.feeds import feeds
from generator.hand_over import HOME, JSON_LD_FILE, MOVED_FILE, REFS_FILE
from generator.hand_written import hand_written_pages, resolved_refs
from generator.incremental.workers import aside
from generator.inventory import LINKS, inventory, link_list
from generator.json_ld import json_ld, json_ld_text
from generator.kept import Kept
from generator.kept_templates import templates_kept
from generator.moved import moved_claims, moved_pages, moved_text
from generator.page_files import Last, page_files
from generator.pages import pages
from generator.pages.page import Page
from generator.parsing import Seeds, parse_seeds
from generator.problems import Problems
from generator.promises import Standing, check_promises, standing
from generator.published import Published, read_published
from generator.redirects import Redirects, addresses, check_redirects, read_redirects
from generator.render import environment
from generator.resolve import resolve
from generator.resolve.backlinks import HandWritten
from generator.site_address import site_address
from generator.sync import File, Synced, hash_at, hash_of, sync, whole
from generator.to_do import to_dos
from generator.verification.lock import Lock, load_lock
from generator.waiting import waiting_rooms


@dataclass(frozen=True)
class Project:
    """The folder of a dossier; everything in it has its fixed place."""

    root: Path

    @property
    def seeds(self) -> Path:
        return self.root / "seeds"

    @property
    def kept(self) -> Kept:
        """What the last run left for the next."""
        return Kept(self.root / ".docs-state")

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    @property
    def site(self) -> Path:
        return self.root / "site"


@dataclass(frozen=True)
class Loaded:
    """A dossier with what it was made from, and the hand-written pages around it."""

    dossier: Dossier
    hand_written: list[HandWritten]
    seeds: Seeds
    lock: Lock
    redirects: Redirects
    published: Published
    standing: Standing


def load(project: Project, problems: Problems, kept: Kept | None = None) -> Loaded | None:
    """Reads, parses and resolves; None where an error stands. Writes nothing but what is `kept` for the next run."""
    with everything_stays():
        seeds = parse_seeds(project.seeds, project.root, problems, kept)
        return linked(project, seeds, load_lock(project.seeds, project.root, problems), problems, kept)


@contextmanager
def everything_stays() -> Iterator[None]:
    """Nothing that is loaded is garbage; to look for some again and again, as it grows, would take time for nothing.

    Nor is more than a little of what is made from it for the run: that refers to the dossier, not the other way round.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def linked(project: Project, seeds: Seeds, lock: Lock, problems: Problems, kept: Kept | None = None) -> Loaded | None:
    """The second half of `load`: parsed records, with everything around them, as a dossier."""
    redirects = read_redirects(project.seeds, project.root, problems)
    published = read_published(project.seeds, project.root, problems, kept)
    if not seeds.settings:
        return None
    settings = seeds.settings.record
    hand_written = hand_written_pages(project.docs, project.root, folders(settings), problems)
    there = standing(seeds, settings, hand_written, redirects.addresses)
    all_read = not problems.errors
    dossier = resolve(seeds, settings, lock, hand_written, problems, kept)
    if all_read:  # links to what is gone, which now lead nowhere, must not hide that it was promised
        places = {*folders(settings), HOME.removesuffix(".md")}
        check_redirects(redirects, addresses(seeds, settings, hand_written), places, problems)
        check_promises(published, there, problems)
    if not dossier:
        return None
    problems.extend(to_dos(seeds))
    if problems.errors:
        return None
    whole = replace(
        dossier,
        address=site_address(project.root),
        moved_claims=moved_claims(there),
        revisions=revisions(published, there, dossier),
    )
    return Loaded(whole, hand_written, seeds, lock, redirects, published, there)


def rendered(loaded: Loaded) -> dict[str, str]:
    """Path inside docs/ → text, for every file of the generator's that is text."""
    dossier = watched(loaded.dossier)
    made = list(pages(dossier))
    with waiting_rooms() as room:
        files, graph = page_files(dossier, made, room)
        texts = {path: file.content() for path, file in files.items()} | dict(_beside(loaded, made))
    found = {path: text.decode() for path, text in texts.items()}
    return found | {REFS_FILE: resolved_refs(loaded.hand_written, loaded.dossier, graph)}


def _beside(loaded: Loaded, made: Sequence[Page]) -> Iterator[tuple[str, bytes]]:
    """The texts beside the pages that need nothing of these but what they are, one by one."""
    dossier = loaded.dossier
    yield LINKS, link_list(made, dossier)
    yield from exports(dossier)
    yield from ((path, text.encode()) for path, text in feeds(dossier, loaded.redirects.addresses))
    if told := json_ld(dossier, made, (page.path for page in loaded.hand_written)):
        yield JSON_LD_FILE, json_ld_text(told)
    if moved := moved_pages(dossier, loaded.standing, loaded.published.entries):
        yield MOVED_FILE, moved_text(moved).encode()


def generate(project: Project, problems: Problems) -> Synced | None:
    """Brings docs/ in line with seeds/; None, with docs/ as it was, where an error stands."""
    with everything_stays():
        loaded = load(project, problems, project.kept)
        return write_docs(project, loaded, problems) if loaded else None


def write_docs(project: Project, loaded: Loaded, problems: Problems, before: DocsBefore | None = None) -> Synced | None:
    """Brings docs/ in line with what has been loaded; None where that is not possible.

    `before` is told what is about to be lost; without it, a disk that refuses leaves some of docs/ written.
    """
    dossier, docs, hashed = watched(loaded.dossier), project.docs, cache(hash_at)
    with (
        everything_stays(),
        waiting_rooms(docs if docs.is_dir() else None) as room,
        drawings_kept(project.kept),
        templates_kept(project.kept, environment()),
    ):
        made, waiting = list(pages(dossier)), room()

        def beside(_: Sequence[Never]) -> Iterator[tuple[str, str, int, int]]:
            drawn = pictures(dossier.settings) | inventory(made, loaded.dossier)
            for path, content in chain(_beside(loaded, made), drawn.items()):
                yield path, hash_of(content), *waiting.add(content)

        with aside(beside, []) as found:
            files, graph = page_files(dossier, made, room, Last(docs, project.kept, hashed))
            files[REFS_FILE] = whole(resolved_refs(loaded.hand_written, dossier, graph))
            files |= {path: File(digest, waiting.piece(*place)) for path, digest, *place in found()}
        return sync(files, docs, folders(dossier.settings), problems, hashed, before)
