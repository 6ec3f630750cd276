"""Addresses of pages and claims, and links between them."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small import dossier

from generator.addresses import claim_path, claim_url, folders, page_path, relative, title_of, url

PATHS = st.lists(st.sampled_from(["a", "b", "actors"]), min_size=1, max_size=3).map(
    lambda parts: "/".join(parts) + ".md"
)


def test_everything_has_its_page_and_title(tmp_path: Path) -> None:
    found = dossier(tmp_path)
    assert {target: (page_path(found, target), title_of(found, target)) for target in [
        "imke-fries", "lager-sued", "2031-04-lager", "versammlung", "wie-viele", "leute", "about.md",
    ]} == {
        "imke-fries": ("actors/imke-fries.md", "Imke Fries"),
        "lager-sued": ("bases/lager-sued.md", "Lager Süd"),
        "2031-04-lager": ("articles/2031-04-lager.md", "Lager Süd bleibt"),
        "versammlung": ("timeline/versammlung.md", "Der Deichbund trifft sich"),
        "wie-viele": ("questions/wie-viele.md", "Wie viele Leute sind im Lager Süd?"),
        "leute": ("figures/leute.md", "Leute im Lager Süd"),
        "about.md": ("about.md", "Über dieses Dossier"),
    }  # fmt: skip
    with pytest.raises(KeyError):
        page_path(found, "nothing")
    assert claim_path(found.claims["2031-04-lager#treffen"]) == "articles/2031-04-lager.md#treffen"
    assert folders(found.settings) == (
        "articles",
        "timeline",
        "questions",
        "figures",
        "search",
        "data",
        "corrections",
        "actors",
        "bases",
        "outlets",
    )


@pytest.mark.parametrize(
    ("path", "page", "link"),
    [
        ("actors/a.md", "actors/b.md", "a.md"),
        ("actors/a.md", "index.md", "actors/a.md"),
        ("index.md", "actors/a.md", "../index.md"),
        ("articles/a.md#c", "bases/b.md", "../articles/a.md#c"),
        ("articles/a.md#c", "articles/a.md", "#c"),
        ("articles/a.md", "articles/a.md", "a.md"),
    ],
)
def test_relative_links(path: str, page: str, link: str) -> None:
    assert relative(path, page) == link


@given(PATHS, PATHS)
def test_a_relative_link_leads_back(path: str, page: str) -> None:
    root = Path("/docs")
    assert (root / page).parent.joinpath(relative(path, page)).as_posix().startswith("/docs/")
    steps: list[str] = []
    for part in (Path(page).parent / relative(path, page)).parts:
        steps = steps[:-1] if part == ".." else [*steps, part]
    assert "/".join(steps) == path


def test_whole_addresses(tmp_path: Path) -> None:
    found = replace(dossier(tmp_path), address="https://a.example/x/")
    assert {target: url(found, target) for target in ("imke-fries", "index.md", "about.md", "unter/größe.md")} == {
        "imke-fries": "https://a.example/x/actors/imke-fries/",
        "index.md": "https://a.example/x/",
        "about.md": "https://a.example/x/about/",
        "unter/größe.md": "https://a.example/x/unter/gr%C3%B6%C3%9Fe/",
    }
    claim = found.claims["2031-04-lager#treffen"]
    assert claim_url(found, claim) == "https://a.example/x/articles/2031-04-lager/#treffen"
