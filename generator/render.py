"""Pages → Markdown text: a Jinja template for each kind of page, front matter before it, the cited sources behind it.

Pure: the same page and dossier give the same text. What a template may ask for stands in writer.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.backlink_list import linking_pages
from generator.cite_box import citations, claim_citations
from generator.dossier import Dossier
from generator.evidence import notes
from generator.link_graph import LinkGraph, Section, sections
from generator.markdown_text import attribute, escape, verbatim
from generator.pages.page import Page
from generator.quick_context import context_class
from generator.writer import Writer

__all__ = ["Writer", "environment", "render"]

GENERATED = "<!-- written by dossier from seeds/; changes made here are lost -->"
NOTES_GO_HERE = "///Footnotes Go Here///"

# The C emitter where PyYAML was built with it; the pure one writes the same but for emoji, only slower.
_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_LAST_OF_C = chr(0xFFFF)


@lru_cache(maxsize=1)
def environment() -> Environment:
    # Markdown, not HTML: escaping is `escape`'s work, and an undefined name must never pass silently
    found = Environment(  # noqa: S701
        loader=PackageLoader("generator"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    found.context_class = context_class()
    found.filters["text"] = escape
    found.filters["html"] = attribute
    found.filters["verbatim"] = verbatim
    return found


@dataclass(frozen=True)
class Draft:
    """A page but for who links to it, which stands between `head` and `tail`; its `sections` tell whom it links to."""

    head: str
    tail: str
    sections: tuple[Section, ...]


def draft(page: Page, dossier: Dossier) -> Draft:
    """The page's text with front matter, the sources it cites behind it, and how to cite it."""
    writer = Writer(dossier, page.path)
    template = environment().get_template(f"{page.template}.md.jinja")
    written = template.render(w=writer, t=writer.labels, dossier=dossier, page=page, **page.values())
    body, sources = _close(written.strip()), _sources(writer)
    # the notes name sources, and are no text of the page
    linking = sections(page.path, "\n\n".join([body, *sources[:2]]))
    tail = [*sources, cite_box(writer, page.title)] if page.citable else sources
    return Draft("\n\n".join([_front_matter(page), GENERATED, body]), "\n\n".join(tail), linking)


def _close(text: str) -> str:
    """With one empty line at most between two others."""
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text


def finished(head: str, linked: str, tail: str) -> str:
    """The page's Markdown; `linked` is its `backlink_section`."""
    return "\n\n".join(filter(None, (head, linked, tail))) + "\n"


def render(page: Page, dossier: Dossier) -> str:
    """A page by itself: of who links to it, only the sentences are known."""
    made = draft(page, dossier)
    return finished(made.head, backlink_section(Writer(dossier, page.path), LinkGraph()), made.tail)


def _front_matter(page: Page) -> str:
    # MkDocs takes a title from a heading only where nothing stands above it, and puts both into HTML as they are
    meta: dict[str, object] = {"title": attribute(page.title), "description": attribute(page.description)}
    for name in ("kind", "aliases", "hide", "scripts"):
        if value := getattr(page, name):
            meta[name] = attribute(value) if isinstance(value, str) else [attribute(each) for each in value]
    dumper = yaml.SafeDumper if max(repr(meta)) > _LAST_OF_C else _Dumper
    return f"---\n{yaml.dump(meta, Dumper=dumper, allow_unicode=True, sort_keys=False, width=1000)}---"


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
