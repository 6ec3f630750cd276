"""The project's own rules: linters and types, pins, workflows, and one set of commands in README and CI."""

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PIN_FILES = ["requirements.txt", "requirements-dev.txt"]
PYTHON = sys.executable

CHECKERS = {
    "ruff check": [PYTHON, "-m", "ruff", "check"],
    "ruff format": [PYTHON, "-m", "ruff", "format", "--check", "--diff"],
    "mypy": [PYTHON, "-m", "mypy"],
    "zizmor": [str(Path(PYTHON).with_name("zizmor")), "--offline", "--pedantic", "--no-progress", ".github"],
    "check-jsonschema": [PYTHON, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]
    + [str(path) for path in WORKFLOWS],
}

REGISTRY_HOST = re.compile(r"\b(?:pypi|pythonhosted|registry\.npmjs|deb\.debian|proxy\.golang)\.org\b")
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:home|opt|root|tmp|work|Users)/\w")


def run(*command: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def git_files(*options: str) -> list[str]:
    listed = run("git", "ls-files", "-z", "--exclude-standard", *options)
    assert listed.returncode == 0, listed.stderr
    return [name for name in listed.stdout.split("\0") if name]


# Linters and types


@pytest.mark.parametrize("name", CHECKERS)
def test_checker_finds_nothing(name: str) -> None:
    done = run(*CHECKERS[name])
    assert done.returncode == 0, done.stdout + done.stderr


# Pins


def pins(file: str) -> dict[Requirement, list[str]]:
    """Each pinned requirement of a file with its hashes."""
    lines = (ROOT / file).read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    found = [line.split("--hash=") for line in lines if line.strip() and not line.lstrip().startswith("#")]
    return {Requirement(spec): [value.strip() for value in hashes] for spec, *hashes in found}


def asked_for(file: str) -> list[Requirement]:
    """What pyproject.toml wants to find in the file: build backend, dependencies, and the tools in the one for work."""
    project = PYPROJECT["project"]
    tools = project["optional-dependencies"]["dev"] if file == "requirements-dev.txt" else []
    return [Requirement(spec) for spec in PYPROJECT["build-system"]["requires"] + project["dependencies"] + tools]


@pytest.mark.parametrize("file", PIN_FILES)
def test_each_requirement_is_one_version_with_hashes(file: str) -> None:
    assert pins(file)
    for pin, hashes in pins(file).items():
        assert re.fullmatch(r"==[^,*]+", str(pin.specifier)), pin
        assert hashes, pin
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", value) for value in hashes), pin


@pytest.mark.parametrize("file", PIN_FILES)
def test_pins_name_no_source(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^-", text, re.MULTILINE), "an option such as an index or a folder of wheels"


@pytest.mark.parametrize("file", PIN_FILES)
def test_pins_satisfy_pyproject(file: str) -> None:
    for wanted in asked_for(file):
        named = [pin for pin in pins(file) if canonicalize_name(pin.name) == canonicalize_name(wanted.name)]
        assert named, f"{wanted} is not pinned; run .ci/pin"
        for pin in named:
            version = str(pin.specifier).removeprefix("==")
            assert wanted.specifier.contains(version), f"{pin} is not {wanted}; run .ci/pin"


def test_the_tests_run_on_the_pins_that_build_the_site() -> None:
    beside = pins("requirements-dev.txt")
    assert [str(pin) for pin, hashes in pins("requirements.txt").items() if beside.get(pin) != hashes] == []


# What git holds


def traces(text: str) -> Iterator[str]:
    """Registry hosts and paths of one machine."""
    for pattern in (REGISTRY_HOST, MACHINE_PATH):
        yield from pattern.findall(text)


def test_no_file_names_a_registry_or_a_machine() -> None:
    found = {}
    for name in git_files("--cached", "--others"):
        path = ROOT / name
        if path.is_file() and (hits := list(traces(path.read_text(encoding="utf-8", errors="ignore")))):
            found[name] = hits
    assert not found


@pytest.mark.parametrize(
    "parts", [("https:", "", "pypi" + ".org", "simple"), ("", "root", "x"), ("file:", "", "", "opt", "x")]
)
def test_traces_are_recognised(parts: tuple[str, ...]) -> None:
    assert list(traces("see " + "/".join(parts)))


@pytest.mark.parametrize("text", ["[home](../home/x)", "https://example.org/work/x", "/usr/bin/chromium", "site/tmp/x"])
def test_other_paths_are_left_alone(text: str) -> None:
    assert not list(traces(text))


def test_git_holds_nothing_ignored() -> None:
    assert git_files("--cached", "--ignored") == []


@pytest.mark.parametrize("name", ["uv.lock", "seeds/fulltexts/a.txt", "site/index.html", "docs/articles/a.md"])
def test_locks_private_and_generated_files_are_ignored(name: str) -> None:
    assert run("git", "check-ignore", "--quiet", "--no-index", name).returncode == 0


# Workflows


def workflow(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / ".github" / "workflows" / name).read_text(encoding="utf-8"))
    return loaded


def unknown_needs(jobs: dict[str, dict[str, Any]]) -> Iterator[str]:
    """The jobs that others wait for and that do not exist: neither schema nor zizmor sees them."""
    for job in jobs.values():
        needs = job.get("needs", [])
        yield from (need for need in ([needs] if isinstance(needs, str) else needs) if need not in jobs)


def test_a_misspelt_need_is_seen() -> None:
    jobs = {"build": {}, "test": {"needs": ["build"]}, "deploy": {"needs": "bulid"}}
    assert list(unknown_needs(jobs)) == ["bulid"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_jobs_wait_for_jobs_that_exist(path: Path) -> None:
    assert list(unknown_needs(workflow(path.name)["jobs"])) == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_to_an_exact_version(path: Path) -> None:
    steps = [step for job in workflow(path.name)["jobs"].values() for step in job["steps"]]
    uses = [step["uses"] for step in steps if "uses" in step]
    assert uses
    assert all(re.fullmatch(r"actions/[\w-]+@v\d+\.\d+\.\d+", action) for action in uses), uses


def test_nothing_open_is_published() -> None:
    jobs = workflow("publish.yml")["jobs"]
    steps = [step.get("run") or step["uses"].partition("@")[0] for step in jobs["build"]["steps"]]
    assert steps.index(".venv/bin/dossier check --publish") < steps.index("actions/upload-pages-artifact")
    assert steps.index(".venv/bin/dossier check --publish") < steps.index(".venv/bin/dossier release")
    assert steps.index(".venv/bin/dossier release") == steps.index("actions/upload-pages-artifact") - 1
    assert jobs["deploy"]["needs"] == "build"


# One set of commands in README and CI


def readme_blocks() -> list[str]:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.findall(r"^```sh\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)


def test_readme_has_one_block_to_build_and_one_to_test() -> None:
    build, test = readme_blocks()
    assert "-r requirements.txt" in build
    assert "dossier build" in build
    assert "-r requirements-dev.txt" in test
    assert "-m pytest --cov" in test


def test_readme_blocks_are_one_chain_each() -> None:
    """In a list of several, bash -e would not see a failure in the middle of the first."""
    for block in readme_blocks():
        *before, last = block.rstrip().splitlines()
        assert all(line.endswith(("&&", "\\")) for line in before), block
        assert not last.endswith(("&&", "\\")), block


@pytest.mark.parametrize("caller", [".ci/run", ".github/workflows/pull-request.yml"])
def test_ci_runs_the_blocks_of_the_readme_and_nothing_beside(caller: str) -> None:
    script = (ROOT / caller).read_text(encoding="utf-8")
    assert re.findall(r"^(?: *run: )?\.ci/readme-block (\d+)$", script, re.MULTILINE) == ["1", "2"]
    assert not re.search(r"\bpip install|pytest|dossier build", script)


@pytest.fixture
def block_runner(tmp_path: Path) -> Path:
    """A project that has nothing but a README with three blocks, of which two are sh."""
    (tmp_path / ".ci").mkdir()
    runner = Path(shutil.copy(ROOT / ".ci" / "readme-block", tmp_path / ".ci"))
    (tmp_path / "README.md").write_text(
        "# X\n```yaml\na: 1\n```\n```sh\ntrue &&\n  echo one\n```\nText\n```sh\nfalse\necho two\n```\n",
        encoding="utf-8",
    )
    return runner


@pytest.mark.parametrize(("number", "status", "printed"), [("1", 0, "one\n"), ("2", 1, ""), ("3", 2, "")])
def test_readme_block_runs_as_it_stands(block_runner: Path, number: str, status: int, printed: str) -> None:
    done = run(str(block_runner), number)
    assert (done.returncode, done.stdout) == (status, printed)
