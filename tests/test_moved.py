"""Pages and stubs at old addresses: what they say, that no list has them, and that they come and go with the entries.

That readers arrive is shown in browser/test_arriving.py.
"""

import json
import re
from pathlib import Path
from typing import Any

import moved_harbour
import pytest
import small
from moved_harbour import ARTICLE, CLAIM, NEW_ARTICLE, NEW_CLAIM, NEW_TOPIC, TOPIC
from sphobjinv import Inventory
from test_serve import preview
from workshop import Command, dossier, files

from generator.hand_over import MOVED_FILE
from generator.moved import moved_pages
from generator.pages import pages
from generator.pipeline import Loaded, Project, generate
from generator.problems import Problems
from generator.render import render

PAGES = {
    "articles/2030-verteilt": (None, ["boote"]),
    f"articles/{ARTICLE}": (f"articles/{NEW_ARTICLE}", ["lob", "größe", "rest", "irrtum"]),
    "bases/old-pier": (f"bases/{NEW_TOPIC}", []),
    "bases/südmole": (f"bases/{NEW_TOPIC}", []),
}
LISTS = ["sitemap.xml", "links.json", "llms.txt", "feed.xml", "search/*.js*", "data/*.json", "data/*.csv", "**/*.md"]


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return moved_harbour.built(tmp_path_factory.mktemp("moved"), "build")


def told(found: Loaded) -> dict[str, Any]:
    return {**moved_pages(found.dossier, found.standing, found.published.entries)}


# What the pages say


def test_pages_and_their_claims(moved: Project) -> None:
    known = json.loads((moved.docs / MOVED_FILE).read_text(encoding="utf-8"))
    shown = {old: (page["to"] and page["to"]["to"], list(page["claims"])) for old, page in known.items()}
    assert shown == PAGES
    claims = known[f"articles/{ARTICLE}"]["claims"]
    assert claims["rest"]["to"] == f"articles/{NEW_ARTICLE}#rest"
    assert claims["rest"]["title"].startswith("Der Lotsenbund zählt")
    assert claims["lob"]["to"] == f"articles/{NEW_CLAIM}"
    assert known["bases/südmole"]["to"]["title"] == "Alte Mole"


def test_words_of_a_withdrawn_claim_are_not_repeated(moved: Project) -> None:
    known = json.loads((moved.docs / MOVED_FILE).read_text(encoding="utf-8"))
    assert known[f"articles/{ARTICLE}"]["claims"]["irrtum"]["title"] == "Eine zurückgezogene Aussage und der Grund"
    assert "habe die Möweninsel verlassen" not in "".join(
        path.read_text(encoding="utf-8") for path in (moved.site / f"articles/{ARTICLE}").iterdir()
    )


def test_of_an_article_that_was_not_released_all_claims_are_told(tmp_path: Path) -> None:
    redirects = "articles/alt: articles/2031-04-lager\narticles/2031-04-lager#zwei: articles/2031-04-lager#vierzig\n"
    found = told(small.loaded(tmp_path, files={"seeds/redirects.yml": redirects}))
    assert list(found["articles/alt"]["claims"]) == ["treffen", "vierzig", "zwei", "sechzig"]


def test_only_what_was_released_is_told_of_one_that_was(tmp_path: Path) -> None:
    entry = "{hash: 1ed0bfe9f0334b0fec38, text: Der Deichbund traf sich am 2. April 2031 im Lager Süd.}"
    files = {
        "seeds/redirects.yml": "articles/alt: articles/2031-04-lager\n",
        "seeds/published.yml": f"articles/alt: {{}}\narticles/alt#treffen: {entry}\n",
    }
    found = told(small.loaded(tmp_path, files=files))
    assert list(found["articles/alt"]["claims"]) == ["treffen"]


def test_what_leads_to_a_draft_leads_nowhere_yet(tmp_path: Path) -> None:
    files = {"seeds/redirects.yml": "methode: articles/2031-04-lager#offen\narticles/2031-04-lager#a: about\n"}
    edits = {small.ARTICLE: {"claims:\n": "claims:\n  - {id: offen, p: 1, text: }\n"}}
    found = small.loaded(tmp_path, files=files, edits=edits)
    assert told(found) == {}
    assert found.dossier.moved_claims == {"2031-04-lager": {"a": "about"}}


def test_where_nothing_has_moved_nothing_is_written(harbour: Project) -> None:
    assert generate(harbour, Problems())
    assert not (harbour.docs / MOVED_FILE).exists()


# Stubs on pages that are there still


def test_a_moved_claim_leaves_a_stub(moved: Project) -> None:
    for claim, page in (CLAIM, CLAIM), (f"{NEW_ARTICLE}#lob", NEW_ARTICLE):
        html = (moved.site / f"articles/{page.partition('#')[0]}/index.html").read_text(encoding="utf-8")
        ids = re.findall(r'<span id="([^"]+)" class="claim">', html)
        old = claim.partition("#")[2]
        stub = re.search(rf'<span id="{old}" class="claim"></span>(.*?)</li>', html, re.DOTALL)
        assert stub
        assert "Diese Aussage steht jetzt an anderer Stelle: <a " in stub[1]
        assert re.search(r'href="[^"]*#zwoelf"', stub[1])
        assert ids.index(old) > ids.index("irrtum" if page == NEW_ARTICLE else "zwoelf")


def test_an_id_by_hand_may_hold_anything(tmp_path: Path) -> None:
    files = {"seeds/redirects.yml": "'articles/2031-04-lager#\"><b>`_x_': about\n"}
    found = small.dossier(tmp_path, files=files)
    page = next(page for page in pages(found) if page.path == "articles/2031-04-lager.md")
    assert '- <span id="&quot;&gt;&lt;b&gt;`_x_" class="claim"></span>' in render(page, found)


def test_of_a_withdrawn_article_each_claim_says_when_and_why(tmp_path: Path) -> None:
    withdrawn = "outlet: inselpost\nwithdrawn: {date: 2031-05-02, reason: Erfunden.}"
    found = small.dossier(tmp_path, edits={small.ARTICLE: {"outlet: inselpost": withdrawn}})
    text = next(render(page, found) for page in pages(found) if page.path == "articles/2031-04-lager.md")
    notices = re.findall(r'<span id="(\w+)" class="claim"></span>(.*)', text)
    assert [name for name, _ in notices] == ["treffen", "vierzig", "sechzig"]
    for _, notice in notices:
        assert notice.startswith("**zurückgezogen** mit dem ganzen Artikel am 2. Mai 2031: Erfunden.")


# In the site


def test_pages_lead_on_in_both_forms_of_addresses(moved: Project, tmp_path: Path, command: Command) -> None:
    html = (moved.site / f"bases/{TOPIC}/index.html").read_text(encoding="utf-8")
    assert f'<meta http-equiv="refresh" content="0; url=../{NEW_TOPIC}/">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert f'<link rel="canonical" href="https://example.org/dossier/bases/{NEW_TOPIC}/">' in html
    settings = moved.root / "flat.yml"
    flat = f"INHERIT: mkdocs.yml\nuse_directory_urls: false\nsite_dir: {tmp_path}/flat\n"
    settings.write_text(flat, encoding="utf-8")
    done = command("mkdocs", "build", "--strict", "--config-file", str(settings), cwd=moved.root)
    settings.unlink()
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    assert f'content="0; url={NEW_TOPIC}.html">' in (tmp_path / f"flat/bases/{TOPIC}.html").read_text(encoding="utf-8")
    assert not (tmp_path / f"flat/bases/{TOPIC}").exists()


def test_an_article_with_claims_is_left_to_the_script_and_the_links(moved: Project) -> None:
    html = (moved.site / f"articles/{ARTICLE}/index.html").read_text(encoding="utf-8")
    assert "http-equiv" not in html
    assert re.findall(r'<span id="([^"]+)" class="claim"></span><a href="([^"]+)"', html) == [
        ("lob", "../2031-03-14-uebergabe/#zwoelf"),
        ("größe", f"../{NEW_ARTICLE}/#rest"),
        ("rest", f"../{NEW_ARTICLE}/#rest"),
        ("irrtum", f"../{NEW_ARTICLE}/#irrtum"),
    ]


def test_a_name_is_text_wherever_it_stands(harbour: Project) -> None:
    """Themes put a page's title and description into HTML as they are."""
    topics = harbour.seeds / "bases/bases.yml"
    text = topics.read_text(encoding="utf-8")
    topics.write_text(text.replace("name: Alte Mole", """name: '"><b>A & B'""", 1), encoding="utf-8")
    (harbour.seeds / "redirects.yml").write_text("bases/alt: bases/old-pier\n", encoding="utf-8")
    assert dossier(harbour, "build") == 0
    html = (harbour.site / "bases/alt/index.html").read_text(encoding="utf-8")
    assert '<meta name="description" content="Neue Adresse: &quot;&gt;&lt;b&gt;A &amp; B">' in html
    assert '<h1 id="_titel">Neue Adresse: &quot;&gt;&lt;b&gt;A &amp; B</h1>' in html
    assert "<b>A" not in html


def test_old_addresses_are_in_no_list(moved: Project) -> None:
    for pattern in LISTS:
        there = [*moved.site.glob(pattern)]
        assert there, pattern
        for path in there:
            text = path.read_text(encoding="utf-8")
            assert not [old for old in PAGES if old in text or f"{old.rpartition('/')[2]}/" in text], path
    uris = [found.uri_expanded for found in Inventory(str(moved.site / "objects.inv")).objects]
    assert f"bases/{NEW_TOPIC}/" in uris
    assert not [uri for uri in uris if uri.partition("#")[0].rstrip("/") in PAGES]


def test_no_page_links_to_an_old_address(moved: Project) -> None:
    for path in moved.site.rglob("*.html"):
        links = re.findall(r'href="([^"]+)"', path.read_text(encoding="utf-8"))
        assert not [link for link in links if link.endswith(tuple(f"{old.rpartition('/')[2]}/" for old in PAGES))], path


def test_the_same_seeds_the_same_bytes(moved: Project) -> None:
    before = files(moved.site)
    assert dossier(moved, "build") == 0
    assert files(moved.site) == before


def test_the_page_goes_with_its_entry(harbour: Project) -> None:
    redirects = harbour.seeds / "redirects.yml"
    redirects.write_text("bases/alt: bases/old-pier\nbases/aelter: bases/old-pier\n", encoding="utf-8")
    assert dossier(harbour, "build") == 0
    assert (harbour.site / "bases/alt/index.html").exists()
    redirects.write_text("bases/aelter: bases/old-pier\n", encoding="utf-8")
    assert dossier(harbour, "build") == 0
    assert not (harbour.site / "bases/alt").exists()
    assert (harbour.site / "bases/aelter/index.html").exists()
    redirects.unlink()
    assert dossier(harbour, "build") == 0
    assert not (harbour.site / "bases/aelter").exists()
    assert not (harbour.docs / MOVED_FILE).exists()


@pytest.mark.parametrize("old", ["assets", "feed.xml", "sitemap.xml"])
def test_no_file_of_the_site_gives_way(old: str, harbour: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (harbour.docs / "assets").mkdir(exist_ok=True)
    (harbour.docs / "assets/index.md").write_text("# Hier\n", encoding="utf-8")
    (harbour.seeds / "redirects.yml").write_text(f"{old}: bases/old-pier\n", encoding="utf-8")
    assert dossier(harbour, "build") == 1
    assert f"redirects.yml: {old} is in use on the site" in "".join(capsys.readouterr())


def test_properdocs_writes_them_too(moved: Project, tmp_path: Path, command: Command) -> None:
    done = command("properdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", str(tmp_path / "site"), cwd=moved.root)
    assert done.returncode == 0, done.stderr
    path = f"bases/{TOPIC}/index.html"
    there = (tmp_path / "site" / path).read_text(encoding="utf-8")
    assert f'content="0; url=../{NEW_TOPIC}/"' in there


def test_serve_follows_the_entries(harbour: Project) -> None:
    redirects = harbour.seeds / "redirects.yml"
    redirects.write_text("bases/alt: bases/old-pier\n", encoding="utf-8")
    with preview(harbour) as shown:
        shown.wait("bases/alt/", lambda html: "url=../old-pier/" in html)
        redirects.write_text("bases/neu: bases/old-pier\n", encoding="utf-8")
        shown.wait("bases/neu/", lambda html: "url=../old-pier/" in html)
        shown.wait("bases/alt/", lambda html: "url=../old-pier/" not in html)


def test_the_harbour_moves_as_told(moved: Project) -> None:
    """What the tests above rest on: the entries are those that the command wrote, and those by hand."""
    text = (moved.seeds / "redirects.yml").read_text(encoding="utf-8")
    assert f"bases/{TOPIC}: bases/{NEW_TOPIC}\n" in text
    assert f"articles/{ARTICLE}: articles/{NEW_ARTICLE}\n" in text
    assert f"articles/{CLAIM}: articles/{NEW_CLAIM}\n" in text
    assert moved_harbour.BY_HAND in text
