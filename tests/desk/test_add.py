"""`dossier add` end to end: a source becomes the two files of an article, or one line says why not."""

import hashlib
import io
import json
import re
import shutil
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml
from workshop import break_seeds, dossier, files

from generator import add_command
from generator.pipeline import Project, load
from generator.problems import Problems
from generator.yaml_marks import compose

STREIT = """\
Streit um die Alte Mole geht weiter

Nordersiel, 3. April 2031 – Die Hafenwacht hat am Mittwoch neun Boote aus Nordersiel abgezogen. Das sagte
Enno Harms.

Laut Lotsenbund kostete der Umbau rund 1,5 Millionen Kronen. Am 14. März war die Alte Mole übergeben worden.

In den Wolken hängt der Regen.
"""
ID = "2031-04-03-streit"
TITLE_TO_DO = "title: write a title of your own; this one is made of the topics"


@pytest.fixture(autouse=True)
def in_2031(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(add_command, "today", lambda: date(2031, 7, 1))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "streit.txt"
    path.write_text(STREIT, encoding="utf-8")
    return path


def article(project: Project, name: str = ID) -> dict[str, object]:
    read = compose((project.seeds / "articles" / f"{name}.yml").read_text(encoding="utf-8")).value
    assert isinstance(read, dict)
    return read


def seeds(project: Project) -> dict[str, bytes]:
    return files(project.seeds)


def test_a_text_becomes_an_article(harbour: Project, source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = seeds(harbour)

    assert dossier(harbour, "add", str(source)) == 0

    assert seeds(harbour).keys() - before.keys() == {
        f"articles/{ID}.yml",
        f"fulltexts/{ID}.txt",
        "fulltexts/.gitignore",
    }
    made = article(harbour)
    stored = (harbour.seeds / "fulltexts" / f"{ID}.txt").read_bytes()
    assert made["fulltext"] == {"file": f"{ID}.txt", "sha256": hashlib.sha256(stored).hexdigest()}
    assert made["published"] == "2031-04-03"
    assert made["published_basis"] == "stated"
    assert made.keys().isdisjoint({"outlet", "agency", "url", "authors"})  # the text does not say
    assert made["language"] == "de"
    problems = Problems()
    assert load(harbour, problems)
    assert {str(problem).partition(": ")[2] for problem in problems if ID in problem.mark.path} == {
        f'open: claim "{claim["id"]}" is a draft; write its text'
        for claim in made["claims"]  # type: ignore[attr-defined]
    } | {f"open: to do: {TITLE_TO_DO}; then remove the comment"}
    printed = capsys.readouterr().out
    assert printed.startswith(f"{ID}: 3 drafts, published 2031-04-03 (stated)\n  seeds/articles/{ID}.yml\n")
    assert f"next: dossier text {ID}" in printed


def test_drafts_hold_what_was_found(harbour: Project, source: Path) -> None:
    assert dossier(harbour, "add", str(source)) == 0
    boats, cost, handover = article(harbour)["claims"]  # type: ignore[misc]
    assert boats == {
        "id": "p2",
        "p": "2",
        "text": "",
        "when": "2031-04-02",
        "when_basis": "Mittwoch",
        "by": "enno-harms",
        "topics": ["nordersiel", "harbour-police"],
        "figure": {"measure": "boats", "value": "9"},
    }
    assert cost["by"] == "pilots"
    assert handover["event"] == "handover"
    assert handover["when"] == "2031-03-14"
    text = (harbour.seeds / "articles" / f"{ID}.yml").read_text(encoding="utf-8")
    assert "# number: about 1500000 Kronen" in text


def test_no_sentence_of_the_article_is_in_the_yaml(harbour: Project, source: Path) -> None:
    assert dossier(harbour, "add", str(source)) == 0
    text = " ".join((harbour.seeds / "articles" / f"{ID}.yml").read_text(encoding="utf-8").split())
    words = STREIT.split()
    for at in range(len(words) - 5):
        assert " ".join(words[at : at + 6]) not in text


def test_the_added_text_verifies_once_it_is_written(harbour: Project, source: Path) -> None:
    assert dossier(harbour, "add", str(source)) == 0
    path = harbour.seeds / "articles" / f"{ID}.yml"
    written = path.read_text(encoding="utf-8").replace(
        'text: ""', "text: Am 2. April 2031 zog die Hafenwacht neun Boote aus Nordersiel ab.", 1
    )
    path.write_text(written, encoding="utf-8")
    assert dossier(harbour, "verify", ID) == 0
    lock = yaml.safe_load((harbour.seeds / "verified.lock.yml").read_text(encoding="utf-8"))
    assert "missing" not in lock[f"{ID}#p2"]
    assert "when 2031-04-02" in lock[f"{ID}#p2"]["found"]


def test_what_the_editor_says_goes_first(harbour: Project, source: Path) -> None:
    said = ["--published", "2031-04", "--outlet", "Küstenfunk", "--title", "Die Mole", "--id", "2031-04-mole"]
    more = ["--url", "https://example.org/mole", "--language", "de-AT", "--agency", "deich-agentur"]
    assert dossier(harbour, "add", str(source), *said, *more) == 0
    made = article(harbour, "2031-04-mole")
    assert made["title"] == "Die Mole"
    assert made["published"] == "2031-04"
    assert str(made["published_basis"]).startswith("inferred: ")
    assert (made["outlet"], made["agency"]) == ("kuestenfunk", "deich-agentur")
    assert (made["url"], made["language"]) == ("https://example.org/mole", "de-AT")


def test_what_is_to_be_decided_stays_open(harbour: Project, source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = source.with_suffix(".md")
    page.write_text("---\nauthor: Tomke Eilts\npublisher: Hafenkurier\n---\n\n" + STREIT, encoding="utf-8")
    assert dossier(harbour, "add", str(page), "--published", "2031-04") == 0
    printed = capsys.readouterr().out
    basis = "published_basis: say how the date is known"
    assert (
        f"  to decide:\n    its own headline begins „Streit um die Alte …“\n    {TITLE_TO_DO}\n    {basis}\n" in printed
    )
    text = (harbour.seeds / "articles" / "2031-04-streit.yml").read_text(encoding="utf-8")
    assert f"# TODO: {TITLE_TO_DO}\ntitle: " in text
    assert f"# TODO: {basis}\npublished_basis: 'inferred: Angabe der Redaktion" in text


def test_an_outlet_that_is_no_topic_is_asked_for(
    harbour: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "streit.html"
    body = "".join(f"<p>{line}</p>" for line in STREIT.split("\n\n")[1:] * 4)
    meta = (
        '<meta property="og:site_name" content="Neuer Kurier">'
        '<link rel="canonical" href="https://kurier.example/a?utm_source=x&id=7">'
    )
    page.write_text(
        f'<html lang="de"><head><title>T</title>{meta}</head><body><article>{body}</article></body></html>', "utf-8"
    )
    assert dossier(harbour, "add", str(page)) == 0
    way = (
        "outlet: \"Neuer Kurier\" is no topic yet: dossier new outlet neuer-kurier --name 'Neuer Kurier', "
        "then write outlet: neuer-kurier"
    )
    assert f"    {way}\n" in capsys.readouterr().out
    made = article(harbour)
    assert made["url"] == "https://kurier.example/a?id=7"
    problems = Problems()
    load(harbour, problems)
    assert any(way in str(problem) for problem in problems)


def test_standard_input(harbour: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STREIT.encode())))
    assert dossier(harbour, "add", "-", "--id", "aus-der-leitung") == 0
    assert article(harbour, "aus-der-leitung")["published"] == "2031-04-03"


def test_a_dry_run_writes_nothing(harbour: Project, source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = seeds(harbour)
    assert dossier(harbour, "add", str(source), "--dry-run") == 0
    assert seeds(harbour) == before
    assert ID in capsys.readouterr().out


def test_json_tells_all_that_was_found(harbour: Project, source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert dossier(harbour, "add", str(source), "--dry-run", "--format", "json") == 0
    (made,) = json.loads(capsys.readouterr().out)
    assert made["id"] == ID
    assert [paragraph["p"] for paragraph in made["paragraphs"]] == [1, 2, 3, 4]
    assert made["paragraphs"][2] == {
        "p": 3,
        "topics": ["pilots", "old-pier"],
        "numbers": [{"value": 1500000.0, "unit": "Kronen", "qualifier": "about"}],
        "dates": [{"when": "2031-03-14", "basis": "14. März"}],
        "speech": [{"speaker": "pilots", "via": False}],
        "events": ["handover"],
    }


def test_an_article_in_another_language_has_names_alone(harbour: Project, tmp_path: Path) -> None:
    path = tmp_path / "boats.txt"
    path.write_text(
        "On 3 April 2031, the harbour authority of Nordersiel said that nine boats had left the town.\n", "utf-8"
    )
    assert dossier(harbour, "add", str(path), "--published", "2031-04-04") == 0
    made = article(harbour, "2031-04-04-boats")
    assert made["language"] == "en"
    assert made["claims"] == [{"id": "p1", "p": "1", "text": "", "topics": "nordersiel"}]


# What is not added


def refused(project: Project, *arguments: str, capsys: pytest.CaptureFixture[str]) -> str:
    """The one line that says why; the seeds stay as they were."""
    before = seeds(project)
    capsys.readouterr()
    assert dossier(project, "add", *arguments) == 1
    assert seeds(project) == before
    return capsys.readouterr().err.rstrip("\n")


def test_what_is_there_already(harbour: Project, source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert dossier(harbour, "add", str(source)) == 0
    way = "if it is another article all the same, say --again"
    line = refused(harbour, str(source), capsys=capsys)
    assert line == f'{source}: not added: it is in the dossier as "{ID}" (same text (sha256)); {way}'

    changed = source.with_name("anders.txt")
    changed.write_text(STREIT.replace("Regen", "Nebel") + "\nEine Zeile mehr am Ende.\n", encoding="utf-8")
    assert re.search(
        r'much like "2031-04-03-streit" \(\d\d % of its words', refused(harbour, str(changed), capsys=capsys)
    )
    assert dossier(harbour, "add", str(changed), "--again") == 0

    address = ["--url", "http://www.example.org/siel-bote/alte-mole/?utm_source=x"]
    other = source.with_name("other.txt")
    other.write_text("Nordersiel, 3. April 2031. Etwas ganz anderes geschah an diesem Tag.\n", encoding="utf-8")
    line = refused(harbour, str(other), *address, "--published", "2031-04", capsys=capsys)
    assert 'as "2031-03-14-uebergabe" (same URL)' in line


def test_one_source_twice_in_a_call(harbour: Project, source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    twin = shutil.copy(source, source.with_name("zwilling.txt"))
    assert dossier(harbour, "add", str(source), str(twin)) == 1
    printed = capsys.readouterr()
    assert f'{twin}: not added: it is in the dossier as "{ID}"' in printed.err
    assert printed.out.endswith("1 article added, 1 not\n")
    assert not (harbour.seeds / "articles" / f"{ID}-2.yml").exists()


def test_a_date_is_asked_for(harbour: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ohne.txt"
    path.write_text("Die Hafenwacht zog Boote ab.\n\nAm 2. April 2031 sei das gewesen.\n", encoding="utf-8")
    assert refused(harbour, str(path), capsys=capsys) == (
        f"{path}: not added: it does not say when it was published; "
        "the latest day it names is 2031-04-02; say it: --published 2031-04-02 (or 2031-04)"
    )
    path.write_text("Die Hafenwacht zog Boote ab.\n", encoding="utf-8")
    assert refused(harbour, str(path), capsys=capsys).endswith(
        "say it: --published 2026-02-10 (or 2026-02, or 2026-02-10/2026-02-14)"
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--published", "gestern"], 'published: "gestern" is no date; write 2020'),
        (["--published", "2031/.."], 'published: "2031/.." is open at one end; give both ends'),
        (["--published", "2931"], "published: 2931 lies in the future; check it"),
        (["--outlet", "Sieler Bode"], 'no outlet or agency is called "Sieler Bode"; did you mean'),
        (["--agency", "Hafenkurier"], "make it first: dossier new outlet hafenkurier"),
        (["--id", "Der Streit"], '"Der Streit" is no id; use a-z, 0-9 and single hyphens, e.g. --id der-streit'),
        (["--id", "enno-harms"], 'the id "enno-harms" is taken, by seeds/actors/actors.yml; choose another'),
        (["--published-basis", "geraten"], "published_basis: "),
        (["--language", "x"], "language"),
    ],
)
def test_options_that_do_not_fit(
    arguments: list[str], words: str, harbour: Project, source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert words in refused(harbour, str(source), *arguments, capsys=capsys)


def test_files_in_the_way_are_not_overwritten(
    harbour: Project, source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (harbour.seeds / "fulltexts" / f"{ID}.txt").write_text("Etwas anderes.", encoding="utf-8")
    assert refused(harbour, str(source), capsys=capsys).endswith(
        f"{ID}.txt is there already; choose another id with --id, or move that file away"
    )


def test_faulty_seeds_are_mended_first(harbour: Project, source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fault = break_seeds(harbour)
    assert refused(harbour, str(source), capsys=capsys).startswith(fault)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["a.txt", "b.txt", "--id", "x"], "--id belongs to one source; add them one by one"),
        (["a.txt", "b.txt", "--title", "x"], "--title belongs to one source"),
        (["a.txt", "b.txt", "--url", "x"], "--url belongs to one source"),
        (["a.txt", "a.txt"], "a source is named twice"),
        ([], "SOURCE..."),
    ],
)
def test_wrong_usage_of_add(
    arguments: list[str], words: str, harbour: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dossier(harbour, "add", *arguments) == 2
    assert words in " ".join(capsys.readouterr().err.split())


# Where things lie


def test_full_texts_may_lie_elsewhere(harbour: Project, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = source.parent / "private"
    elsewhere.mkdir()
    monkeypatch.setenv("DOSSIER_FULLTEXTS", str(elsewhere))
    assert dossier(harbour, "add", str(source)) == 0
    assert [path.name for path in elsewhere.iterdir()] == [f"{ID}.txt"]
    assert not (harbour.seeds / "fulltexts" / f"{ID}.txt").exists()
    assert dossier(harbour, "text", ID) == 0


def test_what_a_killed_run_left_there_is_taken(harbour: Project, source: Path, tmp_path: Path) -> None:
    assert dossier(harbour, "add", str(source)) == 0
    (harbour.seeds / "articles" / f"{ID}.yml").unlink()
    assert dossier(harbour, "add", str(source)) == 0
    assert article(harbour)["published"] == "2031-04-03"


def test_git_does_not_see_the_full_texts(harbour: Project, source: Path) -> None:
    assert dossier(harbour, "add", str(source)) == 0
    assert "*" in (harbour.seeds / "fulltexts" / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_the_schema_is_named_where_there_is_one(harbour: Project, source: Path) -> None:
    assert dossier(harbour, "schema", "--out", str(harbour.root / ".schemas")) == 0
    assert dossier(harbour, "add", str(source)) == 0
    first = (harbour.seeds / "articles" / f"{ID}.yml").read_text(encoding="utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=../../.schemas/article.schema.json"
