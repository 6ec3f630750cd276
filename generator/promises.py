"""What was published stays: the dossier held against seeds/published.yml, with no git and no other memory.

An address that was released must be there or lead on (an error: nothing is built over dead links). A claim that says
something else must say so with `corrected` (an open problem: one can go on writing, but not publish).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from generator.model import ClaimRecord, Settings
from generator.parsing import Seeds
from generator.problems import Mark, Problems, counted, quoted
from generator.published import (
    RESTORE,
    Correction,
    Earlier,
    Entry,
    Published,
    correction,
    fact_hashes,
    said_hash,
    write_published,
)
from generator.reading import Where
from generator.redirects import addresses, way
from generator.resolve.backlinks import HandWritten


@dataclass(frozen=True)
class ClaimSeed:
    """A claim that is on the site, with its place."""

    record: ClaimRecord
    where: Where
    withdrawn: bool


@dataclass(frozen=True)
class Standing:
    """What stands on the site now, by address: all of it, and the claims. Drafts are not on it."""

    known: frozenset[str]
    claims: Mapping[str, ClaimSeed]
    redirects: Mapping[str, str]

    def now(self, address: str) -> str:
        """Where that is which once stood there: itself, or what it leads to; an empty string where it is nowhere."""
        last = way(address, self.known, self.redirects)[-1]
        return last if last in self.known else ""


def standing(seeds: Seeds, settings: Settings, pages: Iterable[HandWritten], redirects: Mapping[str, str]) -> Standing:
    claims, drafts = {}, set()
    for name, article in seeds.articles.items():
        for at, claim in enumerate(article.record.claims):
            address = f"articles/{name}#{claim.id}"
            if claim.text:
                gone = bool(claim.withdrawn or article.record.withdrawn)
                claims[address] = ClaimSeed(claim, article.where("claims", at), gone)
            else:
                drafts.add(address)
    return Standing(frozenset(addresses(seeds, settings, pages).keys() - drafts), claims, redirects)


def check_promises(published: Published, there: Standing, problems: Problems) -> None:
    """Only in a dossier whose records could all be read."""
    for address, entry in published.entries.items():
        assert published.file  # noqa: S101 - the entries were read from it
        now, page = there.now(address), address.partition("#")[0]
        if now:
            if now in there.claims and (now == address or now not in published.entries):
                _check_claim(entry, there.claims[now], partial(published.file.key_mark, address), problems)
        elif page == address or there.now(page):  # where a whole page is gone, its claims need not be named
            problems.error(
                published.file.key_mark(address), f"{quoted(address)} was published, and is gone", _way(page)
            )


def _way(page: str) -> str:
    withdraw = " (withdrawn: {date, reason} where it no longer holds)" if page.startswith("articles/") else ""
    return f"put it back{withdraw}, or say in redirects.yml where it leads, as dossier rename does"


def _check_claim(entry: Entry, claim: ClaimSeed, recorded: Where, problems: Problems) -> None:
    if claim.withdrawn or not entry.hash:
        return
    name, notice = f"claim {quoted(claim.record.id)}", correction(claim.record.corrected)
    if not entry.still_said(claim.record):
        if not notice:
            hint = "give it corrected: {date, reason}, or restore what it said"
            problems.open(claim.where(), f"{name} has changed since it was published", hint)
        elif not _is_new(notice, entry.corrected):
            message = f"{name} has changed again since it was published, corrected on {entry.corrected.date}"  # type: ignore[union-attr]  # else it is new
            problems.open(claim.where(), message, "give corrected the new date and reason, or restore what it said")
    elif entry.hash and entry.corrected and not notice:
        message = f"{name} was published as corrected on {entry.corrected.date}, and says so no longer"
        problems.open(claim.where(), message, "put corrected: {date, reason} back")
    elif entry.text != claim.record.text and "[" not in claim.record.text:  # links may show other words by now
        problems.error(recorded(), f"the words recorded of {name} are not those that were published", RESTORE)


def _is_new(notice: Correction, released: Correction | None) -> bool:
    return not released or (notice != released and notice.date >= released.date)


@dataclass(frozen=True)
class Update:
    """The inventory as a release leaves it: how many addresses are new in it, and of how many claims it says more."""

    entries: Mapping[str, Entry]
    added: int
    changed: int

    @property
    def content(self) -> bytes:
        return write_published(self.entries).encode()

    @property
    def words(self) -> str:
        """An empty string where nothing is new."""
        added = "1 new address" if self.added == 1 else f"{self.added} new addresses" if self.added else ""
        changed = f"{counted(self.changed, 'claim')} changed" if self.changed else ""
        return ", ".join(filter(None, (added, changed)))


def updated(published: Published, there: Standing, shown: Callable[[str], str]) -> Update:
    """What is on the site added, and what was corrected taken over; nothing is ever taken out.

    `shown` gives the words of the claim at an address as readers see them.
    """
    entries, before = dict(published.entries), last_released(published, there)
    for address in sorted(there.known):
        if address in there.claims:
            entries[address] = released(before.get(address), there.claims[address], shown(address))
        else:
            entries.setdefault(address, Entry())
    changed = sum(entries[address] != entry for address, entry in published.entries.items())
    return Update(entries, len(entries) - len(published.entries), changed)


def check_up_to_date(path: str, published: Published, update: Update, hint: str, problems: Problems) -> None:
    """What is to be published must be recorded before: where it is published, nothing can be committed."""
    if not published.file:
        problems.error(Mark(path), "nothing is recorded as published yet", hint)
    elif update.words:
        problems.error(published.file.mark(), f"{update.words} since the last release", hint)


def last_released(published: Published, there: Standing) -> dict[str, Entry]:
    """What each claim said last, if only while it stood elsewhere; where two became one, that which still holds."""
    moved: dict[str, list[Entry]] = {}
    for old, entry in published.entries.items():
        now = there.now(old)
        if entry.hash and now in there.claims and now not in published.entries:
            moved.setdefault(now, []).append(entry)
    return dict(published.entries) | {
        now: min(entries, key=lambda entry: not entry.still_said(there.claims[now].record))
        for now, entries in moved.items()
    }


def released(before: Entry | None, claim: ClaimSeed, text: str) -> Entry:
    """The entry of a claim as a release leaves it; `text` is what readers see."""
    fresh = Entry(
        hash=said_hash(claim.record),
        text=text,
        facts=fact_hashes(claim.record),
        corrected=correction(claim.record.corrected),
    )
    if not before or not before.hash:
        return fresh
    if claim.withdrawn:
        return before
    same = before.still_said(claim.record)
    past = before.before
    if not same or _further(fresh.corrected, before.corrected):
        past = (*past, Earlier(hash=before.hash, text=before.text, corrected=before.corrected))
    return fresh.model_copy(update={"text": before.text if same else text, "before": past})


def _further(notice: Correction | None, released: Correction | None) -> bool:
    """Whether it is another correction, and not the one that was released in other words."""
    return bool(notice and released and notice.date > released.date)
