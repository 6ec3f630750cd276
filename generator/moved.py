"""What stands at addresses that pages and claims once had: pages that lead on, and stubs on article pages.

`.moved.json` in docs/ holds those pages; moved_site.py writes them into the finished site, so they are in no list of
pages. A page lists the claims that once stood on it, since without JavaScript nothing but a link takes a reader on to
the very claim.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TypedDict

from generator.addresses import title_of
from generator.dossier import Dossier
from generator.labels import load_labels
from generator.promises import Standing


class Place(TypedDict):
    """Where something stands now: its address as in redirects.yml, and the words that name it."""

    to: str
    title: str


class MovedPage(TypedDict):
    """`to` is None where only claims of the page are known to stand somewhere; `claims` are by their old ids."""

    to: Place | None
    claims: dict[str, Place]


def place(address: str, dossier: Dossier) -> Place:
    """Of a claim the words are its sentence, unless it has been withdrawn."""
    page, _, claim = address.partition("#")
    if claim:
        found = dossier.claims[f"{page.removeprefix('articles/')}#{claim}"]
        withdrawn = load_labels(dossier.settings.language)["moved"]["withdrawn"]
        return Place(to=address, title=withdrawn if found.withdrawn else found.text)
    path = f"{page}.md"
    return Place(to=address, title=title_of(dossier, path if path in dossier.page_titles else page.rpartition("/")[2]))


def moved_claims(there: Standing) -> dict[str, dict[str, str]]:
    """Article → the ids of claims that once stood on its page, which is there still, each with the address it has now.

    Both are addresses as in redirects.yml, without `articles/` before that of the article.
    """
    found: dict[str, dict[str, str]] = {}
    for old in there.redirects:
        page, _, claim = old.partition("#")
        if claim and page in there.known and (now := there.now(old)):
            found.setdefault(page.removeprefix("articles/"), {})[claim] = now
    return found


def moved_pages(dossier: Dossier, there: Standing, published: Iterable[str]) -> dict[str, MovedPage]:
    """Old address of a page → what leads on from there; nothing of addresses that lead to drafts.

    `published` are the addresses that were released.
    """
    claims: dict[str, set[str]] = {old: set() for old in there.redirects if "#" not in old}
    for address in (*there.redirects, *published):
        page, hash_sign, claim = address.partition("#")
        if hash_sign and page not in there.known:
            claims.setdefault(page, set()).add(claim)
    published, ids_on = {*published}, _ids_by_page(there)
    for page, ids in claims.items():
        if page not in published:  # it was released nowhere, but may be known: by all that stands on the page today
            ids.update(ids_on.get(there.now(page), ()))
    order = {address: at for at, address in enumerate(there.claims)}

    def place_today(address: str) -> tuple[int, str]:
        return order.get(there.now(address), len(order)), address

    pages = {
        page: _moved_page(page, sorted((f"{page}#{claim}" for claim in claims[page]), key=place_today), dossier, there)
        for page in sorted(claims)
    }
    return {old: page for old, page in pages.items() if page["to"] or page["claims"]}


def _ids_by_page(there: Standing) -> dict[str, set[str]]:
    """Page → the ids of the claims that stand there, or once did."""
    found: dict[str, set[str]] = {}
    for address in (*there.claims, *there.redirects):
        page, hash_sign, claim = address.partition("#")
        if hash_sign:
            found.setdefault(page, set()).add(claim)
    return found


def _moved_page(page: str, claims: Iterable[str], dossier: Dossier, there: Standing) -> MovedPage:
    to, now = there.now(page), {claim: there.now(claim) for claim in claims}
    return MovedPage(
        to=place(to, dossier) if to else None,
        claims={old.partition("#")[2]: place(new, dossier) for old, new in now.items() if new},
    )


def moved_text(pages: Mapping[str, MovedPage]) -> str:
    """The text of `.moved.json`."""
    return json.dumps(pages, ensure_ascii=False, indent=1) + "\n"
