"""Addresses that pages and claims once had."""

from pathlib import Path

import pytest
import small

from generator.pipeline import load
from generator.problems import Problems
from generator.redirects import HEAD, moved, read_redirects, write_redirects


def problems_of(root: Path, text: str) -> list[str]:
    project = small.project(root, files={"seeds/redirects.yml": text})
    problems = Problems()
    found = load(project, problems)
    assert (found is None) == bool(problems.errors)
    return [str(problem).removeprefix("seeds/redirects.yml:") for problem in problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("actors/alt: actors/deichbund\n", []),
        ("articles/alt#eins: articles/2031-04-lager#treffen\n", []),
        ("methode: about\n", []),
        ("{}\n", []),
        ("", ["1:1: file is empty; fill it in or delete it"]),
        (
            "actors/alt: actors/deichbnd\n",
            ['1:13: there is no page "actors/deichbnd"; did you mean "actors/deichbund"?'],
        ),
        (
            "a: xxxxxxxxxxxxxxxxxxxx\n",
            ['1:4: there is no page "xxxxxxxxxxxxxxxxxxxx"; name the address of a page that is there'],
        ),
        (
            "actors/a: actors/b\nactors/b: actors/deichbund\n",
            ['1:11: "actors/b" is an old address too; name "actors/deichbund", where it leads'],
        ),
        (
            "actors/a: actors/b\nactors/b: actors/c\nactors/c: actors/deichbund\n",
            [
                '1:11: "actors/b" is an old address too; name "actors/deichbund", where it leads',
                '2:11: "actors/c" is an old address too; name "actors/deichbund", where it leads',
            ],
        ),
        (
            "articles/a: articles/b\narticles/b: articles/2031-04-lager\nq: articles/a#treffen\n",
            [
                '1:13: "articles/b" is an old address too; name "articles/2031-04-lager", where it leads',
                (
                    '3:4: "articles/a#treffen" is an old address too; '
                    'name "articles/2031-04-lager#treffen", where it leads'
                ),
            ],
        ),
        (
            "actors/a: actors/b\nactors/b: xxxxxxxxxxxxxxxxxxxx\n",
            ['2:11: there is no page "xxxxxxxxxxxxxxxxxxxx"; name the address of a page that is there'],
        ),
        (
            "articles/a: articles/2031-04-lager\nq: articles/a#xxxxxxxxxxxxxxxxxxxx\n",
            ['2:4: there is no page "articles/a#xxxxxxxxxxxxxxxxxxxx"; name the address of a page that is there'],
        ),
        (
            "actors/a: actors/a\n",
            ['1:11: "actors/a" leads to itself; name the address of a page that is there, or remove the entry'],
        ),
        (
            "q: a\na: b\nb: c\nc: a\nx: y\ny: x\n",
            [
                (
                    '2:4: "a" leads in a circle, by "b", "c"; '
                    "name the address of a page that is there, or remove the entry"
                ),
                '5:4: "x" leads in a circle, by "y"; name the address of a page that is there, or remove the entry',
            ],
        ),
        (
            "articles/a: articles/a#x\n",
            ['1:13: there is no page "articles/a#x"; name the address of a page that is there'],
        ),
        (
            "actors: actors/deichbund\nactors/index: actors/deichbund\nindex: about\nactors/deichbund: about\n",
            [
                f'{line}:1: "{page}" is a page of its own, and cannot lead elsewhere; '
                "remove the entry, or rename the page"
                for line, page in enumerate(("actors", "actors/index", "index", "actors/deichbund"), 1)
            ],
        ),
        (
            "actors/deichbund: bases/lager-sued\n",
            [
                (
                    '1:1: "actors/deichbund" is a page of its own, and cannot lead elsewhere; '
                    "remove the entry, or rename the page"
                )
            ],
        ),
        (
            "- a\n",
            ["1:1: expected a mapping of addresses, found a list; write one a line, as old/address: new/address"],
        ),
        *(
            (f"{old}: actors/deichbund\n", [f'1:1: "{old}" is no address; write it as folder/id or articles/id#claim'])
            for old in ("/a", "a/", "a//b", "../a", "a/../b", ".a")
        ),
        (
            f"a/{126 * 'ü'}: actors/deichbund\n",
            [f'1:1: "a/{57 * "ü"}…" is no address; write it as folder/id or articles/id#claim'],
        ),
        ('"a\\0b": actors/deichbund\n', ['1:1: "a\ufffdb" is no address; write it as folder/id or articles/id#claim']),
        ("a: 'b c'\n", ['1:4: "b c" is no address; write it as folder/id or articles/id#claim']),
        ("a: [b]\n", ["1:4: a list is no address; write it as folder/id or articles/id#claim"]),
    ],
)
def test_problems(text: str, expected: list[str], tmp_path: Path) -> None:
    assert problems_of(tmp_path, text) == expected


def test_targets_are_not_checked_over_records_that_failed(tmp_path: Path) -> None:
    project = small.project(tmp_path, files={"seeds/redirects.yml": "actors/alt: actors/deichbund\n"})
    (project.seeds / "actors/actors.yml").write_text("deichbund: {}\n", encoding="utf-8")
    problems = Problems()
    load(project, problems)
    assert not [problem for problem in problems if "redirects" in problem.mark.path]


@pytest.mark.parametrize(
    ("before", "old", "new", "after"),
    [
        ({}, "a/x", "a/y", {"a/x": "a/y"}),
        ({"a/w": "a/x"}, "a/x", "a/y", {"a/w": "a/y", "a/x": "a/y"}),
        ({"a/x": "a/y"}, "a/y", "a/x", {"a/y": "a/x"}),
        ({"s/x#c": "s/x#d"}, "s/x", "s/y", {"s/x": "s/y", "s/x#c": "s/y#d"}),
        ({"s/x#c": "s/x#d"}, "s/x#d", "s/x#c", {"s/x#d": "s/x#c"}),
        ({"s/x#c": "s/xx#d"}, "s/x", "s/y", {"s/x": "s/y", "s/x#c": "s/xx#d"}),
    ],
)
def test_moved(before: dict[str, str], old: str, new: str, after: dict[str, str]) -> None:
    assert moved(before, old, new) == after


def test_written_and_read_again(tmp_path: Path) -> None:
    (tmp_path / "redirects.yml").write_text(write_redirects({"b/ä": "c", "a": "d#e"}), encoding="utf-8")
    assert (tmp_path / "redirects.yml").read_text(encoding="utf-8") == f"{HEAD}a: d#e\nb/ä: c\n"
    assert read_redirects(tmp_path, tmp_path, Problems()).addresses == {"a": "d#e", "b/ä": "c"}
    assert write_redirects({}) == f"{HEAD}{{}}\n"
