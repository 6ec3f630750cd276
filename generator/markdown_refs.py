"""Python-Markdown extension: `[[id]]`, `[[id|words]]` and `[@article#claim]` in hand-written pages.

The generator has resolved them into `.refs.json` (hand_written.py) and reported those that lead nowhere; here they only
take their place, citations as footnotes with the same evidence as on generated pages (markdown_evidence.py).
"""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from generator.labels import load_labels
from generator.markdown_evidence import PRIORITY as EVIDENCE
from generator.markdown_evidence import EvidenceTreeprocessor
from generator.markup import find_refs

# After fenced code is out of the way (25), before references are collected.
PRIORITY = 24


class RefsPreprocessor(Preprocessor):
    """Replaces the references of one page and appends its notes."""

    def __init__(self, md: Markdown, path: Path) -> None:
        super().__init__(md)
        self.path = path

    def run(self, lines: list[str]) -> list[str]:
        return with_refs(lines, self.path)


def with_refs(lines: list[str], path: Path) -> list[str]:
    """The lines of a page with its references resolved, as `path` says, and its notes."""
    refs: dict[str, dict[str, str]] = {}
    cited: list[str] = []
    out = []
    for line in lines:
        if ("[[" not in line and "[@" not in line) or not any(find_refs(line)):  # nor is there any on a generated page
            out.append(line)
            continue
        refs = refs or json.loads(path.read_text(encoding="utf-8"))
        out.append(_replaced(unicodedata.normalize("NFC", line), refs, cited))
    notes = [f"[^ref-{number}]: {refs['notes'][target]}" for number, target in enumerate(cited, 1)]
    return [*out, "", *notes] if notes else out


def _replaced(line: str, refs: dict[str, dict[str, str]], cited: list[str]) -> str:
    pieces, at = [], 0
    for ref in find_refs(line):
        written = line[ref.start : ref.end]
        if ref.kind == "cite" and ref.target in refs["notes"]:
            if ref.target not in cited:
                cited.append(ref.target)
            replacement = f"[^ref-{cited.index(ref.target) + 1}]"
        else:
            name = f"[[{ref.target}|{ref.words}]]" if ref.words else f"[[{ref.target}]]"
            replacement = refs["links"].get(name, written)
        pieces += [line[at : ref.start], replacement]
        at = ref.end
    return "".join([*pieces, line[at:]])


class RefsExtension(Extension):
    """Options: `refs`, the path of `.refs.json`; `language` of the words that readers meet."""

    def __init__(self, **options: Any) -> None:
        self.config = {
            "refs": ["docs/.refs.json", "where the generator has put the resolved references"],
            "language": ["de", "of the site"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.preprocessors.register(RefsPreprocessor(md, Path(self.getConfig("refs"))), "dossier-refs", PRIORITY)
        words = load_labels(self.getConfig("language"))
        md.treeprocessors.register(EvidenceTreeprocessor(md, words), "dossier-evidence", EVIDENCE)


def makeExtension(**options: Any) -> RefsExtension:  # noqa: N802 - Python-Markdown's name
    return RefsExtension(**options)
