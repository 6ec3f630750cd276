"""`dossier new`, `rename` and `alias`, as an editor types them."""

import subprocess
from pathlib import Path

import pytest
import small
from workshop import break_seeds, dossier, files

from generator.pipeline import Project

RECORDS = [
    ["actor", "neue-gruppe"],
    ["actor", "ada-l", "--name", "Ada: L.", "--type", "person"],
    ["base", "lager-nord", "--lat", "54.2", "--lon", "7.5", "--source", "Karte, von uns"],
    ["outlet", "inselfunk"],
    ["event", "raeumung-2032"],
    ["event", "raeumung", "--date", "2032-05~", "--name", "Das Lager wird geräumt", "--type", "meeting"],
    ["question", "wer-raeumt"],
    ["measure", "zelte"],
    ["article", "2032-05-raeumung"],
    ["article", "raeumung", "--date", "2032-05-03", "--name", "Geräumt"],
]


def git(project: Project, *arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x", *arguments], cwd=project.root, check=True)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return small.project(tmp_path)


@pytest.mark.parametrize("arguments", RECORDS, ids=" ".join)
def test_new_writes_a_record_that_is_valid_but_not_finished(
    arguments: list[str], project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(project.root)
    assert dossier(project, "new", *arguments) == 0
    first, *listed = capsys.readouterr().out.splitlines()
    place = first.split()[0]
    path, _, line = place.partition(":")
    written = (project.root / path).read_text(encoding="utf-8").splitlines()
    assert written[int(line) - 1] == f"{arguments[1]}:" or (arguments[0] == "article" and line == "1")
    assert files(project.root).keys() - before.keys() <= {path}
    assert all(content == before[name] for name, content in files(project.root).items() if name != path)

    assert dossier(project, "check") == 0
    found = capsys.readouterr().out.splitlines()[:-1]
    assert found == listed  # what is open is told at once
    to_do = [each for each in found if "open: to do: " in each]
    assert len(to_do) == sum("# TODO: " in each for each in written)
    assert bool(to_do) == ("--name" not in arguments or arguments[0] in ("article", "base"))


def test_new_records_of_all_kinds_can_be_built(harbour: Project, capsys: pytest.CaptureFixture[str]) -> None:
    types = ["--type", "group"]
    for arguments in (
        ["actor", "neue-gruppe", *types],
        ["base", "mole-nord", "--lat", "54.2", "--lon", "7.5", "--source", "Karte"],
        ["event", "uebung-2032"],
        ["question", "wer-uebt"],
        ["measure", "boote"],
        ["article", "2032-05-uebung"],
    ):
        assert dossier(harbour, "new", *arguments) == 0
    assert dossier(harbour, "build") == 0
    assert "open problems" in capsys.readouterr().out
    assert dossier(harbour, "check", "--publish") == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["actr", "x"], 'unknown kind "actr"; did you mean "actor"?'),
        (["person", "salim"], '"person" is no kind, but a type of actor; type: dossier new actor salim --type person'),
        (["meeting", "x"], '"meeting" is no kind, but a type of event; type: dossier new event x --type meeting'),
        (["zzz", "x"], 'unknown kind "zzz"; it is one of actor, base, outlet, event, question, measure, article'),
        (["actor", "Neue Gruppe"], '"Neue Gruppe" is no id; use a-z, 0-9 and single hyphens, e.g. "neue-gruppe"'),
        (["event", "leute"], 'id "leute" is there already, in seeds/measures.yml:1; choose another'),
        (["actor", "x", "--type", "persn"], 'unknown type "persn"; did you mean "person"?'),
        (
            ["event", "x-2031", "--type", "zzz"],
            'unknown type "zzz"; it is one of meeting; add it to seeds/dossier.yml, event_types',
        ),
        (["question", "x", "--lat", "3"], '--lat does not fit "question"; leave it out'),
        (["event", "x"], "when did it happen? type: dossier new event x --date YYYY-MM-DD (or YYYY-MM, YYYY)"),
        (["event", "x", "--date", "2031-02-30"], 'there is no date "2031-02-30"; check year, month and day'),
        (["article", "x"], "when was it published? type: dossier new article x --date YYYY-MM-DD (or YYYY-MM)"),
        (
            ["base", "nord", "--lat", "91", "--lon", "7", "--source", "x"],
            "--lat: 91 lies outside -90 to 90 degrees; check latitude and longitude",
        ),
        (
            ["base", "nord", "--lat", "9", "--lon", "a: b", "--source", "x"],
            '--lon: "a: b" is no angle; write degrees with a point, e.g. -33.785',
        ),
        (
            ["base", "nord", "--name", "Lager Nord"],
            (
                '"nord" needs coordinates, as everything in bases does; type: dossier new base nord --name '
                '"Lager Nord" --lat DEGREES --lon DEGREES --source "where they are from"'
            ),
        ),
        (
            ["actor", "nord", "--lat", "3"],
            (
                "coordinates are --lat, --lon and --source together; type: dossier new actor nord --lat 3 "
                '--lon DEGREES --source "where they are from"'
            ),
        ),
    ],
)
def test_new_says_what_to_type(
    arguments: list[str], message: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(project.root)
    assert dossier(project, "new", *arguments) == 2
    assert f"Error: {message}\n" in capsys.readouterr().err
    assert files(project.root) == before


def test_new_writes_nothing_that_would_be_wrong(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (project.seeds / "actors/actors.yml").write_text("{deichbund: {name: Deichbund, type: group}}\n", encoding="utf-8")
    before = files(project.root)
    assert dossier(project, "new", "actor", "neu") == 1
    assert "Error: seeds/actors/actors.yml cannot be added to: the change would break it" in capsys.readouterr().err
    assert files(project.root) == before


def test_new_works_beside_other_errors(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    break_seeds(project)
    assert dossier(project, "new", "actor", "neue-gruppe") == 0
    assert "seeds/actors/actors.yml:9  begins actor neue-gruppe" in capsys.readouterr().out


def test_new_passes_over_what_is_no_file(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (project.seeds / "actors/ordner.yml").mkdir()
    assert dossier(project, "new", "event", "raeumung-2032") == 0
    assert "seeds/timeline/2032.yml:1" in capsys.readouterr().out


def test_a_new_file_names_its_schema_where_the_dossier_has_schemas(project: Project) -> None:
    assert dossier(project, "schema", "--out", str(project.root / ".schemas")) == 0
    for arguments, path, name in (
        (["event", "raeumung-2032"], "timeline/2032.yml", "events"),
        (["article", "2032-05-neu"], "articles/2032-05-neu.yml", "article"),
    ):
        assert dossier(project, "new", *arguments) == 0
        first = (project.seeds / path).read_text(encoding="utf-8").splitlines()[0]
        assert first == f"# yaml-language-server: $schema=../../.schemas/{name}.schema.json"
    assert dossier(project, "new", "event", "zweite-2032") == 0
    assert (project.seeds / "timeline/2032.yml").read_text(encoding="utf-8").count("$schema") == 1


def test_topics_stand_together_or_each_in_its_file(project: Project) -> None:
    for name in ("eins", "zwei"):
        assert dossier(project, "new", "actor", name) == 0
    assert [path.name for path in (project.seeds / "actors").iterdir()] == ["actors.yml"]
    (project.seeds / "outlets/inselpost.yml").write_bytes((project.seeds / "outlets/outlets.yml").read_bytes())
    (project.seeds / "outlets/outlets.yml").unlink()
    for name in ("eins-blatt", "zwei-blatt"):
        assert dossier(project, "new", "outlet", name) == 0
    names = {path.name for path in (project.seeds / "outlets").iterdir()}
    assert names == {"inselpost.yml", "eins-blatt.yml", "zwei-blatt.yml"}


def began(project: Project, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Where `dossier new` says that the record begins."""
    assert dossier(project, "new", *arguments) == 0
    return capsys.readouterr().out.split()[0]


def test_a_topic_goes_where_most_of_its_type_stand(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    actors = project.seeds / "actors"
    (actors / "actors.yml").unlink()
    (actors / "personen.yml").write_text(
        "imke-fries: {name: Imke Fries, type: person, aliases: [Fries]}\n"
        "olde: {name: Olde Harms, type: person}\n"
        "wacht: {name: Deichwacht, type: group}\n",
        encoding="utf-8",
    )
    (actors / "gruppen.yml").write_text(
        "deichbund: {name: Deichbund, type: group}\nada: {name: Ada Lund, type: person}\n", encoding="utf-8"
    )
    (actors / "tjark.yml").write_text("tjark: {name: Tjark Behn, type: person}\n", encoding="utf-8")
    assert began(project, capsys, "actor", "neu", "--type", "person") == "seeds/actors/personen.yml:4"
    assert began(project, capsys, "actor", "bund-neu", "--type", "group") == "seeds/actors/gruppen.yml:3"
    assert began(project, capsys, "actor", "noch-neu") == "seeds/actors/personen.yml:11"  # most of its kind


def test_a_topic_of_a_type_that_no_file_has_gets_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edits = {"seeds/dossier.yml": {"person: Person}}": "person: Person, state: Staat}}"}}
    project = small.project(tmp_path, edits=edits)
    assert began(project, capsys, "actor", "insel", "--type", "state") == "seeds/actors/actors.yml:9"
    (project.seeds / "actors/staaten.yml").write_text("{}\n", encoding="utf-8")
    text = (project.seeds / "actors/actors.yml").read_text(encoding="utf-8").replace("type: state", "type: group")
    (project.seeds / "actors/actors.yml").write_text(text, encoding="utf-8")
    assert began(project, capsys, "actor", "festland", "--type", "state") == "seeds/actors/festland.yml:1"


def test_types_are_listed_only_where_one_is_to_be_chosen(project: Project) -> None:
    path = project.seeds / "actors/actors.yml"
    assert dossier(project, "new", "actor", "eins", "--type", "person") == 0
    assert "# type is one of" not in path.read_text(encoding="utf-8")
    assert dossier(project, "new", "actor", "zwei") == 0
    lines = path.read_text(encoding="utf-8").splitlines()
    at = lines.index("  # type is one of: group (Gruppe), person (Person)")
    assert lines[at + 1] == "  type: group  # TODO: choose the type; this is the first"


def test_a_kind_without_types_needs_one_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edits = {"seeds/dossier.yml": {"base: {": "ship: {folder: ships, singular: Schiff, plural: Schiffe}\n  base: {"}}
    project = small.project(tmp_path, edits=edits)
    assert dossier(project, "new", "ship", "emma") == 2
    assert "there are no types yet; add one to seeds/dossier.yml, kinds, ship, types first" in capsys.readouterr().err


def test_commands_need_a_dossier(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["new", "actor", "x"], ["alias", "x", "y"], ["rename", "x", "y"]):
        assert dossier(Project(tmp_path), *arguments) == 1
        assert "dossier.yml" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_rename_tells_what_it_did(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert dossier(project, "rename", "deichbund", "deichverband") == 0
    assert capsys.readouterr().out.splitlines() == [
        "topic deichbund → deichverband: 3 places, 4 files written",
        "actors/deichbund leads to actors/deichverband (seeds/redirects.yml)",
        "1 claim must be verified again, as the full texts are not at hand; run: dossier verify",
    ]
    assert dossier(project, "check") == 0
    assert "has changed since it was verified" in capsys.readouterr().out


def test_rename_of_an_article_tells_of_its_files(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert dossier(project, "new", "article", "2032-05-neu") == 0
    capsys.readouterr()
    assert dossier(project, "rename", "2032-05-neu", "2032-05-neuer") == 0
    assert capsys.readouterr().out.splitlines() == [
        "article 2032-05-neu → 2032-05-neuer: 1 file renamed, 1 file written",
        "articles/2032-05-neu leads to articles/2032-05-neuer (seeds/redirects.yml)",
    ]


def test_what_no_commit_knows_needs_no_redirect(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    git(project, "init", "-q")
    git(project, "add", "seeds")
    git(project, "commit", "-q", "-m", "eins")
    assert dossier(project, "new", "article", "2032-05-neu") == 0
    capsys.readouterr()
    assert dossier(project, "rename", "2032-05-neu", "2032-05-neuer") == 0
    assert capsys.readouterr().out.splitlines() == [
        "article 2032-05-neu → 2032-05-neuer: 1 file renamed",
        "no commit knows articles/2032-05-neu, so nothing leads from there",
    ]
    assert not (project.seeds / "redirects.yml").exists()


def test_rename_with_the_full_texts_keeps_all_readings(
    harbour: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dossier(harbour, "verify") == 0
    assert dossier(harbour, "check") == 0
    before = capsys.readouterr().out.splitlines()[-1]
    (harbour.seeds / "fulltexts").rename(tmp_path / "private")
    assert dossier(harbour, "rename", "pilots", "lotsenbund", "--fulltexts", str(tmp_path / "private")) == 0
    assert "verified again" not in capsys.readouterr().out
    assert dossier(harbour, "check") == 0
    assert capsys.readouterr().out.splitlines()[-1] == before
    assert dossier(harbour, "build") == 0
    assert (harbour.site / "actors/lotsenbund/index.html").exists()


def test_rename_wants_a_dossier_without_errors(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    line = break_seeds(project)
    before = files(project.root)
    assert dossier(project, "rename", "deichbund", "deichverband") == 1
    assert line in capsys.readouterr().err
    assert files(project.root) == before


def test_rename_says_what_is_wrong(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert dossier(project, "rename", "deichbnd", "x") == 2
    assert 'there is no id "deichbnd"; did you mean "deichbund"?' in capsys.readouterr().err


def test_alias_tells_what_links_now(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert dossier(project, "alias", "lager-sued", "Süd-Lager") == 0
    assert capsys.readouterr().out.splitlines() == [
        "seeds/bases/bases.yml:1  lager-sued is also Süd-Lager",
        "no written claim uses it yet",
    ]
    assert dossier(project, "alias", "lager-sued", "Lager-Süd") == 0
    assert capsys.readouterr().out.splitlines()[1] == "no further claim will link to it"
    assert dossier(project, "alias", "deichbund", "Leute") == 0
    assert capsys.readouterr().out.splitlines()[1] == "1 claim more will link to it: 2031-04-lager#vierzig"
    assert dossier(project, "alias", "deichbund", "Lager", "--metonym") == 0
    assert capsys.readouterr().out == "seeds/actors/actors.yml:1  deichbund is also Lager\n"
    assert dossier(project, "alias", "imke-fries", "Leute") == 1
    assert capsys.readouterr().err.startswith('Error: "Leute" means deichbund already')


def test_alias_refuses_what_would_make_a_claim_ambiguous(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = small.project(tmp_path, edits={small.ARTICLE: {"zählt 40": "zählt mit den Wachten 40"}})
    assert dossier(project, "alias", "deichbund", "Wacht") == 0
    before = files(project.root)
    assert dossier(project, "alias", "lager-sued", "Wachte") == 1
    out, err = capsys.readouterr()
    assert "1 claim more will link to it: 2031-04-lager#vierzig" in out
    assert "nothing was written, as it would bring about:" in err
    assert '"Wachten" may mean deichbund or lager-sued' in err
    assert files(project.root) == before


@pytest.mark.parametrize("command", ["new", "rename", "alias"])
def test_help_teaches_with_examples(command: str, project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert dossier(project, command, "--help") == 0
    assert f"\n  Examples:\n    dossier {command} " in capsys.readouterr().out
