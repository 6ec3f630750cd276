"""The page of an article: what it says, claim by claim, whom it names, where it comes from and how to cite it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import get_args

from generator.dossier import Article, Claim, Dossier, Grade, Question, Topic
from generator.fulltext import paragraphs
from generator.german.dates import write_when
from generator.labels import load_labels
from generator.moved import place
from generator.pages.page import Page, describe, kind_of


@dataclass(frozen=True)
class Found:
    """By an article's id: the questions that its claims answer, how many claims were begun; the places of topics."""

    questions: Mapping[str, Sequence[Question]]
    rank: Mapping[str, int]
    written: Mapping[str, int]


def pages(dossier: Dossier) -> Iterator[Page]:
    watched = dossier.asker.watched
    rank = watched("number of topics", {topic: position for position, topic in enumerate(dossier.topics)})
    written = watched(
        "claims of articles", {article.id: len(article.record.claims) for article in dossier.articles.values()}
    )
    found = Found(watched("questions of articles", _questions(dossier)), rank, written)
    for article in dossier.articles.values():
        yield _page(article, dossier, found)


def _page(article: Article, dossier: Dossier, found: Found) -> Page:
    valid = [claim for claim in dossier.by_article[article.id] if not claim.withdrawn]
    record = article.record
    return Page(
        path=f"articles/{article.id}.md",
        template="article",
        kind=kind_of(dossier, "article"),
        title=record.title,
        description=describe(
            dossier,
            "article",
            {"claims": (len(valid), "cited_claim")},
            title=record.title,
            date=write_when(record.published),
        ),
        values=partial(_values, article.id, dossier, found),
    )


def _values(name: str, dossier: Dossier, found: Found) -> Mapping[str, object]:
    article, claims = dossier.articles[name], dossier.by_article[name]
    valid = [claim for claim in claims if not claim.withdrawn]
    basis, _, reasoning = article.record.published_basis.partition(":")
    return {
        "article": article,
        "record": article.record,
        "claims": claims,
        "valid": valid,
        "graded": _graded(valid, dossier),
        "questions": found.questions.get(name, []),
        "moved": {claim: place(to, dossier) for claim, to in dossier.moved_claims.get(name, {}).items()},
        "drafts": found.written[name] - len(claims),
        "basis": basis,
        "reasoning": reasoning.strip(),
        "named": _named(article, dossier, found.rank),
        "text": paragraphs(dossier.texts[name]) if article.record.rights == "full" else [],
    }


def _graded(claims: Sequence[Claim], dossier: Dossier) -> list[str]:
    """How many claims have which grade, best first."""
    labels, counts = load_labels(dossier.settings.language), Counter(claim.grade for claim in claims)
    return [
        labels["article"]["graded"].format(number=labels.number(counts[grade]), grade=labels["grade"][grade])
        for grade in get_args(Grade)
        if counts[grade]
    ]


def _questions(dossier: Dossier) -> dict[str, list[Question]]:
    """Article → the questions that its claims answer."""
    found: dict[str, list[Question]] = {}
    for question in dossier.questions.values():
        for article in dict.fromkeys(claim.article.id for _, claim in question.answers):
            found.setdefault(article, []).append(question)
    return found


def _named(article: Article, dossier: Dossier, rank: Mapping[str, int]) -> dict[str, list[tuple[Topic, int]]]:
    """Kind → the topics that the article's claims concern, most often concerned first, with the number of claims."""
    valid = [claim for claim in dossier.by_article[article.id] if not claim.withdrawn]
    counts = Counter(topic for claim in valid for topic in claim.topics)
    for name in article.record.topics:
        counts.setdefault(name, 0)
    groups: dict[str, list[tuple[Topic, int]]] = {kind: [] for kind in dossier.settings.kinds}
    for name in sorted(counts, key=lambda name: (-counts[name], rank[name])):
        topic = dossier.topics[name]
        groups[topic.kind_id].append((topic, counts[name]))
    return {dossier.settings.kinds[kind].plural: topics for kind, topics in groups.items() if topics}
