"""Whatever is found holds: it is borne out by its basis, stands where it says, and never crashes."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.dates import When, parse_when
from generator.german.dates import MONTHS, WEEKDAYS
from generator.german.times import find_times
from generator.verification.dating import basis_fault, dates_in

RELATIVE = ["vergangenen", "letzten", "vorigen", "diesem", "kommenden", "nächsten", "vorletzten", "übernächsten"]
OF_YEAR = [
    "",
    " 2019",
    " des Vorjahres",
    *(f" {word} Jahres" for word in "vergangenen dieses kommenden desselben".split()),
]
COUNTS = ["zwei", "etwa drei", "gut einem", "14", "mehr als 100", "anderthalb", "wenigen", "einem halben"]
UNITS = ["Tagen", "Wochen", "Monaten", "Jahren", "Jahr", "Jahrzehnten"]
HOLIDAYS = ["Silvester", "Neujahr", "Ostern", "Karfreitag", "Pfingstmontag", "Weihnachten", "Heiligabend"]
OTHERS = ["Monat", "Jahr", "Winter", "Wochenende", "Quartal", "Silvesternacht"]
FIXED = (
    "heute|gestern Abend|morgen|übermorgen|Vortag|Folgetag|Vorjahr|Jahresende|Jahreswechsel|Jahreswechsel 2023/24|KW 53"
    "|Ende der Woche|Ende des Monats|Anfang vergangenen Jahres|Winter 2023/24|3. des Monats|2024-05-03"
).split("|")
FRAMES = [
    "Es geschah am {}.",
    "Im {} wird es geschehen.",
    "2014 war Ruhe, und im {} auch.",
    "Von {} bis {} ruhte der Hafen.",
    "Zwischen {} und {} soll er ruhen.",
    "Am {} und {}, drei Tage später und im Jahr darauf lag er still.",
    "In der Nacht zum {} und seit {} gilt es.",
    "Bis {} will er warten, am 3. Juni 2017 kam er, im {} ging er.",
]

pick = st.sampled_from
words = st.one_of(
    st.builds("{}{}".format, pick(WEEKDAYS), pick(["", "abend", " früh"])),
    st.builds("{} {}".format, pick(RELATIVE), pick([*WEEKDAYS, *MONTHS, *OTHERS])),
    st.builds("{} {} Woche".format, pick(WEEKDAYS), pick(["vergangener", "dieser", "kommender"])),
    st.builds("{} vor {} Wochen".format, pick(WEEKDAYS), pick(["zwei", "einer", "drei"])),
    st.builds("{}. {}{}".format, st.integers(0, 32), pick(MONTHS), pick(OF_YEAR)),
    st.builds("{}, {}. {}".format, pick(WEEKDAYS), st.integers(1, 31), pick(MONTHS)),
    st.builds("{}., {}. und {}. {}{}".format, *[st.integers(1, 31)] * 3, pick(MONTHS), pick(OF_YEAR)),
    st.builds("{:02d}.{:02d}.{}".format, st.integers(0, 32), st.integers(0, 13), pick(["", "24", "2024", "1931"])),
    st.builds("{} {}{}".format, pick(["Anfang", "Mitte", "Ende", "Mitte bis Ende"]), pick(MONTHS), pick(OF_YEAR)),
    st.builds("{}{}".format, pick([*MONTHS, "Sept.", "Sommer", "Spätherbst", "Winter", *HOLIDAYS]), pick(OF_YEAR)),
    st.builds("{} Sonntag im {}{}".format, pick(["ersten", "vierten", "letzten"]), pick(MONTHS), pick(OF_YEAR)),
    st.builds("{} {}{}".format, pick(["ersten", "2."]), pick(["Quartal", "Halbjahr", "Mai"]), pick(OF_YEAR)),
    st.builds("{} {} {}".format, pick(["vor", "in", "heute vor", "vergangenen"]), pick(COUNTS), pick(UNITS)),
    st.builds("{}er Jahren".format, pick(["1990", "90", "20", "2010"])),
    st.builds("{}. Jahrhundert".format, st.integers(0, 22)),
    st.builds("{}".format, st.integers(990, 2110)),
    st.builds("{}/{:02d}".format, st.integers(1890, 2040), st.integers(0, 99)),
    pick(FIXED),
)
days = st.dates(date(1960, 1, 1), date(2090, 12, 31))
published = st.one_of(
    days.map(date.isoformat),
    days.map(lambda day: day.isoformat()[:7]),
    days.map(lambda day: day.isoformat()[:4]),
    days.map(lambda day: f"../{day}"),
    st.builds(lambda day, more: f"{day}/{day + timedelta(days=more)}", days, st.integers(1, 9)),
).map(parse_when)


@settings(max_examples=300)
@given(st.lists(pick(FRAMES), min_size=1, max_size=3), words, words, published)
def test_what_is_found_is_borne_out(frames: list[str], first: str, second: str, day: When) -> None:
    text = " ".join(frame.format(first, second) for frame in frames)
    end = 0
    for time in find_times(text, day):
        assert end <= time.start < time.end <= len(text)
        end = time.end
        assert time.basis.startswith(text[time.start : time.end])
        assert basis_fault(time.when, time.basis, [text], dates_in(text, day), day) is None, (text, time)


@given(st.text(), published)
def test_any_text_is_read(text: str, day: When) -> None:
    for time in find_times(text, day):
        assert text[time.start : time.end]
