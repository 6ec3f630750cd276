"""Which known events a sentence may tell of: better none than a wrong one."""

import pytest
from known import seeds, topic

from generator.dates import parse_when
from generator.drafting.likely_events import EventFinder

SEEDS = seeds(
    {"hafenwacht": topic("Hafenwacht"), "mole": topic("Alte Mole", "place"), "deich": topic("Deich", "place")},
    events={
        "uebergabe": {"date": "2031-03-14", "title": "Die Hafenwacht übergibt die Alte Mole an Käufer"},
        "flut": {"date": "2031-02", "title": "Sturmflut zerstört Häuser am Deich", "places": ["deich"]},
        "jahr": {"date": "2030", "title": "Proteste gegen Sperrung der Mole", "places": ["mole"]},
        "offen": {"date": "2031-03/..", "title": "Sperrung wegen Sturmflut"},
    },
    articles={
        "a": {
            "title": "A",
            "published": "2031-03-15",
            "published_basis": "stated",
            "added": "2031-03-16",
            "claims": [{"id": "c", "p": "1", "event": "uebergabe", "by": "hafenwacht"}],
        }
    },
)
FINDER = EventFinder(SEEDS, lambda title: ["mole"] if "Mole" in title else [])


@pytest.mark.parametrize(
    ("text", "topics", "times", "expected"),
    [
        ("Am Freitag wurde die Übergabe gefeiert, der Käufer kam", ["mole"], ["2031-03-14"], ("uebergabe",)),
        ("Am Freitag kam ein Käufer", ["hafenwacht"], ["2031-03-14"], ("uebergabe",)),
        ("Am Freitag kam ein Käufer", [], ["2031-03-14"], ()),
        ("Am Freitag kam ein Käufer", ["mole"], ["2031-03-13"], ()),
        ("Im Jahr kam ein Käufer", ["mole"], ["2031"], ()),
        ("Im Februar kam die Sturmflut", ["deich"], ["2031-02"], ("flut",)),
        ("Am 3. Februar kam die Sturmflut", ["deich"], ["2031-02-03"], ("flut",)),
        ("Sturmflut zerstörte viele Häuser am Deich", [], [], ("flut",)),
        ("Sturmflut zerstörte viele Häuser am Deich", ["deich"], ["2029"], ()),
        ("Häuser am Deich", ["deich"], [], ()),
        ("Proteste gab es 2030 gegen die Sperrung", ["mole"], ["2030"], ("jahr",)),
        ("Es regnet", ["mole"], ["2031-03-14"], ()),
    ],
)
def test_events(text: str, topics: list[str], times: list[str], expected: tuple[str, ...]) -> None:
    assert FINDER.find(text, topics, [parse_when(time) for time in times]) == expected


def test_at_most_two_the_likeliest_first() -> None:
    same = {
        f"e{n}": {"date": "2031-05-02", "title": title} for n, title in enumerate(["Brand", "Brand im Silo", "Brand"])
    }
    finder = EventFinder(seeds({"silo": topic("Kornhaus")}, events=same), lambda _: ["silo"])
    assert finder.find("Brand im Silo am Kornhaus", ["silo"], [parse_when("2031-05-02")]) == ("e1", "e0")
