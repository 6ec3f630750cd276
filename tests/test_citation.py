"""How to cite: what real readers of BibTeX, RIS and CSL-JSON find is what was put in, whatever stands in a title."""

import codecs
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import latexcodec  # noqa: F401 - pybtex reads fields as they stand; this is what TeX makes of them
import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import Entry, parse_string
from small import loaded
from workshop import HARBOUR, ROOT

from generator.citation import Citation, claim_citation, original_citation, page_citation
from generator.citation_formats import bibtex, csl_json, line, ris
from generator.dates import parse_when
from generator.dossier import Dossier
from generator.hand_over import cite_boxes
from generator.hand_written import resolved_refs
from generator.labels import load_labels
from generator.link_graph import LinkGraph
from generator.pages import pages
from generator.pipeline import Project, load
from generator.problems import Problems
from generator.render import render

WORDS: Mapping[str, str] = load_labels("de")["cite"]
ADDRESS = "https://example.org/hafen/"
PAGE = Citation("a", "page", "Ein Titel", "Hafen", (), parse_when("2031-05-03"), url=f"{ADDRESS}a/", language="de")
CLAIM = replace(
    PAGE,
    key="a.b",
    kind="claim",
    title="Ein Satz.",
    source="[Titel], Post, 2030, Absatz 7",
)
ARTICLE = replace(PAGE, kind="article", title="[Ein Titel]", container="Post", authors=("A. Bee", "dpa"))
AWKWARD = [
    "Müller & Söhne: 100 % „böse“ – ß…",
    "a { b } c } d {",
    r"\emph{x} $5_3^2 #1 ~ \\",
    'Sie sagte "nein", und <b>ging</b>',
    "Wer?, was = wo and wann",
    "TY - BOOK",
    "[[id]] [@a#b] @misc{x,",
    "10 -- 20 --> 30 --- und -{}-",
]
TEX = {"textbraceleft{}": "{", "textbraceright{}": "}", "textasciicircum{}": "^", "textasciitilde{}": "~", "$": "$"}


def tex(text: str) -> str:
    """What TeX sets for a field; latexcodec does not know all that we write."""
    shown = re.sub(r"\\(textbraceleft\{\}|textbraceright\{\}|textasciicircum\{\}|\$)", lambda m: f"\0{m[1]}\0", text)
    shown = codecs.decode(shown.replace(r"\textasciitilde{}", "\0textasciitilde{}\0"), "ulatex+utf-8")
    shown = shown.replace("\\{}", "\\").replace("-{}", "-")
    return re.sub("\0(.+?)\0", lambda m: TEX[m[1]], shown)


def entry(citation: Citation) -> Entry:
    entries = parse_string(bibtex(citation, WORDS), "bibtex").entries
    assert list(entries) == [citation.key]
    return entries[citation.key]


def reference(citation: Citation) -> dict[str, Any]:
    (found,) = rispy.loads(ris(citation, WORDS))
    return dict(found)


def item(citation: Citation) -> dict[str, Any]:
    (found,) = json.loads(csl_json(citation, WORDS))
    return dict(found)


# Round trips


@pytest.mark.parametrize("cited", [PAGE, CLAIM], ids=["page", "claim"])
@pytest.mark.parametrize("title", AWKWARD)
def test_awkward_titles_come_back(title: str, cited: Citation) -> None:
    citation = replace(cited, title=title, container=title)
    found = entry(citation)
    assert found.fields["title"][0] + found.fields["title"][-1] == "{}"
    assert (tex(found.fields["title"][1:-1]), tex(found.fields["howpublished"])) == (title, title)
    assert (reference(citation)["title"], reference(citation)["secondary_title"]) == (title, title)
    assert (item(citation)["title"], item(citation)["container-title"]) == (title, title)


# what a title may hold: a line, its blanks run together
LINES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1).map(
    lambda text: " ".join(text.split()) or "x"
)
DAYS = st.dates().map(lambda day: parse_when(day.isoformat()))
URLS = st.text("abz09-_~%&=?#+{}\\", max_size=20).map(lambda rest: f"https://example.org/{rest}")


@given(title=LINES, date=DAYS, url=URLS)
def test_title_date_and_address_come_back(title: str, date: Any, url: str) -> None:
    citation = replace(PAGE, title=title, date=date, url=url)
    whole = url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
    fields = entry(citation).fields
    assert (fields["date"], fields["year"], fields["url"]) == (date.text, date.text[:4], whole)
    found = reference(citation)
    assert (found["title"], found["date"], found["urls"]) == (title, date.text.replace("-", "/"), [url])
    shown = item(citation)
    assert (shown["title"], shown["URL"]) == (title, url)
    assert shown["issued"] == {"date-parts": [[int(part) for part in date.text.split("-")]]}


@given(title=st.text('abü&%$#_{}~^" ', min_size=1).map(lambda text: " ".join(text.split()) or "x"))
def test_whatever_means_something_to_tex_means_nothing(title: str) -> None:
    assert tex(entry(replace(PAGE, title=title)).fields["title"][1:-1]) == title


@pytest.mark.parametrize(
    ("edtf", "year", "ris_date", "csl"),
    [
        ("2031", "2031", "2031", {"date-parts": [[2031]]}),
        ("2031-05", "2031", "2031/05", {"date-parts": [[2031, 5]]}),
        ("2031-05~", "2031", "2031/05", {"date-parts": [[2031, 5]], "circa": True}),
        ("2031-05-03/2031-05-09", "2031", "2031/05", {"date-parts": [[2031, 5, 3], [2031, 5, 9]]}),
        ("2031-11/2032-02", None, None, {"date-parts": [[2031, 11], [2032, 2]]}),
        ("2031-22", "2031", "2031", {"literal": "Sommer 2031"}),
        ("2031-05/..", None, None, {"literal": "seit Mai 2031"}),
    ],
)
def test_no_date_becomes_more_exact(edtf: str, year: str | None, ris_date: str | None, csl: object) -> None:
    citation = replace(ARTICLE, date=parse_when(edtf))
    assert (entry(citation).fields["date"], entry(citation).fields.get("year")) == (edtf, year)
    assert (reference(citation).get("year"), reference(citation).get("date")) == (year, ris_date)
    assert item(citation)["issued"] == csl


def test_what_is_not_known_is_left_out() -> None:
    bare = Citation("a", "page", "Ein Titel")
    assert line(bare, WORDS) == "Ein Titel"
    assert list(entry(bare).fields) == ["title"]
    assert reference(bare) == {"type_of_reference": "ELEC", "id": "a", "title": "Ein Titel"}
    assert item(bare) == {"id": "a", "type": "webpage", "title": "Ein Titel"}


def test_an_article_is_cited_as_what_it_is() -> None:
    found = entry(ARTICLE)
    assert (found.type, found.fields["journal"]) == ("article", "Post")
    assert [str(person) for person in found.persons["author"]] == ["{A. Bee}", "{dpa}"]
    assert reference(ARTICLE)["type_of_reference"] == "NEWS"
    assert reference(ARTICLE)["authors"] == ["A. Bee", "dpa"]
    assert item(ARTICLE)["author"] == [{"literal": "A. Bee"}, {"literal": "dpa"}]
    assert entry(replace(ARTICLE, container="")).type == "misc"


def test_a_claim_is_cited_with_its_article_its_place_and_the_dossier() -> None:
    told = "Nach: [Titel], Post, 2030, Absatz 7."
    said = "Ein Satz. – [Titel], Post, 2030, Absatz 7, nach: Hafen, Stand 3. Mai 2031"
    assert line(CLAIM, WORDS) == f"{said}, {ADDRESS}a/"
    found, listed, shown = entry(CLAIM), reference(CLAIM), item(CLAIM)
    assert (found.type, found.fields["howpublished"]) == ("misc", "Hafen")
    assert (listed["type_of_reference"], shown["type"]) == ("ELEC", "webpage")
    unknown = {"urldate", "access_date", "accessed"}  # when a reader reads it
    assert not unknown & {*found.fields, *listed, *shown}
    assert [tex(found.fields["note"]), *listed["notes"], shown["note"]] == [told] * 3


@pytest.mark.parametrize("words", AWKWARD)
def test_whatever_an_article_is_called_its_claims_can_be_cited(words: str) -> None:
    cited = replace(CLAIM, source=words)
    assert tex(entry(cited).fields["note"]) == item(cited)["note"] == f"Nach: {words}."
    assert reference(cited)["notes"] == [f"Nach: {words}."]


def test_an_inferred_date_is_called_so_everywhere() -> None:
    inferred = replace(ARTICLE, inferred=True)
    assert line(inferred, WORDS, "Post") == f"[Ein Titel], Post, 3. Mai 2031 [erschlossen], {ADDRESS}a/"
    assert line(ARTICLE, WORDS, "Post") == f"[Ein Titel], Post, 3. Mai 2031, {ADDRESS}a/"
    note = "Titel vom Dossier vergeben. Datum erschlossen: 3. Mai 2031."
    assert (entry(inferred).fields["note"], reference(inferred)["notes"], item(inferred)["note"]) == (
        note,
        [note],
        note,
    )
    assert "erschlossen" not in bibtex(ARTICLE, WORDS) + ris(ARTICLE, WORDS) + csl_json(ARTICLE, WORDS)


def test_quotes_inside_quotes() -> None:
    quoted = replace(PAGE, title="Was „Abzug“ heißt")
    assert line(quoted, WORDS) == f"„Was \u201aAbzug\u2018 heißt“, in: Hafen, Stand 3. Mai 2031, {ADDRESS}a/"


# Of a dossier


@pytest.fixture(scope="module", params=["harbour", "ours"])
def dossier(request: pytest.FixtureRequest) -> Dossier:
    root = {"harbour": HARBOUR, "ours": ROOT}[request.param]
    if not (root / "seeds" / "dossier.yml").exists():
        pytest.skip("there are no seeds")
    found = load(Project(root), Problems())
    assert found
    return replace(found.dossier, address=ADDRESS)


def boxes(text: str) -> list[str]:
    return re.findall(r'<details class="cite-box".*</details>', text, re.DOTALL)


def shown(box: str, name: str) -> list[str]:
    code = rf"<summary>{name}</summary>\n<pre>(.*?)</pre>"
    return [unescape(text) for text in re.findall(code, box, re.DOTALL)]


def test_every_page_tells_once_how_to_cite_it(dossier: Dossier) -> None:
    keys = []
    for page in pages(dossier):
        found = boxes(render(page, dossier))
        assert len(found) == page.citable, page.path
        for box in found:
            citations = 2 if page.path.removeprefix("articles/").removesuffix(".md") in dossier.articles else 1
            read = [parse_string(text, "bibtex").entries for text in shown(box, "BibTeX")]
            listed = [rispy.loads(text)[0] for text in shown(box, "RIS")]
            items = [json.loads(text)[0] for text in shown(box, "CSL-JSON")]
            assert len(read) == len(listed) == len(items) == citations, page.path
            names = [key for entries in read for key in entries]
            assert names == [each["id"] for each in listed] == [each["id"] for each in items]
            assert listed[0]["title"] == items[0]["title"] == page.title
            path = page.path.removesuffix(".md").removesuffix("index").rstrip("/")
            assert items[0]["URL"] == (f"{ADDRESS}{path}/" if path else ADDRESS)
            keys += names
    assert len(keys) == len(set(keys)) > len(dossier.articles)


def cited_claims(box: str) -> dict[str, tuple[str, ...]]:
    """Anchor → the beginning of the claim, the line and the formats."""
    one = r'<summary>([^\n]*)</summary>\n<p class="cite-line" id="(.*?)">(.*?)</p>\n'
    one += "".join(rf'<p class="cite-format">{name}</p>\n<pre>(.*?)</pre>\n' for name in ("BibTeX", "RIS", "CSL-JSON"))
    found = [[unescape(each) for each in one] for one in re.findall(one, box, re.DOTALL)]
    return {anchor: (beginning, *rest) for beginning, anchor, *rest in found}


def test_each_claim_that_stands_is_cited_on_its_articles_page_alone(dossier: Dossier) -> None:
    assert claims_are_cited(dossier) > 10


def test_no_claim_leaves_its_box() -> None:
    found = load(Project(ROOT / "tests" / "dossiers" / "awkward"), Problems())
    assert found
    texts = "".join(claim.text for claim in found.dossier.claims.values() if not claim.withdrawn)
    assert all(mark in texts for mark in "<&[")
    assert claims_are_cited(replace(found.dossier, address=ADDRESS))


def claims_are_cited(dossier: Dossier) -> int:
    """How many, after a look at each."""
    keys: list[str] = []
    for page in pages(dossier):
        article = page.path.removeprefix("articles/").removesuffix(".md")
        claims = [claim for claim in dossier.by_article.get(article, ()) if not claim.withdrawn]
        found = cited_claims(render(page, dossier))
        assert list(found) == [f"_zitieren-{claim.record.id}" for claim in claims], page.path
        for claim, (beginning, said, *formats) in zip(claims, found.values(), strict=True):
            permalink = f"{ADDRESS}articles/{article}/#{claim.record.id}"
            assert claim.text.startswith(beginning.removesuffix("\u00a0…"))
            source, _, read_in = said.removeprefix(claim.text).partition(", nach: ")
            assert source.startswith(f" – [{claim.article.record.title}], ")
            assert source.endswith(f" {', '.join(map(str, claim.record.p))}")
            assert read_in.startswith(f"{dossier.settings.title}, Stand ")
            assert read_in.endswith(f", {permalink}")
            ((key, read),) = parse_string(formats[0], "bibtex").entries.items()
            (listed,), (shown,) = rispy.loads(formats[1]), json.loads(formats[2])
            assert key == listed["id"] == shown["id"] == f"{article}.{claim.record.id}"
            assert tex(read.fields["title"][1:-1]) == listed["title"] == shown["title"] == claim.text
            assert (read.fields["url"], listed["urls"], shown["URL"]) == (permalink, [permalink], permalink)
            keys.append(key)
    assert len(keys) == len(set(keys)) == sum(not claim.withdrawn for claim in dossier.claims.values())
    return len(keys)


def test_without_an_address_no_page_names_one(dossier: Dossier) -> None:
    page = next(iter(pages(dossier)))
    assert ADDRESS in boxes(render(page, dossier))[0]
    (box,) = boxes(render(page, replace(dossier, address="")))
    assert "http" not in box
    assert "URL" not in box


NOTICE = "{date: 2039-01-02, reason: Tippfehler.}"
ARTICLE_FILE = "seeds/articles/2031-04-lager.yml"


@pytest.fixture
def small(tmp_path: Path) -> Callable[..., Dossier]:
    def made(**changes: Any) -> Dossier:
        return replace(loaded(tmp_path, **changes).dossier, address=ADDRESS)

    return made


def test_the_date_is_that_of_what_the_page_cites(small: Callable[..., Dossier]) -> None:
    dossier = small()
    (article,) = dossier.articles.values()
    path = f"articles/{article.id}.md"
    added = article.record.added
    assert page_citation(path, "T", dossier).date == added
    assert page_citation("index.md", "T", dossier).date == added
    assert page_citation("method.md", "T", dossier, dossier.by_article[article.id]).date == added
    changed = small(edits={ARTICLE_FILE: {"added: ": "corrected: {date: 2039-01-02, reason: Tippfehler.}\nadded: "}})
    assert [str(page_citation(name, "T", changed).date.text) for name in (path, "index.md")] == ["2039-01-02"] * 2


def test_a_claim_is_as_old_as_its_own_corrections(small: Callable[..., Dossier]) -> None:
    claims = list(small().claims.values())
    first = claims[0].record.id
    dossier = small(edits={ARTICLE_FILE: {f"id: {first}": f"id: {first}\n    corrected: {NOTICE}"}})
    told = [claim_citation(claim, dossier, "") for claim in dossier.claims.values()]
    added = claims[0].article.record.added.text
    assert [cited.date and cited.date.text for cited in told] == ["2039-01-02", *[added] * (len(claims) - 1)]
    assert len(claims) > 1


def test_keys_are_ids_and_hold_nothing_that_bibtex_minds(small: Callable[..., Dossier]) -> None:
    dossier = small()
    keys = {
        "timeline/e.md": "e",
        "timeline/index.md": "timeline",
        "index.md": "index",
        "über, uns.md": "-ber-uns",
    }
    assert {path: page_citation(path, "T", dossier).key for path in keys} == keys
    (article,) = dossier.articles.values()
    assert original_citation(article, dossier).key == f"{article.id}:original"


def test_hand_written_pages_have_a_box_too(tmp_path: Path) -> None:
    found = loaded(tmp_path, files={"docs/method.md": "# Methode & mehr\n\nWas gilt.\n"})
    refs = tmp_path / "refs.json"
    refs.write_text(
        resolved_refs(found.hand_written, replace(found.dossier, address=ADDRESS), LinkGraph()), encoding="utf-8"
    )
    (box,) = [box for path, box in cite_boxes(refs).items() if path == "method.md"]
    (read,) = [parse_string(text, "bibtex").entries["method"] for text in shown(box, "BibTeX")]
    assert (read.fields["title"], read.fields["url"]) == ("{Methode \\& mehr}", f"{ADDRESS}method/")
    assert cite_boxes(tmp_path / "none.json") == {}
