"""Links in raw HTML of pages (drawings, forms): MkDocs resolves those of Markdown only.

They are written like those of Markdown, as a relative path to the page's file, e.g. `../figures/troops.md#a`, so that
they hold however the site is built.
"""

from __future__ import annotations

import html as text
import logging
import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from mkdocs.structure.files import File, Files

_LINK = re.compile(r'(?<=\shref=")([^":?#]*\.md)(?=["#])')

log = logging.getLogger("mkdocs.plugins.dossier")


def with_addresses(html: str, file: File, files: Files) -> str:
    """The page's HTML with each path of a source file made the address of its page; an unknown one is a warning."""

    def address(link: re.Match[str]) -> str:
        path = unquote(text.unescape(link[1]))
        target = files.get_file_from_path(posixpath.normpath(posixpath.join(posixpath.dirname(file.src_uri), path)))
        if target is None:
            log.warning("%s: there is no page %s", file.src_uri, path)
            return link[1]
        return target.url_relative_to(file)

    return _LINK.sub(address, html)
