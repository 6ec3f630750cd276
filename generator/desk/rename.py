"""`dossier rename`: one id becomes another wherever it stands, and an address once published goes on leading there.

The ids are replaced in the text of the files (yaml_edit.py), at the places that the fields' types name (id_uses.py).
The result is tried out on a copy: what is resolved from it must be the same dossier but for the id, else nothing is
written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from generator.desk.id_uses import id_uses
from generator.desk.published import may_be_published
from generator.desk.renamed_lock import renamed_lock
from generator.desk.renamed_published import renamed_published
from generator.desk.renaming import Renaming
from generator.desk.same import differences
from generator.desk.trial import Refused, changed_copy
from generator.desk.yaml_edit import Edit, SeedText, Unsafe, edited
from generator.fields import HoldsRefs
from generator.parsing import Seed, parse_seeds
from generator.pipeline import Loaded, Project, linked
from generator.problems import Problems
from generator.published import PUBLISHED_FILE, write_published
from generator.redirects import REDIRECTS_FILE, moved, write_redirects
from generator.resolve.backlinks import HandWritten, refs_in
from generator.verification.lock import LOCK_FILE, write_lock
from generator.yaml_marks import Loc


@dataclass
class Renamed:
    """What a rename changes: path inside the project → content (None: deleted), and what it was before."""

    changes: dict[Path, bytes | None] = field(default_factory=dict)
    seen: dict[Path, bytes | None] = field(default_factory=dict)
    edits: int = 0
    unverified: int = 0
    """Claims that must be verified again, as their full texts are not at hand."""
    redirected: bool = True
    """Whether the old address leads to the new one; it need not where no commit knows it."""

    def put(self, path: Path, before: bytes | None, after: bytes | None) -> None:
        self.seen[path] = before
        if after != before:
            self.changes[path] = after


def rename(project: Project, loaded: Loaded, renaming: Renaming, fulltexts: Path) -> Renamed:
    """Works the change out; nothing is written.

    Raises:
        Refused: it cannot be made without touching more than the id.
    """
    renamed = Renamed()
    for path, seeds in _by_file(loaded).items():
        _rename_in_seed(project, Path(path), seeds, renaming, renamed)
    for page in loaded.hand_written:
        _rename_in_page(project, page, renaming, renamed)
    _rename_files(project, loaded, renaming, renamed)
    _redirect(project, loaded, renaming, renamed)
    _prove(project, loaded, renaming, fulltexts, renamed)
    return renamed


def _by_file(loaded: Loaded) -> dict[str, list[Seed[Any]]]:
    groups = (
        loaded.seeds.articles,
        loaded.seeds.topics,
        loaded.seeds.events,
        loaded.seeds.questions,
        loaded.seeds.measures,
    )
    files: dict[str, list[Seed[Any]]] = {}
    for group in groups:
        for seed in group.values():
            files.setdefault(seed.file.path, []).append(seed)
    return files


def _rename_in_seed(
    project: Project, path: Path, seeds: Sequence[Seed[Any]], renaming: Renaming, renamed: Renamed
) -> None:
    content = (project.root / path).read_bytes()
    if not renaming.may_stand_in(content):
        return
    try:
        text = SeedText(content)
        wanted = deepcopy(text.value)
        edits = [edit for seed in seeds for edit in _edits_in(seed, text, wanted, renaming)]
        for seed in seeds:
            if seed.id == renaming.old and seed.loc:
                edits.append(text.key_edit(seed.loc, renaming.old, renaming.new))
                wanted[renaming.new] = wanted.pop(renaming.old)
        if edits:
            renamed.put(path, content, text.with_edits(edits, wanted))
            renamed.edits += len(edits)
    except Unsafe as unsafe:
        raise Refused(f"{path.as_posix()}: {unsafe.message}") from None


def _edits_in(seed: Seed[Any], text: SeedText, wanted: Any, renaming: Renaming) -> Iterator[Edit]:
    """The edits in one record, made in `wanted` too."""
    model: type[BaseModel] = type(seed.record)
    for loc, use in id_uses(model, _at(text.value, seed.loc), seed.loc):
        value = _at(text.value, loc)
        if isinstance(use, HoldsRefs):
            here, written = renaming.edits_in(value), text.prose_edits(loc, renaming.edits_in)
            if len(here) != len(written):
                raise text.unusual(renaming.old, text.nodes[loc].start)
            if here:
                _put(wanted, loc, edited(value, here))
                yield from written
        elif use.noun == renaming.noun and value.strip() == renaming.old:
            _put(wanted, loc, value.replace(renaming.old, renaming.new))
            yield text.value_edit(loc, renaming.old, renaming.new)
    if renaming.noun == "claim" and seed.id == renaming.article:
        index = next(at for at, claim in enumerate(seed.record.claims) if claim.id == renaming.old_claim)
        _put(wanted, ("claims", index, "id"), renaming.new_claim)
        yield text.value_edit(("claims", index, "id"), renaming.old_claim, renaming.new_claim)


def _at(value: Any, loc: Loc) -> Any:
    for part in loc:
        value = value[part]
    return value


def _put(value: Any, loc: Loc, new: str) -> None:
    _at(value, loc[:-1])[loc[-1]] = new


def _rename_in_page(project: Project, page: HandWritten, renaming: Renaming, renamed: Renamed) -> None:
    path = Path(project.docs.name) / page.path
    content = (project.root / path).read_bytes()
    text = content.decode()
    bom = len(text) - len(text.removeprefix("\ufeff"))
    starts = _line_starts(text[bom:], bom)
    as_typed = HandWritten(page.path, page.shown, text[bom:])
    refs = ((ref, starts[mark.line - 1] + mark.column - 1) for ref, mark in refs_in(as_typed))
    edits = list(renaming.edits_at(text, refs))
    edits += renaming.edits_of_paths(text)
    if edits:
        renamed.put(path, content, edited(text, edits).encode())
        renamed.edits += len(edits)


def _line_starts(text: str, at: int) -> list[int]:
    starts = []
    for line in text.splitlines(keepends=True):
        starts.append(at)
        at += len(line)
    return starts


def _rename_files(project: Project, loaded: Loaded, renaming: Renaming, renamed: Renamed) -> None:
    """An article's files bear its id, and so may a file that holds a single topic."""
    for old in _own_files(project, loaded, renaming):
        new = old.with_name(renaming.new + old.suffix)
        if (project.root / new).exists():
            raise Refused(f"{new.as_posix()} is there already; move it away first")
        before = (project.root / old).read_bytes()
        after = renamed.changes.get(old, before)
        renamed.put(old, before, None)
        renamed.put(new, None, after)


def _own_files(project: Project, loaded: Loaded, renaming: Renaming) -> Iterable[Path]:
    if renaming.noun == "article":
        stem = Path(project.seeds.name, "articles", renaming.old)
        return [
            stem.with_name(f"{stem.name}.yml"),
            *([stem.with_name(f"{stem.name}.md")] if renaming.old in loaded.seeds.texts else []),
        ]
    topic = loaded.seeds.topics.get(renaming.old)
    if topic and topic.file.stem == renaming.old and len(topic.file.value) == 1:
        return [Path(topic.file.path)]
    return []


def _redirect(project: Project, loaded: Loaded, renaming: Renaming, renamed: Renamed) -> None:
    path = Path(project.seeds.name, REDIRECTS_FILE)
    before = (project.root / path).read_bytes() if loaded.redirects.file else None
    after = moved(loaded.redirects.addresses, renaming.old_address, renaming.new_address)
    renamed.redirected = may_be_published(project.root, renaming, loaded.published.entries)
    if not renamed.redirected:
        del after[renaming.old_address]
    if after != loaded.redirects.addresses:
        renamed.put(path, before, write_redirects(after).encode())


def _prove(project: Project, loaded: Loaded, renaming: Renaming, fulltexts: Path, renamed: Renamed) -> None:
    """Holds the dossier that would be against the one that is, and takes the lock and the inventory along."""
    problems = Problems()
    with changed_copy(project, loaded.dossier.settings, renamed.changes) as copy:
        seeds = parse_seeds(copy.seeds, copy.root, problems)
        lock, unverified, regained = renamed_lock(loaded, seeds, renaming, fulltexts)
        path = Path(project.seeds.name, LOCK_FILE)
        if (project.root / path).exists():
            renamed.put(path, (project.root / path).read_bytes(), write_lock(lock).encode())
        if loaded.published.file:
            path = Path(project.seeds.name, PUBLISHED_FILE)
            entries = renamed_published(loaded, seeds, renaming)
            renamed.put(path, (project.root / path).read_bytes(), write_published(entries).encode())
        after = linked(copy, seeds, lock, problems)
    if not after:
        errors = "\n".join(str(problem) for problem in problems if problem.level == "error")
        raise Refused(f"nothing was renamed, as it would bring about:\n{errors}")
    neutral = frozenset(map(renaming.neutral, (*unverified, *regained)))
    if found := differences(loaded, after, renaming.neutral, neutral):
        message = f"nothing was renamed, as it would change more than the id ({', '.join(found)})"
        raise Refused(f"{message}; is {renaming.new} a spelling of something else? choose another id")
    renamed.unverified = len(unverified)
