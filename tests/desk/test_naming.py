"""Ids and titles of new articles: from dates, file names and topics."""

import pytest
from workshop import HARBOUR

from generator.dates import parse_when
from generator.desk.naming import free_id, title_to_begin_with
from generator.parsing import Seeds, parse_seeds
from generator.problems import Problems


@pytest.fixture(scope="module")
def seeds() -> Seeds:
    return parse_seeds(HARBOUR / "seeds", HARBOUR, Problems())


@pytest.mark.parametrize(
    ("source", "published", "name"),
    [
        ("texts/neue-gespraeche.txt", "2031-02-10", "2031-02-10-neue-gespraeche"),
        ("Neue Gespräche über Häfen.html", "2031-02", "2031-02-neue-gespraeche-ueber-haefen"),
        ("2031-02-10_streik.md", "2031-02-10", "2031-02-10-streik"),
        ("https://hafen.example/2031/streik-im-hafen-41877.html?x=1", "2031-02-10", "2031-02-10-streik-im-hafen"),
        ("one-two-three-four-five-six.txt", "2031-02-10", "2031-02-10-one-two-three-four"),
        ("000_bee943b71eda9046.txt", "2031-02-10", "2031-02-10-hafenamt-lotsenbund"),
        ("stdin", "2031-02-10/2031-02-14", "2031-02-hafenamt-lotsenbund"),
        ("index.html", "2031", "2031-12-hafenamt-lotsenbund"),
        ("https://hafen.example/", "2031-02", "2031-02-hafenamt-lotsenbund"),
        ("x" * 200 + "a.txt", "2031-02", "2031-02-" + ("x" * 200 + "a")[:69]),
    ],
)  # fmt: skip
def test_an_id_says_when_and_what(source: str, published: str, name: str, seeds: Seeds) -> None:
    assert free_id(source, parse_when(published), ["hafenamt", "lotsenbund", "werft"], seeds) == name


def test_an_article_without_topics_has_an_id(seeds: Seeds) -> None:
    assert free_id("stdin", parse_when("2031-02"), [], seeds) == "2031-02-artikel"


def test_a_taken_id_is_numbered(seeds: Seeds) -> None:
    assert "2031-03-14-uebergabe" in seeds.articles
    assert free_id("uebergabe.txt", parse_when("2031-03-14"), [], seeds) == "2031-03-14-uebergabe-2"


def test_titles_name_the_main_topics(seeds: Seeds) -> None:
    topics = list(seeds.topics)[:4]
    names = [seeds.topics[topic].record.name for topic in topics]
    when = parse_when("2031-02-10")
    assert title_to_begin_with(topics, when, seeds) == f"{names[0]}, {names[1]} und {names[2]}"
    assert title_to_begin_with(topics[:1], when, seeds) == names[0]
    assert title_to_begin_with([], when, seeds) == "Artikel vom 10. Februar 2031"
