"""Whether the dossier has an article already: the same text, the same address, or nearly the same words.

Nearly: runs of five words that both have. How much of either text such runs cover tells an article printed with another
head and foot from one that quotes another. Two papers that print one agency report are near-identical as well; only a
person can say whether both belong into the dossier.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.intake.source import Source
from generator.intake.web_address import canonical
from generator.parsing import Seeds

RUN = 5
NEARLY = 0.6
"""So much of one text must stand in the other…"""
ALSO = 0.3
"""…and so much of the other in it: else one of them only quotes the other."""
FEWEST_RUNS = 15

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Duplicate:
    """The article that is there, and how that was found; `near`: by likeness, which may mislead."""

    article: str
    why: str
    near: bool = False


def duplicate(source: Source, seeds: Seeds, texts: Mapping[str, Sequence[str]]) -> Duplicate | None:
    """The article of the dossier that `source` is; `texts` are the paragraphs of those whose text is at hand."""
    hashes = {source.sha256, hashlib.sha256(source.text.encode()).hexdigest()}
    for name, article in seeds.articles.items():
        if article.record.fulltext and article.record.fulltext.sha256 in hashes:
            return Duplicate(name, "same text (sha256)")
    if source.url and (address := canonical(source.url)):
        for name, article in seeds.articles.items():
            if address in {canonical(url) for url in (article.record.url, article.record.archived_url) if url}:
                return Duplicate(name, "same URL")
    if not (found := most_alike(source.text.split("\n\n"), texts)):
        return None
    name, share = found
    why = f"{share:.0%} of its words in the same order".replace("%", " %")
    known = seeds.articles.get(name)
    by_agency = source.agency or (known and known.record.agency)
    return Duplicate(name, f"{why}; perhaps one agency report in two papers" if by_agency else why, near=True)


def most_alike(paragraphs: Sequence[str], texts: Mapping[str, Sequence[str]]) -> tuple[str, float] | None:
    """The text that is nearly the same, and how much of the words is shared; None where none is."""
    words = _words(paragraphs)
    runs = set(_runs(words))
    if len(runs) < FEWEST_RUNS:
        alike = ((name, 1.0) for name, each in texts.items() if words and _words(each) == words)
        return next(alike, None)
    best: tuple[float, str] | None = None
    for name, each in texts.items():
        others = _words(each)
        shared = [at for at, run in enumerate(_runs(others)) if run in runs]
        if len(shared) < FEWEST_RUNS:
            continue
        known = {run for at in shared for run in [tuple(others[at : at + RUN])]}
        here = _covered([at for at, run in enumerate(_runs(words)) if run in known]) / len(words)
        there = _covered(shared) / len(others)
        if max(here, there) >= NEARLY and min(here, there) >= ALSO:
            best = max(best or (0.0, ""), (max(here, there), name))
    return (best[1], best[0]) if best else None


def _words(paragraphs: Sequence[str]) -> list[str]:
    return _WORD.findall("\n".join(paragraphs).casefold())


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(RUN)), strict=False)


def _covered(starts: Sequence[int]) -> int:
    """How many words stand in runs that begin at these places."""
    return len(set(chain.from_iterable(range(start, start + RUN) for start in starts)))
