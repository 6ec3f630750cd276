"""Other makers of sites, on the very pages that the generator has written: plain MkDocs, Hugo, Eleventy and Pelican.

    python -m benchmarks.peers        installs Eleventy (needs npm) and Pelican into benchmarks/.peers/

Hugo comes from the system (Debian: apt-get install hugo). What is not installed is left out of the measurements. MkDocs
has our theme and extensions and no hook but three lines that give the theme its words; the others a minimal theme with
title, navigation, text and contents, so that their pages are far lighter.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from benchmarks.measuring import FOLDER
from benchmarks.synthetic import mkdocs_settings
from generator.hand_over import REFS_FILE
from generator.pipeline import Project

INSTALLED = FOLDER / ".peers"
ELEVENTY = "@11ty/eleventy@2.0.1 markdown-it-footnote@4 markdown-it-attrs@4".split()
PELICAN = ["pelican[markdown]"]

WORDS_HOOK = """\
from generator.labels import load_labels


def on_env(env, **_):
    env.globals["dossier_search"] = load_labels("de")["search"]
    env.globals["dossier_json_ld"] = {}
"""
PAGE = """\
<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><title>%(title)s – Küstenland</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="%(description)s"></head>
<body><header><a href="/">Küstenland</a>
<nav><ul><li><a href="/timeline/">Zeitleiste</a></li><li><a href="/actors/">Akteure</a></li>
<li><a href="/bases/">Stützpunkte</a></li><li><a href="/places/">Orte</a></li><li><a href="/questions/">Fragen</a></li>
<li><a href="/figures/">Zahlen</a></li><li><a href="/outlets/">Medien</a></li>
<li><a href="/articles/">Artikel</a></li></ul></nav></header>
<main>%(toc)s%(content)s</main><footer>CC BY 4.0</footer></body>
</html>
"""
HUGO_SETTINGS = """\
baseURL = "https://example.org/"
languageCode = "de"
title = "Küstenland"
disableAliases = true
disableKinds = ["taxonomy", "term", "RSS"]
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.parser.attribute]
block = true
"""
ELEVENTY_SETTINGS = """\
const markdownIt = require("markdown-it");
module.exports = (config) => {
  const markdown = markdownIt({ html: true }).use(require("markdown-it-footnote")).use(require("markdown-it-attrs"));
  config.setLibrary("md", markdown);
  return { dir: { input: "docs", includes: "../theme", output: "site" }, markdownTemplateEngine: false };
};
"""
PELICAN_SETTINGS = """\
SITENAME = "Küstenland"
PATH, OUTPUT_PATH, THEME = "docs", "site", "theme"
PAGE_PATHS, ARTICLE_PATHS = [""], ["nothing"]
PATH_METADATA = r"(?P<path_no_ext>.*)\\..*"
PAGE_URL, PAGE_SAVE_AS = "{path_no_ext}/", "{path_no_ext}/index.html"
DIRECT_TEMPLATES, THEME_STATIC_PATHS = [], []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ARCHIVES_SAVE_AS = ""
MARKDOWN = {
    "extensions": ["attr_list", "md_in_html", "footnotes", "tables", "toc", "meta"],
    "output_format": "html5",
}
"""


@dataclass(frozen=True)
class Peer:
    """How to measure one: `set_up` makes its folder from the pages; None for what is not installed."""

    name: str
    command: list[str] | None
    set_up: Callable[[Project, Path], None]


def peers() -> list[Peer]:
    hugo = shutil.which("hugo")
    eleventy, pelican = INSTALLED / "node_modules" / ".bin" / "eleventy", INSTALLED / "pelican" / "bin" / "pelican"
    return [
        Peer("Hugo", [hugo, "--quiet", "-d", "site"] if hugo else None, _hugo),
        Peer("Eleventy", [str(eleventy), "--quiet"] if eleventy.exists() else None, _eleventy),
        Peer("Pelican", [str(pelican), "-q", "-s", "settings.py"] if pelican.exists() else None, _pelican),
    ]


def plain() -> Peer:
    return Peer("plain MkDocs", [sys.executable, "-m", "mkdocs", "build", "-d", "site"], _mkdocs)


def _mkdocs(project: Project, folder: Path) -> None:
    shutil.copytree(project.docs, folder / "docs", copy_function=os.link)
    (folder / "hook.py").write_text(WORDS_HOOK, encoding="utf-8")
    refs = f"generator.markdown_refs: {{refs: {folder / 'docs' / REFS_FILE}}}"
    settings = re.sub(r"(?m)^hooks: .*$", "hooks: [hook.py]", mkdocs_settings())
    (folder / "mkdocs.yml").write_text(settings.replace("generator.markdown_refs", refs), encoding="utf-8")


def _hugo(project: Project, folder: Path) -> None:
    _pages(project, folder, "content")
    for index in sorted((folder / "content").rglob("index.md")):
        index.rename(index.with_name("_index.md"))  # else what lies beside it is no page
    (folder / "config.toml").write_text(HUGO_SETTINGS, encoding="utf-8")
    fields = {"title": "{{ .Title }}", "description": "{{ .Description }}"}
    page = PAGE % {**fields, "toc": "{{ .TableOfContents }}", "content": "{{ .Content }}"}
    (folder / "layouts" / "_default").mkdir(parents=True)
    for name in ("index.html", "_default/single.html", "_default/list.html"):
        (folder / "layouts" / name).write_text(page, encoding="utf-8")


def _eleventy(project: Project, folder: Path) -> None:
    _pages(project, folder)
    (folder / ".eleventy.js").write_text(ELEVENTY_SETTINGS, encoding="utf-8")
    (folder / "docs" / "docs.json").write_text('{"layout": "page.njk"}', encoding="utf-8")
    fields = {"title": "{{ title }}", "description": "{{ description }}"}
    (folder / "theme").mkdir()
    page = PAGE % {**fields, "toc": "", "content": "{{ content | safe }}"}
    (folder / "theme" / "page.njk").write_text(page, encoding="utf-8")
    if INSTALLED.exists():
        (folder / "node_modules").symlink_to(INSTALLED / "node_modules")


def _pelican(project: Project, folder: Path) -> None:
    _pages(project, folder)
    (folder / "settings.py").write_text(PELICAN_SETTINGS, encoding="utf-8")
    fields = {"title": "{{ page.title }}", "description": "{{ page.description }}"}
    (folder / "theme" / "templates").mkdir(parents=True)
    page = PAGE % {**fields, "toc": "", "content": "{{ page.content }}"}
    (folder / "theme" / "templates" / "page.html").write_text(page, encoding="utf-8")


def _pages(project: Project, folder: Path, name: str = "docs") -> None:
    """The pages alone, without the files beside them that are only copied."""
    for source in sorted(project.docs.rglob("*.md")):
        target = folder / name / source.relative_to(project.docs)
        target.parent.mkdir(parents=True, exist_ok=True)
        os.link(source, target)


@click.command()
def main() -> None:
    """Install Eleventy and Pelican into benchmarks/.peers/, by npm and pip."""
    INSTALLED.mkdir(exist_ok=True)
    subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--prefix", str(INSTALLED), *ELEVENTY], check=True)
    venv.create(INSTALLED / "pelican", with_pip=True)
    subprocess.run([str(INSTALLED / "pelican" / "bin" / "python"), "-m", "pip", "install", "-q", *PELICAN], check=True)


if __name__ == "__main__":
    main()
