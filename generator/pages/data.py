"""The page that explains the data files: what each holds, its columns, and how to read it."""

from __future__ import annotations

from collections.abc import Iterator

from generator import linking
from generator.addresses import DATA_PAGE
from generator.dossier import Dossier
from generator.exports.examples import examples
from generator.exports.package import licence
from generator.exports.tables import tables
from generator.feeds import topic_feed
from generator.labels import load_labels
from generator.pages.page import Page, describe, kind_of

Files = list[tuple[str, tuple[str, ...], int | None]]
"""Name, endings and number of rows, if there are any."""


def pages(dossier: Dossier) -> Iterator[Page]:
    found = tables(dossier)
    located = sum(topic.record.coordinates is not None for topic in dossier.topics.values())
    files: Files = [(table.name, ("csv", "json"), len(table.rows)) for table in found]
    files += [("places", ("geojson",), located), ("timeline", ("ics",), len(dossier.events))]
    files += [("dossier", ("json",), sum(len(table.rows) for table in found)), ("datapackage", ("json",), None)]
    topic = max(dossier.topics.values(), key=lambda topic: len(dossier.about.get(topic.id, ())), default=None)
    yield Page(
        path=DATA_PAGE,
        template="data",
        kind=kind_of(dossier, "section"),
        title=load_labels(dossier.settings.language)["data"]["title"],
        description=describe(dossier, "data", dossier=dossier.settings.title),
        values={
            "tables": found,
            "files": files,
            "licence": licence(dossier.settings.license),
            "examples": examples(dossier),
            "topic": topic,
            "topic_feed": topic_feed(dossier, topic.id) if topic else "",
            "linking": linking.examples(dossier),
        },
    )
