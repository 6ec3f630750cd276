"""Without JavaScript nothing is missing: events, claims wherever they belong, and behind every mark its evidence."""

import re
from collections.abc import Callable, Iterator

import pytest
from chromium import PHONE, OpenPage, Site
from playwright.sync_api import Page, expect

from generator.addresses import page_path
from generator.dossier import Claim, Dossier
from generator.german.dates import write_when

pytestmark = pytest.mark.browser


@pytest.fixture
def plain_page(open_page: OpenPage) -> Page:
    return open_page(PHONE, java_script_enabled=False)


@pytest.fixture(scope="module")
def dossier(site: Site, dossier_of: Callable[[Site], Dossier]) -> Dossier:
    return dossier_of(site)


def plain(text: str) -> str:
    """Without what typography adds: kinds of spaces and quotes, hyphens that only show at a line's end."""
    text = re.sub(r"[\u00ad\u200b\u2060]", "", text)
    return re.sub(r"\s+", " ", re.sub(r"[\"'\u2018-\u201e«»]", '"', text)).strip().lower()


def text_of(page: Page) -> str:
    """What a reader can see, with all that folds unfolded."""
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    return plain(page.locator("main").inner_text())


def address(dossier: Dossier, target: str) -> str:
    return f"{page_path(dossier, target).removesuffix('.md')}/"


def homes(dossier: Dossier) -> dict[str, list[Claim]]:
    """The address of each page that has claims → these; of a withdrawn one only the reason is shown."""
    claims: dict[str, list[Claim]] = {}
    for group in (dossier.by_article, dossier.about):
        claims |= {address(dossier, name): list(those) for name, those in group.items()}
    claims |= {address(dossier, event.id): list(event.accounts) for event in dossier.events.values()}
    claims |= {address(dossier, q.id): [claim for _, claim in q.answers] for q in dossier.questions.values()}
    claims |= {address(dossier, m.id): [figure.claim for figure in m.figures] for m in dossier.measures.values()}
    return {path: [claim for claim in those if not claim.withdrawn] for path, those in claims.items()}


def test_the_timeline_has_every_event(site: Site, plain_page: Page, dossier: Dossier) -> None:
    plain_page.goto(f"{site.base}timeline/")
    text = text_of(plain_page)
    assert dossier.events
    assert [event.record.title for event in dossier.events.values() if plain(event.record.title) not in text] == []
    for event in dossier.events.values():
        assert plain_page.locator(f"main a[href='{event.id}/']").count() >= 1, event.id


# Claims, and the notes behind their marks

MARK = "a.footnote-ref"
NOTES = """() => [...document.querySelectorAll("a.footnote-ref")].map(mark => {
  const note = document.getElementById(decodeURIComponent(mark.hash.slice(1)))
  return {
    mark: mark.innerText,
    number: note?.value,
    place: note?.querySelector(".note-place")?.href,
    text: note?.innerText,
    group: note?.closest(".note-group")?.innerText,
  }
})"""


def wanted(dossier: Dossier, claim: Claim) -> Iterator[str]:
    """What a reader must find behind a mark beside the paragraph: when it was published, by whom, after whom."""
    yield write_when(claim.article.record.published)
    for source in (claim.article.record.outlet, claim.article.record.agency, *claim.record.via):
        if source:
            yield dossier.topics[source].record.name


def test_every_claim_and_its_evidence_stand_where_they_belong(site: Site, plain_page: Page, dossier: Dossier) -> None:
    """On each page that a claim concerns stand its words and a mark; behind every mark, article, date and paragraph."""
    faults, claims_of = [], homes(dossier)
    assert {*claims_of} <= {*site.paths}
    for path in site.paths:
        plain_page.goto(site.base + path)
        text, marked = text_of(plain_page), set()
        for note in plain_page.evaluate(NOTES):
            found = re.fullmatch(r".*/articles/([^/]+)/#(.+)", note["place"] or "")
            claim = dossier.claims.get("#".join(found.groups())) if found else None
            if not claim or note["mark"].strip("[]") != str(note["number"]):
                faults.append(f"{path}: {note}: leads to no note of a claim")
                continue
            marked.add(claim)
            around = text if path == address(dossier, claim.article.id) else plain(note["group"])
            faults += [
                f"{path}: {claim.key}: no {words}" for words in wanted(dossier, claim) if plain(words) not in around
            ]
            paragraphs = {*map(str, claim.record.p)} - {*re.findall(r"\d+", note["text"])}
            faults += [f"{path}: {claim.key}: no paragraph {number}" for number in paragraphs]
        for claim in claims_of.get(path, []):
            faults += [] if plain(claim.text) in text else [f"{path}: {claim.key} is missing: {claim.text}"]
            faults += [] if claim in marked else [f"{path}: {claim.key} has no mark"]
    assert not faults, "\n".join(faults)


def test_a_mark_leads_to_its_note_and_back(site: Site, plain_page: Page) -> None:
    tried = 0
    for path in site.kinds.values():
        plain_page.goto(site.base + path)
        marks = plain_page.locator(f"main {MARK}:visible")
        if not marks.count():
            continue
        tried += 1
        mark = marks.last
        anchor = mark.get_attribute("href")
        mark.click()
        assert plain_page.url == f"{site.base}{path}{anchor}"
        note = plain_page.locator(f"[id='{(anchor or '')[1:]}']")
        expect(note).to_be_in_viewport()
        note.locator(".footnote-backref").last.click()
        expect(mark).to_be_in_viewport()
    assert tried >= 5


# What a script would do


def test_no_filters_are_offered_that_would_not_work(ours: Site, open_page: OpenPage) -> None:
    with_script, without = open_page(), open_page(java_script_enabled=False)
    for page in (with_script, without):
        page.goto(f"{ours.base}timeline/")
    filters = "main form"
    expect(with_script.locator(filters)).to_be_visible()
    expect(without.locator(filters)).to_be_hidden()


def test_the_search_page_says_what_to_do(site: Site, plain_page: Page) -> None:
    plain_page.goto(f"{site.base}search/")
    assert "JavaScript" in plain_page.locator("main").inner_text()
    expect(plain_page.locator("main").get_by_role("link", name="Zeitleiste")).to_be_visible()
    expect(plain_page.locator("main form")).to_be_hidden()


def test_the_menu_opens(site: Site, plain_page: Page) -> None:
    plain_page.goto(site.base)
    link = plain_page.locator("header").get_by_role("link", name="Zeitleiste")
    expect(link).to_be_hidden()
    plain_page.locator("header summary").click()
    link.click()
    plain_page.wait_for_url(f"{site.base}timeline/")
