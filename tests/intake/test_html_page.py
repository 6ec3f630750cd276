"""Web pages → what a person would copy from them, and pages that hold no article."""

# ruff: noqa: E501, ISC004 - paragraphs as they stand in the pages

import time
from pathlib import Path

import pytest

from generator.drafting.extra import ExtraMissing
from generator.intake.decode import decode
from generator.intake.document import Document
from generator.intake.html_page import read_html
from generator.intake.unusable import Unusable

PAGES = Path(__file__).parent / "pages"
SENTENCES = [
    f"Am {day}. Tag nach dem Sturm lag die Fähre noch immer im Dock, wie die Reederei in Norderhafen mitteilte."
    for day in range(1, 7)
]
PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def page(name: str) -> Document:
    return read_html(decode((PAGES / name).read_bytes()).text)


def article(body: str, head: str = "") -> Document:
    return read_html(f"<html lang=de><head>{head}</head><body><article>{body}</article></body></html>")


def test_a_report_with_all_that_stands_around_it() -> None:
    assert page("agency_report.html").paragraphs == (
        "Fähre nach Langsand fällt aus",
        "Wegen eines Schadens an der Schraube bleibt das Schiff im Dock. Die Insel ist vorerst nur aus der Luft erreichbar.",
        "Das Schiff liegt seit Dienstag im Dock von Norderhafen. Foto: Muster/dpa",
        "Langsand (dpa) – Die Fähre nach Langsand fährt bis auf Weiteres nicht. Das teilte die Reederei am Mittwoch mit, "
        "nachdem Taucher einen Riss in der Schraube gefunden hatten.",
        "Auf der Insel leben rund 1.200 Menschen. Ein Hubschrauber soll zweimal am Tag Medikamente und Post bringen, wie "
        "der Landrat sagte.",
        "Ersatz kommt frühestens im Mai",
        "Ein zweites Schiff wird derzeit in Polen überholt. Es soll nach Angaben der Reederei frühestens am 5. Mai wieder "
        "fahren.",
        "Bis dahin hilft ein Frachter aus, der keine Fahrgäste mitnehmen darf.",
        "Notfälle: Hubschrauber ab Norderhafen",
        "Post: zweimal am Tag",
        "Tag | Flüge",
        "Mittwoch | 4",
        "„So etwas hatten wir seit dreißig Jahren nicht“, sagte der Landrat.",
        "Die Bürgermeisterin bat die Bewohner, nicht zu hamstern. Der Laden im Dorf habe Vorräte für drei Wochen.",
    )


def test_what_the_report_declares() -> None:
    found = page("agency_report.html")
    assert (found.title, found.outlet, found.agency) == ("Fähre nach Langsand fällt aus", "Küstenbote", "dpa")
    assert (found.published, found.published_basis, found.language) == ("2031-04-03", "stated", "de")
    assert (found.authors, found.notes) == (("Anna Beispiel",), ())
    assert found.url == "https://www.kuestenbote.example/langsand/faehre-faellt-aus"


def test_a_page_crowded_with_other_things() -> None:
    found = page("crowded.html")
    assert found.paragraphs == (
        "Energie",
        "Land genehmigt zwölf Windräder bei Hohenfeld",
        "Nach sechs Jahren Streit darf gebaut werden. Die Gemeinde will klagen, der Betreiber hofft auf Strom bis Ende 2030.",
        "So könnte der Hügel bei Hohenfeld von Süden aus aussehen. © Grafik: Landpost",
        "Hohenfeld. Das Umweltministerium hat den Bau von zwölf Windrädern auf dem Hügel westlich von Hohenfeld erlaubt. Das bestätigte eine Sprecherin am Freitag.",
        "Jede der Anlagen ist 240 Meter hoch. Zusammen sollen sie im Jahr rund 150 Millionen Kilowattstunden liefern, genug für etwa 45.000 Haushalte, wie der Betreiber Hügelwind angibt.",
        "Gemeinde kündigt Klage an",
        "Bürgermeister Rolf Beispielhuber nannte die Entscheidung „einen Schlag ins Gesicht“. Der Gemeinderat werde noch im März über eine Klage abstimmen.",
        "Ein Gutachten von 2027 hatte vor Gefahren für den Rotmilan gewarnt. Das Ministerium verlangt nun, dass die Räder von März bis Juli tagsüber stillstehen, wenn Bauern mähen.",
        "„Wir haben jede Auflage erfüllt.“",
        "Petra Versuch, Hügelwind",
        "Wie es weitergeht",
        "März 2029: Abstimmung über die Klage",
        "Herbst 2029: Rodung und Wegebau",
        "Ende 2030: erster Strom",
        "Der Betreiber will 68 Millionen Euro ausgeben. Anwohner können sich vom Sommer an mit mindestens 500 Euro beteiligen.",
        "(mit Material der dpa)",
    )
    assert (found.published, found.authors) == ("2029-02-11", ("Ines Mustermann", "Olaf Probe"))
    assert found.url == "https://www.landpost.example/region/windpark-hohenfeld-1.55"


def test_an_old_page_made_of_tables() -> None:
    found = page("old_tables.html")
    text = "\n".join(found.paragraphs)
    assert "Der Deich bei Norderhafen soll bis zum Jahr 2035 um einen Meter wachsen." in text
    assert "\nDie Arbeiten kosten nach Angaben des Verbandes rund 14 Millionen Euro" in text
    assert "„Wir erfahren es aus der Zeitung“, sagte einer von ihnen & zeigte auf sein Feld" in text
    assert "Wetter" not in text
    assert found.title == "Deich bei Norderhafen wird höher"


def test_a_live_ticker() -> None:
    found = page("ticker.html")
    assert found.paragraphs == (
        "Sturmflut an der Küste: der Ticker",
        "21.00 Uhr: Fähren stehen still",
        "Alle Fähren zwischen Norderhafen und den Inseln fallen bis zum Morgen aus, teilte die Reederei mit.",
        "18.30 Uhr: Deich hält",
        "Der Deich bei Langsand hält dem Wasser bisher stand, sagte der Deichgraf. Fünfzig Helfer füllen Sandsäcke.",
        "14.15 Uhr: Schulen schließen",
        "In drei Landkreisen endet der Unterricht nach der vierten Stunde, wie das Ministerium mitteilte.",
    )
    assert (found.title, found.published) == ("Sturmflut an der Küste: der Ticker", "2031-11-20")


def test_a_teaser_behind_a_paywall_is_refused() -> None:
    with pytest.raises(Unusable) as error:
        page("paywall.html")
    assert error.value.message.startswith("the page says it is not free, and shows only ")
    assert error.value.hint == "log in there, save the text as .txt and add that"


def test_a_long_text_that_is_not_free_is_noted() -> None:
    found = article(PARAGRAPHS + "<p>Um weiterzulesen, melden Sie sich an.</p>")
    assert found.notes == ("the page says it is not free; the text may be cut",)
    assert found.paragraphs == tuple(SENTENCES)
    locked = article(PARAGRAPHS, '<meta property="article:content_tier" content="locked">')
    assert locked.notes == ("the page says it is not free; the text may be cut",)


def test_a_text_that_ends_with_dots_is_noted() -> None:
    found = article(PARAGRAPHS + "<p>Wer dafür zahlt, ist noch offen, und auch die Frage nach dem …</p>")
    assert found.notes == ("the text ends with dots; it may be only a teaser",)


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("", "the page is empty"),
        ("<!-- nichts -->", "the page is empty"),
        ("<html></html>", "the page holds no article"),
        (
            "<html><body><div id=app></div><noscript>Bitte aktivieren Sie JavaScript.</noscript></body></html>",
            "the page holds no text without JavaScript",
        ),
        (
            "<html><frameset><frame src=a.html><frame src=b.html></frameset></html>",
            "the page consists of frames; the text is in another file",
        ),
        (
            "<html><body><nav>" + "<a href=x>Politik und Sport</a> " * 60 + "</nav></body></html>",
            "the page holds no article",
        ),
        (
            "<html><body><div>" + "".join(f"<a href=/{n}>Meldung Nummer {n} des Tages</a><br>" for n in range(60)),
            "the page holds no article",
        ),
        ("<html><body><article>" + "<p>x</p>" * 50_000, "the page is too large to be one article"),
        ("<html><body><p>" + "Wort " * 300_000, "the page is too large to be one article"),
    ],
)
def test_pages_without_an_article(html: str, message: str) -> None:
    with pytest.raises(Unusable) as error:
        read_html(html)
    assert error.value.message == message
    assert error.value.hint == "open the page in a browser, save its text as .txt and add that"


DEEP = 5000


@pytest.mark.parametrize(
    "html",
    [
        "<html><body>" + "<div>" * DEEP + PARAGRAPHS + "</div>" * DEEP,
        "<html><body>" + "<div class='x'>\n" * DEEP + PARAGRAPHS,
        "<html><body>" + "<table><tr><td>" * DEEP + PARAGRAPHS,
        "<html><body><div " + " ".join(f"a{n}=1" for n in range(50_000)) + ">" + PARAGRAPHS,
        "<html><body>" + "<!-- x -->" * 50_000 + PARAGRAPHS,
        "<html><body><script>" + "var x=1;" * 500_000 + "</script>" + PARAGRAPHS,
        "<html><body>" + "<div>x y z</div>" * 10_000 + "<article>" + PARAGRAPHS,
        "<p>" + "<p>".join(SENTENCES),
        "<html><body><article><b><p>" + "<i>".join(f"<p>{sentence}" for sentence in SENTENCES) + "</div></b></span>",
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body>' + PARAGRAPHS,
        "<!doctype html><html amp><body><article><amp-img src=x></amp-img>" + PARAGRAPHS + "<amp-ad></amp-ad>",
        "<html><body><main>" + "<br><br>".join(SENTENCES) + "</main>",
    ],
    ids="deep unclosed tables attributes comments script crowded bare broken xhtml amp breaks".split(),
)
def test_pages_that_are_hard_to_read(html: str) -> None:
    read_html("<body>" + PARAGRAPHS)  # imported before the clock starts
    start = time.perf_counter()
    found = read_html(html)
    assert time.perf_counter() - start < 8  # a quarter of it here
    assert set(SENTENCES[1:]) <= set(found.paragraphs)


def test_lists_of_other_articles_are_left_out() -> None:
    more = "<h3>Mehr zum Thema</h3><ul><li><a href=/a>Deich wird höher</a></li><li><a href=/b>Leuchtturm steht frei</a></li></ul>"
    found = article(
        PARAGRAPHS + more + "<p>Danach geht der Artikel mit einem Satz weiter, der hier steht.</p><p>Anzeige</p>"
    )
    assert found.paragraphs == (*SENTENCES, "Danach geht der Artikel mit einem Satz weiter, der hier steht.")


def test_other_articles_named_in_paragraphs_of_their_own() -> None:
    more = "<p>Mehr zum Thema</p><p>Lesen Sie auch</p><p>Deich wird höher</p><p>Leuchtturm steht frei</p>"
    assert article(PARAGRAPHS + more).paragraphs == tuple(SENTENCES)


@pytest.mark.parametrize("name", ["page has-comments", "story ads-enabled", "social-share related"])
def test_a_container_of_the_article_is_kept_whatever_it_is_called(name: str) -> None:
    found = read_html(f"<body><div class='{name}'><div>{PARAGRAPHS}</div></div>")
    assert found.paragraphs == tuple(SENTENCES)
    found = read_html(f"<body><div class='{name}'><h1>Fähre im Dock</h1><div>{' '.join(SENTENCES)}</div></div>")
    assert " ".join(SENTENCES) in found.paragraphs


def test_captions_without_words_and_without_a_figure() -> None:
    found = article("<figure><img src=x><figcaption> </figcaption></figure><figcaption>Lose</figcaption>" + PARAGRAPHS)
    assert found.paragraphs == tuple(SENTENCES)


def test_where_it_was_fetched_stands_in_for_the_address() -> None:
    assert read_html("<body>" + PARAGRAPHS, "https://bote.example/x").url == "https://bote.example/x"


def test_without_trafilatura(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    with pytest.raises(ExtraMissing) as error:
        read_html("<body>" + PARAGRAPHS)
    assert "trafilatura" in error.value.message
