"""The box that says how to cite a page, and the buttons that copy a citation or a link."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import DESKTOP, PHONE, OpenPage, Site, watched
from playwright.sync_api import Locator, Page, expect
from pybtex.database import parse_string

from generator.dossier import Dossier

pytestmark = pytest.mark.browser

TARGET = 24
CLIPBOARD = ["clipboard-read", "clipboard-write"]
BOTH = pytest.mark.parametrize("size", [pytest.param(PHONE, id="phone"), pytest.param(DESKTOP, id="desktop")])
LIGHT_AND_DARK = pytest.mark.parametrize("scheme", ["light", "dark"])


def article(site: Site) -> str:
    return site.kinds["articles/*"]


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    page.evaluate("document.querySelectorAll('.cite-box, .cite-box details').forEach(each => { each.open = true })")
    return page


def pasted(page: Page) -> str:
    """What a reader gets who pastes it into a letter."""
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<textarea id=letter></textarea>')")
    page.locator("#letter").focus()
    page.keyboard.press("Control+V")
    text = page.locator("#letter").input_value()
    page.evaluate("document.getElementById('letter').remove()")
    return text


def copied(button: Locator) -> str:
    button.click()
    expect(button).to_have_text("Kopiert")
    expect(button.page.locator("p.copied[role=status]")).to_have_text("Kopiert")
    return pasted(button.page)


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    return open_page(permissions=CLIPBOARD)


def test_every_page_that_says_something_has_one_box(site: Site) -> None:
    for path in site.paths:
        assert site.html(path).count('class="cite-box"') == (path != "search/"), path


def test_citations_are_copied_as_they_stand(ours: Site, page: Page) -> None:
    faults = watched(page, ours.base)
    opened(page, ours.base + article(ours))
    box = page.locator(".cite-box")
    line = copied(box.get_by_role("button", name="Kopieren: Diese Seite", exact=True))
    assert line == box.locator(".cite-line").first.text_content()
    assert line.endswith(f"https://example.org/repo/{article(ours)}")
    text = copied(box.get_by_role("button", name="Kopieren: Der Artikel selbst, BibTeX"))
    assert list(parse_string(text, "bibtex").entries) == [f"{article(ours).split('/')[1]}:original"]
    assert faults == []


def test_the_button_is_itself_again_and_works_again(ours: Site, page: Page) -> None:
    opened(page, ours.base + article(ours))
    button = page.locator(".cite button.copy").first
    for _ in range(2):
        copied(button)
        expect(button).to_have_text("Kopieren")


def test_every_claim_of_an_article_can_be_linked(ours: Site, page: Page, dossier_of: Callable[[Site], Dossier]) -> None:
    page.goto(ours.base + article(ours))
    claims = [each for each in dossier_of(ours).by_article[article(ours).split("/")[1]] if not each.withdrawn]
    buttons = page.locator("a.permalink + button.copy")
    assert buttons.count() == len(claims) > 1
    for at in (0, len(claims) - 1):
        address = copied(buttons.nth(at))
        assert address == f"{ours.base}{article(ours)}#{claims[at].record.id}"
        page.goto(address)
        expect(page.locator(":target")).to_have_count(1)


def test_a_finger_copies_the_link_of_a_claim(ours: Site, open_page: OpenPage) -> None:
    page = open_page(PHONE, has_touch=True, is_mobile=True, permissions=CLIPBOARD)
    page.goto(ours.base + article(ours))
    link, button = page.locator("a.permalink").nth(1), page.locator("a.permalink + button.copy").nth(1)
    expect(button).to_have_css("opacity", "1")
    button.tap()
    expect(button).to_have_text("Kopiert")
    assert pasted(page) == f"{ours.base}{article(ours)}{link.get_attribute('href')}"


WITHOUT_LINK = """main => {
    const leads = link => link && /\\/articles\\/[^/]+\\/#./.test(link.href)
    const noteOf = mark => document.getElementById(decodeURIComponent(mark.hash.slice(1)))
    const marks = [...main.querySelectorAll("a.footnote-ref")]
        .filter(mark => !leads(noteOf(mark)?.querySelector("a.note-place")))
    const claims = [...main.querySelectorAll(".claim")].filter(claim => {
        const links = [...claim.closest("li").querySelectorAll("a.permalink")]
        return !links.some(link => decodeURIComponent(link.hash.slice(1)) == claim.id)
    })
    return [marks.length, claims.length, main.querySelectorAll("a.footnote-ref").length]
}"""


def test_every_fact_on_every_page_has_a_permalink_without_scripts_too(site: Site, open_page: OpenPage) -> None:
    page, marks = open_page(java_script_enabled=False), 0
    for path in site.kinds.values():
        page.goto(site.base + path)
        *without, number = page.locator("main").evaluate(WITHOUT_LINK)
        assert without == [0, 0], path
        marks += number
    assert marks > 50


def test_a_link_is_shown_to_the_pointer_and_to_the_keyboard(ours: Site, page: Page) -> None:
    page.goto(ours.base + article(ours))
    link, button = page.locator("a.permalink").nth(1), page.locator("a.permalink + button.copy").nth(1)
    expect(button).to_have_css("opacity", "0")
    link.hover()
    expect(button).to_have_css("opacity", "1")
    page.mouse.move(0, 0)
    expect(button).to_have_css("opacity", "0")
    link.focus()
    page.keyboard.press("Tab")
    expect(button).to_be_focused()
    expect(button).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    expect(button).to_have_text("Kopiert")
    assert pasted(page).endswith(str(link.get_attribute("href")))


@pytest.mark.parametrize("kind", ["actors/*", "timeline/*", "questions/*", "figures/*"])
def test_the_page_and_each_fact_on_it_can_be_linked(ours: Site, page: Page, kind: str) -> None:
    path = ours.kinds[kind]
    page.goto(f"{ours.base}{path}#_titel")
    assert copied(page.locator("a.crumb + button.copy")) == ours.base + path
    page.locator("main a.footnote-ref").first.click()
    note = page.locator(".evidence-box")
    address = note.locator("a.note-place").evaluate("link => link.href")
    assert re.search(r"/articles/[^/]+/#.+", address)
    assert copied(note.get_by_role("button", name=re.compile("^Link kopieren"))) == address


def test_where_the_clipboard_is_refused_it_works_as_it_used_to(ours: Site, page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(ours.base + ours.kinds["figures/*"])
    page.locator("main a.footnote-ref").first.click()
    note = page.locator(".evidence-box")
    button = note.get_by_role("button", name=re.compile("^Link kopieren"))
    button.click()
    expect(button).to_have_text("Kopiert")
    expect(note).to_be_visible()
    expect(button).to_be_focused()
    assert "/articles/" in pasted(page)


def test_where_nothing_works_it_says_so(ours: Site, page: Page) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false"
    )
    page.goto(ours.base + article(ours))
    button = page.locator("a.crumb + button.copy")
    button.click()
    expect(button).to_have_text("Nicht kopiert")
    expect(page.locator("p.copied[role=status]")).to_have_text("Nicht kopiert")


def test_without_javascript_permalinks_are_links_and_citations_text(ours: Site, open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(ours.base + article(ours))
    expect(page.locator("button.copy")).to_have_count(0)
    link = page.locator("a.permalink").nth(2)
    assert str(link.get_attribute("title")).startswith("Dauerhafter Verweis")
    link.click()
    assert page.url == f"{ours.base}{article(ours)}{link.get_attribute('href')}"
    page.locator(".cite-box > summary").click()
    expect(page.locator(".cite-line").first).to_be_visible()
    page.locator(".cite-box details summary").first.click()
    expect(page.locator(".cite-box pre").first).to_contain_text("@misc{")


@BOTH
@LIGHT_AND_DARK
@pytest.mark.parametrize("kind", ["articles/*", "actors/*"])
def test_open_it_is_accessible_and_nothing_runs_out_of_sight(
    site: Site, open_page: OpenPage, size: tuple[int, int], scheme: str, kind: str
) -> None:
    page = opened(open_page(size, scheme=scheme), site.base + site.kinds[kind])
    assert [found["id"] for found in Axe().run(page).response["violations"]] == []
    small = page.evaluate(
        """target => [...document.querySelectorAll("button.copy, .cite-box summary")].filter(each => {
            const box = each.getBoundingClientRect()
            return box.width < target || box.height < target
        }).map(each => each.outerHTML)""",
        TARGET,
    )
    assert small == []
    assert page.evaluate("[...document.querySelectorAll('.cite-box pre')].every(e => e.scrollWidth <= e.clientWidth)")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_on_paper_there_is_none(ours: Site, page: Page) -> None:
    opened(page, ours.base + article(ours))
    expect(page.locator(".cite-box")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".cite-box")).to_be_hidden()
    expect(page.locator("button.copy:visible")).to_have_count(0)
