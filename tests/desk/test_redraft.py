"""`dossier draft`: new drafts among written claims, which stay as they are to the byte."""

import re
from pathlib import Path

import pytest
from workshop import break_seeds, dossier, files

from generator.fulltext import sha256
from generator.pipeline import Project
from generator.yaml_marks import compose

ID = "2031-04-neu"
TEXT = """\
Die Hafenwacht hat neun Boote abgezogen.

Enno Harms sprach am 2. April 2031 in Nordersiel.

Der Lotsenbund war dabei. Am 14. März 2031 war die Alte Mole dran.
"""
HEAD = """\
# Ein Kommentar am Anfang.
title: Ein Titel   # von uns
published: 2031-04-03
published_basis: stated
added: 2031-06-01
"""
WRITTEN = """\
  - id: harms-spricht
    p: [2]   # der zweite
    text: >-
      Enno Harms sprach am 2. April 2031
      in Nordersiel.
    when: 2031-04-02
    # eine Anmerkung dahinter
"""


@pytest.fixture
def project(harbour: Project) -> Project:
    (harbour.seeds / "fulltexts" / "neu.txt").write_text(TEXT, encoding="utf-8")
    return harbour


def put(project: Project, rest: str) -> Path:
    path = project.seeds / "articles" / f"{ID}.yml"
    digest = sha256(project.seeds / "fulltexts" / "neu.txt")
    path.write_bytes(f"{HEAD}fulltext: {{file: neu.txt, sha256: {digest}}}\n{rest}".encode())
    return path


def claims(path: Path) -> list[tuple[str, str]]:
    value = compose(path.read_text(encoding="utf-8")).value
    return [(claim["id"], claim["text"]) for claim in value["claims"]]


DRAFTED = [("p1", ""), ("p2", ""), ("p3-1", ""), ("p3-2", "")]


@pytest.mark.parametrize("rest", ["", "claims: []\n", "claims: []   # noch keine\n"])
def test_an_article_without_claims_gets_drafts(rest: str, project: Project) -> None:
    path = put(project, rest)
    assert dossier(project, "draft", ID) == 0
    assert claims(path) == DRAFTED
    text = path.read_text(encoding="utf-8")
    assert text.startswith(HEAD)
    assert "\ntopics: [harbour-police, enno-harms, nordersiel, pilots, old-pier]\nclaims:\n- id: p1\n" in text


def test_written_claims_stay_and_paragraphs_of_theirs_get_none(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    path = put(project, "topics: pilots   # schon da\n\nclaims:\n  - id: p1\n    p: 1\n    text:\n" + WRITTEN)
    assert dossier(project, "draft", ID) == 0
    assert claims(path) == [
        ("p1", ""),
        ("harms-spricht", "Enno Harms sprach am 2. April 2031 in Nordersiel."),
        ("p3-1", ""),
        ("p3-2", ""),
    ]
    text = path.read_text(encoding="utf-8")
    assert f"\n\n{WRITTEN}\n  - id: p3-1\n" in text
    assert re.search(r"topics: \[pilots, .*old-pier\] +# schon da\n", text)
    assert capsys.readouterr().out.startswith(f"seeds/articles/{ID}.yml: 3 drafts for paragraphs without a claim\n")


def test_headline_and_sign_off_get_none(project: Project) -> None:
    fulltext = project.seeds / "fulltexts" / "neu.txt"
    fulltext.write_text(f"Hafenwacht gegen Lotsenbund\n\n{TEXT}\n(Deich-Agentur)\n", encoding="utf-8")
    path = put(project, "agency: deich-agentur\nclaims: []\n")
    assert dossier(project, "draft", ID) == 0
    assert claims(path) == [("p2", ""), ("p3", ""), ("p4-1", ""), ("p4-2", "")]
    assert "topics: [harbour-police, pilots, enno-harms, nordersiel, old-pier]" in path.read_text(encoding="utf-8")


def test_twice_is_once(project: Project) -> None:
    path = put(project, "claims:\n" + WRITTEN)
    assert dossier(project, "draft", ID) == 0
    once = path.read_bytes()
    assert dossier(project, "draft", ID) == 0
    assert path.read_bytes() == once


def test_a_new_alias_reaches_the_drafts(project: Project) -> None:
    path = put(project, "claims:\n" + WRITTEN)
    fulltext = project.seeds / "fulltexts" / "neu.txt"
    fulltext.write_text(TEXT.replace("Der Lotsenbund", "Die Lotsengilde"), encoding="utf-8")
    path = put(project, "claims:\n" + WRITTEN)
    assert dossier(project, "draft", ID) == 0
    assert "pilots" not in path.read_text(encoding="utf-8")
    assert dossier(project, "alias", "pilots", "Lotsengilde") == 0
    assert dossier(project, "draft", ID) == 0
    assert "topics: pilots" in path.read_text(encoding="utf-8")


def test_fields_and_comments_behind_the_claims_stay(project: Project) -> None:
    behind = "# Was noch fehlt.\nprovenance: Ein Brief.\nurl: https://example.org/neu\ntopics:\n- pilots  # die\n"
    path = put(project, f"claims:\n{WRITTEN}\n{behind}")
    assert dossier(project, "draft", ID) == 0
    more = "- harbour-police\n- enno-harms\n- nordersiel\n- old-pier\n"
    assert path.read_text(encoding="utf-8").endswith(behind + more)
    assert compose(path.read_text(encoding="utf-8")).value["provenance"] == "Ein Brief."


def test_line_endings_stay(project: Project) -> None:
    path = put(project, "claims:\n" + WRITTEN)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert dossier(project, "draft", ID) == 0
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n") > 20
    assert len(claims(path)) == 4


def test_where_all_paragraphs_are_covered_nothing_is_drafted(project: Project) -> None:
    rest = "claims:\n- {id: alles, p: [1, 2, 3], text: Enno Harms sprach.}\n"
    path = put(project, rest)
    assert dossier(project, "draft", ID) == 0
    assert claims(path) == [("alles", "Enno Harms sprach.")]
    assert path.read_text(encoding="utf-8").endswith(rest)


@pytest.mark.parametrize(
    "rest",
    [
        "claims: [{id: a, p: 1, text: Enno Harms sprach.}, {id: b, p: 2}]\n",
        "claims:\n-\n  id: a\n  p: 1\n  text: Enno Harms sprach.\n",
        "claims:\n# Ein Wort dazu.\n- id: a\n  p: 1\n  text: Enno Harms sprach.\n",
    ],
)
def test_claims_that_cannot_be_told_apart_by_line(
    rest: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    path = put(project, rest)
    before = path.read_bytes()
    assert dossier(project, "draft", ID) == 1
    assert "write each as an item of its own, beginning with a dash" in " ".join(capsys.readouterr().err.split())
    assert path.read_bytes() == before


def test_without_the_text_nothing_is_done(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    put(project, "claims: []\n")
    (project.seeds / "fulltexts" / "neu.txt").unlink()
    before = files(project.seeds)
    assert dossier(project, "draft", ID) == 1
    assert "is not in" in capsys.readouterr().err
    assert files(project.seeds) == before


def test_wrong_articles(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert dossier(project, "draft", "2031-03-14-ubergabe") == 2
    assert 'did you mean "2031-03-14-uebergabe"?' in capsys.readouterr().err
    fault = break_seeds(project)
    assert dossier(project, "draft", "2031-03-14-uebergabe") == 1
    assert fault in capsys.readouterr().err
