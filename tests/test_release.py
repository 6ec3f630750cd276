"""`dossier release`: the page that prints all, the zip that works on a disk, and nothing of either elsewhere."""

import re
import shutil
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from workshop import ENVIRONMENT, HARBOUR, copy_dossier, dossier, files

from generator import build_commands
from generator.pipeline import Project, load
from generator.problems import Problems
from generator.release import run
from generator.site import release_folder, repair

TOP = "der-hafenstreit-von-nordersiel"
ONLINE = "https://example.org/hafen/"


class Released(NamedTuple):
    project: Project
    disk: Path
    """The unpacked zip's one folder."""
    zips: tuple[bytes, bytes]
    """Of this release and of one of the same seeds in another place."""


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Released]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", ENVIRONMENT["SOURCE_DATE_EPOCH"])
        patch.setenv("DOSSIER_SITE_URL", ONLINE)
        projects = [copy_dossier(HARBOUR, tmp_path_factory.mktemp(name) / name) for name in ("one", "other")]
        zips = []
        for project in projects:
            assert dossier(project, "release") == 0
            zips.append((project.site / "data/dossier.zip").read_bytes())
        folder = tmp_path_factory.mktemp("disk")
        with ZipFile(projects[0].site / "data/dossier.zip") as packed:
            packed.extractall(folder)
        assert [path.name for path in folder.iterdir()] == [TOP]
        yield Released(projects[0], folder / TOP, (zips[0], zips[1]))


class Html(HTMLParser):
    """The ids of a page, and the addresses that it links to or loads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.feed(text)

    def handle_starttag(self, _tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.ids += [value for name, value in attributes if name == "id" and value]
        self.targets += [value for name, value in attributes if name in ("href", "src") and value is not None]


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def book(path: Path) -> str:
    """What of the page to print is not the theme's."""
    return text(path).partition('<div class="print-whole">')[2].partition("</article>")[0]


def words(html: str) -> str:
    """The text of a page, without marks, soft hyphens and kinds of spaces."""
    bare = re.sub(r"<sup.*?</sup>|<[^>]*>|[\u00ad\u2060]", "", html, flags=re.DOTALL)
    return " ".join(unescape(bare).split())


# The zip


def test_the_same_seeds_give_the_same_zip(released: Released) -> None:
    one, other = released.zips
    assert one == other


def test_every_link_on_the_disk_leads_to_a_file(released: Released) -> None:
    pages = {path.resolve(): Html(text(path)) for path in released.disk.rglob("*.html")}
    assert len(pages) > 30
    dead = []
    for path, page in pages.items():
        for target in page.targets:
            url = urlsplit(target)
            if url.scheme or url.netloc:
                continue
            meant = (path.parent / unquote(url.path)).resolve() if url.path else path
            anchors = pages[meant].ids if meant in pages else []
            if not meant.is_file() or (url.fragment and unquote(url.fragment) not in [*anchors, "__tabbed"]):
                dead.append(f"{path.name}: {target}")
    assert not dead, "\n".join(dead)


def test_no_page_on_the_disk_loads_from_elsewhere(released: Released) -> None:
    for path in released.disk.rglob("*.html"):
        loaded = re.findall(
            r'<(?:script|img|iframe)[^>]*\ssrc="([^"]*)"|<link rel="stylesheet" href="([^"]*)"', text(path)
        )
        assert loaded
        assert [url for pair in loaded for url in pair if "//" in url] == []
        assert 'type="text/markdown"' not in text(path), "there are no such copies on the disk"


def test_the_disk_holds_what_one_needs_there(released: Released) -> None:
    names = {path.name for path in released.disk.iterdir()}
    assert {"index.html", "print.html", "LIESMICH.txt", "method.html"} <= names
    assert not names & {"404.html", "sitemap.xml", "sitemap.xml.gz"}
    readme = text(released.disk / "LIESMICH.txt")
    assert readme.startswith("Der Hafenstreit von Nordersiel\nBearbeitet bis ")
    assert "index.html" in readme


def test_pages_on_the_disk_name_their_address_online(released: Released) -> None:
    html = text(released.disk / "actors/pilots.html")
    assert f'<link rel="canonical" href="{ONLINE}actors/pilots/">' in html
    assert f"{ONLINE}actors/pilots.html" not in html


def test_the_zip_does_not_offer_itself(released: Released) -> None:
    assert not list(released.disk.rglob("*.zip"))
    for path in released.disk.rglob("*.html"):
        assert ".zip" not in text(path)
        assert 'print.html"' in text(path)


# The page to print


@pytest.mark.parametrize("online", [True, False], ids=["site", "disk"])
def test_the_whole_dossier_is_on_the_page(released: Released, online: bool) -> None:  # noqa: FBT001 - a parameter of tests
    loaded = load(released.project, Problems())
    assert loaded
    known = loaded.dossier
    printed = words(book(released.project.site / "print/index.html" if online else released.disk / "print.html"))
    wanted = [claim.text for claim in known.claims.values() if not claim.withdrawn]
    wanted += [
        each.record.title for group in (known.events, known.questions, known.articles) for each in group.values()
    ]
    wanted += [topic.record.name for topic in known.topics.values()]
    wanted += [measure.record.title for measure in known.measures.values()]
    wanted += [known.settings.title, known.settings.scope.strip()]
    assert len(wanted) > 30
    assert [each for each in wanted if words(each) not in printed] == []


def test_every_link_in_the_book_leads_inside(released: Released) -> None:
    page = Html(book(released.project.site / "print/index.html"))
    inside = [target for target in page.targets if not urlsplit(target).scheme]
    assert len(inside) > 200
    assert [target for target in inside if unquote(target).removeprefix("#") not in page.ids] == []


def test_an_id_stands_once_in_the_book(released: Released) -> None:
    ids = Html(text(released.project.site / "print/index.html")).ids
    assert sorted(ids) == sorted({*ids})


def test_each_claim_that_is_cited_has_one_note(released: Released) -> None:
    html = book(released.project.site / "print/index.html")
    numbers = [int(number) for number in re.findall(r'<li id="fn:(\d+)"', html)]
    assert numbers == list(range(1, len(numbers) + 1))
    marks = re.findall(r'class="footnote-ref"[^>]*href="#fn:(\d+)"[^>]*>(\d+)<|href="#fn:(\d+)"[^>]*>(\d+)<', html)
    assert {int(mark[0] or mark[2]) for mark in marks} == {*numbers}
    assert all((mark[0] or mark[2]) == (mark[1] or mark[3]) for mark in marks)
    places = re.findall(r'<li id="fn:\d+".*?href="#(articles/[^"]+)"', html)
    assert len(places) == len({*places}) == len(numbers)


def test_its_charts_are_drawn_once(released: Released) -> None:
    chart = text(released.project.site / "figures/boats/index.html")
    html = book(released.project.site / "print/index.html")
    part = html.partition('id="figures/boats"')[2].partition("</section>")[0]
    assert part.count("<svg") < chart.partition("<article")[2].partition("</article>")[0].count("<svg")
    assert "<svg" in part


# The site around them


def test_each_page_leads_to_both(released: Released) -> None:
    size = (released.project.site / "data/dossier.zip").stat().st_size / 1_000_000
    html = text(released.project.site / "actors/pilots/index.html")
    assert 'href="../../print/"' in html
    shown = f"{size:.1f}".replace(".", ",").removesuffix(",0")
    assert re.search(rf'href="../../data/dossier\.zip">[^<]+</a> \({shown} MB\)', html)


def test_the_search_does_not_know_the_page(released: Released) -> None:
    for folder in (released.project.site, released.disk):
        index = [text(path) for path in (folder / "search").rglob("*.js*")]
        assert index
        assert not [each for each in index if '"print/' in each]


def test_a_build_has_no_trace_of_a_release(released: Released, harbour: Project) -> None:
    shutil.copytree(released.project.site, harbour.site)
    assert dossier(harbour, "build") == 0
    assert not (harbour.site / "print").exists()
    assert not list(harbour.site.rglob("*.zip"))
    traces = re.compile(r"[\"/]print/|\.zip|release")
    found = {path.parent.name: traces.findall(text(path)) for path in harbour.site.rglob("*.html")}
    assert {name: traced for name, traced in found.items() if traced} == {}


def test_what_it_says(harbour: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert dossier(harbour, "release") == 0
    out = capsys.readouterr().out
    assert re.search(r"^site/  \d+ pages, print/ 0\.\d MB, data/dossier\.zip \d\.\d MB$", out, re.MULTILINE)
    assert out.splitlines()[-1].startswith("Look at it: ")
    assert {path.name for path in harbour.root.iterdir()} == {"docs", "mkdocs.yml", "seeds", "site", ".docs-state"}


def test_a_site_whose_addresses_end_in_files(harbour: Project, tmp_path: Path) -> None:
    settings = harbour.root / "mkdocs.yml"
    settings.write_text(f"use_directory_urls: false\n{text(settings)}", encoding="utf-8")
    assert dossier(harbour, "release") == 0
    html = text(harbour.site / "actors/pilots.html")
    assert 'href="../print.html"' in html
    assert 'href="../data/dossier.zip"' in html
    assert book(harbour.site / "print.html")
    with ZipFile(harbour.site / "data/dossier.zip") as packed:
        assert (
            'actors/pilots.html">'
            in re.findall(r'rel="canonical"[^>]*>', packed.read(f"{TOP}/actors/pilots.html").decode())[0]
        )


# What goes wrong


@pytest.fixture
def before(released: Released, harbour: Project) -> dict[str, bytes]:
    shutil.copytree(released.project.site, harbour.site)
    return files(harbour.site)


def unchanged(project: Project, before: dict[str, bytes]) -> bool:
    left = {path.name for path in project.root.iterdir() if path.name.startswith(".")}
    return files(project.site) == before and left <= {project.kept.folder.name}


@pytest.mark.parametrize(
    ("page", "content", "words"),
    [
        ("method.md", "# Methode\n\n[x](missing.md)\n", "missing.md"),
        ("method.md", '# Methode\n\n<p><a href="missing.md">x</a></p>\n', "method.md: there is no page missing.md"),
        ("method.md", '# Methode\n\n<p><a href="imprint.md#no">x</a></p>\n', "the page to print has nothing that its"),
        ("print.md", "# Druck\n", "docs/print.md stands where the page to print has its place; call it otherwise"),
    ],
)
def test_mkdocs_refuses(
    harbour: Project,
    before: dict[str, bytes],
    page: str,
    content: str,
    words: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (harbour.docs / page).write_text(content, encoding="utf-8")
    assert dossier(harbour, "release") == 1
    told = capsys.readouterr().err
    assert told.startswith("Error: MkDocs cannot build the site; docs/ and site/ stay as they were:\n")
    assert words in told
    assert "Traceback" not in told
    assert unchanged(harbour, before)


@pytest.mark.parametrize("step", ["pack", "cover", "swap_in"])
def test_a_full_disk(
    harbour: Project,
    before: dict[str, bytes],
    step: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "dossier.zip")

    monkeypatch.setattr(run, step, full)
    assert dossier(harbour, "release") == 1
    assert capsys.readouterr().err == "Error: dossier.zip: No space left on device\n"
    assert unchanged(harbour, before)


def test_an_error_in_the_seeds(harbour: Project, before: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    path = harbour.seeds / "questions.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("status: open", "status: opn", 1), encoding="utf-8")
    monkeypatch.setattr(build_commands, "release_site", lambda *_: pytest.fail("nothing is to be built"))
    assert dossier(harbour, "release") == 1
    assert unchanged(harbour, before)


def test_the_next_run_removes_what_a_killed_one_has_left(harbour: Project) -> None:
    left = release_folder(harbour)
    left.mkdir()
    (left / "cover.md").write_text("x", encoding="utf-8")
    repair(harbour)
    assert not left.exists()
