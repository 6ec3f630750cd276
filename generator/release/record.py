"""A release is recorded in seeds/published.yml, once its site stands: what it says there is a promise from then on."""

from __future__ import annotations

from pathlib import Path

from generator.desk import journal
from generator.pipeline import Loaded, Project
from generator.problems import Problems
from generator.promises import Update, check_promises, check_up_to_date, updated
from generator.published import PUBLISHED_FILE


def record(project: Project, loaded: Loaded, problems: Problems) -> str:
    """Writes what is new, in one step, and says so; nothing while problems are open, as that is never published.

    Raises:
        journal.Stuck: the file cannot be written, or was changed while the site was built; it is as it was.
    """
    path = Path(project.seeds.name, PUBLISHED_FILE)
    if problems.found:
        return f"{path.as_posix()}  nothing recorded, as it could not be published yet"
    update = _update(loaded)
    if loaded.published.file and not update.words:
        return f"{path.as_posix()}  nothing new"
    before = (project.root / path).read_bytes() if loaded.published.file else None
    journal.commit(project.root, "release", {path: update.content}, {path: before})
    return f"{path.as_posix()}  {update.words or 'nothing'}; commit it"


def check_record(project: Project, loaded: Loaded, problems: Problems, promises: Problems) -> None:
    """Adds the broken promises, or else what is not recorded yet; `problems` are those of the loading."""
    check_promises(loaded.published, loaded.standing, promises)
    if not promises.found:
        first = "mend what dossier check lists, then " if problems.found else ""
        hint = f"{first}run: dossier release, and commit seeds/published.yml"
        path = f"{project.seeds.name}/{PUBLISHED_FILE}"
        check_up_to_date(path, loaded.published, _update(loaded), hint, promises)


def _update(loaded: Loaded) -> Update:
    claims = loaded.dossier.claims
    return updated(loaded.published, loaded.standing, lambda address: claims[address.removeprefix("articles/")].text)
