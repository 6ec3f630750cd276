"""`dossier draft ARTICLE`: drafts for what no claim covers yet, by what the topics know now.

Written claims and all comments between the fields stay as they are. Drafts whose text is still empty are made anew, for
every paragraph that no written claim cites; so new topics and aliases reach an article that was added before them.
The file is edited by the marks of its fields, so that nothing else moves.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from generator.desk.yaml_edit import Unsafe, with_entry
from generator.drafting.article_file import claim_lines
from generator.drafting.draft import DraftClaim
from generator.model import ArticleRecord, ClaimRecord
from generator.parsing import Seed
from generator.yaml_marks import Composed, compose

BEFORE_TOPICS = tuple(ArticleRecord.model_fields)[: tuple(ArticleRecord.model_fields).index("topics")]


class Unplaceable(Exception):
    """`claims` is written in a way that drafts cannot be put into."""


def uncovered(article: Seed[ArticleRecord], drafts: Sequence[DraftClaim]) -> list[DraftClaim]:
    """The drafts of paragraphs that no written claim cites, with ids that no written claim has."""
    written = [claim for claim in article.record.claims if claim.text]
    cited = {number for claim in written for number in claim.p}
    taken = {claim.id for claim in written}
    return [draft for draft in drafts if draft.p not in cited and draft.id not in taken]


def redrafted(
    content: bytes, article: Seed[ArticleRecord], drafts: Sequence[DraftClaim], topics: Sequence[str]
) -> bytes:
    """The article's file with the drafts among its written claims, by paragraph; `topics` go to the article's own.

    Raises:
        Unplaceable: the claims stand in brackets, or do not begin on lines of their own.
    """
    try:
        for topic in topics:
            if topic not in article.record.topics:
                content = with_entry(content, (), "topics", topic, BEFORE_TOPICS)
    except Unsafe:
        raise Unplaceable from None
    text = content.decode()
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = [line.rstrip("\r") for line in text.rstrip("\r\n").split("\n")]
    composed = compose(text)
    first, last = _span_of_claims(lines, composed)
    blocks = _blocks(lines, (first, last), composed, article.record.claims)
    indent = _indent(lines, composed)
    merged = _merged(blocks, [(draft.p, [indent + line for line in claim_lines(draft)]) for draft in drafts])
    head = lines[first] if first < last and lines[first].partition("#")[0].strip() == "claims:" else "claims:"
    lines[first:last] = [head, *merged] if merged else ["claims: []"]
    after = newline.join([*lines, ""])
    if _besides_drafts(compose(after)) != _besides_drafts(composed):
        raise Unplaceable
    return after.encode()


def _besides_drafts(composed: Composed) -> dict[str, Any]:
    """What no redrafting may change."""
    return {**composed.value, "claims": [claim for claim in composed.value.get("claims", []) if claim.get("text")]}


def _span_of_claims(lines: Sequence[str], composed: Composed) -> tuple[int, int]:
    """First and last line (exclusive, from 0) of `claims`; the end of the file where it is not there."""
    mark = composed.keys.get(("claims",))
    if not mark:
        return len(lines), len(lines)
    start = mark[0] - 1
    starts = sorted(line - 1 for loc, (line, _) in composed.keys.items() if len(loc) == 1)
    end = next((line for line in starts if line > start), len(lines))
    while end < len(lines) and lines[end - 1].startswith("#"):
        end -= 1  # a comment at the margin belongs to the field below it
    while not lines[end - 1].strip():
        end -= 1
    return start, end


def _blocks(
    lines: Sequence[str], span: tuple[int, int], composed: Composed, claims: Sequence[ClaimRecord]
) -> list[tuple[int, list[str]]]:
    """The written claims: the first paragraph of each, and its lines with the comments behind them."""
    first, last = span
    starts = [composed.marks["claims", at][0] - 1 for at in range(len(claims))]
    if any(not lines[start].lstrip().startswith("- ") for start in starts) or len(set(starts)) < len(starts):
        raise Unplaceable
    if starts and any(line.strip() for line in lines[first + 1 : starts[0]]):
        raise Unplaceable  # a comment between `claims:` and the first of them would be lost
    blocks = zip(claims, pairwise([*starts, last]) if starts else (), strict=True)
    return [(min(claim.p), _stripped(lines[start:end])) for claim, (start, end) in blocks if claim.text]


def _stripped(block: Sequence[str]) -> list[str]:
    kept = list(block)
    while not kept[-1].strip():
        kept.pop()
    return kept


def _indent(lines: Sequence[str], composed: Composed) -> str:
    """The blanks before the dash of the first claim, or none."""
    mark = composed.marks.get(("claims", 0))
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
