"""The second stage: SeedFiles → frozen, typed records (model.py), with every fault of every file.

What failed is remembered by its id (or, for a whole file, by what it would have held), so that references to it make no
further problems. How one record is made stands in seed.py, how pydantic's faults are told to an editor in faults.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from generator.faults import noun_of, shape
from generator.fields import check_id
from generator.kept import Kept
from generator.kept_seeds import KeptRecord, KeptSeeds
from generator.model import ArticleRecord, EventRecord, MeasureRecord, QuestionRecord, Settings, TopicRecord
from generator.problems import Mark, Problems, quoted
from generator.reading import PRIVATE_FOLDER, SeedFile, read_seed, read_text, seed_file, seed_files, shown_path
from generator.seed import R, Seed, parse_record
from generator.yaml_marks import Composed

__all__ = ["Seed", "parse_record"]  # besides what stands here

TEXT_LIMIT = 4 * 1024 * 1024
RESERVED = ("index",)
"""Ids whose address a page of the generator's own has."""


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


def parse_seeds(seeds_dir: Path, root: Path, problems: Problems, kept: Kept | None = None) -> Seeds:
    """Reads and parses the whole folder; `root` is what paths in messages are relative to.

    With `kept`, files that are as they were are not parsed again; without, the outcome is the same.
    """
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
    parser = _Parser(seeds, kinds or {}, root, problems, KeptSeeds(kept))
    for folder, paths in seed_files(seeds_dir, root, None if kinds is None else tuple(kinds), problems).items():
        for each in paths:
            parser.parse_file(folder, each)
    parser.kept.save()
    _match_texts(seeds, problems)
    return seeds


@dataclass(frozen=True)
class _Parser:
    """Fills `seeds`, file by file; `kinds` leads from a folder to the kind of its topics."""

    seeds: Seeds
    kinds: dict[str, str]
    root: Path
    problems: Problems
    kept: KeptSeeds

    def parse_file(self, folder: str, path: Path) -> None:
        shown = shown_path(path, self.root)
        if path.suffix == ".md":
            self.seeds.texts[path.stem] = read_text(path, shown, self.problems, TEXT_LIMIT) or ""
            self.seeds.positions[f"{path.stem}.md"] = Mark(shown)
        elif folder == "articles":
            read = partial(self._article, path.stem, shown)
            self.seeds.articles.update(self._parsed(path, shown, ArticleRecord, read))
        elif folder in self.kinds:
            self.seeds.topics.update(self._mapping(path, shown, TopicRecord, self.kinds[folder]))
        elif folder == "timeline":
            self.seeds.events.update(self._mapping(path, shown, EventRecord))
        elif path.name == "questions.yml":
            self.seeds.questions.update(self._mapping(path, shown, QuestionRecord))
        elif path.name == "measures.yml":
            self.seeds.measures.update(self._mapping(path, shown, MeasureRecord))
        # dossier.yml has been read; the other single files are kept by commands

    def _mapping(self, path: Path, shown: str, model: type[R], kind: str = "") -> dict[str, Seed[R]]:
        return self._parsed(path, shown, model, partial(self._records, model, kind), kind)

    def _parsed(
        self,
        path: Path,
        shown: str,
        model: type[R],
        read: Callable[[SeedFile | None, Problems], Iterator[Seed[R]]],
        kind: str = "",
    ) -> dict[str, Seed[R]]:
        """The records of one file: those that are kept of it, or what `read` finds in it."""
        found = Problems()
        text = read_text(path, shown, found)
        known = None if text is None else self.kept.records(shown, text, model)
        if text is not None and known is not None:
            as_it_was = SeedFile(shown, Composed(text))
            as_it_was.composed.forget()
            seeds = list(self._again(known, as_it_was, model, kind, found))
        else:
            file = None if text is None else seed_file(text, shown, found)
            seeds = list(read(file, found))
            if file:
                file.composed.forget()
        self.problems.extend(found.found)
        if text is not None and not found.found:
            marks = self.seeds.positions
            records = [(seed.id, (marks[seed.id].line, marks[seed.id].column), seed.record) for seed in seeds]
            self.kept.keep(shown, text, records)
        return {seed.id: seed for seed in seeds}

    def _again(
        self, known: Iterable[KeptRecord[R]], file: SeedFile, model: type[R], kind: str, problems: Problems
    ) -> Iterator[Seed[R]]:
        """The records of a file that is as it was."""
        for name, position, record in known:
            if self._register(name, Mark(file.path, *position), noun_of(model), problems):
                yield Seed(name, record, file, () if model is ArticleRecord else (name,), kind)

    def _article(
        self, stem: str, shown: str, file: SeedFile | None, problems: Problems
    ) -> Iterator[Seed[ArticleRecord]]:
        if not self._register(stem, Mark(shown), "article", problems):
            return
        seed = parse_record(stem, ArticleRecord, file, (), problems) if file else None
        if not seed:
            self.seeds.failed.add(stem)
            self.seeds.unread.add("claim")
            return
        yield seed
        first: dict[str, int] = {}
        for index, claim in enumerate(seed.record.claims):
            claim.fingerprint  # noqa: B018 - every claim is asked for it, and so it is kept with the claim
            if first.setdefault(claim.id, index) != index:
                mark, earlier = seed.mark("claims", index, "id"), seed.mark("claims", first[claim.id], "id")
                message = f"claim {quoted(claim.id)} is there already, in line {earlier.line}"
                problems.error(mark, message, "rename this one")

    def _records(self, model: type[R], kind: str, file: SeedFile | None, problems: Problems) -> Iterator[Seed[R]]:
        """The records of one file by id; the text of a file that could not be read may have held any."""
        noun = noun_of(model)
        if file and not isinstance(file.value, dict):
            hint = 'begin each record with its id, e.g. "usa:"'
            problems.error(file.mark(), f"expected a mapping of ids to records, found {shape(file.value)}", hint)
        if not file or not isinstance(file.value, dict):
            self.seeds.unread.add(noun)
            return
        for name, value in file.value.items():
            if not self._register(name, file.key_mark(name), noun, problems):
                continue
            if seed := parse_record(name, model, file, (name,), problems, kind):
                yield seed
            else:
                self.seeds.failed.update((name, *_spellings_in(value)))

    def _register(self, name: str, mark: Mark, noun: str, problems: Problems) -> bool:
        """Whether `name` is an id that nobody else has, over all kinds."""
        try:
            check_id(name)
        except ValueError as error:
            message, _, way_out = str(error).partition("; ")
            problems.error(mark, message, way_out)
            self.seeds.unread.add(noun)
            return False
        if name in RESERVED:
            problems.error(mark, f"id {quoted(name)} is the address of a section's own page", "choose another")
            self.seeds.failed.add(name)
            return False
        if name in self.seeds.positions:
            first = self.seeds.positions[name]
            hint = "rename the file" if noun == "article" else "rename one"
            problems.error(mark, f"id {quoted(name)} is there already, in {first.path}:{first.line}", hint)
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
