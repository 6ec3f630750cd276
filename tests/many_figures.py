"""A dossier of measures as awkward as they may come: none, one and forty figures, huge, tiny and negative ones, ranges,
limits, open times, no times, and tellers that contradict each other.
"""

from collections.abc import Iterator
from pathlib import Path

import small
import yaml

from generator.dossier import Dossier

ACTORS = ("amt", "bund", "chor", "deich", "elf", "funk")

MEASURES = {
    "leer": ("Leer", "x"),
    "eine": ("Eine Zahl", "Leute"),
    "viele": ("Viele Zahlen", "Leute"),
    "riesig": ("Riesige Zahlen", "Euro"),
    "winzig": ("Winzige Zahlen", "Gramm"),
    "prozent": ("Anteile", "Prozent"),
    "minus": ("Pegel", "Meter"),
    "tag": ("Ein Tag", "Leute"),
    "offen": ("Offene Zeiten und Grenzen", "Leute"),
    "undatiert": ("Ohne Datum", "Leute"),
    "alt": ("Zwei Jahrhunderte", "Häuser"),
    "feindlich": ('<b>"A&B"</b> *x* [y](z) _u_', "<i>&"),
}
Said = tuple[str, str, dict[str, object], str | None]
"""Measure, who, figure, date."""


def said() -> Iterator[Said]:
    yield "eine", "amt", {"value": 700, "qualifier": "about"}, "2025-08"
    for number in range(40):
        year, month, who = 2016 + number // 4, number * 5 % 12 + 1, ACTORS[number * 7 % 6]
        when = str(year) if number % 9 == 4 else f"{year}-{month:02d}"
        value: dict[str, object] = {"value": 2000 + number * 97 % 1300}
        if number % 8 == 3:
            value = {"min": 1800, "max": 2600 + number * 10}
        elif number % 5:
            value["qualifier"] = ("about", "more_than", "at_most", "about")[number % 5 - 1]
        yield "viele", who, value, when
    yield "riesig", "amt", {"value": 1_250_000_000}, "2020"
    yield "riesig", "bund", {"value": 3_400_000_000, "qualifier": "more_than"}, "2021-03"
    yield "winzig", "amt", {"value": 0.00012}, "2020-01-05"
    yield "winzig", "bund", {"value": 0.00041, "qualifier": "less_than"}, "2020-02-20"
    for year, value in enumerate((0.5, 12.25, 48, 99.9), 2020):
        yield "prozent", "amt", {"value": value}, f"{year}-06-01"
    for month, value in enumerate((-5, -2.5, 0, 3), 3):
        yield "minus", "amt", {"value": value}, f"2030-{month:02d}"
    yield "minus", "bund", {"value": -5, "qualifier": "at_most"}, "2030-03-20"
    for who, value in zip(ACTORS, (100, 100, 101, 250, 90, 100), strict=True):
        yield "tag", who, {"value": value}, "2031-04-02"
    yield "offen", "amt", {"value": 12}, "../2020-05"
    yield "offen", "bund", {"value": 3}, "2021-02/.."
    yield "offen", "chor", {"min": 4}, "2020-07/2020-12"
    yield "offen", "deich", {"max": 9}, "2020-09"
    yield "offen", "elf", {"min": 5, "max": 8, "qualifier": "about"}, "2021"
    yield "offen", "funk", {"value": 7}, None
    yield "undatiert", "amt", {"value": 7}, None
    yield "alt", "amt", {"value": 3}, "1850"
    yield "alt", "bund", {"value": 40}, "2020"
    yield "feindlich", '"<b>\'Kreise\' & \\"*x*\\"</b>"', {"value": 1}, "2020-01"
    yield "feindlich", "amt", {"value": 2}, "2020-02"


def files() -> dict[str, str | None]:
    claims = []
    for number, (measure, by, figure, when) in enumerate(said()):
        claim = {"id": f"c{number}", "p": 1, "text": f"Angabe {number}.", "by": by, "when": when}
        claims.append(
            {key: value for key, value in claim.items() if value} | {"figure": {"measure": measure, **figure}}
        )
    article = {"title": "Zählung", "published": "2032-01-01", "published_basis": "stated", "added": "2032-01-02"}
    actors = {name: {"name": name.capitalize(), "type": "group"} for name in ACTORS}
    measures = {
        name: {"title": title, "unit": unit, "scope": f"Alle ({title})."} for name, (title, unit) in MEASURES.items()
    }
    return {
        "seeds/actors/actors.yml": yaml.safe_dump(actors),
        "seeds/measures.yml": yaml.safe_dump(measures, sort_keys=False),
        "seeds/articles/zaehlung.yml": yaml.safe_dump({**article, "claims": claims}, sort_keys=False),
        "seeds/articles/2031-04-lager.yml": None,
        "seeds/questions.yml": None,
        "seeds/timeline/2031.yml": None,
        "docs/about.md": None,
    }


def dossier(root: Path) -> Dossier:
    return small.dossier(root, files=files())
