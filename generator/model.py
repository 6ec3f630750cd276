"""What a seed may hold: one frozen, typed model a record, with the meaning of each field.

The field docstrings are the manual that `dossier schema` hands to editors. Every scalar arrives as text (yaml_marks.py) and
gets its type here.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, GetJsonSchemaHandler, PlainValidator
from pydantic import WithJsonSchema, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from generator import dates
from generator.dates import When

MAX_QUOTE_WORDS = 12
ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"

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


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"expected text, found {_kind_of(value)}")
    if bad := next(
        (c for c in value if c != "\n" and c != "\t" and (ord(c) < 32 or c in "\x7f\u202a\u202e\ufffe")), None
    ):
        raise ValueError(f"holds the control character U+{ord(bad):04X}; remove it")
    return value


def _line(value: Any) -> str:
    text = " ".join(_text(value).replace("\u00ad", "").split())
    if not text:
        raise ValueError("is empty; fill it in or remove the line")
    return text


def _draft(value: Any) -> str:
    return "" if value is None else " ".join(_text(value).replace("\u00ad", "").split())


def _block(value: Any) -> str:
    text = _text(value).replace("\u00ad", "").strip()
    if not text:
        raise ValueError("is empty; fill it in or remove the line")
    return text


def _kind_of(value: Any) -> str:
    return {dict: "a mapping", list: "a list", type(None): "nothing"}.get(type(value), "text")


def check_id(value: Any) -> str:
    """Ids are kebab-case ASCII: they stand in addresses for good."""
    text = _line(value)
    if not re.fullmatch(ID_PATTERN, text):
        raise ValueError(f'"{text}" is no id; use a-z, 0-9 and single hyphens, e.g. "ain-al-asad"')
    return text


def _number(value: Any) -> int | float:
    text = _line(value)
    if re.fullmatch(r"[+-]?\d{1,3}([.,\u202f\u00a0 ]\d{3})+", text):
        raise ValueError(f'"{text}" could be read in two ways; write the number without separators')
    if not re.fullmatch(r"-?\d+(\.\d+)?", text):
        raise ValueError(f'"{text}" is no number; write e.g. 2500 or 2.5')
    return float(text) if "." in text else int(text)


def _count(value: Any) -> int:
    text = _line(value)
    if not re.fullmatch(r"[1-9]\d{0,4}", text):
        raise ValueError(f'"{text}" is no whole number from 1')
    return int(text)


def _when(value: Any) -> When:
    return dates.parse_when(_line(value))


def _day(value: Any) -> When:
    when = _when(value)
    if not when.day:
        raise ValueError(f'"{when.text}" is no single day; write e.g. 2026-11-21')
    return when


def _url(value: Any) -> str:
    text = _line(value)
    if not re.fullmatch(r"https?://[^\s<>\"'`\\{}|^]+", text):
        raise ValueError(f'"{text}" is no web address; it begins with https:// or http:// and has no spaces')
    return text


def _basis(value: Any) -> str:
    text = _line(value)
    if text != "stated" and not re.fullmatch(r"inferred: ?\S.*", text):
        raise ValueError('is neither "stated" nor "inferred: " with the reasoning')
    return text


def _sha256(value: Any) -> str:
    text = _line(value)
    if not re.fullmatch(r"[0-9a-f]{64}", text):
        raise ValueError("is no sha256 (64 characters 0-9 and a-f); take it from `sha256sum FILE`")
    return text


def _quote(value: Any) -> str:
    text = _line(value)
    if len(text.split()) > MAX_QUOTE_WORDS:
        raise ValueError(f"has {len(text.split())} words, a quote at most {MAX_QUOTE_WORDS}; retell it in own words")
    return text


def _truth(value: Any) -> bool:
    if value not in ("true", "false"):
        raise ValueError(f'"{value}" is neither true nor false')
    return bool(value == "true")


class _OneOrMany:
    """Takes one value or a list of them; the schema shows both."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_before_validator_function(self.listed, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        many = handler(core)
        return {"anyOf": [many["items"], many]}

    @staticmethod
    def listed(value: Any) -> Any:
        return value if isinstance(value, list) else [value]


def _schema(**schema: Any) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", **schema})


Line = Annotated[str, PlainValidator(_line), _schema(minLength=1)]
Draft = Annotated[str, PlainValidator(_draft), WithJsonSchema({"type": ["string", "null"]})]
Block = Annotated[str, PlainValidator(_block), _schema(minLength=1)]
Id = Annotated[str, PlainValidator(check_id), _schema(pattern=f"^{ID_PATTERN}$")]
Speaker = Line
Quote = Annotated[str, PlainValidator(_quote), _schema(minLength=1)]
Date = Annotated[
    When, PlainValidator(_when), WithJsonSchema({"type": ["string", "integer"], "pattern": f"^{dates.PATTERN}$"})
]
Day = Annotated[When, PlainValidator(_day), _schema(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Number = Annotated[float | int, PlainValidator(_number), WithJsonSchema({"type": "number"})]
Count = Annotated[int, PlainValidator(_count), WithJsonSchema({"type": "integer", "minimum": 1})]
Url = Annotated[str, PlainValidator(_url), _schema(pattern="^https?://")]
Truth = Annotated[bool, PlainValidator(_truth), WithJsonSchema({"type": "boolean"})]
_MANY = _OneOrMany()


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
    p: Annotated[tuple[Count, ...], _MANY]
    """The paragraphs of the full text that bear it out; `dossier text ARTICLE` prints them numbered."""
    text: Draft = ""
    """The sentence. Empty: a draft, still to be written."""
    when: Date | None = None
    """When it happened or held (EDTF); default: the date of its event."""
    when_basis: Line | None = None
    """The words of the paragraph that `when` was worked out from, e.g. Mittwoch."""
    by: Annotated[tuple[Speaker, ...], _MANY] = ()
    """Who says so: a topic id, or the paragraph's words in quotes for an anonymous source."""
    via: Annotated[tuple[Id, ...], _MANY] = ()
    """Another source that the article passes on, e.g. reuters."""
    modality: Modality = "reported"
    event: Annotated[tuple[Id, ...], _MANY] = ()
    topics: Annotated[tuple[Id, ...], _MANY] = ()
    """Topics concerned that the sentence does not name."""
    figure: Annotated[tuple[Figure, ...], _MANY] = ()
    answers: Annotated[tuple[Answer, ...], _MANY] = ()
    status: Annotated[tuple[Status, ...], _MANY] = ()
    role: Annotated[tuple[Role, ...], _MANY] = ()
    relation: Annotated[tuple[Relation, ...], _MANY] = ()
    quote: Annotated[tuple[Quote, ...], _MANY] = ()
    """A fragment quoted letter for letter."""
    corrected: Notice | None = None
    withdrawn: Notice | None = None

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
        return digest(json.dumps(fields, default=lambda when: when.text, ensure_ascii=False, sort_keys=True))


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
    sha256: Annotated[str, PlainValidator(_sha256), _schema(pattern="^[0-9a-f]{64}$")]


class ArticleRecord(_Model):
    """seeds/articles/<id>.yml: one article's metadata and claims."""

    title: Line
    """Our own title, not the article's."""
    published: Date
    published_basis: Annotated[str, PlainValidator(_basis), _schema(pattern="^(stated$|inferred: ?[^ ])")]
    """`stated`, or `inferred:` with the reasoning."""
    added: Day
    outlet: Id | None = None
    agency: Id | None = None
    authors: Annotated[tuple[Line, ...], _MANY] = ()
    language: Annotated[str, PlainValidator(_line), _schema(minLength=2)] = "de"
    url: Url | None = None
    archived_url: Url | None = None
    provenance: Block | None = None
    """What the text itself shows of its origin."""
    rights: Literal["metadata", "full"] = "metadata"
    """full: the text may be published and stands in articles/<id>.md."""
    fulltext: FullText | None = None
    topics: Annotated[tuple[Id, ...], _MANY] = ()
    claims: tuple[ClaimRecord, ...] = ()
    corrected: Notice | None = None
    withdrawn: Notice | None = None


class Coordinates(_Model):
    """A point on the earth (WGS 84, degrees) and where the numbers come from."""

    lat: Annotated[Number, AfterValidator(lambda value: _within(value, 90))]
    lon: Annotated[Number, AfterValidator(lambda value: _within(value, 180))]
    source: Line
    approximate: Truth = False


def _within(value: float, limit: int) -> float:
    if abs(value) > limit:
        raise ValueError(f"{value} lies outside -{limit} to {limit} degrees")
    return value


class Note(_Model):
    """A remark of the dossier's own, labelled as such."""

    text: Line
    source: Line


class TopicRecord(_Model):
    """An actor, base, place or outlet (or what else `kinds` names)."""

    name: Line
    type: Id
    aliases: Annotated[tuple[Line, ...], _MANY] = ()
    """Other spellings; linked and verified."""
    metonyms: Annotated[tuple[Line, ...], _MANY] = ()
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
    actors: Annotated[tuple[Id, ...], _MANY] = ()
    places: Annotated[tuple[Id, ...], _MANY] = ()


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
    topics: Annotated[tuple[Id, ...], _MANY] = ()
