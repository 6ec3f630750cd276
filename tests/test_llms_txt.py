"""A built site as a machine reader goes through it: llms.txt, the Markdown of each page, and the way to the feeds."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from workshop import ENVIRONMENT, HARBOUR, copy_dossier

from generator.pipeline import Project, generate
from generator.problems import Problems
from generator.site import build_site

SITE = "https://example.org/dossier/"
HAND_WRITTEN = """# Über *Häfen* {#kopf}

Siehe [Methode](method.md "So") und [[old-pier]].

```html
<b>[c](d.md)</b>
```
"""
LINK = re.compile(r"""\]\(<?([^)>\s]*)>?(?: "[^"]*")?\)""")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DOSSIER_SITE_URL", raising=False)
        patch.setenv("SOURCE_DATE_EPOCH", ENVIRONMENT["SOURCE_DATE_EPOCH"])
        project = copy_dossier(HARBOUR, tmp_path_factory.mktemp("llms") / "harbour")
        (project.docs / "große häfen.md").write_text(HAND_WRITTEN, encoding="utf-8")
        problems = Problems()
        assert generate(project, problems), [str(problem) for problem in problems]
        build_site(project)
    return project


def linked(project: Project, text: str) -> list[str]:
    """The addresses that a text links to on the site."""
    return [address for address in LINK.findall(text) if address.startswith(SITE)]


def file_at(project: Project, address: str) -> Path:
    path = unquote(urlsplit(address).path.removeprefix("/dossier/"))
    return project.site / (f"{path}index.html" if path.endswith("/") or not path else path)


def copies(project: Project) -> dict[str, str]:
    """Path in the site → Markdown of the page there."""
    found = sorted(project.site.rglob("*.html.md"))
    return {path.relative_to(project.site).as_posix(): path.read_text(encoding="utf-8") for path in found}


def test_it_has_the_shape_of_the_convention(built: Project) -> None:
    lines = (built.site / "llms.txt").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# US-Truppen im Irak"
    assert lines[2].startswith("> ")
    body = [line for line in lines[5:] if line]
    assert body[0] == "## Über das Dossier"
    assert all(re.fullmatch(r"## .+|- \[.+\]\(\S+\)(: .+)?", line) for line in body)
    assert body[1].startswith(f"- [Start]({SITE}index.html.md)")
    assert "## Stützpunkte" in body


def test_every_link_leads_to_a_file_and_every_page_is_linked(built: Project) -> None:
    links = linked(built, (built.site / "llms.txt").read_text(encoding="utf-8"))
    assert len(links) > 20
    assert [link for link in links if not file_at(built, link).is_file()] == []
    assert {file_at(built, link) for link in links} == {built.site / path for path in copies(built)} | {
        built.site / "feed.xml"
    }
    pages = {path.relative_to(built.site).as_posix() for path in built.site.rglob("index.html")}
    assert {path.removesuffix(".md") for path in copies(built)} == pages - {"search/index.html"}


def test_addresses_in_copies_are_whole_and_lead_to_what_is_there(built: Project) -> None:
    anchors = {path: set(re.findall(r' id="([^"]*)"', path.read_text())) for path in built.site.rglob("*.html")}
    for path, text in copies(built).items():
        shown = re.sub(r"^(`{3,}).*?^\1$", "", text, flags=re.MULTILINE | re.DOTALL)
        assert all(re.match(r"(https?|webcal)://", address) for address in LINK.findall(shown)), path
        for address in linked(built, shown):
            page = file_at(built, address)
            assert page.is_file(), (path, address)
            anchor = unquote(urlsplit(address).fragment)
            assert not anchor or anchor in anchors[page], (path, address)


def test_copies_hold_what_the_page_says_and_nothing_of_its_layout(built: Project) -> None:
    claims = 0
    for path, text in copies(built).items():
        assert len(re.findall(r"^# ", text, flags=re.MULTILINE)) == 1, path
        shown = re.sub(r"^(`{3,}).*?^\1$", "", text, flags=re.MULTILINE | re.DOTALL)
        assert not re.search(
            r"(?<!\\)</?[a-z]+|!!!|\{ ?[.#]|&#?\w+;|^---$|written by dossier|///", shown, re.MULTILINE
        ), path
        notes = set(re.findall(r"^\[\^([\w-]+)\]:", shown, re.MULTILINE))
        assert notes == set(re.findall(r"\[\^([\w-]+)\](?!:)", shown)), path
        claims += len(notes)
    assert claims > 20
    pier = copies(built)["bases/old-pier/index.html.md"]
    assert pier.startswith("# Alte Mole\n")
    assert "**Auch genannt:** Alter Mole · Alten Mole" in pier
    assert f"[Absatz 3]({SITE}articles/2031-03-14-uebergabe/#unterhalt) · Aussage: berichtet" in pier


def test_hand_written_pages_are_resolved_and_their_code_is_kept(built: Project) -> None:
    text = copies(built)["große häfen/index.html.md"]
    assert text.startswith("# Über *Häfen*\n")
    assert f'[Methode]({SITE}method/ "So")' in text
    assert f"[Alte Mole]({SITE}bases/old-pier/)" in text
    assert "```html\n<b>[c](d.md)</b>\n```" in text


def test_each_page_that_has_a_copy_leads_to_it(built: Project) -> None:
    """As an address that holds wherever the site lies; the data page tells of it."""
    held = copies(built)
    for path in built.site.rglob("*.html"):
        name = path.relative_to(built.site).as_posix()
        found = re.findall(r'<link rel="alternate" type="text/markdown" href="([^"]*)">', path.read_text("utf-8"))
        assert [unquote(urljoin(name, href)) for href in found] == [f"{name}.md"] * (f"{name}.md" in held), name
    told = linked(built, held["data/index.html.md"])
    assert f"{SITE}data/index.html.md" in told
    assert all(file_at(built, address).is_file() for address in told)


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.feeds: list[tuple[str, str | None, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if found.get("type") == "application/atom+xml":
            self.feeds.append((tag, found.get("rel"), found["href"]))


@pytest.mark.parametrize(
    ("page", "own"),
    [("index.html", None), ("method/index.html", None), ("bases/old-pier/index.html", "bases/old-pier.atom.xml")],
)
def test_pages_lead_to_their_feeds(built: Project, page: str, own: str | None) -> None:
    links = Links()
    links.feed((built.site / page).read_text(encoding="utf-8"))
    expected = [own, "feed.xml"] if own else ["feed.xml"]
    for kind in (("link", "alternate"), ("a", None)):
        found = [urljoin(page, str(href)) for *is_, href in links.feeds if tuple(is_) == kind]
        assert found == expected
    assert all((built.site / feed).is_file() for feed in expected)


def test_copies_are_no_pages(built: Project) -> None:
    """Neither the search nor the record of docs/ knows them."""
    assert not list(built.docs.rglob("*.html.md"))
    assert not [path for path in json.loads((built.docs / ".generated.json").read_text()) if "llms" in path]
    found = "".join(path.read_text() for path in (built.site / "search").glob("*.js"))
    addresses = set(re.findall(r'\["([^"]*)","[^"]*",\d+,\[\[', found))
    assert {"bases/old-pier/", "data/"} <= addresses
    assert not [address for address in addresses if address.endswith(".md")]
    assert ".html.md" not in (built.site / "sitemap.xml").read_text()
