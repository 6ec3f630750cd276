"""A difference as Markdown for a pull request, and as JSON.

The words of seeds come from whoever proposes the change: none is long, and nothing is made of them. Where Markdown
takes a backslash, it stands before the character; what GitHub looks for in the finished text (mentions, issues,
addresses) stands as code, where it looks for nothing. So the same lines can be read on a terminal.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby

from generator.difference import Change, Difference
from generator.problems import counted, printable

HEADINGS = {
    "article": "Articles",
    "claim": "Claims",
    "topic": "Topics",
    "event": "Events",
    "question": "Questions",
    "measure": "Figures",
    "page": "Hand-written pages",
    "settings": "Settings",
    "problem": "Open problems",
}
NOUNS = {
    "event": "event",
    "question": "question",
    "measure": "series of figures",
    "page": "page",
}
SIGNS = {"new": "+", "gone": "-"}
PAGES = ("topic", "event", "question", "measure", "page")
HAPPENS = ("renamed", "withdrawn", "corrected", "changed")
HEADLINE = (
    *(("article", what) for what in (*SIGNS, *HAPPENS)),
    *(("event", what) for what in SIGNS),
    *(("claim", what) for what in (*SIGNS, "drafted", "written", "reworded", *HAPPENS)),
    *(("claim", what) for what in ("verified", "no longer verified")),
    *((kind, what) for kind in PAGES if kind != "event" for what in SIGNS),
    *((kind, what) for what in ("renamed", "changed") for kind in PAGES),
)
"""The kinds of changes that it counts, in this order."""
MOST_LINES = 40
MOST_CHARACTERS = 120

_TAKEN = re.compile(r"[*`\[]|\\(?![^\W_]|\s)|(?<![^\W_])_|_(?![^\W_])")
"""What Markdown takes for its own; an underline only at the edge of a word."""
_MADE = re.compile(
    r"@\S|#\d|[\w-]#\w|GH-\d|://|www\.|:[\w+-]+:|\$|<[a-z/!?]|&#?\w+;|~(?=[^\W_])|(?<![^\W_])~", re.IGNORECASE
)
"""What GitHub makes something of, wherever it stands in a word; the key of a claim is best read as code, too."""
_EDGES = re.compile(r"^([\"„“(]*)(.+?)([\"“”.,)]*)$")
"""A word without the punctuation around it."""


def as_markdown(found: Difference) -> str:
    """A headline, and a section for each kind of record that changed."""
    parts = [_headline(found)]
    for kind, heading in HEADINGS.items():
        changes = [change for change in found.changes if change.kind == kind]
        if changes:
            parts.append("\n".join([f"### {heading}", "", *_lines(kind, changes)]))
    return "\n\n".join(parts) + "\n"


def as_json(found: Difference) -> str:
    before, now = found.opens
    changes = [asdict(change) for change in found.changes]
    report = {"summary": list(_parts(found)), "open_before": before, "open_now": now, "changes": changes}
    return json.dumps(report, ensure_ascii=False)


def _headline(found: Difference) -> str:
    first, *rest = [*_parts(found), ""]
    return ", ".join([f"**{first}**", *filter(None, rest)]) if first else "**Nothing changes in the dossier.**"


def _parts(found: Difference) -> Iterator[str]:
    """What the headline counts, what is new and gone first: `+1 article`, `+14 claims`, `3 topic pages changed`."""
    for kind, what in HEADLINE:
        noun = "topic page" if (kind, what) == ("topic", "changed") else NOUNS.get(kind, kind)
        if number := found.count(kind, what):
            yield f"{SIGNS.get(what, '')}{_counted(number, noun)}{'' if what in SIGNS else f' {what}'}"
    if found.count("settings", "changed"):
        yield "settings changed"
    before, now = found.opens
    if before != now:
        yield f"{counted(abs(now - before), 'open problem')} {'more' if now > before else 'fewer'} ({now})"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if noun.startswith("series") else counted(number, noun)


def _lines(kind: str, changes: list[Change]) -> list[str]:
    if kind == "problem":
        gone = sum(change.what == "gone" for change in changes)
        lines = [f"- new: {_id(each.id)}: {_text(each.title)}" for each in changes if each.what == "new"]
        return [*_cut(lines), *([f"- {gone} gone"] if gone else [])]
    together = [list(group) for _, group in groupby(changes, key=lambda change: change.id)]
    plain = [group for group in together if [each.what for each in group] == ["verified"]]
    lines = [_line(group) for group in together if kind != "claim" or group not in plain]
    return [*_cut(lines), *_verified(kind, plain)]


def _cut(lines: list[str]) -> list[str]:
    more = [f"- … and {len(lines) - MOST_LINES} more; `dossier diff --format json` names all"]
    return lines[:MOST_LINES] + (more if len(lines) > MOST_LINES else [])


def _line(group: list[Change]) -> str:
    """All that happens to one record."""
    first, what = group[0], ", ".join(change.what for change in group)
    words = _text(shortened(first.title))
    if first.kind == "claim":
        named = f"{_id(first.id)} “{words}”" if words else _id(first.id)
    else:
        named = f"**{words}** ({_id(first.id)})"
    told = (detail for change in group for detail in change.details)
    details = "; ".join(_text(detail if first.kind == "measure" else shortened(detail)) for detail in told)
    return f"- {what}: {named}{f' – {details}' if details else ''}"


def _verified(kind: str, groups: list[list[Change]]) -> Iterator[str]:
    """Claims that are newly verified and otherwise as they were, by article."""
    if kind == "claim":
        numbers = Counter((each.id.partition("#")[0], each.details[0]) for group in groups for each in group)
        for (article, grade), number in numbers.items():
            yield f"- verified: {counted(number, 'claim')} of {_id(article)} – {grade}"


def _id(name: str) -> str:
    return _code(" ".join(printable(name).split()))


def _text(words: str) -> str:
    """The words as Markdown that shows them as they are."""
    return " ".join(
        _EDGES.sub(lambda word: f"{word[1]}{_code(word[2])}{word[3]}", each)
        if _MADE.search(each)
        else _TAKEN.sub(r"\\\g<0>", each)
        for each in printable(words).split()
    )


def _code(words: str) -> str:
    fence = "`" * (1 + max(map(len, re.findall("`+", words)), default=0))
    blank = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{fence}{blank}{words}{blank}{fence}"


def shortened(words: str) -> str:
    """The words on one line, cut at a blank."""
    line = " ".join(words.split())
    return (
        line
        if len(line) <= MOST_CHARACTERS
        else f"{line[:MOST_CHARACTERS].rpartition(' ')[0] or line[:MOST_CHARACTERS]} …"
    )
