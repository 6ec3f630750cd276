"""What becomes of values and words on all pages: nothing but text from seeds, nothing but labels from us, sound HTML.

The awkward dossier (tests/dossiers/awkward) has a value for all that Markdown, HTML or Jinja might take for its own.
"""

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from jinja2 import UndefinedError
from markdown import Markdown

from generator.addresses import CORRECTIONS_PAGE, DATA_PAGE
from generator.dates import parse_when
from generator.desk.naming import title_to_begin_with
from generator.dossier import Dossier
from generator.evidence import note, notes
from generator.exports import exports
from generator.feeds import feeds
from generator.inventory import inventory
from generator.labels import Labels, load_labels
from generator.model import anonymous
from generator.pages import pages
from generator.pages.page import Page
from generator.parsing import Seeds
from generator.pipeline import Loaded, Project, load, rendered
from generator.problems import Problems
from generator.render import environment, render
from generator.writer import Writer

ROOT = Path(__file__).resolve().parent.parent
GENERATOR = ROOT / "generator"
AWKWARD = ROOT / "tests" / "dossiers" / "awkward"
DOSSIERS = {"awkward": AWKWARD, "harbour": ROOT / "tests" / "dossiers" / "harbour", "ours": ROOT}

ELEMENTS = set(
    "a aside blockquote code dd details div dl dt em figcaption figure h1 h2 h3 hr li mark nav ol p pre section span "
    "strong summary sup table tbody td th thead time tr ul".split()
)
ATTRIBUTES = {"aria-label", "class", "data-search", "datetime", "hidden", "href", "id", "rel", "role", "title", "value"}
VOID = {"br", "hr", "input"}
# What these are made of is for tests of their own: tests/drawing, tests/browser.
MACHINES = {"button", "form", "noscript", "svg"}


# HTML, as MkDocs makes it with the extensions of mkdocs.yml


@dataclass
class Html(HTMLParser):
    """Elements, attributes, anchors, links and text of a page."""

    elements: Counter[str] = field(default_factory=Counter)
    attributes: list[tuple[str, str]] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    shape: list[str] = field(default_factory=list)
    """What stands on the page in order: headings by name, everything else as `text`."""
    open: list[str] = field(default_factory=list)
    marks: list[tuple[str, str]] = field(default_factory=list)
    """Note number and shown words of each footnote mark."""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        machine = MACHINES & {*self.open, tag}
        if not machine:
            self.elements[tag] += 1
        self.attributes += [
            (name, value or "")
            for name, value in attrs
            if name in ("href", "id") or (not machine and not name.startswith("data-"))
        ]
        if tag not in VOID:
            self.open.append(tag)
        if tag in ("h1", "h2", "h3"):
            self.shape.append(tag)
        if dict(attrs).get("class") == "footnote-ref":
            self.marks.append((str(dict(attrs)["href"]), ""))
        self.pieces.append(" ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.pieces.append(" " if tag not in ("a", "em", "span", "strong", "sup", "time") else "")

    def handle_comment(self, data: str) -> None:
        assert data.strip().startswith("written by dossier"), data

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)
        if data.strip() and not {"h1", "h2", "h3"} & set(self.open):
            self.shape.append("text")
        if self.marks and self.open[-2:] == ["sup", "a"]:
            self.marks[-1] = self.marks[-1][0], data

    @property
    def text(self) -> str:
        """What a reader sees, with blanks taken out: an element boundary may or may not be one."""
        return squeezed("".join(self.pieces))

    def values(self, name: str) -> list[str]:
        return [value for found, value in self.attributes if found == name]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def markdown_of(refs: Path) -> Markdown:
    """As mkdocs.yml sets it up."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    listed = yaml.safe_load(settings.partition("markdown_extensions:")[2].partition("\n\n")[0])
    named = [each if isinstance(each, dict) else {each: {}} for each in listed]
    options: dict[str, Any] = {name: values for each in named for name, values in each.items()}
    assert {"attr_list", "footnotes", "tables", "generator.markdown_refs"} <= set(options)
    options["generator.markdown_refs"]["refs"] = str(refs)
    return Markdown(extensions=[*options], extension_configs=options)


def loaded_from(folder: Path) -> Loaded:
    found = load(Project(folder), Problems())
    assert found
    return found


@dataclass(frozen=True)
class Site:
    dossier: Dossier
    texts: dict[str, str]
    pages: dict[str, Html]
    html: dict[str, str]


@pytest.fixture(
    scope="module", params=[name for name, at in DOSSIERS.items() if (at / "seeds" / "dossier.yml").exists()]
)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """All pages of a dossier, hand-written ones included, as HTML."""
    return built(DOSSIERS[request.param], tmp_path_factory.mktemp("refs"))


@pytest.fixture(scope="module")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return built(AWKWARD, tmp_path_factory.mktemp("refs"))


def built(folder: Path, aside: Path) -> Site:
    loaded = loaded_from(folder)
    texts = rendered(loaded)
    (aside / "refs.json").write_text(texts.pop(".refs.json"), encoding="utf-8")
    converter = markdown_of(aside / "refs.json")
    sources = texts | {page.path: page.text for page in loaded.hand_written}
    html = {
        path: converter.reset().convert(re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL))
        for path, text in sources.items()
        if path.endswith(".md")
    }
    parsed = {}
    for path, text in html.items():
        parsed[path] = Html()
        parsed[path].feed(text)
        assert parsed[path].open == [], path
    return Site(loaded.dossier, texts, parsed, html)


def hand_written(site: Site, path: str) -> bool:
    return path not in site.texts


def test_nothing_stands_on_a_page_but_what_we_put_there(site: Site) -> None:
    for path, page in site.pages.items():
        extra = {"br", "h4"} if hand_written(site, path) or path == DATA_PAGE else set()
        extra |= {"del", "ins"} if path == CORRECTIONS_PAGE else set()
        assert set(page.elements) <= ELEMENTS | extra, path
        assert {name for name, _ in page.attributes} <= ATTRIBUTES, path
        for href in page.values("href"):
            assert urlsplit(href).scheme in ("", "http", "https", "webcal"), (path, href)


def test_html_from_seeds_would_be_seen() -> None:
    page = Html()
    page.feed('<p onclick="x"><script>alert(1)</script></p>')
    assert set(page.elements) - ELEMENTS == {"script"}
    assert {name for name, _ in page.attributes} - ATTRIBUTES == {"onclick"}


def test_every_link_inside_leads_somewhere(site: Site) -> None:
    for path, page in site.pages.items():
        for href in page.values("href"):
            target = urlsplit(href)
            if target.scheme:
                continue
            where = (Path("/", path).parent / target.path).as_posix() if target.path else f"/{path}"
            name = str(Path(re.sub(r"[^/]+/\.\./", "", where))).removeprefix("/")
            if not name.endswith(".md"):
                assert name in {*site.texts, *inventory((), site.dossier)}, (path, href)
                continue
            found = site.pages.get(name)
            assert found, (path, href)
            if target.fragment:
                assert target.fragment in found.values("id"), (path, href)


def test_anchors_are_unique_on_their_page(site: Site) -> None:
    for path, page in site.pages.items():
        assert [anchor for anchor, times in Counter(page.values("id")).items() if times > 1] == [], path


def test_a_mark_shows_the_number_of_its_note(site: Site) -> None:
    for path, page in site.pages.items():
        if not hand_written(site, path):
            assert [href for href, _ in page.marks] == [f"#fn:{shown}" for _, shown in page.marks], path


def test_lists_are_tight_and_never_nested(site: Site) -> None:
    for path, html in site.html.items():
        if not hand_written(site, path):
            body = html.partition('<div class="footnote">')[0]
            assert not re.search(r"<li>\s*<(p|ul|ol|h\d|blockquote|pre|table)\b", body), path


def test_no_section_is_empty(site: Site) -> None:
    for path, page in site.pages.items():
        shape = [*page.shape, "h1"]
        for one, other in pairwise(shape):
            assert one == "text" or other == "text" or other > one, (path, page.shape)


def test_no_paragraph_or_item_is_empty(site: Site) -> None:
    for path, html in site.html.items():
        assert not re.search(r"<(p|li|h\d|em|strong|a|th)\b(?![^>]* (?:hidden|role=.status))[^>]*>\s*</\1>", html), path


def test_nouns_agree_with_their_numbers(site: Site) -> None:
    forms = load_labels("de")["counts"].values()
    wrong = [re.escape(squeezed(noun["other"])) for noun in forms if not noun["other"].startswith(noun["one"])]
    longer = "|".join(
        re.escape(squeezed(noun["other"].removeprefix(noun["one"]))) for noun in forms if noun["other"] != noun["one"]
    )
    assert wrong
    assert longer
    for path, page in site.pages.items():
        assert not re.search(rf"(?<![\d.,])1({'|'.join(wrong)})", page.text), path


def test_every_page_has_the_title_that_its_heading_shows(site: Site) -> None:
    for path in site.texts.keys() & site.html.keys():
        meta = yaml.safe_load(site.texts[path].split("---\n")[1])
        heading = re.search(r"<h1[^>]*>(.*?)</h1>", site.html[path])
        assert heading
        seen = Html()
        seen.feed(heading[1])
        title = Html()
        title.feed(meta["title"])
        assert title.text == seen.text, path
        assert title.elements == Counter(), path
        assert meta["description"], path


# Values come out as they are


def values(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Each value of the seeds with a page where it must be seen."""
    settings = dossier.settings
    yield from (("index.md", value) for value in (settings.title, settings.subtitle or "", settings.scope))
    yield from (("index.md", kind.plural) for kind in settings.kinds.values())
    for topic in dossier.topics.values():
        path, record = f"{topic.kind.folder}/{topic.id}.md", topic.record
        seen = [record.name, *record.aliases, topic.kind.singular, topic.kind.types[record.type]]
        seen += [record.coordinates.source] if record.coordinates else []
        seen += [record.note.source] if record.note else []
        yield from ((path, value) for value in seen)
        yield from ((f"{topic.kind.folder}/index.md", value) for value in (topic.kind.plural, record.name))
        yield f"{topic.kind.folder}/index.md", topic.kind.types[record.type]
    for article in dossier.articles.values():
        path, known = f"articles/{article.id}.md", article.record
        seen = [
            known.title,
            load_labels("de").language_name(known.language),
            known.provenance or "",
            known.url or "",
            known.archived_url or "",
            *known.authors,
        ]
        seen += [notice.reason for notice in (known.corrected, known.withdrawn) if notice]
        seen += [known.published_basis.removeprefix("inferred:")] if known.published_basis != "stated" else []
        yield from ((path, value) for value in seen)
    for event in dossier.events.values():
        path = f"timeline/{event.id}.md"
        yield from ((path, value) for value in (event.record.title, settings.event_types[event.record.type]))
    for question in dossier.questions.values():
        path = f"questions/{question.id}.md"
        yield from ((path, value) for value in (question.record.title, *question.record.positions.values()))
    for measure in dossier.measures.values():
        path = f"figures/{measure.id}.md"
        yield from ((path, value) for value in (measure.record.title, measure.record.unit, measure.record.scope))
        yield "figures/index.md", measure.record.scope
        yield from (("figures/index.md", measure.record.unit) for _ in measure.figures[:1])
    yield from claim_values(dossier)


def claim_values(dossier: Dossier) -> Iterator[tuple[str, str]]:
    for claim in dossier.claims.values():
        path, record = f"articles/{claim.article.id}.md", claim.record
        yield from ((path, notice.reason) for notice in (record.corrected, record.withdrawn) if notice)
        if claim.withdrawn:
            continue
        seen = [claim.text, *record.quote, *(anonymous(speaker) for speaker in record.by)]
        yield from ((path, value) for value in seen)
        for status in record.status:
            yield f"companies/{status.of}.md", dossier.settings.statuses[status.is_]
        yield from ((f"actors/{role.of}.md", role.is_) for role in record.role if role.is_[1] != "S")
        for relation in record.relation:
            yield f"companies/{relation.of}.md", dossier.settings.relations[relation.is_].label


def test_every_value_appears_as_it_is(awkward: Site) -> None:
    seen = [(path, value) for path, value in values(awkward.dossier) if value]
    assert len(seen) > 140
    for path, value in seen:
        assert squeezed(value) in awkward.pages[path].text, (path, value)


def test_addresses_lead_where_they_say(awkward: Site) -> None:
    found = [
        (a.id, url) for a in awkward.dossier.articles.values() for url in (a.record.url, a.record.archived_url) if url
    ]
    assert len(found) == 2
    for name, url in found:
        assert url in awkward.pages[f"articles/{name}.md"].values("href"), url


def test_the_awkward_dossier_is_awkward(awkward: Site) -> None:
    everything = "\n".join(value for _, value in values(awkward.dossier))
    for sign in [
        "<script>",
        "|",
        "`",
        "[",
        "]",
        "{{",
        "{:",
        "&amp;",
        '"',
        "\\",
        "*",
        "_",
        "~",
        "$",
        "ש",
        "ش",
        "\u0301",
        "🚀",
        "ß",
    ]:
        assert sign in everything, sign
    starts = {value.split()[0] for _, value in values(awkward.dossier) if value.strip()}
    assert {"#", "-", "1.", "*", "|"} <= starts
    claims = awkward.dossier.claims.values()
    assert {claim.record.modality for claim in claims} == set(load_labels("de")["modality"])
    assert {figure.qualifier for claim in claims for figure in claim.record.figure} >= {"about", "less_than"}


def test_prose_knows_links_citations_and_emphasis_only(awkward: Site) -> None:
    page = awkward.html["actors/skript.md"]
    assert "Ein Verein <em>mit</em> &lt;script&gt; im Namen" in page
    assert "![x](y)`z`B|C{:.x}fuhrmit!" in re.sub(r"\[\d\]", "", awkward.pages["actors/skript.md"].text)
    assert '<a href="rohr.md">mit &#42;Verweis&#42;</a>' in page
    assert "img" not in awkward.pages["actors/skript.md"].elements


def test_a_text_that_may_stand_here_is_text(awkward: Site) -> None:
    page = awkward.html["articles/2041-02-volltext.md"]
    assert '<p id="absatz-1"><strong>Überschrift mit &#124; &lt;b&gt;Zeichen&lt;/b&gt;</strong></p>' in page
    assert '<p id="absatz-2">Erster <em>betonter</em> Absatz: &lt;script&gt;' in page
    assert [f'<p id="absatz-{number}">' in page for number in range(1, 7)] == [True] * 5 + [False]
    assert 'href="#absatz-3"' in page
    assert "absatz-9" not in page


def test_hand_written_pages_link_and_cite(awkward: Site) -> None:
    method = awkward.pages["method.md"]
    assert "/companies/mondbahn.md" in method.values("href")
    assert "[[kein-verweis]]" in method.text
    assert [shown for _, shown in method.marks][:3] == ["1", "2", "3"]
    below = awkward.pages["unter/seite.md"]
    assert "/articles/2041-01-staatsfunk.md#staatlich" in below.values("href")


class Sources(HTMLParser):
    """The words of a page that name a source: labels of origin, facts and the notes' articles, and speakers."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.depth = 0
        self.feed(html)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.depth:
            self.depth += 1
        elif {"origin", "note-article"} & set(str(dict(attrs).get("class")).split()):
            self.depth = 1
            self.found.append("")

    def handle_endtag(self, _tag: str) -> None:
        self.depth -= bool(self.depth)

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.found[-1] += data


def sources(html: str) -> list[str]:
    said = re.findall(r"Urheber: (.*?) ·", re.sub(r"<[^>]*>", "", html))
    return [*Sources(html).found, *map(unescape, said)]


PATHS = ["articles/2041-01-staatsfunk.md", "articles/index.md", "index.md", "timeline/umbau.md", "actors/strich.md"]


@pytest.mark.parametrize("path", [*PATHS, "companies/mondbahn.md", "outlets/staatsfunk.md", "unter/seite.md"])
def test_state_media_are_named_as_such_where_they_are_a_source(awkward: Site, path: str) -> None:
    named = [words for words in sources(awkward.html[path]) if "Staatsfunk" in words or "Amtsdienst" in words]
    facts = re.search(r"<dt>Quelle</dt>\s*<dd>(.*?)</dd>", awkward.html[path])
    if facts:
        named.append(unescape(re.sub(r"<[^>]*>", "", facts[1])))
    assert named
    for words in named:
        assert words.count("Staatsmedium") == words.count("Staatsfunk *Eins*") + words.count("Amtsdienst"), words


def test_state_media_that_others_pass_on_are_named_as_such(awkward: Site) -> None:
    for path in ("actors/stern.md", "articles/2041-01-06-nachdruck.md"):
        assert "nachAmtsdienst(Staatsmedium)" in awkward.pages[path].text, path
    assert "SenderStaatsmedium" in awkward.pages["outlets/staatsfunk.md"].text


def test_topic_kinds_come_from_the_dossier(awkward: Site) -> None:
    assert {"companies/index.md", "companies/mondbahn.md"} <= set(awkward.texts)
    assert "bases/index.md" not in awkward.texts


def test_one_agency_report_in_two_papers_is_one_source(awkward: Site) -> None:
    assert "2Artikel,1unabhängigeQuelle" in awkward.pages["timeline/jungfernfahrt.md"].text


# The writer


def test_links_without_a_page_start_at_the_top_of_docs(awkward: Site) -> None:
    assert Writer(awkward.dossier, "").href("articles/a.md#x") == "/articles/a.md#x"
    assert Writer(awkward.dossier, "actors/b.md").href("articles/a.md#x") == "../articles/a.md#x"


def test_a_page_does_not_link_to_itself(awkward: Site) -> None:
    writer = Writer(awkward.dossier, "companies/mondbahn.md")
    assert writer.link("mondbahn") == "Mondbahn"
    assert writer.links(["mondbahn", "meer"]) == "Mondbahn, [Meer der Ruhe](../places/meer.md)"


def test_marks_count_in_the_order_of_the_text_and_repeat(awkward: Site) -> None:
    one, two = list(awkward.dossier.claims.values())[:2]
    writer = Writer(awkward.dossier, "index.md")
    assert writer.marks([two, one, two]) == "[^1][^2][^1]"
    assert re.findall(r"^\[\^\d\]:", notes(writer), re.MULTILINE) == ["[^1]:", "[^2]:"]


def test_a_topic_is_linked_once_in_a_sentence(awkward: Site) -> None:
    claim = awkward.dossier.claims["2041-01-staatsfunk#drohung"]
    (span, rest) = claim.spans[1], claim.spans[2]
    twice = replace(claim, spans=(span, rest, span, rest))
    assert (
        Writer(awkward.dossier, "index.md").sentence(twice) == "[Mondbahn](companies/mondbahn.md) droht.Mondbahn droht."
    )


def test_a_note_about_a_withdrawn_claim_says_so(awkward: Site) -> None:
    claim = awkward.dossier.claims["2041-04-widerruf#falsch"]
    told = note(Writer(awkward.dossier, "index.md"), claim)
    assert " · [**zurückgezogen**](corrections/index.md#2041-04-widerruf)" in told


def test_prose_finds_topics_by_any_spelling(awkward: Site) -> None:
    writer = Writer(awkward.dossier, "index.md")
    assert writer.prose("[[Mondbahn AG]] und\n[[mondbahn]] und [[mondbahn|sie]].\n\n- Punkt") == (
        "[Mondbahn AG](companies/mondbahn.md) und [Mondbahn](companies/mondbahn.md) und [sie](companies/mondbahn.md)."
        "\n\n&#45; Punkt"
    )


def test_a_template_cannot_use_what_is_not_there(awkward: Site) -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{{ t.no_such_label }}").render(t=load_labels("de"))
    with pytest.raises(UndefinedError):
        render(Page("a.md", "event", "A", "B"), awkward.dossier)


# Words come from the labels

MARKUP = re.compile(r"<[^<>]*>|\{\s?[#.:][^{}]*\}|\]\([^()]*\)|^\{#.*?#\}|^!!! \w+ |&#?\w+;", re.DOTALL | re.MULTILINE)


def leaves(words: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, value in words.items():
        if isinstance(value, dict) and path != ("counts",):
            yield from leaves(value, (*path, name))
        else:
            yield (*path, name)


def label_names(words: dict[str, Any]) -> set[str]:
    return {name for path in leaves(words) for name in path}


LABEL_NAMES = label_names(load_labels("de"))


def own_words(template: str) -> list[str]:
    """The words that a template brings itself: outside of markup, or in an expression as no name or path."""
    text, strings = [], []
    for _, kind, value in environment().lex(template):
        if kind == "data":
            text.append(value)
        elif kind == "string":
            strings.append(value[1:-1])
        elif kind.endswith("_end"):
            text.append("0" if kind == "variable_end" else "\n")
    found = re.findall(r"[^\W\d_]+", MARKUP.sub(" ", "".join(text)))
    for string in strings:
        found += (
            []
            if re.fullmatch(r"[a-z_]+(/[a-z_]+)*\.md(\.jinja)?|[a-z/_]+/|[a-z_]+(\.[a-z_]+)+|_[a-z]+-?|key", string)
            else unknown(string)
        )
    return found


def unknown(text: str) -> list[str]:
    """The words of a text that are neither label keys nor names of grades, basis and the like."""
    return [word for word in re.findall(r"[^\W\d]\w*", text) if word not in LABEL_NAMES | {"withdrawn", "index", "md"}]


TEMPLATES = sorted((GENERATOR / "templates").glob("*.jinja"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_brings_no_words_of_its_own(path: Path) -> None:
    assert own_words(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("## Davor { #_davor}", ["Davor"]),
        ("{% if x %}\nnoch nicht\n{% endif %}", ["noch", "nicht"]),
        ("- [Alle]({{ x }}){ .crumb }", ["Alle"]),
        ("{{ w.count(n, 'Aussagen') }}", ["Aussagen"]),
        ("{{ x|join(' bis ') }}", ["bis"]),
        ("{% set x = 'Größe' %}<time datetime=\"x\">{{ x }}</time>", ["Größe"]),
    ],
)
def test_own_words_of_a_template_are_seen(template: str, words: list[str]) -> None:
    assert own_words(template) == words


def python_words(code: str, names: Iterable[str]) -> list[str]:
    """The words in the strings of a module, docstrings aside, that are no markup, no label keys and none of `names`."""
    tree = ast.parse(code)
    documented = [node for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)]
    passed = {id(node.value) for block in documented for node in block.body if isinstance(node, ast.Expr)}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            passed |= {id(part) for part in ast.walk(node)}
            pieces = [str(part.value) if isinstance(part, ast.Constant) else "0" for part in node.values]
            found += unknown(MARKUP.sub(" ", "".join(pieces)))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed:
            found += unknown(MARKUP.sub(" ", node.value))
    return [word for word in found if word not in set(names)]


def template_names() -> set[str]:
    """Everything that templates call by name: the values that pages hand over."""
    tokens = (token for path in TEMPLATES for token in environment().lex(path.read_text(encoding="utf-8")))
    return {value for _, kind, value in tokens if kind == "name"}


# Markup, file names, keys of front matter, patterns
TECHNICAL = set(
    "T s n rel noopener external time day month year Footnotes Go Here generator jinja hide navigation toc render "
    "Writer environment section_0 section_topics section_figures state quiet del ins equal CSafeDumper "
    "scripts mapped q NFKD ascii ignore W_ _herkunft _backlinks _cite json geojson ics datapackage webcal".split()
)
MODULES = [
    GENERATOR / "render.py",
    *(GENERATOR / f"{name}.py" for name in ("links", "sources", "writer", "evidence")),
    *sorted((GENERATOR / "pages").glob("*.py")),
]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_a_module_brings_no_words_of_its_own(path: Path) -> None:
    code = path.read_text(encoding="utf-8")
    assert python_words(code, template_names() | TECHNICAL) == []


def test_own_words_of_a_module_are_seen() -> None:
    code = 'def f(n):\n    """Ein Titel."""\n    return f"{n} belegte", "Zeitleiste", f\'<time class="x">{n}</time>\'\n'
    assert python_words(code, ()) == ["belegte", "Zeitleiste"]


class Recording(Labels):
    """Labels that note which of them are asked for."""

    def __init__(self, words: dict[str, Any], seen: set[tuple[str, ...]], path: tuple[str, ...] = ()) -> None:
        super().__init__(words)
        self.seen, self.path, self.locale = seen, path, "de"

    def __getitem__(self, name: str) -> Any:
        value = super().__getitem__(name)
        self.seen.add((*self.path, name))
        nested = isinstance(value, dict) and self.path != ("counts",)
        return Recording(value, self.seen, (*self.path, name)) if nested else value


# Words that no page asks for: those of pages that lead on, the team's page, a release, and the Markdown extension
OTHER_LABELS = {"moved", "status", "release", "evidence", "machine_readers"}


def test_every_label_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: set[tuple[str, ...]] = set()
    recording = Recording(load_labels("de"), seen)
    for name, module in sys.modules.items():
        if name.startswith("generator.") and hasattr(module, "load_labels"):
            monkeypatch.setattr(module, "load_labels", lambda _: recording)
    for folder in DOSSIERS.values():
        dossier = replace(loaded_from(folder).dossier, address="https://example.org/")
        rendered(loaded_from(folder))
        assert dict(exports(dossier))
        assert dict(feeds(dossier, {}))
        for grade in ("unverified", "found", "read"):
            claims = {key: replace(claim, grade=grade) for key, claim in dossier.claims.items()}
            by_article = {name: tuple(claims[c.key] for c in group) for name, group in dossier.by_article.items()}
            for page in pages(replace(dossier, claims=claims, by_article=by_article)):
                render(page, dossier)
    title_to_begin_with([], parse_when("2031"), Seeds())
    elsewhere = {leaf for leaf in leaves(load_labels("de")) if leaf[0] in OTHER_LABELS}
    assert sorted(set(leaves(load_labels("de"))) - seen - elsewhere) == []


def test_no_label_hides_behind_a_method() -> None:
    words = load_labels("de")
    assert [name for name in words if hasattr(words, name)] == []
    assert [name for name in LABEL_NAMES - set(words) if hasattr({}, name)] == []


@pytest.mark.parametrize(
    ("number", "noun", "shown"),
    [
        (0, "claim", "0 Aussagen"),
        (1, "claim", "1 Aussage"),
        (3, "claim", "3 Aussagen"),
        (1, "origin", "1 unabhängige Quelle"),
        (1234, "origin", "1.234 unabhängige Quellen"),
        (1, "from_articles", "1 Artikel"),
        (2, "from_articles", "2 Artikeln"),
    ],
)
def test_counted_nouns(number: int, noun: str, shown: str) -> None:
    assert load_labels("de").count(number, noun) == shown


def test_languages_by_name() -> None:
    assert load_labels("de").language_name("ar") == "Arabisch"
    assert load_labels("de").language_name("x-mond") == "x-mond"
