"""Who speaks in a sentence: the subject of a verb of saying, or whom "laut", "zufolge", "so" and the like name.

A speaker is a known topic, else the words of the text in quotes, as a claim's `by` takes them: letter for letter, since
`verify` looks for them. Who is unsure is left out. A sentence that only goes on in reported speech or in a quotation,
or whose subject is a pronoun, has the speaker of the one before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.drafting.clauses import Sentence
from generator.drafting.mentions import Mention
from generator.drafting.speakers import Speakers
from generator.drafting.speech import Hearing
from generator.drafting.speech_kinds import Kinds, Known, Speech
from generator.drafting.subjects import Subject, Subjects

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
        self.known.persons.clear()

    def hear(self, text: str, mentions: Sequence[Mention]) -> list[Speech]:
        """Who speaks in the sentence `text`."""
        sentence = Sentence.read(text, [(each.start, each.end) for each in mentions])
        speakers = Speakers(sentence, mentions, self.kinds, self.known)
        hearing = Hearing(sentence, speakers, Subjects(sentence, speakers))
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
        self, found: Sequence[Speech], mentions: Sequence[Mention], speakers: Speakers, hearing: Hearing
    ) -> None:
        persons = [Speech(e.topic, passed_on=False, start=0, end=0) for e in mentions if e.topic in self.kinds.persons]
        for each in mentions:
            office = re.search(r"(\w+) $", speakers.sentence.text[: each.start])
            self.known.offices.setdefault(each.topic, office[1] if office else "")
        for name, office_words in speakers.names():
            self.known.surnames.add(name.split()[-1])
            self.known.offices.setdefault(f'"{name}"', office_words.strip())
            persons = persons or [Speech(f'"{name}"', passed_on=False, start=0, end=0)]
        self.known.bodies += [each.topic for each in mentions if each.topic not in self.kinds.persons]
        self.before = found[-1] if found else None
        self.meant = self.before or (persons[-1] if persons else self.meant)
        self.known.persons += [each.speaker for each in persons if each.speaker not in self.known.persons]
        self.subject = hearing.theme()
