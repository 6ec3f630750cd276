"""`search/?q=…` as others link to it: as the page on linking says, and with percent-encoded umlauts."""

import html
import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from chromium import Site, watched
from playwright.sync_api import Page, expect

from generator.dossier import Dossier

pytestmark = pytest.mark.browser

FIRST = ".search-found .search-results a"


def test_the_example_finds_its_topic(site: Site, dossier_of: Callable[[Site], Dossier], page: Page) -> None:
    found = re.search(r'<code class="language-text">([^<]*/)(search/\?q=[^<]*)</code>', site.html("data/"))
    assert found
    faults = watched(page, site.base)
    page.goto(site.base + html.unescape(found[2]).strip())
    name = next(iter(dossier_of(site).topics.values())).record.name
    expect(page.locator(FIRST).first).to_contain_text(name)
    expect(page.get_by_role("main").get_by_role("searchbox")).to_have_value(name)
    assert faults == []


def test_percent_encoded_umlauts(harbour_site: Site, page: Page) -> None:
    page.goto(harbour_site.base + "search/?q=" + quote("Möweninsel"))
    expect(page.locator(FIRST).first).to_contain_text("Möweninsel")
    page.locator(FIRST).first.click()
    expect(page).to_have_url(re.compile(r"/places/moewen-island/(\?[^#]*)?(#.*)?$"))
