"""A Markdown file → plain text and the metadata of its front matter.

Only what marks up is taken away: links become their words, images their captions, headings paragraphs. A number with a
full stop at the beginning of a line stays, as it may be a date.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.intake.document import Document
from generator.intake.paragraphs import one_line
from generator.intake.published import read_date
from generator.yaml_marks import Fault, compose

_FRONT = re.compile(r"\s*---[ \t]*\n(.{0,60000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_KEYS = {
    "title": "title headline titel überschrift",
    "published": "published date datum veröffentlicht publication_date pubdate",
    "authors": "author authors autor autoren autorin byline",
    "url": "url source link canonical canonical_url quelle",
    "language": "lang language sprache",
    "outlet": "outlet site sitename site_name publisher publication medium zeitung",
    "agency": "agency agentur",
}
_MARKS = re.compile(r"^#{1,6} \S|^\[[^\]\n]{1,100}\]: \S|\]\(https?:|!\[[^\]\n]{0,300}\]\(", re.MULTILINE)
_BLOCK_MARKS = (
    (re.compile(r"^[ \t]{0,3}(```|~~~).*$", re.MULTILINE), ""),
    (re.compile(r"^[ \t]{0,3}\[[^\]\n]{1,100}\]:[ \t]+(?:https?:|/|<).*$", re.MULTILINE), ""),
    (re.compile(r"^([^\n]+)\n[ \t]{0,3}(?:={2,}|-{2,})[ \t]*$", re.MULTILINE), r"\n\1\n"),
    (
        re.compile(
            r"^[ \t]{0,3}(?:\*[ \t]*){3,}$|^[ \t]{0,3}(?:-[ \t]*){3,}$|^[ \t]{0,3}(?:_[ \t]*){3,}$", re.MULTILINE
        ),
        "\n",
    ),
    (re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(.*?)[ \t#]*$", re.MULTILINE), r"\n\1\n"),
    (re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*[-*+][ \t]+(?=\S)", re.MULTILINE), "\n"),
    (re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*\|(.*)\|[ \t]*$", re.MULTILINE), r"\n\1\n"),
    (re.compile(r"(?:  +|\\)$", re.MULTILINE), ""),
)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])")
_HIDDEN = re.compile("[\ue021-\ue07e]")
"""Escaped characters, while what marks up is looked for."""
_TITLE = r"""(?:[ \t]+(?:"([^"\n]{0,500})"|'[^'\n]{0,500}'))?"""
_IMAGE = re.compile(rf"!\[([^\]\n]{{0,500}})\]\([^()\s]{{0,2000}}{_TITLE}[ \t]*\)")
_INLINE_MARKS = (
    (
        re.compile(
            rf"\[([^\[\]]{{1,500}})\]\(<?[^()\s]{{0,2000}}(?:\([^()\s]{{0,200}}\)[^()\s]{{0,500}})?>?{_TITLE}[ \t]*\)"
        ),
        r"\1",
    ),
    (re.compile(r"\[\^[^\]\n]{1,50}\]:?"), ""),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\[[^\]\n]{0,100}\]"), r"\1"),
    (re.compile(r"<(https?://[^<>\s]{1,2000})>"), r"\1"),
    (re.compile(r"<!--.{0,2000}?-->", re.DOTALL), ""),
    (re.compile(r"</?[a-zA-Z][^<>\n]{0,500}>"), ""),
    (re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,500}?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<![\w_])(_{1,3})(?=\S)([^_\n]{1,500}?)(?<=\S)\1(?![\w_])"), r"\2"),
    (re.compile(r"(`{1,2})([^`\n]{1,500})\1"), r"\2"),
)


def is_markdown(text: str) -> bool:
    return bool(_FRONT.match(text) and front_matter(text)[0]) or bool(_MARKS.search(text[:200_000]))


def front_matter(text: str) -> tuple[dict[str, Any], str]:
    """The fields at the top of a file and the text below; no fields where the rule at the top is only a rule."""
    match = _FRONT.match(text)
    if not match:
        return {}, text
    try:
        found = compose(match[1]).value
    except Fault:
        return {}, text
    if not isinstance(found, dict):
        return {}, text
    return {str(key).strip().casefold(): value for key, value in found.items()}, text[match.end() :]


def declared(fields: Mapping[str, Any]) -> Document:
    """What front matter says of the article."""
    said = {field: _first(fields, keys) for field, keys in _KEYS.items()}
    language = re.match(r"[A-Za-z]{2,3}\b", said["language"])
    document = Document(
        (),
        title=said["title"],
        outlet=said["outlet"],
        agency=said["agency"],
        authors=_all(fields, _KEYS["authors"]),
        url=said["url"] if re.match(r"https?://\S+$", said["url"]) else "",
        language=language[0].lower() if language else "",
    )
    if published := read_date(said["published"]):
        return replace(document, published=published, published_basis="stated")
    unread = f'the front matter\'s date "{said["published"][:40]}" could not be read'
    return replace(document, notes=(unread,)) if said["published"] else document


def _all(fields: Mapping[str, Any], keys: str) -> tuple[str, ...]:
    value = next((fields[key] for key in keys.split() if fields.get(key)), ())
    values = value if isinstance(value, list) else [value]
    return tuple(one_line(each) for each in values if isinstance(each, str) and each.strip())


def _first(fields: Mapping[str, Any], keys: str) -> str:
    return next(iter(_all(fields, keys)), "")


def without_marks(text: str) -> str:
    """The text as a reader of the page would see it."""
    text = _ESCAPED.sub(lambda escaped: chr(0xE000 + ord(escaped[1])), _HIDDEN.sub("", text))
    for pattern, shown in _BLOCK_MARKS:
        text = pattern.sub(shown, text)
    text = _IMAGE.sub(lambda image: f"\n\n{image[2] or image[1]}\n\n", text)
    for pattern, shown in _INLINE_MARKS:
        text = pattern.sub(shown, text)
    return _HIDDEN.sub(lambda hidden: chr(ord(hidden[0]) - 0xE000), html.unescape(text))
