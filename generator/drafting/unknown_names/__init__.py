"""Names in an article that no topic of the dossier knows: what the editor may have to add, as a topic or as an alias.

Where the names stand, spans.py finds; here those that the seeds know are taken out, the forms and shorter forms of
one name are put together, and the nearest topic is looked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeGuard

from generator.drafting.unknown_names.dictionary import Lexicon, lexicon
from generator.drafting.unknown_names.kinds import Word, read_words
from generator.drafting.unknown_names.nearest import nearest_topic
from generator.drafting.unknown_names.spans import NameSpan, base_form, find_spans
from generator.drafting.unknown_names.words import ADJECTIVE_TAG, PARTICLES
from generator.names import Match, Matcher
from generator.parsing import Seeds
from generator.resolve.mentions import spellings

DEEDS = ("ung", "ion", "tod", "sturz", "mord", "besuch")
"""What somebody does or suffers; his name follows in the genitive: Ermordung Soleimanis."""


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name in its base form, the paragraphs that have it (from 1), and the topic that it may be a spelling of."""

    words: str
    paragraphs: tuple[int, ...]
    nearest: str


@dataclass
class _Bearer:
    """One name with the paragraphs of all its forms."""

    words: tuple[str, ...]
    paragraphs: set[int] = field(default_factory=set)


def unknown_names(paragraphs: Sequence[str], seeds: Seeds) -> list[UnknownName]:
    """In the order of the text; raises ExtraMissing where the extra `import` is not installed."""
    words, names = lexicon(), spellings(seeds)
    read = [read_words(text, words) for text in paragraphs]
    matches = [list(found) for found in map(Matcher(spellings(seeds, metonyms=True)).find, paragraphs)]
    surnames = _surnames(paragraphs, matches, {name.topic for name in names if name.person})
    plain = {word.text for each in read for word in each}
    found = [
        (number, _base(span, plain, words))
        for number, (spans, known) in enumerate(zip(find_spans(read, words), matches, strict=True), 1)
        for span in _unmatched(spans, known)
    ]
    return [
        UnknownName(" ".join(each.words), tuple(sorted(each.paragraphs)), nearest_topic(" ".join(each.words), names))
        for each in _put_together(found)
        if each.words[-1] not in surnames or len(each.words) > 1
    ]


def _surnames(paragraphs: Sequence[str], matches: Iterable[Iterable[Match]], persons: set[str]) -> set[str]:
    """The last words of the persons whom the text names in full: alone, they mean them again."""
    return {
        base.removesuffix("s") if genitive else base
        for text, found in zip(paragraphs, matches, strict=True)
        for match in found
        if match.topics & persons and len(text[match.start : match.end].split()) > 1
        for base in [text[match.start : match.end].split()[-1]]
        for genitive in (False, True)
    }


def _unmatched(spans: Iterable[NameSpan], matches: Sequence[Match]) -> Iterator[NameSpan]:
    """The names of which the seeds do not know every word."""
    for span in spans:
        telling = [word for word in span.words if word.kind not in ("particle", "initial")]
        if not all(
            any(match.start < word.name_end and word.name_start < match.end for match in matches) for word in telling
        ):
            yield span


def _base(span: NameSpan, plain: set[str], words: Lexicon) -> tuple[str, ...]:
    """The words of a name without the genitive of the last one."""
    *front, last = span.words
    if last.gap == " & ":
        return (*(word.name for word in front), "&", last.name)
    return (*(_nominative(word, words) for word in front), _without_genitive(last, span, plain, words))


def _nominative(word: Word, words: Lexicon) -> str:
    """Weißen Haus → Weiße Haus, des Flughafens → Flughafen; other words as they stand."""
    if word.tag == ADJECTIVE_TAG and word.name.endswith(("en", "em")):
        return word.name[:-1]
    return words.lemma(word.name) if word.kind == "kept" else word.name


def _without_genitive(last: Word, span: NameSpan, plain: set[str], words: Lexicon) -> str:
    name = last.name
    if last.kind == "noun" or last.tag == ADJECTIVE_TAG or last.closed:
        inflected = len(span.words) > 1 and last.kind == "noun" and name.endswith("s")
        return words.lemma(name) if inflected else name
    bare = base_form(name, words)
    if bare != name or not name.endswith("s") or name.isupper():
        return bare
    stem = name[:-1]
    governed = _is_common(span.after) or (_is_common(span.before) and span.before.text.endswith(DEEDS))
    return stem if stem in plain or (governed and not words.knows_exactly(name) and not words.is_form(name)) else name


def _is_common(word: Word | None) -> TypeGuard[Word]:
    return word is not None and word.kind in ("noun", "type", "kept", "role")


def _put_together(found: Iterable[tuple[int, tuple[str, ...]]]) -> list[_Bearer]:
    """One entry a name: "Stoltenberg" goes with the "Jens Stoltenberg" of the same text."""
    bearers: dict[tuple[str, ...], _Bearer] = {}
    for number, words in found:
        bearers.setdefault(tuple(word.casefold() for word in words), _Bearer(words)).paragraphs.add(number)
    for key in sorted(bearers, key=len):
        longer = [other for other in bearers if len(other) > len(key) and _is_part(key, other)]
        if longer and len(key) < 3:
            bearers[longer[0]].paragraphs |= bearers.pop(key).paragraphs
    return sorted(bearers.values(), key=lambda bearer: min(bearer.paragraphs))


def _is_part(key: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """The end of a name, or its one telling word."""
    return other[-len(key) :] == key or (len(key) == 1 and key[0] in other and key[0] not in PARTICLES)
