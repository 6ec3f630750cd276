"""`dossier draft ARTICLE`: drafts for what no claim covers yet, by what the topics know now.

Written claims and all comments between the fields stay as they are. Drafts whose text is still empty are made anew, for
every paragraph that no written claim cites; so new topics and aliases reach an article that was added before them.
The file is edited by the marks of its fields, so that nothing else moves.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.drafting.article_file import claim_lines, field_lines
from generator.drafting.draft import DraftClaim
from generator.model import ArticleRecord
from generator.parsing import Seed


class Unplaceable(Exception):
    """`claims` is written in a way that drafts cannot be put into."""


def uncovered(article: Seed[ArticleRecord], drafts: Sequence[DraftClaim]) -> list[DraftClaim]:
    """The drafts of paragraphs that no written claim cites, with ids that no written claim has."""
    written = [claim for claim in article.record.claims if claim.text]
    cited = {number for claim in written for number in claim.p}
    taken = {claim.id for claim in written}
    return [draft for draft in drafts if draft.p not in cited and draft.id not in taken]


def redrafted(text: str, article: Seed[ArticleRecord], drafts: Sequence[DraftClaim], topics: Sequence[str]) -> str:
    """The article's file with the drafts among its written claims, by paragraph; `topics` go to the article's own.

    Raises:
        Unplaceable: the claims stand in brackets, or do not begin on lines of their own.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = [line.rstrip("\r") for line in text.rstrip("\r\n").split("\n")]
    first, last = _span("claims", lines, article)
    blocks = _blocks(lines, first, last, article)
    indent = _indent(lines, article)
    merged = _merged(blocks, [(draft.p, [indent + line for line in claim_lines(draft)]) for draft in drafts])
    lines[first:last] = ["claims:", *merged] if merged else ["claims: []"]
    if topics:
        known = article.record.topics
        start, end = _span("topics", lines, article) if known else (first, first)
        lines[start:end] = field_lines("topics", [*known, *(topic for topic in topics if topic not in known)])
    return newline.join([*lines, ""])


def _span(field: str, lines: Sequence[str], article: Seed[ArticleRecord]) -> tuple[int, int]:
    """First and last line (exclusive, from 0) of a field of the article; the end of the file where it is not there.

    `claims` comes last in what `add` writes; a field that stands behind it has its own lines.
    """
    starts = sorted(line - 1 for loc, (line, _) in article.file.composed.keys.items() if len(loc) == 1)
    mark = article.file.composed.keys.get((field,))
    if not mark:
        return len(lines), len(lines)
    start = mark[0] - 1
    end = next((line for line in starts if line > start), len(lines))
    while end < len(lines) and lines[end - 1].startswith("#") and end - 1 > start:
        end -= 1  # a comment at the margin belongs to the field below it
    while not lines[end - 1].strip():
        end -= 1
    return start, end


def _blocks(lines: Sequence[str], first: int, last: int, article: Seed[ArticleRecord]) -> list[tuple[int, list[str]]]:
    """The written claims: the first paragraph of each, and its lines with the comments behind them."""
    marks = [article.file.composed.marks["claims", at] for at in range(len(article.record.claims))]
    starts = [line - 1 for line, _ in marks]
    if any(not lines[start].lstrip().startswith("- ") for start in starts) or len(set(starts)) < len(starts):
        raise Unplaceable
    spans = pairwise([*starts, last]) if starts else ()
    blocks = []
    for claim, (start, end) in zip(article.record.claims, spans, strict=True):
        if claim.text:
            blocks.append((min(claim.p), _stripped(lines[start:end])))
    if starts and any(line.strip() for line in lines[first + 1 : starts[0]]):
        raise Unplaceable  # a comment between `claims:` and the first of them would be lost
    return blocks


def _stripped(block: Sequence[str]) -> list[str]:
    kept = list(block)
    while not kept[-1].strip():
        kept.pop()
    return kept


def _indent(lines: Sequence[str], article: Seed[ArticleRecord]) -> str:
    """The blanks before the dash of the first claim, or none."""
    mark = article.file.composed.marks.get(("claims", 0))
    line = lines[mark[0] - 1] if mark else ""
    return line[: len(line) - len(line.lstrip())]


def _merged(written: Sequence[tuple[int, list[str]]], drafts: Sequence[tuple[int, list[str]]]) -> list[str]:
    """Written claims in their own order, and before each the drafts of earlier paragraphs; a blank line between
    paragraphs."""
    waiting, ordered = list(drafts), list[tuple[int, list[str]]]()
    for p, block in written:
        ordered += [draft for draft in waiting if draft[0] < p]
        waiting = [draft for draft in waiting if draft[0] >= p]
        ordered.append((p, block))
    lines, before = list[str](), 0
    for p, block in [*ordered, *waiting]:
        lines += ["", *block] if before not in (0, p) else block
        before = p
    return lines
