"""Dates of all kinds for property tests."""

from datetime import date

from hypothesis import strategies as st

from generator.dates import WrongDate, parse_when

YEARS = st.integers(1000, 9998)
MONTHS = st.builds("{:04d}-{:02d}".format, YEARS, st.integers(1, 12))
SEASONS = st.builds("{:04d}-{:02d}".format, YEARS, st.integers(21, 24))
DAYS = st.dates(date(1000, 1, 1), date(9998, 12, 31)).map(date.isoformat)
SINGLE = st.builds("{}{}".format, st.one_of(YEARS.map(str), MONTHS, SEASONS, DAYS), st.sampled_from(["", *"~?%"]))


@st.composite
def intervals(draw: st.DrawFn) -> str:
    first, last = sorted([draw(SINGLE), draw(SINGLE)], key=lambda text: parse_when(text).sort_key)
    first, last = draw(st.sampled_from([(first, last), ("..", last), (first, "..")]))
    return f"{first}/{last}"


def readable(text: str) -> bool:
    try:
        parse_when(text)
    except WrongDate:
        return False
    return True


WHENS = st.one_of(SINGLE, intervals().filter(readable)).map(parse_when)
