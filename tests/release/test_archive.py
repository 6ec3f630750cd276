"""A folder as a zip: nothing in it depends on when, where and by whom it was made."""

import os
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.release.archive import EARLIEST, moment, pack

WHEN = (2031, 4, 1, 12, 0, 0)


def folder(root: Path, names: list[str]) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"inside {name}", encoding="utf-8")
    return root


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    names = ["index.html", "a/b.html", "a.html", "ä/ö.txt"]
    one, other = folder(tmp_path / "one", names), folder(tmp_path / "other", names[::-1])
    os.utime(other / "index.html", (0, 0))
    (other / "a.html").chmod(0o600)
    pack(one, tmp_path / "one.zip", "top", WHEN)
    pack(other, tmp_path / "other.zip", "top", WHEN)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()


def test_one_folder_holds_all(tmp_path: Path) -> None:
    pack(folder(tmp_path / "site", ["index.html", "b/a.css"]), tmp_path / "x.zip", "top", WHEN)
    with ZipFile(tmp_path / "x.zip") as packed:
        assert packed.namelist() == ["top/b/a.css", "top/index.html"]
        assert packed.read("top/index.html") == b"inside index.html"
        assert {entry.date_time for entry in packed.infolist()} == {WHEN}
        assert {entry.external_attr >> 16 & 0o777 for entry in packed.infolist()} == {0o644}
        assert packed.testzip() is None


@pytest.mark.parametrize(
    ("epoch", "day", "expected"),
    [
        ("1900000000", None, (2030, 3, 17, 17, 46, 40)),
        ("1900000000", date(2031, 4, 1), (2030, 3, 17, 17, 46, 40)),
        ("0", None, EARLIEST),
        ("", date(2031, 4, 1), (2031, 4, 1, 0, 0, 0)),
        ("", date(1969, 4, 1), EARLIEST),
        ("", None, EARLIEST),
    ],
)
def test_the_time_that_files_bear(
    epoch: str, day: date | None, expected: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert moment(day) == expected
