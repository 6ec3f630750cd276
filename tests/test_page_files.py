"""After any series of edits docs/ are what they are without anything kept, and pages that nothing touched stay."""

import random
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from workshop import files

from generator import page_files
from generator.drafts import drafted
from generator.pipeline import Project, generate, load, rendered
from generator.problems import Problems

STEPS = 10


class Runs:
    """Generates again and again; `touched` are the paths of the pages that the last run wrote anew."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.touched: set[str] = set()

    def __call__(self) -> None:
        self.touched = set()
        problems = Problems()
        with patch.object(page_files, "drafted", self._drafted):
            assert generate(self.project, problems), "\n".join(map(str, problems))

    def _drafted(self, pages: Any, *rest: Any) -> Any:
        self.touched |= {page.path for page in pages}
        return drafted(pages, *rest)

    def compare(self) -> None:
        """With what is made without anything kept."""
        loaded = load(self.project, Problems())
        assert loaded
        expected = {path: text.encode() for path, text in rendered(loaded).items()}
        there = files(self.project.docs)
        assert {path: there.get(path) for path in expected} == expected
        pages = {path for path in there if path.endswith(".md")} - {page.path for page in loaded.hand_written}
        assert pages <= expected.keys()


@pytest.fixture
def runs(harbour: Project) -> Runs:
    found = Runs(harbour)
    found()
    assert len(found.touched) > 30
    return found


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_nothing_changed(runs: Runs) -> None:
    runs()
    assert runs.touched == set()
    runs.compare()


def test_one_claim(runs: Runs) -> None:
    path = next(path for path in sorted((runs.project.seeds / "articles").glob("*.yml")) if "text:" in path.read_text())
    replace_in(path, "    text: ", "    text: Angeblich ")
    all_pages = runs.touched
    runs()
    assert f"articles/{path.stem}.md" in runs.touched
    assert "actors/pilots.md" in all_pages - runs.touched
    runs.compare()


@pytest.mark.parametrize("page", ["articles/2031-03-20-funk.md", "index.md"])
def test_a_page_that_is_missing(runs: Runs, page: str) -> None:
    (runs.project.docs / page).unlink()
    runs()
    assert runs.touched == {page}
    runs.compare()


@pytest.mark.parametrize("harm", ["gone", "empty", "cut", "other", "swapped", "a folder"])
def test_what_is_kept_may_be_damaged(runs: Runs, harm: str) -> None:
    kept, before = runs.project.kept.folder / "pages", runs.touched
    content = kept.read_bytes()
    kept.unlink()
    match harm:
        case "empty" | "cut":
            kept.write_bytes(content[: len(content) // 2 if harm == "cut" else 0])
        case "other":
            kept.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
        case "swapped":
            shutil.copy(kept.with_name("seeds"), kept)
        case "a folder":
            kept.mkdir()
    runs()
    assert runs.touched == before
    runs.compare()


def test_what_another_user_kept_counts_as_none(runs: Runs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = runs.touched
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "theirs"))
    runs()
    assert runs.touched == before


Edit = Callable[[str, random.Random], str]


def other_digit(text: str, chance: random.Random) -> str:
    """A number or date is another one."""
    found = chance.choice(list(re.finditer(r"\d", text)))
    return f"{text[: found.start()]}{chance.randrange(10)}{text[found.end() :]}"


def other_word(text: str, chance: random.Random) -> str:
    """A word of a sentence, name or title is another of the same file."""
    words = list(re.finditer(r"(?<=[ „])[A-ZÄÖÜa-zäöü][a-zäöüß]{3,}\b(?!:)", text))
    one, other = chance.choice(words), chance.choice(words)
    return f"{text[: one.start()]}{other[0]}{text[one.end() :]}"


def line_gone(text: str, chance: random.Random) -> str:
    """A field is left out."""
    lines = text.splitlines(keepends=True)
    del lines[chance.randrange(len(lines))]
    return "".join(lines)


def record_gone(text: str, chance: random.Random) -> str:
    """A claim, event, topic or answer is left out."""
    starts = [found.start() for found in re.finditer(r"^ *- |^[a-z0-9-]+:$", text, re.MULTILINE)] + [len(text)]
    at = chance.randrange(len(starts) - 1)
    return text[: starts[at]] + text[starts[at + 1] :]


def record_again(text: str, chance: random.Random) -> str:
    """A claim is there twice, under another id."""
    found = list(re.finditer(r"^  - id: (.+)\n(?:    .*\n)+", text, re.MULTILINE))
    one = chance.choice(found)
    return text[: one.end()] + one[0].replace(one[1], f"nochmal-{chance.randrange(1000)}", 1) + text[one.end() :]


EDITS: list[Edit] = [other_digit, other_word, line_gone, record_gone, record_again]


def edited(project: Project, chance: random.Random) -> Iterator[str]:
    """Edits some seeds, so that they can still be read; the name of each edit."""
    for _ in range(chance.choice((1, 1, 1, 3))):
        for _ in range(30):
            path = chance.choice(sorted(project.seeds.rglob("*.yml")))
            edit, before = chance.choice(EDITS), path.read_text(encoding="utf-8")
            try:
                path.write_text(edit(before, chance), encoding="utf-8")
            except (IndexError, ValueError):  # the file holds nothing of the kind
                continue
            if path.read_text(encoding="utf-8") != before and load(project, Problems()):
                yield f"{edit.__name__} {path.name}"
                break
            path.write_text(before, encoding="utf-8")


@pytest.mark.parametrize("seed", range(5))
def test_any_series_of_edits(runs: Runs, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same edits in each run
    stayed, written = 0, len(runs.touched)
    for _ in range(STEPS):
        names = list(edited(runs.project, chance))
        runs()
        try:
            runs.compare()
        except AssertionError as error:
            raise AssertionError(f"after {', '.join(names)}") from error
        stayed += written - len(runs.touched)
    assert stayed > 0
