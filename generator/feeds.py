"""Atom feeds: one of the site and one of each topic, an entry an article; kept where pages are published.

An entry's id is the permanent address of what it is about, so a new title, a correction or a withdrawal updates the
entry that readers have; an article or topic that is renamed has another address and thus another entry. As many feed
readers show no update, each correction and withdrawal is an entry of its own in the feed of the site. All moments
come from the seeds. What an entry says stands in feed_entries.py, how a feed is written in atom.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.addresses import folders, page_path, url
from generator.atom import Entry, Feed, atom, newest_first
from generator.dossier import Claim, Dossier
from generator.feed_entries import Entries
from generator.hand_over import FEED_ENDING, HOME, SITE_FEED
from generator.labels import load_labels
from generator.sources import Sources

NEWEST = 100
"""How many articles a feed names at most."""


def feeds(dossier: Dossier, moved: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Path inside docs/ → feed; none where the site's address is not known, since a feed's ids are whole addresses.

    `moved` are old addresses with the new ones: whoever subscribed to a topic under an old one is served there still.
    """
    if not dossier.address:
        return
    entries, title = Entries(dossier), dossier.settings.title
    told = [entries.of_article(article, dossier.by_article[name]) for name, article in dossier.articles.items()]
    yield SITE_FEED, _feed(dossier, title, HOME, SITE_FEED, [*told, *entries.of_changes()])
    words = load_labels(dossier.settings.language)
    old = _moved({topic_feed(dossier, topic) for topic in dossier.topics}, moved, folders(dossier.settings))
    for topic, articles in _concerned(dossier).items():
        path = topic_feed(dossier, topic)
        named = words["feed"]["topic"].format(name=dossier.topics[topic].record.name, dossier=title)
        told = [entries.of_article(dossier.articles[name], claims, topic) for name, claims in articles.items()]
        text = _feed(dossier, named, topic, path, told)
        yield path, text
        for each in old.get(path, ()):
            yield each, text


def _moved(found: set[str], moved: Mapping[str, str], places: tuple[str, ...]) -> dict[str, list[str]]:
    """Path of a feed → the paths that it once had."""
    paths: dict[str, list[str]] = {}
    for old, new in moved.items():
        if f"{new}{FEED_ENDING}" in found and f"{old}{FEED_ENDING}" not in found and old.partition("/")[0] in places:
            paths.setdefault(f"{new}{FEED_ENDING}", []).append(f"{old}{FEED_ENDING}")
    return paths


def _feed(dossier: Dossier, title: str, page: str, path: str, entries: Iterable[Entry]) -> str:
    feed = Feed(
        id=dossier.address + path,
        title=title,
        page=url(dossier, page),
        language=dossier.settings.language,
        author=dossier.settings.title,
        rights=dossier.settings.license,
    )
    return atom(feed, newest_first(entries)[:NEWEST])


def topic_feed(dossier: Dossier, topic: str) -> str:
    """Path of a topic's feed inside docs/."""
    return page_path(dossier, topic).removesuffix(".md") + FEED_ENDING


def _concerned(dossier: Dossier) -> dict[str, dict[str, list[Claim]]]:
    """Topic → the articles that its feed names → the claims that it tells of.

    These are the claims that concern the topic; all, where it published the article or no single claim is about it.
    Withdrawn ones count: their readers are told.
    """
    found: dict[str, dict[str, list[Claim]]] = {topic: {} for topic in dossier.topics}
    for article in dossier.articles.values():
        claims = list(dossier.by_article[article.id])
        for claim in claims:
            for topic in claim.topics:
                found[topic].setdefault(article.id, []).append(claim)
        for topic in article.record.topics:
            found[topic].setdefault(article.id, claims)
        for topic in Sources.published_by(article):
            found[topic][article.id] = claims
    return found
