"""Hand-written pages: which they are, and the links in them as the Markdown extension sets them."""

import html
import json
import re
import unicodedata
from pathlib import Path

import pytest
from markdown import Markdown
from small import loaded

from generator.hand_written import hand_written_pages, resolved_refs
from generator.link_graph import LinkGraph
from generator.markdown_refs import makeExtension
from generator.problems import Problems
from generator.resolve.backlinks import HandWritten, refs_in

PAGE = """\
# Seite

Das [[lager-sued]], [[lager-sued|das *Lager*]], [[Fries]] und [[versammlung]], siehe [@treffen][@vierzig].

| a | b |
|---|---|
| [[imke-fries|Imke]] | nochmals [@2031-04-lager#treffen] und [@treffen] |

```
[[lager-sued]] [@treffen]
```

Man schreibt `[[id]]`.
"""


def test_pages_are_found_outside_the_generators_folders(tmp_path: Path) -> None:
    texts = ("a.md", "index.md", "notes/index.md", "notes/b.md", "actors/x.md", ".hidden/c.md", "notes/.d.md", "e.txt")
    for name in texts:
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_text(unicodedata.normalize("NFD", f"Öde {name}"))
    (tmp_path / "docs" / "folder.md").mkdir()
    pages = hand_written_pages(tmp_path / "docs", tmp_path, ("actors",), problems := Problems())
    assert [(page.path, page.shown, page.text) for page in pages] == [
        ("a.md", "docs/a.md", "Öde a.md"),
        ("notes/b.md", "docs/notes/b.md", "Öde notes/b.md"),
        ("notes/index.md", "docs/notes/index.md", "Öde notes/index.md"),
    ]
    assert not problems.found


def test_without_docs_there_are_no_pages(tmp_path: Path) -> None:
    assert hand_written_pages(tmp_path / "docs", tmp_path, (), Problems()) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a [[b]]\n[@c]", [("b", 1, 3), ("c", 2, 1)]),
        ("---\nx: '[[a]]'\n---\n[[b]]", [("b", 4, 1)]),
        ("---\n[[a]]", [("a", 2, 1)]),
        ("```\n[[a]]\n~~~\n[[b]]\n```\n[[c]]", [("c", 6, 1)]),
        ("  ~~~ py\n[[a]]\n  ~~~\n[[c]]", [("c", 4, 1)]),
        ("```\n[[a]]", []),
        ("`[[a]]` [[b]]", [("b", 1, 9)]),
    ],
)
def test_refs_and_their_positions(text: str, found: list[tuple[str, int, int]]) -> None:
    page = HandWritten("a.md", "docs/a.md", text)
    assert [(ref.target, mark.line, mark.column) for ref, mark in refs_in(page)] == found


def page_of(tmp_path: Path, text: str) -> str:
    """A hand-written page of the small dossier as Python-Markdown sets it."""
    found = loaded(tmp_path / "dossier", files={"docs/about.md": text})
    refs = tmp_path / "refs.json"
    refs.write_text(resolved_refs(found.hand_written, found.dossier, LinkGraph()), encoding="utf-8")
    return Markdown(extensions=["tables", "footnotes", "attr_list", makeExtension(refs=str(refs))]).convert(text)


def test_links_and_citations_are_set(tmp_path: Path) -> None:
    page = page_of(tmp_path, PAGE)
    links = re.findall(r'<a href="(/[^"]*)">(.*?)</a>', html.unescape(page))
    assert links[:5] == [
        ("/bases/lager-sued.md", "Lager Süd"),
        ("/bases/lager-sued.md", "das *Lager*"),
        ("/actors/imke-fries.md", "Fries"),
        ("/timeline/versammlung.md", "Der Deichbund trifft sich"),
        ("/actors/imke-fries.md", "Imke"),
    ]
    assert "<em>" not in page.partition("footnote")[0]
    marks = re.findall(r'href="#fn:(ref-\d+)"', page)
    assert marks == ["ref-1", "ref-2", "ref-3", "ref-1"]
    assert len(re.findall(r'<li id="fn:ref-\d+"', page)) == 3
    assert "<code>[[id]]</code>" in page


def test_a_page_without_references_needs_no_file(tmp_path: Path) -> None:
    markdown = Markdown(extensions=[makeExtension(refs=str(tmp_path / "missing.json"))])
    assert markdown.convert("Nur Text, `[[id]]`.") == "<p>Nur Text, <code>[[id]]</code>.</p>"


def test_decomposed_letters_find_their_link(tmp_path: Path) -> None:
    text = unicodedata.normalize("NFD", "Im [[Lager Süd]].")
    assert page_of(tmp_path, text) == '<p>Im <a href="/bases/lager-sued.md">Lager Süd</a>.</p>'


def test_what_the_generator_does_not_know_stays_as_it_is(tmp_path: Path) -> None:
    refs = tmp_path / "refs.json"
    refs.write_text('{"links": {}, "notes": {}}')
    markdown = Markdown(extensions=[makeExtension(refs=str(refs))])
    assert markdown.convert("[[new]] [@new] [[new|neu]] [[") == "<p>[[new]] [@new] [[new|neu]] [[</p>"


def test_the_file_of_references_is_the_same_for_the_same_pages(tmp_path: Path) -> None:
    text = "[[lager-sued]] [[lager-sued|x]] [@treffen] [@2031-04-lager#treffen]"
    found = loaded(tmp_path, files={"docs/about.md": text, "docs/b.md": "[[Fries]]"})
    written = resolved_refs(found.hand_written, found.dossier, LinkGraph())
    assert written == resolved_refs(found.hand_written[::-1], found.dossier, LinkGraph())
    refs = json.loads(written)
    assert sorted(refs["links"]) == ["[[Fries]]", "[[lager-sued]]", "[[lager-sued|x]]"]
    assert sorted(refs["notes"]) == ["2031-04-lager#treffen", "treffen"]
