"""What the editor is told about a new article."""

import subprocess
import sys
from pathlib import Path

from workshop import ENVIRONMENT, HARBOUR, copy_dossier

from generator.desk.told import MOST_NAMES, name_lines
from generator.drafting.unknown_names import UnknownName

WITHOUT_EXTRA = """
import sys
sys.modules["HanTa"] = None  # as if it were not installed
from generator.__main__ import run
sys.exit(run(sys.argv[1:]))
"""


def test_names_come_with_the_way_to_make_them_known() -> None:
    names = [
        UnknownName("Kasimir O'Hara", (2,), ""),
        UnknownName("Enno Haarms", (1, 3), "enno-harms"),
    ]
    assert list(name_lines(names, "2031-04-streit")) == [
        "names that no topic knows (make them known, then: dossier draft 2031-04-streit):",
        "  Kasimir O'Hara (paragraph 2): dossier new KIND kasimir-ohara --name 'Kasimir O'\"'\"'Hara'",
        "  Enno Haarms (paragraphs 1, 3): another spelling of enno-harms? dossier alias enno-harms 'Enno Haarms'",
    ]


def test_many_names_are_cut() -> None:
    lines = list(name_lines([UnknownName(f"Name {n}", (1,), "") for n in range(MOST_NAMES + 3)], "x"))
    assert len(lines) == MOST_NAMES + 2
    assert lines[-1] == "  … and 3 more"


def test_no_names_no_lines() -> None:
    assert list(name_lines([], "x")) == []


def test_without_the_extra_all_else_is_drafted(tmp_path: Path) -> None:
    project = copy_dossier(HARBOUR, tmp_path / "harbour")
    source = tmp_path / "streit.txt"
    source.write_text("Die Hafenwacht hat am 3. April 2021 neun Boote abgezogen.\n", encoding="utf-8")
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            WITHOUT_EXTRA,
            "--project",
            str(project.root),
            "add",
            str(source),
            "--published",
            "2021-04",
        ],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "names that no topic knows are not looked for without the extra: pip install -e '.[import]'" in done.stdout
    assert (project.seeds / "articles" / "2021-04-streit.yml").exists()


def test_a_page_without_the_extra(tmp_path: Path) -> None:
    project = copy_dossier(HARBOUR, tmp_path / "harbour")
    source = tmp_path / "streit.html"
    source.write_text("<html><body><p>Die Hafenwacht hat Boote abgezogen.</p></body></html>", encoding="utf-8")
    code = WITHOUT_EXTRA.replace("HanTa", "trafilatura")
    done = subprocess.run(
        [sys.executable, "-c", code, "--project", str(project.root), "add", str(source)],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == (
        f"{source}: not added: trafilatura is not installed; "
        "install it: .venv/bin/python -m pip install -e '.[import]'\n"
    )
