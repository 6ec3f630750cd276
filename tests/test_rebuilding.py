"""A build that fails under `serve` is told in one line a fault."""

import logging

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, BuildError

from generator.pipeline import Project
from generator.rebuilding import attempt


def raising(error: BaseException, *logged: str) -> list[str]:
    def build() -> None:
        for line in logged:
            logging.getLogger("mkdocs.config").error("%s", line)
        raise error

    return attempt(build, "/x/mkdocs.yml")


def test_a_build_that_succeeds_says_nothing() -> None:
    assert attempt(lambda: None, "mkdocs.yml") == []


@pytest.mark.parametrize(
    ("error", "logged", "lines"),
    [
        (Abort("Aborted with 2 errors!"), ["a", "b"], ["a", "b"]),
        (Abort("Aborted!"), [], ["mkdocs.yml: Aborted!"]),
        (BuildError("a\nb"), [], ["mkdocs.yml: a b"]),
        (KeyError("x"), [], ["a fault in dossier itself, please report it: KeyError: 'x'"]),
        (OSError(28, "No space left on device", "x"), [], ["x: No space left on device"]),
        (SystemExit(3), [], ["a fault in dossier itself, please report it: RuntimeError: 3"]),
    ],
)
def test_what_is_told(
    error: BaseException, logged: list[str], lines: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    assert raising(error, *logged) == lines
    assert caplog.messages == lines


def test_ctrl_c_ends_it() -> None:
    with pytest.raises(KeyboardInterrupt):
        raising(KeyboardInterrupt())


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("theme:\n", "theme: [\n", "mkdocs.yml:12:13: not valid YAML: "),
        ("nav:\n", "nav: *nav\n", "mkdocs.yml:"),
        ("name: material", "name: materiel", "Config value 'theme': Unrecognised theme name: 'materiel'."),
        ("docs_dir: docs", "docs_dir: dcos", "Config value 'docs_dir': "),
    ],
)
def test_faults_of_the_settings(harbour: Project, old: str, new: str, lines: str) -> None:
    settings = harbour.root / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    found = attempt(lambda: load_config(str(settings)), str(settings))
    assert len(found) == 1
    assert found[0].startswith(lines)
    assert "\n" not in found[0]
    assert str(harbour.root) not in found[0].partition("The path")[0]


def test_settings_that_are_gone(harbour: Project) -> None:
    (harbour.root / "mkdocs.yml").unlink()
    found = attempt(lambda: load_config(str(harbour.root / "mkdocs.yml")), str(harbour.root / "mkdocs.yml"))
    assert found[0].startswith("mkdocs.yml: Config file ")
