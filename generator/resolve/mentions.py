"""Which topics a claim names: explicit links first, then names and aliases found in its words."""

from __future__ import annotations

from generator.dossier import Span
from generator.markup import find_refs
from generator.names import Matcher, Name
from generator.parsing import Seeds
from generator.problems import Mark, Problems, quoted
from generator.reading import Where, known
from generator.resolve.targets import Targets

PERSON = "person"


def spellings(seeds: Seeds, *, metonyms: bool = False) -> list[Name]:
    """The names and aliases of all topics; with `metonyms`, also the words that stand for them now and then."""
    names = []
    for topic_id, topic in seeds.topics.items():
        record = topic.record
        texts = (record.name, *record.aliases, *(record.metonyms if metonyms else ()))
        names += [Name(text, topic_id, record.type == PERSON) for text in dict.fromkeys(texts)]
    return names


def link_mentions(text: str, matcher: Matcher, targets: Targets, mark: Mark, problems: Problems) -> tuple[Span, ...]:
    """The text as spans, each explicit link and each name found a span of its own."""
    return spans_of(text, matcher, targets, known(mark), problems)


def spans_of(text: str, matcher: Matcher, targets: Targets, where: Where, problems: Problems) -> tuple[Span, ...]:
    """The same, for who need not know where the text stands."""
    spans: list[Span] = []
    at = 0
    for ref in find_refs(text) if "[" in text else ():
        before = text[at : ref.start]
        spans += _found(before.rstrip() if ref.kind == "cite" else before, matcher, where, problems)
        if target := targets.resolve(ref, where, problems):
            spans.append(Span("", cites=target) if ref.kind == "cite" else Span(targets.meanings.words(ref), target))
        at = ref.end
    return (*spans, *_found(text[at:], matcher, where, problems))


def _found(text: str, matcher: Matcher, where: Where, problems: Problems) -> list[Span]:
    spans, at = [], 0
    for match in matcher.find(text):
        words = text[match.start : match.end]
        topics = sorted(match.topics)
        if len(topics) > 1:
            hint = f"write e.g. [[{topics[0]}|{words}]]"
            problems.error(where(), f"{quoted(words)} may mean {' or '.join(topics)}", hint)
        if match.start > at:
            spans.append(Span(text[at : match.start]))
        spans.append(Span(words, topics[0]))
        at = match.end
    return [*spans, Span(text[at:])] if at < len(text) else spans
