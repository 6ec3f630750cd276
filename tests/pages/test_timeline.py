"""The timeline: every event, by year, none more exact than it is known."""

from pages.conftest import Make, article, page, section

TIMELINE = """
tag: {date: 2031-05-01, title: Tag, type: talk}
monat: {date: 2031-05, title: Monat, type: talk}
jahr: {date: 2031, title: Jahr, type: talk}
etwa: {date: 2030-12~, title: Etwa, type: talk}
spanne: {date: 2030-12-30/2031-01-02, title: Spanne, type: talk}
"""
UNTOLD = "noch nicht ausgewertet"


def test_events_by_year_and_date(make: Make) -> None:
    claims = "id: x, event: tag, text: Eins.\nid: y, event: [tag, monat], text: Zwei."
    files = {
        "timeline/t.yml": TIMELINE,
        "articles/a.yml": article(claims),
        "articles/b.yml": article("id: x, event: tag, text: Drei."),
    }
    shown = page(make(files), "timeline/index.md")
    told = {
        "y2030": [('<span class="time">ca. Dezember 2030</span>: [Etwa](etwa.md)', UNTOLD)],
        "y2031": [
            ('<span class="time">30. Dezember 2030 bis 2. Januar 2031</span>: [Spanne](spanne.md)', UNTOLD),
            ('<time datetime="2031-05-01">1. Mai 2031</time>: [Tag](tag.md)', "3 Aussagen aus 2 Artikeln"),
            ('<time datetime="2031-05">Mai 2031</time>: [Monat](monat.md)', "1 Aussage aus 1 Artikel"),
            ('<time datetime="2031">2031</time>: [Jahr](jahr.md)', UNTOLD),
        ],
    }
    for year, events in told.items():
        lines = [f"- {event} *Gespräch*{{ .badge }} *{counts}*{{ .origin }}" for event, counts in events]
        assert section(shown, year) == lines
    assert "Zeitleiste des Dossiers „Probe“: 5 Ereignisse mit Belegen." in shown


def test_a_dossier_without_events(make: Make) -> None:
    assert "\nNoch keine Einträge.\n" in page(make({}), "timeline/index.md")
