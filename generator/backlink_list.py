"""The pages that link to a page, as it lists them: by their kind, each with the sentences that link.

What the page shows anyway is not told again: of sentences there is their number, and where one of its sections lists
linking pages there is the way to that section, with how many they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from generator.addresses import page_at
from generator.digests import Digests
from generator.dossier import Backlink, Claim, Dossier
from generator.labels import load_labels
from generator.link_graph import LinkGraph

T = TypeVar("T")

_LISTS = frozenset(
    {"_artikel", "_veroeffentlicht", "_darstellungen", "_zeitleiste", "_fragen", "_zahlen", "_themen", "_nachbarn"}
)
"""The sections that list pages, wherever there are any."""


@dataclass(frozen=True, slots=True)
class LinkingPage:
    """`source` is its id, or the path of a page that has none."""

    source: str
    links: tuple[Backlink, ...]
    """Sentences that link and stand on this page nowhere else."""
    claims: tuple[Claim, ...]
    """Those that link and stand on this page as well."""


@dataclass(frozen=True, slots=True)
class Above:
    """A section of the page that lists so many of the pages that link to it; the first has no heading to name."""

    anchor: str
    heading: str
    number: int


@dataclass(slots=True)
class Linking:
    """`groups`: what a kind of page is called → the pages, with sentences and without; `overviews`: path → title."""

    above: list[Above] = field(default_factory=list)
    groups: dict[str, tuple[list[LinkingPage], list[LinkingPage]]] = field(default_factory=dict)
    overviews: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.above or self.groups or self.overviews)


def linking_pages(dossier: Dossier, graph: LinkGraph, path: str) -> Linking:
    """Whoever links to the page at `path`."""
    pages = _Pages(dossier, graph)
    found, target = Linking(), pages.name(path)
    shown = pages.shown(target)
    sentences: dict[str, list[Backlink]] = {}
    for link in dossier.backlinks.get(target, ()):
        if link.claim not in shown:
            sentences.setdefault(link.source, []).append(link)
    sources = {pages.name(linking): linking for linking in graph.linking.get(path, ())}
    found.above, listed = _above(dossier, graph, path, target, sources)
    links = shown | {link.claim for link in dossier.backlinks.get(target, ())}
    kinds = _kinds(dossier)
    groups: dict[str, tuple[list[LinkingPage], list[LinkingPage]]] = {kind: ([], []) for kind in kinds}
    for source in dict.fromkeys([*sources, *sentences]):
        told = tuple(sentences.get(source, ()))
        if not told and source in listed:
            continue
        if not told and source.endswith(".md"):
            found.overviews[source] = graph.titles[source]
        else:
            keys = (links & pages.shown(source)) - {link.claim for link in told}
            claims = sorted(map(dossier.claims.__getitem__, keys), key=lambda claim: (claim.record.p, claim.key))
            groups[_kind(dossier, source, kinds)][not told].append(LinkingPage(source, told, tuple(claims)))
    found.groups = {kind: pages for kind, pages in groups.items() if any(pages)}
    return found


def around(dossier: Dossier, graph: LinkGraph, path: str) -> str:
    """A digest of all that `linking_pages` neither asks the dossier for nor finds in the page's own sections."""
    pages = _Pages(dossier, graph)
    linking = [(each, pages.name(each), graph.titles[each]) for each in graph.linking.get(path, ())]
    told = [link.source for link in pages.backlinks(path)]
    names = dict.fromkeys([pages.name(path), *(name for _, name, _ in linking), *told])
    return Digests().of([linking, [(name, pages.shows(name)) for name in names]])


@dataclass(frozen=True)
class _Pages:
    """What each page is called and shows: found out once, and not noted as asked, since it is part of `around`."""

    dossier: Dossier
    graph: LinkGraph

    def name(self, path: str) -> str:
        return self.graph.once("name", path, self._unnoted(page_at))

    def shown(self, name: str) -> frozenset[str]:
        return self.graph.once("shown", name, self._unnoted(_shown))

    def shows(self, name: str) -> str:
        """A digest of what is shown."""
        return self.graph.once("digest", name, lambda name: Digests().of(sorted(self.shown(name))))

    def backlinks(self, path: str) -> tuple[Backlink, ...]:
        with self.dossier.asker.unnoted():
            return self.dossier.backlinks.get(self.name(path), ())

    def _unnoted(self, find: Callable[[Dossier, str], T]) -> Callable[[str], T]:
        def found(name: str) -> T:
            with self.dossier.asker.unnoted():
                return find(self.dossier, name)

        return found


def _above(
    dossier: Dossier, graph: LinkGraph, path: str, page: str, sources: dict[str, str]
) -> tuple[list[Above], set[str]]:
    """The sections that list linking pages, and which pages these are."""
    listed, found = set[str](), list[Above]()
    facts = page in dossier.events or page in dossier.articles
    for number, section in enumerate(graph.sections.get(path, ())):
        if section.anchor in _LISTS or (facts and not number):
            here = {source for source, linking in sources.items() if linking in section.listed}
            if here - listed:
                found.append(Above(section.anchor, section.heading if number else "", len(here)))
                listed |= here
    return found, listed


def _shown(dossier: Dossier, target: str) -> frozenset[str]:
    """The claims that a page shows, each with the way to its article, or as that article."""
    return frozenset(claim.key for claim in _claims(dossier, target) if not claim.withdrawn)


def _claims(dossier: Dossier, target: str) -> Iterator[Claim]:
    yield from dossier.about.get(target, ())
    yield from dossier.by_article.get(target, ())
    if target in dossier.events:
        yield from dossier.events[target].accounts
    if target in dossier.questions:
        yield from (claim for _, claim in dossier.questions[target].answers)
    if target in dossier.measures:
        yield from (figure.claim for figure in dossier.measures[target].figures)


def _kinds(dossier: Dossier) -> list[str]:
    """What kinds of pages are called, in the order of their groups."""
    labels = load_labels(dossier.settings.language)
    sections, words = labels["sections"], labels["backlinks"]
    topics = [kind.plural for kind in dossier.settings.kinds.values()]
    return [sections["articles"], words["events"], sections["questions"], sections["figures"], *topics, words["pages"]]


def _kind(dossier: Dossier, source: str, kinds: Sequence[str]) -> str:
    if topic := dossier.topics.get(source):
        return topic.kind.plural
    groups = (dossier.articles, dossier.events, dossier.questions, dossier.measures)
    return kinds[next((number for number, group in enumerate(groups) if source in group), -1)]
