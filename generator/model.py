"""What a seed may hold: one pydantic model a kind of record, with the meaning of each field.

The field docstrings are the manual that `dossier schema` hands to editors, so all records stand together in one long
module; the types of their fields stand in fields.py.
"""

from __future__ import annotations

import hashlib
import json
import re
from functools import cached_property, lru_cache
from math import inf
from typing import Annotated, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationInfo, field_validator, model_validator

from generator.fields import (
    ID_PATTERN,
    MANY,
    MAX_QUOTE_WORDS,
    PROSE,
    Basis,
    Block,
    Count,
    Date,
    Day,
    Draft,
    EventId,
    Id,
    Language,
    Latitude,
    Line,
    Longitude,
    MeasureId,
    Number,
    QuestionId,
    Quote,
    Sha256,
    Speaker,
    TopicId,
    Truth,
    Url,
    WordOf,
    id_schema,
)
from generator.schema_org import SchemaClass

__all__ = ["ID_PATTERN"]  # besides the models

Modality = Literal[
    "reported",
    "announced",
    "demanded",
    "offered",
    "threatened",
    "expected",
    "planned",
    "denied",
    "confirmed",
    "judged",
]
Qualifier = Literal["about", "at_least", "more_than", "at_most", "less_than"]
QuestionStatus = Literal["open", "apparent", "settled"]
Named = TypeVar("Named", tuple[str, ...], dict[str, SchemaClass])


TAKEN_FOLDERS = frozenset(
    ("articles", "timeline", "questions", "figures", "search", "data", "corrections", "assets", "fulltexts")
)
_NOT_TAKEN = ", and no folder of the generator's own, as articles or data are"
_NO_PARAGRAPH = "; absatz-1 and the like are addresses of paragraphs"
_MAPPED_SCHEMA: dict[str, JsonValue] = {
    "if": {"contains": {"const": "mapped"}},
    "then": {"contains": {"const": "located"}, "errorMessage": "what is mapped is located; write [located, mapped]"},
}


class Frozen(BaseModel):
    """A record; those in which the same fields were given share the set that says so, which takes as much room as they.

    It is never changed: a copy that is given more fields has its own.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, _context: object, /) -> None:
        object.__setattr__(self, "__pydantic_fields_set__", _given(frozenset(self.__pydantic_fields_set__)))


@lru_cache(maxsize=1 << 10)
def _given(names: frozenset[str]) -> set[str]:
    return set(names)


class Kind(Frozen):
    """A kind of topic, e.g. actors."""

    folder: Annotated[Id, Field(json_schema_extra=id_schema("|".join(sorted(TAKEN_FOLDERS)), _NOT_TAKEN))]
    """Folder in seeds/ and in the site's addresses."""
    singular: Line
    """Its name for one topic, e.g. Akteur."""
    plural: Line
    """Its name for many, e.g. Akteure."""
    traits: Annotated[tuple[Literal["located", "mapped", "source"], ...], Field(json_schema_extra=_MAPPED_SCHEMA)] = ()
    """located: needs coordinates; mapped: located, and on the map; source: may be an article's outlet or agency."""
    types: dict[Id, Line] = {}
    """The types a topic of this kind may have, with their labels."""
    areas: tuple[Id, ...] = ()
    """Those of its types that are no points, e.g. region: on a map they get no dot."""
    schema_org: dict[Id, SchemaClass] = {}
    """What its types are in schema.org, for search engines, e.g. {state: Country}; default: Place where the kind is
    located, Organization where it is a source, else Thing."""

    @field_validator("folder")
    @classmethod
    def _is_free(cls, folder: str) -> str:
        if folder in TAKEN_FOLDERS:
            raise ValueError(f'the folder "{folder}" is the generator\'s own; choose another')
        return folder

    @field_validator("traits")
    @classmethod
    def _have_a_place_on_the_map(cls, traits: tuple[str, ...]) -> tuple[str, ...]:
        if "mapped" in traits and "located" not in traits:
            raise ValueError("a map shows where something lies, so what is mapped is located; write [located, mapped]")
        return traits

    @field_validator("areas", "schema_org")
    @classmethod
    def _are_types(cls, named: Named, others: ValidationInfo) -> Named:
        known = others.data.get("types", named)
        if missing := [name for name in named if name not in known]:
            raise ValueError(f'"{missing[0]}" is none of its types; name one of {", ".join(known)}, or add it there')
        return named


class RelationKind(Frozen):
    """A kind of relation between two topics, as both ends read it."""

    label: Line
    """As the topic in `of` reads it, e.g. führt an."""
    inverse: Line
    """As the topic in `to` reads it, e.g. wird angeführt von."""


class Settings(Frozen):
    """seeds/dossier.yml: what the dossier is about, and its vocabularies."""

    title: Line
    """The site's title."""
    subtitle: Line | None = None
    """One line below it."""
    language: Literal["de"] = "de"
    """The language of the site."""
    scope: Block
    """What the dossier covers, and what not."""
    intro: Annotated[Block, PROSE] | None = None
    """The story in a few sentences, for the home page; each cites claims: [@article#claim]."""
    license: Line
    """Licence of the dossier's own words."""
    quote_words: Count = MAX_QUOTE_WORDS
    """The most words a quoted fragment may have here."""
    kinds: dict[Id, Kind]
    """Kinds of topics: word → folder, names, types."""
    event_types: dict[Id, Line]
    """The types of events: word → label."""
    statuses: dict[Id, Line]
    """The states that a claim may give a topic: word → label."""
    relations: dict[Id, RelationKind] = {}
    """The relations that a claim may state: word → labels for both ends."""

    @field_validator("kinds")
    @classmethod
    def _have_a_folder_each(cls, kinds: dict[str, Kind]) -> dict[str, Kind]:
        folders = [kind.folder for kind in kinds.values()]
        for folder in folders:
            if folders.count(folder) > 1:
                raise ValueError(f'two have the folder "{folder}"; give each its own')
        return kinds


class Figure(Frozen):
    """A number of a measure that the claim states."""

    measure: MeasureId
    """The series it belongs to: an id of seeds/measures.yml."""
    value: Number | None = None
    """The number as the source gives it; for a range, `min` and `max` instead."""
    min: Number | None = None
    """The lower end of a range, or the least there are."""
    max: Number | None = None
    """The upper end of a range, or the most there are."""
    qualifier: Qualifier | None = None
    """How the source limits the number; left out where it is given as exact."""
    as_of: Date | None = None
    """The time the number holds for; default: the claim's date."""

    model_config = ConfigDict(
        json_schema_extra={
            "anyOf": [{"required": ["value"]}, {"required": ["min"]}, {"required": ["max"]}],
            "if": {"required": ["value"]},
            "then": {"properties": {"min": False, "max": False}, "errorMessage": "a number has a `value` or limits"},
        }
    )

    @property
    def least(self) -> float:
        """The number, or the lower end of the range; -inf where the range has none."""
        return next((number for number in (self.value, self.min) if number is not None), -inf)

    @property
    def most(self) -> float:
        return next((number for number in (self.value, self.max) if number is not None), inf)

    @model_validator(mode="after")
    def _has_one_value(self) -> Figure:
        if (self.value is None) == (self.min is None and self.max is None):
            raise ValueError("needs either `value`, or `min` and/or `max`")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError("has a `min` above its `max`; turn them round")
        return self


class Answer(Frozen):
    """The claim answers a question in one of its positions."""

    question: QuestionId
    """An id of seeds/questions.yml."""
    position: Annotated[Id, WordOf("position")]
    """One of the question's `positions`."""


class Status(Frozen):
    """State of a topic as of the claim's date."""

    of: TopicId
    """The topic whose state it is."""
    is_: Annotated[Id, WordOf("status")]
    """A word of the dossier's `statuses`."""

    model_config = ConfigDict(alias_generator=lambda name: name.rstrip("_"))


class Role(Frozen):
    """An office or function that the claim gives to somebody."""

    of: TopicId
    """Who holds the office."""
    is_: Line
    """The office in words, e.g. Sprecher."""
    at: TopicId | None = None
    """The topic in which the office is held."""

    model_config = ConfigDict(alias_generator=lambda name: name.rstrip("_"))


class Relation(Frozen):
    """A relation between two topics that the claim states."""

    of: TopicId
    """The topic that the relation starts from."""
    is_: Annotated[Id, WordOf("relation")]
    """A word of the dossier's `relations`."""
    to: TopicId
    """The topic that it leads to."""

    model_config = ConfigDict(alias_generator=lambda name: name.rstrip("_"))


class Notice(Frozen):
    """A correction or withdrawal: when and why."""

    date: Day
    """The day, e.g. 2026-11-21."""
    reason: Line
    """Why, for the reader."""


class ClaimRecord(Frozen):
    """One sentence in our own words that stands alone, and where the article says so."""

    id: Annotated[Id, Field(json_schema_extra=id_schema(r"absatz-\d+", _NO_PARAGRAPH))]
    """Short, unique in the article; the claim's address is /articles/<article>/#<id>."""
    p: Annotated[tuple[Count, ...], MANY]
    """The paragraphs of the full text that bear it out; `dossier text ARTICLE` prints them numbered."""
    text: Annotated[Draft, PROSE] = ""
    """The sentence. Empty: a draft, still to be written."""
    when: Date | None = None
    """When it happened or held (EDTF); default: the date of its event."""
    when_basis: Line | None = None
    """The words of the paragraph that `when` was worked out from, e.g. Mittwoch."""
    by: Annotated[tuple[Speaker, ...], MANY] = ()
    """Who says so: a topic id, or the paragraph's words in quotes for an anonymous source."""
    via: Annotated[tuple[TopicId, ...], MANY] = ()
    """Another source that the article passes on, e.g. reuters."""
    modality: Modality = "reported"
    """How it is meant: what is announced is not done; judged is the article's own view."""
    event: Annotated[tuple[EventId, ...], MANY] = ()
    """The events it tells of: ids of seeds/timeline/."""
    topics: Annotated[tuple[TopicId, ...], MANY] = ()
    """Topics concerned that the sentence does not name."""
    figure: Annotated[tuple[Figure, ...], MANY] = ()
    """Numbers of a measure that the sentence states."""
    answers: Annotated[tuple[Answer, ...], MANY] = ()
    """The questions it answers, and how."""
    status: Annotated[tuple[Status, ...], MANY] = ()
    """States of topics that it gives."""
    role: Annotated[tuple[Role, ...], MANY] = ()
    """Offices that it gives."""
    relation: Annotated[tuple[Relation, ...], MANY] = ()
    """Relations that it states."""
    quote: Annotated[tuple[Quote, ...], MANY] = ()
    """A fragment quoted letter for letter."""
    corrected: Notice | None = None
    """Changed after it was published."""
    withdrawn: Notice | None = None
    """No longer held; its address shows the reason."""

    @field_validator("id")
    @classmethod
    def _is_no_paragraph(cls, value: str) -> str:
        if re.fullmatch(r"absatz-\d+", value):
            raise ValueError(f'"{value}" is the address of a paragraph; choose another id')
        return value

    @property
    def named_ids(self) -> tuple[str, ...]:
        """The topics that fields of the claim name, in the order of the fields."""
        ids = [speaker for speaker in self.by if not anonymous(speaker)]
        ids += [*self.via, *self.topics, *(status.of for status in self.status)]
        for role in self.role:
            ids += [role.of, role.at] if role.at else [role.of]
        for relation in self.relation:
            ids += [relation.of, relation.to]
        return tuple(dict.fromkeys(ids))

    @cached_property
    def fingerprint(self) -> str:
        """A hash of the whole record: it changes when any field does."""
        fields = self.model_dump(exclude_defaults=True, by_alias=True)
        return digest(json.dumps(fields, ensure_ascii=False, sort_keys=True))

    def __copy__(self) -> Self:
        """Of a copy, which is about to be changed, the hash is another."""
        copied = super().__copy__()
        copied.__dict__.pop("fingerprint", None)
        return copied


def digest(text: str) -> str:
    """The first 20 hexadecimal characters of the text's SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:20]


def anonymous(speaker: str) -> str:
    """The words for an anonymous source (`"Sicherheitskreise"` in quotes), or an empty string for a topic id."""
    match = re.fullmatch(r"[\"„“»](.+)[\"“”«]", speaker)
    return match[1].strip() if match else ""


class FullText(Frozen):
    """The private file with the article's text."""

    file: Line
    """Its name in the folder of full texts."""
    sha256: Sha256
    """Its SHA-256, so that nobody verifies against another text."""


class ArticleRecord(Frozen):
    """seeds/articles/<id>.yml: one article's metadata and claims."""

    title: Line
    """Our own title, not the article's."""
    published: Date
    """When it was published (EDTF), as exact as the text lets one know."""
    published_basis: Basis
    """`stated`, or `inferred:` with the reasoning."""
    added: Day
    """The day it came into the dossier."""
    outlet: TopicId | None = None
    """Who published it: a topic; left out where the text does not say."""
    agency: TopicId | None = None
    """The agency whose report it is: a topic."""
    authors: Annotated[tuple[Line, ...], MANY] = ()
    """Who wrote it, as the text names them."""
    language: Language = "de"
    """Its language, e.g. de."""
    url: Url | None = None
    """Its address on the web."""
    archived_url: Url | None = None
    """A copy in a web archive."""
    provenance: Block | None = None
    """What the text itself shows of its origin."""
    rights: Literal["metadata", "full"] = "metadata"
    """full: the text may be published and stands in articles/<id>.md."""
    fulltext: FullText | None = None
    """Where the private text lies."""
    topics: Annotated[tuple[TopicId, ...], MANY] = ()
    """Topics concerned that no claim names; all of them, while there are no claims."""
    claims: tuple[ClaimRecord, ...] = ()
    """What it says, one fact each. Empty: not yet evaluated."""
    corrected: Notice | None = None
    """Our page of it changed after it was published."""
    withdrawn: Notice | None = None
    """No longer part of the dossier; its page shows the reason."""


class Coordinates(Frozen):
    """A point on the earth (WGS 84, degrees) and where the numbers come from."""

    lat: Latitude
    """Degrees north, negative for south."""
    lon: Longitude
    """Degrees east, negative for west."""
    source: Line
    """Where the numbers come from."""
    approximate: Truth = False
    """They only show about where it is."""


class Note(Frozen):
    """A remark of the dossier's own, labelled as such."""

    text: Annotated[Line, PROSE]
    """The remark."""
    source: Line
    """What it rests on."""


class TopicRecord(Frozen):
    """An actor, base, place or outlet (or what else `kinds` names)."""

    name: Line
    """How the dossier calls it."""
    type: Annotated[Id, WordOf("topic type")]
    """One of its kind's types in seeds/dossier.yml."""
    aliases: Annotated[tuple[Line, ...], MANY] = ()
    """Other spellings; linked and verified."""
    metonyms: Annotated[tuple[Line, ...], MANY] = ()
    """Names that may mean something else too; verified, never linked by themselves."""
    coordinates: Coordinates | None = None
    """Where it lies; topics of a kind with the trait `located` need them."""
    intro: Annotated[Block, PROSE] | None = None
    """Each sentence cites claims: [@article#claim]."""
    note: Note | None = None
    """A remark of ours, labelled as such."""


class EventRecord(Frozen):
    """Something that happened; what is known of it are the claims that name it."""

    date: Date
    """When (EDTF), as exact as the sources know."""
    title: Line
    """What happened, in our words."""
    type: Annotated[Id, WordOf("event type")]
    """One of the event types in seeds/dossier.yml."""
    actors: Annotated[tuple[TopicId, ...], MANY] = ()
    """Who was involved, beyond what its claims name."""
    places: Annotated[tuple[TopicId, ...], MANY] = ()
    """Where, beyond what its claims name."""


class QuestionRecord(Frozen):
    """A question that the sources answer differently."""

    title: Line
    """The question itself."""
    status: QuestionStatus
    """open: undecided; apparent: the answers only seem to differ; settled: decided by later sources. Ours."""
    note: Annotated[Block, PROSE]
    """Why the status is what it is; its facts cite claims."""
    positions: dict[Id, Line]
    """The answers: word → label. Claims name one in `answers`."""


class MeasureRecord(Frozen):
    """A series of figures."""

    title: Line
    """What is counted, e.g. US-Soldaten im Irak."""
    unit: Line
    """The noun behind the number, in the plural."""
    scope: Line
    """What is counted in, and what not."""
    topics: Annotated[tuple[TopicId, ...], MANY] = ()
    """The topics whose pages show the series."""
