"""How well names that no topic knows are found, and whether the topic proposed as the nearest is the right one.

    python -m benchmarks.name_suggestions [--errors]

Against tests/drafts/names.yml, for the articles of the dossier (only where their private texts are) and the invented
ones. *none*: no topic is known; *one less*: each topic that the text names is taken away in turn, and must be found;
ones. *none*: no topic is known; *one less*: each topic that the text names is taken away in turn and must be found;
*nearest*: each topic is known under another spelling only, and the text's own must lead to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import click
import yaml

from benchmarks.draft_gold import PRIVATE_SET, ROOT
from generator.drafting.unknown_names import UnknownName, unknown_names
from generator.drafting.unknown_names.dictionary import lexicon
from generator.drafting.unknown_names.words import ARTICLES, is_type
from generator.fulltext import paragraphs, read_paragraphs
from generator.german.inflection import stem_key
from generator.names import Matcher
from generator.parsing import Seeds, parse_seeds
from generator.problems import Problems
from generator.resolve.mentions import spellings

NAMES = Path("tests", "drafts", "names.yml")
RESPELLINGS = (
    (r"sch", "sh"),
    (r"K(?=[aeiou])", "Q"),
    (r"Q(?=[aeiou])", "K"),
    (r"ei", "ai"),
    (r"(?<=[aeiou])ss(?=[aeiou])", "s"),
    (r"(?<=[aeiou])s(?=[aeiou])", "ss"),
    (r"ou", "u"),
    (r"u(?=[dln])", "ou"),
    (r"i$", "y"),
    (r"(?<=[bdfgklmnpt])i(?=[a-z])", "e"),
    (r"mm", "m"),
    (r"w(?=[aeiou])", "v"),
    (r"ä", "ae"),
    (r"ö", "oe"),
    (r"ü", "ue"),
    (r"j", "y"),
)
"""Ways in which a name from elsewhere is spelt differently; each that fits makes one variant."""

Find = Callable[[Sequence[str], Seeds], list[UnknownName]]


@dataclass(frozen=True)
class Article:
    set: str
    name: str
    texts: list[str]
    seeds: Seeds
    names: tuple[str, ...]
    """All proper names in it."""


@dataclass
class Count:
    """Found of what was wanted, right of what was listed; with the words of what went wrong."""

    wanted: int = 0
    found: int = 0
    listed: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        return self.found / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.listed if self.listed else 1.0


def articles(root: Path = ROOT) -> Iterator[Article]:
    """Those in the list whose text is at hand."""
    listed: Mapping[str, Mapping[str, list[str]]] = yaml.safe_load((root / NAMES).read_text(encoding="utf-8"))
    private, problems = root.parent / "shared" / "seeds", Problems()
    for group, by_name in listed.items():
        for name, names in by_name.items():
            if group == PRIVATE_SET:
                seeds = parse_seeds(root / "seeds", root, problems)
                texts = read_paragraphs(seeds.articles[name], seeds, private, problems) if private.is_dir() else None
            else:
                folder = root / NAMES.parent / group / name
                seeds = parse_seeds(folder / "seeds", root, problems)
                texts = paragraphs((folder / "article.txt").read_text(encoding="utf-8"))
            if texts is not None:
                yield Article(group, name, texts, seeds, tuple(map(str, names)))


def baseline(texts: Sequence[str], seeds: Seeds) -> list[UnknownName]:
    """What HanTa tags as names, neighbours joined, without what the seeds know."""
    tagger, matcher = lexicon(), Matcher(spellings(seeds, metonyms=True))
    found: dict[str, set[int]] = {}
    for number, text in enumerate(texts, 1):
        known = {word for match in matcher.find(text) for word in text[match.start : match.end].split()}
        for sentence in re.split(r"(?<=[.!?:])\s+", text):
            tokens = re.findall(r"\w+(?:[-'’]\w+)*|[^\w\s]", sentence)
            run: list[str] = []
            for token, tag in zip([*tokens, "."], [*tagger.tags(tokens), "$."], strict=True):
                if tag == "NE":
                    run.append(token)
                elif run:
                    if not set(run) <= known:
                        found.setdefault(" ".join(run), set()).add(number)
                    run = []
    return [UnknownName(words, tuple(sorted(numbers)), "") for words, numbers in found.items()]


def keys(name: str) -> frozenset[str]:
    """A name's words without endings and articles."""
    words = [word for word in re.findall(r"\w+", name) if word.casefold() not in ARTICLES and not is_type(word)]
    return frozenset(stem_key(word) or word for word in words)


def same(one: str, other: str) -> bool:
    """Whether one is the other, or part of it: "Stoltenberg", "Jens Stoltenberg"."""
    a, b = keys(one), keys(other)
    return bool(a and b) and (a <= b or b <= a)


def without(seeds: Seeds, topic: str) -> Seeds:
    return replace(seeds, topics={name: seed for name, seed in seeds.topics.items() if name != topic})


def renamed(seeds: Seeds, topic: str, name: str) -> Seeds:
    """The seeds with one topic under a single, other spelling."""
    seed = seeds.topics[topic]
    record = seed.record.model_copy(update={"name": name, "aliases": (), "metonyms": ()})
    return replace(seeds, topics={**seeds.topics, topic: replace(seed, record=record)})


def named_topics(article: Article) -> Iterator[tuple[str, str]]:
    """The topics that the text calls by a proper name, with that name, where no other topic knows it too."""
    for topic in article.seeds.topics:
        alone = replace(article.seeds, topics={topic: article.seeds.topics[topic]})
        others = Matcher(spellings(without(article.seeds, topic), metonyms=True))
        for spelling in spellings(alone):
            if not any(keys(spelling.text) == keys(name) for name in article.names) or list(others.find(spelling.text)):
                continue
            if any(True for text in article.texts for _ in Matcher([spelling]).find(text)):
                yield topic, spelling.text
                break


def score_listing(article: Article, seeds: Seeds, wanted: Sequence[str], find: Find, count: Count) -> None:
    listed = find(article.texts, seeds)
    for name in wanted:
        count.wanted += 1
        hit = any(same(each.words, name) for each in listed)
        count.found += hit
        count.wrong += [] if hit else [f"missed {name}"]
    for each in listed:
        count.listed += 1
        right = any(same(each.words, name) for name in article.names)
        count.right += right
        count.wrong += [] if right else [f"no name: {each.words}"]


def unknown_to(seeds: Seeds, article: Article) -> list[str]:
    """The proper names of the article of which the seeds do not know every word."""
    matcher = Matcher(spellings(seeds, metonyms=True))
    known = [frozenset(keys(name)) for name in article.names if list(matcher.find(name))]
    return [name for name in article.names if not any(keys(name) <= each or keys(name) >= each for each in known)]


def score(found: Sequence[Article], find: Find) -> dict[str, Count]:
    """The three ways of listing, over all articles of a set."""
    counts = {way: Count() for way in ("none", "one less", "as is")}
    for article in found:
        score_listing(article, Seeds(), article.names, find, counts["none"])
        score_listing(article, article.seeds, unknown_to(article.seeds, article), find, counts["as is"])
        for topic, name in named_topics(article):
            score_listing(article, without(article.seeds, topic), [name], find, counts["one less"])
    return counts


def respelt(name: str) -> Iterator[str]:
    for pattern, by in RESPELLINGS:
        other = " ".join(
            word if word.islower() or is_type(word) else re.sub(pattern, by, word) for word in name.split()
        )
        if other != name:
            yield other


def score_nearest(found: Sequence[Article]) -> Count:
    """Right and wrong proposals: each topic under each other spelling; and where it is gone, none must be made."""
    count = Count()
    for article in found:
        for topic, name in named_topics(article):
            for other in respelt(name):
                seeds = renamed(article.seeds, topic, other)
                hits = [each for each in unknown_names(article.texts, seeds) if same(each.words, name)]
                if not hits:
                    continue
                count.wanted += 1
                right = any(each.nearest == topic for each in hits)
                count.found += right
                _count_proposals(count, hits, topic, f"{name} for {other}")
                count.wrong += [] if right else [f"none for {name}, known as {other}"]
            gone = [
                each for each in unknown_names(article.texts, without(article.seeds, topic)) if same(each.words, name)
            ]
            _count_proposals(count, gone, "", f"{name}, gone")
    return count


def _count_proposals(count: Count, listed: Sequence[UnknownName], right: str, said: str) -> None:
    for each in listed:
        if each.nearest:
            count.listed += 1
            count.right += each.nearest == right
            count.wrong += [] if each.nearest == right else [f"{said}: {each.words} → {each.nearest}"]


def _row(group: str, way: str, who: str, count: Count) -> str:
    found, right = _share(count.found, count.wanted), _share(count.right, count.listed)
    return f"{group:8} {way:9} {who:6} {found:20} {right}"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:6.1%} ({part}/{whole})" if whole else "     – (none)"


@click.command()
@click.option("--errors", is_flag=True, help="Also print what was missed and what is wrong.")
def main(*, errors: bool) -> None:
    """Print recall and precision of the suggestions."""
    every = list(articles())
    click.echo("set      seeds     finder recall               precision")
    for group in dict.fromkeys(article.set for article in every):
        found = [article for article in every if article.set == group]
        for who, find in (("ours", unknown_names), ("HanTa", baseline)):
            for way, count in score(found, find).items():
                click.echo(_row(group, way, who, count))
                _tell(count, shown=errors and who == "ours")
        nearest = score_nearest(found)
        click.echo(_row(group, "nearest", "ours", nearest))
        _tell(nearest, shown=errors)


def _tell(count: Count, *, shown: bool) -> None:
    for wrong in dict.fromkeys(count.wrong if shown else ()):
        click.echo(f"    {wrong}")


if __name__ == "__main__":
    main()
