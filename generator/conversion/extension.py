"""Python-Markdown extension: the shorter ways of this package."""

from __future__ import annotations

from markdown import Markdown
from markdown.extensions import Extension

from generator.conversion import inline


class QuickConversion(Extension):
    """Registers them; to come last among the extensions."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        inline.register(md)


def makeExtension(**options: object) -> QuickConversion:  # noqa: N802 - Python-Markdown's name
    return QuickConversion(**options)
