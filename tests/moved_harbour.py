"""The dossier of the harbour after its release, with pages and claims that have moved since."""

from pathlib import Path

import pytest
from workshop import ENVIRONMENT, HARBOUR, copy_dossier, dossier

from generator.pipeline import Project, load
from generator.problems import Problems
from generator.promises import updated

TOPIC, ARTICLE, CLAIM = "old-pier", "2031-03-20-funk", "2031-03-14-uebergabe#bleiben"
NEW_TOPIC, NEW_ARTICLE, NEW_CLAIM = "alte-mole", "2031-03-20-kuestenfunk", "2031-03-14-uebergabe#zwoelf"
REMOVED = f"{NEW_ARTICLE}#lob"
BY_HAND = f"""\
articles/{REMOVED}: articles/{NEW_CLAIM}
articles/{ARTICLE}#größe: articles/{NEW_ARTICLE}#rest
articles/{NEW_ARTICLE}#länge: articles/{NEW_ARTICLE}#rest
articles/2030-verteilt#boote: articles/{NEW_ARTICLE}#rest
bases/südmole: bases/{NEW_TOPIC}
"""
"""A claim that was removed, anchors that are written with percent signs in a link, an article whose page leads nowhere
as a whole, a topic with an umlaut."""


def release(project: Project) -> None:
    """As if all that is there had been released."""
    loaded = load(project, Problems())
    assert loaded
    claims = {f"articles/{key}": claim.text for key, claim in loaded.dossier.claims.items()}
    update = updated(loaded.published, loaded.standing, claims.__getitem__)
    (project.seeds / "published.yml").write_bytes(update.content)


def move(project: Project) -> None:
    """Renames a topic, an article and a claim, and removes a claim in favour of another."""
    release(project)
    for old, new in ((TOPIC, NEW_TOPIC), (ARTICLE, NEW_ARTICLE), (CLAIM, NEW_CLAIM)):
        assert dossier(project, "rename", old, new) == 0
    article = project.seeds / f"articles/{NEW_ARTICLE}.yml"
    before, removed, rest = article.read_text(encoding="utf-8").partition("  - id: lob\n")
    assert removed
    article.write_text(before + rest[rest.index("  - id: ") :], encoding="utf-8")
    with (project.seeds / "redirects.yml").open("a", encoding="utf-8") as redirects:
        redirects.write(BY_HAND)


def built(folder: Path, command: str) -> Project:
    """The dossier in `folder` after the moves, with the site that the command makes of it."""
    project = copy_dossier(HARBOUR, folder / "harbour")
    move(project)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", ENVIRONMENT["SOURCE_DATE_EPOCH"])
        assert dossier(project, command) == 0
    return project
