"""Small dossiers from YAML, and their pages as text."""

from collections.abc import Callable
from itertools import takewhile
from pathlib import Path

import pytest

from generator.dossier import Dossier
from generator.pages import pages
from generator.pipeline import Project, load
from generator.problems import Problems
from generator.render import render

SETTINGS = """
title: Probe
scope: Nur ein Test.
license: CC0
kinds:
  actor: {folder: actors, singular: Akteur, plural: Akteure, types: {person: Person, state: Staat}}
  place: {folder: places, singular: Ort, plural: Orte, traits: [located], types: {town: Stadt}}
  outlet:
    folder: outlets
    singular: Medium
    plural: Medien
    traits: [source]
    types: {paper: Zeitung, state-media: Staatsmedium}
event_types: {talk: Gespräch}
statuses: {open: offen, shut: geschlossen}
relations: {leads: {label: führt, inverse: wird geführt von}}
"""
TOPICS = {
    "actors/alle.yml": "alpha: {name: Alpha, type: person}\nbeta: {name: Beta, type: person}\n"
    "gamma: {name: Gamma, type: state}\n",
    "outlets/alle.yml": "post: {name: Post, type: paper}\nfunk: {name: Funk, type: state-media}\n",
}

Make = Callable[[dict[str, str]], Dossier]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """A dossier from its files (path in seeds/ → YAML), with a few topics."""

    def make(files: dict[str, str]) -> Dossier:
        seeds = tmp_path / "seeds"
        for old in seeds.rglob("*.yml"):
            old.unlink()
        for path, text in {"dossier.yml": SETTINGS, **TOPICS, **files}.items():
            (seeds / path).parent.mkdir(parents=True, exist_ok=True)
            (seeds / path).write_text(text, encoding="utf-8")
        problems = Problems()
        loaded = load(Project(tmp_path), problems)
        assert loaded, [str(problem) for problem in problems]
        return loaded.dossier

    return make


def article(claims: str = "", published: str = "2031-05-05", **fields: str) -> str:
    """An article; each line of `claims` is the inside of a claim in braces."""
    known = {
        "title": "Ein Artikel",
        "published": published,
        "published_basis": "stated",
        "added": "2031-06-01",
        **fields,
    }
    lines = [f"{name}: {value}" for name, value in known.items()]
    items = [f"  - {{p: 1, {claim.strip()}}}" for claim in claims.strip().splitlines()]
    return "\n".join([*lines, *(["claims:", *items] if items else [])]) + "\n"


def page(dossier: Dossier, path: str) -> str:
    """The rendered page."""
    return render(next(page for page in pages(dossier) if page.path == path), dossier)


def section(text: str, anchor: str) -> list[str]:
    """The lines below the heading with this anchor, up to the next of its level or above; boxes count as air.

    How to cite the page, at its end, is of no section.
    """
    lines = text.partition('<details class="cite-box"')[0].splitlines()
    start = next(number for number, line in enumerate(lines) if line.endswith(f"{{ #{anchor}}}"))
    level = lines[start].split(" ")[0]
    found = []
    for line in lines[start + 1 :]:
        if line.startswith("#") and len(line.split(" ")[0]) <= len(level):
            break
        if line and not line.startswith(("<div", "</div")):
            found.append(line)
    return found


def row(text: str, label: str) -> list[str]:
    """The values behind `label` in the facts box, or the cells of the table's rows that begin with it."""
    start, lines = f"| {label} | ", text.splitlines()
    cells = [line.removeprefix(start).removesuffix(" |") for line in lines if line.startswith(start)]
    for at, line in enumerate(lines):
        if line == f"<dt>{label}</dt>":
            values = takewhile(lambda value: value.startswith("<dd"), lines[at + 1 :])
            cells += [value.removeprefix('<dd markdown="span">').removesuffix("</dd>") for value in values]
    return cells
