"""What an editor is told about a new article: on the terminal in a few lines, or as JSON in full."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.desk.add import Drafted
from generator.drafting.draft import DraftClaim
from generator.drafting.extra import ExtraMissing
from generator.drafting.findings import ParagraphFindings
from generator.drafting.speech_words import is_people
from generator.drafting.unknown_names import UnknownName, unknown_names
from generator.fields import as_id
from generator.model import anonymous
from generator.parsing import Seeds
from generator.problems import counted
from generator.resolve.mentions import PERSON

MOST_NAMES = 20


def names_in(blocks: Sequence[str], seeds: Seeds) -> list[UnknownName] | None:
    """The names that no topic knows; None where what finds them is not installed."""
    try:
        return unknown_names(blocks, seeds)
    except ExtraMissing:
        return None


def told(made: Drafted, seeds: Seeds, root: Path, folder: Path) -> Iterator[str]:
    """What the editor is told about a new article, line by line."""
    basis, names = made.published_basis.partition(":")[0], names_in(made.blocks, seeds)
    yield f"{made.id}: {counted(len(made.claims), 'draft')}, published {made.published.text} ({basis})"
    yield f"  seeds/articles/{made.id}.yml"
    yield f"  {_shown(folder, root)}/{made.id}.txt (private)"
    yield f"  found: {', '.join(_counts(made))}"
    if made.to_decide:
        yield "  to decide:"
        yield from (f"    {line}" for line in made.to_decide)
    yield from (f"  {line}" for line in name_lines(names, made.id, seeds, made.claims))
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


def name_lines(
    names: Sequence[UnknownName] | None, article: str, seeds: Seeds, claims: Iterable[DraftClaim]
) -> Iterator[str]:
    """The names that no topic knows, each with the command that makes it known."""
    if names is None:
        yield "names that no topic knows are not looked for without the extra: pip install -e '.[import]'"
        return
    if not names:
        return
    kinds = seeds.settings.record.kinds if seeds.settings else {}
    yield f"names that no topic knows (make them known, then: dossier draft {article}; KIND is {', '.join(kinds)}):"
    speakers = {words for claim in claims for words in map(anonymous, claim.by) if words}
    person = next((f"{kind} {{id}} --type {PERSON}" for kind in kinds if PERSON in kinds[kind].types), "KIND {id}")
    for name in names[:MOST_NAMES]:
        places = ", ".join(map(str, name.paragraphs))
        full = next((words for words in sorted(speakers) if _is_name(words) and name.words in words), name.words)
        record = person if any(name.words in words for words in speakers) else "KIND {id}"
        way = f"dossier new {record.format(id=as_id(full))} --name {shlex.quote(full)}"
        if name.nearest:
            way = f"another spelling of {name.nearest}? dossier alias {name.nearest} {shlex.quote(name.words)}"
        shown, plural = name.words if name.nearest else full, "s" if len(name.paragraphs) > 1 else ""
        yield f"  {shown} (paragraph{plural} {places}): {way}"
    if len(names) > MOST_NAMES:
        yield f"  … and {len(names) - MOST_NAMES} more"


def _is_name(words: str) -> bool:
    """Whether it is a name and no description: "Walter Kehr", not "Sprecherin Anna Kehr" nor "seine Sprecherin"."""
    first, *others = words.split()
    return bool(others) and len(others) < 4 and first[0].isupper() and not is_people(first)


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
