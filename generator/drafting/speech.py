"""Who speaks in a sentence: the subject of a verb of saying, or whom "laut", "zufolge", "so" and the like name.

A speaker is a known topic, else the words of the text in quotes, as a claim's `by` takes them: letter for letter, since
`verify` looks for them. Who is unsure is left out. A sentence that only goes on in reported speech, or whose subject is
a pronoun, has the speaker of the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.drafting.mentions import Mention, is_title
from generator.drafting.persons import unknown_person
from generator.drafting.speech_words import (
    ACCORDING,
    ADJECTIVES,
    ADVERB_BEFORE,
    ANONYMOUS,
    APPOSITION,
    ARTICLE,
    BODY,
    COLON,
    FIRST,
    FROM,
    HAS_SAID,
    NAME,
    NAMED_SOURCE,
    NO_SOURCE,
    NO_SUBJECT,
    OF,
    PREFIXED,
    PRONOUN,
    QUOTED,
    REPORTED,
    SO,
    SPOKESMAN,
    VERB,
)

MOST_WORDS = 5


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

    def best(self, topics: Sequence[str]) -> str:
        """Of the topics that the same words may mean, the one that can speak."""
        order = sorted(
            topics,
            key=lambda each: (each not in self.persons, each not in self.governments, each in self.located, each),
        )
        return order[0]


def find_speech(
    text: str, mentions: Sequence[Mention], kinds: Kinds, before: Speech | None, meant: Speech | None = None
) -> list[Speech]:
    """Who speaks in the sentence `text`; `before` spoke in the one before, `meant` is whom a pronoun means else."""
    outside = QUOTED.sub(_masked, text)
    hearer = _Hearer(text, outside, mentions, kinds)
    found: list[Speech] = []
    for start, end, sure in hearer.places():
        if (speech := hearer.speaker(start, end, sure=sure)) and speech.speaker not in {each.speaker for each in found}:
            found.append(speech)
    if not found and (said := hearer.pronoun()) and (speaker := before or meant):
        found.append(replace(speaker, start=said.start(), end=said.end()))
    if not found and before:
        goes_on = None if FIRST.search(outside) else REPORTED.search(outside)
        only_quote = text[:1] in '„»«"“' and not outside.strip('„“”»«"_ .!?…')
        if goes_on or only_quote:
            start, end = goes_on.span() if goes_on else (0, len(text))
            found.append(replace(before, start=start, end=end))
    return found


@dataclass(frozen=True, slots=True)
class _Hearer:
    text: str
    outside: str
    mentions: Sequence[Mention]
    kinds: Kinds

    def places(self) -> Iterator[tuple[int, int, bool]]:
        """Where the words of a speaker begin and end at the latest, and whether any words there are a source."""
        for match in NAMED_SOURCE.finditer(self.outside):
            yield match.end(), self._stop(match.end()), True
        for match in FROM.finditer(self.outside):
            yield *match.span(match.lastindex or 0), True
        for match in ACCORDING.finditer(self.outside):
            yield self._clause_start(match.start()), match.start(), True
        for match in SO.finditer(self.outside):
            yield match.end(), self._stop(match.end()), True
        if colon := COLON.match(self.text):
            yield *colon.span(1), False
        for match in (*VERB.finditer(self.outside), *HAS_SAID.finditer(self.outside)):
            yield from ((start, end, False) for start, end in self._subject(match))

    def pronoun(self) -> re.Match[str] | None:
        """A verb of saying whose subject is a pronoun."""
        for match in VERB.finditer(self.outside):
            ahead = self.outside[self._clause_start(match.start()) : match.start()].strip()
            behind = PRONOUN.match(self.outside, match.end()) and self._inverted(ahead)
            if self._speaks(match) and (behind or re.fullmatch(r"(?:.* )?(?:[Ee]r|[Ss]ie)", ahead)):
                return match
        return None

    def _subject(self, verb: re.Match[str]) -> Iterator[tuple[int, int]]:
        """The subject stands before the verb; behind it where something else, or what is said, comes first."""
        if not self._speaks(verb):
            return
        start = self._clause_start(verb.start())
        if apposition := APPOSITION.search(self.outside[: verb.start()]):
            yield apposition.span(1)
            return
        ahead = ADVERB_BEFORE.sub("", self.outside[start : verb.start()].strip())
        start = self.outside.index(ahead, start) if ahead else start
        word = re.match(r"([Ww]ie|dass|was|als|nachdem|weil|wo)\s", ahead)
        if word:
            at = start + self.outside[start:].index(word[0]) + len(word[0])
            yield at, verb.start()
        elif not self._inverted(ahead):
            yield start, verb.start()
        elif not PRONOUN.match(self.outside, verb.end()):
            yield verb.end(), self._stop(verb.end())

    def _inverted(self, ahead: str) -> bool:
        """Whether what stands before the verb is no subject, so that the subject follows."""
        if not ahead or NO_SUBJECT.match(ahead) or ahead[-1] in '“”«"»':
            return True
        return not ahead[0].isupper() and not re.match(r"(?:der|die|das|ein|eine|den|er|sie|es|man) ", f"{ahead} ")

    def _speaks(self, verb: re.Match[str]) -> bool:
        """Whether the verb has its prefix: "teilte … mit"."""
        for stem, prefix in PREFIXED.items():
            if re.fullmatch(rf"{stem}(?:t|te|ten|en|n|ab|aben|ibt|eben)?", verb[0]):
                clause = re.split(r"[.;:!?]", self.outside[verb.end() :])[0]
                return re.search(rf"\s(?:{prefix})(?=[,\s]|$)", clause) is not None
        return True

    def _clause_start(self, at: int) -> int:
        """Behind the last comma or quotation mark; a clause set in commas does not part a subject from its verb."""
        start = max(self.outside.rfind(sign, 0, at) for sign in ',:;„“”»«"–') + 1
        inserted = re.search(r", (?:der|die|das|deren|dessen)\b[^,]*,\s*$", self.outside[:at])
        if inserted and start >= inserted.start():
            start = max(self.outside.rfind(sign, 0, inserted.start()) for sign in ',:;„“”»«"–') + 1
        return start

    def _stop(self, at: int) -> int:
        end = re.compile(r"[,:;!?()]|\.(?=\s|$)(?<!\b[A-Z]\.)|\s[–-]\s").search(self.outside, at)
        return end.start() if end else len(self.text)

    def speaker(self, start: int, end: int, *, sure: bool) -> Speech | None:
        """Whom the words name: a topic, a person by name, or an anonymous source."""
        while start < end and not self.text[start].isalnum() and self.text[start] not in '„“"»':
            start += 1
        if (ours := [each for each in self.mentions if each.start == start]) and not ours[0].words[0].islower():
            words_end = max(each.end for each in ours)
        else:
            words_end = start
        match = NAME.match(self.text[:end], start)
        if not match and words_end == start:
            return None
        stop = max(match.end() if match else start, words_end)
        return self._known(start, stop) or (self._unknown(match, sure=sure) if match else None)

    def _known(self, start: int, end: int) -> Speech | None:
        """A topic within the words: a person; else what the words begin with, or what a spokesman speaks for."""
        within = [each for each in self.mentions if start <= each.start and each.end <= end]
        words = self.text[start:end]
        persons = [each for each in within if each.topic in self.kinds.persons] or self._in_apposition(end)
        if persons and not ANONYMOUS.search(self.text[start : persons[0].start]):
            return self._said(persons[0].topic, persons[0])
        names = [each for each in within if not _is_adjective(each.words) and self.text[each.end : each.end + 1] != "-"]
        if not names or ANONYMOUS.search(words) or unknown_person(words[names[-1].end - start :]):
            return None
        first = names[0]
        ahead = self.text[start : first.start]
        of_another = len(ahead.split()) > 1 and not SPOKESMAN.search(ahead) and OF.search(ahead)
        if of_another or unknown_person(ARTICLE.sub("", ahead.strip())):
            return None
        alike = [each.topic for each in names if (each.start, each.end) == (first.start, first.end)]
        return self._said(self.kinds.best(alike), first)

    def _in_apposition(self, end: int) -> list[Mention]:
        """A person whose name follows the office between commas: "des Gouverneurs, Ilse Brandt, …"."""
        return [
            each
            for each in self.mentions
            if each.topic in self.kinds.persons
            and each.start == end + 2
            and self.text[end : end + 2] == ", "
            and self.text[each.end : each.end + 1] in {",", "."}
        ]

    def _said(self, topic: str, mention: Mention) -> Speech:
        return Speech(topic, topic in self.kinds.sources, mention.start, mention.end)

    def _unknown(self, match: re.Match[str], *, sure: bool) -> Speech | None:
        """The name of a person whom no topic knows, or the words for an anonymous source; no bare common thing."""
        words = match["words"]
        body = BODY.match(ADJECTIVES.sub("", words))
        if not body and (name := unknown_person(words)):
            return self._quoted(name, match.start("words") + words.rindex(name))
        if NO_SOURCE.fullmatch(words) or not (sure or body or ANONYMOUS.search(words) or SPOKESMAN.search(words)):
            return None
        if title := re.search(r"[„“\"»]([^„“”\"»«]+)[“”\"«]", words):
            return self._quoted(title[1], match.start("words") + title.start(1))
        return self._quoted(" ".join(words.split()[:MOST_WORDS]), match.start("words"))

    def _quoted(self, words: str, start: int) -> Speech:
        bare = words.strip('„“”»«" ')
        return Speech(f'"{bare}"', passed_on=False, start=start, end=start + len(words))


def _masked(quoted: re.Match[str]) -> str:
    """What is quoted is not searched; a title in quotation marks stays one word of its sentence."""
    words = quoted[0][1:-1]
    if is_title(words) or words.isalnum():
        return "X" * len(quoted[0])
    return quoted[0][0] + "_" * len(words) + quoted[0][-1]


def _is_adjective(words: str) -> bool:
    return " " not in words and words[0].islower()
