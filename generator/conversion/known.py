"""Which Python-Markdown and which MkDocs are known here, and how a step of theirs becomes a quicker one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import mkdocs
from markdown import __version_info__
from markdown.util import Registry

KNOWN = {(3, 11)}
"""Versions whose steps are as assumed; any other does all by itself."""
KNOWN_MKDOCS = {"1.6"}


def is_known() -> bool:
    return __version_info__[:2] in KNOWN


def quicken(steps: Registry[Any], quicker: Mapping[str, type[Any]]) -> None:
    """Each step is set up already and has its place among the others, so it stays the same object.

    One that somebody else has replaced is not what the quicker one is derived from, and is left alone.
    """
    for name, kind in quicker.items():
        if is_known() and name in steps and type(steps[name]) is kind.__base__:
            steps[name].__class__ = kind


def of_mkdocs(steps: Registry[Any], name: str, kind: str) -> Any | None:
    """The step that MkDocs adds to each page's by this name; None where it or MkDocs is another than is known."""
    if mkdocs.__version__.rpartition(".")[0] not in KNOWN_MKDOCS or name not in steps:
        return None
    own = steps[name]
    return own if f"{type(own).__module__}.{type(own).__name__}" == f"mkdocs.structure.pages.{kind}" else None
