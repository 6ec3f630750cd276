"""The first stage: files in `seeds/` → SeedFiles, each a plain value with the text it was read from.

Every file below `seeds/` must be one that the dossier knows: a misspelt folder or a `.yaml` ending is a problem, never
a file that is silently left out.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from typing import Any

from generator.problems import Mark, Problems, did_you_mean, printable, quoted
from generator.yaml_marks import Composed, Fault, Loc, Position, compose

Where = Callable[[], Mark]
"""A position that is worked out when there is something to tell of it: for that the file is read once more."""
MAX_BYTES = 2 * 1024 * 1024
KEPT_BYTES = 128 * 1024 * 1024
"""Of a file that a command keeps: it grows with the claims and cannot be split."""
SINGLE_FILES = ("dossier.yml", "questions.yml", "measures.yml")
KEPT_FILES = ("verified.lock.yml", "redirects.yml", "published.yml")
FOLDERS = ("articles", "timeline")
PRIVATE_FOLDER = "fulltexts"


def known(mark: Mark) -> Where:
    """A position that needs no working out."""
    return lambda: mark


@dataclass(frozen=True)
class SeedFile:
    """One seed file: `path` as messages name it, its value, and the positions in it."""

    path: str
    composed: Composed = field(repr=False)

    @property
    def value(self) -> Any:
        return self.composed.value

    @property
    def stem(self) -> str:
        return Path(self.path).stem

    def mark(self, *loc: str | int) -> Mark:
        """Position of the value at `loc`, or of the nearest value around it."""
        return self._nearest(loc, self.composed.marks)

    def key_mark(self, *loc: str | int) -> Mark:
        """Position of the key at `loc` (a record's own line, where `mark` gives what stands behind it)."""
        return self._nearest(loc, self.composed.keys)

    def _nearest(self, loc: Loc, wanted: dict[Loc, Position]) -> Mark:
        marks = self.composed.marks
        known: Loc = ()
        for part in loc:
            if (*known, part) in marks:
                known = (*known, part)
            elif part != 0:  # a single value stands where a list was expected: its index 0 is not in the file
                break
        return Mark(self.path, *wanted.get(known, marks[known]))


def shown_path(path: Path, root: Path) -> str:
    """`path` as messages name it: relative to the project, with forward slashes, printable."""
    return printable((path.relative_to(root) if path.is_relative_to(root) else path).as_posix())


def read_text(path: Path, shown: str, problems: Problems, limit: int = MAX_BYTES) -> str | None:
    """The file's text (UTF-8, a byte order mark dropped), or None with a problem that says what to do."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            problems.error(Mark(shown), "is no file", "rename or remove it")
            return None
        if found.st_size > limit:
            size, most = found.st_size / 1048576, limit / 1048576
            problems.error(Mark(shown), f"file has {size:.1f} MiB, more than the {most:.0f} MiB allowed", "split it")
            return None
        raw = path.read_bytes()
    except OSError as error:
        problems.error(Mark(shown), f"cannot be read: {error.strerror}", "check that the file is there and readable")
        return None
    return _decoded(raw, shown, problems)


def _decoded(raw: bytes, shown: str, problems: Problems) -> str | None:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        problems.error(Mark(shown), "file is UTF-16, not UTF-8", "save it as UTF-8")
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line, column = before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1
        message = f"byte 0x{raw[error.start]:02X} is not UTF-8"
        problems.error(Mark(shown, line, column), message, "save the file as UTF-8")
        return None


def read_seed(path: Path, shown: str, problems: Problems, limit: int = MAX_BYTES) -> SeedFile | None:
    """One YAML file, or None with its problems."""
    text = read_text(path, shown, problems, limit)
    return None if text is None else seed_file(text, shown, problems)


def seed_file(text: str, shown: str, problems: Problems) -> SeedFile | None:
    """The file that a text was read from, or None with its problems."""
    try:
        composed = compose(text)
    except Fault as fault:
        problems.error(Mark(shown, fault.line, fault.column), fault.message, fault.hint)
        return None
    for each in composed.faults:
        problems.error(Mark(shown, each.line, each.column), each.message, each.hint)
    if composed.value is None:
        problems.error(Mark(shown), "file is empty", "fill it in or delete it")
        return None
    return SeedFile(shown, composed)


def visible_files(folder: Path, private: str = PRIVATE_FOLDER) -> Iterator[Path]:
    """All files below `folder` in a fixed order; hidden ones, and the private full texts in it, are passed over.

    A link to a folder counts as a file: followed, it could lead in circles.
    """
    for path in sorted(folder.iterdir(), key=attrgetter("name")):
        if path.name.startswith(".") or path.name == private:
            continue
        if path.suffix not in (".yml", ".yaml") and path.is_dir() and not path.is_symlink():
            yield from visible_files(path, "")
        else:
            yield path


def seed_files(
    seeds: Path, root: Path, topic_folders: tuple[str, ...] | None, problems: Problems
) -> dict[str, list[Path]]:
    """The files of each folder (`articles`, `timeline`, one a topic kind) and, under "", the single files.

    Everything else that lies in `seeds/` is a problem; but where the folders of topics are not known (None, for a
    dossier.yml that cannot be read), other folders are passed over.
    """
    folders = (*FOLDERS, *(topic_folders or ()))
    found: dict[str, list[Path]] = {name: [] for name in ("", *folders)}
    try:
        paths = list(visible_files(seeds))
    except OSError as error:
        mark = Mark(shown_path(Path(error.filename), root))
        problems.error(mark, f"cannot be read: {error.strerror}", "check who may read this folder")
        return found
    for path in paths:
        parts = path.relative_to(seeds).parts
        folder = parts[0] if len(parts) > 1 else ""
        if folder in found:
            if fault := _misplaced(parts, folder):
                problems.error(Mark(shown_path(path, root)), *fault)
            else:
                found[folder].append(path)
        elif topic_folders is not None:
            hint = did_you_mean(folder, folders) or f"folders here are {', '.join(sorted(folders))}"
            problems.error(Mark(shown_path(seeds / folder, root)), f"{quoted(folder)} is no folder of a dossier", hint)
    return found


def _misplaced(parts: tuple[str, ...], folder: str) -> tuple[str, str] | None:
    """What is wrong with a file in a folder of seeds, and the way out; None for one that belongs there."""
    name = Path(parts[-1])
    if len(parts) > 2:
        return "file lies too deep", f"move it to seeds/{folder}/"
    if name.suffix == ".yaml":
        return "seeds end in .yml", f"rename it to {printable(name.stem)}.yml"
    if name.suffix == ".yml" and (folder or name.name in (*SINGLE_FILES, *KEPT_FILES)):
        return None
    if name.suffix == ".md" and folder == "articles":
        return None
    guess = did_you_mean(name.name, SINGLE_FILES) if not folder else ""
    return "file is no seed", guess or ("a seed is a .yml file" if folder else "move it out of seeds/")
