"""The lock read entry by entry says what YAML says, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.verification import lock_text
from generator.verification.lock import Lock, Reading, Verified, write_lock
from generator.verification.lock_text import entries_of
from generator.yaml_marks import Composed, Fault, compose

HASHES = st.text("0123456789abcdef", min_size=1, max_size=20)
PARTS = st.one_of(
    st.sampled_from(
        ["number 2500", "name usa", "date 2020-05", 'quote "Ende"', "when 2020-01-03 (no such date)", "null"]
    ),
    st.text("abc äß:#-'\"[]{}&*!|>%@`,.?~0129\u2028\x85\xa0", min_size=1, max_size=12),
    st.text("wort ", min_size=130, max_size=140).map(lambda text: f"quote {text.strip()}"),
)
READINGS = st.none() | st.builds(Reading, by=PARTS, on=st.sampled_from(["2031-06-10", "gestern", "1"]))
ENTRIES = st.builds(
    Verified,
    record=HASHES,
    source=HASHES,
    found=st.lists(PARTS, max_size=3).map(tuple),
    missing=st.lists(PARTS, max_size=2).map(tuple),
    read=READINGS,
    refused=READINGS,
)
KEYS = st.one_of(st.sampled_from(["a-b#c", "2031-05-x#c01", "a#" + "b" * 150, "A b", "null", "'x'"]), PARTS)
LOCKS = st.dictionaries(KEYS, ENTRIES, max_size=4)
LINES = st.sampled_from(
    [
        "",
        "# x",
        "  # x",
        "a#b: 1",
        "---",
        "...",
        "? x",
        ": y",
        "  - z",
        "  extra: 1",
        "'q",
        "{a: b,",
        "&x a: 1",
        "\t",
        "{}",
    ]
)


def as_yaml(text: str) -> object:
    """What the whole text says; None where that is nothing, or something is wrong with it."""
    try:
        composed = compose(text)
    except Fault:
        return None
    return None if composed.faults else composed.value


@given(LOCKS)
def test_what_is_written_is_read_as_yaml_reads_it(lock: Lock) -> None:
    text = write_lock(lock)
    assert entries_of(text) in (None, as_yaml(text))


@given(LOCKS, st.lists(st.tuples(st.integers(0, 40), st.sampled_from(["put", "drop", "cut"]), LINES), max_size=3))
def test_whatever_became_of_the_text(lock: Lock, edits: list[tuple[int, str, str]]) -> None:
    lines = write_lock(lock).split("\n")
    for at, what, line in edits:
        here = slice(at % len(lines), at % len(lines) + (what != "put"))
        lines[here] = [] if what == "drop" else [line] if what == "put" else [lines[here.start][1:]]
    text = "\n".join(lines)
    assert entries_of(text) in (None, as_yaml(text))


@given(LOCKS, st.integers(0, 500), st.text(max_size=2) | st.text("\r\x85\u2028\t\ufeff\x07", max_size=2))
def test_whatever_letter_stands_in_it(lock: Lock, at: int, letters: str) -> None:
    text = write_lock(lock)
    text = text[: at % len(text)] + letters + text[at % len(text) :]
    assert entries_of(text) in (None, as_yaml(text))


def test_a_usual_lock_needs_no_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = Reading(by="Ada Lovelace", on="2031-06-10")
    lock = {
        "2031-05-x#c01": Verified(record="0a1b", source="c2d3", found=("number 2500", "name usa"), read=reading),
        "2031-05-x#c02": Verified(record="0a1c", source="c2d4", missing=("quote am Ende",), refused=reading),
        "2031-06-y#c": Verified(record="0a1d", source="c2d5"),
    }
    monkeypatch.setattr(lock_text, "compose", lambda _: pytest.fail("an entry was read as YAML"))
    assert entries_of(write_lock(lock)) == {
        key: entry.model_dump(mode="json", exclude_defaults=True) for key, entry in lock.items()
    }


def test_an_unusual_entry_is_read_as_yaml_and_the_others_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = Verified(record="0a1b", source="c2d3", found=("number 2500",))
    odd = Verified(record="0a1b", source="c2d3", missing=("quote „Ende: jetzt“ #1",))
    texts: list[str] = []

    def noting(text: str) -> Composed:
        texts.append(text)
        return compose(text)

    monkeypatch.setattr(lock_text, "compose", noting)
    text = write_lock({"a#a": entry, "a#b": odd, "a#c": entry})
    assert entries_of(text) == as_yaml(text)
    assert len(texts) == 1
    assert texts[0].startswith("a#b:")


def test_an_empty_text_and_two_entries_of_one_claim_are_left_to_yaml() -> None:
    entry = "a#b:\n  record: x\n  source: y\n"
    assert entries_of("") is None
    assert entries_of("# only this\n") is None
    assert entries_of("{}\n") is None
    assert entries_of(entry + entry) is None
