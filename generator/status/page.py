"""The page of what is unfinished, for the team: made while `serve` runs, never written to docs/ and never published."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from generator.addresses import claim_path, page_path, title_of
from generator.dossier import Dossier
from generator.labels import load_labels
from generator.pipeline import Loaded
from generator.problems import Problems
from generator.render import environment
from generator.status import Place, status_of

ADDRESS = "status"
MOST_PLACES = 50
NO_NAMES = "that takes its time; `dossier status` does it"


@dataclass(frozen=True, slots=True)
class StatusPage:
    """Its Markdown, and the words that link to it from all pages."""

    text: str
    link: str
    address: str = f"{ADDRESS}/"


def status_page(loaded: Loaded, problems: Problems) -> StatusPage:
    """The page of a dossier whose pages have been written; it links to them."""
    dossier = loaded.dossier
    found, labels = status_of(loaded, problems, NO_NAMES), load_labels(dossier.settings.language)
    words = labels["status"]
    meta = {"title": words["title"], "description": words["description"], "search": {"exclude": True}}
    sections = {
        work: [section for section in found.sections if section.places and section.is_work is work]
        for work in (True, False)
    }
    body = (
        environment()
        .get_template("status.md.jinja")
        .render(
            t=words,
            status=found,
            sections=sections,
            most=MOST_PLACES,
            next=_target(found.next, dossier),
            command=f"dossier text {found.next}",
            target=lambda place: _target(place.id, dossier),
            where=_where,
        )
    )
    head = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False)
    return StatusPage(f"---\n{head}---\n\n{body}", words["link"].format(work=labels.number(found.work)))


def _target(name: str, dossier: Dossier) -> tuple[str, str]:
    """Title and path of the page that shows a record or claim; empty where it has none."""
    if claim := dossier.claims.get(name):
        return claim.text, claim_path(claim)
    record = name.partition("#")[0]  # a draft stands on its article's page
    return (title_of(dossier, record), page_path(dossier, record)) if record else ("", "")


def _where(place: Place) -> str:
    return f"{place.mark.path}:{place.mark.line}"
