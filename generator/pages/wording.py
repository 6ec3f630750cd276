"""The words in which accounts of one event differ: who says air strike, who drone strike, who quotes "murdered".

Rather few and right than many. Marked in the sentences of an event that two articles or more tell of are

1. what a claim quotes, letter for letter as its article has it;
2. compounds that share their head with another account's compound (Luftangriff, Drohnenangriff); and in an account that
   has none of these, the head alone (Angriff) or what such a compound begins with (US-Drohne). A head counts where the
   dossier's claims have it as a word of its own, so -ung or -schaft is none. Where one account uses both words, they
   are two things to it, and where one is only more exact (Luftangriff, US-Luftangriff), nothing differs; nor where
   they name two topics;
3. the words of a question's position, where accounts take different ones: those that no other position of the question
   has, in the claims that take this one, with their negation (Getötet or Ermordet: töteten, Tötung or Ermordung).

A topic called by its own name is no wording; called by another of its names (US-Truppen) it may be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.dossier import Article, Claim, Dossier, Question
from generator.german.inflection import stem_key
from generator.german.word_families import (
    SHORTEST_PART,
    Compound,
    compound,
    is_of,
    parts_of,
    quoted_in,
    stems_of,
    with_negation,
    words_in,
)

Range = tuple[int, int]
Accounts = Sequence[tuple[Article, Sequence[Claim]]]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of an account; `topic` where it is one of a topic's other names."""

    text: str
    claim: str
    account: int
    at: Range
    topic: str
    term: str
    """As `stem_key` gives it."""


class Wording:
    """Compares the accounts of an event; knows the words that the dossier's claims are made of."""

    def __init__(self, dossier: Dossier) -> None:
        watched = dossier.asker.watched
        self._names = watched("names of topics", {topic.id: topic.record.name for topic in dossier.topics.values()})
        words = {part for claim in dossier.claims.values() for part in parts_of(claim.text)}
        heads = {key for word in words if word[0].isupper() and len(key := stem_key(word)) >= SHORTEST_PART}
        self._heads = watched("words of claims", dict.fromkeys(heads, True))

    def differences(self, accounts: Accounts, questions: Iterable[Question]) -> dict[str, list[Range]]:
        """Claim → where in its sentence the words stand, from left to right; nothing where one article tells alone."""
        if len(accounts) < 2:
            return {}
        words = [
            word
            for number, (_, claims) in enumerate(accounts)
            for claim in claims
            for word in self._words(claim, number)
        ]
        found: dict[str, set[Range]] = defaultdict(set)
        for _, claims in accounts:
            for claim in claims:
                found[claim.key] |= set(_quoted(claim))
        terms = self._alternatives(words)
        for word in words:
            if word.term in terms:
                found[word.claim].add(word.at)
        for question in questions:
            _add_judged(question, accounts, words, found)
        texts = {claim.key: claim.text for _, claims in accounts for claim in claims}
        return {claim: _joined(ranges, texts[claim]) for claim, ranges in found.items() if ranges}

    def _words(self, claim: Claim, account: int) -> Iterator[_Word]:
        """All but names."""
        at, key = 0, claim.key
        for span in claim.spans:
            if span.text != self._names.get(span.target):
                for match in words_in(span.text):
                    place = at + match.start(), at + match.end()
                    yield _Word(match[0], key, account, place, span.target, stem_key(match[0]))
            at += len(span.text)

    def _alternatives(self, words: Sequence[_Word]) -> set[str]:
        """The words that name the same thing in another way than another account, as `stem_key` gives them."""
        users: dict[str, set[int]] = defaultdict(set)
        topics: dict[str, str] = {}
        compounds: dict[str, Compound] = {}
        simple = set[str]()
        for word in words:
            users[word.term].add(word.account)
            topics[word.term] = word.topic
            if word.term not in compounds and word.text not in simple:
                if found_parts := compound(word.text, self._heads):
                    compounds[word.term] = found_parts
                else:
                    simple.add(word.text)
        found = set[str]()
        for one, other in combinations(compounds.values(), 2):
            two_topics = topics[one.term] and topics[other.term] and topics[one.term] != topics[other.term]
            if _alike(one, other) and not users[one.term] & users[other.term] and not two_topics:
                found |= {one.term, other.term}
        having = set[int]().union(*(users[term] for term in found))
        parts = {part for term in found for part in (compounds[term].first, compounds[term].head)}
        firsts = {compounds[term].first for term in found}
        return found | {
            word.term
            for word in words
            if word.account not in having
            and word.text[0].isupper()
            and (word.term in parts or (word.term in compounds and compounds[word.term].head in firsts))
        }


def _alike(one: Compound, other: Compound) -> bool:
    """Whether both have one head, and neither is only the other made more exact."""
    return one.head == other.head and not one.term.endswith(other.term) and not other.term.endswith(one.term)


def _quoted(claim: Claim) -> Iterator[Range]:
    """What the sentence has in quotation marks, but for names."""
    names = {span.text for span in claim.spans if span.target}
    for match in quoted_in(claim.text):
        if match[0] not in names:
            yield match.span()


def _add_judged(
    question: Question, accounts: Accounts, words: Sequence[_Word], found: Mapping[str, set[Range]]
) -> None:
    taken = positions(question, accounts)
    if len(set(map(frozenset, taken.values()))) < 2:
        return
    keys = _keys(question.record.positions)
    answers = {(answer.position, claim.key) for answer, claim in question.answers}
    for position, claim in answers:
        for word in words:
            if word.claim == claim and any(is_of(word.text, key) for key in keys[position]):
                found[claim].add(word.at)


def positions(question: Question, accounts: Accounts) -> dict[int, set[str]]:
    """Which account takes which positions of a question; those that say nothing of it are left out."""
    numbers = {claim.key: number for number, (_, claims) in enumerate(accounts) for claim in claims}
    taken: dict[int, set[str]] = defaultdict(set)
    for answer, claim in question.answers:
        if claim.key in numbers:
            taken[numbers[claim.key]].add(answer.position)
    return taken


def _keys(labels: Mapping[str, str]) -> dict[str, set[str]]:
    """Position → the stems that its label alone has."""
    stems = {position: stems_of(label) for position, label in labels.items()}
    return {
        position: own - set[str]().union(*(other for name, other in stems.items() if name != position))
        for position, own in stems.items()
    }


def _joined(ranges: Iterable[Range], text: str) -> list[Range]:
    """In order, none inside another; neighbours as one, and each with the negation before it."""
    found: list[Range] = []
    for word, end in sorted(ranges, key=lambda place: (place[0], -place[1])):
        start = with_negation(text, word)
        if found and not text[found[-1][1] : start].strip():
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found
