"""Which metonyms of a topic name it in a text, and what a capital means where both the city and a government have it.

A metonym in the seeds is of one of two sorts. Adjectives (irakisch), abbreviations (US), what is formed from the
topic's own name (Iraker) and proper names (Washington, Kreml) name it; plain nouns (Land, Gruppen, Premierminister)
only describe it, and serve verification alone. What is in no list of names and names no topic is a plain noun.

Between them are the short forms of a body: a part of its name or its house (die Verwaltung, im Rathaus, des Kantons).
They name it in the singular with the definite article, and with nothing behind that says whose they are.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import Literal

from generator.german.proper_names import CAPITALS, COUNTRIES, SEATS

Reading = Literal["place", "government", "either"]

_SEATS = CAPITALS | SEATS
_LONGEST_ENDING = 4  # Irak, Irakerin; Syrien, syrisch
_CONTEXT = 80

_PLACE_BEFORE = re.compile(
    r"\b(?i:in|nahe|bei|um|aus|nach|vor|bis|über|Richtung|(?:nord|süd)?(?:öst|west)lich|nördlich|südlich|unweit"
    r"|außerhalb"
    r"|innerhalb|durch ganz|Flughafens?|Raum|Bezirk|Vorort|Provinz|Region|\w*[Ss]tadt|Metropole"
    r"|(?:Norden|Süden|Osten|Westen|Zentrum|Innenstadt|Stadtteil|Viertel|Vorort|Straßen|Bewohner|Flughafen"
    r"|Kilometer)\w*"
    r" von)\s+(?:der |dem |den |des )?(?:\w+(?:en|er) )?[„“\"]?$"
)
_GOVERNMENT_BEFORE = re.compile(
    r"(?:\b\w*(?:[Rr]egierung|[Ff]ührung|[Mm]inisteri|[Bb]ehörde|[Kk]abinett|[Rr]egime|[Mm]achthaber"
    r"|[Aa]dministration)\w*"
    r" (?:in|von|aus)|\bhieß es (?:\w+ )?(?:aus|in)|\b(?:mit|gegenüber|laut|seitens|ohne|an|für|gegen|zwischen))\s+"
    r"(?:\w+ und )?$"
    r"|\b(?:hat|habe|haben|hatte|hätten?|will|wolle|wollte|führt|führe|fordert\w*|erklärte|warf|wirft|dass|weil"
    r"|obwohl|ob)"
    r"\s+$"
)
_GOVERNMENT_BEHIND = re.compile(
    r"(?: und \w+)?(?:,? (?:hieß|verlautete|zufolge)\b| (?:begrüß|würdig|erklär|sag|forder|verlang|warn|droh"
    r"|kündig|lehn"
    r"|beton|bestätig"
    r"|dementier|bestreit|bestritt|reagier|woll|will|plan|setz|wirf|warf|werf|verurteil|kritisier|besteh"
    r"|bestand|schick"
    r"|entsend|verhandel|unterstütz|liefer|zieht|zog|hoff|prüf|beharr|drän|erwart|sieht|sah|hat|habe|hätt|könn"
    r"|kann|konn"
    r"|muss|soll|spricht|sprach|stimm|weis|wies|versuch|bemüh|beschuldig|ruf|rief|zeig|mach|stell|teil"
    r"|versprach|sicher"
    r"|gab|gibt|nimmt|nahm|lässt|ließ|hält|hielt|verzicht|bot|biet|möcht|führ)\w*\b)"
)
_HOUSE = re.compile(r"(?:haus|palast|schloss|zentrale|amt)$")
_DEFINITE = re.compile(r"\b(?:[Dd](?:er|ie|as|en|em|es)|[Ii]ns?|[Ii]m|[Vv]om|[Bb]eim|[Aa]m|[Zz]u[mr])\s+$")
_WHOSE = re.compile(r"-|\s(?:in|von|vom|aus|des|der|eines|einer)\s|\s[A-ZÄÖÜ]")
_DATELINE = re.compile(r"\s*(?:/\s?[\w/ ]+)?(?:\([^)]{1,40}\)\s*(?:[-–—.:]|$)?|\s[-–—]|\.\s?[-–—])\s")
_OTHER_PLACES = re.compile(r"[\s*+]*(?:[A-ZÄÖÜ][\w. -]{1,30}\s?/\s?)*")
_FOREIGN_BEHIND = re.compile(
    r" (?:Post|Times|Journal|Herald|Tribune|Examiner|Guardian|Observer|Review|Institute?|University|College"
    r"|Center|Centre"
    r"|Street|Tower|Group|Agency|Today|News|Press|Reds|Wizards|Capitals|Commanders|Open|Masters|International"
    r"|Airlines"
    r"|Declaration|Organization|Foundation|Bank|State)\b"
)


def names_topic(metonym: str, own: Sequence[str], names: Container[str]) -> bool:
    """Whether a metonym names its topic: `own` are the topic's names and aliases, `names` those of all topics."""
    if " " in metonym.strip():
        return metonym in _SEATS or metonym in names or all(part[:1].isupper() for part in re.split(r"[ -]+", metonym))
    if metonym[:1].islower() or metonym.isupper():
        return True
    if metonym in _SEATS or metonym in COUNTRIES or metonym in names:
        return True
    return any(_formed_from(metonym, name) for name in own)


def _formed_from(word: str, name: str) -> bool:
    shared = 3 if name in COUNTRIES else max(4, len(name) - 2)  # Frankreich, Franzosen; Emsleben, Emslebener
    stem = name[:shared]
    return " " not in name and word.startswith(stem) and len(word) <= len(name) + _LONGEST_ENDING


def is_short_form(metonym: str, own: Sequence[str]) -> bool:
    """Whether a metonym is what a body is called in short: a part of one of its names, or the house it sits in."""
    if not re.fullmatch(r"[^\W\d_]{4,}", metonym) or not metonym[0].isupper():
        return False
    if _HOUSE.search(metonym):
        return True
    part = metonym.casefold()
    words = [word.casefold() for name in own for word in re.split(r"[ -]", name)]
    return any(word.endswith(part) or word.startswith(part) for word in words)


def definite(text: str, start: int, end: int) -> bool:
    """Whether a plain noun stands with its article and alone: "der Kanton prüft", not "der Kanton Bern"."""
    return bool(_DEFINITE.search(text[max(0, start - 8) : start])) and not _WHOSE.match(text, end)


def is_country(words: str) -> bool:
    return words in COUNTRIES or words.removesuffix("s") in COUNTRIES


def opens_dateline(text: str, start: int, end: int) -> bool:
    """Whether the words are the place that a report was sent from: "Bagdad - …", "BERLIN (dpa) …"."""
    return start <= _CONTEXT and bool(_OTHER_PLACES.fullmatch(text[:start])) and bool(_DATELINE.match(text, end))


def in_foreign_name(text: str, end: int) -> bool:
    """Whether a name only begins another: Washington Post."""
    return _FOREIGN_BEHIND.match(text, end) is not None


def reading(text: str, start: int, end: int) -> Reading:
    """Whether a capital's name means the city or the government there, by the words around it."""
    before, behind = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    if opens_dateline(text, start, end):
        return "place"
    if _GOVERNMENT_BEFORE.search(before):
        return "government"
    if _PLACE_BEFORE.search(before):
        return "government" if re.match(r",? (?:hieß|verlautete)\b", behind) else "place"
    return "government" if _GOVERNMENT_BEHIND.match(behind) else "either"
