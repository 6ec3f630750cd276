"""A dossier's map: its mapped topics as signs that lead to their pages, on the countries they lie in.

What all pages share (frame, land, signs, where labels find room) is worked out once a dossier, and kept for the next
run; a page only fills in its links, and marks its own topic.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from babel import Locale

from generator.addresses import relative
from generator.digests import Digests
from generator.dossier import Dossier, Topic
from generator.drawing import map_signs
from generator.drawing.kept_drawings import kept_newest
from generator.drawing.map_frame import WIDTH, Frame, frame_of
from generator.drawing.map_labels import SIZES, Wish
from generator.drawing.map_land import Land, drawn, land_in
from generator.drawing.map_layout import Layout, layout, with_here
from generator.drawing.map_signs import Sign, number, quoted
from generator.drawing.map_topics import Signs, mapped, other_places, point_of, standings
from generator.drawing.outlines import atlas
from generator.labels import Labels, load_labels

MOST = 40
"""Topics with a sign on each page, the most told of; more would cover each other."""
DATED = 8
"""Up to so many, labels also tell the date of the state."""


@dataclass(frozen=True)
class MapFigure:
    """`legend` pairs signs with words; `approximate` where not all coordinates are exact."""

    svg: str
    legend: tuple[tuple[str, str], ...]
    kinds: str
    shown: int
    total: int
    approximate: bool


@dataclass(frozen=True)
class _Plan:
    """All of a map but its links. `shown` are the topics with a sign on each page."""

    frame: Frame
    land: Sequence[Land]
    signs: Mapping[str, Sign]
    wishes: Mapping[str, tuple[Wish, ...]]
    """A topic's label for each size."""
    shown: tuple[str, ...]
    layouts: tuple[Layout, ...]
    legend: tuple[tuple[str, str], ...]
    kinds: str
    total: int
    approximate: bool


def topic_map(dossier: Dossier, page: str, here: str = "") -> str:
    """The map as SVG for the page at this path, the topic `here` highlighted; empty where no topic is mapped."""
    figure = map_figure(dossier, page, here)
    return figure.svg if figure else ""


def map_figure(dossier: Dossier, page: str, here: str = "") -> MapFigure | None:
    """The map with what is to be said of it."""
    plan = dossier.asker.remembered("map", lambda: _plan(dossier))
    if plan is None:
        return None
    shown = plan.shown if here in ("", *plan.shown) else (*plan.shown, here)
    land = dossier.asker.remembered("map's land", lambda: drawn(plan.land, plan.frame, "map"))
    svg = _svg(plan, land, dossier, page, shown, here)
    return MapFigure(svg, plan.legend, plan.kinds, len(shown), plan.total, plan.approximate)


def _plan(dossier: Dossier) -> _Plan | None:
    topics, others = mapped(dossier), other_places(dossier)
    if not topics:
        return None
    told = [standings(dossier)[topic.id] for topic in topics]
    asked = Digests().of([topics, others, told, dossier.settings])
    kept = kept_newest("map", asked, lambda: pickle.dumps(_worked_out(dossier, topics, others), protocol=5))
    plan: _Plan = pickle.loads(kept)  # noqa: S301 - signed with the user's own key
    return plan


def _worked_out(dossier: Dossier, topics: list[Topic], others: list[Topic]) -> _Plan:
    points, known = [point_of(topic) for topic in topics], atlas()
    parts = known.parts_at(points)
    frame = frame_of(points, parts)
    land = land_in(frame, known, {part.country for part in parts})
    signs = Signs(dossier, frame, topics)
    states = {topic.id: signs.state(topic) for topic in topics} if len(topics) <= DATED else {}
    wishes = {topic.id: _wishes(topic, frame, states.get(topic.id, "")) for topic in (*topics, *others)}
    shown = tuple(topic.id for topic in topics[:MOST])
    layouts = tuple(
        layout(
            frame,
            size,
            [wishes[topic][at] for topic in shown],
            [wishes[topic.id][at] for topic in others],
            _named(land, dossier.settings.language),
        )
        for at, size in enumerate(SIZES)
    )
    told = {topic.id: signs.of(topic) for topic in (*topics, *others)}
    return _Plan(
        frame=frame,
        land=land,
        signs=told,
        wishes=wishes,
        shown=shown,
        layouts=layouts,
        legend=signs.legend(
            unknown=any(told[topic.id].shape is None for topic in topics), places=any(found.places for found in layouts)
        ),
        kinds=", ".join(dict.fromkeys(topic.kind.plural for topic in topics)),
        total=len(topics),
        approximate=any(topic.record.coordinates and topic.record.coordinates.approximate for topic in topics),
    )


def _wishes(topic: Topic, frame: Frame, state: str) -> tuple[Wish, ...]:
    """What its label says, and how far from its sign or dot it begins, for each size."""
    point, name = frame.at(point_of(topic)), topic.record.name
    if topic.is_mapped:
        return tuple(Wish(topic.id, point, name, state, reach=size.ring) for size in SIZES)
    return tuple(Wish(topic.id, point, name, reach=size.dot, least=size.hit * 2) for size in SIZES)


def _named(land: Sequence[Land], language: str) -> dict[str, list[Land]]:
    """The names of the countries with their land; those in focus first, then the larger ones."""
    names = Locale(language).territories
    pieces: dict[str, list[Land]] = {}
    for piece in sorted(land, key=lambda piece: (not piece.is_focus, -piece.extent)):
        if piece.country in names:
            pieces.setdefault(names[piece.country], []).append(piece)
    return pieces


def _svg(plan: _Plan, land: str, dossier: Dossier, page: str, shown: Sequence[str], here: str) -> str:
    labels = load_labels(dossier.settings.language)
    layouts = plan.layouts
    if here:
        layouts = tuple(with_here(each, plan.frame, plan.wishes[here][at]) for at, each in enumerate(layouts))
    words = labels["map"]
    title = words["here"].format(name=dossier.topics[here].record.name) if here else ""
    title = title or words["title"].format(kinds=plan.kinds)
    inside = "".join(
        [
            f'<rect class="water" width="{WIDTH}" height="{number(plan.frame.height)}"/>',
            land,
            *_quiet(layouts, labels),
            *_topics(plan, layouts, page, shown, here),
        ]
    )
    view = f"0 0 {WIDTH} {number(plan.frame.height)}"
    return f'<svg viewBox="{view}" class="drawing" role="group" aria-label="{quoted(title)}">{inside}</svg>'


def _quiet(layouts: Sequence[Layout], labels: Labels) -> Iterator[str]:
    """What is only there to look at."""
    yield '<g aria-hidden="true">'
    for each in layouts:
        yield from (map_signs.country(label, each.size) for label in each.countries)
        if each.bar:
            words = labels["map"]["kilometres"].format(number=labels.number(each.bar.kilometres))
            yield map_signs.scale_bar(each.bar.box, each.bar.length, words, each.size)
    yield "</g>"


def _topics(plan: _Plan, layouts: Sequence[Layout], page: str, shown: Sequence[str], here: str) -> Iterator[str]:
    """Signs and places as links; the sign of the page's own topic comes last, above all others."""
    for topic in sorted(shown, key=lambda topic: topic == here):
        found = plan.signs[topic]
        labels = [(each.size, each.labels.get(topic)) for each in layouts]
        yield map_signs.sign(found, relative(found.path, page), labels, is_here=topic == here)
    for each in layouts:
        for topic, label in each.places.items():
            found = plan.signs[topic]
            yield map_signs.place(found, relative(found.path, page), label, each.size)
