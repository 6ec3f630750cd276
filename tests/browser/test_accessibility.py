"""axe finds nothing on any kind of page, light and dark, on a phone and on a desktop, also where something is open."""

import re
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import DESKTOP, PHONE, OpenPage, Site
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

AXE = Axe()
BOTH = pytest.mark.parametrize("size", [pytest.param(PHONE, id="phone"), pytest.param(DESKTOP, id="desktop")])
LIGHT_AND_DARK = pytest.mark.parametrize("scheme", ["light", "dark"])
Scheme = Literal["light", "dark"]


def violations(page: Page, name: str) -> list[str]:
    """Each as `page: rule: what to do: how often: first node`."""
    return [
        f"{name}: {found['id']}: {found['help']}: {len(found['nodes'])} times: {found['nodes'][0]['html'][:200]}"
        for found in AXE.run(page).response["violations"]
    ]


@BOTH
@LIGHT_AND_DARK
def test_every_kind_of_page(site: Site, open_page: OpenPage, scheme: Scheme, size: tuple[int, int]) -> None:
    page = open_page(size, scheme=scheme)
    found = []
    for path in site.kinds.values():
        page.goto(site.base + path)
        page.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true })")
        found += violations(page, path)
    assert not found, "\n".join(found)


# What opens


@LIGHT_AND_DARK
def test_the_menu(ours: Site, open_page: OpenPage, scheme: Scheme) -> None:
    page = open_page(PHONE, scheme=scheme)
    page.goto(ours.base)
    page.locator("header summary").click()
    expect(page.locator("header details").get_by_role("link").first).to_be_visible()
    found = violations(page, "menu")
    assert not found, "\n".join(found)


@BOTH
@LIGHT_AND_DARK
def test_a_note(ours: Site, open_page: OpenPage, scheme: Scheme, size: tuple[int, int]) -> None:
    page = open_page(size, scheme=scheme)
    page.goto(ours.base + ours.kinds["actors/*"])
    page.locator("main a.footnote-ref").first.click()
    expect(page.get_by_role("dialog")).to_contain_text(re.compile(r"Abs(atz|ätze)\s\d"))
    found = violations(page, "note")
    assert not found, "\n".join(found)


@LIGHT_AND_DARK
def test_the_first_results(ours: Site, open_page: OpenPage, scheme: Scheme) -> None:
    page = open_page(scheme=scheme)
    page.goto(ours.base)
    page.locator("header input[name=q]").press_sequentially("Soldaten")
    expect(page.locator("header form li a").first).to_be_visible()
    found = violations(page, "first results")
    assert not found, "\n".join(found)


@BOTH
@LIGHT_AND_DARK
def test_all_results_and_none(ours: Site, open_page: OpenPage, scheme: Scheme, size: tuple[int, int]) -> None:
    page = open_page(size, scheme=scheme)
    page.goto(f"{ours.base}search/?q=Soldaten")
    expect(page.locator("main .search-results a").first).to_be_visible()
    found = violations(page, "results")
    page.goto(f"{ours.base}search/?q=xyzzyq")
    expect(page.locator("main [role=status]")).to_contain_text("Keine Treffer")
    found += violations(page, "no results")
    assert not found, "\n".join(found)


@BOTH
@LIGHT_AND_DARK
def test_a_filtered_timeline(ours: Site, open_page: OpenPage, scheme: Scheme, size: tuple[int, int]) -> None:
    page = open_page(size, scheme=scheme)
    page.goto(f"{ours.base}timeline/?type=attack")
    expect(page.locator("main form [role=status]")).to_contain_text(re.compile(r"\d+ von \d+"))
    assert page.locator("main ol.timeline > li:visible").count() < page.locator("main ol.timeline > li").count()
    found = violations(page, "filtered")
    assert not found, "\n".join(found)
