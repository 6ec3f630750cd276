"""`dossier build` after each kind of change: what it takes over of the last site comes out as in a full build."""

import re
import shutil
from collections.abc import Callable

import pytest
from changed_harbour import change
from mkdocs.exceptions import Abort
from rebuilding_again import Rebuilt
from workshop import ROOT, dossier, files

from generator.pipeline import Project
from generator.site import state_folder

NEW = "articles/2031-08-nachtrag.yml"


def test_where_nothing_changed_nothing_is_rendered(rebuilt: Rebuilt) -> None:
    rebuilt()
    assert (rebuilt.rendered, rebuilt.kept > 30) == (0, True)


def add(project: Project) -> None:
    text = (project.seeds / "articles/2031-06-ausblick.yml").read_text(encoding="utf-8")
    (project.seeds / NEW).write_text(text.replace("title: ", "title: Nachtrag ", 1), encoding="utf-8")


def retitle(project: Project) -> None:
    change(project, "articles/2031-03-20-funk.yml", "Nur noch sieben Boote gezählt", "Es sind nun sieben Boote")


def reword(project: Project) -> None:
    change(project, "articles/2031-03-20-funk.yml", "sei überfällig gewesen", "sei längst überfällig gewesen")


def rename(project: Project) -> None:
    assert dossier(project, "rename", "old-pier", "alte-mole") == 0


def rename_in_words(project: Project) -> None:
    change(project, "bases/bases.yml", "name: Alte Mole", "name: Ganz Alte Mole")


def remove(project: Project) -> None:
    (project.seeds / "articles/2031-06-ausblick.yml").unlink()


def write_a_page(project: Project) -> None:
    (project.docs / "more.md").write_text(
        "# Mehr\n\n[Methode](method.md) zu [[old-pier]] [@bleiben].\n", encoding="utf-8"
    )


def touch(project: Project) -> None:
    for path in project.docs.rglob("*"):
        path.touch()


CHANGES = [add, retitle, reword, rename, rename_in_words, remove, write_a_page]


@pytest.mark.parametrize("edit", CHANGES)
def test_a_change_costs_what_it_touches(rebuilt: Rebuilt, edit: Callable[[Project], None]) -> None:
    edit(rebuilt.project)
    rebuilt()
    assert 0 < rebuilt.rendered < 30
    assert rebuilt.kept > 10
    rebuilt()
    assert rebuilt.rendered == 0


def test_files_that_were_only_touched_change_nothing(rebuilt: Rebuilt) -> None:
    touch(rebuilt.project)
    rebuilt()
    assert rebuilt.rendered == 0


def test_a_vanished_page_is_gone_with_all_its_files(rebuilt: Rebuilt) -> None:
    write_a_page(rebuilt.project)
    rebuilt()
    assert (rebuilt.project.site / "more/index.html.md").exists()
    (rebuilt.project.docs / "more.md").unlink()
    rebuilt()
    assert not (rebuilt.project.site / "more").exists()


# What all pages depend on


def settings(rebuilt: Rebuilt, old: str, new: str) -> None:
    path = rebuilt.project.root / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("site_description: Wer", "site_description: Was"),
        ("toc_depth: 3", "toc_depth: 2"),
        ("https://example.org/dossier/", "https://example.org/other/"),
        ("  - Akteure: actors/index.md\n", ""),
        ("  - Akteure: actors/index.md", "  - Leute: actors/index.md"),
        ("primary: custom", "primary: indigo"),
        ("  - admonition\n", ""),
    ],
)
def test_other_settings_render_all_pages(rebuilt: Rebuilt, old: str, new: str) -> None:
    settings(rebuilt, old, new)
    rebuilt()
    assert (rebuilt.rendered > 30, rebuilt.kept) == (True, 0)


def test_a_plugin_that_nobody_vouches_for_makes_mkdocs_do_all_itself(rebuilt: Rebuilt) -> None:
    settings(rebuilt, "plugins: []", "plugins: [search]")
    rebuilt()
    assert (rebuilt.rendered, rebuilt.kept) == (-1, -1)


@pytest.mark.parametrize("path", ["main.html", "partials/words.html"])
def test_another_template_renders_all_pages(rebuilt: Rebuilt, path: str) -> None:
    theme = rebuilt.project.root / "theme"
    shutil.copytree(ROOT / "generator/theme", theme)
    settings(rebuilt, (ROOT / "generator/theme").as_posix(), "theme")
    rebuilt()
    template = theme / path
    template.write_text(template.read_text(encoding="utf-8") + "{# #}\n", encoding="utf-8")
    rebuilt()
    assert rebuilt.kept == 0
    (theme / "assets/home.css").write_text("p { color: red }\n", encoding="utf-8")
    rebuilt()


def test_another_site_title_of_a_page_in_the_navigation_renders_all_pages(rebuilt: Rebuilt) -> None:
    settings(rebuilt, "- Impressum: imprint.md", "- imprint.md")
    rebuilt()
    page = rebuilt.project.docs / "imprint.md"
    page.write_text(page.read_text(encoding="utf-8").replace("# Impressum", "# Wer wir sind"), encoding="utf-8")
    rebuilt()
    assert rebuilt.kept == 0
    assert "Wer wir sind" in (rebuilt.project.site / "actors/pilots/index.html").read_text(encoding="utf-8")
    page.write_text(page.read_text(encoding="utf-8") + "\nUnd mehr.\n", encoding="utf-8")
    rebuilt()
    assert rebuilt.rendered == 1


def test_what_the_theme_is_told_is_among_what_a_page_depends_on() -> None:
    """Whoever has the theme show something new has to name it in kept_pages.py, or pages stay as they were."""
    templates = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "generator/theme").rglob("*.html"))
    of_a_page = {"dossier_json_ld", "dossier_feeds"}
    of_its_address = {"dossier_copies"}
    of_all_pages = {"dossier_search"}
    never_where_pages_are_kept = {"dossier_release", "dossier_problems", "dossier_status"}
    named = of_a_page | of_its_address | of_all_pages | never_where_pages_are_kept
    assert set(re.findall(r"dossier_\w+", templates)) == named


# The folder of the state


def test_a_failed_build_leaves_nothing_that_a_later_one_believes(rebuilt: Rebuilt) -> None:
    method = rebuilt.project.docs / "method.md"
    good = method.read_text(encoding="utf-8")
    method.write_text(f"{good}\n[x](missing.md)\n", encoding="utf-8")
    before = files(rebuilt.project.site)
    for _ in range(2):
        with pytest.raises(Abort):
            rebuilt.build()
    assert files(rebuilt.project.site) == before
    method.write_text(good, encoding="utf-8")
    rebuilt()


def test_the_state_lies_beside_the_site(rebuilt: Rebuilt) -> None:
    assert {path.name for path in state_folder(rebuilt.project.site).iterdir()} == {
        "anchors",
        "asked",
        "linked",
        "copies",
        "pages.json",
        "search",
    }
