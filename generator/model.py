"""What a seed may hold: one pydantic model a kind of record, with the meaning of each field.

The field docstrings are the manual that `dossier schema` hands to editors, so all records stand together in one long
module; the types of their fields stand in fields.py.
"""

from __future__ import annotations

import hashlib
import json
import re
from math import inf
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, field_validator, model_validator

from generator.fields import (
    ID_PATTERN,
    MANY,
    MAX_QUOTE_WORDS,
    Basis,
    Block,
    Count,
    Date,
    Day,
    Draft,
    Id,
    Language,
    Latitude,
    Line,
    Longitude,
    Number,
    Quote,
    Sha256,
    Speaker,
    Truth,
    Url,
)

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


TAKEN_FOLDERS = frozenset({"articles", "timeline", "questions", "figures", "data", "assets", "fulltexts"})


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Kind(_Model):
    """A kind of topic, e.g. actors."""

    folder: Id
    """Folder in seeds/ and in the site's addresses."""
    singular: Line
    plural: Line
    traits: tuple[Literal["located", "source"], ...] = ()
    """located: needs coordinates; source: may be an article's outlet or agency."""
    types: dict[Id, Line] = {}
    """The types a topic of this kind may have, with their labels."""

    @field_validator("folder")
    @classmethod
    def _is_free(cls, folder: str) -> str:
        if folder in TAKEN_FOLDERS:
            raise ValueError(f'the folder "{folder}" is the generator\'s own; choose another')
        return folder


class RelationKind(_Model):
    """A kind of relation between two topics, as both ends read it."""

    label: Line
    inverse: Line


class Settings(_Model):
    """seeds/dossier.yml: what the dossier is about, and its vocabularies."""

    title: Line
    subtitle: Line | None = None
    language: Literal["de"] = "de"
    scope: Block
    """What the dossier covers, and what not."""
    license: Line
    """Licence of the dossier's own words."""
    quote_words: Count = MAX_QUOTE_WORDS
    """The most words a quoted fragment may have here."""
    kinds: dict[Id, Kind]
    event_types: dict[Id, Line]
    statuses: dict[Id, Line]
    relations: dict[Id, RelationKind] = {}

    @field_validator("kinds")
    @classmethod
    def _have_a_folder_each(cls, kinds: dict[str, Kind]) -> dict[str, Kind]:
        folders = [kind.folder for kind in kinds.values()]
        for folder in folders:
            if folders.count(folder) > 1:
                raise ValueError(f'two have the folder "{folder}"; give each its own')
        return kinds


class Figure(_Model):
    """A number of a measure that the claim states."""

    measure: Id
    value: Number | None = None
    min: Number | None = None
    max: Number | None = None
    qualifier: Qualifier | None = None
    """How the source limits the number; left out where it is given as exact."""
    as_of: Date | None = None
    """The time the number holds for; default: the claim's date."""

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


class Answer(_Model):
    """The claim answers a question in one of its positions."""

    question: Id
    position: Id


class Status(_Model):
    """State of a topic as of the claim's date."""

    of: Id
    is_: Id
    """A word of the dossier's `statuses`."""

    model_config = ConfigDict(alias_generator=lambda name: name.rstrip("_"))


class Role(_Model):
    """An office or function that the claim gives to somebody."""

    of: Id
    is_: Line
    """The office in words, e.g. Sprecher."""
    at: Id | None = None
    """The topic in which the office is held."""

    model_config = ConfigDict(alias_generator=lambda name: name.rstrip("_"))


class Relation(_Model):
    """A relation between two topics that the claim states."""

    of: Id
    is_: Id
    """A word of the dossier's `relations`."""
    to: Id

    model_config = ConfigDict(alias_generator=lambda name: name.rstrip("_"))


class Notice(_Model):
    """A correction or withdrawal: when and why."""

    date: Day
    reason: Line


class ClaimRecord(_Model):
    """One sentence in our own words that stands alone, and where the article says so."""

    id: Id
    """Short, unique in the article; the claim's address is /articles/<article>/#<id>."""
    p: Annotated[tuple[Count, ...], MANY]
    """The paragraphs of the full text that bear it out; `dossier text ARTICLE` prints them numbered."""
    text: Draft = ""
    """The sentence. Empty: a draft, still to be written."""
    when: Date | None = None
    """When it happened or held (EDTF); default: the date of its event."""
    when_basis: Line | None = None
    """The words of the paragraph that `when` was worked out from, e.g. Mittwoch."""
    by: Annotated[tuple[Speaker, ...], MANY] = ()
    """Who says so: a topic id, or the paragraph's words in quotes for an anonymous source."""
    via: Annotated[tuple[Id, ...], MANY] = ()
    """Another source that the article passes on, e.g. reuters."""
    modality: Modality = "reported"
    event: Annotated[tuple[Id, ...], MANY] = ()
    topics: Annotated[tuple[Id, ...], MANY] = ()
    """Topics concerned that the sentence does not name."""
    figure: Annotated[tuple[Figure, ...], MANY] = ()
    answers: Annotated[tuple[Answer, ...], MANY] = ()
    status: Annotated[tuple[Status, ...], MANY] = ()
    role: Annotated[tuple[Role, ...], MANY] = ()
    relation: Annotated[tuple[Relation, ...], MANY] = ()
    quote: Annotated[tuple[Quote, ...], MANY] = ()
    """A fragment quoted letter for letter."""
    corrected: Notice | None = None
    withdrawn: Notice | None = None

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

    @property
    def fingerprint(self) -> str:
        """A hash of the whole record: it changes when any field does."""
        fields = self.model_dump(exclude_defaults=True, by_alias=True)
        return digest(json.dumps(fields, ensure_ascii=False, sort_keys=True))


def digest(text: str) -> str:
    """The first 20 hexadecimal characters of the text's SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:20]


def anonymous(speaker: str) -> str:
    """The words for an anonymous source (`"Sicherheitskreise"` in quotes), or an empty string for a topic id."""
    match = re.fullmatch(r"[\"„“»](.+)[\"“”«]", speaker)
    return match[1].strip() if match else ""


class FullText(_Model):
    """The private file with the article's text."""

    file: Line
    sha256: Sha256


class ArticleRecord(_Model):
    """seeds/articles/<id>.yml: one article's metadata and claims."""

    title: Line
    """Our own title, not the article's."""
    published: Date
    published_basis: Basis
    """`stated`, or `inferred:` with the reasoning."""
    added: Day
    outlet: Id | None = None
    agency: Id | None = None
    authors: Annotated[tuple[Line, ...], MANY] = ()
    language: Language = "de"
    url: Url | None = None
    archived_url: Url | None = None
    provenance: Block | None = None
    """What the text itself shows of its origin."""
    rights: Literal["metadata", "full"] = "metadata"
    """full: the text may be published and stands in articles/<id>.md."""
    fulltext: FullText | None = None
    topics: Annotated[tuple[Id, ...], MANY] = ()
    claims: tuple[ClaimRecord, ...] = ()
    corrected: Notice | None = None
    withdrawn: Notice | None = None


class Coordinates(_Model):
    """A point on the earth (WGS 84, degrees) and where the numbers come from."""

    lat: Latitude
    lon: Longitude
    source: Line
    approximate: Truth = False


class Note(_Model):
    """A remark of the dossier's own, labelled as such."""

    text: Line
    source: Line


class TopicRecord(_Model):
    """An actor, base, place or outlet (or what else `kinds` names)."""

    name: Line
    type: Id
    aliases: Annotated[tuple[Line, ...], MANY] = ()
    """Other spellings; linked and verified."""
    metonyms: Annotated[tuple[Line, ...], MANY] = ()
    """Names that may mean something else too; verified, never linked by themselves."""
    coordinates: Coordinates | None = None
    intro: Block | None = None
    """Each sentence cites claims: [@article#claim]."""
    note: Note | None = None


class EventRecord(_Model):
    """Something that happened; what is known of it are the claims that name it."""

    date: Date
    title: Line
    type: Id
    actors: Annotated[tuple[Id, ...], MANY] = ()
    places: Annotated[tuple[Id, ...], MANY] = ()


class QuestionRecord(_Model):
    """A question that the sources answer differently."""

    title: Line
    status: QuestionStatus
    """open: undecided; apparent: the answers only seem to differ; settled: decided by later sources. Ours."""
    note: Block
    """Why the status is what it is; its facts cite claims."""
    positions: dict[Id, Line]


class MeasureRecord(_Model):
    """A series of figures."""

    title: Line
    unit: Line
    scope: Line
    topics: Annotated[tuple[Id, ...], MANY] = ()
