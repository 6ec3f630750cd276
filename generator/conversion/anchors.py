"""The ids that a page's own HTML gives are found without a second parser.

MkDocs runs html.parser over every page for them. Where all tags of a page are in plain style (`plain_html`), it is
enough to read those that have an `id` or a `name`; any other page MkDocs reads as ever.
"""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from generator.conversion.known import of_mkdocs
from generator.conversion.plain_html import ATTRIBUTE, ODD

MKDOCS_OWN = "mkdocs_raw_html", "_RawHTMLPreprocessor"
PRIORITY = 21.5  # right before that
_WITH_ANCHOR = re.compile(r"<([a-z][a-z0-9]*+)([^<>]*[ \n](?:id|name)\b[^<>]*)>", re.IGNORECASE | re.ASCII)


def ids(text: str) -> set[str | None] | None:
    """As MkDocs finds them; None if the page has anything that is not in plain style."""
    if ODD.search(text):
        return None
    found: set[str | None] = set()
    for tag, attributes in _WITH_ANCHOR.findall(text):
        for each in ATTRIBUTE.finditer(attributes):
            name, value = each[1].lower(), each[2]
            if name == "id" or (name == "name" and tag.lower() == "a"):
                if value and "&" in value:  # html.parser's versions disagree on what that means
                    return None
                found.add(value)
    return found


class QuickAnchors(Preprocessor):
    """MkDocs registers its own after all extensions, so it is met only when a page is converted."""

    def run(self, lines: list[str]) -> list[str]:
        if own := of_mkdocs(self.md.preprocessors, *MKDOCS_OWN):
            own.run = partial(_run, own)
        return lines


def _run(own: Any, lines: list[str]) -> list[str]:
    found = ids("\n".join(lines))
    if found is None:
        return list(type(own).run(own, lines))
    own.present_anchor_ids = found
    return lines


def register(md: Markdown) -> None:
    """Lets MkDocs' own be quicker, if that is as known here."""
    md.preprocessors.register(QuickAnchors(md), "quick_anchors", PRIORITY)
