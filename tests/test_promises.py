"""What was published stays: how a release records it, what a rename takes along, and what CI asks before publishing.

The problems, each with its exact words, are cases in tests/faults/published-*.yml.
"""

import shutil
from pathlib import Path

import pytest
import small
import yaml
from test_faults import verify_all
from workshop import ROOT, dossier, files

from generator import build_commands
from generator.parsing import parse_seeds
from generator.pipeline import Loaded, Project, load
from generator.problems import Problems
from generator.release.run import Released
from generator.site import SiteFailed

CLAIM = "articles/2031-04-lager#vierzig"
SAYS = "Imke Fries zählt 40 Leute im Lager Süd."
FIGURE = "    figure: {measure: leute, value: 40}\n"
UP_TO_DATE = "run: dossier release, and commit seeds/published.yml\n1 error in 1 file\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A dossier whose site is built in no time."""
    monkeypatch.setattr(build_commands, "release_site", lambda *_: Released(1, 1))
    made = small.project(tmp_path / "dossier")
    (made.root / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    return made


def inventory(project: Project) -> Path:
    return project.seeds / "published.yml"


def entries(project: Project) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = yaml.safe_load(inventory(project).read_text(encoding="utf-8"))
    return found


def edit(project: Project, old: str, new: str, path: str = small.ARTICLE) -> None:
    file = project.root / path
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def verified(project: Project) -> None:
    """As if every claim had been read as it is now."""
    verify_all(project, parse_seeds(project.seeds, project.root, Problems()))


def correct(project: Project, old: str, new: str, day: str, reason: str) -> None:
    edit(project, old, new)
    article = project.root / small.ARTICLE
    text = article.read_text(encoding="utf-8")
    before, figure, after = text.partition(FIGURE)
    if after.startswith("    corrected:"):
        after = after.partition("\n")[2]
    notice = f"    corrected: {{date: {day}, reason: {reason}}}\n"
    article.write_text(f"{before}{figure}{notice}{after}", encoding="utf-8")
    verified(project)


def told(project: Project) -> list[str]:
    load(project, problems := Problems())
    return [str(problem) for problem in problems]


def loaded(project: Project) -> Loaded:
    found = load(project, problems := Problems())
    assert found, list(map(str, problems))
    return found


# What a release records


def test_the_first_release_records_all(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert dossier(project, "release") == 0
    assert "\nseeds/published.yml  12 new addresses; commit it\n" in capsys.readouterr().out
    assert sorted(loaded(project).standing.known) == list(entries(project))
    assert entries(project)[CLAIM]["text"] == SAYS
    assert entries(project)["bases/lager-sued"] == {}
    assert told(project) == []


def test_nothing_new_the_same_bytes(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    dossier(project, "release")
    before, when = inventory(project).read_bytes(), inventory(project).stat().st_mtime_ns
    capsys.readouterr()
    assert dossier(project, "release") == 0
    assert "\nseeds/published.yml  nothing new\n" in capsys.readouterr().out
    assert inventory(project).read_bytes() == before
    assert inventory(project).stat().st_mtime_ns == when


def test_corrections_are_kept_one_after_another(project: Project) -> None:
    dossier(project, "release")
    first = entries(project)[CLAIM]
    correct(project, "zählt 40 Leute", "zählt rund 40 Leute", "2031-05-02", "Ungenau.")
    assert told(project) == []
    dossier(project, "release")
    correct(project, "zählt rund 40 Leute", "schätzt 40 Leute", "2031-05-09", "Nur geschätzt.")
    dossier(project, "release")
    entry = entries(project)[CLAIM]
    assert entry["text"] == "Imke Fries schätzt 40 Leute im Lager Süd."
    assert entry["corrected"] == {"date": "2031-05-09", "reason": "Nur geschätzt."}
    before = entry["before"]
    assert isinstance(before, list)
    assert [each["text"] for each in before] == [SAYS, "Imke Fries zählt rund 40 Leute im Lager Süd."]
    assert [each.get("corrected") for each in before] == [None, {"date": "2031-05-02", "reason": "Ungenau."}]
    assert before[0]["hash"] == first["hash"]


def test_what_was_withdrawn_keeps_its_last_words(project: Project) -> None:
    dossier(project, "release")
    before = inventory(project).read_bytes()
    edit(project, FIGURE, f"{FIGURE}    withdrawn: {{date: 2031-05-02, reason: Irrtum.}}\n")
    edit(project, SAYS, "Niemand zählt 40 Leute im Lager Süd.")
    assert not [line for line in told(project) if "publish" in line]
    assert dossier(project, "release", "--check") == 0
    dossier(project, "release")
    assert inventory(project).read_bytes() == before


def test_what_grows_is_no_correction(project: Project) -> None:
    """Facts and topics that are added, and other words around a link; but what was added is a promise as well."""
    dossier(project, "release")
    edit(project, FIGURE, f"{FIGURE}    role: {{of: imke-fries, is: Zählerin}}\n    topics: deichbund\n")
    edit(project, "Imke Fries zählt", '"[[imke-fries|Imke Fries]] zählt')
    edit(project, "40 Leute im Lager Süd.", '40 Leute im Lager Süd."')
    verified(project)
    assert told(project) == []
    dossier(project, "release")
    assert "before" not in entries(project)[CLAIM]
    edit(project, "    role: {of: imke-fries, is: Zählerin}\n", "")
    verified(project)
    assert [line.partition("open: ")[2].partition(";")[0] for line in told(project)] == [
        'claim "vierzig" has changed since it was published'
    ]


def test_drafts_are_not_published(project: Project) -> None:
    article = project.root / small.ARTICLE
    article.write_text(article.read_text(encoding="utf-8") + "  - {id: neu, p: 3}\n", encoding="utf-8")
    assert not [address for address in loaded(project).standing.known if address.endswith("#neu")]


def test_a_published_claim_that_is_a_draft_again_is_gone(project: Project) -> None:
    dossier(project, "release")
    edit(project, "Der Deichbund spricht von sechzig Leuten im Lager Süd.", '""')
    assert any('"articles/2031-04-lager#sechzig" was published, and is gone' in line for line in told(project))


def test_nothing_is_ever_taken_out(project: Project) -> None:
    dossier(project, "release")
    before = entries(project)
    assert dossier(project, "rename", "imke-fries", "imke-f") == 0
    assert dossier(project, "rename", "2031-04-lager", "2031-04-03-lager") == 0
    verified(project)
    dossier(project, "release")
    assert before.keys() < entries(project).keys()
    assert {"actors/imke-f", "articles/2031-04-03-lager#vierzig"} < entries(project).keys()
    assert told(project) == []


# What is recorded when


def test_while_anything_is_open_nothing_is(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (project.seeds / "verified.lock.yml").unlink()
    assert dossier(project, "release") == 0
    assert "\nseeds/published.yml  nothing recorded, as it could not be published yet\n" in capsys.readouterr().out
    assert not inventory(project).exists()


def test_a_release_that_fails_records_nothing(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise SiteFailed(["no"])

    dossier(project, "release")
    before = inventory(project).read_bytes()
    edit(project, "deichbund:", "bund:\n  name: Bund\n  type: group\ndeichbund:", "seeds/actors/actors.yml")
    monkeypatch.setattr(build_commands, "release_site", fails)
    assert dossier(project, "release") == 1
    assert inventory(project).read_bytes() == before


def test_killed_between_the_site_and_the_record(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site is new and the inventory old: the next release records it, and until then CI refuses."""

    class Killed(BaseException):
        pass

    def killed(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr("generator.desk.journal.commit", killed)
        with pytest.raises(Killed):
            dossier(project, "release")
    assert not inventory(project).exists()
    assert dossier(project, "release", "--check") == 1
    assert dossier(project, "release") == 0
    assert dossier(project, "release", "--check") == 0


def test_it_is_written_whole_or_not_at_all(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.desk.staging.os.fsync", full)
    assert dossier(project, "release") == 1
    assert "Traceback" not in capsys.readouterr().err
    assert not [path for path in project.seeds.iterdir() if "published" in path.name]


# dossier rename


def test_a_rename_is_no_change_of_what_is_said(project: Project) -> None:
    dossier(project, "release")
    for old, new in (("imke-fries", "imke-f"), ("leute", "menschen"), ("2031-04-lager#vierzig", "forty")):
        assert dossier(project, "rename", old, new) == 0
        verified(project)
        assert told(project) == []
    assert CLAIM in entries(project)
    assert "articles/2031-04-lager#forty" not in entries(project)  # that is for the next release
    edit(project, "zählt 40", "zählt rund 40")
    verified(project)
    assert any('claim "forty" has changed since it was published' in line for line in told(project))


def test_a_renamed_claim_takes_its_past_along(project: Project) -> None:
    dossier(project, "release")
    correct(project, "zählt 40 Leute", "zählt rund 40 Leute", "2031-05-02", "Ungenau.")
    dossier(project, "release")
    assert dossier(project, "rename", "2031-04-lager#vierzig", "forty") == 0
    verified(project)
    dossier(project, "release")
    assert entries(project)["articles/2031-04-lager#forty"] == entries(project)[CLAIM]


def test_what_was_released_keeps_its_address_whatever_git_knows(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A squash, a shallow clone or a zip has forgotten the commits."""
    dossier(project, "release")
    monkeypatch.setattr("generator.desk.published._git", lambda *_: b"")
    assert dossier(project, "rename", "imke-fries", "imke-f") == 0
    assert (project.seeds / "redirects.yml").read_text(encoding="utf-8").endswith("actors/imke-fries: actors/imke-f\n")
    assert dossier(project, "rename", "imke-f", "fries") == 0  # never released, and no commit has it
    assert "actors/imke-f:" not in (project.seeds / "redirects.yml").read_text(encoding="utf-8")


def test_promises_are_checked_without_git(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only the files count: in a copy where no other program can be run, the problems are the same."""
    dossier(project, "release")
    edit(project, "zählt 40", "zählt rund 40")
    copy = Project(shutil.copytree(project.root, tmp_path / "unpacked"))
    expected = told(project)
    assert any("has changed since it was published" in line for line in expected)
    monkeypatch.setattr("subprocess.Popen", lambda *_, **__: pytest.fail("another program was called"))
    assert told(copy) == expected
    assert dossier(copy, "release", "--check") == 1
    assert "has changed since it was published" in capsys.readouterr().err


# dossier release --check


def test_check_builds_and_writes_nothing(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(project.root)
    assert dossier(project, "release", "--check") == 1
    assert capsys.readouterr().err == f"seeds/published.yml:1:1: nothing is recorded as published yet; {UP_TO_DATE}"
    assert files(project.root) == before
    assert dossier(project, "check", "--publish") == 0


def test_check_asks_for_a_release_of_what_is_new(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    dossier(project, "release")
    capsys.readouterr()
    assert dossier(project, "release", "--check") == 0
    assert capsys.readouterr().out.endswith("published.yml is up to date\n")
    correct(project, "zählt 40 Leute", "zählt rund 40 Leute", "2031-05-02", "Ungenau.")
    edit(project, "deichbund:", "neu:\n  name: Neuer\n  type: person\ndeichbund:", "seeds/actors/actors.yml")
    assert dossier(project, "release", "--check") == 1
    found = "2:1: 1 new address, 1 claim changed since the last release; mend what dossier check lists, then "
    assert capsys.readouterr().err == f"seeds/published.yml:{found}{UP_TO_DATE}"


def test_check_tells_of_a_broken_promise(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    dossier(project, "release")
    edit(project, "zählt 40 Leute", "zählt rund 40 Leute")
    verified(project)
    capsys.readouterr()
    assert dossier(project, "release", "--check") == 1
    assert capsys.readouterr().err == (
        'seeds/articles/2031-04-lager.yml:12:5: open: claim "vierzig" has changed since it was published; '
        "give it corrected: {date, reason}, or restore what it said\n1 open problem in 1 file\n"
    )


def test_what_was_removed_by_hand_is_missed(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    dossier(project, "release")
    edit(project, "bases/lager-sued: {}\n", "", "seeds/published.yml")
    capsys.readouterr()
    assert dossier(project, "release", "--check") == 1
    assert "1 new address since the last release" in capsys.readouterr().err


def test_it_runs_before_publishing() -> None:
    text = (ROOT / ".github/workflows/publish.yml").read_text(encoding="utf-8")
    steps = [step.get("run") for step in yaml.safe_load(text)["jobs"]["build"]["steps"]]
    assert steps.index(".venv/bin/dossier release --check") < steps.index(".venv/bin/dossier release")


# What vanishes while something still links to it


@pytest.mark.parametrize(
    ("path", "taken", "address"),
    [
        (small.ARTICLE, "  - id: vierzig\n", "articles/2031-04-lager#vierzig"),
        ("seeds/actors/actors.yml", "imke-fries:\n", "actors/imke-fries"),
        ("seeds/timeline/2031.yml", "versammlung:\n", "timeline/versammlung"),
        ("seeds/questions.yml", "wie-viele:\n", "questions/wie-viele"),
        ("seeds/measures.yml", "leute:\n", "figures/leute"),
    ],
)
def test_the_promise_is_told_beside_the_links_that_break(project: Project, path: str, taken: str, address: str) -> None:
    """Else the links would be taken away first, and what was promised would be news only then."""
    dossier(project, "release")
    file = project.root / path
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    first = lines.index(taken)
    depth = len(taken) - len(taken.lstrip())
    ends = (at for at in range(first + 1, len(lines)) if len(lines[at]) - len(lines[at].lstrip()) <= depth)
    del lines[first : next(ends, len(lines))]
    file.write_text("".join(lines) or "{}\n", encoding="utf-8")
    found = [line for line in told(project) if "open: " not in line]
    assert [line for line in found if f'"{address}" was published, and is gone; put it back' in line], found
    assert [line for line in found if "unknown " in line], found


def test_pages_of_the_last_build_keep_no_promise(project: Project) -> None:
    """In a folder that is the generator's no longer, they are neither its pages nor written by hand."""
    dossier(project, "release")
    assert (project.docs / "actors/imke-fries.md").exists()
    edit(project, "folder: actors", "folder: akteure", "seeds/dossier.yml")
    (project.seeds / "actors").rename(project.seeds / "akteure")
    gone = [f'"actors/{name}" was published, and is gone' for name in ("deichbund", "imke-fries")]
    assert [line.partition(": ")[2].partition(";")[0] for line in told(project)] == gone
    (project.docs / "actors/imke-fries.md").write_text("# Von Hand\n", encoding="utf-8")
    assert [line.partition(": ")[2].partition(";")[0] for line in told(project)] == gone[:1]
