"""Whether something may have been published under its id: what no commit has ever held was not.

What seeds/published.yml names was. Of the rest that can be told only where the dossier is kept in git; else whatever
has an id counts as published. So does an id that stands as a word anywhere in the seeds of any commit: an old address
too many is a line in a file, one too few a dead link.
"""

from __future__ import annotations

import subprocess
from collections.abc import Container
from pathlib import Path

from generator.desk.renaming import Renaming


def may_be_published(root: Path, renaming: Renaming, published: Container[str] = ()) -> bool:
    """Whether links to the old id may be out in the world; `published` are the addresses that were released."""
    if renaming.old_address in published:
        return True
    if _git(root, "cat-file", "-e", "HEAD:./seeds/dossier.yml") is None:
        return True
    if renaming.noun == "article":
        what = ["--", f"seeds/articles/{renaming.old}.yml"]
    else:
        other = "[^a-z0-9-]"
        what = ["--pickaxe-regex", f"-S(^|{other}){renaming.old_claim or renaming.old}({other}|$)", "--", "seeds"]
    every = ("-c", "log.showRoot=true", "log", "--all", "--full-history", "-m", "-1", "--format=%H")
    return _git(root, *every, *what) != b""


def _git(root: Path, *arguments: str) -> bytes | None:
    """What git prints; None where it fails, or is not there."""
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    except FileNotFoundError:
        return None
    return None if done.returncode else done.stdout
