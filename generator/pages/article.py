"""The page of an article: what it says, claim by claim, whom it names, where it comes from and how to cite it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.dossier import Article, Dossier, Topic
from generator.german.dates import write_when
from generator.fulltext import paragraphs
from generator.pages.page import Page


def pages(dossier: Dossier) -> Iterator[Page]:
    for article in dossier.articles.values():
        claims = dossier.by_article[article.id]
        record = article.record
        basis, _, reasoning = record.published_basis.partition(":")
        yield Page(
            path=f"articles/{article.id}.md",
            template="article",
            title=record.title,
            description=f"{record.title} ({write_when(record.published)}): {len(claims)} belegte Aussagen.",
            values={
                "article": article,
                "claims": claims,
                "grades": Counter(claim.grade for claim in claims),
                "drafts": len(record.claims) - len(claims),
                "basis": basis,
                "reasoning": reasoning.strip(),
                "named": _named(article, dossier),
                "text": paragraphs(dossier.texts[article.id]) if record.rights == "full" else [],
            },
        )


def _named(article: Article, dossier: Dossier) -> dict[str, list[tuple[Topic, int]]]:
    """Kind → the topics that the article's claims concern, most often concerned first, with the number of claims."""
    counts = Counter(topic for claim in dossier.by_article[article.id] for topic in claim.topics)
    for topic in article.record.topics:
        counts.setdefault(topic, 0)
    groups: dict[str, list[tuple[Topic, int]]] = {}
    for name, kind in dossier.settings.kinds.items():
        topics = [(topic, counts[topic.id]) for topic in dossier.topics_of(name) if topic.id in counts]
        if topics:
            groups[kind.plural] = sorted(topics, key=lambda pair: -pair[1])
    return groups
