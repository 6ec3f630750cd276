"""Each dossier in tests/dossiers/ with everything it becomes: files of docs/ and printed problems, in tests/golden/.

`pytest tests/test_golden.py --force-regen` writes them anew; a person reads the difference.
"""

import shutil
from pathlib import Path

import pytest

from generator.pipeline import Project, load, rendered
from generator.problems import Problems, written

TESTS = Path(__file__).resolve().parent
GOLDEN = TESTS / "golden"
DOSSIERS = sorted(path.name for path in (TESTS / "dossiers").iterdir() if (path / "seeds" / "dossier.yml").exists())


def generated(name: str) -> dict[str, str]:
    """Path below the golden folder → text."""
    problems = Problems()
    loaded = load(Project(TESTS / "dossiers" / name), problems)
    pages = rendered(loaded) if loaded else {}
    return {"problems.txt": written(problems, "text") + "\n"} | {f"docs/{path}": text for path, text in pages.items()}


def expected(folder: Path) -> dict[str, str]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in paths}


def test_there_are_dossiers() -> None:
    assert {"awkward", "harbour"} <= set(DOSSIERS)
    assert sorted(path.name for path in GOLDEN.iterdir()) == DOSSIERS


@pytest.mark.parametrize("name", DOSSIERS)
def test_a_dossier_becomes_what_it_did(name: str, request: pytest.FixtureRequest) -> None:
    texts = generated(name)
    if request.config.getoption("force_regen"):
        shutil.rmtree(GOLDEN / name, ignore_errors=True)
        for path, text in texts.items():
            (GOLDEN / name / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / name / path).write_bytes(text.encode())
    golden = expected(GOLDEN / name)
    assert sorted(texts) == sorted(golden)
    for path, text in texts.items():
        assert text == golden[path], path


def test_the_same_seeds_give_the_same_bytes() -> None:
    assert generated("awkward") == generated("awkward")
