"""German of its own for synthetic dossiers: invented names and sentences of a small grammar, varied enough that search
terms, mentions and sorting meet what they meet in real ones.

All that is drawn comes from the generator of random numbers that is handed in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from generator.fields import as_id
from generator.german.dates import MONTHS

NOMINATIVE = {"m": "der", "f": "die", "n": "das"}
ACCUSATIVE = {"m": "den", "f": "die", "n": "das"}
DATIVE = {"m": "dem", "f": "der", "n": "dem"}

# No name may be another with an ending: both would be meant by one word.
_PLACE_BEGINS = (
    "Alten Barken Birken Born Brede Buchen Claus Dunkel Eider Elms Erlen Falken Feld Finken Friedrichs Garten Gras "
    "Hagen Hammer Hasel Hohen Holz Jüb Kalten Kies Klein Lang Lehm Linden Marsch Mühl Norder Oster Ried Rosen Sand "
    "Schilf Süder Torf Wester"
).split()
_MIDDLES = [
    "",
    *"alt berg birk born eich hain hamm heid holm klein lohn moor neu ober sand wall weid wend wied".split(),
]
_PLACE_ENDS = (
    "beck brück büttel deich dorf fleth furt hafen heide horst husum kamp koog moor mühle rade siel tal wik".split()
)
_FIRST_NAMES = (
    "Ada Anke Arne Beeke Bodo Carla Dierk Elke Enno Fenja Focko Gesa Hauke Hedda Ilse Insa Jasper Jette Jörn Kaya "
    "Klaas Leevke Levi Maike Malte Nele Okke Onno Petra Ralf Rieke Silke Sönke Swantje Tamme Thora Uwe Wiebke Wim "
    "Yasmin"
).split()
_LAST_BEGINS = (
    "Acker Bram Brink Damm Deter Ebers Falk Gerk Grund Hark Ihl Jäck Klin Kloss Kruse Lamp Mell Niss Oder Pahl Quast "
    "Reim Rick Schar Stoll Thom Ull Vogt Wulf Zink"
).split()
_LAST_ENDS = "bach berth brecht ding feldt gart hoff kamper köter lau loh meyer ow rott schild stert tjark weg".split()
_BODIES = {
    "m": "Bauernverband Bürgerbund Fischereiverein Kreisrat Lotsenbund Wasserverband",
    "f": "Deichacht Hafenbehörde Handelskammer Klinikgruppe Reederei Werftleitung",
    "n": "Bauamt Forstamt Schifffahrtsbündnis Umweltforum",
}
_BASES = "Depot Fliegerhorst Funkstelle Kaserne Marinehafen Radarstation".split()
_OUTLETS = "Anzeiger Blatt Bote Funk Kurier Nachrichten Tagespost Zeitung".split()

_SUBJECTS = (
    "Abfall Abwasser Acker Archiv Bahn Bau Boden Brücken Daten Deich Denkmal Energie Fähr Feuerwehr Fischerei Flug "
    "Funk Gas Getreide Gewässer Gleis Grenz Grundwasser Hafen Handels Haushalts Hochwasser Holz Jagd Jugend Kanal "
    "Kies Klinik Kohle Küsten Lärm Leitungs Lotsen Luft Markt Milch Moor Museums Netz Obst Park Pegel Pflege Polizei "
    "Post Radar Rettungs Salz Schleusen Schul Solar Speicher Sport Steuer Straßen Strom Sturmflut Tarif Theater Torf "
    "Trinkwasser Ufer Umwelt Vieh Wald Wärme Wasser Weide Werft Wind Wohnungs Zoll"
).split()
_MATTERS = {
    "f": "abgabe abnahme aufsicht auswertung erhebung erneuerung erweiterung förderung karte kommission kontrolle"
    " messung planung prüfung reform sanierung schließung sicherung sperrung statistik übung umlage verlegung"
    " verordnung versorgung verwaltung",
    "m": "ausbau ausschuss beirat bericht beschluss dienst entwurf neubau plan streik streit umbau verkauf vertrag"
    " vorrat zuschuss zweckverband",
    "n": "abkommen budget gesetz gutachten konzept lager monopol netzwerk programm projekt protokoll register verbot"
    " verfahren vorhaben werk zentrum",
}
SOMEWHERE = ("in der Region", "an der Küste", "im Hinterland")
UNITS = (
    "Anträge Betten Boote Busse Container Kräne Laster Lotsen Pumpen Schleusen Schiffe Stellen Transporter Wagen"
).split()

_PAST = (
    "prüfte forderte begrüßte kritisierte verschob genehmigte untersagte finanzierte verteidigte bemängelte "
    "unterstützte verzögerte beschleunigte eröffnete beantragte veröffentlichte erörterte bestätigte stoppte "
    "befürwortete überwachte verlängerte bezweifelte vertagte billigte beanstandete"
).split()
_TO_DO = (
    "zu prüfen|zu verschieben|zu genehmigen|zu untersagen|zu bezahlen|zu verteidigen|neu zu ordnen|zu "
    "beschleunigen|offen zu legen|zu beantragen|auszuschreiben|zu erörtern|zu stoppen|abzulehnen|zu verlängern|zu "
    "vertagen|anzufechten"
).split("|")
_HOW = (
    "nach langer Debatte|ohne Gegenstimme|hinter verschlossenen Türen|unter Vorbehalt|auf Drängen der Anwohner|im "
    "Eilverfahren|erneut|gegen den Rat der Fachleute|mit knapper Mehrheit|in öffentlicher Sitzung|auf eigene "
    "Rechnung|bis auf Weiteres|trotz leerer Kassen|aus Sorge um die Ernte|wegen der Witterung|auf Antrag der "
    "Nachbargemeinden"
).split("|")
_WHY = (
    "weil {} länger dauert als vorgesehen|nachdem {} gescheitert war|obwohl {} noch aussteht|bevor {} beginnt|falls "
    "{} nicht zustande kommt|solange {} umstritten bleibt|da {} zu teuer geworden ist|während {} weiterläuft|sobald "
    "{} feststeht|weil {} Mängel zeigt|auch wenn {} kaum Wirkung hat|ehe {} in Kraft tritt"
).split("|")
_QUOTES = (
    "blanker Unsinn|ein Sieg der Vernunft|völlig aus der Zeit|teuer und nutzlos|längst überfällig|ein falsches "
    "Signal|auf Sand gebaut|reine Augenwischerei|schlicht notwendig|ein Trauerspiel"
).split("|")


@dataclass(frozen=True)
class Noun:
    """Something with its gender; of an organisation, its name."""

    words: str
    gender: str

    def nominative(self) -> str:
        return f"{NOMINATIVE[self.gender]} {self.words}"

    def accusative(self) -> str:
        return f"{ACCUSATIVE[self.gender]} {self.words}"

    def dative(self) -> str:
        return f"{DATIVE[self.gender]} {self.words}"


def _with_genders(words: dict[str, str]) -> list[Noun]:
    return [Noun(word, gender) for gender, listed in words.items() for word in listed.split()]


_ALL_MATTERS, _ALL_BODIES = _with_genders(_MATTERS), _with_genders(_BODIES)


def _nth(number: int, *parts: Sequence[str]) -> str:
    """The number-th of all combinations, neighbours unlike each other."""
    count = len(parts[0]) * len(parts[-1])
    middle, number = divmod(number, count)
    number = number * 331 % count  # a prime that none of the lists has as a factor
    begin, end = divmod(number, len(parts[-1]))
    return parts[0][begin] + _MIDDLES[middle] + parts[-1][end]


def place_name(number: int) -> str:
    return _nth(number, _PLACE_BEGINS, _PLACE_ENDS)


def last_name(number: int) -> str:
    return _nth(number, _LAST_BEGINS, _LAST_ENDS)


def first_name(number: int) -> str:
    return _FIRST_NAMES[number * 7 % len(_FIRST_NAMES)]


def body(number: int) -> Noun:
    """An organisation, called after a place."""
    noun = _ALL_BODIES[number % len(_ALL_BODIES)]
    return Noun(f"{noun.words} {place_name(number)}", noun.gender)


def base_name(number: int) -> str:
    return f"{_BASES[number % len(_BASES)]} {place_name(number * 3 + 1)}"


def outlet_name(number: int) -> str:
    return f"{place_name(number * 5 + 2)}er {_OUTLETS[number % len(_OUTLETS)]}"


def matter(rng: Random) -> Noun:
    """What a claim is about: a compound such as Deichverlegung."""
    noun = rng.choice(_ALL_MATTERS)
    return Noun(rng.choice(_SUBJECTS) + noun.words, noun.gender)


def written_day(day: date) -> str:
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def written_number(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def why(rng: Random) -> str:
    return rng.choice(_WHY).format(matter(rng).nominative())


def quotation(rng: Random) -> str:
    return rng.choice(_QUOTES)


def did(rng: Random, who: str, about: Noun, where: str, when: str) -> str:
    """Am 3. Mai 2019 prüfte der Kreisrat Altenbeck ohne Gegenstimme die Deichverlegung in Norderfurt, weil …"""
    return f"{when} {rng.choice(_PAST)} {who} {rng.choice(_HOW)} {about.accusative()} {where}, {why(rng)}."


def will(rng: Random, who: str, about: Noun, where: str, when: str) -> str:
    """Der Kreisrat Altenbeck kündigte an, die Deichverlegung in Norderfurt bis zum 3. Mai 2019 zu prüfen, weil …"""
    return f"{sentence_case(who)} kündigte an, {about.accusative()} {where} {when} {rng.choice(_TO_DO)}, {why(rng)}."


def said(rng: Random, who: str, outlet: str, about: Noun, where: str) -> str:
    """Der Kreisrat Altenbeck nannte im Altenbecker Boten die Deichverlegung in Norderfurt einen Fehler, weil …"""
    return f"{sentence_case(who)} verteidigte laut {outlet} {about.accusative()} {where}, {why(rng)}."


def called(who: str, about: Noun, where: str, words: str) -> str:
    return f"{sentence_case(who)} nannte {about.accusative()} {where} „{words}“."


def sentence_case(words: str) -> str:
    return words[:1].upper() + words[1:]


def slug(words: str) -> str:
    return as_id(words)
