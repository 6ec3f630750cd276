"""Sources that no verb names: laut, nach Angaben von, zufolge, so, aus … hieß es, geht aus … hervor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.drafting.clauses import Phrase, Sentence
from generator.drafting.speakers import DEFINITE, Speakers
from generator.drafting.speech_kinds import Speech
from generator.drafting.speech_words import DOCUMENT, OUTLET, STATED
from generator.drafting.subjects import Subject, Subjects
from generator.german.proper_names import CAPITALS, COUNTRIES

_HEARD = frozenset("hört hören erfahren erfuhr verlautet verlautete verlautbart".split())
_SAID = frozenset("heißt hieß heisst hiess hieße".split())
_WHERE = frozenset("aus bei beim von vom in im seitens".split())
_REFERENCE = frozenset("berufung verweis bezug bezugnahme".split())
_AFTER_TIME = re.compile(r"(?:urteil|interview|veröffentlichung|brief|umfrage|post|tweet)\w*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources of one sentence."""

    sentence: Sentence
    speakers: Speakers
    subjects: Subjects

    def all(self) -> Iterator[Subject]:
        for at in range(len(self.sentence)):
            if self.sentence.kind(at) != "word":
                continue
            low = self.sentence.low(at)
            if low in {"laut", "gemäß"}:
                yield from self._named(self.sentence.phrase(at + 1))
            elif low == "nach":
                yield from self._after(at)
            elif low == "zufolge":
                yield from self._before(at)
            elif low == "so" and (at == 0 or self.sentence.kind(at - 1) in {"sign", "quote"}):
                yield from self._so(at)
            elif low == "auf" and (self.sentence.low(at - 1) in _REFERENCE or self._relies(at)):
                yield from self._named(self.sentence.phrase(at + 1))
            elif low in _WHERE:
                yield from self._heard(at, low)
            elif low in {"vorliegt", "vorliegen", "vorlag", "vorlagen"}:
                yield from self._at_hand(at)

    def _named(self, phrase: Phrase | None, *, anonymous: bool = False, sure: bool = True) -> Iterator[Speech | None]:
        """Whom it names, and who is joined to him by "und"; `anonymous`: "aus dem Amt" is somebody there."""
        while phrase:
            yield self.speakers.named(
                replace(phrase, article="") if anonymous and phrase.article in DEFINITE else phrase, sure=sure
            )
            joined = self.sentence.low(phrase.behind) in {"und", "sowie"}
            phrase = self.sentence.phrase(phrase.behind + 1) if joined else None

    def _after(self, at: int) -> Iterator[Subject]:
        """nach Angaben von; nach eigenen Angaben is what the subject says."""
        phrase = self.sentence.phrase(at + 1)
        words = self.sentence.text[slice(*phrase.core)].split() if phrase else []
        papers = [word for word in words if STATED.search(word) or DOCUMENT.search(word)]
        if not phrase or not papers or _AFTER_TIME.search(papers[0]):
            return
        if "eigenen" in self.sentence.text[slice(*phrase.adjectives)].split():
            start, _ = self.sentence.clause(at)
            subject = self.sentence.phrase(start)
            yield self.speakers.named(subject) if subject and self.sentence.can_be_subject(subject) else None
        else:
            yield from self._named(phrase, sure=False)

    def _before(self, at: int) -> Iterator[Subject]:
        start, _ = self.sentence.clause(at)
        if self.sentence.low(at - 1) in {"ihm", "ihr", "ihnen"}:
            yield "pronoun"
            return
        for place in range(start, at):
            phrase = self.sentence.phrase(place)
            if phrase and phrase.behind == at:
                yield self.speakers.named(phrase, sure=True)
                return

    def _so(self, at: int) -> Iterator[Subject]:
        phrase = self.sentence.phrase(at + 1)
        if not phrase or not self.sentence.can_be_subject(phrase):
            return
        behind = phrase.behind
        while self.sentence.low(behind) in {
            "weiter",
            "am",
            "gestern",
            "heute",
            "montag",
            "dienstag",
            "mittwoch",
            "donnerstag",
            "freitag",
            "samstag",
            "sonntag",
        }:
            behind += 1
        if self.sentence.kind(behind) in {"sign", "quote"}:
            yield self.speakers.named(phrase)

    def _relies(self, at: int) -> bool:
        """beruft sich auf, berief sich dabei auf."""
        start, _ = self.sentence.clause(at)
        return any(self.sentence.low(each) in {"beruft", "berief", "berufen", "beriefen"} for each in range(start, at))

    def _heard(self, at: int, low: str) -> Iterator[Subject]:
        """aus … hieß es, geht aus … hervor, erfuhr die dpa aus …"""
        words = {self.sentence.low(each) for each in range(*self.sentence.clause(at))}
        said = bool(words & _SAID) and "es" in words
        learnt = low == "aus" and bool(words & _HEARD or words & {"hervor", "hervorgeht", "hervorging", "hervorgehen"})
        if not (said or learnt):
            return
        for found in self._named(self.sentence.phrase(at + 1), anonymous=low == "aus"):
            named = found.speaker.strip('"') if found else ""
            place = low in {"in", "im"} and (named in self.speakers.kinds.located or named in CAPITALS | COUNTRIES)
            yield None if place else found

    def _at_hand(self, at: int) -> Iterator[Subject]:
        """Zahlen, die der „Rundschau“ vorliegen: the outlet passes them on."""
        start, _ = self.sentence.clause(at)
        for place in range(start, at):
            phrase = self.sentence.phrase(place)
            if phrase and phrase.behind == at and phrase.article:
                found = self.speakers.named(phrase)
                titled = found and self.sentence.text[found.start - 1] in '„»"«'
                outlet = found and (found.passed_on or titled or OUTLET.search(self.sentence.first_noun(phrase)))
                yield found if outlet else None
                return
