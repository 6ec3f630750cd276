"""Icons and the social image: there, of their sizes, the same each time, for any title."""

import re
import struct
from xml.etree import ElementTree as ET

import pytest

from generator.drawing import pictures as module
from generator.drawing.pictures import pictures
from generator.model import Settings

LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"


def settings(title: str = "Hafen", subtitle: str | None = None) -> Settings:
    return Settings.model_construct(title=title, subtitle=subtitle)


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_each_picture_has_its_size() -> None:
    drawn = pictures(settings())
    assert {path: size(content) for path, content in drawn.items() if path.endswith(".png")} == {
        "data/icon-32.png": (32, 32),
        "data/icon-180.png": (180, 180),
        "data/icon-192.png": (192, 192),
        "data/social.png": (1200, 630),
    }
    assert ET.fromstring(drawn["data/icon.svg"]).get("viewBox") == "0 0 64 64"  # noqa: S314 - our own


def test_the_same_dossier_gives_the_same_bytes_and_another_title_others() -> None:
    first = pictures(settings("A"))
    module._drawn.cache_clear()  # noqa: SLF001 - drawn anew
    assert pictures(settings("A")) == first
    assert pictures(settings("B"))["data/social.png"] != first["data/social.png"]
    assert pictures(settings("A", "Unter"))["data/social.png"] != first["data/social.png"]


@pytest.mark.parametrize("title", ["Hafen", "US-Truppen im Irak", LONG, f"{LONG} & <Hafen> " * 8, "W" * 200, ""])
@pytest.mark.parametrize("subtitle", ["", "Wer was sagt", "Wort " * 100])
def test_all_words_stay_on_the_card(title: str, subtitle: str) -> None:
    card = ET.fromstring(module._social(title, subtitle))  # noqa: S314, SLF001 - our own
    lines = list(card.iter("{http://www.w3.org/2000/svg}text"))
    for line in lines:
        assert float(line.get("y", "")) < 630 - 60, "above the rule at the foot"
        letters, of = len(line.text or ""), float(line.get("font-size", ""))
        assert letters * of * 0.49 <= 1200 - 2 * 80
    if title and len(title) < 60:
        assert " ".join(line.text or "" for line in lines).startswith(title)


def test_a_title_is_text_even_with_signs_of_markup() -> None:
    card = module._social("Öl & <Gas>", "")  # noqa: SLF001
    assert re.search(r">Öl &amp; &lt;Gas&gt;</text>", card)
