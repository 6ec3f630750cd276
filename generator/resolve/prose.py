"""Prose that stands on claims: intros, titles and notes hold no number, name or date that their claims lack."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.dates import When
from generator.dossier import Claim, Dossier, Event
from generator.german.sentences import sentences
from generator.markup import find_refs, plain
from generator.names import Matcher
from generator.parsing import Seeds
from generator.presence import Material, PartKind, holds, parts_of
from generator.problems import Mark, Problem, Problems, quoted
from generator.reading import Where, known
from generator.resolve.targets import Targets


def check_prose(dossier: Dossier, seeds: Seeds, targets: Targets, matcher: Matcher) -> Iterator[Problem]:
    """Open problems of all intros, titles and notes."""
    prose = _Prose(dossier, targets, matcher)
    for name, opening in {"": seeds.settings, **seeds.topics}.items():
        if opening and opening.record.intro:
            yield from prose.intro(opening.record.intro, opening.where("intro"), name)
    for name, question in seeds.questions.items():
        answers = [claim for _, claim in dossier.questions[name].answers]
        yield from prose.note(question.record.note, question.where("note"), answers)
        yield from prose.title(question.record.title, question.where("title"), answers)
        for position, label in question.record.positions.items():
            if claims := dossier.questions[name].claims_for(position):
                yield from prose.title(label, question.where("positions", position), claims)
    for name, article in seeds.articles.items():
        if dossier.by_article[name]:
            yield from prose.title(article.record.title, article.where("title"), dossier.by_article[name])
    for name, event in seeds.events.items():
        if dossier.events[name].accounts:
            yield from prose.event(dossier.events[name], event.where("title"))


@dataclass(frozen=True)
class _Prose:
    """The checks of one text; all say what stands in it and not in the claims that bear it out."""

    dossier: Dossier
    targets: Targets
    matcher: Matcher

    def intro(self, text: str, where: Where, topic: str = "") -> Iterator[Problem]:
        """Each sentence cites; a topic's own name is known."""
        for sentence in sentences(text):
            if claims := self.cited(sentence):
                yield from self.sentence(sentence, where, claims, [topic])
            else:
                words = quoted(plain(sentence, self.targets.meanings.words))
                yield Problem(where(), "open", f"sentence {words} cites no claim", "add [@article#claim] behind it")

    def note(self, text: str, where: Where, answers: Sequence[Claim]) -> Iterator[Problem]:
        """What a note states stands in the claims it cites or in the answers it is about; judgement needs no claim."""
        for sentence in sentences(text):
            yield from self.sentence(sentence, where, [*self.cited(sentence), *answers])

    def title(self, text: str, where: Where, claims: Sequence[Claim]) -> Iterator[Problem]:
        yield from self.lacking(text, where, claims)

    def event(self, event: Event, where: Where) -> Iterator[Problem]:
        yield from self.lacking(event.record.title, where, event.accounts, event.topics, [event.record.date])

    def cited(self, sentence: str) -> list[Claim]:
        keys = self.ids(sentence, "cite")
        return [self.dossier.claims[key] for key in keys]

    def ids(self, sentence: str, kind: str) -> list[str]:
        """What the links or citations of a sentence mean."""
        found = (
            self.targets.resolve(ref, known(Mark("")), Problems()) for ref in find_refs(sentence) if ref.kind == kind
        )
        return [target for target in found if target]

    def sentence(
        self, sentence: str, where: Where, claims: Sequence[Claim], topics: Collection[str] = ()
    ) -> Iterator[Problem]:
        """Links count like names: to whom they lead, the claims must concern."""
        links = [name for name in self.ids(sentence, "link") if name in self.dossier.topics]
        text = plain(sentence, self.targets.meanings.words)
        yield from self.lacking(text, where, claims, topics, links=list(dict.fromkeys(links)))

    def lacking(
        self,
        text: str,
        where: Where,
        claims: Sequence[Claim],
        topics: Collection[str] = (),
        whens: Sequence[When] = (),
        links: Sequence[str] = (),
    ) -> Iterator[Problem]:
        """`topics` and `whens` are known besides; `links` must be among the topics."""
        parts = list(parts_of(text, self.matcher))
        kinds: set[PartKind] = {part.kind for part, _ in parts}
        if links:
            kinds.add("name")
        if not kinds:
            return
        material = material_of(claims, self.matcher, kinds)
        material.topics.update(topics)
        material.whens += whens
        unlinked = [name for name in links if name not in material.topics]
        names = {f"name {name}" for name in unlinked}
        missing = dict.fromkeys(str(part) for part, value in parts if not holds(material, value))
        if told := [*(part for part in missing if part not in names), *(f"link {name}" for name in unlinked)]:
            message = f"{quoted(text)} has what its claims lack: {', '.join(told)}"
            yield Problem(where(), "open", message, "cite or add the claim that holds it, or reword")


def material_of(claims: Iterable[Claim], matcher: Matcher, kinds: set[PartKind]) -> Material:
    """What claims hold together of these kinds, their fields included."""
    material = Material()
    for claim in claims:
        links = "[" in claim.record.text  # else all names in it are among its topics
        if "name" in kinds:
            material.topics.update(claim.topics)
        if links or kinds != {"name"}:
            material.add_text(claim.text, matcher, kinds if links else kinds - {"name"})
        if "date" in kinds:
            whens = [claim.when, claim.article.record.published, *(figure.as_of for figure in claim.record.figure)]
            material.whens += [when for when in whens if when]
            material.years.update(year for when in whens if when for year in when.years)
    return material
