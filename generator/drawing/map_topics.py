"""What a map tells of its topics: where they lie, what state they were last in, and what other places there are.

Every map shows all of its topics, so what it goes by is gathered first (`Standing`): claims that leave that as it was
leave all maps as they were.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.addresses import page_path
from generator.dossier import Claim, Dossier, Topic
from generator.drawing.map_frame import Frame
from generator.drawing.map_signs import SHAPES, Sign, dot_key, key
from generator.drawing.outlines import Point
from generator.german.dates import write_when
from generator.labels import Labels, load_labels
from generator.topic_states import statuses


@dataclass(frozen=True)
class Standing:
    """What a map goes by of all that is told of a topic: how much it is, and the newest state with its date."""

    magnitude: int
    """Of the claims' number (1, 2, 4 …): a new claim seldom moves the signs on every page's map."""
    status: str = ""
    date: str = ""


def standings(dossier: Dossier) -> Mapping[str, Standing]:
    """By topic. To be asked for as soon as pages are made: only then is it known what the last run's maps went by."""

    def found() -> Mapping[str, Standing]:
        with dossier.asker.unnoted():  # pages ask for what comes of it
            located = [topic for topic in dossier.topics.values() if topic.is_mapped or "located" in topic.kind.traits]
            told = {topic.id: _standing(topic, dossier.about.get(topic.id, ())) for topic in located}
        return dossier.asker.watched("standings on the map", told)

    return dossier.asker.remembered("standings on the map", found)


def _standing(topic: Topic, about: tuple[Claim, ...]) -> Standing:
    magnitude = len(about).bit_length()
    rows = statuses(topic.id, about) if topic.is_mapped else []
    if not rows:
        return Standing(magnitude)
    claim = rows[0].claims[0]
    return Standing(magnitude, rows[0].status, write_when(claim.when or claim.article.record.published))


def mapped(dossier: Dossier) -> list[Topic]:
    """The topics of kinds that stand on the map, the most told of first."""
    return _most_told_of_first(dossier, (topic for topic in dossier.topics.values() if topic.is_mapped))


def other_places(dossier: Dossier) -> list[Topic]:
    """The other located topics that are points and no areas, the most told of first."""
    located = (t for t in dossier.topics.values() if "located" in t.kind.traits and not t.is_mapped)
    return _most_told_of_first(dossier, (topic for topic in located if topic.record.type not in topic.kind.areas))


def _most_told_of_first(dossier: Dossier, topics: Iterator[Topic]) -> list[Topic]:
    told = standings(dossier)
    return sorted(topics, key=lambda topic: (-told[topic.id].magnitude, topic.id))


def point_of(topic: Topic) -> Point:
    found = topic.record.coordinates
    assert found  # noqa: S101 - what is mapped is located, which has been checked
    return float(found.lon), float(found.lat)


class Signs:
    """Makes the signs of one map, and what explains them."""

    def __init__(self, dossier: Dossier, frame: Frame, topics: list[Topic]) -> None:
        self.dossier, self.frame = dossier, frame
        self.labels: Labels = load_labels(dossier.settings.language)
        found = {topic.id: standings(dossier)[topic.id] for topic in topics}
        self.newest = {topic: standing for topic, standing in found.items() if standing.status}
        told = {standing.status for standing in self.newest.values()}
        known = [status for status in dossier.settings.statuses if status in told]
        self.shapes = {status: min(number, len(SHAPES) - 1) for number, status in enumerate(known)}

    def of(self, topic: Topic) -> Sign:
        words, newest = self.labels["map"], self.newest.get(topic.id)
        named = {"name": topic.record.name, "type": topic.kind.types[topic.record.type]}
        if newest is None:
            said = words["sign"].format(**named)
        else:
            state = self.dossier.settings.statuses[newest.status]
            said = words["sign_state"].format(**named, date=newest.date, state=state)
        return Sign(
            topic=topic.id,
            path=page_path(self.dossier, topic.id),
            point=self.frame.at(point_of(topic)),
            shape=self.shapes[newest.status] if newest else None,
            words=said,
        )

    def state(self, topic: Topic) -> str:
        """The second line of its label."""
        newest = self.newest.get(topic.id)
        return str(self.labels["map"]["state"].format(date=newest.date)) if newest else ""

    def legend(self, *, unknown: bool, places: bool) -> tuple[tuple[str, str], ...]:
        """Each sign on the map as SVG, with what it means."""
        names = self.dossier.settings.statuses
        rows = []
        for shape in dict.fromkeys(self.shapes.values()):
            meant = [names[status] for status, number in self.shapes.items() if number == shape]
            rows.append((key(shape), " / ".join(meant)))
        if unknown:
            rows.append((key(None), self.labels["map"]["unknown"]))
        if places:
            rows.append((dot_key(), self.labels["map"]["places"]))
        return tuple(rows)
