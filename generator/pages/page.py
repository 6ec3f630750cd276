"""A page before it is rendered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.dossier import Dossier
from generator.labels import load_labels


@dataclass(frozen=True)
class Page:
    """`path` inside docs/; `template` in templates/ (without its ending), which gets `values`.

    These are worked out when the page is written, from what its dossier is asked then: a page that can stay as it is
    needs none, and which one can is known by what it asked (asked.py). What `pages` works out for several pages at once
    must be one of the Asker's mappings.
    """

    path: str
    template: str
    title: str
    description: str
    values: Callable[[], Mapping[str, object]] = dict
    hide: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    """Of theme/assets/, without their ending, which this page needs beside those that every page has."""
    kind: str = ""
    """What search results call it, e.g. Stützpunkt."""
    citable: bool = True
    """Whether it says something of its own, and so how to cite it."""
    aliases: tuple[str, ...] = ()
    """Other names that lead a search to it."""


def kind_of(dossier: Dossier, kind: str) -> str:
    """What search results call a page that is no topic's."""
    return str(load_labels(dossier.settings.language)["kinds"][kind])


def describe(dossier: Dossier, kind: str, counts: Mapping[str, tuple[int, str]] | None = None, /, **values: str) -> str:
    """A page's description: the label of its kind, filled with `values` and with counted nouns (number, noun)."""
    labels = load_labels(dossier.settings.language)
    counted = {name: labels.count(number, noun) for name, (number, noun) in (counts or {}).items()}
    return str(labels["description"][kind].format(**counted, **values))
