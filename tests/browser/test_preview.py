"""The small box that tells what a link leads to: by pointer and by keyboard, and only where it helps."""

import re
from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import DESKTOP, PHONE, OpenPage, Site, watched
from playwright.sync_api import Locator, Page, Request, Route, expect

from generator.dossier import Dossier

pytestmark = pytest.mark.browser

LINK = "main .intro a[href*='actors/']:not(.origin), main li a[href*='actors/']:not(.origin)"
LONG = 900
"""Milliseconds in which a preview would have come, or gone."""


def box(page: Page) -> Locator:
    return page.locator(".preview-box")


def target(link: Locator) -> str:
    """The address of the page that it leads to."""
    return urljoin(link.page.url, str(link.get_attribute("href"))).partition("#")[0]


def asked(page: Page) -> list[str]:
    """A list that fills with what the page's scripts ask for from now on."""
    found: list[str] = []

    def on_request(request: Request) -> None:
        if request.resource_type in ("fetch", "xhr"):
            found.append(request.url)

    page.on("request", on_request)
    return found


def opened(site: Site, page: Page, path: str = "") -> Locator:
    """A link in the text of a page that has been loaded."""
    page.goto(site.base + (path or site.kinds["articles/*"]), wait_until="networkidle")
    return page.locator(LINK).first


def by_keyboard(link: Locator) -> None:
    """The focus comes to it as by Tab: what a script gives the focus to counts as that after a key."""
    link.page.keyboard.press("Shift")
    link.focus()


def test_resting_on_a_link_tells_what_it_leads_to(
    site: Site, page: Page, dossier_of: Callable[[Site], Dossier]
) -> None:
    faults = watched(page, site.base)
    link = opened(site, page)
    link.hover()
    expect(box(page)).to_be_visible()
    topic = dossier_of(site).topics[target(link).rstrip("/").rpartition("/")[2]]
    assert box(page).locator(".preview-title").inner_text() == topic.record.name
    assert box(page).locator(".preview-kind").inner_text().startswith(topic.kind.singular)
    assert box(page).get_attribute("role") == "tooltip"
    assert link.get_attribute("aria-describedby") == box(page).get_attribute("id")
    page.locator("h1").hover()
    expect(box(page)).to_be_hidden()
    assert link.get_attribute("aria-describedby") is None
    assert faults == []


PUT_LINK = """address => document.querySelector("main h1").insertAdjacentHTML(
    "afterend", `<p><a id="to" href="${address}">there</a></p>`)"""

KINDS = {
    "actors/*": r"",
    "timeline/*": r"Datum: .*\d{4}",
    "questions/*": r"",
    "figures/*": r"\d",
    "articles/*": r"(Quelle|Agentur|Medium).*: ",
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_tells_its_kind_title_and_first_words(ours: Site, page: Page, kind: str) -> None:
    path = ours.kinds[kind]
    page.goto(ours.base)
    page.evaluate(PUT_LINK, path)
    page.locator("#to").hover()
    expect(box(page)).to_be_visible()
    shown = {
        name: box(page).locator(f".preview-{name}").all_inner_texts() for name in ("kind", "title", "fact", "text")
    }
    page.goto(ours.base + path)
    main = re.sub(r"\s+", " ", str(page.locator("main").evaluate("main => main.textContent")))
    assert shown["title"] == [page.locator("h1").evaluate("h1 => h1.firstChild.textContent.trim()")]
    assert len(shown["kind"]) == 1
    assert shown["kind"][0]
    assert shown["text"]
    assert re.search(KINDS[kind], " ".join(shown["fact"] + shown["text"]))
    for text in shown["text"]:
        assert len(text) > 3
        assert len(text) < 330
        assert text[:20] in main
    assert not re.search(r"\[|undefined|null|[ ,;·]$", " ".join(shown["text"] + shown["fact"]))


def test_a_question_tells_its_answers(ours: Site, page: Page, dossier_of: Callable[[Site], Dossier]) -> None:
    link = opened(ours, page, "questions/")
    link = page.locator("main a[href]:not(.crumb)").filter(has_text="?").first
    link.hover()
    expect(box(page)).to_be_visible()
    asked_for = dossier_of(ours).questions[target(link).rstrip("/").rpartition("/")[2]]
    assert len(asked_for.record.positions) > 1
    for position in asked_for.record.positions.values():
        expect(box(page)).to_contain_text(position)


def test_nothing_is_asked_for_before_and_only_once_for_a_page(ours: Site, page: Page) -> None:
    requests = asked(page)
    link = opened(ours, page)
    before = list(requests)
    other = page.locator(f"main a[href='{link.get_attribute('href')}']").nth(1)
    assert target(link) not in before
    for each in (link, other, link):
        each.scroll_into_view_if_needed()
        each.hover()
        expect(box(page)).to_be_visible()
        page.locator("h1").hover()
        expect(box(page)).to_be_hidden()
    assert requests[len(before) :] == [target(link)]


def test_passing_over_links_asks_for_nothing(ours: Site, page: Page) -> None:
    link = opened(ours, page)
    requests = asked(page)
    link.hover()
    page.locator("h1").hover()
    page.wait_for_timeout(LONG)
    expect(box(page)).to_be_hidden()
    assert requests == []


def test_it_can_be_reached_with_the_pointer_and_dismissed_without_moving_it(ours: Site, page: Page) -> None:
    link = opened(ours, page)
    link.hover()
    expect(box(page)).to_be_visible()
    box(page).hover()
    page.wait_for_timeout(LONG)
    expect(box(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(box(page)).to_be_hidden()
    page.wait_for_timeout(LONG)
    expect(box(page)).to_be_hidden()


def test_the_keyboard_shows_it_and_keeps_the_focus(ours: Site, page: Page) -> None:
    link = opened(ours, page)
    address = target(link)
    by_keyboard(link)
    expect(box(page)).to_be_visible()
    expect(link).to_be_focused()
    assert link.evaluate("link => document.getElementById(link.getAttribute('aria-describedby')).textContent")
    page.mouse.move(5, 700)
    page.mouse.move(5, 600)
    page.wait_for_timeout(LONG)
    expect(box(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(box(page)).to_be_hidden()
    expect(link).to_be_focused()
    page.keyboard.press("Tab")
    expect(link).not_to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(link).to_be_focused()
    expect(box(page)).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(address)


def test_going_on_with_tab_takes_it_away(ours: Site, page: Page) -> None:
    link = opened(ours, page)
    by_keyboard(link)
    expect(box(page)).to_be_visible()
    page.locator("h1").evaluate("h1 => { h1.tabIndex = -1; h1.focus() }")
    expect(box(page)).to_be_hidden()


def test_a_note_beside_its_mark_and_a_preview_are_never_open_together(ours: Site, page: Page) -> None:
    link = opened(ours, page)
    note = page.locator(".evidence-box")
    link.hover()
    expect(box(page)).to_be_visible()
    page.locator("a.footnote-ref").first.click()
    expect(note).to_be_visible()
    expect(box(page)).to_be_hidden()
    link.hover()
    page.wait_for_timeout(LONG)
    expect(note).to_be_visible()
    expect(box(page)).to_be_hidden()


@pytest.mark.parametrize("where", ["header a", "main a.crumb", ".footnote a", "main a.permalink"])
def test_these_links_have_none(ours: Site, page: Page, where: str) -> None:
    opened(ours, page)
    requests = asked(page)
    link = page.locator(where).locator("visible=true").first
    link.hover()
    page.wait_for_timeout(LONG)
    expect(box(page)).to_be_hidden()
    assert requests == []


def test_where_the_page_cannot_be_had_a_link_is_a_link(ours: Site, page: Page) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    link = opened(ours, page)
    fails: list[Callable[[Route], None]] = [
        lambda route: route.abort(),
        lambda route: route.fulfill(status=404, body="<h1>gone</h1>"),
        lambda route: route.fulfill(status=200, content_type="text/html", body="<main><h1>a page without a kind"),
    ]
    address = target(link)
    for fail in fails:
        page.reload(wait_until="networkidle")
        page.route(address, fail)
        link.hover()
        page.wait_for_timeout(LONG)
        expect(box(page)).to_be_hidden()
        page.unroute(address)
        page.mouse.move(5, 5)
    assert errors == []
    link.click()
    page.wait_for_url(address)


def test_after_a_failure_it_is_asked_for_again(ours: Site, page: Page) -> None:
    link = opened(ours, page)
    page.route(target(link), lambda route: route.abort())
    link.hover()
    page.wait_for_timeout(LONG)
    page.unroute(target(link))
    page.locator("h1").hover()
    link.hover()
    expect(box(page)).to_be_visible()


@pytest.mark.parametrize("settings", [{"has_touch": True, "is_mobile": True}, {"java_script_enabled": False}])
def test_not_for_fingers_and_not_without_scripts(ours: Site, open_page: OpenPage, settings: dict[str, bool]) -> None:
    page = open_page(PHONE, **settings)
    requests = asked(page)
    link = opened(ours, page)
    requests.clear()
    if "has_touch" in settings:
        link.evaluate("link => link.addEventListener('click', event => event.preventDefault())")
        link.tap()
        by_keyboard(link)
    else:
        link.hover()
    page.wait_for_timeout(LONG)
    expect(box(page)).to_have_count(0)
    assert requests == []


def test_a_finger_on_a_screen_beside_a_mouse_shows_none(ours: Site, open_page: OpenPage) -> None:
    page = open_page(DESKTOP, has_touch=True)
    link = opened(ours, page)
    requests = asked(page)
    link.evaluate("link => link.addEventListener('click', event => event.preventDefault())")
    link.tap()
    page.wait_for_timeout(LONG)
    assert not box(page).is_visible()
    assert requests == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["articles/*", "timeline/*"])
def test_open_it_is_accessible(site: Site, open_page: OpenPage, scheme: str, kind: str) -> None:
    page = open_page(scheme=scheme)
    link = opened(site, page, site.kinds[kind])
    by_keyboard(link)
    expect(box(page)).to_be_visible()
    assert [found["id"] for found in Axe().run(page).response["violations"]] == []
    page.emulate_media(media="print")
    expect(box(page)).to_be_hidden()


@pytest.mark.parametrize("size", [(1280, 800), (800, 600)], ids=str)
def test_every_preview_stands_inside_the_window_beside_its_link(
    ours: Site, open_page: OpenPage, size: tuple[int, int]
) -> None:
    page = open_page(size)
    opened(ours, page)
    links = page.locator("main li a:not(.footnote-ref, .permalink, .origin, .footnote *)").locator("visible=true")
    number = links.count()
    assert number > 10
    for at in range(0, number, number // 10):
        link = links.nth(at)
        link.evaluate("(link, block) => link.scrollIntoView({block})", ["start", "center", "end"][at % 3])
        if not page.evaluate(
            "link => /\\/(actors|bases|places|timeline|questions|figures)\\/./.test(link.href)", link.element_handle()
        ):
            continue
        page.mouse.move(2, 2)
        by_keyboard(link)
        expect(link).to_have_attribute("aria-describedby", "_vorschau")
        shown, beside = box(page).bounding_box(), link.bounding_box()
        assert shown
        assert beside
        assert shown["x"] >= 0
        assert shown["y"] >= 0
        assert shown["x"] + shown["width"] <= size[0]
        assert shown["y"] + shown["height"] <= size[1]
        gap = max(shown["y"] - beside["y"] - beside["height"], beside["y"] - shown["y"] - shown["height"])
        assert 0 <= gap < 12, "it covers its link, or stands far from it"


@pytest.mark.parametrize(("motion", "name"), [("reduce", "none"), ("no-preference", "preview")])
def test_it_moves_only_where_that_is_liked(ours: Site, page: Page, motion: str, name: str) -> None:
    page.emulate_media(reduced_motion="reduce" if motion == "reduce" else "no-preference")
    link = opened(ours, page)
    by_keyboard(link)
    expect(box(page)).to_be_visible()
    expect(box(page)).to_have_css("animation-name", name)


def test_a_base_on_the_map_has_one_as_well(ours: Site, page: Page) -> None:
    page.goto(ours.base + "bases/", wait_until="networkidle")
    page.locator("main svg a.topic .hit").first.hover()
    expect(box(page)).to_be_visible()
    expect(box(page).locator(".preview-kind")).to_contain_text("Stützpunkt")
