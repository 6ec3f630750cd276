"""The built site in a real browser, under a path of its own as on GitHub Pages: every page, nothing from elsewhere."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from chromium import MISSING, PREFIX, OpenPage, Site, watched
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

# Links, without a browser


class Links(HTMLParser):
    """The ids of a page, and the addresses that it links to or loads."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if value and (name == "id" or (name == "name" and tag == "a")):
                self.ids.append(value)
            elif name in ("href", "src") and value is not None:
                self.targets.append(value)


def test_every_link_and_anchor_leads_somewhere(site: Site) -> None:
    pages = {path: Links(site.file(path)) for path in [*site.paths, MISSING]}
    dead = []
    for path, page in pages.items():
        for target in page.targets:
            url = urlsplit(urljoin(site.base + path, target))
            if url.scheme in ("http", "https") and url.netloc == urlsplit(site.base).netloc:
                inside = unquote(url.path).removeprefix(PREFIX)
                known = inside in pages or (site.root / inside).is_file()
                if not known or (url.fragment and unquote(url.fragment) not in pages[inside].ids):
                    dead.append(f"{path}: {target}")
    assert not dead, "\n".join(dead)


def test_an_id_stands_once_on_a_page(site: Site) -> None:
    twice = []
    for path in site.paths:
        ids = Links(site.file(path)).ids
        twice += [f"{path}: {name}" for name in {*ids} if ids.count(name) > 1 and not name.startswith("__")]
    assert not twice, "\n".join(twice)


# Pages, in a browser


LOOK = """() => ({
  "not German": document.documentElement.lang != "de",
  "not one h1": document.querySelectorAll("h1").length != 1,
  "no description": !document.querySelector("meta[name=description]")?.content,
  "a note that leads nowhere": document.body.innerText.includes("[^"),
  "attributes shown as text": /\\{ ?[.:#]/.test(document.body.innerText),
  "too wide": document.scrollingElement.scrollWidth > window.innerWidth,
})"""


def test_every_page_is_whole_on_the_smallest_phone_and_asks_for_nothing_elsewhere(site: Site, page: Page) -> None:
    faults = watched(page, site.base)
    page.set_viewport_size({"width": 320, "height": 640})
    for path in [*site.paths, MISSING]:
        page.goto(site.base + path)
        faults += [f"{path}: {fault}" for fault, seen in page.evaluate(LOOK).items() if seen]
    assert not faults, "\n".join(faults)


WIDE = """() => [...document.querySelectorAll("body *")].filter(node => {
  const { left, right, width } = node.getBoundingClientRect()
  const clipped = node.closest(".visually-hidden, [hidden], .md-skip") || getComputedStyle(node).position == "fixed"
  return width > 1 && !clipped && (right > window.innerWidth + 1 || left < -1) && !node.parentElement.closest("svg")
}).map(node => node.outerHTML.slice(0, 120))"""

SMALL = """() => {
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found = new Map()
  while (words.nextNode()) {
    const node = words.currentNode.parentElement
    if (node.matches("title, desc, style, script, noscript")) continue
    const scale = node.closest("svg") ? node.getScreenCTM().a : 1
    const size = parseFloat(getComputedStyle(node).fontSize) * scale
    const seen = node.checkVisibility() && node.getBoundingClientRect().width > 1 && words.currentNode.data.trim()
    const replaced = size == 0 // by a sign
    if (seen && size < LEAST && !replaced && !node.closest("sup"))
      found.set(`${node.localName} ${node.getAttribute("class")}`, `${size} px: ${node.outerHTML.slice(0, 120)}`)
  }
  return [...found.values()]
}"""
LEAST = {320: 9, 390: 11, 768: 11, 1280: 11, 1920: 11}
"""Width → pixels of the smallest words, as they are drawn; the numbers of marks are smaller, but have names."""

TARGETS = """() => [...document.querySelectorAll(
  "header :is(a, button, summary, input, label), footer nav a"
)].filter(node => {
  const { width, height } = node.getBoundingClientRect()
  return node.checkVisibility() && width > 1 && (width < 24 || height < 24)
}).map(node => node.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("width", LEAST)
def test_nothing_is_cut_off_or_too_small(site: Site, open_page: OpenPage, width: int) -> None:
    """From the smallest phone to a big screen: no page scrolls sideways, words can be read and targets hit."""
    page = open_page((width, 900))
    faults = []
    for path in site.kinds.values():
        page.goto(site.base + path)
        if width < 768:
            page.evaluate("document.querySelectorAll('header details').forEach(each => { each.open = true })")
        if page.evaluate("document.scrollingElement.scrollWidth > window.innerWidth"):
            faults += [f"{path}: too wide: {node}" for node in page.evaluate(WIDE)[:5]] or [f"{path}: too wide"]
        faults += [f"{path}: {node}" for node in page.evaluate(SMALL.replace("LEAST", str(LEAST[width])))]
        faults += [f"{path}: too small to hit: {node}" for node in page.evaluate(TARGETS)]
    assert not faults, "\n".join(faults)


def test_the_error_page_leads_on_from_any_depth(ours: Site, page: Page) -> None:
    for path in ("nothing", "actors/nobody/", "a/b/c/d"):
        assert (answer := page.goto(ours.base + path))
        assert answer.status == 404
        page.locator("main a").first.click()
        expect(page.locator("h1")).to_have_count(1)
        assert page.url.startswith(ours.base)
        assert page.url != ours.base + path


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_the_error_page_searches(ours: Site, open_page: OpenPage, *, scripts: bool) -> None:
    page = open_page(java_script_enabled=scripts)
    page.goto(ours.base + "a/b/nothing")
    page.get_by_role("searchbox").fill("Bagdad")
    page.get_by_role("button").click()
    assert page.url == f"{ours.base}search/?q=Bagdad"
    expect(page.locator("h1")).to_have_text("Suche")


UNCOVERED = """element => {
  const { left, top } = element.getBoundingClientRect()
  return element.contains(document.elementFromPoint(left + 10, top + 4))
}"""


def test_a_claim_that_is_linked_stands_out(site: Site, page: Page) -> None:
    path = site.kinds["articles/*"]
    page.set_viewport_size({"width": 390, "height": 400})
    page.goto(site.base + path)
    claim = page.locator("li:has(> .claim), li:has(> p > .claim)").last
    plain = claim.evaluate("element => getComputedStyle(element).backgroundColor")
    assert not claim.evaluate(UNCOVERED)  # it is to be scrolled to
    page.goto(f"{site.base}{path}#{claim.locator('.claim').get_attribute('id')}")
    expect(claim).to_be_in_viewport()
    assert claim.evaluate(UNCOVERED)
    assert claim.evaluate("element => getComputedStyle(element).backgroundColor") != plain
