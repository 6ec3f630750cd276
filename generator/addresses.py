"""Where everything stands: ids → paths inside `docs/` and anchors. These addresses are for good."""

from __future__ import annotations

import posixpath
from functools import lru_cache
from urllib.parse import quote

from generator.dossier import Article, Claim, Dossier
from generator.hand_over import HOME
from generator.model import Settings

SECTIONS = ("articles", "timeline", "questions", "figures", "search", "data", "corrections")
DATA_PAGE = "data/index.md"
CORRECTIONS_PAGE = "corrections/index.md"


def folders(settings: Settings) -> tuple[str, ...]:
    """The folders in docs/ that belong to the generator."""
    return (*SECTIONS, *(kind.folder for kind in settings.kinds.values()))


def page_path(dossier: Dossier, target: str) -> str:
    """The page of an article, topic, event, question or measure by its id; a hand-written page is named by its path.

    Raises:
        KeyError: there is no such page.
    """
    if topic := dossier.topics.get(target):
        return f"{topic.kind.folder}/{target}.md"
    if target in dossier.articles:
        return f"articles/{target}.md"
    if target in dossier.events:
        return f"timeline/{target}.md"
    if target in dossier.questions:
        return f"questions/{target}.md"
    if target in dossier.measures:
        return f"figures/{target}.md"
    if target.endswith(".md"):
        return target
    raise KeyError(target)


def page_at(dossier: Dossier, path: str) -> str:
    """What `page_path` leads from: a page's id; for one that has none (overviews, hand-written ones) its path."""
    name = posixpath.basename(path).removesuffix(".md")
    try:
        return name if page_path(dossier, name) == path else path
    except KeyError:
        return path


def article_path(article: Article) -> str:
    return f"articles/{article.id}.md"


def claim_path(claim: Claim) -> str:
    """The claim's permalink as a path with its anchor."""
    return f"{article_path(claim.article)}#{claim.record.id}"


def cite_anchor(claim: Claim) -> str:
    """Where its article's page says how to cite the claim."""
    return f"_zitieren-{claim.record.id}"


def correction_path(article: Article, claim: Claim | None = None) -> str:
    """Where the corrections page tells of a claim, or of an article as a whole."""
    return f"{CORRECTIONS_PAGE}#{correction_anchor(article, claim)}"


def correction_anchor(article: Article, claim: Claim | None = None) -> str:
    return f"{article.id}.{claim.record.id}" if claim else article.id


def url(dossier: Dossier, target: str) -> str:
    """The whole address of a page by its id (or the path of a hand-written one), as it is published.

    Raises:
        KeyError: there is no such page.
    """
    path = page_path(dossier, target).removesuffix(".md")
    return dossier.address + _quoted("" if path == "index" else f"{path.removesuffix('/index')}/")


@lru_cache(maxsize=1 << 16)
def _quoted(path: str) -> str:
    """As `quote`, which goes through each address again."""
    return quote(path)


def claim_url(dossier: Dossier, claim: Claim) -> str:
    """The whole address of a claim: its permalink."""
    return f"{url(dossier, claim.article.id)}#{_quoted(claim.record.id)}"


def title_of(dossier: Dossier, target: str) -> str:
    """The words that name a page where it is linked."""
    if target in dossier.topics:
        return dossier.topics[target].record.name
    for group in (dossier.articles, dossier.events, dossier.questions, dossier.measures):
        if target in group:
            return str(group[target].record.title)
    return dossier.settings.title if target == HOME else dossier.page_titles.get(target, target)


def relative(path: str, page: str) -> str:
    """`path` as a link from `page` (both inside docs/), the anchor kept."""
    target, hash_sign, anchor = path.partition("#")
    folder, _, name = page.rpartition("/")
    if target == page:
        return f"#{anchor}" if anchor else name
    return _way(target, folder) + hash_sign + anchor


@lru_cache(maxsize=1 << 17)
def _way(target: str, folder: str) -> str:
    """As posixpath.relpath, which asks the system where it stands each time."""
    parts, here = target.split("/"), folder.split("/") if folder else []
    common = next((at for at, (there, own) in enumerate(zip(parts, here, strict=False)) if there != own), None)
    common = min(len(parts), len(here)) if common is None else common
    return "/".join([*[".."] * (len(here) - common), *parts[common:]])
