"""The page of corrections: what was corrected or withdrawn, when and why, with the words before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from itertools import groupby

from generator.addresses import CORRECTIONS_PAGE, claim_path, correction_anchor, page_path
from generator.corrections import Changed, changed
from generator.dossier import Dossier, Revision
from generator.labels import Labels, load_labels
from generator.markdown_text import inline, line_start
from generator.model import Notice
from generator.pages.page import Page, describe, kind_of

_WORD = re.compile(r"(\w+(?:[-.,:’']\w+)*|[^\w\s])(\s*)")
"""A word, with what belongs to it inside (2.500, US-Truppen), or a sign; and the blanks behind it."""

Piece = tuple[str, bool]
"""Some of a sentence, and whether the other sentence has it not."""


@dataclass(frozen=True, slots=True)
class Step:
    """A correction as it is shown; `before` and `after` are Markdown, and empty where there is nothing to show."""

    notice: Notice
    before: str
    after: str
    same: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim or article with all that became of it, the newest first."""

    of: Changed
    anchor: str
    path: str
    steps: tuple[Step, ...]
    claims: int
    """How many claims an article takes along that is withdrawn."""


def pages(dossier: Dossier) -> Iterator[Page]:
    labels = load_labels(dossier.settings.language)
    yield Page(
        path=CORRECTIONS_PAGE,
        template="corrections",
        kind=kind_of(dossier, "section"),
        title=labels["corrections"]["title"],
        description=describe(dossier, "corrections", dossier=dossier.settings.title),
        values=partial(_values, dossier, labels),
    )


def _values(dossier: Dossier, labels: Labels) -> Mapping[str, object]:
    entries = [_entry(each, dossier, labels) for each in changed(dossier)]
    years = groupby(entries, key=lambda entry: entry.of.newest.date.year)
    return {
        "years": [(year, list(group)) for year, group in years],
        "withdrawn": any(entry.of.withdrawn for entry in entries),
    }


def _entry(each: Changed, dossier: Dossier, labels: Labels) -> Entry:
    return Entry(
        of=each,
        anchor=correction_anchor(each.article, each.claim),
        path=claim_path(each.claim) if each.claim else page_path(dossier, each.article.id),
        steps=tuple(_step(revision, labels) for revision in reversed(each.revisions)),
        claims=len(dossier.by_article[each.article.id]),
    )


def _step(revision: Revision, labels: Labels) -> Step:
    """Equal words say nothing twice; of a claim that is told first as corrected only the new are known."""
    if not revision.before:
        return Step(revision.notice, "", line_start(inline(revision.after)), same=False)
    if revision.before == revision.after:
        return Step(revision.notice, "", "", same=True)
    before, after = differences(revision.before, revision.after)
    return Step(revision.notice, _marked(before, "del", labels), _marked(after, "ins", labels), same=False)


def differences(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """Both sentences in pieces, word by word; signs alone between words that differ go with these."""
    one, other = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(None, [word for word, _ in one], [word for word, _ in other], autojunk=False)
    codes = matcher.get_opcodes()
    left, right = list[Piece](), list[Piece]()
    for number, (kind, start, end, first, last) in enumerate(codes):
        between = 0 < number < len(codes) - 1 and not any(word[0].isalnum() for word, _ in one[start:end])
        for pieces, words in ((left, one[start:end]), (right, other[first:last])):
            _add(pieces, "".join(word + blank for word, blank in words), differs=kind != "equal" or between)
    return left, right


def _add(pieces: list[Piece], text: str, *, differs: bool) -> None:
    """Blanks at the end of what differs are kept out of it, unless it goes on."""
    if not text:
        return
    if differs and len(pieces) > 1 and pieces[-2][1] and not pieces[-1][0].strip():
        text = pieces.pop(-2)[0] + pieces.pop()[0] + text
    kept = len(text.rstrip()) if differs else len(text)
    pieces += [(text[:kept], differs), *([(text[kept:], False)] if differs else [])]


def _marked(pieces: Sequence[Piece], tag: str, labels: Labels) -> str:
    """Struck out or underlined, and said in words to who cannot see that."""
    words = labels["corrections"]
    start, end = (_unseen(words[name]) for name in ("removed" if tag == "del" else "added", "end"))
    shown = [f"<{tag}>{start}{inline(text)}{end}</{tag}>" if differs else inline(text) for text, differs in pieces]
    return line_start("".join(shown))


def _unseen(words: str) -> str:
    return f'<span class="visually-hidden" data-search="off">{inline(words)}</span>'
