"""Whether four digits that stand alone are a year: "der 2014 gegründete Verein", not "2014 Leute" or "Agenda 2030"."""

from __future__ import annotations

import re

_SURE = re.compile(
    r"(?:\bJahr(?:e|es|en|s)?|\b[Aa]nno|\b[Ss]eit|\b(?:Anfang|Mitte|Ende|Beginn)|\bJahrgang|\bBaujahr|\b[Ss]aison|\b\w*(?:[Ww]ahl|WM|EM|[Ss]piele"
    r"|[Oo]lympia|[Hh]aushalt|[Ee]tat|jahr|[Mm]eisterschaft|[Pp]okal|[Ff]estival|[Mm]esse|[Kk]onferenz|[Gg]ipfel|[Kk]rise|[Kk]rieg"
    r"|[Rr]evolution|[Aa]ufstand|[Pp]utsch|[Bb]ilanz|[Bb]ericht|[Aa]bkommen|[Ss]ommer|[Ww]inter|[Hh]erbst|[Ff]rühjahr))\s$"
)
_NEAR = re.compile(
    r"(?:\b(?:ab|bis|von|zwischen|und|oder|nach|vor|für|gegen|um|schon|bereits|erst|erstmals|zuletzt|noch|wie|als|auf|war|waren"
    r"|wurde|wurden|hat|hatte|hatten|haben|Von|Bis|Ab|Nach|Vor|Schon|Bereits|Erst|Erstmals|Zuletzt|Noch|in|In|geboren|geb\.|Jg\.)\s|[(*–/,-]\s?)$"
)
_COUNTING = re.compile(
    r"(?:\b(?:rund|etwa|über|fast|knapp|gut|insgesamt|mindestens|höchstens|maximal|genau|exakt|weitere|bis\szu|circa"
    r"|ca\.|ungefähr|jeweils|alle|allen|aller|je|pro|mit|aus|nur|lediglich|zusätzlich|zusätzliche|plus|minus|zirka|nahezu|beinahe"
    r"|damit|derzeit|aktuell|dort|davon|sind|drohen|Rund|Etwa|Über|Fast|Knapp|Insgesamt|Mindestens|Alle|Weitere"
    r"|[Dd]er\s\w+en\s|unter\sden|von\sden|[Ee]ine?\s\w+\svon)\s|[$€£§#+]\s?|\d[\s.,:])$"
)
_NAMES = re.compile(
    r"(?:[Aa]genda|[Ee]xpo|EXPO|[Vv]ision|[Hh]orizont?|Windows|Office|[Cc]harta|[Ss]trategie|[Mm]asterplan|[Pp]lan|[Zz]iele?|[Rr]oute|Airbus"
    r"|Boeing|Peugeot|[Tt]yp|[Mm]odell|Nr\.|Nummer|[Aa]rtikel|Paragra[fp]h?|Halle|Raum|Gebäude|Haus|Saal|Tor|Gleis|Zimmer|PLZ|ISO|DIN|EN|[Nn]orm|[Rr]esolution"
    r"|[Dd]rucksache|Seite|Vers|Flug|Kanal|Bus|Linie|Punkte?|Kapitel|Zone|Studio|Formel|Fonds|Klasse|Serie|Programm|[Ii]nitiative"
    r"|[Pp]rojekt|[Pp]aket|Höhe|Euro|Dollar|Euro\.|PC|Galaxy|Xbox|Radeon|Postfach|Hausnummer|Kilometer|Version|Firmware|Tel\.|Telefon)[“\"”»]?\s$"
)
_OTHERWISE = re.compile(r"\s(?:v\.\s?Chr|vor\sChristus|im\sJahr\s\d)")
_MORE = re.compile(r"\b(?:mehr|weniger)\sals\s$", re.IGNORECASE)
_MEASURED = re.compile(
    r"(?:\b(?:deutlich|etwas|viel|weit|erheblich|wesentlich|spürbar)|(?:\d|\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf"
    r"|zwölf))(?:\s[A-ZÄÖÜ]\w+)?)\s(?:mehr|weniger)\sals\s$"
)
_FROM_TO = re.compile(r"\sauf(?:\s$|\b)")
_CLUB = re.compile(
    r"\b(?:[A-Z]?FC|[A-Z]?S[CVG]|TSV|TV|Vf[BLR]|TuS|TSG|BSC|FSV|SpVgg|MTV|SSV|BV|Eintracht|Borussia|Fortuna|Dynamo|Union"
    r"|Hertha|Arminia|Alemannia|Viktoria|Germania|Wacker|Concordia)\s(?:[\w-]+\s){0,2}$"
)
_NOUN_BEFORE = re.compile(r"[A-ZÄÖÜ][\w-]*[a-zäöüßA-Z]\s$")
_NO_NOUNS = frozenset(
    "Am Im In Und Seit Von Bis Ab Nach Vor Für Um Zwischen Der Die Das Schon Bereits Erst Erstmals Zuletzt Noch Als Wie"
    " Auf Wurde War Hat Hatte".split()
)
_PLURAL = re.compile(r"\s(?:[a-zäöüß]+(?:e|en)\s)?[A-ZÄÖÜ][\w-]*(?:en|er|e|n|s|innen)\b")
_PARTICIPLE = re.compile(r"\s[a-zäöüß]+(?:te|ne)[nmrs]?\b")


def is_year(text: str, start: int, end: int, this_year: int) -> bool:
    """Of the four digits from `start` to `end`; `this_year` is the year of publication."""
    left, right = text[max(0, start - 40) : start], text[end : end + 60]
    number = int(text[start:end])
    if _NAMES.search(left) or (number < 1970 and _CLUB.search(left)) or _OTHERWISE.match(right):
        return False
    return _SURE.search(left) is not None or _likely(number, left, right, this_year)


def _likely(number: int, left: str, right: str, this_year: int) -> bool:
    """Where no word says that it is one: a round number before a plural counts, an old year needs a word before it."""
    plural = _PLURAL.match(right) is not None
    counted = number % 50 == 0 and plural
    if _COUNTING.search(left) or (number % 100 == 0 and (_FROM_TO.search(left) or _FROM_TO.match(right))):
        return False
    if _MORE.search(left):
        rounded = number % 50 == 0 and not _MEASURED.search(left)
        return 1900 <= number <= this_year and not plural and not rounded
    if _NOUN_BEFORE.search(left) and left.rsplit(maxsplit=1)[-1] not in _NO_NOUNS:
        return 1800 <= number <= this_year + 1 and not counted
    if number < 1800 and not _PARTICIPLE.match(right):
        return _NEAR.search(left) is not None and not plural and number % 50 != 0
    return number <= this_year + 80 and (not counted or _PARTICIPLE.match(right) is not None)
