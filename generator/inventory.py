"""What others link by: `objects.inv`, which Sphinx and mkdocstrings read, and `links.json`, for everything else.

In the inventory each page of ours and each claim is a `std:label`, which Sphinx reaches by `:ref:` and mkdocstrings by
`[words][id]`; a claim is called `article.claim`, as things inside others are there. Overviews are called as their
address ends, as records are; hand-written pages, which have no id, are `std:doc`. Addresses are relative to its own.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from operator import itemgetter

from generator.addresses import claim_url, page_path, title_of, url
from generator.dossier import Claim, Dossier
from generator.json_text import document, encoded, joined
from generator.labels import load_labels
from generator.pages.page import Page
from generator.sources import Sources

INVENTORY, LINKS = "objects.inv", "links.json"

Entry = dict[str, str | list[str]]


def inventory(pages: Iterable[Page], dossier: Dossier) -> dict[str, bytes]:
    """`objects.inv`: the same dossier and its pages give the same bytes."""
    # here, since commands that write nothing start without it; it comes without types
    from sphobjinv import DataObjStr, Inventory, compress  # type: ignore[import-untyped]  # noqa: PLC0415

    here = replace(dossier, address="")
    found = Inventory()
    found.project, found.version = _line(dossier.settings.title), ""
    # mkdocstrings takes the last of two that have one name: let that be what has an id; without `as_bytes`, which
    # writing does not need, nothing is held twice
    for role, rows in (("doc", _documents(here)), ("label", _labels(pages, here))):
        found.objects += [
            DataObjStr(
                name=name, domain="std", role=role, priority="-1", uri=address, dispname=_line(title), as_bytes=None
            )
            for name, address, title in sorted(rows)
        ]
    return {INVENTORY: compress(found.data_file())}


def link_list(pages: Iterable[Page], dossier: Dossier) -> bytes:
    """`links.json`: an object for each page and each claim, on a line of its own.

    Addresses are whole where it is known where the site is published, else relative to the file's own.
    """
    entries = chain(_pages(pages, dossier), _hand_written(dossier), _claims(dossier))
    found = [(entry["id"], entry["kind"], encoded(entry)) for entry in entries]
    found.sort(key=itemgetter(0, 1))
    head = document({"title": dossier.settings.title, "address": dossier.address}).removesuffix("\n}\n")
    return joined(f'{head},\n "links": [', (text for _, _, text in found), "]\n}")


def _pages(pages: Iterable[Page], dossier: Dossier) -> Iterator[Entry]:
    records = _records(dossier)
    at = {page_path(dossier, name): (name, kind) for name, kind in records.items()}
    for page in pages:
        name, kind = at.get(page.path) or (_overview(page.path, records), "page")
        yield _entry(name, kind, page.title, url(dossier, page.path), (page.description, page.aliases))


def _overview(path: str, records: Container[str]) -> str:
    """What the home page (`index`) or the overview in a folder is called: as its address ends, `actors`.

    Where a record has that id, the record is meant, and the overview is called `actors/index`, as no record can be.
    """
    whole = path.removesuffix(".md")
    name = whole.removesuffix("/index")
    return whole if name in records else name


def _hand_written(dossier: Dossier) -> Iterator[Entry]:
    """These have no summary."""
    for name, address, title in _documents(dossier):
        yield _entry(name, "page", title, address)


def _claims(dossier: Dossier) -> Iterator[Entry]:
    sources = Sources(dossier, "")
    summaries = {
        name: f"{article.record.title} ({sources.article_label(article)})" for name, article in dossier.articles.items()
    }
    for claim in dossier.claims.values():
        told = summaries[claim.article.id], ()
        entry = _entry(claim.key, "claim", _sentence(claim, dossier), claim_url(dossier, claim), told)
        yield entry | {"ref": _label(claim)}


def _entry(name: str, kind: str, title: str, address: str, told: tuple[str, Iterable[str]] = ("", ())) -> Entry:
    """`told` is the summary and the other names; `ref` is what the inventory calls it."""
    summary, aliases = told
    return {
        "id": name,
        "ref": name,
        "kind": kind,
        "title": _line(title),
        "url": address or "./",
        "summary": _line(summary),
        "aliases": list(aliases),
    }


def _labels(pages: Iterable[Page], dossier: Dossier) -> Iterator[tuple[str, str, str]]:
    """Name, address and title of all that has an id, and of the overviews."""
    records = _records(dossier)
    for name in records:
        yield name, url(dossier, name), title_of(dossier, name)
    paths = {page_path(dossier, name) for name in records}
    for page in pages:
        if page.path not in paths:
            yield _overview(page.path, records), url(dossier, page.path) or "./", page.title
    for claim in dossier.claims.values():
        yield _label(claim), claim_url(dossier, claim), _sentence(claim, dossier)


def _documents(dossier: Dossier) -> Iterator[tuple[str, str, str]]:
    for path, title in dossier.page_titles.items():
        yield path.removesuffix(".md"), url(dossier, path), title


def _records(dossier: Dossier) -> Mapping[str, str]:
    """The id of everything with a page of its own → its kind."""
    kinds = {topic.id: topic.kind_id for topic in dossier.topics.values()}
    kinds |= dict.fromkeys(dossier.articles, "article") | dict.fromkeys(dossier.events, "event")
    return kinds | dict.fromkeys(dossier.questions, "question") | dict.fromkeys(dossier.measures, "figure")


def _label(claim: Claim) -> str:
    return f"{claim.article.id}.{claim.record.id}"


def _sentence(claim: Claim, dossier: Dossier) -> str:
    """What a claim says; of one that has been withdrawn only that."""
    return str(load_labels(dossier.settings.language)["badge"]["withdrawn"]) if claim.withdrawn else claim.text


def _line(text: str) -> str:
    """On one line, as the inventory has it."""
    return " ".join(text.split())
