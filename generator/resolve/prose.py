"""Prose that stands on claims: intros, titles and notes hold no number, name or date that their claims lack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.dossier import Claim, Dossier
from generator.german.sentences import sentences
from generator.markup import find_refs, plain
from generator.names import Matcher
from generator.parsing import Seed, Seeds
from generator.presence import Material, missing_parts
from generator.problems import Mark, Problem, Problems, quoted
from generator.resolve.targets import Targets


def check_prose(dossier: Dossier, seeds: Seeds, targets: Targets, matcher: Matcher) -> Iterator[Problem]:
    """Open problems of all intros, titles and notes."""
    yield from _notes(dossier, seeds, targets, matcher)
    yield from _titles(dossier, seeds, matcher)


def _notes(dossier: Dossier, seeds: Seeds, targets: Targets, matcher: Matcher) -> Iterator[Problem]:
    """Intros and notes: each sentence cites, and holds nothing that its claims don't."""
    for name, topic in seeds.topics.items():
        if topic.record.intro:
            yield from _sentences(topic.record.intro, topic, ("intro",), {name}, dossier, targets, matcher)
    for question in seeds.questions.values():
        yield from _sentences(question.record.note, question, ("note",), set(), dossier, targets, matcher)


def _sentences(
    text: str,
    seed: Seed[Any],
    loc: tuple[str],
    own: set[str],
    dossier: Dossier,
    targets: Targets,
    matcher: Matcher,
) -> Iterator[Problem]:
    for sentence in sentences(text):
        refs = list(find_refs(sentence))
        mark = seed.mark(*loc)
        keys = [targets.resolve(ref, mark, Problems()) for ref in refs if ref.kind == "cite"]
        claims = [dossier.claims[key] for key in keys if key in dossier.claims]
        words = plain(sentence)
        if not claims and loc == ("intro",):
            yield Problem(mark, "open", f"sentence {quoted(words)} cites no claim", "add [@article#claim] behind it")
            continue
        linked = {targets.resolve(ref, mark, Problems()) for ref in refs if ref.kind == "link"}
        material = material_of(claims, matcher)
        material.topics |= own
        missing = [str(part) for part in missing_parts(words, matcher, material)] if claims else []
        missing += [
            f"link {name}" for name in sorted(n for n in linked if n in dossier.topics and n not in material.topics)
        ]
        if claims and missing:
            hint = "cite the claim that holds it, or reword"
            yield Problem(
                mark, "open", f"sentence {quoted(words)} has what its claims lack: {', '.join(missing)}", hint
            )


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


def _titles(dossier: Dossier, seeds: Seeds, matcher: Matcher) -> Iterator[Problem]:
    """Titles are borne out by the claims beneath them."""
    for name, article in seeds.articles.items():
        if claims := dossier.by_article[name]:
            yield from _title(article.record.title, article.mark("title"), claims, matcher)
    for name, event in seeds.events.items():
        if accounts := dossier.events[name].accounts:
            material = material_of(accounts, matcher)
            material.topics.update(dossier.events[name].topics)
            material.whens.append(event.record.date)
            yield from _lacking(event.record.title, event.mark("title"), material, matcher)
    for name, question in seeds.questions.items():
        resolved = dossier.questions[name]
        yield from _title(question.record.title, question.mark("title"), [c for _, c in resolved.answers], matcher)
        for position, label in question.record.positions.items():
            if claims := tuple(resolved.claims_for(position)):
                yield from _title(label, question.mark("positions", position), claims, matcher)


def _title(text: str, mark: Mark, claims: Iterable[Claim], matcher: Matcher) -> Iterator[Problem]:
    yield from _lacking(text, mark, material_of(claims, matcher), matcher)


def _lacking(text: str, mark: Mark, material: Material, matcher: Matcher) -> Iterator[Problem]:
    if missing := [str(part) for part in missing_parts(text, matcher, material)]:
        message = f"{quoted(text)} has what its claims lack: {', '.join(missing)}"
        yield Problem(mark, "open", message, "add the claim that holds it, or reword")
