"""Pages drafted side by side by forked workers; their texts wait (waiting.py) until all is known that links to them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from sys import intern
from typing import Any

from generator.asked import Question
from generator.dossier import Dossier
from generator.incremental.workers import cores, in_workers, shares
from generator.link_graph import Section
from generator.pages.page import Page
from generator.render import draft
from generator.waiting import NewRoom, Waiting, WaitingRoom


@dataclass(frozen=True)
class Drafted:
    """A draft (render.py) whose texts are read when they are needed, and what the page asked of the dossier."""

    head: Waiting
    tail: Waiting
    sections: tuple[Section, ...]
    questions: array[int]
    """By their numbers."""


@dataclass(frozen=True)
class Numbers:
    """Questions by number; each stands on many pages, and its key in many questions."""

    of: dict[Question, int] = field(default_factory=dict)

    def __call__(self, question: Question) -> int:
        number = self.of.get(question)
        if number is None:
            name, key = question
            number = self.of[intern(name), intern(key)] = len(self.of)
        return number


def drafted(pages: Sequence[Page], dossier: Dossier, numbers: Numbers, room: NewRoom) -> dict[str, Drafted]:
    """Path → the page's draft; the texts wait in new rooms."""
    shared = shares(pages, lambda _: 1, cores())
    waiting = [room() for _ in shared]
    work = _Work(dossier, waiting, numbers)
    numbered = [[(at, page) for page in share] for at, share in enumerate(shared)]
    found = in_workers(numbered, work) if len(shared) > 1 else None
    # where a worker failed, this process does it all, and fails with a message where it has to
    return dict(map(work.read, work([(0, page) for page in pages]) if found is None else found))


@dataclass(frozen=True)
class _Work:
    """What a worker does: pages → facts about their drafts, whose texts go into the file of its number."""

    dossier: Dossier
    waiting: Sequence[WaitingRoom]
    numbers: Numbers

    def __call__(self, share: Iterable[tuple[int, Page]]) -> Iterator[Any]:
        for number, page in share:
            with self.dossier.asker.noting() as questions:
                made = draft(page, self.dossier)
            places = [self.waiting[number].add(text.encode()) for text in (made.head, made.tail)]
            told = [(part.anchor, part.heading, sorted(part.linked), sorted(part.listed)) for part in made.sections]
            yield page.path, number, places, told, sorted(questions)

    def read(self, facts: Any) -> tuple[str, Drafted]:
        path, number, places, told, questions = facts
        head, tail = (self.waiting[number].piece(*place) for place in places)
        asked = array("L", (self.numbers((name, key)) for name, key in questions))
        return path, Drafted(head, tail, read_sections(told), asked)


def read_sections(parts: Iterable[tuple[str, str, Iterable[str], Iterable[str]]]) -> tuple[Section, ...]:
    """Sections from plain values in their order."""
    return tuple(_section(*told) for told in parts)


def _section(anchor: str, heading: str, linked: Iterable[str], listed: Iterable[str]) -> Section:
    links = _paths(linked)
    return Section(intern(anchor), intern(heading), links, links if listed == linked else _paths(listed))


def _paths(found: Iterable[str]) -> frozenset[str]:
    return frozenset(map(intern, found))  # a path stands in the sections of many pages
