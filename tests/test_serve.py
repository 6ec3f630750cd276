"""`dossier serve` as people use it: it follows each change with one build, and outlives every fault."""

import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from changed_harbour import change
from workshop import ENVIRONMENT

from generator.pipeline import Project

FAULT = ("actors/actors.yml", "type: person", "type: persn")
PAGE = "articles/2031-06-ausblick/"
TITLE = "Was nach der Übergabe kommt"


class Preview:
    """A running `dossier serve` with its log."""

    def __init__(self, port: int, server: subprocess.Popen[bytes], log: Path) -> None:
        self.base = f"http://127.0.0.1:{port}/dossier/"
        self.server = server
        self.log = log

    def page(self, path: str) -> str:
        """The page's HTML, the error page's included; empty where nobody answers."""
        try:
            with urllib.request.urlopen(self.base + path, timeout=20) as answer:  # noqa: S310 - our own server
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            with error:
                return str(error.read().decode())
        except OSError:
            return ""

    def wait(self, path: str, good: Callable[[str], bool], seconds: float = 30) -> str:
        end = time.monotonic() + seconds
        while not good(html := self.page(path)):
            late = time.monotonic() > end or self.server.poll() is not None
            assert not late, self.log.read_text(encoding="utf-8")[:3000]
            time.sleep(0.1)
        return html

    def builds(self) -> int:
        return self.log.read_text(encoding="utf-8").count("Building documentation...")

    def settle(self) -> int:
        """The number of builds once no more follow; each would come within a second of the last."""
        before, now = -1, self.builds()
        while before != now:
            time.sleep(2.5)
            before, now = now, self.builds()
        return now


@contextmanager
def preview(project: Project) -> Iterator[Preview]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = project.root.with_suffix(".log")
    arguments = [sys.executable, "-m", "generator", "--project", str(project.root), "serve"]
    arguments += ["--address", f"127.0.0.1:{port}"]
    with log.open("w") as out, subprocess.Popen(arguments, env=ENVIRONMENT, stdout=out, stderr=out) as server:
        try:
            yield Preview(port, server, log)
            server.send_signal(signal.SIGINT)
            assert server.wait(20) == 0
            assert "Traceback" not in log.read_text(encoding="utf-8")
        finally:
            server.kill()


def mended(html: str) -> bool:
    return bool(html) and 'role="alert"' not in html


def test_a_change_of_a_seed_is_one_build(harbour: Project) -> None:
    with preview(harbour) as server:
        server.wait(PAGE, lambda html: TITLE in html)
        before = server.settle()
        change(harbour, "articles/2031-06-ausblick.yml", TITLE, "Wie es weitergeht")
        server.wait(PAGE, lambda html: "Wie es weitergeht" in html)
        assert server.settle() == before + 1
        (harbour.docs / "imprint.md").write_text("# Impressum\n\nNeu.\n", encoding="utf-8")
        server.wait("imprint/", lambda html: "Neu." in html)
        assert server.settle() == before + 2


def test_on_a_fault_the_last_good_pages_stay_below_the_banner(harbour: Project) -> None:
    with preview(harbour) as server:
        server.wait(PAGE, lambda html: TITLE in html)
        assert "Was zu tun ist" in server.page("status/")
        change(harbour, *FAULT)
        html = server.wait(PAGE, lambda html: "unknown type of actors" in html)
        assert "seeds/actors/actors.yml:14:9" in html
        assert 'role="alert"' in html
        assert TITLE in html
        assert "ERROR   -  seeds/actors/actors.yml:14:9: unknown type" in server.log.read_text(encoding="utf-8")
        change(harbour, FAULT[0], FAULT[2], FAULT[1])
        server.wait(PAGE, mended)


def test_a_first_serve_shows_the_faults(harbour: Project) -> None:
    change(harbour, *FAULT)
    with preview(harbour) as server:
        server.wait("", lambda html: "unknown type of actors" in html)
        assert "unknown type of actors" in server.page("method/")
        change(harbour, FAULT[0], FAULT[2], FAULT[1])
        server.wait("", lambda html: "Der Hafenstreit" in html)
        server.wait("method/", lambda html: 'id="fn:ref-1"' in html)


def test_a_fault_in_the_settings_is_one_line_and_the_pages_stay(harbour: Project) -> None:
    settings = harbour.root / "mkdocs.yml"
    good = settings.read_text(encoding="utf-8")
    with preview(harbour) as server:
        server.wait(PAGE, lambda html: TITLE in html)
        settings.write_text(good.replace("theme:\n", "theme: [\n"), encoding="utf-8")
        html = server.wait(PAGE, lambda html: "not valid YAML" in html)
        assert "mkdocs.yml:12:13: not valid YAML:" in html
        assert TITLE in html
        settings.write_text(good.replace("name: material", "name: materiel"), encoding="utf-8")
        server.wait(PAGE, lambda html: "Unrecognised theme name" in html)
        change(harbour, "articles/2031-06-ausblick.yml", TITLE, "Wie es weitergeht")  # seeds are followed all the same
        server.wait(PAGE, lambda html: "Wie es weitergeht" in html)
        settings.write_text(good, encoding="utf-8")
        server.wait(PAGE, mended)


def test_seeds_that_are_moved_away_are_followed_when_they_are_back(harbour: Project) -> None:
    with preview(harbour) as server:
        server.wait(PAGE, lambda html: TITLE in html)
        harbour.seeds.rename(harbour.root / "away")
        html = server.wait(PAGE, lambda html: "a dossier needs this file" in html)
        assert TITLE in html
        (harbour.root / "away").rename(harbour.seeds)
        server.wait(PAGE, mended)
        change(harbour, "articles/2031-06-ausblick.yml", TITLE, "Wie es weitergeht")
        server.wait(PAGE, lambda html: "Wie es weitergeht" in html)


def test_a_foreign_page_is_told_until_it_is_gone(harbour: Project) -> None:
    with preview(harbour) as server:
        server.wait(PAGE, lambda html: TITLE in html)
        foreign = harbour.docs / "actors" / "mine.md"
        foreign.write_text("mine", encoding="utf-8")
        server.wait(PAGE, lambda html: "docs/actors/mine.md:1:1: foreign file" in html)
        foreign.unlink()
        server.wait(PAGE, mended)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("theme:\n", "theme: [\n", "Error: MkDocs encountered an error parsing the configuration file"),
        ("name: material", "name: materiel", "ERROR   -  Config value 'theme': Unrecognised theme name"),
    ],
)
def test_a_first_serve_with_faulty_settings_ends_with_what_is_wrong(
    harbour: Project, old: str, new: str, words: str
) -> None:
    settings = harbour.root / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "generator", "--project", str(harbour.root), "serve", "--address", "127.0.0.1:48391"],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith(words)
