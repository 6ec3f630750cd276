"""The resolved dossier: everything that pages and exports are written from, read-only and free of Markdown.

Ids have become objects, and what is computed (mentions, accounts, answers, figures, backlinks) stands beside what was
typed. Only `resolve` makes these.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from math import inf, nextafter
from sys import intern
from typing import Any, Literal

from generator.asked import Asker
from generator.dates import When
from generator.meanings import Meanings
from generator.model import (
    Answer,
    ArticleRecord,
    ClaimRecord,
    EventRecord,
    Figure,
    Kind,
    MeasureRecord,
    Notice,
    QuestionRecord,
    Settings,
    TopicRecord,
)
from generator.schema_org import SchemaClass

Grade = Literal["read", "found", "unverified"]
STATE_MEDIA = "state-media"
AGENCY = "agency"
ABOUT = 0.1
"""How far from a figure given as "about" the true one may lie."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text; where `target` is set, the words link to the topic, event, question or article of that id.

    One without words may name another claim in `cites`: the reader is led to its evidence too.
    """

    text: str
    target: str = ""
    cites: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    id: str
    record: ArticleRecord

    @property
    def source(self) -> str:
        """The topic that published it (outlet, else agency), or an empty string where the text names none."""
        return self.record.outlet or self.record.agency or ""

    @property
    def origin(self) -> str:
        """Where its report comes from: two papers that print one agency report have one origin."""
        return self.record.agency or self.record.outlet or self.id


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence with its source. `key` is `article#id`; `topics` are all concerned, in the order of the sentence."""

    article: Article
    record: ClaimRecord
    spans: tuple[Span, ...]
    topics: tuple[str, ...]
    when: When | None
    grade: Grade
    reader: str = ""
    """Who has held it beside its text, where `grade` is read."""
    key: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        # it stands in many places, and is asked for all the time
        object.__setattr__(self, "key", intern(f"{self.article.id}#{self.record.id}"))

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)

    @property
    def withdrawn(self) -> bool:
        return bool(self.record.withdrawn or self.article.record.withdrawn)

    @property
    def origins(self) -> tuple[str, ...]:
        return self.record.via or (self.article.origin,)

    @property
    def sort_key(self) -> tuple[object, ...]:
        """By the time told of, then by publication; undated claims stand at their publication."""
        when = self.when or self.article.record.published
        return when.sort_key, self.article.record.published.sort_key, self.article.id


@dataclass(frozen=True, slots=True)
class Topic:
    id: str
    kind_id: str
    kind: Kind
    record: TopicRecord

    @property
    def state_media(self) -> bool:
        return self.record.type == STATE_MEDIA

    @property
    def agency(self) -> bool:
        return self.record.type == AGENCY

    @property
    def is_mapped(self) -> bool:
        return "mapped" in self.kind.traits

    @property
    def schema_class(self) -> SchemaClass:
        """What it is in schema.org."""
        traits = self.kind.traits
        otherwise: SchemaClass = "Place" if "located" in traits else "Organization" if "source" in traits else "Thing"
        return self.kind.schema_org.get(self.record.type, otherwise)


@dataclass(frozen=True, slots=True)
class Event:
    """`accounts` are the claims that name it; `topics` those its claims and its record name."""

    id: str
    record: EventRecord
    accounts: tuple[Claim, ...]
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    id: str
    record: QuestionRecord
    answers: tuple[tuple[Answer, Claim], ...]

    def claims_for(self, position: str) -> list[Claim]:
        return [claim for answer, claim in self.answers if answer.position == position]


@dataclass(frozen=True, slots=True)
class DatedFigure:
    """A figure with its claim and the time it holds for (None where nothing gives one)."""

    figure: Figure
    claim: Claim
    as_of: When | None

    @property
    def bounds(self) -> tuple[float, float]:
        """The least and greatest value that the figure, with its qualifier, allows."""
        least, most, qualifier = self.figure.least, self.figure.most, self.figure.qualifier
        # the smallest step counts: "more than 3000" and "exactly 3000" contradict each other
        if qualifier in ("at_least", "more_than"):
            return (nextafter(least, inf) if qualifier == "more_than" else least), inf
        if qualifier in ("at_most", "less_than"):
            return -inf, (nextafter(most, -inf) if qualifier == "less_than" else most)
        if qualifier == "about":
            return least - abs(least) * ABOUT, most + abs(most) * ABOUT
        return least, most


@dataclass(frozen=True, slots=True)
class Measure:
    id: str
    record: MeasureRecord
    figures: tuple[DatedFigure, ...]


_OFTEN: tuple[type, ...] = (Article, Claim, Topic, Kind, Event, Question, Measure)
"""What stands in the answers to many questions."""


@dataclass(frozen=True, slots=True)
class Backlink:
    """A page that links here, with the sentence as its readers see it.

    `source` is the page that the sentence was written for, by its id or the path of a hand-written page; of a claim
    that is its article, and `claim` its key.
    """

    source: str
    sentence: str
    claim: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """A correction of a published claim: when and why, and its words before and after.

    Both are empty where the claim has been withdrawn since, `before` also where it is not known.
    """

    notice: Notice
    before: str
    after: str


@dataclass(frozen=True)
class Dossier:
    """Everything by id, each mapping in the order pages list it."""

    settings: Settings
    articles: Mapping[str, Article]
    topics: Mapping[str, Topic]
    events: Mapping[str, Event]
    questions: Mapping[str, Question]
    measures: Mapping[str, Measure]
    claims: Mapping[str, Claim]
    """By `article#claim`; drafts are left out, withdrawn ones are in."""
    texts: Mapping[str, str]
    backlinks: Mapping[str, tuple[Backlink, ...]] = field(default_factory=dict)
    """By a page's id, or the path of one that has none."""
    about: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)
    """Topic id → the claims that concern it, by time."""
    page_titles: Mapping[str, str] = field(default_factory=dict)
    """The path of each hand-written page → its title."""
    meanings: Meanings = field(default_factory=Meanings)
    by_article: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)
    """Article id → its claims in its own order."""
    moved_claims: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Article id → ids of claims that once stood on its page → their addresses now, as in redirects.yml."""
    address: str = ""
    """Where the site is published, with a slash at its end; empty where that is not known."""
    revisions: Mapping[str, tuple[Revision, ...]] = field(default_factory=dict)
    """Claim key → its corrections, the oldest first, as far as seeds/published.yml knows them."""
    asker: Asker = field(default_factory=lambda: Asker(_OFTEN), compare=False, repr=False)
    """Of a dossier that is `watched`: what pages ask of its mappings."""

    def topics_of(self, kind_id: str) -> list[Topic]:
        return [topic for topic in self.topics.values() if topic.kind_id == kind_id]


def watched(dossier: Dossier) -> Dossier:
    """The same, with mappings that note what is asked of them."""
    asker = Asker(_OFTEN)
    mappings: dict[str, Any] = {name: asker.watched(name, getattr(dossier, name)) for name in _MAPPINGS}
    meanings = {
        name: asker.watched(f"meaning of {name}", vars(dossier.meanings)[name]) for name in vars(dossier.meanings)
    }
    return replace(dossier, **mappings, meanings=Meanings(**meanings), asker=asker)


_MAPPINGS = (
    "articles",
    "topics",
    "events",
    "questions",
    "measures",
    "claims",
    "texts",
    "backlinks",
    "about",
    "page_titles",
    "by_article",
    "moved_claims",
    "revisions",
)


def independent_origins(claims: Iterable[Claim]) -> int:
    """How many sources stand behind the claims: agency reports printed twice, or passed on twice, count once."""
    return len({origin for claim in claims for origin in claim.origins})
