"""A Vega-Lite or Vega specification → one line of SVG that lives inside a page.

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

from generator.drawing.kept_drawings import kept_drawing

FONT = "Liberation Sans"
"""Comes with vl-convert; only its measures count, the page's styles choose the font that is shown."""

VEGA = "https://vega.github.io/schema/vega/v6.json"
"""Names itself as the schema of a specification that is not Vega-Lite's."""

_BASE = "https://vega.github.io/vega-datasets/"
_SVG, _XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
_NEEDLESS = frozenset(
    {"font-family", "role", "aria-label", "aria-roledescription", "pointer-events", "version", "stroke-miterlimit"}
)
_UNSAID = {("opacity", "1"), ("transform", "translate(0,0)"), ("text-anchor", "start")}
_GEOMETRY = frozenset({"d", "transform", "viewBox", "x", "y", "x2", "y2", "width", "height"})
_NUMBER = re.compile(r"-?\d+\.\d\d+(?:e-?\d+)?")
_ID = re.compile(r"url\(['\"]?#")
_OWN_CLASS = re.compile(r"(?:layer_\d+_|concat_\d+_)*(?:(?:mark|role)-\S+|marks|root|background|foreground)")
# What XML cannot hold, and so would break the drawing.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def svg(spec: Mapping[str, object], *, name: str, title: str, summary: str) -> str:
    """The drawing, named for screen readers by `title` and described by `summary`.

    `name` is its own on the page: all ids in it begin with it. Links in it are as in the specification's `href`.
    A drawing with links is a group, so that they can be reached; each is called as its mark's `description`. One
    without links is an image.
    """
    written = json.dumps(spec, sort_keys=True)
    asked = json.dumps([written, name, title, summary])
    return kept_drawing(asked, lambda: _drawn(written, name, title, summary))


def _drawn(spec: str, name: str, title: str, summary: str) -> str:
    root = ET.fromstring(_CONTROLS.sub("", vega_svg(spec)))  # noqa: S314 - vl-convert's
    _clean(root, name)
    root.attrib = {
        "viewBox": root.get("viewBox", ""),
        "class": "drawing",
        "role": "group" if _links(root) else "img",
        "aria-labelledby": f"{name}-title",
        "aria-describedby": f"{name}-summary",
    }
    root.insert(0, _named("desc", summary, id=f"{name}-summary"))
    root.insert(0, _named("title", title, id=f"{name}-title"))
    _without_namespace(root)
    return ET.tostring(root, encoding="unicode", short_empty_elements=True).replace("\n", " ")


def _named(tag: str, words: str, **attributes: str) -> ET.Element:
    """An element whose words name the one that it stands in, for screen readers and under the pointer."""
    element = ET.Element(_SVG + tag, attributes)
    element.text = _CONTROLS.sub("", words)
    return element


@lru_cache(maxsize=256)
def vega_svg(spec: str) -> str:
    import vl_convert  # noqa: PLC0415 - commands that draw nothing start without it

    if json.loads(spec).get("$schema") == VEGA:
        return vl_convert.vega_to_svg(spec, format_locale="de-DE", time_format_locale="de-DE", allowed_base_urls=[])
    return vl_convert.vegalite_to_svg(
        spec, format_locale="de-DE", time_format_locale="de-DE", allowed_base_urls=[], show_warnings=False
    )


def _clean(root: ET.Element, name: str) -> None:
    labels = {link: next(filter(None, (mark.get("aria-label") for mark in link.iter())), "") for link in _links(root)}
    for element in root.iter():
        element.attrib = dict(_attributes(element, name))
    _prune(root)
    for link, label in labels.items():
        link.insert(0, _named("title", label))


def _prune(parent: ET.Element) -> None:
    """Takes away what shows nothing: paths without a course or a colour, empty groups, and groups that say nothing."""
    kept: list[ET.Element] = []
    for child in parent:
        if child.tag in (_SVG + "a", _SVG + "defs"):  # what is not seen there may be touched, or cut out
            kept.append(child)
            continue
        _prune(child)
        if child.tag == _SVG + "g" and (not len(child) or not child.attrib):
            kept += child
        elif child.tag != _SVG + "path" or _is_seen(child):
            kept.append(child)
    parent[:] = kept


def _is_seen(path: ET.Element) -> bool:
    return bool(path.get("d") and path.get("display") != "none" and (path.get("fill") or path.get("stroke")))


def _links(root: ET.Element) -> list[ET.Element]:
    return list(root.iter(_SVG + "a"))


def _attributes(element: ET.Element, name: str) -> Iterator[tuple[str, str]]:
    for key, value in element.attrib.items():
        if key == _XLINK + "href":
            yield "href", value.removeprefix(_BASE)
        elif key == "id":
            yield key, f"{name}-{value}"
        elif key == "class":
            if own := " ".join(word for word in value.split() if not _OWN_CLASS.fullmatch(word)):
                yield key, own
        elif key not in _NEEDLESS and not key.startswith(_XLINK) and (key, value) not in _UNSAID:
            shorter = _NUMBER.sub(_tenth if key in _GEOMETRY else _hundredth, value)
            yield key, _ID.sub(rf"\g<0>{name}-", shorter)


def _tenth(number: re.Match[str]) -> str:
    return f"{round(float(number[0]), 1) + 0:g}"


def _hundredth(number: re.Match[str]) -> str:
    return f"{round(float(number[0]), 2) + 0:g}"


def _without_namespace(root: ET.Element) -> None:
    """HTML knows the elements of SVG by their place."""
    for element in root.iter():
        element.tag = element.tag.removeprefix(_SVG)
