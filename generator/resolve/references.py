"""Every id that a record names must exist and be of the kind the field asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.fields import ID_PATTERN
from generator.model import ArticleRecord, ClaimRecord, Settings, TopicRecord, anonymous
from generator.parsing import Seed, Seeds
from generator.problems import Mark, Problems, did_you_mean, quoted
from generator.resolve.targets import Targets
from generator.yaml_marks import Loc


def check_references(seeds: Seeds, settings: Settings, targets: Targets, problems: Problems) -> None:
    check = _Check(seeds, settings, targets, problems)
    for article in seeds.articles.values():
        check.article(article)
    for topic in seeds.topics.values():
        check.topic(topic)
    for event in seeds.events.values():
        check.word(event.record.type, "event type", settings.event_types, event.mark("type"))
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
                self.source(name, field, article.mark(field))
        self.topics(article, ("topics",), article.record.topics)
        for index, claim in enumerate(article.record.claims):
            self.claim(article, ("claims", index), claim)
            self.statements(article, ("claims", index), claim)

    def claim(self, article: Seed[ArticleRecord], loc: Loc, claim: ClaimRecord) -> None:
        for at, speaker in enumerate(claim.by):
            if not anonymous(speaker):
                self.speaker(speaker, article.mark(*loc, "by", at))
        for at, name in enumerate(claim.via):
            self.source(name, "via", article.mark(*loc, "via", at))
        for at, name in enumerate(claim.event):
            self.targets.require(name, "event", article.mark(*loc, "event", at), self.problems)
        self.topics(article, (*loc, "topics"), claim.topics)
        for at, figure in enumerate(claim.figure):
            self.targets.require(figure.measure, "measure", article.mark(*loc, "figure", at, "measure"), self.problems)
        for at, answer in enumerate(claim.answers):
            mark = article.mark(*loc, "answers", at, "question")
            if self.targets.require(answer.question, "question", mark, self.problems):
                positions = self.seeds.questions[answer.question].record.positions
                self.word(answer.position, "position", positions, article.mark(*loc, "answers", at, "position"))

    def statements(self, article: Seed[ArticleRecord], loc: Loc, claim: ClaimRecord) -> None:
        """Status, role and relation: their topics and words."""
        for at, status in enumerate(claim.status):
            here = (*loc, "status", at)
            self.named(article, here, of=status.of)
            self.word(status.is_, "status", self.settings.statuses, article.mark(*here, "is"))
        for at, role in enumerate(claim.role):
            self.named(article, (*loc, "role", at), of=role.of, at=role.at)
        for at, relation in enumerate(claim.relation):
            here = (*loc, "relation", at)
            self.named(article, here, of=relation.of, to=relation.to)
            self.word(relation.is_, "relation", self.settings.relations, article.mark(*here, "is"))

    def topic(self, topic: Seed[TopicRecord]) -> None:
        kind = self.settings.kinds[topic.kind]
        self.word(topic.record.type, f"type of {kind.folder}", kind.types, topic.mark("type"))
        if "located" in kind.traits and not topic.record.coordinates:
            hint = f"every topic in {kind.folder} needs them: coordinates: {{lat: 33.3, lon: 44.4, source: …}}"
            self.problems.error(topic.mark(), f"{quoted(topic.id)} has no coordinates", hint)

    def topics(self, seed: Seed[Any], loc: Loc, names: Iterable[str], label: str = "") -> None:
        for at, name in enumerate(names):
            self.targets.require(name, "topic", seed.mark(*loc, at), self.problems, label)

    def named(self, seed: Seed[Any], loc: Loc, **fields: str | None) -> None:
        """The topics in fields of a statement."""
        for field, name in fields.items():
            if name:
                self.targets.require(name, "topic", seed.mark(*loc, field), self.problems)

    def speaker(self, name: str, mark: Mark) -> None:
        """A topic id; words that cannot be one were meant for an anonymous source or a name."""
        if not re.fullmatch(ID_PATTERN, name):
            self.problems.error(mark, f"{quoted(name)} is no topic id", self.targets.speaker_hint(name))
        else:
            self.targets.require(name, "topic", mark, self.problems)

    def source(self, name: str, field: str, mark: Mark) -> None:
        """An outlet or agency: a topic of a kind that has the trait `source`."""
        if not self.targets.require(name, "topic", mark, self.problems, "outlet"):
            return
        kinds = self.settings.kinds
        if "source" not in kinds[self.seeds.topics[name].kind].traits:
            sources = ", ".join(kind.folder for kind in kinds.values() if "source" in kind.traits)
            hint = f"name a topic of {sources or 'a kind with the trait source'}"
            self.problems.error(mark, f"{field}: {quoted(name)} is no source", hint)

    def word(self, word: str, noun: str, known: Iterable[str], mark: Mark) -> None:
        words = list(known)
        if word not in words:
            hint = (
                did_you_mean(word, words)
                or f"known are {', '.join(words) or 'none'}; name one of them, or add it there"
            )
            self.problems.error(mark, f"unknown {noun} {quoted(word)}", hint)
