"""What a reader needs to cite a page, the article that it is about, or one claim; written out by citation_formats.py.

The dossier names no author of its pages: its title is where they stand, and who answers for it says the imprint. A
page's date is the last day on which what it cites came into the dossier or was changed, never the day of a build.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.addresses import claim_url, url
from generator.dates import When
from generator.dossier import Article, Claim, Dossier
from generator.hand_over import HOME
from generator.model import ArticleRecord, ClaimRecord

_NO_KEY = re.compile(r"[^A-Za-z0-9/._-]+")


@dataclass(frozen=True, slots=True)
class Citation:
    """`key` names it in a reader's collection, for good; what is not known is empty."""

    key: str
    kind: Literal["page", "article", "claim"]
    title: str
    container: str = ""
    """The dossier that a page stands in, the outlet that an article was published by."""
    authors: tuple[str, ...] = ()
    date: When | None = None
    inferred: bool = False
    """The date is not stated by the article, but inferred."""
    url: str = ""
    language: str = ""
    source: str = ""
    """Of a claim: the article that says so, and where in it, as a line."""


def page_citation(path: str, title: str, dossier: Dossier, cited: Iterable[Claim] = ()) -> Citation:
    """Of the page at `path` inside docs/; a page that cites no claim is as new as the whole dossier."""
    home = path == HOME
    name = path.removesuffix(".md").removesuffix("/index").rpartition("/")[2]
    return Citation(
        key=_NO_KEY.sub("-", name),
        kind="page",
        title=title,
        container="" if home else dossier.settings.title,
        date=_as_of(path, dossier, tuple(cited)),
        url=url(dossier, path) if dossier.address else "",
        language=dossier.settings.language,
    )


def original_citation(article: Article, dossier: Dossier) -> Citation:
    """Of the article itself. Its title is ours, in square brackets as titles are that do not stand in the original."""
    record, topics = article.record, dossier.topics
    agency = (topics[record.agency].record.name,) if record.agency else ()
    return Citation(
        key=f"{article.id}:original",
        kind="article",
        title=f"[{record.title}]",
        container=topics[record.outlet].record.name if record.outlet else "",
        authors=record.authors or agency,
        date=record.published,
        inferred=record.published_basis != "stated",
        url=record.url or "",
        language=record.language,
    )


def claim_citation(claim: Claim, dossier: Dossier, source: str) -> Citation:
    """Of one claim in its own words."""
    return Citation(
        key=_NO_KEY.sub("-", f"{claim.article.id}.{claim.record.id}"),
        kind="claim",
        title=claim.text,
        container=dossier.settings.title,
        date=_latest((claim.article.record, claim.record), (claim.article,)),
        url=claim_url(dossier, claim) if dossier.address else "",
        language=dossier.settings.language,
        source=source,
    )


def _as_of(path: str, dossier: Dossier, cited: tuple[Claim, ...]) -> When | None:
    own = dossier.articles.get(path.removeprefix("articles/").removesuffix(".md"))
    if own:
        articles, claims = [own], dossier.by_article[own.id]
    elif cited:
        articles, claims = [claim.article for claim in cited], cited
    else:
        return dossier.asker.remembered("newest", lambda: _newest(dossier))
    return _changed(articles, claims)


def _newest(dossier: Dossier) -> When | None:
    """Of the whole dossier, as each overview has it."""
    return _changed(list(dossier.articles.values()), dossier.claims.values())


def _changed(articles: Sequence[Article], claims: Iterable[Claim]) -> When | None:
    return _latest([*(article.record for article in articles), *(claim.record for claim in claims)], articles)


def _latest(records: Iterable[ArticleRecord | ClaimRecord], articles: Iterable[Article]) -> When | None:
    """The last day on which one of the articles came in, or one of the records was changed."""
    days = [article.record.added for article in articles]
    days += [notice.date for record in records for notice in (record.corrected, record.withdrawn) if notice]
    return max(days, key=lambda day: day.sort_key) if len(days) > 1 else next(iter(days), None)
