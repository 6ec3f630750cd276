"""The schemas describe what seeds hold: all of ours are valid, and what the generator refuses is refused."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from workshop import HARBOUR, ROOT

from generator.schema import FILES, schema, schema_text

SINGLE = {"dossier.yml": "dossier", "questions.yml": "questions", "measures.yml": "measures"}
DOSSIERS = [folder for folder in (HARBOUR, ROOT) if (folder / "seeds" / "dossier.yml").exists()]
SEEDS = [
    path
    for dossier in DOSSIERS
    for path in sorted((dossier / "seeds").rglob("*.yml"))
    if path.name in SINGLE or path.parent.name != "seeds"
]


class EditorLoader(yaml.SafeLoader):
    """As a YAML server reads: numbers are numbers, a date is text."""


EditorLoader.yaml_implicit_resolvers = {
    key: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for key, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(text: str) -> Any:
    return yaml.load(text, Loader=EditorLoader)  # noqa: S506 - a SafeLoader with less


def complaints(name: str, value: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema(name)).iter_errors(value)]


def schema_of(path: Path) -> str:
    folders = {"articles": "article", "timeline": "events"}
    return SINGLE.get(path.name) or folders.get(path.parent.name, "topics")


@pytest.mark.parametrize("name", FILES)
def test_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    assert json.loads(schema_text(name)) == schema(name)
    assert schema_text(name).endswith("}\n")


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_seeds_are_valid(path: Path) -> None:
    assert complaints(schema_of(path), read(path.read_text(encoding="utf-8"))) == []


def test_every_schema_has_been_tried() -> None:
    assert {schema_of(path) for path in SEEDS} == set(FILES)


ARTICLE = "{title: T, published: 2031-02, published_basis: stated, added: 2031-06-01, claims: [%s]}"


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("article", ARTICLE % "{id: a, p: 1, txt: T}", "'txt' was unexpected"),
        ("article", ARTICLE % "{id: a, text: T}", "'p' is a required property"),
        ("article", ARTICLE % "{id: a, p: 0}", "$.claims[0].p"),
        ("article", ARTICLE % "{id: A B, p: 1}", "'A B' does not match"),
        ("article", ARTICLE % "{id: a, p: 1, modality: maybe}", "'maybe' is not one of"),
        ("article", ARTICLE % "{id: a, p: 1, status: {of: x}}", "$.claims[0].status"),
        ("topics", "{x: {name: X}}", "'type' is a required property"),
        ("topics", "{X y: {name: X, type: t}}", "'X y' does not match"),
        ("topics", "[{name: X, type: t}]", "is not of type 'object'"),
        ("events", "{x: {date: soon, title: T, type: t}}", "'soon' does not match"),
        ("questions", "{x: {title: T, status: settled, note: N}}", "'positions' is a required property"),
        ("measures", "{x: {title: T, unit: U}}", "'scope' is a required property"),
        ("dossier", "{title: T}", "'kinds' is a required property"),
    ],
)
def test_faults_are_seen(name: str, text: str, complaint: str) -> None:
    assert any(complaint in found for found in complaints(name, read(text)))


@pytest.mark.parametrize(
    "claim",
    [
        "{id: a, p: [1, 2], text: T, by: x, via: [y], when: 2031, event: e}",
        "{id: a, p: 1, text: , status: {of: x, is: y}, figure: {measure: m, min: 3, max: 5.5}}",
        "{id: a, p: 1, when: 2031-02~/.., answers: [{question: q, position: p}], quote: some words}",
    ],
)
def test_one_or_many_and_all_dates_are_valid(claim: str) -> None:
    assert complaints("article", read(ARTICLE % claim)) == []
