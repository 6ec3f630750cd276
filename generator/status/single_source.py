"""What rests on one source alone, counted by origins: two papers that print one agency report are one.

Not told by the sentence, of which nearly each has one source, but by what an editor can look for a second source of:

- an event, where all accounts of it come from one origin;
- a question, where all its answers do;
- a topic (but no outlet or agency, which is a source itself), where all claims that concern it do;
- a figure, where no other origin gives one of the same measure that overlaps it in time and can hold beside it.

Claims that were withdrawn do not count; what nothing is told of is an orphan and not listed here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from generator.dossier import Claim, DatedFigure, Dossier, Measure, independent_origins
from generator.parsing import Seeds
from generator.problems import Mark, counted
from generator.resolve.conflicts import contradict, shown

Found = tuple[str, Mark, str, str]
"""Plural noun of what it is, where it stands, its id (of a figure: of its claim), and who alone tells it."""


def single_sources(dossier: Dossier, seeds: Seeds) -> Iterator[Found]:
    for name, event in dossier.events.items():
        if independent_origins(event.accounts) == 1:
            yield "events", seeds.events[name].mark(), name, alone(event.accounts)
    for name, question in dossier.questions.items():
        claims = [claim for _, claim in question.answers]
        if independent_origins(claims) == 1:
            yield "questions", seeds.questions[name].mark(), name, alone(claims)
    for name, topic in dossier.topics.items():
        claims = list(dossier.about.get(name, ()))
        if "source" not in topic.kind.traits and independent_origins(claims) == 1:
            yield "topics", seeds.topics[name].mark(), name, alone(claims)
    marks = {
        f"{name}#{claim.id}": article.mark("claims", index, "figure")
        for name, article in seeds.articles.items()
        for index, claim in enumerate(article.record.claims)
    }
    for measure in dossier.measures.values():
        for figure in uncorroborated(measure):
            told = f"{measure.id}: {shown(figure)}"
            yield "figures", marks[figure.claim.key], figure.claim.key, f"{told}, {alone([figure.claim])}"


def uncorroborated(measure: Measure) -> list[DatedFigure]:
    """The figures of a measure that only one origin gives; each is held only against those that overlap it in time."""
    borne_out = {at for at, figure in enumerate(measure.figures) if independent_origins([figure.claim]) > 1}
    dated = [(figure.as_of.earliest or date.min, at) for at, figure in enumerate(measure.figures) if figure.as_of]
    order = [at for _, at in sorted(dated)]
    for index, at in enumerate(order):
        for other in islice(order, index + 1, None):
            if not overlap(measure.figures[at], measure.figures[other]):
                break  # all further ones begin later still
            if not {at, other} <= borne_out and corroborate(measure.figures[at], measure.figures[other]):
                borne_out |= {at, other}
    return [figure for at, figure in enumerate(measure.figures) if at not in borne_out]


def overlap(first: DatedFigure, second: DatedFigure) -> bool:
    return bool(first.as_of and second.as_of and first.as_of.overlaps(second.as_of))


def corroborate(first: DatedFigure, second: DatedFigure) -> bool:
    """Whether two figures of the same time can hold beside each other and come from two origins."""
    return not contradict(first, second) and independent_origins([first.claim, second.claim]) > 1


def alone(claims: Sequence[Claim]) -> str:
    """Who alone tells it, e.g. `only dpa (3 claims)`; an article without a known outlet is its own origin."""
    origin = " and ".join(dict.fromkeys(origin for claim in claims for origin in claim.origins))
    return f"only {origin} ({counted(len(claims), 'claim')})"
