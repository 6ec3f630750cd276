"""What was found in an article → draft claims: one for each sentence that carries something, its text to be written.

A draft asserts nothing: only claims with a text are shown and counted. It holds what the fields of a claim can take;
what else was found (numbers of no known measure, further dates) stands in its remarks. No word of the article goes in
but names, units and the words that a date was worked out from.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.dates import When
from generator.drafting.findings import ParagraphFindings, Quantity, SentenceFindings
from generator.german.times import Time
from generator.model import MeasureRecord, Qualifier
from generator.names import Matcher, Name
from generator.parsing import Seed
from generator.presence import written_number
from generator.verification.shared_wording import LIMIT

SIGN_OFF_WORDS = 6
_SAID_BEFORE = re.compile(r"(?:Das|Dies|Dieses) \w+(?: \S+){0,14}$")


@dataclass(frozen=True, slots=True)
class DraftFigure:
    """A number that fits a known measure."""

    measure: str
    value: float
    qualifier: Qualifier | None


@dataclass(frozen=True, slots=True)
class DraftClaim:
    """The fields of a claim that could be filled in; `remarks` are for the editor alone."""

    id: str
    p: int
    when: str
    when_basis: str
    by: tuple[str, ...]
    via: tuple[str, ...]
    event: tuple[str, ...]
    topics: tuple[str, ...]
    figures: tuple[DraftFigure, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class Drafting:
    """What of article and dossier the drafts depend on; `publishers` are the topics that the article is from."""

    published: When
    publishers: frozenset[str]
    measures: Mapping[str, Seed[MeasureRecord]]

    def claims(self, paragraphs: Sequence[ParagraphFindings], blocks: Sequence[str]) -> list[DraftClaim]:
        """The drafts in the order of the text; `id` is `p<paragraph>`, and a number where the paragraph has several."""
        drafts = list[DraftClaim]()
        for paragraph, block in zip(paragraphs, blocks, strict=True):
            if self._says_something(paragraph, block, among=len(blocks)):
                here = self._drafts(paragraph)
                names = [f"p{paragraph.number}-{at}" for at in range(1, len(here) + 1)]
                drafts += [replace(each, id=name) for each, name in zip(here, names, strict=True)] if here[1:] else here
        return drafts

    def _says_something(self, paragraph: ParagraphFindings, block: str, *, among: int) -> bool:
        """Not the headline, which the text says again, nor a line that only names who published it."""
        topics = {mention.topic for sentence in paragraph.sentences for mention in sentence.mentions}
        headline = paragraph.number == 1 and among > 1 and not re.search(r"[.!?:…][\"“”»«)]*$", block)
        return not headline and not (topics <= self.publishers and len(block.split()) <= SIGN_OFF_WORDS)

    def _drafts(self, paragraph: ParagraphFindings) -> list[DraftClaim]:
        """One for each sentence that carries something; "Das teilte … mit" belongs to what was said before it."""
        drafts = list[DraftClaim]()
        for sentence in filter(_carries, paragraph.sentences):
            draft = self._claim(sentence, paragraph)
            if drafts and sentence.speech and not sentence.quantities and _SAID_BEFORE.match(sentence.text):
                times = [f'date: {time.when.text} ("{time.basis}")' for time in sentence.times]
                before = drafts.pop()
                by, via = dict.fromkeys((*before.by, *draft.by)), dict.fromkeys((*before.via, *draft.via))
                draft = replace(before, by=tuple(by), via=tuple(via), remarks=(*before.remarks, *times))
            drafts.append(draft)
        return drafts

    def _claim(self, sentence: SentenceFindings, paragraph: ParagraphFindings) -> DraftClaim:
        around = Counter(mention.topic for each in paragraph.sentences for mention in each.mentions)
        figures, remarks = list[DraftFigure](), list[str]()
        for quantity in sentence.quantities:
            measure = _measure(quantity, sentence, around, self.measures)
            if measure and all(figure.measure != measure for figure in figures):  # a second one is mostly a part of it
                figures.append(DraftFigure(measure, quantity.value, quantity.qualifier))
            else:
                remarks.append(f"number: {quantity_label(quantity)}")
        times = [time for time in sentence.times if not self._is_dateline(time)]
        first, others = (times[0], times[1:]) if times else (None, [])
        remarks += [f'date: {time.when.text} ("{time.basis}")' for time in others]
        speakers = [each.speaker for each in sentence.speech if not each.passed_on]
        named = [mention.topic for mention in sentence.mentions]
        return DraftClaim(
            id=f"p{paragraph.number}",
            p=paragraph.number,
            when=first.when.text if first else "",
            when_basis=_short(first.basis) if first else "",
            by=tuple(dict.fromkeys(speakers)),
            via=tuple(dict.fromkeys(each.speaker for each in sentence.speech if each.passed_on)),
            event=sentence.events,
            topics=tuple(dict.fromkeys(topic for topic in named if topic not in self.publishers)),
            figures=tuple(figures),
            remarks=tuple(remarks),
        )

    def _is_dateline(self, time: Time) -> bool:
        """Whether it is the day of publication written out, which says nothing of what is told."""
        return time.when == self.published and re.search(r"\d{4}", time.basis) is not None


def _carries(sentence: SentenceFindings) -> bool:
    return bool(sentence.mentions or sentence.quantities or sentence.times or sentence.speech or sentence.events)


def quantity_label(quantity: Quantity) -> str:
    """E.g. `about 5200 US-Soldaten`."""
    words = [(quantity.qualifier or "").replace("_", " "), written_number(quantity.value), quantity.unit]
    return " ".join(filter(None, words))


def _short(basis: str) -> str:
    """A basis is a few words; a run as long as would count as copied is never one."""
    return " ".join(basis.split()[: LIMIT - 1])


def _measure(
    quantity: Quantity,
    sentence: SentenceFindings,
    around: Mapping[str, int],
    measures: Mapping[str, Seed[MeasureRecord]],
) -> str:
    """The one measure whose unit is counted here and whose topics stand nearest; none where two fit alike."""
    here = {mention.topic for mention in sentence.mentions}
    fitting = []
    for name, measure in measures.items():
        topics = set(measure.record.topics)
        if _counts(quantity.unit, measure.record.unit) and (not topics or topics & {*here, *around}):
            fitting.append(((len(topics & here), len(topics & set(around)), -len(topics)), name))
    fitting.sort(reverse=True)
    if not fitting or (len(fitting) > 1 and fitting[0][0] == fitting[1][0]):
        return ""
    return fitting[0][1]


def _counts(unit: str, wanted: str) -> bool:
    """Whether the noun counted is the measure's unit, in any form, or a compound of it (Bundeswehrsoldaten)."""
    if not unit:
        return False
    if any(Matcher([Name(wanted, wanted)]).find(unit)):
        return True
    return len(wanted) > 3 and unit.casefold().endswith(wanted.casefold())


def main_topics(paragraphs: Sequence[ParagraphFindings]) -> list[str]:
    """All topics mentioned, those in most paragraphs first, then in the order of the text."""
    counts = Counter[str]()
    for paragraph in paragraphs:
        counts.update(dict.fromkeys(_mentioned(paragraph), 1))
    return [topic for topic, _ in counts.most_common()]


def _mentioned(paragraph: ParagraphFindings) -> Iterator[str]:
    for sentence in paragraph.sentences:
        for mention in sentence.mentions:
            yield mention.topic
