"""The schemas describe what seeds hold: all of ours are valid, and what the generator refuses is refused."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import ValidationError
from test_faults import CASES, built, case_of
from workshop import HARBOUR, ROOT

from generator.fields import KNOWN
from generator.model import ArticleRecord, EventRecord, MeasureRecord, QuestionRecord, Settings, TopicRecord
from generator.parsing import Seeds, parse_seeds
from generator.problems import Problems
from generator.reading import read_seed
from generator.schema import FILES, SCHEMAS, Known, file_name, known_ids, modeline, schema, schema_text

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


def described(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    whole = schema(name)
    for record in (whole, whole.get("additionalProperties"), *whole.get("$defs", {}).values()):
        if isinstance(record, dict):
            yield from record.get("properties", {}).items()


@pytest.mark.parametrize("name", FILES)
def test_each_field_says_what_it_means(name: str) -> None:
    assert [field for field, value in described(name) if not value.get("description")] == []


# Faults of the cases that no schema can tell: they need a calendar, two fields at once, or the text before it is read.
BEYOND_SCHEMAS = (
    "there is no date",
    "ends before it begins",
    "could be read in two ways",  # YAML reads 2.500 as 2.5
    "has a `min` above its `max`",
    "two have the folder",
    "is none of its types",
)
MODELS = {
    "topics": TopicRecord,
    "events": EventRecord,
    "questions": QuestionRecord,
    "measures": MeasureRecord,
    "dossier": Settings,
    "article": ArticleRecord,
}


def faults_in(name: str, path: Path) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Where the generator finds a fault in the fields of a seed, and which; nothing for a file that it cannot read."""
    file = read_seed(path, path.name, Problems())
    if not file or not isinstance(file.value, dict):
        return
    single = name in ("dossier", "article")
    for key, value in {"": file.value}.items() if single else file.value.items():
        base = () if single else (key,)
        try:
            MODELS[name].model_validate(value)
        except ValidationError as error:
            yield from (((*base, *fault["loc"]), fault["msg"]) for fault in error.errors())


def seen(fault: tuple[str | int, ...], where: list[list[str | int]]) -> bool:
    """Whether a schema complains at the fault, in it, or about the record around it (of a field that lacks)."""
    return any(list(fault[: len(path)]) == path[: len(fault)] and len(path) >= len(fault) - 2 for path in where)


@pytest.mark.parametrize("case", CASES)
def test_schemas_reject_the_faults_of_the_cases(case: str, tmp_path: Path) -> None:
    project = built(case_of(case), tmp_path)
    for path in sorted(project.seeds.rglob("*.yml")) if project.seeds.is_dir() else ():
        if not path.is_file() or (path.parent == project.seeds and path.name not in SINGLE):
            continue
        name = schema_of(path)
        for loc, message in faults_in(name, path):
            value = read(path.read_text(encoding="utf-8-sig"))
            where = [list(error.absolute_path) for error in Draft202012Validator(schema(name)).iter_errors(value)]
            assert seen(loc, where) or any(words in message for words in BEYOND_SCHEMAS), (loc, message, where)


def test_many_cases_have_such_faults(tmp_path: Path) -> None:
    count = 0
    for at, case in enumerate(CASES):
        project = built(case_of(case), tmp_path / str(at))
        paths = sorted((project.seeds / "articles").glob("*.yml")) if project.seeds.is_dir() else ()
        count += any(True for path in paths if path.is_file() for _ in faults_in("article", path))
    assert count >= 15


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


def inside(value: Any) -> Iterator[dict[str, Any]]:
    """All mappings of a schema."""
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from inside(each)


def test_what_a_field_means_is_what_stands_below_it_in_the_model() -> None:
    claim = schema("article")["$defs"]["ClaimRecord"]["properties"]
    assert (
        claim["id"]["description"] == "Short, unique in the article; the claim's address is /articles/<article>/#<id>."
    )
    assert schema("dossier")["$defs"]["Kind"]["properties"]["schema_org"]["description"].count("\n") == 1


@pytest.mark.parametrize("name", FILES)
def test_editors_insert_no_null_and_show_no_name_of_ours(name: str) -> None:
    for each in inside(schema(name)):
        assert each.get("type") != "null"
        assert KNOWN not in each
        title = each.get("title", "")  # or the field of that name
        assert isinstance(title, dict) or title == title.lower()


# With the ids of a dossier, for an editor's own copy


@pytest.fixture(scope="module")
def known() -> Known:
    return known_ids(parse_seeds(HARBOUR / "seeds", HARBOUR, Problems()))


def offers(name: str, known: Known, record: str, field: str) -> dict[str, str]:
    whole = schema(name, known)
    holder = whole["$defs"][record] if record else whole.get("additionalProperties") or whole
    value = holder["properties"][field]
    one = value["anyOf"][0] if "anyOf" in value else value
    return {each["body"]: each["description"] for each in one.get("defaultSnippets", ())}


@pytest.mark.parametrize(
    ("name", "record", "field", "noun"),
    [
        ("article", "", "outlet", "topic"),
        ("article", "ClaimRecord", "by", "topic"),
        ("article", "ClaimRecord", "event", "event"),
        ("article", "Figure", "measure", "measure"),
        ("article", "Answer", "question", "question"),
        ("article", "Answer", "position", "position"),
        ("article", "Status", "is", "status"),
        ("article", "Relation", "is", "relation"),
        ("topics", "", "type", "topic type"),
        ("events", "", "type", "event type"),
        ("events", "", "places", "topic"),
        ("measures", "", "topics", "topic"),
    ],
)
def test_known_ids_are_proposed_with_their_names(name: str, record: str, field: str, noun: str, known: Known) -> None:
    assert offers(name, known, record, field) == known[noun] != {}
    assert offers(name, {}, record, field) == {}


@pytest.mark.parametrize("name", FILES)
def test_known_ids_are_no_limit(name: str, known: Known) -> None:
    def without(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: without(each) for key, each in value.items() if key != "defaultSnippets"}
        return [without(each) for each in value] if isinstance(value, list) else value

    assert without(schema(name, known)) == schema(name)


def test_the_records_of_a_dossier_without_settings_are_known_too() -> None:
    assert "status" not in known_ids(Seeds())


# Wired for editors: Visual Studio Code by its settings, any YAML server by the first line of each seed.


def test_the_schemas_in_the_repository_are_the_present_ones() -> None:
    there = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / SCHEMAS).iterdir()}
    assert there == {file_name(name): schema_text(name) for name in FILES}  # else run: dossier schema --out .schemas


@pytest.mark.parametrize("path", [path for path in SEEDS if HARBOUR not in path.parents], ids=lambda path: path.name)
def test_seeds_name_their_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first == modeline(schema_of(path), ROOT, path)
    assert (path.parent / first.partition("$schema=")[2]).resolve() == ROOT / SCHEMAS / file_name(schema_of(path))


def test_a_project_without_schemas_gets_no_such_line(tmp_path: Path) -> None:
    assert modeline("article", tmp_path, tmp_path / "seeds" / "articles" / "a.yml") == ""


def test_the_settings_of_visual_studio_code_cover_all_seeds() -> None:
    wired = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    for path in SEEDS:
        if HARBOUR not in path.parents:
            globs = wired[f"{SCHEMAS}/{file_name(schema_of(path))}"]
            assert any(path.relative_to(ROOT).match(each) for each in ([globs] if isinstance(globs, str) else globs))
