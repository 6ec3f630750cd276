"""Full texts: their paragraphs, and the ways in which a file is not the one that an article names."""

import hashlib
from pathlib import Path

import pytest
import yaml

from generator.fulltext import find_fulltext, paragraphs, read_paragraphs
from generator.parsing import Seeds, parse_seeds
from generator.problems import Problems

RECORD = {"title": "T", "published": "2020", "published_basis": "stated", "added": "2026-11-21"}
SETTINGS = {"title": "T", "scope": "S", "license": "L", "kinds": {}, "event_types": {}, "statuses": {}}
SHA = hashlib.sha256(b"Ein Satz.\n").hexdigest()
ARTICLE = "seeds/articles/a.yml"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n\n", []),
        ("Eins.\n\nZwei.", ["Eins.", "Zwei."]),
        ("Eins,\n  noch eins.\r\n\r\nZwei.\n", ["Eins, noch eins.", "Zwei."]),
        ("\ufeffEins.\n \t\n\n\nZwei.", ["Eins.", "Zwei."]),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected


def read(root: Path, fulltext: dict[str, str] | None) -> tuple[Seeds, Path]:
    (root / "seeds" / "articles").mkdir(parents=True)
    (root / "seeds" / "dossier.yml").write_text(yaml.safe_dump(SETTINGS), encoding="utf-8")
    record = RECORD | ({"fulltext": fulltext} if fulltext else {})
    (root / ARTICLE).write_text(yaml.safe_dump(record, sort_keys=False), encoding="utf-8")
    problems = Problems()
    seeds = parse_seeds(root / "seeds", root, problems)
    assert not list(problems)
    folder = root / "texts"
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"Ein Satz.\n")
    return seeds, folder


def find(seeds: Seeds, folder: Path) -> tuple[Path | None, list[str]]:
    problems = Problems()
    found = find_fulltext(seeds.articles["a"], folder, problems)
    return found, [str(problem).replace(folder.as_posix(), "texts") for problem in problems]


def test_the_file_is_found(tmp_path: Path) -> None:
    seeds, folder = read(tmp_path, {"file": "a.txt", "sha256": SHA})
    assert find(seeds, folder) == (folder / "a.txt", [])
    assert read_paragraphs(seeds.articles["a"], seeds, folder, Problems()) == ["Ein Satz."]


def test_no_file_is_named(tmp_path: Path) -> None:
    seeds, folder = read(tmp_path, None)
    hint = "add fulltext: {file, sha256}; without it nobody can verify the claims"
    assert find(seeds, folder) == (None, [f'{ARTICLE}:1:1: open: article "a" names no full text; {hint}'])


def test_no_folder(tmp_path: Path) -> None:
    seeds, _ = read(tmp_path, {"file": "a.txt", "sha256": SHA})
    problem = "texts:1:1: there is no such folder of full texts; name the folder with --fulltexts or DOSSIER_FULLTEXTS"
    assert find(seeds, Path("nowhere")) == (None, [problem])


def test_the_file_is_not_there(tmp_path: Path) -> None:
    seeds, folder = read(tmp_path, {"file": "b.txt", "sha256": SHA})
    message = 'open: full text "b.txt" is not in texts; put it there, or name another folder with --fulltexts'
    assert find(seeds, folder) == (None, [f"{ARTICLE}:6:9: {message}"])


def test_another_text(tmp_path: Path) -> None:
    seeds, folder = read(tmp_path, {"file": "a.txt", "sha256": "0" * 64})
    hint = "take the right file; or, if the text was changed on purpose, update sha256 and verify again"
    assert find(seeds, folder) == (None, [f"{ARTICLE}:7:11: texts/a.txt is not the text named here; {hint}"])


@pytest.mark.parametrize("name", ["../seeds/dossier.yml", "x/../../seeds/dossier.yml", "/etc/hostname"])
def test_no_file_outside_the_folder(tmp_path: Path, name: str) -> None:
    seeds, folder = read(tmp_path, {"file": name, "sha256": SHA})
    message = f'"{name}" lies outside the folder of full texts; name a file inside it'
    assert find(seeds, folder) == (None, [f"{ARTICLE}:6:9: {message}"])


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    seeds, folder = read(tmp_path, {"file": "mem", "sha256": SHA})
    (folder / "mem").symlink_to("/proc/self/mem")  # a file that even root cannot read from its start
    message = "texts/mem cannot be read: Input/output error; check who may read it"
    assert find(seeds, folder) == (None, [f"{ARTICLE}:6:9: {message}"])


def test_a_text_that_cannot_be_decoded(tmp_path: Path) -> None:
    raw = "Grüße".encode("latin-1")
    seeds, folder = read(tmp_path, {"file": "a.txt", "sha256": hashlib.sha256(raw).hexdigest()})
    (folder / "a.txt").write_bytes(raw)
    problems = Problems()
    assert read_paragraphs(seeds.articles["a"], seeds, folder, problems) is None
    assert [problem.message for problem in problems] == ["byte 0xFC is not UTF-8"]
