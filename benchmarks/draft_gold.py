"""The gold lists of the draft benchmark: facts marked by hand → typed cases, with every fault of the lists themselves.

A wrong gold list would measure nothing, so its ids, dates, units and paragraphs are checked here before anything is
scored. What the lists mean, and how they were made, stands in tests/drafts/README.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict

from generator.dates import When
from generator.fields import MANY, Count, Date, Draft, Id, Line, Number
from generator.fulltext import paragraphs, read_paragraphs
from generator.parsing import TEXT_LIMIT, Seed, Seeds, parse_record, parse_seeds
from generator.problems import Mark, Problems, counted, did_you_mean, quoted
from generator.reading import read_seed, read_text, shown_path
from generator.verification.dating import basis_fault, dates_in
from generator.verification.letters import holds_words, letters
from generator.yaml_marks import Loc

ROOT = Path(__file__).resolve().parent.parent
DRAFTS = Path("tests", "drafts")
PRIVATE_SET = "iraq"
INVENTED_SETS = ("dev", "heldout")


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class GoldNumber(_Model):
    value: Number
    unit: Draft = ""


class GoldDate(_Model):
    when: Date
    basis: Line


class GoldSpeech(_Model):
    by: Annotated[tuple[Line, ...], MANY]
    """The speaker; several where each is right."""


class GoldParagraph(_Model):
    mentions: tuple[Id, ...] = ()
    also: tuple[Id, ...] = ()
    """Topics that may be found or not."""
    numbers: tuple[GoldNumber, ...] = ()
    dates: tuple[GoldDate, ...] = ()
    speech: tuple[GoldSpeech, ...] = ()


class Gold(_Model):
    published: Date | None = None
    """Only for invented articles; the others have it in their seeds."""
    paragraphs: dict[Count, GoldParagraph]
    names: tuple[Line, ...] = ()
    """Names in the text that no topic of its seeds knows."""


@dataclass(frozen=True, eq=False)
class Case:
    """An article with its gold list; `texts` is None where its text is not at hand."""

    set: str
    name: str
    gold: Gold
    seeds: Seeds
    published: When
    texts: list[str] | None


def cases(root: Path, fulltexts: Path, problems: Problems) -> list[Case]:
    """All cases below `root`, set by set."""
    found = list(_private_cases(root, fulltexts, problems))
    for name in INVENTED_SETS:
        found += _invented_cases(root, name, problems)
    return found


def _private_cases(root: Path, fulltexts: Path, problems: Problems) -> Iterator[Case]:
    """The articles of the dossier itself, whose texts are private."""
    folder = root / DRAFTS / PRIVATE_SET
    seeds = parse_seeds(root / "seeds", root, problems) if folder.is_dir() else Seeds()
    for path in sorted(folder.glob("*.yml")):
        seed = _read(path, root, problems)
        article = seeds.articles.get(path.stem)
        if not article:
            hint = did_you_mean(path.stem, seeds.articles) or "a gold list is named after its article"
            problems.error(Mark(shown_path(path, root)), f"there is no article {quoted(path.stem)}", hint)
        elif seed and seed.record.published:
            problems.error(seed.mark("published"), "the article has its date in seeds/", "remove this one")
        elif seed:
            texts = read_paragraphs(article, seeds, fulltexts, problems) if fulltexts.is_dir() else None
            case = Case(PRIVATE_SET, path.stem, seed.record, seeds, article.record.published, texts)
            _check(case, seed, problems)
            yield case


def _invented_cases(root: Path, name: str, problems: Problems) -> Iterator[Case]:
    """Folders with a text, its gold list and its own seeds."""
    for path in sorted((root / DRAFTS / name).glob("*/gold.yml")):
        seed = _read(path, root, problems)
        source = path.with_name("article.txt")
        text = read_text(source, shown_path(source, root), problems, TEXT_LIMIT)
        seeds = parse_seeds(path.with_name("seeds"), root, problems)
        if seed and not seed.record.published:
            problems.error(seed.mark(), "the date of publication is missing", "add published: YYYY-MM-DD")
        elif seed and seed.record.published and text is not None:
            case = Case(name, path.parent.name, seed.record, seeds, seed.record.published, paragraphs(text))
            _check(case, seed, problems)
            yield case


def _read(path: Path, root: Path, problems: Problems) -> Seed[Gold] | None:
    file = read_seed(path, shown_path(path, root), problems)
    return parse_record(path.stem, Gold, file, (), problems) if file else None


def _check(case: Case, seed: Seed[Gold], problems: Problems) -> None:
    texts = case.texts or []
    if case.texts is not None:
        _check_count(case.gold, len(texts), seed, problems)
        for i, name in enumerate(case.gold.names):
            _check_words(name, texts, seed.mark("names", i), problems)
    for number, marked in case.gold.paragraphs.items():
        at = ("paragraphs", str(number))
        _check_topics(case, at, marked, seed, problems)
        text = texts[number - 1 : number]
        for loc, speaker in _speakers(at, marked):
            _check_speaker(case, speaker, text, seed.mark(*loc), problems)
        for i, quantity in enumerate(marked.numbers if text else ()):
            if quantity.unit:
                _check_words(quantity.unit, text, seed.mark(*at, "numbers", i, "unit"), problems)
        for i, date in enumerate(marked.dates if text else ()):
            _check_date(date, text[0], case.published, seed.mark(*at, "dates", i, "basis"), problems)


def _check_count(gold: Gold, count: int, seed: Seed[Gold], problems: Problems) -> None:
    """Every paragraph is marked, and no other."""
    numbers = set(range(1, count + 1))
    for number in sorted(gold.paragraphs.keys() - numbers):
        message = f"there is no paragraph {number}; the text has {counted(count, 'paragraph')}"
        problems.error(seed.file.key_mark("paragraphs", str(number)), message, "count the blocks between blank lines")
    for number in sorted(numbers - gold.paragraphs.keys()):
        problems.error(seed.mark("paragraphs"), f"paragraph {number} is missing", "an empty one is written as {}")


def _check_topics(case: Case, at: Loc, marked: GoldParagraph, seed: Seed[Gold], problems: Problems) -> None:
    """Topics exist, and each is marked once in a paragraph."""
    seen = set[str]()
    for name, topics in (("mentions", marked.mentions), ("also", marked.also)):
        for i, topic in enumerate(topics):
            mark = seed.mark(*at, name, i)
            if topic in seen:
                problems.error(mark, f"topic {quoted(topic)} is marked twice here", "remove one")
            seen.add(topic)
            _check_topic(case, topic, mark, problems)


def _check_topic(case: Case, topic: str, mark: Mark, problems: Problems) -> None:
    if topic not in case.seeds.topics:
        hint = did_you_mean(topic, case.seeds.topics) or 'topics are known by their id, speakers also by "words"'
        problems.error(mark, f"there is no topic {quoted(topic)}", hint)


def _speakers(at: Loc, marked: GoldParagraph) -> Iterator[tuple[Loc, str]]:
    for i, speech in enumerate(marked.speech):
        for j, speaker in enumerate(speech.by):
            yield (*at, "speech", i, "by", j), speaker


def _check_speaker(case: Case, speaker: str, texts: list[str], mark: Mark, problems: Problems) -> None:
    """A topic, or words of the paragraph in quotes."""
    if speaker.startswith('"') and speaker.endswith('"'):
        if texts:
            _check_words(speaker.strip('"'), texts, mark, problems)
    else:
        _check_topic(case, speaker, mark, problems)


def _check_words(words: str, texts: list[str], mark: Mark, problems: Problems) -> None:
    if not any(holds_words(letters(text), letters(words), any_start=True) for text in texts):
        problems.error(mark, f"{quoted(words)} does not stand there", "copy the words from the text")


def _check_date(date: GoldDate, text: str, published: When, mark: Mark, problems: Problems) -> None:
    fault = basis_fault(date.when, date.basis, [text], dates_in(text, published), published)
    if fault:
        problems.error(mark, f"{quoted(date.basis)} does not bear {date.when.text}: {fault}", "correct one of both")
