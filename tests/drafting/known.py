"""Seeds made of a few topics and events, without files."""

from typing import Any, cast

from generator.model import ArticleRecord, EventRecord, Settings, TopicRecord
from generator.parsing import Seed, Seeds
from generator.reading import SeedFile

SETTINGS = {
    "title": "T",
    "scope": "S",
    "license": "L",
    "kinds": {
        "actor": {"folder": "actors", "singular": "Akteur", "plural": "Akteure"},
        "place": {"folder": "places", "singular": "Ort", "plural": "Orte", "traits": ["located"]},
        "outlet": {"folder": "outlets", "singular": "Medium", "plural": "Medien", "traits": ["source"]},
    },
    "event_types": {"t": "T"},
    "statuses": {},
}
NO_FILE = cast("SeedFile", None)


def topic(name: str, kind: str = "actor", **fields: Any) -> tuple[str, TopicRecord]:
    return kind, TopicRecord.model_validate({"name": name, "type": "body", **fields})


def person(name: str, *aliases: str) -> tuple[str, TopicRecord]:
    return topic(name, type="person", aliases=list(aliases))


def seeds(
    topics: dict[str, tuple[str, TopicRecord]],
    events: dict[str, dict[str, Any]] | None = None,
    articles: dict[str, dict[str, Any]] | None = None,
) -> Seeds:
    return Seeds(
        settings=Seed("", Settings.model_validate(SETTINGS), NO_FILE),
        topics={name: Seed(name, record, NO_FILE, (), kind) for name, (kind, record) in topics.items()},
        events={n: Seed(n, EventRecord.model_validate({"type": "t", **e}), NO_FILE) for n, e in (events or {}).items()},
        articles={n: Seed(n, ArticleRecord.model_validate(a), NO_FILE) for n, a in (articles or {}).items()},
    )
