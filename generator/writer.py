"""What a template may ask for while a page is written: claims with numbered marks, prose, dates, numbers.

Links and sources come from links.py and sources.py. All values pass through markdown_text.py on their way out; words
come from the labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain, zip_longest

from generator.dates import When
from generator.dossier import Article, Claim, DatedFigure, Dossier, Span
from generator.german.dates import write_when
from generator.markdown_text import emphasized, escape, inline, line_start
from generator.markup import Ref, find_refs
from generator.model import Coordinates
from generator.sources import Sources

_REF_HERE = "\0"
"""Stands for a reference; seeds hold no such character."""


class Writer(Sources):
    """Writes for the page at `path`; remembers which claims it cites, and numbers them in the order of the text."""

    def __init__(self, dossier: Dossier, path: str) -> None:
        super().__init__(dossier, path)
        self.cited: dict[str, Claim] = {}
        self._numbers: dict[str, int] = {}

    def sentence(self, claim: Claim, marked: Sequence[tuple[int, int]] = ()) -> str:
        """The claim's words, each topic linked once, never to the page one is on; then what is quoted beside them.

        `marked` are the places in its text that stand out.
        """
        quotes = [quote for quote in claim.record.quote if quote not in claim.text]
        words = [self._spans(claim.spans, marked), *(f"({self._quoted(quote)})" for quote in quotes)]
        return line_start(" ".join(words))

    def _quoted(self, words: str) -> str:
        return escape(self.labels["quote"].format(words=words))

    def _spans(self, spans: Iterable[Span], marked: Sequence[tuple[int, int]] = ()) -> str:
        seen, pieces, at, here = set[str](), [], 0, list[tuple[int, int]]()
        for span in spans:
            if marked:
                until = at + len(span.text)
                here = [(max(start - at, 0), end - at) for start, end in marked if start < until and end > at]
            if span.cites:
                pieces.append(self._cross_reference(self.dossier.claims[span.cites]))
            elif span.target and span.target not in seen:
                seen.add(span.target)
                link = self.link(span.target, span.text)
                pieces.append(f"<mark>{link}</mark>" if here else link)
            else:
                pieces.append(_inline_marked(span.text, here) if here else inline(span.text))
            at += len(span.text)
        return _joined(pieces)

    def _cross_reference(self, claim: Claim) -> str:
        """The mark of another claim, told from the sentence's own source."""
        words = self.labels["cross_reference"].format(mark=self.mark(claim))
        return f'<span class="cross-reference"> {words}</span>'

    def mark(self, claim: Claim) -> str:
        """The numbered mark that leads to the claim's evidence at the foot of the page."""
        key = claim.key
        if key not in self.cited:
            self.cited[key] = claim
            self._numbers[key] = len(self.cited)
        return f"[^{self._numbers[key]}]"

    def marks(self, claims: Iterable[Claim]) -> str:
        return "".join(self.mark(claim) for claim in claims)

    def fact(self, claim: Claim, *, dated: bool = True, who: bool = False) -> str:
        """A claim as a list item: date, sentence, numbered mark, badges, who tells it.

        All that a reader needs stands in this one line.
        """
        when = f"{self.time(claim.when)}: " if dated and claim.when else ""
        said = f"{self.sentence(claim)}{self.mark(claim)}{self.badges(claim)}"
        speakers = f" *{self.labels['who'].format(speakers=self.speakers(claim))}*{{ .origin }}" if who else ""
        return f"- {when}{said}{speakers} {self.origin(claim)}"

    def own_claim(self, claim: Claim, paragraphs: int) -> str:
        """A claim as a list item of its article's page, which holds so many paragraphs of the text, with its anchor."""
        words, name = self.labels["article"], claim.record.id
        said = f"{self.sentence(claim)}{self.mark(claim)}{self.badges(claim)}"
        permalink = f'](#{name}){{ .origin .permalink title="{words["permalink"]}" }}'
        place = self.paragraphs(claim, linked_up_to=paragraphs)
        way = f"*{place}*{{ .origin }} [{words['permalink_word']}" if paragraphs else f"[{place}"
        ways = f'<span class="claim-ways">{way}{permalink} {self.cite_link(claim)}</span>'
        return f'- <span id="{name}" class="claim"></span>{said} {ways}'

    def article_line(self, article: Article) -> str:
        """An article as a list item: title, who published it and when, badges."""
        published = f"*{escape(self.article_label(article))}*{{ .origin }}"
        return f"- {self.link(article.id)} {published}{self.article_badges(article)}"

    def period(self, claims: Sequence[Claim]) -> str:
        """The dates that claims hold for, first to last."""
        dates = list(dict.fromkeys(map(self.told, sorted(claims, key=lambda claim: claim.sort_key))))
        between = self.labels["qualifier"]["between"]
        return str(between.format(min=dates[0], max=dates[-1])) if len(dates) > 1 else dates[0]

    def prose(self, text: str) -> str:
        """An intro or note: paragraphs of text with links, citations and *emphasis*; everything else is text.

        Behind each paragraph stand the articles that it rests on.
        """
        return "\n\n".join(self._paragraph(part) for part in re.split(r"\n\s*\n", text.strip()))

    def _paragraph(self, text: str) -> str:
        refs, words, at = [], [], 0
        articles: dict[str, Claim] = {}
        for ref in find_refs(text):
            words.append(text[at : ref.start])
            meant, at = self.meant(ref), ref.end
            if ref.kind == "cite":
                claim = self.dossier.claims[meant]
                articles.setdefault(claim.article.id, claim)
                refs.append(self.mark(claim))
            else:
                refs.append(self.link(meant, self.dossier.meanings.words(ref)))
        between = emphasized(_REF_HERE.join([*words, text[at:]])).split(_REF_HERE)  # emphasis may hold a link
        line = _joined(chain.from_iterable(zip_longest(between, refs, fillvalue="")))
        rests_on = " · ".join(self.origin(claim) for claim in articles.values())
        return f"{line_start(' '.join(line.split()))} {rests_on}".rstrip()

    def meant(self, ref: Ref) -> str:
        """The id or claim key that a reference means; resolve has made sure that there is one."""
        meant = self.dossier.meanings.of(ref)
        if not meant:
            raise KeyError(ref.target)
        return meant

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


def _inline_marked(text: str, marked: Iterable[tuple[int, int]]) -> str:
    """A piece of a sentence, with what stands at these places marked."""
    pieces, at = [], 0
    for start, end in marked:
        pieces += [inline(text[at:start]), f"<mark>{inline(text[start:end])}</mark>"]
        at = end
    return "".join([*pieces, inline(text[at:])])


def _joined(pieces: Iterable[str]) -> str:
    """Pieces as one text, in which a `!` before a link makes no image of it."""
    return "".join(pieces).replace("![", "&#33;[")
