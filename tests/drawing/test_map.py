"""The map of a dossier: signs that lead to pages and say their state, the page's own topic, places beside them."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.asked import Question
from generator.dossier import Dossier, watched
from generator.drawing import map as dossier_map
from generator.drawing.kept_drawings import drawings_kept
from generator.drawing.map import MOST, map_figure, topic_map
from generator.drawing.map_labels import SIZES
from generator.drawing.map_topics import standings
from generator.kept import Kept
from generator.pipeline import Project, load
from generator.problems import Problems

SETTINGS = """
title: Der Streit um das Lager
scope: Ein erfundener Streit.
license: CC BY 4.0
kinds:
  actor: {folder: actors, singular: Akteur, plural: Akteure, types: {group: Gruppe, person: Person}}
  base: {folder: bases, singular: Lager, plural: Lager, traits: [located, mapped], types: {camp: Zeltlager}}
  place:
    folder: places
    singular: Ort
    plural: Orte
    traits: [located]
    types: {town: Stadt, land: Land}
    areas: [land]
event_types: {meeting: Treffen}
statuses: {in-use: bewohnt, closed: geräumt}
"""


def base(name: str, lat: float, lon: float, *, approximate: bool = False) -> str:
    about = ", approximate: true" if approximate else ""
    place = f"{{lat: {lat}, lon: {lon}, source: Karte{about}}}"
    return f"{name.lower().replace(' ', '-')}: {{name: {name}, type: camp, coordinates: {place}}}\n"


TWO = base("Lager Sued", 33.8, 42.4) + base("Lager Nord", 36.2, 44.0, approximate=True)
HEAD = "title: Bericht\npublished: 2031-05-05\npublished_basis: stated\nadded: 2031-06-01\n"


def made(root: Path, bases: str, *claims: str, places: str = "") -> Dossier:
    told = "".join(f"\n  - {{id: c{number}, p: 1, {claim}}}" for number, claim in enumerate(claims))
    files = {"dossier.yml": SETTINGS, "bases/b.yml": bases, "places/p.yml": places}
    files["articles/a.yml"] = HEAD + (f"claims:{told}\n" if told else "")
    for path, text in files.items():
        (root / "seeds" / path).parent.mkdir(parents=True, exist_ok=True)
        if text:
            (root / "seeds" / path).write_text(text, encoding="utf-8")
    problems = Problems()
    loaded = load(Project(root), problems)
    assert loaded, [str(problem) for problem in problems]
    return loaded.dossier


def root_of(svg: str) -> ET.Element:
    return ET.fromstring(re.sub(r"&(?!amp;|lt;|gt;|quot;|#)", "&amp;", svg))  # noqa: S314 - our own


def test_every_sign_leads_to_its_page_and_says_what_is_known(tmp_path: Path) -> None:
    known = "text: Das Lager Sued ist geräumt., when: 2031-04, status: {of: lager-sued, is: closed}"
    earlier = "text: Das Lager Sued war bewohnt., when: 2030, status: {of: lager-sued, is: in-use}"
    svg = topic_map(made(tmp_path, TWO, known, earlier), "bases/index.md")
    links = {link.get("href"): link.get("aria-label") for link in root_of(svg).iter("a")}
    assert links == {
        "lager-sued.md": "Lager Sued, Zeltlager, Stand April 2031: geräumt",
        "lager-nord.md": "Lager Nord, Zeltlager",
    }
    assert 'href="../bases/lager-sued.md"' in topic_map(made(tmp_path / "b", TWO), "timeline/x.md")


def test_states_differ_by_shape_and_the_legend_explains_each(tmp_path: Path) -> None:
    states = [f"text: Lager., topics: lager-{at}, status: {{of: lager-{at}, is: {state}}}" for at, state in
              (("sued", "closed"), ("nord", "in-use"))]  # fmt: skip
    figure = map_figure(made(tmp_path, TWO + base("Lager West", 34, 41), *states), "index.md")
    assert figure
    assert [words for _, words in figure.legend] == ["bewohnt", "geräumt", "ohne Angabe zum Stand"]
    shapes = [re.findall(r' d="([^"]+)"', sign)[0] for sign, _ in figure.legend]
    assert len(set(shapes)) == 3
    drawn = [path.get("d") for path in root_of(figure.svg).iter("path") if "shape" in path.get("class", "")]
    assert sorted(map(str, drawn)) == sorted(shapes)


def test_the_pages_own_topic_is_highlighted_and_no_link(tmp_path: Path) -> None:
    svg = topic_map(made(tmp_path, TWO), "bases/lager-nord.md", "lager-nord")
    assert [link.get("href") for link in root_of(svg).iter("a")] == ["lager-sued.md"]
    (here,) = [group for group in root_of(svg).iter("g") if group.get("class") == "topic here"]
    assert here.get("aria-label") == "Lager Nord, Zeltlager"
    assert any(circle.get("class") == "ring" for circle in here.iter("circle"))
    assert root_of(svg).get("aria-label") == "Karte: Lage von Lager Nord"


def test_without_mapped_topics_there_is_no_map(tmp_path: Path) -> None:
    assert topic_map(made(tmp_path, ""), "index.md") == ""
    assert map_figure(made(tmp_path / "b", ""), "index.md") is None


def test_other_places_are_dots_where_they_are_points_on_the_map(tmp_path: Path) -> None:
    places = (
        "hafen: {name: Hafen, type: town, coordinates: {lat: 31, lon: 46, source: Karte}}\n"
        "irak: {name: Irak, type: land, coordinates: {lat: 32, lon: 44, source: Karte}}\n"
        "fern: {name: Fern, type: town, coordinates: {lat: 50, lon: 8, source: Karte}}\n"
    )
    figure = map_figure(made(tmp_path, TWO, places=places), "index.md")
    assert figure
    found = [(link.get("href"), link.get("class")) for link in root_of(figure.svg).iter("a")]
    assert found[2:] == [("places/hafen.md", "place wide"), ("places/hafen.md", "place narrow")]
    assert figure.legend[-1][1] == "andere Orte, die vorkommen"


def test_countries_and_a_scale_are_named(tmp_path: Path) -> None:
    svg = topic_map(made(tmp_path, TWO), "index.md")
    names = {text.text for text in root_of(svg).iter("text") if "country" in text.get("class", "")}
    assert {"IRAK", "SYRIEN", "IRAN"} <= names
    assert "200 km" in svg


def test_of_many_topics_the_most_told_of_are_shown_and_the_pages_own(tmp_path: Path) -> None:
    many = "".join(base(f"Lager {n}", 30 + n % 7, 40 + n % 9) for n in range(MOST + 5))
    told = "text: Vom Lager ist die Rede., topics: lager-44"
    dossier = made(tmp_path, many, told)
    figure = map_figure(dossier, "index.md")
    assert figure
    assert (figure.shown, figure.total) == (MOST, MOST + 5)
    assert "lager-44.md" in figure.svg
    assert "lager-9.md" not in figure.svg
    own = map_figure(dossier, "bases/lager-9.md", "lager-9")
    assert own
    assert own.shown == MOST + 1
    assert 'aria-label="Lager 9, Zeltlager"' in own.svg


def test_the_own_topic_always_has_its_label(tmp_path: Path) -> None:
    dossier = made(tmp_path, "".join(base(f"Lager {n}", 33 + n / 50, 44 + n / 60) for n in range(30)))
    for number in range(0, 30, 7):
        svg = topic_map(dossier, "index.md", f"lager-{number}")
        (here,) = [group for group in root_of(svg).iter("g") if group.get("class") == "topic here"]
        assert [text.get("class") for text in here.iter("text")] == [size.name for size in SIZES]


def test_names_are_only_text(tmp_path: Path) -> None:
    name = '<b> "A" & [[y]] `c`'
    base = f"x: {{name: '{name}', type: camp, coordinates: {{lat: 33, lon: 44, source: Karte}}}}\n"
    svg = topic_map(made(tmp_path, base), "index.md")
    assert "<b>" not in svg
    assert "[[" not in svg
    (link,) = root_of(svg).iter("a")
    assert link.get("aria-label") == f"{name}, Zeltlager"


def test_a_dossier_is_laid_out_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = made(tmp_path, TWO)
    topic_map(dossier, "index.md")
    monkeypatch.setattr(dossier_map, "land_in", lambda *_: pytest.fail("worked out again"))
    assert topic_map(dossier, "bases/lager-sued.md", "lager-sued")


def test_the_same_dossier_gives_the_same_bytes(tmp_path: Path) -> None:
    assert topic_map(made(tmp_path / "a", TWO), "index.md") == topic_map(made(tmp_path / "b", TWO), "index.md")


def test_no_colour_but_those_of_the_page(tmp_path: Path) -> None:
    svg = topic_map(made(tmp_path, TWO), "index.md")
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg)) <= {
        "none",
        "var(--dossier-land, #efe9dc)",
        "var(--dossier-focus-land, #fffdf6)",
        "var(--dossier-border, #a89c86)",
    }


def answers(dossier: Dossier) -> dict[Question, str]:
    """What a page with a map goes by, as far as that can change."""
    asked = watched(dossier)
    standings(asked)
    with asked.asker.noting() as questions:
        map_figure(asked, "index.md")
    return {question: asked.asker.answer(question) for question in questions}


KNOWN = "text: Das Lager Sued ist geräumt., when: 2031-04, status: {of: lager-sued, is: closed}"
EARLIER = "text: Das Lager Sued war bewohnt., when: 2030, status: {of: lager-sued, is: in-use}"


def test_maps_stay_where_what_they_show_does(tmp_path: Path) -> None:
    before = answers(made(tmp_path / "a", TWO, KNOWN, EARLIER))
    assert answers(made(tmp_path / "b", TWO, KNOWN, EARLIER.replace("war", "war wohl"))) == before
    assert answers(made(tmp_path / "c", TWO, KNOWN.replace("closed", "in-use"), EARLIER)) != before
    assert answers(made(tmp_path / "d", TWO, KNOWN.replace("2031-04", "2031-05"), EARLIER)) != before
    assert answers(made(tmp_path / "e", TWO, KNOWN)) != before  # less told of, it may come later


def test_a_kept_map_is_worked_out_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = made(tmp_path / "a", TWO, KNOWN, EARLIER)
    without = map_figure(told, "index.md", "lager-nord")
    with drawings_kept(Kept(tmp_path / "kept", b"k" * 32)):
        assert map_figure(watched(told), "index.md", "lager-nord") == without
        monkeypatch.setattr(dossier_map, "_worked_out", None)
        assert map_figure(watched(told), "index.md", "lager-nord") == without
        with pytest.raises(TypeError):
            map_figure(watched(made(tmp_path / "b", TWO, KNOWN)), "index.md")
