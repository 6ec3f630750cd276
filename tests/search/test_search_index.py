"""The files of the search index."""

import json
import re
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.index import PAGES_SIZE, TERMS_SIZE, SearchedPage, files
from generator.search.page_text import Passage


def made(pages: Iterable[SearchedPage]) -> dict[str, str]:
    return dict(files(pages))


def page(url: str, title: str = "", *texts: str, kind: str = "Akteur", aliases: tuple[str, ...] = ()) -> SearchedPage:
    return SearchedPage(url, title or url, kind, aliases, tuple(Passage("", text) for text in texts))


def read(written: dict[str, str], name: str) -> list:
    call = re.fullmatch(r'dossierSearch\.take\("([\w-]+)",(.*),"(\w+)"\);\n', written[f"{name}.js"], re.DOTALL)
    assert call
    assert call[1] == name
    return json.loads(call[2])


def postings(written: dict[str, str]) -> dict[str, dict[str, int]]:
    """Term → URL → weight, read as the browser does."""
    names = sorted(
        (name.removesuffix(".js") for name in written if name.startswith("pages-")), key=lambda n: int(n[6:])
    )
    urls = [line[0] for name in names for line in read(written, name)]
    found: dict[str, dict[str, int]] = {}
    for name in written:
        if name.startswith("terms-"):
            for term, *numbers in read(written, name.removesuffix(".js")):
                at, found[term] = 0, {}
                for step, weight in zip(numbers[::2], numbers[1::2], strict=True):
                    at += step
                    found[term][urls[at]] = weight
    return found


def test_a_title_says_more_than_the_text_and_many_words_less_than_few() -> None:
    pages = [
        page("a", "Angriff", "x"),
        page("b", "b", "Ein Angriff."),
        page("c", "Der Angriff auf das Lager im Mai", "x"),
    ]
    weights = postings(made(pages))["angriff"]
    assert weights["a"] > weights["c"] > weights["b"]


def test_a_page_is_found_by_the_parts_of_its_compounds() -> None:
    found = postings(made([page("a", "a", "Ein Drohnenangriff."), page("b", "b", "Ein Angriff mit einer Drohne.")]))
    assert found["angriff"].keys() == found["drohn"].keys() == {"a", "b"}
    assert found["angriff"]["a"] < found["angriff"]["b"]


def test_names_are_keys_as_spelt_in_any_order_and_by_sound() -> None:
    found = postings(made([page("q", "Qassem Soleimani", aliases=("General Soleimani",)), page("i", "Irak")]))
    for key in ("=qassem soleimani", "=general soleimani", "#qass soleimani", "~kasim sulimani", "~kasim"):
        assert found[key].keys() == {"q"}
    assert found["~kasim sulimani"]["q"] > found["~kasim"]["q"]


def test_what_stands_on_most_pages_of_a_kind_is_no_text_of_theirs() -> None:
    pages = [page(f"a{number}", f"a{number}", "Wer berichtet", f"Nur {number + 100}") for number in range(4)]
    found = postings(made([*pages, page("b", "b", "Wer berichtet", kind="Ort")]))
    assert found["berich"].keys() == {"b"}
    assert "101" in found


def test_a_name_that_is_html_or_json_stays_text() -> None:
    written = made([page("a", 'A "b" <c> & \\ \u2028', 'Text "mit" \\ <Zeichen>')])
    assert read(written, "pages-0") == [["a", 'A "b" <c> & \\ \u2028', 0, [["", 'Text "mit" \\ <Zeichen>']]]]
    assert "\u2028" not in written["pages-0.js"]


def test_an_empty_site_has_an_index_too() -> None:
    assert read(made([]), "head")["kindOf"] == []


@given(
    st.permutations([page(f"p{n}", f"Titel {n}", *(f"Wort{n * m} steht hier" for m in range(40))) for n in range(30)])
)
def test_the_same_pages_in_any_order_give_the_same_bytes(pages: list[SearchedPage]) -> None:
    assert made(pages) == made(sorted(pages, key=lambda each: each.title))


def test_the_head_leads_to_every_term_and_page() -> None:
    pages = [
        page(f"p{n:03}", f"Titel {n}", *(f"Wort{n * m}x steht am Ort Nummer {m}." for m in range(60)))
        for n in range(99)
    ]
    written = made(pages)
    head = read(written, "head")
    terms = [read(written, f"terms-{number}") for number in range(len(head["terms"]))]
    texts = [read(written, f"pages-{number}") for number in range(len(head["pages"]))]
    assert len(terms) + len(texts) + 1 == len(written) > 10
    every = [line[0] for lines in terms for line in lines]
    assert every == sorted(set(every))
    assert head["terms"] == [lines[0][0] for lines in terms]
    assert head["pages"] == [sum(map(len, texts[:number])) for number in range(len(texts))]
    assert [line[0] for lines in texts for line in lines] == [each.url for each in pages]
    longest = max(len(json.dumps(line)) for lines in (*terms, *texts) for line in lines)
    assert all(
        len(text) < max(TERMS_SIZE, PAGES_SIZE) + longest + 100 for name, text in written.items() if name != "head.js"
    )


@pytest.mark.parametrize("change", [page("a", "b"), page("a", "a", "Text"), page("a", kind="Ort")])
def test_another_page_is_another_version(change: SearchedPage) -> None:
    assert read(made([page("a")]), "head")["version"] != read(made([change]), "head")["version"]
