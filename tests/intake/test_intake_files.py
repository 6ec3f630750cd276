"""Files that can be read, and all those that cannot: one message each, and nobody waits."""

import os
from pathlib import Path

import pytest

from generator.intake.files import LIMIT, read_file
from generator.intake.unusable import Unusable


def refusal(path: Path | str) -> tuple[str, str]:
    with pytest.raises(Unusable) as error:
        read_file(str(path))
    return error.value.message, error.value.hint


def test_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * LIMIT)
    assert len(read_file(str(tmp_path / "a.txt"))) == LIMIT
    monkeypatch.setenv("HOME", str(tmp_path))
    assert len(read_file("~/a.txt")) == LIMIT


def test_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "faehre.txt").touch()
    assert refusal(tmp_path / "fahre.txt")[1] == 'did you mean "faehre.txt"?'
    message, hint = refusal(tmp_path / "ganz-anders.md")
    assert message.startswith('there is no file "')
    assert hint == "check the name; a web address begins with https://, and - is standard input"
    assert refusal(tmp_path / "kein" / "ordner.txt")[1] == hint
    assert refusal(tmp_path / "faehre.txt" / "x")[1] == hint


def test_an_address_without_its_beginning() -> None:
    assert refusal("www.bote.example/x")[1] == "a web address begins with https://, as in https://www.bote.example/x"


def test_a_folder(tmp_path: Path) -> None:
    assert refusal(f"{tmp_path}/") == ("it is a folder", f"name the files in it, e.g. {tmp_path}/*.txt")


def test_a_file_too_large(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(50 * 1024 * 1024)  # takes no room on the disk
    message = "it has 50.0 MiB, more than the 10 MiB allowed"
    assert refusal(tmp_path / "a.txt") == (message, "save the article alone as text and add that")


def test_pipes_and_devices(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    expected = ("it is no plain file, but a pipe or device", "say - to read standard input")
    assert refusal(tmp_path / "pipe") == expected
    assert refusal("/dev/zero") == expected


def test_what_the_system_refuses(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert refusal(tmp_path / "loop")[0] == "the file cannot be read: Too many levels of symbolic links"
    assert refusal(tmp_path / ("x" * 300))[0] == "the file cannot be read: File name too long"
    (tmp_path / "mem").symlink_to("/proc/self/mem")  # a file that even root cannot read from its start
    assert refusal(tmp_path / "mem")[0] == "the file cannot be read: Input/output error"
    assert refusal("a\0b")[0].startswith("the file cannot be read: ")
    assert refusal("")[0] == "it is a folder"


def test_a_file_that_claims_to_be_empty() -> None:
    assert read_file("/proc/self/status").startswith(b"Name:")
