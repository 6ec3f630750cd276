"""The names in the full texts that no topic knows, for `dossier status`: only where the texts and the tagger are."""

from __future__ import annotations

from pathlib import Path

from generator.drafting.extra import ExtraMissing
from generator.fulltext import read_paragraphs
from generator.parsing import Seeds
from generator.problems import Problems
from generator.status import Names
from generator.terminal import progress, stage


def unlinked_names(seeds: Seeds, folder: Path) -> Names | str:
    """Article id → its unknown names, or in words why nobody can tell."""
    texts = {name: read_paragraphs(article, seeds, folder, Problems()) for name, article in seeds.articles.items()}
    readable = [(name, paragraphs) for name, paragraphs in texts.items() if paragraphs]
    if not readable:
        return "no full text is here; name their folder with --fulltexts"
    stage("looking for names that no topic knows")
    try:
        from generator.drafting.unknown_names import unknown_names  # noqa: PLC0415 - takes long, and is often not needed

        return {name: unknown_names(paragraphs, seeds) for name, paragraphs in progress(readable, "names")}
    except ExtraMissing as missing:
        return str(missing)
