"""Pages → Markdown text: a Jinja template for each kind of page, front matter before it, the cited sources behind it.

Pure: the same page and dossier give the same text. What a template may ask for stands in writer.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.backlink_list import linking_pages
from generator.cite_box import citations, claim_citations
from generator.dossier import Dossier
from generator.evidence import notes
from generator.link_graph import LinkGraph, link_graph
from generator.markdown_text import attribute, escape, verbatim
from generator.pages.page import Page
from generator.writer import Writer

__all__ = ["Writer", "environment", "render"]

GENERATED = "<!-- written by dossier from seeds/; changes made here are lost -->"
NOTES_GO_HERE = "///Footnotes Go Here///"


@lru_cache(maxsize=1)
def environment() -> Environment:
    # Markdown, not HTML: escaping is `escape`'s work, and an undefined name must never pass silently
    found = Environment(  # noqa: S701
        loader=PackageLoader("generator"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters["text"] = escape
    found.filters["html"] = attribute
    found.filters["verbatim"] = verbatim
    return found


@dataclass(frozen=True)
class Draft:
    """A page's own text, before who links to it is known; the writer knows what it cites."""

    page: Page
    writer: Writer
    body: str
    sources: list[str]


def draft(page: Page, dossier: Dossier) -> Draft:
    writer = Writer(dossier, page.path)
    template = environment().get_template(f"{page.template}.md.jinja")
    body = template.render(w=writer, t=writer.labels, dossier=dossier, page=page, **page.values)
    return Draft(page, writer, re.sub(r"\n{3,}", "\n\n", body.strip()), _sources(writer))


def links_between(drafts: Iterable[Draft]) -> LinkGraph:
    """Which page links to which; the notes behind a page name sources and are no text of it."""
    return link_graph((each.page.path, each.page.title, "\n\n".join([each.body, *each.sources[:2]])) for each in drafts)


def finished(draft: Draft, graph: LinkGraph) -> str:
    """The page's Markdown with front matter and, at its end, who links to it, the sources it cites, how to cite it."""
    linked = backlink_section(draft.writer, graph)
    parts = [_front_matter(draft.page), GENERATED, draft.body, *([linked] if linked else []), *draft.sources]
    if draft.page.citable:
        parts.append(cite_box(draft.writer, draft.page.title))
    return "\n\n".join(parts) + "\n"


def render(page: Page, dossier: Dossier) -> str:
    """A page by itself: of who links to it, only the sentences are known."""
    return finished(draft(page, dossier), LinkGraph())


def _front_matter(page: Page) -> str:
    # MkDocs takes a title from a heading only where nothing stands above it, and puts both into HTML as they are
    meta: dict[str, object] = {"title": attribute(page.title), "description": attribute(page.description)}
    for name in ("kind", "aliases", "hide", "scripts"):
        if value := getattr(page, name):
            meta[name] = attribute(value) if isinstance(value, str) else [attribute(each) for each in value]
    return f"---\n{yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=1000)}---"


def cite_box(writer: Writer, title: str) -> str:
    """How to cite the page that has just been written; it knows what the page cites."""
    template = environment().get_template("_cite.md.jinja")
    claims = claim_citations(writer)
    return template.render(t=writer.labels, citations=citations(writer, title), claims=claims).strip()


def backlink_section(writer: Writer, graph: LinkGraph) -> str:
    """Who links to the writer's page, as a section of it; empty where nobody does."""
    linking = linking_pages(writer.dossier, graph, writer.path)
    template = environment().get_template("_backlinks.md.jinja")
    text = template.render(w=writer, t=writer.labels, dossier=writer.dossier, linking=linking) if linking else ""
    return text.strip()


def _sources(writer: Writer) -> list[str]:
    """The section that the marks lead to; none where nothing is cited."""
    if not writer.cited:
        return []
    words = writer.labels["sources"]
    explained = words["method"].format(method=writer.method())
    return [f"## {words['title']} {{ #_belege}}", explained, NOTES_GO_HERE, notes(writer)]
