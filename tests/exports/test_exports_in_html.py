"""Every export against the HTML of the built site: as many, and the same values, as a reader of the pages finds."""

import csv
import io
import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

import feedparser
import icalendar
import pytest
from sphobjinv import Inventory
from workshop import HARBOUR, ROOT, copy_dossier

from generator.dates import parse_when
from generator.german.dates import write_when
from generator.html_tree import Element, parse_html
from generator.pipeline import generate
from generator.problems import Problems
from generator.site import build_site

ADDRESS = "https://example.org/dossier/"
NO_WORDS = {"footnote-ref", "cross-reference"}


def squeezed(text: str) -> str:
    """Without blanks of any kind: German typography sets other ones than were typed."""
    return re.sub(r"[\s\u00ad\u2060]", "", text)


def words(element: Element) -> str:
    """What is read of an element, but for the numbers of its evidence."""
    parts = (
        child if isinstance(child, str) else words(child)
        for child in element.children
        if isinstance(child, str) or NO_WORDS.isdisjoint(child.classes)
    )
    return squeezed(Element("", children=[*parts]).text)


def within(element: Element, tag: str, name: str = "") -> list[Element]:
    """The elements of this tag inside, of this class where one is named."""
    return [each for each in element.elements() if each.tag == tag and (not name or name in each.classes)]


@dataclass(frozen=True)
class Site:
    """Only files: what is downloaded, and what is shown."""

    root: Path

    def table(self, name: str) -> list[dict[str, str]]:
        text = (self.root / "data" / f"{name}.csv").read_bytes().decode()
        return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))

    @cache  # noqa: B019 - there are few sites
    def page(self, address: str) -> Element:
        """The part of a page that is its own, but for the box that tells how to cite it."""
        path = unquote(address.removeprefix(ADDRESS))
        html = (self.root / path / "index.html").read_text(encoding="utf-8")
        (main,) = [each for each in parse_html(html).elements() if "md-content__inner" in each.classes]
        main.remove({each for each in main.elements() if "cite-box" in each.classes})
        return main

    def title(self, address: str) -> str:
        (heading,) = within(self.page(address), "h1")
        return words(heading)

    def claim(self, permalink: str) -> Element:
        """The item that a claim's address leads to."""
        address, _, anchor = permalink.partition("#")
        (item,) = [item for item in within(self.page(address), "li") if _is(item, unquote(anchor))]
        return item

    def below(self, folder: str) -> set[str]:
        """The addresses of the pages in a folder, but for its list and those that only lead on."""
        found = (self.root / folder).glob("*/index.html")
        pages = (page for page in found if 'http-equiv="refresh"' not in page.read_text(encoding="utf-8"))
        return {f"{ADDRESS}{folder}/{page.parent.name}/" for page in pages}

    def links(self, element: Element, page: str) -> set[str]:
        """Where the links inside lead, as whole addresses."""
        return {urljoin(page, each.href) for each in element.elements() if each.tag == "a" and each.href}


def _is(item: Element, anchor: str) -> bool:
    return any(each.id == anchor for each in within(item, "span", "claim"))


def fact(page: Element, label: str) -> str:
    """What stands in the facts of a page under a label; empty where there is no such."""
    rows = [row for facts in within(page, "dl", "facts") for row in within(facts, "div")]
    found = [row for row in rows if words(within(row, "dt")[0]) == squeezed(label)]
    return "".join(words(each) for row in found for each in within(row, "dd"))


def count(text: str, noun: str) -> int:
    """How many of something a text names; none where it names none."""
    found = re.search(rf"(\d+){noun}", text)
    return int(found[1]) if found else 0


@pytest.fixture(scope="module", params=[HARBOUR, ROOT], ids=["harbour", "ours"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    project = copy_dossier(request.param, tmp_path_factory.mktemp("exported"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOSSIER_SITE_URL", ADDRESS)
        assert generate(project, problems := Problems()), list(map(str, problems))
        build_site(project)
    return Site(project.site)


# Tables


def test_rows_are_pages_and_bear_their_titles(site: Site) -> None:
    folders = {"articles": "articles", "events": "timeline", "questions": "questions", "measures": "figures"}
    topics = site.table("topics")
    kinds = {urljoin(row["permalink"], "..").removeprefix(ADDRESS).strip("/") for row in topics}
    shown = {address for folder in kinds for address in site.below(folder)}
    assert {row["permalink"] for row in topics} == shown
    for table, folder in folders.items():
        assert {row["permalink"] for row in site.table(table)} == site.below(folder), table
    for row in [*topics, *(row for table in folders for row in site.table(table))]:
        assert site.title(row["permalink"]) == squeezed(row.get("name") or row["title"])


def test_an_article_page_shows_each_claim_as_it_is_exported(site: Site) -> None:
    claims = site.table("claims")
    for article in site.table("articles"):
        page = site.page(article["permalink"])
        own = [row for row in claims if row["article_id"] == article["id"]]
        standing = [row for row in own if not row["withdrawn_on"]]
        anchors = [mark.id for mark in within(page, "span", "claim")]
        assert sorted(anchors) == sorted(row["id"].partition("#")[2] for row in own)
        assert int(article["claim_count"]) == len(standing) == count(fact(page, "Ausgewertet"), "Aussage")
        assert squeezed(write_when(parse_when(article["published_edtf"]))) in fact(page, "Veröffentlicht")
        for row in own:
            item = site.claim(row["permalink"])
            told = words(item)
            if row["withdrawn_on"]:
                assert told.startswith("zurückgezogen")
                assert squeezed(row["withdrawn_reason"]) in told
                continue
            assert told.startswith(squeezed(row["text"].lstrip("'")))
            number = re.search(r"Ab(?:satz|sätze)([0-9,–]+)", told)
            assert number
            assert re.findall("[0-9]+", number[1])[0] == row["paragraphs"].split(";")[0]
            assert bool(within(item, "em", "unverified")) == (row["verification"] == "unverified")
            assert bool(within(item, "span", "changed")) == bool(row["corrected_on"])
            assert squeezed(row["corrected_reason"]) in told


def test_a_topic_page_shows_what_is_exported_of_it(site: Site) -> None:
    located = 0
    for row in site.table("topics"):
        page = site.page(row["permalink"])
        assert squeezed(row["type_label"]) in fact(page, row["kind_label"])
        names = fact(page, "Auch genannt").split("·")
        assert [name for name in names if name] == [squeezed(alias) for alias in row["aliases"].split(";") if alias]
        assert int(row["claim_count"]) == count(fact(page, "Belegt durch"), "Aussage")
        place = fact(page, "Lage")
        assert bool(row["latitude"]) == bool(place)
        if place:
            degrees = re.findall(r"([0-9]+(?:,[0-9]+)?)°([NSOW])", place)
            numbers = [float(number.replace(",", ".")) * (-1 if way in "SW" else 1) for number, way in degrees]
            assert numbers == [float(row["latitude"]), float(row["longitude"])]
            assert ("(ungefähr)" in place) == (row["coordinates_approximate"] == "true")
            located += 1
        for column in ("intro", "note"):
            shown = re.sub(r"\W", "", words(page))
            assert re.sub(r"\W", "", row[column])[:40] in shown
    assert located


def test_the_timeline_shows_the_exported_events(site: Site) -> None:
    events = site.table("events")
    timeline = site.page(f"{ADDRESS}timeline/")
    items = [item for item in within(timeline, "li") if "data-type" in item.attributes]
    assert len(items) == len(events)
    by_address = {link: item for item in items for link in site.links(item, f"{ADDRESS}timeline/")}
    for row in events:
        item, page = by_address[row["permalink"]], site.page(row["permalink"])
        (when,) = within(item, "p", "when")
        (title,) = within(item, "p", "title")
        assert words(when) == squeezed(row["when_written"]) == fact(page, "Datum")
        assert words(title) == squeezed(row["title"] + row["type_label"])
        assert fact(page, "Art") == squeezed(row["type_label"])
        assert int(row["claim_count"]) == count(fact(page, "Belegt durch"), "Aussage")


def test_a_question_page_shows_the_exported_answers(site: Site) -> None:
    positions, answers = site.table("positions"), site.table("answers")
    for row in site.table("questions"):
        page = site.page(row["permalink"])
        assert within(page, "em", f"question-{row['status']}")
        own = [each for each in positions if each["question_id"] == row["id"]]
        sections = {
            heading.id.removeprefix("_antwort-"): (words(heading), section)
            for section in within(page, "section")
            for heading in within(section, "h2")
        }
        assert [each["position"] for each in own if int(each["claim_count"])] == [
            name for name, (_, section) in sections.items() if within(section, "li")
        ]
        for each in own:
            given = [one["permalink"] for one in answers
                     if (one["question_id"], one["position"]) == (row["id"], each["position"])]  # fmt: skip
            assert len(given) == int(each["claim_count"])
            if given:
                label, section = sections[each["position"]]
                assert label == squeezed(each["label"])
                assert len(within(section, "li")) == len(given)
                assert set(given) <= site.links(section, row["permalink"])


def test_a_figure_page_shows_the_exported_values(site: Site) -> None:
    figures = site.table("figures")
    for measure in site.table("measures"):
        page, address = site.page(measure["permalink"]), measure["permalink"]
        own = [row for row in figures if row["measure_id"] == measure["id"]]
        shown = [row for body in within(page, "tbody") for row in within(body, "tr") if within(row, "strong")]
        assert len(shown) == len(own) == int(measure["figure_count"])
        for row, line in zip(own, shown, strict=True):
            (value,) = within(line, "strong")
            assert words(value) == squeezed(row["written"].removesuffix(f" ({row['unit']})"))
            numbers = [
                float(number.replace(".", "").replace(",", ".")) for number in re.findall("[0-9.,]+", words(value))
            ]
            assert set(numbers) == {float(row[name]) for name in ("value", "min", "max") if row[name]}
            assert row["permalink"] in site.links(line, address)
            assert squeezed(row["text"].lstrip("'")) in words(line)
            for speaker in filter(None, row["speaker_ids"].split(";")):
                assert any(link.endswith(f"/{speaker}/") for link in site.links(line, address))
        assert squeezed(measure["scope"]) in words(page)
        file = site.root / "figures" / f"{measure['id']}.csv"
        assert file.exists() == bool(own) == any(link.endswith(f"/{file.name}") for link in site.links(page, address))


def test_states_offices_and_ties_stand_on_the_pages_of_their_topics(site: Site) -> None:
    topics = {row["id"]: row for row in site.table("topics")}
    for table, label, other in (
        ("statuses", "label", ""),
        ("roles", "role", "at_id"),
        ("relations", "label", "other_id"),
    ):
        for row in site.table(table):
            page = words(site.page(topics[row["topic_id"]]["permalink"]))
            assert squeezed(row[label]) in page, (table, row)
            assert not row.get(other) or squeezed(topics[row[other]]["name"]) in page, (table, row)
            assert within(site.claim(row["permalink"]), "span", "claim")[0].id == row["claim_id"].partition("#")[2]


# The other files


def test_the_data_page_counts_what_is_downloaded(site: Site) -> None:
    page = site.page(f"{ADDRESS}data/")
    counted = {}
    for line in [row for body in within(page, "tbody") for row in within(body, "tr")]:
        cells = [words(cell) for cell in within(line, "td")]
        names = [link.href for link in within(line, "a")]
        assert all((site.root / "data" / name).exists() for name in names if "/" not in name)
        counted |= {name.removesuffix(".csv"): cells[2] for name in names if name.endswith(".csv")}
    assert len(counted) == 12
    for name, number in counted.items():
        rows = json.loads((site.root / "data" / f"{name}.json").read_text(encoding="utf-8"))
        assert len(site.table(name)) == len(rows) == int(number.replace(".", ""))


def test_the_map_and_the_calendar_hold_what_pages_show(site: Site) -> None:
    places = json.loads((site.root / "data/places.geojson").read_text(encoding="utf-8"))["features"]
    rows = {row["permalink"]: row for row in site.table("topics") if fact(site.page(row["permalink"]), "Lage")}
    assert {place["properties"]["permalink"] for place in places} == rows.keys()
    for place in places:
        row = rows[place["properties"]["permalink"]]
        assert place["geometry"]["coordinates"] == [float(row["longitude"]), float(row["latitude"])]
        assert site.title(row["permalink"]) == squeezed(place["properties"]["name"])
    entries = icalendar.Calendar.from_ical((site.root / "data/timeline.ics").read_bytes()).walk("VEVENT")
    assert {str(entry["URL"]) for entry in entries} == site.below("timeline")
    assert len(entries) == len(site.table("events"))
    for entry in entries:
        page = site.page(str(entry["URL"]))
        assert site.title(str(entry["URL"])) == squeezed(str(entry["SUMMARY"]))
        assert fact(page, "Datum") in squeezed(str(entry["DESCRIPTION"]))
        assert fact(page, "Art") == squeezed("".join(map(str, entry["CATEGORIES"].cats)))


def test_links_and_inventory_name_pages_and_claims_as_they_stand_there(site: Site) -> None:
    links: list[dict[str, Any]] = json.loads((site.root / "links.json").read_text(encoding="utf-8"))["links"]
    kinds = Counter(link["kind"] for link in links)
    assert kinds["claim"] == len(site.table("claims")) == sum(
        len(within(site.page(address), "span", "claim")) for address in site.below("articles")
    )  # fmt: skip
    rows = Inventory(zlib=(site.root / "objects.inv").read_bytes()).objects
    inventory = {urljoin(ADDRESS, row.uri_expanded): row.dispname_expanded for row in rows}
    assert inventory.keys() == {link["url"] for link in links}
    for link in links:
        address, title = link["url"], squeezed(link["title"])
        if link["kind"] != "claim":
            assert site.title(address) == title
        else:
            assert words(site.claim(address)).startswith(title)
        assert squeezed(inventory[address]) == title


def test_feeds_hold_the_articles_that_pages_list(site: Site) -> None:
    feed = feedparser.parse((site.root / "feed.xml").read_bytes())
    articles = {entry.link: entry.title for entry in feed.entries if "/articles/" in entry.link}
    assert articles.keys() == site.below("articles")
    assert all(site.title(link) == squeezed(title) for link, title in articles.items())
    for row in site.table("topics"):
        address, page = row["permalink"], site.page(row["permalink"])
        file = site.root / f"{address.removeprefix(ADDRESS).rstrip('/')}.atom.xml"
        own = {entry.link: entry.summary for entry in feedparser.parse(file.read_bytes()).entries}
        shown = {link.partition("#")[0] for link in site.links(page, address) if link.startswith(f"{ADDRESS}articles/")}
        gone = own.keys() - shown  # the feed still tells those who read it there why
        assert all("Zurückgezogen am" in own[link] for link in gone), address
        assert {link for part in within(page, "div", "articles") for link in site.links(part, address)} <= own.keys()


def test_pages_tell_machines_the_claims_that_they_show(site: Site) -> None:
    told = 0
    for address in site.below("articles"):
        html = (site.root / address.removeprefix(ADDRESS) / "index.html").read_text(encoding="utf-8")
        (node,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
        claims = json.loads(node).get("hasPart", [])
        marks = [item for item in within(site.page(address), "li") if within(item, "span", "claim")]
        assert len(claims) == sum(not words(item).startswith("zurückgezogen") for item in marks)
        for claim in claims:
            assert words(site.claim(claim["@id"])).startswith(squeezed(claim["text"]))
            told += 1
    assert told
