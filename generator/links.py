"""Links as a page writes them: to pages by their id, relative to where it stands, and out of the site."""

from __future__ import annotations

from collections.abc import Iterable

from generator.addresses import article_path, cite_anchor, correction_path, page_path, relative, title_of
from generator.dossier import Article, Claim, Dossier
from generator.labels import Labels, load_labels
from generator.markdown_text import escape

METHOD_PAGE = "method.md"


class Links:
    """Links from the page at `path`."""

    def __init__(self, dossier: Dossier, path: str) -> None:
        self.dossier = dossier
        self.path = path
        self.labels: Labels = load_labels(dossier.settings.language)
        self._pages: dict[str, str] = {}
        """Id or path → the way there: a page leads to most of its targets again and again."""

    def href(self, path: str) -> str:
        """A link to `path` from this page; without a page (links of hand-written ones) from the top of docs/."""
        return relative(path, self.path) if self.path else f"/{path}"

    def link(self, target: str, words: str = "") -> str:
        """A link to a page by its id; plain words where it would lead to the page itself."""
        text = escape(words or title_of(self.dossier, target))
        href = self._pages.get(target)
        if href is None:
            path = page_path(self.dossier, target)
            href = self._pages[target] = "" if path == self.path else self.href(path)
        return f"[{text}]({href})" if href else text

    def moved(self, address: str) -> str:
        """The href of an address as redirects.yml writes it."""
        page, hash_sign, claim = address.partition("#")
        return self.href(page + ".md" + hash_sign + claim)

    def links(self, targets: Iterable[str]) -> str:
        return ", ".join(self.link(target) for target in targets)

    def correction(self, article: Article, claim: Claim | None = None) -> str:
        """The href of what the corrections page tells of a claim, or of an article as a whole."""
        return self.href(correction_path(article, claim))

    def in_article(self, article: Article, anchor: str) -> str:
        """The href of a place on an article's page."""
        path = article_path(article)
        href = self._pages.get(path)
        if href is None:
            href = self._pages[path] = "" if path == self.path else self.href(path)
        return f"{href}#{anchor}"

    def permalink(self, claim: Claim) -> str:
        """The href of the claim on its article's page."""
        return self.in_article(claim.article, claim.record.id)

    def cite_link(self, claim: Claim) -> str:
        """A small link to how the claim is cited."""
        return f"[{self.labels['cite']['link']}]({self.in_article(claim.article, cite_anchor(claim))}){{ .cite-link }}"

    def method(self) -> str:
        """A link to the hand-written page that explains how claims are checked, where there is one."""
        words = str(self.labels["sources"]["method_page"])
        return f"[{words}]({self.href(METHOD_PAGE)})" if METHOD_PAGE in self.dossier.page_titles else words

    @staticmethod
    def external(url: str, words: str) -> str:
        """A link that leaves the site."""
        href = url.replace("&", "&amp;")
        return f'[{escape(words)}](<{href}>){{ rel="noopener external" }}'
