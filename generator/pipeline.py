"""The whole run, told once: seeds → read, parse → resolve → pages → render → sync → docs/.

Only `generate` writes, only inside docs/, and only when no error stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.addresses import HOME, folders
from generator.corrections import revisions
from generator.dossier import Dossier
from generator.drawing.pictures import pictures
from generator.exports import exports
from generator.feeds import feeds
from generator.hand_written import REFS_FILE, hand_written_pages, resolved_refs
from generator.inventory import LINKS, inventory, link_list
from generator.json_ld import JSON_LD_FILE, json_ld, json_ld_text
from generator.moved import MOVED_FILE, moved_claims, moved_pages, moved_text
from generator.pages import pages
from generator.pages.page import Page
from generator.parsing import Seeds, parse_seeds
from generator.problems import Problems
from generator.promises import Standing, check_promises, standing
from generator.published import Published, read_published
from generator.redirects import Redirects, addresses, check_redirects, read_redirects
from generator.render import draft, finished, links_between
from generator.resolve import resolve
from generator.resolve.backlinks import HandWritten
from generator.site_address import site_address
from generator.sync import Synced, sync
from generator.to_do import to_dos
from generator.verification.lock import Lock, load_lock


@dataclass(frozen=True)
class Project:
    """The folder of a dossier; everything in it has its fixed place."""

    root: Path

    @property
    def seeds(self) -> Path:
        return self.root / "seeds"

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


def load(project: Project, problems: Problems) -> Loaded | None:
    """Reads, parses and resolves; None where an error stands. Writes nothing."""
    seeds = parse_seeds(project.seeds, project.root, problems)
    return linked(project, seeds, load_lock(project.seeds, project.root, problems), problems)


def linked(project: Project, seeds: Seeds, lock: Lock, problems: Problems) -> Loaded | None:
    """The second half of `load`: parsed records, with everything around them, as a dossier."""
    redirects = read_redirects(project.seeds, project.root, problems)
    published = read_published(project.seeds, project.root, problems)
    if not seeds.settings:
        return None
    settings = seeds.settings.record
    hand_written = hand_written_pages(project.docs, project.root, folders(settings), problems)
    there = standing(seeds, settings, hand_written, redirects.addresses)
    all_read = not problems.errors
    dossier = resolve(seeds, settings, lock, hand_written, problems)
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


def rendered(loaded: Loaded, made: Sequence[Page] = ()) -> dict[str, str]:
    """Path inside docs/ → text, for every file of the generator's that is text; `made` are its pages, if there yet."""
    made = made or list(pages(loaded.dossier))
    drafts = [draft(page, loaded.dossier) for page in made]
    graph = links_between(drafts)
    texts = {each.page.path: finished(each, graph) for each in drafts}
    texts[LINKS] = link_list(made, loaded.dossier)
    texts |= exports(loaded.dossier)
    texts |= feeds(loaded.dossier, loaded.redirects.addresses)
    texts[REFS_FILE] = resolved_refs(loaded.hand_written, loaded.dossier, graph)
    if told := json_ld(loaded.dossier, made, (page.path for page in loaded.hand_written)):
        texts[JSON_LD_FILE] = json_ld_text(told)
    if moved := moved_pages(loaded.dossier, loaded.standing, loaded.published.entries):
        texts[MOVED_FILE] = moved_text(moved)
    return texts


def generate(project: Project, problems: Problems) -> Synced | None:
    """Brings docs/ in line with seeds/; None, with docs/ as it was, where an error stands."""
    loaded = load(project, problems)
    return write_docs(project, loaded, problems) if loaded else None


def write_docs(project: Project, loaded: Loaded, problems: Problems) -> Synced | None:
    """Brings docs/ in line with what has been loaded; None, with docs/ as it was, where that is not possible."""
    settings = loaded.dossier.settings
    made = list(pages(loaded.dossier))
    texts, listed = rendered(loaded, made), inventory(made, loaded.dossier)
    wanted: dict[str, str | bytes] = {**texts, **pictures(settings), **listed}
    return sync(wanted, project.docs, folders(settings), project.docs.name, problems)
