"""Prose that stands on claims: intros, titles and notes hold no number, name or date that their claims lack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.dossier import Claim, Dossier, Event
from generator.german.sentences import sentences
from generator.markup import find_refs, plain
from generator.names import Matcher
from generator.parsing import Seeds
from generator.presence import Material, missing_parts
from generator.problems import Mark, Problem, Problems, quoted
from generator.resolve.targets import Targets


def check_prose(dossier: Dossier, seeds: Seeds, targets: Targets, matcher: Matcher) -> Iterator[Problem]:
    """Open problems of all intros, titles and notes."""
    prose = _Prose(dossier, targets, matcher)
    for name, opening in {"": seeds.settings, **seeds.topics}.items():
        if opening and opening.record.intro:
            yield from prose.intro(opening.record.intro, opening.mark("intro"), name)
    for name, question in seeds.questions.items():
        answers = [claim for _, claim in dossier.questions[name].answers]
        yield from prose.note(question.record.note, question.mark("note"), answers)
        yield from prose.title(question.record.title, question.mark("title"), answers)
        for position, label in question.record.positions.items():
            if claims := dossier.questions[name].claims_for(position):
                yield from prose.title(label, question.mark("positions", position), claims)
    for name, article in seeds.articles.items():
        if claims := list(dossier.by_article[name]):
            yield from prose.title(article.record.title, article.mark("title"), claims)
    for name, event in seeds.events.items():
        if dossier.events[name].accounts:
            yield from prose.event(dossier.events[name], event.mark("title"))


@dataclass(frozen=True)
class _Prose:
    """The checks of one text; all say what stands in it and not in the claims that bear it out."""

    dossier: Dossier
    targets: Targets
    matcher: Matcher

    def intro(self, text: str, mark: Mark, topic: str = "") -> Iterator[Problem]:
        """Each sentence cites; a topic's own name is known."""
        for sentence in sentences(text):
            if claims := self.cited(sentence):
                material = material_of(claims, self.matcher)
                material.topics.add(topic)
                yield from self.sentence(sentence, mark, material)
            else:
                words = quoted(plain(sentence, self.targets.meanings.words))
                yield Problem(mark, "open", f"sentence {words} cites no claim", "add [@article#claim] behind it")

    def note(self, text: str, mark: Mark, answers: Sequence[Claim]) -> Iterator[Problem]:
        """What a note states stands in the claims it cites or in the answers it is about; judgement needs no claim."""
        for sentence in sentences(text):
            yield from self.sentence(sentence, mark, material_of([*self.cited(sentence), *answers], self.matcher))

    def title(self, text: str, mark: Mark, claims: Sequence[Claim]) -> Iterator[Problem]:
        yield from self.lacking(text, mark, material_of(claims, self.matcher))

    def event(self, event: Event, mark: Mark) -> Iterator[Problem]:
        material = material_of(event.accounts, self.matcher)
        material.topics.update(event.topics)
        material.whens.append(event.record.date)
        yield from self.lacking(event.record.title, mark, material)

    def cited(self, sentence: str) -> list[Claim]:
        keys = self.ids(sentence, "cite")
        return [self.dossier.claims[key] for key in keys]

    def ids(self, sentence: str, kind: str) -> list[str]:
        """What the links or citations of a sentence mean."""
        found = (self.targets.resolve(ref, Mark(""), Problems()) for ref in find_refs(sentence) if ref.kind == kind)
        return [target for target in found if target]

    def sentence(self, sentence: str, mark: Mark, material: Material) -> Iterator[Problem]:
        """Links count like names: to whom they lead, the claims must concern."""
        linked = [name for name in self.ids(sentence, "link") if name in self.dossier.topics]
        links = [f"link {name}" for name in dict.fromkeys(linked) if name not in material.topics]
        yield from self.lacking(plain(sentence, self.targets.meanings.words), mark, material, links)

    def lacking(self, text: str, mark: Mark, material: Material, links: Sequence[str] = ()) -> Iterator[Problem]:
        names = {link.replace("link", "name", 1) for link in links}
        parts = [str(part) for part in missing_parts(text, self.matcher, material)]
        if missing := [*(part for part in dict.fromkeys(parts) if part not in names), *links]:
            message = f"{quoted(text)} has what its claims lack: {', '.join(missing)}"
            yield Problem(mark, "open", message, "cite or add the claim that holds it, or reword")


def material_of(claims: Iterable[Claim], matcher: Matcher) -> Material:
    """What claims hold together, their fields included."""
    material = Material()
    for claim in claims:
        material.add_text(claim.text, matcher)
        material.topics.update(claim.topics)
        whens = [claim.when, claim.article.record.published, *(figure.as_of for figure in claim.record.figure)]
        material.whens += [when for when in whens if when]
        material.years.update(year for when in whens if when for year in when.years)
    return material
