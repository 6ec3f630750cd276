"""The zip of a release, unpacked and opened from the disk: all works there, and nothing is asked for elsewhere."""

import re
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from chromium import PHONE, watched
from playwright.sync_api import Page, expect
from workshop import ENVIRONMENT, HARBOUR, copy_dossier, dossier

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in the zip; its name has what names of folders may have."""
    folder = tmp_path_factory.mktemp("Meine Größe & #1")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", ENVIRONMENT["SOURCE_DATE_EPOCH"])
        project = copy_dossier(HARBOUR, tmp_path_factory.mktemp("released") / "harbour")
        assert dossier(project, "release") == 0
    with ZipFile(project.site / "data/dossier.zip") as packed:
        packed.extractall(folder)
    return next(folder.iterdir())


def test_every_page_opens_without_a_fault(disk: Path, page: Page) -> None:
    faults = watched(page, disk.as_uri())
    pages = sorted(disk.rglob("*.html"))
    assert len(pages) > 30
    for path in pages:
        page.goto(path.as_uri())
        expect(page.locator("h1")).to_have_count(1)
    assert faults == []


def test_the_theme_is_there(disk: Path, page: Page) -> None:
    page.goto((disk / "index.html").as_uri())
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('1em \"Newsreader Variable\"'))")
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--dossier-paper') != ''")


def test_links_lead_on(disk: Path, page: Page) -> None:
    page.goto((disk / "index.html").as_uri())
    page.locator('.md-content a[href^="actors/"]').first.click()
    expect(page).to_have_url(re.compile(r"/actors/[\w-]+\.html$"))
    page.locator(".md-content a.crumb").click()
    expect(page).to_have_url(re.compile(r"/actors/index\.html$"))
    page.locator("header a").first.click()
    expect(page).to_have_url(re.compile(r"/index\.html$"))


def test_marks_open_their_notes(disk: Path, page: Page) -> None:
    page.goto((disk / "bases/old-pier.html").as_uri())
    page.locator("a.footnote-ref").first.click()
    expect(page.locator(".evidence-box")).to_contain_text(re.compile(r"Abs(atz|ätze)\s[0-9]"))


def test_filters_filter(disk: Path, page: Page) -> None:
    page.goto((disk / "timeline/index.html").as_uri())
    events = page.locator("ol.timeline > li:visible")
    before = events.count()
    page.locator("form.timeline-filters [name=q]").fill("Schleuse")
    expect(events).to_have_count(1)
    assert before > 1
    assert "q=Schleuse" in page.url


def test_the_search_finds(disk: Path, page: Page) -> None:
    faults = watched(page, disk.as_uri())
    page.goto((disk / "index.html").as_uri())
    field = page.locator("form.search [name=q]").first
    field.fill("Alte Mole")
    first = page.locator(".search-results li a").first
    expect(first).to_have_text(re.compile("Alte Mole"))
    first.click()
    expect(page).to_have_url(re.compile(r"/bases/old-pier\.html"))
    assert faults == []


def test_without_javascript_all_is_there(disk: Path, open_page: Callable[..., Page]) -> None:
    page = open_page(PHONE, java_script_enabled=False)
    page.goto((disk / "bases/old-pier.html").as_uri())
    mark = page.locator("a.footnote-ref").first
    mark.click()
    expect(page).to_have_url(re.compile(r"old-pier\.html#fn:"))


# The page to print


def test_the_book_opens_its_notes_and_links(disk: Path, page: Page) -> None:
    faults = watched(page, disk.as_uri())
    page.goto((disk / "print.html").as_uri())
    page.locator(".print-contents a").nth(3).click()
    expect(page).to_have_url(re.compile(r"print\.html#\w"))
    mark = page.locator("a.footnote-ref").first
    mark.click()
    expect(page.locator(".evidence-box")).to_contain_text(re.compile(r"Abs(atz|ätze)\s[0-9]"))
    page.locator(".evidence-links a").click()
    expect(page.locator("li[id^='fn:']:target")).to_be_in_viewport()
    assert faults == []


def test_the_book_is_no_wider_than_a_phone(disk: Path, open_page: Callable[..., Page]) -> None:
    page = open_page((320, 640))
    page.goto((disk / "print.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    drawings = page.locator(".print-whole figure svg")
    assert drawings.count() > 0
    for drawing in drawings.all():
        expect(drawing).to_be_visible()


def test_the_book_on_paper(disk: Path, page: Page, tmp_path: Path) -> None:
    """Parts begin on a page of their own, and nothing of the screen is printed."""
    page.goto((disk / "print.html").as_uri())
    page.emulate_media(media="print")
    for part in page.locator(".print-part").all():
        assert part.evaluate("each => getComputedStyle(each).breakBefore") == "page"
    for screen in (".masthead", ".foot", "form.search"):
        expect(page.locator(screen).first).to_be_hidden()
    for drawing in page.locator(".print-whole figure svg").all():
        expect(drawing).to_be_visible()
        assert drawing.evaluate("each => getComputedStyle(each).breakInside") == "avoid"
    assert page.pdf(format="A4").startswith(b"%PDF")
