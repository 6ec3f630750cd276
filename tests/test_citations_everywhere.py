"""`[@article#claim]` and `[@claim]` lead to the same evidence wherever prose stands, as the built pages show it."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
import yaml
from linked_dossier import PLACES, linked_dossier

from generator.html_tree import Element, parse_html
from generator.pipeline import generate
from generator.problems import Problems
from generator.site import build_site

WRITTEN = {"whole": "[@bericht#helfen]", "short": "[@helfen]"}
CITED = "https://site/articles/bericht/#helfen"


def sentence(place: str, form: str) -> str:
    return f"Die Stelle {place} nennt den Beleg {form}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossier with every place of prose, where each place cites as well, in both forms."""
    project = linked_dossier(tmp_path_factory.mktemp("cited") / "dossier")

    def prose(place: str) -> str:
        return "".join(f" {sentence(place, form)} {mark}." for form, mark in WRITTEN.items())

    for path, (*way, field), place in (
        ("dossier.yml", ("intro",), "home"),
        ("bases/alle.yml", ("lager", "intro"), "intro"),
        ("bases/alle.yml", ("lager", "note", "text"), "note"),
        ("questions.yml", ("was-noch", "note"), "question"),
    ):
        file = project.seeds / path
        value = record = yaml.safe_load(file.read_text(encoding="utf-8"))
        for step in way:
            record = record[step]
        record[field] += prose(place)
        file.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8")
    about = project.docs / "about.md"
    about.write_text(about.read_text(encoding="utf-8") + prose("page"), encoding="utf-8")
    liste = project.seeds / "articles/liste.yml"
    claims = yaml.safe_load(liste.read_text(encoding="utf-8"))
    claims["claims"] += [
        {"id": f"beleg-{form}", "p": 2, "text": f"{sentence('claim', form)} {mark}."} for form, mark in WRITTEN.items()
    ]
    liste.write_text(yaml.safe_dump(claims, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8")
    assert generate(project, problems := Problems()), list(map(str, problems))
    build_site(project)
    return project.site


def marks(main: Element, words: str) -> Iterator[str]:
    """The note that the first mark behind the words leads to, wherever they stand as prose."""
    boxes = {part for each in main.elements() if "cite-box" in each.classes for part in each.elements()}
    for block in main.elements():
        if block.tag in ("p", "li") and block not in boxes and words in block.text:
            html = "".join(block.written())
            after = html[html.index(words) + len(words) :]
            yield after.split('href="#', 1)[1].split('"', 1)[0]


@pytest.mark.parametrize("form", WRITTEN)
@pytest.mark.parametrize("place", PLACES)
def test_a_citation_leads_to_its_claim(site: Path, place: str, form: str) -> None:
    page = PLACES[place]
    tree = parse_html((site / page / "index.html").read_text(encoding="utf-8"))
    notes = {each.id: each for each in tree.elements() if each.tag == "li" and each.id.startswith("fn:")}
    (mark,) = set(marks(tree, sentence(place, form)))
    places = [link.href for link in notes[unquote(mark)].elements() if "note-place" in link.classes]
    assert [urljoin(f"https://site/{page}", href) for href in places] == [CITED]
