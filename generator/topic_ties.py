"""What ties a topic to others, as its claims say: offices, relations, and whom it shares claims with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.dossier import Claim
from generator.model import RelationKind

NEIGHBOURS = 8
SENTENCES = 5


@dataclass(frozen=True)
class RoleRow:
    """An office by its latest claim; `at` also where only an earlier one names it."""

    of: str
    office: str
    at: str | None
    claim: Claim


@dataclass(frozen=True)
class RelationRow:
    """A relation as this topic reads it, with the claims that state it, by time."""

    label: str
    other: str
    claims: list[Claim]


@dataclass(frozen=True)
class Neighbour:
    """Another topic, how many claims it shares, and the latest of them, by time."""

    other: str
    shared: int
    claims: list[Claim]


def roles(topic: str, about: Sequence[Claim]) -> list[RoleRow]:
    """The offices it holds, or that are held in it, latest first; each office once, by its latest claim."""
    stated = [(role, claim) for claim in about for role in claim.record.role if topic in (role.of, role.at)]
    known_at = {(role.of, role.is_.casefold()): role.at for role, _ in stated if role.at}
    rows: dict[tuple[str, str, str | None], RoleRow] = {}
    for role, claim in reversed(stated):
        office = role.is_.casefold()
        at = role.at or known_at.get((role.of, office))
        rows.setdefault((role.of, office, at), RoleRow(role.of, role.is_, at, claim))
    return list(rows.values())


def relations(topic: str, about: Sequence[Claim], kinds: Mapping[str, RelationKind]) -> list[RelationRow]:
    rows: dict[tuple[str, str], RelationRow] = {}
    for claim in about:
        for relation in claim.record.relation:
            kind = kinds[relation.is_]
            ends = ((relation.of, kind.label, relation.to), (relation.to, kind.inverse, relation.of))
            for own, label, other in ends:
                if own == topic:
                    rows.setdefault((label, other), RelationRow(label, other, [])).claims.append(claim)
    return sorted(rows.values(), key=lambda row: (row.label, row.other))


def neighbours(topic: str, about: Sequence[Claim]) -> list[Neighbour]:
    """The topics that share most claims with this one."""
    counts = Counter(other for claim in about for other in claim.topics if other != topic)
    nearest = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:NEIGHBOURS]
    return [
        Neighbour(other, count, [claim for claim in about if other in claim.topics][-SENTENCES:])
        for other, count in nearest
    ]
