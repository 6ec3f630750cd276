"""Search in a real browser: what readers type leads to the page they mean, by keyboard, on a phone, from the disk."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from chromium import DESKTOP, PHONE, OpenPage, Site, watched
from playwright.sync_api import Page, expect

from generator.dossier import Dossier
from generator.german.search_terms import fold, sound, stem
from generator.search.page_text import passages

pytestmark = pytest.mark.browser

QUERIES: dict[str, str] = yaml.safe_load(Path(__file__).with_name("queries.yml").read_text(encoding="utf-8"))
LIST = ".search-found .search-results"
MOST_BYTES = 300_000

FOUND = """async ([queries, shown]) => {
  const search = await dossierSearchForm.engine(), answers = [];
  for (const query of queries) {
    const found = await search.search(query);
    answers.push(await Promise.all(found.hits.slice(0, shown).map((hit) => search.result(hit, found))));
  }
  return answers.map((results) => results.map((result) => result.url.split("#")[0]));
}"""


def first_pages(page: Page, site: Site, queries: list[str], shown: int = 3) -> list[list[str]]:
    """The paths of the pages found first for each query."""
    page.goto(site.base + "method/") if "method/" in site.paths else page.goto(site.base)
    answers = page.evaluate(FOUND, [queries, shown])
    return [[url.removeprefix(site.base) for url in urls] for urls in answers]


# What is found


def test_readers_find_the_page_they_mean(ours: Site, page: Page) -> None:
    assert len(QUERIES) == 40
    assert set(QUERIES.values()) <= set(ours.paths)
    answers = dict(zip(QUERIES, first_pages(page, ours, list(QUERIES)), strict=True))
    missed = {query: answers[query] for query, path in QUERIES.items() if path not in answers[query]}
    assert len(missed) <= 2, missed


def test_a_name_of_a_topic_leads_to_it_first(site: Site, page: Page, dossier_of: Callable[[Site], Dossier]) -> None:
    topics = dossier_of(site).topics.values()
    wanted = {
        spelling: f"{topic.kind.folder}/{topic.id}/"
        for topic in topics
        for name in (topic.record.name, *topic.record.aliases)
        for spelling in (name, name.lower(), name.upper(), name.replace("-", " "), name.replace(" ", "-"), f"„{name}“?")
    }
    answers = dict(zip(wanted, first_pages(page, site, list(wanted), 1), strict=True))
    assert {name: answers[name] for name, path in wanted.items() if answers[name] != [path]} == {}


@pytest.mark.parametrize(
    "spelling", ["Ghassem Soleimani", "Ghassem", "Qasem Suleimani", "Kasim Soleymani", "Soleimani, Kassem", "Solaimani"]
)
def test_other_transcriptions_lead_to_it_first_and_to_what_mentions_it(ours: Site, page: Page, spelling: str) -> None:
    first, *others = first_pages(page, ours, [spelling], 6)[0]
    assert first == "actors/qassem-soleimani/"
    assert "timeline/toetung-soleimani-2020/" in others


def test_like_sounding_words_do_no_harm(ours: Site, page: Page) -> None:
    answers = first_pages(page, ours, ["Salman", "Oman", "Solomon", "Kasachstan"])
    assert answers == [[], [], [], []]


def test_the_browser_reads_words_as_the_index_does(site: Site, page: Page) -> None:
    words = {
        word for path in site.paths for each in passages(site.html(path)) for word in re.findall(r"[^\W_]+", each.text)
    }
    words |= set(
        "Neue Steuer Ueber Über Oesterreich Straße İstanbul Čapek Nudschaba Rhythmus Photo Hisbollah 2500".split()
    )
    page.goto(site.base)
    own = page.evaluate(
        """async (words) => {
          const { fold, stem, sound } = (await dossierSearchForm.engine()).terms;
          return words.map((word) => [fold(word), stem(fold(word)), sound(fold(word))]);
        }""",
        sorted(words),
    )
    assert len(words) > 300
    assert own == [[fold(word), stem(fold(word)), sound(fold(word))] for word in sorted(words)]


def test_the_index_holds_every_page_but_search_itself(site: Site) -> None:
    texts = [file.read_text(encoding="utf-8") for file in (site.root / "search").glob("pages-*.js")]
    lines = [line for text in texts for line in json.loads(text[text.index(",") + 1 : text.rindex(",")])]
    assert sorted(line[0] for line in lines) == sorted(path for path in site.paths if path != "search/")


# The field in the head


def test_first_results_while_one_types_by_keyboard_alone(ours: Site, page: Page) -> None:
    faults = watched(page, ours.base)
    page.goto(ours.base + "figures/")
    page.keyboard.press("/")
    field = page.get_by_role("search").get_by_role("searchbox")
    expect(field).to_be_focused()
    page.keyboard.type("Stuetzpunkt Vic")
    first = page.locator(".search-panel li").first
    expect(first).to_contain_text("Stützpunkt Victoria")
    expect(first.locator(".badge")).to_have_text("Stützpunkt")
    expect(first.locator("mark").first).to_be_visible()
    expect(page.locator(".search-panel .search-count")).to_have_text(re.compile(r"^Alle \d+ Treffer$"))
    expect(page.get_by_role("search").get_by_role("status")).to_have_text(re.compile(r"^Alle \d+ Treffer$"))
    assert page.locator(".search-panel li").count() <= 6
    page.keyboard.press("ArrowDown")
    expect(first.get_by_role("link")).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_be_focused()
    expect(page.locator(".search-panel")).to_be_hidden()
    page.keyboard.type("t")
    expect(page.locator(".search-panel")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/bases/victoria/"))
    assert faults == []


def test_enter_leads_to_all_results(ours: Site, page: Page) -> None:
    page.goto(ours.base + "actors/usa/")
    page.get_by_role("search").get_by_role("searchbox").fill("Soldaten & Syrien")
    page.keyboard.press("Enter")
    page.wait_for_url(ours.base + "search/?q=Soldaten+%26+Syrien")
    expect(page.get_by_role("searchbox")).to_have_value("Soldaten & Syrien")
    expect(page.locator(LIST)).to_contain_text("US-Soldaten in Syrien")


def test_nothing_is_loaded_until_the_field_is_used(ours: Site, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(ours.base, wait_until="networkidle")
    assert not [url for url in asked if "search-engine" in url or "/search/" in url]


def test_one_query_loads_little(ours: Site, page: Page) -> None:
    page.goto(ours.base + "figures/", wait_until="networkidle")
    sizes: list[int] = []
    page.on("requestfinished", lambda request: sizes.append(len(request.response().body())))
    page.get_by_role("search").get_by_role("searchbox").fill("wie viele Soldaten sind im Irak?")
    page.locator(".search-panel li").nth(5).wait_for()
    assert 10_000 < sum(sizes) < MOST_BYTES


def test_on_a_phone_a_link_leads_to_search(ours: Site, open_page: OpenPage) -> None:
    page = open_page(PHONE)
    page.goto(ours.base + "actors/usa/")
    page.get_by_role("link", name="Suche").click()
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("Kadhemi")
    expect(page.locator(LIST).get_by_role("link").first).to_have_text("Mustafa al-Kadhimi")
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")


# The page of results


def test_results_can_be_narrowed_to_a_kind_and_the_address_keeps_it(ours: Site, page: Page) -> None:
    faults = watched(page, ours.base)
    page.goto(ours.base + "search/?q=Soldaten")
    status = page.locator(".search-found [role=status]")
    expect(status).to_have_text(re.compile(r"^\d\d Treffer$"))
    all_hits = int(status.inner_text().split()[0])
    buttons = page.get_by_role("group", name="Art der Seite").get_by_role("button")
    numbers = [int(re.findall(r"\d+", text)[-1]) for text in buttons.all_inner_texts()]
    assert numbers[0] == sum(numbers[1:]) == all_hits
    questions = buttons.filter(has_text="Frage")
    questions.click()
    expect(status).to_have_text(f"{questions.inner_text().split()[-1]} Treffer")
    expect(page.locator(f"{LIST} .badge").first).to_have_text("Frage")
    assert set(page.locator(f"{LIST} .badge").all_inner_texts()) == {"Frage"}
    assert page.url.endswith("?q=Soldaten&kind=Frage")
    page.reload()
    expect(questions).to_have_attribute("aria-pressed", "true")
    expect(page.locator(f"{LIST} .badge").first).to_have_text("Frage")
    assert faults == []


def test_more_results_come_on_demand_until_all_are_there(ours: Site, page: Page) -> None:
    page.goto(ours.base + "search/?q=Truppen")
    expect(page.locator(f"{LIST} li")).to_have_count(10)
    hits = int(page.locator(".search-found [role=status]").inner_text().split()[0])
    more = page.get_by_role("button", name="Mehr zeigen")
    more.click()
    expect(page.locator(f"{LIST} li")).to_have_count(20)
    expect(page.locator(f"{LIST} li").nth(10).get_by_role("link")).to_be_focused()
    for shown in range(30, hits + 10, 10):
        more.click()
        expect(page.locator(f"{LIST} li")).to_have_count(min(shown, hits))
    expect(more).to_be_hidden()


def test_every_result_leads_to_its_passage(ours: Site, page: Page) -> None:
    page.goto(ours.base + "search/?q=Ausbilder")
    expect(page.locator(f"{LIST} li").first).to_be_visible()
    targets = page.locator(f"{LIST} a").evaluate_all("links => links.map((link) => link.href)")
    assert any("/articles/2025-08-24-teilabzug/#berater-und-ausbilder-bleiben" in target for target in targets)
    for target in targets:
        path, _, anchor = target.removeprefix(ours.base).partition("#")
        assert path in ours.paths
        assert not anchor or f'id="{anchor}"' in ours.html(path)


def test_the_address_follows_the_query_and_back_leads_back(ours: Site, page: Page) -> None:
    page.goto(ours.base + "search/")
    expect(page.locator(".search-ways")).to_be_visible()
    field = page.get_by_role("searchbox")
    field.fill("NATO")
    field.press("Enter")
    expect(page.locator(LIST).get_by_role("link").first).to_have_text("NATO")
    expect(page.locator(".search-ways")).to_be_hidden()
    field.fill("dpa")
    field.press("Enter")
    expect(page.locator(LIST).get_by_role("link").first).to_have_text("dpa")
    page.go_back()
    expect(page.locator(LIST).get_by_role("link").first).to_have_text("NATO")
    assert page.url == ours.base + "search/?q=NATO"


def test_where_nothing_is_found_there_are_ways_on(ours: Site, page: Page) -> None:
    page.goto(ours.base + "search/?q=xyzzy")
    expect(page.locator(".search-found [role=status]")).to_contain_text("Keine Treffer")
    page.locator(".search-ways").get_by_role("link", name="Zeitleiste").click()
    page.wait_for_url(ours.base + "timeline/")


def test_what_is_typed_is_never_markup(ours: Site, page: Page) -> None:
    faults = watched(page, ours.base)
    page.goto(ours.base + "search/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+Soldaten(&kind=%3Cb%3E")
    expect(page.locator(f"{LIST} li").first).to_be_visible()
    assert page.locator(".search-found img").count() == 0
    assert faults == []


def test_without_javascript_the_page_says_so_and_leads_on(ours: Site, open_page: OpenPage) -> None:
    page = open_page(DESKTOP, java_script_enabled=False)
    page.goto(ours.base)
    page.get_by_role("search").get_by_role("searchbox").fill("Irak")
    page.keyboard.press("Enter")
    page.wait_for_url(ours.base + "search/?q=Irak")
    assert "Die Suche braucht JavaScript" in page.get_by_role("main").inner_text()
    expect(page.locator(".search-ways a").first).to_be_visible()


def test_it_works_from_the_disk(ours: Site, page: Page) -> None:
    page.goto((ours.root / "search" / "index.html").as_uri() + "?q=Ghassem")
    expect(page.locator(LIST).get_by_role("link").first).to_have_text("Qassem Soleimani")


def test_a_site_published_anew_meanwhile_is_read_again(ours: Site, page: Page) -> None:
    old = (ours.root / "search" / "head.js").read_text(encoding="utf-8")
    stale = re.sub(r'"version":"\w+"', '"version":"0"', old)
    page.route("**/search/head.js", lambda route: route.fulfill(body=stale, content_type="text/javascript"))
    page.goto(ours.base + "search/?q=NATO")
    expect(page.locator(LIST).get_by_role("link").first).to_have_text("NATO")


def test_where_the_index_is_missing_the_reader_is_told(ours: Site, page: Page) -> None:
    page.route("**/search/*.js*", lambda route: route.abort())
    page.goto(ours.base + "search/?q=NATO")
    expect(page.locator(".search-found [role=status]")).to_contain_text("ließ sich nicht laden")
