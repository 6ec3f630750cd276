"""What was corrected or withdrawn: each claim and article with all that became of it, for the page and the feeds.

What a claim said before is taken from seeds/published.yml as a release would leave it, so that the release itself
changes nothing of what is shown. The words of what was withdrawn are not repeated.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.dates import parse_when
from generator.dossier import Article, Claim, Dossier, Revision
from generator.model import Notice
from generator.promises import Standing, last_released, released
from generator.published import Correction, Entry, Published


@dataclass(frozen=True, slots=True)
class Changed:
    """A claim, or an article as a whole, that was corrected or withdrawn."""

    article: Article
    claim: Claim | None
    revisions: tuple[Revision, ...]
    """The oldest first; of an article only the last is known."""
    withdrawn: Notice | None

    @property
    def newest(self) -> Notice:
        notices = [*([self.withdrawn] if self.withdrawn else []), *(step.notice for step in reversed(self.revisions))]
        return max(notices, key=lambda notice: notice.date.sort_key)


def changed(dossier: Dossier) -> list[Changed]:
    """What changed last comes first; on one day in the order of the articles."""
    return sorted(_changed(dossier), key=lambda each: each.newest.date.sort_key, reverse=True)


def _changed(dossier: Dossier) -> Iterator[Changed]:
    for article in dossier.articles.values():
        record = article.record
        whole = (Revision(record.corrected, "", ""),) if record.corrected else ()
        if whole or record.withdrawn:
            yield Changed(article, None, whole, record.withdrawn)
        for claim in dossier.by_article[article.id]:
            steps = dossier.revisions.get(claim.key, ())
            if steps or claim.record.withdrawn:
                yield Changed(article, claim, steps, claim.record.withdrawn)


def revisions(published: Published, there: Standing, dossier: Dossier) -> dict[str, tuple[Revision, ...]]:
    """Claim key → its corrections, those that are not released yet included."""
    found, before = {}, last_released(published, there)
    for address, claim in there.claims.items():
        entry = published.entries.get(address)
        if claim.record.corrected or (entry and (entry.corrected or entry.before)):
            key = address.removeprefix("articles/")
            left = released(before.get(address), claim, dossier.claims[key].text)
            if steps := tuple(_steps(left, withdrawn=claim.withdrawn)):
                found[key] = steps
    return found


def _steps(entry: Entry, *, withdrawn: bool) -> Iterator[Revision]:
    states = [("", None), *((each.text, each.corrected) for each in entry.before), (entry.text, entry.corrected)]
    for (before, _), (after, corrected) in pairwise(states):
        if corrected:  # else it was never corrected, or says something else by now without saying so
            yield Revision(_notice(corrected), *(("", "") if withdrawn else (before, after)))


def _notice(correction: Correction) -> Notice:
    return Notice.model_construct(date=parse_when(correction.date), reason=correction.reason)
