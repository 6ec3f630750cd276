"""Over the built HTML: what links to a page is listed there with its sentence, and what is listed links.

A link in a sentence counts wherever the sentence is shown; its home is the page that it was written for. The page it
leads to lists that home, or shows the claim itself with the way to its article. And whatever else links to a page is
listed by it, or by a section of it that the list names with the number of the pages there that do.
"""

import re
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import cached_property
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from linked_dossier import PLACES, REFERENCES, linked_dossier, sentence
from workshop import HARBOUR, ROOT, copy_dossier

from generator.dossier import Dossier
from generator.german.sentences import sentences
from generator.html_tree import Element, parse_html
from generator.pipeline import Project, generate, load
from generator.problems import Problems
from generator.site import build_site

SENTENCE_BLOCKS = {"p", "li", "td", "th", "dd", "h1", "h2", "h3", "summary"}
ROWS = {"li", "tr"}
"""What shows a claim together with its source."""
WAYS = {"origin", "sentence"}
"""In the list of who links here: what leads to a claim, not to a page that links."""
NO_WORDS = {"footnote-ref", "footnote-backref", "cross-reference", "headerlink", "badge"}
FURNITURE = {"footnote", "cite-box", "backlinks", "crumb"}
"""What repeats the words of other pages, or names them: no sentences of this one."""


@dataclass
class Block:
    """The words of an element without any blanks, and the links in them."""

    element: Element
    text: str = ""
    links: list[tuple[int, int, str]] = field(default_factory=list)

    def links_in(self, words: str) -> Iterator[str]:
        """The addresses linked in the words, wherever they stand here."""
        for found in re.finditer(re.escape(words), self.text):
            for start, end, address in self.links:
                if start >= found.start() and end <= found.end():
                    yield address


@dataclass(frozen=True)
class Listed:
    """A sentence in the list of who links here, and the address of the page it was written for."""

    source: str
    words: str
    claim: str = ""


def squeezed(text: str) -> str:
    """Without blanks of any kind: German typography sets other ones than were typed."""
    return re.sub(r"[\s\u00ad\u2060]", "", unescape(text))


@dataclass
class Shown:
    """A page of the built site by its address."""

    address: str
    main: Element

    def within(self, root: Element, wanted: set[str]) -> Iterator[Block]:
        for element in elements(root):
            if element.tag in wanted:
                block = Block(element)
                self._read(element, block)
                yield block

    @cached_property
    def blocks(self) -> list[Block]:
        return list(self.within(self.main, SENTENCE_BLOCKS))

    @cached_property
    def rows(self) -> list[Block]:
        return list(self.within(self.main, ROWS))

    @cached_property
    def listed(self) -> list[Listed]:
        found = []
        lists = (element for element in self.main.elements() if "backlinks" in element.classes)
        for page in (part for each in lists for part in each.elements() if part.tag == "dd"):
            source, *_ = [part.href for part in page.elements() if part.tag == "a"]
            for words in (part for part in page.elements() if "sentence" in part.classes):
                way = [part.href for part in words.elements() if part.tag == "a"]
                own = Element("", children=[part for part in words.children if isinstance(part, str)])
                found.append(Listed(self.to(source), squeezed(own.text), *map(self.to, way)))
        return found

    @cached_property
    def linked(self) -> set[str]:
        """The addresses of the other pages that it links to, but for the ways that every page has."""
        return {page_of(self.to(link.href)) for link in links(self.main)} - {self.address}

    @cached_property
    def listing(self) -> set[str]:
        """The addresses of the pages that its list names."""
        named = (link.href for each in self._lists() for link in links(each, passed=WAYS))
        return {self.to(href) for href in named if not href.startswith("#")}

    @cached_property
    def pointed(self) -> dict[str, tuple[int, set[str]]]:
        """The sections that its list names: anchor → how many linking pages are there, and the pages it has as entries.

        Entries are its headings where it has any, else what is not folded.
        """
        found = {}
        for line in (part for each in self._lists() for part in each.elements() if part.tag == "dd"):
            for link in (part for part in line.elements() if part.tag == "a" and part.href.startswith("#")):
                number = re.match(r"\s*\((\d+)\)", str(line.children[line.children.index(link) + 1]))
                assert number, line.text
                anchor = link.href.removeprefix("#")
                found[anchor] = int(number[1]), self._entries(anchor)
        return found

    def _entries(self, anchor: str) -> set[str]:
        at = next(n for n, each in enumerate(self._top) if each.tag in {"h1", "h2"} and each.id == anchor)
        section: list[Element] = []
        for each in self._top[at:]:
            if section and each.tag in {"h1", "h2"}:
                break
            section.append(each)
        whole = Element("", children=list(section[1:]))
        headings = [each for each in [*section[1:], *elements(whole)] if each.tag == "h3"]
        open_ = [link for each in headings for link in links(each)] if headings else list(links(whole, {"details"}))
        return {page_of(self.to(link.href)) for link in open_}

    @cached_property
    def _top(self) -> list[Element]:
        return [each for each in self.main.children if isinstance(each, Element)]

    def _lists(self) -> list[Element]:
        return [element for element in self.main.elements() if "backlinks" in element.classes]

    def to(self, href: str) -> str:
        """A link's address inside the site, with its anchor."""
        whole = urlsplit(urljoin(f"https://site/{self.address}", unescape(href)))
        address = unquote(whole.path).removeprefix("/") if whole.netloc == "site" else ""
        return f"{address}#{unquote(whole.fragment)}" if whole.fragment else address

    def _read(self, element: Element, block: Block) -> None:
        for child in element.children:
            if isinstance(child, str):
                block.text += squeezed(child)
            elif NO_WORDS.isdisjoint(child.classes):
                start = len(block.text)
                self._read(child, block)
                if child.tag == "a" and child.href and not urlsplit(child.href).scheme:
                    block.links.append((start, len(block.text), self.to(child.href)))


def elements(root: Element) -> Iterator[Element]:
    """All inside, but for what is no sentence of the page."""
    for child in root.children:
        if isinstance(child, Element) and FURNITURE.isdisjoint(child.classes):
            yield child
            yield from elements(child)


def links(
    root: Element, tags: AbstractSet[str] = frozenset(), passed: AbstractSet[str] = FURNITURE
) -> Iterator[Element]:
    """The links inside that stay on the site, but for those in ways (`nav`), in `tags` and in what is `passed`."""
    for child in root.children:
        if isinstance(child, Element) and passed.isdisjoint(child.classes) and child.tag not in {"nav", *tags}:
            if child.tag == "a" and child.href and not urlsplit(child.href).scheme:
                yield child
            yield from links(child, tags, passed)


def page_of(address: str) -> str:
    return address.partition("#")[0]


@dataclass(frozen=True)
class Site:
    dossier: Dossier
    pages: dict[str, Shown]
    hand_written: tuple[str, ...]
    """Their addresses."""

    @cached_property
    def written(self) -> dict[tuple[str, str], str]:
        """The home of each sentence that was written for a generated page, with its words → where its claim stands."""
        words, found = self.dossier.meanings.words, dict[tuple[str, str], str]()
        for claim in self.dossier.claims.values():
            if not claim.withdrawn:
                home = f"articles/{claim.article.id}/"
                found[home, squeezed(claim.text)] = f"{home}#{claim.record.id}"
        topics = self.dossier.topics.values()
        prose = [("", self.dossier.settings.intro or "")]
        prose += [(f"{topic.kind.folder}/{topic.id}/", topic.record.intro or "") for topic in topics]
        notes = [(topic, topic.record.note) for topic in topics]
        prose += [(f"{topic.kind.folder}/{topic.id}/", note.text) for topic, note in notes if note]
        prose += [(f"questions/{question.id}/", question.record.note) for question in self.dossier.questions.values()]
        for home, text in prose:
            for each in sentences(text):
                shown = re.sub(r"\[\[(?:[^\]|]*\|)?([^\]]*)\]\]", lambda link: link[1], _named(each, words))
                found.setdefault((home, squeezed(re.sub(r"\[@[^\]]*\]|(?<!\*)\*(?!\*)", "", shown))), "")
        return found

    def shows(self, page: str, words: str, claim: str) -> bool:
        """Whether the page shows the claim beside the way to its article."""
        rows = (row for row in self.pages[page].rows if words in row.text)
        return any(address == claim for row in rows for _, _, address in row.links)


def _named(text: str, words: Callable[..., str]) -> str:
    """Links that give an id alone show the name of the page."""
    from generator.markup import find_refs  # noqa: PLC0415 - the grammar is not what is tested

    refs = [ref for ref in find_refs(text) if ref.kind == "link" and not ref.words]
    for ref in reversed(refs):
        text = f"{text[: ref.start]}[[{words(ref)}]]{text[ref.end :]}"
    return text


DOSSIERS: dict[str, Callable[[Path], Project]] = {
    "linked": linked_dossier,
    "harbour": lambda folder: copy_dossier(HARBOUR, folder),
    "ours": lambda folder: copy_dossier(ROOT, folder),
}


def built(project: Project) -> Site:
    problems = Problems()
    assert generate(project, problems), list(map(str, problems))
    build_site(project)
    loaded = load(project, Problems())
    assert loaded
    pages = {}
    for file in project.site.rglob("index.html"):
        address = file.relative_to(project.site).as_posix().removesuffix("index.html")
        html = file.read_text(encoding="utf-8")
        main = [part for part in parse_html(html).elements() if "md-content__inner" in part.classes]
        if main:
            pages[address] = Shown(address, main[0])
    hand_written = tuple(
        "" if page.path == "index.md" else page.path.removesuffix(".md").removesuffix("index").rstrip("/") + "/"
        for page in loaded.hand_written
    )
    return Site(loaded.dossier, pages, hand_written)


@pytest.fixture(scope="module")
def site_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Site]:
    """Builds a dossier, each once."""
    sites: dict[str, Site] = {}

    def site_of(name: str) -> Site:
        if name not in sites:
            sites[name] = built(DOSSIERS[name](tmp_path_factory.mktemp(name) / "dossier"))
        return sites[name]

    return site_of


@pytest.fixture(scope="module", params=DOSSIERS)
def site(request: pytest.FixtureRequest, site_of: Callable[[str], Site]) -> Site:
    return site_of(request.param)


def links_shown(site: Site) -> Iterator[tuple[str, str, str, str, str]]:
    """Every link in a sentence: the page that shows it, where it leads, the sentence's home, its words, its claim."""
    for page, shown in site.pages.items():
        if page in site.hand_written:
            continue
        for block in shown.blocks:
            for (home, words), claim in site.written.items():
                if words in block.text:
                    for address in block.links_in(words):
                        yield page, page_of(address), home, words, claim


def test_every_link_in_a_sentence_is_listed_where_it_leads(site: Site) -> None:
    found = 0
    for page, target, home, words, claim in links_shown(site):
        assert target != page, words
        if target != home:
            entries = {(each.source, each.words, each.claim) for each in site.pages[target].listed}
            there = (home, words, claim) in entries
            assert there != bool(claim and site.shows(target, words, claim)), (page, target, words)
            found += 1
    assert found


def test_every_link_of_a_hand_written_page_is_listed_where_it_leads(site: Site) -> None:
    found = 0
    for page in site.hand_written:
        for block in site.pages[page].blocks:
            for start, end, address in block.links:
                target = page_of(address)
                if target not in ("", page) or (address == "" and page):
                    listed = [each.words for each in site.pages[target].listed if each.source == page]
                    around = [words for words in listed if block.text[start:end] in words and words in block.text]
                    assert around, (page, address, block.text)
                    found += 1
    assert found


def test_every_sentence_that_is_listed_links_here_from_its_home(site: Site) -> None:
    found = 0
    for address, shown in site.pages.items():
        for each in shown.listed:
            assert each.source != address
            blocks = site.pages[each.source].blocks
            links = [page_of(link) for block in blocks for link in block.links_in(each.words)]
            assert address in links, (address, each)
            if each.claim:
                assert page_of(each.claim) == each.source
                assert any(f'id="{each.claim.partition("#")[2]}"' in "".join(block.element.written())
                           for block in blocks if each.words in block.text)  # fmt: skip
            found += 1
    assert found


def test_nothing_is_listed_that_the_page_has_shown_or_listed_already(site: Site) -> None:
    for address, shown in site.pages.items():
        entries = [(each.source, each.words) for each in shown.listed]
        assert len(entries) == len(set(entries)), address
        for each in shown.listed:
            same = each.words in {words for (_, words), claim in site.written.items() if claim and not each.claim}
            assert same or not [block for block in shown.blocks if each.words in block.text], (address, each)


def test_a_sentence_links_a_page_once(site: Site) -> None:
    for page, shown in site.pages.items():
        if page not in site.hand_written:
            for block in shown.blocks:
                for _, words in site.written:
                    if block.text.count(words) == 1:
                        targets = list(map(page_of, block.links_in(words)))
                        assert len(targets) == len(set(targets)), (page, words)


def unlisted(site: Site) -> list[tuple[str, str]]:
    """Each page with one that links to it, where it neither lists that nor names a section that does."""
    found = []
    for source, shown in site.pages.items():
        for target in shown.linked & site.pages.keys():
            page = site.pages[target]
            if source not in page.listing and not any(source in entries for _, entries in page.pointed.values()):
                found.append((target, source))
    return found


def untrue(site: Site) -> list[tuple[str, str]]:
    """Each page with one that it lists and that does not link to it, or with a section that it counts wrongly."""
    found = []
    for target, page in site.pages.items():
        found += [(target, source) for source in page.listing if target not in site.pages[source].linked]
        for anchor, (number, entries) in page.pointed.items():
            linking = [each for each in entries if each in site.pages and target in site.pages[each].linked]
            found += [(target, f"#{anchor}")] if len(linking) != number else []
    return found


def test_every_page_that_links_is_listed_or_in_a_section_that_the_list_counts(site: Site) -> None:
    assert unlisted(site) == []


def test_every_page_that_is_listed_or_counted_links_here(site: Site) -> None:
    assert untrue(site) == []


def changed(site: Site, address: str, change: Callable[[Element], object]) -> Site:
    """The site with something changed in the list of one of its pages."""
    page = Shown(address, deepcopy(site.pages[address].main))
    (there,) = (each for each in page.main.elements() if "backlinks" in each.classes)
    change(there)
    return replace(site, pages={**site.pages, address: page})


def test_an_entry_that_is_missing_or_untrue_is_noticed(site_of: Callable[[str], Site]) -> None:
    site = site_of("harbour")
    address, page = max(site.pages.items(), key=lambda pair: (len(pair[1].pointed), len(pair[1].listing)))
    assert page.pointed
    assert page.listing

    def drop(wanted: str) -> Callable[[Element], None]:
        return lambda there: there.remove(
            {each for each in there.elements() if each.href == wanted and each.tag == "a"}
        )

    for link in [
        each for part in page.main.elements() if "backlinks" in part.classes for each in links(part, passed=WAYS)
    ]:
        gone = {source for _, source in unlisted(changed(site, address, drop(link.href)))}
        if link.href.startswith("#"):
            assert gone & page.pointed[link.href.removeprefix("#")][1]
        else:
            assert gone == {page.to(link.href)}
    stranger = next(each for each, other in site.pages.items() if address not in other.linked | {each})
    wrong = Element("a", {"href": f"/{stranger}"})
    assert untrue(changed(site, address, lambda there: there.children.append(wrong))) == [(address, stranger)]
    more = next(anchor for anchor in page.pointed)

    def miscount(there: Element) -> None:
        (line,) = (
            each
            for each in there.elements()
            if any(f"#{more}" == part.href for part in each.children if isinstance(part, Element))
        )
        line.children = [re.sub(r"\d+", "99", part) if isinstance(part, str) else part for part in line.children]

    assert (address, f"#{more}") in untrue(changed(site, address, miscount))


# One dossier in which every kind of reference stands in every place


@pytest.fixture(scope="module")
def everywhere(site_of: Callable[[str], Site]) -> Site:
    return site_of("linked")


def test_a_reference_is_the_same_link_wherever_it_stands(everywhere: Site) -> None:
    for place, home in PLACES.items():
        for reference, (address, words) in REFERENCES.items():
            text = squeezed(sentence(place, reference).replace(reference, words))
            blocks = [block for block in everywhere.pages[home].blocks if text in block.text]
            assert blocks, (place, reference)
            at = blocks[0].text.index(text)
            linked = [
                (link, blocks[0].text[start:end])
                for start, end, link in blocks[0].links
                if at <= start and end <= at + len(text)
            ]
            assert linked == [(address, squeezed(words))], (place, reference)


def test_a_cross_reference_leads_to_the_evidence_of_another_claim(everywhere: Site) -> None:
    main = everywhere.pages["articles/liste/"].main
    item = next(each for each in main.elements() if each.tag == "li" and "Viele kamen" in each.text)
    assert item.text.startswith("Viele kamen (vgl. 13) zum Lager West (vgl. 14).15")
    marks = [each for each in item.elements() if "cross-reference" in each.classes]
    notes = {each.id: each for each in main.elements() if each.tag == "li" and each.id.startswith("fn:")}
    led = [[link.href for link in mark.elements() if link.tag == "a"] for mark in marks]
    places = [[part.href for part in notes[href.removeprefix("#")].elements() if "note-place" in part.classes]
              for (href,) in led]  # fmt: skip
    assert places == [["../bericht/#kommen"], ["../bericht/#helfen"]]
    words = "".join(squeezed(each) for each in item.children if isinstance(each, str))
    assert words.startswith("Vielekamenzum.")


def test_the_first_mention_in_a_claim_is_linked_and_none_to_the_page_itself(everywhere: Site) -> None:
    words = squeezed("Anna Berg half Frau Berg im Lager West, so sie selbst.")
    links = {
        page: [(link, block.text[start:end]) for start, end, link in block.links if block.text[start:end] in words]
        for page in ("articles/liste/", "actors/anna-berg/", "bases/lager/")
        for block in everywhere.pages[page].blocks
        if words in block.text
    }
    anna, lager = ("actors/anna-berg/", "AnnaBerg"), ("bases/lager/", "LagerWest")
    assert links == {"articles/liste/": [anna, lager], "actors/anna-berg/": [lager], "bases/lager/": [anna]}
