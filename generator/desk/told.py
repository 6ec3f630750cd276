"""What an editor is told about a new article: on the terminal in a few lines, or as JSON in full."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.desk.add import Drafted
from generator.drafting.extra import ExtraMissing
from generator.drafting.findings import ParagraphFindings
from generator.drafting.unknown_names import UnknownName, unknown_names
from generator.fields import as_id
from generator.parsing import Seeds
from generator.problems import counted

MOST_NAMES = 20


def names_in(blocks: Sequence[str], seeds: Seeds) -> list[UnknownName] | None:
    """The names that no topic knows; None where what finds them is not installed."""
    try:
        return unknown_names(blocks, seeds)
    except ExtraMissing:
        return None


def told(made: Drafted, names: Sequence[UnknownName] | None, root: Path, folder: Path) -> Iterator[str]:
    """What the editor is told about a new article, line by line."""
    basis = made.published_basis.partition(":")[0]
    yield f"{made.id}: {counted(len(made.claims), 'draft')}, published {made.published.text} ({basis})"
    yield f"  seeds/articles/{made.id}.yml"
    yield f"  {_shown(folder, root)}/{made.id}.txt (private)"
    yield f"  found: {', '.join(_counts(made))}"
    if made.to_decide:
        yield "  to decide:"
        yield from (f"    {line}" for line in made.to_decide)
    yield from (f"  {line}" for line in name_lines(names, made.id))
    yield f"  next: dossier text {made.id}, write the texts of the drafts, then dossier check"


def _shown(folder: Path, root: Path) -> str:
    return (folder.relative_to(root) if folder.is_relative_to(root) else folder).as_posix()


def _counts(made: Drafted) -> Iterator[str]:
    sentences = [sentence for paragraph in made.paragraphs for sentence in paragraph.sentences]
    figures = sum(len(claim.figures) for claim in made.claims)
    known = f" ({figures} of known measures)" if figures else ""
    yield counted(len({mention.topic for sentence in sentences for mention in sentence.mentions}), "topic")
    yield counted(sum(len(sentence.quantities) for sentence in sentences), "number") + known
    yield counted(sum(len(sentence.times) for sentence in sentences), "date")
    yield counted(len({each.speaker for sentence in sentences for each in sentence.speech}), "speaker")
    yield counted(len({event for sentence in sentences for event in sentence.events}), "likely event")


def name_lines(names: Sequence[UnknownName] | None, article: str) -> Iterator[str]:
    """The names that no topic knows, each with the command that makes it known."""
    if names is None:
        yield "names that no topic knows are not looked for without the extra: pip install -e '.[import]'"
        return
    if names:
        yield f"names that no topic knows (make them known, then: dossier draft {article}):"
    for name in names[:MOST_NAMES]:
        places = ", ".join(map(str, name.paragraphs))
        way = f"dossier new KIND {as_id(name.words)} --name {shlex.quote(name.words)}"
        if name.nearest:
            way = f"another spelling of {name.nearest}? dossier alias {name.nearest} {shlex.quote(name.words)}"
        yield f"  {name.words} (paragraph{'s' if len(name.paragraphs) > 1 else ''} {places}): {way}"
    if len(names) > MOST_NAMES:
        yield f"  … and {len(names) - MOST_NAMES} more"


def as_json(made: Drafted, names: Sequence[UnknownName]) -> dict[str, Any]:
    """All that was found in an article, paragraph by paragraph; no words of it but names, units and dates."""
    return {
        "id": made.id,
        "published": made.published.text,
        "published_basis": made.published_basis,
        "paragraphs": [_paragraph(paragraph) for paragraph in made.paragraphs],
        "unknown_names": [{"name": n.words, "paragraphs": list(n.paragraphs), "nearest": n.nearest} for n in names],
        "to_decide": list(made.to_decide),
    }


def _paragraph(paragraph: ParagraphFindings) -> dict[str, Any]:
    sentences = paragraph.sentences
    return {
        "p": paragraph.number,
        "topics": list(dict.fromkeys(mention.topic for each in sentences for mention in each.mentions)),
        "numbers": [
            {"value": found.value, "unit": found.unit, "qualifier": found.qualifier}
            for each in sentences
            for found in each.quantities
        ],
        "dates": [{"when": time.when.text, "basis": time.basis} for each in sentences for time in each.times],
        "speech": [{"speaker": found.speaker, "via": found.passed_on} for each in sentences for found in each.speech],
        "events": list(dict.fromkeys(event for each in sentences for event in each.events)),
    }
