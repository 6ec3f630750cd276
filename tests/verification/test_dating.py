"""Whether a claim's `when` is borne out by a date or by the words it was worked out from.

The article is of 17 January 2020, a Friday.
"""

import pytest
from invented import Desk

from generator.dates import parse_when
from generator.german.dates import weekdays_in
from generator.verification.dating import dates_in

NO_DATE = "no such date"
NO_WORDS = "the words of its basis are not there"
OTHER_WEEKDAY = "its basis names another weekday"
FAR = "its basis names a weekday near the publication"
OTHER_DATE = "its basis names another date"
LESS_EXACT = "its basis is less exact"

EXPLICIT = {
    "the day": ("2020-01-05", "am 5. Januar 2020", None),
    "the day without its year": ("2020-01-05", "am 5. Januar", None),
    "another year": ("2019-01-05", "am 5. Januar", NO_DATE),
    "a month of the year before": ("2019-12", "im Dezember", None),
    "a day within the month": ("2020-01", "am 5. Januar", None),
    "a month about it": ("2020-01-05", "im Januar 2020", NO_DATE),
    "about a month": ("2020-01~", "im Januar 2020", None),
    "both ends": ("2020-01-05/2020-01-06", "am 5. und 6. Januar", None),
    "one end": ("2020-01-05/2020-01-09", "am 5. Januar", NO_DATE),
    "an interval that is a month": ("2020-01-01/2020-01-31", "im Januar 2020", None),
    "since": ("2017/..", "seit 2017", None),
    "until": ("../2017", "bis 2017", None),
    "nothing": ("2020-01-05", "neulich", NO_DATE),
}
BASIS = {
    "words": ("2020-01-17", "heute", "Heute ruht alles.", None),
    "words not there": ("2020-01-17", "heute", "Gestern ruhte alles.", NO_WORDS),
    "part of a word": ("2020-01-17", "heut", "heute", NO_WORDS),
    "weekday": ("2020-01-16", "Donnerstag", "am Donnerstag", None),
    "weekday and time of day": ("2020-01-16", "Donnerstagabend", "am Donnerstagabend", None),
    "wrong weekday": ("2020-01-15", "Donnerstag", "am Donnerstag", OTHER_WEEKDAY),
    "weekday long ago": ("2019-11-14", "Donnerstag", "am Donnerstag", FAR),
    "weekday of the week before": ("2020-01-09", "Donnerstag voriger Woche", "am Donnerstag voriger Woche", None),
    "weekday with its date": ("2019-08-01", "Donnerstag, dem 1. August", "am Donnerstag, dem 1. August", None),
    "weekday within an interval": ("2020-01-16/2020-01-17", "Donnerstag", "am Donnerstag", None),
    "weekday outside an interval": ("2020-01-17/2020-01-18", "Donnerstag", "am Donnerstag", OTHER_WEEKDAY),
    "weekday in a long time": ("2020-01", "Donnerstag", "am Donnerstag", None),
    "weekday in an open time": ("2020-01-13/..", "Montag", "seit Montag", None),
    "the night before": ("2020-01-16", "Nacht zum Freitag", "in der Nacht zum Freitag", None),
    "the night itself": ("2020-01-17", "Nacht zum Freitag", "in der Nacht zum Freitag", None),
    "another night": ("2020-01-15", "Nacht zum Freitag", "in der Nacht zum Freitag", OTHER_WEEKDAY),
    "weekend": ("2020-01-11/2020-01-12", "Wochenende", "am Wochenende", None),
    "weekend, its first day": ("2020-01-11", "Wochenende", "am Wochenende", None),
    "no weekend": ("2020-01-13", "Wochenende", "am Wochenende", OTHER_WEEKDAY),
    "date": ("2020-01-05", "5. Januar", "am 5. Januar", None),
    "another day": ("2020-01-06", "5. Januar", "am 5. Januar", OTHER_DATE),
    "another year": ("2018-01-05", "5. Januar", "am 5. Januar", OTHER_DATE),
    "weekday, counted": ("2019-12-26", "Donnerstag vor drei Wochen", "am Donnerstag vor drei Wochen", None),
    "weekday of the week after": ("2020-01-26", "Sonntag nächster Woche", "am Sonntag nächster Woche", None),
    "weekday three weeks ahead": ("2020-02-08", "Samstag", "am Samstag", FAR),
    "last year's month": ("2019-03", "März vergangenen Jahres", "im März vergangenen Jahres", None),
    "next year's month": ("2021-03", "März kommenden Jahres", "im März kommenden Jahres", None),
    "another year's month": ("2018-03", "März vergangenen Jahres", "im März vergangenen Jahres", OTHER_DATE),
    "a year named elsewhere": ("1789-07", "Juli desselben Jahres", "1789 und im Juli desselben Jahres", None),
    "a year shared": ("2017-05", "Mai und Juni 2017", "im Mai und Juni 2017", None),
    "a month that is over": ("2019-03", "März", "im März", None),
    "a month to come": ("2020-03", "März", "ab März", None),
    "an end in the year after": ("2020-04-12/2021-01", "Ostern bis Januar", "von Ostern bis Januar", None),
    "a day in words": ("2019-05-01", "ersten Mai 2019", "am ersten Mai 2019", None),
    "a holiday": ("2019-12-31", "Silvester 2019", "an Silvester 2019", None),
    "a late summer": ("2017-22", "Spätsommer 2017", "im Spätsommer 2017", None),
    "a short year": ("2019-05-03", "03.05.19", "am 03.05.19", None),
    "a short month": ("2019-09", "Sept. 2019", "im Sept. 2019", None),
    "month for a month": ("2020-01", "Januar", "Anfang Januar", None),
    "month for a day": ("2020-01-03", "Anfang Januar", "Anfang Januar", LESS_EXACT),
    "month for an interval": ("2020-01-01/2020-01-10", "Anfang Januar", "Anfang Januar", None),
    "year for a month": ("2017-01", "Jahr 2017", "im Jahr 2017", LESS_EXACT),
    "beginning of a year for a month": ("2017-01", "Anfang 2017", "Anfang 2017", None),
    "another year's beginning": ("2016-01", "Anfang 2017", "Anfang 2017", OTHER_DATE),
    "season": ("2017-22", "Sommer 2017", "im Sommer 2017", None),
    "another season": ("2017-23", "Sommer 2017", "im Sommer 2017", LESS_EXACT),
}


@pytest.mark.parametrize("case", EXPLICIT)
def test_without_a_basis_a_date_must_say_it(desk: Desk, case: str) -> None:
    when, text, fault = EXPLICIT[case]
    verified = desk.check(f"Es ruhte {text}.", when=when)
    label = f"when {when}"
    assert (verified.found, verified.missing) == (((), (f"{label} ({fault})",)) if fault else ((label,), ()))


@pytest.mark.parametrize("case", BASIS)
def test_a_basis_must_be_there_and_fit(desk: Desk, case: str) -> None:
    when, basis, text, fault = BASIS[case]
    verified = desk.check(text, when=when, when_basis=basis)
    label = f"when {when}"
    assert (verified.found, verified.missing) == (((), (f"{label} ({fault})",)) if fault else ((label,), ()))


def test_a_date_in_the_claim_may_be_the_one_worked_out(desk: Desk) -> None:
    claim = {"text": "Am 16. Januar 2020 ruhte alles.", "when_basis": "Donnerstag"}
    assert desk.check("Am Donnerstag.", when="2020-01-16", **claim).missing == ()
    assert "date 2020-01-16" in desk.check("Am Donnerstag.", when="2020-01-15", **claim).missing


def test_the_publication_may_have_open_bounds(desk: Desk) -> None:
    desk.article(
        "Am Donnerstag.", {"text": "Ruhe.", "when": "2020-01-16", "when_basis": "Donnerstag"}, published="../2020-01"
    )
    fresh, _ = desk.verify()
    assert [entry.missing for entry in fresh.values()] == [
        ("when 2020-01-16 (its basis names a weekday near the publication)",)
    ]


def test_each_year_that_a_date_may_mean() -> None:
    published = parse_when("2020-02")
    assert [(d.year, d.month) for d in dates_in("im Dezember", published)] == [(2019, 12), (2020, 12)]
    assert [d.year for d in dates_in("2014 war Ruhe, im Mai nicht", published)][1:] == [2014, 2019, 2020]
    assert [d.year for d in dates_in("2014 und 2016 war Ruhe, am 5. Mai nicht", published)][2:] == [
        2014,
        2016,
        2019,
        2020,
    ]
    assert [d.year for d in dates_in("am 31.02.", published)] == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("am Mittwoch", {2}),
        ("sonnabends", {5}),
        ("von Montag bis Freitagnachmittag", {0, 4}),
        ("am Dienstagmorgen", {1}),
        ("in der Freitagnacht", {4}),
        ("des Sonntags", {6}),
        ("Montagsdemonstration", set()),
        ("heute", set()),
    ],
)
def test_weekdays(text: str, days: set[int]) -> None:
    assert weekdays_in(text) == days
