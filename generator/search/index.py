"""Pages → the files of the search index.

The weight of each term on each page (BM25, with the title beside it) is worked out here, so that a browser only adds
up. `head` says where the rest is: terms in alphabetical files, pages with their passages in small ones. They are
scripts, not JSON, because a site that is opened from the file system may load nothing else.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import accumulate, chain
from operator import sub

from generator.german.search_terms import FOLDED_FUNCTION_WORDS, plain, sound, stem, words
from generator.search.compounds import parts as parts_of
from generator.search.dates import date_terms, month_words
from generator.search.page_text import Passage
from generator.search.passage_words import PassageWords

TERMS_SIZE, PAGES_SIZE = 16_000, 8_000
"""Characters that a file has at least before the next one is begun."""
SHOWN = 16_000
"""Characters of a page that results may show; all of it is searched."""

_FURNITURE = 4
"""Pages that must have a passage before it counts as furniture."""
_SATURATION, _LENGTH = 1.2, 0.6
_TITLE, _ALIAS, _DATE, _KIND, _INDEX_PAGE, _PART = 3.0, 1.5, 2.0, 0.2, 0.4, 0.5
_SCALE = 12
"""Weights are whole numbers up to about 60, so that they take two digits."""
_EXACT, _SOUND_OF_NAME, _SOUND_OF_PART = 60, 60, 20


@dataclass(frozen=True)
class SearchedPage:
    """`overview`: a page that only leads to others; `dated`: words with the page's own date."""

    url: str
    title: str
    kind: str
    aliases: tuple[str, ...]
    passages: tuple[Passage, ...]
    overview: bool = False
    dated: str = ""


def files(pages: Iterable[SearchedPage]) -> Iterator[tuple[str, str]]:
    """File name → content, one after the other; the same pages in any order give the same bytes."""
    found = _without_furniture(sorted(pages, key=lambda page: page.url))
    kinds = sorted({page.kind for page in found})
    terms = dict(_in_files("terms", _term_lines(_postings(found)), TERMS_SIZE))
    texts = dict(_in_files("pages", (_page_line(page, kinds) for page in found), PAGES_SIZE))
    version = _version(kinds, terms, texts)
    head = {
        "version": version,
        "kinds": kinds,
        "kindOf": [kinds.index(page.kind) for page in found],
        "terms": [json.loads(lines[0])[0] for lines in terms.values()],
        "pages": [0, *accumulate(map(len, texts.values()))][: len(texts)],
        "ignored": sorted(FOLDED_FUNCTION_WORDS),
        "months": month_words(),
    }
    yield "head.js", _script("head", _json(head), version)
    for name, lines in (*terms.items(), *texts.items()):
        yield f"{name}.js", _script(name, f"[{','.join(lines)}]", version)


def _version(kinds: list[str], *parts: Mapping[str, list[str]]) -> str:
    """Of all that the files hold, which together is too much for one text."""
    digest = hashlib.sha256(f"({kinds!r}".encode())
    for part in parts:
        digest.update(b", {")
        for number, (name, lines) in enumerate(part.items()):
            digest.update(f"{', ' if number else ''}{name!r}: {lines!r}".encode())
        digest.update(b"}")
    digest.update(b")")
    return digest.hexdigest()[:12]


def _without_furniture(pages: list[SearchedPage]) -> list[SearchedPage]:
    """The pages without what stands on most pages of their kind, such as the headings of sections."""
    of_kind = Counter(page.kind for page in pages)
    seen = defaultdict[str, Counter[str]](Counter)
    for page in pages:
        seen[page.kind].update({passage.text for passage in page.passages})
    often = {
        kind: {text for text, count in counted.items() if count >= max(_FURNITURE, of_kind[kind] / 2)}
        for kind, counted in seen.items()
    }
    return [
        replace(page, passages=tuple(each for each in page.passages if each.text not in often[page.kind]))
        for page in pages
    ]


def _json(value: object) -> str:
    # Line ends that JSON may hold and old scripts may not
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _script(name: str, content: str, version: str) -> str:
    return f'dossierSearch.take("{name}",{content},"{version}");\n'


def _in_files(kind: str, lines: Iterable[str], size: int) -> Iterator[tuple[str, list[str]]]:
    number, held, length = 0, list[str](), 0
    for line in lines:
        if length > size:
            yield f"{kind}-{number}", held
            number, held, length = number + 1, [], 0
        held.append(line)
        length += len(line)
    if held:
        yield f"{kind}-{number}", held


def _page_line(page: SearchedPage, kinds: list[str]) -> str:
    shown, left = list[list[str]](), SHOWN
    for passage in page.passages:
        if left <= 0:
            break
        shown.append([passage.anchor, passage.text])
        left -= len(passage.text)
    return _json([page.url, page.title, kinds.index(page.kind), shown])


def _term_lines(postings: dict[str, list[int]]) -> Iterator[str]:
    """Each term with its pages: how far the number of each is from the one before, and the term's weight there."""
    for term in sorted(postings):
        line = postings.pop(term)
        numbers = line[::2]
        line[::2] = map(sub, numbers, [0, *numbers])
        yield f'["{term}",{str(line)[1:-1].replace(" ", "")}]'


def _postings(pages: list[SearchedPage]) -> dict[str, list[int]]:
    """Term → the number of a page and the term's weight there, of one page after the other."""
    found = PassageWords()
    length = sum(len(found[passage.text]) for page in pages for passage in page.passages) / max(len(pages), 1)
    known = {stem(word) for word in set(chain.from_iterable(found.values())) if len(word) > 2}
    weights = _Weights(known, length)
    postings = defaultdict[str, list[int]](list)
    for number, page in enumerate(pages):
        text = Counter(chain.from_iterable([found[passage.text] for passage in page.passages]))
        for term, weight in (weights.of(page, text) | _names(page)).items():
            postings[term] += number, weight
    return postings


class _Weights:
    """How much a term says about a page."""

    def __init__(self, known: set[str], length: float) -> None:
        self._known = known
        self._length = length or 1.0
        self._split: dict[str, tuple[tuple[str, float], ...]] = {}

    def of(self, page: SearchedPage, text: Mapping[str, int]) -> dict[str, int]:
        often = defaultdict[str, float](float)
        for word, times in text.items():
            for term, share in self._split.get(word) or self._terms(word):
                often[term] += times * share
        norm = _SATURATION * (1 - _LENGTH + _LENGTH * sum(text.values()) / self._length)
        body = _INDEX_PAGE if page.overview else 1.0
        worth = {count: body * count * (1 + _SATURATION) / (count + norm) for count in set(often.values())}
        whole = {count: _whole(value) for count, value in worth.items()}
        named = self._named(page, lambda term: worth[often[term]] if term in often else 0.0)
        return {term: whole[count] for term, count in often.items()} | named

    def _named(self, page: SearchedPage, in_text: Callable[[str], float]) -> dict[str, int]:
        """The weights of those terms that stand elsewhere than in the text, too."""
        title, aliases = self._title(page.title), [self._title(alias) for alias in page.aliases]
        dates, kinds = list(date_terms(plain(page.dated))), list(map(stem, words(page.kind)))
        score = {term: in_text(term) for term in (*title, *chain(*aliases), *dates, *kinds)}
        for term, share in title.items():
            score[term] += _TITLE * share
        for alias in aliases:
            for term, share in alias.items():
                score[term] = max(score[term], _ALIAS * share)
        for term in dates:
            score[term] += _DATE
        for term in kinds:
            score[term] += _KIND
        return {term: _whole(value) for term, value in score.items()}

    def _title(self, title: str) -> dict[str, float]:
        """The more words a title has, the less each of them says."""
        found = [*_content(title), *date_terms(plain(title))]
        shares = defaultdict[str, float](float)
        for word in found:
            for term, share in self._terms(word):
                shares[term] = max(shares[term], share / math.sqrt(len(found)))
        return shares

    def _terms(self, word: str) -> tuple[tuple[str, float], ...]:
        """The term of a word, and those of its parts, which count for less; each with its share."""
        if word not in self._split:
            whole = word if word.startswith("@") else stem(word)
            split = {**dict.fromkeys(sorted(parts_of(word, self._known)), _PART), whole: 1.0}
            self._split[word] = tuple(split.items())
        return self._split[word]


def _whole(weight: float) -> int:
    return max(1, round(weight * _SCALE))


def _content(text: str) -> list[str]:
    """The folded words by which something is looked for."""
    found = words(text)
    return [word for word in found if word not in FOLDED_FUNCTION_WORDS] or found


def _names(page: SearchedPage) -> dict[str, int]:
    """Keys under which a query that is a name of the page finds it: as spelt, in any form and order, by its sound."""
    keys = dict[str, int]()
    for name in (page.title, *page.aliases):
        content = _content(name)
        keys[f"={' '.join(words(name))}"] = _EXACT
        keys[f"#{' '.join(sorted(set(map(stem, content))))}"] = _EXACT
        if page.overview:
            continue
        sounds = [sound(word) for word in content]
        if page.aliases or len(sounds) < 4:  # names, not headlines
            keys.update({f"~{each}": _SOUND_OF_PART for each in sounds if len(each) > 3 and f"~{each}" not in keys})
            keys[f"~{' '.join(sorted(set(sounds)))}"] = _SOUND_OF_NAME
    return keys
