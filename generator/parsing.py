"""The second stage: SeedFiles → frozen, typed records (model.py), with every fault of every file.

A record that failed is remembered by its id, so that references to it make no further problems.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.model import (
    ArticleRecord,
    EventRecord,
    MeasureRecord,
    QuestionRecord,
    Settings,
    TopicRecord,
    check_id,
)
from generator.problems import Mark, Problems, did_you_mean, quoted
from generator.reading import SeedFile, read_seed, read_text, seed_files, shown_path
from generator.yaml_marks import Loc

R = TypeVar("R", bound=BaseModel)
TEXT_LIMIT = 4 * 1024 * 1024


@dataclass(frozen=True)
class Seed(Generic[R]):
    """A typed record with its id and the place it was read from."""

    id: str
    record: R
    file: SeedFile = field(repr=False, compare=False)
    loc: Loc = ()
    kind: str = ""
    """A topic's kind; empty for other records."""

    def mark(self, *loc: str | int) -> Mark:
        return self.file.mark(*self.loc, *loc) if loc else self.file.key_mark(*self.loc)


@dataclass
class Seeds:
    """All records of a dossier by id, in the order of their files."""

    settings: Seed[Settings] | None = None
    articles: dict[str, Seed[ArticleRecord]] = field(default_factory=dict)
    topics: dict[str, Seed[TopicRecord]] = field(default_factory=dict)
    events: dict[str, Seed[EventRecord]] = field(default_factory=dict)
    questions: dict[str, Seed[QuestionRecord]] = field(default_factory=dict)
    measures: dict[str, Seed[MeasureRecord]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    """Article id → Markdown text, where its rights allow to publish it."""
    failed: set[str] = field(default_factory=set)
    """Ids of records that could not be read."""
    positions: dict[str, Mark] = field(default_factory=dict)
    """Id → where it was given first."""


def parse_seeds(seeds_dir: Path, root: Path, problems: Problems) -> Seeds:
    """Reads and parses the whole folder; `root` is what paths in messages are relative to."""
    seeds = Seeds()
    settings_path = seeds_dir / "dossier.yml"
    if not settings_path.exists():
        mark = Mark(shown_path(settings_path, root))
        problems.error(mark, "a dossier needs this file", "run dossier in the project's folder, or see docs/editors.md")
        return seeds
    if file := read_seed(settings_path, shown_path(settings_path, root), problems):
        seeds.settings = parse_record("", Settings, file, (), problems)
    if not seeds.settings:
        return seeds
    kinds = {kind.folder: name for name, kind in seeds.settings.record.kinds.items()}
    files = seed_files(seeds_dir, root, tuple(kinds), problems)
    for folder, paths in files.items():
        for path in paths:
            _parse_file(folder, path, shown_path(path, root), kinds, seeds, problems)
    _match_texts(seeds, problems)
    return seeds


def _parse_file(folder: str, path: Path, shown: str, kinds: dict[str, str], seeds: Seeds, problems: Problems) -> None:
    if path.suffix == ".md":
        text = read_text(path, shown, problems, TEXT_LIMIT)
        seeds.texts[path.stem] = text or ""
        seeds.positions.setdefault(f"{path.stem}.md", Mark(shown))
        return
    if folder == "" and path.name not in ("questions.yml", "measures.yml"):
        return  # dossier.yml has been read; the other single files are kept by commands
    file = read_seed(path, shown, problems)
    if folder == "articles":
        _parse_article(path.stem, shown, file, seeds, problems)
    elif file and folder in kinds:
        seeds.topics.update(_parse_mapping(TopicRecord, file, seeds, problems, kinds[folder]))
    elif file and folder == "timeline":
        seeds.events.update(_parse_mapping(EventRecord, file, seeds, problems))
    elif file and path.name == "questions.yml":
        seeds.questions.update(_parse_mapping(QuestionRecord, file, seeds, problems))
    elif file:
        seeds.measures.update(_parse_mapping(MeasureRecord, file, seeds, problems))


def _parse_article(stem: str, shown: str, file: SeedFile | None, seeds: Seeds, problems: Problems) -> None:
    if not _register(stem, Mark(shown), seeds, problems, "rename the file"):
        return
    seed = parse_record(stem, ArticleRecord, file, (), problems) if file else None
    if not seed:
        seeds.failed.add(stem)
        return
    seeds.articles[stem] = seed
    first: dict[str, int] = {}
    for index, claim in enumerate(seed.record.claims):
        if claim.id in first:
            mark, earlier = seed.mark("claims", index, "id"), seed.mark("claims", first[claim.id], "id")
            problems.error(
                mark, f"claim {quoted(claim.id)} is there already, in line {earlier.line}", "rename this one"
            )
        first.setdefault(claim.id, index)


def _parse_mapping(
    model: type[R], file: SeedFile, seeds: Seeds, problems: Problems, kind: str = ""
) -> Iterator[tuple[str, Seed[R]]]:
    if not isinstance(file.value, dict):
        problems.error(
            file.mark(), "expected a mapping of ids to records", 'begin each record with its id, e.g. "usa:"'
        )
        return
    for name in file.value:
        if not _register(name, file.key_mark(name), seeds, problems, "rename one"):
            continue
        if seed := parse_record(name, model, file, (name,), problems, kind):
            yield name, seed
        else:
            seeds.failed.add(name)


def _register(name: str, mark: Mark, seeds: Seeds, problems: Problems, hint: str) -> bool:
    """Whether `name` is an id that nobody else has, over all kinds and without regard to case."""
    try:
        check_id(name)
    except ValueError as error:
        message, _, way_out = str(error).partition("; ")
        problems.error(mark, message, way_out)
        seeds.failed.update((name, name.lower()))
        return False
    if name in seeds.positions:
        first = seeds.positions[name]
        problems.error(mark, f"id {quoted(name)} is there already, in {first.path}:{first.line}", hint)
        return False
    seeds.positions[name] = mark
    return True


def parse_record(
    name: str, model: type[R], file: SeedFile, loc: Loc, problems: Problems, kind: str = ""
) -> Seed[R] | None:
    """One record, typed; or None, with a problem for each fault in it."""
    value = file.value
    for part in loc:
        value = value[part]
    if not isinstance(value, dict):
        problems.error(file.key_mark(*loc), f"expected fields of {_noun(model)}, found {_shape(value)}", "indent them")
        return None
    try:
        return Seed(name, model.model_validate(value), file, loc, kind)
    except ValidationError as error:
        for details in error.errors():
            _report(details, model, file, loc, problems)
        return None


def _report(details: ErrorDetails, model: type[BaseModel], file: SeedFile, base: Loc, problems: Problems) -> None:
    loc = (*base, *details["loc"])
    names = [part for part in details["loc"] if isinstance(part, str)]
    name, kind = (names[-1] if names else ""), details["type"]
    owner = _model_at(model, details["loc"][:-1])
    fields = _field_names(owner)
    mark = file.mark(*loc)
    if kind == "missing":
        mark = file.mark(*loc[:-1]) if len(details["loc"]) > 1 or not base else file.key_mark(*base)
        problems.error(mark, f"missing field {quoted(name)}", f"every {_noun(owner)} needs it")
    elif kind == "extra_forbidden":
        hint = did_you_mean(name, fields) or f"fields of {_article(_noun(owner))} are {', '.join(fields)}"
        problems.error(file.key_mark(*loc), f"unknown field {quoted(name)}", hint)
    elif kind == "literal_error":
        expected = details["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
        hint = did_you_mean(str(details["input"]), expected.split(", ")) or f"it is one of {expected}"
        problems.error(mark, f"{name}: {quoted(details['input'])} is not known here", hint)
    elif kind == "value_error":
        message, _, hint = details["msg"].removeprefix("Value error, ").partition("; ")
        joint = " " if message.startswith(("is ", "has ", "holds ", "needs ")) else ": "
        problems.error(mark, f"{name or _noun(model)}{joint}{message}", hint)
    else:
        wanted = {"model_type": "a mapping", "dict_type": "a mapping", "tuple_type": "a list"}.get(kind, "another type")
        message = f"{name}: expected {wanted}, found {_shape(details['input'])}"
        problems.error(mark, message, f"see the field {quoted(name)} in docs/editors.md")


def _model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel]:
    """The model that holds the field at the end of `loc`."""
    for part in loc:
        for name, info in model.model_fields.items():
            if part == (info.alias or name):
                model = _model_in(info.annotation) or model
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        if found := _model_in(inner):
            return found
    return None


def _field_names(model: type[BaseModel]) -> list[str]:
    return [info.alias or name for name, info in model.model_fields.items()]


def _noun(model: type[BaseModel]) -> str:
    return {"Settings": "dossier", "FullText": "fulltext"}.get(
        model.__name__, model.__name__.removesuffix("Record").lower()
    )


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeio' else 'a'} {noun}"


def _shape(value: Any) -> str:
    return {dict: "a mapping", list: "a list", type(None): "nothing"}.get(type(value), f"text {quoted(value)}")


def _match_texts(seeds: Seeds, problems: Problems) -> None:
    """`rights: full` and `articles/<id>.md` go together."""
    for name, seed in seeds.articles.items():
        if seed.record.rights == "full" and name not in seeds.texts:
            problems.error(seed.mark("rights"), f"rights are full, but there is no {name}.md", "add the text beside it")
    for name in seeds.texts:
        mark = seeds.positions[f"{name}.md"]
        known = seeds.articles.get(name)
        if known and known.record.rights != "full":
            problems.error(
                mark, "a text lies here, but the article's rights are not full", "set rights: full or move it"
            )
        elif not known and name not in seeds.failed:
            problems.error(mark, f"a text without its article {name}.yml", "add the article or move the text")
