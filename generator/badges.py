"""The badges behind a claim or an article: what a reader must know of it before reading on."""

from __future__ import annotations

from generator.dossier import Article, Claim
from generator.links import Links


class Badges(Links):
    """Each badge with a blank before it, as it stands at the end of a line."""

    def badges(self, claim: Claim) -> str:
        """How a claim is meant, that nothing bears it out, that it was corrected."""
        record, words = claim.record, self.labels
        shown = ""
        if record.modality != "reported":
            shown += f" *{words['modality'][record.modality]}*{{ .badge .{record.modality} }}"
        if claim.grade == "unverified":
            shown += f" *{words['grade']['unverified']}*{{ .badge .unverified }}"
        if record.corrected:
            shown += f" [{words['badge']['corrected']}]({self.correction(claim.article, claim)}){{ .badge }}"
        return shown

    def article_badges(self, article: Article) -> str:
        """That an article was taken back, that no claim has been drawn from it, that it was corrected."""
        record, words = article.record, self.labels["badge"]
        shown = ""
        if record.withdrawn:
            shown += f" [{words['withdrawn']}]({self.correction(article)}){{ .badge .unverified }}"
        elif not self.dossier.by_article[article.id]:
            shown += f" *{words['not_evaluated']}*{{ .badge .unverified }}"
        if record.corrected:
            shown += f" [{words['corrected']}]({self.correction(article)}){{ .badge }}"
        return shown
