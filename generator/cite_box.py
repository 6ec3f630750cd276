"""The box at the end of a page that says how to cite it, on an article's page also the article and each claim."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.addresses import cite_anchor, page_at
from generator.citation import Citation, claim_citation, original_citation, page_citation
from generator.citation_formats import bibtex, csl_json, line, ris
from generator.dossier import Article
from generator.writer import Writer

FORMATS = {"BibTeX": bibtex, "RIS": ris, "CSL-JSON": csl_json}
LONGEST = 110
"""So many characters of a claim tell it from the others."""


@dataclass(frozen=True)
class Shown:
    """A citation as the box shows it; `what` is the label of what is cited, or the beginning of the claim."""

    what: str
    line: str
    formats: tuple[tuple[str, str], ...]
    anchor: str = ""


def citations(writer: Writer, title: str) -> list[Shown]:
    """Of the page that the writer has written, by its title."""
    dossier = writer.dossier
    page = page_citation(writer.path, title, dossier, writer.cited.values())
    shown = [_shown(page, writer, f"of_{page.kind}")]
    if article := _article(writer):
        original = original_citation(article, dossier)
        shown.append(_shown(original, writer, f"of_{original.kind}", _published_by(article, writer)))
    return shown


def claim_citations(writer: Writer) -> list[Shown]:
    """Of each claim on an article's page; who has taken one back does not tell how to cite it."""
    article = _article(writer)
    if not article:
        return []
    words = writer.labels["cite"]
    original = replace(original_citation(article, writer.dossier), url="")
    said = line(original, words, _published_by(article, writer))
    shown = []
    for claim in writer.dossier.by_article[article.id]:
        if not claim.withdrawn:
            source = words["claim_source"].format(article=said, paragraphs=writer.paragraphs(claim))
            citation = claim_citation(claim, writer.dossier, source)
            shown.append(_shown(citation, writer, _beginning(citation.title), anchor=cite_anchor(claim)))
    return shown


def _article(writer: Writer) -> Article | None:
    """That the writer's page is about."""
    return writer.dossier.articles.get(page_at(writer.dossier, writer.path))


def _published_by(article: Article, writer: Writer) -> str:
    names = "/".join(map(writer.source_name, writer.published_by(article)))
    return names or str(writer.labels["unknown_outlet"])


def _beginning(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rpartition(' ')[0] or text[:LONGEST]}\u00a0…"


def _shown(citation: Citation, writer: Writer, what: str, source: str = "", *, anchor: str = "") -> Shown:
    words = writer.labels["cite"]
    formats = tuple([(name, write(citation, words)) for name, write in FORMATS.items()])
    return Shown(what, line(citation, words, source), formats, anchor)
