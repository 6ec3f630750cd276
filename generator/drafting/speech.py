"""Who speaks in a sentence: the subject of a verb of saying, or whom "laut", "zufolge", "so" and the like name.

A speaker is a known topic, else the words of the text in quotes, as a claim's `by` takes them: letter for letter, since
`verify` looks for them. Who is unsure is left out. A sentence that only goes on in reported speech or in a quotation,
or whose subject is a pronoun, has the speaker of the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.drafting.clauses import Phrase, Sentence
from generator.drafting.mentions import Mention
from generator.drafting.saying_verbs import CONTENT, FINITE, OUTLET, PARTICIPLES, QUOTE
from generator.drafting.sources import Sources
from generator.drafting.speakers import Kinds, Known, Speakers, Speech
from generator.drafting.subjects import Subject, Subjects

__all__ = ["Conversation", "Kinds", "Speech"]

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
_REPORTED = re.compile(
    r"\b(?:sei|seien|habe|hätten|werde|würden|wolle|könne|müsse|solle|dürfe|gebe|gehe|komme|stehe|bleibe|lasse|mache"
    r"|nehme|sehe|finde|bestehe|gelte|liege|führe|handle|handele|brauche|halte|bringe|trage|dauere|laufe|wisse|möge"
    r"|kenne|zeige|spreche|reiche|fehle|drohe|helfe|fordere|beginne|entstehe|erhalte|verliere|gewinne|treffe|setze)\b"
)
_FIRST = re.compile(r"\b[Ii]ch\b")


@dataclass(slots=True)
class Conversation:
    """Who spoke so far in an article, sentence after sentence."""

    kinds: Kinds
    known: Known = field(default_factory=Known)
    before: Speech | None = None
    """Who spoke in the sentence before, of the same paragraph."""
    meant: Speech | None = None
    """Whom a pronoun means: the last to speak, or the last person named."""
    subject: Speech | None = None
    """Whom the sentence before was about."""

    def new_paragraph(self) -> None:
        """Reported speech does not go on over paragraphs; a pronoun reaches back."""
        self.before = self.subject = None

    def hear(self, text: str, mentions: Sequence[Mention]) -> list[Speech]:
        """Who speaks in the sentence `text`."""
        sentence = Sentence.read(text, [(each.start, each.end) for each in mentions])
        speakers = Speakers(sentence, mentions, self.kinds, self.known)
        hearing = _Hearing(sentence, speakers, Subjects(sentence, speakers))
        found: dict[str, Speech] = {}
        for each in hearing.all():
            if speech := self._resolved(each):
                found.setdefault(speech.speaker, speech)
        if not found and (goes_on := self._goes_on(sentence)):
            found[goes_on.speaker] = goes_on
        self._remember(list(found.values()), mentions, speakers, hearing)
        return list(found.values())

    def _resolved(self, subject: Subject) -> Speech | None:
        if isinstance(subject, Speech) or subject is None:
            return subject
        speaker = self.subject if subject == "one of them" else self.before or self.meant
        return replace(speaker, start=0, end=0) if speaker else None

    def _goes_on(self, sentence: Sentence) -> Speech | None:
        """The speaker before, of a sentence in reported speech or of a quotation alone."""
        outside = " ".join(token.words for token in sentence.tokens if token.kind != "quote")
        quoted = any(token.kind == "quote" for token in sentence.tokens)
        if quoted and not re.search(r"\w", outside):
            speaker = self.before or self.subject
        else:
            speaker = self.before if _REPORTED.search(outside) and not _FIRST.search(outside) else None
        return replace(speaker, start=0, end=len(sentence.text)) if speaker else None

    def _remember(
        self, found: Sequence[Speech], mentions: Sequence[Mention], speakers: Speakers, hearing: _Hearing
    ) -> None:
        persons = [Speech(e.topic, passed_on=False, start=0, end=0) for e in mentions if e.topic in self.kinds.persons]
        for name in speakers.names():
            self.known.surnames.add(name.split()[-1])
            persons = persons or [Speech(f'"{name}"', passed_on=False, start=0, end=0)]
        self.known.bodies += [each.topic for each in mentions if each.topic not in self.kinds.persons]
        self.before = found[-1] if found else None
        self.meant = self.before or (persons[-1] if persons else self.meant)
        self.known.person = persons[-1].speaker if persons else self.known.person
        self.subject = hearing.theme()


@dataclass(frozen=True, slots=True)
class _Hearing:
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
        if self.sentence.kind(colon + 1) != "quote" or self.sentence.low(0) in {"das", "es"}:
            return None
        return self.speakers.named(phrase)

    def _labelled(self, phrase: Phrase, *, quoted: bool) -> Speech | None:
        named = self.speakers.named(phrase)
        person = named and named.speaker in self.speakers.kinds.persons
        return named if named and (person or quoted) else None
