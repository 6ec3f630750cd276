"""`dossier verify --read`: a person holds each claim beside its paragraphs and says whether they bear it out.

How questions are put is the caller's: `ask` takes a prompt and gives the answer, `show` takes a text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.fulltext import check_paragraphs, read_paragraphs
from generator.model import ArticleRecord, ClaimRecord
from generator.parsing import Seed, Seeds
from generator.problems import Problems, did_you_mean, quoted
from generator.verification.check import Checker
from generator.verification.figures import figure_label
from generator.verification.lock import Lock, Verified, accept, refuse
from generator.verification.numbered import paragraph_lines, unknown_article
from generator.verification.verify import verified_claims

PROMPT = "Do the paragraphs bear out the claim with all its fields? [y]es, [n]o, [s]kip, [q]uit"
ANSWERS = {"y": "y", "yes": "y", "n": "n", "no": "n", "s": "s", "skip": "s", "q": "q", "quit": "q"}


@dataclass(frozen=True)
class ToRead:
    """A claim to be read, the paragraphs it cites and what a search found there; `read_by` where it has been read."""

    key: str
    claim: ClaimRecord
    paragraphs: tuple[tuple[int, str], ...]
    verified: Verified
    read_by: str = ""


def reading_queue(seeds: Seeds, lock: Lock, folder: Path, selection: Sequence[str], problems: Problems) -> list[ToRead]:
    """What is to be read, each claim once.

    `selection` names articles (what is not read yet of them) and single claims, `article#claim` (read or not). Where it
    is empty: all that is not read yet.
    """
    checker = Checker(seeds)
    queue: dict[str, ToRead] = {}
    for wanted in selection or seeds.articles:
        name, _, claim_id = wanted.partition("#")
        article = seeds.articles.get(name)
        if not article:
            unknown_article(name, seeds, problems)
            continue
        if not article.record.claims and not selection:
            continue
        if claim_id and not _selectable(article, claim_id, problems):
            continue
        for item in _items(article, seeds, lock, folder, checker, problems):
            if item.key == wanted or (not claim_id and not item.read_by):
                queue[item.key] = item
    return list(queue.values())


def _selectable(article: Seed[ArticleRecord], claim_id: str, problems: Problems) -> bool:
    known = {claim.id: claim for claim in article.record.claims}
    if claim_id not in known:
        hint = did_you_mean(claim_id, known) or f"list them with: dossier text {article.id}"
        problems.error(article.mark("claims"), f"article {quoted(article.id)} has no claim {quoted(claim_id)}", hint)
        return False
    if not known[claim_id].text:
        mark = article.mark("claims", list(known).index(claim_id))
        problems.error(mark, f"claim {quoted(claim_id)} is a draft", "write its text first")
        return False
    return True


def _items(
    article: Seed[ArticleRecord], seeds: Seeds, lock: Lock, folder: Path, checker: Checker, problems: Problems
) -> Iterator[ToRead]:
    texts = read_paragraphs(article, seeds, folder, problems)
    if texts is None:
        return
    check_paragraphs(article, len(texts), problems)
    made = verified_claims(article, texts, checker)
    for claim in article.record.claims:
        key = f"{article.id}#{claim.id}"
        if entry := made.get(key):
            before = lock.get(key)
            reader = before.read.by if before and before.read and before.source == entry.source else ""
            yield ToRead(key, claim, tuple((number, texts[number - 1]) for number in claim.p), entry, reader)


def read_claims(
    queue: Sequence[ToRead],
    lock: Lock,
    by: str,
    today: date,
    ask: Callable[[str], str],
    show: Callable[[str], None],
) -> Iterator[dict[str, Verified]]:
    """The lock after each answer, up to the end or to `quit` (or to Ctrl-C, or the end of the input).

    A "no" is kept too: the claim stays open until it is corrected or withdrawn.
    """
    for at, item in enumerate(queue, 1):
        show(f"({at} of {len(queue)}) {shown(item)}")
        answer = _answer(ask, show)
        if answer == "q":
            return
        if answer == "y" and item.verified.wrong:
            show(f"This must be corrected first; no reading settles it: {', '.join(item.verified.wrong)}")
        elif answer != "s":
            settle = accept if answer == "y" else refuse
            lock = answered = settle({**lock, item.key: item.verified}, item.key, by, today)
            yield answered


def _answer(ask: Callable[[str], str], show: Callable[[str], None]) -> str:
    while True:
        try:
            given = ask(PROMPT).strip().casefold()
        except (EOFError, KeyboardInterrupt):
            return "q"
        if given in ANSWERS:
            return ANSWERS[given]
        show("Answer y, n, s or q.")


def shown(item: ToRead) -> str:
    """The claim with all that its fields state, what a search found, and below it the paragraphs."""
    lines = [item.key, "", f"  {item.claim.text}", ""]
    lines += [f"  {name}: {value}" for name, value in _stated(item.claim)]
    for name, parts in (("found", item.verified.found), ("MISSING", item.verified.missing)):
        lines += [f"  {name}: {', '.join(parts)}"] if parts else []
    lines += [f"  already read by {item.read_by}"] if item.read_by else []
    return "\n".join([*lines, "", *(paragraph_lines(number, text) + "\n" for number, text in item.paragraphs)])


def _stated(claim: ClaimRecord) -> Iterator[tuple[str, str]]:
    """Each field that says something about the world, in words."""
    if claim.when:
        yield "when", claim.when.text + (f' (from "{claim.when_basis}")' if claim.when_basis else "")
    yield from (("by", speaker) for speaker in claim.by)
    yield from (("via", source) for source in claim.via)
    yield "modality", claim.modality
    yield from (("event", event) for event in claim.event)
    yield from (("topic", topic) for topic in claim.topics)
    for figure in claim.figure:
        yield (
            "figure",
            f"{figure.measure}: {figure_label(figure)}" + (f" on {figure.as_of.text}" if figure.as_of else ""),
        )
    yield from (("answers", f"{answer.question}: {answer.position}") for answer in claim.answers)
    yield from (("status", f"{status.of} is {status.is_}") for status in claim.status)
    yield from (("role", f"{role.of} is {role.is_}" + (f" at {role.at}" if role.at else "")) for role in claim.role)
    yield from (("relation", f"{relation.of} {relation.is_} {relation.to}") for relation in claim.relation)
    yield from (("quote", f'"{quote}"') for quote in claim.quote)
