"""Every fault that a seed may have, with the exact lines that an editor reads: tests/faults/*.yml.

A case holds the files of a dossier, or says what it changes in that of another (`use`), and ends with its `problems`.
`pytest --force-regen` writes the lines that are printed now into the cases; a human reads the diff.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.parsing import Seeds, parse_seeds
from generator.pipeline import Project, generate, load
from generator.problems import Problems
from generator.verification.lock import LOCK_FILE, Reading, Verified, record_hash, write_lock

FAULTS = Path(__file__).parent / "faults"
CASES = sorted(path.stem for path in FAULTS.glob("*.yml"))
KEYS = {"use", "files", "edits", "verified", "problems"}


def case_of(name: str) -> dict[str, Any]:
    case: dict[str, Any] = yaml.safe_load((FAULTS / f"{name}.yml").read_text(encoding="utf-8"))
    assert case.keys() <= KEYS
    return case


def files_of(case: dict[str, Any]) -> dict[str, Any]:
    """Path → content: the base's files, with those of the case added or replaced, then edited."""
    files = files_of(case_of(case["use"])) if "use" in case else {}
    files |= case.get("files", {})
    for path, edits in case.get("edits", {}).items():
        for old, new in edits.items():
            assert files[path].count(old) == 1, f"{path}: {old}"
            files[path] = files[path].replace(old, new)
    return files


def put(path: Path, content: Any) -> None:
    """Writes a file: text, bytes in hex, a repeated text, a symbolic link, a folder, or (null) none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    match content:
        case None:
            pass
        case str():
            path.write_text(content, encoding="utf-8")
        case {"hex": str(digits)}:
            path.write_bytes(bytes.fromhex(digits))
        case {"repeat": str(text), "times": int(times)}:
            path.write_text(text * times, encoding="utf-8")
        case {"link": str(target)}:
            path.symlink_to(target)
        case "folder" | {"folder": True}:
            path.mkdir()
        case _:
            raise AssertionError(content)


def verify_all(project: Project, seeds: Seeds) -> None:
    """Every claim counts as read, so that cases are about something else."""
    lock = {
        f"{name}#{claim.id}": Verified(
            record=record_hash(article.record, claim), source="0" * 20, read=Reading(by="tests", on="2031-05-01")
        )
        for name, article in seeds.articles.items()
        for claim in article.record.claims
        if claim.text
    }
    (project.seeds / LOCK_FILE).write_text(write_lock(lock), encoding="utf-8")


def built(case: dict[str, Any], root: Path) -> Project:
    project = Project(root)
    files = files_of(case)
    for path, content in files.items():
        put(root / path, content)
    if case.get("verified", True) and f"seeds/{LOCK_FILE}" not in files:
        verify_all(project, parse_seeds(project.seeds, root, Problems()))
    return project


def tree(root: Path) -> dict[str, bytes | None]:
    """All but what a run keeps for the next."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(root.rglob("*"))
        if ".docs-state" not in path.relative_to(root).parts
    }


def regenerate(name: str, lines: list[str]) -> None:
    path = FAULTS / f"{name}.yml"
    head = path.read_text(encoding="utf-8").partition("\nproblems:")[0]
    tail = yaml.safe_dump({"problems": lines}, allow_unicode=True, width=10_000)
    path.write_text(f"{head}\n{tail}", encoding="utf-8")


@pytest.mark.parametrize("name", CASES)
def test_fault(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    case = case_of(name)
    project = built(case, tmp_path)
    before = tree(tmp_path)

    problems = Problems()
    loaded = load(project, problems)

    lines = [str(problem) for problem in problems]
    if request.config.getoption("force_regen") and lines != case["problems"]:
        regenerate(name, lines)
        pytest.fail("written anew; read the diff")
    assert lines == case["problems"]
    assert (loaded is None) == bool(problems.errors)
    for _ in range(2 if problems.errors else 0):  # also with what the first run has kept
        again = Problems()
        assert generate(project, again) is None
        assert again == problems
    assert tree(tmp_path) == before


def test_there_are_cases_of_all_stages() -> None:
    assert len(CASES) >= 60
