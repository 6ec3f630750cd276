"""The words that the rules for German time expressions are made of, and what a rule gives: phrases to be resolved.

A phrase is read from the words alone. It is resolved in a setting, the day of publication above all, so that it can be
tried for each day of a publication that is only known roughly.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.dates import When, WrongDate, parse_when
from generator.german.dates import MONTHS, WEEKDAYS
from generator.german.numbers import word_value
from generator.german.times.almanac import SOON, Outlook, pick


@dataclass(frozen=True, slots=True)
class Setting:
    """What a phrase is resolved against."""

    today: date
    outlook: Outlook = ""
    year: int | None = None  # named just before, or just after in "Mai und Juni 2020"
    anchor: When | None = None  # the time just before, for "drei Tage zuvor"
    after: date | None = None  # the phrase ends an interval that begins then
    beside: bool = False  # the anchor stands in the same sentence

    @property
    def year_before(self) -> int:
        """What "Vorjahr" means: the year before one that the sentence named, else before the present one."""
        anchor = self.anchor if self.beside else None
        return (anchor.year if anchor and anchor.precision == "year" else self.today.year) - 1


Resolve = Callable[[Setting], str | None]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that name a time. `basis`: where more words than these say it, as for the first in "5. und 6. Juni"."""

    start: int
    end: int
    resolve: Resolve
    year: int | None = None  # named in its words
    open_year: bool = False  # the year must be worked out
    named: bool = False  # a month or day by name, which can share the year of its neighbour
    basis: tuple[int, int] | None = None


Read = Callable[[re.Match[str]], Iterator[Phrase]]


@dataclass(frozen=True, slots=True)
class Rule:
    pattern: re.Pattern[str]
    read: Read


def phrase(match: re.Match[str], resolve: Resolve, *, open_year: bool = False, named: bool = False) -> Phrase:
    """All the words of the match."""
    return Phrase(match.start(), match.end(), resolve, named_year(match), open_year, named)


def rule(pattern: str, read: Read) -> Rule:
    """A rule whose words begin and end no other word, nor stand in a compound (Mai-Kundgebung, Dienstagsausgabe)."""
    return Rule(re.compile(rf"(?<!\w)(?<![\w.]-)(?:{pattern})(?!\w|-\w)"), read)


MONTH = "|".join([*MONTHS, "Jänner", "Feber"])
SHORT_MONTHS = {
    **{name[:3]: number for number, name in enumerate(MONTHS, 1) if name not in ("Mai", "März", "Juni", "Juli")},
    "Febr": 2,
    "Sept": 9,
}
SHORT_MONTH = "|".join(sorted(SHORT_MONTHS, key=len, reverse=True))
WEEKDAY = "|".join([*WEEKDAYS, "Sonnabend"])
HOUR = (
    r"(?:(?:vor|nach)?mittag|abend|morgen|nacht|früh|\s(?:früh|(?:[Vv]or|[Nn]ach)?[Mm]ittag|[Vv]ormittag|[Nn]achmittag"
    r"|[Aa]bend|[Mm]orgen|[Nn]acht)(?!\w))?"
)
SHIFTS = {
    "vorletzt": -2,
    "vorvergangen": -2,
    "vergangen": -1,
    "letzt": -1,
    "vorig": -1,
    "verwichen": -1,
    "abgelaufen": -1,
    "zurückliegend": -1,
    "dies": 0,
    "laufend": 0,
    "aktuell": 0,
    "kommend": 1,
    "nächst": 1,
    "übernächst": 2,
}
_COUNTED = (
    r"Euro|Dollar|US-Dollar|Franken|Pfund|Rubel|Yen|Yuan|Kronen|Mark|D-Mark|Cent|Prozent|Prozentpunkte?n?|Promille|Meter"
    r"|\w*[mM]etern?|Tonnen?|Kilo|Kilogramm|Gramm|Litern?|Hektar|Grad|Watt|\w*[wW]att(?:stunden)?|PS|Volt|Menschen|Personen"
    r"|Männern?|Frauen|Kindern?|Soldat(?:inn)?en|Polizist(?:inn)?en|Einwohner(?:innen|n)?|Tote|Toten|Verletzten?|Opfern?"
    r"|Mitarbeiter(?:innen|n)?|Beschäftigten?|Demonstrant(?:inn)?en|Teilnehmer(?:innen|n)?|Zuschauer(?:innen|n)?|Besucher(?:innen|n)?"
    r"|Flüchtlingen?|Migrant(?:inn)?en|Schüler(?:innen|n)?|Studierenden?|Student(?:inn)?en|Patient(?:inn)?en|Haushalten?"
    r"|Wohnungen|Häusern?|Gebäuden?|Stellen|Jobs|Arbeitsplätzen?|Fahrzeugen?|Autos|Bäumen?|Tieren?|Exemplaren?|Stück|Mal"
    r"|Stunden|Minuten|Sekunden|Tagen?|Wochen|Monaten?|Jahren?|Uhr|Kilometern?|Quadrat\w+|Kubik\w+|Stimmen|Punkten?|Seiten"
    r"|Fällen?|Infektionen|Unternehmen|Betrieben?|Firmen|Plätzen?|Betten|Truppen|Kräften?|Einsatzkräften?|Helfer(?:innen|n)?"
    r"|Kämpfern?|Zivilist(?:inn)?en|Gästen?|Fans|Gläubigen?|Mitgliedern?|Anhänger(?:innen|n)?|Bewohner(?:innen|n)?"
    r"|Anlagen|Raketen|Drohnen|Schiffen?|Flügen?|Zügen?|Schulen|Gemeinden|Umdrehungen|Euros|Milliarden?|Millionen?"
    r"|km|kg|g|cm|mm|m|ha|kW|MW|GW|MWh|kWh|TWh|Mio|Mrd|°C"
)
COUNTS = rf"(?![.,:]?\d|\s?(?:{_COUNTED})\b|\s?[%€$£°])"  # behind digits: they count something and are no year
YEAR = rf"(?P<year>1\d\d\d|20\d\d)(?!\w|-\w){COUNTS}"
PART = r"(?P<part>(?i:Anfang|Beginn|Mitte|Ende))"
UNTIL = r"(?:(?P<from>(?i:Anfang|Mitte))\s?(?:bis|/)\s?)?"
COURSE = r"(?P<part>(?i:Anfang|Beginn|Mitte|Ende|Laufe?|Verlauf))"
PAIR = r"(?:(?P<second>/(?:\d{4}|\d\d))(?!\d))?"
FUZZY = (
    r"(?:(?:etwa|rund|ungefähr|circa|ca\.|zirka|gut|knapp|fast|genau|exakt|mehr\sals|über|schon|bereits|nahezu|kaum|erst"
    r"|weniger\sals|mindestens|gerade|einmal|mal|nur|noch|annähernd|beinahe|nicht|wohl|vielleicht|vermutlich)\s)*"
)
NUMBER = r"(?:\d{1,3}|[a-zäöüßA-ZÄÖÜ][a-zäöüß]+)"


def relative(name: str = "rel") -> str:
    """vergangenen, dieses, kommende …, as the group of that name."""
    words = "|".join(sorted(SHIFTS, key=len, reverse=True))
    return rf"(?P<{name}>(?i:{words}))(?:e[nmrs]?)"


_SIGHT = 60

# What may follow a month, quarter or season: its year, named or relative.
OF_YEAR = (
    rf"(?:(?:\s(?:im\sJahre?|des\sJahres|in)\s|\s){YEAR}|\s(?:des\s|im\s|in\s)?{relative('yrel')}\sJahr(?:e?s)?"
    rf"|\svor\s(?P<yago>{NUMBER})\sJahr(?:en)?"
    r"|\s(?P<yword>des\sVorjahre?s|im\sVorjahr|desselben\sJahres|(?:im|des)\s(?:selben|gleichen)\sJahre?s?"
    r"|d\.\s?J\.|des\sJahres|im\sJahr\s(?:davor|zuvor)|des\sFolgejahre?s))?"
)


def shift_of(match: re.Match[str], name: str) -> int:
    """How many weeks, months or years from now the group means; 0 where it is left out."""
    return SHIFTS[said(match, name).lower()] if said(match, name) else 0


_OF = re.compile(r"\s(?:des|der|seine[rs]|ihre[rs]|im|vor\sde[mr])\s")


def is_last_of(match: re.Match[str]) -> bool:
    """die letzte Woche des Wahlkampfs, im nächsten Jahr seiner Amtszeit: not counted from the publication."""
    return said(match, "rel").lower() in ("letzt", "nächst") and _OF.match(right_of(match)) is not None


def said(match: re.Match[str], name: str) -> str:
    """The words of a group; empty where they are left out or the rule has no such group."""
    return match.groupdict().get(name) or ""


def left_of(match: re.Match[str]) -> str:
    """The words before, as far as rules look back."""
    return match.string[max(0, match.start() - _SIGHT) : match.start()]


def right_of(match: re.Match[str]) -> str:
    return match.string[match.end() : match.end() + _SIGHT]


def part_of(match: re.Match[str]) -> str:
    return said(match, "part").lower()


def month_number(name: str) -> int:
    name = name.rstrip(".")
    if name in SHORT_MONTHS:
        return SHORT_MONTHS[name]
    return {"Jänner": 1, "Feber": 2}.get(name) or MONTHS.index(name) + 1


def weekday_number(name: str) -> int:
    return 5 if name == "Sonnabend" else WEEKDAYS.index(name)


def count(words: str) -> float | None:
    """drei, 14, einem, beiden, anderthalb; None for what is no count."""
    low = words.lower()
    if re.fullmatch(r"eine[mnrs]?|ein", low):
        return 1
    return float(words) if words.isdigit() else word_value(low)


def year_of(match: re.Match[str], setting: Setting) -> int | None:
    """The year that OF_YEAR names; where it names none, the one named just before, if any."""
    if said(match, "year"):
        return int(said(match, "year"))
    if said(match, "yrel"):
        return setting.today.year + shift_of(match, "yrel")
    if said(match, "yago"):
        years = count(said(match, "yago"))
        return setting.today.year - int(years) if years else None
    return _year_in_words(said(match, "yword"), setting) if said(match, "yword") else setting.year


def _year_in_words(words: str, setting: Setting) -> int | None:
    """des Vorjahres, desselben Jahres, im Jahr davor, d. J."""
    if "Vorjahr" in words:
        return setting.year_before
    if words.startswith("d.") or words.endswith("des Jahres"):
        return setting.today.year
    if setting.anchor is None or len(setting.anchor.years) != 1:
        return None
    return setting.anchor.year + (1 if "Folge" in words else -1 if words.endswith("vor") else 0)


def years_about(setting: Setting) -> range:
    """The years that a date without one may mean."""
    first = setting.after.year if setting.after else setting.today.year - 1
    return range(first, first + 3)


def named_year(match: re.Match[str]) -> int | None:
    return int(said(match, "year")) if said(match, "year") else None


def has_year(match: re.Match[str]) -> bool:
    return any(said(match, name) for name in ("year", "yrel", "yago", "yword"))


def in_years(match: re.Match[str], setting: Setting, of: Callable[[int], str], soon: timedelta = SOON) -> str | None:
    """The time in the year that the words name, else in the one that is meant."""
    year = year_of(match, setting)
    if year:
        return of(year)
    times = [of(one) for one in years_about(setting)]
    return None if has_year(match) else pick(times, setting.today, setting.outlook, setting.after, soon)


def when_of(resolve: Resolve, setting: Setting) -> When | None:
    text = resolve(setting)
    try:
        return parse_when(text) if text else None
    except (WrongDate, OverflowError):
        return None
