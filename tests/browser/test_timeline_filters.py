"""The timeline's filters: they combine, live in the address, say how many events are left, and nothing needs them."""

from collections.abc import Callable

import pytest
from chromium import PHONE, OpenPage, Site, watched
from playwright.sync_api import Locator, Page, expect

from generator.dossier import Dossier

pytestmark = pytest.mark.browser

PATH = "timeline/"
Read = Callable[[Site], Dossier]


def shown(page: Page) -> list[str]:
    """The ids of the events that can be seen."""
    links = page.locator("ol.timeline > li:visible .title a")
    return [str(address).strip("/").split("/")[-1] for address in links.evaluate_all("all => all.map(a => a.href)")]


def field(page: Page, name: str) -> Locator:
    return page.locator(f".timeline-filters [name={name}]")


def query(page: Page) -> str:
    return page.url.partition("?")[2].partition("#")[0]


def status(page: Page) -> Locator:
    return page.locator(".timeline-filters").get_by_role("status")


def pair(dossier: Dossier, kind: str = "actor") -> tuple[str, str, list[str]]:
    """A topic and a type of event that leave some events, and fewer together than either alone."""
    for topic in dossier.topics_of(kind):
        concerned = [event for event in dossier.events.values() if topic.id in event.topics]
        for type_ in {event.record.type: None for event in concerned}:
            both = [event.id for event in concerned if event.record.type == type_]
            of_type = [event for event in dossier.events.values() if event.record.type == type_]
            if len(both) < min(len(concerned), len(of_type)):
                return topic.id, type_, both
    raise AssertionError("the dossier has no two filters that narrow each other")


def test_filters_combine_live_in_the_address_and_say_how_many_are_left(
    ours: Site, page: Page, dossier_of: Read
) -> None:
    dossier = dossier_of(ours)
    topic, type_, both = pair(dossier)
    faults = watched(page, ours.base)
    page.goto(ours.base + PATH)
    expect(status(page)).to_have_text(f"{len(dossier.events)} von {len(dossier.events)} Ereignissen")
    assert shown(page) == list(dossier.events)
    field(page, "actor").select_option(topic)
    field(page, "type").select_option(type_)
    assert shown(page) == both
    assert query(page) == f"actor={topic}&type={type_}"
    expect(status(page)).to_have_text(f"{len(both)} von {len(dossier.events)} Ereignissen")
    years = {str(dossier.events[event].record.date.year) for event in both}
    assert {
        heading.split("\n")[0].strip("¶ ") for heading in page.locator("h2[id^=y]:visible").all_inner_texts()
    } == years
    page.reload()
    assert shown(page) == both
    assert field(page, "actor").input_value() == topic
    assert faults == []


def test_an_address_from_elsewhere_shows_what_it_asks_for(ours: Site, page: Page, dossier_of: Read) -> None:
    topic, type_, both = pair(dossier_of(ours))
    page.goto(f"{ours.base}{PATH}?type={type_}&actor={topic}&from=letter")
    assert shown(page) == both
    field(page, "type").select_option("")
    assert query(page) == f"actor={topic}&from=letter"  # what is not ours stays


def test_text_is_found_whatever_the_spelling_of_umlauts(ours: Site, page: Page, dossier_of: Read) -> None:
    page.goto(ours.base + PATH)
    with_umlaut = [event.id for event in dossier_of(ours).events.values() if "Stützpunkt" in event.record.title]
    for typed in ("Stützpunkt", "stuetzpunkt", "STUTZPUNKT", "  stützpunkt "):
        field(page, "q").fill(typed)
        assert set(with_umlaut) <= set(shown(page)) != set(dossier_of(ours).events), typed
    title = dossier_of(ours).events[with_umlaut[0]].record.title
    field(page, "q").fill(" ".join(reversed(title.lower().split())))  # all words, in any order
    assert shown(page) == with_umlaut[:1]


def test_a_topic_that_its_line_is_too_short_for_is_found_by_name(ours: Site, page: Page, dossier_of: Read) -> None:
    dossier = dossier_of(ours)
    event = max(dossier.events.values(), key=lambda event: len(event.topics))
    page.goto(ours.base + PATH)
    line = page.locator(f"li:has(.title a[href*='{event.id}'])").inner_text()
    names = {topic: dossier.topics[topic].record.name for topic in event.topics}
    hidden = next(t for t in names if names[t] not in line and "source" not in dossier.topics[t].kind.traits)
    field(page, "q").fill(names[hidden])
    assert event.id in shown(page)


def test_nothing_found_says_so_and_has_a_way_out(ours: Site, page: Page, dossier_of: Read) -> None:
    page.goto(f"{ours.base}{PATH}?q=xyzzy")
    assert shown(page) == []
    assert page.locator("h2[id^=y]:visible").count() == 0
    expect(status(page)).to_contain_text("Kein Ereignis passt")
    page.get_by_role("button", name="Auswahl aufheben").click()
    assert shown(page) == list(dossier_of(ours).events)
    assert query(page) == ""
    assert page.evaluate("document.activeElement.name") == "actor"  # not lost with the button
    expect(page.get_by_role("button", name="Auswahl aufheben")).to_be_hidden()


def test_unknown_values_are_named_and_not_obeyed(ours: Site, page: Page, dossier_of: Read) -> None:
    _, type_, _ = pair(dossier_of(ours))
    page.goto(f"{ours.base}{PATH}?actor=niemand&type={type_}")
    events = dossier_of(ours).events.values()
    assert shown(page) == [event.id for event in events if event.record.type == type_]
    expect(page.locator(".timeline-filters")).to_contain_text("actor=niemand")
    field(page, "type").select_option("")
    assert query(page) == ""


def test_back_brings_the_choice_back(ours: Site, page: Page, dossier_of: Read) -> None:
    topic, type_, both = pair(dossier_of(ours))
    page.goto(ours.base + PATH)
    field(page, "actor").select_option(topic)
    field(page, "type").select_option(type_)
    page.locator("ol.timeline > li:visible .title a").first.click()
    page.wait_for_url(f"**/{both[0]}/")
    page.go_back()
    expect(status(page)).to_contain_text(f"{len(both)} von")
    assert shown(page) == both
    # a year's link is a step of its own, with the choice made then
    page.locator(f".density .wide a[href='#y{dossier_of(ours).events[both[0]].record.date.year}']").click()
    assert query(page) == f"actor={topic}&type={type_}"
    field(page, "type").select_option("")
    page.go_back()
    assert shown(page) == both
    assert field(page, "type").input_value() == type_


def test_years_without_a_match_are_no_links_in_the_overview(ours: Site, page: Page, dossier_of: Read) -> None:
    dossier = dossier_of(ours)
    _, type_, _ = pair(dossier)
    page.goto(f"{ours.base}{PATH}?type={type_}")
    years = {f"#y{event.record.date.year}" for event in dossier.events.values() if event.record.type == type_}
    links = page.locator(".density .wide a[href]")
    assert set(links.evaluate_all("all => all.map(a => a.getAttribute('href'))")) == years
    field(page, "type").select_option("")
    assert links.count() == len({event.record.date.year for event in dossier.events.values()})


def test_years_of_the_overview_can_be_touched(ours: Site, open_page: OpenPage) -> None:
    for width in (320, 390, 1280):
        page = open_page((width, 800))
        page.goto(ours.base + PATH)
        boxes = [link.bounding_box() for link in page.locator(".density a:visible").all()]
        assert boxes
        assert min(min(box["width"], box["height"]) for box in boxes if box) >= 24, width


def test_filters_by_keyboard_alone(ours: Site, page: Page, dossier_of: Read) -> None:
    dossier = dossier_of(ours)
    page.goto(ours.base + PATH)
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.timeline-filters [name=q]')"):
            break
    page.keyboard.type("soleimani")
    found = shown(page)
    assert 0 < len(found) < len(dossier.events)
    page.keyboard.press("Enter")  # sends nothing
    assert shown(page) == found
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Auswahl aufheben"
    page.keyboard.press("Enter")
    assert shown(page) == list(dossier.events)
    page.keyboard.press("ArrowDown")  # the first list has the focus
    assert 0 < len(shown(page)) < len(dossier.events)


def test_without_javascript_all_events_are_there_and_no_filters(
    site: Site, open_page: OpenPage, dossier_of: Read
) -> None:
    for size in (PHONE, (1280, 800)):
        page = open_page(size, java_script_enabled=False)
        page.goto(site.base + PATH)
        assert shown(page) == list(dossier_of(site).events)
        assert not page.locator(".timeline-filters").is_visible()


def test_filters_work_from_the_file_system(ours: Site, page: Page, dossier_of: Read) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    topic, type_, both = pair(dossier_of(ours))
    page.goto(f"{(ours.root / PATH / 'index.html').as_uri()}?actor={topic}")
    field(page, "type").select_option(type_)
    expect(status(page)).to_contain_text(f"{len(both)} von")
    assert query(page) == f"actor={topic}&type={type_}"
    assert faults == []
