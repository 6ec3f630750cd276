"""The commands that hold claims against the private full texts."""

import io
import re
import shutil
import sys
from pathlib import Path

import pytest
import yaml
from workshop import break_seeds, dossier

from generator.pipeline import Project

ARTICLE = "2031-03-14-uebergabe"


def answer(monkeypatch: pytest.MonkeyPatch, answers: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(answers))


def lock(project: Project) -> dict[str, dict[str, object]]:
    loaded = yaml.safe_load((project.seeds / "verified.lock.yml").read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


@pytest.fixture
def unverified(harbour: Project) -> Project:
    (harbour.seeds / "verified.lock.yml").unlink(missing_ok=True)
    return harbour


def test_verify_writes_the_lock_that_frozen_compares(unverified: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert dossier(unverified, "verify", "--frozen") == 1
    assert "is not verified; run: dossier verify" in capsys.readouterr().err
    assert not (unverified.seeds / "verified.lock.yml").exists()

    assert dossier(unverified, "verify") == 0
    printed = capsys.readouterr().out
    counts, *named = printed.splitlines()
    assert re.fullmatch(r"\d+ claims: \d+ found by machine, \d+ to be read", counts)
    assert named[0] == "to be read: dossier verify --read"
    assert named[1:]
    before = lock(unverified)
    assert dossier(unverified, "verify", "--frozen") == 1
    assert "is neither found nor read" in capsys.readouterr().err
    assert lock(unverified) == before


def test_verify_reads_until_all_is_settled(
    unverified: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dossier(unverified, "verify") == 0
    answer(monkeypatch, "y\n")
    assert dossier(unverified, "verify", "--read", "2031-05-schleuse#verletzte", "--by", "Ada L.") == 0
    assert "weist der Lotsenbund" in capsys.readouterr().out
    assert lock(unverified)["2031-05-schleuse#verletzte"]["read"]["by"] == "Ada L."  # type: ignore[index]

    monkeypatch.setenv("DOSSIER_READER", "Ben")
    answer(monkeypatch, "yes\n" * 20)
    assert dossier(unverified, "verify", "--read") == 0
    assert "to be read" not in capsys.readouterr().out
    assert dossier(unverified, "verify", "--read") == 0
    assert capsys.readouterr().out.startswith("there is nothing to read\n")
    assert dossier(unverified, "verify", "--frozen") == 0
    assert dossier(unverified, "check", "--publish") == 0
    assert capsys.readouterr().out.endswith("\nno problems\n")
    assert dossier(unverified, "build") == 0
    assert "open" not in capsys.readouterr().out.partition("Look at it")[0]


def test_verify_keeps_what_was_read_before_the_input_ended(
    unverified: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "y\ny\n")
    assert dossier(unverified, "verify", "--read", "--by", "Ada L.") == 0
    assert len(lock(unverified)) == 2


def test_verify_says_which_claim_is_unknown(unverified: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert dossier(unverified, "verify", "--read", f"{ARTICLE}#bleibn", "--by", "Ada L.") == 1
    assert 'did you mean "bleiben"?' in capsys.readouterr().err


def test_verify_writes_no_lock_over_faulty_seeds(unverified: Project, capsys: pytest.CaptureFixture[str]) -> None:
    line = break_seeds(unverified)
    for arguments in ([], ["--frozen"], ["--read", "--by", "Ada L."]):
        assert dossier(unverified, "verify", *arguments) == 1
        assert line in capsys.readouterr().err
    assert not (unverified.seeds / "verified.lock.yml").exists()


def test_full_texts_are_found_elsewhere(
    unverified: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.move(unverified.seeds / "fulltexts", tmp_path / "private")
    assert dossier(unverified, "text", ARTICLE) == 1
    assert "there is no such folder of full texts" in capsys.readouterr().err
    assert dossier(unverified, "text", ARTICLE, "--fulltexts", str(tmp_path / "private")) == 0
    monkeypatch.setenv("DOSSIER_FULLTEXTS", str(tmp_path / "private"))
    assert dossier(unverified, "text", ARTICLE) == 0
    assert dossier(unverified, "verify") == 0


def test_text_numbers_the_paragraphs(harbour: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert dossier(harbour, "text", ARTICLE) == 0
    out = capsys.readouterr().out
    assert re.findall(r"^\[\d\]", out, re.MULTILINE) == ["[1]", "[2]", "[3]"]
    assert "= bleiben: " in out


def test_text_of_a_faulty_article(harbour: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (harbour.seeds / f"articles/{ARTICLE}.yml").write_text("title: T\n", encoding="utf-8")
    assert dossier(harbour, "text", ARTICLE) == 1
    assert 'missing field "published"' in capsys.readouterr().err


def test_verify_one_article_leaves_the_others_alone(unverified: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert dossier(unverified, "verify", ARTICLE) == 0
    assert {key.partition("#")[0] for key in lock(unverified)} == {ARTICLE}

    (unverified.seeds / "fulltexts" / "uebergabe.txt").rename(unverified.root / "elsewhere.txt")
    assert dossier(unverified, "verify", "2031-05-schleuse") == 0  # a text that is not asked for may be missing
    assert {key.partition("#")[0] for key in lock(unverified)} == {ARTICLE, "2031-05-schleuse"}
    assert "elsewhere" not in capsys.readouterr().err


def test_texts_in_two_folders_are_found(unverified: Project, capsys: pytest.CaptureFixture[str]) -> None:
    """Those of `add` in seeds/fulltexts, the others where --fulltexts says."""
    elsewhere = unverified.root / "private"
    elsewhere.mkdir()
    (unverified.seeds / "fulltexts" / "uebergabe.txt").rename(elsewhere / "uebergabe.txt")
    assert dossier(unverified, "verify", "--fulltexts", str(elsewhere)) == 0
    assert {key.partition("#")[0] for key in lock(unverified)} >= {ARTICLE, "2031-02-ankuendigung"}


def test_verify_says_what_is_left(unverified: Project, capsys: pytest.CaptureFixture[str]) -> None:
    path = unverified.seeds / "articles" / f"{ARTICLE}.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("nur den Unterhalt", "nur die Kosten"), encoding="utf-8")
    assert dossier(unverified, "verify", ARTICLE) == 0
    assert capsys.readouterr().out == (
        "4 claims: 1 found by machine, 2 to be read, 1 to be corrected\n"
        "to be corrected, by its text\n"
        f"  {ARTICLE}#unterhalt: quote nur die Kosten is not there\n"
        f"to be read: dossier verify --read {ARTICLE}\n"
        f"  {ARTICLE}#bleiben\n"
        f"  {ARTICLE}#schicht\n"
    )
