"""A link to a claim that is not there: the article's page says so, and leads to the corrections."""

from collections.abc import Callable
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from chromium import PHONE, OpenPage, Site, watched
from playwright.sync_api import Page, expect

from generator.dossier import Dossier

pytestmark = pytest.mark.browser

DossierOf = Callable[[Site], Dossier]

WORDS = "Die Aussage, zu der dieser Link führen soll, steht hier nicht oder nicht mehr."


def article(site: Site) -> str:
    return site.base + site.kinds["articles/*"]


@pytest.mark.parametrize("fragment", ["soldaten-9999", "gr%C3%B6%C3%9Fe", "%E0%A4%A", "_zitieren-soldaten-9999"])
def test_it_is_said_above_all_and_leads_to_the_corrections(site: Site, page: Page, fragment: str) -> None:
    faults = watched(page, site.base)
    page.goto(f"{article(site)}#{fragment}")
    line = page.locator("p.claim-gone[role=status]")
    expect(line).to_contain_text(WORDS)
    expect(line).to_be_in_viewport()
    line.get_by_role("link").click()
    page.wait_for_url(f"{site.base}corrections/")
    assert faults == []


@pytest.mark.parametrize("fragment", ["", "_belege", "_gibtesnicht", "absatz-99", "top", "fn:999"])
def test_other_addresses_say_nothing(ours: Site, page: Page, fragment: str) -> None:
    page.goto(f"{article(ours)}#{fragment}")
    page.evaluate("location.hash = 'soldaten-9999'")  # so it was listening
    expect(page.locator("p.claim-gone")).to_have_count(1)
    page.go_back()
    expect(page.locator("p.claim-gone")).to_have_count(0)


def test_a_claim_that_is_there_says_nothing(ours: Site, page: Page) -> None:
    page.goto(f"{article(ours)}#soldaten-9999")
    expect(page.locator("p.claim-gone")).to_be_visible()
    page.locator("a.permalink").first.click()
    expect(page.locator("p.claim-gone")).to_have_count(0)
    expect(page.locator(".claim:target")).to_have_count(1)


def test_what_was_withdrawn_is_not_cited_but_explained(harbour_site: Site, page: Page, dossier_of: DossierOf) -> None:
    claims = dossier_of(harbour_site).claims.values()
    claim = next(each for each in claims if each.withdrawn)
    path = f"{harbour_site.base}articles/{claim.article.id}/"
    page.goto(f"{path}#_zitieren-{claim.record.id}")
    page.wait_for_url(f"{path}#{claim.record.id}")
    expect(page.locator(".claim:target")).to_have_count(1)
    expect(page.locator("p.claim-gone")).to_have_count(0)


def test_no_other_page_speaks_of_claims(ours: Site, page: Page) -> None:
    for path in ("", "articles/", ours.kinds["actors/*"]):
        page.goto(f"{ours.base}{path}#soldaten-9999")
        expect(page.locator(".masthead")).to_be_visible()
        assert page.locator("p.claim-gone, script[src*=gone]").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible(ours: Site, open_page: OpenPage, scheme: Literal["light", "dark"]) -> None:
    page = open_page(PHONE, scheme=scheme)
    page.goto(f"{article(ours)}#soldaten-9999")
    expect(page.locator("p.claim-gone")).to_be_visible()
    assert [found["id"] for found in Axe().run(page).response["violations"]] == []
