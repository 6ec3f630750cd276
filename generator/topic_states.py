"""What state a topic was in and when, as its claims say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.dossier import Claim


@dataclass(frozen=True)
class StatusRow:
    """A state the topic was in, with the claims that say so of the same time."""

    status: str
    claims: list[Claim]


def statuses(topic: str, about: Sequence[Claim]) -> list[StatusRow]:
    """Latest first; what several claims say of the same time is one row."""
    rows: dict[tuple[str, str], StatusRow] = {}
    for claim in reversed(about):
        for status in claim.record.status:
            if status.of == topic:
                when = claim.when or claim.article.record.published
                rows.setdefault((status.is_, when.text), StatusRow(status.is_, [])).claims.append(claim)
    return list(rows.values())
