"""Any series of edits, mishaps included: after each the site is the one of a full build."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from rebuilding_again import Rebuilt
from workshop import dossier

from generator.pipeline import Project, load
from generator.problems import Problems
from generator.site import state_folder

STEPS = 6

Edit = Callable[[Project, random.Random, int], None]


def articles(project: Project) -> list[Path]:
    return sorted((project.seeds / "articles").glob("*.yml"))


def add_article(project: Project, chance: random.Random, step: int) -> None:
    text = chance.choice(articles(project)).read_text(encoding="utf-8").split("claims:")[0]
    text = "\n".join(line for line in text.splitlines() if not line.startswith(("fulltext", "rights")))
    claim = f"claims:\n  - id: neu-{step}\n    p: 1\n    text: Der Lotsenbund zählt in Nordersiel {step} Boote.\n"
    (project.seeds / f"articles/2031-07-neu-{step}.yml").write_text(f"{text}\n{claim}", encoding="utf-8")


def edit_article(project: Project, chance: random.Random, step: int) -> None:
    path = chance.choice(articles(project))
    text = path.read_text(encoding="utf-8")
    title = text.split("title: ")[1].split("\n")[0]
    path.write_text(text.replace(title, f"Titel {step} in Nordersiel", 1), encoding="utf-8")


def remove_article(project: Project, chance: random.Random, step: int) -> None:
    added = [path for path in articles(project) if "-neu-" in path.name]
    if added:
        chance.choice(added).unlink()


def rename_topic(project: Project, chance: random.Random, step: int) -> None:
    loaded = load(project, Problems())
    assert loaded
    topic = chance.choice(sorted(loaded.dossier.topics))
    assert dossier(project, "rename", topic, f"{topic[:12].rstrip('-')}-{step}") == 0


def new_name(project: Project, chance: random.Random, step: int) -> None:
    path = project.seeds / "bases/bases.yml"
    text = path.read_text(encoding="utf-8")
    name = text.split("name: ")[1].split("\n")[0]
    path.write_text(text.replace(f"name: {name}", f"name: Mole {step}", 1), encoding="utf-8")


def hand_written(project: Project, chance: random.Random, step: int) -> None:
    path = project.docs / f"notes-{chance.randrange(2)}.md"
    if path.exists() and chance.random() < 0.5:
        path.unlink()
    else:
        path.write_text(f"# Notiz {step}\n\n[[Harms]] sagt [@bleiben]. [Start](index.md)\n", encoding="utf-8")


def settings(project: Project, chance: random.Random, step: int) -> None:
    path = project.root / "mkdocs.yml"
    lines = path.read_text(encoding="utf-8").splitlines()
    changed = [f"site_description: Zum {step}. Mal" if line.startswith("site_description") else line for line in lines]
    path.write_text("\n".join(changed) + "\n", encoding="utf-8")


def no_state(project: Project, chance: random.Random, step: int) -> None:
    shutil.rmtree(state_folder(project.site))


def damaged_state(project: Project, chance: random.Random, step: int) -> None:
    path = chance.choice(sorted(state_folder(project.site).iterdir()))
    content = bytearray(path.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def damaged_site(project: Project, chance: random.Random, step: int) -> None:
    path = chance.choice(sorted(project.site.rglob("*.html")))
    path.write_text("anders", encoding="utf-8")


EDITS: list[Edit] = [
    *(add_article, edit_article, remove_article, rename_topic, new_name, hand_written),
    *(settings, no_state, damaged_state, damaged_site),
]
WEIGHTS = [3, 3, 2, 2, 2, 2, 1, 1, 1, 1]


@pytest.mark.parametrize("seed", range(3))
def test_any_series_of_edits(rebuilt: Rebuilt, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same edits in each run
    kept = 0
    for step in range(1, STEPS + 1):
        for edit in chance.choices(EDITS, WEIGHTS, k=chance.choice((1, 1, 2))):
            edit(rebuilt.project, chance, step)
        rebuilt()
        kept += rebuilt.kept
    assert kept > 0
