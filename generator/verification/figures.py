"""Whether a paragraph gives a claim's figure: the number, with the words that limit it, about a topic of the claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.german.dates import find_dates
from generator.german.hedges import hedges
from generator.german.numbers import find_numbers
from generator.model import Figure, Qualifier
from generator.names import Matcher
from generator.presence import written_number
from generator.verification.letters import holds_words


@dataclass(frozen=True)
class Hedged:
    """A number of a sentence with the qualifiers that the words about it may mean; none where it is given as exact."""

    value: float
    qualifiers: frozenset[Qualifier]


@dataclass(frozen=True)
class Sentence:
    """A sentence of a paragraph, ready to be searched; `text` as `letters` gives it."""

    text: str
    numbers: tuple[Hedged, ...]
    topics: frozenset[str]


def hedged_numbers(text: str, matcher: Matcher) -> Iterator[Hedged]:
    """The numbers that are no part of a name, nor of a date (a bare year may be a number).

    A word counts for the number that it stands before, or for the one it follows.
    """
    taken = [(there.start, there.end) for there in find_dates(text) if there.month]
    taken += [(match.start, match.end) for match in matcher.find(text)]
    at = 0
    for number in find_numbers(text):
        if any(start <= number.start < end for start, end in taken):
            continue
        yield Hedged(number.value, hedges(text[at : number.start], text[number.end :]))
        at = number.end


def agree(ours: frozenset[Qualifier], theirs: frozenset[Qualifier]) -> bool:
    """Whether both give the number as exact, or limit it alike."""
    return bool(ours & theirs) or not (ours or theirs)


def figure_label(figure: Figure) -> str:
    words = [figure.qualifier.replace("_", " ")] if figure.qualifier else []
    if figure.value is not None:
        return " ".join([*words, written_number(figure.value)])
    low = "" if figure.min is None else written_number(figure.min)
    high = "" if figure.max is None else written_number(figure.max)
    return " ".join([*words, f"{low}–{high}"])


def figure_fault(
    figure: Figure, sentences: Sequence[Sentence], topics: frozenset[str], speakers: Sequence[str]
) -> str | None:
    """Why the sentences do not give the figure (an empty reason: the number is not there); None where they do.

    `topics` and `speakers` (anonymous sources, in their words) are the claim's: one of them must stand beside it.
    """
    values = [float(value) for value in (figure.value, figure.min, figure.max) if value is not None]
    having = [sentence for sentence in sentences if set(values) <= {number.value for number in sentence.numbers}]
    if not having:
        return ""
    having = [sentence for sentence in having if _limited_alike(figure, values, sentence)]
    if not having:
        return "there it is qualified otherwise"
    if not topics and not speakers:
        return None
    beside = any(s.topics & topics or any(holds_words(s.text, words) for words in speakers) for s in having)
    return None if beside else "its sentence names nobody of the claim"


def _limited_alike(figure: Figure, values: Sequence[float], sentence: Sentence) -> bool:
    ours: frozenset[Qualifier] = frozenset({figure.qualifier}) if figure.qualifier else frozenset()
    if not ours and figure.value is None and figure.max is None:
        ours = frozenset({"at_least", "more_than"})
    elif not ours and figure.value is None and figure.min is None:
        ours = frozenset({"at_most", "less_than"})
    return any(number.value in values and agree(ours, number.qualifiers) for number in sentence.numbers)
