"""docs/ → a site with the page to print and the zip: all of it new beside site/, swapped in when it is whole."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from generator.fields import as_id
from generator.labels import load_labels
from generator.pipeline import Loaded, Project
from generator.release.archive import moment, pack
from generator.release.cover import cover, newest_day, readme
from generator.release.plan import Plan
from generator.site import mkdocs, new_site, release_folder, remove, swap_in

ZIP = "data/dossier.zip"
"""Its address is for good, whatever the dossier comes to be called."""
README = "LIESMICH.txt"
NOT_ON_DISK = ("404.html", "sitemap.xml", "sitemap.xml.gz")
"""Of use to a server alone; they name its address."""
PRINTED = ("print/index.html", "print.html")
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Released:
    """Sizes in bytes."""

    zip: int
    print_page: int


def release_site(project: Project, loaded: Loaded, stage: Callable[[str], None], lock: int | None = None) -> Released:
    """Builds site/ from docs/ as it stands, with the two; after an exception, site/ is what it was."""
    folder, target = release_folder(project), new_site(project)
    try:
        folder.mkdir()
        (folder / "cover.md").write_text(cover(loaded), encoding="utf-8")
        plan = Plan(str(folder / "cover.md"))
        stage("building the copy for disks")
        packed = _packed(project, loaded, plan, lock)
        size = load_labels(loaded.dossier.settings.language).number(
            max(0.1, round(packed.stat().st_size / MEGABYTE, 1))
        )
        words = load_labels(loaded.dossier.settings.language)["release"]["size"].format(number=size)
        stage("building site/")
        mkdocs(project, target, lock, replace(plan, zip=ZIP, zip_size=words).environment())
        (target / ZIP).parent.mkdir(exist_ok=True)
        packed.rename(target / ZIP)
        printed = next(path for path in PRINTED if (target / path).exists())
        released = Released((target / ZIP).stat().st_size, (target / printed).stat().st_size)
        swap_in(project)
    finally:
        for left in (folder, target):
            remove(left)
    return released


def _packed(project: Project, loaded: Loaded, plan: Plan, lock: int | None) -> Path:
    folder = Path(plan.cover).parent
    site, packed = folder / "site", folder / Path(ZIP).name
    mkdocs(project, site, lock, plan.environment())
    for name in NOT_ON_DISK:
        (site / name).unlink(missing_ok=True)
    (site / README).write_text(readme(loaded.dossier), encoding="utf-8")
    pack(site, packed, as_id(loaded.dossier.settings.title), moment(newest_day(loaded.dossier)))
    shutil.rmtree(site)
    return packed
