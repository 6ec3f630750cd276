"""Pages saved as one file (MHTML)."""

import pytest

from generator.intake.saved_page import is_saved_page, saved_page
from generator.intake.unusable import Unusable

HEAD = """\
From: <Saved by Blink>
Snapshot-Content-Location: https://bote.example/faehre
Subject: Fähre
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----grenze"

"""
PART = """\
------grenze
Content-Type: {kind}
Content-Transfer-Encoding: quoted-printable
Content-Location: https://bote.example/teil

{text}
"""


def saved(*parts: tuple[str, str], head: str = HEAD) -> bytes:
    return (head + "".join(PART.format(kind=kind, text=text) for kind, text in parts) + "------grenze--\n").encode()


def test_the_page_is_taken_without_its_pictures() -> None:
    raw = saved(
        ("text/css", "p {}"), ("text/html; charset=utf-8", "<p>F=C3=A4hre</p>"), ("text/html", "<p>Werbung</p>")
    )
    assert is_saved_page(raw)
    found = saved_page(raw)
    assert (found.html.decode().strip(), found.charset) == ("<p>Fähre</p>", "utf-8")
    assert found.url == "https://bote.example/faehre"


def test_the_address_of_the_part() -> None:
    raw = saved(("text/html", "<p>x</p>"), head=HEAD.replace("Snapshot-Content-Location", "X-Other"))
    assert saved_page(raw).url == "https://bote.example/teil"
    assert saved_page(raw).charset == ""


def test_no_address() -> None:
    raw = saved(("text/html", "<p>x</p>")).replace(b"https:", b"cid:")
    assert saved_page(raw).url == ""


@pytest.mark.parametrize(
    "raw", [b"", b"Ein Text, MIME-Version: multipart/related", b"<html>MIME-Version: multipart/related"]
)
def test_other_files(raw: bytes) -> None:
    assert not is_saved_page(raw)


@pytest.mark.parametrize("parts", [(("text/css", "p {}"),), (("text/html", " "),)])
def test_no_page_in_it(parts: tuple[tuple[str, str], ...]) -> None:
    with pytest.raises(Unusable, match="the saved page \\(MHTML\\) holds no HTML; open it in a browser"):
        saved_page(saved(*parts))
