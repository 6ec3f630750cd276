"""Commands that change seeds, stopped at each of their calls to the file system, or met there by a full disk."""

import errno
import io
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any, Self

import pytest
import small
from workshop import ENVIRONMENT, HARBOUR, ROOT, copy_dossier, dossier, files

from generator.desk.journal import commit
from generator.pipeline import Project

SOURCE = ROOT / "tests" / "drafts" / "dev" / "talbruecke" / "article.txt"
COMMANDS = {
    "add": ["add", str(SOURCE), "--published", "2023-03-10"],
    "rename topic": ["rename", "deichbund", "deichverband"],
    "rename article": ["rename", "2031-04-lager", "2031-04-03-lager"],
    "new in a file": ["new", "actor", "neue-gruppe"],
    "new file": ["new", "event", "abzug-2032"],
    "alias": ["alias", "deichbund", "Bund der Deiche"],
}


class Killed(BaseException):
    """Stands for SIGKILL: no handler of the code itself may take it."""


class Steps:
    """Counts the calls that change files below a folder, and stops at one of them."""

    def __init__(self, root: Path, last: int, stop: Callable[[], BaseException]) -> None:
        self.root, self.left, self.stop = str(root), last, stop

    def step(self, path: object) -> None:
        if isinstance(path, int) or str(path).startswith(self.root):
            self.left -= 1
            if self.left == 0:
                raise self.stop()

    def before(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def counted(path: Any, *arguments: Any, **options: Any) -> Any:
            self.step(path)
            return real(path, *arguments, **options)

        return counted

    def opened(self, path: Any, mode: str = "r", *arguments: Any, **options: Any) -> Any:
        """Files that are written can be stopped in the middle too."""
        if "w" not in mode or not str(path).startswith(self.root):
            return REAL_OPEN(path, mode, *arguments, **options)
        self.step(path)
        return _Writing(REAL_OPEN(path, mode, *arguments, **options), lambda: self.step(path))


class _ReadOnly(Steps):
    """Refuses each of them."""

    def __init__(self, root: Path) -> None:
        super().__init__(root, 0, lambda: OSError(errno.EROFS, "Read-only file system", "file"))

    def step(self, path: object) -> None:
        self.left = 1
        super().step(path)


REAL_OPEN = io.open


class _Writing:
    """A file that may be stopped when half of a text is written."""

    def __init__(self, file: Any, step: Callable[[], None]) -> None:
        self.file, self.step = file, step

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)

    def write(self, content: Any) -> None:
        half = len(content) // 2
        self.file.write(content[:half])
        self.step()
        self.file.write(content[half:])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.file.close()


def killed_once_it_holds(monkeypatch: pytest.MonkeyPatch, run: Callable[[], object]) -> None:
    """Runs what changes seeds, killed when the change is written down and none of it is made."""
    real = os.replace

    def replaced(source: Any, target: Any) -> None:
        real(source, target)
        if Path(target).name == ".journal.json":
            raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", replaced)
        with pytest.raises(Killed):
            run()


def stopping(monkeypatch: pytest.MonkeyPatch, steps: Steps) -> None:
    for name in ("replace", "unlink", "mkdir", "chmod", "fsync", "rename", "remove"):
        monkeypatch.setattr(os, name, steps.before(getattr(os, name)))
    monkeypatch.setattr(io, "open", steps.opened)


def states(project: Project, command: list[str], folder: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The dossier before the command and after it."""
    done = Project(folder / "done")
    shutil.copytree(project.root, done.root)
    assert dossier(done, *command) == 0
    return files(project.root), files(done.root)


def stopped_runs(
    project: Project, command: list[str], monkeypatch: pytest.MonkeyPatch, stop: Callable[[], BaseException]
) -> Iterator[bool]:
    """Runs the command, stopped at the first call, the second and so on; True when it was done before."""
    for last in range(1, 1000):
        steps = Steps(project.root, last, stop)
        with monkeypatch.context() as patch:
            stopping(patch, steps)
            with suppress(Killed):
                dossier(project, *command)
        yield steps.left > 0
        if steps.left > 0:
            return


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("stop", [Killed, lambda: OSError(errno.ENOSPC, "No space left on device", "file")])
def test_stopped_anywhere_the_seeds_are_as_before_or_as_after(
    name: str, stop: Callable[[], BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = small.project(tmp_path / "original")
    before, after = states(original, COMMANDS[name], tmp_path)
    project = Project(tmp_path / "project")
    shutil.copytree(original.root, project.root)
    seen = []
    for done in stopped_runs(project, COMMANDS[name], monkeypatch, stop):
        assert dossier(project, "check") == 0
        now = files(project.root)
        assert now in (before, after)
        assert not done or now == after
        seen.append(now == after)
        shutil.rmtree(project.root)
        shutil.copytree(original.root, project.root)
    assert len(seen) >= 8
    assert {*seen} == {True, False}
    assert seen == sorted(seen)  # there is one moment from which on the change holds


def test_the_next_command_says_what_it_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = small.project(tmp_path)
    killed_once_it_holds(monkeypatch, lambda: dossier(project, "rename", "deichbund", "deichverband"))
    capsys.readouterr()
    assert dossier(project, "check", "--format", "json") == 0
    out, err = capsys.readouterr()
    assert err == "finished an interrupted: rename deichbund → deichverband\n"
    assert out.startswith('{"problems"')
    assert dossier(project, "check") == 0
    assert capsys.readouterr().err == ""


def test_a_change_that_cannot_be_finished_stops_every_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = small.project(tmp_path)
    killed_once_it_holds(monkeypatch, lambda: dossier(project, "rename", "deichbund", "deichverband"))
    path = project.seeds / "actors/actors.yml"
    path.write_text(path.read_text(encoding="utf-8") + "# meins\n", encoding="utf-8")
    before = {name: content for name, content in files(project.root).items() if not name.endswith(".new")}
    for command in ("check", "verify", "build"):
        assert dossier(project, command) == 1
        err = capsys.readouterr().err
        assert err.startswith("Error: seeds/actors/actors.yml was changed by somebody else")
        assert "(rename deichbund → deichverband), and this command was not run" in err
        assert err.count("\n") == 1
    assert files(project.root) == before
    (project.seeds / ".journal.json").unlink()
    assert dossier(project, "check") == 0
    assert files(project.root).keys() == before.keys() - {"seeds/.journal.json"}


def test_a_read_only_checkout_can_be_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = small.project(tmp_path)
    (project.seeds / "..journal.json.new").write_bytes(b"{")

    stopping(monkeypatch, _ReadOnly(project.root))
    for command in (["check"], ["status"], ["verify", "--frozen"]):
        dossier(project, *command)
        assert "cannot be written" not in capsys.readouterr().err
    assert dossier(project, "check") == 0
    for command in COMMANDS.values():
        assert dossier(project, *command) == 1
        assert capsys.readouterr().err.splitlines()[-1] == (
            "Error: seeds/ cannot be written: Read-only file system; nothing was changed. "
            "To change seeds, work in a copy; check, status and verify --frozen work as it is"
        )


def test_really_killed(tmp_path: Path) -> None:
    """SIGKILL at random moments of whole commands."""
    random = Random(2032)  # noqa: S311 - nothing to keep secret
    original = copy_dossier(HARBOUR, tmp_path / "original")
    command = ["rename", "pilots", "bund-der-lotsen"]
    before, after = states(original, command, tmp_path)
    project = Project(tmp_path / "project")
    for _ in range(12):
        shutil.copytree(original.root, project.root)
        arguments = [sys.executable, "-m", "generator", "--project", str(project.root), *command]
        with subprocess.Popen(arguments, env=ENVIRONMENT, stdout=subprocess.PIPE) as process:
            time.sleep(0.7 + random.random())
            process.kill()
        assert dossier(project, "check") == 0
        assert files(project.root) in (before, after)
        shutil.rmtree(project.root)


def test_commands_at_once_lose_nothing(tmp_path: Path) -> None:
    """Whoever comes too late is told so, and can run it again."""
    project = small.project(tmp_path)
    waiting = [f"Bund {number}" for number in range(4)]
    for _ in range(10):
        arguments = [sys.executable, "-m", "generator", "--project", str(project.root), "alias", "deichbund"]
        runs = {
            words: subprocess.Popen(
                [*arguments, words], env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
            )
            for words in waiting
        }
        for words, process in runs.items():
            _, err = process.communicate()
            if process.returncode == 0:
                waiting.remove(words)
            else:
                assert b"was changed while this ran, so nothing was done; run it again" in err
        if not waiting:
            break
    text = (project.seeds / "actors/actors.yml").read_text(encoding="utf-8")
    assert all(text.count(f"Bund {number}") == 1 for number in range(4))


def test_hooks_finish_it_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bare `mkdocs build` over an interrupted change."""
    project = copy_dossier(HARBOUR, tmp_path / "harbour")
    path = project.seeds / "measures.yml"
    new = path.read_bytes() + b"# neu\n"
    killed_once_it_holds(monkeypatch, lambda: commit(project.root, "Versuch", {path: new}))
    assert path.read_bytes() != new
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=project.root,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "finished an interrupted: Versuch" in done.stderr
    assert path.read_bytes() == new


def test_hooks_stop_where_it_cannot_be_finished(tmp_path: Path) -> None:
    project = copy_dossier(HARBOUR, tmp_path / "harbour")
    (project.seeds / ".journal.json").write_text("{", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=project.root,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert ".journal.json, in which an interrupted command wrote down its change, is damaged" in done.stderr
    assert not project.site.exists()
