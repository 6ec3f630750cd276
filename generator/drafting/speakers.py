"""Whom a noun phrase names as a speaker: a known topic, a person by name, or somebody by the words of the text.

A phrase that names neither people nor a body nor a source names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.drafting.clauses import Phrase, Sentence
from generator.drafting.mentions import Mention
from generator.drafting.unknown_names.words import CALENDAR, is_role
from generator.drafting.persons import unknown_person
from generator.drafting.speech_words import (
    ANONYMOUS,
    DOCUMENT,
    KINDS_OF_BODY,
    OUTLET,
    SOURCE,
    SPOKESMAN,
    STATED,
    is_body,
    is_people,
    is_source,
)

MOST_WORDS = 5
DEFINITE = frozenset("der die das dem den des".split())
_OF_WHOM = frozenset("des der eines einer seines seiner ihres ihrer dieser dieses".split())
_FROM = frozenset("von vom aus bei beim".split())
_POSSESSIVES = frozenset("seiner ihrer seinem ihrem".split())
_SIGNS = '„“”»«" '


@dataclass(frozen=True, slots=True)
class Speech:
    """Somebody says something; `speaker` is a topic's id, or words in quotes."""

    speaker: str
    passed_on: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Kinds:
    """What is known of topics: who is a person, who an outlet or agency, which government comes before its state."""

    persons: frozenset[str]
    sources: frozenset[str]
    located: frozenset[str]
    governments: frozenset[str]
    called: dict[str, str]
    """A body's type and name in small letters."""

    def best(self, topics: Sequence[str]) -> str:
        """Of the topics that the same words may mean, the one that can speak."""
        order = sorted(
            topics,
            key=lambda each: (each not in self.persons, each not in self.governments, each in self.located, each),
        )
        return order[0]

    def is_called(self, topic: str, noun: str) -> bool:
        """Whether a body may be called so in short: a company "der Konzern"."""
        low = re.sub(r"(?<=[^s])e?s$", "", noun.casefold())
        alike = next((words for words in KINDS_OF_BODY if any(low.endswith(word) for word in words)), [low])
        return any(word in self.called.get(topic, "") for word in (*alike, low))


@dataclass(slots=True)
class Known:
    """What an article has told so far: the bodies and persons it named, and surnames of people no topic knows."""

    bodies: list[str] = field(default_factory=list)
    person: str = ""
    surnames: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Speakers:
    """The speakers of one sentence."""

    sentence: Sentence
    mentions: Sequence[Mention]
    kinds: Kinds
    known: Known

    def named(self, phrase: Phrase, *, sure: bool = False) -> Speech | None:
        """Who is named; `sure`: the words about it say that it is a source ("laut …"), so that papers count too."""
        words = self._words(phrase.core)
        first = self.sentence.first_noun(phrase)
        if any(word.casefold() in CALENDAR for word in words.split()):
            return None
        if person := self._person(phrase):
            return person
        last = words.split()[-1]
        paper = next((word for word in (first, last) if DOCUMENT.search(word) or STATED.search(word)), "")
        if paper and not self._topic_at(phrase.core):
            return self._author(phrase, paper, sure=sure)
        return self._body(phrase) or self._by_words(phrase, first, sure=sure)

    def _words(self, span: tuple[int, int]) -> str:
        return self.sentence.text[slice(*span)]

    def _said(self, topic: str, mention: Mention) -> Speech:
        return Speech(topic, topic in self.kinds.sources, mention.start, mention.end)

    def _within(self, start: int, end: int) -> list[Mention]:
        return [each for each in self.mentions if start <= each.start and each.end <= end]

    def _person(self, phrase: Phrase) -> Speech | None:
        """A person: at the end of the nouns, behind an office ("Leiter der Wache Enno Harms"), or between commas."""
        persons = [each for each in self._within(phrase.core[0], phrase.end) if each.topic in self.kinds.persons]
        for each in persons:
            if each.end == phrase.core[1]:
                return self._said(each.topic, each)
            if each.end == phrase.end and each.start > phrase.core[1] and is_people(self.sentence.first_noun(phrase)):
                before = self._words((phrase.core[1], each.start)).split()
                if before and before[-1][0].isupper() and not is_role(before[-1]):
                    return self._said(each.topic, each)
        behind = [each for each in self.mentions if each.start == phrase.end + 2 and each.topic in self.kinds.persons]
        for each in behind:
            if (
                self.sentence.text[phrase.end : each.start] == ", "
                and self.sentence.text[each.end : each.end + 1] in ",."
            ):
                return self._said(each.topic, each)
        name = unknown_person(self._words(phrase.core))
        if name and not self._topic_at(phrase.core) and not is_body(self._words(phrase.core).split()[0]):
            return self._quoted(name, phrase.core[0] + self._words(phrase.core).rindex(name))
        return self._surname(phrase)

    def _surname(self, phrase: Phrase) -> Speech | None:
        """A surname alone, of somebody the article has named in full or by an office: Bürgermeister Kayalar."""
        words = self._words(phrase.core).split()
        office = len(words) == 2 and is_people(words[0]) and not self._within(*phrase.core)
        if (office and words[1][0].isupper()) or (len(words) == 1 and words[0] in self.known.surnames):
            return self._quoted(words[-1], phrase.core[1] - len(words[-1]))
        return None

    def _topic_at(self, core: tuple[int, int]) -> Mention | None:
        """The topic that the nouns name: they end with it, and it is no place behind a noun (Universität Emsleben)."""
        end = core[0] + len(self._words(core).rstrip(_SIGNS))
        there = [each for each in self._within(*core) if each.end == end and each.topic not in self.kinds.persons]
        there = [each for each in there if each.words[:1] in _SIGNS or not each.words[0].islower() or " " in each.words]
        if not there:
            return None
        start = min(each.start for each in there)
        alike = [each.topic for each in there if each.start == start]
        topic = self.kinds.best(alike)
        if (
            start > core[0]
            and self.sentence.text[core[0]] not in _SIGNS
            and (topic in self.kinds.located or self.kinds.called.get(topic, "").startswith("staat "))
        ):
            return None
        return Mention(topic, self.sentence.text[start : core[1]], start, core[1])

    def _body(self, phrase: Phrase) -> Speech | None:
        """A known body: named itself, behind its spokesman, or by a word for its sort ("der Konzern")."""
        if mention := self._topic_at(phrase.core):
            return self._said(mention.topic, mention)
        first = self.sentence.first_noun(phrase)
        if SPOKESMAN.search(first) and not ANONYMOUS.search(self._words((phrase.core[1], phrase.end))):
            return self._represented(phrase)
        if re.fullmatch(r"Regierung(?:en)?", first):
            return self._represented(phrase)
        return self._sort_of_body(phrase) or self._sort_of_person(phrase)

    def _represented(self, phrase: Phrase) -> Speech | None:
        for at in range(phrase.core_behind, phrase.behind):
            inner = self.sentence.phrase(at)
            if inner and inner.core[1] > phrase.core[1]:
                mention = self._topic_at(inner.core)
                return self._said(mention.topic, mention) if mention else self._sort_of_body(inner)
        return None

    def _sort_of_person(self, phrase: Phrase) -> Speech | None:
        """The last person named, as "die Forscherin"; a spokesman is mostly somebody else."""
        noun = self._words(phrase.core)
        known = self.known.person
        if not (
            known and self._is_definite(phrase) and is_people(noun) and not is_body(noun) and not SPOKESMAN.search(noun)
        ):
            return None
        return Speech(known, False, *phrase.core)  # noqa: FBT003

    def _is_definite(self, phrase: Phrase) -> bool:
        return phrase.bare and phrase.article in DEFINITE and " " not in self._words(phrase.core)

    def _sort_of_body(self, phrase: Phrase) -> Speech | None:
        return self._called_so(self._words(phrase.core), phrase) if self._is_definite(phrase) else None

    def _called_so(self, noun: str, phrase: Phrase) -> Speech | None:
        """The last body named before that is of this sort."""
        here = [each.topic for each in self.mentions if each.end < phrase.core[0]]
        for topic in reversed([*self.known.bodies, *here]):
            if is_body(noun) and topic not in self.kinds.persons and self.kinds.is_called(topic, noun):
                return Speech(topic, topic in self.kinds.sources, *phrase.core)
        return None

    def _author(self, phrase: Phrase, noun: str, *, sure: bool) -> Speech | None:
        """Whose paper it is; nobody's paper is itself the source where the words say that there is one."""
        owners = [each for each in self._within(*phrase.core) if not each.words[0].islower()]
        if owners:  # "Thormählens Angaben"
            return self._said(owners[0].topic, owners[0])
        for at in range(phrase.core_behind, phrase.behind):
            inner = self.sentence.phrase(at)
            if inner and inner.core[1] > phrase.core[1]:
                if not (inner.article in _OF_WHOM or self.sentence.low(at - 1) in _FROM):
                    break
                return self.named(inner, sure=sure)
        if is_source(noun):
            return self._stated_by(noun, phrase) or self._by_words(phrase, noun, sure=sure)
        if not sure or STATED.search(noun):
            return None
        title = self._words(phrase.core)
        return self._quoted(title if " " not in title else noun, phrase.core[0])

    def _stated_by(self, noun: str, phrase: Phrase) -> Speech | None:
        """Of "Polizeiangaben" the police, if the article has named them."""
        body = re.sub(r"s?(?:angaben|berichte?n?|informationen|kreisen?)$", "", noun)
        return self._called_so(body, phrase) if is_body(body) and phrase.bare else None

    def _by_words(self, phrase: Phrase, noun: str, *, sure: bool) -> Speech | None:
        """Somebody whom only the words of the text name."""
        words = self._words(phrase.core)
        if title := re.search(r"[„“\"»]([^„“”\"»«]+)[“”\"«]", words):
            outlet = OUTLET.search(noun) or words[0] in _SIGNS
            return self._quoted(title[1], phrase.core[0] + title.start(1)) if outlet else None
        source = is_source(noun) or (sure and phrase.article in _POSSESSIVES and bool(SOURCE.search(noun)))
        if not (source or is_people(noun) or is_body(noun)):
            return None
        start = phrase.adjectives[0] if source else phrase.core[0]
        start -= len(phrase.article) + 1 if source and phrase.article in _POSSESSIVES else 0
        return self._quoted(self.sentence.text[start : phrase.end], start)

    def _quoted(self, words: str, start: int) -> Speech:
        """At most five words, and none of them a small one at the end."""
        kept = re.match(rf"\S+(?:\s+\S+){{0,{MOST_WORDS - 1}}}", words)
        short = kept[0] if kept else words
        while short != words and short.split()[-1][0].islower():
            short = short[: -len(short.split()[-1])].rstrip()
        bare = short.strip(_SIGNS)
        return Speech(f'"{bare}"', passed_on=False, start=start, end=start + len(short))

    def names(self) -> Iterator[str]:
        """People in full whom the sentence names."""
        at = 0
        while at < len(self.sentence):
            phrase = self.sentence.phrase(at) if self.sentence.is_noun(at) else None
            if phrase and (name := unknown_person(self._words(phrase.core))):
                yield name
            at = phrase.core_behind if phrase else at + 1
