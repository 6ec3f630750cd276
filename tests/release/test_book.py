"""Pages bound into one: order, ids, links, headings and notes."""

import re
from collections.abc import Mapping

import pytest

from generator.release.book import Bound, Leaf, bind, path_of

COVER = """<h1 id="_titel">Dossier</h1>
<div class="print-contents"><ol><li><p><a href="../actors/">Akteure</a></p><ol>
<li><a href="../actors/b/">B</a></li><li><a href="../actors/a/">A</a></li></ol></li>
<li><a href="../articles/">Artikel</a><ol><li><a href="../articles/x/">X</a></li></ol></li></ol></div>
<div class="print-sources"><h2 id="_belege">Belege</h2></div>"""

ARTICLE = """<p><a class="crumb" href="../">Artikel</a></p><h1 id="_titel">Titel X</h1>
<p><span id="eins"></span>Eins. <a class="cite-link" href="#_z">Zitieren</a><sup
id="fnref:1"><a class="footnote-ref" href="#fn:1"
aria-label="Beleg 1: Absatz 4">1</a></sup>
<span id="zwei"></span>Zwei.<sup id="fnref:2"><a class="footnote-ref" href="#fn:2">2</a></sup></p>
<h2 id="_belege">Belege</h2><p>Was sie bedeuten.</p>
<div class="footnote" data-close="zu"><div class="note-group"><ol>
<li id="fn:1"><p><a href="#eins">Absatz 4</a> kurz <a class="cite-link"
href="#_z">Zitieren</a>&#160;<a class="footnote-backref" href="#fnref:1">z</a></p></li>
<li id="fn:2"><p><a href="#zwei">Absatz 5</a></p></li></ol></div></div>"""

TOPIC = """<h1 id="_titel">A</h1><h2 id="_t">T</h2><p>Zwei.<a class="footnote-ref" href="#fn:1">1</a> Eins.<a
class="footnote-ref" href="#fn:2" aria-label="Beleg 2: 2 Blatt, 2031">2</a></p>
<h2 id="_belege">Belege</h2><div class="footnote"><div class="note-group"><p class="note-article"><a
href="../../articles/x/">Blatt</a></p><ol><li id="fn:1"><p><a href="../../articles/x/#zwei">Absatz 5</a></p></li>
<li id="fn:2"><p><a href="../../articles/x/#eins">Absatz 4</a> ganz lang</p></li></ol></div></div>"""

SITE = {
    "actors/": "<h1>Akteure</h1>",
    "actors/a/": TOPIC,
    "actors/b/": "<h1>B</h1>",
    "articles/": "<h1>Artikel</h1>",
    "articles/x/": ARTICLE,
    "left-out/": "<h1>Nicht gedruckt</h1>",
}


def bound(**changed: str) -> Bound:
    """The little site as a book; `actors_b="…"` gives a page another content."""
    pages = SITE | {f"{name.replace('_', '/')}/": html for name, html in changed.items() if name != "cover"}
    leaves = {path_of("", url): Leaf(url.rstrip("/"), url, html, f"https://x.org/{url}") for url, html in pages.items()}
    return bind(Leaf("", "print/", changed.get("cover", COVER)), leaves)


def links(book: Bound, words: str) -> str:
    found = re.search(rf'<a[^>]*?href="([^"]*)"[^>]*>{words}</a>', book.html)
    assert found
    return found[1]


def test_order_and_depth_are_those_of_the_contents() -> None:
    sections = re.findall(r'<section class="(print-\w+)" id="([^"]+)">|(</section>)', bound().html)
    told = [name or "end" for _, name, _ in sections]
    assert told == ["actors", "actors/b", "end", "actors/a", "end", "end", "articles", "articles/x", "end", "end"]
    assert [kind for kind, name, _ in sections if name == "actors/b"] == ["print-chapter"]


def test_headings_go_down_to_their_level() -> None:
    html = bound(actors_b="<h1>B</h1><h2>2</h2><h3>3</h3><h4>4</h4><h5>5</h5><h6>6</h6>").html
    assert "<h1>" not in html
    assert "<h2>Akteure</h2>" in html
    for words, level in (("B", 3), ("2", 4), ("3", 5), ("4", 6), ("5", 6), ("6", 6)):
        assert f"<h{level}>{words}</h{level}>" in html


def test_each_page_says_where_it_stands_online() -> None:
    assert '<h3>B</h3><p class="print-address">https://x.org/actors/b/</p>' in bound().html


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("../a/", "actors/a"),
        ("../a/#_t", "actors/a:_t"),
        ("../../articles/x/#zwei", "articles/x:zwei"),
        ("../../articles/x/?q=1#zwei", "articles/x:zwei"),
        ("../a/#_belege", "_belege"),
        ("#hier", "actors/b:hier"),
        ("./", "actors/b"),
        ("../", "actors"),
        ("../../", "_titel"),
        ("../../#_fragen", "_titel"),
        ("../../print/", "_titel"),
        ("../../print/#_belege", "_belege"),
        ("../a/#_nachbarn", "actors/a"),
    ],
)
def test_links_lead_inside(link: str, target: str) -> None:
    book = bound(actors_b=f'<h1>B</h1><p id="hier"><a href="{link}">hin</a></p>')
    assert links(book, "hin") == f"#{target}"
    assert book.dead == []


@pytest.mark.parametrize(
    ("link", "written"),
    [
        ("https://example.org/a#b", "https://example.org/a#b"),
        ("//example.org/", "//example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("../../left-out/#x", "../left-out/#x"),
        ("../../data/a%20b.csv?x=1", "../data/a%20b.csv?x=1"),
        ("bild.png", "../actors/b/bild.png"),
    ],
)
def test_links_that_lead_out(link: str, written: str) -> None:
    assert links(bound(actors_b=f'<h1>B</h1><a href="{link}">fort</a>'), "fort") == written


def test_pictures_are_found_from_the_new_place() -> None:
    assert '<img src="../assets/a.png">' in bound(actors_b='<h1>B</h1><img src="../../assets/a.png">').html


def test_a_link_to_nothing_is_told() -> None:
    book = bound(actors_b='<h1>B</h1><a href="../a/#missing">x</a><a href="../a/#_t">x</a>')
    assert book.dead == [("actors/b", "../a/#missing")]


def test_addresses_that_end_in_a_file() -> None:
    html = '<h1>B</h1><a href="a.html#t">hin</a><a href="../index.html">home</a><a href="../data/d.zip">z</a>'
    pages = {"actors/b.html": html, "actors/a.html": '<h1>A</h1><p id="t">T</p>'}
    leaves = {path_of("", url): Leaf(url.removesuffix(".html"), url, text) for url, text in pages.items()}
    cover = '<h1 id="_titel">D</h1><ol><li><a href="actors/b.html">B</a><a href="actors/a.html">A</a></li></ol>'
    book = bind(Leaf("", "print.html", cover + '<div class="print-sources"></div>'), leaves)
    assert [links(book, words) for words in ("hin", "home", "z")] == ["#actors/a:t", "#_titel", "data/d.zip"]
    assert book.dead == []


def test_ids_and_what_names_them() -> None:
    svg = '<svg aria-labelledby="t s" clip-path="url(#c)"><title id="t">T</title><desc id="s">S</desc><g id="c"/></svg>'
    book = bound(actors_a=f"<h1>A</h1>{svg}", actors_b=f'<h1>B</h1>{svg}<label for="t">x</label>')
    for name in ("actors/a", "actors/b"):
        assert f'aria-labelledby="{name}:t {name}:s" clip-path="url(#{name}:c)"' in book.html
    assert '<label for="actors/b:t">' in book.html
    ids = re.findall(r'\sid="([^"]+)"', book.html)
    assert len(ids) == len({*ids})


@pytest.mark.parametrize(
    "html",
    [
        '<form role="search"><p>weg</p></form>',
        "<script>weg</script>",
        '<p class="a crumb">weg</p>',
        '<div class="narrow">weg</div>',
        '<h2 id="_nachbarn">weg</h2><h3>weg</h3><p>weg</p>',
        '<aside class="question-box"><ul><li>weg</li></ul></aside>',
    ],
)
def test_what_serves_the_screen_alone_is_left_out(html: str) -> None:
    book = bound(actors_b=f"<h1>B</h1>{html}<h2>bleibt</h2>")
    assert "weg" not in book.html
    assert "bleibt" in book.html


def test_what_is_folded_up_is_open() -> None:
    assert "<details open><summary>" in bound(actors_b="<h1>B</h1><details><summary>x</summary>y</details>").html


# Notes


def notes(book: Bound) -> Mapping[str, str]:
    return dict(re.findall(r'<li id="fn:(\d+)" value="\1">(.*?)</li>', book.html, re.DOTALL))


def test_each_piece_of_evidence_stands_once_in_the_order_of_its_article() -> None:
    book = bound()
    assert notes(book) == {
        "1": '<p><a href="#articles/x:eins">Absatz 4</a> ganz lang</p>',
        "2": '<p><a href="#articles/x:zwei">Absatz 5</a></p>',
    }
    assert book.html.count('class="footnote"') == 1
    assert book.html.count("footnote-backref") == 0
    assert book.html.count('id="_belege"') == 1
    assert "Was sie bedeuten" not in book.html


def test_marks_bear_the_numbers_of_the_book() -> None:
    text = bound().html
    marks = re.findall(r'<a\s+class="footnote-ref" href="#fn:(\d)"[^>]*>(\d)</a>', text)
    assert marks == [("2", "2"), ("1", "1"), ("1", "1"), ("2", "2")]
    assert 'aria-label="Beleg 1: 2 Blatt, 2031"' in text
    assert 'aria-label="Beleg 1: Absatz 4"' in text


def test_notes_stand_below_their_article() -> None:
    assert '<p class="note-article"><a href="#articles/x">Blatt</a></p><ol><li id="fn:1"' in bound().html


def test_an_article_that_only_its_own_page_cites_is_named_by_its_title() -> None:
    html = bound(actors_a="<h1>A</h1>").html
    assert '<p class="note-article"><a href="#articles/x">Titel X</a></p><ol><li id="fn:1"' in html


def test_the_script_finds_its_words() -> None:
    assert '<div class="footnote" data-close="zu">' in bound().html


def test_notes_that_cite_no_claim() -> None:
    mark = '<h1>B</h1><a class="footnote-ref" href="#fn:a">1</a>'
    book = bound(actors_b=f'{mark}<div class="footnote"><ol><li id="fn:a">Frei.</li></ol></div>')
    assert notes(book)["3"] == "Frei."
    assert '<a class="footnote-ref" href="#fn:3">3</a>' in book.html


def test_without_notes_there_is_no_list() -> None:
    html = bound(actors_a="<h1>A</h1>", articles_x="<h1>X</h1>", cover=COVER.replace("#_belege", "")).html
    assert "print-sources" not in html


def test_nothing_says_how_to_cite_what_stands_elsewhere() -> None:
    book = bound()
    assert "Zitieren" not in book.html
    assert "Absatz 4</a> kurz</p>" in bound(actors_a="<h1>A</h1>").html
    assert book.dead == []
