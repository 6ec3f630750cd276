"""Hand-written pages in `docs/`: found for `resolve`, and the links in them made ready for the Markdown extension."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from generator.addresses import page_path
from generator.dossier import Dossier
from generator.evidence import note
from generator.link_graph import LinkGraph
from generator.markdown_text import escape
from generator.problems import Problems
from generator.reading import read_text, shown_path
from generator.render import Writer, backlink_section, cite_box
from generator.resolve.backlinks import HandWritten, refs_in
from generator.sync import hash_at, read_record


def hand_written_pages(docs: Path, root: Path, folders: Sequence[str], problems: Problems) -> list[HandWritten]:
    """All Markdown files outside the generator's folders, the generated home page left out.

    Nor is one a page which the generator wrote into a folder that is no longer its own: the next build takes it away.
    """
    found, record = [], read_record(docs)
    for path in sorted(_markdown_files(docs, folders)):
        inside = path.relative_to(docs)
        hidden = any(part.startswith(".") for part in inside.parts)
        if hidden or inside.as_posix() == "index.md" or path.is_dir():
            continue
        written = record.get(inside.as_posix())
        if written and hash_at(path) in written:
            continue
        shown = shown_path(path, root)
        text = read_text(path, shown, problems)
        if text is not None:
            found.append(HandWritten(inside.as_posix(), shown, unicodedata.normalize("NFC", text)))
    return found


def _markdown_files(docs: Path, folders: Collection[str]) -> Iterator[Path]:
    """All but what lies in these folders; links to folders are not followed."""
    for path in docs.iterdir() if docs.is_dir() else ():
        if path.name in folders:
            continue
        if path.is_dir() and not path.is_symlink():
            yield from path.rglob("*.md")
        if path.match("*.md"):
            yield path


def resolved_refs(pages: Sequence[HandWritten], dossier: Dossier, graph: LinkGraph) -> str:
    """`.refs.json`: each link and citation as it is written → its Markdown; links are absolute inside docs/.

    MkDocs takes them as relative to docs/ (`validation.links.absolute_links: relative_to_docs`), so the same words mean
    the same on every page.
    """
    links: dict[str, str] = {}
    notes: dict[str, str] = {}
    writer = Writer(dossier, "")
    for page in pages:
        for ref, _ in refs_in(page):
            if ref.kind == "link":
                words = dossier.meanings.words(ref)
                written = f"[[{ref.target}|{ref.words}]]" if ref.words else f"[[{ref.target}]]"
                links[written] = f"[{escape(words)}](/{page_path(dossier, writer.meant(ref))})"
            else:
                notes[ref.target] = note(writer, dossier.claims[writer.meant(ref)])
    told = {
        "links": links,
        "notes": notes,
        "cite": {page.path: _cite_box(page, dossier) for page in pages},
        "backlinks": {page.path: backlink_section(Writer(dossier, page.path), graph) for page in pages},
    }
    return json.dumps(told, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def _cite_box(page: HandWritten, dossier: Dossier) -> str:
    writer = Writer(dossier, page.path)
    for ref, _ in refs_in(page):
        if ref.kind == "cite":
            writer.mark(dossier.claims[writer.meant(ref)])
    return cite_box(writer, page.title)
