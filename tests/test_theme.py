"""The frame of each page: head, rubrics, contents, foot, what others show of a page, and the files it names."""

import re
from pathlib import Path

import pytest
from workshop import ENVIRONMENT, HARBOUR, copy_dossier

from generator.pipeline import generate
from generator.problems import Problems
from generator.site import build_site

ACTOR = "actors/enno-harms/index.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The harbour, built once."""
    project = copy_dossier(HARBOUR, tmp_path_factory.mktemp("theme") / "harbour")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SOURCE_DATE_EPOCH", ENVIRONMENT["SOURCE_DATE_EPOCH"])
        environment.setenv("DOSSIER_SITE_URL", "https://example.org/hafen/")
        assert generate(project, Problems())
        build_site(project)
    return project.site


def page(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def rubrics(html: str) -> list[tuple[str, str | None]]:
    """Title and mark of each rubric in the row."""
    row = html[html.index('<nav class="rubrics"') :]
    row = row[: row.index("</nav>")]
    return [
        (title.strip(), mark or None) for mark, title in re.findall(r'<a [^>]*?(?:aria-current="(\w+)")?>([^<]+)', row)
    ]


def test_the_rubric_of_a_page_is_marked_below_it_too(site: Path) -> None:
    for path, title, mark in (
        ("index.html", "Start", "page"),
        ("actors/index.html", "Akteure", "page"),
        (ACTOR, "Akteure", "true"),
        ("figures/index.html", "Zahlen", "page"),
    ):
        assert [found for found in rubrics(page(site, path)) if found[1]] == [(title, mark)], path


def test_the_menu_of_narrow_screens_leads_where_the_row_does(site: Path) -> None:
    html = page(site, ACTOR)
    menu = html[html.index('<details class="menu">') : html.index('<nav class="rubrics"')]
    row = html[html.index('<nav class="rubrics"') : html.index("</header>")]
    assert re.findall(r'href="([^"]+)"', menu) == re.findall(r'href="([^"]+)"', row)
    assert "<summary>" in menu


def test_contents_stand_beside_the_text_and_folded_up_under_the_title(site: Path) -> None:
    html = page(site, ACTOR)
    beside = html[html.index('<nav class="contents"') :].partition("</nav>")[0]
    folded = html[html.index('<details class="contents-folded"') :].partition("</details>")[0]
    anchors = re.findall(r'href="#([^"]+)"', beside)
    assert len(anchors) > 1
    assert anchors == re.findall(r'href="#([^"]+)"', folded)
    assert all(f'id="{anchor}"' in html for anchor in anchors)
    assert html.index("</h1>") < html.index('<details class="contents-folded"') < html.index(f'id="{anchors[0]}"')


def test_a_page_that_hides_its_contents_has_none(site: Path) -> None:
    assert "contents" not in re.findall(r'class="([\w-]+)"', page(site, "index.html"))


def test_others_are_told_what_a_page_is(site: Path) -> None:
    html = page(site, ACTOR)
    told = dict(re.findall(r'<meta (?:property|name)="([\w:-]+)" content="([^"]*)"', html))
    assert told["og:title"] == "Enno Harms"
    assert told["og:description"] == told["description"] != ""
    assert told["og:url"] == "https://example.org/hafen/actors/enno-harms/"
    assert told["og:image"] == "https://example.org/hafen/data/social.png"
    assert (told["og:type"], told["og:locale"], told["twitter:card"]) == ("article", "de_DE", "summary_large_image")
    assert html.count('name="theme-color"') == 2
    assert 'property="og:type" content="website"' in page(site, "index.html")


def test_every_file_that_a_head_names_is_there(site: Path) -> None:
    for path in ("index.html", ACTOR):
        head = page(site, path).partition("</head>")[0]
        named = [href for href in re.findall(r'<link [^>]*href="([^"]+)"', head) if not href.startswith("http")]
        assert any("icon.svg" in href for href in named)
        assert any("newsreader" in href for href in named)
        for href in named:
            assert ((site / path).parent / href).resolve().exists(), href
    assert (site / "data/social.png").exists()


def test_every_file_that_a_style_sheet_of_ours_names_is_there(site: Path) -> None:
    for sheet in (site / "assets").glob("*.css"):
        for address in re.findall(r'url\("?([^")]+)', sheet.read_text(encoding="utf-8")):
            assert address.startswith("data:") or (sheet.parent / address).exists(), (sheet.name, address)


def test_the_foot_leads_to_the_pages_about_the_dossier_and_names_the_address_for_print(site: Path) -> None:
    foot = page(site, ACTOR).partition('<footer class="foot')[2]
    assert '<a href="../../method/">Methode</a>' in foot
    assert re.search(r'class="foot__address">[^<]*https://example\.org/hafen/actors/enno-harms/<', foot)


def test_words_that_belong_together_stay_together(site: Path) -> None:
    html = page(site, "timeline/index.html") + page(site, "articles/index.html")
    assert re.search(r"\d\.\u00a0(?:März|April|Mai|Juni)", html)


def test_the_cells_of_a_series_know_their_columns(site: Path) -> None:
    series = next(path for path in sorted(site.glob("figures/*/index.html")))
    assert '<td data-label="' in series.read_text(encoding="utf-8")
