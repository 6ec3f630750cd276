"""The second stage: SeedFiles → frozen, typed records (model.py), with every fault of every file.

What failed is remembered by its id (or, for a whole file, by what it would have held), so that references to it make no
further problems. How pydantic's faults are told to an editor stands in faults.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from generator.faults import noun_of, report, shape
from generator.fields import check_id
from generator.model import ArticleRecord, EventRecord, MeasureRecord, QuestionRecord, Settings, TopicRecord
from generator.problems import Mark, Problems, quoted
from generator.reading import PRIVATE_FOLDER, SeedFile, read_seed, read_text, seed_files, shown_path
from generator.yaml_marks import Loc

R = TypeVar("R", bound=BaseModel)
TEXT_LIMIT = 4 * 1024 * 1024
RESERVED = ("index",)
"""Ids whose address a page of the generator's own has."""


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
    """Ids and spellings of records that could not be read."""
    unread: set[str] = field(default_factory=set)
    """Nouns (topic, event …) of which a record failed whose id or content is not known."""
    positions: dict[str, Mark] = field(default_factory=dict)
    """Id → where it was given first."""
    private: Path | None = None
    """Where `add` puts full texts, whatever other folder is named."""


def parse_seeds(seeds_dir: Path, root: Path, problems: Problems) -> Seeds:
    """Reads and parses the whole folder; `root` is what paths in messages are relative to."""
    seeds = Seeds(private=seeds_dir / PRIVATE_FOLDER)
    path = seeds_dir / "dossier.yml"
    shown = shown_path(path, root)
    if not path.is_file() and not path.is_dir():
        other = path.with_suffix(".yaml").exists()
        hint = "rename dossier.yaml" if other else "run dossier in the project's folder, or see EDITING.md"
        problems.error(Mark(shown), "a dossier needs this file", hint)
        return seeds
    if file := read_seed(path, shown, problems):
        seeds.settings = parse_record("", Settings, file, (), problems)
    kinds = {kind.folder: name for name, kind in seeds.settings.record.kinds.items()} if seeds.settings else None
    parser = _Parser(seeds, kinds or {}, root, problems)
    for folder, paths in seed_files(seeds_dir, root, None if kinds is None else tuple(kinds), problems).items():
        for each in paths:
            parser.parse_file(folder, each)
    _match_texts(seeds, problems)
    return seeds


@dataclass(frozen=True)
class _Parser:
    """Fills `seeds`, file by file; `kinds` leads from a folder to the kind of its topics."""

    seeds: Seeds
    kinds: dict[str, str]
    root: Path
    problems: Problems

    def parse_file(self, folder: str, path: Path) -> None:
        shown = shown_path(path, self.root)
        if path.suffix == ".md":
            self.seeds.texts[path.stem] = read_text(path, shown, self.problems, TEXT_LIMIT) or ""
            self.seeds.positions[f"{path.stem}.md"] = Mark(shown)
        elif folder == "articles":
            self._parse_article(path.stem, shown, read_seed(path, shown, self.problems))
        elif folder in self.kinds:
            records = self._records(TopicRecord, path, "topic", self.kinds[folder])
            self.seeds.topics.update(records)
        elif folder == "timeline":
            self.seeds.events.update(self._records(EventRecord, path, "event"))
        elif path.name == "questions.yml":
            self.seeds.questions.update(self._records(QuestionRecord, path, "question"))
        elif path.name == "measures.yml":
            self.seeds.measures.update(self._records(MeasureRecord, path, "measure"))
        # dossier.yml has been read; the other single files are kept by commands

    def _parse_article(self, stem: str, shown: str, file: SeedFile | None) -> None:
        if not self._register(stem, Mark(shown), "article", "rename the file"):
            return
        seed = parse_record(stem, ArticleRecord, file, (), self.problems) if file else None
        if not seed:
            self.seeds.failed.add(stem)
            self.seeds.unread.add("claim")
            return
        self.seeds.articles[stem] = seed
        first: dict[str, int] = {}
        for index, claim in enumerate(seed.record.claims):
            if first.setdefault(claim.id, index) != index:
                mark, earlier = seed.mark("claims", index, "id"), seed.mark("claims", first[claim.id], "id")
                message = f"claim {quoted(claim.id)} is there already, in line {earlier.line}"
                self.problems.error(mark, message, "rename this one")

    def _records(self, model: type[R], path: Path, noun: str, kind: str = "") -> Iterator[tuple[str, Seed[R]]]:
        """The records of one file by id; the text of a file that could not be read may have held any."""
        file = read_seed(path, shown_path(path, self.root), self.problems)
        if file and not isinstance(file.value, dict):
            hint = 'begin each record with its id, e.g. "usa:"'
            self.problems.error(file.mark(), f"expected a mapping of ids to records, found {shape(file.value)}", hint)
        if not file or not isinstance(file.value, dict):
            self.seeds.unread.add(noun)
            return
        for name, value in file.value.items():
            if not self._register(name, file.key_mark(name), noun, "rename one"):
                continue
            if seed := parse_record(name, model, file, (name,), self.problems, kind):
                yield name, seed
            else:
                self.seeds.failed.update((name, *_spellings_in(value)))

    def _register(self, name: str, mark: Mark, noun: str, hint: str) -> bool:
        """Whether `name` is an id that nobody else has, over all kinds."""
        try:
            check_id(name)
        except ValueError as error:
            message, _, way_out = str(error).partition("; ")
            self.problems.error(mark, message, way_out)
            self.seeds.unread.add(noun)
            return False
        if name in RESERVED:
            self.problems.error(mark, f"id {quoted(name)} is the address of a section's own page", "choose another")
            self.seeds.failed.add(name)
            return False
        if name in self.seeds.positions:
            first = self.seeds.positions[name]
            self.problems.error(mark, f"id {quoted(name)} is there already, in {first.path}:{first.line}", hint)
            return False
        self.seeds.positions[name] = mark
        return True


def _spellings_in(value: Any) -> list[str]:
    """The name and aliases of a record that failed, as far as they can be read."""
    if not isinstance(value, dict):
        return []
    aliases = value.get("aliases")
    texts = [value.get("name"), *(aliases if isinstance(aliases, list) else [aliases])]
    return [text for text in texts if isinstance(text, str)]


def parse_record(
    name: str, model: type[R], file: SeedFile, loc: Loc, problems: Problems, kind: str = ""
) -> Seed[R] | None:
    """One record, typed; or None, with a problem for each fault in it."""
    value = file.value
    for part in loc:
        value = value[part]
    if not isinstance(value, dict):
        message = f"expected the fields of {noun_of(model)}, found {shape(value)}"
        problems.error(file.key_mark(*loc), message, "write each on its own line, as name: value")
        return None
    try:
        seed = Seed(name, model.model_validate(value), file, loc, kind)
    except ValidationError as error:
        for details in error.errors():
            problems.extend([report(details, model, file, loc)])
        return None
    empty = list(_empty(value))
    for each in empty:
        problems.error(file.key_mark(*loc, *each), f"{each[-1]} is empty", "fill it in or remove the line")
    return None if empty else seed


def _empty(value: Any, loc: Loc = ()) -> Iterator[Loc]:
    """Fields without a value: they count as left out, and what was meant would be lost. (A draft has an empty text.)"""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        if each is None and key != "text":
            yield (*loc, key)
        yield from _empty(each, (*loc, key))


def _match_texts(seeds: Seeds, problems: Problems) -> None:
    """`rights: full` and `articles/<id>.md` go together."""
    for name, seed in seeds.articles.items():
        if seed.record.rights == "full" and name not in seeds.texts:
            problems.error(seed.mark("rights"), f"rights are full, but there is no {name}.md", "add the text beside it")
    for name in seeds.texts:
        mark = seeds.positions[f"{name}.md"]
        known = seeds.articles.get(name)
        if known and known.record.rights != "full":
            message = "a text lies here, but the article's rights are not full"
            problems.error(mark, message, "write rights: full if the text may be published; else move it out of seeds/")
        elif not known and name not in seeds.failed and "article" not in seeds.unread:
            problems.error(mark, f"a text without its article {quoted(name)}", f"add {name}.yml, or move the text")
