"""The types of fields: text from a YAML file → a value of its kind, or what is wrong and the way out.

Every scalar arrives as text (yaml_marks.py). A message that begins with a verb goes on from the field's name; what
stands behind its first semicolon is the hint.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from sys import intern
from typing import Annotated, Any, Literal

from pydantic import GetJsonSchemaHandler, PlainSerializer, PlainValidator, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from generator import dates
from generator.dates import When

MAX_QUOTE_WORDS = 12
ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
LANGUAGE_PATTERN = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
MAX_ID = 80
"""A file name has its limits, and so has an address that people read."""

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
# controls, turned writing direction, half characters: what could not be seen, or would garble the page around it
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")
_ID = re.compile(ID_PATTERN)
_WHOLE = re.compile(r"[1-9][0-9]{0,4}")
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_EMPTY = "is empty; fill it in or remove the line"


def _text(value: Any) -> str:
    """Composed Unicode (a file from macOS may hold a and ¨ for ä), without soft hyphens and the like."""
    if value is None:
        raise ValueError(_EMPTY)
    if not isinstance(value, str):
        kind = "a mapping" if isinstance(value, dict) else "a list"
        raise ValueError(f"expected a single value, found {kind}; a text with [, {{ or : in it must stand in quotes")
    if value.isprintable():  # nearly every one: nothing in it is unseen
        return unicodedata.normalize("NFC", value)
    if bad := _CONTROL.search(value):
        raise ValueError(f"holds the control character U+{ord(bad[0]):04X}; remove it")
    return unicodedata.normalize("NFC", value.translate(_INVISIBLE))


def _line(value: Any) -> str:
    text = " ".join(_text(value).split())
    if not text:
        raise ValueError(_EMPTY)
    return text


def _draft(value: Any) -> str:
    return "" if value is None else " ".join(_text(value).split())


def _block(value: Any) -> str:
    text = _text(value).strip()
    if not text:
        raise ValueError(_EMPTY)
    return text


def check_id(value: Any) -> str:
    """Ids are kebab-case ASCII: they stand in addresses for good."""
    text = _line(value)
    if len(text) > MAX_ID:
        raise ValueError(f'"{text[:20]}…" is longer than {MAX_ID} characters; choose a shorter id')
    if not _ID.fullmatch(text):
        raise ValueError(f'"{text}" is no id; use a-z, 0-9 and single hyphens, e.g. "{as_id(text)}"')
    return intern(text)  # the same ids stand in many records


def as_id(text: str) -> str:
    """The nearest id to a text; an example where nothing of it can stand in one."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"[\u0300-\u036f']", "", plain)).strip("-") or "ain-al-asad"


def _number(value: Any) -> int | float:
    text = _line(value)
    if re.fullmatch(r"[+-]?[1-9][0-9]{0,2}([.,\u202f\u00a0 ][0-9]{3})+", text):
        raise ValueError(f'"{text}" could be read in two ways; write the number without separators')
    return _decimal(text)


def _decimal(text: str) -> int | float:
    if not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,15})?", text):
        raise ValueError(f'"{text}" is no number; write e.g. 2500 or 2.5')
    return float(text) if "." in text else int(text)


def _degrees(limit: int) -> PlainValidator:
    """An angle; here 33.785 can only mean one thing."""

    def degrees(value: Any) -> float:
        text = _line(value)
        try:
            number = _decimal(text)
        except ValueError:
            raise ValueError(f'"{text}" is no angle; write degrees with a point, e.g. -33.785') from None
        if abs(number) > limit:
            raise ValueError(f"{number} lies outside -{limit} to {limit} degrees; check latitude and longitude")
        return number

    return PlainValidator(degrees)


def _count(value: Any) -> int:
    text = _line(value)
    if not _WHOLE.fullmatch(text):
        raise ValueError(f'"{text}" is no whole number from 1; write e.g. 3, or [3, 4] for several')
    return int(text)


def _when(value: Any) -> When:
    return dates.parse_when(_line(value))


def _day(value: Any) -> When:
    when = _when(value)
    if when.precision != "day" or when.qualifier:
        raise ValueError(f'"{when.text}" is no single day; write e.g. 2026-11-21')
    return when


def _url(value: Any) -> str:
    text = _line(value)
    if not re.fullmatch(r"https?://[^\s<>\"'`\\{}|^]+", text):
        bad = re.search(r"[\s<>\"'`\\{}|^]", text)
        if bad and re.match(r"https?://", text):
            raise ValueError(f'"{text}" holds {bad[0]!r}, which no web address may; write %{ord(bad[0]):02X} for it')
        raise ValueError(f'"{text}" is no web address; it begins with https:// or http://')
    return text


def _basis(value: Any) -> str:
    text = _line(value)
    if text != "stated" and not re.fullmatch(r"inferred: ?\S.*", text):
        raise ValueError(f'"{text}" says not where the date is from; write "stated", or "inferred: " and why')
    return text


def _language(value: Any) -> str:
    text = _line(value)
    if not re.fullmatch(LANGUAGE_PATTERN, text):
        raise ValueError(f'"{text}" is no code of a language; write e.g. de, en or de-AT')
    return text


def _sha256(value: Any) -> str:
    text = _line(value)
    if not re.fullmatch(r"[0-9a-f]{64}", text):
        raise ValueError(f'"{text[:20]}" is no SHA-256 of 64 characters; take it from `sha256sum FILE`')
    return text


def _quote(value: Any) -> str:
    text = _line(value)
    if len(text.split()) > MAX_QUOTE_WORDS:
        raise ValueError(f"has {len(text.split())} words, a quote at most {MAX_QUOTE_WORDS}; retell it in own words")
    return text


def _truth(value: Any) -> bool:
    text = _line(value)
    if text not in ("true", "false"):
        raise ValueError(f'"{text}" is neither true nor false; write one of these')
    return text == "true"


class _OneOrMany:
    """Takes one value or a list of them; the schema shows both."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.listed, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        many = handler(core)
        return {"anyOf": [many["items"], many]}

    @staticmethod
    def listed(value: Any) -> Any:
        return value if isinstance(value, list) else [value]


def _schema(pattern: str, message: str, **schema: Any) -> WithJsonSchema:
    """For editors: a text of this pattern, and what YAML servers say of one that is not."""
    return WithJsonSchema({"type": "string", "pattern": pattern, "errorMessage": message, **schema})


def _number_schema(kind: str, message: str, **limits: int) -> WithJsonSchema:
    return WithJsonSchema({"type": kind, "errorMessage": message, **limits})


def id_schema(taken: str = "", why: str = "") -> dict[str, Any]:
    """For editors: an id, but none of the pattern `taken`."""
    message = f"use a-z, 0-9 and single hyphens{why}"
    pattern = f"^(?!({taken})$){ID_PATTERN}$" if taken else f"^{ID_PATTERN}$"
    return {"type": "string", "pattern": pattern, "errorMessage": message, "maxLength": MAX_ID}


KNOWN = "known"
"""Key in a schema: of what the field holds an id or word; schema.py puts those of a dossier in its place."""


class _OneOfKnown:
    noun: str

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(core), KNOWN: self.noun}


@dataclass(frozen=True)
class RefersTo(_OneOfKnown):
    """Marks a field that holds the id of a record of this noun; renaming goes by it."""

    noun: Literal["topic", "event", "question", "measure"]


@dataclass(frozen=True)
class WordOf(_OneOfKnown):
    """Marks a field that holds a word of a vocabulary; editors offer what there is."""

    noun: Literal["topic type", "event type", "status", "relation", "position"]


@dataclass(frozen=True, slots=True)
class HoldsRefs:
    """Marks prose whose links and citations are resolved; renaming goes by it."""


PROSE = HoldsRefs()
# The same rules for schemas, as far as a pattern can tell them (ECMA-262: no calendar, no comparison of two fields).
_SHOWN = r"[^\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufffe\uffff]"
_FILL_IN = "fill it in, without control characters"
_FILLED = rf"^{_SHOWN}*(?!\s){_SHOWN}+$"
_DAY_PATTERN = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
_BOUND_PATTERN = rf"(\d{{4}}(-(0[1-9]|1[0-2]|2[1-4]))?|{_DAY_PATTERN})[~?%]?"
_DATE_PATTERN = rf"^({_BOUND_PATTERN}(/({_BOUND_PATTERN}|\.\.))?|\.\./{_BOUND_PATTERN})$"

Line = Annotated[str, PlainValidator(_line), _schema(_FILLED, _FILL_IN)]
Draft = Annotated[str, PlainValidator(_draft), _schema(f"^{_SHOWN}*$", _FILL_IN, type=["string", "null"])]
Block = Annotated[str, PlainValidator(_block), _schema(_FILLED, _FILL_IN)]
Id = Annotated[str, PlainValidator(check_id), WithJsonSchema(id_schema())]
TopicId = Annotated[Id, RefersTo("topic")]
EventId = Annotated[Id, RefersTo("event")]
QuestionId = Annotated[Id, RefersTo("question")]
MeasureId = Annotated[Id, RefersTo("measure")]
Speaker = Annotated[Line, RefersTo("topic")]  # or words in quotes, which are no id
Quote = Annotated[
    str,
    PlainValidator(_quote),
    _schema(rf"^\s*(\S+\s+){{0,{MAX_QUOTE_WORDS - 1}}}\S+\s*$", f"quote {MAX_QUOTE_WORDS} words at most"),
]
_AS_TYPED = PlainSerializer(lambda when: when.text, return_type=str)
Date = Annotated[
    When,
    PlainValidator(_when),
    _AS_TYPED,
    _schema(
        _DATE_PATTERN,
        "write 2020, 2020-05, 2020-05-03, 2020-05~ or 2020-05-03/2020-05-09",
        type=["string", "integer"],
        minimum=1000,
        maximum=9999,
    ),
]
Day = Annotated[When, PlainValidator(_day), _AS_TYPED, _schema(f"^{_DAY_PATTERN}$", "write a day, e.g. 2026-11-21")]
_POINT = "write degrees with a point, e.g. -33.785"
Number = Annotated[float | int, PlainValidator(_number), _number_schema("number", "write e.g. 2500 or 2.5")]
Latitude = Annotated[float | int, _degrees(90), _number_schema("number", _POINT, minimum=-90, maximum=90)]
Longitude = Annotated[float | int, _degrees(180), _number_schema("number", _POINT, minimum=-180, maximum=180)]
Count = Annotated[int, PlainValidator(_count), _number_schema("integer", "write a whole number, e.g. 3", minimum=1)]
Url = Annotated[
    str,
    PlainValidator(_url),
    _schema(r"^https?://[^\s<>\"'`\\{}|^]+$", "begin with https:// or http://, without blanks"),
]
Truth = Annotated[bool, PlainValidator(_truth), WithJsonSchema({"type": "boolean"})]
Basis = Annotated[
    str, PlainValidator(_basis), _schema("^(stated$|inferred: ?[^ ])", 'write stated, or "inferred: " and why')
]
Sha256 = Annotated[str, PlainValidator(_sha256), _schema("^[0-9a-f]{64}$", "64 characters, from sha256sum FILE")]
Language = Annotated[str, PlainValidator(_language), _schema(f"^{LANGUAGE_PATTERN}$", "write a code, e.g. de")]
MANY = _OneOrMany()
