"""The whole run over a small dossier: it writes what it should, the same again, and nothing where an error stands."""

import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from small import ARTICLE, loaded, project

from generator.drawing.pictures import pictures
from generator.inventory import inventory
from generator.pipeline import Project, generate, rendered
from generator.problems import Problems
from generator.sync import RECORD, Synced

ACTORS = """\
deichbund:
  name: Deichbund
  type: group
  intro: Der Deichbund traf sich am 2. April 2031 [@treffen]. Er traf [[fries]] [@zu].
fries: {name: Imke Fries, type: person, aliases: [Fries]}
olde: {name: Olde Harms, type: person}
wacht: {name: Wacht, type: group, note: {text: 'Nicht der [[deichbund]].', source: wir}}
"""
SEVERAL = {
    "seeds/actors/actors.yml": ACTORS,
    ARTICLE: None,
    "seeds/articles/2031-04-a.yml": """\
title: Der Deichbund trifft sich
published: 2031-04-03
published_basis: stated
added: 2031-05-01
outlet: inselpost
claims:
  - {id: treffen, p: 1, text: Der Deichbund traf sich am 2. April 2031 im Lager Süd., event: versammlung}
  - {id: zu, p: 2, text: Der Deichbund zählt Fries und Olde Harms dazu., when: 2031-04-02, by: wacht}
""",
    "seeds/articles/2031-04-b.yml": """\
title: Im Lager Süd
published: 2031-04-03
published_basis: stated
added: 2031-05-01
claims:
  - {id: vierzig, p: 2, text: Imke Fries zählt 40 Leute im Lager Süd., when: 2031-04-02,
     figure: {measure: leute, value: 40}, answers: {question: wie-viele, position: forty}}
  - {id: sechzig, p: 2, text: Die Wacht zählt 60 Leute im Lager Süd., when: 2031-04-02,
     figure: {measure: leute, value: 60}, answers: {question: wie-viele, position: sixty}}
""",
}


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_run_writes_every_page_and_its_record(tmp_path: Path) -> None:
    dossier = project(tmp_path)
    by_hand = tree(dossier.docs)
    synced = generate(dossier, problems := Problems())
    assert not problems.found
    again = loaded(tmp_path / "again")
    texts, drawn = rendered(again), pictures(again.dossier.settings) | inventory((), again.dossier)
    assert synced == Synced(len(texts) + len(drawn), 0, 0)
    assert tree(dossier.docs).keys() == {*texts, *drawn, *by_hand, RECORD}
    assert {"index.md", "actors/imke-fries.md", "articles/2031-04-lager.md", "timeline/versammlung.md"} <= texts.keys()
    assert (dossier.docs / "about.md").read_bytes() == by_hand["about.md"]
    assert generate(dossier, Problems()) == Synced(0, 0, len(texts) + len(drawn))
    assert dossier.site == tmp_path / "site"


def test_the_same_seeds_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = (rendered(loaded(tmp_path / name, files=SEVERAL)) for name in ("a", "b"))
    assert first == second


def split(records: dict[str, Any], random_: random.Random) -> dict[str, str]:
    """The records in a random order, spread over files of random names."""
    names = list(records)
    random_.shuffle(names)
    files: dict[str, dict[str, Any]] = {}
    for name in names:
        files.setdefault(f"{random_.choice('abc')}.yml", {})[name] = records[name]
    return {file: yaml.safe_dump(found, allow_unicode=True, sort_keys=False) for file, found in files.items()}


@given(st.integers(0, 10_000))
@settings(max_examples=15, deadline=None)
def test_the_order_of_files_and_records_does_not_matter(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    records = yaml.load(ACTORS, yaml.BaseLoader)  # noqa: S506 - text alone
    spread = split(records, random.Random(seed))  # noqa: S311 - no secret
    files = {f"seeds/actors/{name}": text for name, text in spread.items()}
    expected = loaded(tmp_path_factory.mktemp("one"), files=SEVERAL)
    several = loaded(tmp_path_factory.mktemp("several"), files=SEVERAL | {"seeds/actors/actors.yml": None} | files)
    assert rendered(several) == rendered(expected)


def test_an_error_leaves_everything_as_it_was(tmp_path: Path) -> None:
    dossier = project(tmp_path)
    generate(dossier, Problems())
    before = tree(tmp_path)
    (dossier.seeds / "measures.yml").write_text("leute: {title: [}")
    faulty = tree(tmp_path)
    problems = Problems()
    assert generate(dossier, problems) is None
    assert problems.errors == 1
    assert {path: text for path, text in tree(tmp_path).items() if ".docs-state" not in path} == {
        path: text for path, text in faulty.items() if ".docs-state" not in path
    }
    assert before.keys() == faulty.keys()


def test_an_open_problem_is_no_error(tmp_path: Path) -> None:
    dossier = project(tmp_path, verified=False)
    problems = Problems()
    assert generate(dossier, problems)
    assert (problems.errors, problems.opens) == (0, 3)


def test_a_foreign_file_stops_the_run(tmp_path: Path) -> None:
    dossier = project(tmp_path, files={"docs/actors/mine.md": "von Hand"})
    problems = Problems()
    assert generate(dossier, problems) is None
    assert [str(problem.mark) for problem in problems] == ["docs/actors/mine.md:1:1"]
    assert not (dossier.docs / RECORD).exists()


def test_a_stale_page_goes_with_its_seed(tmp_path: Path) -> None:
    more = "olde: {name: Olde Harms, type: person}"
    dossier = project(tmp_path, files={"seeds/actors/more.yml": more})
    generate(dossier, Problems())
    assert (dossier.docs / "actors/olde.md").exists()
    (dossier.seeds / "actors/more.yml").unlink()
    synced = generate(dossier, Problems())
    assert synced
    assert synced.removed == 1
    assert not (dossier.docs / "actors/olde.md").exists()


@pytest.mark.parametrize("path", ["seeds", "."])
def test_nothing_at_all_is_one_problem(tmp_path: Path, path: str) -> None:
    (tmp_path / path).mkdir(exist_ok=True)
    problems = Problems()
    assert generate(Project(tmp_path), problems) is None
    assert [str(problem.mark) for problem in problems] == ["seeds/dossier.yml:1:1"]
    assert not (tmp_path / "docs").exists()
