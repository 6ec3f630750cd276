"""The numbers of a sentence that count or measure something, each with its unit and the words that limit it.

Numbers are found by generator/german/numbers.py; which of them count nothing stands in no_counts.py. The unit is the
noun counted, as it stands; where it is left out ("20 Boote oder mehr als 30"), that of the other number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.drafting.no_counts import BEHIND_COLON, is_reference, no_counts
from generator.german.hedges import hedges, main_qualifier
from generator.german.numbers import Number, find_numbers
from generator.model import Qualifier

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, "" if none is said."""

    value: float
    unit: str
    qualifier: Qualifier | None
    start: int
    end: int


_ADJECTIVE = r"(?:[a-zäöüß][\w-]*(?:e|en|er|es|em)|US-\w+en?|[A-ZÄÖÜ][\w]*-[a-zäöüß]\w*en?|weit|rund|zwar|gut|bis)"
_NOT_ADJECTIVE = frozenset(
    "der die den dem des das ein eine einen einer eines waren wurden werden haben hatten sollen wollen können"
    " müssen sowie für über unter oder aber wegen gegen neben zwischen ohne seien hätten würden ihre ihren ihrer"
    " seine seinen seiner diese dieser dieses diesen jede jeder jedes wieder immer weder eher später früher aller"
    " alle allen habe sei werde gingen kamen starben lagen stiegen sanken konnten mussten durften sollten wollten"
    " leben arbeiten fehlen bleiben kosten stehen liegen gehen kommen beträgt wäre wären zusammen hinter dieses"
    " keine keinen".split()
)
_NOUN = r"(?:[„\"“»])?(?P<noun>(?:US\$|[A-ZÄÖÜ][\w’'-]*(?:/[A-ZÄÖÜ]\w+)?))"
_UNIT = re.compile(rf"\s(?P<adjectives>(?:{_ADJECTIVE},? (?:und )?){{0,4}}){_NOUN}")
_SIGNS = {"%": "Prozent", "€": "Euro", "$": "Dollar", "£": "Pfund", "°C": "Grad", "°": "Grad"}
_SMALL = r"km/h|km²|km|qkm|cm|mm|m²|m³|m|kg|mg|g|t|l|ha|kWh|MWh|GWh|TWh|kW|MW|GW|qm|dB|Std\.|h|s"
_SIGN = re.compile(rf"\s?(?:(%|€|\$|£|°C|°)|({_SMALL})(?![\w]))")
_SIGN_BEFORE = re.compile(r"(US-?\$|[€$£]|\b(?:EUR|USD|CHF|GBP))\s?$")
_NEXT_TO = re.compile(r"-(?P<noun>[A-ZÄÖÜ][^\W\d_]+)")
_SCALED = re.compile(r"-(Millionen|Milliarden)(?=-)")
_SCALES = {"Millionen": 10**6, "Milliarden": 10**9}
_TIMES = re.compile(r"\s?-?(?:mal\b|Mal\b)")
_COMPOUND = re.compile(
    r"-?(jährig|köpfig|stündig|tägig|monatig|wöchig|minütig|prozentig|malig|fach|teilig|stöckig|seitig)\w*",
    re.IGNORECASE,
)
_OF_COMPOUND = {"jährig": "Jahre", "stündig": "Stunden", "tägig": "Tage", "monatig": "Monate", "wöchig": "Wochen"}
_OF_COMPOUND |= {
    "minütig": "Minuten",
    "prozentig": "Prozent",
    "malig": "Mal",
    "fach": "Mal",
    "köpfig": "Köpfe",
    "teilig": "Teile",
    "stöckig": "Stockwerke",
    "seitig": "Seiten",
}
_MEASURES = frozenset(
    "Prozent Euro Dollar Franken Cent Jahr Jahre Jahres Tag Tage Tages Woche Wochen Monat Monate Monats Stunde Stunden"
    " Minute Minuten Sekunden Meter Kilometer Zentimeter Tonnen Kilo Kilogramm Liter Grad Punkte Megawatt Watt Mann"
    " Mal Seiten Sterne Sitze Personen Seelen Einwohner Quadratmeter Hektar".split()
)
_MONEY = frozenset("Euro Dollar US-Dollar Franken Pfund Cent Yen Rubel Kronen Zloty Yuan".split())
_JOINED = re.compile(
    r"(?:,?\s(?:bis(?: zu)?|und|oder|auf|gegen|von|beziehungsweise|bzw\.|mal)\s|\s?[-–/]\s?|-? bis |:)(?:\w+ )?$"
)
_OF_MANY = re.compile(r"\s(?:der|dieser|aller|ihrer|seiner|von|von den|von ihnen)\s$")
_NUMBER_OF = re.compile(r"[Zz]ahl (?:der|ihrer|seiner|von|dieser|aller) (?:[a-zäöüß]+en )?([A-ZÄÖÜ][\w-]+)")
_ON_TO = re.compile(r"\s(?:auf|bis)\s")
_PLURAL_BEFORE = re.compile(r"([A-ZÄÖÜ][\w-]+(?:en|er|e|s)) (?:\w+ )?von $")
_SCORE = re.compile(r":\d")


def find_quantities(text: str, taken: Iterable[Span] = ()) -> list[Quantity]:
    """The quantities from left to right; `taken` are the spans of dates and of names."""
    set_aside = [*taken, *no_counts(text)]
    numbers = [
        number
        for number in (_whole(text, each) for each in find_numbers(text))
        if not any(start < number.end and number.start < end for start, end in set_aside)
    ]
    found: list[Quantity] = []
    at = 0
    for number in numbers:
        unit, end = _unit(text, number)
        meant = hedges(text[at : number.start], text[number.end :])
        if not unit and not meant and is_reference(text, number):
            continue
        found.append(Quantity(number.value, unit, main_qualifier(meant), number.start, end))
        at = number.end
    return _share_units(text, found)


def _whole(text: str, number: Number) -> Number:
    """Of "eine halbe Million" and "100-Milliarden-Euro-Paket" the whole number."""
    half = re.search(
        r"\b(?:ein|eine[rnms]?) (halbe[nr]?|dreiviertel) $", text[max(0, number.start - 24) : number.start]
    )
    if half and number.value >= 10**6:
        factor = 0.5 if half[1].startswith("halb") else 0.75
        return replace(number, value=number.value * factor, start=number.start - len(half[1]) - 1)
    if scaled := _SCALED.match(text, number.end):
        return replace(number, value=number.value * _SCALES[scaled[1]], end=scaled.end())
    return number


def _unit(text: str, number: Number) -> tuple[str, int]:
    """The noun counted and where number and noun end."""
    return _sign(text, number) or _compound_unit(text, number) or _noun(text, number)


def _sign(text: str, number: Number) -> tuple[str, int] | None:
    """Of %, km, € and the like."""
    if sign := _SIGN.match(text, number.end):
        return _SIGNS.get(sign[1] or "", "") or sign[2], sign.end()
    if before := _SIGN_BEFORE.search(text[max(0, number.start - 6) : number.start]):
        return _SIGNS.get(before[1].removeprefix("US").strip("-"), before[1]), number.end
    return None


def _compound_unit(text: str, number: Number) -> tuple[str, int] | None:
    """Of 150 Mal, 35-jährig, zwölfjährig, 10-Prozent-Hürde."""
    if times := _TIMES.match(text, number.end):
        return "Mal", times.end()
    compound = _COMPOUND.search(text, number.start, number.end + 12)
    if compound and compound.start() <= number.end:
        return _OF_COMPOUND.get(compound[1].lower(), ""), compound.end()
    if joined := _NEXT_TO.match(text, number.end):
        return (joined["noun"], joined.end()) if joined["noun"] in _MEASURES else ("", number.end)
    return None


def _noun(text: str, number: Number) -> tuple[str, int]:
    shortened = text[number.end - 3 : number.end] in {"Mio", "Mrd", "Tsd"}
    match = _UNIT.match(text, number.end + (shortened and text[number.end : number.end + 1] == "."))
    if (
        match
        and match["noun"] not in _SCALES
        and not set(match["adjectives"].replace(",", "").split()) & _NOT_ADJECTIVE
    ):
        return match["noun"], match.end()
    return "", number.end


def _share_units(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """Units that stand only once: "zwischen drei und fünf Jahren", "zwei der 14 Wagen", "waren es mehr als 3.000"."""
    shared = list(found)
    for at in range(len(shared) - 2, -1, -1):
        this, following = shared[at], shared[at + 1]
        between = text[this.end : following.start]
        if this.unit or _SCORE.match(text, this.end):
            continue
        if _JOINED.fullmatch(between) or _OF_MANY.fullmatch(between):
            scale = _scale(text, following)
            several = _JOINED.fullmatch(between) and this.value < scale and not between.startswith(",")
            value = this.value * scale if several and this.value <= following.value / scale * 10 else this.value
            shared[at] = replace(this, unit=following.unit, value=round(value, 6))
    before = ""
    for at, this in enumerate(shared):
        if not this.unit and (unit := _unit_before(text, this, before)):
            shared[at] = replace(this, unit=unit)
        before = shared[at].unit or before
    return shared


def _scale(text: str, quantity: Quantity) -> float:
    words = text[quantity.start : quantity.end].casefold()
    for word, scale in (("milliarde", 10**9), ("mrd", 10**9), ("million", 10**6), ("mio", 10**6)):
        if word in words:
            return scale
    return 1


def _unit_before(text: str, quantity: Quantity, unit: str) -> str:
    """The noun that was counted before; none for a score or an age in brackets."""
    before, behind = text[: quantity.start], text[quantity.end : quantity.end + 2]
    if _SCORE.match(text, quantity.end) or BEHIND_COLON.search(before) or re.match(r"\s?[)]", behind):
        return ""
    large = _scale(text, quantity) > 1  # Millionen of money, mostly: never of years or people without a word
    if unit and large == (unit in _MONEY) and re.search(r"\b(?:es|noch|nur|davon)\s(?:[\w ]{0,20}\s)?$", before[-40:]):
        return unit
    clause = re.split(r"[.;:!?]", before)[-1]
    if counted := _NUMBER_OF.search(clause):
        return counted[1]
    plural = _PLURAL_BEFORE.search(before[-60:]) if _ON_TO.match(text, quantity.end) else None
    return plural[1] if plural else ""
