"""What the editor is told about a new article."""

import subprocess
import sys
from pathlib import Path

import pytest
from workshop import ENVIRONMENT, HARBOUR, copy_dossier

from generator.desk.told import MOST_NAMES, name_lines
from generator.drafting.draft import DraftClaim
from generator.drafting.unknown_names import UnknownName
from generator.parsing import Seeds, parse_seeds
from generator.problems import Problems

WITHOUT_EXTRA = """
import sys
sys.modules["HanTa"] = None  # as if it were not installed
from generator.command_line import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def seeds() -> Seeds:
    return parse_seeds(HARBOUR / "seeds", HARBOUR, Problems())


SPEAKS = DraftClaim(
    "p2", 2, "", "", ('"Kasimir O\'Hara"', '"Walter Kehr"', '"Sprecherin Walter Ohm"'), (), (), (), (), ()
)


def test_names_come_with_the_way_to_make_them_known(seeds: Seeds) -> None:
    names = [
        UnknownName("Kasimir O'Hara", (2,), ""),
        UnknownName("Enno Haarms", (1, 3), "enno-harms"),
        UnknownName("Harir", (3,), ""),
        UnknownName("Walter", (4,), ""),
    ]
    assert list(name_lines(names, "2031-04-streit", seeds, [SPEAKS])) == [
        (
            "names that no topic knows (make them known, then: dossier draft 2031-04-streit; "
            "KIND is actor, base, place, outlet):"
        ),
        "  Kasimir O'Hara (paragraph 2): dossier new actor kasimir-ohara --type person --name 'Kasimir O'\"'\"'Hara'",
        "  Enno Haarms (paragraphs 1, 3): another spelling of enno-harms? dossier alias enno-harms 'Enno Haarms'",
        "  Harir (paragraph 3): dossier new KIND harir --name Harir",
        "  Walter Kehr (paragraph 4): dossier new actor walter-kehr --type person --name 'Walter Kehr'",
    ]


def test_many_names_are_cut(seeds: Seeds) -> None:
    names = [UnknownName(f"Name {n}", (1,), "") for n in range(MOST_NAMES + 3)]
    lines = list(name_lines(names, "x", seeds, []))
    assert len(lines) == MOST_NAMES + 2
    assert lines[-1] == "  … and 3 more"


def test_no_names_no_lines(seeds: Seeds) -> None:
    assert list(name_lines([], "x", seeds, [])) == []


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
