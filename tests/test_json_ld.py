"""What pages tell machines: read by rdflib and held against schema.org as it knows it, without any network."""

import json
import re
from collections import Counter
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, cast, get_args
from urllib.parse import unquote

import pytest
import small
from hypothesis import given
from rdflib import RDF, SDO, BNode, Graph, Literal, URIRef
from whens import WHENS
from workshop import ENVIRONMENT, HARBOUR, ROOT, copy_dossier

from generator.addresses import url
from generator.dates import When, parse_when
from generator.dossier import Dossier
from generator.exports import exports
from generator.hand_over import JSON_LD_FILE, Scripts
from generator.json_ld import CONTEXT, json_ld, json_ld_text
from generator.json_ld_things import ORIGINAL, Node, covered, known
from generator.model import anonymous
from generator.pages import pages
from generator.pipeline import Project, generate, load, rendered
from generator.problems import Problems
from generator.schema_org import AGENTS, PLACES, SchemaClass
from generator.site import build_site

# rdflib's reader of JSON-LD warns of what rdflib itself will do away with
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning:rdflib")

ADDRESS = "https://example.org/h%C3%A4fen/nord/"
HOSTILE = "</script><script>alert(1)</script><!-- & Söhne"
BY_HAND = "über-uns.md"


class _Head(HTMLParser):
    """Of a page: its addresses, its anchors and what it tells."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.canonical: list[str] = []
        self.og: dict[str, str] = {}
        self.ids: set[str] = set()
        self.told: list[str] = []
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.ids.add(found.get("id", ""))
        if tag == "link" and found.get("rel") == "canonical":
            self.canonical.append(found["href"])
        if tag == "meta" and "property" in found:
            self.og[found["property"]] = found["content"]
        self._inside = tag == "script" and found.get("type") == "application/ld+json"
        if self._inside:
            self.told.append("")

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.told[-1] += data

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - HTMLParser names it
        self._inside = False


@dataclass(frozen=True)
class _Site:
    dossier: Dossier
    pages: dict[str, _Head]
    """Address below that of the site → the page."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> _Site:
    """The harbour below a path with an umlaut, with a page whose name has one, and a name that would end a script."""
    project = copy_dossier(HARBOUR, tmp_path_factory.mktemp("json-ld") / "harbour")
    (project.docs / BY_HAND).write_text("# Über uns & so\n\nWir.\n", encoding="utf-8")
    (project.docs / "enno-harms.md").write_text("# Kein Akteur\n\nNur so genannt.\n", encoding="utf-8")
    actors = next(path for path in (project.seeds / "actors").glob("*.yml") if "\nenno-harms:" in path.read_text())
    text = actors.read_text(encoding="utf-8")
    actors.write_text(re.sub(r"(\nenno-harms:\n  name: )[^\n]+", rf"\1{HOSTILE!r}", text), encoding="utf-8")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SOURCE_DATE_EPOCH", ENVIRONMENT["SOURCE_DATE_EPOCH"])
        environment.setenv("DOSSIER_SITE_URL", ADDRESS)
        assert generate(project, problems := Problems()), list(map(str, problems))
        build_site(project)
        loaded = load(project, Problems())
    assert loaded
    found = {
        f"{path.relative_to(project.site).parent.as_posix()}/".removeprefix("./"): _Head(path.read_text("utf-8"))
        for path in sorted(project.site.rglob("index.html"))
    }
    return _Site(loaded.dossier, found)


@pytest.fixture(
    scope="module", params=[ROOT, HARBOUR, ROOT / "tests" / "dossiers" / "awkward"], ids=lambda path: path.name
)
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Dossier, dict[str, Node]]:
    project: Path = request.param
    loaded = load(Project(project), problems := Problems())
    assert loaded, list(map(str, problems))
    dossier = replace(loaded.dossier, address=ADDRESS)
    nodes = dict(json_ld(dossier, pages(dossier), [page.path for page in loaded.hand_written]))
    file = tmp_path_factory.mktemp("told") / JSON_LD_FILE
    file.write_bytes(json_ld_text(nodes.items()))
    assert {path: json.loads(text) for path, text in Scripts(file).items()} == nodes
    return dossier, nodes


def graph(node: dict[str, Any]) -> Graph:
    """As rdflib reads it; the words of schema.org stand in for its context, which lies on the net."""
    assert node["@context"] == CONTEXT
    return Graph().parse(data=json.dumps(node | {"@context": {"@vocab": str(SDO)}}), format="json-ld")


def unknown(triples: Graph) -> set[str]:
    """The words in a graph that schema.org does not have (`query-input` is the input to its `query`)."""
    words = {*triples.predicates(), *triples.objects(None, RDF.type)} - {RDF.type}
    return {str(word) for word in words if URIRef(word.removesuffix("-input")) not in SDO}


def test_a_word_that_schema_org_does_not_have_is_seen() -> None:
    wrong = {"@context": CONTEXT, "@type": "NewsArtikel", "headlines": "x", "about": {"@type": "Thing"}, "name": "y"}
    assert unknown(graph(wrong)) == {f"{SDO}NewsArtikel", f"{SDO}headlines"}


def test_every_page_speaks_schema_org(told: tuple[Dossier, dict[str, Node]]) -> None:
    dossier, nodes = told
    assert len(nodes) >= len(dossier.topics) + len(dossier.events)
    for path, node in nodes.items():
        triples = graph(node)
        assert len(triples) > 5, path
        assert not unknown(triples), path
        for name in {*triples.subjects(), *triples.objects(None, SDO.item), *triples.objects(None, SDO.about)}:
            assert isinstance(name, BNode) or str(name).startswith(ADDRESS), (path, name)


def test_every_class_that_a_topic_may_be_is_in_schema_org() -> None:
    assert [name for name in get_args(SchemaClass) if URIRef(f"{SDO}{name}") not in SDO] == []


def test_each_claim_is_told_once_and_where_it_stands(told: tuple[Dossier, dict[str, Node]]) -> None:
    dossier, nodes = told
    for article in dossier.articles.values():
        valid = [claim for claim in dossier.by_article[article.id] if not claim.withdrawn]
        node: Any = nodes.get(f"articles/{article.id}.md", {})
        assert bool(node) is not bool(article.record.withdrawn)
        assert [part["text"] for part in node.get("hasPart", ())] == [claim.text for claim in valid]
        for part, claim in zip(node.get("hasPart", ()), valid, strict=True):
            assert [place["position"] for place in part["appearance"]] == list(claim.record.p)
            assert {place["isPartOf"]["@id"] for place in part["appearance"]} == {node["mainEntity"]["@id"]}
            assert part["creditText"]
            assert part.get("temporalCoverage", "") == (covered(claim.when) if claim.when else "")
    kinds = Counter(str(kind) for node in nodes.values() for kind in graph(node).objects(None, RDF.type))
    assert kinds[str(SDO.Claim)] == sum(not claim.withdrawn for claim in dossier.claims.values())
    assert kinds[str(SDO.NewsArticle)] == sum(not article.record.withdrawn for article in dossier.articles.values())
    assert kinds[str(SDO.Event)] == len(dossier.events)
    assert kinds[str(SDO.Question)] == len(dossier.questions)
    assert kinds[str(SDO.Dataset)] == len(dossier.measures) + 1  # all of it, on the data page
    assert kinds[str(SDO.BreadcrumbList)] == len(nodes) - 1  # the home page is where every way begins
    assert kinds[str(SDO.WebSite)] == 1


def test_an_article_is_not_the_page_that_tells_of_it(told: tuple[Dossier, dict[str, Node]]) -> None:
    """The page is ours, with our title and licence; the article has a name of its own, and no headline of ours."""
    dossier, nodes = told
    for article in dossier.articles.values():
        if article.record.withdrawn:
            continue
        node: Any = nodes[f"articles/{article.id}.md"]
        original = node["mainEntity"]
        page = f"{ADDRESS}articles/{article.id}/"
        assert (node["@type"], node["@id"], node["name"]) == ("WebPage", page, article.record.title)
        assert (original["@type"], original["@id"]) == ("NewsArticle", f"{page}#{ORIGINAL}")
        assert article.record.title not in original.values()
        assert not {"headline", "name", "license"} & original.keys()
    originals = {str(name) for node in nodes.values() for name in graph(node).subjects(RDF.type, SDO.NewsArticle)}
    for node in nodes.values():
        based_on = {str(name) for name in graph(node).objects(None, SDO.isBasedOn)}
        assert based_on <= originals


def test_who_says_it_is_an_author_only_where_schema_org_allows_one(told: tuple[Dossier, dict[str, Node]]) -> None:
    dossier, nodes = told
    agents = {str(SDO[name]) for name in AGENTS}
    authors = 0
    for article in dossier.articles:
        node: Any = nodes.get(f"articles/{article}.md", {})
        triples = graph(node) if node else Graph()
        for claim in triples.subjects(RDF.type, SDO.Claim):
            record = dossier.claims[f"{article}#{str(claim).partition('#')[2]}"].record
            names = set(map(str, triples.objects(claim, SDO.author)))
            ids = [name for name in record.by or record.via if not anonymous(name)]
            things = {name for name in ids if dossier.topics[name].schema_class in {*AGENTS, *PLACES}}
            assert names == {url(dossier, name) for name in things}
            authors += len(names)
            for name in names:
                assert agents & set(map(str, triples.objects(URIRef(name), RDF.type))), name
    assert authors > 0


def test_a_state_that_speaks_is_an_organisation_besides(told: tuple[Dossier, dict[str, Node]]) -> None:
    dossier, nodes = told
    states = {url(dossier, topic.id) for topic in dossier.topics.values() if topic.schema_class == "Country"}
    claims: list[Any] = [claim for node in nodes.values() for claim in cast("Any", node).get("hasPart", ())]
    authors = [author for claim in claims for author in claim.get("author", ()) if author["@id"] in states]
    assert {tuple(author["@type"]) for author in authors} <= {("Country", "Organization")}


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2031-03-14", "2031-03-14"),
        ("2031-03-01/2031-03-10", "2031-03-01/2031-03-10"),
        ("2031-03/2032-05", "2031-03/2032-05"),
        ("2031-03/..", "2031-03/.."),
        ("../2031-03", "../2031-03"),
        ("2031-03-01~/2031-03-10", ""),
        ("2031?", ""),
    ],
)
def test_what_a_claim_covers_may_be_an_interval(date: str, told: str) -> None:
    assert covered(parse_when(date)) == told


def test_the_licence_is_an_address_where_one_is_known(tmp_path: Path) -> None:
    edits = {"seeds/dossier.yml": {"license: CC BY 4.0": "license: Nur mit Erlaubnis"}}
    for name, changed, expected in (
        ("cc", {}, "https://creativecommons.org/licenses/by/4.0/"),
        ("own", edits, {"@type": "CreativeWork", "name": "Nur mit Erlaubnis"}),
    ):
        dossier = replace(small.dossier(tmp_path / name, edits=changed), address=ADDRESS)
        nodes = dict(json_ld(dossier, pages(dossier), []))
        assert all(node["license"] == expected for node in nodes.values())
        assert cast("Any", nodes["data/index.md"])["mainEntity"]["license"] == expected


def test_the_data_page_leads_to_its_files(told: tuple[Dossier, dict[str, Node]]) -> None:
    dossier, nodes = told
    written = dict(exports(dossier))
    dataset: Any = cast("Any", nodes["data/index.md"])["mainEntity"]
    addresses = {each["contentUrl"].removeprefix(ADDRESS) for each in dataset["distribution"]}
    assert addresses == {path for path in written if path.startswith("data/")}
    described = {each["path"]: each["mediatype"] for each in json.loads(written["data/datapackage.json"])["resources"]}
    told_of = {each["contentUrl"].rpartition("/")[2]: each["encodingFormat"] for each in dataset["distribution"]}
    assert told_of == described | {"datapackage.json": "application/json"}
    for measure in dossier.measures.values():
        series: Any = cast("Any", nodes[f"figures/{measure.id}.md"])["mainEntity"]
        paths = {each["contentUrl"].removeprefix(ADDRESS) for each in series.get("distribution", ())}
        assert paths == {path for path in written if path.startswith(f"figures/{measure.id}.")}


def test_nothing_withdrawn_is_told(told: tuple[Dossier, dict[str, Node]]) -> None:
    dossier, nodes = told
    text = json_ld_text(nodes.items()).decode()
    for claim in dossier.claims.values():
        if claim.withdrawn:
            assert json.dumps(claim.text, ensure_ascii=False) not in text
            assert f"#{claim.record.id}" not in text or claim.record.id in {
                each.record.id for each in dossier.claims.values() if not each.withdrawn
            }


def test_dates_are_told_as_they_are_known(told: tuple[Dossier, dict[str, Node]]) -> None:
    dossier, nodes = told
    expected = {f"articles/{name}.md": known(each.record.published) for name, each in dossier.articles.items()}
    expected |= {f"timeline/{name}.md": known(each.record.date) for name, each in dossier.events.items()}
    for path, node in nodes.items():
        dates = [str(date) for name in ("datePublished", "startDate") for date in graph(node).objects(None, SDO[name])]
        assert dates == list(filter(None, [expected.get(path)])), path
    assert sum(map(bool, expected.values())) > 1


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2031-03-14", "2031-03-14"),
        ("2031-03", "2031-03"),
        ("2031", "2031"),
        ("2031-21", "2031"),
        ("2031-24", ""),  # winter goes on into the next year
        ("2031-03-14~", ""),
        ("2031?", ""),
        ("2031-03-01/2031-03-10", "2031-03"),
        ("2031-03/2031-05", "2031"),
        ("2031-03/2032-05", ""),
        ("2031-03-01~/2031-03-10", ""),
        ("2031-03/..", ""),
        ("../2031-03", ""),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(date: str, told: str) -> None:
    assert known(parse_when(date)) == told


@given(WHENS)
def test_no_day_that_is_possible_is_denied(when: When) -> None:
    if said := known(when):
        assert when.earliest
        assert when.latest
        assert {when.earliest.isoformat()[: len(said)], when.latest.isoformat()[: len(said)]} == {said}
        assert (len(said) == 10) is (when.earliest == when.latest)


def test_topics_are_what_the_dossier_says_they_are(told: tuple[Dossier, dict[str, Node]]) -> None:
    dossier, nodes = told
    for topic in dossier.topics.values():
        page: Any = nodes[f"{topic.kind.folder}/{topic.id}.md"]
        thing = page["mainEntity"]
        assert thing["@type"] == topic.schema_class
        assert (thing["name"], thing.get("alternateName", [])) == (topic.record.name, list(topic.record.aliases))
        point = topic.record.coordinates
        if "geo" in thing:
            assert point
            assert (thing["geo"]["latitude"], thing["geo"]["longitude"]) == (point.lat, point.lon)
            assert thing["geo"]["description"].endswith(point.source)
            about = point.approximate or topic.record.type in topic.kind.areas
            assert ("nur ungefähr" in thing["geo"]["description"].removesuffix(point.source)) == about
        elif point:
            assert topic.schema_class not in PLACES


def test_a_point_is_told_of_places_alone(tmp_path: Path) -> None:
    camps = {
        "": ("Place", True),
        ", schema_org: {camp: Airport}": ("Airport", True),
        ", schema_org: {camp: Organization}": ("Organization", False),
        ", areas: [camp]": ("Place", True),
    }
    for number, (more, expected) in enumerate(camps.items()):
        edits = {"seeds/dossier.yml": {"types: {camp: Zeltlager}": "types: {camp: Zeltlager}" + more}}
        dossier = replace(small.dossier(tmp_path / str(number), edits=edits), address=ADDRESS)
        node: Any = dict(json_ld(dossier, pages(dossier), []))["bases/lager-sued.md"]
        assert (node["mainEntity"]["@type"], "geo" in node["mainEntity"]) == expected


def test_only_persons_and_organisations_publish(tmp_path: Path) -> None:
    article = "articles/2031-04-lager.md"
    dossier = replace(small.dossier(tmp_path / "a"), address=ADDRESS)
    node: Any = dict(json_ld(dossier, pages(dossier), []))[article]
    publisher = {"@type": "Organization", "@id": f"{ADDRESS}outlets/inselpost/", "name": "Inselpost"}
    assert node["mainEntity"]["publisher"] == publisher
    assert "headline" not in json.dumps(node)  # the title is ours
    edits = {"seeds/dossier.yml": {"{newspaper: Zeitung}": "{newspaper: Zeitung}, schema_org: {newspaper: Place}"}}
    dossier = replace(small.dossier(tmp_path / "b", edits=edits), address=ADDRESS)
    node = dict(json_ld(dossier, pages(dossier), []))[article]
    assert "publisher" not in node["mainEntity"]


def test_a_place_of_an_event_is_what_the_editor_calls_one(tmp_path: Path) -> None:
    edits = {"seeds/timeline/2031.yml": {"actors: deichbund": "places: [lager-sued, deichbund]"}}
    dossier = replace(small.dossier(tmp_path, edits=edits), address=ADDRESS)
    node: Any = dict(json_ld(dossier, pages(dossier), []))["timeline/versammlung.md"]
    assert node["mainEntity"]["startDate"] == "2031-04-02"
    assert node["mainEntity"]["location"] == [{"@id": f"{ADDRESS}bases/lager-sued/"}]
    assert node["mainEntity"]["about"] == [{"@id": f"{ADDRESS}actors/deichbund/"}]


def test_where_the_site_is_not_known_nothing_is_told(tmp_path: Path) -> None:
    assert JSON_LD_FILE not in rendered(small.loaded(tmp_path))
    assert dict(Scripts(tmp_path / "docs" / JSON_LD_FILE)) == {}


def test_every_built_page_tells_the_address_it_has(site: _Site) -> None:
    assert "%C3%BCber-uns/" not in site.pages
    assert "über-uns/" in site.pages
    for address, page in site.pages.items():
        (url,) = page.canonical
        assert unquote(url) == unquote(ADDRESS + address)
        assert url.isascii()
        assert page.og["og:url"] == url
        assert page.og["og:title"]
        assert page.og["og:description"]
        (text,) = page.told
        assert json.loads(text)["url"] == url, address


def test_every_name_in_a_built_page_is_a_page_or_an_anchor(site: _Site) -> None:
    claims = 0
    for address, page in site.pages.items():
        triples = graph(json.loads(page.told[0]))
        names = {*triples.subjects(), *triples.objects()} - {*triples.objects(None, RDF.type)}
        for name in filter(lambda name: isinstance(name, URIRef), names):
            assert str(name).startswith(ADDRESS)
            target, _, anchor = unquote(str(name).removeprefix(ADDRESS)).partition("#")
            assert target in site.pages, (address, name)
            assert not anchor or anchor in site.pages[target].ids, (address, name)
        claims += len(set(triples.subjects(RDF.type, SDO.Claim)))
    assert claims == sum(not claim.withdrawn for claim in site.dossier.claims.values())


def test_a_way_leads_from_the_home_page_over_the_section(site: _Site) -> None:
    def way(address: str) -> list[tuple[str, str]]:
        steps = json.loads(site.pages[address].told[0])["breadcrumb"]["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        return [(step["name"], step["item"]["@id"].removeprefix(ADDRESS)) for step in steps]

    home = (site.dossier.settings.title, "")
    assert way("actors/enno-harms/") == [home, ("Akteure", "actors/"), (HOSTILE, "actors/enno-harms/")]
    assert way("actors/") == [home, ("Akteure", "actors/")]
    assert way("über-uns/")[1:] == [("Über uns & so", "%C3%BCber-uns/")]


def test_no_name_ends_the_script_it_stands_in(site: _Site) -> None:
    page = site.pages["actors/enno-harms/"]
    thing = json.loads(page.told[0])["mainEntity"]
    assert (thing["name"], thing["@type"]) == (HOSTILE, "Person")
    assert page.og["og:title"] == HOSTILE


def test_a_page_by_hand_is_no_topic_for_its_name(site: _Site) -> None:
    assert "mainEntity" not in json.loads(site.pages["enno-harms/"].told[0])


def test_no_page_tells_more_than_it_must(told: tuple[Dossier, dict[str, Node]]) -> None:
    """A page of a topic has the same few words, however many claims concern it."""
    dossier, nodes = told
    for topic in dossier.topics.values():
        names = sum(len(alias) + 10 for alias in topic.record.aliases)
        text = json.dumps(nodes[f"{topic.kind.folder}/{topic.id}.md"], ensure_ascii=False)
        assert len(text) - names < 1600 + 4 * len(topic.record.name), topic.id


def test_the_home_page_leads_to_search(site: _Site) -> None:
    node = json.loads(site.pages[""].told[0])
    template = node["potentialAction"]["target"]["urlTemplate"]
    assert template == f"{ADDRESS}search/?q={{search_term_string}}"
    assert template.removeprefix(ADDRESS).partition("?")[0] in site.pages
    assert Literal(node["name"]) in set(graph(node).objects(URIRef(ADDRESS), SDO.name))
