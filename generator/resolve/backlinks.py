"""Who links to a page, with the sentence that does: claims, intros and notes, and hand-written pages."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown import markdown

from generator.addresses import folders, page_at
from generator.dossier import Backlink, Dossier
from generator.german.sentences import sentences
from generator.hand_over import HOME
from generator.markdown_text import without_emphasis
from generator.markup import Ref, find_refs, plain
from generator.problems import Mark, Problems
from generator.reading import known
from generator.resolve.page_sentences import linked_sentences
from generator.resolve.targets import Targets


@dataclass(frozen=True)
class HandWritten:
    """A Markdown page that people write in `docs/`: `path` inside docs, `shown` as messages name it."""

    path: str
    shown: str
    text: str

    @property
    def title(self) -> str:
        """Its first heading of the first level, or else its path."""
        heading = next((line for _, line in _prose_lines(self.text) if line.startswith("# ")), "")
        return _words(re.sub(r"\{[^}]*\}\s*$", "", heading.removeprefix("# "))) or self.path


def refs_in(page: HandWritten) -> Iterator[tuple[Ref, Mark]]:
    """The links and citations of a page with their positions."""
    for number, line in _prose_lines(page.text):
        for ref in find_refs(line):
            yield ref, Mark(page.shown, number, ref.start + 1)


def _prose_lines(text: str) -> Iterator[tuple[int, str]]:
    """The numbered lines of a page; front matter and fenced code are left out."""
    lines = text.splitlines()
    fence, start = "", 0
    if lines[:1] == ["---"] and "---" in lines[1:]:
        start = lines.index("---", 1) + 1
    for number, line in enumerate(lines[start:], start + 1):
        marker = line.lstrip()[:3]
        if marker in ("```", "~~~") and (not fence or marker == fence):
            fence = "" if fence else marker
        elif not fence:
            yield number, line


def check_hand_written(pages: Sequence[HandWritten], targets: Targets, problems: Problems) -> None:
    for page in pages:
        for ref, mark in refs_in(page):
            targets.resolve(ref, known(mark), problems)


def backlinks(dossier: Dossier, pages: Sequence[HandWritten]) -> dict[str, tuple[Backlink, ...]]:
    """Page → the links to it, each once, in the order: claims, topics, questions, home page, hand-written pages."""
    found: dict[str, dict[Backlink, None]] = {}
    for target, link in _links(dossier, pages):
        if target != link.source:
            found.setdefault(target, {})[link] = None
    return {target: tuple(links) for target, links in found.items()}


def _links(dossier: Dossier, pages: Sequence[HandWritten]) -> Iterator[tuple[str, Backlink]]:
    for claim in dossier.claims.values():
        linked = dict.fromkeys(span.target for span in claim.spans if span.target)
        if linked and not claim.withdrawn:
            words = claim.record.text if claim.record.text == claim.text else claim.text
            link = Backlink(claim.article.id, words, claim.key)
            yield from ((target, link) for target in linked)
    kinds = list(dossier.settings.kinds)
    topics = sorted(dossier.topics.items(), key=lambda pair: (kinds.index(pair[1].kind_id), pair[0]))
    for name, topic in topics:  # by id, so that files may be split and joined
        yield from _prose_links(name, topic.record.intro or "", dossier)
        yield from _prose_links(name, topic.record.note.text if topic.record.note else "", dossier)
    for name, question in dossier.questions.items():
        yield from _prose_links(name, question.record.note, dossier)
    yield from _prose_links(HOME, dossier.settings.intro or "", dossier)
    there = {page.path for page in pages} | {HOME, *(f"{folder}/index.md" for folder in folders(dossier.settings))}
    for page in pages:
        prose = "\n".join(line for _, line in _prose_lines(page.text))
        for sentence, targets in linked_sentences(prose, page.path, dossier.meanings):
            for target in (page_at(dossier, each) for each in targets):
                if not target.endswith(".md") or target in there:  # MkDocs tells of a link that leads nowhere
                    yield target, Backlink(page.path, sentence)


def _prose_links(source: str, text: str, dossier: Dossier) -> Iterator[tuple[str, Backlink]]:
    for sentence in sentences(text):
        linked = (dossier.meanings.of(ref) for ref in find_refs(sentence) if ref.kind == "link")
        for target in filter(None, linked):
            shown = without_emphasis(plain(sentence, dossier.meanings.words))
            yield target, Backlink(source, " ".join(shown.split()))


def _words(text: str) -> str:
    """What a reader sees of a line of Markdown."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", markdown(text))).split())
