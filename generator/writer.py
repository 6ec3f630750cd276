"""What a template may ask for while a page is written: links, claims with numbered marks, sources, dates, numbers.

All values pass through markdown_text.py on their way out; words come from the labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.addresses import claim_path, page_path, relative, title_of
from generator.dates import When
from generator.dossier import Article, Claim, DatedFigure, Dossier, Span
from generator.german.dates import write_when
from generator.labels import Labels, load_labels
from generator.markdown_text import emphasized, escape, inline, line_start
from generator.markup import find_refs
from generator.model import Coordinates, anonymous

METHOD_PAGE = "method.md"


class Writer:
    """Writes for the page at `path`; remembers which claims it cites, and numbers them in the order of the text."""

    def __init__(self, dossier: Dossier, path: str) -> None:
        self.dossier = dossier
        self.path = path
        self.labels: Labels = load_labels(dossier.settings.language)
        self.cited: dict[str, Claim] = {}
        self._numbers: dict[str, int] = {}

    def href(self, path: str) -> str:
        """A link to `path` from this page; without a page (links of hand-written ones) from the top of docs/."""
        return relative(path, self.path) if self.path else f"/{path}"

    def link(self, target: str, words: str = "") -> str:
        """A link to a page by its id; plain words where it would lead to the page itself."""
        text = escape(words or title_of(self.dossier, target))
        path = page_path(self.dossier, target)
        return text if path == self.path else f"[{text}]({self.href(path)})"

    def links(self, targets: Iterable[str]) -> str:
        return ", ".join(self.link(target) for target in targets)

    def method(self) -> str:
        """A link to the hand-written page that explains how claims are checked, where there is one."""
        words = str(self.labels["sources"]["method_page"])
        return f"[{words}]({self.href(METHOD_PAGE)})" if METHOD_PAGE in self.dossier.page_titles else words

    @staticmethod
    def external(url: str, words: str) -> str:
        """A link that leaves the site."""
        href = url.replace("&", "&amp;")
        return f'[{escape(words)}](<{href}>){{ rel="noopener external" }}'

    def sentence(self, claim: Claim) -> str:
        """The claim's words, each topic linked once, never to the page one is on; then what is quoted beside them."""
        quotes = [quote for quote in claim.record.quote if quote not in claim.text]
        words = [self._spans(claim.spans), *(f"({self._quoted(quote)})" for quote in quotes)]
        return line_start(" ".join(words))

    def _quoted(self, words: str) -> str:
        return escape(self.labels["quote"].format(words=words))

    def _spans(self, spans: Iterable[Span]) -> str:
        seen, pieces = set[str](), []
        for span in spans:
            if span.target and span.target not in seen:
                seen.add(span.target)
                pieces.append(self.link(span.target, span.text))
            else:
                pieces.append(inline(span.text))
        return _joined(pieces)

    def mark(self, claim: Claim) -> str:
        """The numbered mark that leads to the claim's evidence at the foot of the page."""
        self.cited.setdefault(claim.key, claim)
        return f"[^{self._numbers.setdefault(claim.key, len(self.cited))}]"

    def marks(self, claims: Iterable[Claim]) -> str:
        return "".join(self.mark(claim) for claim in claims)

    def origin(self, claim: Claim) -> str:
        """Who tells it, as a link to the claim in its article."""
        return self._origin(claim, self._passed_on(claim, "passed_on", article=self.article_label(claim.article)))

    def place(self, claim: Claim) -> str:
        """Like `origin`, where the article has been named already: only the paragraph."""
        return self._origin(claim, self._passed_on(claim, "passed_on_here", paragraphs=self.paragraphs(claim)))

    def _origin(self, claim: Claim, words: str) -> str:
        return f"[{escape(words)}]({self.href(claim_path(claim))}){{ .origin }}"

    def _passed_on(self, claim: Claim, label: str, **here: str) -> str:
        sources = self._listed([self.source_name(via) for via in claim.record.via])
        return str(self.labels[label].format(sources=sources, **here)) if sources else next(iter(here.values()))

    def _listed(self, words: Sequence[str]) -> str:
        """Two and more as `A, B und C`."""
        if len(words) < 2:
            return "".join(words)
        return str(self.labels["and"].format(one=", ".join(words[:-1]), other=words[-1]))

    def paragraphs(self, claim: Claim, *, linked_up_to: int = 0) -> str:
        """Where the article says it; the first paragraphs, where the page holds them, as links."""
        words = [
            f"[{number}](#absatz-{number})" if number <= linked_up_to else str(number) for number in claim.record.p
        ]
        return str(self.labels["paragraph" if len(words) == 1 else "paragraphs"].format(numbers=", ".join(words)))

    def article_label(self, article: Article) -> str:
        """Outlet and agency with the date, e.g. `dpa, 24. August 2025`; without either, `Artikel vom …`."""
        date = write_when(article.record.published)
        source = "/".join(self.source_name(name) for name in _published_by(article))
        return str(self.labels["label" if source else "label_unknown"].format(source=source, date=date))

    def source_name(self, topic: str) -> str:
        return self._with_state(topic, self.dossier.topics[topic].record.name)

    def source_link(self, topic: str) -> str:
        return self._with_state(topic, self.link(topic))

    def _with_state(self, topic: str, name: str) -> str:
        """State media are named as such wherever they are a source."""
        return str(self.labels["state_media"].format(name=name)) if self.dossier.topics[topic].state_media else name

    def speakers(self, claim: Claim) -> str:
        """Who says so: topics as links, anonymous sources in the words of the article; else who passed it on."""
        if not claim.record.by:
            return ", ".join(map(self.source_link, claim.record.via)) or str(self.labels["the_article"])
        return ("; " if any(map(anonymous, claim.record.by)) else ", ").join(map(self._speaker, claim.record.by))

    def _speaker(self, speaker: str) -> str:
        words = anonymous(speaker)
        return escape(self.labels["anonymous"].format(words=words)) if words else self.source_link(speaker)

    def teller(self, claim: Claim) -> str:
        """Who says so, where nothing else names the article."""
        return self.speakers(claim) if claim.record.by or claim.record.via else self.origin(claim)

    def prose(self, text: str) -> str:
        """An intro or note: paragraphs of text with links, citations and *emphasis*; everything else is text.

        Behind each paragraph stand the articles that it rests on.
        """
        return "\n\n".join(self._paragraph(part) for part in re.split(r"\n\s*\n", text.strip()))

    def _paragraph(self, text: str) -> str:
        pieces, at = [], 0
        articles: dict[str, Claim] = {}
        for ref in find_refs(text):
            pieces.append(emphasized(text[at : ref.start]))
            if ref.kind == "cite":
                key = ref.target if "#" in ref.target else self.dossier.short_claims[ref.target]
                claim = self.dossier.claims[key]
                articles.setdefault(claim.article.id, claim)
                pieces.append(self.mark(claim))
            else:
                target = self.resolved(ref.target)
                pieces.append(self.link(target, ref.words or (ref.target if ref.target != target else "")))
            at = ref.end
        line = _joined([*pieces, emphasized(text[at:])])
        rests_on = " · ".join(self.origin(claim) for claim in articles.values())
        return f"{line_start(' '.join(line.split()))} {rests_on}".rstrip()

    def resolved(self, target: str) -> str:
        """The id that a link's target means (resolve has made sure that there is one)."""
        try:
            page_path(self.dossier, target)
        except KeyError:
            topics = self.dossier.topics.values()
            return next(t.id for t in topics if target in (t.record.name, *t.record.aliases))
        return target

    @staticmethod
    def published(paragraph: str) -> str:
        """A paragraph of a text that may stand here: its *emphasis* and headings as such, all else as text."""
        heading = re.fullmatch(r"#{1,6}\s+(.+?)\s*#*", paragraph)
        return f"**{escape(heading[1])}**" if heading else line_start(emphasized(paragraph))

    def count(self, number: int, noun: str) -> str:
        return self.labels.count(number, noun)

    def time(self, when: When) -> str:
        """A date as exact as it is known; as <time> only where HTML knows such a value."""
        shown = write_when(when)
        known = when.precision in ("day", "month", "year") and not when.qualifier
        return f'<time datetime="{when.text}">{shown}</time>' if known else f'<span class="time">{shown}</span>'

    def as_of(self, figure: DatedFigure) -> str:
        return self.time(figure.as_of) if figure.as_of else str(self.labels["undated"])

    def date(self, when: When | None) -> str:
        return write_when(when) if when else str(self.labels["undated"])

    def told(self, claim: Claim) -> str:
        """The date that a claim holds for, else that of its article."""
        return write_when(claim.when or claim.article.record.published)

    def figure(self, dated: DatedFigure) -> str:
        """A figure as its source limits it: `mehr als 3.000`, `3 bis 5`."""
        figure, words, number = dated.figure, self.labels["qualifier"], self.labels.number
        if figure.value is not None:
            shown = number(figure.value)
            return str(words[figure.qualifier].format(number=shown)) if figure.qualifier else shown
        if figure.min is not None and figure.max is not None:
            return str(words["between"].format(min=number(figure.min), max=number(figure.max)))
        limit, bound = ("at_most", figure.max) if figure.min is None else ("at_least", figure.min)
        return str(words[limit].format(number=number(bound or 0)))

    def coordinates(self, point: Coordinates) -> str:
        direction, number = self.labels["direction"], self.labels.number
        lat = direction["south" if point.lat < 0 else "north"].format(degrees=number(abs(point.lat)))
        lon = direction["west" if point.lon < 0 else "east"].format(degrees=number(abs(point.lon)))
        label = self.labels["facts"]["coordinates_approximate" if point.approximate else "coordinates_value"]
        return escape(label.format(lat=lat, lon=lon, source=point.source))

    def sources(self) -> str:
        """The notes that the marks lead to, in their order."""
        return "\n".join(f"[^{number}]: {self.note(claim)}" for number, claim in enumerate(self.cited.values(), 1))

    def note(self, claim: Claim) -> str:
        """A claim's evidence on one line: outlet, date, paragraph, who says so, grade, links."""
        record, words = claim.article.record, self.labels["note"]
        modality = self.labels["modality"][claim.record.modality]
        parts = [self._where(claim)]
        if claim.record.via:
            parts.append(words["via"].format(sources=self._listed([self.source_link(via) for via in claim.record.via])))
        if claim.record.by:
            parts.append(words["modality_by"].format(modality=modality, speakers=self.speakers(claim)))
        else:
            parts.append(words["modality"].format(modality=modality))
        parts.append(words["grade"].format(grade=self.labels["grade"][claim.grade]))
        if claim.withdrawn:
            parts.append(f"**{self.labels['badge']['withdrawn']}**")
        links = (("original", record.url), ("archived", record.archived_url))
        return " · ".join([*parts, *(self.external(url, words[name]) for name, url in links if url)])

    def _where(self, claim: Claim) -> str:
        article = claim.article
        source = "/".join(map(self.source_link, _published_by(article))) or self.labels["unknown_outlet"]
        basis = self.labels["basis"][article.record.published_basis.partition(":")[0]]
        place = f"[{self.paragraphs(claim)}]({self.href(claim_path(claim))})"
        return f"**{source}**, {self.link(article.id)}, {write_when(article.record.published)} ({basis}), {place}"


def _published_by(article: Article) -> tuple[str, ...]:
    """Outlet and agency, as far as the text names them."""
    return tuple(dict.fromkeys(filter(None, (article.record.outlet, article.record.agency))))


def _joined(pieces: Iterable[str]) -> str:
    """Pieces as one text, in which a `!` before a link makes no image of it."""
    return "".join(pieces).replace("![", "&#33;[")
