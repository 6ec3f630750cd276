"""One claim against the paragraphs it cites: which of its parts are there.

Being there is no support: that is for a person to see (reading_desk.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.dates import When
from generator.german.dates import find_dates
from generator.german.sentences import sentences
from generator.markup import plain
from generator.model import ClaimRecord, anonymous
from generator.names import Matcher
from generator.parsing import Seeds
from generator.presence import Material, written_date, written_number
from generator.problems import Mark, Problems
from generator.resolve.mentions import link_mentions, spellings
from generator.resolve.targets import Targets
from generator.verification.dating import basis_fault, dated_by, dates_in
from generator.verification.figures import Sentence, agree, figure_fault, figure_label, hedged_numbers
from generator.verification.letters import fragments, holds_words, letters, shortened


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a full text, ready to be searched."""

    text: str
    letters: str
    sentences: tuple[Sentence, ...]
    material: Material


@dataclass(frozen=True)
class Checked:
    """The parts of a claim that are in its paragraphs and those that are not, as labels, e.g. `number 2500`."""

    found: tuple[str, ...]
    missing: tuple[str, ...]


class Checker:
    """Searches paragraphs for the parts of claims; knows the names of all topics."""

    def __init__(self, seeds: Seeds) -> None:
        self._topics = frozenset(seeds.topics)
        self._targets = Targets(seeds)
        self._ours = Matcher(spellings(seeds))
        self.matcher = Matcher(spellings(seeds, metonyms=True))

    def paragraph(self, text: str, published: When) -> Paragraph:
        parts = tuple(
            Sentence(letters(sentence), tuple(hedged_numbers(sentence, self.matcher)), self._named(sentence))
            for sentence in sentences(text)
        )
        material = Material()
        material.add_text(text, self.matcher)
        material.dates = dates_in(text, published)
        return Paragraph(text, letters(text), parts, material)

    def check(self, claim: ClaimRecord, cited: Sequence[Paragraph], published: When) -> Checked:
        """Looks for each part once."""
        whole = _joined(cited)
        parts: dict[str, bool] = {}
        for label, there in (
            *self._when(claim, cited, whole, published),
            *self._text(claim, cited, whole),
            *_fields(claim, cited, whole),
            *self._figures(claim, cited),
            *self._quotes(claim, cited),
        ):
            parts[label] = parts.get(label, True) and there
        return Checked(tuple(p for p in parts if parts[p]), tuple(p for p in parts if not parts[p]))

    def _named(self, text: str) -> frozenset[str]:
        return frozenset(topic for match in self.matcher.find(text) for topic in match.topics)

    def _mentioned(self, text: str) -> list[str]:
        """The topics that a claim's text names or links, in the order of its words."""
        spans = link_mentions(text, self._ours, self._targets, Mark(""), Problems())
        return [span.target for span in spans if span.target in self._topics]

    def _when(
        self, claim: ClaimRecord, cited: Sequence[Paragraph], whole: Material, published: When
    ) -> Iterator[tuple[str, bool]]:
        if not claim.when:
            return
        fault: str | None = None
        if claim.when_basis:
            texts = [paragraph.text for paragraph in cited]
            fault = basis_fault(claim.when, claim.when_basis, texts, whole.dates, published)
        elif not dated_by(claim.when, whole.dates):
            fault = "no such date"
        if fault is None:
            whole.whens.append(claim.when)  # a date in the claim's words may be the one worked out
        yield _label("when", claim.when.text, fault), fault is None

    def _text(self, claim: ClaimRecord, cited: Sequence[Paragraph], whole: Material) -> Iterator[tuple[str, bool]]:
        words = plain(claim.text)
        theirs = [number for paragraph in cited for s in paragraph.sentences for number in s.numbers]
        years = {there.year for there in find_dates(words) if not there.month}
        for ours in hedged_numbers(words, self._ours):
            if ours.value in years:
                continue
            same = [number for number in theirs if number.value == ours.value]
            alike = any(agree(ours.qualifiers, number.qualifiers) for number in same)
            fault = None if alike else "there it is qualified otherwise" if same else ""
            yield _label("number", written_number(ours.value), fault), alike
        for topic in self._mentioned(claim.text):
            yield f"name {topic}", topic in whole.topics
        for there in find_dates(words):
            yield f"date {written_date(there)}", whole.has_date(there)

    def _figures(self, claim: ClaimRecord, cited: Sequence[Paragraph]) -> Iterator[tuple[str, bool]]:
        topics = frozenset((*claim.named_ids, *self._mentioned(claim.text)))
        speakers = [letters(words) for words in map(anonymous, claim.by) if words]
        for figure in claim.figure:
            fault = figure_fault(figure, [s for paragraph in cited for s in paragraph.sentences], topics, speakers)
            yield _label("figure", figure_label(figure), fault), fault is None

    def _quotes(self, claim: ClaimRecord, cited: Sequence[Paragraph]) -> Iterator[tuple[str, bool]]:
        quotes = [*claim.quote, *(words for words in fragments(plain(claim.text)) if not self._is_name(words))]
        for quote in quotes:
            yield f"quote {shortened(quote)}", _any_holds(cited, quote)

    def _is_name(self, words: str) -> bool:
        return any(match.end - match.start == len(words) for match in self.matcher.find(words))


def _joined(cited: Iterable[Paragraph]) -> Material:
    whole = Material()
    for paragraph in cited:
        whole.numbers |= paragraph.material.numbers
        whole.topics |= paragraph.material.topics
        whole.dates += paragraph.material.dates
    return whole


def _fields(claim: ClaimRecord, cited: Sequence[Paragraph], whole: Material) -> Iterator[tuple[str, bool]]:
    """Whom the claim's fields name; `topics` and `event` are our own order and need no support."""
    for speaker in claim.by:
        if words := anonymous(speaker):
            yield f"by {shortened(words)}", _any_holds(cited, words, any_start=True)
        else:
            yield f"by {speaker}", speaker in whole.topics
    named = [("via", topic) for topic in claim.via]
    named += [("status", status.of) for status in claim.status]
    named += [("role", topic) for role in claim.role for topic in (role.of, role.at) if topic]
    named += [("relation", topic) for relation in claim.relation for topic in (relation.of, relation.to)]
    for field, topic in named:
        yield f"{field} {topic}", topic in whole.topics


def _any_holds(cited: Iterable[Paragraph], words: str, *, any_start: bool = False) -> bool:
    return any(holds_words(paragraph.letters, letters(words), any_start=any_start) for paragraph in cited)


def _label(kind: str, name: str, fault: str | None) -> str:
    return f"{kind} {name} ({fault})" if fault else f"{kind} {name}"
