"""The timeline: every event by year, none more exact than it is known, with an overview and filters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest

from generator.dossier import Article, Dossier, Event
from generator.drawing.density import density, scales
from generator.exports import CALENDAR
from generator.labels import Labels, load_labels
from generator.pages.event import by_article, is_source
from generator.pages.page import Page, describe, kind_of

MOST_OPTIONS = 300
"""A list of more topics is no choice any more; free text finds them."""
SHOWN_TOPICS = 4
SHOWN_ACCOUNTS = 4
TYPE, TEXT = "type", "q"
"""Names in the address of the filters that are no kind of topic."""


@dataclass(frozen=True)
class Item:
    """An event with what its line shows: who tells it, and the first topics."""

    event: Event
    accounts: Sequence[tuple[Article, int]]
    topics: Sequence[str]
    words: str
    """What its claims say beyond its title, each word once: free text looks there too."""

    @property
    def more_accounts(self) -> int:
        return max(0, len(self.accounts) - SHOWN_ACCOUNTS)

    @property
    def more_topics(self) -> int:
        return max(0, len(self.topics) - SHOWN_TOPICS)


@dataclass(frozen=True)
class Filter:
    """A choice among values that occur: (value, words, number of events)."""

    name: str
    label: str
    options: Sequence[tuple[str, str, int]]


def pages(dossier: Dossier) -> Iterator[Page]:
    labels = load_labels(dossier.settings.language)
    described = describe(
        dossier, "timeline", {"events": (len(dossier.events), "event")}, dossier=dossier.settings.title
    )
    yield Page(
        path="timeline/index.md",
        template="timeline",
        kind=kind_of(dossier, "section"),
        title=labels["sections"]["timeline"],
        description=described,
        scripts=("timeline",),
        values=partial(_values, dossier, labels),
    )


def _values(dossier: Dossier, labels: Labels) -> Mapping[str, object]:
    years: dict[int, list[Item]] = {}
    for event in dossier.events.values():
        accounts = [(article, len(claims)) for article, claims in by_article(event)]
        topics = _mixed(event, dossier)
        years.setdefault(event.record.date.year, []).append(Item(event, accounts, topics, _words(event)))
    return {
        "years": years,
        "calendar": CALENDAR,
        "subscribe": f"webcal:{dossier.address.partition(':')[2]}{CALENDAR}" if dossier.address else "",
        "strip": _strip(dossier, labels, years),
        "bar": _bar(dossier),
        "filters": list(_filters(dossier, labels, years)),
        "shown_accounts": SHOWN_ACCOUNTS,
        "shown_topics": SHOWN_TOPICS,
    }


def _words(event: Event) -> str:
    there = set(event.record.title.split())
    said = (word for claim in event.accounts for word in re.findall(r"[^\W_][\w.-]*\w", claim.text))
    return " ".join(word for word in dict.fromkeys(said) if word not in there)


def _mixed(event: Event, dossier: Dossier) -> list[str]:
    """Its topics, sources left out: of each kind the first, then of each kind the second, and so on."""
    kinds: dict[str, list[str]] = {name: [] for name in dossier.settings.kinds}
    for topic in event.topics:
        if not is_source(dossier, topic):
            kinds[dossier.topics[topic].kind_id].append(topic)
    return [topic for each in zip_longest(*kinds.values()) for topic in each if topic]


def _strip(dossier: Dossier, labels: Labels, years: dict[int, list[Item]]) -> dict[str, str]:
    words, title = labels["timeline"], dossier.settings.title
    counted = {
        year: words["year"].format(year=year, events=labels.count(len(items), "event")) for year, items in years.items()
    }
    return density(
        [event.record.date for event in dossier.events.values()],
        title=words["strip"].format(dossier=title),
        summary="; ".join(counted.values()),
        years=counted,
    )


def _bar(dossier: Dossier) -> str:
    """What a bar of the strip stands for."""
    found = scales([event.record.date for event in dossier.events.values()])
    return "month" if found and found["wide"].parts == 12 else "quarter"


def _filters(dossier: Dossier, labels: Labels, years: dict[int, list[Item]]) -> Iterator[Filter]:
    """One for each kind of topic that is no source, where one can choose among them, and one for the events' types."""
    items = [item for listed in years.values() for item in listed]
    counts = Counter(topic for item in items for topic in item.topics)
    for name, kind in dossier.settings.kinds.items():
        options = [
            (topic.id, topic.record.name, counts[topic.id]) for topic in dossier.topics_of(name) if topic.id in counts
        ]
        if 0 < len(options) <= MOST_OPTIONS:
            yield Filter(f"kind-{name}" if name in (TYPE, TEXT) else name, kind.singular, _by_name(options))
    types = Counter(item.event.record.type for item in items)
    words = dossier.settings.event_types
    if types:
        yield Filter(TYPE, labels["facts"]["type"], _by_name((name, words[name], types[name]) for name in types))


def _by_name(options: Iterable[tuple[str, str, int]]) -> list[tuple[str, str, int]]:
    """As a German reader looks for it: Ö with O."""
    return sorted(
        options, key=lambda option: unicodedata.normalize("NFKD", option[1]).encode("ascii", "ignore").lower()
    )
