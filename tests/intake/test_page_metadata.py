"""What pages declare, in the many ways in which they do."""

import pytest
from lxml import html

from generator.intake.document import Document
from generator.intake.page_metadata import page_metadata

NESTED = '{"mainEntity": ' * 6 + '{"@type": "Article", "headline": "Zu tief"}' + "}" * 6


def declared(head: str, body: str = "", attributes: str = "") -> Document:
    return page_metadata(html.document_fromstring(f"<html {attributes}><head>{head}</head><body>{body}</body></html>"))[
        0
    ]


def ld(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


@pytest.mark.parametrize(
    "head",
    [
        ld('{"@type": "NewsArticle", "datePublished": "2031-04-03T06:12:00+02:00"}'),
        ld('[{"@type": "Organization"}, {"@type": "Article", "datePublished": "2031-04-03"}]'),
        ld('{"@graph": [{"@type": ["ReportageNewsArticle"], "datePublished": "2031-04-03"}]}'),
        ld('{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "datePublished": "2031-04-03"}}'),
        ld('{"@type": "NewsArticle"}') + ld('{"@type": "NewsArticle", "headline": "T", "datePublished": "2031-04-03"}'),
        ld('<!-- {"@type": "NewsArticle", "datePublished": "2031-04-03",\n"articleBody": "ein\nUmbruch"}; -->'),
        '<meta property="article:published_time" content="2031-04-03T06:12:00+02:00">',
        '<meta name="date" content="2031-04-03">',
        '<meta itemprop="datePublished" content="3. April 2031">',
        '<meta name="DC.date.issued" content="2031-04-03">',
    ],
)
def test_a_declared_day_is_stated(head: str) -> None:
    found = declared(head)
    assert (found.published, found.published_basis) == ("2031-04-03", "stated")


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ('<time datetime="2031-04-03T06:12">3. April</time>', "2031-04-03"),
        ('<time datetime="2031-04-05">x</time><time pubdate datetime="2031-04-03">y</time>', "2031-04-03"),
        ('<time class="published" datetime="2031-04-03">y</time><time datetime="2031-04-05">x</time>', "2031-04-03"),
        ('<time datetime="2031-04-05">x</time><time datetime="2031-04-03">y</time>', ""),
        ("<time>3. April</time>", ""),
        ("Am 3. April 2031 geschah es.", ""),
    ],
)
def test_time_elements(body: str, day: str) -> None:
    assert declared("", body).published == day


def test_the_last_change_is_no_publication() -> None:
    found = declared(ld('{"@type": "NewsArticle", "dateModified": "2031-04-04"}'))
    assert (found.published, found.published_basis) == ("2031-04-04", "inferred: nach dem Datum der letzten Änderung")


def test_an_evening_in_utc_is_told() -> None:
    found = declared('<meta property="article:published_time" content="2031-04-03T22:30:00Z">')
    assert found.published == "2031-04-03"
    assert found.notes == ("the page says 2031-04-03T22:30:00Z; in Germany that is the next day",)


@pytest.mark.parametrize(
    "json",
    [
        "",
        "{",
        NESTED,
        "[[[[[[]]]]]]",
        '"text"',
        "null",
        '{"@type": 3}',
        '{"@type": "Person"}',
        "[" * 100_000,
        '{"@graph": "x"}',
    ],
)
def test_json_that_says_nothing(json: str) -> None:
    found = declared(ld(json) + "<script>var x</script><title>Fähre im Dock | Küstenbote</title>")
    assert (found.title, found.published, found.authors) == ("Fähre im Dock", "", ())


@pytest.mark.parametrize(
    ("author", "authors", "agency"),
    [
        ('{"@type": "Person", "name": "Anna Beispiel"}', ("Anna Beispiel",), ""),
        ('[{"name": "Anna Beispiel"}, {"name": "dpa"}]', ("Anna Beispiel",), "dpa"),
        ('"Anna Beispiel und Jörg Muster"', ("Anna Beispiel", "Jörg Muster"), ""),
        ('"Anna Beispiel, Jörg Muster"', ("Anna Beispiel", "Jörg Muster"), ""),
        ('["asch"]', (), ""),
        ('{"name": "Redaktion Küste"}', (), ""),
        ('{"url": "https://bote.example/autor"}', (), ""),
        ('"https://bote.example/ein autor"', (), ""),
        ("null", (), ""),
    ],
)
def test_authors(author: str, authors: tuple[str, ...], agency: str) -> None:
    found = declared(ld(f'{{"@type": "NewsArticle", "author": {author}}}'))
    assert (found.authors, found.agency) == (authors, agency)


@pytest.mark.parametrize(
    ("body", "authors"),
    [
        (
            '<div class="story__author">Von <a>Anna Beispiel</a> und <a>Jörg Muster</a></div>',
            ("Anna Beispiel", "Jörg Muster"),
        ),
        ('<p class="byline">Von Anna Beispiel</p><p class="byline">Von Anna Beispiel</p>', ("Anna Beispiel",)),
        ('<p class="byline">Anna Beispiel</p>', ()),
        (f'<p class="author">Von Anna Beispiel, {"die viel schreibt " * 9}</p>', ()),
        ("<p>Von Anna Beispiel</p>", ()),
    ],
)
def test_lines_marked_as_those_of_authors(body: str, authors: tuple[str, ...]) -> None:
    assert declared('<meta name="author" content="Küstenbote">', body).authors == authors
    assert declared('<meta name="author" content="Ines Probe">', body).authors == ("Ines Probe",)


def test_authors_of_meta_elements() -> None:
    assert declared('<meta name="author" content="Anna Beispiel, Jörg Muster">').authors == (
        "Anna Beispiel",
        "Jörg Muster",
    )


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (ld('{"@type": "NewsArticle", "headline": "Fähre &amp; Dock"}'), "<h1>Anders</h1>", "Fähre & Dock"),
        ('<meta property="og:title" content="Fähre im Dock">', "", "Fähre im Dock"),
        ("<title>Küstenbote</title>", "<h1>Fähre <b>im</b> Dock</h1>", "Fähre im Dock"),
        ("<title>Fähre im Dock - Küstenbote</title>", "<h1>Eins</h1><h1>Zwei</h1>", "Fähre im Dock"),
        ("<title>Fähre – im Dock</title>", "", "Fähre"),
        ("", "", ""),
    ],
)
def test_titles(head: str, body: str, title: str) -> None:
    assert declared(head, body).title == title


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="https://bote.example/x">', "https://bote.example/x"),
        ('<meta property="og:url" content="https://bote.example/x">', "https://bote.example/x"),
        (
            '<link rel=canonical href="https://bote.example/"><meta property="og:url" content="https://bote.example/x">',
            "https://bote.example/x",
        ),
        (
            ld('{"@type": "NewsArticle", "mainEntityOfPage": {"@id": "https://bote.example/x"}}'),
            "https://bote.example/x",
        ),
        (ld('{"@type": "NewsArticle", "url": "https://bote.example/x"}'), "https://bote.example/x"),
        ("<!-- Page saved with SingleFile\n url: https://bote.example/x \n-->", "https://bote.example/x"),
        ('<link rel="canonical" href="/x">', ""),
        ('<link rel="stylesheet" href="https://bote.example/x">', ""),
        ("", ""),
    ],
)
def test_addresses(head: str, url: str) -> None:
    assert declared(head).url == url


def test_the_address_that_browsers_note_above_the_page() -> None:
    tree = html.document_fromstring("<!doctype html><!-- saved from url=(0022)https://bote.example/x --><html><body>x")
    assert page_metadata(tree)[0].url == "https://bote.example/x"


@pytest.mark.parametrize(
    ("attributes", "head", "language"),
    [
        ('lang="de-AT"', "", "de"),
        ('xml:lang="en"', "", "en"),
        ("", '<meta property="og:locale" content="de_DE">', "de"),
        ("", '<meta http-equiv="Content-Language" content="de">', "de"),
        ("", ld('{"@type": "NewsArticle", "inLanguage": "fr"}'), "fr"),
        ('lang=""', "", ""),
        ('lang="deutsch"', "", ""),
    ],
)
def test_languages_of_pages(attributes: str, head: str, language: str) -> None:
    assert declared(head, "", attributes).language == language


@pytest.mark.parametrize(
    ("said", "expected"),
    [("false", True), ('"False"', True), ('"https://schema.org/False"', True), ("true", False), ('""', False)],
)
def test_whether_it_is_free(said: str, expected: bool) -> None:  # noqa: FBT001 - what is expected
    page = f'<html><head>{ld(f"""{{"@type": "NewsArticle", "isAccessibleForFree": {said}}}""")}</head><body>x'
    assert page_metadata(html.document_fromstring(page))[1] is expected


def test_outlets() -> None:
    publisher = ld('{"@type": "NewsArticle", "publisher": {"name": "Küstenbote"}}')
    assert declared(publisher + '<meta property="og:site_name" content="Bote">').outlet == "Küstenbote"
    assert declared('<meta property="og:site_name" content="Bote">').outlet == "Bote"
    assert declared('<meta name="generator"><meta content="x">').outlet == ""
