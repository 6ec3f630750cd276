"""Days of entries, and what they are stamped with."""

from datetime import date
from pathlib import Path

import icalendar
import pytest
from hypothesis import given
from small import ARTICLE, dossier
from whens import WHENS

from generator.dates import When, parse_when
from generator.exports.calendar import calendar, days


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("2031-04-02", "2031-04-02", "2031-04-02"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031~", "2031-01-01", "2031-12-31"),
        ("2031-24", "2031-12-01", "2032-02-29"),
        ("2031-04-28/2031-05-02", "2031-04-28", "2031-05-02"),
        ("2031-04/..", "2031-04-01", "2031-04-30"),
        ("../2031-04-02", "2031-04-02", "2031-04-02"),
    ],
)
def test_an_entry_stands_on_all_days_that_its_date_may_mean(when: str, first: str, last: str) -> None:
    assert days(parse_when(when)) == (date.fromisoformat(first), date.fromisoformat(last))


@given(WHENS)
def test_no_entry_ends_before_it_begins(when: When) -> None:
    first, last = days(when)
    assert first <= last


def stamps(root: Path, **changes: object) -> list[str]:
    found = icalendar.Calendar.from_ical(calendar(dossier(root, **changes)))
    return [entry["DTSTAMP"].dt.date().isoformat() for entry in found.walk("VEVENT")]


def test_an_entry_is_stamped_with_the_day_its_newest_article_came_in(tmp_path: Path) -> None:
    before = stamps(tmp_path / "before")
    later = {ARTICLE: {"added: 2031-05-01": "added: 2031-05-09"}}
    assert before == ["2031-05-01"]
    assert stamps(tmp_path / "after", edits=later) == ["2031-05-09"]
