"""The index of each section: all articles, questions, figures, and all topics of a kind."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier import Dossier, Topic
from generator.labels import load_labels
from generator.pages.page import Page, describe, kind_of


def pages(dossier: Dossier) -> Iterator[Page]:
    labels = load_labels(dossier.settings.language)["sections"]
    for name in ("articles", "questions", "figures"):
        yield _index(dossier, name, f"section_{name}", labels[name])
    for name, kind in dossier.settings.kinds.items():
        groups = _by_type(dossier, name)
        yield _index(dossier, kind.folder, "section_topics", kind.plural, groups=groups)


def _index(dossier: Dossier, folder: str, template: str, title: str, **values: object) -> Page:
    described = describe(dossier, "section", title=title, dossier=dossier.settings.title)
    return Page(f"{folder}/index.md", template, title, described, values, kind=kind_of(dossier, "section"))


def _by_type(dossier: Dossier, kind_id: str) -> list[tuple[str, str, list[Topic]]]:
    """Each type of the kind that has topics, with its label, in the order of the kind's types."""
    topics = dossier.topics_of(kind_id)
    types = dossier.settings.kinds[kind_id].types
    groups = [(name, label, [topic for topic in topics if topic.record.type == name]) for name, label in types.items()]
    return [group for group in groups if group[2]]
