"""The third stage: typed records → one Dossier; ids have become objects, and everything computed is in place.

Barriers: all references are checked before anything is linked; open work is only looked for where no error stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.dates import When
from generator.dossier import (
    Article,
    Claim,
    DatedFigure,
    Dossier,
    Event,
    Measure,
    Question,
    Span,
    Topic,
)
from generator.kept import Kept
from generator.kept_matches import KeptMatches
from generator.markup import find_refs
from generator.model import ClaimRecord, Settings
from generator.names import Matcher
from generator.parsing import Seeds
from generator.problems import Problems, quoted
from generator.reading import Where
from generator.resolve.backlinks import HandWritten, backlinks, check_hand_written
from generator.resolve.checks import check_work
from generator.resolve.conflicts import check_figures
from generator.resolve.mentions import spans_of, spellings
from generator.resolve.prose import check_prose
from generator.resolve.references import check_references
from generator.resolve.targets import Targets
from generator.verification.lock import Lock, check_lock, grade_of


def resolve(
    seeds: Seeds,
    settings: Settings,
    lock: Lock,
    hand_written: Sequence[HandWritten],
    problems: Problems,
    kept: Kept | None = None,
) -> Dossier | None:
    """Links everything; None where an error stands. `kept` spares work and changes nothing."""
    targets, matches = Targets(seeds), KeptMatches(spellings(seeds), kept)
    matcher = matches.matcher
    check_references(seeds, settings, targets, problems)
    _check_prose_refs(seeds, targets, problems)
    check_hand_written(hand_written, targets, problems)
    claims = _claims(seeds, lock, matcher, targets, problems)
    if problems.errors:
        return None
    dossier = _dossier(seeds, settings, claims, targets, hand_written)
    dossier = replace(dossier, backlinks=backlinks(dossier, hand_written))
    problems.extend(check_work(dossier, seeds))
    problems.extend(check_figures(dossier, seeds))
    problems.extend(check_lock(seeds, lock, {claim.key for claim in claims if claim.grade != "unverified"}))
    problems.extend(check_prose(dossier, seeds, targets, matcher))
    matches.save()
    return dossier


def _check_prose_refs(seeds: Seeds, targets: Targets, problems: Problems) -> None:
    prose: list[tuple[str, Where]] = []
    for topic in seeds.topics.values():
        prose += [(topic.record.intro, topic.where("intro"))] if topic.record.intro else []
        prose += [(topic.record.note.text, topic.where("note", "text"))] if topic.record.note else []
    if seeds.settings and seeds.settings.record.intro:
        prose.append((seeds.settings.record.intro, seeds.settings.where("intro")))
    prose += [(question.record.note, question.where("note")) for question in seeds.questions.values()]
    for text, where in prose:
        for ref in find_refs(text):
            targets.resolve(ref, where, problems)


def _claims(seeds: Seeds, lock: Lock, matcher: Matcher, targets: Targets, problems: Problems) -> list[Claim]:
    claims = []
    for name, seed in seeds.articles.items():
        article = Article(name, seed.record)
        for index, record in enumerate(seed.record.claims):
            key, where = f"{name}#{record.id}", seed.where("claims", index, "text")
            spans = spans_of(record.text, matcher, targets, where, problems)
            if key in (span.cites for span in spans):
                hint = "remove the citation; its own source is the paragraph that `p` names"
                problems.error(where(), f"claim {quoted(record.id)} cites itself", hint)
            if record.text:
                concerned, when = _concerned(record, spans, seeds), _when(record, seeds)
                grade, reader = grade_of(key, seed.record, record, lock)
                claims.append(Claim(article, record, spans, concerned, when, grade, reader))
    return claims


def _concerned(record: ClaimRecord, spans: Iterable[Span], seeds: Seeds) -> tuple[str, ...]:
    named = (*(span.target for span in spans if span.target in seeds.topics), *record.named_ids)
    return tuple(dict.fromkeys(named))


def _when(record: ClaimRecord, seeds: Seeds) -> When | None:
    if record.when or not record.event:
        return record.when
    event = seeds.events.get(record.event[0])
    return event.record.date if event else None


def _dossier(
    seeds: Seeds, settings: Settings, claims: list[Claim], targets: Targets, hand_written: Sequence[HandWritten]
) -> Dossier:
    live = [claim for claim in claims if not claim.withdrawn]
    by_time = sorted(live, key=lambda claim: claim.sort_key)
    accounts, answers, figures = defaultdict(list), defaultdict(list), defaultdict(list)
    for claim in by_time:
        for event in claim.record.event:
            accounts[event].append(claim)
        for answer in claim.record.answers:
            answers[answer.question].append((answer, claim))
        for figure in claim.record.figure:
            figures[figure.measure].append(DatedFigure(figure, claim, figure.as_of or claim.when))
    articles = {name: Article(name, seed.record) for name, seed in seeds.articles.items()}
    topics = {
        name: Topic(name, seed.kind, settings.kinds[seed.kind], seed.record) for name, seed in seeds.topics.items()
    }
    return Dossier(
        settings=settings,
        articles=dict(sorted(articles.items(), key=lambda pair: (pair[1].record.published.sort_key, pair[0]))),
        topics=dict(sorted(topics.items(), key=lambda pair: (sorted_name(pair[1].record.name), pair[0]))),
        events=_events(seeds, accounts),
        questions={name: Question(name, q.record, tuple(answers[name])) for name, q in seeds.questions.items()},
        measures={
            name: Measure(name, m.record, tuple(sorted(figures[name], key=_figure_key)))
            for name, m in seeds.measures.items()
        },
        claims={claim.key: claim for claim in claims},
        texts=seeds.texts,
        about=_grouped((topic, claim) for claim in by_time for topic in claim.topics),
        by_article=dict.fromkeys(articles, ()) | _grouped((claim.article.id, claim) for claim in claims),
        page_titles={page.path: page.title for page in hand_written},
        meanings=targets.meanings,
    )


def _events(seeds: Seeds, accounts: dict[str, list[Claim]]) -> dict[str, Event]:
    """All events by date, the less exact after the days they may fall on."""
    events = {}
    for name, seed in sorted(seeds.events.items(), key=lambda pair: (pair[1].record.date.sort_key, pair[0])):
        named = [topic for claim in accounts[name] for topic in claim.topics]
        topics = dict.fromkeys((*seed.record.actors, *seed.record.places, *named))
        events[name] = Event(name, seed.record, tuple(accounts[name]), tuple(topics))
    return events


def _figure_key(figure: DatedFigure) -> tuple[object, ...]:
    return figure.as_of.sort_key if figure.as_of else (), figure.claim.sort_key


def _grouped(pairs: Iterable[tuple[str, Claim]]) -> dict[str, tuple[Claim, ...]]:
    groups: dict[str, list[Claim]] = {}
    for name, claim in pairs:
        groups.setdefault(name, []).append(claim)
    return {name: tuple(group) for name, group in groups.items()}


def sorted_name(name: str) -> str:
    """A name as German alphabetical order wants it: umlauts beside their vowel, the Arabic article passed over."""
    folded = name.casefold().translate(str.maketrans("äöüß", "aous"))
    return folded.removeprefix("al-").removeprefix("al ")
