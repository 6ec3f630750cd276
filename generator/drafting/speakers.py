"""Whom a noun phrase names as a speaker: a known topic, a person by name, or somebody by the words of the text.

A phrase that names neither people nor a body nor a source names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.drafting.clauses import Phrase, Sentence
from generator.drafting.mentions import Mention
from generator.drafting.persons import unknown_person
from generator.drafting.speech_kinds import Kinds, Known, Speech
from generator.drafting.speech_words import (
    ANONYMOUS,
    DOCUMENT,
    OUTLET,
    SOURCE,
    SPOKESMAN,
    STATED,
    is_body,
    is_people,
    is_source,
)
from generator.drafting.unknown_names.words import CALENDAR, is_role
from generator.german.proper_names import CAPITALS, COUNTRIES, FIRST_NAMES, SEATS

MOST_WORDS = 5
DEFINITE = frozenset("der die das dem den des".split())
_POWERS = CAPITALS | SEATS | COUNTRIES
_OF_WHOM = frozenset("des der eines einer seines seiner ihres ihrer dieser dieses".split())
_FROM = frozenset("von vom aus bei beim".split())
_POSSESSIVES = frozenset("seiner ihrer seinem ihrem".split())
_SIGNS = '„“”»«" '


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
        for each in (each for each in self.mentions if each.topic in self.kinds.persons):
            inserted = each.start == phrase.end + 2 and self._words((phrase.end, each.start)) == ", "
            if inserted and self.sentence.text[each.end : each.end + 1] in ",.":
                return self._said(each.topic, each)
        if (name := self._full_name(phrase)) and not self._topic_at(phrase.core):
            return self._quoted(name, phrase.core[0] + self._words(phrase.core).rindex(name))
        return self._surname(phrase)

    def _full_name(self, phrase: Phrase) -> str:
        """The name of somebody whom no topic knows; two capitals alone are none behind an article (das Rote Kreuz)."""
        words = self._words(phrase.core)
        name = unknown_person(words)
        if not name or name.split()[0] in FIRST_NAMES or (name != words and is_people(words.split()[0])):
            return name
        aged = re.search(r"\d", self._words(phrase.adjectives))
        common = any(is_people(word) or is_body(word) or STATED.search(word) for word in words.split())
        return "" if common or (phrase.article and not aged) or name.split()[0].endswith(("er", "es")) else name

    def _surname(self, phrase: Phrase) -> Speech | None:
        """A surname alone, of somebody the article has named in full or by an office: Bürgermeister Kayalar."""
        words = self._words(phrase.core).split()
        office = (
            len(words) == 2
            and is_people(words[0])
            and not is_body(words[1].strip(_SIGNS))
            and not self._within(*phrase.core)
        )
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
        """The only person whom the paragraph has named, as "die Forscherin"; a spokesman is mostly somebody else."""
        noun = self._words(phrase.core)
        if len(self.known.persons) != 1 or not self._is_definite(phrase) or SPOKESMAN.search(noun) or is_body(noun):
            return None
        feminine = noun.endswith("in")
        office = self.known.offices.get(self.known.persons[0], "")
        if is_people(office) and office.endswith("in") != feminine:
            return None
        of_many = phrase.article == "der" and not feminine and self.sentence.is_noun(phrase.first - 1)
        one = phrase.article in ({"die", "der"} if feminine else {"der", "dem", "des"}) and not of_many
        return Speech(self.known.persons[0], False, *phrase.core) if one and is_people(noun) else None  # noqa: FBT003

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
        last = words.split()[-1] if re.search(r"(?:e|er|es|en|em)$", noun) else noun  # das Rote Kreuz
        if not (source or is_people(noun) or is_body(noun) or is_body(last) or words in _POWERS):
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

    def names(self) -> Iterator[tuple[str, str]]:
        """People in full whom the sentence names and no topic knows, each with the word before."""
        at = 0
        while at < len(self.sentence):
            phrase = self.sentence.phrase(at) if self.sentence.is_noun(at) else None
            if phrase and (name := self._full_name(phrase)):
                yield name, self._words(phrase.core).removesuffix(name)
            at = phrase.core_behind if phrase else at + 1
