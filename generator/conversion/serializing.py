"""A tree becomes text by a function for each element, which is quicker than a stack of elements and texts."""

from __future__ import annotations

from collections.abc import Callable, Collection
from xml.etree.ElementTree import HTML_EMPTY, Element

from markdown import Markdown
from markdown.serializers import RE_AMP, to_xhtml_string

from generator.conversion.known import is_known

RAW = ("script", "style")
"""Tags between which text stays as it is."""
DEEPEST = 200
"""Elements within elements; Python-Markdown has no limit, Python's calls have."""


class Unusual(TypeError):
    """What no Markdown makes: comments, qualified names, what is no text. It is written as ever."""


def to_xhtml(element: Element) -> str:
    """As Python-Markdown's function, which it stands in for."""
    pieces: list[str] = []
    try:
        _write(element, pieces.append, _Kinds(), DEEPEST)
    except TypeError:
        return str(to_xhtml_string(element))
    return "".join(pieces)


class _Kinds(dict[object, tuple[bool, bool]]):
    """Tag → whether it is an element without content, and whether text in it stays as it is."""

    def __missing__(self, tag: object) -> tuple[bool, bool]:
        if type(tag) is not str:
            raise Unusual
        self[tag] = kind = tag.lower() in HTML_EMPTY, tag.lower() in RAW
        return kind


def _write(element: Element, write: Callable[[str], object], kinds: _Kinds, deeper: int) -> None:
    if not deeper:
        raise Unusual
    tag, text, tail = element.tag, element.text or "", element.tail
    is_empty, is_raw = kinds[tag]
    begin = f"<{tag}{_attributes(items)}" if (items := element.items()) else f"<{tag}"
    if text and not is_raw and ("&" in text or "<" in text or ">" in text):
        text = _escaped(text)
    if is_empty:
        write(f"{begin} />")
    elif len(element):
        write(f"{begin}>{text}")
        for child in element:
            _write(child, write, kinds, deeper - 1)
        write(f"</{tag}>")
    else:
        write(f"{begin}>{text}</{tag}>")
    if tail:
        write(_escaped(tail) if "&" in tail or "<" in tail or ">" in tail else tail)


def _attributes(items: Collection[tuple[str, str | None]]) -> str:
    """In their order; one without a value stands by its name."""
    written = ""
    for key, value in sorted(items) if len(items) > 1 else items:
        if value is None:
            written += f" {key}"
        elif "&" in value or "<" in value or ">" in value or '"' in value:
            written += ' {}="{}"'.format(key, _escaped(value).replace('"', "&quot;"))
        else:
            written += f' {key}="{value}"'
    return written


def _escaped(text: str) -> str:
    return RE_AMP.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")


def register(md: Markdown) -> None:
    """In the place of Python-Markdown's for XHTML, which is what MkDocs has it write."""
    if is_known() and md.output_formats.get("xhtml") is to_xhtml_string:
        vars(md)["output_formats"] = {**md.output_formats, "xhtml": to_xhtml}
