"""The command line: what it prints, where, and with which exit status."""

import json
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click import Context
from workshop import ENVIRONMENT, ROOT, Command, break_seeds, dossier, files

from generator import command_line as main
from generator.build_commands import shown
from generator.parsing import parse_seeds
from generator.pipeline import Project
from generator.problems import Problems
from generator.schema import FILES

ARTICLE = "2031-03-14-uebergabe"


SAYS_WHEN_IT_STARTS = """
import sys
from generator.__main__ import main
print("starts", flush=True)
main()
"""


# Help and wrong usage


@pytest.mark.parametrize("name", main.dossier.list_commands(Context(main.dossier)))
def test_each_command_teaches_by_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run([name, "--help"]) == 0
    text = capsys.readouterr().out
    assert re.search(rf"Examples?:\n +dossier {name}", text)
    assert text.isascii()
    command = main.dossier.get_command(Context(main.dossier), name)
    assert command
    assert command.name == name
    assert command.short_help


def test_a_command_imports_no_other_s_module() -> None:
    told = "import sys, generator.command_line as c; c.dossier.get_command(None, 'build'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], env=ENVIRONMENT, capture_output=True, text=True, check=True)
    loaded = {f"generator.{name}" for name in main.ELSEWHERE.values()} & {*done.stdout.split()}
    assert loaded == {"generator.build_commands"}


@pytest.mark.parametrize("arguments", [["--help"], ["-h"]])
def test_help_tells_the_exit_status(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run(arguments) == 0
    assert re.search(r"0  all is well\n +1  there are problems.*\n +2  wrong usage", capsys.readouterr().out)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["biuld"], "biuld"),
        (["check", "--format", "xml"], "xml"),
        (["text"], "ARTICLE"),
        (["text", "2031-03-14-ubergabe"], f'no article "2031-03-14-ubergabe"; did you mean "{ARTICLE}"?'),
        (["text", "zzz"], "name a file of seeds/articles/ without its ending"),
        (["verify", f"{ARTICLE}#a"], f'"{ARTICLE}#a": a single claim can be named only with --read; name its article'),
        (["verify", "2031-03-14-ubergabe"], f'no article "2031-03-14-ubergabe"; did you mean "{ARTICLE}"?'),
        (["verify", "--frozen", "--read"], "give it alone"),
        (["verify", "--frozen", ARTICLE], "give it alone"),
        (["verify", "--read"], "say who reads"),
        (["verify", "--fulltexts", "nowhere"], "nowhere"),
        (["schema"], "name one of dossier, article"),
        (["schema", "article", "--out", "x"], "name one of dossier, article"),
        (["schema", "articel"], "articel"),
    ],
)
def test_wrong_usage(harbour: Project, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert dossier(harbour, *arguments) == 2
    printed = capsys.readouterr()
    assert words in " ".join(printed.err.split())
    assert printed.out == ""


def test_a_folder_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run(["--project", "nowhere", "check"]) == 2
    assert "nowhere" in capsys.readouterr().err


# Where the dossier is


def test_the_nearest_dossier_upwards(harbour: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert main.nearest(harbour.seeds / "articles") == harbour.root
    assert main.nearest(harbour.root) == harbour.root
    assert main.nearest(tmp_path) == tmp_path
    monkeypatch.chdir(harbour.seeds / "articles")
    assert main.run(["check"]) == 0


def test_no_dossier_at_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run(["--project", str(tmp_path), "build"]) == 1
    assert capsys.readouterr().err.startswith("seeds/dossier.yml:1:1: a dossier needs this file")
    assert main.run(["--project", str(tmp_path), "text", "x"]) == 1
    assert list(tmp_path.iterdir()) == []


def test_seeds_without_settings_for_the_site(harbour: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (harbour.root / "mkdocs.yml").unlink()
    for name in ("build", "serve"):
        assert dossier(harbour, name) == 1
        assert capsys.readouterr().err.startswith("Error: there is no mkdocs.yml in harbour/; take the generator's own")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("foo", '"foo" is no HOST:PORT; write e.g. localhost:8001'),
        ("localhost:99999", '"localhost:99999" is no HOST:PORT'),
        ("no.such.host.invalid:80", "cannot listen at no.such.host.invalid:80: "),
    ],
)
def test_serve_refuses_a_wrong_address(
    harbour: Project, address: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dossier(harbour, "serve", "--address", address) == 2
    assert words in " ".join(capsys.readouterr().err.split())


def test_serve_refuses_a_port_that_is_taken(harbour: Project, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert dossier(harbour, "serve", "--address", f"127.0.0.1:{taken.getsockname()[1]}") == 2
    assert "try another port" in " ".join(capsys.readouterr().err.split())


# check


def test_check_lists_open_problems_and_fails_only_to_publish(
    harbour: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dossier(harbour, "check") == 0
    lines = capsys.readouterr().out.splitlines()
    assert all(": open: " in line for line in lines[:-1])
    assert lines[:-1] == sorted(lines[:-1], key=lambda line: (line.split(":")[0], int(line.split(":")[1])))
    assert re.fullmatch(r"\d+ open problems? in \d+ files?", lines[-1])
    assert dossier(harbour, "check", "--publish") == 1


def test_check_fails_on_an_error(harbour: Project, capsys: pytest.CaptureFixture[str]) -> None:
    line = break_seeds(harbour)
    before = files(harbour.root)
    assert dossier(harbour, "check") == 1
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [line, "1 error in 1 file"]
    assert printed.err == ""
    assert files(harbour.root) == before


def test_json_stands_alone(harbour: Project, capsys: pytest.CaptureFixture[str]) -> None:
    break_seeds(harbour)
    assert dossier(harbour, "check", "--format", "json") == 1
    printed = capsys.readouterr()
    report = json.loads(printed.out)
    assert (report["errors"], report["open"]) == (1, 0)
    assert report["problems"][0]["path"] == "seeds/questions.yml"
    assert printed.err == ""


@pytest.mark.parametrize(("arguments", "start"), [([], "::error file="), (["--format", "text"], "seeds/questions.yml")])
def test_on_github_problems_are_annotations(
    harbour: Project,
    arguments: list[str],
    start: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    break_seeds(harbour)
    assert dossier(harbour, "check", *arguments) == 1
    assert capsys.readouterr().out.startswith(start)


# build


def test_build_says_what_it_did_and_how_to_look_at_it(
    harbour: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(harbour.root)
    assert main.run(["build"]) == 0
    out = capsys.readouterr().out
    assert re.search(r"^docs/  \d+ files written, 0 removed, 0 unchanged$", out, re.MULTILINE)
    rendered = re.search(r"^site/  \d+ pages, (\d+) rendered, 0 as they were$", out, re.MULTILINE)
    assert rendered
    assert re.search(r"^\d+ open problems in \d+ files; list them with: dossier check$", out, re.MULTILINE)
    assert out.endswith("Look at it: python3 -m http.server -d site 8000  (and open http://localhost:8000/)\n")

    docs, site = files(harbour.docs), files(harbour.site)
    assert main.run(["build"]) == 0
    again = capsys.readouterr().out
    assert re.search(r"^docs/  0 files written, 0 removed, \d+ unchanged$", again, re.MULTILINE)
    assert re.search(rf"^site/  \d+ pages, 0 rendered, {rendered[1]} as they were$", again, re.MULTILINE)
    assert (files(harbour.docs), files(harbour.site)) == (docs, site)


def test_build_with_errors_changes_nothing(harbour: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert dossier(harbour, "build") == 0
    before = files(harbour.docs) | files(harbour.site)
    capsys.readouterr()
    line = break_seeds(harbour)
    assert dossier(harbour, "build") == 1
    printed = capsys.readouterr()
    assert printed.err.splitlines() == [line, "1 error in 1 file"]
    assert printed.out == ""
    assert files(harbour.docs) | files(harbour.site) == before


def test_build_shows_what_mkdocs_refuses(harbour: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (harbour.docs / "imprint.md").write_text("# Impressum\n\n[x](missing.md)\n", encoding="utf-8")
    assert dossier(harbour, "build") == 1
    error = capsys.readouterr().err
    told = "Error: MkDocs cannot build the site; docs/ and site/ stay as they were:\nWARNING -  Doc file 'imprint.md'"
    assert error.startswith(told)
    assert "INFO" not in error
    assert not harbour.site.exists()


def test_what_was_written_goes_back_where_mkdocs_refuses(harbour: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert dossier(harbour, "build") == 0
    page = harbour.docs / "imprint.md"
    good = page.read_text(encoding="utf-8")
    page.write_text(f"{good}\n[x](missing.md)\n", encoding="utf-8")
    before = files(harbour.docs) | files(harbour.site)
    settings = harbour.seeds / "dossier.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("title: ", "title: Neu ", 1), encoding="utf-8")
    assert dossier(harbour, "build") == 1
    assert "docs/ and site/ stay as they were" in capsys.readouterr().err
    assert files(harbour.docs) | files(harbour.site) == before
    page.write_text(good, encoding="utf-8")
    assert dossier(harbour, "build") == 0
    assert "# Neu " in (harbour.docs / "index.md").read_text(encoding="utf-8")
    assert not re.search(r"\b0 files written", capsys.readouterr().out)


def test_build_leaves_a_foreign_file_alone(harbour: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (harbour.docs / "actors").mkdir()
    (harbour.docs / "actors" / "mine.md").write_text("mine", encoding="utf-8")
    assert dossier(harbour, "build") == 1
    assert "docs/actors/mine.md:1:1: foreign file" in capsys.readouterr().err
    assert not harbour.site.exists()


@pytest.mark.parametrize(("inside", "python"), [(True, "python"), (False, "python3")])
def test_the_interpreter_as_one_types_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, inside: bool, python: str
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / ".venv/bin/python" if inside else ROOT / "python"
    assert shown(path, "python3") == (f".venv/bin/{python}" if inside else python)
    assert shown(ROOT) == str(ROOT)


# schema


def test_schema_on_the_screen_and_in_files(
    harbour: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dossier(harbour, "schema", "article") == 0
    printed = capsys.readouterr().out
    out = tmp_path / "a" / "b"
    assert dossier(harbour, "schema", "--out", str(out)) == 0
    assert {path.name for path in out.iterdir()} == {f"{name}.schema.json" for name in FILES}
    assert (out / "article.schema.json").read_text(encoding="utf-8") == printed
    assert json.loads(printed)["$schema"].endswith("2020-12/schema")


def test_schema_with_the_ids_there_are(harbour: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert dossier(harbour, "schema", "events") == 0
    plain = json.loads(capsys.readouterr().out)
    assert dossier(harbour, "schema", "events", "--ids") == 0
    knowing = json.loads(capsys.readouterr().out)
    assert "defaultSnippets" in knowing["additionalProperties"]["properties"]["type"]
    assert "defaultSnippets" not in plain["additionalProperties"]["properties"]["type"]
    assert main.run(["--project", str(tmp_path), "schema", "events", "--ids"]) == 1
    assert "a dossier needs this file" in capsys.readouterr().err


# Faults nobody foresaw


def test_what_the_system_refuses_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    assert main.run(["schema", "--out", str(tmp_path / "file" / "out")]) == 1
    assert capsys.readouterr().err == f"Error: {tmp_path / 'file' / 'out'}: Not a directory\n"


def test_a_fault_of_our_own_is_one_line_or_on_demand_a_traceback(
    harbour: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(main, "load", lambda *_: {}["x"])
    assert dossier(harbour, "check") == 1
    assert capsys.readouterr().err == "Error: a fault in dossier itself, please report it: KeyError: 'x'\n"
    monkeypatch.setenv("DOSSIER_TRACEBACK", "1")
    with pytest.raises(KeyError):
        dossier(harbour, "check")


def test_ctrl_c_ends_in_a_word(
    harbour: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(main, "load", interrupted)
    assert dossier(harbour, "check") == main.STOPPED
    assert capsys.readouterr() == ("", "\nstopped\n")


# As a process


def test_started_by_its_module(harbour: Project, command: Command) -> None:
    done = command("generator", "check", cwd=harbour.seeds, PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    assert done.stdout.isascii()
    assert done.stderr == ""


def test_a_reader_that_goes_away(harbour: Project) -> None:
    for number in range(2000):
        (harbour.seeds / f"articles/x{number}.txt").touch()
    shell = f"{sys.executable} -m generator --project {harbour.root} check | head -1"
    done = subprocess.run(shell, shell=True, env=ENVIRONMENT, capture_output=True, text=True, check=False)  # noqa: S602 - the pipe is the test
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_the_dossier_of_the_tests_is_without_errors(harbour: Project) -> None:
    problems = Problems()
    assert parse_seeds(harbour.seeds, harbour.root, problems).articles
    assert not problems.errors


@pytest.mark.parametrize("after", [0.1, 0.2, 0.3, 0.45])
def test_ctrl_c_is_heard_while_all_is_loaded(after: float, harbour: Project) -> None:
    arguments = [sys.executable, "-c", SAYS_WHEN_IT_STARTS, "--project", str(harbour.root), "add", "-"]
    with subprocess.Popen(
        arguments, env=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline() == "starts\n"
        time.sleep(after)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == main.STOPPED
        assert process.stderr.read().lstrip("\n") == "stopped\n"  # click ends the line of ^C once it is at work
