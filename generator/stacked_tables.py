"""Python-Markdown extension: tables that can stand as blocks on a phone.

Every cell of a table inside `<div class="stacked" markdown>` gets the heading of its column as `data-label`; the style
sheet (theme/assets/dossier.css) shows it before the cell where a row does not fit side by side.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX

CLASS = "stacked"
PRIORITY = 5  # after inline patterns (20) have made text of the headings
_STASHED = re.compile(rf"{STX}[^{STX}]*\x03")


class StackedTables(Treeprocessor):
    """Labels the cells."""

    def run(self, root: Element) -> None:
        for around in root.iter("div"):
            if CLASS in around.get("class", "").split():
                for table in around.iter("table"):
                    _label(table)


def _label(table: Element) -> None:
    labels = [_STASHED.sub("", "".join(heading.itertext())).strip() for heading in table.iter("th")]
    for row in table.iter("tr"):
        for label, cell in zip(labels, row.findall("td"), strict=False):
            cell.set("data-label", label)


class StackedTablesExtension(Extension):
    """Registers the above."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.treeprocessors.register(StackedTables(md), "dossier-stacked-tables", PRIORITY)


def makeExtension(**options: object) -> StackedTablesExtension:  # noqa: N802 - Python-Markdown's name
    return StackedTablesExtension(**options)
