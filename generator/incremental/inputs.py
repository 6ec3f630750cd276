"""What all pages of a site are made from: settings, theme, code, versions; as one hash.

And the doubts: what may read more than is looked at here, so that no page is taken from the last site.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mkdocs
from mkdocs.plugins import BasePlugin
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_datetime

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_KNOWN_MKDOCS = "1.6."
_OWN_EXTENSIONS = frozenset(
    "abbr admonition attr_list codehilite def_list fenced_code footnotes legacy_attrs legacy_em md_in_html meta nl2br "
    "sane_lists smarty tables toc wikilinks extra".split()
)
_READS_FILES = ("pymdownx.snippets", "pymdownx.b64", "pymdownx.extra")
_NOT_TEMPLATES = (".icons", "__pycache__")
"""Of a theme: thousands of drawings, which the version of its package stands for."""


def doubt(config: MkDocsConfig, trusted: Iterable[str]) -> str:
    """Why nothing can be known for certain here; `trusted` are hooks, plugins and extensions the host vouches for."""
    if not mkdocs.__version__.startswith(_KNOWN_MKDOCS):
        return f"MkDocs {mkdocs.__version__} may work in another way"
    if logging.getLogger("mkdocs").getEffectiveLevel() != logging.INFO:
        return "MkDocs is to tell less than usual, or more, and then looks at other things"
    for name in config.plugins:
        if name not in trusted:
            return f"{name} may keep something of each page"
    for name in config.markdown_extensions:
        known = name in _OWN_EXTENSIONS or name.startswith(("markdown.extensions.", "pymdownx."))
        if name in _READS_FILES or not (known or name in trusted):
            return f"{name} may read other files"
    return ""


def common_hash(config: MkDocsConfig, also: object) -> str:
    """One hash of all that every page depends on; `also` is what the host adds."""
    templates = dict(_templates(config.theme.dirs))
    parts = [
        {name: _plain(value) for name, value in sorted(config.items()) if name not in ("site_dir", "theme")},
        {name: _plain(value) for name, value in sorted(config.theme.items())},
        sorted(config.theme.static_templates),
        {name: hashlib.sha256(content).hexdigest() for name, content in sorted(templates.items())},
        str(get_build_datetime()) if _mentions(templates, config, "build_date_utc|[a-z_]+[.]update_date") else "",
        _code(),
        _plain(also),
    ]
    folder = json.dumps(str(Path(config.docs_dir).parent))[1:-1]  # a project that is moved stays what it is
    return hashlib.sha256(json.dumps(parts, sort_keys=True).replace(folder, "").encode()).hexdigest()


def shows_all_pages(config: MkDocsConfig) -> bool:
    """Whether a template goes through the list of all pages, as otherwise only that of the site map does."""
    return _mentions(dict(_templates(config.theme.dirs)), config, "pages")


def navigation_hash(nav: Navigation) -> str:
    """Of all that a page can show of the navigation."""
    return hashlib.sha256(repr([_item(each) for each in nav.items]).encode()).hexdigest()


def _item(item: Any) -> tuple[object, ...]:
    if isinstance(item, Page):
        return ("page", item.title, item.file.src_uri, item.url, sorted(map(repr, item.meta.items())))
    if isinstance(item, Section):
        return ("section", item.title, *map(_item, item.children))
    return ("link", item.title, item.url)


def _templates(folders: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    for number, top in enumerate(folders):
        for folder, inner, names in os.walk(top):
            inner[:] = sorted(name for name in inner if name not in _NOT_TEMPLATES)
            for name in sorted(names):
                path = Path(folder, name)
                yield f"{number}/{path.relative_to(top).as_posix()}", path.read_bytes()


def _mentions(templates: Mapping[str, bytes], config: MkDocsConfig, name: str) -> bool:
    word = re.compile(rb"\{[%{][^}]*(?<![.\w])(?:" + name.encode() + rb")\b")
    return any(
        word.search(content)
        for path, content in templates.items()
        if path.endswith(".html") and path.partition("/")[2] not in config.theme.static_templates
    )


@cache
def _code() -> str:
    """Of the code as it was loaded, and the versions of all that is installed.

    Only once in a process: code that changes under a running one does nothing.
    """
    digest = hashlib.sha256(sys.version.encode())
    for name, module in sorted(sys.modules.items()):
        path = Path(getattr(module, "__file__", None) or "")
        if path.suffix == ".py" and path.is_file():
            digest.update(name.encode() + path.read_bytes())
    for folder in sys.path:
        digest.update(repr(sorted(path.name for path in Path(folder).glob("*-info"))).encode())
    return digest.hexdigest()


def _plain(value: object) -> object:
    """As JSON; of an object without a text of its own one that never comes twice, so that everything is rendered."""
    if isinstance(value, Mapping):
        return [[str(name), _plain(each)] for name, each in value.items()]
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, BasePlugin):
        return [type(value).__qualname__, _plain(value.config)]
    if isinstance(value, str | int | float | None):
        return value
    name = getattr(value, "__qualname__", "")
    return f"{value.__module__}.{name}" if name else repr(value)
