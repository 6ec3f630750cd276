"""The module by itself, on sites of MkDocs that know nothing of dossiers: by the command, so with workers."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rebuilding_again import different
from workshop import ENVIRONMENT

HOOK = """\
import os
from pathlib import Path
from generator.incremental.build import Host, Incremental

run = None

def on_startup(*, command, dirty):
    global run
    host = Host((__name__, "hook.py"), (), lambda: "", lambda file: "")
    run = Incremental(Path("site"), Path("state"), host) if dirty else None

def on_pre_build(*, config):
    if run:
        run.on_pre_build()

def on_files(files, *, config):
    return run.on_files(files) if run else files

def on_nav(nav, *, config, files):
    if run:
        run.on_nav(nav, config, files)

def on_env(env, *, config, files):
    if run:
        run.on_env(env)

def on_post_build(*, config):
    if run:
        run.on_post_build()
"""
SETTINGS = """\
site_name: Hafen
site_url: https://example.org/
hooks: [hook.py]
plugins: []
theme: {name: mkdocs}
validation: {links: {anchors: warn}}
"""


class Site:
    """Pages that all stand in the navigation, each with a link to the next."""

    def __init__(self, folder: Path, user: Path) -> None:
        self.folder, self.user = folder, user
        self.docs = folder / "docs"
        self.docs.mkdir(parents=True)
        (folder / "hook.py").write_text(HOOK, encoding="utf-8")
        (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
        self.page("index", "# Start\n\n[zur ersten](page-0.md)\n")
        for number in range(20):
            self.page(f"page-{number}", f"# Seite {number}\n\n## Teil\n\n[weiter](page-{(number + 1) % 20}.md#teil)\n")

    def page(self, name: str, text: str) -> None:
        (self.docs / f"{name}.md").write_text(text, encoding="utf-8")

    def mkdocs(self, target: str, *options: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", *options, "--site-dir", target],
            cwd=self.folder,
            env={**ENVIRONMENT, "XDG_STATE_HOME": str(self.user)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )

    def build(self, *options: str) -> tuple[int, list[str]]:
        """How many pages were rendered, and the warnings; the site is the one that MkDocs builds by itself."""
        ours, theirs = self.mkdocs("new", "--dirty", *options), self.mkdocs("full", *options)
        assert ours.returncode == theirs.returncode, ours.stdout + theirs.stdout
        assert warnings(ours.stdout) == warnings(theirs.stdout)
        if ours.returncode == 0:
            assert different(self.folder / "new", self.folder / "full") == set()
            shutil.rmtree(self.folder / "site", ignore_errors=True)
            (self.folder / "new").rename(self.folder / "site")
        shutil.rmtree(self.folder / "new", ignore_errors=True)
        told = re.search(r"(\d+) rendered, ", ours.stdout)
        return (int(told[1]) if told else -1), warnings(ours.stdout)


def warnings(output: str) -> list[str]:
    plain = re.sub(r"\x1b\[\d*m", "", output)
    return sorted(line for line in plain.splitlines() if line.startswith(("WARNING", "ERROR", "Aborted")))


@pytest.fixture
def site(tmp_path: Path, user: Path) -> Site:
    return Site(tmp_path / "site", user)


def test_pages_in_the_navigation(site: Site) -> None:
    assert site.build() == (21, [])
    assert site.build() == (0, [])
    site.page("page-3", "# Seite 3\n\n## Teil\n\nAnders.\n")
    assert site.build() == (1, [])
    site.page("page-3", "# Seite drei\n\n## Teil\n\nAnders.\n")  # which stands on all pages
    assert site.build() == (21, [])
    site.page("page-3", "---\nstatus: neu\n---\n# Seite drei\n\n## Teil\n\nAnders.\n")
    assert site.build() == (21, [])


def test_what_is_wrong_is_said_each_time(site: Site) -> None:
    site.build()
    site.page("page-3", "# Seite 3\n\n## Teil\n\n[x](missing.md) [y](page-4.md#gone)\n")
    for _ in range(2):
        rendered, told = site.build()
        assert rendered == 1
        assert [("missing.md" in line, "#gone" in line) for line in told] in (
            [(True, False), (False, True)],
            [(False, True), (True, False)],
        )
    assert site.build("--strict")[1][0] == "Aborted with 2 warnings in strict mode!"


def test_a_lost_anchor_is_missed_by_the_pages_that_link_to_it(site: Site) -> None:
    site.build()
    site.page("page-3", "# Seite 3\n\nKein Teil mehr.\n")
    for _ in range(2):
        _, told = site.build()
        assert len(told) == 1
        assert "page-2.md" in told[0]
    site.page("page-3", "# Seite 3\n\n## Teil\n")
    assert site.build()[1] == []
    assert site.build() == (0, [])


def test_a_page_that_comes_or_goes_is_noticed_by_those_that_ask_for_it(site: Site) -> None:
    (site.folder / "mkdocs.yml").write_text(f"{SETTINGS}nav: [index.md]\nnot_in_nav: '*'\n", encoding="utf-8")
    site.page("page-3", "# Seite 3\n\n## Teil\n\n[x](extra/later.md)\n")
    assert len(site.build()[1]) == 1
    (site.docs / "extra").mkdir()
    site.page("extra/later", "# Später\n")
    assert site.build() == (2, [])
    (site.docs / "extra/later.md").rename(site.docs / "extra/index.md")
    assert site.build()[0] == 2
    (site.docs / "extra/index.md").unlink()
    assert site.build()[0] == 1


def test_many_warnings_from_workers(site: Site) -> None:
    """And not one of them twice, or less."""
    for number in range(20):
        site.page(f"page-{number}", f"# Seite {number}\n\n[x](missing-{number}.md)\n")
    rendered, told = site.build("--strict")
    assert rendered == 21
    assert "Aborted with 20 warnings in strict mode!" in told


@pytest.mark.parametrize("alone", [True, False])
def test_a_page_that_cannot_be_rendered(site: Site, *, alone: bool) -> None:
    """Here, or by a worker among others."""
    if alone:
        site.build()
    site.page("page-3", "---\ntemplate: missing.html\n---\n# Seite 3\n\n## Teil\n")
    done = site.mkdocs("new", "--dirty")
    assert done.returncode
    assert "missing.html" in done.stdout
    shutil.rmtree(site.folder / "new", ignore_errors=True)
    site.page("page-3", "# Seite 3\n\n## Teil\n")
    site.build()


def two_files_for_one_address(site: Site) -> str:
    (site.docs / "page-3").mkdir()
    (site.docs / "page-3/index.html").write_text("<p>fest</p>", encoding="utf-8")
    return "two files for page-3/index.html"


def a_plugin(site: Site) -> str:
    (site.folder / "mkdocs.yml").write_text(SETTINGS.replace("[]", "[search]"), encoding="utf-8")
    return "search may keep something of each page"


def an_extension(site: Site) -> str:
    (site.folder / "mkdocs.yml").write_text(f"{SETTINGS}markdown_extensions: [pymdownx.snippets]\n", encoding="utf-8")
    return "pymdownx.snippets may read other files"


@pytest.mark.parametrize("what", [two_files_for_one_address, a_plugin, an_extension])
def test_doubts(site: Site, what: Callable[[Site], str]) -> None:
    site.build()
    why = what(site)
    done = site.mkdocs("new", "--dirty", "--strict")
    assert f"all rendered: {why}" in done.stdout
    shutil.rmtree(site.folder / "new")
    site.build()
    assert not (site.folder / "state").exists()


def test_a_template_that_lists_all_pages(site: Site) -> None:
    theme = site.folder / "theme"
    theme.mkdir()
    (theme / "main.html").write_text(
        "{{ page.content }}{% for each in pages %}{{ each.url }} {% endfor %}\n", encoding="utf-8"
    )
    (site.folder / "mkdocs.yml").write_text(
        SETTINGS.replace("name: mkdocs", "name: null, custom_dir: theme") + "nav: [index.md]\nnot_in_nav: '*'\n",
        encoding="utf-8",
    )
    assert site.build()[0] == 21
    assert site.build()[0] == 0
    site.page("extra", "# Noch eine\n")
    assert site.build()[0] == 22


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="no way to keep to one core here")
def test_one_core_makes_the_same(site: Site) -> None:
    kept = os.sched_getaffinity(0)
    try:
        os.sched_setaffinity(0, {min(kept)})
        assert site.build() == (21, [])
    finally:
        os.sched_setaffinity(0, kept)
