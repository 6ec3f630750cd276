"""The types of the fields say where ids and prose stand."""

import ast
import inspect
from typing import Any

from generator import model
from generator.desk.id_uses import id_uses
from generator.fields import HoldsRefs, RefersTo
from generator.model import ArticleRecord, ClaimRecord, EventRecord, MeasureRecord, QuestionRecord, TopicRecord
from generator.resolve import references

CLAIM: dict[str, Any] = {
    "id": "eins",
    "p": ["1"],
    "text": "Prosa",
    "by": ["topic-1", '"Ein Offizier"'],
    "via": "topic-2",
    "event": ["event-1", "event-2"],
    "topics": ["topic-3"],
    "figure": {"measure": "measure-1", "value": "3"},
    "answers": [{"question": "question-1", "position": "ja"}],
    "status": {"of": "topic-4", "is": "tot"},
    "role": [{"of": "topic-5", "is": "Sprecher", "at": "topic-6"}],
    "relation": {"of": "topic-7", "is": "leads", "to": "topic-8"},
    "quote": "Prosa",
}


def uses(record: type[Any], value: dict[str, Any]) -> set[str]:
    """The values found, prose as `prose`; each stands where it is said to."""
    found = set()
    for loc, use in id_uses(record, value):
        here: Any = value
        for part in loc:
            here = here[part]
        assert isinstance(use, HoldsRefs) or use.noun in ("topic", "event", "question", "measure")
        found.add(here if isinstance(use, RefersTo) else f"prose {here}")
    return found


def test_all_fields_of_a_claim() -> None:
    named = {f"topic-{number}" for number in range(1, 9)} | {"event-1", "event-2", "measure-1", "question-1"}
    assert uses(ClaimRecord, CLAIM) == {*named, '"Ein Offizier"', "prose Prosa"}


def test_all_other_records() -> None:
    article = {"outlet": "o", "agency": "a", "topics": ["t", "u"], "claims": [CLAIM], "title": "x", "language": "de"}
    assert uses(ArticleRecord, article) == {"o", "a", "t", "u", *uses(ClaimRecord, CLAIM)}
    topic = {"name": "N", "type": "state", "intro": "i", "note": {"text": "n", "source": "s"}, "aliases": ["x"]}
    assert uses(TopicRecord, topic) == {"prose i", "prose n"}
    assert uses(EventRecord, {"title": "T", "type": "x", "actors": "a", "places": ["p", "q"]}) == {"a", "p", "q"}
    assert uses(QuestionRecord, {"note": "n", "positions": {"ja": "Ja"}}) == {"prose n"}
    assert uses(MeasureRecord, {"topics": "t", "unit": "u"}) == {"t"}


def test_every_field_that_is_checked_as_a_reference_has_such_a_type() -> None:
    """Words of vocabularies are no ids; all other fields typed Id are keys of their own record."""
    typed = inspect.getsource(model)
    plain = {
        node.target.id
        for node in ast.walk(ast.parse(typed))
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and any(isinstance(part, ast.Name) and part.id == "Id" for part in ast.walk(node.annotation))
    }
    # Of dossier.yml
    words = {"folder", "types", "areas", "kinds", "event_types", "statuses", "relations", "schema_org"}
    assert plain == words | {"id", "type", "is_", "position", "positions"}
    assert "targets.require" in inspect.getsource(references)
