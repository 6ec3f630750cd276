"""The state of a dossier as text for a terminal, as JSON, and against the limits that CI sets."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

import click

from generator.problems import counted, printable
from generator.status import Place, Section, Status

MOST_PLACES = 10
SUM = ""
"""In place of a kind: the limit holds for all work together."""


def as_text(status: Status, most: int | None = MOST_PLACES) -> str:
    """One block a kind with at most `most` places, what was not looked for, what to do next, and the sum."""
    blocks = ["\n".join(_block(section, most)) for section in status.sections if section.places]
    if status.unlisted:
        blocks.append(f"unlinked names are not listed: {status.unlisted}")
    if status.textless:
        blocks.append(f"unlinked names: texts of {counted(status.textless, 'article')} are not at hand")
    if status.next:
        blocks.append(click.style(f"next: dossier text {status.next}", bold=True))
    return "\n\n".join([*blocks, summary(status)])


def _block(section: Section, most: int | None) -> Iterator[str]:
    marked = "" if section.is_work else " (for information)"
    head = click.style(section.kind, fg="yellow" if section.is_work else "cyan", bold=True)
    yield f"{head} {len(section.places)}: {'; '.join(filter(None, (f'{section.title}{marked}', section.hint)))}"
    yield from (f"  {_line(place, place.message if section.hint else place.note)}" for place in section.places[:most])
    if most is not None and len(section.places) > most:
        yield click.style(f"  … and {len(section.places) - most} more; list them with --all", dim=True)


def _line(place: Place, note: str) -> str:
    named = f'"{place.id.rpartition("#")[2]}"' in place.message  # then the file says the rest
    told = "; ".join(filter(None, ("" if named else place.id, note)))
    return printable(f"{place.mark.path}:{place.mark.line}  {told}")


def summary(status: Status) -> str:
    """The closing line, e.g. `14 to do: 1 not-evaluated, 13 unverified; 30 for information`."""
    kinds = [f"{len(each.places)} {each.kind}" for each in status.sections if each.is_work and each.places]
    done = f"{status.work} to do: {', '.join(kinds)}" if kinds else "nothing to do"
    return f"{done}; {sum(status.counts.values()) - status.work} for information"


def as_json(status: Status) -> str:
    sections = [
        {
            "kind": section.kind,
            "title": section.title,
            "work": section.is_work,
            "count": len(section.places),
            "places": [
                {
                    "path": place.mark.path,
                    "line": place.mark.line,
                    "column": place.mark.column,
                    "id": place.id,
                    "message": place.message,
                    "hint": place.hint,
                }
                for place in section.places
            ],
        }
        for section in status.sections
    ]
    names = {"names_not_listed": status.unlisted, "texts_not_at_hand": status.textless}
    report = {"sections": sections, "work": status.work, "next": status.next, **names}
    return json.dumps(report, ensure_ascii=False)


def exceeded(status: Status, limits: Mapping[str, int]) -> Iterator[str]:
    """A line for each limit that the dossier is above."""
    for kind, limit in limits.items():
        count, what = (status.counts[kind], kind) if kind else (status.work, "to do")
        if count > limit:
            yield f"{count} {what}, which is more than the {limit} of --fail-above {f'{kind}=' if kind else ''}{limit}"
