"""Open problems: work that is unfinished, though everything can be read and linked.

Drafts, too long quotes and orphans. (Verification: verification/lock.py; prose: prose.py; figures: conflicts.py.)
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.dossier import Dossier
from generator.german.numbers import find_numbers
from generator.parsing import Seeds
from generator.presence import written_number
from generator.problems import Mark, Problem, quoted


def check_work(dossier: Dossier, seeds: Seeds) -> Iterator[Problem]:
    """All open problems of a dossier without errors."""
    yield from _drafts(seeds, dossier)
    yield from _orphans(dossier, seeds)
    yield from _stray(seeds, dossier)
    yield from _untold_figures(seeds)
    yield from _unanswered(dossier, seeds)


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
            source = "source" in dossier.settings.kinds[topic.kind].traits
            way = "add a claim that names it" + (", name it as an article's outlet" if source else "")
            yield _open(topic.mark(), f"no claim concerns {quoted(name)}", f"{way}, or remove the topic")
    for name, event in seeds.events.items():
        if not dossier.events[name].accounts:
            hint = f"name it in a claim, as event: {name}, or remove it"
            yield _open(event.mark(), f"no claim tells of event {quoted(name)}", hint)
    for name, measure in seeds.measures.items():
        if not dossier.measures[name].figures:
            yield _open(measure.mark(), f"no claim has a figure of {quoted(name)}", "add one, or remove the measure")


def _stray(seeds: Seeds, dossier: Dossier) -> Iterator[Problem]:
    """Claims that no page but their article's would show."""
    for article in seeds.articles.values():
        for index, record in enumerate(article.record.claims):
            claim = dossier.claims.get(f"{article.id}#{record.id}")
            if claim and not claim.withdrawn and not claim.topics and not record.event and not record.answers:
                message, hint = f"claim {quoted(record.id)} concerns no topic", "name one in its words or in topics"
                yield _open(article.mark("claims", index), message, hint)


def _untold_figures(seeds: Seeds) -> Iterator[Problem]:
    """Figures that their own sentence does not give: one of both is wrong."""
    for article in seeds.articles.values():
        for index, claim in enumerate(article.record.claims):
            if not claim.figure or not claim.text or claim.withdrawn or article.record.withdrawn:
                continue
            told = {number.value for number in find_numbers(claim.text)}
            for at, figure in enumerate(claim.figure):
                for field in ("value", "min", "max"):
                    value = getattr(figure, field)
                    if value is not None and float(value) not in told:
                        mark = article.mark("claims", index, "figure", at, field)
                        name, number = quoted(claim.id), written_number(value)
                        message = f"figure {number} does not stand in the text of claim {name}"
                        yield _open(mark, message, "correct one of both, or write the number there")


def _unanswered(dossier: Dossier, seeds: Seeds) -> Iterator[Problem]:
    for name, question in seeds.questions.items():
        answered = {answer.position for answer, _ in dossier.questions[name].answers}
        for position in question.record.positions:
            if position not in answered:
                mark = question.mark("positions", position)
                hint = f"name it in a claim, as answers: {{question: {name}, position: {position}}}, or remove it"
                yield _open(mark, f"no claim takes position {quoted(position)}", hint)
