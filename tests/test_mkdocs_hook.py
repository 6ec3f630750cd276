"""MkDocs and ProperDocs by themselves: they regenerate first, and `serve` outlives every fault."""

import re
import shutil
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
from jinja2 import Environment
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from workshop import ENVIRONMENT, HARBOUR, Command, copy_dossier, files

from generator import mkdocs_hook
from generator.pipeline import Project
from generator.site import FRESH

FAULT = ("actors/actors.yml", "type: person", "type: persn")
MESSAGE = 'seeds/actors/actors.yml:14:9: unknown type of actors "persn"; did you mean "person"?'


def change(project: Project, path: str, old: str, new: str) -> None:
    file = project.seeds / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


# The events, one by one


@pytest.fixture
def config(harbour: Project, monkeypatch: pytest.MonkeyPatch) -> Iterator[MkDocsConfig]:
    monkeypatch.delenv(FRESH, raising=False)
    loaded = load_config(str(harbour.root / "mkdocs.yml"))
    yield mkdocs_hook.on_config(loaded)
    mkdocs_hook.on_startup(command="build", dirty=False)


def banner(config: MkDocsConfig) -> list[str]:
    env = mkdocs_hook.on_env(Environment(), config=config, files=Files([]))  # noqa: S701 - no template is rendered
    shown = env.globals["dossier_problems"]
    assert isinstance(shown, list)
    return shown


def test_references_are_found_from_any_folder(config: MkDocsConfig, harbour: Project) -> None:
    assert config.mdx_configs["generator.markdown_refs"] == {"refs": str(harbour.docs / ".refs.json")}


def test_a_build_writes_docs_first(config: MkDocsConfig, harbour: Project) -> None:
    mkdocs_hook.on_startup(command="build", dirty=False)
    mkdocs_hook.on_pre_build(config=config)
    assert (harbour.docs / "index.md").exists()
    assert "generator.markdown_refs" in config.markdown_extensions
    assert banner(config) == []


def test_a_build_started_by_dossier_build_does_not(
    config: MkDocsConfig, harbour: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FRESH, "1")
    mkdocs_hook.on_pre_build(config=config)
    assert not (harbour.docs / "index.md").exists()


@pytest.mark.parametrize("command", ["build", "gh-deploy"])
def test_a_build_stops_at_an_error(
    config: MkDocsConfig, harbour: Project, command: str, caplog: pytest.LogCaptureFixture
) -> None:
    change(harbour, *FAULT)
    mkdocs_hook.on_startup(command=command, dirty=False)
    with pytest.raises(Abort):
        mkdocs_hook.on_pre_build(config=config)
    assert MESSAGE in caplog.messages


def test_serve_goes_on_with_a_banner(config: MkDocsConfig, harbour: Project) -> None:
    mkdocs_hook.on_startup(command="serve", dirty=False)
    mkdocs_hook.on_pre_build(config=config)
    before = files(harbour.docs)
    change(harbour, *FAULT)
    mkdocs_hook.on_pre_build(config=config)
    assert banner(config) == [MESSAGE]
    assert files(harbour.docs) == before
    change(harbour, FAULT[0], FAULT[2], FAULT[1])
    mkdocs_hook.on_pre_build(config=config)
    assert banner(config) == []


def test_the_banner_is_short(config: MkDocsConfig, harbour: Project) -> None:
    folder = harbour.seeds / "articles"
    for number in range(25):
        shutil.copy(folder / "2031-06-ausblick.yml", folder / f"X{number:02}.yml")
    mkdocs_hook.on_startup(command="serve", dirty=False)
    mkdocs_hook.on_pre_build(config=config)
    assert len(banner(config)) == 21
    assert banner(config)[-1] == "… and 5 more"


def test_serve_outlives_what_nobody_foresaw(config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mkdocs_hook, "generate", lambda *_: {}["x"])
    mkdocs_hook.on_startup(command="serve", dirty=False)
    mkdocs_hook.on_pre_build(config=config)
    assert banner(config) == ["a fault in dossier itself, please report it: KeyError: 'x'"]


def test_a_first_serve_over_faulty_seeds_resolves_nothing(config: MkDocsConfig, harbour: Project) -> None:
    change(harbour, *FAULT)
    mkdocs_hook.on_startup(command="serve", dirty=False)
    mkdocs_hook.on_pre_build(config=config)
    mkdocs_hook.on_pre_build(config=config)
    assert "generator.markdown_refs" not in config.markdown_extensions


# The commands as people type them


@pytest.mark.parametrize("builder", ["mkdocs", "properdocs"])
def test_bare_build_regenerates_and_stops_before_the_site(harbour: Project, command: Command, builder: str) -> None:
    done = command(builder, "build", "--strict", cwd=harbour.root)
    assert done.returncode == 0, done.stderr
    assert "pages written, 0 removed" in done.stderr
    before = files(harbour.site)
    change(harbour, *FAULT)
    done = command(builder, "build", "--strict", cwd=harbour.root)
    assert done.returncode == 1
    assert f"ERROR   -  {MESSAGE}" in done.stderr.splitlines()
    assert "Traceback" not in done.stderr
    assert files(harbour.site) == before


def test_build_from_another_folder(harbour: Project, tmp_path: Path, command: Command) -> None:
    done = command("mkdocs", "build", "--strict", "-f", str(harbour.root / "mkdocs.yml"), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    method = (harbour.site / "method/index.html").read_text(encoding="utf-8")
    assert 'href="../bases/old-pier/"' in method
    assert 'id="fn:ref-1"' in method


def test_properdocs_builds_the_same_tree(harbour: Project, tmp_path: Path, command: Command) -> None:
    other = copy_dossier(HARBOUR, tmp_path / "other")
    for builder, project in (("mkdocs", harbour), ("properdocs", other)):
        done = command(builder, "build", "--strict", cwd=project.root)
        assert done.returncode == 0, done.stderr
    ours, theirs = files(harbour.site), files(other.site)
    assert ours.keys() == theirs.keys()
    differing = [path for path in ours if unsigned(ours[path]) != unsigned(theirs[path])]
    assert differing == []


def unsigned(content: bytes) -> bytes:
    """Without the name and version of the builder."""
    return re.sub(rb'<meta name="generator"[^>]*>|<!--\s*(MkDocs|ProperDocs)[^>]*-->', b"", content)


# A real server


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


def test_serve_follows_the_seeds_and_comes_to_rest(harbour: Project) -> None:
    page = "articles/2031-06-ausblick/"
    with preview(harbour) as server:
        server.wait(page, lambda html: "Was nach der Übergabe kommt" in html)
        before = server.settle()
        change(harbour, "articles/2031-06-ausblick.yml", "Was nach der Übergabe kommt", "Wie es weitergeht")
        server.wait(page, lambda html: "Wie es weitergeht" in html)
        assert server.settle() <= before + 2, "the pages it writes may start one more build, but no third"

        change(harbour, *FAULT)
        html = server.wait(page, lambda html: "unknown type of actors" in html)
        assert "seeds/actors/actors.yml:14:9" in html
        assert 'role="alert"' in html
        assert "Wie es weitergeht" in html
        change(harbour, FAULT[0], FAULT[2], FAULT[1])
        server.wait(page, lambda html: "Wie es weitergeht" in html and 'role="alert"' not in html)


def test_a_first_serve_shows_the_faults(harbour: Project) -> None:
    change(harbour, *FAULT)
    with preview(harbour) as server:
        server.wait("", lambda html: "unknown type of actors" in html)
        assert "unknown type of actors" in server.page("method/")
        change(harbour, FAULT[0], FAULT[2], FAULT[1])
        server.wait("", lambda html: "Der Hafenstreit" in html)
        server.wait("method/", lambda html: 'id="fn:ref-1"' in html)
