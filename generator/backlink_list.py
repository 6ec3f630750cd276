"""The pages that link to a page, as it lists them: by their kind, each with the sentences that link."""

from __future__ import annotations

from dataclasses import dataclass

from generator.addresses import page_at
from generator.dossier import Backlink, Dossier
from generator.labels import load_labels


@dataclass(frozen=True)
class LinkingPage:
    """`source` is its id, or the path of a page that has none."""

    source: str
    links: tuple[Backlink, ...]


def linking_pages(dossier: Dossier, path: str) -> dict[str, list[LinkingPage]]:
    """What the kind of page is called → the pages; what the page at `path` shows anyway is not told again."""
    target = page_at(dossier, path)
    links = dossier.backlinks.get(target, ())
    if any(link.claim for link in links):
        shown = _shown(dossier, target)
        links = tuple(link for link in links if link.claim not in shown)
    by_source: dict[str, list[Backlink]] = {}
    for link in links:
        by_source.setdefault(link.source, []).append(link)
    groups: dict[str, list[LinkingPage]] = {}
    for source, told in by_source.items():
        groups.setdefault(_kind(dossier, source), []).append(LinkingPage(source, tuple(told)))
    return groups


def _shown(dossier: Dossier, target: str) -> set[str]:
    """The claims that a page shows as facts, each with the way to its article."""
    claims = list(dossier.about.get(target, ()))
    if target in dossier.events:
        claims += dossier.events[target].accounts
    if target in dossier.questions:
        claims += (claim for _, claim in dossier.questions[target].answers)
    if target in dossier.measures:
        claims += (figure.claim for figure in dossier.measures[target].figures)
    return {claim.key for claim in claims}


def _kind(dossier: Dossier, source: str) -> str:
    labels = load_labels(dossier.settings.language)
    if topic := dossier.topics.get(source):
        return topic.kind.plural
    name = "articles" if source in dossier.articles else "questions" if source in dossier.questions else ""
    return str(labels["sections"][name] if name else labels["backlinks"]["pages"])
