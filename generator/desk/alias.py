"""`dossier alias`: one more spelling for a topic, and what it links then."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator.desk.trial import Refused, WrongWords
from generator.desk.yaml_edit import Unsafe, with_entry
from generator.fields import Line
from generator.model import TopicRecord
from generator.names import Matcher, Name
from generator.parsing import Seed, Seeds
from generator.pipeline import Project
from generator.problems import did_you_mean, quoted
from generator.resolve.mentions import PERSON, spellings

_FIELDS = ("name", "aliases", "metonyms")
_BEFORE = {"aliases": ("name", "type"), "metonyms": ("name", "type", "aliases")}


@dataclass(frozen=True)
class Aliased:
    """The topic's file with one more spelling in it."""

    path: Path
    before: bytes
    after: bytes
    line: int
    spelling: str
    linked: tuple[str, ...]
    """The claims (`article#claim`) that name the topic by it, and did not link to it before."""
    used: bool
    """Whether any written claim uses it."""


def alias(project: Project, seeds: Seeds, topic: str, words: str, *, metonym: bool) -> Aliased:
    """Works the change out; nothing is written.

    Raises:
        WrongWords: there is no such topic, or no such spelling can be.
        Refused: the spelling is there already, or the file cannot be changed.
    """
    seed = _topic(seeds, topic)
    spelling = _spelling(words)
    _check_free(seeds, seed, spelling, metonym=metonym)
    path = Path(seed.file.path)
    before = (project.root / path).read_bytes()
    field = "metonyms" if metonym else "aliases"
    try:
        after = with_entry(before, seed.loc, field, spelling, _BEFORE[field])
    except Unsafe as unsafe:
        raise Refused(f"{path.as_posix()} cannot be changed: {unsafe.message}") from None
    linked = () if metonym else tuple(_linked(seeds, seed, spelling))
    alone = Matcher([Name(spelling, seed.id, seed.record.type == PERSON)])
    used = any(_names(alone, claim.text, seed.id) for each in seeds.articles.values() for claim in each.record.claims)
    return Aliased(path, before, after, seed.mark().line, spelling, linked, used)


def _topic(seeds: Seeds, topic: str) -> Seed[TopicRecord]:
    if topic in seeds.topics:
        return seeds.topics[topic]
    if topic in seeds.failed:
        raise Refused(f"the record of {quoted(topic)} has errors; dossier check lists them")
    named = next((name for name, seed in seeds.topics.items() if topic in (seed.record.name, *seed.record.aliases)), "")
    hint = f'did you mean "{named}"?' if named else did_you_mean(topic, seeds.topics) or "dossier new adds one"
    raise WrongWords(f"there is no topic {quoted(topic)}; {hint}")


def _spelling(words: str) -> str:
    try:
        return TypeAdapter(Line).validate_python(words)
    except ValidationError as error:
        fault, _, _ = error.errors()[0]["msg"].removeprefix("Value error, ").partition(";")
        raise WrongWords(f"the spelling {fault}") from None


def _check_free(seeds: Seeds, seed: Seed[TopicRecord], spelling: str, *, metonym: bool) -> None:
    for field in _FIELDS:
        there = getattr(seed.record, field)
        if spelling in ((there,) if isinstance(there, str) else there):
            mark = seed.mark(field)
            raise Refused(f"{quoted(spelling)} is there already, in {field} of {seed.id} ({mark.path}:{mark.line})")
    for name, other in seeds.topics.items():
        if not metonym and spelling in (other.record.name, *other.record.aliases):
            mark = other.mark()
            message = (
                f"{quoted(spelling)} means {name} already ({mark.path}:{mark.line}), and cannot mean {seed.id} too"
            )
            raise Refused(f"{message}; as a word that may mean either, add it with --metonym")


def _linked(seeds: Seeds, seed: Seed[TopicRecord], spelling: str) -> list[str]:
    names = spellings(seeds)
    old = Matcher(names)
    new = Matcher([*names, Name(spelling, seed.id, seed.record.type == PERSON)])
    return [
        f"{article}#{claim.id}"
        for article, each in seeds.articles.items()
        for claim in each.record.claims
        if _names(new, claim.text, seed.id) and not _names(old, claim.text, seed.id)
    ]


def _names(matcher: Matcher, text: str, topic: str) -> bool:
    return any(topic in match.topics for match in matcher.find(text))
