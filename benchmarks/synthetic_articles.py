"""The articles of a synthetic dossier with their claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from benchmarks import synthetic_german as german
from benchmarks.synthetic_german import Noun, matter, sentence_case, written_day
from benchmarks.synthetic_world import STATUSES, Affair, Topic, World, rng

CLAIMS = 12
AFTER = 25
"""Days within which the press writes about an event."""

Record = dict[str, Any]


@dataclass(frozen=True)
class Written:
    """An article's record, and what other records need of it."""

    id: str
    number: int
    record: Record
    affair: Affair
    topics: tuple[str, ...]
    """Those that its first claim names."""

    @property
    def citable(self) -> bool:
        """Whether intros may cite it; the others can be removed without an error."""
        return self.number % 2 == 0

    @property
    def about(self) -> Noun:
        return self.affair.about

    @property
    def claim_ids(self) -> list[str]:
        return [claim["id"] for claim in self.record["claims"]]

    @property
    def first_cite(self) -> str:
        return f"[@{self.id}#{self.claim_ids[0]}]"

    @property
    def place_link(self) -> str:
        return f"[[{self.affair.places[0].id}]]"

    def intro_of(self, topic: Topic) -> str:
        other = next(name for name in self.topics if name != topic.id)
        first = f"{topic.name} kommt im Streit um {self.about.accusative()} vor.{self.first_cite}"
        return f"{first} Genannt wird dort auch [[{other}]].{self.first_cite}"


@dataclass(frozen=True)
class Shelf:
    """The articles that may be cited, by what they are looked for."""

    citable: list[Written]
    by_topic: dict[str, Written]
    """The first that names it."""
    by_affair: dict[int, list[Written]]

    @staticmethod
    def of(written: Iterable[Written]) -> Shelf:
        shelf = Shelf([each for each in written if each.citable], {}, {})
        for each in shelf.citable:
            shelf.by_affair.setdefault(each.affair.number, []).append(each)
            for topic in each.topics:
                shelf.by_topic.setdefault(topic, each)
        return shelf


@dataclass(frozen=True)
class _Telling:
    """What the claims of one article draw from."""

    rng: Random
    world: World
    affair: Affair
    event: int
    day: date
    outlet: Topic

    @property
    def who(self) -> Topic:
        return self.rng.choice(self.affair.actors)

    @property
    def where(self) -> str:
        """Less than half of all claims name a place."""
        place = f"in {self.rng.choice(self.affair.places).name}"
        return self.rng.choice([place, place, *german.SOMEWHERE])

    @property
    def at_base(self) -> str:
        return f"am Standort {self.affair.base.name}"

    def earlier(self) -> date:
        return self.day - timedelta(days=self.rng.randrange(1, 200))

    def on(self, day: date) -> str:
        return f"Am {written_day(day)}"


def article(world: World, number: int) -> Written:
    affair = world.affairs[number % len(world.affairs)]
    drawn = rng(world.seed, "article", number)
    events = world.events_of(affair)
    event = events[number // len(world.affairs) % len(events)]
    day = world.event_day(affair, event) + timedelta(days=drawn.randrange(1, AFTER))
    outlets = world.by_kind["outlet"]
    telling = _Telling(drawn, world, affair, event, day, outlets[number % len(outlets)])
    name = f"{day.isoformat()}-{german.slug(affair.about.words)}-{number}"
    claims = [_claim(telling, number, at) for at in range(CLAIMS)]
    record: Record = {
        "title": f"Streit um {affair.about.accusative()} in {affair.places[0].name}",
        "published": day.isoformat(),
        "published_basis": "stated" if number % 4 else "inferred: Der Text nennt den Tag nach dem Ereignis.",
        "added": (day + timedelta(days=1)).isoformat(),
        "outlet": telling.outlet.id,
        "language": "de",
        "provenance": f"Erfundene Meldung Nummer {number}.",
        "claims": claims,
    }
    if number % 5 == 0:
        record["agency"] = outlets[1].id
    return Written(name, number, record, affair, (affair.actors[0].id, affair.places[0].id, affair.base.id))


def _claim(told: _Telling, number: int, at: int) -> Record:
    fields = _FORMS[at % len(_FORMS)](told, at)
    about = german.slug(fields.pop("about").words)
    claim: Record = {"id": f"c{at + 1:02d}-{about}", "p": [at + 1] if at % 4 else [at + 1, at + 2], **fields}
    if number % 11 == 3 and at == 5:
        claim["corrected"] = {"date": told.day.isoformat(), "reason": "Der Ort war verwechselt."}
    return claim


def _opening(told: _Telling, _at: int) -> Record:
    """What article, event, question and intros rest on: it names the first actor, place and base of the affair."""
    affair = told.affair
    where = f"in {affair.places[0].name} und {told.at_base}"
    day = told.world.event_day(affair, told.event)
    text = german.did(told.rng, affair.actors[0].subject, affair.about, where, told.on(day))
    claim = {"text": text, "event": told.world.event_id(affair, told.event), "about": affair.about}
    return claim | _answers(told, "ja")


def _answers(told: _Telling, position: str) -> Record:
    question = told.affair.question
    return {"answers": {"question": question, "position": position}} if question else {}


def _deed(told: _Telling, _at: int) -> Record:
    day, about = told.earlier(), matter(told.rng)
    text = german.did(told.rng, told.who.subject, about, told.where, told.on(day))
    return {"text": text, "when": day.isoformat(), "about": about}


def _account(told: _Telling, _at: int) -> Record:
    """Of the article's event, by one who says so."""
    who, about = told.who, matter(told.rng)
    text = german.did(told.rng, who.subject, about, told.where, "Dabei")
    return {"text": text, "by": who.id, "event": told.world.event_id(told.affair, told.event), "about": about}


def _plan(told: _Telling, _at: int) -> Record:
    who, about = told.who, matter(told.rng)
    until = told.day + timedelta(days=told.rng.randrange(30, 400))
    text = german.will(told.rng, who.subject, about, told.where, f"bis zum {written_day(until)}")
    modality = told.rng.choice(("announced", "planned", "expected", "demanded", "offered"))
    return {"text": text, "when": told.day.isoformat(), "by": who.id, "modality": modality, "about": about}


def _passed_on(told: _Telling, _at: int) -> Record:
    who, about = told.who, matter(told.rng)
    via = told.rng.choice(told.world.by_kind["outlet"])
    text = german.said(told.rng, who.subject, via.name, about, told.where)
    return {"text": text, "by": who.id, "via": via.id, "about": about}


def _quoted(told: _Telling, _at: int) -> Record:
    who, about, words = told.who, matter(told.rng), german.quotation(told.rng)
    text = german.called(who.subject, about, told.where, words)
    return {"text": text, "by": who.id, "quote": words, "about": about} | _answers(told, "nein")


def _figure(told: _Telling, _at: int) -> Record:
    """A figure where the affair has a measure, else the state of its base."""
    affair, day = told.affair, told.day
    if not affair.measure:
        state = told.rng.choice(list(STATUSES))
        text = f"{told.on(day)} war der Standort {affair.base.name} {STATUSES[state]}, {german.why(told.rng)}."
        return {
            "text": text,
            "when": day.isoformat(),
            "status": {"of": affair.base.id, "is": state},
            "about": affair.about,
        }
    value, who = affair.counted(day), affair.actors[0]
    text = (
        f"{told.on(day)} zählte {who.subject} etwa {german.written_number(value)} {affair.unit} in"
        f" {affair.places[0].name}, {german.why(told.rng)}."
    )
    figure = {"measure": affair.measure, "value": value, "qualifier": "about"}
    return {"text": text, "when": day.isoformat(), "by": who.id, "figure": figure, "about": affair.about}


def _judged(told: _Telling, _at: int) -> Record:
    about = matter(told.rng)
    text = f"Für {told.affair.base.name} sei {about.nominative()} ohne Belang, {german.why(told.rng)}."
    return {"text": text, "modality": "judged", "about": about}


def _related(told: _Telling, _at: int) -> Record:
    one, other = told.rng.sample(told.affair.actors, 2)
    about = matter(told.rng)
    text = f"{sentence_case(one.subject)} unterstützt {other.name} bei {about.dative()}, {german.why(told.rng)}."
    relation = {"of": one.id, "is": "supports", "to": other.id}
    return {"text": text, "when": told.day.isoformat()[:7], "relation": relation, "about": about}


def _anonymous(told: _Telling, _at: int) -> Record:
    about = matter(told.rng)
    text = f"{sentence_case(about.nominative())} {told.at_base} ist laut Fachkreisen gefährdet, {german.why(told.rng)}."
    return {"text": text, "by": '"Fachkreise"', "modality": "denied", "about": about}


_FORMS: tuple[Callable[[_Telling, int], Record], ...] = (
    _opening, _account, _deed, _plan, _figure, _quoted, _passed_on, _deed, _judged, _related, _account, _anonymous,
)  # fmt: skip
