"""Every id that a record names must exist and be of the kind the field asks for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.model import ArticleRecord, ClaimRecord, Settings, TopicRecord, anonymous
from generator.parsing import Seed, Seeds
from generator.problems import Mark, Problems, did_you_mean, quoted
from generator.resolve.targets import Targets


def check_references(seeds: Seeds, settings: Settings, targets: Targets, problems: Problems) -> None:
    for article in seeds.articles.values():
        _check_article(article, seeds, targets, problems)
        for index, claim in enumerate(article.record.claims):
            _check_claim(article, index, claim, seeds, settings, targets, problems)
    for topic in seeds.topics.values():
        _check_topic(topic, settings, problems)
    for event in seeds.events.values():
        _word(event.record.type, "event type", settings.event_types, event.mark("type"), problems)
        for name in ("actors", "places"):
            _topics(getattr(event.record, name), event, (name,), targets, problems, label=name.removesuffix("s"))
    for measure in seeds.measures.values():
        _topics(measure.record.topics, measure, ("topics",), targets, problems)


def _check_article(article: Seed[ArticleRecord], seeds: Seeds, targets: Targets, problems: Problems) -> None:
    for field in ("outlet", "agency"):
        if name := getattr(article.record, field):
            _source(name, field, article.mark(field), seeds, targets, problems)
    _topics(article.record.topics, article, ("topics",), targets, problems)


def _check_claim(
    article: Seed[ArticleRecord],
    index: int,
    claim: ClaimRecord,
    seeds: Seeds,
    settings: Settings,
    targets: Targets,
    problems: Problems,
) -> None:
    loc = ("claims", index)
    for at, speaker in enumerate(claim.by):
        if not anonymous(speaker):
            mark = article.mark(*loc, "by", at)
            if " " in speaker and speaker not in targets.nouns:
                hint = targets.speaker_hint(speaker)
                problems.error(mark, f"{quoted(speaker)} is no topic id", hint)
            else:
                targets.require(speaker, "topic", mark, problems)
    for at, name in enumerate(claim.via):
        _source(name, "via", article.mark(*loc, "via", at), seeds, targets, problems)
    for at, name in enumerate(claim.event):
        targets.require(name, "event", article.mark(*loc, "event", at), problems)
    _topics(claim.topics, article, (*loc, "topics"), targets, problems)
    for at, figure in enumerate(claim.figure):
        targets.require(figure.measure, "measure", article.mark(*loc, "figure", at, "measure"), problems)
    for at, answer in enumerate(claim.answers):
        mark = article.mark(*loc, "answers", at, "question")
        if targets.require(answer.question, "question", mark, problems):
            positions = seeds.questions[answer.question].record.positions
            _word(answer.position, "position", positions, article.mark(*loc, "answers", at, "position"), problems)
    _check_statements(article, loc, claim, settings, targets, problems)


def _check_statements(
    article: Seed[ArticleRecord],
    loc: tuple[str, int],
    claim: ClaimRecord,
    settings: Settings,
    targets: Targets,
    problems: Problems,
) -> None:
    """Status, role and relation: their topics and words."""
    for at, status in enumerate(claim.status):
        targets.require(status.of, "topic", article.mark(*loc, "status", at, "of"), problems)
        _word(status.is_, "status", settings.statuses, article.mark(*loc, "status", at, "is"), problems)
    for at, role in enumerate(claim.role):
        targets.require(role.of, "topic", article.mark(*loc, "role", at, "of"), problems)
        if role.at:
            targets.require(role.at, "topic", article.mark(*loc, "role", at, "at"), problems)
    for at, relation in enumerate(claim.relation):
        targets.require(relation.of, "topic", article.mark(*loc, "relation", at, "of"), problems)
        targets.require(relation.to, "topic", article.mark(*loc, "relation", at, "to"), problems)
        _word(relation.is_, "relation", settings.relations, article.mark(*loc, "relation", at, "is"), problems)


def _check_topic(topic: Seed[TopicRecord], settings: Settings, problems: Problems) -> None:
    kind = settings.kinds[topic.kind]
    _word(topic.record.type, f"type of {kind.folder}", kind.types, topic.mark("type"), problems)
    if "located" in kind.traits and not topic.record.coordinates:
        problems.error(
            topic.mark(), f"{quoted(topic.id)} has no coordinates", f"every topic in {kind.folder} needs them"
        )


def _topics(
    names: Iterable[str],
    seed: Seed[Any],
    loc: tuple[str | int, ...],
    targets: Targets,
    problems: Problems,
    label: str = "",
) -> None:
    for at, name in enumerate(names):
        targets.require(name, "topic", seed.mark(*loc, at), problems, label)


def _source(name: str, field: str, mark: Mark, seeds: Seeds, targets: Targets, problems: Problems) -> None:
    """An outlet or agency: a topic of a kind that has the trait `source`."""
    if targets.require(name, "topic", mark, problems, label="outlet") and seeds.settings:
        kinds = seeds.settings.record.kinds
        kind = kinds[seeds.topics[name].kind]
        if "source" not in kind.traits:
            sources = ", ".join(kind.folder for kind in kinds.values() if "source" in kind.traits)
            problems.error(
                mark,
                f"{field}: {quoted(name)} is no source",
                f"name a topic of {sources or 'a kind with the trait source'}",
            )


def _word(word: str, noun: str, known: Iterable[str], mark: Mark, problems: Problems) -> None:
    words = list(known)
    if word not in words:
        hint = did_you_mean(word, words) or f"known are {', '.join(words) or 'none'}"
        problems.error(mark, f"unknown {noun} {quoted(word)}", hint)
