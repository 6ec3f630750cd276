"""Numbers that count nothing: parts of names (Boeing 737, A 40), references (Artikel 5, Platz 3), ordinals, clock
times, years, telephone numbers, vague plurals (mehrere hundert).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.german.numbers import Number
from generator.german.sentences import OPENERS

LOOKED_BACK = 40
BEHIND_COLON = re.compile(r"\d:$")
_WORDS_OF_NUMBER = r"(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)"
_CLOCK_NUMBER = rf"(?:\d{{1,2}}(?:[.:]\d{{2}})?|(?:ein|{_WORDS_OF_NUMBER}))"
_REFERENCE = (
    r"(?:Artikel|Art\.|Paragra(?:f|ph)(?:en|s)?|Absatz|Abs\.|Satz|Ziffer|Nummer|Nr\.|Kapitel|Seiten?|Platz"
    r"|Plätze|Rang|Position"
    r"|Gleis|Linie|Halle|Zimmer|Raum|Block|Reaktor|Phase|Stufe|Klasse|Folge|Staffel|Runde|Gruppe|Liga"
    r"|Bundesliga|Formel"
    r"|Route|Bundesstraße|Autobahn|Landstraße|Kreisstraße|Straße|Ausfahrt|Terminal|Tor|Tag|Woche|Tarifzone"
    r"|Level|Version"
    r"|Modell|Typ|Kategorie|Sektor|Zone|Band|Teil|Punkt|Bild|Foto|Abb\.|Abbildung|Tabelle|Grafik|Variante"
    r"|Resolution"
    r"|Agenda|Boeing|Airbus|Apollo|Falcon|Ariane|Windows|Chrome|Channel|Kanal|Hausnummer|Postfach|Aktenzeichen|Az\."
    r"|Jahrgang|Baujahr|Unit|Pier|Gate|Sojus|Antonow|Tupolew|Iljuschin|Leopard|Iris|Patriot|Artemis|Drucksache|Flug"
    r"|Telefon(?:nummer)?|Tel\.|Fax|Konto|Top|Version|Tempo|Verordnung|Richtlinie|Saal|Gebäude|Wohnung|Abschnitt|Etage|Bus|Tram|Zug|Los"
    r"|Schacht|Deck|Dock|Ausgabe|Heft|iPhone|Generation|Lager|Psalm|Vers|Zeile|Frage|Station|Feld|Voyager|Zeche|Stollen)"
)
_NO_COUNTS = [
    re.compile(pattern)
    for pattern in (
        r"https?://\S+|www\.\S+|\S+@\S+|#\w+|\[\d+\]",
        r"(?:\+\d{1,3}[ /()-]*\d|(?<![\w,.'’])(?<!\d[ \u00a0\u2009\u202f])0\d{1,})[\d /()-]*",
        r"§+\s*\d+\w?(?:(?:,| und| bis|[-–])\s*\d+\w?)*",
        (
            rf"(?:zwischen|von|gegen|um|ab|bis|nach|vor|seit)?\s*{_CLOCK_NUMBER}(?:\s*(?:bis|und|-|–"
            rf"|oder)\s*{_CLOCK_NUMBER})?\s*(?:Uhr|h\b)(?:\s\d{{1,2}}\b)?"
        ),
        (
            r"(?i:\b(?:um|gegen|ab|bis|seit|nach|vor))\s(?:kurz (?:vor|nach) )?\d{1,2}[:.]\d{2}\b(?!\s?(?:%"
            r"|[A-ZÄÖÜ€]))"
        ),
        rf"\b(?:halb|[Vv]iertel (?:vor|nach)) {_WORDS_OF_NUMBER}\b",
        rf"\bum {_WORDS_OF_NUMBER}\b(?! auf\b| [A-ZÄÖÜ])",  # um sechs; but: um zwei auf fünf
        r"\b[^\W\d_]+mal\b",  # dreimal tells how often; 150 Mal counts
        rf"\b(?i:{_WORDS_OF_NUMBER})(?:-[A-ZÄÖÜ]\w+){{2,}}",  # Neun-Euro-Ticket, Drei-Tage-Woche
        (
            rf"\b{_REFERENCE} (?:\d+(?:[./-]\d+)*\w?(?:(?:,| und| bis|[-–]) ?\d+\w?(?!\w| Prozent| Euro))*"
            rf"|{_WORDS_OF_NUMBER}\b)"
        ),
        r"\b[A-ZÄÖÜ] \d{1,4}\b(?![.,]\d)",
        r"\b\d+(?:er|ers|ern|G|D|K|x|-D)\b(?:-\w+)?",
        r"\b\d+/\d+\b",
        r"(?<![\d.])\b\d+\.\d{1,2}\b(?![.\d])",
        r"\b(?:außer|in) [Aa]cht\b|\b[Aa]cht (?:geben|gibt|gab)\b",
        (
            r"\b(?i:mehrere[nr]?|einigen?r?|viele[nr]?|etliche[nr]?|ein paar|zahlreiche[nr]?|Aber|zig"
            r"|je)\s(?:[Hh]undert|[Tt]ausend|Dutzend)\w*"
        ),
        r"\b(?i:ein|einem|einige|mehrere|halbe[sn]?|pro|das|im) Dutzend\b",
        r"\b[Hh]undertprozentig\w*",
        r"\b(?:[Nn]ull|[Ee]ins)\b",
        (
            r"\b[\w,.]+ (?:Sekunden|Minuten|Stunden|Tage|Wochen|Monate|Jahre|Jahrzehnte)"
            r" (?:später|zuvor|davor|vorher|danach|darauf)\b(?! als)"
        ),
        r"\b(?i:beide[nrms]?)\b",
        r"\b\d{1,2}\.(?:(?=[-–/]\s?\d)|(?= [^\W\d_])|(?=,| und| oder| bis))",
        r"\b\d{4}(?=[-–/]\d{2,4}\b)",
    )
]
_YEAR = re.compile(r"1[0-9]\d\d|20\d\d")
_NAMED_BEFORE = re.compile(r"([A-ZÄÖÜ][\w-]*[^\W\d_]) $")
_SENTENCE_START = re.compile(r"(?:^|[.!?:…„“\"»–•(] ?|\n)$")


def no_counts(text: str) -> Iterator[tuple[int, int]]:
    """The spans of numbers that can be told by the words about them, whatever stands behind."""
    for pattern in _NO_COUNTS:
        for match in pattern.finditer(text):
            yield match.span()


def is_reference(text: str, number: Number) -> bool:
    """Whether a number without a unit is a year, part of a name, or no number at all (Elf, 5G)."""
    words = text[number.start : number.end]
    before = text[max(0, number.start - LOOKED_BACK) : number.start]
    if text[number.end : number.end + 1].isalpha():
        return True
    if words[0].isdigit():
        if (
            text[number.end : number.end + 1] == "-"
            and not BEHIND_COLON.search(before)
            and text[number.end + 1 : number.end + 2].isalpha()
        ):
            return not re.match(r"-(?:bis|und|oder)|- ", text[number.end :])
        name = _NAMED_BEFORE.search(before)
        closed = re.match(r" (?!(?:und|bis|oder|von|gegen) \d)|[“\"]", text[number.end :]) is not None
        return _YEAR.fullmatch(words) is not None or (
            name is not None and closed and name[1].casefold() not in OPENERS and not _SENTENCE_START.search(before)
        )
    return words[0].isupper() and number.value < 100 and not _SENTENCE_START.search(before)
