"""Python-Markdown extension: the shorter ways of this package."""

from __future__ import annotations

from markdown import Markdown
from markdown.extensions import Extension

from generator.conversion import addresses, anchors, blocks, html, inline, lines, serializing, trees


class QuickConversion(Extension):
    """Registers them; to come last among the extensions."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        lines.register(md)
        blocks.register(md)
        inline.register(md)
        trees.register(md)
        serializing.register(md)
        html.register(md)
        anchors.register(md)
        addresses.register(md)


def makeExtension(**options: object) -> QuickConversion:  # noqa: N802 - Python-Markdown's name
    return QuickConversion(**options)
