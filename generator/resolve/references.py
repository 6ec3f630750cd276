"""Every id that a record names must exist and be of the kind the field asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.fields import ID_PATTERN
from generator.model import ArticleRecord, ClaimRecord, Settings, TopicRecord, anonymous
from generator.parsing import Seed, Seeds
from generator.problems import Problems, did_you_mean, quoted
from generator.reading import Where
from generator.resolve.targets import Targets
from generator.yaml_marks import Loc


def check_references(seeds: Seeds, settings: Settings, targets: Targets, problems: Problems) -> None:
    check = _Check(seeds, settings, targets, problems)
    for article in seeds.articles.values():
        check.article(article)
    for topic in seeds.topics.values():
        check.topic(topic)
    for event in seeds.events.values():
        check.word(event.record.type, "event type", settings.event_types, event.where("type"))
        check.topics(event, ("actors",), event.record.actors, "actor")
        check.topics(event, ("places",), event.record.places, "place")
    for measure in seeds.measures.values():
        check.topics(measure, ("topics",), measure.record.topics)


@dataclass(frozen=True)
class _Check:
    seeds: Seeds
    settings: Settings
    targets: Targets
    problems: Problems

    def article(self, article: Seed[ArticleRecord]) -> None:
        for field in ("outlet", "agency"):
            if name := getattr(article.record, field):
                self.source(name, field, article.where(field))
        self.topics(article, ("topics",), article.record.topics)
        for index, claim in enumerate(article.record.claims):
            self.claim(article, ("claims", index), claim)
            self.statements(article, ("claims", index), claim)

    def claim(self, article: Seed[ArticleRecord], loc: Loc, claim: ClaimRecord) -> None:
        for at, speaker in enumerate(claim.by):
            if not anonymous(speaker):
                self.speaker(speaker, article.where(*loc, "by", at))
        for at, name in enumerate(claim.via):
            self.source(name, "via", article.where(*loc, "via", at))
        for at, name in enumerate(claim.event):
            self.targets.require(name, "event", article.where(*loc, "event", at), self.problems)
        self.topics(article, (*loc, "topics"), claim.topics)
        for at, figure in enumerate(claim.figure):
            self.targets.require(figure.measure, "measure", article.where(*loc, "figure", at, "measure"), self.problems)
        for at, answer in enumerate(claim.answers):
            where = article.where(*loc, "answers", at, "question")
            if self.targets.require(answer.question, "question", where, self.problems):
                positions = self.seeds.questions[answer.question].record.positions
                self.word(answer.position, "position", positions, article.where(*loc, "answers", at, "position"))

    def statements(self, article: Seed[ArticleRecord], loc: Loc, claim: ClaimRecord) -> None:
        """Status, role and relation: their topics and words."""
        for at, status in enumerate(claim.status):
            here = (*loc, "status", at)
            self.named(article, here, of=status.of)
            self.word(status.is_, "status", self.settings.statuses, article.where(*here, "is"))
        for at, role in enumerate(claim.role):
            self.named(article, (*loc, "role", at), of=role.of, at=role.at)
        for at, relation in enumerate(claim.relation):
            here = (*loc, "relation", at)
            self.named(article, here, of=relation.of, to=relation.to)
            self.word(relation.is_, "relation", self.settings.relations, article.where(*here, "is"))

    def topic(self, topic: Seed[TopicRecord]) -> None:
        kind = self.settings.kinds[topic.kind]
        self.word(topic.record.type, f"type of {kind.folder}", kind.types, topic.where("type"))
        if "located" in kind.traits and not topic.record.coordinates:
            hint = f"every topic in {kind.folder} needs them: coordinates: {{lat: 33.3, lon: 44.4, source: …}}"
            self.problems.error(topic.mark(), f"{quoted(topic.id)} has no coordinates", hint)

    def topics(self, seed: Seed[Any], loc: Loc, names: Iterable[str], label: str = "") -> None:
        for at, name in enumerate(names):
            self.targets.require(name, "topic", seed.where(*loc, at), self.problems, label)

    def named(self, seed: Seed[Any], loc: Loc, **fields: str | None) -> None:
        """The topics in fields of a statement."""
        for field, name in fields.items():
            if name:
                self.targets.require(name, "topic", seed.where(*loc, field), self.problems)

    def speaker(self, name: str, where: Where) -> None:
        """A topic id; words that cannot be one were meant for an anonymous source or a name."""
        if not re.fullmatch(ID_PATTERN, name):
            self.problems.error(where(), f"{quoted(name)} is no topic id", self.targets.speaker_hint(name))
        else:
            self.targets.require(name, "topic", where, self.problems)

    def source(self, name: str, field: str, where: Where) -> None:
        """An outlet or agency: a topic of a kind that has the trait `source`."""
        if not self.targets.require(name, "topic", where, self.problems, "outlet"):
            return
        kinds = self.settings.kinds
        if "source" not in kinds[self.seeds.topics[name].kind].traits:
            sources = ", ".join(kind.folder for kind in kinds.values() if "source" in kind.traits)
            hint = f"name a topic of {sources or 'a kind with the trait source'}"
            self.problems.error(where(), f"{field}: {quoted(name)} is no source", hint)

    def word(self, word: str, noun: str, known: Iterable[str], where: Where) -> None:
        words = list(known)
        if word not in words:
            hint = (
                did_you_mean(word, words)
                or f"known are {', '.join(words) or 'none'}; name one of them, or add it there"
            )
            self.problems.error(where(), f"unknown {noun} {quoted(word)}", hint)
