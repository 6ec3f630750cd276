"""A run over all seeds: the new lock, what is kept of the old one, and what `--frozen` finds wrong with it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from invented import Desk

from generator.parsing import parse_seeds
from generator.problems import Problems
from generator.verification.lock import Lock, Reading, accept, load_lock, save_lock
from generator.verification.verify import frozen, verify_seeds

KEY = "2020-01-faehren#c1"
TODAY = date(2026, 11, 21)
TEXT = "Voss hat 12 Fähren.\n\nBerg schweigt."


def frozen_problems(desk: Desk, lock: Lock) -> list[str]:
    problems = Problems()
    frozen(desk.seeds(), lock, desk.folder, problems)
    assert problems.opens == 0
    return [str(problem) for problem in problems]


def read_lock(desk: Desk) -> dict[str, Any]:
    fresh, problems = desk.verify()
    assert not problems
    return accept(fresh, KEY, "Ada", TODAY)


def test_the_lock_holds_what_was_found(desk: Desk) -> None:
    desk.article(TEXT, {"text": "Voss und Berg haben 12."})
    fresh, problems = desk.verify()
    entry = fresh[KEY]
    assert problems == []
    assert (entry.found, entry.missing) == (("number 12", "name karl-voss"), ("name ada-berg",))
    assert (entry.grade, entry.read, len(entry.source)) == ("unverified", None, 20)


def test_a_reading_is_kept_until_claim_or_paragraph_change(desk: Desk) -> None:
    claim = {"text": "Voss hat 12."}
    desk.article(TEXT, claim)
    lock = read_lock(desk)
    assert desk.verify(lock)[0][KEY].read == Reading(by="Ada", on="2026-11-21")
    desk.article(TEXT.replace("schweigt", "spricht"), claim)
    assert desk.verify(lock)[0][KEY].read, "another paragraph has changed"
    desk.article(TEXT.replace("hat", "besaß"), claim)
    assert not desk.verify(lock)[0][KEY].read
    desk.article(TEXT, {**claim, "modality": "denied"})
    assert not desk.verify(lock)[0][KEY].read


def test_a_name_that_is_new_to_a_topic_keeps_the_reading(desk: Desk) -> None:
    desk.article("Der Kapitän hat 12.", {"text": "Voss hat 12."})
    lock = read_lock(desk)
    desk.put("actors/mehr.yml", {"hafen": {"name": "Hafen", "type": "group", "aliases": ["Kapitän"]}})
    assert desk.verify(lock)[0][KEY].read


def test_drafts_and_claims_that_are_gone_have_no_entry(desk: Desk) -> None:
    desk.article(TEXT, {"text": "Voss hat 12."}, {"text": "Berg schweigt.", "p": 2})
    lock = desk.verify()[0]
    desk.article(TEXT, {"text": ""})
    assert (list(lock), desk.verify(lock)[0]) == ([KEY, "2020-01-faehren#c2"], {})


def test_without_the_text_what_is_known_is_kept(desk: Desk) -> None:
    desk.article(TEXT, {"text": "Voss hat 12."}, {"text": "Berg schweigt.", "p": 2})
    lock = desk.verify()[0]
    desk.article(None, {"text": "Voss hat 12."})
    fresh, problems = desk.verify(lock)
    assert fresh == {KEY: lock[KEY]}
    assert problems == [
        (
            'seeds/articles/2020-01-faehren.yml:1:1: open: article "2020-01-faehren" names no full text; '
            "add fulltext: {file, sha256}; without it nobody can verify the claims"
        )
    ]


def test_what_could_not_be_parsed_is_kept(desk: Desk) -> None:
    desk.article(TEXT, {"text": "Voss hat 12."})
    lock = desk.verify()[0]
    desk.put("articles/2020-01-faehren.yml", {"title": "Ohne Tag"})
    seeds = parse_seeds(desk.seeds_dir, desk.root, Problems())
    problems = Problems()
    assert verify_seeds(seeds, lock, desk.folder, problems) == lock
    frozen(seeds, lock, desk.folder, problems)
    assert not problems.found


def test_an_article_that_says_nothing_yet_needs_no_text(desk: Desk) -> None:
    desk.article(None)
    assert desk.verify() == ({}, [])


def test_a_published_text_is_searched_in_the_seeds(desk: Desk) -> None:
    desk.article(None, {"text": "Voss hat 12."}, rights="full")
    (desk.seeds_dir / "articles" / "2020-01-faehren.md").write_text(TEXT, encoding="utf-8")
    fresh, problems = desk.verify()
    assert (fresh[KEY].grade, problems) == ("found", [])


def test_a_paragraph_that_is_not_there(desk: Desk) -> None:
    desk.article(TEXT, {"text": "Voss hat 12."}, {"text": "Berg schweigt.", "p": [2, 9]})
    fresh, problems = desk.verify()
    assert list(fresh) == [KEY]
    assert problems == [
        (
            'seeds/articles/2020-01-faehren.yml:15:5: claim "c2" cites paragraph 9, the text has 2 paragraphs; '
            "number them with: dossier text 2020-01-faehren"
        )
    ]


def test_frozen_is_content_with_a_fresh_lock(desk: Desk) -> None:
    desk.article(TEXT, {"text": "Voss hat 12."}, {"text": ""})
    assert frozen_problems(desk, desk.verify()[0]) == []


CHANGES = {
    "no entry": (None, 'claim "c1" is not verified; run: dossier verify'),
    "record": ({"record": "0"}, 'claim "c1" has changed since it was verified; run: dossier verify'),
    "source": (
        {"source": "0"},
        'claim "c1" cites paragraphs that have changed since it was verified; run: dossier verify',
    ),
    "found": (
        {"found": ("number 12",)},
        'claim "c1" has other parts found than the lock says (name karl-voss); run: dossier verify',
    ),
    "missing": (
        {"missing": ("number 13",)},
        'claim "c1" has other parts found than the lock says (number 13); run: dossier verify',
    ),
}


@pytest.mark.parametrize("case", CHANGES)
def test_frozen_finds_what_differs(desk: Desk, case: str) -> None:
    change, expected = CHANGES[case]
    desk.article(TEXT, {"text": "Voss hat 12."})
    lock = desk.verify()[0]
    old = {KEY: lock[KEY].model_copy(update=change)} if change else {}
    assert frozen_problems(desk, old) == [f"seeds/articles/2020-01-faehren.yml:9:3: {expected}"]


def test_frozen_wants_each_claim_found_or_read(desk: Desk) -> None:
    desk.article(TEXT, {"text": "Berg hat 12."})
    lock = desk.verify()[0]
    assert frozen_problems(desk, lock) == [
        (
            'seeds/articles/2020-01-faehren.yml:9:3: claim "c1" is neither found nor read; '
            "run: dossier verify --read 2020-01-faehren#c1"
        )
    ]
    assert frozen_problems(desk, accept(lock, KEY, "Ada", TODAY)) == []


def test_frozen_finds_entries_without_a_claim(desk: Desk) -> None:
    desk.article(TEXT, {"text": "Voss hat 12."})
    lock = desk.verify()[0]
    assert frozen_problems(desk, {**lock, "gone#c1": lock[KEY]}) == [
        'seeds/verified.lock.yml:1:1: the lock has "gone#c1", and there is no such claim; run: dossier verify'
    ]


def test_frozen_needs_every_text(desk: Desk) -> None:
    desk.article(TEXT, {"text": "Voss hat 12."})
    lock = desk.verify()[0]
    (desk.folder / "2020-01-faehren.txt").unlink()
    (problem,) = frozen_problems(desk, lock)
    assert '"2020-01-faehren.txt" is not in ' in problem


def test_the_lock_is_written_only_when_it_changes(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "seeds" / "verified.lock.yml"
    assert not save_lock(path, {})
    assert not path.exists()
    desk.article(TEXT, {"text": "Voss hat 12."})
    lock = read_lock(desk)
    assert save_lock(path, lock)
    stamp = path.stat().st_mtime_ns
    assert not save_lock(path, lock)
    assert path.stat().st_mtime_ns == stamp
    problems = Problems()
    assert load_lock(path.parent, tmp_path, problems) == lock
    assert save_lock(path, {})
    assert load_lock(path.parent, tmp_path, problems) == {}
    assert not problems.found
    assert [file.name for file in path.parent.iterdir() if file.name.startswith(".")] == []


def test_a_lock_that_cannot_be_written_leaves_the_old_one(desk: Desk, tmp_path: Path) -> None:
    desk.article(TEXT, {"text": "Voss hat 12."})
    path = tmp_path / "lock.yml"
    path.mkdir()
    with pytest.raises(OSError, match="directory"):
        save_lock(path, desk.verify()[0])
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []


def test_no_lock_yet(tmp_path: Path) -> None:
    problems = Problems()
    assert load_lock(tmp_path, tmp_path, problems) == {}
    assert not problems.found


@pytest.mark.parametrize("content", ["- 1", "a#b: {record: x}", "a#b: 1", "text"])
def test_a_damaged_lock_is_a_problem(tmp_path: Path, content: str) -> None:
    (tmp_path / "verified.lock.yml").write_text(content, encoding="utf-8")
    problems = Problems()
    assert load_lock(tmp_path, tmp_path, problems) == {}
    assert [str(problem) for problem in problems] == [
        "verified.lock.yml:1:1: the lock is damaged; restore it from git, or delete it and run: dossier verify"
    ]


def test_an_unreadable_lock_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "verified.lock.yml").write_bytes(b"a: \xff")
    problems = Problems()
    assert load_lock(tmp_path, tmp_path, problems) == {}
    assert problems.errors == 1
