"""Links as a page writes them: to pages by their id, relative to where it stands, and out of the site."""

from __future__ import annotations

from collections.abc import Iterable

from generator.addresses import cite_path, correction_path, page_path, relative, title_of
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

    def href(self, path: str) -> str:
        """A link to `path` from this page; without a page (links of hand-written ones) from the top of docs/."""
        return relative(path, self.path) if self.path else f"/{path}"

    def link(self, target: str, words: str = "") -> str:
        """A link to a page by its id; plain words where it would lead to the page itself."""
        text = escape(words or title_of(self.dossier, target))
        path = page_path(self.dossier, target)
        return text if path == self.path else f"[{text}]({self.href(path)})"

    def moved(self, address: str) -> str:
        """The href of an address as redirects.yml writes it."""
        page, hash_sign, claim = address.partition("#")
        return self.href(page + ".md" + hash_sign + claim)

    def links(self, targets: Iterable[str]) -> str:
        return ", ".join(self.link(target) for target in targets)

    def correction(self, article: Article, claim: Claim | None = None) -> str:
        """The href of what the corrections page tells of a claim, or of an article as a whole."""
        return self.href(correction_path(article, claim))

    def cite_link(self, claim: Claim) -> str:
        """A small link to how the claim is cited."""
        return f"[{self.labels['cite']['link']}]({self.href(cite_path(claim))}){{ .cite-link }}"

    def method(self) -> str:
        """A link to the hand-written page that explains how claims are checked, where there is one."""
        words = str(self.labels["sources"]["method_page"])
        return f"[{words}]({self.href(METHOD_PAGE)})" if METHOD_PAGE in self.dossier.page_titles else words

    @staticmethod
    def external(url: str, words: str) -> str:
        """A link that leaves the site."""
        href = url.replace("&", "&amp;")
        return f'[{escape(words)}](<{href}>){{ rel="noopener external" }}'
