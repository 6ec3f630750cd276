"""Who links to a page, with the sentence that does: claims, intros and notes, and hand-written pages."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markdown import markdown

from generator.addresses import HOME
from generator.dossier import Backlink, Claim
from generator.german.sentences import sentences
from generator.markdown_text import escape
from generator.markup import Ref, find_refs, plain
from generator.parsing import Seeds
from generator.problems import Mark, Problems
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
            targets.resolve(ref, mark, problems)


def backlinks(
    seeds: Seeds, claims: Sequence[Claim], targets: Targets, pages: Sequence[HandWritten]
) -> dict[str, tuple[Backlink, ...]]:
    """Target id → the links to it, each once, in the order: claims, topics, questions, pages."""
    found: dict[str, dict[Backlink, None]] = {}
    for target, link in _links(seeds, claims, targets, pages):
        if target != link.source:
            found.setdefault(target, {})[link] = None
    return {target: tuple(links) for target, links in found.items()}


def _links(
    seeds: Seeds, claims: Sequence[Claim], targets: Targets, pages: Sequence[HandWritten]
) -> Iterator[tuple[str, Backlink]]:
    for claim in claims:
        for target in dict.fromkeys(span.target for span in claim.spans if span.target):
            yield target, Backlink(claim.article.id, claim.text)
    if seeds.settings:
        yield from _prose_links(HOME, seeds.settings.record.intro or "", targets)
    for name, topic in sorted(seeds.topics.items()):  # by id, so that files may be split and joined
        yield from _prose_links(name, topic.record.intro or "", targets)
        yield from _prose_links(name, topic.record.note.text if topic.record.note else "", targets)
    for name, question in seeds.questions.items():
        yield from _prose_links(name, question.record.note, targets)
    for page in pages:
        prose = "\n".join(line for _, line in _prose_lines(page.text))
        for target, link in _prose_links(page.path, prose, targets, lambda ref: escape(targets.words(ref))):
            yield target, Backlink(link.source, _words(link.sentence))


def _prose_links(
    source: str, text: str, targets: Targets, words: Callable[[Ref], str] | None = None
) -> Iterator[tuple[str, Backlink]]:
    for sentence in sentences(text):
        for ref in find_refs(sentence):
            if ref.kind == "link" and (target := targets.resolve(ref, Mark(""), Problems())):
                yield target, Backlink(source, " ".join(plain(sentence, words or targets.words).split()))


def _words(text: str) -> str:
    """What a reader sees of a line of Markdown."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", markdown(text))).split())
