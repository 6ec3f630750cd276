"""Anything that a dossier holds → a digest of its whole content: the same in each run, another after any change."""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any

from pydantic import BaseModel

from generator.model import ArticleRecord, ClaimRecord

_SIZE = 16
"""Bytes; so many that no two contents of a dossier's life share a digest."""


class Digests:
    """Those of records that stand in many places, of the types that are met `often`, are made once."""

    def __init__(self, often: tuple[type, ...] = ()) -> None:
        self._often = often
        self._known: dict[int, tuple[object, bytes]] = {}

    def of(self, value: object) -> str:
        """Raises TypeError for what has no content that could be told."""
        return hashlib.blake2b(self._told(value), digest_size=_SIZE).hexdigest()

    def _told(self, value: Any) -> bytes:
        """The value's content; what stands in another order, or is of another type, is another content."""
        if type(value) in self._often:
            return self._nested(value)
        try:
            return marshal.dumps(value, 0)  # plain values, however nested; in version 0 equal ones give equal bytes
        except ValueError:
            return self._nested(value)

    def _nested(self, value: Any) -> bytes:
        """Of what holds records, or is one."""
        if known := self._known.get(id(value)):
            return known[1]
        kind = type(value)
        if kind is tuple or kind is list:
            return self._alike(value) or b"(%b)" % b",".join(map(self._told, value))
        if kind in self._often:
            # the value is kept as well: its identity must not go to another one
            known = value, hashlib.blake2b(self._record(value, kind), digest_size=_SIZE).hexdigest().encode()
            self._known[id(value)] = known
            return known[1]
        if isinstance(value, Mapping):
            return b"{%b}" % b",".join(self._told(key) + b":" + self._told(held) for key, held in value.items())
        return self._record(value, kind)

    def _alike(self, values: Sequence[Any]) -> bytes:
        """Of records of one type that hold plain values, as the spans of a sentence are, told at once; else empty."""
        kinds = set(map(type, values))
        kind = kinds.pop()
        if kinds or kind in self._often or not (told := _values(kind)):
            return b""
        try:
            return b"%b[%b]" % (kind.__name__.encode(), marshal.dumps(list(map(told, values)), 0))
        except ValueError:
            return b""

    def _record(self, value: Any, kind: type) -> bytes:
        if values := _values(kind):
            return b"%b%b" % (kind.__name__.encode(), self._told(values(value)))
        if isinstance(value, ClaimRecord):
            return value.fingerprint.encode()
        if isinstance(value, BaseModel):  # of an article without its claims: whoever shows these asks for them
            apart = {"claims"} if isinstance(value, ArticleRecord) else None
            return f"{kind.__name__} {value.model_dump_json(exclude=apart)}".encode()
        if isinstance(value, date):
            return repr(value).encode()
        raise TypeError(f"no digest of {kind.__name__}")


@cache
def _values(kind: Any) -> Callable[[Any], tuple[Any, ...]] | None:
    """What gives the values of all fields, where it is a dataclass."""
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else []
    if len(names) == 1:
        return lambda value: (getattr(value, names[0]),)
    return attrgetter(*names) if names else None
