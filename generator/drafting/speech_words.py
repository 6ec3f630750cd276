"""Nouns that can speak: people, bodies, outlets, papers that somebody has written, and sources without a name.

German makes most of them by their endings; the lists below are endings of compounds as well (Landesumweltministerium).
What is in none of them does not speak.
"""

from __future__ import annotations

import re

from generator.drafting.unknown_names.words import is_role


def _ends(words: str, endings: str = "") -> re.Pattern[str]:
    alternatives = "|".join(words.split())
    return re.compile(rf"(?:{alternatives}){endings}$", re.IGNORECASE)


DOCUMENT = _ends(
    "mitteilung erklärung stellungnahme schreiben brief bericht gutachten studie untersuchung analyse papier dokument"
    " statement antwort bilanz prognose umfrage auswertung vorlage urteil protokoll eintrag communiqué kommuniqué"
    " veröffentlichung aussendung meldung beitrag tweet post interview rundschreiben"
    " begründung entwurf mail unterlage akte",
    "(?:e?s|en|e|er|n)?",
)
STATED = _ends(
    "angabe aussage auskunft einschätzung darstellung worte wort ansicht information berechnung erkenntnis schätzung"
    " überzeugung meinung auffassung zahlen lesart sicht recherche daten statistik",
    "(?:en|n|se|sen)?",
)
"""What somebody says, in "nach Angaben von"."""
SOURCE = _ends("kreise quelle angabe bericht medien information umfeld umgebung insider", "(?:s|en|e|n|ern)?")
"""Sources that are never named; "Angaben" only in a compound (Polizeiangaben)."""
NO_SOURCE = re.compile(r"(?:Angaben?|Informationen|Umgebung|Umfeld|Kreise)$")
OUTLET = _ends(
    "zeitung agentur rundschau zeitschrift redaktion magazin portal sender blatt post presse anzeiger kurier"
    " nachrichten"
    " dpa afp apa sda faz taz",
    "(?:e?s|en|n|e|er)?",
)
BODY = _ends(
    "ministerium amt behörde polizei inspektion direktion präsidium anwaltschaft gericht gerichtshof kammer"
    " gewerkschaft"
    " partei unternehmen institut initiative organisation konzern verband vereinigung verein bund bündnis firma"
    " stiftung"
    " regierung verwaltung rathaus senat fraktion koalition opposition kommission ausschuss stadtrat gemeinderat"
    " betriebsrat aufsichtsrat bundesrat elternrat personalrat vorstand parlament landtag bundestag kanzlei kanzleramt"
    " botschaft konsulat"
    " armee militär streitkräfte miliz feuerwehr klinik klinikum krankenhaus universität hochschule verlag bank"
    " sparkasse"
    " gesellschaft betreiber hersteller anbieter kanton gemeinde landkreis bistum kirche ressort leitung führung"
    " anklage verteidigung nebenklage klub"
    " verkehrsbetriebe stadtwerke werke bahn airline reederei spedition zentrale dienst genossenschaft union allianz"
    " netzwerk gremium jury delegation anstalt agentur büro rechnungshof leitstelle bürgerinitiative liga team warte"
    " zentrum akademie börse haus museum theater werft brauerei kasse krankenkasse versicherer versicherung tochter",
    "(?:e?s|en|n|e|er|ien)?",
)
_PEOPLE = _ends(
    "frau mann leute männer frauen anwalt anwälte arzt ärzte bauer bauern zeuge kollege kunde beamte angehörige"
    " menschen personen gläubige angeklagte verdächtige beschuldigte geschädigte betroffene befragte gefangene"
    " geflüchtete inhaftierte lotse matrose genosse insasse schöffe jugendliche verletzte überlebende beschäftigte"
    " angestellte gesandte beauftragte abgeordnete vorsitzende experte"
    " freund nachbar wirt witwe vater mutter eltern sohn tochter bruder schwester rat-frau mitglied mandatar primar"
    " bewohner anwohner insider rivale soldat pilot kandidat advokat demokrat diplomat patient fürst held"
    " general oberst kardinal bischof papst pfarrer könig ombudsmann obmann obfrau landrat stadtrat-frau regierungsrat"
    " stadträtin landesrat landesrätin staatsrat nationalrat boss star chef jurist veteran partner gast gäste",
    "(?:e?s|en|n|e|er|r|ern)?",
)
_BY_ENDING = re.compile(
    r"(?:\w(?:at|it|kt|ss|st|ut)or(?:en|s)?|\w{2}(?:ist|ant|ent|loge|nom|graf|graph|soph|eur|iater)(?:en|in|innen|s|e|n)?"
    r"|\w{2}(?:er|or|eur|ist|ant|ent|log|nom|graf|at|ät|wält|ärzt|ürst|räs|eg|and|fr)in(?:nen)?|\w{2}[^aeiou\W]er(?:s|n|in|innen)?"
    r"|\w{2}(?:nde)[nr]?)$"
)
_NOT_PEOPLE = re.compile(
    r"(?:wasser|feuer|fenster|zimmer|messer|wetter|sommer|winter|tember|ober|ember|computer|finger|lager|keller|"
    r"muster|fehler|wunder|alter|monster|leder|kleider|bilder|länder|felder|wälder|gelder|güter|blätter|bücher|häuser|"
    r"dörfer|räder|lieder|eier|opfer|wörter|ämter|gesichter|lichter|filter|ticker|server|container|laster|dampfer"
    r"|frachter|tanker|kutter|hubschrauber|teller|koffer|zucker|pfeiler|meter|liter|ziffer|nummer|kammer|mauer|dauer"
    r"|steuer|trauer|feier|leiter-|weiher|zähler|treffer|ordner|rechner|drucker|hammer|kupfer|silber|pulver|fieber"
    r"|eifer|ärger|hunger|schimmer|zweifler-|donner|dutzend|tausend|hundert|abend|jugend|tugend|gegend|legende|wende"
    r"|ende|stunde|runde|kunde-|spende|wände|hände|gründe|bände|strände|bestände|umstände|zustände|verbände|freunde-"
    r"|rente|waggon|moment|prozent|dokument|argument|instrument|element|fundament|experiment|event|talent|cent"
    r"|kontinent|akzent|patent|zement|regiment|parlament|medikament|testament|departement|restaurant|"
    r"motor|sektor|faktor|reaktor|traktor|monitor|tresor|korridor|horror|terror|humor|rumor|autor-|termin|benzin"
    r"|medizin|magazin|ruin|urin|terror|tresor|bestand|verstand|ersatz|malheur|interieur|paragraf|autograf|"
    r"ausländer-|übrigen|kinder|tochter|bedenken|unbekannte|worte|hunderte|tausende|dutzende|millionen"
    r"|wochenende|jahresende|kriegsende|einwände|gegenstände|abgründe|befunde|sekunde|hürde|"
    r"wahrheit|verlierer-|winter|koeffizient|quotient|konsens|charakter|zepter|kloster|pflaster|register|raster|cluster"
    r"|orchester|semester|silvester|manöver|cover|hangar)(?:e?s|n|en|e)?$",
    re.IGNORECASE,
)
SPOKESMAN = re.compile(r"(?:sprecher(?:in|innen|s|n)?|vertreter(?:in|s|n|innen)?)$", re.IGNORECASE)
ANONYMOUS = re.compile(r"(?:Mitglied|Teilnehmer|Insider|Beobachter|Delegation|Kreise|Umfeld|Umgebung|Quelle)")
"""Behind these the body they belong to is not who speaks."""
KINDS_OF_BODY = (
    "unternehmen konzern firma hersteller betrieb gesellschaft betreiber anbieter bank".split(),
    "behörde amt verwaltung".split(),
    "ressort ministerium".split(),
    "gewerkschaft".split(),
    "verband verein initiative organisation gruppe kammer".split(),
    "institut universität hochschule".split(),
    "rat gremium".split(),
)
"""Words for the same sort of body: what "der Konzern" may be short for."""


def is_body(noun: str) -> bool:
    return bool(BODY.search(noun) or OUTLET.search(noun))


def is_people(noun: str) -> bool:
    """Whether a noun is one for people, by a list or its ending."""
    if is_role(noun) or _PEOPLE.search(noun):
        return not re.search(r"(?:kinder|tochter)$", noun.casefold()) or noun.casefold() == "tochter"
    return bool(_BY_ENDING.search(noun)) and not _NOT_PEOPLE.search(noun)


def is_source(noun: str) -> bool:
    """Whether a noun is a nameless source: Sicherheitskreise, Medienberichten, Behördenangaben."""
    return bool(SOURCE.search(noun)) and not NO_SOURCE.fullmatch(noun)
