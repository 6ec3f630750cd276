"""Tags in plain style: lower or upper case, attributes with `"` or without a value, no `<` or `>` in a value.

Whatever parser of HTML reads them, and whichever version of it, they are read alike; so a regular expression may read
them too. `odd` is all other text that begins with `<`.
"""

from __future__ import annotations

import re
from functools import lru_cache

INLINE = frozenset("a abbr b bdi bdo br cite code em i img kbd mark q s small span strong sub sup time u wbr".split())
"""Elements of which, in Markdown, nothing is left but their text."""
_SPECIAL = r"(?:hr|script|style|textarea|title|xmp|iframe|no[a-z]+|plaintext)\b"  # by the one or other parser
_NAME = "[a-z][a-z0-9]*+"
_ATTRIBUTE = r'[ \n]++([a-z][a-z0-9:_-]*+)(?:="([^"<>]*+)")?'
_ATTRIBUTES = rf"(?:{_ATTRIBUTE.replace('([', '(?:[')})*+[ \n]*+"
_PLAIN = (  # behind the `<`
    rf"(?!{_SPECIAL})(?P<opened>{_NAME}){_ATTRIBUTES}(?P<empty>/?)>"
    rf"|/(?P<closed>{_NAME})>|!-- [^<>]*-->|title{_ATTRIBUTES}>[^<]*</title>"
)
_FLAGS = re.IGNORECASE | re.ASCII

TOKEN = re.compile(rf"<(?:{_PLAIN}|(?P<odd>))", _FLAGS)
ODD = re.compile(rf"<(?!{_PLAIN})", _FLAGS)
ATTRIBUTE = re.compile(_ATTRIBUTE, _FLAGS)
CLOSING = re.compile(rf"</({_NAME})>", _FLAGS)
TEXT_ENDS = re.compile(rf"<(?!/(?:{'|'.join(INLINE)})>|(?:{'|'.join(INLINE)}){_ATTRIBUTES}/?>)", _FLAGS)
"""Any `<` but that of an inline element's tag."""
ODD_REFERENCE = re.compile(r"&#(?!\d+;)|&\Z", re.ASCII)


@lru_cache(maxsize=1024)
def tag_of(text: str) -> tuple[str, tuple[tuple[str, str | None], ...]] | None:
    """Name and attributes of an opening tag, as html.parser says them; None if it is odd or has to be unescaped."""
    found = TOKEN.fullmatch(text)
    if not found or found["opened"] is None or found["empty"] or "&" in text:
        return None
    attributes = ((each[1].lower(), each[2]) for each in ATTRIBUTE.finditer(text, found.end("opened")))
    return found["opened"].lower(), tuple(attributes)


def end_of_raw(text: str, start: int) -> int | None:
    """Where the ending stands that closes the element begun at `start`; None where something odd comes before it."""
    opened: list[str] = []
    for found in TOKEN.finditer(text, start):
        kind = found.lastgroup
        if kind == "odd":
            return None
        if kind == "closed":
            tag = found["closed"].lower()
            if tag in opened:
                while opened.pop() != tag:
                    pass
            if not opened:
                return found.start()
        elif kind == "empty" and not found["empty"]:
            opened.append(found["opened"].lower())
    return None
