"""Who speaks in one sentence: the subjects of its verbs of saying, its sources, and labels before a colon.

A verb counts only with what it needs (saying_verbs.py), and not where it is an infinitive, passive or denied. A speaker
may still be a pronoun here; conversation.py knows whom it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.drafting.clauses import Phrase, Sentence
from generator.drafting.saying_verbs import CONTENT, FINITE, OUTLET, PARTICIPLES, QUOTE
from generator.drafting.sources import Sources
from generator.drafting.speakers import Speakers
from generator.drafting.speech_kinds import Speech
from generator.drafting.subjects import Subject, Subjects

_HAVE = frozenset("hat habe hatte haben hatten hätte hätten".split())
_NOT_FINITE_WITH = frozenset(
    "will wollen wollte wollten wolle soll sollen sollte sollten solle kann können konnte konnten könne muss müssen"
    " musste mussten müsse darf dürfen durfte dürfe möchte möchten wird werden wurde wurden würde würden werde lässt"
    " ließ ließen".split()
)
_AUXILIARIES = _NOT_FINITE_WITH | _HAVE | frozenset("ist sind war waren sei seien worden bin".split())
_ARTICLES = frozenset("der die den dem des ein eine einen einem einer eines".split())
_TOLD = re.compile(r"dass|ob|wie|warum|wann|man|er|sie|es|wo|was|wer")
_NUMBER = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Hearing:
    """All that tells of speech in one sentence."""

    sentence: Sentence
    speakers: Speakers
    subjects: Subjects

    def all(self) -> Iterator[Subject]:
        yield from Sources(self.sentence, self.speakers, self.subjects).all()
        for at in range(len(self.sentence)):
            if self.sentence.kind(at) != "word":
                continue
            if self.sentence.low(at) in _HAVE:
                yield from self._in_perfect(at)
            elif self.sentence.tokens[at].words in FINITE:
                yield from self._in_finite(at)
            elif self._behind_quote(at):
                yield self.subjects.of(at)
        yield self._label()

    def theme(self) -> Speech | None:
        """Whom the sentence begins with."""
        phrase = self.sentence.phrase(0)
        return self.speakers.named(phrase) if phrase and self.sentence.can_be_subject(phrase) else None

    def _clause_words(self, at: int) -> set[str]:
        start, end = self.sentence.clause(at)
        return {self.sentence.low(each) for each in range(start, end)}

    def _in_finite(self, at: int) -> Iterator[Subject]:
        form = self.sentence.tokens[at].words
        others = self._clause_words(at)
        if form.endswith("n") and (others & _NOT_FINITE_WITH or self.sentence.low(at - 1) in _ARTICLES | {"zu"}):
            return
        if form in PARTICIPLES and others & _AUXILIARIES:
            return
        if self._is_denied(at):
            return
        for sense in FINITE[form]:
            if sense.prefix and not self._has_prefix(at, sense.prefix):
                continue
            subject = self.subjects.of(at)
            if self._is_met(at, sense.needs, subject):
                yield subject
                yield self._gapped(at, sense.needs)
                yield from self._others(at, subject)
                return

    def _gapped(self, at: int, needs: str) -> Speech | None:
        """Whose verb is left out: "die Polizei sprach von 600, die Kammer von 1.000"."""
        _, end = self.sentence.clause(at)
        phrase = self.sentence.phrase(end + 1) if self.sentence.low(end) == "," else None
        if not phrase or not needs.startswith("von") or self.sentence.clause(end + 1)[0] != end + 1:
            return None
        return self.speakers.named(phrase) if self.sentence.low(phrase.core_behind) == "von" else None

    def _is_denied(self, at: int) -> bool:
        """Whether he does not say so: "teilte nicht mit"."""
        _, end = self.sentence.clause(at)
        no = [place for place in range(at + 1, end) if self.sentence.low(place) == "nicht"]
        return bool(no) and self.sentence.low(no[0] + 1) not in {"nur", "zuletzt", "mehr"}

    def _has_prefix(self, at: int, prefix: str) -> bool:
        """Whether the prefix stands at the end of its clause, or of a later one: "wies …, sie habe …, zurück"."""
        for place in range(at + 1, len(self.sentence)):
            if self.sentence.low(place) == prefix:
                ends = self.sentence.kind(place + 1) in {"sign", "quote"}
                if ends or self.sentence.low(place + 1) in {"und", "oder"}:
                    return True
            if self.sentence.low(place) in {":", ";"}:
                return False
        return False

    def _in_perfect(self, at: int) -> Iterator[Subject]:
        """hat … gesagt; angekündigt hatte."""
        last = self.sentence.low(at - 1)
        if last in PARTICIPLES:
            verb, places = at - 1, [at - 1]
        else:
            verb, places = at, [n for n in range(at + 1, len(self.sentence)) if self.sentence.low(n) in PARTICIPLES]
        for place in places[:1]:
            between = {self.sentence.low(each) for each in range(min(at, place) + 1, max(at, place))}
            if between & {":", ";", "."} or between & _AUXILIARIES or self.sentence.low(place + 1) == "worden":
                continue
            subject = self.subjects.of(verb)
            needs = PARTICIPLES[self.sentence.low(place)]
            if needs not in {"mit|damit", "NUMBER"} and self._is_met(place, needs, subject):
                yield subject

    def _others(self, at: int, subject: Subject) -> Iterator[Subject]:
        """Further subjects of a verb in the plural: "Müller und Meier"."""
        if not isinstance(subject, Speech) or not self.sentence.tokens[at].words.endswith("n"):
            return
        for place in range(len(self.sentence)):
            if self.sentence.low(place) in {"und", "sowie"} and self.sentence.tokens[place].start - 1 == subject.end:
                second = self.sentence.phrase(place + 1)
                yield self.speakers.named(second) if second else None

    def _is_met(self, at: int, needs: str, subject: Subject) -> bool:
        if needs == OUTLET:
            known = isinstance(subject, Speech) and (subject.passed_on or self._is_outlet(subject))
            return bool(known)
        if not needs:
            return True
        start, end = self.sentence.clause(at)
        text = " ".join(self.sentence.tokens[each].words for each in range(start, end))
        for need in needs.split("|"):
            if need == QUOTE:
                met = self._quote_before(at)
            elif need == "NUMBER":
                met = bool(_NUMBER.search(text))
            elif need in {CONTENT, "CONTENT"}:
                inverted = isinstance(subject, Speech) and subject.start > self.sentence.tokens[at].start
                met = self._tells(start, end, at, inverted=inverted or subject == "pronoun")
            elif need == "sich":
                met = "sich" in text.split() and "nicht" not in text.split()
            else:
                met = all(re.search(rf"\b{word}\b", text) for word in need.split())
            if met:
                return True
        return False

    def _is_outlet(self, speech: Speech) -> bool:
        """Whether its words are a title in quotation marks."""
        return self.sentence.text[speech.start - 1 : speech.start] in {"„", "»", "«", '"'} and speech.start > 0

    def _tells(self, start: int, end: int, verb: int, *, inverted: bool) -> bool:
        """Whether what is said stands in the sentence."""
        if (
            any(token.kind == "quote" or token.words[0] in '„“»"' for token in self.sentence.tokens)
            or self.sentence.low(end) == ":"
        ):
            return True
        if self.sentence.low(end) == "," and _TOLD.fullmatch(self.sentence.low(end + 1)):
            return True
        ahead = inverted and start == verb and self.sentence.low(start - 1) == ","
        words = {self.sentence.low(each) for each in range(start, end)}
        return ahead or self.sentence.low(start) == "wie" or bool(words & {"das", "dies"} and self._alone(start, end))

    def _alone(self, start: int, end: int) -> bool:
        """Whether "das" stands for what was said: no noun behind it."""
        return any(
            self.sentence.low(at) in {"das", "dies"} and not self.sentence.phrase(at) for at in range(start, end)
        )

    def _behind_quote(self, at: int) -> bool:
        """Whether some other verb stands right behind a quotation: "„…“, seufzt sie"."""
        form = self.sentence.tokens[at].words
        return self._quote_before(at) and len(form) > 4 and form.islower() and form.endswith(("t", "te"))

    def _quote_before(self, at: int) -> bool:
        return self.sentence.low(at - 1) == "," and self.sentence.kind(at - 2) == "quote"

    def _label(self) -> Subject:
        """ "Trautwein: …" of a person; what leads up to a quotation: "Sie formuliert es so: „…“"."""
        signs = [at for at in range(len(self.sentence)) if self.sentence.kind(at) in {"sign", "quote"}]
        colon = next((at for at in signs if self.sentence.low(at) == ":"), -1)
        phrase = self.sentence.phrase(0)
        if colon < 0 or not phrase or not self.sentence.can_be_subject(phrase):
            return None
        if phrase.behind == colon:
            return self._labelled(phrase, quoted=self.sentence.kind(colon + 1) == "quote")
        if self.sentence.kind(colon + 1) != "quote":
            return None
        return self.speakers.named(phrase)

    def _labelled(self, phrase: Phrase, *, quoted: bool) -> Speech | None:
        named = self.speakers.named(phrase)
        person = named and named.speaker in self.speakers.kinds.persons
        return named if named and (person or quoted) else None
