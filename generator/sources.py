"""Who says so and who tells it: articles, outlets and agencies, speakers; state media and agencies named as such."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.badges import Badges
from generator.dossier import Article, Claim
from generator.german.dates import write_when
from generator.markdown_text import escape
from generator.model import anonymous

TELLERS = 2
"""How many of those who say so a box names."""


class Sources(Badges):
    """The sources of claims, for the page at `path`."""

    def origin(self, claim: Claim) -> str:
        """Who tells it, as a link to the claim in its article."""
        return self._origin(claim, self._passed_on(claim, "passed_on", article=self.article_label(claim.article)))

    def place(self, claim: Claim) -> str:
        """Like `origin`, where the article has been named already: only the paragraph."""
        return self._origin(claim, self._passed_on(claim, "passed_on_here", paragraphs=self.paragraphs(claim)))

    def _origin(self, claim: Claim, words: str) -> str:
        return f"[{escape(words)}]({self.permalink(claim)}){{ .origin }}"

    def _passed_on(self, claim: Claim, label: str, **here: str) -> str:
        sources = self.listed([self.source_name(via) for via in claim.record.via])
        return str(self.labels[label].format(sources=sources, **here)) if sources else next(iter(here.values()))

    def listed(self, words: Sequence[str]) -> str:
        """Two and more as `A, B und C`."""
        if len(words) < 2:
            return "".join(words)
        return str(self.labels["and"].format(one=", ".join(words[:-1]), other=words[-1]))

    def paragraphs(self, claim: Claim, *, linked_up_to: int = 0) -> str:
        """Where the article says it; the first paragraphs, where the page holds them, as links."""
        numbers = claim.record.p
        words = ", ".join(
            [f"[{number}](#absatz-{number})" if number <= linked_up_to else str(number) for number in numbers]
        )
        return str(self.labels["paragraph" if len(numbers) == 1 else "paragraphs"].format(numbers=words))

    def article_label(self, article: Article) -> str:
        """Outlet and agency with the date, e.g. `dpa, 24. August 2025`; without either, `Artikel vom …`."""
        return self.dossier.asker.remembered(("article label", article.id), lambda: self._article_label(article))

    def _article_label(self, article: Article) -> str:
        date = write_when(article.record.published)
        source = "/".join(self.source_name(name) for name in self.published_by(article))
        return str(self.labels["label" if source else "label_unknown"].format(source=source, date=date))

    @staticmethod
    def published_by(article: Article) -> tuple[str, ...]:
        """Outlet and agency, as far as the text names them."""
        return tuple(dict.fromkeys(filter(None, (article.record.outlet, article.record.agency))))

    def source_name(self, topic: str) -> str:
        return self._labelled(topic, self.dossier.topics[topic].record.name)

    def source_link(self, topic: str) -> str:
        return self._labelled(topic, self.link(topic))

    def _labelled(self, topic: str, name: str) -> str:
        """State media and agencies are named as such wherever they are a source."""
        source = self.dossier.topics[topic]
        label = "state_media" if source.state_media else "agency" if source.agency else ""
        return str(self.labels[label].format(name=name)) if label else name

    def sources_badged(self, article: Article) -> str:
        """Outlet and agency as links, with badges that name state media and agencies."""
        return " / ".join(map(self._badged, self.published_by(article))) or str(self.labels["unknown_outlet"])

    def _badged(self, topic: str) -> str:
        source, words = self.dossier.topics[topic], self.labels["badge"]
        label = words["state_media"] if source.state_media else words["agency"] if source.agency else ""
        kind = "state" if source.state_media else "quiet"
        return self.link(topic) + (f" *{label}*{{ .badge .{kind} }}" if label else "")

    def speakers(self, claim: Claim) -> str:
        """Who says so: topics as links, anonymous sources in the words of the article; else who passed it on."""
        if not claim.record.by:
            return ", ".join(map(self.source_link, claim.record.via)) or str(self.labels["the_article"])
        return ("; " if any(map(anonymous, claim.record.by)) else ", ").join(map(self._speaker, claim.record.by))

    def _speaker(self, speaker: str) -> str:
        words = anonymous(speaker)
        return escape(self.labels["anonymous"].format(words=words)) if words else self.source_link(speaker)

    def tellers(self, claims: Sequence[Claim]) -> str:
        """Who says so, in plain words for HTML: those of most claims, TELLERS at most, and whether there are more."""
        names = Counter(name for claim in claims for name in self._plain_tellers(claim))
        shown = self.labels["and_list"].join(name for name, _ in names.most_common(TELLERS))
        return str(self.labels["question"]["and_others"].format(names=shown)) if len(names) > TELLERS else shown

    def teller_words(self, claim: Claim) -> str:
        """Who says so, all of them, in plain words; the article where it names no one."""
        return str(self.labels["and_list"]).join(self._plain_tellers(claim))

    def _plain_tellers(self, claim: Claim) -> list[str]:
        speakers = claim.record.by or claim.record.via
        return [self._plain_speaker(name) for name in speakers] or [self.article_label(claim.article)]

    def _plain_speaker(self, speaker: str) -> str:
        words = anonymous(speaker)
        return str(self.labels["quote"].format(words=words)) if words else self.source_name(speaker)

    def teller(self, claim: Claim) -> str:
        """Who says so, where nothing else names the article."""
        return self.speakers(claim) if claim.record.by or claim.record.via else self.origin(claim)

    def told_by(self, claims: Sequence[Claim]) -> str:
        """Who says so, over several claims."""
        return str(self.labels["and_list"]).join(dict.fromkeys(map(self.teller, claims)))
