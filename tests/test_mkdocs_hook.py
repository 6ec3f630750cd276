"""MkDocs and ProperDocs by themselves: they regenerate first, and stop before the site at an error."""

import hashlib
import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from changed_harbour import change, read_all
from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from workshop import HARBOUR, Command, copy_dossier, files

from generator import mkdocs_hook, regenerating
from generator.pipeline import Project
from generator.site import FRESH

FAULT = ("actors/actors.yml", "type: person", "type: persn")
MESSAGE = 'seeds/actors/actors.yml:14:9: unknown type of actors "persn"; did you mean "person"?'


# The events, one by one


@pytest.fixture
def config(harbour: Project, monkeypatch: pytest.MonkeyPatch) -> Iterator[MkDocsConfig]:
    monkeypatch.delenv(FRESH, raising=False)
    loaded = load_config(str(harbour.root / "mkdocs.yml"))
    yield mkdocs_hook.on_config(loaded)
    mkdocs_hook.on_startup(command="build", dirty=False)


def banner(config: MkDocsConfig) -> list[str]:
    env = mkdocs_hook.on_env(Environment(), config=config, files=Files([]))  # noqa: S701 - no template is rendered
    shown = env.globals["dossier_problems"]
    assert isinstance(shown, list)
    return shown


def test_references_are_found_from_any_folder(config: MkDocsConfig, harbour: Project) -> None:
    assert config.mdx_configs["generator.markdown_refs"] == {"refs": str(harbour.docs / ".refs.json")}


def test_a_build_writes_docs_first(config: MkDocsConfig, harbour: Project) -> None:
    mkdocs_hook.on_startup(command="build", dirty=False)
    mkdocs_hook.on_pre_build(config=config)
    assert (harbour.docs / "index.md").exists()
    assert "generator.markdown_refs" in config.markdown_extensions
    assert banner(config) == []


def test_a_dossier_without_problems_logs_none(
    config: MkDocsConfig, harbour: Project, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    read_all(harbour)
    mkdocs_hook.on_pre_build(config=config)
    assert [line for line in caplog.messages if "problem" in line] == []
    assert [line for line in caplog.messages if re.fullmatch(r"\d\d pages written, 0 removed", line)]


def test_a_build_started_by_dossier_build_does_not(
    config: MkDocsConfig, harbour: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FRESH, "1")
    mkdocs_hook.on_pre_build(config=config)
    assert not (harbour.docs / "index.md").exists()


@pytest.mark.parametrize("command", ["build", "gh-deploy"])
def test_a_build_stops_at_an_error(
    config: MkDocsConfig, harbour: Project, command: str, caplog: pytest.LogCaptureFixture
) -> None:
    change(harbour, *FAULT)
    mkdocs_hook.on_startup(command=command, dirty=False)
    with pytest.raises(Abort):
        mkdocs_hook.on_pre_build(config=config)
    assert MESSAGE in caplog.messages


def test_serve_goes_on_with_a_banner(config: MkDocsConfig, harbour: Project) -> None:
    mkdocs_hook.on_startup(command="serve", dirty=False)
    mkdocs_hook.on_pre_build(config=config)
    before = files(harbour.docs)
    change(harbour, *FAULT)
    mkdocs_hook.on_pre_build(config=config)
    assert banner(config) == [MESSAGE]
    assert files(harbour.docs) == before
    change(harbour, FAULT[0], FAULT[2], FAULT[1])
    mkdocs_hook.on_pre_build(config=config)
    assert banner(config) == []


def test_the_banner_is_short(config: MkDocsConfig, harbour: Project) -> None:
    folder = harbour.seeds / "articles"
    for number in range(25):
        shutil.copy(folder / "2031-06-ausblick.yml", folder / f"X{number:02}.yml")
    mkdocs_hook.on_startup(command="serve", dirty=False)
    mkdocs_hook.on_pre_build(config=config)
    assert len(banner(config)) == 21
    assert banner(config)[-1] == "… and 5 more"


def test_serve_outlives_what_nobody_foresaw(config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regenerating, "load", lambda *_: {}["x"])
    mkdocs_hook.on_startup(command="serve", dirty=False)
    mkdocs_hook.on_pre_build(config=config)
    assert banner(config) == ["a fault in dossier itself, please report it: KeyError: 'x'"]


def test_a_first_serve_over_faulty_seeds_resolves_nothing(config: MkDocsConfig, harbour: Project) -> None:
    change(harbour, *FAULT)
    mkdocs_hook.on_startup(command="serve", dirty=False)
    mkdocs_hook.on_pre_build(config=config)
    mkdocs_hook.on_pre_build(config=config)
    assert "generator.markdown_refs" not in config.markdown_extensions


# What an interrupted command has left


def journal(project: Project, changes: list[dict[str, str]]) -> None:
    text = json.dumps({"what": "rename a to b", "changes": changes, "folders": []})
    (project.seeds / ".journal.json").write_text(text, encoding="utf-8")


def test_an_interrupted_change_is_finished_first(
    config: MkDocsConfig, harbour: Project, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    path = harbour.seeds / "measures.yml"
    old = path.read_bytes()
    new = old.decode().replace("Boote der Hafenwacht in Nordersiel", "Boote in Nordersiel")
    journal(harbour, [{"path": "seeds/measures.yml", "old": hashlib.sha256(old).hexdigest(), "text": new}])
    mkdocs_hook.on_pre_build(config=config)
    assert "finished an interrupted: rename a to b" in caplog.messages
    assert "title: Boote in Nordersiel" in (harbour.docs / "figures/boats.md").read_text(encoding="utf-8")


def test_what_cannot_be_finished_is_told(config: MkDocsConfig, harbour: Project) -> None:
    journal(harbour, [{"path": "seeds/measures.yml", "old": 64 * "0", "text": "x"}])
    mkdocs_hook.on_startup(command="serve", dirty=False)
    mkdocs_hook.on_pre_build(config=config)
    assert len(banner(config)) == 1
    assert banner(config)[0].startswith("seeds/measures.yml was changed by somebody else meanwhile")


# The page for the team


STATUS = Path("status/index.html")


@pytest.fixture
def built(harbour: Project, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Builds in this process, as the command of that name does; gives the folder of the site."""

    def run(command: str) -> Path:
        monkeypatch.delenv(FRESH, raising=False)
        config = load_config(str(harbour.root / "mkdocs.yml"))
        config.plugins.on_startup(command=command, dirty=False)
        build(config, serve_url=config.site_url if command == "serve" else None)
        config.plugins.on_startup(command="build", dirty=False)
        return harbour.site

    return run


def test_the_page_for_the_team_is_there_under_serve_alone(harbour: Project, built: Callable[[str], Path]) -> None:
    site = built("serve")
    html = (site / STATUS).read_text(encoding="utf-8")
    assert 'href="../articles/2031-06-ausblick/"' in html
    assert "seeds/articles/2031-06-ausblick.yml:1" in html
    assert 'lang="en">claim "stuetzpunkte" is not verified' in html
    assert 'lang="en">run: dossier verify<' in html
    assert 'href="../../status/">Redaktion: 13 zu tun' in (site / "actors/pilots/index.html").read_text(
        encoding="utf-8"
    )
    assert not list(harbour.docs.rglob("status.*"))
    index = "".join(file.read_text(encoding="utf-8") for file in sorted((site / "search").glob("pages-*.js")))
    assert "Alte Mole" in index
    assert "is not verified" not in index


def test_no_build_has_a_page_for_the_team(harbour: Project, built: Callable[[str], Path]) -> None:
    built("serve")
    site = built("build")
    assert not (site / "status").exists()
    traces = [path for path in site.rglob("*.html") if "status/" in path.read_text(encoding="utf-8")]
    assert traces == []


def test_a_hand_written_page_of_its_name_comes_first(
    harbour: Project, built: Callable[[str], Path], caplog: pytest.LogCaptureFixture
) -> None:
    (harbour.docs / "status.md").write_text("# Lage im Hafen\n", encoding="utf-8")
    site = built("serve")
    assert "Lage im Hafen" in (site / STATUS).read_text(encoding="utf-8")
    assert "docs/status.md hides the page of what is unfinished; call it otherwise" in caplog.messages
    assert "Redaktion:" not in (site / "index.html").read_text(encoding="utf-8")


def test_behind_an_error_the_page_for_the_team_stays_as_it_was(harbour: Project) -> None:
    config = load_config(str(harbour.root / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url=config.site_url)
    before = (harbour.site / STATUS).read_text(encoding="utf-8")
    change(harbour, *FAULT)
    build(config, serve_url=config.site_url)
    after = (harbour.site / STATUS).read_text(encoding="utf-8")
    assert "There are errors" in after
    assert "There are errors" not in before
    assert after.partition("<article")[2] == before.partition("<article")[2]


def test_a_first_start_over_an_error_has_no_page_for_the_team(harbour: Project, built: Callable[[str], Path]) -> None:
    change(harbour, *FAULT)
    assert not (built("serve") / STATUS).exists()


# The commands as people type them


@pytest.mark.parametrize("builder", ["mkdocs", "properdocs"])
def test_bare_build_regenerates_and_stops_before_the_site(harbour: Project, command: Command, builder: str) -> None:
    done = command(builder, "build", "--strict", cwd=harbour.root)
    assert done.returncode == 0, done.stderr
    assert "pages written, 0 removed" in done.stderr
    before = files(harbour.site)
    change(harbour, *FAULT)
    done = command(builder, "build", "--strict", cwd=harbour.root)
    assert done.returncode == 1
    assert f"ERROR   -  {MESSAGE}" in done.stderr.splitlines()
    assert "Traceback" not in done.stderr
    assert files(harbour.site) == before


def test_build_from_another_folder(harbour: Project, tmp_path: Path, command: Command) -> None:
    done = command("mkdocs", "build", "--strict", "-f", str(harbour.root / "mkdocs.yml"), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    method = (harbour.site / "method/index.html").read_text(encoding="utf-8")
    assert 'href="../bases/old-pier/"' in method
    assert 'id="fn:ref-1"' in method


def test_properdocs_builds_the_same_tree(harbour: Project, tmp_path: Path, command: Command) -> None:
    other = copy_dossier(HARBOUR, tmp_path / "other")
    for builder, project in (("mkdocs", harbour), ("properdocs", other)):
        done = command(builder, "build", "--strict", cwd=project.root)
        assert done.returncode == 0, done.stderr
    ours, theirs = files(harbour.site), files(other.site)
    assert ours.keys() == theirs.keys()
    differing = [path for path in ours if unsigned(ours[path]) != unsigned(theirs[path])]
    assert differing == []


def unsigned(content: bytes) -> bytes:
    """Without the name and version of the builder."""
    return re.sub(rb'<meta name="generator"[^>]*>|<!--\s*(MkDocs|ProperDocs)[^>]*-->', b"", content)
