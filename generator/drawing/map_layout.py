"""A map's labels at one size: first those of its signs, then a few other places, then the countries and a scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.drawing.map_frame import WIDTH, Frame
from generator.drawing.map_labels import LINE, Label, Room, Size, Wish, around, in_land, width_of
from generator.drawing.map_land import Land
from generator.drawing.outlines import Box

PLACES = 5
"""Other places, by which one finds one's way."""
LENGTHS = (1000, 500, 200, 100, 50, 20, 10)
"""Kilometres that a scale bar may stand for."""


@dataclass(frozen=True)
class Bar:
    """The scale: `box` holds the bar and its words."""

    kilometres: int
    length: float
    box: Box


@dataclass(frozen=True)
class Layout:
    """What has found room: labels by topic, names of countries, the scale."""

    size: Size
    signs: Mapping[str, Box]
    bar: Bar | None
    labels: Mapping[str, Label]
    places: Mapping[str, Label]
    countries: tuple[Label, ...]


def layout(
    frame: Frame, size: Size, signs: Sequence[Wish], places: Sequence[Wish], countries: Mapping[str, Sequence[Land]]
) -> Layout:
    """`signs` and `places` in the order in which they are served; `countries` are names with their land."""
    bar = _bar(frame, size)
    hits = {wish.key: around(wish.point, size.hit) for wish in signs}
    room = Room(WIDTH, frame.height, size, [*hits.values(), *([bar.box] if bar else [])])
    labels = {wish.key: label for wish in signs if (label := room.place(wish))}
    found = _places(room, signs, places)
    named = (in_land(room, [ring for piece in land for ring in piece.rings], name) for name, land in countries.items())
    return Layout(size, hits, bar, labels, found, tuple(filter(None, named)))


def with_here(base: Layout, frame: Frame, wish: Wish) -> Layout:
    """The layout with room for one label above all: what it covers gives way."""
    if wish.key in base.labels:
        return base
    own = around(wish.point, base.size.hit)
    hits = {**base.signs, wish.key: own}
    room = Room(WIDTH, frame.height, base.size, [*hits.values(), *([base.bar.box] if base.bar else [])])
    label = room.place(wish)
    taken = [own, label.box] if label else [own]

    def stays(label: Label) -> bool:
        return not any(label.box.touches(box) for box in taken)

    return replace(
        base,
        signs=hits,
        labels={
            **{key: each for key, each in base.labels.items() if stays(each)},
            **({wish.key: label} if label else {}),
        },
        places={key: each for key, each in base.places.items() if stays(each)},
        countries=tuple(filter(stays, base.countries)),
    )


def _places(room: Room, signs: Sequence[Wish], places: Sequence[Wish]) -> dict[str, Label]:
    """The first places that stand apart from each other and from the signs, and whose names find room."""
    found: dict[str, Label] = {}
    apart = [around(wish.point, room.size.sign / 2) for wish in signs]
    for wish in places:
        if len(found) == PLACES:
            break
        if any(box.holds(wish.point) for box in apart) or not room.holds(wish.point):
            continue
        if label := room.place(wish):
            found[wish.key] = label
            apart.append(around(wish.point, room.size.hit * 2))
    return found


def _bar(frame: Frame, size: Size) -> Bar | None:
    """The longest round scale that takes up to a fifth of the map's width."""
    fitting = (number for number in LENGTHS if 0 < number * frame.kilometre <= WIDTH / 5)
    kilometres = next(fitting, None)
    if kilometres is None:
        return None
    edge, length = size.gap * 3, kilometres * frame.kilometre
    low = frame.height - edge
    width = max(length, width_of(f"{kilometres} km", size.small))
    return Bar(kilometres, length, Box(edge, low - size.gap * 2.5 - size.small * LINE, edge + width, low))
