"""What feeds tell: an entry for an article, with its claims; one for each correction and withdrawal."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from generator.addresses import CORRECTIONS_PAGE, claim_url, correction_anchor, url
from generator.atom import Entry, in_xml
from generator.corrections import changed
from generator.dossier import Article, Claim, Dossier, Revision
from generator.german.dates import write_when
from generator.hand_over import HOME
from generator.labels import load_labels
from generator.model import ArticleRecord, ClaimRecord, Notice
from generator.sources import Sources


class Entries:
    """The entries of a dossier's feeds. A claim stands in several feeds; how it stands there is written once."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.words = load_labels(dossier.settings.language)
        self._sources = Sources(dossier, HOME)
        self._items: dict[str, str] = {}
        self._with_changed_claims = {
            name for name, claims in dossier.by_article.items() if any(_noticed(claim.record) for claim in claims)
        }

    def of_article(self, article: Article, claims: Sequence[Claim], topic: str = "") -> Entry:
        """With these of its claims; in the feed of the site, or of a topic."""
        link, record = url(self.dossier, article.id), article.record
        days = [record.added.text, *_noticed(record)]
        if article.id in self._with_changed_claims:
            days += [day for claim in claims for day in _noticed(claim.record)]
        return Entry(
            id=f"{url(self.dossier, topic)}#{article.id}" if topic else link,
            title=record.title,
            link=link,
            published=record.added.text,
            updated=max(days),
            summary=partial(self._summary, article, claims),
        )

    def of_changes(self) -> Iterator[Entry]:
        """What was corrected or withdrawn; corrections are numbered, as one day may bring two."""
        for each in changed(self.dossier):
            link = f"{url(self.dossier, CORRECTIONS_PAGE)}#{correction_anchor(each.article, each.claim)}"
            steps = [("corrected", str(number), step) for number, step in enumerate(each.revisions, start=1)]
            if each.withdrawn:
                steps.append(("withdrawn", "withdrawn", Revision(each.withdrawn, "", "")))
            for kind, name, step in steps:
                title = self.words["feed"]["titles"]["claim" if each.claim else "article"][kind]
                yield Entry(
                    id=f"{link}.{name}",
                    title=title.format(title=each.article.record.title),
                    link=link,
                    published=step.notice.date.text,
                    updated=step.notice.date.text,
                    summary=partial(self._change, each.article, kind, step),
                )

    def _change(self, article: Article, kind: str, step: Revision) -> str:
        parts = [self._source(article), f"<p>{self._notice(kind, step.notice)}</p>"]
        if step.before != step.after:
            for name, text in (("before", step.before), ("after", step.after)):
                if text:
                    parts.append(f"<p>{html.escape(self.words['corrections'][name])}: {html.escape(text)}</p>")
        return in_xml("".join(parts))

    def _summary(self, article: Article, claims: Iterable[Claim]) -> str:
        """Whose article it is, what became of it, and its claims, each with its permalink."""
        record, source = article.record, self._source(article)
        if record.withdrawn:
            return in_xml(f"{source}<p>{self._notice('withdrawn', record.withdrawn)}</p>")
        if record.corrected:
            source += f"<p>{self._notice('corrected', record.corrected)}</p>"
        items = "".join(map(self._item, claims))
        if not items:
            return in_xml(f"{source}<p>{html.escape(self.words['feed']['no_claims'])}</p>")
        return in_xml(f"{source}<ul>") + items + in_xml("</ul>")

    def _source(self, article: Article) -> str:
        return f"<p>{html.escape(self._sources.article_label(article))}</p>"

    def _item(self, claim: Claim) -> str:
        key = claim.key
        if (found := self._items.get(key)) is None:
            found = self._items[key] = in_xml(f"<li>{self._claim(claim)}</li>")
        return found

    def _claim(self, claim: Claim) -> str:
        """The sentence, or in its place why it is no longer held."""
        address = html.escape(claim_url(self.dossier, claim))
        link = f' <a href="{address}">{html.escape(self.words["feed"]["claim"])}</a>'
        if claim.record.withdrawn:
            return self._notice("withdrawn", claim.record.withdrawn) + link
        corrected = f" ({self._notice('corrected', claim.record.corrected)})" if claim.record.corrected else ""
        return html.escape(claim.text) + corrected + link

    def _notice(self, kind: str, notice: Notice) -> str:
        words = self.words["feed"][kind]
        return html.escape(words.format(date=write_when(notice.date), reason=notice.reason))


def _noticed(record: ArticleRecord | ClaimRecord) -> list[str]:
    """The days on which it was corrected and withdrawn."""
    return [notice.date.text for notice in (record.corrected, record.withdrawn) if notice]
