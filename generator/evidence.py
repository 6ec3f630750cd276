"""The notes behind the numbered marks: by which article, which paragraph and how a claim is borne out.

A note has two paragraphs: the article, and what of it bears the claim out. The same article stands above each of its
claims, so that every note is whole by itself in plain Markdown; markdown_evidence.py groups them on the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.addresses import article_path
from generator.german.dates import write_when
from generator.markdown_text import escape

if TYPE_CHECKING:
    from generator.dossier import Article, Claim
    from generator.writer import Writer

INDENT = "    "
ORIGIN = "_herkunft"
"""The anchor on an article's page of where it comes from, and how that is known."""


def notes(writer: Writer) -> str:
    """The notes that the page's marks lead to, in their order."""
    return "\n".join(f"[^{number}]: {note(writer, claim)}" for number, claim in enumerate(writer.cited.values(), 1))


def note(writer: Writer, claim: Claim) -> str:
    """A claim's evidence; on its article's own page without the article."""
    passage = _passage(writer, claim)
    return passage if _is_own(writer, claim.article) else f"{_head(writer, claim.article)}\n\n{INDENT}{passage}\n"


def _is_own(writer: Writer, article: Article) -> bool:
    return article_path(article) == writer.path


def _head(writer: Writer, article: Article) -> str:
    """The article's paragraph: the same on all pages of a folder, but for the pages of who published it."""

    def made() -> str:
        label = escape(writer.article_label(article)).replace('"', "&quot;")
        return f'{_article(writer, article)}\n{INDENT}{{ .note-article data-label="{label}" }}'

    folder, _, page = writer.path.rpartition("/") if writer.path else ("/", "", "")
    if page.removesuffix(".md") in writer.published_by(article):
        return made()
    return writer.dossier.asker.remembered(("note", article.id, folder), made)


def _article(writer: Writer, article: Article) -> str:
    """Who published it, its title, date and basis, and where the original stands."""
    record, labels = article.record, writer.labels
    sources = f"**{writer.sources_badged(article)}**"
    basis, _, reasoning = record.published_basis.partition(":")
    shown = labels["basis"][basis]
    if reasoning:
        shown = f"[{shown}]({writer.in_article(article, ORIGIN)})"
    known = labels["note"]["article"].format(
        title=writer.link(article.id), date=write_when(record.published), basis=shown
    )
    links = (("original", record.url), ("archived", record.archived_url))
    known_links = (writer.external(url, labels["note"][name]) for name, url in links if url)
    return " · ".join([sources, known, *known_links])


def _passage(writer: Writer, claim: Claim) -> str:
    """The paragraph, how the claim is meant and by whom, and how it was checked."""
    words = writer.labels["note"]
    modality = writer.labels["modality"][claim.record.modality]
    parts = [f"[{writer.paragraphs(claim)}]({writer.permalink(claim)}){{ .note-place }}"]
    if claim.record.via:
        parts.append(words["via"].format(sources=writer.listed([writer.source_link(via) for via in claim.record.via])))
    if claim.record.by:
        parts.append(words["modality_by"].format(modality=modality, speakers=writer.speakers(claim)))
    else:
        parts.append(words["modality"].format(modality=modality))
    grade = writer.labels["grade"][claim.grade]
    parts.append(escape(words["grade_by" if claim.reader else "grade"].format(grade=grade, reader=claim.reader)))
    if claim.withdrawn:
        of = writer.correction(claim.article, claim if claim.record.withdrawn else None)
        parts.append(f"[**{writer.labels['badge']['withdrawn']}**]({of})")
    elif claim.record.corrected:
        date = write_when(claim.record.corrected.date)
        words = writer.labels["article"]["corrected_on"].format(date=date)
        parts.append(f"[{words}]({writer.correction(claim.article, claim)})")
    return " · ".join(parts) + ("" if claim.withdrawn else f" {writer.cite_link(claim)}")
