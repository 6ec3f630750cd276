"""Links in raw HTML, however the site is built."""

from collections.abc import Callable

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.raw_links import with_addresses

PAGES = ["index.md", "method.md", "figures/index.md", "figures/boats.md", "actors/pilots.md", "a/b/tief.md"]
Linked = Callable[..., str]
ODD = ["orte/größe & maß.md", "orte/a b.md"]


@pytest.fixture
def linked() -> Linked:
    def run(html: str, page: str, *, directories: bool = True) -> str:
        config = MkDocsConfig()
        config.load_dict({"site_name": "x", "use_directory_urls": directories})
        files = Files([File(path, "docs", "site", use_directory_urls=directories) for path in PAGES + ODD])
        file = files.get_file_from_path(page)
        assert file
        return with_addresses(html, file, files)

    return run


@pytest.mark.parametrize(
    ("page", "path", "folders", "plain"),
    [
        ("index.md", "figures/boats.md", "figures/boats/", "figures/boats.html"),
        ("index.md", "figures/index.md", "figures/", "figures/index.html"),
        ("index.md", "index.md", "./", "index.html"),
        ("figures/boats.md", "../index.md", "../../", "../index.html"),
        ("figures/boats.md", "index.md", "../", "index.html"),
        ("figures/boats.md", "boats.md", "./", "boats.html"),
        ("figures/boats.md", "../actors/pilots.md", "../../actors/pilots/", "../actors/pilots.html"),
        ("figures/index.md", "boats.md", "boats/", "boats.html"),
        ("a/b/tief.md", "../../method.md", "../../../method/", "../../method.html"),
        ("a/b/tief.md", "/method.md", "../../../method/", "../../method.html"),
    ],
)
def test_paths_become_addresses(linked: Linked, page: str, path: str, folders: str, plain: str) -> None:
    assert linked(f'<a class="x" href="{path}">x</a>', page) == f'<a class="x" href="{folders}">x</a>'
    assert linked(f'<a href="{path}">x</a>', page, directories=False) == f'<a href="{plain}">x</a>'


@pytest.mark.parametrize("tail", ["#a-1", "?q=x", "?q=x#a"])
def test_what_follows_the_path_stays(linked: Linked, tail: str) -> None:
    assert linked(f'<a href="method.md{tail}">', "index.md") == f'<a href="method/{tail}">'


def test_several_links_in_a_drawing(linked: Linked) -> None:
    svg = '<svg><a aria-label="1 > 0" href="boats.md#a"><path d="M0,0"/></a><a\nhref="../method.md"></a></svg>'
    expected = svg.replace("boats.md", "./").replace("../method.md", "../../method/")
    assert linked(svg, "figures/boats.md") == expected


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("orte/größe%20&amp;%20maß.md", "orte/gr%C3%B6%C3%9Fe%20%26%20ma%C3%9F/"),
        ("orte/gr%C3%B6%C3%9Fe%20%26%20ma%C3%9F.md", "orte/gr%C3%B6%C3%9Fe%20%26%20ma%C3%9F/"),
        ("orte/a%20b.md", "orte/a%20b/"),
        ("orte/a b.md", "orte/a%20b/"),
    ],
)
def test_odd_names(linked: Linked, path: str, address: str) -> None:
    assert linked(f'<a href="{path}">', "index.md") == f'<a href="{address}">'


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://example.org/README.md">x</a>',
        '<a href="//example.org/README.md">x</a>',
        '<a href="mailto:a@example.md">x</a>',
        '<a href="#method.md">x</a>',
        '<a href="data/notes.txt">x</a>',
        '<a data-href="missing.md">x</a>',
        "<a title=' href=\"missing.md\"'>x</a>",
        '<code>&lt;a href="missing.md"&gt;</code>',
        '<p>write href="missing.md" there</p>',
        '<!-- <a href="missing.md">x</a> -->',
    ],
)
def test_all_else_stays(linked: Linked, html: str, caplog: pytest.LogCaptureFixture) -> None:
    assert linked(html, "index.md") == html
    assert caplog.messages == []


def test_single_quotes(linked: Linked) -> None:
    assert linked("<a href='method.md'>x</a>", "index.md") == "<a href='method/'>x</a>"


def test_an_unknown_page_is_a_warning(linked: Linked, caplog: pytest.LogCaptureFixture) -> None:
    html = '<a href="../missing.md#a">x</a>'
    assert linked(html, "figures/boats.md") == html
    assert [(record.levelname, record.message) for record in caplog.records] == [
        ("WARNING", "figures/boats.md: there is no page ../missing.md")
    ]
