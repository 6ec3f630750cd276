"""`dossier text ARTICLE`: the numbered paragraphs of a full text with the claims on each, for who writes claims."""

from __future__ import annotations

import textwrap
from pathlib import Path

from generator.fulltext import check_paragraphs, read_paragraphs
from generator.parsing import Seeds
from generator.problems import Mark, Problems, did_you_mean, quoted

WIDTH = 100


def numbered_text(seeds: Seeds, article_id: str, folder: Path, problems: Problems) -> str | None:
    """The whole listing, or None with what is wrong."""
    article = seeds.articles.get(article_id)
    if not article:
        unknown_article(article_id, seeds, problems)
        return None
    texts = read_paragraphs(article, seeds, folder, problems)
    if texts is None:
        return None
    check_paragraphs(article, len(texts), problems)
    blocks = []
    for number, text in enumerate(texts, 1):
        claims = [f"{claim.id}: {claim.text or '(draft)'}" for claim in article.record.claims if number in claim.p]
        lines = [paragraph_lines(number, text)]
        lines += [_wrapped(claim, "     = ", "       ") for claim in claims] or ["     (no claim)"]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def unknown_article(article_id: str, seeds: Seeds, problems: Problems) -> None:
    """A problem with the best guess; none where the article itself could not be read."""
    if article_id not in seeds.failed:
        hint = did_you_mean(article_id, seeds.articles) or "name a file of seeds/articles/ without its ending"
        problems.error(Mark(f"article {quoted(article_id)}"), "there is no such article", hint)


def paragraph_lines(number: int, text: str) -> str:
    return _wrapped(text, f"[{number}]".ljust(5), " " * 5)


def _wrapped(text: str, first: str, others: str) -> str:
    return textwrap.fill(
        text, WIDTH, initial_indent=first, subsequent_indent=others, break_long_words=False, break_on_hyphens=False
    )
