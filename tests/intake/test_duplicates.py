"""Whether an article is there already: by hash, by address, by its words."""

import hashlib
import random
import time
from dataclasses import replace

import pytest
from workshop import HARBOUR

from generator.intake.duplicates import Duplicate, duplicate, most_alike
from generator.intake.source import Source, read_source
from generator.parsing import Seeds, parse_seeds
from generator.problems import Problems

WORDS = [
    f"{start}{middle}{end}"
    for start in ("ha", "fe", "do", "ri")
    for middle in "bdfgklmnprst"
    for end in ("en", "ung", "er")
]


def text(seed: int, words: int = 300) -> list[str]:
    """Paragraphs of invented words, always the same for a seed."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    return [" ".join(chance.choices(WORDS, k=50)) + "." for _ in range(words // 50)]


def source(paragraphs: list[str], **fields: str) -> Source:
    read = read_source("-", lambda: "\n\n".join(paragraphs).encode())
    return replace(read, **fields)


@pytest.fixture(scope="module")
def seeds() -> Seeds:
    problems = Problems()
    found = parse_seeds(HARBOUR / "seeds", HARBOUR, problems)
    assert not problems.errors
    return found


def with_fields(seeds: Seeds, name: str, **fields: object) -> Seeds:
    article = seeds.articles[name]
    changed = replace(article, record=article.record.model_copy(update=fields))
    return replace(seeds, articles={**seeds.articles, name: changed})


def with_text(seeds: Seeds, name: str, raw: bytes) -> Seeds:
    fulltext = {"file": "x.txt", "sha256": hashlib.sha256(raw).hexdigest()}
    record = type(seeds.articles[name].record).model_validate(
        {"title": "T", "published": "2031", "published_basis": "stated", "added": "2031-01-01", "fulltext": fulltext}
    )
    return with_fields(seeds, name, fulltext=record.fulltext)


def test_a_new_article(seeds: Seeds) -> None:
    assert duplicate(source(text(1)), seeds, {"a": text(2), "b": []}) is None


def test_the_same_bytes(seeds: Seeds) -> None:
    name = next(iter(seeds.articles))
    raw = "\r\n\r\n".join(text(1)).encode("utf-16")
    there = with_text(seeds, name, raw)
    assert duplicate(read_source("-", lambda: raw), there, {}) == Duplicate(name, "same text (sha256)")


def test_the_same_text_in_another_file(seeds: Seeds) -> None:
    name = list(seeds.articles)[-1]
    there = with_text(seeds, name, ("\n\n".join(text(1)) + "\n").encode())
    raw = "\r\n\r\n".join(text(1)).encode("utf-16")
    assert duplicate(read_source("-", lambda: raw), there, {}) == Duplicate(name, "same text (sha256)")


@pytest.mark.parametrize("field", ["url", "archived_url"])
def test_the_same_address(seeds: Seeds, field: str) -> None:
    name = next(iter(seeds.articles))
    there = with_fields(seeds, name, **{field: "https://bote.example/faehre"})
    new = source(text(1), url="http://www.bote.example/faehre/?utm_source=x")
    assert duplicate(new, there, {}) == Duplicate(name, "same URL")
    assert duplicate(source(text(1), url="https://bote.example/anders"), there, {}) is None


def test_nearly_the_same_words(seeds: Seeds) -> None:
    changed = [paragraph.replace("ha", "he", 2) for paragraph in text(1)]
    found = duplicate(source(["Andere Überschrift", *changed[:-1]]), seeds, {"x": text(9), "a": text(1)})
    assert found is not None
    assert (found.article, found.near) == ("a", True)
    share, words = found.why.split(" ", 1)
    assert 60 <= int(share) <= 95
    assert words == "% of its words in the same order"


def test_another_head_and_foot(seeds: Seeds) -> None:
    found = duplicate(source([*text(5, 100), *text(1), *text(6, 100)]), seeds, {"a": text(1)})
    assert found == Duplicate("a", "100 % of its words in the same order", near=True)
    part = duplicate(source(text(1)[:3]), seeds, {"a": text(1)})
    assert part == Duplicate("a", "100 % of its words in the same order", near=True)


def test_an_agency_report_in_two_papers(seeds: Seeds) -> None:
    why = "100 % of its words in the same order; perhaps one agency report in two papers"
    assert duplicate(source(text(1), agency="dpa"), seeds, {"a": text(1)}) == Duplicate("a", why, near=True)
    name = next(iter(seeds.articles))
    known = with_fields(seeds, name, agency="dpa")
    assert duplicate(source(text(1)), known, {name: text(1)}) == Duplicate(name, why, near=True)


def test_the_most_alike_is_named() -> None:
    texts = {"half": [*text(1)[:4], *text(8, 100)], "whole": text(1), "other": text(3)}
    found = most_alike(text(1), texts)
    assert found == ("whole", 1.0)


@pytest.mark.parametrize(
    ("new", "known"),
    [
        (text(1), [*text(1)[:1], *text(2)]),  # the known one quotes a paragraph
        (text(1)[:1], [*text(2), *text(3), *text(4), *text(1)[:1]]),  # a note of fifty words that stands in a long one
        (text(1)[:1] + text(7), text(1)),
        (["Zu kurz für Läufe von Wörtern."], ["Zu kurz für Läufe von Tönen."]),
        (["…"], ["…"]),
        (text(1), ["kurz"]),
    ],
)
def test_what_is_not_the_same(new: list[str], known: list[str]) -> None:
    assert most_alike(new, {"a": known}) is None


def test_a_short_text_counts_if_it_is_whole() -> None:
    assert most_alike(["Die Fähre fährt nicht."], {"a": ["Die Fähre – fährt nicht"]}) == ("a", 1.0)


def test_letters_and_signs_do_not_matter() -> None:
    other = [paragraph.upper().replace(" ", "  – ") for paragraph in text(1)]
    assert most_alike(other, {"a": text(1)}) == ("a", 1.0)


def test_a_thousand_articles_are_compared_in_a_moment(seeds: Seeds) -> None:
    texts = {f"a{seed}": text(seed, 500) for seed in range(1000)}
    new = source([*text(5000, 100), *text(777, 500)])
    start = time.perf_counter()
    found = duplicate(new, seeds, texts)
    assert time.perf_counter() - start < 8  # under one second here
    assert found == Duplicate("a777", "100 % of its words in the same order", near=True)
