"""What a page asks of the dossier while it is written: so it is known which pages a change touches.

All that pages are written from stands in mappings. Those of an `Asker` answer as before and note each question, also
one that has no answer: a page that would be told something else now has to be written anew. What is made once for many
pages stands in such a mapping too, or is `remembered` with the questions that making it took.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from contextlib import contextmanager
from typing import TypeVar, overload

from generator.digests import Digests

V = TypeVar("V")
T = TypeVar("T")

Question = tuple[str, str]
"""The name of a mapping and a key in it, or EVERYTHING."""
EVERYTHING = "*"
"""A page has looked through a whole mapping. No id, name or path is an asterisk."""


class Asker:
    """The mappings that pages of one dossier ask, and the questions of the page that is being written."""

    def __init__(self, often: tuple[type, ...] = ()) -> None:
        self._mappings: dict[str, Mapping[str, object]] = {}
        self._remembered: dict[Hashable, tuple[object, set[Question]]] = {}
        self._often = often
        self._digests = Digests(often)
        self._answers: dict[Question, str] = {}
        self.noted: set[Question] | None = None
        """None while nobody wants to know."""

    def watched(self, name: str, mapping: Mapping[str, V]) -> Mapping[str, V]:
        """The mapping as pages may ask it; each of an Asker has its own name."""
        self._mappings[name] = mapping
        return Asked(name, mapping, self)

    @contextmanager
    def noting(self) -> Iterator[set[Question]]:
        """All questions asked meanwhile; inside another, they count there too."""
        outer, self.noted = self.noted, set[Question]()
        inner = self.noted
        try:
            yield inner
        finally:
            self.noted = outer
            if outer is not None:
                outer |= inner

    @contextmanager
    def unnoted(self) -> Iterator[None]:
        """Whoever asks meanwhile answers for it that pages which depend on that are written anew."""
        outer, self.noted = self.noted, None
        try:
            yield
        finally:
            self.noted = outer

    def remembered(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made once; whoever gets it has asked what `make` asked.

        `key` names it with all that it depends on but the dossier.
        """
        if key not in self._remembered:
            with self.noting() as questions:
                made = make()
            self._remembered[key] = made, questions
        found, questions = self._remembered[key]
        if self.noted is not None:
            self.noted |= questions
        return found  # type: ignore[return-value]

    def answer(self, question: Question) -> str:
        """A digest of what the mapping has to say to the question; another one where it says anything else."""
        if question not in self._answers:
            self._answers[question] = self._told(question)
        return self._answers[question]

    def last_answers(self, questions: Iterable[Question]) -> list[str]:
        """The answers to these, behind which there are no further questions: what was kept for them is forgotten."""
        answers = [self._answers[each] if each in self._answers else self._told(each) for each in questions]
        self._answers, self._digests = {}, Digests(self._often)
        return answers

    def _told(self, question: Question) -> str:
        name, key = question
        mapping = self._mappings.get(name, {})
        value = list(mapping.items()) if key == EVERYTHING else mapping.get(key, Asker)
        return "" if value is Asker else self._digests.of(value)


class Asked(Mapping[str, V]):
    """A mapping that notes what is asked of it."""

    __slots__ = ("_asker", "_mapping", "_name")

    def __init__(self, name: str, mapping: Mapping[str, V], asker: Asker) -> None:
        self._name, self._mapping, self._asker = name, mapping, asker

    def _note(self, key: str) -> None:
        if self._asker.noted is not None:
            self._asker.noted.add((self._name, key))

    def __getitem__(self, key: str) -> V:
        if (noted := self._asker.noted) is not None:
            noted.add((self._name, key))
        return self._mapping[key]

    @overload
    def get(self, key: str, /) -> V | None: ...
    @overload
    def get(self, key: str, /, default: V | T) -> V | T: ...
    def get(self, key: str, /, default: V | T | None = None) -> V | T | None:
        if (noted := self._asker.noted) is not None:
            noted.add((self._name, key))
        return self._mapping.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._note(str(key))
        return key in self._mapping

    def __iter__(self) -> Iterator[str]:
        self._note(EVERYTHING)
        return iter(self._mapping)

    def __len__(self) -> int:
        self._note(EVERYTHING)
        return len(self._mapping)

    def keys(self) -> KeysView[str]:
        self._note(EVERYTHING)
        return self._mapping.keys()

    def values(self) -> ValuesView[V]:
        self._note(EVERYTHING)
        return self._mapping.values()

    def items(self) -> ItemsView[str, V]:
        self._note(EVERYTHING)
        return self._mapping.items()
