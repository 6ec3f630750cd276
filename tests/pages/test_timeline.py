"""The timeline: every event, by year, none more exact than it is known, and what its filters need."""

import re
from html import unescape

from pages.conftest import Make, article, page

TIMELINE = """
tag: {date: 2031-05-01, title: Tag & Nacht, type: talk}
monat: {date: 2031-05, title: Monat, type: talk}
jahr: {date: 2031, title: Jahr, type: talk}
etwa: {date: 2030-12~, title: Etwa, type: talk}
spanne: {date: 2030-12-30/2031-01-02, title: Spanne, type: talk}
"""
PLACES = "stadt: {name: Stadt, type: town, coordinates: {lat: 1, lon: 2, source: Karte}}"


def items(text: str, year: int) -> list[str]:
    """The events of a year, each as its HTML."""
    listed = text.partition(f"{{ #y{year}}}")[2].partition("\n## ")[0]
    return re.findall(r"<li data-type=.*?</li>", listed, re.DOTALL)


def words(item: str, part: str) -> str:
    """What a reader sees of a part of an event: `when`, `title`, `told` or `about`."""
    found = re.search(rf'<p class="{part}">(.*?)</p>', item, re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", "", found[1])).split()) if found else ""


def test_events_by_year_and_date_as_exact_as_known(make: Make) -> None:
    shown = page(make({"timeline/t.yml": TIMELINE}), "timeline/index.md")
    assert [(words(item, "when"), words(item, "title")) for item in items(shown, 2030)] == [
        ("ca. Dezember 2030", "Etwa Gespräch")
    ]
    assert [(words(item, "when"), words(item, "title")) for item in items(shown, 2031)] == [
        ("30. Dezember 2030 bis 2. Januar 2031", "Spanne Gespräch"),
        ("1. Mai 2031", "Tag & Nacht Gespräch"),
        ("Mai 2031", "Monat Gespräch"),
        ("2031", "Jahr Gespräch"),
    ]
    assert '<time datetime="2031-05">Mai 2031</time>' in shown
    assert '<a href="tag.md">Tag &amp; Nacht</a>' in shown
    assert "Zeitleiste des Dossiers „Probe“: 5 Ereignisse mit Belegen." in shown


def test_each_event_shows_who_tells_it(make: Make) -> None:
    files = {
        "timeline/t.yml": TIMELINE,
        "articles/b.yml": article("id: x, event: tag, text: Drei.", "2031-06-02", outlet="post"),
        "articles/a.yml": article("id: x, event: tag, text: Eins.\nid: y, event: [tag, monat], text: Zwei."),
    }
    _, day, month, year = items(page(make(files), "timeline/index.md"), 2031)
    assert words(day, "told") == "berichtet in: Artikel vom 5. Mai 2031 (2 Aussagen); Post, 2. Juni 2031 (1 Aussage)"
    assert '<a href="../articles/b.md">Post, 2. Juni 2031</a>' in day
    assert words(month, "told") == "berichtet in: Artikel vom 5. Mai 2031 (1 Aussage)"
    assert words(year, "told") == "noch nicht ausgewertet"


def test_of_many_tellers_and_topics_the_first_and_how_many_more(make: Make) -> None:
    names = [f"a{number}" for number in range(6)]
    files = {
        "timeline/t.yml": f"viel: {{date: 2031, title: Viel, type: talk, actors: [{', '.join(names)}]}}",
        "actors/viele.yml": "\n".join(f"{name}: {{name: Name {name[1]}, type: person}}" for name in names),
        "places/orte.yml": PLACES,
        **{
            f"articles/b{day}.yml": article("id: x, event: viel, text: Post und Stadt.", f"2031-05-0{day}")
            for day in range(1, 7)
        },
    }
    (item,) = items(page(make(files), "timeline/index.md"), 2031)
    assert words(item, "about") == "Name 0 · Stadt · Name 1 · Name 2 und 3 mehr"  # of each kind in turn, no sources
    assert words(item, "told").endswith("4. Mai 2031 (1 Aussage) und 2 mehr")
    assert item.count('href="viel.md"') == 3
    assert 'data-topics="a0 stadt a1 a2 a3 a4 a5"' in item


def test_filters_hold_what_occurs_by_name_with_counts(make: Make) -> None:
    files = {
        "timeline/t.yml": "e: {date: 2031, title: E, type: talk, actors: [beta, oe]}\n"
        "f: {date: 2031, title: F, type: talk, actors: [beta, zeta]}",
        "actors/o.yml": "oe: {name: Ömer, type: person}\nzeta: {name: Zeta, type: person}",
        "articles/a.yml": article("id: x, event: e, text: Post meldet das."),
    }
    shown = page(make(files), "timeline/index.md")
    assert re.search(r'<form class="timeline-filters"[^>]* hidden ', shown)
    selects = {
        name: re.findall(r'<option value="([^"]*)">([^<]*)</option>', options)
        for name, options in re.findall(r'<select name="([^"]+)">(.*?)</select>', shown)
    }
    assert selects == {  # no place occurs, and an outlet is no party to an event
        "actor": [("", "alle"), ("beta", "Beta (2)"), ("oe", "Ömer (1)"), ("zeta", "Zeta (1)")],
        "type": [("", "alle"), ("talk", "Gespräch (2)")],
    }
    assert 'data-shown="{shown} von 2 Ereignissen"' in shown


def test_the_overview_leads_to_the_years(make: Make) -> None:
    shown = page(make({"timeline/t.yml": TIMELINE}), "timeline/index.md")
    links = re.findall(r'<a href="(#y\d+)"[^>]*><title>([^<]+)</title>', shown)
    assert links == [("#y2030", "2030: 1 Ereignis"), ("#y2031", "2031: 4 Ereignisse")] * 2  # wide and narrow
    assert "eines Monats" in shown
    assert "eines Vierteljahrs" in page(
        make({"timeline/t.yml": TIMELINE.replace("2030-12~", "1990")}), "timeline/index.md"
    )


def test_a_dossier_with_one_event_needs_no_overview(make: Make) -> None:
    shown = page(make({"timeline/t.yml": "e: {date: 2031, title: E, type: talk}"}), "timeline/index.md")
    assert len(items(shown, 2031)) == 1
    assert "<svg" not in shown


def test_a_dossier_without_events(make: Make) -> None:
    shown = page(make({}), "timeline/index.md")
    assert "\nNoch keine Einträge.\n" in shown
    assert "<form" not in shown
