"""One line of SVG that lives inside a page; drawn here from a Vega-Lite specification, or in sheet.py.

vl-convert draws offline. What it writes for files of their own is taken away again: sizes (the page decides), fonts and
colours as far as the page's styles give them (`var(--…)` passes through), and the address that it puts before each
relative link. Same specification, same bytes: text is measured with a font that vl-convert brings along.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from generator.drawing.kept_drawings import kept_drawing

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
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


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
    root = ET.fromstring(CONTROLS.sub("", vega_svg(spec)))  # noqa: S314 - vl-convert's
    _clean(root, name)
    linked, size = bool(_links(root)), root.get("viewBox", "").removeprefix("0 0 ")
    _without_namespace(root)
    inside = "".join(ET.tostring(child, encoding="unicode") for child in root)
    return framed(inside, size, linked=linked, name=name, title=title, summary=summary)


def framed(inside: str, size: str, *, linked: bool, name: str, title: str, summary: str) -> str:
    """The drawing around what stands inside it, of this width and height; with links a group, without an image."""
    role = "group" if linked else "img"
    names = f'aria-labelledby="{name}-title" aria-describedby="{name}-summary"'
    told = titled(title, "title", f' id="{name}-title"') + titled(summary, "desc", f' id="{name}-summary"')
    return f'<svg viewBox="0 0 {size}" class="drawing" role="{role}" {names}>{told}{inside}</svg>'.replace("\n", " ")


def titled(words: str, tag: str = "title", attributes: str = "") -> str:
    """An element whose words name the one that it stands in, for screen readers and under the pointer."""
    shown = escape(CONTROLS.sub("", words))
    return f"<{tag}{attributes}>{shown}</{tag}>" if shown else f"<{tag}{attributes} />"


@lru_cache(maxsize=256)
def vega_svg(spec: str) -> str:
    import vl_convert  # noqa: PLC0415 - commands that draw nothing start without it

    return vl_convert.vegalite_to_svg(
        spec, format_locale="de-DE", time_format_locale="de-DE", allowed_base_urls=[], show_warnings=False
    )


def _clean(root: ET.Element, name: str) -> None:
    labels = {link: next(filter(None, (mark.get("aria-label") for mark in link.iter())), "") for link in _links(root)}
    for element in root.iter():
        element.attrib = dict(_attributes(element, name))
    _prune(root)
    for link, label in labels.items():
        title = ET.Element(_SVG + "title")
        title.text = CONTROLS.sub("", label)
        link.insert(0, title)


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
    return tenth(float(number[0]))


def tenth(number: float) -> str:
    """A place in a drawing, as exact as it can be seen."""
    return f"{round(number, 1) + 0:g}"


def _hundredth(number: re.Match[str]) -> str:
    return f"{round(float(number[0]), 2) + 0:g}"


def _without_namespace(root: ET.Element) -> None:
    """HTML knows the elements of SVG by their place."""
    for element in root.iter():
        element.tag = element.tag.removeprefix(_SVG)
