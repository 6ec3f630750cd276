"""A text or Markdown file → its paragraphs, with what its front matter says."""

from __future__ import annotations

from dataclasses import replace

from generator.intake import markdown_source
from generator.intake.document import Document
from generator.intake.paragraphs import blocks, clean


def read_plain(text: str, *, markdown: bool | None = None) -> Document:
    """`markdown`: whether the file's name says so; None where the content has to tell."""
    text = clean(text)
    if markdown is None:
        markdown = markdown_source.is_markdown(text)
    fields, body = markdown_source.front_matter(text)
    document = markdown_source.declared(fields)
    if markdown:
        body = markdown_source.without_marks(body)
    return replace(document, paragraphs=tuple(blocks(body)))
