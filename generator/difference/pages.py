"""What a change does to the pages that are made from claims: topics, events, questions, series of figures; and to the
pages that people write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from generator.difference.comparison import Change, Comparison, title
from generator.dossier import Claim, Dossier, independent_origins
from generator.drawing.series import newest
from generator.model import QuestionRecord
from generator.problems import counted
from generator.resolve.conflicts import shown

WORDS = ("no", "one", "two", "three", "four", "five", "six")


def page_changes(compared: Comparison) -> Iterator[Change]:
    for kind, told in (("topic", _topic), ("event", _event), ("question", _question), ("measure", _measure)):
        for name, old, new in compared.pairs(kind):
            record, was = new or old, compared.former.get(name, name)
            if not old or not new:
                details = _arrival(kind, name, compared.new.loaded.dossier) if new else ()
                yield Change(kind, "new" if new else "gone", name, title(record), details)
                continue
            if was != name:
                yield Change(kind, "renamed", name, title(record), (f"was {was}",))
            details = (*told(was, name, compared), *_fields(kind, old, new, compared))
            if details:
                yield Change(kind, "changed", name, title(record), details)


def _arrival(kind: str, name: str, dossier: Dossier) -> tuple[str, ...]:
    """How much is told of what is new."""
    if kind == "topic":
        return (dossier.topics[name].kind.singular, counted(len(dossier.about.get(name, ())), "claim"))
    if kind == "event":
        event = dossier.events[name]
        return (event.record.date.text, counted(len(event.accounts), "account"))
    if kind == "question":
        question = dossier.questions[name]
        return (question.record.status, _answers(len({answer.position for answer, _ in question.answers})))
    return (counted(len(dossier.measures[name].figures), "figure"),)


def _fields(kind: str, old: Any, new: Any, compared: Comparison) -> list[str]:
    skip = ("status",) if kind == "question" else ()
    fields = compared.fields(old, new, skip)
    return [f"changed: {', '.join(fields)}"] if fields else []


def _keys(claims: Sequence[Claim], compared: Comparison | None = None) -> dict[str, Claim]:
    """The claims by their keys, those of the old state as they are now."""
    return {compared.now(claim.key) if compared else claim.key: claim for claim in claims}


def _gains(old: Sequence[Claim], new: Sequence[Claim], noun: str, compared: Comparison) -> list[str]:
    """How many claims of a page are new, gone or changed, as `+2 claims`."""
    before, after = _keys(old, compared), _keys(new)
    kept = before.keys() & after.keys()
    changed = sum(bool(compared.fields(before[key].record, after[key].record, ("id",))) for key in kept)
    numbers = (("+", len(after.keys() - before.keys())), ("-", len(before.keys() - after.keys())))
    parts = [f"{sign}{counted(number, noun)}" for sign, number in numbers if number]
    return [*parts, *([f"{counted(changed, noun)} changed"] if changed else [])]


def _topic(was: str, name: str, compared: Comparison) -> Iterator[str]:
    old, new = compared.old.loaded.dossier, compared.new.loaded.dossier
    yield from _gains(old.about.get(was, ()), new.about.get(name, ()), "claim", compared)
    before = {compared.now(article) for article, each in old.articles.items() if was in each.record.topics}
    after = {article for article, each in new.articles.items() if name in each.record.topics}
    for sign, articles in (("+", after - before), ("-", before - after)):
        if articles:
            yield f"{sign}{counted(len(articles), 'article')}"
    state, earlier = _state(new, name), _state(old, was)
    if state != earlier:
        now, then = new.settings.statuses.get(state, "unknown"), old.settings.statuses.get(earlier, "unknown")
        yield f"status now {now} (was {then})"


def _state(dossier: Dossier, topic: str) -> str:
    """The latest status that claims give a topic."""
    stated = [
        status.is_ for claim in dossier.about.get(topic, ()) for status in claim.record.status if status.of == topic
    ]
    return stated[-1] if stated else ""


def _event(was: str, name: str, compared: Comparison) -> Iterator[str]:
    old = compared.old.loaded.dossier.events[was].accounts
    new = compared.new.loaded.dossier.events[name].accounts
    yield from _gains(old, new, "account", compared)
    known = {compared.now(claim.article.id) for claim in old}
    articles = dict.fromkeys(claim.article.id for claim in new if claim.article.id not in known)
    for article in articles:
        yield f"now also told by {article}"
    if independent_origins(new) != independent_origins(old):
        yield f"{counted(independent_origins(new), 'independent origin')} (was {independent_origins(old)})"


def _question(was: str, name: str, compared: Comparison) -> Iterator[str]:
    old, new = compared.old.loaded.dossier.questions[was], compared.new.loaded.dossier.questions[name]
    before, after = ({answer.position: None for answer, _ in each.answers} for each in (old, new))
    if len(before) != len(after):
        yield f"now has {_answers(len(after))} (had {_number(len(before))})"
    record: QuestionRecord = new.record
    for position in after:
        if position not in before:
            yield f"newly answered: {record.positions[position]}"
    yield from _gains([claim for _, claim in old.answers], [claim for _, claim in new.answers], "claim", compared)
    if old.record.status != record.status:
        yield f"now {record.status} (was {old.record.status})"


def _answers(number: int) -> str:
    return f"{_number(number)} answer{'' if number == 1 else 's'}"


def _number(number: int) -> str:
    return WORDS[number] if number < len(WORDS) else str(number)


def _measure(was: str, name: str, compared: Comparison) -> Iterator[str]:
    old, new = compared.old.loaded.dossier.measures[was], compared.new.loaded.dossier.measures[name]
    before = {(compared.now(each.claim.key), shown(each)) for each in old.figures}
    after = {(each.claim.key, shown(each)) for each in new.figures}
    for sign, figures in (("+", after - before), ("-", before - after)):
        for key, figure in sorted(figures):
            yield f"{sign}1 figure: {figure}, by {key}"
    now, then = (", ".join(map(shown, newest(each) if each.figures else ())) for each in (new, old))
    if now != then:
        yield f"latest value now {now or 'none'} (was {then or 'none'})"


def other_changes(compared: Comparison) -> Iterator[Change]:
    """Hand-written pages, and the settings of the whole dossier."""
    old, new = ({page.path: page for page in each.loaded.hand_written} for each in (compared.old, compared.new))
    for path in sorted({*old, *new}):
        if path not in old or path not in new:
            yield Change("page", "new" if path in new else "gone", path, (new.get(path) or old[path]).title)
        elif compared.before(old[path].text) != compared.after(new[path].text):
            yield Change("page", "changed", path, new[path].title)
    settings = compared.new.loaded.dossier.settings
    if fields := compared.fields(compared.old.loaded.dossier.settings, settings):
        yield Change("settings", "changed", "dossier.yml", settings.title, (f"changed: {', '.join(fields)}",))
