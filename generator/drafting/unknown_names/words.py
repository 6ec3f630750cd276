"""German words that tell what a capitalised word beside them is: a title stands before a person, a type before a place.

Closed lists of general words; nothing here belongs to one subject. Compounds count by their last part: "Vizepräsident"
and "US-Präsident" are a Präsident.
"""

from __future__ import annotations

import re

_ROLES = """
    präsident premierminister minister kanzler premier sprecher general oberst major leutnant hauptmann admiral
    kommandeur kommandant offizier feldwebel botschafter gesandter gesandte konsul diplomat abgeordneter
    abgeordnete senator gouverneur bürgermeister landrat chef vorsitzender vorsitzende vorstand direktor leiter
    manager geschäftsführer sekretär staatssekretär beauftragter beauftragte kommissar richter anwalt jurist
    professor doktor forscher wissenschaftler historiker ökonom experte analyst politiker kandidat trainer
    stürmer torwart spieler kapitän journalist reporter autor schriftsteller regisseur schauspieler sänger
    künstler architekt ingenieur arzt biologe physiker könig königin kaiser prinz prinzessin herzog graf fürst
    papst kardinal bischof pfarrer imam scheich ajatollah ayatollah mullah emir sultan herr herrn frau gründer
    unternehmer investor bauer führer anführer gewerkschafter ermittler zeuge koordinator vertreter kollege
    nachfolger vorgänger berater spezialist meteorologe chemiker geologe soziologe psychologe informatiker
    intendant kurator dirigent dr prof

""".split()
ROLES = frozenset(_ROLES)
_FEMININE = frozenset(f"{role.removesuffix('e')}in" for role in _ROLES) | {"anwältin", "ärztin", "bäuerin", "gräfin"}
_ROLE_ENDS = tuple(sorted((role for role in ROLES | _FEMININE if len(role) > 4), key=len, reverse=True))

TYPES = frozenset(
    """
    provinz stadt hauptstadt weiler ortschaft hafenstadt großstadt kleinstadt stadtteil bezirk kreis landkreis
    gemeinde dorf ort region gebiet bundesland bundesstaat kanton insel halbinsel fluss berg stützpunkt basis
    militärbasis luftwaffenbasis militärstützpunkt luftwaffenstützpunkt zeitung tageszeitung wochenzeitung
    magazin nachrichtenmagazin zeitschrift fachzeitschrift sender fernsehsender radiosender agentur
    nachrichtenagentur portal nachrichtenportal blatt plattform onlinedienst miliz terrormiliz
    dschihadistenmiliz einheit spezialeinheit brigade brigaden bewegung armee gruppe terrorgruppe rebellengruppe
    organisation terrororganisation partei regierungspartei oppositionspartei bündnis firma konzern unternehmen
    hersteller anbieter betreiber bank verein verband stiftung umweltverband umweltorganisation
    menschenrechtsorganisation hilfsorganisation gewerkschaft reederei werft airline fluggesellschaft software
    schiff frachter tanker fregatte boot fischkutter kanal rakete satellit sonde tochter tochterfirma start-up
    startup

    """.split()
)
"""Said of a name, but no part of it."""

_TYPE_ENDS = tuple(each for each in sorted(TYPES) if len(each) > 5)

KEPT_TYPES = frozenset(
    """
    flughafen hafen bahnhof hauptbahnhof universität hochschule institut klinik klinikum krankenhaus stadion
    theater museum kloster schloss burg kraftwerk kernkraftwerk atomkraftwerk landgericht amtsgericht
    oberlandesgericht verwaltungsgericht oberverwaltungsgericht staatsanwaltschaft camp fort lager hotel radio
    haus platz see golf tal kap grube zeche werk windpark solarpark nationalpark naturschutzgebiet
    forschungszentrum raffinerie deponie talsperre schleuse

    """.split()
)
"""Without it the name would mean something else: "Flughafen Bagdad"."""

CLUBS = frozenset("FC SC SV TSV TuS VfB VfL FSV BSC IG TV MTV SpVgg SSV VfR ESV KSV AC AS CF".split())
"""What comes before the name of a club or a trade union, whatever word that is: IG Metall."""

INSTITUTIONS = frozenset(
    """
    stiftung straße platz allee brücke universität hochschule institut klinik klinikum stadion arena preis
    schule gymnasium museum theater oper philharmoniker halle einheit brigaden brigade gesellschaft werke werk
    haus zentrum archiv akademie zeitung allgemeine rundschau kurier anzeiger nachrichten verband liga union
    kanal park schleuse tunnel turm dom messe börse sparkasse hafen flughafen bahnhof hauptbahnhof schloss hütte
    gruppe

    """.split()
)
"""Bodies and works: the last part of a compound that is a name as a whole, where two names stand before it
(Konrad-Adenauer-Stiftung), and what makes a name of a place's adjective (Kölner Dom)."""
_INSTITUTION_ENDS = tuple(
    "zeitung blatt anzeiger kurier rundschau universität hochschule werke museum theater klinikum brücke "
    "verwaltungsgericht landgericht amtsgericht staatsanwaltschaft sparkasse bahnhof flughafen philharmonie".split()
)
PLACE_ENDS = tuple(
    "burg berg stadt dorf hausen heim ingen stedt stätten bach feld haven hafen brück brücken furt kirchen münster "
    "walde rode leben see au moor horst büttel fleth siel beck bek wald tal rath stein".split()
)
PLACE_PREPOSITIONS = frozenset("in nach aus bei bis".split())

FEDERAL = re.compile(
    r"Bundes(?:tag|rat|regierung|wehr|bank|polizei|[a-zäöüß]+(?:amt|gericht|gerichtshof|agentur|anstalt|ministerium))(?:e?s)?"
)
ARTICLES = frozenset("al as ash asch ad an ar at az el es".split())
"""The Arabic article, also as the next sound changes it; "as-Sadr"."""
PARTICLES = (
    frozenset("von vom van de del della der den di da dos du la le ten ter bin ibn ben abu zu zum zur af".split())
    | ARTICLES
)
CAPITAL_PARTICLES = frozenset("al el bin ibn ben abu".split())
"""Those that may begin a name: "Abu Mahdi", "Al Asad"."""
GERMAN_PARTICLES = frozenset("von vom zu zum zur der den an".split())
"""Those that are ordinary words as well."""
GENERATIONS = frozenset(
    "Jr Jr. Sr Sr. II II. III III. IV IV. VI. XIV XIV. XVI XVI. junior Junior senior Senior".split()
)
PREFIXES = frozenset("online internet web anti pro ex nicht vize mit ko post neo prä non semi quasi pseudo".split())
CALENDAR = frozenset(
    """
    januar jänner februar märz april mai juni juli august september oktober november dezember montag dienstag
    mittwoch donnerstag freitag samstag sonnabend sonntag frühjahr frühling sommer herbst winter ostern
    pfingsten weihnachten silvester uhr euro dollar franken prozent kilometer meter tonnen megawatt gigawatt

    """.split()
)
ABBREVIATIONS = frozenset(
    """
    abs art bzw ca etc evtl ggf inkl mio mrd nr usw vgl str tv ki it pc lkw pkw gps dna rna pcr ceo cfo cto kmu
    bip hiv aids co2 faq pdf sms usb wlan lte led lng ag gmbh kg se ev co kw mw gw kwh mwh gwh twh km cm mm ph
    ok id vr ar hr pr dj mp ufo wm em uhr iq gen mri ct

    """.split()
)
ADJECTIVE_TAG = "ADJ(A)"
INDEFINITE = re.compile(
    r"(?:k?ein|mein|dein|sein|ihr|unser|euer)(?:e[mnrs]?)?|jede[mnrs]?|manche[mnrs]?|viele[rn]?|einige[rn]?|mehrere[rn]?|"
    r"wenige[rn]?|zahlreiche[rn]?|solche[mnrs]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\d[\d.,]*|beide[n]?|alle[rn]?|"
    r"weitere[mnrs]?|pro|welche[mnrs]?|neue[mnrs]?"
)
"""After one of these an unknown word is a thing of a kind, no name."""
SPEAKING = frozenset("sagte sagt betonte betont teilte meinte meint fügte ergänzte antwortete so".split())
"""What a person does who is named without an article: "sagte Adel". Singular, and verbs that take no noun as object."""


def is_role(word: str) -> bool:
    """Whether a name may follow: Präsident, Ministerin, US-Sondergesandter."""
    head = word.rpartition("-")[2].rstrip(".").casefold()
    bare = head.removesuffix("s") if len(head) > 4 else head
    return head in ROLES or bare in ROLES or head.endswith(_ROLE_ENDS) or bare.endswith(_ROLE_ENDS)


def is_type(word: str) -> bool:
    """Also as the end of a compound: Chemiekonzern."""
    return _in(word, TYPES) or word.casefold().removesuffix("s").endswith(_TYPE_ENDS)


def is_kept_type(word: str) -> bool:
    return _in(word, KEPT_TYPES)


def is_institution(word: str) -> bool:
    """Whether a place's adjective before it makes a name: Kölner Dom, Syker Kreiszeitung; not Berliner Polizei."""
    lower = word.casefold()
    return (
        _in(word, INSTITUTIONS)
        or lower.endswith(_INSTITUTION_ENDS)
        or lower.removesuffix("s").endswith(_INSTITUTION_ENDS)
    )


def _in(word: str, words: frozenset[str]) -> bool:
    head = word.casefold()
    return head in words or head.removesuffix("s") in words or head.removesuffix("es") in words
