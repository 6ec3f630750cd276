"""One command takes pictures of every kind of page."""

import struct
import subprocess
import sys
from pathlib import Path

import pytest
from chromium import CHROMIUM, Site, required
from workshop import ROOT

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def _chromium() -> None:
    if not CHROMIUM and not required():
        pytest.skip("there is no chromium on the PATH")


def take(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / ".ci" / "screenshots"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_pictures_of_two_kinds(harbour_site: Site, tmp_path: Path) -> None:
    done = take(str(tmp_path), "--site", str(harbour_site.root), "--only", "home", "actors/*")
    assert done.returncode == 0, done.stderr
    sizes = {path.name: struct.unpack(">II", path.read_bytes()[16:24]) for path in tmp_path.iterdir()}
    assert {*sizes} == {
        f"{name}-{width}-{scheme}.png"
        for name in ("home", "actors-one")
        for width in (390, 1280)
        for scheme in ("light", "dark")
    }
    assert {name: size for name, size in sizes.items() if f"-{size[0]}-" not in name} == {}
    assert sizes["home-390-light.png"][1] > 844  # more than the first screen
    assert (tmp_path / "home-390-light.png").read_bytes() != (tmp_path / "home-390-dark.png").read_bytes()


def test_a_kind_that_is_not_there(harbour_site: Site, tmp_path: Path) -> None:
    done = take(str(tmp_path), "--site", str(harbour_site.root), "--only", "ships/*")
    assert done.returncode == 2
    assert "ships/*: there is no such kind; there are home, actors/, actors/*" in done.stderr


def test_the_kinds_of_pages_are_found(site: Site) -> None:
    """All other tests over kinds would pass over what is missing here."""
    folders = ["actors", "articles", "bases", "figures", "outlets", "places", "questions", "timeline"]
    assert {*site.kinds} >= {"home", "404.html", "search/", "method/", *(f"{name}/" for name in folders)}
    assert {*site.kinds} >= {f"{name}/*" for name in folders}
    for kind, path in site.kinds.items():
        assert not kind.endswith("/*") or site.size(path) == max(
            site.size(other) for other in site.paths if other.startswith(kind[:-1]) and other != kind[:-1]
        )
