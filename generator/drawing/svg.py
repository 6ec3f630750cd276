"""A Vega-Lite specification → one line of SVG that lives inside a page.

vl-convert draws it offline. What it writes for files of their own is taken away again: sizes (the page decides),
fonts and colours as far as the page's styles give them (`var(--…)` passes through), and the address that it puts
before each relative link. Same specification, same bytes: text is measured with a font that vl-convert brings along.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from xml.etree import ElementTree as ET

FONT = "Liberation Sans"
"""Comes with vl-convert; only its measures count, the page's styles choose the font that is shown."""

_BASE = "https://vega.github.io/vega-datasets/"
_SVG, _XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
_NEEDLESS = frozenset(
    {"font-family", "role", "aria-label", "aria-roledescription", "pointer-events", "version", "stroke-miterlimit"}
)
_NUMBER = re.compile(r"-?\d+\.\d\d+")


def svg(spec: Mapping[str, object], *, name: str, title: str, summary: str) -> str:
    """The drawing, named for screen readers by `title` and described by `summary`.

    `name` is its own on the page: all ids in it begin with it. Links in it are as in the specification's `href`.
    A drawing with links is a group, so that they can be reached; each is called as its mark's `description`. One
    without links is an image.
    """
    root = ET.fromstring(_drawn(json.dumps(spec, sort_keys=True)))  # noqa: S314 - just written by vl-convert
    _clean(root, name)
    root.attrib = {
        "viewBox": root.get("viewBox", ""),
        "class": "drawing",
        "role": "group" if _links(root) else "img",
        "aria-labelledby": f"{name}-title",
        "aria-describedby": f"{name}-summary",
    }
    for tag, words in (("desc", summary), ("title", title)):
        named = ET.Element(_SVG + tag, {"id": f"{name}-{'summary' if tag == 'desc' else tag}"})
        named.text = words
        root.insert(0, named)
    _without_namespace(root)
    return ET.tostring(root, encoding="unicode", short_empty_elements=True).replace("\n", " ")


@lru_cache(maxsize=256)
def _drawn(spec: str) -> str:
    import vl_convert  # noqa: PLC0415 - commands that draw nothing start without it

    return vl_convert.vegalite_to_svg(
        spec, format_locale="de-DE", time_format_locale="de-DE", allowed_base_urls=[], show_warnings=False
    )


def _clean(root: ET.Element, name: str) -> None:
    for parent in list(root.iter()):
        for child in list(parent):
            if (child.tag == _SVG + "path" and not child.get("d")) or child.get("display") == "none":
                parent.remove(child)
    labels = {link: next(filter(None, (mark.get("aria-label") for mark in link.iter())), "") for link in _links(root)}
    for element in root.iter():
        element.attrib = dict(_attributes(element, name))
    for link, label in labels.items():
        link.set("aria-label", label)


def _links(root: ET.Element) -> list[ET.Element]:
    return list(root.iter(_SVG + "a"))


def _attributes(element: ET.Element, name: str) -> Iterator[tuple[str, str]]:
    for key, value in element.attrib.items():
        if key == _XLINK + "href":
            yield "href", value.removeprefix(_BASE)
        elif key == "id":
            yield key, f"{name}-{value}"
        elif key not in _NEEDLESS and not key.startswith(_XLINK):
            shorter = _NUMBER.sub(lambda number: f"{float(number[0]):.1f}".removesuffix(".0"), value)
            yield key, re.sub(r"url\((?:'|\")?#", rf"\g<0>{name}-", shorter)


def _without_namespace(root: ET.Element) -> None:
    """HTML knows the elements of SVG by their place."""
    for element in root.iter():
        element.tag = element.tag.removeprefix(_SVG)
