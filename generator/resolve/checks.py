"""Open problems: work that is unfinished, though everything can be read and linked.

Drafts, orphans, and figures that contradict each other without a question. (Verification: verification/lock.py; prose:
prose.py.)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from generator.dossier import Claim, DatedFigure, Dossier
from generator.german.dates import write_when
from generator.parsing import Seeds
from generator.problems import Mark, Problem, quoted


def check_work(dossier: Dossier, seeds: Seeds) -> Iterator[Problem]:
    """All open problems of a dossier without errors."""
    yield from _drafts(seeds, dossier)
    yield from _orphans(dossier, seeds)
    yield from _conflicts(dossier, seeds)


def _open(mark: Mark, message: str, hint: str) -> Problem:
    return Problem(mark, "open", message, hint)


def _drafts(seeds: Seeds, dossier: Dossier) -> Iterator[Problem]:
    limit = dossier.settings.quote_words
    for article in seeds.articles.values():
        for index, claim in enumerate(article.record.claims):
            if not claim.text:
                yield _open(article.mark("claims", index), f"claim {quoted(claim.id)} is a draft", "write its text")
            for at, quote in enumerate(claim.quote):
                if len(quote.split()) > limit:
                    mark = article.mark("claims", index, "quote", at)
                    yield _open(mark, f"quote has {len(quote.split())} words, here at most {limit}", "shorten it")


def _orphans(dossier: Dossier, seeds: Seeds) -> Iterator[Problem]:
    used = {topic for claim in dossier.claims.values() for topic in claim.topics}
    used |= {topic for article in dossier.articles.values() for topic in (article.source, *article.record.topics)}
    for name, topic in seeds.topics.items():
        if name not in used:
            yield _open(
                topic.mark(), f"no claim concerns {quoted(name)}", "add a claim that names it, or remove the topic"
            )
    for name, event in seeds.events.items():
        if not dossier.events[name].accounts:
            yield _open(event.mark(), f"no claim tells of event {quoted(name)}", f"name it in a claim: event: {name}")
    for name, question in seeds.questions.items():
        answered = {answer.position for answer, _ in dossier.questions[name].answers}
        for position in question.record.positions:
            if position not in answered:
                mark = question.mark("positions", position)
                hint = f"name it in a claim: answers: {{question: {name}, position: {position}}}"
                yield _open(mark, f"no claim takes position {quoted(position)}", hint)
    for name, measure in seeds.measures.items():
        if not dossier.measures[name].figures:
            yield _open(measure.mark(), f"no claim has a figure of {quoted(name)}", "add one, or remove the measure")


def claim_mark(claim: Claim, seeds: Seeds, *loc: str | int) -> Mark:
    """Where a claim stands in its seed."""
    article = seeds.articles[claim.article.id]
    index = next(i for i, record in enumerate(article.record.claims) if record.id == claim.record.id)
    return article.mark("claims", index, *loc)


def _conflicts(dossier: Dossier, seeds: Seeds) -> Iterator[Problem]:
    asked = {claim.key: set[str]() for claim in dossier.claims.values()}
    for name, question in dossier.questions.items():
        for _, claim in question.answers:
            asked[claim.key].add(name)
    for measure in dossier.measures.values():
        for figure in measure.figures:
            if not figure.as_of:
                mark = claim_mark(figure.claim, seeds, "figure")
                yield _open(mark, "figure without a date", "give as_of, or the claim's when or event")
        for first, second in combinations(measure.figures, 2):
            if contradict(first, second) and not asked[first.claim.key] & asked[second.claim.key]:
                other = second.claim.key
                message = f"{_shown(first)} contradicts {_shown(second)} in {other} ({measure.id})"
                hint = "let both answer one question in questions.yml, or correct a date or qualifier"
                yield _open(claim_mark(first.claim, seeds, "figure"), message, hint)


def contradict(first: DatedFigure, second: DatedFigure) -> bool:
    """Whether two figures of one measure cannot both hold: times overlap, values with their qualifiers do not."""
    if not (first.as_of and second.as_of and first.as_of.overlaps(second.as_of)):
        return False
    (low, high), (other_low, other_high) = first.bounds, second.bounds
    return high < other_low or other_high < low


def _shown(figure: DatedFigure) -> str:
    value = figure.figure.value
    if value is None:
        value_text = f"{figure.figure.min}–{figure.figure.max}"
    else:
        value_text = f"{figure.figure.qualifier.replace('_', ' ')} {value}" if figure.figure.qualifier else str(value)
    return f"{value_text} ({write_when(figure.as_of)})" if figure.as_of else value_text
