"""The colours of dossier.css: legible on every ground, and series that colour-blind readers tell apart."""

import math
import re
from itertools import combinations
from pathlib import Path

import pytest

CSS = Path(__file__).resolve().parent.parent / "generator/theme/assets/dossier.css"
PAIR = re.compile(r"--dossier-([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
COLOURS = {name: (light, dark) for name, light, dark in PAIR.findall(CSS.read_text(encoding="utf-8"))}
GROUNDS = ("paper", "card", "shade")
SERIES = tuple(f"series-{number}" for number in (1, 2, 3, 4))

# How linear RGB is seen without one kind of cones: Machado, Oliveira and Fernandes (2009), severity 1.
SIGHT = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(colour: str) -> list[float]:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast(one: str, other: str) -> float:
    """As WCAG defines it."""
    dark, light = sorted(
        sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(x), strict=True)) for x in (one, other)
    )
    return (light + 0.05) / (dark + 0.05)


def oklab(colour: list[float]) -> tuple[float, float, float]:
    red, green, blue = (min(max(part, 0), 1) for part in colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def seen(colour: str, sight: str) -> tuple[float, float, float]:
    return oklab([sum(w * c for w, c in zip(row, linear(colour), strict=True)) for row in SIGHT[sight]])


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_is_legible_on_every_ground(scheme: int) -> None:
    for text in ("ink", "muted", "accent", "open", "settled", "apparent"):
        for ground in (*GROUNDS, "mark"):
            assert contrast(COLOURS[text][scheme], COLOURS[ground][scheme]) >= 4.5, (text, ground)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_is_legible_on_the_map(scheme: int) -> None:
    for text in ("ink", "muted"):
        for ground in ("land", "focus-land", "water"):
            assert contrast(COLOURS[text][scheme], COLOURS[ground][scheme]) >= 4.5, (text, ground)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_what_is_drawn_stands_out(scheme: int) -> None:
    for drawn in (*SERIES, "border"):
        for ground in GROUNDS:
            assert contrast(COLOURS[drawn][scheme], COLOURS[ground][scheme]) >= 3, (drawn, ground)


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_series_stay_apart(scheme: int, sight: str) -> None:
    for one, other in combinations(SERIES, 2):
        distance = math.dist(seen(COLOURS[one][scheme], sight), seen(COLOURS[other][scheme], sight))
        assert distance >= 0.12, (one, other)


def test_no_other_colours_in_the_styles_of_the_screen() -> None:
    for sheet in sorted(CSS.parent.glob("*.css")):
        if sheet.name != "print.css":
            rest = PAIR.sub("", re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL))
            assert not re.findall(r"#[0-9a-f]{3,8}\b(?=[^{}]*;)", rest), sheet.name
