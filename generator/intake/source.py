"""A SOURCE as an editor names it (file, web address, - for standard input) → text and metadata of an article.

What the page or front matter declares goes before what the text shows of itself, and that before what the file name or
address lets one infer. What none of them says stays empty: the caller asks for it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import PurePath

from pydantic import TypeAdapter, ValidationError

from generator.dates import parse_when
from generator.fields import Url
from generator.intake.decode import decode
from generator.intake.document import Document
from generator.intake.fetch import Fetched, fetch
from generator.intake.files import check_size, read_file
from generator.intake.html_page import read_html
from generator.intake.language import language_of
from generator.intake.origin import agency_named, origin
from generator.intake.paragraphs import clean, one_line, words_in
from generator.intake.plain import read_plain
from generator.intake.published import day_in_address, day_in_name
from generator.intake.saved_page import is_saved_page, saved_page
from generator.intake.unusable import Unusable
from generator.parsing import TEXT_LIMIT
from generator.problems import quoted

__all__ = ["Source", "Unusable", "read_source"]

STDIN = "stdin"
MANY_WORDS, MOST_PARAGRAPHS = 15_000, 150_000
_URL = TypeAdapter(Url)
_HTML = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*|<\?xml[^<>]{0,200}\?>\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_NAMES = (".html", ".htm", ".xhtml")
_MARKDOWN_NAMES = {".md": True, ".markdown": True, ".txt": None}


@dataclass(frozen=True)
class Source:
    """An article to be added. What is not known is empty; `notes` are for the editor."""

    name: str
    """The file or address as the editor named it; "stdin" for standard input."""
    text: str
    """Its paragraphs with a blank line between them, as the full text is stored."""
    sha256: str
    """Of the bytes that were read."""
    title: str
    """The article's own headline."""
    published: str
    """EDTF."""
    published_basis: str
    outlet: str
    agency: str
    authors: tuple[str, ...]
    url: str
    language: str
    """A code, or "und"."""
    notes: tuple[str, ...]


def read_source(source: str, stdin: Callable[[], bytes]) -> Source:
    """Reads a source.

    Raises:
        Unusable: no article can be made of it.
        ExtraMissing: it is a web page, and trafilatura is not installed.
    """
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", source):
        got = fetch(source)
    else:
        raw = stdin() if source == "-" else read_file(source)
        check_size(len(raw))
        got = Fetched(raw, "", "", "")
    if not got.raw.strip(b" \t\r\n\0\x0b\x0c"):
        raise Unusable("it is empty", "put the article's text into it")
    document = _document(got, source)
    name = STDIN if source == "-" else source
    found = Source(
        name=name,
        text="\n\n".join(document.paragraphs) + "\n",
        sha256=hashlib.sha256(got.raw).hexdigest(),
        title=document.title,
        published=document.published,
        published_basis=document.published_basis,
        outlet=document.outlet,
        agency=agency_named(document.agency) or document.agency,
        authors=document.authors,
        url=document.url,
        language=document.language,
        notes=document.notes,
    )
    return _fitting(_completed(found, document.paragraphs, got.url))


def _document(got: Fetched, source: str) -> Document:
    """The paragraphs and declared metadata of what was read."""
    raw, charset, url = got.raw, got.charset, got.url
    page = is_saved_page(raw)
    if page:
        saved = saved_page(raw)
        raw, charset, url = saved.html, saved.charset, saved.url
    decoded = decode(raw, charset)
    suffix = PurePath(source).suffix.lower()
    if page or "html" in got.kind or suffix in _HTML_NAMES or _HTML.match(decoded.text[:20_000]):
        document = read_html(decoded.text, url)
    else:
        document = read_plain(decoded.text, markdown=_MARKDOWN_NAMES.get(suffix))
        document = replace(document, url=document.url or url)
    if not any(char.isalnum() for paragraph in document.paragraphs for char in paragraph):
        raise Unusable("it holds no text", "put the article's text into it")
    if len(document.paragraphs) > MOST_PARAGRAPHS:
        most = f"more than {MOST_PARAGRAPHS} paragraphs"
        raise Unusable(f"it has {most}", "save the article alone as text and add that")
    if sum(len(paragraph.encode()) + 2 for paragraph in document.paragraphs) > TEXT_LIMIT:
        most = f"more than the {TEXT_LIMIT // 1048576} MiB that a full text may have"
        raise Unusable(f"its text has {most}", "save the article alone as text and add that")
    return replace(document, notes=(*decoded.notes, *document.notes))


def _completed(source: Source, paragraphs: tuple[str, ...], fetched: str) -> Source:
    """With what the text shows of itself, and what file name or address let one infer."""
    shown = origin(paragraphs)
    url = source.url or shown.url
    published, basis = source.published, source.published_basis
    inferred = (
        (shown.published, shown.published_basis),
        (day_in_address(url) or day_in_address(fetched), "inferred: nach der Adresse"),
        ("" if fetched else day_in_name(PurePath(source.name).name), "inferred: nach dem Dateinamen"),
    )
    if not published or (basis != "stated" and shown.published_basis == "stated"):
        published, basis = next(((day, why) for day, why in inferred if day), (published, basis))
    completed = replace(
        source,
        title=source.title or shown.title,
        published=published,
        published_basis=basis,
        agency=source.agency or shown.agency,
        authors=source.authors or shown.authors,
        url=url,
        language=source.language or language_of(paragraphs),
    )
    return replace(completed, notes=(*source.notes, *shown.notes, *_doubts(completed, shown.published, paragraphs)))


def _doubts(source: Source, stated: str, paragraphs: tuple[str, ...]) -> Iterator[str]:
    """What an editor should look at again."""
    if source.published:
        earliest = parse_when(source.published).earliest
        tomorrow = date.today() + timedelta(days=1)  # noqa: DTZ011 - the editor's own day, a time zone's width added
        if earliest and earliest > tomorrow:
            yield f"published {source.published} lies in the future; check it"
        if stated and source.published_basis == "stated" and not _same_day(stated, source.published):
            yield f"the page or front matter says {source.published}, the text says {stated}; check the date"
    if (count := words_in(paragraphs)) > MANY_WORDS:
        yield f"the text has {count} words in {len(paragraphs)} paragraphs; check that it is one article"


def _same_day(first: str, second: str) -> bool:
    return parse_when(first).overlaps(parse_when(second))


def _fitting(source: Source) -> Source:
    """Every field as a seed may hold it: on one line, without characters that nobody sees; else left out and told."""
    notes = list(source.notes)
    url = source.url.strip()
    try:
        _URL.validate_python(url or None)
    except ValidationError:
        if url:
            notes.append(f"the address {quoted(url)} is no web address that a seed may hold; left out")
        url = ""
    return replace(
        source,
        title=one_line(clean(source.title))[:300],
        outlet=one_line(clean(source.outlet))[:200],
        agency=one_line(clean(source.agency))[:200],
        authors=tuple(name for author in source.authors if (name := one_line(clean(author))[:200])),
        url=url,
        notes=tuple(dict.fromkeys(one_line(clean(note)) for note in notes)),
    )
