"""What one file or page gives: its paragraphs, and the metadata that it declares outside of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Document:
    """Metadata that is not declared is empty; `notes` are for the editor."""

    paragraphs: tuple[str, ...]
    title: str = ""
    published: str = ""
    """EDTF."""
    published_basis: str = ""
    outlet: str = ""
    agency: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    language: str = ""
    notes: tuple[str, ...] = ()
