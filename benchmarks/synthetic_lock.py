"""The lock of a synthetic dossier, in which all claims are verified."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from benchmarks.synthetic_articles import Written
from generator.model import ArticleRecord, digest
from generator.verification.lock import HEAD, record_hash


def lock_text(written: Iterable[Written]) -> str:
    """As `dossier verify` writes it, most claims found by machine and every fourth read."""
    lines = [HEAD]
    for each in sorted(written, key=lambda one: one.id):
        parsed = ArticleRecord.model_validate(_texts(each.record))
        for claim in sorted(parsed.claims, key=lambda one: one.id):
            key = f"{each.id}#{claim.id}"
            lines.append(f"{key}:\n  record: {record_hash(parsed, claim)}\n  source: {digest(key)}\n  found:\n")
            lines += [f"  - name {name}\n" for name in each.topics]
            if claim.p[0] % 4 == 0:
                lines.append("  read:\n    by: Probe\n    'on': '2026-11-21'\n")
    return "".join(lines)


def _texts(value: Any) -> Any:
    """Every scalar as the text that the generator reads from YAML."""
    if isinstance(value, Mapping):
        return {key: _texts(each) for key, each in value.items()}
    return [_texts(each) for each in value] if isinstance(value, list) else str(value)
