"""Words that our seeds share with protected full texts: seven in a row are too many, in any text of any seed.

A declared quote of the same claim breaks a run, and names do not count toward the seven (but must be the same topic's).
The windows of seven counting words of all full texts make one index, so the cost grows with the length of the texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.markup import plain
from generator.model import ArticleRecord
from generator.names import Matcher
from generator.parsing import Seed, Seeds
from generator.problems import Problems
from generator.reading import SeedFile
from generator.verification.letters import letters
from generator.yaml_marks import Loc

LIMIT = 7
OTHERS_WORDS = frozenset({"quote", "when_basis", "name", "aliases", "metonyms"})
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Token:
    """A word, or the name of a topic as one token that does not count."""

    key: str
    counts: bool
    start: int
    end: int


@dataclass(frozen=True)
class OwnText:
    """A text of a seed, with the declared quotes of its claim."""

    file: SeedFile
    loc: Loc
    text: str
    quotes: tuple[str, ...]


@dataclass(frozen=True)
class Shared:
    """Words of a text that also stand in the full text of `article`."""

    article: str
    words: str


def check_shared_wording(
    seeds: Seeds, texts: Mapping[str, Sequence[str]], matcher: Matcher, problems: Problems
) -> set[tuple[str, Loc]]:
    """An error for each run of words, and in which file and where they stand; `texts` are the paragraphs by article."""
    protected = {name: texts[name] for name in texts if seeds.articles[name].record.rights != "full"}
    index = Index(protected, matcher)
    places = set[tuple[str, Loc]]()
    for own in own_texts(seeds):
        for shared in index.shared(own.text, own.quotes):
            message = f'{LIMIT} or more words as in the full text of {shared.article}: "{shared.words}"'
            problems.error(own.file.mark(*own.loc), message, "retell it in own words, or declare a short quote")
            places.add((own.file.path, own.loc))
    return places


def copied_claims(article: Seed[ArticleRecord], texts: Sequence[str], matcher: Matcher) -> set[int]:
    """The claims, by index, whose text shares too many words with their own article's."""
    if article.record.rights == "full":
        return set()
    index = Index({article.id: texts}, matcher)
    return {at for at, claim in enumerate(article.record.claims) if any(index.shared(claim.text, claim.quote))}


class Index:
    """The windows of seven counting words of some texts."""

    def __init__(self, texts: Mapping[str, Sequence[str]], matcher: Matcher) -> None:
        self._matcher = matcher
        self._articles: dict[tuple[str, ...], str] = {}
        for name, paragraphs in texts.items():
            for key, _, _ in _windows(self._tokens(letters(" ".join(paragraphs)))):
                self._articles.setdefault(key, name)

    def shared(self, text: str, quotes: Sequence[str] = ()) -> Iterator[Shared]:
        """The longest runs of `text` that are shared, from left to right."""
        words = letters(plain(text))
        if len(_WORD.findall(words)) < LIMIT:
            return  # most texts of a seed are ids and labels
        quoted = [[token.key for token in self._tokens(letters(quote))] for quote in quotes]
        for part in _between(self._tokens(words), quoted):
            run: tuple[str, int, int] | None = None
            for key, start, end in _windows(part):
                article = self._articles.get(key)
                if run and (not article or start > run[2]):
                    yield Shared(run[0], words[run[1] : run[2]])
                    run = None
                if article:
                    run = (run[0], run[1], end) if run else (article, start, end)
            if run:
                yield Shared(run[0], words[run[1] : run[2]])

    def _tokens(self, text: str) -> list[_Token]:
        tokens, at = [], 0
        for match in self._matcher.find(text):
            tokens += _words(text, at, match.start)
            tokens.append(_Token(f"[{' '.join(sorted(match.topics))}]", counts=False, start=match.start, end=match.end))
            at = match.end
        return [*tokens, *_words(text, at, len(text))]


def _words(text: str, start: int, end: int) -> list[_Token]:
    found = _WORD.finditer(text, start, end)
    return [_Token(word.group().casefold(), counts=True, start=word.start(), end=word.end()) for word in found]


def _windows(tokens: Sequence[_Token]) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """Each run that begins and ends with a counting word and has seven of them: its key, start and end."""
    counting = [at for at, token in enumerate(tokens) if token.counts]
    for first, last in zip(counting, counting[LIMIT - 1 :], strict=False):
        yield tuple(token.key for token in tokens[first : last + 1]), tokens[first].start, tokens[last].end


def _between(tokens: list[_Token], quotes: Sequence[Sequence[str]]) -> Iterator[list[_Token]]:
    """The tokens before, between and behind the quotes."""
    part: list[_Token] = []
    at = 0
    while at < len(tokens):
        here = [token.key for token in tokens[at : at + max(map(len, quotes), default=0)]]
        length = max((len(quote) for quote in quotes if quote and here[: len(quote)] == quote), default=0)
        if length:
            yield part
            part = []
        else:
            part.append(tokens[at])
        at += length or 1
    yield part


def own_texts(seeds: Seeds) -> Iterator[OwnText]:
    """Every text of every seed file, but for those that are the words of others by their nature."""
    records = (seeds.articles, seeds.topics, seeds.events, seeds.questions, seeds.measures)
    files = {seed.file.path: seed.file for group in records for seed in group.values()}
    if seeds.settings:
        files[seeds.settings.file.path] = seeds.settings.file
    for path in sorted(files):
        yield from _walk(files[path], files[path].value, (), ())


def _walk(file: SeedFile, value: Any, loc: Loc, quotes: tuple[str, ...]) -> Iterator[OwnText]:
    if isinstance(value, str):
        yield OwnText(file, loc, value, quotes)
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _walk(file, inner, (*loc, at), quotes)
    elif isinstance(value, dict):
        declared = value.get("quote")
        quotes += tuple(q for q in (declared if isinstance(declared, list) else [declared]) if isinstance(q, str))
        for key, inner in value.items():
            # a record may have such a word as its id; then it is a mapping, and its texts are our own
            if key not in OTHERS_WORDS or isinstance(inner, dict):
                yield from _walk(file, inner, (*loc, key), quotes)
