"""What `check` sees of the lock without any full text."""

from datetime import date
from typing import Any

from invented import Desk

from generator.verification.lock import accept, check_lock, grade_of

KEY = "2020-01-faehren#c1"
TEXT = "Voss hat 12 Fähren.\n\nBerg schweigt."
PLACE = "seeds/articles/2020-01-faehren.yml:9:3: open:"


def check(desk: Desk, lock: dict[str, Any]) -> list[str]:
    return [str(problem) for problem in check_lock(desk.seeds(), lock)]


def test_found_is_enough(desk: Desk) -> None:
    desk.article(TEXT, {"text": "Voss hat 12."}, {"text": ""})
    lock = desk.verify()[0]
    assert check(desk, lock) == []
    assert grade_of(KEY, desk.seeds().articles["2020-01-faehren"].record.claims[0], lock) == "found"


def test_not_verified_and_changed(desk: Desk) -> None:
    desk.article(TEXT, {"text": "Voss hat 12.", "when": "2020-01-05"})
    lock = desk.verify()[0]
    assert check(desk, {}) == [f'{PLACE} claim "c1" is not verified; run: dossier verify']
    desk.article(TEXT, {"text": "Voss hat 12.", "when": "2020-01-06"})
    assert check(desk, lock) == [f'{PLACE} claim "c1" has changed since it was verified; run: dossier verify']
    assert grade_of(KEY, desk.seeds().articles["2020-01-faehren"].record.claims[0], lock) == "unverified"


def test_misses_and_nothing_to_find_are_settled_by_reading(desk: Desk) -> None:
    desk.article(TEXT, {"text": "Berg hat 12."})
    lock = desk.verify()[0]
    hint = "run: dossier verify --read 2020-01-faehren#c1"
    assert check(desk, lock) == [f'{PLACE} claim "c1" must be read (not found: name ada-berg); {hint}']
    assert check(desk, accept(lock, KEY, "Ada", date(2026, 11, 21))) == []
    desk.article(TEXT, {"text": "Alles ruht."})
    assert check(desk, desk.verify()[0]) == [f'{PLACE} claim "c1" must be read (it has nothing to look for); {hint}']
