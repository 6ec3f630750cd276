"""The state of a dossier on a terminal, as JSON, and against limits."""

import json

import pytest
from click import unstyle

from generator.problems import Mark
from generator.status import KINDS, Place, Section, Status
from generator.status.report import as_json, as_text, exceeded, summary


def made(following: str = "", unlisted: str = "", **places: int) -> Status:
    numbers = {kind.replace("_", "-"): number for kind, number in places.items()}
    return Status(
        tuple(
            Section(
                kind,
                tuple(Place(Mark("seeds/a.yml", n + 1, 3), f"x#{n}", "m", "h") for n in range(numbers.get(kind, 0))),
            )
            for kind in KINDS
        ),
        following,
        unlisted,
    )


def test_ten_places_of_a_kind_and_the_rest_counted() -> None:
    lines = unstyle(as_text(made(drafts=12))).splitlines()
    assert lines[0] == "drafts 12: claims without a text; h"
    assert lines[1] == "  seeds/a.yml:1  x#0; m"
    assert lines[10:12] == ["  seeds/a.yml:10  x#9; m", "  … and 2 more; list them with --all"]
    assert len(unstyle(as_text(made(drafts=12), None)).splitlines()) == 15
    assert "more" not in as_text(made(drafts=10))


def test_a_way_out_that_not_all_places_share_stands_at_each() -> None:
    places = tuple(Place(Mark("a.yml", line), "x", "m", hint) for line, hint in ((1, "h"), (2, "h"), (3, "")))
    lines = unstyle(as_text(Status((Section("other", places),)))).splitlines()
    assert lines[:4] == ["other 3: what else is open", "  a.yml:1  x; m; h", "  a.yml:2  x; m; h", "  a.yml:3  x; m"]
    alone = unstyle(as_text(Status((Section("other", places[:1]),)))).splitlines()
    assert alone[:2] == ["other 1: what else is open", "  a.yml:1  x; m; h"]


def test_an_id_that_the_message_names_is_not_told_twice() -> None:
    place = Place(Mark("seeds/a.yml", 4), "article#claim", 'claim "claim" is a draft', "write its text")
    found = Status((Section("drafts", (place,)),))
    assert '  seeds/a.yml:4  claim "claim" is a draft; write its text' in as_text(found).splitlines()


def test_information_is_marked_and_does_not_count() -> None:
    found = made(drafts=1, orphans=2, no_url=3)
    assert "no-url 3: articles without an address (for information); h\n" in unstyle(as_text(found))
    assert found.work == 3
    assert summary(found) == "3 to do: 1 drafts, 2 orphans; 3 for information"


def test_nothing_to_do() -> None:
    assert as_text(made()) == "nothing to do; 0 for information"


def test_what_is_next_and_why_names_are_not_listed() -> None:
    lines = unstyle(as_text(made(following="2031-06-ausblick", unlisted="why"))).split("\n\n")
    assert lines[:2] == ["unlinked names are not listed: why", "next: dossier text 2031-06-ausblick"]


def test_articles_without_a_text_are_counted() -> None:
    found = Status(made().sections, textless=2)
    assert as_text(found).splitlines()[0] == "unlinked names: texts of 2 articles are not at hand"
    assert json.loads(as_json(found))["texts_not_at_hand"] == 2


def test_nothing_that_a_terminal_obeys_is_printed() -> None:
    found = Status((Section("other", (Place(Mark("a.yml"), "x", "a\x1b[2Jb"),)),))
    assert "\x1b[2J" not in as_text(found)


def test_json_names_all_kinds_and_places() -> None:
    report = json.loads(as_json(made(following="a", unlisted="why", drafts=12)))
    assert [section["kind"] for section in report["sections"]] == list(KINDS)
    drafts = next(section for section in report["sections"] if section["kind"] == "drafts")
    assert (drafts["count"], len(drafts["places"]), drafts["work"]) == (12, 12, True)
    assert drafts["places"][0] == {
        "path": "seeds/a.yml",
        "line": 1,
        "column": 3,
        "id": "x#0",
        "message": "m",
        "hint": "h",
    }
    assert (report["work"], report["next"], report["names_not_listed"]) == (12, "a", "why")


@pytest.mark.parametrize(
    ("limits", "lines"),
    [
        ({"drafts": 2, "": 5}, []),
        ({"drafts": 1}, ["2 drafts, which is more than the 1 of --fail-above drafts=1"]),
        ({"no-url": 3}, ["4 no-url, which is more than the 3 of --fail-above no-url=3"]),
        ({"": 4}, ["5 to do, which is more than the 4 of --fail-above 4"]),
        ({}, []),
    ],
)
def test_limits(limits: dict[str, int], lines: list[str]) -> None:
    assert list(exceeded(made(drafts=2, orphans=3, no_url=4), limits)) == lines
