"""The numbered marks: the note beside its mark by pointer, finger and keyboard, and without JavaScript at the foot."""

import re
from collections import Counter
from collections.abc import Callable

import pytest
from chromium import DESKTOP, Site, watched
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

PATH = "actors/usa/"
SMALL = (320, 640)
TARGET = 24

Open = Callable[..., Page]


def opened(ours: Site, page: Page) -> Page:
    page.goto(ours.base + PATH)
    expect(page.locator(".evidence-box")).to_be_hidden()
    return page


def mark(page: Page, number: int = 7) -> Locator:
    return page.locator("a.footnote-ref").nth(number)


def box(page: Page) -> Locator:
    return page.locator(".evidence-box")


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.textContent"))


def test_a_click_opens_the_note_beside_the_mark_again_and_again(ours: Site, page: Page) -> None:
    faults = watched(page, ours.base)
    here = mark(opened(ours, page))
    for _ in range(3):
        here.click()
        expect(box(page)).to_be_visible()
        expect(here).to_have_attribute("aria-expanded", "true")
        here.click()
        expect(box(page)).to_be_hidden()
        expect(here).to_have_attribute("aria-expanded", "false")
    assert faults == []


def test_the_note_tells_article_paragraph_and_grade(ours: Site, page: Page) -> None:
    here = mark(opened(ours, page))
    note = page.locator(f"[id='{str(here.get_attribute('href')).removeprefix('#')}']")
    here.click()
    shown = box(page)
    article = note.locator("xpath=../../p").inner_text()
    assert shown.locator(".note-article").inner_text() == article
    assert re.search(r"\d{4} \((im Text genannt|erschlossen)\)", article)
    expect(shown).to_contain_text("Absa")
    expect(shown).to_contain_text("Aussage: ")
    expect(shown).to_contain_text("Prüfung: ")
    assert shown.locator(".note-place").get_attribute("href") == note.locator(".note-place").get_attribute("href")
    assert shown.get_attribute("aria-label") == here.get_attribute("aria-label")
    assert shown.locator("[id]").count() == 0
    assert shown.locator(".footnote-backref").count() == 0


def test_opening_notes_makes_no_id_twice(ours: Site, page: Page) -> None:
    opened(ours, page)
    for number in range(6):
        mark(page, number).press("Enter")
    ids = page.evaluate("Array.from(document.querySelectorAll('[id]'), each => each.id)")
    assert [found for found, times in Counter(ids).items() if times > 1] == []
    assert page.locator(".evidence-box").count() == 1
    assert page.locator("a.footnote-ref[aria-expanded=true]").count() == 1


def test_by_keyboard_alone(ours: Site, page: Page) -> None:
    here = mark(opened(ours, page))
    name = str(here.get_attribute("aria-label"))
    for key in ("Enter", "Space"):
        here.focus()
        page.keyboard.press(key)
        expect(box(page)).to_be_focused()
        page.keyboard.press("Escape")
        expect(box(page)).to_be_hidden()
        assert focused(page) == name
    page.keyboard.press("Enter")
    links = box(page).locator("a[href], button")
    for number in range(links.count()):
        page.keyboard.press("Tab")
        expect(links.nth(number)).to_be_focused()
    page.keyboard.press("Tab")
    expect(box(page)).to_be_hidden()
    after = page.evaluate(
        "([mark]) => Boolean(mark.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING)",
        [here.element_handle()],
    )
    assert after, "Tab goes on behind the mark"
    here.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    assert focused(page) == name


def test_the_button_closes_and_gives_the_focus_back(ours: Site, page: Page) -> None:
    here = mark(opened(ours, page))
    here.click()
    box(page).get_by_role("button", name="Schließen").click()
    expect(box(page)).to_be_hidden()
    expect(here).to_be_focused()


def test_a_click_elsewhere_closes(ours: Site, page: Page) -> None:
    mark(opened(ours, page)).click()
    page.locator("h1").click()
    expect(box(page)).to_be_hidden()


def test_the_way_to_all_notes(ours: Site, page: Page) -> None:
    here = mark(opened(ours, page))
    here.click()
    box(page).get_by_text("Alle Belege").click()
    expect(box(page)).to_be_hidden()
    assert page.url.endswith(str(here.get_attribute("href")))


def test_ctrl_click_is_left_to_the_browser(ours: Site, page: Page) -> None:
    here = mark(opened(ours, page))
    with page.context.expect_page() as other:
        here.click(modifiers=["Control"])
    assert other.value.url.endswith(str(here.get_attribute("href")))
    page.mouse.move(0, 0)  # resting on the mark would show it
    expect(box(page)).to_be_hidden()


def test_resting_shows_the_note_which_can_be_reached_and_dismissed(ours: Site, page: Page) -> None:
    here = mark(opened(ours, page))
    here.hover()
    expect(box(page)).to_be_visible()
    expect(box(page)).not_to_be_focused()
    box(page).hover()
    page.wait_for_timeout(600)
    expect(box(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(box(page)).to_be_hidden()
    page.locator("h1").hover()
    here.hover()
    expect(box(page)).to_be_visible()
    page.locator("h1").hover()
    expect(box(page)).to_be_hidden()


def test_passing_over_a_mark_shows_nothing(ours: Site, page: Page) -> None:
    mark(opened(ours, page)).hover()
    page.locator("h1").hover()
    page.wait_for_timeout(600)
    expect(box(page)).to_be_hidden()


def test_every_note_opens_inside_the_window(ours: Site, page: Page) -> None:
    opened(ours, page)
    page.set_viewport_size({"width": 1000, "height": 500})
    for number in range(0, page.locator("a.footnote-ref").count(), 5):
        if not mark(page, number).is_visible():
            continue  # behind a closed list of shared claims
        mark(page, number).click()
        at = box(page).bounding_box()
        assert at
        assert at["x"] >= 0
        assert at["x"] + at["width"] <= 1000
        assert at["y"] + at["height"] <= 500 or at["y"] >= 0, number


def test_on_a_small_phone_it_stands_at_the_lower_edge(ours: Site, open_page: Open) -> None:
    page = opened(ours, open_page(SMALL, has_touch=True, is_mobile=True))
    mark(page).tap()
    at = box(page).bounding_box()
    assert at
    assert (at["x"], at["width"]) == (0, SMALL[0])
    assert abs(at["y"] + at["height"] - SMALL[1]) < 1
    close = box(page).get_by_role("button", name="Schließen").bounding_box()
    assert close
    assert close["height"] >= TARGET
    box(page).get_by_role("button", name="Schließen").tap()
    expect(box(page)).to_be_hidden()


HIT = """mark => {
    const at = mark.getBoundingClientRect(), x = at.left + at.width / 2, y = at.top + at.height / 2
    return [[-11.5, 0], [11.5, 0], [0, -11.5], [0, 11.5]].map(
        ([dx, dy]) => mark.contains(document.elementFromPoint(x + dx, y + dy)))
}"""


def test_marks_are_met_by_a_finger_also_in_a_row(ours: Site, open_page: Open) -> None:
    page = opened(ours, open_page(SMALL, has_touch=True, is_mobile=True))
    row = page.locator("sup.next-mark > a").first
    before = page.locator("sup:has(+ sup.next-mark) > a").first
    for each in (row, before):
        each.evaluate("mark => mark.scrollIntoView({block: 'center'})")
        assert each.evaluate(HIT) == [True] * 4


def test_without_javascript_a_mark_leads_to_its_note_and_back(ours: Site, open_page: Open) -> None:
    page = open_page(DESKTOP, java_script_enabled=False)
    page.goto(ours.base + PATH)
    here = mark(page)
    target = str(here.get_attribute("href"))
    assert str(here.get_attribute("aria-label")).startswith(f"Beleg {here.inner_text()}: ")
    here.click()
    assert page.url.endswith(target)
    note = page.locator(f"[id='{target.removeprefix('#')}']")
    expect(note).to_be_in_viewport()
    expect(note).to_contain_text("Absa")
    back = note.locator(".footnote-backref").first
    assert str(back.get_attribute("aria-label")).startswith("Zurück zur")
    back.click()
    expect(here).to_be_in_viewport()


def test_names_tell_marks_and_ways_back_apart(ours: Site, page: Page) -> None:
    opened(ours, page)
    marks = page.locator("a.footnote-ref").evaluate_all("all => all.map(a => [a.textContent, a.ariaLabel])")
    assert all(name.startswith(f"Beleg {number}: ") for number, name in marks)
    backs = page.locator("a.footnote-backref").evaluate_all("all => all.map(a => a.ariaLabel)")
    assert [name for name, times in Counter(backs).items() if times > 1] == []
