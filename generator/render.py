"""Pages → Markdown text: Jinja templates, and a Writer for each page that links, cites and numbers its sources.

Pure: the same page and dossier give the same text. Values pass through `escape` (markdown_text.py) on their way out; a
template's own words come from the labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import yaml
from babel.numbers import format_decimal
from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.addresses import claim_path, page_path, relative, title_of
from generator.dates import When
from generator.dossier import Article, Claim, DatedFigure, Dossier, Span
from generator.german.dates import write_when
from generator.labels import Labels, load_labels
from generator.markdown_text import attribute, emphasized, escape, inline, line_start
from generator.markup import find_refs
from generator.model import anonymous
from generator.pages.page import Page

GENERATED = "<!-- written by dossier from seeds/; changes made here are lost -->"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    # Markdown, not HTML: escaping is `escape`'s work, and an undefined name must never pass silently
    environment = Environment(  # noqa: S701
        loader=PackageLoader("generator"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["text"] = escape
    return environment


def render(page: Page, dossier: Dossier) -> str:
    """The page's Markdown with front matter and, at its end, the sources it cites."""
    writer = Writer(dossier, page.path)
    template = _environment().get_template(f"{page.template}.md.jinja")
    body = template.render(w=writer, t=writer.labels, dossier=dossier, page=page, **page.values)
    meta: dict[str, object] = {"description": attribute(page.description)}
    if page.hide:
        meta["hide"] = list(page.hide)
    front = yaml.safe_dump(meta, allow_unicode=True, sort_keys=True, width=1000)
    body = re.sub(r"\n{3,}", "\n\n", f"{body.strip()}\n\n{writer.sources()}").strip()
    return f"---\n{front}---\n{GENERATED}\n\n{body}\n"


class Writer:
    """What a template may ask for; remembers which claims the page cites, and numbers them in the order of the text."""

    def __init__(self, dossier: Dossier, path: str) -> None:
        self.dossier = dossier
        self.path = path
        self.labels: Labels = load_labels(dossier.settings.language)
        self._cited: dict[str, Claim] = {}

    # -- links ---------------------------------------------------------------------------------------------------

    def href(self, path: str) -> str:
        return relative(path, self.path)

    def link(self, target: str, words: str = "") -> str:
        """A link to a page by its id; plain words where it would lead to the page itself."""
        text = escape(words or title_of(self.dossier, target))
        path = page_path(self.dossier, target)
        return text if path == self.path else f"[{text}]({self.href(path)})"

    def links(self, targets: Iterable[str]) -> str:
        return ", ".join(self.link(target) for target in targets)

    # -- claims --------------------------------------------------------------------------------------------------

    def sentence(self, claim: Claim) -> str:
        """The claim's words, each topic linked once, never to the page one is on."""
        return self._spans(claim.spans)

    def _spans(self, spans: Iterable[Span]) -> str:
        seen, pieces = set[str](), []
        for span in spans:
            if span.target and span.target not in seen:
                seen.add(span.target)
                pieces.append(self.link(span.target, span.text))
            else:
                pieces.append(inline(span.text))
        return "".join(pieces)

    def mark(self, claim: Claim) -> str:
        """The numbered mark that leads to the claim's evidence at the foot of the page."""
        self._cited.setdefault(claim.key, claim)
        return f"[^{list(self._cited).index(claim.key) + 1}]"

    def origin(self, claim: Claim) -> str:
        """Who tells it, as a link to the claim in its article."""
        return f"[{escape(self.source_label(claim))}]({self.href(claim_path(claim))}){{ .origin }}"

    def source_label(self, claim: Claim) -> str:
        label = self.article_label(claim.article)
        if not claim.record.via:
            return label
        names = self.labels["and"].join(self._name(via) for via in claim.record.via)
        return str(self.labels["passed_on"].format(sources=names, article=label))

    def article_label(self, article: Article) -> str:
        """Outlet or agency with the date, e.g. `dpa, 24. August 2025`; without either, `Artikel vom …`."""
        date = write_when(article.record.published)
        return (
            f"{self._name(article.source)}, {date}" if article.source else self.labels["article_of"].format(date=date)
        )

    def _name(self, topic: str) -> str:
        found = self.dossier.topics[topic]
        label = f" ({self.labels['state_media']})" if found.state_media else ""
        return found.record.name + label

    def speakers(self, claim: Claim) -> str:
        """Who says so: topics as links, anonymous sources in the words of the article."""
        if not claim.record.by:
            return str(self.labels["unknown_speaker"])
        words = [
            escape(self.labels["anonymous"].format(words=anonymous(s))) if anonymous(s) else self.link(s)
            for s in claim.record.by
        ]
        return ", ".join(words)

    def paragraphs(self, claim: Claim) -> str:
        numbers = ", ".join(str(number) for number in claim.record.p)
        return str(self.labels["paragraph" if len(claim.record.p) == 1 else "paragraphs"].format(numbers=numbers))

    # -- prose ---------------------------------------------------------------------------------------------------

    def prose(self, text: str) -> str:
        """An intro or note: paragraphs of text with links, citations and *emphasis*; everything else is text."""
        return "\n\n".join(self._paragraph(part) for part in re.split(r"\n\s*\n", text.strip()))

    def _paragraph(self, text: str) -> str:
        pieces, at = [], 0
        for ref in find_refs(text):
            pieces.append(emphasized(text[at : ref.start]))
            if ref.kind == "cite":
                key = ref.target if "#" in ref.target else self.dossier.short_claims[ref.target]
                pieces.append(self.mark(self.dossier.claims[key]))
            else:
                pieces.append(self.link(self.resolved(ref.target), ref.words or ref.target))
            at = ref.end
        line = "".join([*pieces, emphasized(text[at:])])
        return line_start(" ".join(line.split()))

    def resolved(self, target: str) -> str:
        """The id that a link's target means (resolve has made sure that there is one)."""
        try:
            page_path(self.dossier, target)
        except KeyError:
            topics = self.dossier.topics.values()
            return next(t.id for t in topics if target in (t.record.name, *t.record.aliases))
        return target

    # -- values --------------------------------------------------------------------------------------------------

    def time(self, when: When) -> str:
        """A date as exact as it is known; `datetime` only where HTML knows such a value."""
        machine = when.text if when.precision in ("day", "month", "year") and not when.qualifier else ""
        shown = write_when(when)
        return f'<time datetime="{machine}">{shown}</time>' if machine else f"<time>{shown}</time>"

    def date(self, when: When) -> str:
        return write_when(when)

    def number(self, value: float) -> str:
        return str(format_decimal(value, locale=self.dossier.settings.language))

    def figure(self, dated: DatedFigure) -> str:
        """A figure as its source limits it: `mehr als 3.000`, `3 bis 5`."""
        figure = dated.figure
        if figure.value is None:
            if figure.min is None or figure.max is None:
                limit = "at_least" if figure.max is None else "at_most"
                known = figure.min if figure.min is not None else figure.max
                return f"{self.labels['qualifier'][limit]} {self.number(known or 0)}"
            return f"{self.number(figure.min)} bis {self.number(figure.max)}"
        qualifier = f"{self.labels['qualifier'][figure.qualifier]} " if figure.qualifier else ""
        return qualifier + self.number(figure.value)

    def sources(self) -> str:
        """The notes that the marks lead to, in their order."""
        notes = (f"[^{number}]: {self.note(claim)}" for number, claim in enumerate(self._cited.values(), 1))
        return "\n".join(notes)

    def note(self, claim: Claim) -> str:
        """A claim's evidence on one line: outlet, date, paragraph, modality, grade, links."""
        template = _environment().get_template("_source.md.jinja")
        text = template.render(w=self, t=self.labels, dossier=self.dossier, claim=claim, permalink=claim_path(claim))
        return text.strip()
