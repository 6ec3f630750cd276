"""What a web page declares of its article: JSON-LD first, then its meta elements, <time>, canonical link and lang.

Only declarations count. Dates that libraries guess from a page's text or address are never taken for stated.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from typing import Any

from generator.intake.document import Document
from generator.intake.origin import agency_named, author_names
from generator.intake.paragraphs import clean, one_line
from generator.intake.published import LONGEST_LINE, read_date

_ARTICLE = re.compile(r"(?:\w*Article|\w*BlogPosting|Report|LiveBlogPosting|NewsItem)$")
_METAS = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "published": (
        *("article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued"),
        *(
            "dcterms.created",
            "dcterms.issued",
            "publish-date",
            "pubdate",
            "sailthru.date",
            "parsely-pub-date",
            "last-modified",
        ),
    ),
    "outlet": ("og:site_name", "publisher", "dc.publisher", "application-name"),
    "author": ("author", "article:author", "dc.creator", "parsely-author"),
    "url": ("og:url", "twitter:url"),
    "language": ("og:locale", "dc.language", "content-language", "inlanguage"),
}
_CHANGED = ("last-modified",)
_UTC_EVENING = re.compile(r"T2[23]:\d\d.*(?:Z|\+00:?00)$")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)|SingleFile\s+url:\s*(\S+)")
_NO_AUTHOR = re.compile(r"https?://|@|^(?:Redaktion|Team|Admin|Agentur)", re.IGNORECASE)
_BYLINE = re.compile(r"author|autor|byline", re.IGNORECASE)
_MOST_JSON = 2_000_000


def page_metadata(tree: Any) -> tuple[Document, bool]:
    """The declared metadata (without paragraphs), and whether the page says that it is not free to read.

    `tree` is an lxml element of the whole page, before anything is taken from it.
    """
    article = _json_article(tree)
    metas = _metas(tree)
    people = [*_names(article.get("author")), *(name for name in _meta(metas, "author").split(", ") if name)]
    authors = [name for name in people if _is_person(name)] or list(_bylines(tree))
    agencies = [agency for name in people if (agency := agency_named(name))]
    published, basis, notes = _published(article, metas, tree)
    document = Document(
        (),
        title=_text(article.get("headline")) or _meta(metas, "title") or _heading(tree),
        published=published,
        published_basis=basis,
        outlet=next(iter(_names(article.get("publisher"))), "") or _meta(metas, "outlet"),
        agency=next(iter(agencies), ""),
        authors=tuple(dict.fromkeys(authors)),
        url=_url(tree, article, metas),
        language=_language(tree, article, metas),
        notes=notes,
    )
    return document, _not_free(article, metas)


def _json_article(tree: Any) -> dict[str, Any]:
    """The page's own article in JSON-LD: the first that has a headline or a date, else the first at all."""
    found = []
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower().startswith("application/ld+json"):
            found += list(_articles(_json(script.text or "")))
    return next(
        (each for each in found if each.get("headline") or each.get("datePublished")), found[0] if found else {}
    )


def _json(text: str) -> Any:
    text = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*$", "", text[:_MOST_JSON]).strip()
    try:
        return json.loads(text.rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _articles(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(value, list) and depth < 4:
        for each in value:
            yield from _articles(each, depth + 1)
    if not isinstance(value, dict):
        return
    if any(_ARTICLE.search(kind) for kind in _texts(value.get("@type"))):
        yield value
    if depth < 4:
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _articles(value.get(name), depth + 1)


def _texts(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [each for each in values if isinstance(each, str)]


def _text(value: Any) -> str:
    """The first text of a JSON-LD value, on one line, with entities read."""
    return next((one_line(clean(unescape(each))) for each in _texts(value)), "")


def _names(value: Any) -> list[str]:
    """The names of persons and organisations, given as text or as objects, one or many."""
    values = value if isinstance(value, list) else [value]
    names = [_text(each.get("name")) if isinstance(each, dict) else _text(each) for each in values]
    return [part for name in names for part in re.split(r",\s+|\s+und\s+", name) if part]


def _is_person(name: str) -> bool:
    return " " in name and len(name) < 60 and not agency_named(name) and not _NO_AUTHOR.search(name)


def _bylines(tree: Any) -> Iterator[str]:
    """The names in lines that the page marks as those of its authors, where they stand as "Von …"."""
    for node in tree.iter("span", "div", "p", "address"):
        words = f"{node.get('class') or ''} {node.get('itemprop') or ''}"
        if _BYLINE.search(words):
            line = one_line(clean(node.text_content()))
            yield from author_names(line) if len(line) < LONGEST_LINE else ()


def _metas(tree: Any) -> dict[str, str]:
    """Name (or property, or itemprop) in small letters → first content."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        content = one_line(clean(meta.get("content") or ""))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _meta(metas: dict[str, str], field: str) -> str:
    return next((metas[name] for name in _METAS[field] if name in metas), "")


def _heading(tree: Any) -> str:
    headings = [one_line(clean(heading.text_content())) for heading in tree.iter("h1")]
    if len(headings) == 1 and headings[0]:
        return headings[0]
    title = next((one_line(clean(each.text or "")) for each in tree.iter("title")), "")
    return re.split(r"\s+[|–—]\s+|\s+-\s+(?=\S+$)", title)[0]


def _published(article: dict[str, Any], metas: dict[str, str], tree: Any) -> tuple[str, str, tuple[str, ...]]:
    """The declared day with its basis, and a note where the clock of the page may have shifted it."""
    times = [time.get("datetime") or "" for time in tree.iter("time") if time.get("datetime")]
    marked = [time.get("datetime") or "" for time in tree.iter("time") if _marks_publication(time)]
    wanted = [_text(article.get(name)) for name in ("datePublished", "dateCreated")]
    wanted += [metas[name] for name in _METAS["published"] if name in metas and name not in _CHANGED]
    wanted += marked or (times[:1] if len({time[:10] for time in times}) == 1 else [])
    for text in wanted:
        if day := read_date(text):
            late = f"the page says {text[:25]}; in Germany that is the next day" if _UTC_EVENING.search(text) else ""
            return day, "stated", (late,) if late else ()
    for text in (
        _text(article.get("dateModified")),
        metas.get("article:modified_time", ""),
        metas.get("last-modified", ""),
    ):
        if day := read_date(text):
            return day, "inferred: nach dem Datum der letzten Änderung", ()
    return "", "", ()


def _marks_publication(time: Any) -> bool:
    words = f"{time.get('itemprop') or ''} {time.get('class') or ''}".lower()
    return bool(time.get("datetime")) and (time.get("pubdate") is not None or "publish" in words)


def _url(tree: Any, article: dict[str, Any], metas: dict[str, str]) -> str:
    links = [
        link.get("href") or "" for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()
    ]
    page = article.get("mainEntityOfPage")
    of_page = _text(page.get("@id")) if isinstance(page, dict) else _text(page)
    wanted = [*links, _meta(metas, "url"), of_page, _text(article.get("url")), _saved_from(tree)]
    urls = [url.strip() for url in wanted if re.match(r"\s*https?://\S", url)]
    return next((url for url in urls if re.match(r"https?://[^/]+/+[^/]", url)), "")  # a home page is no article's


def _saved_from(tree: Any) -> str:
    """The address that browsers note when they save a page."""
    for node in (*tree.itersiblings(preceding=True), *islice(tree.iter(), 20)):
        if not isinstance(node.tag, str) and (match := _SAVED_FROM.search(node.text or "")):
            return match[1] or match[2]
    return ""


def _language(tree: Any, article: dict[str, Any], metas: dict[str, str]) -> str:
    said = (tree.get("lang"), tree.get("xml:lang"), _text(article.get("inLanguage")))
    for text in (*said, _meta(metas, "language")):
        if match := re.match(r"([A-Za-z]{2,3})(?:[-_]|\b)", (text or "").strip()):
            return match[1].lower()
    return ""


def _not_free(article: dict[str, Any], metas: dict[str, str]) -> bool:
    said = str(article.get("isAccessibleForFree", "")).lower()
    return said == "false" or said.endswith("/false") or metas.get("article:content_tier", "").lower() == "locked"
