"""The built pages tell of every kind of thing that the site promises to, and reading them asks nobody anything."""

import json
import re
import socket
from collections import Counter
from typing import Any

import pytest
from rdflib import RDF, SDO, Graph
from workshop import ROOT, copy_dossier

from generator.pipeline import Project, generate, load
from generator.problems import Problems
from generator.schema_org import AGENTS, PLACES
from generator.site import build_site

# rdflib's reader of JSON-LD warns of what rdflib itself will do away with
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning:rdflib")

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="module")
def nodes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """Page of our own dossier → what its HTML tells; each page tells once."""
    project = copy_dossier(ROOT, tmp_path_factory.mktemp("told") / "ours")
    assert generate(project, problems := Problems()), list(map(str, problems))
    build_site(project)
    told = {}
    for file in sorted(project.site.rglob("index.html")):
        (script,) = SCRIPT.findall(file.read_text(encoding="utf-8"))
        told[file.relative_to(project.site).parent.as_posix()] = json.loads(script)
    return told


@pytest.fixture
def triples(nodes: dict[str, dict[str, Any]], monkeypatch: pytest.MonkeyPatch) -> Graph:
    """All pages together, read where there is no net."""
    monkeypatch.setattr(socket, "socket", lambda *_, **__: pytest.fail("the net was asked"))
    found = Graph()
    for node in nodes.values():
        found.parse(data=json.dumps(node | {"@context": {"@vocab": str(SDO)}}), format="json-ld")
    return found


def test_every_kind_of_thing_is_told_of(triples: Graph) -> None:
    loaded = load(Project(ROOT), Problems())
    assert loaded
    kinds = {str(kind).removeprefix(str(SDO)) for kind in triples.objects(None, RDF.type)}
    assert {"NewsArticle", "Person", "Event", "Claim", "BreadcrumbList", "ListItem"} <= kinds
    assert kinds & (AGENTS - {"Person"}), "no organisation"
    assert kinds & PLACES, "no place"
    classes = Counter(topic.schema_class for topic in loaded.dossier.topics.values())
    assert classes.keys() <= kinds
    assert len(set(triples.subjects(RDF.type, SDO.Person))) == classes["Person"] > 0


def test_an_article_tells_when_and_by_whom_it_was_published(triples: Graph) -> None:
    articles = set(triples.subjects(RDF.type, SDO.NewsArticle))
    for name in (SDO.datePublished, SDO.inLanguage, SDO.mentions):
        assert set(triples.subjects(name)) & articles, name
    published = {*triples.subjects(SDO.publisher), *triples.subjects(SDO.sourceOrganization)} & articles
    assert published
    for outlet in (*triples.objects(None, SDO.publisher), *triples.objects(None, SDO.sourceOrganization)):
        assert set(triples.objects(outlet, SDO.name)), outlet


def test_every_claim_appears_in_an_article(triples: Graph) -> None:
    articles = set(triples.subjects(RDF.type, SDO.NewsArticle))
    claims = set(triples.subjects(RDF.type, SDO.Claim))
    assert claims
    for claim in claims:
        places = set(triples.objects(claim, SDO.appearance))
        within = {whole for place in places for whole in (place, *triples.objects(place, SDO.isPartOf))}
        assert len(within & articles) == 1, claim


def test_a_way_names_every_page_from_the_first_to_its_own(nodes: dict[str, dict[str, Any]]) -> None:
    for address, node in nodes.items():
        if address != ".":
            steps = node["breadcrumb"]["itemListElement"]
            assert steps[-1]["item"]["@id"] == node["url"]
            assert [step["position"] for step in steps] == list(range(1, len(steps) + 1)), address
