"""All pages of a dossier. One kind of page: one module, one template, one line here, one golden case."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier import Dossier
from generator.drawing.map_topics import standings
from generator.pages import article, corrections, data, event, figure, home, question, search, section, timeline, topic
from generator.pages.page import Page

KINDS = (home, article, topic, timeline, event, question, figure, section, search, data, corrections)


def pages(dossier: Dossier) -> Iterator[Page]:
    standings(dossier)
    for kind in KINDS:
        yield from kind.pages(dossier)
