"""What each page tells machines, as JSON-LD in the words of schema.org: only what the dossier knows, in few words.

`.json-ld.json` in docs/ holds it page by page; the hook (mkdocs_hook.py) puts it into the head of each. Only the page
of an article lists claims, so that no page grows with the dossier. What a page is about is told by json_ld_things.py.
Its `@id` is the address of the page, which then has a `url` alone; but an article is not ours, so that there the
address is the page's, and the article has one of its own. Nothing is told where the site's address is not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from generator.addresses import DATA_PAGE, page_path, url
from generator.dossier import Dossier
from generator.exports.package import licence
from generator.hand_over import HOME, SEARCH_PAGE
from generator.json_ld_things import Node, claims_of, data, filled, ref, thing
from generator.json_text import encoded, joined
from generator.pages.page import Page

CONTEXT = "https://schema.org"


def json_ld(dossier: Dossier, pages: Iterable[Page], hand_written: Iterable[str]) -> Iterable[tuple[str, Node]]:
    """Path inside docs/ → what the page tells, one after the other; no path of a page whose article is withdrawn."""
    if not dossier.address:
        return ()
    withdrawn = {page_path(dossier, name) for name, article in dossier.articles.items() if article.record.withdrawn}
    titles = {page.path: page.title for page in pages if page.path not in withdrawn}
    titles |= {path: dossier.page_titles[path] for path in hand_written}
    return ((path, {"@context": CONTEXT} | _told(path, titles, dossier)) for path in titles)


def json_ld_text(nodes: Iterable[tuple[str, Node]]) -> bytes:
    """The text of `.json-ld.json`, a line a page."""
    return joined("{", (f"{encoded(path)}: {encoded(node)}" for path, node in nodes), "}")


def _told(path: str, titles: Mapping[str, str], dossier: Dossier) -> Node:
    if path == HOME:
        return _home(dossier)
    if path == DATA_PAGE:
        return _page(path, titles, dossier) | {"mainEntity": data(path, titles[path], dossier) | _licence(dossier)}
    return _page(path, titles, dossier)


def _home(dossier: Dossier) -> Node:
    search = {"@type": "EntryPoint", "urlTemplate": f"{url(dossier, SEARCH_PAGE)}?q={{search_term_string}}"}
    return {
        "@type": "WebSite",
        "@id": dossier.address,
        "url": dossier.address,
        "name": dossier.settings.title,
        "description": dossier.settings.scope,
        **_ours(dossier),
        "potentialAction": {
            "@type": "SearchAction",
            "target": search,
            "query-input": "required name=search_term_string",
        },
    }


def _page(path: str, titles: Mapping[str, str], dossier: Dossier) -> Node:
    node: Node = {
        "@type": "WebPage",
        "url": url(dossier, path),
        "name": titles[path],
        **_ours(dossier),
        "isPartOf": ref(dossier.address),
        "breadcrumb": _breadcrumb(path, titles, dossier),
    }
    name = PurePosixPath(path).stem
    about = thing(name, dossier)
    if about and path == page_path(dossier, name):  # else a page by hand that is called as a topic is
        node["mainEntity"] = about
        node["hasPart"] = claims_of(name, dossier)
        if about["@id"] != node["url"]:
            node["@id"] = node["url"]
    return filled(node)


def _ours(dossier: Dossier) -> Node:
    """What holds for all words of ours."""
    return {"inLanguage": dossier.settings.language, **_licence(dossier)}


def _licence(dossier: Dossier) -> Node:
    """By its address, which is what programs compare; by name alone where that is not known."""
    known = licence(dossier.settings.license)
    return {"license": known.get("path") or {"@type": "CreativeWork", "name": known["title"]}}


def _breadcrumb(path: str, titles: Mapping[str, str], dossier: Dossier) -> Node:
    section = f"{PurePosixPath(path).parent}/index.md"
    way = dict.fromkeys((HOME, *([section] if section in titles else []), path))
    steps = [
        {"@type": "ListItem", "position": position, "name": titles[step], "item": ref(url(dossier, step))}
        for position, step in enumerate(way, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}
