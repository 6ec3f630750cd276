"""The page that explains the data files: what each holds, its columns, and how to read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from generator import linking
from generator.addresses import DATA_PAGE
from generator.dossier import Dossier
from generator.exports.examples import examples
from generator.exports.package import licence
from generator.exports.tables import tables
from generator.feeds import topic_feed
from generator.labels import load_labels
from generator.pages.page import Page, describe, kind_of


class DataFile(NamedTuple):
    """One content in so many formats; `rows` is None where nothing is counted."""

    name: str
    endings: tuple[str, ...]
    rows: int | None


def pages(dossier: Dossier) -> Iterator[Page]:
    yield Page(
        path=DATA_PAGE,
        template="data",
        kind=kind_of(dossier, "section"),
        title=load_labels(dossier.settings.language)["data"]["title"],
        description=describe(dossier, "data", dossier=dossier.settings.title),
        values=partial(_values, dossier),
    )


def data_files(dossier: Dossier) -> list[DataFile]:
    """All files of the package, as the page lists them."""
    rows = {table.name: len(table.rows) for table in tables(dossier)}
    located = sum(topic.record.coordinates is not None for topic in dossier.topics.values())
    return [
        *(DataFile(name, ("csv", "json"), count) for name, count in rows.items()),
        DataFile("places", ("geojson",), located),
        DataFile("timeline", ("ics",), len(dossier.events)),
        DataFile("dossier", ("json",), sum(rows.values())),
        DataFile("datapackage", ("json",), None),
    ]


def _values(dossier: Dossier) -> Mapping[str, object]:
    topic = max(dossier.topics.values(), key=lambda topic: len(dossier.about.get(topic.id, ())), default=None)
    return {
        "tables": tables(dossier),
        "files": data_files(dossier),
        "licence": licence(dossier.settings.license),
        "examples": examples(dossier),
        "topic": topic,
        "topic_feed": topic_feed(dossier, topic.id) if topic else "",
        "linking": linking.examples(dossier),
    }
