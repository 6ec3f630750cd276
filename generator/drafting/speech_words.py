"""The words by which German news tell who speaks: verbs of saying, what stands before a source, what it is called.

Patterns only; speech.py decides what they mean beside each other.
"""

from __future__ import annotations

import re

PAST = (
    r"sag(?:t|te|ten|en)|erklär(?:t|te|ten|en)|beton(?:t|te|ten|en)|berichte(?:t|te|ten|n)|melde(?:t|te|ten|n)"
    r"|forder(?:t|te|ten|n)|warn(?:t|te|ten|en)|behaupte(?:t|te|ten|n)|bestätig(?:t|te|ten|en)|dementier(?:t|te"
    r"|ten|en)"
    r"|bestreite[tn]|bestritt(?:en)?|versicher(?:t|te|ten|n)|schreib(?:t|en)|schrieb(?:en)?|äußer(?:t|te|ten|n)"
    r"|kritisier(?:t|te|ten|en)|verlang(?:t|te|ten|en)|verkünde(?:t|te|ten|n)|bekräftig(?:t|te|ten|en)"
    r"|unterstr(?:ich|eicht)(?:en)?"
    r"|erläuter(?:t|te|ten|n)|mahn(?:t|te|ten|en)|droh(?:t|te|ten|en)|verspr(?:icht|ach|achen|echen)"
    r"|vermelde(?:t|te|ten|n)"
    r"|begründe(?:t|te|ten)|erfuhr(?:en)?|spr(?:icht|ach|achen|echen) (?:am \w+ |zudem |dabei |daher |nun |gar "
    r"|sogar )?von|n(?:annte|ennt|annten|ennen)|rechne(?:t|te|ten|n) mit"
    r"|würdig(?:t|te|ten|en)|schätz(?:t|te|ten|en)|schimpf(?:t|te|ten|en)|twitter(?:t|te)|post(?:et|ete)"
    r"|räum(?:t|te|ten|en)"
    r"|sicher(?:t|te|ten|n)|teil(?:t|te|ten|en)|kündig(?:t|te|ten|en)|füg(?:t|te|ten|en)|g(?:ab|aben|ibt|eben)"
    r"|weist|wies(?:en)?"
    r"|lehn(?:t|te|ten|en)|ruf(?:t|en)|rief(?:en)?|mach(?:t|te|ten|en) deutlich|st(?:ellt|ellte|ellten) klar"
    r"|lob(?:t|te|ten|en)"
    r"|bezeichne(?:t|te|ten|n)|verurteil(?:t|te|ten|en)|bedauer(?:t|te|ten|n)|bezifferte?n?|merk(?:t|te|ten)"
    r"|verwies(?:en)?"
    r"|verweis(?:t|en)|bericht(?:et|eten)|klag(?:t|te|ten|en)|bat(?:en)?|bittet|prognostizierte?n?|zähl(?:t|te"
    r"|ten|en)"
    r"|mitteil(?:t|te|ten|en)|ankündig(?:t|te|ten)|hinzufüg(?:t|te|ten)|einräum(?:t|te|ten)|anmerk(?:t|te|ten)"
    r"|bekanntg(?:ibt|ab|aben)"
    r"|angab(?:en)?|zusicher(?:t|te|ten)|ablehn(?:t|te|ten)|zurückw(?:ies|iesen|eist)"
)
PARTICIPLES = (
    r"gesagt|erklärt|betont|berichtet|gemeldet|gefordert|gewarnt|behauptet|bestätigt|dementiert|versichert"
    r"|geschrieben"
    r"|geäußert|kritisiert|verlangt|verkündet|bekräftigt|angekündigt|mitgeteilt|zugesagt|zugesichert|gedroht"
    r"|versprochen"
    r"|hinzugefügt|aufgefordert|vorgeworfen|abgelehnt|zurückgewiesen|eingeräumt"
)
PREFIXED = {
    "teil": "mit", "kündig": "an", "füg": "hinzu", "g": "an|bekannt", "räum": "ein", "sicher": "zu",
    "weis": "zurück|hin|darauf",
    "wies": "zurück|hin|darauf", "lehn": "ab", "ruf": "auf", "rief": "auf", "merk": "an",
}  # fmt: skip
"""Verbs that speak only with their prefix, wherever it stands."""
VERB = re.compile(rf"(?<![\w-])(?P<verb>{PAST})(?![\w-])")
HAS_SAID = re.compile(rf"(?<!\w)(?:hat|habe|hatte|haben|hatten|hätten?)\b(?=[^.;:!?„“\"]*\b(?:{PARTICIPLES})\b)")
ZU_SAGTE = re.compile(r"\b(?:sag(?:t|te|ten))\b.*\bzu\b")
NAMED_SOURCE = re.compile(
    r"\b(?:[Ll]aut(?: Angaben| Bericht(?:en)?| einem Bericht| Medienberichten)?(?= )"
    r"|[Nn]ach (?:den |ersten |eigenen |offiziellen |übereinstimmenden |neuesten )?(?:Angaben|Aussagen?"
    r"|Auskunft|Einschätzung|Darstellung|Worten|Ansicht|Informationen|Berechnungen|Erkenntnissen|Schätzungen?"
    r"|Überzeugung|Meinung|Auffassung|Berichten)(?= (?:von|vom|des|der|aus|eines|einer|d|[a-zäöü]+(?:er|en) "
    r"|[A-ZÄÖÜ]))"
    r"|unter (?:Berufung|Bezug|Bezugnahme|Verweis) auf|beruft sich auf|berief sich auf|heißt es (?:aus|bei|von"
    r"|in|vom|im|beim)"
    r"|hie(?:ß|ss) es (?:\w+ )?(?:aus|bei|von|in|vom|im|beim)|erfuhr (?:die |der |das )?[^,.]{2,40}? aus"
    r"|verlautete (?:es )?(?:aus|von))\s"
)
FROM = re.compile(
    r"\b[Aa]us ([^,.:;]{3,60}?),? (?:hie(?:ß|ss) es|heißt es|verlautete|war zu hören|zu (?:hören|erfahren))"
    r"|(?:^|[.:;,–]\s)(?:[Ii]n|[Ii]m|[Bb]eim?) ([^,.:;]{3,30}?) (?:hie(?:ß|ss) es|heißt es)"
)
ACCORDING = re.compile(r"\bzufolge\b")
SO = re.compile(r"[,“\"]\s+so\s+(?=(?:der|die|das|ein|eine|[A-ZÄÖÜ]))")
COLON = re.compile(r"^([^„“\":.,]{3,80}):\s*[„“\"»]")
CAPITAL = r"[„“\"»]?(?:[A-ZÄÖÜ]|(?:al|as|ad|an|ar|at|az|el|asch)-[A-ZÄÖÜ])[\w.'’-]*[“\"”«]?"
NAME = re.compile(
    r"(?:(?:[Dd](?:er|ie|as|em|en|es)|[Ee]ine[rnms]?|[Ee]in|vom|von|beim|im)\s+)?"
    rf"(?P<words>(?:(?:[a-zäöüß]+(?:e|en|er|es|em|te|ten)|\d+-?jährige[nr]?)\s+){{0,3}}{CAPITAL}"
    r"(?:\s+(?:(?:von|vom|der|des|für|in|al|bin)\s+(?:(?:der|des)\s+)?(?:[a-zäöüß]+(?:en|er|es)\s+)?)?"
    rf"{CAPITAL}){{0,6}})"
)
ARTICLE = re.compile(r"^(?:[Dd](?:er|ie|as|em|en|es)|[Ee]ine?[rnms]?)(?:\s|$)")
OF = re.compile(r"\b(?:in|aus|von|vom|für|im|beim|des|der)\s")
ADJECTIVES = re.compile(r"^(?:[a-zäöüß]+\s)+")
ADVERB_BEFORE = re.compile(r"^(?:[Aa]uch|[Dd]och|[Zz]war|[Ss]elbst|[Ss]ogar|[Nn]ur|[Uu]nd|[Aa]ber)(?:\s+|$)")
APPOSITION = re.compile(rf",\s*((?:{CAPITAL}\s*){{1,4}}),\s*$")
PRONOUN = re.compile(r"\s+(?:er|sie|es|dieser|diese)\b")
NO_SUBJECT = re.compile(
    r"^(?:[Ii]n|[Ii]m|[Aa]m|[Aa]n|[Aa]uf|[Bb]ei|[Bb]eim|[Nn]ach|[Vv]or|[Mm]it|[Zz]u|[Zz]um|[Zz]ur|[Ff]ür"
    r"|[Gg]egen|[Dd]urch|[Uu]nter"
    r"|[Ww]egen|[Aa]us|[Ss]eit|[Bb]is|[Üü]ber|[Uu]m|[Ss]o|[Dd]abei|[Dd]as$|[Dd]emnach|[Hh]ingegen|[Zz]unächst"
    r"|[Dd]agegen|[Ss]päter|[Ee]rneut|[Aa]llerdings|[Zz]udem|[Dd]ann|[Nn]un|[Zz]uvor|[Dd]araufhin"
    r"|[Zz]uletzt|[Gg]leichzeitig|[Zz]ugleich|[Dd]azu|[Ee]rst|[Ss]chon|[Bb]ereits|[Dd]arauf|[Dd]amit|[Hh]ier"
    r"|[Dd]ort"
    r"|[Gg]estern|[Hh]eute|[Ll]aut|[Ss]tattdessen|[Aa]ngesichts|[Tt]rotz|[Ww]ährend|[Nn]och|[Uu]nterdessen"
    r"|[Ii]nzwischen)\b"
)
ANONYMOUS = re.compile(
    r"(?:[Kk]reise[n]?|[Qq]uelle[n]?|[Bb]ericht(?:e|en|s)?|[Uu]mfeld|[Uu]mgebung|[Aa]ugenzeugen?|[Zz]eugen"
    r"|[Ii]nsider[ns]?|[Ee]xperten"
    r"|[Bb]eobachtern?|[Aa]nalysten|[Mm]edien|[Mm]edienberichten?|[Kk]ritikern?|[Dd]elegation|[Mm]itglied(?:er"
    r"|ern)?|[Tt]eilnehmern?)\b"
)
SPOKESMAN = re.compile(
    r"\b\w*(?:[Ss]precher(?:in|s)?|[Ss]precherinnen|[Vv]ertreter(?:in|s)?|[Bb]ericht|[Mm]itteilung|[Ee]rklärung"
    r"|[Aa]ngaben|[Cc]hef(?:in)?"
    r"|[Rr]egierung(?:en)?|[Zz]eitung|[Aa]gentur|[Nn]achrichtenagentur|[Pp]ortal|[Mm]agazin|[Ss]ender|[Bb]latt"
    r"|[Vv]erband|[Ff]irma|[Kk]onzern)\b"
)
BODY = re.compile(
    r"\w*(?:[Mm]inisterium|[Bb]ehörde|[Pp]olizei|[Ss]taatsanwaltschaft|[Gg]ericht|[Kk]ammer|[Gg]ewerkschaft"
    r"|[Pp]artei|[Uu]nternehmen"
    r"|[Ii]nstitut|[Ii]nitiative|[Oo]rganisation|[Kk]onzern|[Vv]erband|[Vv]erein|[Ff]irma|[Ss]tiftung|[Aa]mt"
    r"|[Rr]egierung)e?[sn]?\b"
)
NO_SOURCE = re.compile(
    r"(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Es|Dies|Das|Er|Sie|Man|Wir|Ich|Plan"
    r"|Gesetz)\w{0,2}"
)
REPORTED = re.compile(
    r"\b(?:sei|seien|habe|hätten|werde|würden|wolle|könne|müsse|solle|dürfe|gebe|gehe|komme|stehe|bleibe|lasse"
    r"|mache|nehme"
    r"|sehe|finde|bestehe|gelte|liege|führe|handle|handele|brauche|halte|bringe|trage|dauere|laufe|wisse|möge"
    r"|kenne|zeige|spreche)\b"
)
QUOTED = re.compile(r"[„»«][^“”»«]*[“”«»]|\"[^\"]*\"|“[^”]*”")
FIRST = re.compile(r"\b[Ii]ch\b")
