"""The dossier of the harbour as editors change it: with work of every kind left, and in a git repository."""

import os
import subprocess
from pathlib import Path

from generator.parsing import parse_seeds
from generator.pipeline import Project
from generator.problems import Problems
from generator.verification.lock import LOCK_FILE, Reading, Verified, record_hash, write_lock

PLAIN_GIT = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
WHO = {f"GIT_{who}_{what}": f"{who}@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


def change(project: Project, path: str, old: str, new: str) -> None:
    """Replaces words that stand once in a file of the seeds."""
    file = project.seeds / path
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path}: {old}"
    file.write_text(text.replace(old, new), encoding="utf-8")


def append(project: Project, path: str, text: str) -> None:
    with (project.seeds / path).open("a", encoding="utf-8") as file:
        file.write(text)


def read_all(project: Project, *, but: tuple[str, ...] = (), refused: tuple[str, ...] = ()) -> None:
    """Every claim counts as read at its text, but those named here."""
    seeds, reading = parse_seeds(project.seeds, project.root, Problems()), Reading(by="Ada L.", on="2031-06-10")
    lock = {}
    for name, article in seeds.articles.items():
        for claim in article.record.claims:
            key = f"{name}#{claim.id}"
            if claim.text and claim.id not in but:
                verdict = {"refused" if claim.id in refused else "read": reading}
                record = record_hash(article.record, claim)
                lock[key] = Verified(
                    record=record, source="0" * 20, read=verdict.get("read"), refused=verdict.get("refused")
                )
    (project.seeds / LOCK_FILE).write_text(write_lock(lock), encoding="utf-8")


DRAFT = """\
  - id: entwurf
    p: 2
    text:
    # TODO: say who asks for it
  - id: abseits
    p: 2
    text: Das Wetter war schlecht.
  - id: acht
    p: 1
    text: Der Lotsenbund zählt acht Boote der Hafenwacht in Nordersiel.
    by: pilots
    figure: {measure: boats, value: 8}
    when: 2031-03
"""


def unfinished(project: Project) -> None:
    """Work of every kind: each stands somewhere in the seeds now."""
    append(project, "timeline/2031.yml", "regatta: {date: 2031-07, title: Eine Regatta, type: incident}\n")
    append(project, "places/places.yml", PLACE)
    append(project, "measures.yml", "crew: {title: Besatzung der Boote, unit: Personen, scope: Alle Boote.}\n")
    change(project, "questions.yml", "    seven: sieben Boote\n", "    seven: sieben Boote\n    none: gar keines\n")
    change(project, "articles/2031-02-ankuendigung.yml", "claims:\n", f"claims:\n{DRAFT}")
    change(project, "bases/bases.yml", "übergeben [@2031-03-14-uebergabe#uebergabe].", "übergeben.")
    change(project, "articles/2031-03-14-uebergabe.yml", "archived_url: https://example.org/archiv/alte-mole\n", "")
    change(project, "questions.yml", "aus [@bleiben][@rest].", "aus [@bleiben].")
    change(project, "dossier.yml", "Er dient nur den Tests.", "Es sind vier Artikel.")
    read_all(project, but=("stuetzpunkte",), refused=("lob",))
    change(project, "articles/2031-05-schleuse.yml", "Verletzt wurde niemand.", "Es wurde niemand verletzt.")


PLACE = """\
sandbank:
  name: Sandbank
  type: island
  coordinates: {lat: 53.8, lon: 7.8, source: Seekarte der Tests}
"""


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **PLAIN_GIT, **WHO},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def committed(project: Project, message: str = "x") -> None:
    """Commits all there is, in a repository that is made where there is none."""
    if not (project.root / ".git").exists():
        git(project.root, "init", "--quiet", "--initial-branch", "main")
    git(project.root, "add", "--all")
    git(project.root, "commit", "--quiet", "--message", message)
