"""The menu of narrow screens closes as menus do: by Escape, and by a touch elsewhere."""

import pytest
from chromium import PHONE, OpenPage, Site
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def phone(site: Site, open_page: OpenPage) -> Page:
    page = open_page(PHONE, has_touch=True, is_mobile=True)
    page.goto(site.base + "timeline/")
    page.locator("header .menu > summary").tap()
    expect(page.locator("header .menu nav")).to_be_visible()
    return page


@pytest.mark.parametrize("tabs", [0, 2], ids=["on the button", "in the menu"])
def test_escape_closes_it_and_gives_the_focus_back(phone: Page, tabs: int) -> None:
    for _ in range(tabs):
        phone.keyboard.press("Tab")
    phone.keyboard.press("Escape")
    expect(phone.locator("header .menu nav")).to_be_hidden()
    expect(phone.locator("header .menu > summary")).to_be_focused()
    phone.keyboard.press("Enter")
    expect(phone.locator("header .menu nav")).to_be_visible()


def test_a_touch_elsewhere_closes_it(phone: Page) -> None:
    phone.touchscreen.tap(PHONE[0] / 2, PHONE[1] - 20)
    expect(phone.locator("header .menu nav")).to_be_hidden()


def test_a_touch_inside_does_what_it_should(phone: Page, site: Site) -> None:
    phone.locator("header .menu nav").get_by_role("link", name="Artikel").tap()
    phone.wait_for_url(f"{site.base}articles/")


def test_escape_elsewhere_leaves_the_focus_alone(phone: Page) -> None:
    phone.keyboard.press("Escape")
    phone.locator("h1").evaluate("each => { each.tabIndex = -1; each.focus() }")
    phone.keyboard.press("Escape")
    expect(phone.locator("h1")).to_be_focused()
