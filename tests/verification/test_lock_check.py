"""What `check` sees of the lock without any full text."""

from datetime import date
from typing import Any

from invented import Desk

from generator.verification.lock import accept, check_lock, grade_of, refuse

KEY = "2020-01-faehren#c1"
TEXT = "Voss hat 12 Fähren.\n\nBerg schweigt."
PLACE = "seeds/articles/2020-01-faehren.yml:9:3: open:"
CHANGED = f'{PLACE} claim "c1", or its article\'s date, has changed since it was verified; run: dossier verify'
TODAY = date(2026, 11, 21)


def check(desk: Desk, lock: dict[str, Any]) -> list[str]:
    return [str(problem) for problem in check_lock(desk.seeds(), lock)]


def grade(desk: Desk, lock: dict[str, Any]) -> str:
    article = desk.seeds().articles["2020-01-faehren"].record
    return grade_of(KEY, article, article.claims[0], lock)[0]


def test_found_is_enough(desk: Desk) -> None:
    desk.article(TEXT, {"text": "Voss hat 12."}, {"text": ""})
    lock = desk.verify()[0]
    assert check(desk, lock) == []
    assert grade(desk, lock) == "found"


def test_not_verified_and_changed(desk: Desk) -> None:
    desk.article(TEXT, {"text": "Voss hat 12.", "when": "2020-01-05"})
    lock = desk.verify()[0]
    assert check(desk, {}) == [f'{PLACE} claim "c1" is not verified; run: dossier verify']
    desk.article(TEXT, {"text": "Voss hat 12.", "when": "2020-01-06"})
    assert check(desk, lock) == [CHANGED]
    assert grade(desk, lock) == "unverified"


def test_misses_and_nothing_to_find_are_settled_by_reading(desk: Desk) -> None:
    desk.article(TEXT, {"text": "Berg hat 12."})
    lock = desk.verify()[0]
    hint = "run: dossier verify --read 2020-01-faehren#c1"
    assert check(desk, lock) == [f'{PLACE} claim "c1" must be read (not found: name ada-berg); {hint}']
    assert check(desk, accept(lock, KEY, "Ada", TODAY)) == []
    desk.article(TEXT, {"text": "Alles ruht."})
    assert check(desk, desk.verify()[0]) == [f'{PLACE} claim "c1" must be read (it has nothing to look for); {hint}']


def test_the_day_that_dates_are_worked_out_from_counts_as_part_of_the_claim(desk: Desk) -> None:
    claim = {"text": "Voss hat 12.", "when": "2020-01-16", "when_basis": "Donnerstag"}
    desk.article("Voss hat am Donnerstag 12 Fähren.", claim, published="2020-01-17")
    lock = desk.verify()[0]
    assert check(desk, lock) == []
    desk.article("Voss hat am Donnerstag 12 Fähren.", claim, published="2020-03-17")
    assert check(desk, lock) == [CHANGED]
    assert desk.verify(lock)[0][KEY].missing == ("when 2020-01-16 (its basis names a weekday near the publication)",)


def test_what_a_reader_refused_stays_open_until_it_is_changed(desk: Desk) -> None:
    desk.article(TEXT, {"text": "Voss hat 12."})
    lock = refuse(desk.verify()[0], KEY, "Ada", TODAY)
    way_out = "correct it, or give withdrawn: {date, reason}"
    assert check(desk, lock) == [f'{PLACE} claim "c1" is not borne out, says Ada; {way_out}']
    assert desk.verify(lock)[0] == lock
    assert check(desk, accept(lock, KEY, "Bo", TODAY)) == []
    desk.article(TEXT, {"text": "Karl Voss hat 12."})
    assert check(desk, desk.verify(lock)[0]) == []


def test_copied_words_and_wrong_quotes_are_not_settled_by_reading(desk: Desk) -> None:
    text = "Voss hat 12 sehr alte und ziemlich langsame weiße Fähren."
    desk.article(
        text,
        {"text": "Voss hat 12 sehr alte und ziemlich langsame weiße Fähren."},
        {"text": "Voss hat 12.", "quote": "viele"},
    )
    lock = desk.verify()[0]
    for key in lock:
        lock = accept(lock, key, "Ada", TODAY)
    wrong = [problem.partition("open: ")[2] for problem in check(desk, lock)]
    assert wrong == [
        'claim "c1" must be corrected (not found: own words); reading does not settle this',
        'claim "c2" must be corrected (not found: quote viele); reading does not settle this',
    ]


def test_a_claim_that_is_gone_is_missed(desk: Desk) -> None:
    desk.article(TEXT, {"text": "Voss hat 12."}, {"text": "Berg schweigt.", "p": 2})
    lock = desk.verify()[0]
    desk.article(TEXT, {"text": "Voss hat 12."})
    (problem,) = check(desk, lock)
    assert problem == (
        'seeds/verified.lock.yml:1:1: open: there was a claim "2020-01-faehren#c2", and it is gone; '
        "name it so again, or withdraw it; to forget one never published, run: dossier verify"
    )
    assert check(desk, desk.verify(lock)[0]) == []


def test_what_is_withdrawn_need_not_be_borne_out(desk: Desk) -> None:
    """Else a wrong claim could never be withdrawn: no reader finds it in its paragraph."""
    desk.article(TEXT, {"text": "Berg hat 12."})
    lock = refuse(desk.verify()[0], KEY, "Ada", TODAY)
    assert len(check(desk, lock)) == 1
    notice = {"date": "2026-11-21", "reason": "Das steht dort nicht."}
    desk.article(TEXT, {"text": "Berg hat 12.", "withdrawn": notice})
    assert check(desk, lock) == check(desk, {}) == []
    desk.article(TEXT, {"text": "Berg hat 12."}, withdrawn=notice)
    assert check(desk, lock) == []
