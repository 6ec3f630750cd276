"""What a text shows of its origin besides the date: headline, author lines, agency, address, and a second article.

An agency counts only where the text is signed with it: in a dateline, in the sign-off at the end, in an author line.
"They told AFP" in a sentence says who was told, not who wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.intake.paragraphs import words_in
from generator.intake.published import HEAD, date_lines, dpa_day, stated_day

AGENCIES = {
    name.casefold(): name
    for name in (
        "dpa AFP Reuters AP KNA epd APA SDA Keystone-SDA dapd ddp ddp-AFP SID Tass Xinhua IRNA Anadolu ANSA EFE PTI "
        "Interfax UPI Bloomberg dts dpa-AFX awp ATS Belga ANP Ritzau"
    ).split()
}
_LONG_NAMES = {
    "deutsche presse-agentur": "dpa",
    "agence france-presse": "AFP",
    "associated press": "AP",
    "evangelischer pressedienst": "epd",
    "katholische nachrichten-agentur": "KNA",
    "austria presse agentur": "APA",
    "thomson reuters": "Reuters",
}
_SIGN = r"[\w&.-]{2,14}"
_SIGNS = rf"{_SIGN}(?:\s?[/,|+]\s?{_SIGN}){{0,5}}"
_SIGNED_IN_BRACKETS = re.compile(
    rf"[(\[]\s?(?:Quelle:\s|mit Material (?:von|der|des)\s|©\s?)?({_SIGNS})\s?[)\]]\.?\s*$"
)
_SIGNED_ALONE = re.compile(
    rf"(?:Quellen?:\s|©\s?(?:\d{{4}}\s)?|Text:\s|mit Material (?:von|der|des)\s|[–—-]\s?)?({_SIGNS})\.?", re.IGNORECASE
)
_DATELINE = re.compile(
    rf"[A-ZÄÖÜ][\w.'’/ ,-]{{1,60}}?\s?[(\[]({_SIGNS})[)\]]\s?[–—:-]\s"
    rf"|({_SIGN})\s[–—-]\s(?=[A-ZÄÖÜ])|[(\[]({_SIGNS})[)\]]\s?[–—:-]?\s"
)
_DPA = re.compile(r"\bdpa(?:-infocom)?[:,]\s?(?:dpa:)?\d{6}-\d+-\d+")
_BY = re.compile(
    r"(?:(?:Ein(?:e)?\s(?:\w+\s){0,2}\w+\s)?[Vv]on|[Bb]y|Text:|Autor(?:in|en|innen)?:|"
    r"Verfasst von|Aus \w+ (?:berichtet|von))\s+(.{3,90})"
)
_NAME_PART = r"(?:(?:Dr|Prof|Ph)\.\s?)*[A-ZÄÖÜÉÀČŠŽİÅØ][\w’'.-]+"
_NAME = re.compile(
    rf"(?:(?:Dr|Prof|Ph)\.\s?)*{_NAME_PART}(?:\s(?:{_NAME_PART}|[A-Z]\.|von|van|de|der|den|da|di|du|le|la|al|el|bin|ibn)){{0,4}}\s(?:al-|el-|as-|d’)?{_NAME_PART}"
)
_PARTED = re.compile(r"\s*(?:,|/|;|\||·|•|\s[–—-]\s|\sund\s|\sand\s|\s&\s|\smit\s|\sin\s)\s*")
_NO_NAME = re.compile(
    r"\b(?:Redaktion|Uhr|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b|\d"
)
_URL_LINE = re.compile(r"(?:[\w ()/-]{0,30}:\s*)?<?(https?://[^\s<>\"'`\\{}|^]{4,2000}?)>?[.,]?")
_KICKER_END = (".", ":", ";", ",", "…")
_CAPTION = re.compile(
    r"(?:Foto|Bild|Symbolbild|Archivbild|Grafik|Quelle|Video|URL|Link|Stand|Lesezeit)\b|©", re.IGNORECASE
)
MOST_HEADLINE_WORDS, MOST_HEADLINE = 20, 160
ENOUGH_WORDS = 60
"""So many words before and behind a sign-off or date line make two articles of a file."""


@dataclass(frozen=True)
class Origin:
    """What was found; `published` with its basis, all else as the text writes it."""

    title: str
    published: str
    published_basis: str
    agency: str
    authors: tuple[str, ...]
    url: str
    notes: tuple[str, ...]


def origin(paragraphs: Sequence[str]) -> Origin:
    lines = date_lines(paragraphs)
    published, basis = stated_day(lines, len(paragraphs))
    if not published and (day := dpa_day(paragraphs)):
        published, basis = day, "inferred: nach der Nummer der dpa-Meldung"
    agencies = list(dict.fromkeys(_agencies(paragraphs)))
    notes = list(_second_article(paragraphs, [line.paragraph for line in lines if not line.changed]))
    if len(agencies) > 1:
        notes.append(f"signed by {' and '.join(agencies)}; agency takes the first, say the others in provenance")
    authors = dict.fromkeys(name for paragraph in _edges(paragraphs) for name in author_names(paragraph))
    headline = _headline(paragraphs, {line.paragraph for line in lines})
    url = next((found for paragraph in _edges(paragraphs) if (found := _url(paragraph))), "")
    return Origin(headline, published, basis, next(iter(agencies), ""), tuple(authors), url, tuple(notes))


def _edges(paragraphs: Sequence[str]) -> list[str]:
    """The first and the last paragraphs, where a text speaks of itself."""
    return [*paragraphs[:HEAD], *paragraphs[max(HEAD, len(paragraphs) - 3) :]]


def agency_named(words: str) -> str:
    """The agency that goes by these words; empty for others."""
    plain = words.strip(" .()[]").casefold()
    return AGENCIES.get(plain) or _LONG_NAMES.get(plain.removeprefix("die ").removeprefix("der "), "")


def _agencies(paragraphs: Sequence[str]) -> Iterator[str]:
    for paragraph in paragraphs[:HEAD]:
        if match := _DATELINE.match(paragraph[:120]):
            yield from _in_signs(match[1] or match[2] or match[3])
    for paragraph in paragraphs[-3:]:
        yield from _sign_off(paragraph)
    for paragraph in _edges(paragraphs):
        if match := _BY.fullmatch(paragraph):
            yield from filter(None, map(agency_named, _PARTED.split(match[1])))
        if len(paragraph) < 80 and (match := _SIGNED_ALONE.fullmatch(paragraph)):
            yield from _in_signs(match[1])


def _sign_off(paragraph: str) -> Iterator[str]:
    """The agencies that a paragraph ends in, or is made of."""
    if _DPA.search(paragraph):
        yield "dpa"
    if len(paragraph) < 80 and (match := _SIGNED_ALONE.fullmatch(paragraph)):
        yield from _in_signs(match[1])
    if match := _SIGNED_IN_BRACKETS.search(paragraph[-100:]):
        yield from _in_signs(match[1])


def _in_signs(signs: str) -> Iterator[str]:
    """The agencies of "dpa/AFP/abc"; the signs of people are passed over."""
    return filter(None, map(agency_named, re.split(r"\s?[/,|+]\s?", signs)))


def author_names(line: str) -> list[str]:
    """The names in a line such as "Von Anna Beispiel und Jörg Muster, Bagdad"; none in a headline that begins so."""
    match = _BY.fullmatch(line)
    if not match:
        return []
    pieces = [piece for piece in _PARTED.split(match[1].strip(" .")) if piece]
    if not pieces or not _NAME.fullmatch(pieces[0]) or _NO_NAME.search(pieces[0]):
        return []
    return [
        piece for piece in pieces if _NAME.fullmatch(piece) and not _NO_NAME.search(piece) and not agency_named(piece)
    ]


def _url(line: str) -> str:
    match = _URL_LINE.fullmatch(line)
    return match[1] if match else ""


def _headline(paragraphs: Sequence[str], dated: set[int]) -> str:
    """The first short paragraph that is no sentence, unless the text has begun before it."""
    for number, paragraph in enumerate(paragraphs[:HEAD]):
        if number in dated or _CAPTION.match(paragraph) or _url(paragraph) or author_names(paragraph):
            continue
        short = len(paragraph) <= MOST_HEADLINE and len(paragraph.split()) <= MOST_HEADLINE_WORDS
        is_head = short and not paragraph.endswith(_KICKER_END) and any(char.isalpha() for char in paragraph)
        is_head = is_head and not any(_sign_off(paragraph)) and number < len(paragraphs) - 1
        return paragraph if is_head else ""
    return ""


def _second_article(paragraphs: Sequence[str], dated: Sequence[int]) -> Iterator[str]:
    """A note for a file that seems to hold two articles."""
    if second := _second(paragraphs, dated, behind=True):
        yield f"paragraphs {second[0]} and {second[1]} are both date lines; split the file if it holds two articles"
        return
    signed = [number for number, paragraph in enumerate(paragraphs) if any(_sign_off(paragraph))]
    if second := _second(paragraphs, signed, behind=False):
        yield f"paragraphs {second[0]} and {second[1]} both end in a sign-off; split the file if it holds two articles"


def _second(paragraphs: Sequence[str], marks: Sequence[int], *, behind: bool) -> tuple[int, int] | None:
    """Two marks, counted from 1, with an article's words between them and (`behind` or before) beside them."""
    if len(marks) < 2:
        return None
    first = marks[0]
    for second in marks[1:]:
        beside = paragraphs[second:] if behind else paragraphs[: first + 1]
        between = paragraphs[first:second] if behind else paragraphs[first + 1 : second + 1]
        if words_in(between) >= ENOUGH_WORDS and words_in(beside) >= ENOUGH_WORDS // 2:
            return first + 1, second + 1
    return None
