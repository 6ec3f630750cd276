"""With nothing but the keyboard: everything is reached, used and left again, and one always sees where one is."""

import re
from collections.abc import Callable

import pytest
from chromium import PHONE, OpenPage, Site
from playwright.sync_api import Locator, Page, expect

from generator.dossier import Dossier

pytestmark = pytest.mark.browser

MOST_STOPS = 400


def tab_to(page: Page, selector: str, *, back: bool = False) -> Locator:
    """Presses Tab until the focus is on what is wanted."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return page.locator(":focus")
    raise AssertionError(f"no Tab leads to {selector}")


# Where one is

KEEP = """() => {
  const bound = node => [...(node.labels ?? []), node.nextElementSibling].filter(each => each?.matches("label"))
  const looks = each => {
    const style = getComputedStyle(each)
    const outline = style.outlineStyle == "none" ? "" : style.outlineWidth
    const border = style.borderStyle == "none" ? "" : style.borderColor
    const drawn = each.closest("svg") ? [style.fill, style.fillOpacity, style.stroke, style.strokeWidth] : []
    return [outline, border, style.boxShadow, style.backgroundColor, style.opacity, style.textDecorationLine,
      style.textDecorationThickness, ...drawn].join() // words of another colour alone are easily overlooked
  }
  window.seen = node => [node, ...bound(node)].some(each => {
    const { left, top, width, height } = each.getBoundingClientRect()
    if (width < 4 || height < 4) return false
    for (const x of [0.02, 0.25, 0.5, 0.75, 0.98]) for (const y of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      if (each.contains(document.elementFromPoint(left + x * width, top + y * height))) return true
    }
  })
  window.looks = node => {
    const drawn = node.closest("svg") ? node.querySelectorAll("*") : []
    return [node, node.parentElement, ...bound(node), ...drawn].map(looks).join("|")
  }
  window.before = new Map()
  for (const node of document.querySelectorAll("a[href], button, input, select, summary, [tabindex]"))
    window.before.set(node, window.looks(node))
}"""

STOP = """() => {
  const node = document.activeElement
  const before = window.before.get(node)
  if (node == document.body || before == "visited") return null
  window.before.set(node, "visited")
  const fault = !window.seen(node) ? "cannot be seen" : window.looks(node) == before ? "looks as without focus" : ""
  return [node.outerHTML.slice(0, 160), fault]
}"""
"""What has the focus, and what is wrong with how it shows; nothing at the page's end."""


@pytest.mark.parametrize("path", ["", "timeline/", "bases/"])
@pytest.mark.parametrize("size", [(1280, 800), PHONE], ids=["desktop", "phone"])
def test_one_sees_where_the_focus_is(ours: Site, open_page: OpenPage, path: str, size: tuple[int, int]) -> None:
    page = open_page(size)
    page.goto(ours.base + path)
    page.evaluate(KEEP)
    faults, stops = [], 0
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if not stop:
            break
        stops += 1
        faults += [f"{path}: {stop[1]}: {stop[0]}"] if stop[1] else []
    assert not faults, "\n".join(faults)
    assert 15 < stops < MOST_STOPS


# Reached, used, left


def test_the_first_stop_leads_past_the_head(site: Site, page: Page) -> None:
    page.goto(site.base)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Zum Inhalt")
    expect(page.locator(":focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_menu_on_a_phone(site: Site, open_page: OpenPage) -> None:
    page = open_page(PHONE)
    page.goto(site.base)
    link = page.locator("header").get_by_role("link", name="Zeitleiste")
    expect(link).to_be_hidden()
    tab_to(page, "header summary")
    page.keyboard.press("Enter")
    expect(link).to_be_visible()
    page.keyboard.press("Enter")
    expect(link).to_be_hidden()
    page.keyboard.press("Enter")
    tab_to(page, "header details a[href='timeline/']")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.base}timeline/")


def test_the_switch_between_light_and_dark(ours: Site, page: Page) -> None:
    page.goto(ours.base)
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    tab_to(page, "header form[data-md-component=palette] :is(input, label, button)")
    page.keyboard.press("Enter")
    page.wait_for_function("paper => getComputedStyle(document.body).backgroundColor != paper", arg=paper)


def test_search_leads_from_home_to_a_page(ours: Site, page: Page) -> None:
    page.goto(ours.base)
    tab_to(page, "header input[name=q]")
    page.keyboard.type("Ain al-Asad")
    expect(page.locator(".search-panel li a").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(":focus")).to_have_text("Ain al-Asad")
    page.keyboard.press("Escape")
    expect(page.locator(".search-panel")).to_be_hidden()
    expect(page.locator("header input[name=q]")).to_be_focused()
    page.keyboard.type(" ")
    expect(page.locator(".search-panel li a").first).to_be_visible()
    tab_to(page, ".search-panel li a")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{ours.base}bases/ain-al-asad/")


def test_search_on_a_phone(ours: Site, open_page: OpenPage) -> None:
    page = open_page(PHONE)
    page.goto(ours.base)
    tab_to(page, "header a[href='search/'], header input[name=q]")
    if page.locator("a:focus").count():
        page.keyboard.press("Enter")
        page.wait_for_url(f"{ours.base}search/")
        if not page.locator("main input[name=q]:focus").count():
            tab_to(page, "main input[name=q]")
    page.keyboard.type("Soleimani")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"search/\?q=Soleimani"))
    expect(page.locator("main .search-results a").first).to_be_visible()
    tab_to(page, "main .search-results a")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{ours.base}actors/qassem-soleimani/")


def test_the_filters_of_the_timeline(ours: Site, page: Page, dossier_of: Callable[[Site], Dossier]) -> None:
    events = dossier_of(ours).events.values()
    attacks = sum(event.record.type == "attack" for event in events)
    assert 0 < attacks < len(events)
    page.goto(f"{ours.base}timeline/")
    status = page.locator("main form [role=status]")
    tab_to(page, "main form select[name=type]")
    page.keyboard.type("Angriff")
    expect(status).to_have_text(re.compile(rf"^{attacks} von {len(events)} "))
    assert page.locator("main ol.timeline > li:visible").count() == attacks
    assert page.url.endswith("?type=attack")
    tab_to(page, "main form input[name=q]")
    page.keyboard.type("gibtesnicht")
    expect(status).to_have_text(re.compile(rf"^0 von {len(events)} "))
    tab_to(page, "main form button")
    page.keyboard.press("Enter")
    expect(status).to_have_text(re.compile(rf"^{len(events)} von {len(events)} "))
    assert page.url.endswith("timeline/")
    assert page.evaluate("document.activeElement.closest('form.timeline-filters') != null")


@pytest.mark.parametrize("leave", ["Escape", "Tab", "Shift+Tab"])
def test_a_mark_opens_its_note_and_gets_the_focus_back(site: Site, page: Page, leave: str) -> None:
    page.goto(site.base + site.kinds["actors/*"])
    mark = tab_to(page, "main a.footnote-ref")
    name = mark.get_attribute("aria-label")
    box = page.locator(f"[role=dialog][aria-label='{name}']")
    page.keyboard.press("Enter")
    expect(box).to_be_visible()
    expect(box).to_contain_text(re.compile(r"Abs(atz|ätze)\s\d"))
    assert box.evaluate("box => box.contains(document.activeElement)")
    if leave == "Tab":  # past all that the box offers, then on behind the mark
        inside = box.locator("a[href], button").count()
        assert inside >= 2
        for _ in range(inside + 1):
            page.keyboard.press("Tab")
        expect(box).to_be_hidden()
        expect(page.locator(":focus")).not_to_have_count(0)
        page.keyboard.press("Shift+Tab")
    else:
        page.keyboard.press(leave)
    expect(box).to_be_hidden()
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == name


def test_the_map_and_its_list_lead_to_a_base(ours: Site, page: Page) -> None:
    for place in ("main svg", "main :not(svg, svg *)"):
        page.goto(f"{ours.base}bases/")
        tab_to(page, f"{place} a:is([href$='ain-al-asad/'], [*|href$='ain-al-asad/'])")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{ours.base}bases/ain-al-asad/")


def test_a_point_of_a_chart_leads_to_its_claim(ours: Site, page: Page) -> None:
    page.goto(ours.base + ours.kinds["figures/*"])
    tab_to(page, "main svg a")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/articles/[^/]+/#."))
    expect(page.locator(".claim:target")).to_have_count(1)
