"""`objects.inv` and `links.json`: everything is in them, and every address leads there."""

import html
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

import pytest
from small import dossier
from sphobjinv import DataObjStr, Inventory
from workshop import ENVIRONMENT, HARBOUR, ROOT, copy_dossier

from generator.addresses import page_path
from generator.dossier import Claim, Dossier
from generator.inventory import INVENTORY, LINKS, inventory, link_list
from generator.model import Notice
from generator.pages import pages
from generator.pipeline import load, write_docs
from generator.problems import Problems
from generator.site import build_site

ADDRESS = "https://a.example/unter/pfad/"
UMLAUTS = "unter/größe-und-übung"
AWKWARD = ROOT / "tests" / "dossiers" / "awkward"


@dataclass(frozen=True)
class Site:
    root: Path
    dossier: Dossier

    def html(self, address: str) -> str:
        """The page at an address relative to the site, as a server finds it."""
        path = unquote(address.partition("#")[0])
        file = self.root / path / "index.html" if path.endswith("/") or not path else self.root / path
        return file.read_text(encoding="utf-8")

    def leads_there(self, address: str) -> bool:
        _, hash_sign, anchor = address.partition("#")
        return not hash_sign or f'id="{unquote(anchor)}"' in self.html(address)

    @property
    def links(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads((self.root / LINKS).read_text(encoding="utf-8"))["links"]
        return found


@pytest.fixture(scope="module", params=[HARBOUR, AWKWARD], ids=["harbour", "awkward"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    project = copy_dossier(request.param, tmp_path_factory.mktemp("site"))
    settings = project.root / "mkdocs.yml"  # its menu is that of our own dossier
    settings.write_text(re.sub(r"^nav:\n( .*\n)+", "", settings.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    page = project.docs / f"{UMLAUTS}.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text("# Größe und Übung\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOSSIER_SITE_URL", ADDRESS)
        patch.setenv("SOURCE_DATE_EPOCH", ENVIRONMENT["SOURCE_DATE_EPOCH"])
        loaded = load(project, Problems())
        assert loaded
        assert write_docs(project, loaded, Problems())
        build_site(project)
    return Site(project.site, loaded.dossier)


def ids(held: Dossier) -> list[str]:
    return [*held.topics, *held.articles, *held.events, *held.questions, *held.measures]


def label(claim: Claim) -> str:
    return f"{claim.article.id}.{claim.record.id}"


def rows(content: bytes) -> list[DataObjStr]:
    return list(Inventory(zlib=content).objects)


# The inventory


def test_the_inventory_holds_every_record_claim_and_hand_written_page(site: Site) -> None:
    found = rows((site.root / INVENTORY).read_bytes())
    labels = [row.name for row in found if (row.domain, row.role) == ("std", "label")]
    overviews = {page.path for page in pages(site.dossier)} - {
        page_path(site.dossier, name) for name in ids(site.dossier)
    }
    named = [PurePosixPath(path).parent.name or "index" for path in overviews]
    assert {"index", "timeline", "data", "corrections", "search"} <= {*named}
    assert sorted(labels) == sorted([*ids(site.dossier), *named, *map(label, site.dossier.claims.values())])
    documents = {row.name for row in found if (row.domain, row.role) == ("std", "doc")}
    assert documents == {path.removesuffix(".md") for path in site.dossier.page_titles}
    assert UMLAUTS in documents
    assert len(found) == len(labels) + len(documents)


def test_every_address_of_the_inventory_leads_there(site: Site) -> None:
    found = rows((site.root / INVENTORY).read_bytes())
    assert [row.uri for row in found if not row.uri.isascii() or row.uri.startswith(("/", "http"))] == []
    assert [row.uri for row in found if not site.leads_there(row.uri)] == []
    assert {row.uri for row in found if row.name == UMLAUTS} == {"unter/gr%C3%B6%C3%9Fe-und-%C3%BCbung/"}
    for row in found:
        if row.name in site.dossier.topics:
            assert row.uri == page_path(site.dossier, row.name).replace(".md", "/")
            assert row.dispname == " ".join(site.dossier.topics[row.name].record.name.split())


def test_an_id_stands_behind_a_page_of_that_name(tmp_path: Path) -> None:
    """mkdocstrings takes the last."""
    held = dossier(tmp_path, files={"docs/imke-fries.md": "# Eine andere\n"})
    found = [(row.role, row.uri) for row in rows(inventory(pages(held), held)[INVENTORY]) if row.name == "imke-fries"]
    assert found == [("doc", "imke-fries/"), ("label", "actors/imke-fries/")]


def test_an_overview_is_called_as_its_address_ends_unless_a_record_is(tmp_path: Path) -> None:
    """Records win: where an actor is called `data`, the data page is called by its whole path."""
    files = {"seeds/actors/daten.yml": "data: {name: Daten, type: person}\n"}
    for name, more, called in (("a", {}, "data"), ("b", files, "data/index")):
        held = dossier(tmp_path / name, files=more)
        made = list(pages(held))
        found = {row.uri: row.name for row in rows(inventory(made, held)[INVENTORY])}
        assert (found["data/"], found["timeline/"], found["./"]) == (called, "timeline", "index")
        listed = {link["url"]: link for link in json.loads(link_list(made, replace(held, address="")))["links"]}
        assert (listed["data/"]["id"], listed["data/"]["ref"]) == (called, called)
        assert len(set(found.values())) == len(found)
    assert found["actors/data/"] == "data"


# links.json


def test_the_links_are_the_pages_of_the_site(site: Site) -> None:
    listed = {link["url"] for link in site.links if link["kind"] != "claim"}
    found = (page for page in site.root.rglob("index.html") if 'http-equiv="refresh"' not in page.read_text("utf-8"))
    built = {page.parent.relative_to(site.root).as_posix() for page in found}
    assert {unquote(address) for address in listed} == {
        ADDRESS if path == "." else f"{ADDRESS}{path}/" for path in built
    }
    assert len(listed) == sum(link["kind"] != "claim" for link in site.links)


def test_every_link_leads_there_and_says_what_the_page_says(site: Site) -> None:
    for link in site.links:
        address = link["url"].removeprefix(ADDRESS)
        assert link["url"].isascii()
        assert site.leads_there(address), address
        head = site.html(address).partition("</head>")[0]
        if link["kind"] != "claim" and link["summary"]:
            described = re.search(r'<meta name="description" content="([^"]*)"', head)
            assert described
            assert link["summary"] == " ".join(html.unescape(described[1]).split())
        assert "\n" not in link["title"] + link["summary"]


def test_links_name_kind_title_and_aliases(site: Site) -> None:
    held, links = site.dossier, {link["id"]: link for link in site.links}
    assert [link["id"] for link in site.links] == sorted(link["id"] for link in site.links)
    assert {name for name, link in links.items() if link["kind"] == "claim"} == held.claims.keys()
    for topic in held.topics.values():
        link = links[topic.id]
        assert (link["kind"], link["aliases"]) == (topic.kind_id, list(topic.record.aliases))
    for name in held.measures:
        assert links[name]["kind"] == "figure"
    for claim in held.claims.values():
        assert (links[claim.key]["title"] == " ".join(claim.text.split())) is not claim.withdrawn
        assert " ".join(claim.article.record.title.split()) in links[claim.key]["summary"]
    assert (links[UMLAUTS]["kind"], links[UMLAUTS]["title"]) == ("page", "Größe und Übung")


def test_addresses_are_relative_where_the_site_has_none(tmp_path: Path) -> None:
    held = replace(dossier(tmp_path), address="")
    links = {link["id"]: link["url"] for link in json.loads(link_list(pages(held), held))["links"]}
    assert (links["imke-fries"], links["index"]) == ("actors/imke-fries/", "./")


# Both


def test_a_link_names_its_entry_of_the_inventory(site: Site) -> None:
    found = {(row.name, row.uri) for row in rows((site.root / INVENTORY).read_bytes())}
    assert {(link["ref"], link["url"].removeprefix(ADDRESS) or "./") for link in site.links} == found
    assert {link["kind"] for link in site.links if link["ref"] != link["id"]} == {"claim"}


def _inventory(held: Dossier) -> str:
    return Inventory(zlib=inventory(pages(held), held)[INVENTORY]).data_file().decode()


def _link_list(held: Dossier) -> str:
    return link_list(pages(held), held).decode()


@pytest.mark.parametrize("written", [_inventory, _link_list])
def test_a_withdrawn_claim_can_be_linked_but_says_nothing(tmp_path: Path, written: Callable[[Dossier], str]) -> None:
    held = dossier(tmp_path)
    claim = held.claims["2031-04-lager#treffen"]
    assert claim.text in written(held)
    gone = claim.record.model_copy(update={"withdrawn": Notice(date="2031-05-01", reason="falsch")})
    after = written(replace(held, claims={**held.claims, claim.key: replace(claim, record=gone)}))
    assert claim.text not in after
    assert "#treffen" in after


@pytest.mark.parametrize("written", [lambda held: inventory(pages(held), held)[INVENTORY], _link_list])
def test_the_order_of_records_changes_nothing(tmp_path: Path, written: Callable[[Dossier], object]) -> None:
    held = dossier(tmp_path)
    turned = replace(held, claims=dict(reversed(held.claims.items())), events=dict(reversed(held.events.items())))
    assert written(turned) == written(held)
