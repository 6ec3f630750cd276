"""The timeline → iCalendar (RFC 5545). Every entry lasts whole days, all those that its date may mean.

A calendar knows days alone: an event known to the month stands on all of the month's days, and the description says
how exact its date is. Where an interval is open, the entry has the days of the end that is known. No clock: an entry is
stamped with the day on which the newest of its articles came in or was corrected.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from generator.addresses import url
from generator.dates import When, parse_when
from generator.dossier import Claim, Dossier, Event
from generator.german.dates import write_when
from generator.labels import load_labels

PRODUCT = "-//dossier//dossier//DE"
_LAST = date.max - timedelta(days=1)


def calendar(dossier: Dossier) -> str:
    # here, since commands that write nothing start without it
    import icalendar  # noqa: PLC0415

    found = icalendar.Calendar()
    found.add("version", "2.0")
    found.add("prodid", PRODUCT)
    found.add("x-wr-calname", dossier.settings.title)
    if dossier.address:
        found.add("url", dossier.address)
    newest = max(filter(None, (article.record.added.latest for article in dossier.articles.values())), default=None)
    for event in dossier.events.values():
        entry = icalendar.Event()
        for name, value in _entry(dossier, event, newest):
            entry.add(name, value)
        found.add_component(entry)
    return bytes(found.to_ical()).decode()


def _entry(dossier: Dossier, event: Event, newest: date | None) -> Iterator[tuple[str, object]]:
    """Name → value. `newest` is the day of the newest article, for an event that no claim names."""
    record = event.record
    first, last = days(record.date)
    stamp = max(_days_of(event.accounts), default=None) or newest or first
    yield "uid", f"{event.id}@{urlsplit(dossier.address).hostname or 'dossier.invalid'}"
    yield "dtstamp", datetime.combine(stamp, time(), UTC)
    yield "dtstart", first
    yield "dtend", min(last, _LAST) + timedelta(days=1)
    yield "summary", record.title
    yield "description", _description(dossier, event)
    yield "categories", [dossier.settings.event_types[record.type]]
    yield "transp", "TRANSPARENT"
    if dossier.address:
        yield "url", url(dossier, event.id)
    if record.places:
        yield "location", ", ".join(dossier.topics[place].record.name for place in record.places)
    if len(record.places) == 1 and (point := dossier.topics[record.places[0]].record.coordinates):
        yield "geo", (point.lat, point.lon)


def days(when: When) -> tuple[date, date]:
    """The first and the last day of an entry."""
    known = next(bound for bound in when.bounds if bound != "..") if ".." in when.bounds else ""
    meant = parse_when(known) if known else when
    return meant.earliest or date.min, meant.latest or date.max


def _description(dossier: Dossier, event: Event) -> str:
    labels = load_labels(dossier.settings.language)
    words = labels["data"]["calendar"]
    told = labels.count(len(event.accounts), "claim")
    return str(words.format(date=write_when(event.record.date), claims=told, address=url(dossier, event.id)))


def _days_of(claims: tuple[Claim, ...]) -> Iterator[date]:
    for claim in claims:
        article = claim.article.record
        for day in (article.added, *(notice.date for notice in (article.corrected, claim.record.corrected) if notice)):
            if day.latest:
                yield day.latest
