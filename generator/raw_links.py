"""Links in raw HTML of pages (drawings, forms): MkDocs resolves those of Markdown only.

They are written like those of Markdown, as a relative path to the page's file, e.g. `../figures/troops.md#a`, or from
the top of docs/ (`/method.md`), so that they hold however the site is built.
"""

from __future__ import annotations

import html as text
import logging
import posixpath
import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from mkdocs.structure.files import File, Files

# Only attributes of tags: what stands in a code sample, or in another attribute, is text
_TAG = re.compile(r"""<!--.*?-->|<[a-z][^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)+>""", re.DOTALL | re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""(\s[^\s"'<>=]+=)("[^"]*"|'[^']*')""")
_PATH = re.compile(r"^(?!//)([^:?#]*\.md)(?=[?#]|$)")

log = logging.getLogger("mkdocs.plugins.dossier")


def with_addresses(html: str, file: File, files: Files) -> str:
    """The page's HTML with each path of a source file made the address of its page; an unknown one is a warning."""

    def address(link: re.Match[str]) -> str:
        path = unquote(text.unescape(link[1]))
        target = files.get_file_from_path(inside_docs(path, file))
        if target is None:
            log.warning("%s: there is no page %s", file.src_uri, path)
            return link[1]
        return text.escape(target.url_relative_to(file))

    def attribute(found: re.Match[str]) -> str:
        name, quoted = found[1], found[2]
        return (
            f"{name}{quoted[0]}{_PATH.sub(address, quoted[1:-1])}{quoted[0]}" if name.strip() == "href=" else found[0]
        )

    def tag(found: re.Match[str]) -> str:
        return found[0] if found[0].startswith("<!--") or ".md" not in found[0] else _ATTRIBUTE.sub(attribute, found[0])

    return _TAG.sub(tag, html) if ".md" in html else html


def inside_docs(path: str, file: File) -> str:
    """A path as written on the page of `file`, from the top of docs/."""
    return _joined("" if path.startswith("/") else file.src_uri.rpartition("/")[0], path.removeprefix("/"))


@lru_cache(maxsize=1 << 16)
def _joined(folder: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(folder, path))
