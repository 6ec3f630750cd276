"""The index of each section: all articles, questions, figures, and all topics of a kind."""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier import Dossier, Topic
from generator.labels import load_labels
from generator.model import Kind
from generator.pages.page import Page


def pages(dossier: Dossier) -> Iterator[Page]:
    labels = load_labels(dossier.settings.language)["sections"]
    title = dossier.settings.title
    for name in ("articles", "questions", "figures"):
        label = labels[name]
        yield Page(f"{name}/index.md", f"section_{name}", label, f"{label} im Dossier „{title}“.")
    for kind_id, kind in dossier.settings.kinds.items():
        yield Page(
            path=f"{kind.folder}/index.md",
            template="section_topics",
            title=kind.plural,
            description=f"{kind.plural} im Dossier „{title}“.",
            values={"kind": kind, "groups": _by_type(kind, dossier.topics_of(kind_id))},
        )


def _by_type(kind: Kind, topics: list[Topic]) -> dict[str, list[Topic]]:
    """Label of the type → its topics, in the order of the kind's types."""
    groups = {label: [t for t in topics if t.record.type == name] for name, label in kind.types.items()}
    return {label: group for label, group in groups.items() if group}
