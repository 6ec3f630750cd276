"""Files go over to the new site as they were checked, and are never written into."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.incremental.last_site import file_hash, give_back, take_over, take_same

NAMES = ("a/index.html", "a/index.html.md")


@pytest.fixture
def last(tmp_path: Path) -> Path:
    (tmp_path / "last/a").mkdir(parents=True)
    for name in NAMES:
        (tmp_path / "last" / name).write_text(name, encoding="utf-8")
    return tmp_path / "last"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    return tmp_path / "site"


def hashes(last: Path) -> dict[str, str]:
    return {name: file_hash(last / name) for name in NAMES}


def found(site: Path) -> dict[str, str]:
    paths = (path for path in site.rglob("*") if not path.is_dir())
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def test_files_are_linked(last: Path, site: Path) -> None:
    assert take_over(last, site, hashes(last))
    assert found(site) == {name: name for name in NAMES}
    assert (site / NAMES[0]).samefile(last / NAMES[0])


def test_files_are_copied_where_there_are_no_links(last: Path, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "a").mkdir()

    def refused(*_: str) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refused)
    assert take_over(last, site, hashes(last))
    assert found(site) == {name: name for name in NAMES}
    assert not (site / NAMES[0]).samefile(last / NAMES[0])


@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_text("other", encoding="utf-8")])
def test_none_is_taken_over_where_one_is_another(last: Path, site: Path, harm: Callable[[Path], object]) -> None:
    known = hashes(last)
    harm(last / NAMES[1])
    assert not take_over(last, site, known)
    assert found(site) == {}


def test_a_symbolic_link_is_not_followed(last: Path, site: Path) -> None:
    (last / "other").write_text(NAMES[1], encoding="utf-8")
    known = hashes(last)
    (last / NAMES[1]).unlink()
    (last / NAMES[1]).symlink_to(last / "other")
    assert not take_over(last, site, known)
    assert found(site) == {}


def test_what_is_given_back_may_be_written(last: Path, site: Path) -> None:
    take_over(last, site, hashes(last))
    give_back(site, NAMES)
    (site / NAMES[0]).write_text("new", encoding="utf-8")
    assert (last / NAMES[0]).read_text(encoding="utf-8") == NAMES[0]


def test_the_same_file_as_another(last: Path, site: Path, tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_text(NAMES[0], encoding="utf-8")
    assert take_same(last, site, NAMES[0], str(source))
    assert not take_same(last, site, NAMES[1], str(source))
    assert found(site) == {NAMES[0]: NAMES[0]}
