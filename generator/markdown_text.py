"""Values from seeds are data: whatever stands in them comes out as text, never as Markdown, HTML or attributes."""

from __future__ import annotations

import html
import re
from functools import lru_cache

# Everywhere in a line; as character references, which Markdown leaves alone and the browser shows as the character.
_REFERENCES = {c: f"&#{ord(c)};" for c in "`*_[]{}|\\~^#$"} | {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SPECIAL = re.compile(r"[`*_\[\]{}|\\~^#$&<>]")  # one pass of its own is far quicker than `translate`: most have none
_STAR = "(?<!&#42;)&#42;(?!&#42;)"
_EMPHASIS = re.compile(rf"{_STAR}(\S(?:.*?\S)?){_STAR}")
_LINE_START = re.compile(r"([-+=:!?/%])|(\d+)([.)])")


def escape(text: object) -> str:
    """A value as one line of Markdown that shows exactly the value."""
    return _escaped(str(text))


@lru_cache(maxsize=1 << 14)
def _escaped(text: str) -> str:
    return line_start(inline(" ".join(text.split())))


@lru_cache(maxsize=1 << 14)
def inline(text: str) -> str:
    """A piece from the middle of a line: escaped, with the single blanks around it kept."""
    lead = " " if text[:1].isspace() else ""
    tail = " " if text[-1:].isspace() and text.strip() else ""
    escaped = _SPECIAL.sub(_reference, " ".join(text.split())).replace("///", "&#47;&#47;&#47;")  # where footnotes go
    return f"{lead}{escaped}{tail}"


def _reference(found: re.Match[str]) -> str:
    return _REFERENCES[found[0]]


def line_start(line: str) -> str:
    """A line that begins no list, heading, definition or the like."""
    found = _LINE_START.match(line)
    return f"{found[2] or ''}&#{ord(found[1] or found[3])};{line[found.end() :]}" if found else line


def emphasized(text: str) -> str:
    """A piece of prose, escaped but for *emphasis*."""
    return _EMPHASIS.sub(r"*\1*", inline(text))


def without_emphasis(text: str) -> str:
    """A piece of prose as its words alone."""
    return html.unescape(_EMPHASIS.sub(r"\1", inline(text)))


def verbatim(text: object) -> str:
    """A text for raw HTML whose lines stay as they are; no link or mark of ours is found in it."""
    return html.escape(str(text), quote=False).replace("[", _REFERENCES["["]).replace("]", _REFERENCES["]"])


def attribute(text: object) -> str:
    """A value for an HTML attribute or for front matter that a theme puts into HTML unescaped."""
    return html.escape(" ".join(str(text).split()), quote=True)
