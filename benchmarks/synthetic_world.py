"""What the articles of a synthetic dossier are about: topics, affairs in which they meet, and what each affair has of
events, questions and measures.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from random import Random
from typing import TYPE_CHECKING, Any

from benchmarks import synthetic_german as german
from benchmarks.synthetic_german import Noun

if TYPE_CHECKING:
    from benchmarks.synthetic_articles import Shelf

FIRST_DAY, DAYS = date(2014, 1, 6), 4000
ARTICLES_PER_AFFAIR, ARTICLES_PER_EVENT, ARTICLES_PER_TOPIC = 10, 4, 5
SHARES = {"actor": 9, "base": 3, "place": 6, "outlet": 2}
"""Of 20 topics."""
LEAST = {"actor": 4, "base": 1, "place": 2, "outlet": 2}
EVENT_TYPES = {"decision": "Beschluss", "talks": "Gespräche", "protest": "Protest", "opening": "Eröffnung"}
SIZE_SAID = "aus {} Artikeln"
STATUSES = {"closed": "geschlossen", "open": "in Betrieb", "doubtful": "umstritten"}
SETTINGS: dict[str, Any] = {
    "title": "Küstenland",
    "subtitle": "Ein erfundenes Dossier zum Messen",
    "language": "de",
    "license": "CC BY 4.0",
    "kinds": {
        "actor": {
            "folder": "actors",
            "singular": "Akteur",
            "plural": "Akteure",
            "types": {"person": "Person", "body": "Organisation"},
            "schema_org": {"person": "Person", "body": "Organization"},
        },
        "base": {
            "folder": "bases",
            "singular": "Stützpunkt",
            "plural": "Stützpunkte",
            "traits": ["located", "mapped"],
            "types": {"site": "Standort"},
        },
        "place": {
            "folder": "places",
            "singular": "Ort",
            "plural": "Orte",
            "traits": ["located"],
            "types": {"city": "Stadt"},
        },
        "outlet": {
            "folder": "outlets",
            "singular": "Medium",
            "plural": "Medien",
            "traits": ["source"],
            "types": {"newspaper": "Zeitung", "agency": "Nachrichtenagentur"},
        },
    },
    "event_types": EVENT_TYPES,
    "statuses": STATUSES,
    "relations": {"supports": {"label": "unterstützt", "inverse": "wird unterstützt von"}},
}


def rng(*what: object) -> Random:
    """Numbers of its own for each thing, so that one more article changes no other."""
    return Random("-".join(map(str, what)))  # noqa: S311 - what is drawn must be the same each time


@dataclass(frozen=True)
class Topic:
    """`subject`: how a sentence that it is the subject of begins."""

    id: str
    kind: str
    type: str
    name: str
    subject: str
    number: int
    aliases: tuple[str, ...] = ()

    def record(self, shelf: Shelf) -> dict[str, Any]:
        """With an intro for every second one that an article names which may be cited."""
        found: dict[str, Any] = {"name": self.name, "type": self.type}
        if self.aliases:
            found["aliases"] = list(self.aliases)
        if self.kind in ("base", "place"):
            at = rng("coordinates", self.kind, self.number)
            lat, lon = round(at.uniform(53, 55), 3), round(at.uniform(7, 11), 3)
            found["coordinates"] = {"lat": lat, "lon": lon, "source": "Erfunden", "approximate": True}
        if self.number % 2 == 0 and (cited := shelf.by_topic.get(self.id)):
            found["intro"] = cited.intro_of(self)
        if self.kind == "outlet":
            found["note"] = {"text": "Erfundenes Medium.", "source": "Eigene Angabe"}
        return found


@dataclass(frozen=True)
class Affair:
    """What some articles are about, and who is in it."""

    number: int
    about: Noun
    begins: date
    actors: tuple[Topic, ...]
    base: Topic
    places: tuple[Topic, ...]

    @property
    def question(self) -> str | None:
        return f"frage-{self.number}-{german.slug(self.about.words)}" if self.number % 2 == 0 else None

    @property
    def measure(self) -> str | None:
        return f"zahl-{self.number}-{german.slug(self.unit)}" if self.number % 2 else None

    @property
    def unit(self) -> str:
        return german.UNITS[self.number % len(german.UNITS)]

    def counted(self, day: date) -> int:
        """The figure of a day: it grows, so that no two contradict each other by chance."""
        return 900 + 37 * (self.number % 50) + (day - self.begins).days


@dataclass(frozen=True)
class World:
    articles: int
    seed: int
    topics: tuple[Topic, ...]

    @staticmethod
    def of(articles: int, seed: int) -> World:
        return World(articles, seed, tuple(_topics(articles)))

    @property
    def folders(self) -> dict[str, str]:
        return {name: kind["folder"] for name, kind in SETTINGS["kinds"].items()}

    @cached_property
    def by_kind(self) -> dict[str, list[Topic]]:
        return {kind: [topic for topic in self.topics if topic.kind == kind] for kind in SHARES}

    @cached_property
    def affairs(self) -> list[Affair]:
        return [self._affair(number) for number in range(max(1, self.articles // ARTICLES_PER_AFFAIR))]

    def _affair(self, number: int) -> Affair:
        drawn, kinds = rng(self.seed, "affair", number), self.by_kind
        # in turn, so that each topic is named; the others drawn, so that it meets new ones each time
        first = {kind: kinds[kind][number % len(kinds[kind])] for kind in ("actor", "base", "place")}
        more = drawn.sample([each for each in kinds["actor"] if each != first["actor"]], 2)
        other = drawn.choice([each for each in kinds["place"] if each != first["place"]])
        begins = FIRST_DAY + timedelta(days=drawn.randrange(DAYS - 90))
        actors = (first["actor"], *more)
        return Affair(number, german.matter(drawn), begins, actors, first["base"], (first["place"], other))

    def events_of(self, affair: Affair) -> list[int]:
        count = max(len(self.affairs), self.articles // ARTICLES_PER_EVENT)
        return list(range(affair.number, count, len(self.affairs)))

    def event_day(self, affair: Affair, event: int) -> date:
        return affair.begins + timedelta(days=event * 13 % 60)

    def event_id(self, affair: Affair, event: int) -> str:
        return f"ereignis-{event}-{german.slug(affair.about.words)}"

    def events_by_year(self) -> dict[int, dict[str, Any]]:
        years: dict[int, dict[str, Any]] = {}
        for affair in self.affairs:
            for event in self.events_of(affair):
                day = self.event_day(affair, event)
                years.setdefault(day.year, {})[self.event_id(affair, event)] = {
                    "date": day.isoformat() if event % 5 else day.isoformat()[:7],
                    "title": f"{affair.about.words} in {affair.places[0].name}",
                    "type": list(EVENT_TYPES)[event % len(EVENT_TYPES)],
                    "actors": [affair.actors[event % len(affair.actors)].id],
                    "places": [affair.places[0].id],
                }
        return {year: dict(sorted(events.items())) for year, events in sorted(years.items())}

    def questions(self, shelf: Shelf) -> dict[str, Any]:
        found = {}
        for affair in self.affairs:
            if affair.question:
                cited = shelf.by_affair.get(affair.number, [])[:2]
                notes = "".join(each.first_cite for each in cited)
                found[affair.question] = {
                    "title": f"Kommt {affair.about.nominative()} in {affair.places[0].name}?",
                    "status": ("open", "apparent", "settled")[affair.number // 2 % 3],
                    "note": f"Die Angaben zu {affair.about.dative()} gehen auseinander.{notes}",
                    "positions": {"ja": "Ja, wie geplant", "nein": "Nein, sie scheitert"},
                }
        return found

    def measures(self) -> dict[str, Any]:
        return {
            affair.measure: {
                "title": f"{affair.unit} in {affair.places[0].name}",
                "unit": affair.unit,
                "scope": f"Alle {affair.unit} in {affair.places[0].name}, ohne das Umland.",
                "topics": [affair.places[0].id, affair.actors[0].id],
            }
            for affair in self.affairs
            if affair.measure
        }

    def settings(self, shelf: Shelf) -> dict[str, Any]:
        size = SIZE_SAID.format(self.articles)
        scope = f"Erfundene Meldungen über Häfen, Deiche und Ämter, {size}; nichts davon ist geschehen."
        return {**SETTINGS, "scope": scope, "intro": self.intro(shelf)}

    def intro(self, shelf: Shelf) -> str:
        cited = shelf.citable[:3]
        return " ".join(
            f"In {each.place_link} ging es um {each.about.accusative()}.{each.first_cite}" for each in cited
        )


def _topics(articles: int) -> list[Topic]:
    wanted = articles // ARTICLES_PER_TOPIC
    counts = {kind: max(LEAST[kind], wanted * share // sum(SHARES.values())) for kind, share in SHARES.items()}
    counts["actor"] += max(0, wanted - sum(counts.values()))
    return [_topic(kind, number) for kind, count in counts.items() for number in range(count)]


def _topic(kind: str, number: int) -> Topic:
    if kind == "actor" and number % 2:
        last = german.last_name(number)
        name = f"{german.first_name(number)} {last}"
        return Topic(german.slug(name), kind, "person", name, name, number, (last,))
    if kind == "actor":
        body = german.body(number)
        return Topic(german.slug(body.words), kind, "body", body.words, body.nominative(), number)
    name = {"base": german.base_name, "place": german.place_name, "outlet": german.outlet_name}[kind](number)
    kinds = {"base": "site", "place": "city", "outlet": "agency" if number % 5 == 1 else "newspaper"}
    return Topic(german.slug(name), kind, kinds[kind], name, name, number)
