"""How others link here, as examples to copy: the tests do what they say."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple
from urllib.parse import quote

from generator.addresses import claim_url, url
from generator.dossier import Dossier
from generator.hand_over import SEARCH_PAGE
from generator.inventory import INVENTORY
from generator.labels import load_labels


class Example(NamedTuple):
    """`told` is the label of what stands above it."""

    told: str
    language: str
    code: str


def examples(dossier: Dossier) -> list[Example]:
    """With the first topic of the dossier and the first claim about it; none where there is no topic."""
    topic = next(iter(dossier.topics.values()), None)
    if not topic:
        return []
    dossier = replace(dossier, address=dossier.address or "https://…/")
    words = load_labels(dossier.settings.language)["linking"]
    named = [(words["words"], topic.id, url(dossier, topic.id))]
    about = (claim for claim in dossier.about.get(topic.id, ()) if not claim.withdrawn)
    if claim := next(about, None):
        named.append((words["claim_words"], f"{claim.article.id}.{claim.record.id}", claim_url(dossier, claim)))
    mapping = f'intersphinx_mapping = {{"dossier": ("{dossier.address}", None)}}'
    return [
        Example("html", "html", "\n".join(f'<a href="{address}">{shown}</a>' for shown, _, address in named)),
        Example("sphinx", "python", f'extensions = ["sphinx.ext.intersphinx"]\n{mapping}'),
        Example(
            "sphinx_link", "rst", "\n".join(f":external+dossier:ref:`{shown} <{name}>`" for shown, name, _ in named)
        ),
        Example("mkdocs", "yaml", _PLUGINS.format(inventory=dossier.address + INVENTORY)),
        Example("mkdocs_link", "markdown", "\n".join(f"[{shown}][{name}]" for shown, name, _ in named)),
        Example("search", "text", f"{url(dossier, SEARCH_PAGE)}?q={quote(topic.record.name)}"),
    ]


_PLUGINS = """plugins:
  - search
  - autorefs
  - mkdocstrings:
      handlers:
        python:
          inventories:
            - url: {inventory}
              domains: [std]"""
