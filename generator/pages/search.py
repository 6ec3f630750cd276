"""The page of search results; what it shows for a query is worked out in the browser (theme/assets/search-page.js)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from generator.dossier import Dossier
from generator.hand_over import SEARCH_PAGE
from generator.labels import load_labels
from generator.pages.page import Page, describe


def pages(dossier: Dossier) -> Iterator[Page]:
    title = load_labels(dossier.settings.language)["search"]["title"]
    described = describe(dossier, "search", dossier=dossier.settings.title)
    values = partial(_values, dossier)
    yield Page(SEARCH_PAGE, "search", title, described, values, scripts=("search-page",), citable=False)


def _values(dossier: Dossier) -> Mapping[str, object]:
    labels = load_labels(dossier.settings.language)
    kinds = [(kind.folder, kind.plural) for kind in dossier.settings.kinds.values()]
    sections = [("timeline", labels["sections"]["timeline"]), *kinds]
    sections += [(name, labels["sections"][name]) for name in ("questions", "figures", "articles")]
    return {"ways": [(f"{folder}/index.md", title) for folder, title in sections]}
