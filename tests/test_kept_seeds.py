"""What is kept of seeds spares work, and never changes what comes of them: neither the dossier nor a problem."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import parsing
from generator.dossier import Dossier
from generator.kept import Kept
from generator.parsing import Seeds, parse_seeds
from generator.problems import Problem, Problems
from generator.published import PUBLISHED_FILE, read_published
from generator.reading import seed_file
from generator.resolve import resolve
from generator.verification.lock import load_lock
from generator.yaml_marks import Composed, compose

HARBOUR = Path(__file__).parent / "dossiers" / "harbour"
NAMES = ("seeds", "names")
KEY = b"k" * 32


@dataclass
class Desk:
    """A copy of the harbour with a folder of what is kept."""

    root: Path

    @property
    def kept(self) -> Kept:
        return Kept(self.root / ".kept", KEY)

    @property
    def files(self) -> list[Path]:
        return sorted(path for path in (self.root / "seeds").rglob("*.yml"))

    def load(self, kept: Kept | None) -> tuple[Seeds, Dossier | None, list[Problem]]:
        problems = Problems()
        seeds = parse_seeds(self.root / "seeds", self.root, problems, kept)
        lock = load_lock(self.root / "seeds", self.root, problems)
        dossier = resolve(seeds, seeds.settings.record, lock, [], problems, kept) if seeds.settings else None
        return seeds, dossier, list(problems)

    def stored(self) -> dict[str, object]:
        content = self.kept.read("seeds")
        parcels: list[bytes] = pickle.loads(content) if content else []  # noqa: S301 - it is signed
        return {path: records for parcel in parcels for path, records in pickle.loads(parcel).items()}  # noqa: S301

    def check(self) -> None:
        """With and without the store, and with what that run has left, all is the same."""
        fresh = self.load(None)
        for _ in range(2):
            again = self.load(self.kept)
            assert again == fresh
            for group in ("articles", "topics", "events", "questions", "measures"):
                assert list(getattr(again[0], group)) == list(getattr(fresh[0], group))
                for name, seed in getattr(again[0], group).items():
                    assert seed.mark() == getattr(fresh[0], group)[name].mark()
            assert again[1] is None or fresh[1] is None or list(again[1].claims) == list(fresh[1].claims)
        wrong = {problem.mark.path for problem in _of_parsing(self.root)}
        assert not wrong & self.stored().keys()
        there = {path.relative_to(self.root).as_posix() for path in self.files}
        assert self.stored().keys() <= there


def _of_parsing(root: Path) -> list[Problem]:
    problems = Problems()
    parse_seeds(root / "seeds", root, problems)
    return [problem for problem in problems if problem.hint != "add the text beside it"]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    shutil.copytree(HARBOUR / "seeds", tmp_path / "seeds")
    return Desk(tmp_path)


@pytest.fixture
def composed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The files that were parsed."""
    parsed: list[str] = []

    def noting(text: str, shown: str, problems: Problems) -> object:
        parsed.append(shown)
        return original(text, shown, problems)

    original = seed_file
    monkeypatch.setattr(parsing, "seed_file", noting)
    return iter([parsed])


def test_only_what_changed_is_parsed_again(desk: Desk, composed: Iterator[list[str]]) -> None:
    (parsed,) = composed
    desk.load(desk.kept)
    assert len(parsed) == len(desk.files) - 1  # dossier.yml is always read
    parsed.clear()
    desk.load(desk.kept)
    assert parsed == []
    path = desk.root / "seeds" / "articles" / "2031-03-20-funk.yml"
    path.write_text(path.read_text() + "# changed\n")
    desk.load(desk.kept)
    assert parsed == ["seeds/articles/2031-03-20-funk.yml"]


def test_a_problem_found_in_a_kept_file_has_its_place(desk: Desk) -> None:
    desk.load(desk.kept)
    topics = desk.root / "seeds" / "actors" / "actors.yml"
    lines = topics.read_text().splitlines()
    first = next(line for line in lines if line.endswith(":") and not line.startswith((" ", "#")))
    topics.write_text(topics.read_text().replace(f"{first}\n", f"x{first}\n", 1))
    desk.check()
    assert {problem.mark.path for problem in desk.load(desk.kept)[2]} - {"seeds/actors/actors.yml"}


def test_a_removed_file_leaves_the_store(desk: Desk) -> None:
    desk.load(desk.kept)
    path = desk.root / "seeds" / "articles" / "2031-03-20-funk.yml"
    assert "seeds/articles/2031-03-20-funk.yml" in desk.stored()
    path.unlink()
    desk.check()
    assert "seeds/articles/2031-03-20-funk.yml" not in desk.stored()


def test_a_file_with_a_problem_is_not_kept(desk: Desk) -> None:
    desk.load(desk.kept)
    path = desk.root / "seeds" / "articles" / "2031-03-20-funk.yml"
    path.write_text(path.read_text() + "surplus: x\n")
    desk.check()
    assert "seeds/articles/2031-03-20-funk.yml" not in desk.stored()


def test_two_files_that_hold_one_id_are_told_of_when_both_are_kept(desk: Desk) -> None:
    events = desk.root / "seeds" / "timeline"
    desk.load(desk.kept)
    shutil.copy(events / "2031.yml", events / "2032.yml")
    desk.check()
    assert any("is there already" in problem.message for problem in desk.load(desk.kept)[2])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("damage", ["gone", "truncated", "tampered", "swapped", "empty", "another key", "a folder"])
def test_a_damaged_store_counts_as_none(desk: Desk, name: str, damage: str) -> None:
    desk.load(desk.kept)
    path = desk.kept.folder / name
    content = path.read_bytes()
    if damage == "gone":
        path.unlink()
    elif damage == "truncated":
        path.write_bytes(content[:-1])
    elif damage == "tampered":
        path.write_bytes(content[:-20] + bytes([content[-20] ^ 1]) + content[-19:])
    elif damage == "swapped":
        shutil.copy(desk.kept.folder / next(other for other in NAMES if other != name), path)
    elif damage == "empty":
        path.write_bytes(b"")
    elif damage == "another key":
        Kept(desk.kept.folder, b"x" * 32).write(name, content[32:])
    else:
        path.unlink()
        path.mkdir()
    assert desk.kept.read(name) is None
    desk.check()


def test_an_unsigned_pickle_is_never_opened(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.load(desk.kept)
    for name in NAMES:
        path = desk.kept.folder / name
        path.write_bytes(b"\0" * 32 + path.read_bytes()[32:])
    monkeypatch.setattr(pickle, "loads", lambda _: pytest.fail("a pickle was read that nobody signed"))
    desk.load(desk.kept)


@dataclass(frozen=True)
class Edit:
    """Of the file at `file` (modulo their number): what is done in the line at `line`."""

    file: int
    line: int
    what: str


EDITS = st.builds(
    Edit,
    st.integers(0, 99),
    st.integers(0, 400),
    st.sampled_from(["drop", "twice", "letter", "colon", "remove", "restore", "copy", "swap", "name", "empty"]),
)


def _apply(edit: Edit, desk: Desk) -> None:
    path = desk.files[edit.file % len(desk.files)]
    original = HARBOUR / path.relative_to(desk.root)
    if edit.what == "remove" and path.name != "dossier.yml":
        path.unlink()
    elif edit.what == "restore" and original.exists():
        shutil.copy(original, path)
    elif edit.what == "copy":
        shutil.copy(path, path.with_name(f"copy-{path.name}"))
    else:
        lines = path.read_text().splitlines(keepends=True) or ["\n"]
        at = edit.line % len(lines)
        lines[at : at + 2] = _edited(lines[at : at + 2], edit.what)
        path.write_text("".join(lines) if edit.what != "empty" else "")


def _edited(lines: list[str], what: str) -> list[str]:
    line, *more = lines
    others = {
        "drop": [],
        "twice": [line, line],
        "letter": [line.replace("e", "x", 1)],
        "colon": [line.replace("\n", ": y\n")],
        "name": [line.replace("Hafen", "Marine")],
        "swap": [*more, line],
    }
    return [*others.get(what, [line]), *(more if what != "swap" else [])]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(EDITS, min_size=1, max_size=3), max_size=5))
def test_any_series_of_edits_gives_the_same_with_and_without(steps: list[list[Edit]]) -> None:
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        shutil.copytree(HARBOUR / "seeds", desk.root / "seeds")
        desk.check()
        for step in steps:
            for edit in step:
                _apply(edit, desk)
            desk.check()


def _published(root: Path, kept: Kept | None) -> tuple[object, list[str], list[str]]:
    problems = Problems()
    published = read_published(root / "seeds", root, problems, kept)
    marks = [str(published.file.key_mark(address)) for address in published.entries] if published.file else []
    return published.entries, marks, [str(problem) for problem in problems]


@pytest.mark.parametrize("what", ["as it is", "changed", "wrong", "no YAML", "gone", "tampered"])
def test_what_was_published_is_the_same_with_and_without(tmp_path: Path, what: str) -> None:
    shutil.copytree(HARBOUR.with_name("awkward") / "seeds", tmp_path / "seeds")
    path, kept = tmp_path / "seeds" / PUBLISHED_FILE, Kept(tmp_path / ".kept", KEY)
    _published(tmp_path, kept)
    text = path.read_text()
    stored = kept.folder / PUBLISHED_FILE
    if what == "changed":
        path.write_text(text.replace("\n", "\n# a line more\n", 1) + "actors/neu: {}\n")
    elif what == "wrong":
        path.write_text(text + "actors/neu: {x: y}\nactors/alt#x: {}\n")
    elif what == "no YAML":
        path.write_text(text + "[\n")
    elif what == "gone":
        path.unlink()
    elif what == "tampered":
        stored.write_bytes(stored.read_bytes()[:-1] + b"x")
    before = stored.read_bytes()
    fresh = _published(tmp_path, None)
    assert _published(tmp_path, kept) == fresh
    assert _published(tmp_path, kept) == fresh
    assert fresh[0] or what in ("no YAML", "gone")
    assert (stored.read_bytes() != before) is (what in ("changed", "tampered"))


def test_what_is_forgotten_is_read_again() -> None:
    composed = compose("a: 1\nb: [c, d]\n")
    before = composed.value, composed.marks, composed.keys, composed.faults
    composed.forget()
    assert (composed.value, composed.marks, composed.keys, composed.faults) == before
    assert Composed("a: 1\nb: [c, d]\n").marks["b", 1] == (2, 8)
