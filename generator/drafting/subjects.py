"""The subject of a verb of saying, by its place: before a verb in second place, right behind it, or first in a clause
that ends with its verb. What stands in another case, or hangs on a preposition, is passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from generator.drafting.clauses import PREPOSITIONS, Phrase, Sentence
from generator.drafting.speakers import Speakers
from generator.drafting.speech_kinds import Speech
from generator.drafting.speech_words import OUTLET
from generator.drafting.unknown_names.words import CALENDAR

Subject = Speech | Literal["pronoun", "one of them"] | None

_JOINING = frozenset("und aber doch denn oder sondern sowie".split())
_BEFORE_SUBJECT = _JOINING | frozenset("auch sogar selbst nur zwar rund etwa knapp fast mindestens".split())
_SUBORDINATING = frozenset(
    "wie dass weil als nachdem wo ob obwohl während wenn bevor was indem sodass seit solange sobald wonach".split()
)
_RELATIVE = frozenset("der die das den dem deren dessen welche welcher welches".split())
_NOBODY = frozenset("man es wir ich ihr wer niemand keiner jemand nichts".split())
_HELPING = frozenset("hat habe hatte haben hatten hätte hätten".split())
_CONTRACTED = frozenset("im am beim vom zum zur ins".split())
_AGED = re.compile(r" \d+-Jährige\b")
_DATIVE = frozenset("dem den einem".split())


@dataclass(frozen=True, slots=True)
class Subjects:
    """The subjects of a sentence's verbs."""

    sentence: Sentence
    speakers: Speakers

    def of(self, verb: int) -> Subject:
        """Who does what the verb at this place says."""
        start, end = self.sentence.clause(verb)
        begin = self._begin(start, verb)
        if begin == verb:
            return self._before_insertion(start) or self._behind(verb, end)
        opener = self.sentence.low(begin)
        if self._is_last(verb, end):
            if opener in _SUBORDINATING:
                return self._first(begin + 1, verb)
            if opener in _RELATIVE and self.sentence.low(start - 1) == ",":
                return self._of_relative_clause(begin, verb)
        if self.sentence.low(verb - 1) in _JOINING:
            return self._shared(begin)
        return self._in_front(begin, verb, end)

    def _in_front(self, begin: int, verb: int, end: int) -> Subject:
        """The subject before a verb in second place; behind it, if something else stands there."""
        opener = self.sentence.low(begin)
        phrase = self.sentence.phrase(begin)
        if opener in {"er", "sie"}:
            return "pronoun"
        if not phrase:
            return None if opener in _NOBODY - {"es"} else self._behind(verb, end)
        named = self._named(phrase) if phrase.behind <= verb else None
        return named if named or self._is_bare_name(phrase) else self._behind(verb, end)

    def _begin(self, start: int, verb: int) -> int:
        while start < verb and self.sentence.low(start) in _BEFORE_SUBJECT:
            start += 1
        return start

    def _is_last(self, verb: int, end: int) -> bool:
        return verb + 1 == end or self.sentence.low(verb + 1) in _HELPING | {"und", "oder"}

    def _is_bare_name(self, phrase: Phrase) -> bool:
        """Whether it looks like the name of somebody unknown, who is the subject all the same."""
        words = self.sentence.text[slice(*phrase.core)]
        return not phrase.article and " " not in words and words.casefold() not in CALENDAR

    def _first(self, at: int, verb: int) -> Subject:
        """The first words of a clause with its verb at the end that can be its subject."""
        while at < verb:
            low = self.sentence.low(at)
            if low in {"er", "sie"}:
                return "pronoun"
            if low in _NOBODY:
                return None
            at, found = self._next(at)
            if found:
                return found
        return None

    def _next(self, at: int) -> tuple[int, Speech | None]:
        """Behind the words at `at`, and whom they name where they can be a subject."""
        low = self.sentence.low(at)
        if low in PREPOSITIONS:
            hanging = self.sentence.phrase(at + 1)
            if not hanging:
                return at + 1, None
            return (hanging.behind if hanging.article or low in _CONTRACTED else hanging.core_behind), None
        phrase = self.sentence.phrase(at)
        if not phrase:
            return at + 1, None
        if self.sentence.can_be_subject(phrase):
            return phrase.behind, self.speakers.named(phrase)
        outlet = phrase.article in _DATIVE and OUTLET.search(self.sentence.first_noun(phrase))
        return (phrase.core_behind if outlet else phrase.behind), None

    def _of_relative_clause(self, begin: int, verb: int) -> Subject:
        """The subject in it, else whom its pronoun stands for."""
        phrase = self.sentence.phrase(begin)
        named = self._named(phrase) if phrase and phrase.behind <= verb else None
        if found := named or self._first(begin + 1, verb):
            return found
        return self._ending(begin - 1) if self.sentence.low(begin) in {"der", "die"} else None

    def _named(self, phrase: Phrase | None) -> Speech | None:
        """Whom it names, if it can be a subject."""
        return self.speakers.named(phrase) if phrase and self.sentence.can_be_subject(phrase) else None

    def _ending(self, behind: int) -> Speech | None:
        """Whom the longest phrase names that ends before `behind`."""
        start, _ = self.sentence.clause(behind - 1) if behind else (0, 0)
        at = start
        while at < behind:
            phrase = self.sentence.phrase(at)
            if phrase and behind - phrase.behind <= 1:  # a participle may stand between: "wird von X bedrängt, der …"
                return self.speakers.named(phrase)
            at += 1
        return None

    def _before_insertion(self, start: int) -> Speech | None:
        """The subject before a clause set in commas: "Der Sprecher, der neu ist, sagte"."""
        if self.sentence.low(start - 1) != ",":
            return None
        inserted, stop = self.sentence.clause(start - 2)
        if stop != start - 1 or self.sentence.low(inserted - 1) != ",":
            return None
        before, behind = self.sentence.clause(inserted - 2)
        phrase = self.sentence.phrase(self._begin(before, behind))
        while phrase and phrase.behind < behind and self.sentence.low(phrase.behind) in _JOINING:
            joined = self.sentence.phrase(phrase.behind + 1)
            if not joined:
                break
            phrase = replace(phrase, behind=joined.behind)
        if not phrase or phrase.behind != behind or not self.sentence.can_be_subject(phrase):
            return None
        within = self.sentence.phrase(inserted)
        alone = within and within.behind == stop
        if not (alone or self.sentence.low(inserted) in _RELATIVE | PREPOSITIONS):
            return None
        return (self.speakers.named(within) if within and alone else None) or self.speakers.named(phrase)

    def _shared(self, begin: int) -> Subject:
        """The subject of the verb before: "Er kam und sagte"."""
        opener = self.sentence.low(begin)
        if opener in {"er", "sie"}:
            return "pronoun"
        if opener in _RELATIVE and self.sentence.low(begin - 1) == "," and not self.sentence.phrase(begin):
            return self._ending(begin - 1)
        phrase = self.sentence.phrase(begin)
        if phrase and self.sentence.can_be_subject(phrase):
            return self.speakers.named(phrase)
        return self._ending(begin - 1) if opener in {"der", "die"} else None

    def _behind(self, verb: int, end: int) -> Subject:
        """The first words behind the verb that can be its subject."""
        at = verb + 1
        while at < end:
            low = self.sentence.low(at)
            if low in {"er", "sie"}:
                return "pronoun"
            if low in {"der", "die"} and _AGED.match(self.sentence.text, self.sentence.tokens[at].end):
                return "pronoun"
            if low in {"einer", "eine"} and self.sentence.low(at + 1) == "von" and self.sentence.low(at + 2) == "ihnen":
                return "one of them"
            if low in _NOBODY:
                return None
            at, found = self._next(at)
            if found:
                return found
        return None
