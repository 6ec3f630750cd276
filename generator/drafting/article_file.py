"""A drafted article as the YAML that an editor goes on with: short lines, the fields' usual order, and what to do next.

Written by hand rather than by a dumper, since it holds comments; tests read each of them back.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

import yaml

from generator.drafting.draft import DraftClaim
from generator.presence import written_number

WIDTH = 110
Field = str | Sequence[str] | Mapping[str, str]
PLAIN = frozenset({"published", "added", "when"})
"""Dates, which the house writes without quotes: seeds are read as text, and schemas take a date as such."""


def article_text(head: str, fields: Mapping[str, Field], to_do: Mapping[str, str], claims: Iterable[DraftClaim]) -> str:
    """The file: a comment, the article's fields (empty ones left out) with what is to do of them, and its drafts."""
    lines = [f"# {line}" for line in textwrap.wrap(head, WIDTH, break_on_hyphens=False)]
    for name, value in fields.items():
        lines += [f"# TODO: {name}: {to_do[name]}"] if name in to_do else []
        lines += field_lines(name, value)
    drafts = claims_text(claims)
    return "\n".join([*lines, f"claims:\n{drafts}" if drafts else "claims: []\n"])


def claims_text(claims: Iterable[DraftClaim]) -> str:
    """The items of `claims`, a blank line between paragraphs."""
    lines, before = list[str](), 0
    for claim in claims:
        lines += ["", *claim_lines(claim)] if before and claim.p != before else claim_lines(claim)
        before = claim.p
    return "\n".join([*lines, ""]) if lines else ""


def claim_lines(claim: DraftClaim) -> list[str]:
    """One item of `claims`."""
    return [f"{'  ' if at else '- '}{line}" for at, line in enumerate(_claim(claim))]


def _claim(claim: DraftClaim) -> Iterator[str]:
    yield f"id: {claim.id}"
    yield f"p: {claim.p}"
    yield 'text: ""'
    for name in ("when", "when_basis", "by", "via", "event", "topics"):
        value: str | tuple[str, ...] = getattr(claim, name)
        yield from field_lines(name, value[0] if isinstance(value, tuple) and len(value) == 1 else value)
    figures = [_figure(each.measure, each.value, each.qualifier) for each in claim.figures]
    if len(figures) == 1:
        yield f"figure: {figures[0]}"
    elif figures:
        yield "figure:"
        yield from (f"- {each}" for each in figures)
    yield from (f"# {line}" for remark in claim.remarks for line in textwrap.wrap(remark, WIDTH))


def _figure(measure: str, value: float, qualifier: str | None) -> str:
    return f"{{measure: {measure}, value: {written_number(value)}{f', qualifier: {qualifier}' if qualifier else ''}}}"


def field_lines(name: str, value: Field) -> list[str]:
    """`name: value`, `name: [a, b]` or a mapping below the name, wrapped; nothing for an empty value."""
    if not value:
        return []
    if isinstance(value, str):
        line = f"{name}: {value}" if name in PLAIN else _dumped({name: value}, flow=False)
    elif isinstance(value, Mapping):
        return [f"{name}:", *(f"  {line}" for inner in value for line in field_lines(inner, value[inner]))]
    else:
        line = f"{name}: {_dumped(list(value), flow=True)}"
    return textwrap.wrap(line, WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def _dumped(value: dict[str, str] | list[str], *, flow: bool) -> str:
    """The value as YAML on one line, texts in quotes where they need them."""
    dumped: str = yaml.safe_dump(value, default_flow_style=flow, allow_unicode=True, width=10**6)
    return dumped.strip()
