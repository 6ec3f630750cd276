"""The box at the end of a page that says how to cite it; an article's page also says how to cite the article itself."""

from __future__ import annotations

from dataclasses import dataclass

from generator.addresses import page_path
from generator.citation import Citation, original_citation, page_citation
from generator.citation_formats import bibtex, csl_json, line, ris
from generator.writer import Writer

FORMATS = {"BibTeX": bibtex, "RIS": ris, "CSL-JSON": csl_json}


@dataclass(frozen=True)
class Shown:
    """A citation as the box shows it; `what` is the label of what is cited."""

    what: str
    line: str
    formats: tuple[tuple[str, str], ...]


def citations(writer: Writer, title: str) -> list[Shown]:
    """Of the page that the writer has written, by its title."""
    dossier = writer.dossier
    shown = [_shown(page_citation(writer.path, title, dossier, writer.cited.values()), writer)]
    for article in dossier.articles.values():
        if page_path(dossier, article.id) == writer.path:
            source = "/".join(map(writer.source_name, writer.published_by(article)))
            source = source or str(writer.labels["unknown_outlet"])
            shown.append(_shown(original_citation(article, dossier), writer, source))
    return shown


def _shown(citation: Citation, writer: Writer, source: str = "") -> Shown:
    words = writer.labels["cite"]
    formats = tuple((name, write(citation, words)) for name, write in FORMATS.items())
    return Shown(f"of_{citation.kind}", line(citation, words, source), formats)
