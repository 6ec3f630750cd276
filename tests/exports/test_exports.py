"""The exported files against each other and against the pages, read by the tools that people read them with."""

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import frictionless
import icalendar
import pytest
from workshop import HARBOUR, ROOT

from generator.addresses import claim_url, url
from generator.asked import Asker
from generator.dossier import Dossier
from generator.exports import exports
from generator.exports.package import package
from generator.exports.tables import Table, tables
from generator.feeds import feeds
from generator.pages import pages
from generator.pages.page import Page
from generator.pipeline import Project, load
from generator.problems import Problems
from generator.render import render

DOSSIERS = {"ours": ROOT, "harbour": HARBOUR, "awkward": HARBOUR.with_name("awkward")}
ADDRESS = "https://example.org/dossier/"


@dataclass(frozen=True)
class Exported:
    dossier: Dossier
    files: dict[str, str]
    """Name → text, of the package in data/."""
    series: dict[str, str]
    """Path → text, of the excerpts beside the pages of measures."""
    pages: dict[str, Page]

    def csv(self, name: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.files[f"{name}.csv"], newline=""), strict=True))

    def json(self, name: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.files[f"{name}.json"])
        return found

    def page(self, path: str) -> str:
        """What a reader sees of a page's Markdown, blanks aside."""
        return shown(self.markdown(path))

    def markdown(self, path: str) -> str:
        return render(self.pages[path], self.dossier)


def shown(markdown: str) -> str:
    return re.sub(r"\s+", "", unescape(markdown))


def exported(folder: Path) -> Exported:
    loaded = load(Project(folder), Problems())
    assert loaded
    dossier = replace(loaded.dossier, address=ADDRESS)
    written = {path: content.decode() for path, content in exports(dossier)}
    files = {path.removeprefix("data/"): text for path, text in written.items() if path.startswith("data/")}
    series = {path: text for path, text in written.items() if path.startswith("figures/")}
    assert len(files) + len(series) == len(written)
    return Exported(dossier, files, series, {page.path: page for page in pages(dossier)})


@pytest.fixture(scope="module", params=DOSSIERS)
def found(request: pytest.FixtureRequest) -> Exported:
    return exported(DOSSIERS[request.param])


@pytest.fixture(scope="module")
def awkward() -> Exported:
    return exported(DOSSIERS["awkward"])


@pytest.fixture
def folder(found: Exported, tmp_path: Path) -> Path:
    for name, text in found.files.items():
        (tmp_path / name).write_bytes(text.encode())
    return tmp_path


def test_the_same_dossier_gives_the_same_bytes(found: Exported) -> None:
    texts = {f"data/{name}": text for name, text in found.files.items()} | found.series
    assert dict(exports(found.dossier)) == {path: text.encode() for path, text in texts.items()}


# The tables


def test_each_table_has_a_value_for_each_column_and_no_other(found: Exported) -> None:
    for table in tables(found.dossier):
        names = [column.name for column in table.columns]
        assert all(list(row) == names for row in table.rows), table.name
        assert len(set(names)) == len(names)


def test_there_are_as_many_rows_as_records(found: Exported) -> None:
    dossier = found.dossier
    expected = {
        "articles": len(dossier.articles),
        "claims": len(dossier.claims),
        "topics": len(dossier.topics),
        "events": len(dossier.events),
        "questions": len(dossier.questions),
        "positions": sum(len(question.record.positions) for question in dossier.questions.values()),
        "answers": sum(len(question.answers) for question in dossier.questions.values()),
        "measures": len(dossier.measures),
        "figures": sum(len(measure.figures) for measure in dossier.measures.values()),
        "statuses": sum(len(claim.record.status) for claim in dossier.claims.values() if not claim.withdrawn),
        "roles": sum(len(claim.record.role) for claim in dossier.claims.values() if not claim.withdrawn),
        "relations": sum(len(claim.record.relation) for claim in dossier.claims.values() if not claim.withdrawn),
    }
    assert {table.name: len(table.rows) for table in tables(dossier)} == expected
    assert {name: len(found.csv(name)) for name in expected} == expected
    assert {name: len(found.json(name)) for name in expected} == expected


def kept(text: str) -> str:
    """A text cell of CSV as it was: the rule that the page tells."""
    return text.removeprefix("'")


def test_csv_and_json_hold_the_same(found: Exported) -> None:
    for table in tables(found.dossier):
        types = {column.name: column.type for column in table.columns}
        for from_csv, from_json in zip(found.csv(table.name), found.json(table.name), strict=True):
            assert list(from_csv) == list(from_json) == list(types)
            for name, value in from_json.items():
                assert from_csv[name] == as_cell(value, from_csv[name]), (table.name, name)


def as_cell(value: Any, cell: str) -> str:
    """The cell that a value becomes, worked out from the rules on the page; guarded where the cell is."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return {True: "true", False: "false"}[value]
    if isinstance(value, (int, float)):
        assert float(cell) == value
        return cell
    items = value if isinstance(value, list) else []
    text = ";".join(re.sub(r"([\\;])", r"\\\1", str(item)) for item in items) if isinstance(value, list) else value
    return f"'{text}" if text[:1] in set("=+-@'\t\r\n") - {""} else text


def test_no_cell_begins_like_a_formula(found: Exported) -> None:
    for table in tables(found.dossier):
        texts = {column.name for column in table.columns if column.type in ("string", "list")}
        cells = [cell for row in found.csv(table.name) for name, cell in row.items() if name in texts]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_awkward_texts_come_through(awkward: Exported) -> None:
    texts = {row["id"]: row["text"] for row in awkward.csv("claims")}
    claims = {key: claim.text for key, claim in awkward.dossier.claims.items() if not claim.withdrawn}
    assert [text for text in claims.values() if text.startswith("-")]
    assert {key: kept(texts[key]) for key in claims} == claims
    provenance = {row["id"]: row["provenance"] for row in awkward.csv("articles")}
    originals = {name: each.record.provenance or "" for name, each in awkward.dossier.articles.items()}
    assert any("\n" in text for text in originals.values())
    assert {name: kept(text) for name, text in provenance.items()} == originals


def test_ids_lead_to_rows_that_are_there(found: Exported) -> None:
    rows = {table.name: found.json(table.name) for table in tables(found.dossier)}
    ids = {name: {row["id"] for row in listed if "id" in row} for name, listed in rows.items()}
    assert all(len(ids[name]) == len(rows[name]) for name in ids if ids[name])
    lists = {"topic_ids": "topics", "speaker_ids": "topics", "via_ids": "topics", "place_ids": "topics"}
    lists["event_ids"] = "events"
    for listed in rows.values():
        for row in listed:
            for column, table in lists.items():
                assert set(row.get(column) or ()) <= ids[table]


def test_permalinks_are_the_addresses_of_the_site(found: Exported) -> None:
    dossier = found.dossier
    for name in ("articles", "topics", "events", "questions", "measures"):
        assert {row["id"]: row["permalink"] for row in found.csv(name)} == {
            row["id"]: url(dossier, row["id"]) for row in found.csv(name)
        }
    links = {claim.key: claim_url(dossier, claim) for claim in dossier.claims.values()}
    assert {row["id"]: row["permalink"] for row in found.csv("claims")} == links
    for name in ("answers", "figures", "statuses", "roles", "relations"):
        assert all(row["permalink"] == links[row["claim_id"]] for row in found.csv(name))


def test_bounds_enclose_what_is_written(found: Exported) -> None:
    for table in tables(found.dossier):
        for name in {column.name.removesuffix("_edtf") for column in table.columns if column.name.endswith("_edtf")}:
            for row in found.csv(table.name):
                first, last = row[f"{name}_from"], row[f"{name}_to"]
                assert bool(first or last) == bool(row[f"{name}_edtf"])
                assert not (first and last) or date.fromisoformat(first) <= date.fromisoformat(last)


# What must not be there


def test_a_withdrawn_claim_leaves_its_notice_alone(awkward: Exported) -> None:
    withdrawn = {key: claim for key, claim in awkward.dossier.claims.items() if claim.withdrawn}
    assert withdrawn
    for row in awkward.json("claims"):
        if row["id"] in withdrawn:
            said = {name for name, value in row.items() if value not in (None, [])}
            assert said == {"id", "article_id", "permalink", "withdrawn_on", "withdrawn_reason"}
        else:
            assert row["text"]
            assert row["withdrawn_on"] is None
    for text in (claim.text for claim in withdrawn.values()):
        assert not [name for name, content in awkward.files.items() if text in content]


def test_no_article_text_is_exported(awkward: Exported) -> None:
    assert awkward.dossier.texts
    for text in awkward.dossier.texts.values():
        for line in filter(None, (line.strip() for line in text.splitlines())):
            assert not [name for name, content in awkward.files.items() if len(line) > 20 and line in content]


# Against the pages


def test_an_article_page_has_an_anchor_for_each_claim_exported(found: Exported) -> None:
    claims = found.json("claims")
    for article in found.dossier.articles:
        markdown = found.markdown(f"articles/{article}.md")
        own = [row for row in claims if row["article_id"] == article]
        anchors = re.findall(r'<span id="([^"]+)" class="claim"', markdown)
        assert sorted(anchors) == sorted(row["id"].partition("#")[2] for row in own)


def test_a_measure_page_shows_the_exported_figures(found: Exported) -> None:
    for measure in found.json("measures"):
        page = found.page(f"figures/{measure['id']}.md")
        rows = [row for row in found.json("figures") if row["measure_id"] == measure["id"]]
        assert len(rows) == measure["figure_count"]
        values = re.findall(r"\|\*\*([^*|]+)\*\*\|", page)
        assert [f"{value}({shown(measure['unit'])})" for value in values] == [shown(row["written"]) for row in rows]


def test_a_measure_has_a_file_of_its_own_figures_alone(found: Exported) -> None:
    rows = found.csv("figures")
    for measure in found.dossier.measures.values():
        path = f"figures/{measure.id}.csv"
        link = f"({measure.id}.csv)"
        assert (link in found.markdown(f"figures/{measure.id}.md")) == bool(measure.figures) == (path in found.series)
        if measure.figures:
            series = csv.DictReader(io.StringIO(found.series[path], newline=""), strict=True)
            assert list(series) == [row for row in rows if row["measure_id"] == measure.id]
            german = found.series[f"figures/{measure.id}.excel.csv"]
            assert f"({measure.id}.excel.csv)" in found.markdown(f"figures/{measure.id}.md")
            assert german.startswith("\ufeff")
            cells = list(csv.reader(io.StringIO(german.removeprefix("\ufeff"), newline=""), delimiter=";", strict=True))
            columns = {name: number for number, name in enumerate(cells[0])}
            assert [*columns] == [name for name in rows[0] if not name.endswith("_edtf")], "Excel would make days of it"
            assert [line[columns["value"]].replace(",", ".") for line in cells[1:]] == [
                row["value"] for row in rows if row["measure_id"] == measure.id
            ]


def test_each_figure_names_who_says_it_in_words(found: Exported) -> None:
    names = {topic.id: topic.record.name for topic in found.dossier.topics.values()}
    for row in found.json("figures"):
        said = [names[speaker] for speaker in row["speaker_ids"]] + row["anonymous_speakers"]
        said = said or [names[source] for source in row["via_ids"]] or [row["source"]]
        assert all(name in row["speaker_label"] for name in said)
        assert row["speaker_label"].count("; ") >= len(said) - 1
    assert any(not row["speaker_ids"] for each in DOSSIERS.values() for row in exported(each).json("figures"))


def test_the_package_is_as_old_as_the_newest_day_in_it(found: Exported) -> None:
    described = json.loads(found.files["datapackage.json"])
    days = [row[name] for row in found.json("articles") for name in ("added_on", "corrected_on", "withdrawn_on")]
    days += [row[name] for row in found.json("claims") for name in ("corrected_on", "withdrawn_on")]
    newest = max(filter(None, days))
    assert described["created"] == f"{newest}T00:00:00Z"
    assert described["version"] == ".".join(str(int(part)) for part in newest.split("-"))
    without = replace(found.dossier, articles={}, claims={}, asker=Asker())  # one asker remembers things of one dossier
    empty = json.loads(package(without, []))
    assert not {"created", "version"} & empty.keys()


def test_the_data_page_names_what_can_be_followed(found: Exported) -> None:
    page = found.markdown("data/index.md")
    for link in ("](timeline.ics)", "](../feed.xml)", f"]({ADDRESS}llms.txt)", "](../links.json)", "](../objects.inv)"):
        assert link in page
    feeds_of_topics = re.findall(r"\]\(\.\./([^)]*\.atom\.xml)\)", page)
    assert len(feeds_of_topics) == 1
    assert feeds_of_topics[0] in dict(feeds(found.dossier, {}))
    nowhere = replace(found.dossier, address="")
    unaddressed = next(page for page in pages(nowhere) if page.path == "data/index.md")
    assert "feed.xml" not in render(unaddressed, nowhere), "a feed needs an address"


def test_the_timeline_has_the_exported_events(found: Exported) -> None:
    timeline = found.page("timeline/index.md")
    for event in found.json("events"):
        assert shown(event["when_written"]) in timeline
        assert f"{event['id']}.md" in timeline


def test_the_data_page_counts_the_rows(found: Exported) -> None:
    page = found.page("data/index.md")
    for name in found.files:
        assert f"]({name})" in page
    for table in tables(found.dossier):
        count = f"{len(found.csv(table.name)):,}".replace(",", ".")
        assert re.search(rf"\|\[{table.name}\.csv\][^|]*\|[^|]*\|{re.escape(count)}\|", page), table.name
        assert f"<summary>{table.name}:{len(table.columns)}Spalten" in page


def code(markdown: str) -> Iterator[str]:
    """The indented blocks of the part about Python."""
    part = re.split(r"^## ", markdown.partition("{ #_python}")[2], maxsplit=1, flags=re.MULTILINE)[0]
    for block in re.findall(r"(?:^(?:    .*)?\n)+", part, re.MULTILINE):
        if block.strip():
            yield re.sub(r"^    ", "", block, flags=re.MULTILINE)


def test_the_examples_on_the_page_run(found: Exported, folder: Path) -> None:
    printed = []
    for example in code(found.markdown("data/index.md")):
        command = [sys.executable, "-X", "utf8", "-W", "error", "-c", example]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
        printed.append(done.stdout.splitlines())
    series, claims, places = printed
    measures = found.dossier.measures.values()
    assert len(series) == max((len(measure.figures) for measure in measures), default=0) > 0
    most = max(found.dossier.about.values(), key=len)
    assert sorted(claims) == sorted(f"{claim.text} {claim_url(found.dossier, claim)}" for claim in most)
    assert len(places) == len(json.loads(found.files["places.geojson"])["features"]) > 0


# Read by those who know the formats


def test_frictionless_finds_the_package_valid(found: Exported, folder: Path) -> None:
    report = frictionless.Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "fieldName", "rowNumber", "message"])
    described = {task.place for task in report.tasks}
    assert described == set(found.files) - {"datapackage.json"}


def test_frictionless_would_find_a_wrong_value(awkward: Exported, tmp_path: Path) -> None:
    for name, text in awkward.files.items():
        wrong = text.replace("2041-01-05-fahrplan,", "nirgends,", 1) if name == "figures.csv" else text
        (tmp_path / name).write_bytes(wrong.encode())
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert {error for (error,) in report.flatten(["type"])} >= {"foreign-key"}


def test_every_column_is_described_with_its_type(found: Exported) -> None:
    described = json.loads(found.files["datapackage.json"])
    schemas = {each["name"]: each["schema"] for each in described["resources"] if "schema" in each}
    listed: list[Table] = tables(found.dossier)
    assert set(schemas) == {table.name for table in listed}
    for table in listed:
        assert [field["name"] for field in schemas[table.name]["fields"]] == [column.name for column in table.columns]
        assert all(field["description"].endswith(".") for field in schemas[table.name]["fields"])


def test_places_are_points_on_the_earth(found: Exported) -> None:
    collection = json.loads(found.files["places.geojson"])
    located = {topic.id: topic.record for topic in found.dossier.topics.values() if topic.record.coordinates}
    assert collection["type"] == "FeatureCollection"
    assert {feature["id"] for feature in collection["features"]} == set(located)
    for feature in collection["features"]:
        longitude, latitude = feature["geometry"]["coordinates"]
        assert feature["geometry"]["type"] == "Point"
        assert -180 <= longitude <= 180
        assert -90 <= latitude <= 90
        point = located[feature["id"]].coordinates
        assert point
        assert (latitude, longitude) == (point.lat, point.lon)


def test_the_calendar_holds_every_event(found: Exported) -> None:
    calendar = icalendar.Calendar.from_ical(found.files["timeline.ics"])
    entries = calendar.walk("VEVENT")
    assert not [error for entry in entries for error in entry.errors]
    uids = [str(entry["UID"]).partition("@")[0] for entry in entries]
    assert uids == list(found.dossier.events)
    for entry, event in zip(entries, found.json("events"), strict=True):
        assert str(entry["SUMMARY"]) == event["title"]
        assert str(entry["URL"]) == event["permalink"]
        assert event["when_written"] in str(entry["DESCRIPTION"])
        first, end = entry["DTSTART"].dt, entry["DTEND"].dt
        assert type(first) is date
        assert first < end
        assert event["when_from"] in (None, first.isoformat())
        if event["when_from"] and event["when_to"]:
            assert date.fromordinal(end.toordinal() - 1).isoformat() == event["when_to"]
    assert all(len(line.encode()) <= 75 for line in found.files["timeline.ics"].split("\r\n"))
