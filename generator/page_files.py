"""The files of all pages: those that a change touches written anew, the others as the last run left them in docs/.

A page stays where its head data (title, description …), all answers to what it asked of the dossier, who links to it,
and its file are as they were. What the last run knew of it is only a hint: a file that does not have the hash of then
is written anew.
"""

from __future__ import annotations

import gc
import hashlib
import pickle
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import NamedTuple

from generator.asked import Question
from generator.backlink_list import around
from generator.digests import Digests
from generator.dossier import Dossier
from generator.drafts import Drafted, Numbers, drafted, read_sections
from generator.kept import Kept
from generator.link_graph import LinkGraph, Section, link_graph
from generator.pages.page import Page
from generator.render import backlink_section, finished
from generator.sync import File, hash_at
from generator.waiting import NewRoom
from generator.writer import Writer

_KEPT = "pages"

_Sections = tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...]


class _Linked(NamedTuple):
    """What a run knew of who links to a page: what it asked, what else it went by (`around`), and its text's hash."""

    questions: array[int]
    around: str
    text: str


class _Known(NamedTuple):
    """What a run knew of a page; `file` is the hash of the file."""

    head: str
    questions: array[int]
    sections: _Sections
    linked: _Linked
    file: str


@dataclass(frozen=True)
class Last:
    """The last run: where it wrote its pages, and what it kept for this one; and what tells the hash of a file."""

    docs: Path
    kept: Kept
    hashed: Callable[[Path], str] = hash_at


@dataclass
class Known:
    """What a run knew: of all pages alike, of each by its path, and the answers to the questions that they asked."""

    everywhere: str = ""
    pages: dict[str, _Known] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)

    def changed(self, dossier: Dossier) -> set[int]:
        """The numbers of the questions that have another answer now."""
        answer = dossier.asker.answer
        return {
            number
            for number, (question, told) in enumerate(zip(self.questions, self.answers, strict=True))
            if answer(question) != told
        }

    def staying(self, changed: set[int], heads: Mapping[str, str], last: Last) -> dict[str, _Known]:
        """The pages that may stay, as far as can be said before it is known who links to them."""
        return {
            path: page
            for path, page in self.pages.items()
            if page.head == heads.get(path)
            and changed.isdisjoint(page.questions)
            and last.hashed(last.docs / path) == page.file
        }

    def save(self, kept: Kept) -> None:
        # apart: of each tuple, pickle would keep in mind that it has seen it
        names, keys = [name for name, _ in self.questions], [key for _, key in self.questions]
        kept.write(_KEPT, pickle.dumps((self.everywhere, self.pages, names, keys, self.answers), protocol=5))


def read_known(kept: Kept) -> Known:
    content = kept.read(_KEPT)
    if not content:
        return Known()
    everywhere, pages, names, keys, answers = pickle.loads(content)  # noqa: S301 - signed with the user's own key
    return Known(everywhere, pages, list(zip(names, keys, strict=True)), answers)


def page_files(
    dossier: Dossier, pages: Sequence[Page], room: NewRoom, last: Last | None = None
) -> tuple[dict[str, File], LinkGraph]:
    """Path → file of each page, and which page links to which; without the `last` run, all pages are written anew.

    `dossier` is watched, and is what the pages are made from; docs/ is not written to.
    """
    known = read_known(last.kept) if last else Known()
    if known.everywhere != _everywhere(dossier):
        known = Known()
    heads, changed = {page.path: _head(page) for page in pages}, known.changed(dossier)
    staying = known.staying(changed, heads, last) if last else {}
    numbers = Numbers({question: number for number, question in enumerate(known.questions)})
    drafts = drafted([page for page in pages if page.path not in staying], dossier, numbers, room)
    sections = {path: read_sections(page.sections) for path, page in staying.items()}
    sections |= {path: each.sections for path, each in drafts.items()}
    graph = link_graph((page.path, page.title, sections[page.path]) for page in pages)
    surroundings = {page.path: around(dossier, graph, page.path) for page in pages}
    linked, texts = dict[str, _Linked](), dict[str, str]()
    with _rings_removed():
        for path, here in surroundings.items():
            before = staying[path].linked if path in staying else None
            if before and before.around == here and changed.isdisjoint(before.questions):
                linked[path] = before
            else:
                with dossier.asker.noting() as questions:
                    texts[path] = backlink_section(Writer(dossier, path), graph)
                linked[path] = _Linked(array("L", map(numbers, questions)), here, _hash(texts[path]))
    others = [
        page for page in pages if page.path in staying and staying[page.path].linked.text != linked[page.path].text
    ]
    drafts |= drafted(others, dossier, numbers, room)
    files = {path: _file(draft, texts[path]) for path, draft in drafts.items()}
    if last:
        files |= {
            path: File(staying[path].file, (last.docs / path).read_bytes) for path in linked if path not in drafts
        }
        now = {
            path: _Known(heads[path], each.questions, _plain(each.sections), linked[path], files[path].digest)
            for path, each in drafts.items()
        }
        now |= {path: staying[path]._replace(linked=linked[path]) for path in linked if path not in drafts}
        asked = list(numbers.of)
        Known(_everywhere(dossier), now, asked, dossier.asker.last_answers(asked)).save(last.kept)
    return files, graph


@contextmanager
def _rings_removed() -> Iterator[None]:
    """Each use of a template leaves a ring of objects behind; looked for once, and among what is new alone."""
    gc.freeze()
    try:
        yield
    finally:
        gc.collect()
        gc.unfreeze()


def _file(draft: Drafted, linked: str) -> File:
    def content() -> bytes:
        return finished(draft.head().decode(), linked, draft.tail().decode()).encode()

    return File(_hash(content()), content)


def _head(page: Page) -> str:
    """Of all that a page is but its values, which come from what it asks."""
    return Digests().of([getattr(page, each.name) for each in fields(page) if each.name != "values"])


def _everywhere(dossier: Dossier) -> str:
    return Digests().of([dossier.settings, dossier.address])


def _plain(sections: Iterable[Section]) -> _Sections:
    return tuple(
        (part.anchor, part.heading, tuple(sorted(part.linked)), tuple(sorted(part.listed))) for part in sections
    )


def _hash(content: str | bytes) -> str:
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()
