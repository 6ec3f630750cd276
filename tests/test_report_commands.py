"""`dossier status` and `dossier diff` as people and CI call them."""

import json
import os
import pty
import subprocess
import sys
import time

import pytest
from changed_harbour import change, committed, unfinished
from workshop import ENVIRONMENT, ROOT, break_seeds, dossier

from generator.pipeline import Project

# status


def test_status_lists_what_is_open_and_succeeds(harbour: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert dossier(harbour, "status") == 0
    printed = capsys.readouterr()
    place = "  seeds/articles/2031-06-ausblick.yml:1  2031-06-ausblick; 2 topics; dossier text 2031-06-ausblick"
    assert place in printed.out.splitlines()
    assert printed.out.splitlines()[-1].startswith("13 to do: 1 not-evaluated, 12 unverified; ")
    assert "\x1b" not in printed.out
    assert printed.err == ""


def test_status_where_nobody_has_verified_anything(harbour: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert not (harbour.seeds / "verified.lock.yml").exists()
    dossier(harbour, "status")
    printed = capsys.readouterr().out
    assert "\nunverified 12: claims that nobody has verified; run: dossier verify\n" in printed
    assert '\n  seeds/articles/2031-02-ankuendigung.yml:14  claim "absicht" is not verified\n' in printed
    assert printed.count("dossier verify") == 1


def test_status_tells_of_texts_that_are_not_at_hand(harbour: Project, capsys: pytest.CaptureFixture[str]) -> None:
    texts = harbour.root / "texts"
    (harbour.seeds / "fulltexts").rename(texts)
    (texts / "funk.txt").unlink()
    assert dossier(harbour, "status", "--fulltexts", str(texts)) == 0
    assert "\nunlinked names: texts of 2 articles are not at hand\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["13"], 0, []),
        (["12"], 1, ["13 to do, which is more than the 12 of --fail-above 12"]),
        (["drafts=0"], 0, []),
        (["unverified=0"], 1, ["12 unverified, which is more than the 0 of --fail-above unverified=0"]),
        (["no-url=3"], 1, ["4 no-url, which is more than the 3 of --fail-above no-url=3"]),
        (
            ["no-url=3", "0"],
            1,
            [
                "4 no-url, which is more than the 3 of --fail-above no-url=3",
                "13 to do, which is more than the 0 of --fail-above 0",
            ],
        ),
    ],
)
def test_ci_can_fail_above_a_limit(
    harbour: Project, arguments: list[str], code: int, told: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    options = [word for limit in arguments for word in ("--fail-above", limit)]
    assert dossier(harbour, "status", "--format", "json", *options) == code
    printed = capsys.readouterr()
    assert printed.err.splitlines() == told
    assert json.loads(printed.out)["work"] == 13


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        ("draft=0", 'there is no kind "draft"; did you mean "drafts"?'),
        ("zzz=0", 'there is no kind "zzz"; kinds are not-evaluated, drafts,'),
        ("drafts", '"drafts" is no limit; write a number, or e.g. drafts=0'),
        ("drafts=many", '"drafts=many" is no limit'),
        ("drafts=-1", '"drafts=-1" is no limit'),
        ("", '"" is no limit'),
    ],
)
def test_a_wrong_limit_is_wrong_usage(
    harbour: Project, limit: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dossier(harbour, "status", "--fail-above", limit) == 2
    printed = capsys.readouterr()
    assert words in " ".join(printed.err.split())
    assert printed.out == ""


def test_all_places_where_they_are_asked_for(harbour: Project, capsys: pytest.CaptureFixture[str]) -> None:
    dossier(harbour, "status")
    short = capsys.readouterr().out
    dossier(harbour, "status", "--all")
    assert "  … and 2 more; list them with --all" in short
    assert len(capsys.readouterr().out.splitlines()) == len(short.splitlines()) + 1


def test_status_needs_seeds_without_errors(harbour: Project, capsys: pytest.CaptureFixture[str]) -> None:
    line = break_seeds(harbour)
    assert dossier(harbour, "status") == 1
    printed = capsys.readouterr()
    assert printed.err.splitlines() == [line, "1 error in 1 file"]
    assert printed.out == ""


def test_help_names_the_kinds(harbour: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert dossier(harbour, "status", "--help") == 0
    text = capsys.readouterr().out
    assert "\n  Work can be finished: articles" in text
    assert "  not-evaluated        articles without a written claim\n" in text
    assert "  counts               texts that give another number of articles\n" in text
    assert "  one-source-questions questions whose answers come from one origin\n" in text


@pytest.mark.parametrize(("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colours_only_on_a_terminal_that_wants_them(
    harbour: Project, environment: dict[str, str], *, coloured: bool
) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "generator", "--project", str(harbour.root), "status"]
    with subprocess.Popen(
        command, env={**ENVIRONMENT, "NO_COLOR": "", **environment}, stdout=theirs, stderr=subprocess.PIPE
    ) as run:
        printed = os.read(ours, 100_000)
        assert run.wait() == 0
    os.close(theirs)
    os.close(ours)
    assert (b"\x1b[" in printed) is coloured


# diff


def test_diff_against_the_files_as_they_are(harbour: Project, capsys: pytest.CaptureFixture[str]) -> None:
    committed(harbour)
    assert dossier(harbour, "diff", "HEAD") == 0
    assert capsys.readouterr().out == "**Nothing changes in the dossier.**\n"
    unfinished(harbour)
    assert dossier(harbour, "diff", "main") == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("**2 articles changed**, +1 event, +2 claims, 1 claim drafted, 1 claim reworded, ")
    assert printed.err == ""


@pytest.mark.parametrize("revisions", ["HEAD~1..HEAD", "HEAD~1..main"])
def test_diff_between_two_revisions(harbour: Project, revisions: str, capsys: pytest.CaptureFixture[str]) -> None:
    committed(harbour)
    change(harbour, "articles/2031-05-schleuse.yml", "Verletzt wurde niemand.", "Es wurde niemand verletzt.")
    committed(harbour)
    break_seeds(harbour)
    assert dossier(harbour, "diff", revisions) == 0
    assert capsys.readouterr().out.startswith("**1 claim reworded**")


def test_diff_backwards(harbour: Project, capsys: pytest.CaptureFixture[str]) -> None:
    committed(harbour)
    (harbour.seeds / "articles/2031-06-ausblick.yml").unlink()
    committed(harbour)
    assert dossier(harbour, "diff", "HEAD..HEAD~1") == 0
    assert capsys.readouterr().out.startswith("**+1 article**")


def test_diff_as_json(harbour: Project, capsys: pytest.CaptureFixture[str]) -> None:
    committed(harbour)
    (harbour.seeds / "articles/2031-06-ausblick.yml").unlink()
    assert dossier(harbour, "diff", "HEAD", "--format", "json") == 0
    report = json.loads(capsys.readouterr().out)
    assert report["summary"] == ["-1 article", "2 topic pages changed"]
    assert report["changes"][0]["id"] == "2031-06-ausblick"


def test_diff_to_seeds_with_errors(harbour: Project, capsys: pytest.CaptureFixture[str]) -> None:
    committed(harbour)
    line = break_seeds(harbour)
    assert dossier(harbour, "diff", "HEAD") == 1
    assert capsys.readouterr().err.splitlines() == [line, "1 error in 1 file"]


@pytest.mark.parametrize(
    ("revision", "code", "words"),
    [
        ("mian", 2, 'git knows no revision "mian"; did you mean "main"?'),
        ("main..mian", 2, 'git knows no revision "mian"'),
        ("zzzzzz", 2, "name a branch, a tag or a commit"),
    ],
)
def test_diff_from_what_git_does_not_know(
    harbour: Project, revision: str, code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    committed(harbour)
    assert dossier(harbour, "diff", revision) == code
    assert words in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize(
    ("revision", "words"),
    [
        ("", "no revision is given (an empty variable?); name a branch, tag or commit, e.g. main"),
        (" ", "no revision is given (an empty variable?); name a branch, tag or commit, e.g. main"),
        ("..", '".." names no revision; write e.g. main..HEAD, or main for the files as they are'),
        ("main..", '"main.." lacks its second revision; write main..HEAD, or main for the files as they are'),
        ("..main", '"..main" lacks its first revision; write e.g. HEAD..main'),
        ("main...HEAD", '"main...HEAD" has three dots; write main..HEAD'),
        ("...", '"..." names no revision; write e.g. main..HEAD, or main for the files as they are'),
    ],
)
def test_diff_from_half_a_range(
    harbour: Project, revision: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    committed(harbour)
    assert dossier(harbour, "diff", revision) == 2
    printed = capsys.readouterr()
    assert printed.err.splitlines()[-1] == f"Error: {words}"
    assert printed.out == ""


def test_diff_without_a_repository(harbour: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert dossier(harbour, "diff", "main") == 1
    assert capsys.readouterr().err == "Error: harbour/ is in no git repository, so there is nothing to compare with\n"


@pytest.mark.parametrize("arguments", [["status"], ["diff", "HEAD"]])
def test_our_own_dossier_costs_a_few_checks(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """`diff` reads two dossiers and compares their pages: two to three times as much as `check`."""
    least = {name: cheapest(words) for name, words in {"check": ["check"], "this": arguments}.items()}
    assert least["this"] < 8 * least["check"], least


def cheapest(arguments: list[str]) -> float:
    """The least CPU time in seconds of a few runs over our own dossier."""
    taken = []
    for _ in range(4):
        started = time.process_time()
        dossier(Project(ROOT), *arguments)
        taken.append(time.process_time() - started)
    return min(taken)
