"""Which topics a text names: by names and aliases, by metonyms that are names, and by what the article itself teaches.

An article teaches two things: that a person is meant by the surname alone, once the full name has stood somewhere in it
("Carla R. Meyer … Meyer"); and which abbreviation stands for a name ("Bund der Lotsen (BdL)").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.drafting.persons import LOOKED_BACK, person_of
from generator.drafting.stand_ins import (
    definite,
    in_foreign_name,
    is_country,
    is_short_form,
    names_topic,
    opens_dateline,
    reading,
)
from generator.names import Match, Matcher, Name
from generator.parsing import Seeds
from generator.resolve.mentions import PERSON, spellings

_ARTICLE = re.compile(r"(?:Die|Der|Das|The) (?=[A-ZÄÖÜ])")

_BRACKETED = re.compile(
    r"[\"“”«»\u2018’']?,?\s*(?:\((?:kurz:?\s)?|kurz:?\s)[\"„“»]?([^\W\d_][\w-]{1,11})[\"“”«]?(?=[),;.\s])"
)
_QUOTED = re.compile(r"[„“\"»]([^„“”\"»«]{3,60})[“”\"«]")
_OPENING = frozenset('„“"»\u201a\u203a«')
_CLOSING = frozenset('“”"«\u2018\u2039»')
_SMALL = frozenset("am im der die das des und of the al & für in".split())
_ONE_LETTER = re.compile(r"(?:\b(?i:auf|bei|über|von|via|Plattform|Netzwerk|\w*[Dd]ienst|Quelle:?)|[(„\"])\s*$")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a topic."""

    topic: str
    words: str
    start: int
    end: int


class TopicFinder:
    """Finds topics in the paragraphs of one article."""

    def __init__(self, seeds: Seeds, paragraphs: Iterable[str]) -> None:
        kinds = seeds.settings.record.kinds if seeds.settings else {}
        self._located = {
            name
            for name, topic in seeds.topics.items()
            if topic.kind in kinds and "located" in kinds[topic.kind].traits
        }
        self._persons = {
            name: person_of((topic.record.name, *topic.record.aliases))
            for name, topic in seeds.topics.items()
            if topic.record.type == PERSON
        }
        own = spellings(seeds)
        self._own = Matcher([*own, *_without_article(own)])
        self._stand_ins = Matcher(_stand_ins(seeds))
        self._surnames = Matcher(
            Name(surname, name, person=True) for name, each in self._persons.items() for surname in each.surnames()
        )
        self._short_forms = Matcher(_short_forms(seeds, self._located | self._persons.keys()))
        self._titles = Matcher(_titles(own))
        self._learned = Matcher([])
        self._learned = Matcher(self._learn(list(paragraphs)))

    def find(self, text: str) -> list[Mention]:
        """The mentions from left to right; where words may mean several topics, one for each."""
        found: list[Mention] = []
        for start, end, topics in self._matches(text):
            found += [Mention(topic, text[start:end], start, end) for topic in topics]
        return found

    def _learn(self, paragraphs: Sequence[str]) -> Iterator[Name]:
        """Surnames of the persons named in full, and abbreviations that brackets introduce."""
        full = set[str]()
        for text in paragraphs:
            for match in self._own.find(text):
                persons = match.topics & self._persons.keys()
                if persons and " " in text[match.start : match.end].strip():
                    full |= persons
                for topic in match.topics - persons:
                    if abbreviation := _introduced(text, match):
                        yield Name(abbreviation, topic)
            for match in self._surnames.find(text):
                full |= {
                    topic for topic in match.topics if self._persons[topic].full_start(text, match.start) < match.start
                }
        for topic in sorted(full):
            yield from (Name(form, topic, person=True) for form in self._persons[topic].surnames())

    def _matches(self, text: str) -> list[tuple[int, int, list[str]]]:
        found = self._all(text)
        if capitals := _recased(text):
            known = [(start, end) for start, end, _ in found]
            found += [
                (start, end, topics)
                for start, end, topics in self._all(capitals)
                if text[start:end] != capitals[start:end] and not any(a < end and start < b for a, b in known)
            ]
        return sorted(found)

    def _all(self, text: str) -> list[tuple[int, int, list[str]]]:
        """The longest matches, each with the topics that it means there."""
        spans: dict[tuple[int, int], list[frozenset[str]]] = defaultdict(lambda: [frozenset()] * 3)
        for sort, matcher in enumerate((self._own, self._stand_ins, self._learned)):
            for match in matcher.find(text):
                spans[match.start, match.end][sort] = match.topics
        for match in self._short_forms.find(text):
            if len(match.topics) == 1 and definite(text, match.start, match.end):
                spans.setdefault((match.start, match.end), [match.topics, frozenset(), frozenset()])
        for match in self._titles.find(text):
            if text[match.start - 1 : match.start] in _OPENING and text[match.end : match.end + 1] in _CLOSING:
                spans[match.start, match.end][0] |= match.topics
        quoted = [match.span(1) for match in _QUOTED.finditer(text) if is_title(match[1])]
        found, at = [], 0
        for (start, end), sorts in sorted(spans.items(), key=lambda each: (each[0][0], -each[0][1])):
            if start < at:
                continue
            topics = self._meant(text, start, end, *sorts)
            if topics and not (_one_word(text[start:end]) and _within_other(quoted, start, end)):
                begin = min(self._begin(text, start, topic) for topic in topics)
                found.append((max(begin, at), end, topics))
                at = end
        return found

    def _meant(
        self, text: str, start: int, end: int, own: frozenset[str], others: frozenset[str], learned: frozenset[str]
    ) -> list[str]:
        words = text[start:end]
        if own and len(words) == 1 and not _ONE_LETTER.search(text[max(0, start - LOOKED_BACK) : start]):
            return []
        if own or learned:
            topics = {each for each in own or learned if self._fits(text, start, end, each)}
            if own & self._located and others:
                topics = self._city_or_government(text, start, end, own, others)
            return sorted(topics)
        if opens_dateline(text, start, end) or in_foreign_name(text, end) or _in_title(text, start, end):
            return []
        return sorted(others)

    def _city_or_government(
        self, text: str, start: int, end: int, own: frozenset[str], others: frozenset[str]
    ) -> set[str]:
        meant = reading(text, start, end)
        if is_country(text[start:end]):
            return set(own | others) if meant == "government" else set(own)
        if meant == "place":
            return set(own)
        return set((own - self._located) | others) if meant == "government" else set(own | others)

    def _fits(self, text: str, start: int, end: int, topic: str) -> bool:
        """Whether a name that may be a person's surname is one: no other first name before it, and no adverb."""
        person, words = self._persons.get(topic), text[start:end]
        if person is None:
            return not (_one_word(words) and in_foreign_name(text, end))
        return not _one_word(words) or person.full_start(text, start) < start or person.is_meant(text, start, end)

    def _begin(self, text: str, start: int, topic: str) -> int:
        return self._persons[topic].full_start(text, start) if topic in self._persons else start


def _without_article(names: Iterable[Name]) -> Iterator[Name]:
    """New York Times for The New York Times, and den Grünen for Die Grünen; one noun alone may mean anything."""
    for name in names:
        rest = _ARTICLE.sub("", name.text, count=1)
        if rest != name.text and not name.person and (" " in rest or rest.endswith("en")):
            yield Name(rest, name.topic)


def _titles(names: Iterable[Name]) -> Iterator[Name]:
    """Die Zeit is also „Zeit“, in quotation marks."""
    for name in names:
        rest = _ARTICLE.sub("", name.text, count=1)
        if rest != name.text and not name.person and " " not in rest:
            yield Name(rest, name.topic)


def _stand_ins(seeds: Seeds) -> Iterator[Name]:
    names = {name.text for name in spellings(seeds)}
    for name, topic in seeds.topics.items():
        record = topic.record
        for metonym in record.metonyms:
            if names_topic(metonym, (record.name, *record.aliases), names):
                yield Name(metonym, name)


def _short_forms(seeds: Seeds, without: Iterable[str]) -> Iterator[Name]:
    for name in seeds.topics.keys() - set(without):
        record = seeds.topics[name].record
        own = (record.name, *record.aliases)
        yield from (Name(metonym, name) for metonym in record.metonyms if is_short_form(metonym, own))


def _introduced(text: str, match: Match) -> str:
    """The abbreviation in brackets behind a name, if its letters are some of the name's, in their order."""
    found = _BRACKETED.match(text, match.end)
    if not found or sum(letter.isupper() for letter in found[1]) < 2:
        return ""
    letters = iter(text[match.start : match.end].casefold())
    short = found[1].casefold()
    first = text[match.start].casefold()
    return found[1] if short[0] == first and all(letter in letters for letter in short if letter.isalpha()) else ""


def _recased(text: str) -> str:
    """The text with TRUMP as Trump, letter under letter; nothing where no word is in capitals."""
    changed = re.sub(r"[^\W\d_]{2,}", lambda word: word[0].capitalize() if word[0].isupper() else word[0], text)
    return changed if changed != text and len(changed) == len(text) else ""


def _one_word(words: str) -> bool:
    return " " not in words


def is_title(words: str) -> bool:
    """Whether all of two to four words begin with a capital, but for little ones: „Haus am See“."""
    split = words.split()
    return 1 < len(split) < 5 and all(word[0].isupper() or word in _SMALL for word in split)


def _within_other(quoted: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    """Whether the words are only a part of a name that stands in quotation marks: „USA Today“."""
    return any(a <= start and end <= b and (a, b) != (start, end) for a, b in quoted)


def _in_title(text: str, start: int, end: int) -> bool:
    """Whether an adjective begins the name of something else: "die Deutsche Bahn", not at a sentence's beginning."""
    before = text[max(0, start - 3) : start].rstrip()
    if not text[start].isupper() or not before or before[-1] in '.!?:„“"»–-(':
        return False
    adjective = re.search(r"(?:sche|scher|sches|schen)$", text[start:end])
    return bool(adjective) and re.match(r" [A-ZÄÖÜ]", text[end : end + 2]) is not None
