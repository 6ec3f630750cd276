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


def test_the_sign_beside_a_claim_is_always_there_and_answers_to_the_keyboard(ours: Site, page: Page) -> None:
    page.goto(ours.base + article(ours))
    link, button = page.locator("a.permalink").nth(1), page.locator("a.permalink + button.copy").nth(1)
    assert button.inner_text() == ""
    assert button.evaluate("each => getComputedStyle(each, '::before').maskImage").startswith('url("data:image/svg')
    expect(button).to_have_css("opacity", "1")
    expect(button).to_have_attribute("title", "Link kopieren")
    link.focus()
    page.keyboard.press("Tab")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(button).to_have_text("Kopiert")
    assert pasted(page).endswith(str(link.get_attribute("href")))
    expect(button).to_have_text("")


LAST_LINES = """lists => lists.map(item => {
    const ways = item.querySelector(".claim-ways").getBoundingClientRect()
    const seen = [...item.querySelectorAll(".claim-ways > :is(a, button)")].map(each => each.getBoundingClientRect())
    return Math.abs(ways.top - seen[0].top) < 12 && seen.every(each => Math.abs(each.bottom - seen[0].bottom) < 12)
}).filter(together => !together).length"""


@BOTH
def test_no_line_is_kept_for_what_is_not_seen(ours: Site, open_page: OpenPage, size: tuple[int, int]) -> None:
    page = open_page(size)
    page.goto(ours.base + article(ours))
    assert page.locator("main li:has(.claim-ways)").evaluate_all(LAST_LINES) == 0


@pytest.mark.parametrize("kind", ["articles/*", "figures/*"])
def test_no_two_names_are_the_same(site: Site, page: Page, kind: str) -> None:
    page.goto(site.base + site.kinds[kind])
    names = page.locator("main :is(button.copy, li a.cite-link)[aria-label]").evaluate_all(
        "all => all.map(each => each.ariaLabel)"
    )
    assert len(names) > 1
    assert [name for name in names if not name.partition(": ")[2]] == []
    targets = page.locator("main .linked td > a.origin").evaluate_all("all => all.map(each => each.href)")
    repeated = len(targets) - len(set(targets))  # a claim that gives two figures has two rows
    assert len(names) - len(set(names)) <= repeated, sorted(names)


def test_names_begin_as_the_claim_does(ours: Site, page: Page, dossier_of: Callable[[Site], Dossier]) -> None:
    page.goto(ours.base + article(ours))
    claims = [each for each in dossier_of(ours).by_article[article(ours).split("/")[1]] if not each.withdrawn]
    names = page.locator("a.permalink + button.copy").evaluate_all("all => all.map(each => each.ariaLabel)")
    for claim, name in zip(claims, names, strict=True):
        start = re.escape(" ".join(claim.text.split()[:4]))
        assert re.match(rf"Link kopieren: {start}", name), name


# A single claim


def test_a_claim_is_cited_beside_it(ours: Site, page: Page, dossier_of: Callable[[Site], Dossier]) -> None:
    faults = watched(page, ours.base)
    name = article(ours).split("/")[1]
    claim = [each for each in dossier_of(ours).by_article[name] if not each.withdrawn][3]
    page.goto(ours.base + article(ours))
    assert page.locator(".cite-claims button").count() == 0, "closed ones have none"
    page.locator(f"main li a.cite-link[href='#_zitieren-{claim.record.id}']").first.click()
    line = page.locator(f"[id='_zitieren-{claim.record.id}']")
    expect(line).to_be_visible()
    expect(line).to_be_in_viewport()
    one = page.locator(".cite-claims > details[open]")
    expect(one).to_have_count(1)
    expect(one.locator("summary")).to_be_in_viewport()
    said = copied(one.get_by_role("button", name=re.compile("^Kopieren: .*[^NSX]$")).first)
    assert said == line.text_content()
    assert said.startswith(f"{claim.text} – [")
    assert said.endswith(f"/{article(ours)}#{claim.record.id}")
    text = copied(one.get_by_role("button", name=re.compile("BibTeX$")))
    assert list(parse_string(text, "bibtex").entries) == [f"{name}.{claim.record.id}"]
    assert faults == []


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("kind", ["actors/*", "figures/*"])
def test_from_any_page_a_note_leads_to_how_its_claim_is_cited(
    site: Site, open_page: OpenPage, kind: str, *, script: bool
) -> None:
    page = open_page(java_script_enabled=script)
    page.goto(site.base + site.kinds[kind])
    page.locator("main a.footnote-ref:visible").first.click()
    notes = page.locator(".evidence-box") if script else page.locator(".footnote li:target")
    place = str(notes.locator("a.note-place").get_attribute("href"))
    notes.get_by_role("link", name="Zitieren").click()
    page.wait_for_url(re.compile("/articles/.*#_zitieren-"))
    line = page.locator(".cite-line:target")
    expect(line).to_be_visible()
    assert str(line.text_content()).endswith("#" + place.partition("#")[2])


def test_where_a_browser_opens_nothing_the_script_does(ours: Site, page: Page) -> None:
    page.goto(ours.base + article(ours))
    page.evaluate("history.replaceState(null, '', document.querySelector('main li a.cite-link').href)")
    expect(page.locator(".cite-claims .cite-line:visible")).to_have_count(0)
    page.evaluate("window.dispatchEvent(new HashChangeEvent('hashchange'))")
    expect(page.locator(".cite-claims .cite-line:visible")).to_have_count(1)
    expect(page.locator(".cite-claims .cite-line:visible")).to_be_in_viewport()


def test_each_row_of_figures_gives_the_link_to_its_claim(ours: Site, page: Page) -> None:
    page.goto(ours.base + ours.kinds["figures/*"])
    rows = page.locator(".linked tbody tr")
    assert rows.count() > 3
    for row in (rows.first, rows.last):
        address = row.locator("a.origin").last.evaluate("link => link.href")
        assert re.search(r"/articles/[^/]+/#.", address)
        assert copied(row.get_by_role("button", name=re.compile("^Link kopieren: .+"))) == address
    assert page.locator(".linked tr button").count() == rows.count()


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
