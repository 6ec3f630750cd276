"""A MkDocs that waits while docs/ are written: it does nothing before it is told to, nor if it is never told."""

import subprocess
import sys

import pytest
from workshop import ENVIRONMENT, files

from generator.pipeline import Project
from generator.ready_mkdocs import BEGIN
from generator.site import SiteFailed, new_site, site_ready


def waiting(project: Project, told: str) -> subprocess.CompletedProcess[str]:
    arguments = ["build", "--site-dir", str(new_site(project))]
    return subprocess.run(
        [sys.executable, "-m", "generator.ready_mkdocs", *arguments],
        cwd=project.root,
        env=ENVIRONMENT,
        input=told,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("told", ["", "stop\n", BEGIN[:-1]])
def test_without_the_word_it_ends_and_leaves_nothing(harbour: Project, told: str) -> None:
    before = files(harbour.root)
    done = waiting(harbour, told)
    assert (done.returncode, done.stdout) == (0, "")
    assert files(harbour.root) == before


def test_with_the_word_it_is_mkdocs(harbour: Project) -> None:
    (harbour.root / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    done = waiting(harbour, BEGIN)
    assert done.returncode
    assert "mkdocs.yml" in done.stdout + done.stderr


def test_a_run_that_cannot_write_docs_ends_it(harbour: Project) -> None:
    before = files(harbour.root)
    with pytest.raises(ZeroDivisionError), site_ready(harbour):
        raise ZeroDivisionError
    assert files(harbour.root) == before


def test_one_that_was_ended_by_others_has_failed(harbour: Project) -> None:
    started = list[subprocess.Popen[str]]()

    class Noted(subprocess.Popen[str]):
        def __init__(self, *arguments: object, **options: object) -> None:
            super().__init__(*arguments, **options)  # type: ignore[call-overload]
            started.append(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(subprocess, "Popen", Noted)
        with site_ready(harbour) as built:
            started[0].kill()
            with pytest.raises(SiteFailed):
                built()
    assert not harbour.site.exists()
